"""Eras of a script that moves between two of them: 重生, 穿越, a story within a story.

No era is the script's own there. Scenes come in runs, so that changing the era from one scene to
the next has its price; people and places that were only ever met in one era speak for it. The
cheapest course through all scenes is found exactly (Viterbi).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

STATED = 1_000.0
PERSON, MOST_PEOPLE, PLACE = 2.0, 2, 3.0
CHANGE = 3.0
UNMIXED = 0.85
Votes = Counter[str]


def _met(names: Iterable[Sequence[str]], own: Sequence[str | None]) -> dict[str, str]:
    """Who or what was met in one era alone, all but a few times."""
    counts: dict[str, Votes] = {}
    for listed, era in zip(names, own, strict=True):
        if era is not None:
            for name in listed:
                counts.setdefault(name, Counter())[era] += 1
    found = {}
    for name, votes in counts.items():
        era, most = votes.most_common(1)[0]
        if most >= UNMIXED * votes.total():
            found[name] = era
    return found


def _weights(
    eras: Sequence[str],
    votes: Mapping[str, int],
    people: Sequence[str],
    place: str | None,
    stated: str | None,
) -> list[float]:
    known = Counter(people)
    return [
        votes.get(era, 0)
        + PERSON * min(known[era], MOST_PEOPLE)
        + PLACE * (place == era)
        + STATED * (stated == era)
        for era in eras
    ]


def eras_in_runs(
    eras: Sequence[str],
    votes: Sequence[Mapping[str, int]],
    own: Sequence[str | None],
    stated: Sequence[str | None],
    casts: Sequence[Sequence[str]],
    places: Sequence[str],
) -> list[str]:
    """The era of each scene, one of ``eras``; all other arguments have one entry a scene.

    ``own`` is what a scene tells clearly by itself, ``stated`` what it says outright.
    """
    people = _met(casts, own)
    homes = _met([(place,) if place else () for place in places], own)
    best = [0.0] * len(eras)
    came: list[list[int]] = []
    for at, cast in enumerate(casts):
        met = [people[name] for name in cast if name in people]
        gain = _weights(eras, votes[at], met, homes.get(places[at]), stated[at])
        leader = max(range(len(eras)), key=lambda one: best[one])
        from_where = [
            one if best[one] >= best[leader] - CHANGE else leader for one in range(len(eras))
        ]
        best = [
            best[before] - CHANGE * (before != one) + gain[one]
            for one, before in enumerate(from_where)
        ]
        came.append(from_where)
    here = max(range(len(eras)), key=lambda one: best[one])
    course = []
    for from_where in reversed(came):
        course.append(eras[here])
        here = from_where[here]
    return course[::-1]
