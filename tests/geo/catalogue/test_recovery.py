"""Damaged files: whatever can still be read is saved, nothing is invented, the rest is told."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from geo.catalogue.backups import back_up, list_backups
from geo.catalogue.database import connect
from geo.catalogue.pages import Shape, read_remains
from geo.catalogue.recovery import recover, set_aside_files
from geo.catalogue.restoring import check_catalogue
from geo.errors import CatalogueError
from geo.model.field import Edit, FieldKey
from geo.progress import finish
from tests.geo.catalogue.made import GARDEN, make_seed, opened

PAGE = 4096
PLACES = 60


def _edit(number, place, field, value, **more):
    return Edit(f"{number:032x}", FieldKey("site", place, field), value, who="沈砚", **more)


def _changes(start, count, chance):
    """Edits of many places, some with a text that goes on over many pages."""
    made = []
    for number in range(start, start + count):
        long = chance.random() < 0.05
        text = "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(4000 if long else 30))
        place = f"s{chance.randrange(PLACES)}"
        parents = tuple(one.id for one in made[-3:] if one.key.record == place)
        made.append(_edit(number, place, "notes_zh", text, parents=parents))
    return made


class Kept:
    """A catalogue with a copy of it, edits made before and after the copy, and a project."""

    def __init__(self, folder):
        chance = random.Random(11)
        self.folder = folder
        self.path = folder / "data" / "catalogue.sqlite"
        self.seed = make_seed(
            folder / "seed", *(replace(GARDEN, id=f"s{number}") for number in range(PLACES))
        )
        self.before, self.after = _changes(0, 250, chance), _changes(250, 250, chance)
        own = replace(GARDEN, id="own-place", name_zh="我的院子")
        store = opened(self.path, self.seed)
        store.take_edits(self.before, batch="b")
        finish(back_up(self.path, "merge"))
        store.take_edits(self.after, batch="a")
        store.save_site(own)
        store.save_project("戏", {"title": "长" * 3000})
        self.all = {one.id: one for one in store.edits()}
        self.sites = store.sites()
        store.close()


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return Kept(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def path(kept, tmp_path):
    shutil.copytree(kept.folder / "data", tmp_path / "data")
    return tmp_path / "data" / "catalogue.sqlite"


def _damage(path, change):
    content = bytearray(path.read_bytes())
    path.write_bytes(change(content) or bytes(content))


def _reopened(path, seed):
    with pytest.raises(CatalogueError) as told:
        opened(path, seed)
    assert told.value.code == "catalogue_damaged"
    damaged = path.parent / told.value.values["kept"]
    return opened(path, seed), damaged


def _agrees(store, path):
    assert finish(check_catalogue(path, store)) == ()


# ---- what hangs together


def _torn_header(content):
    content[:100] = b"x" * 100


def _no_first_page(content):
    content[:PAGE] = bytes(PAGE)


@pytest.mark.parametrize(
    ("change", "code"), [(_torn_header, "saved_all"), (_no_first_page, "saved_of_damaged")]
)
def test_with_every_other_page_whole_nothing_is_lost(kept, path, change, code):
    _damage(path, change)
    store, damaged = _reopened(path, kept.seed)
    assert {one.id: one for one in store.edits()} == kept.all
    assert store.sites() == kept.sites
    assert store.load_project() == {"title": "长" * 3000}
    newer = len(kept.all) - len(kept.before)
    copy, saved = store.start.told
    assert copy.code == "went_on_from_copy"
    assert (saved.code, saved.values["newer"]) == (code, newer)
    _agrees(store, path)
    assert set_aside_files(path) == ()
    assert damaged.exists()


def test_what_was_saved_is_told(kept, path):
    (copy,) = list_backups(path)
    _damage(path, _torn_header)
    with pytest.raises(CatalogueError):
        opened(path, kept.seed)
    (damaged,) = set_aside_files(path)
    opened(path, kept.seed)
    told = finish(recover(path, damaged, from_backup="x"))  # once more, by hand
    assert (told.kept, told.from_backup) == (damaged.name, "x")
    assert (told.edits, told.newer) == (len(kept.all), 0)
    assert told.sites == len({one.key.record for one in kept.all.values()})
    assert 0 <= told.broken_pages <= 1
    assert copy.edits == len(kept.before)


@pytest.mark.parametrize("seed", range(6))
def test_random_damage_loses_only_what_lay_there(kept, path, seed):
    chance = random.Random(seed)
    lengths = [512, PAGE, 3 * PAGE]

    def spoil(content):
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(0, len(content), 512)
            length = chance.choice(lengths)
            new = chance.choice([bytes(length), chance.randbytes(length)])
            content[at : at + length] = new[: len(content) - at]
        content[:16] = bytes(16)  # so that it is noticed at once
        if chance.random() < 0.3:
            return bytes(content[: chance.randrange(len(content) // 2, len(content))])
        return None

    _damage(path, spoil)
    store, damaged = _reopened(path, kept.seed)
    saved = {one.id: one for one in store.edits()}
    assert saved.keys() >= {one.id for one in kept.before}
    wrong = [one for one in saved.values() if kept.all[one.id] != one]
    # noise inside a row that still decodes cannot be told from what somebody wrote
    assert len(wrong) <= 1
    assert len(saved) > len(kept.before)
    _agrees(store, path)
    again = finish(recover(path, damaged))
    assert again.newer == 0


def test_half_a_file(kept, path):
    _damage(path, lambda content: bytes(content[: len(content) // 2]))
    store, _ = _reopened(path, kept.seed)
    saved = {one.id for one in store.edits()}
    assert {one.id for one in kept.before} <= saved <= kept.all.keys()
    _agrees(store, path)


@pytest.mark.parametrize(
    "content", [b"SQLite format 3\0" * 40, bytes(50_000), random.Random(1).randbytes(60_000)]
)
def test_where_nothing_is_left_the_copy_goes_on(kept, path, content):
    path.write_bytes(content)
    store, _ = _reopened(path, kept.seed)
    assert {one.id for one in store.edits()} == {one.id for one in kept.before}
    assert [one.code for one in store.start.told] == ["went_on_from_copy", "saved_nothing"]
    _agrees(store, path)


@pytest.mark.parametrize("content", [None, b"", b"x", b"SQLite format 3\0"])
def test_where_the_file_is_gone_or_empty_the_copy_goes_on(kept, path, content):
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    store = opened(path, kept.seed)
    assert {one.id for one in store.edits()} == {one.id for one in kept.before}
    (copy,) = list_backups(path)
    told = store.start.told
    assert (told[0].code, told[0].values["file"]) == ("went_on_from_copy", Path(copy.path).name)
    aside = [one.read_bytes() for one in path.parent.glob("*-damaged-*.sqlite")]
    assert aside == ([] if content is None else [content])
    assert opened(path, kept.seed).start.told == ()


def test_without_a_copy_the_edits_come_back_onto_what_ships(kept, path):
    shutil.rmtree(path.parent / "backups")
    _damage(path, _no_first_page)
    store, _ = _reopened(path, kept.seed)
    assert {one.id: one for one in store.edits()} == kept.all
    assert store.sites() == kept.sites


def test_a_copy_that_is_damaged_too_is_passed_over(kept, path):
    good = Path(list_backups(path)[0].path)
    rotten = good.with_name(good.name.replace("-000001-", "-000002-"))
    rotten.write_bytes(good.read_bytes()[:-9000])
    _damage(path, lambda content: bytes(content[:3000]))
    store, _ = _reopened(path, kept.seed)
    assert {one.id for one in store.edits()} == {one.id for one in kept.before}


def test_what_lay_in_the_log_beside_the_file_is_saved(kept, path):
    with closing(connect(path, "mode=rw", 1)) as held:
        held.execute("SELECT count(*) FROM edit").fetchone()
        opened(path, kept.seed, copies=False).take_edits([_edit(9_999, "s1", "notes_en", "late")])
        for name in ("catalogue.sqlite", "catalogue.sqlite-wal"):
            shutil.copy(path.with_name(name), path.with_name(f"{name}.cut"))
    log = path.with_name("catalogue.sqlite-wal")
    path.with_name("catalogue.sqlite.cut").replace(path)
    path.with_name("catalogue.sqlite-wal.cut").replace(log)
    assert log.stat().st_size > PAGE
    # a log that is cut off in what was never told to be kept
    log.write_bytes(log.read_bytes() + b"half a frame" * 99)
    damaged = path.with_name("catalogue-damaged-20260101-000000.sqlite")
    path.rename(damaged)
    log.rename(damaged.with_name(damaged.name + "-wal"))
    store = opened(path, kept.seed)
    assert store.edits_of(FieldKey("site", "s1", "notes_en"))[-1].value == "late"
    assert set(kept.all) < {one.id for one in store.edits()}


def test_a_log_whose_file_is_gone_does_not_spoil_the_copy(kept, path):
    with closing(connect(path, "mode=rw", 1)) as held:
        held.execute("SELECT count(*) FROM edit").fetchone()
        opened(path, kept.seed, copies=False).take_edits([_edit(9_999, "s1", "notes_en", "late")])
        log = path.with_name("catalogue.sqlite-wal").read_bytes()
    path.unlink()
    path.with_name("catalogue.sqlite-wal").write_bytes(log)
    store = opened(path, kept.seed)
    assert {one.id for one in kept.before} < {one.id for one in store.edits()}
    assert store.edits_of(FieldKey("site", "s1", "notes_en"))[-1].value == "late"
    _agrees(store, path)


def test_a_file_that_cannot_be_saved_does_not_keep_the_catalogue_shut(kept, path, monkeypatch):
    def refuse(*_args):
        raise OSError(5, "Input/output error")

    _damage(path, _torn_header)
    monkeypatch.setattr("geo.catalogue.recovery.read_remains", refuse)
    store, damaged = _reopened(path, kept.seed)
    assert {one.id for one in store.edits()} == {one.id for one in kept.before}
    for _ in range(3):
        opened(path, kept.seed).close()
    assert set_aside_files(path) == ()  # tried often enough
    monkeypatch.undo()
    assert finish(recover(path, damaged)).newer == len(kept.all) - len(kept.before)


def test_a_damaged_file_that_is_gone_is_told(kept, path):
    with pytest.raises(CatalogueError) as told:
        finish(recover(path, path.with_name("nowhere.sqlite")))
    assert told.value.code == "damaged_gone"


def test_rows_that_do_not_say_what_their_edits_say_are_told(kept, path):
    with closing(sqlite3.connect(path)) as connection:
        place = kept.after[0].key.record
        connection.execute("UPDATE site SET notes_zh = '乱' WHERE id = ?", (place,))
        connection.commit()
    (told,) = finish(check_catalogue(path, opened(path, kept.seed, copies=False)))
    assert (told.code, told.values["count"], told.values["site"]) == ("unsound_rows", 1, "试园")


# ---- page by page, against SQLite itself

THING = Shape(
    "thing", (("n", "whole", True), ("id", "text", False), ("a", "number", True)), key=(1,)
)
DOCUMENT = Shape("paper", (("name", "text", False), ("said", "document", False)))


@pytest.mark.parametrize("size", [512, 1024, 4096, 65536])
def test_what_sqlite_wrote_is_read_as_sqlite_reads_it(tmp_path, size):
    chance = random.Random(size)
    path = tmp_path / "x.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size={size}")
        connection.execute("CREATE TABLE thing (n INTEGER PRIMARY KEY, id TEXT UNIQUE, a REAL)")
        connection.execute("CREATE TABLE paper (name TEXT PRIMARY KEY, said JSON)")
        for number in range(700):
            name = f"{number}" + "字" * chance.choice([0, 1, 5, 200, 5000 if number < 20 else 2])
            values = [None, 0.0, 1.0, -3.0, 0.1, 2.0**45, -(2.0**30), 1e300, 70_000.0]
            row = (name, chance.choice(values))
            connection.execute("INSERT INTO thing (id, a) VALUES (?, ?)", row)
        said = json.dumps({"x": "y" * 3000})
        connection.executemany("INSERT INTO paper VALUES (?, ?)", [(f"p{n}", said) for n in "abc"])
        connection.execute("DELETE FROM thing WHERE n % 3 = 0")
        connection.commit()
        things = connection.execute("SELECT id, a FROM thing ORDER BY n").fetchall()
    found = read_remains(path, [THING, DOCUMENT])
    assert [row[1:] for row in found.rows["thing"]] == things
    assert sorted(found.rows["paper"]) == [(f"p{n}", said) for n in "abc"]
    assert (found.broken, found.pointed) == (0, frozenset({"thing", "paper"}))
    assert found.pages == path.stat().st_size // size


@pytest.mark.parametrize(
    ("row", "fits"),
    [
        ((None, "a", 1.5), True),
        ((3, "a", None), True),
        ((None, None, 1.5), False),
        ((None, "a\0", 1.5), False),
        ((None, "a", "x"), False),
        ((None, "a"), False),
        ((None, b"a", 1), False),
    ],
)
def test_which_rows_a_table_could_hold(row, fits):
    assert THING.fits(row) is fits
    assert not DOCUMENT.fits(("a", "[1]"))
    assert DOCUMENT.fits(("a", '{"b": 1}'))


@pytest.mark.parametrize("seed", range(30))
def test_noise_never_stops_the_reading(tmp_path, seed):
    chance = random.Random(seed)
    path = tmp_path / "x.sqlite"
    content = bytearray(chance.randbytes(PAGE * chance.randrange(1, 6) + chance.randrange(PAGE)))
    for at in range(0, len(content), PAGE):
        content[at] = chance.choice([0x0D, 0x05, 0])
    if chance.random() < 0.5:
        content[:18] = b"SQLite format 3\0\x10\0"
        content[100] = chance.choice([0x0D, 0x05])
    path.write_bytes(content)
    path.with_name("x.sqlite-wal").write_bytes(chance.randbytes(chance.randrange(9000)))
    found = read_remains(path, [THING, DOCUMENT])
    assert found.rows == {"thing": [], "paper": []}
