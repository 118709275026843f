"""Edits that other programs make in a pack: noted by triggers, or found by comparing.

A trigger notes every change of a line with an id of chance, so two copies of a pack go their own
ways and successive changes follow each other. A copy that lost the triggers (written anew by a
converter) is compared with what its own edits come to; such an edit has an id made of its content.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from geo.edits import canonical
from geo.model.field import SITE, Edit, FieldKey, Json, Why
from geo.sync.pack_cells import Cell, UnreadableCell, said
from geo.sync.pack_lines import PLACES, Line
from geo.sync.pack_state import PackState

NOBODY = "QGIS"
"""Who made a change where the row does not say who."""
CHANGED, ADDED, DELETED = "changed", "added", "deleted"
PREFIX = "kj_on_"
MOST = 4
NAME, RETIRED = "name_zh", "retired"
NEW_PLACE = "field-"
TABLES = (
    "CREATE TABLE IF NOT EXISTS kj_guard (n INTEGER)",
    "CREATE TABLE IF NOT EXISTS kj_outside (n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL,"
    " what TEXT NOT NULL, line TEXT, site TEXT, v1, v2, v3, v4, who TEXT, made TEXT,"
    " east INTEGER, taken INTEGER NOT NULL DEFAULT 0)",
)
UNGUARDED = "NOT EXISTS (SELECT 1 FROM kj_guard)"
CHANCE = "lower(hex(randomblob(16)))"
# the time on the wall, and by how many seconds it is ahead of UTC
NOW = (
    "strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'),"
    " strftime('%s', 'now', 'localtime') - strftime('%s', 'now')"
)
LATEST = f"(SELECT id FROM {PLACES} WHERE rowid = NEW.rowid)"


@dataclass(frozen=True, slots=True)
class Outside:
    """Edits made by other programs that are not in the log yet.

    ``doubtful``: notes whose cells say nothing that their line could mean. ``named``: number of a
    row that had no id, and the id it goes by.
    """

    edits: tuple[Edit, ...]
    doubtful: tuple[int, ...] = ()
    named: tuple[tuple[int, str], ...] = ()


def quoted(name: str) -> str:
    """A name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def note_changes(db: sqlite3.Connection, lines: Sequence[Line]) -> None:
    """Make the tables and triggers that note what other programs change."""
    for sql in TABLES:
        db.execute(sql)
    for name, sql in _triggers(lines).items():
        db.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.execute(sql)


def notes_changes(db: sqlite3.Connection, lines: Sequence[Line]) -> bool:
    """Whether every trigger is there."""
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    there = {name for (name,) in rows}
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return there.issuperset(_triggers(lines)) and {"kj_outside", "kj_guard"} <= tables


@contextmanager
def unnoted(db: sqlite3.Connection) -> Iterator[None]:
    """What is written inside is ours, and not noted; in a transaction of the caller."""
    db.execute("INSERT INTO kj_guard VALUES (1)")
    yield
    db.execute("DELETE FROM kj_guard")


def _triggers(lines: Sequence[Line]) -> dict[str, str]:
    """SQL of every trigger by its name."""
    made = {}
    for at, line in enumerate(lines):
        names = [quoted(one) for one in line.columns]
        differs = " OR ".join(f"OLD.{one} IS NOT NEW.{one}" for one in names)
        made[f"{PREFIX}{at}"] = (
            f"CREATE TRIGGER {PREFIX}{at} AFTER UPDATE OF {', '.join(names)} ON {PLACES}"
            f" WHEN ({differs}) AND {UNGUARDED} BEGIN {_note(line, CHANGED, 'NEW.id')} END"
        )
    born = [
        _note(line, ADDED, LATEST, "" if line.key == NAME else _any_said(line)) for line in lines
    ]
    made[f"{PREFIX}insert"] = (
        f"CREATE TRIGGER {PREFIX}insert AFTER INSERT ON {PLACES} WHEN {UNGUARDED} BEGIN"
        f" UPDATE {PLACES} SET id = '{NEW_PLACE}' || lower(hex(randomblob(8)))"
        f" WHERE rowid = NEW.rowid AND (coalesce(id, '') = ''"
        f" OR EXISTS (SELECT 1 FROM {PLACES} o WHERE o.id = NEW.id AND o.rowid <> NEW.rowid));"
        f" {' '.join(born)} END"
    )
    # an id is how a place is known: whoever overwrites it means something else
    made[f"{PREFIX}id"] = (
        f"CREATE TRIGGER {PREFIX}id AFTER UPDATE OF id ON {PLACES}"
        f" WHEN OLD.id IS NOT NEW.id AND coalesce(OLD.id, '') <> '' AND {UNGUARDED}"
        f" AND NOT EXISTS (SELECT 1 FROM {PLACES} o WHERE o.id = OLD.id)"
        f" BEGIN UPDATE {PLACES} SET id = OLD.id WHERE rowid = NEW.rowid; END"
    )
    made[f"{PREFIX}delete"] = (
        f"CREATE TRIGGER {PREFIX}delete AFTER DELETE ON {PLACES}"
        f" WHEN {UNGUARDED} AND coalesce(OLD.id, '') <> '' BEGIN"
        " INSERT INTO kj_outside (id, what, site, who, made, east)"
        f" VALUES ({CHANCE}, '{DELETED}', OLD.id, OLD.who, {NOW}); END"
    )
    return made


def _note(line: Line, what: str, site: str, when: str = "") -> str:
    values = [f"NEW.{quoted(one)}" for one in line.columns]
    values += ["NULL"] * (MOST - len(values))
    key = line.key.replace("'", "''")
    return (
        "INSERT INTO kj_outside (id, what, line, site, v1, v2, v3, v4, who, made, east)"
        f" SELECT {CHANCE}, '{what}', '{key}', {site}, {', '.join(values)}, NEW.who, {NOW} {when};"
    )


def _any_said(line: Line) -> str:
    return "WHERE " + " OR ".join(f"NEW.{quoted(one)} IS NOT NULL" for one in line.columns)


# ---- as edits


def noted(db: sqlite3.Connection, lines: Sequence[Line], state: PackState, pack: str) -> Outside:
    """The changes noted since they were last taken, as edits that follow each other.

    ``state`` knows them afterwards.
    """
    by_key = {line.key: line for line in lines}
    found: list[Edit] = []
    doubtful: dict[tuple[str, str], int] = {}
    rows = db.execute(
        "SELECT n, id, what, line, site, v1, v2, v3, v4, who, made, east FROM kj_outside"
        " WHERE taken = 0 ORDER BY n"
    )
    for number, chance, what, key, site, *rest in rows.fetchall():
        cells, (who, made, east) = rest[:MOST], rest[MOST:]
        if not isinstance(site, str) or not site:
            continue
        when = _moment(made, east)
        if what == DELETED:
            after: Mapping[FieldKey, Json] = {FieldKey(SITE, site, RETIRED): True}
        elif key not in by_key:
            continue
        else:
            line = by_key[key]
            told: Sequence[Cell] = cells[: len(line.columns)]
            if what == ADDED and key == NAME:
                told = _named(told, site)
            try:
                after = said(line, site, told, state.values(site), when[:10])
            except UnreadableCell:
                doubtful[site, key] = number
                continue
            doubtful.pop((site, key), None)
            if what == ADDED and key == NAME:
                after = {**after, **_back_again(site, state)}
        maker = _Maker(state, str(who or "").strip() or NOBODY, when, pack)
        found.extend(maker.edits(after, chance))
    return Outside(tuple(found), tuple(doubtful.values()))


def _moment(made: object, east: object) -> str:
    """The time with its offset; empty where the note has been tampered with."""
    if not isinstance(made, str) or not isinstance(east, int):
        return ""
    sign, minutes = "-" if east < 0 else "+", abs(east) // 60
    text = f"{made}{sign}{minutes // 60:02}:{minutes % 60:02}"
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def take_note(db: sqlite3.Connection, outside: Outside) -> None:
    """What has been noted so far is in the log now; rows without an id have theirs.

    What makes no sense stays noted until its line says something that does.
    """
    kept = ", ".join(map(str, outside.doubtful))
    db.execute(f"UPDATE kj_outside SET taken = 1 WHERE taken = 0 AND n NOT IN ({kept})")
    db.executemany(
        f"UPDATE {PLACES} SET id = ? WHERE rowid = ?", ((name, row) for row, name in outside.named)
    )


def compared(db: sqlite3.Connection, lines: Sequence[Line], state: PackState, pack: str) -> Outside:
    """What the layer of places says otherwise than the log of its pack; no row is missed.

    ``state`` knows the edits afterwards.
    """
    names = {name for _, name, *_ in db.execute(f"PRAGMA table_info({PLACES})")}
    here = [line for line in lines if names.issuperset(line.columns)]
    columns = ["rowid", "id", "who" if "who" in names else "NULL"]
    columns += [quoted(one) for line in here for one in line.columns]
    found: list[Edit] = []
    doubtful: list[int] = []
    named: list[tuple[int, str]] = []
    rows = db.execute(f"SELECT {', '.join(columns)} FROM {PLACES} ORDER BY rowid")
    for row, site, who, *cells in rows:
        place = site
        if not isinstance(site, str) or not site:
            place = _content_id(cells)
            named.append((row, place))
        maker = _Maker(state, str(who or "").strip() or NOBODY, "", pack)
        rest = list(cells)
        for line in here:
            told: Sequence[Cell] = rest[: len(line.columns)]
            rest = rest[len(line.columns) :]
            if line.key == NAME and state.value(FieldKey(SITE, place, NAME)) is None:
                told = _named(told, place)
            try:
                after = said(line, place, told, state.values(place), "")
            except UnreadableCell:
                doubtful.append(row)
                continue
            found.extend(maker.edits(after, pack))
    return Outside(tuple(found), tuple(doubtful), tuple(named))


def _named(cells: Sequence[Cell], site: str) -> Sequence[Cell]:
    """A place without a name is none: it gets the end of its id for one."""
    return cells if str(cells[0] or "").strip() else [f"#{site[-4:]}"]


def _back_again(site: str, state: PackState) -> dict[FieldKey, Json]:
    """A row that was cut out and put back is the same place: it is not retired."""
    key = FieldKey(SITE, site, RETIRED)
    return {} if state.value(key) is None else {key: None}


def _content_id(cells: Sequence[Cell]) -> str:
    """An id of where a place lies and its name, which stand first: the rest may yet be filled."""
    return NEW_PLACE + sha256(repr(cells[:3]).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Maker:
    state: PackState
    who: str
    when: str
    pack: str

    def edits(self, after: Mapping[FieldKey, Json], seed: str) -> list[Edit]:
        """The edits for new values, made in sight of what the pack knows.

        They are the same from the same pack whenever it is read.
        """
        made = []
        for key, value in sorted(after.items()):
            parents = self.state.parents(key)
            told = (seed, key.kind, key.record, key.field, canonical(value), *parents)
            name = sha256("\n".join(told).encode()).hexdigest()[:32]
            before = self.state.value(key)
            made.append(
                Edit(name, key, value, before, parents, self.who, self.when, self.pack, Why.OUTSIDE)
            )
        self.state.add(made)
        return made
