"""A contest again once something is changed; only what the change can touch is worked out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.actions.hosting.changed import (
    OF_SITE,
    changed_site,
    nearer,
    rebate,
    with_policy,
)
from geo.actions.hosting.contest import Contest, Firsts, by_length, valued
from geo.actions.hosting.ground import Ground, with_sites
from geo.actions.hosting.towns import Counter, Town
from geo.model import FloatArray, PolicyBook, Site
from geo.model.hosting import Improvement, ImprovementKind
from geo.progress import Job, Step

TITLES_PER_STEP = 4


@dataclass(frozen=True, slots=True, eq=False)
class After:
    """What a change makes of a contest: towns, values, who comes first, fits.

    ``touched``: numbers of the titles that the change could move at all.
    """

    towns: tuple[tuple[Town, ...], ...]
    values: FloatArray
    first: Firsts
    ground: Ground
    counter: Counter
    touched: tuple[int, ...]


def after(game: Contest, improvement: Improvement) -> Job[After]:
    """The contest after ``improvement``, which is sound for it."""
    if improvement.kind is ImprovementKind.REBATE:
        book = with_policy(game.counter.book, rebate(game.ws, game.ours, improvement))
        return (yield from after_policies(game, book, (0,)))
    row = next(at for at, site in enumerate(game.ground.sites) if site.id == improvement.site_id)
    site = game.ground.sites[row]
    if improvement.kind in OF_SITE:
        new = changed_site(site, improvement, game.ws.vocabulary)
        return (yield from _after_site(game, row, new))
    return (yield from _after_road(game, row, improvement.km or 0.0))


def after_policies(game: Contest, book: PolicyBook, cities: Sequence[int]) -> Job[After]:
    """The contest with other policies, judged again in ``cities`` (numbers)."""
    counter = _counter(game, book=book)
    towns = [list(row) for row in game.towns]
    touched = []
    for number, row in enumerate(towns):
        if number % TITLES_PER_STEP == 0:
            yield Step("improve", number, len(towns))
        for city in cities:
            had = row[city]
            if had.stay is not None:
                paid = counter.back(had.stay).counted
                row[city] = replace(had, counted=paid)
                if paid != had.counted and number not in touched:
                    touched.append(number)
    return _made(game, towns, game.ground, counter, touched)


def _after_site(game: Contest, row: int, new: Site) -> Job[After]:
    """The contest where the place of ``row`` is ``new``: the titles that it serves are priced."""
    soil, old = game.ground, game.ground.sites[row]
    ground = with_sites(game.ws, soil, game.asked.kinds, game.terms, (new,))
    moved = soil.fit[row] != ground.fit[row]
    moved |= soil.stands_in[row] != ground.stands_in[row]
    moved |= soil.shows[row] != ground.shows[row]
    if new.hires != old.hires:
        moved |= ground.fit[row] > 0
    touched = [at for at, columns in enumerate(game.asked.columns) if moved[columns].any()]
    return (yield from _priced(game, touched, ground, game.counter))


def _after_road(game: Contest, row: int, km: float) -> Job[After]:
    """The contest where the way to a place is shorter: the titles that are shot there are priced.

    The way is no part of what a place costs by itself, so the same places are chosen as before.
    """
    site = game.ground.sites[row]
    others = [game.ground.sites[one] for one in game.ground.rows(site.city_zh)]
    counter = _counter(game, costs=nearer(game.counter.costs, site, km, others))
    touched = [at for at, towns in enumerate(game.towns) if site.id in towns[0].sites]
    return (yield from _priced(game, touched, game.ground, counter))


def _priced(game: Contest, touched: Sequence[int], ground: Ground, counter: Counter) -> Job[After]:
    towns = [list(row) for row in game.towns]
    rows = ground.rows(game.ours.city)
    for done, number in enumerate(at for at in by_length(game.asked) if at in set(touched)):
        if done % TITLES_PER_STEP == 0:
            yield Step("improve", done, len(touched))
        towns[number][0] = counter.town(number, game.ours.city, ground, rows)
    return _made(game, towns, ground, counter, touched)


def _made(
    game: Contest,
    towns: Sequence[Sequence[Town]],
    ground: Ground,
    counter: Counter,
    touched: Sequence[int],
) -> After:
    values = valued(game, towns)
    rows = tuple(tuple(row) for row in towns)
    return After(rows, values, game.first(values), ground, counter, tuple(touched))


def _counter(game: Contest, **changes: object) -> Counter:
    """A counter of the same corpus with other prices or policies."""
    had = game.counter
    costs, book = changes.get("costs", had.costs), changes.get("book", had.book)
    return Counter(had.ws, had.ours, had.day, had.asked, costs, book)  # type: ignore[arg-type]
