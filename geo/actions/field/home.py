"""Coming home: packs merged, what wants a decision decided, all of it taken back if wished."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from geo.actions.field.books import KINDS
from geo.actions.field.packs import unpacked
from geo.actions.field.registers import PACK
from geo.actions.field.standing import by_field, edit_on, hand, now
from geo.actions.workspace import CATALOGUE_FILE
from geo.catalogue.backups import back_up_changes
from geo.catalogue.photos import FOLDER
from geo.catalogue.site_fields import HIRES, PHOTOS
from geo.edits import canonical, heads, new_id, rivals, same, standing
from geo.errors import CatalogueError, SyncError
from geo.model import Reason
from geo.model.field import (
    RECCE,
    SITE,
    Contested,
    Edit,
    FieldKey,
    Hand,
    Json,
    MergeReport,
    PackInfo,
    Side,
    Why,
)
from geo.progress import Job, Step
from geo.sync.asides import NOTE
from geo.sync.pack import PackFile, read_pack
from geo.sync.photos import keep

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace

PARTS = 4
SHOWN_PHOTOS = 3
FREE_TEXTS = frozenset({"said", "safety_note", "permission_note", "notes_zh", "notes_en"})
"""Fields whose two answers can stand one after the other."""


# ---- packs


def merge_pack(ws: Workspace, path: Path, who: str) -> Job[MergeReport]:
    """Bring the edits of a pack home, after a backup; all of them or none.

    Photos are kept first: they lie by their content, so those of a merge that was cut off are no
    harm. Raises SyncError pack_*, CatalogueError disk_full, catalogue_read_only, catalogue_locked.
    """
    yield Step("merge", 0, PARTS)
    with TemporaryDirectory() as folder:
        file = read_pack(unpacked(path, Path(folder)), read_only=True)
        try:
            yield from back_up_changes(ws.data / CATALOGUE_FILE, "merge")
            yield Step("merge", 1, PARTS)
            photos, notes = yield from _keep_photos(ws, file, Path(folder))
            yield Step("merge", 2, PARTS)
            report = _merged(ws, file, who, photos, notes)
            return replace(report, pack=_as_given(report.pack, path))
        finally:
            file.close()


def _as_given(info: PackInfo, path: Path) -> PackInfo:
    """A pack as the user knows it: where they have it, without our reading it only."""
    notes = tuple(one for one in info.notes if one.code != "pack_only_read")
    return replace(info, path=str(path), notes=notes)


def _merged(
    ws: Workspace, file: PackFile, who: str, photos: int, notes: Sequence[Reason]
) -> MergeReport:
    every, batch, info = file.edits(), new_id(), file.info
    # a pack is about places and their forms: it lets nobody approve, enquire or sign for others
    edits = tuple(one for one in every if one.key.kind in KINDS)
    before = _here(ws, edits)
    taken = ws.store.take_edits(edits, batch=batch)
    _remember(ws, file, who)
    here, mine = _here(ws, edits), {one.key for one in edits}
    asked = {key for key, _, _ in ws.store.rivals() if key in mine}
    refused = len(taken.refused) + len(every) - len(edits)
    counted = {"merge_refused": refused, "merge_taken_back": _taken_back(ws, edits)}
    told = [Reason(code, {"count": count}) for code, count in counted.items() if count]
    return MergeReport(
        info,
        sum(one.id in here and one.id not in before and one.key not in asked for one in edits),
        taken.known,
        len(asked),
        sum(one.id not in here for one in edits),
        photos,
        batch,
        (*notes, *told),
    )


def _taken_back(ws: Workspace, edits: Iterable[Edit]) -> int:
    """How many fields say something else than a pack because what came with it was taken back.

    Merging it again does not bring that back; who does it must hear of it.
    """
    values: dict[FieldKey, list[Edit]] = {}
    for one in edits:
        values.setdefault(one.key, []).append(one)
    by_kind: dict[str, set[str]] = {}
    for key in values:
        by_kind.setdefault(key.kind, set()).add(key.record)
    logs: dict[FieldKey, list[Edit]] = {}
    for kind, records in by_kind.items():
        for one in ws.store.edits(kind, records):
            logs.setdefault(one.key, []).append(one)
    return sum(
        any(
            last.why is Why.UNDONE and not same(last.value, wanted.value)
            for last in heads(logs.get(key, ()))
            for wanted in heads(mine)
        )
        for key, mine in values.items()
    )


def _here(ws: Workspace, edits: Iterable[Edit]) -> set[str]:
    """Ids of the edits that the catalogue holds of these records, read back."""
    by_kind: dict[str, set[str]] = {}
    for one in edits:
        by_kind.setdefault(one.key.kind, set()).add(one.key.record)
    return {one.id for kind, records in by_kind.items() for one in ws.store.edits(kind, records)}


def _remember(ws: Workspace, file: PackFile, who: str) -> None:
    """Keep what the pack is called, for the history."""
    info = file.info
    said = {"name": info.name, "made_by": info.made_by, "made_on": info.made_on}
    if ws.store.records(PACK).get(info.id) != said:
        ws.store.save_record(PACK, info.id, said, by=Hand(who))


def _keep_photos(ws: Workspace, file: PackFile, out: Path) -> Job[tuple[int, list[Reason]]]:
    """Take photos out of the pack that are not here; how many, and what could not be taken."""
    folder, count = ws.data / FOLDER, 0
    notes: list[Reason] = []
    for at, photo in enumerate(file.photos):
        yield Step("merge_photos", at, len(file.photos))
        try:
            kept = keep(folder, file.photo_file(photo.digest, out))
        except SyncError as error:
            notes.append(Reason(error.code, error.values))
            continue
        count += kept.new
    return count, notes


# ---- questions


def contested(ws: Workspace) -> tuple[Contested, ...]:
    """What wants a decision: first what the ranking rests on, places by name."""
    found = ws.store.rivals()
    names = _names(ws, [key for key, _, _ in found])
    photos: dict[str, Sequence[Edit]] = {}
    told = []
    for key, sides, stands in found:
        if key.record not in photos:
            photos[key.record] = ws.store.edits(SITE, [key.record])
        name, english = names[key]
        shown = tuple(_side(ws, side, photos[key.record]) for side in sides)
        told.append(Contested(key, name, english, stands, shown, _both(key, sides) is not None))
    return tuple(sorted(told, key=lambda one: (one.key.kind != SITE, one.name, one.key)))


def _side(ws: Workspace, edits: Sequence[Edit], of_record: Iterable[Edit]) -> Side:
    newest = tuple(sorted(edits, key=lambda one: one.when, reverse=True))
    # whoever gave no name may be anybody
    hands = {(one.who, one.pack) for one in edits if one.who}
    hung = [
        str(ws.data / key.field.removeprefix(PHOTOS))
        for key, log in by_field(of_record).items()
        if key.field.startswith(PHOTOS)
        and standing(log, None) is True
        and any(one.value is True and (one.who, one.pack) in hands for one in log)
    ]
    return Side(newest[0].value, newest, tuple(hung)[:SHOWN_PHOTOS])


def _names(ws: Workspace, keys: Iterable[FieldKey]) -> dict[FieldKey, tuple[str, str]]:
    """What the records are called: the place, else what their document says, else their id."""
    found: dict[FieldKey, tuple[str, str]] = {}
    for key in keys:
        record = key.record.rpartition("/")[2]
        try:
            site = ws.store.site(record)
        except CatalogueError as error:
            if error.code != "site_unknown":
                raise
            said = ws.store.records(key.kind).get(key.record, {})
            name = str(said.get("name") or said.get("title") or said.get("name_zh") or "")
            found[key] = name, name
        else:
            found[key] = site.name_zh, site.name_en or site.name_zh
    return found


def _both(key: FieldKey, sides: Iterable[Sequence[Edit]]) -> Json:
    """Both answers as one, where the field can hold both; None where it cannot."""
    values = [side[0].value for side in sides]
    if key.kind == SITE and key.field.startswith(HIRES):
        rows = [row for value in values if isinstance(value, list) for row in value]
        return list({canonical(row): row for row in rows}.values()) or None
    words = key.field in FREE_TEXTS or key.field.startswith(NOTE)
    if key.kind in (SITE, RECCE) and words:
        texts = [value for value in values if isinstance(value, str)]
        return "\n".join(texts) if len(texts) > 1 else None
    return None


def settle_field(
    ws: Workspace, question: Contested, side: int | None, who: str, value: Json = None
) -> str:
    """Decide for a side; None: keep both where the field can, else take ``value``. The batch.

    Raises SyncError settled_elsewhere when other answers stand there by now than were shown.
    """
    key = question.key
    edits = ws.store.edits_of(key)
    sides = rivals(edits)
    shown = {edit.id for answer in question.sides for edit in answer.edits}
    if not sides or shown != {edit.id for answer in sides for edit in answer}:
        raise SyncError("settled_elsewhere")
    if side is not None:
        value = sides[side][0].value
    elif value is None:
        value = _both(key, sides)
    by = hand(who, Why.SETTLED)
    stands = ws.store.values(key.kind, [key.record]).get(key)
    ws.store.write_edits([edit_on(edits, key, value, stands, by)])
    return by.batch


def undo_batch(ws: Workspace, batch: str, who: str) -> str:
    """Take back what was done in one go, or bring it back; the batch of the undoing.

    What was changed again since stays as it is now.
    """
    return ws.store.undo_batch(batch, Hand(who, now(), Why.UNDONE))
