"""The register: the history of every field, and how far a record has been approved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from geo.actions.field.standing import by_field, edit_on, hand, in_time
from geo.catalogue.private import is_private
from geo.edits import canonical, heads, rivals, same
from geo.errors import SyncError
from geo.model.field import APPROVAL, Approval, Edit, FieldKey, HistoryLine, Json, Stage, Why

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace

BY_HAND = (Why.TYPED, Why.NOTED)
SITTING = timedelta(seconds=90)
"""Edits of one hand at one field with no longer pauses are told as one change."""

STAGE, PACK = "stage", "pack"
"""The field of an approval; the kind of record that keeps what a pack was called."""

STEPS = (Stage.PROPOSED, Stage.REVIEWED, Stage.PUBLISHED)


# ---- history


def history(ws: Workspace, kind: str, record: str, field: str = "") -> tuple[HistoryLine, ...]:
    """Every change of a record or of one of its fields, newest first.

    What was made in sight of another stands above it, whatever the clocks said.
    """
    if field:
        edits = ws.store.edits_of(FieldKey(kind, record, field))
    else:
        edits = ws.store.edits(kind, [record])
    names = pack_names(ws, edits)
    last = {one.id for some in by_field(edits).values() if not rivals(some) for one in heads(some)}
    lines: list[HistoryLine] = []
    at: dict[FieldKey, int] = {}
    for one in in_time(edits):
        place = at.get(one.key)
        if place is not None and _goes_on(lines[place], one, edits):
            before = lines[place]
            lines[place] = _line(one, names, last, before.before, before.edits)
            continue
        at[one.key] = len(lines)
        lines.append(_line(one, names, last, one.before, ()))
    # an undoing that changed nothing here is noted only for whoever undoes further
    told = (one for one in lines if one.why is not Why.UNDONE or not same(one.before, one.after))
    return tuple(reversed(tuple(told)))


def _line(
    edit: Edit, names: Mapping[str, str], last: set[str], before: Json, earlier: tuple[str, ...]
) -> HistoryLine:
    return HistoryLine(
        edit.key,
        before,
        edit.value,
        edit.who,
        edit.when,
        edit.why,
        names.get(edit.pack, ""),
        (*earlier, edit.id),
        edit.id in last,
    )


def _goes_on(line: HistoryLine, edit: Edit, edits: Sequence[Edit]) -> bool:
    """Whether somebody was still typing: same hand, nothing between, no long pause."""
    if edit.parents != line.edits[-1:] or (edit.who, edit.why) != (line.who, line.why):
        return False
    others = sum(line.edits[-1] in one.parents for one in edits)
    pause = _moment(edit.when), _moment(line.when)
    if others > 1 or edit.why not in BY_HAND or None in pause:
        return False
    assert pause[0] is not None
    assert pause[1] is not None
    return timedelta(0) <= pause[0] - pause[1] <= SITTING


def _moment(when: str) -> datetime | None:
    try:
        return datetime.fromisoformat(when).astimezone()
    except ValueError:
        return None


def pack_names(ws: Workspace, edits: Iterable[Edit]) -> dict[str, str]:
    """What the packs are called that edits came with."""
    asked = {one.pack for one in edits if one.pack}
    known = ws.store.records(PACK) if asked else {}
    return {key: str(known[key].get("name", "")) for key in asked if key in known}


def value_of(ws: Workspace, key: FieldKey) -> Json:
    """What a field says now."""
    return ws.store.values(key.kind, [key.record]).get(key)


def restore_value(ws: Workspace, line: HistoryLine, who: str) -> str:
    """Let a field say again what it said after that change; the batch."""
    by = hand(who, Why.RESTORED)
    edits, before = ws.store.edits_of(line.key), value_of(ws, line.key)
    if same(before, line.after) and not rivals(edits):
        return by.batch
    ws.store.write_edits([edit_on(edits, line.key, line.after, before, by)])
    return by.batch


# ---- approval


def approvals(ws: Workspace, kind: str = "site") -> Mapping[str, Approval]:
    """The stage of every record that has one, by id; what changed since its review beside it."""
    prefix = f"{kind}/"
    edits = by_field(one for one in ws.store.edits(APPROVAL) if one.key.record.startswith(prefix))
    said = {key.record.removeprefix(prefix): some for key, some in edits.items()}
    values = _digests(ws, kind, said)
    stages = ws.store.values(APPROVAL, [f"{prefix}{record}" for record in said])
    found: dict[str, Approval] = {}
    for record, some in said.items():
        value = stages.get(FieldKey(APPROVAL, f"{prefix}{record}", STAGE))
        if not isinstance(value, dict):
            continue
        by = max(heads(some), key=lambda one: one.when)
        stage, changed = Stage(str(value["stage"])), value.get("digest") != values[record]
        since = _changed_since(ws, kind, record, value) if changed else ()
        if changed:
            stage = Stage.PROPOSED
        found[record] = Approval(kind, record, stage, by.who, by.when, since)
    return found


def approve(ws: Workspace, kind: str, records: Sequence[str], stage: Stage, who: str) -> str:
    """Move records on (proposed, reviewed, published) or back; the batch.

    Raises SyncError approve_order when a stage would be skipped; then none is moved.
    """
    wanted, stands = STEPS.index(Stage(stage)), approvals(ws, kind)
    for record in records:
        had = stands[record].stage if record in stands else Stage.PROPOSED
        if wanted > STEPS.index(had) + 1:
            raise SyncError("approve_order", name=_name(ws, kind, record))
    by, digests, edits = hand(who), _digests(ws, kind, records), []
    for record in records:
        key = FieldKey(APPROVAL, f"{kind}/{record}", STAGE)
        seen: list[Json] = [one.id for some in _heads(ws, kind, record).values() for one in some]
        value: Json = {
            "stage": STEPS[wanted].value,
            "digest": digests[record],
            "seen": seen,
        }
        edits.append(edit_on(ws.store.edits_of(key), key, value, value_of(ws, key), by))
    ws.store.write_edits(edits)
    return by.batch


def _digests(ws: Workspace, kind: str, records: Iterable[str]) -> dict[str, str]:
    """A digest of all that each record says.

    Of contacts and quotes it knows which edits say so, not what they say: it stands in the open,
    and is the same while they are locked.
    """
    parts: dict[str, list[str]] = {record: [] for record in records}
    closed = set()
    for key, some in by_field(ws.store.edits(kind, list(parts))).items():
        if any(is_private(key, one.value) or is_private(key, one.before) for one in some):
            closed.add(key)
            parts[key.record].append(f"{key.field}:{','.join(one.id for one in heads(some))}")
    for key, value in ws.store.values(kind, list(parts)).items():
        if key not in closed and not is_private(key, value):
            parts[key.record].append(f"{key.field}={canonical(value)}")
    return {
        record: hashlib.sha256("\n".join(sorted(some)).encode()).hexdigest()[:32]
        for record, some in parts.items()
    }


def _heads(ws: Workspace, kind: str, record: str) -> dict[FieldKey, tuple[Edit, ...]]:
    return {key: heads(some) for key, some in by_field(ws.store.edits(kind, [record])).items()}


def _changed_since(
    ws: Workspace, kind: str, record: str, value: Mapping[str, Json]
) -> tuple[str, ...]:
    """Fields that say something by edits that the review did not see."""
    listed = value.get("seen")
    seen = set(listed) if isinstance(listed, list) else set()
    now = _heads(ws, kind, record)
    return tuple(sorted(key.field for key, some in now.items() if {one.id for one in some} - seen))


def _name(ws: Workspace, kind: str, record: str) -> str:
    if kind != "site":
        return record
    return ws.store.site(record).name_zh
