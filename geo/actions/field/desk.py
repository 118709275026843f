"""The recce form of every place of a desk: answers kept at once, taken back, places added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from geo.actions.field.asides import aside_fields, site_checks
from geo.actions.field.books import Book, open_book, path_of
from geo.actions.field.hung import field_photos
from geo.actions.field.questions import site_questions
from geo.actions.field.seen import seen_source
from geo.actions.field.standing import Fields, edit_on, hand
from geo.actions.places import settle_site
from geo.catalogue.site_fields import fields_of as fields_of_site
from geo.edits import heads, same
from geo.errors import SyncError
from geo.model import Kind, Reason, Site, VenueClass
from geo.model.field import (
    SITE,
    Edit,
    FieldKey,
    Fix,
    Hand,
    Json,
    PackInfo,
    RecceDesk,
    RecceField,
    RecceSheet,
    Why,
)
from geo.progress import Job, Step
from geo.sync.asides import is_aside
from geo.sync.form import (
    TYPED,
    UNSAID_M,
    answers_of,
    done_key,
    is_done,
    keys_of,
    line_of,
    spot_basis,
)

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace


def home_desk(ws: Workspace, sites: Sequence[str]) -> Job[RecceDesk]:
    """The form straight on the catalogue, without a pack. Raises CatalogueError site_unknown."""
    from geo.actions.field.form import recce_fields

    yield Step("recce_desk", 0, len(sites))
    with open_book(ws, None) as book:
        return (yield from desk_of(ws, book, recce_fields(ws), tuple(dict.fromkeys(sites))))


def desk_of(
    ws: Workspace, book: Book, lines: Sequence[RecceField], sites: Sequence[str]
) -> Job[RecceDesk]:
    """The form of ``sites``, in their order; a place that says too little is left out."""
    fields = book.fields(sites)
    sheets = []
    for at, site_id in enumerate(sites):
        yield Step("recce_desk", at, len(sites))
        sheet = sheet_of(ws, book, lines, fields, site_id)
        if sheet is not None:
            sheets.append(sheet)
    return RecceDesk(book.pack, tuple(lines), tuple(sheets))


def sheet_of(
    ws: Workspace, book: Book, lines: Sequence[RecceField], fields: Fields, site_id: str
) -> RecceSheet | None:
    """The form of a place as it stands; None where the place itself says too little."""
    site = book.site(site_id, fields)
    if site is None:
        return None
    values = {key: value for key, value in fields.values.items() if key.record == site_id}
    answers = answers_of(values, lines, site_id, fields.last, fields.contested)
    return RecceSheet(
        site,
        answers,
        field_photos(ws, book, site, fields),
        _questions(ws, book.pack, site),
        is_done(values, site_id),
        len({key.partition("@")[0] for key in answers}),
        site_checks(ws, book, fields, site_id),
    )


def _questions(ws: Workspace, pack: PackInfo | None, site: Site) -> tuple[Reason, ...]:
    """What the pack was made to find out there, else what the record leaves open.

    Of a pack only what can be told here.
    """
    if pack is None:
        return site_questions(site)
    mine = (one for one in pack.questions if one.values.get("site_id") in (None, site.id))
    return tuple(one for one in mine if ws.phrases.can_tell(one))


# ---- answers


def answer(
    ws: Workspace, desk: RecceDesk, site_id: str, key: str, value: Json, who: str
) -> RecceSheet:
    """Keep one answer at once (None: take it back); the sheet after.

    ``key`` may also be a tick, the words on a photo or its place (``geo.sync.asides``). Raises
    SyncError answer_*, photo_place_unknown, pack_*.
    """
    with open_book(ws, path_of(desk)) as book:
        fields, by = book.fields([site_id]), hand_of(desk, who)
        if is_aside(key):
            asked = aside_fields(book, fields, site_id, key, value)
            aside = (fields.edit(one, said, by) for one, said in asked.items())
            return sheet_after(ws, desk, book, site_id, aside)
        line, today = line_of(desk.fields, key), date.today().isoformat()
        wanted = keys_of(line, key, site_id, value, fields.values, today)
        site = book.site(site_id, fields)
        if value is not None and site is not None:
            wanted |= seen_source(ws, site, line, who, today)
        made = (fields.edit(one, said, by) for one, said in wanted.items())
        return sheet_after(ws, desk, book, site_id, made)


def finish_sheet(
    ws: Workspace, desk: RecceDesk, site_id: str, who: str, *, done: bool = True
) -> RecceSheet:
    """Say that a place has been seen to the end, or not yet."""
    with open_book(ws, path_of(desk)) as book:
        fields = book.fields([site_id])
        made = fields.edit(done_key(site_id), done or None, hand_of(desk, who))
        return sheet_after(ws, desk, book, site_id, [made])


def undo_answer(ws: Workspace, desk: RecceDesk, who: str) -> RecceSheet | None:
    """Take back the last change that ``who`` made to the desk; None: nothing to take.

    What somebody changed again since stays as it is.
    """
    sites = [one.site.id for one in desk.sheets]
    with open_book(ws, path_of(desk)) as book:
        fields, pack = book.fields(sites), _pack_id(desk)
        newest = _newest_first(book.edits(sites))
        mine = [one for one in newest if (one.who, one.pack) == (who, pack)]
        for batch in _batches(mine):
            open_ends = [one for one in batch if _still_says(fields.by_key[one.key], one)]
            if not open_ends:
                continue
            by = hand_of(desk, who, Why.UNDONE)
            made = [
                edit_on(fields.by_key[one.key], one.key, one.before, one.value, by)
                for one in open_ends
            ]
            return sheet_after(ws, desk, book, batch[0].key.record, made)
    return None


def _newest_first(edits: Iterable[Edit]) -> list[Edit]:
    """Edits that are neither an undoing nor undone, the one that came last first."""
    left: list[Edit] = []
    for one in edits:
        if one.why is not Why.UNDONE:
            left.append(one)
            continue
        at = next((at for at in reversed(range(len(left))) if left[at].key == one.key), None)
        if at is not None:
            left.pop(at)
    return left[::-1]


def _still_says(edits: Iterable[Edit], edit: Edit) -> bool:
    """Whether a field says what ``edit`` gave it, by itself or because later ones were undone."""
    last = heads(edits)
    if len(last) != 1:
        return False
    return last[0] == edit or (last[0].why is Why.UNDONE and same(last[0].value, edit.value))


def _batches(edits: Iterable[Edit]) -> list[list[Edit]]:
    """Edits that were done in one go together, in the order given."""
    found: dict[str, list[Edit]] = {}
    for one in edits:
        found.setdefault(one.batch or one.id, []).append(one)
    return list(found.values())


def sheet_after(
    ws: Workspace, desk: RecceDesk, book: Book, site_id: str, made: Iterable[Edit | None]
) -> RecceSheet:
    """Write what is to be written; the sheet after. Raises SyncError place_gone."""
    edits = tuple(one for one in made if one is not None)
    if edits:
        book.write(edits)
    sheet = sheet_of(ws, book, desk.fields, book.fields([site_id]), site_id)
    if sheet is None:
        raise SyncError("place_gone")
    return sheet


def _pack_id(desk: RecceDesk) -> str:
    return "" if desk.pack is None else desk.pack.id


def hand_of(desk: RecceDesk, who: str, why: Why = Why.NOTED) -> Hand:
    """The hand of ``who`` at a desk."""
    return hand(who, why, _pack_id(desk))


# ---- a new place


def add_place(
    ws: Workspace, desk: RecceDesk, name: str, kind: str, fix: Fix, who: str
) -> RecceDesk:
    """A new place where we are, its accuracy kept; the desk after.

    Raises SyncError place_unnamed.
    """
    if not name.strip():
        raise SyncError("place_unnamed")
    good_to = UNSAID_M if fix.accuracy_m is None else fix.accuracy_m
    given = Site(
        id="",
        name_zh=name.strip(),
        name_en=name.strip(),
        kind=Kind(kind),
        adcode="",
        city_zh="",
        city_en="",
        district_zh=None,
        lat=fix.lat,
        lon=fix.lon,
        coord_basis=TYPED if fix.source == TYPED else spot_basis(fix.accuracy_m),
        coord_uncertainty_m=good_to,
        venue_class=VenueClass.OPEN,
        by_hand=True,
    )
    site, by = settle_site(ws, given, "wgs84"), hand_of(desk, who)
    taken = {one.site.id for one in desk.sheets}
    if site.id in taken:
        site = replace(site, id=f"{site.id}-{len(taken)}")
    with open_book(ws, path_of(desk)) as book:
        fields = book.fields([site.id])
        said = fields_of_site(site).items()
        made = (fields.edit(FieldKey(SITE, site.id, field), value, by) for field, value in said)
        sheet = sheet_after(ws, desk, book, site.id, made)
    return replace(desk, sheets=(*desk.sheets, sheet))
