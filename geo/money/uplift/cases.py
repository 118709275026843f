"""The record: past cases with a growth and a control, those refused and why, market growth."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geo.model import Source
from geo.money.records import Record, read_asset
from geo.money.uplift.spots import SCALES

CASES, MARKETS = "cases.yaml", "markets.yaml"
ROLES = ("main", "short", "placebo", "persistence", "context", "rejected")
COUNTED = ("main", "short", "placebo", "persistence")
MICRO_DRAMA = "micro_drama"
NO_CONTROL = "none available"
_HOME = "cn_"


@dataclass(frozen=True, slots=True)
class PastCase:
    """One place and title with a growth and a control (fractions); ``growth`` is their log ratio.

    ``work_en`` and ``place_en`` are the English names where there are others. ``cluster`` is shared
    by the cases of one production. ``plays`` (plays or topic views) and ``visitors`` (after the
    release) where both were published. ``controlled`` False: no control was found and a flat market
    is assumed.
    """

    id: str
    work: str
    place: str
    year: str
    kind: str
    cluster: str
    scale: str
    success: bool
    role: str
    raw: float
    control: float
    controlled: bool
    plays: float | None
    visitors: float | None
    source: Source
    work_en: str | None = None
    place_en: str | None = None

    @property
    def growth(self) -> float:
        """ln((1 + growth of the place) / (1 + growth of the market))."""
        return math.log((1 + self.raw) / (1 + self.control))

    @property
    def told_en(self) -> str:
        """Work and place as an English text names them."""
        return f"{self.work_en or self.work}, {self.place_en or self.place}"

    @property
    def relative(self) -> float:
        """Growth of the place beyond its market, as a fraction."""
        return math.expm1(self.growth)

    @property
    def home(self) -> bool:
        """Whether the place is in China."""
        return self.id.startswith(_HOME)


@dataclass(frozen=True, slots=True)
class RejectedCase:
    """A number that was found and not used; ``why``: no_counts, advertisement, no_denominators."""

    id: str
    work: str
    place: str
    claimed: float | None
    why: str
    source: Source
    work_en: str | None = None


@dataclass(frozen=True, slots=True)
class Market:
    """Growth of the visitors of a whole ``region`` from ``start`` to ``end`` on the year before."""

    id: str
    region: str
    start: date
    end: date
    growth: float
    source: Source

    @property
    def days(self) -> int:
        """Length of the period, both ends counted."""
        return (self.end - self.start).days + 1


@dataclass(frozen=True, slots=True, eq=False)
class CaseBook:
    """Everything on record; equal only to itself."""

    cases: tuple[PastCase, ...]
    rejected: tuple[RejectedCase, ...]
    markets: tuple[Market, ...]

    def of_role(self, *roles: str) -> tuple[PastCase, ...]:
        """The cases of some roles, in their order."""
        return tuple(case for case in self.cases if case.role in roles)


def load_case_book(folder: Path) -> CaseBook:
    """Read ``cases.yaml`` and ``markets.yaml`` in ``folder``.

    Raises FactsError with file, item and field.
    """
    records = read_asset(folder / CASES).children("cases")
    markets = read_asset(folder / MARKETS).children("markets")
    return CaseBook(
        tuple(_case(each) for each in records if each.choice("role", ROLES) in COUNTED),
        tuple(_rejected(each) for each in records if each.text("role") == "rejected"),
        tuple(_market(each) for each in markets),
    )


def _case(record: Record) -> PastCase:
    return PastCase(
        id=record.text("id"),
        work=_chinese(record, "work"),
        place=_chinese(record, "place"),
        year=record.maybe_text("year") or "",
        kind=record.text("kind"),
        cluster=record.text("cluster"),
        scale=record.choice("scale", SCALES),
        success=record.choice("selection", ("success", "systematic")) == "success",
        role=record.text("role"),
        raw=record.number("pct_raw", low=-99) / 100,
        control=record.number("control_pct", low=-99) / 100,
        controlled=not record.text("control_name").startswith(NO_CONTROL),
        plays=_plays(record.child("exposure")),
        visitors=record.maybe_number("after_visitors"),
        source=_source(record),
        work_en=_english(record, "work"),
        place_en=_english(record, "place"),
    )


def _plays(exposure: Record) -> float | None:
    """Plays or topic views of a title; ratings, viewers and box office are something else."""
    counted = exposure.text("unit").endswith(("plays_all_platforms", "_topic_views"))
    return exposure.maybe_number("value") if counted else None


def _rejected(record: Record) -> RejectedCase:
    claimed = record.maybe_number("pct_raw", low=-99)
    return RejectedCase(
        id=record.text("id"),
        work=_chinese(record, "work"),
        place=_chinese(record, "place"),
        claimed=None if claimed is None else claimed / 100,
        why=record.choice("rejected_for", ("no_counts", "advertisement", "no_denominators")),
        source=_source(record),
        work_en=_english(record, "work"),
    )


def _source(record: Record) -> Source:
    """What published it: the text of the file names publisher and date together."""
    return Source(
        title=_chinese(record, "place"),
        publisher=_chinese(record, "source"),
        date=record.maybe_text("year"),
        url=record.maybe_text("url"),
        confidence=record.text("quality"),
        title_en=_english(record, "place"),
        publisher_en=_english(record, "source"),
    )


def _chinese(record: Record, field: str) -> str:
    """The Chinese name, as it stands where it has no other."""
    return record.maybe_text(f"{field}_zh") or record.text(field)


def _english(record: Record, field: str) -> str | None:
    """The English name; None where the Chinese one stands for both."""
    told = record.maybe_text(f"{field}_en") or record.text(field)
    return None if told == _chinese(record, field) else told


def _market(record: Record) -> Market:
    record.only(("id", "region", "start", "end", "growth", "sources", "note"))
    start, end = record.raw.get("start"), record.raw.get("end")
    if not isinstance(start, date) or not isinstance(end, date) or end < start:
        raise record.broken("end")
    return Market(
        record.text("id"),
        record.text("region"),
        start,
        end,
        record.number("growth", low=-0.99),
        record.sources()[0],
    )
