"""What a producer can really change, as data: ``assets/policies/_changes.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.errors import FactsError
from geo.model import FactValue
from geo.money.records import Record, read_asset

CHANGES = "_changes.yaml"
KINDS = (
    "days", "share", "spend", "length", "story", "release", "filing", "company", "apply", "place",
)  # fmt: skip
COSTS = ("days", "spend", "time", "unknown")
_KEYS = (
    "fact", "kind", "step", "most", "otherwise", "cost", "needs", "together", "real", "place",
    "lead", "warn", "of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Need:
    """Another fact that must be ``at_least`` so much (None: the new value itself).

    ``when``: only for that new value.
    """

    fact: str
    at_least: float | None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Changeable:
    """One fact that can be changed in the world, not only on paper.

    ``otherwise`` is what counts while nobody has said; None: an unsaid fact is never proposed.
    ``together``: numbers raised with it; ``real``: the fact without whose move a move of this one
    would be another declaration; ``place``: facts that then name the place of the policy; ``of``: a
    share of that many days, so that it moves by whole days.
    """

    fact: str
    kind: str
    cost: str
    step: float = 1.0
    most: float | None = None
    otherwise: FactValue | None = None
    needs: tuple[Need, ...] = ()
    together: tuple[str, ...] = ()
    real: str | None = None
    place: tuple[str, ...] = ()
    review: bool = False
    warnings: tuple[str, ...] = ()
    of: str | None = None


def load_changes(folder: Path, facts: Collection[str]) -> Mapping[str, Changeable]:
    """Read the changeable facts; ``facts`` may be spoken of. FactsError with file and field."""
    known = {*facts, "shoot.days"}
    found: dict[str, Changeable] = {}
    for record in read_asset(folder / CHANGES).children("changes", "fact"):
        one = _changeable(record)
        spoken = (one.fact, one.real or one.fact, one.of or one.fact, *one.together, *one.place)
        for fact in (*spoken, *(need.fact for need in one.needs)):
            if fact not in known:
                raise record.broken(fact)
        if one.fact in found:
            raise record.broken("fact")
        found[one.fact] = one
    for one in found.values():
        for need in one.needs:
            if need.fact not in found:
                raise FactsError("facts_field_broken", file=CHANGES, item=one.fact, field="needs")
    return found


def _changeable(record: Record) -> Changeable:
    record.only(_KEYS)
    return Changeable(
        fact=record.text("fact"),
        kind=record.choice("kind", KINDS),
        cost=record.choice("cost", COSTS),
        step=record.maybe_number("step", low=0.01) or 1.0,
        most=record.maybe_number("most"),
        otherwise=_otherwise(record),
        needs=tuple(_need(each) for each in record.children("needs", "fact")),
        together=record.texts("together"),
        real=record.maybe_text("real"),
        place=record.texts("place"),
        review=record.maybe_text("lead") == "review",
        warnings=record.texts("warn"),
        of=record.maybe_text("of"),
    )


def _otherwise(record: Record) -> FactValue | None:
    value = record.raw.get("otherwise")
    if isinstance(value, list):
        return record.texts("otherwise")
    if value is not None and not isinstance(value, str | int | float):
        raise record.broken("otherwise")
    return value


def _need(record: Record) -> Need:
    record.only(("fact", "at_least", "when"))
    same = record.raw.get("at_least") == "value"
    least = None if same else record.number("at_least")
    return Need(record.text("fact"), least, record.maybe_text("when"))
