"""Who was at a place last, as the log tells: edits made out there, in a pack or in the form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from geo.catalogue.log_rows import edits_of_records, pieces, read_edits
from geo.catalogue.tables import EditRow
from geo.catalogue.undoing import left_of
from geo.edits import heads, same, standing
from geo.model.field import RECCE, SITE, Edit, FieldKey, Why

OUT_THERE = (Why.NOTED, Why.OUTSIDE)
TICKS = "check@"
"""What is ticked off of a list of things to bring says nothing of a place."""
SPLIT = "\n"
VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Sighting:
    """The newest word from a place: by whom, when; ``verdict``: the edit that says what they think.

    ``facts_since``: when the oldest fact of the catalogue was told from there; empty: none was.
    """

    who: str
    when: str
    facts_since: str = ""
    verdict: Edit | None = None


class Sightings:
    """What was looked up stays known until something is written of the place."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._upto: tuple[int, str] = (0, "")
        self._known: dict[str, Sighting | None] = {}

    def of(self, session: Session, records: Iterable[str]) -> dict[str, Sighting]:
        """The newest word from each of these places that still holds; nothing of places unseen."""
        asked = tuple(dict.fromkeys(records))
        with self._lock:
            self._forget(session)
            missing = [one for one in asked if one not in self._known]
            found = _found(session, missing)
            self._known |= {one: found.get(one) for one in missing}
            known = {one: self._known[one] for one in asked}
        return {one: sighting for one, sighting in known.items() if sighting is not None}

    def _forget(self, session: Session) -> None:
        """Forget places of which something was written; all where the log is another one."""
        number, name = self._upto
        end = select(EditRow.number, EditRow.id).order_by(EditRow.number.desc()).limit(1)
        last = session.execute(end).first()
        upto = (0, "") if last is None else (int(last.number), str(last.id))
        if upto == self._upto:
            return
        if session.scalar(select(EditRow.id).where(EditRow.number == number)) != (name or None):
            self._known.clear()
        for record in session.scalars(select(EditRow.record).where(EditRow.number > number)):
            self._known.pop(record, None)
        self._upto = upto


def is_from_there(edit: Edit) -> bool:
    """Whether an edit was made at the place it is of."""
    ours = edit.key.kind in (SITE, RECCE) and not edit.key.field.startswith(TICKS)
    return ours and (edit.pack != "" or edit.why in OUT_THERE)


def _found(session: Session, records: Sequence[str]) -> dict[str, Sighting]:
    """As the database finds it, for logs are long; where something was taken back, edit by edit."""
    found: dict[str, Sighting] = {}
    doubtful: list[str] = []
    for piece in pieces(records):
        for record, last, since, doubt in session.execute(_newest(piece)):
            if doubt:
                doubtful.append(record)
            elif last:
                when, _, who = last.partition(SPLIT)
                found[record] = Sighting(who, when, since or "")
    found |= _looked_at(edits_of_records(session, None, doubtful))
    said: dict[str, list[Edit]] = {}
    for piece in pieces(found):
        mine = and_(EditRow.kind == RECCE, EditRow.record.in_(piece), EditRow.field == VERDICT)
        for one in read_edits(session, mine):
            said.setdefault(one.key.record, []).append(one)
    for record, log in said.items():
        found[record] = replace(found[record], verdict=_verdict(log))
    return found


def _verdict(log: Sequence[Edit]) -> Edit | None:
    value = standing(log, None)
    said = [one for one in heads(log) if value is not None and same(one.value, value)]
    return max(said, key=lambda one: one.when, default=None)


def _newest(piece: Sequence[str]) -> Select[str, Any, Any, Any]:
    there = and_(
        or_(EditRow.pack != "", EditRow.why.in_([one.value for one in OUT_THERE])),
        EditRow.field.not_like(f"{TICKS}%"),
    )
    back = or_(EditRow.value == "null", EditRow.undoes != "[]", EditRow.why == Why.UNDONE.value)
    fact = and_(there, EditRow.kind == SITE)
    return (
        select(
            EditRow.record,
            func.max(case((there, EditRow.told + SPLIT + EditRow.who), else_="")),
            func.min(case((fact, EditRow.told))),
            func.max(case((back, 1), else_=0)),
        )
        .where(EditRow.kind.in_((SITE, RECCE)), EditRow.record.in_(piece))
        .group_by(EditRow.record)
    )


def _looked_at(edits: Iterable[Edit]) -> dict[str, Sighting]:
    by_field: dict[FieldKey, list[Edit]] = {}
    for one in edits:
        by_field.setdefault(one.key, []).append(one)
    held: dict[str, list[Edit]] = {}
    for key, log in by_field.items():
        held.setdefault(key.record, []).extend(_holding(log))
    return {
        record: Sighting(*_last(some), min(_facts(some), default=""))
        for record, some in held.items()
        if some
    }


def _last(edits: Iterable[Edit]) -> tuple[str, str]:
    last = max(edits, key=lambda one: (one.when, one.who))
    return last.who, last.when


def _facts(edits: Iterable[Edit]) -> list[str]:
    return [one.when for one in edits if one.key.kind == SITE]


def _holding(log: Sequence[Edit]) -> list[Edit]:
    """Edits of a field made out there that say what the field says, or one side of a question."""
    left = left_of(log) if any(one.undoes for one in log) else log
    said = [one.value for one in heads(left) if one.value is not None]
    return [
        one for one in left if is_from_there(one) and any(same(one.value, value) for value in said)
    ]
