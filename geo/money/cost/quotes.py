"""Which of a site's prices count on a day: what was quoted first, while the quote holds."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from geo.model import Basis, Hire, Reason, Site


class Told(NamedTuple):
    """The prices that count, and what is to be said of quotes that have run out."""

    hires: tuple[Hire, ...]
    reasons: tuple[Reason, ...] = ()


def told(site: Site, pers: Collection[str], today: str) -> Told:
    """Prices of the kinds ``pers`` that count on ``today`` (ISO date; empty: no quote runs out).

    A quote that holds wins over what is published. One that has run out still counts, and is told
    as run out, unless another holds or a price of these kinds was published since.
    """
    found = tuple(hire for hire in site.hires if hire.per in pers)
    quoted = tuple(hire for hire in found if hire.basis is Basis.QUOTED)
    over = tuple(hire for hire in quoted if ran_out(hire, today))
    holding = tuple(hire for hire in quoted if hire not in over)
    if holding or not over:
        return Told(holding or found)
    published = tuple(hire for hire in found if hire.basis is not Basis.QUOTED)
    newest = max((hire.date for hire in published), default="")
    left = tuple(hire for hire in over if not (hire.date and newest > hire.date))
    if left:
        return Told(left, tuple(_told_over("quote_ran_out", hire) for hire in left))
    return Told(published, tuple(_told_over("quote_overtaken", hire) for hire in over))


def ran_out(hire: Hire, today: str) -> bool:
    """Whether the day, month or year that a quote holds to lies before ``today``."""
    return bool(hire.until and today) and today[: len(hire.until)] > hire.until


def _told_over(code: str, hire: Hire) -> Reason:
    return Reason(code, {"amount": hire.amount, "until": hire.until})
