"""What comes home from the field: edits and their history, packs, recce forms, positions, safety.

An edit gives one value to one field of one record and never changes. What a record says is what
its edits come to (``geo.edits``), so the order in which packs come home does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from geo.model.checks import Check as Check
from geo.model.figures import Reason
from geo.model.sites import Site
from geo.model.whereabouts import Fix as Fix
from geo.model.whereabouts import Near as Near
from geo.model.whereabouts import Track as Track

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
"""A value of a field as JSON has it; None: the field says nothing (unknown, or taken away)."""

SITE, RECCE, APPROVAL = "site", "recce", "approval"
"""Kinds of records of this room; the other kinds are those of ``Store.records``."""

OWN_PRIVATE = "own.private-"
"""What the keys of the user's private lines of the form begin with: a key tells it by itself."""


class Why(StrEnum):
    """What an edit was made for; told in the history. ``NOTED``: in the form of a recce."""

    TYPED = "typed"
    NOTED = "noted"
    IMPORTED = "imported"
    OUTSIDE = "outside"
    SETTLED = "settled"
    UNDONE = "undone"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True, order=True)
class FieldKey:
    """One field of one record: kind (``SITE``, ``RECCE``, ...), id of the record, field."""

    kind: str
    record: str
    field: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One value given to one field, by whom, when and in sight of which earlier edits.

    ``parents``: ids of the edits it takes the place of; none: of what ships. ``before``: what its
    author saw. ``when``: ISO date and time with offset, told only, never used to order. ``pack``:
    id of the pack it was made in, empty for the catalogue. ``batch``: what was done in one go.
    ``undoes``: ids of edits that it takes back, or (an undoing) brings back; empty: it says a thing
    of its own.
    """

    id: str
    key: FieldKey
    value: Json
    before: Json = None
    parents: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    pack: str = ""
    why: Why = Why.TYPED
    batch: str = ""
    undoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One answer to a contested field: the edits that say so, newest told first; their photos.

    ``photos``: full paths of photos taken by the same hand at the same record (at most three).
    """

    value: Json
    edits: tuple[Edit, ...]
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contested:
    """A field that two people gave different values, each without seeing the other's.

    ``stands``: what it says until somebody decides: what both had seen before (None: unknown).
    ``name``/``name_en``: of the record, for people. ``both``: whether both answers can be kept.
    """

    key: FieldKey
    name: str
    name_en: str
    stands: Json
    sides: tuple[Side, ...]
    both: bool = False


@dataclass(frozen=True, slots=True)
class Settling:
    """What deciding a contested field one way would change: told as reasons, before it is done.

    ``reasons``: e.g. the net cost of the place before and after, and its rank.
    """

    key: FieldKey
    side: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of one field as the history tells it; quick typing counts as one.

    ``edits``: ids, oldest first. ``current``: it is what the field says now. ``pack_name``: the
    pack it came with, empty for the catalogue.
    """

    key: FieldKey
    before: Json
    after: Json
    who: str
    when: str
    why: Why
    pack_name: str = ""
    edits: tuple[str, ...] = ()
    current: bool = False


class Stage(StrEnum):
    """How far a record is in a register that a bureau answers for."""

    PROPOSED = "proposed"
    REVIEWED = "reviewed"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Approval:
    """The stage of a record. A change after it was reviewed makes it proposed again.

    ``changed_since``: field names changed after the last review; who and when of that review.
    """

    kind: str
    record: str
    stage: Stage = Stage.PROPOSED
    who: str = ""
    when: str = ""
    changed_since: tuple[str, ...] = ()


# ---- packs


@dataclass(frozen=True, slots=True)
class PackWishes:
    """What goes into a pack. ``sites``: ids; ``private``: contacts and quotes too.

    ``photos``: photos of the sites too; ``who``: who makes it; ``margin_km`` around the places for
    the base map.
    """

    sites: tuple[str, ...]
    name: str = ""
    who: str = ""
    private: bool = False
    photos: bool = True
    margin_km: float = 5.0
    questions: tuple[Reason, ...] = ()
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a pack says of itself. ``version``: of its format; ``megabytes``: its size.

    ``notes``: what is not as wished (tiles that did not fit, a stick that cannot be written to).
    """

    id: str
    name: str
    path: str
    made_by: str
    made_on: str
    sites: int
    photos: int
    edits: int
    private: bool
    version: int
    megabytes: float
    questions: tuple[Reason, ...] = ()
    checklist: tuple[str, ...] = ()
    catalogue_date: str = ""
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPhoto:
    """A photo or clip as it lies in a pack; ``digest``: SHA-256 of the file, its name there.

    ``lat``, ``lon`` WGS-84; ``bearing`` degrees from north where the lens looked; ``taken``: ISO
    local time as the camera says.
    """

    digest: str
    name: str
    site_id: str
    who: str = ""
    taken: str = ""
    lat: float | None = None
    lon: float | None = None
    bearing: float | None = None
    note: str = ""
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What coming home did. ``merged``: edits taken without a question, ``known``: already here.

    ``contested``: fields that want a decision now (of this pack); ``lost`` is counted, not
    assumed: edits of the pack that are not in the catalogue afterwards. ``batch``: to undo it.
    """

    pack: PackInfo
    merged: int
    known: int
    contested: int
    lost: int
    photos: int
    batch: str
    notes: tuple[Reason, ...] = ()
    undone: bool = False


# ---- the recce form


@dataclass(frozen=True, slots=True)
class RecceOption:
    """One answer to choose: its code and its words."""

    value: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class RecceField:
    """One line of the recce form.

    ``type``: choice, number, text, flag, price (amount, per, by whom, valid until), noise (by
    hour), scenes (which scene types were seen), position (we stand there). ``group``: heading.
    ``target``: the record its answer belongs to (``RECCE``, or ``SITE`` where it is a fact of the
    catalogue). ``own``: the user added it. ``private``: contacts and quotes.
    """

    key: str
    type: str
    group: str
    zh: str
    en: str
    icon: str = ""
    unit: str = ""
    options: tuple[RecceOption, ...] = ()
    target: str = RECCE
    low: float | None = None
    high: float | None = None
    own: bool = False
    private: bool = False
    hint_zh: str = ""
    hint_en: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the form holds for one field, by whom and when."""

    value: Json
    who: str = ""
    when: str = ""
    contested: bool = False


@dataclass(frozen=True, slots=True)
class FieldPhoto:
    """A photo on the form: ``path`` of the original, ``shown`` of what can be shown (a JPEG).

    ``away_m``: from the place; ``doubt``: why its position may be wrong (e.g. another datum).
    ``id``: its name in keys of the form; ``converted``: its position is not the camera's own.
    """

    path: str
    shown: str
    taken: str = ""
    lat: float | None = None
    lon: float | None = None
    bearing: float | None = None
    away_m: float | None = None
    doubt: Reason | None = None
    note: str = ""
    who: str = ""
    clip: bool = False
    id: str = ""
    converted: bool = False


@dataclass(frozen=True, slots=True)
class RecceSheet:
    """The form of one place. ``answers`` by field key (noise: ``noise@14``); ``done``: finished."""

    site: Site
    answers: Mapping[str, Answer] = field(default_factory=dict)
    photos: tuple[FieldPhoto, ...] = ()
    questions: tuple[Reason, ...] = ()
    done: bool = False
    answered: int = 0
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class RecceDesk:
    """All that a recce works on: a pack (or the catalogue: ``pack`` None), its form and places."""

    pack: PackInfo | None
    fields: tuple[RecceField, ...]
    sheets: tuple[RecceSheet, ...] = ()

    def sheet(self, site_id: str | None) -> RecceSheet | None:
        """The form of a place."""
        return next((one for one in self.sheets if one.site.id == site_id), None)


# ---- safety


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the catalogue. ``why``: start, merge, migration, restore, hand, passphrase.

    ``edits``: how many edits it holds; ``sealed``: contacts and quotes in it want the passphrase.
    """

    path: str
    when: str
    why: str
    megabytes: float
    sites: int
    edits: int
    sound: bool = True
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was saved of a damaged file, against the newest backup it was joined with.

    ``sites``, ``edits``: what could still be read there; ``newer``: edits that no copy had.
    ``lost_tables``: tables whose order is lost, so that rows were looked for page by page.
    ``broken_pages`` of ``pages`` could not be read, or not every row of them.
    """

    kept: str
    sites: int
    edits: int
    from_backup: str = ""
    lost_tables: tuple[str, ...] = ()
    newer: int = 0
    broken_pages: int = 0
    pages: int = 0


class Lock(StrEnum):
    """Whether contacts and quotes are sealed: no passphrase set, locked, or open in this window."""

    NONE = "none"
    LOCKED = "locked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand writes, when and why. ``when`` empty: now; ``batch`` empty: one of its own."""

    who: str = ""
    when: str = ""
    why: Why = Why.TYPED
    batch: str = ""
    pack: str = ""
