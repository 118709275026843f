"""A pack as asked for on the command line, from words to what it says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geo.actions.finding import named_site
from geo.actions.pitch.making import make_pitch
from geo.actions.ranking import FOUR_CITIES, rank
from geo.actions.workspace import Workspace
from geo.errors import PitchError
from geo.model import ProjectFacts, Script, Wishes
from geo.model.pitch import (
    DEFAULT_PARTS,
    Audience,
    Disclosure,
    Pitch,
    PitchFormat,
    PitchLang,
    PitchPart,
    PitchWishes,
)
from geo.progress import Job, finish

Words = Mapping[str, Sequence[str]]


def read_pitch(
    ws: Workspace, words: Words, lang: str = "zh", audience: str | None = None
) -> PitchWishes:
    """Wishes as typed: ``words`` under city, sites, needs, format, parts, disclose, compare.

    Raises PitchError pitch_word_unknown, pitch_need_unknown, and FactsError for a place that the
    catalogue does not have, with those nearest to it.
    """
    formats = _known(words.get("format", ()), tuple(PitchFormat))
    parts = _known(words.get("parts", ()), tuple(PitchPart))
    cities = {site.city_zh for site in ws.store.sites()}
    return PitchWishes(
        sites=tuple(_site(ws, name) for name in words.get("sites", ())),
        city=next(iter(words.get("city", ())), ""),
        needs=tuple(_need(ws, word) for word in words.get("needs", ())),
        parts=tuple(PitchPart(one) for one in parts) or DEFAULT_PARTS,
        lang=PitchLang(lang),
        formats=frozenset(PitchFormat(one) for one in formats) or PitchWishes().formats,
        audience=None if audience is None else Audience(audience),
        disclose=frozenset(
            Disclosure(one) for one in _known(words.get("disclose", ()), tuple(Disclosure))
        ),
        compare=tuple(
            name if name in cities else _site(ws, name) for name in words.get("compare", ())
        ),
    )


def pitch_script(
    ws: Workspace,
    script: Script | None,
    facts: ProjectFacts,
    wishes: PitchWishes,
    asked: Wishes,
) -> Job[Pitch]:
    """The pack for ``script``, its places ranked as the project wishes (``asked``)."""
    ranking = None
    if script is not None:
        cities = tuple(dict.fromkeys((wishes.city, *FOUR_CITIES) if wishes.city else ()))
        ranking = yield from rank(ws, script, facts, ws.default_weights, cities, wishes=asked)
    return (yield from make_pitch(ws, ranking, script, facts, wishes))


def _site(ws: Workspace, name: str) -> str:
    return finish(named_site(ws, name)).id


def _need(ws: Workspace, word: str) -> str:
    for code, kind in ws.vocabulary.scene_types.items():
        if word.strip().lower() in (code, kind.zh, kind.en.lower()):
            return code
    raise PitchError("pitch_need_unknown", word=word)


def _known(words: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    allowed = [str(one) for one in known]
    found = tuple(word.strip().lower() for word in words)
    for word in found:
        if word not in allowed:
            raise PitchError("pitch_word_unknown", word=word, known=", ".join(allowed))
    return found
