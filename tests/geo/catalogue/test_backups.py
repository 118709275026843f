"""Copies of the catalogue: whole, kept by rotation whatever the clock says, and put back safely."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue import backups, migrations, restoring
from geo.catalogue.backups import back_up, list_backups, newest_sound, worth_keeping
from geo.catalogue.database import is_sound
from geo.catalogue.restoring import check_file, restore_backup
from geo.errors import CatalogueError
from geo.progress import finish
from tests.geo.catalogue.made import BASE, GARDEN, make_seed, opened
from tests.geo.catalogue.test_opening import OWN, SOON, _old_file

ROOT = Path(__file__).parents[3]


def _names(store):
    return {site.id: site.name_zh for site in store.sites()}


def _projects(path):
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM project")}


def _refused(job):
    with pytest.raises(CatalogueError) as told:
        finish(job)
    return told.value.code


def _folder(path):
    return sorted(one.name for one in (path.parent / "backups").iterdir())


# ---- making


def test_a_copy_holds_what_stood_and_needs_no_other_file(store, path):
    store.save_site(OWN)
    made = finish(back_up(path, "hand"))
    store.save_site(replace(OWN, name_zh="后来改的"))
    assert (made.why, made.sites, made.sound, made.sealed) == ("hand", 3, True, False)
    assert _folder(path) == [Path(made.path).name]
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        query = "SELECT name_zh FROM site WHERE id = ?"
        assert copy.execute(query, (OWN.id,)).fetchone() == (OWN.name_zh,)
    assert made.megabytes == Path(made.path).stat().st_size / 1e6
    assert list_backups(path) == (made,)


def test_a_copy_is_made_while_somebody_writes(store, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE site SET name_zh = '未存'")
        made = finish(back_up(path, "hand"))
    with closing(sqlite3.connect(made.path)) as copy:
        names = copy.execute("SELECT name_zh FROM site ORDER BY id").fetchall()
    assert names == [(BASE.name_zh,), (GARDEN.name_zh,)] or names == [
        (GARDEN.name_zh,),
        (BASE.name_zh,),
    ]


def test_a_start_copies_what_is_the_users_own_once(path, seed):
    opened(path, seed).close()
    opened(path, seed).close()
    assert list_backups(path) == ()
    opened(path, seed).save_site(OWN)
    opened(path, seed).close()
    opened(path, seed).close()
    (first,) = list_backups(path)
    assert (first.why, first.sites) == ("start", 3)
    opened(path, seed).save_site(replace(OWN, name_zh="又改了"))
    opened(path, seed).close()
    assert [one.why for one in list_backups(path)] == ["start", "start"]
    assert list_backups(path)[1] == first


def test_a_disk_that_fills_up_leaves_no_half_copy(store, path, monkeypatch):
    store.save_site(OWN)
    first = finish(back_up(path, "hand"))

    def half(_source, target, _patience):
        target.write_bytes(bytes(5000))
        full = sqlite3.OperationalError("database or disk is full")
        full.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise full

    monkeypatch.setattr(backups, "copy_out", half)
    assert _refused(back_up(path, "merge")) == "disk_full"
    assert _folder(path) == [Path(first.path).name]
    assert _names(store)[OWN.id] == OWN.name_zh


def test_with_no_room_for_a_copy_the_catalogue_opens_and_is_saved_to(path, seed, monkeypatch):
    opened(path, seed).save_site(OWN)

    def refuse(_source, _target, _patience):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "copy_out", refuse)
    store = opened(path, seed)
    assert [one.code for one in store.start.told] == ["no_copy_at_start"]
    assert store.start.why_no_copy == "disk_full"
    store.save_site(replace(OWN, name_zh="还能存"))
    assert store.site(OWN.id).name_zh == "还能存"


def test_a_folder_that_takes_no_copy_is_told(plain_folder, plain_user):
    path = plain_folder / "data" / "catalogue.sqlite"
    store = opened(path, make_seed(plain_folder / "seed", GARDEN))
    store.save_site(OWN)
    (path.parent / "backups").mkdir(mode=0o555)
    assert _refused(back_up(path, "hand")) == "backup_refused"
    assert opened(path, plain_folder / "seed").site(OWN.id).name_zh == OWN.name_zh


def test_files_that_are_no_copies_are_left_alone(store, path):
    folder = path.parent / "backups"
    folder.mkdir()
    strange = ["我的备份.sqlite", "catalogue-x.sqlite", "catalogue-000001-1-hand-abcd.sqlite"]
    for name in strange:
        (folder / name).write_bytes(b"x")
    made = finish(back_up(path, "hand"))
    assert [one.path for one in list_backups(path)] == [made.path]
    assert set(_folder(path)) == {*strange, Path(made.path).name}


def test_what_a_cut_off_copying_left_goes_and_what_is_written_to_stays(store, path):
    folder = path.parent / "backups"
    folder.mkdir()
    old, new, ahead = (folder / f".catalogue-{name}.part" for name in "ona")
    for part in (old, new, ahead):
        part.write_bytes(b"x")
    os.utime(old, (0, 0))
    os.utime(ahead, (time.time() + 1e6,) * 2)  # the clock was set back
    finish(back_up(path, "hand"))
    assert (old.exists(), new.exists(), ahead.exists()) == (False, True, False)


# ---- rotation


def _copies(stamps):
    """Copies made in this order; the newest first."""
    made = [
        backups._Copy(number, Path(f"{number}"), stamp, "start", False)
        for number, stamp in enumerate(stamps)
    ]
    return made[::-1]


def test_the_rotation_by_hand():
    # three copies a day, 2026-01-01 to 2026-12-28 with 28 days a month
    days = [f"2026{month:02d}{day:02d}" for month in range(1, 13) for day in range(1, 29)]
    copies = _copies(f"{day}T{hour}0000+0800" for day in days for hour in ("08", "12", "20"))
    kept = sorted(one.stamp[:11] for one in worth_keeping(copies))
    newest = [f"202612{day}T{hour}" for day in (26, 27, 28) for hour in ("08", "12", "20")]
    newest.append("20261225T20")
    fortnight = [f"202612{day}T20" for day in range(15, 29)]
    year = [f"2026{month:02d}28T20" for month in range(1, 13)]
    assert kept == sorted({*newest, *fortnight, *year})


@given(st.lists(st.datetimes(), max_size=60), st.integers(0, 5))
def test_whatever_the_clock_says_the_newest_stay(times, often):
    there = []
    for number, at in enumerate(time_ for time_ in times for _ in range(often)):
        stamp = f"{at:%Y%m%dT%H%M%S}+0800".zfill(20)
        new = backups._Copy(number, Path(str(number)), stamp, "start", False)
        there = sorted(worth_keeping([new, *there]), reverse=True)
        expected = list(range(number, max(number - backups.NEWEST, -1), -1))
        assert [one.number for one in there[: backups.NEWEST]] == expected
        assert len(there) <= backups.NEWEST + backups.DAYS + backups.MONTHS


def test_more_copies_than_are_kept(store, path, monkeypatch):
    monkeypatch.setattr(backups, "NEWEST", 3)
    for number in range(6):
        store.save_project(str(number), {})
        finish(back_up(path, "start"))
    kept = [_projects(one.path) for one in list_backups(path)]
    assert [len(each) for each in kept] == [6, 5, 4]


def test_a_copy_of_a_damaged_catalogue_takes_no_sound_one_away(path, seed, monkeypatch):
    monkeypatch.setattr(backups, "NEWEST", 1)
    make_seed(seed, *(replace(GARDEN, id=f"s{at}") for at in range(200)))
    opened(path, seed).save_site(OWN)
    sound = finish(back_up(path, "hand"))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = bytes(8192)
    path.write_bytes(content)
    bad = [finish(back_up(path, "merge")) for _ in range(5)]
    assert not any(one.sound for one in bad)
    assert list_backups(path)[-1] == sound
    assert newest_sound(path) == sound


def test_copies_that_rot_later_are_passed_over(store, path):
    store.save_site(OWN)
    good = finish(back_up(path, "hand"))
    for damage in (bytes(100), b"SQLite format 3\0" + bytes(4000)):
        rotten = Path(finish(back_up(path, "hand")).path)
        rotten.write_bytes(damage)
    assert [one.sound for one in list_backups(path)] == [False, False, True]
    assert newest_sound(path) == good


# ---- putting back


def test_a_copy_put_back_is_seen_in_every_window_and_can_be_taken_back(path, seed):
    here, there = opened(path, seed), opened(path, seed)
    here.save_site(OWN)
    made = finish(back_up(path, "hand"))
    there.save_site(replace(OWN, name_zh="后来改的"))
    assert _names(here)[OWN.id] == "后来改的"

    there.changed_elsewhere()
    stood = finish(restore_backup(path, made, seed))
    assert there.changed_elsewhere()
    assert _names(here)[OWN.id] == _names(there)[OWN.id] == OWN.name_zh
    there.save_site(replace(OWN, name_zh="接着改"))
    assert _names(here)[OWN.id] == "接着改"

    assert (stood.why, list_backups(path)[0]) == ("restore", stood)
    finish(restore_backup(path, stood, seed))
    assert _names(here)[OWN.id] == "后来改的"
    assert is_sound(path)


def test_an_old_copy_is_brought_up_to_date_beside_the_file(path, seed):
    _old_file(path)
    store = opened(path, seed)
    (made,) = list_backups(path)
    assert made.why == "migration"
    store.save_site(replace(OWN, name_zh="后来改的"))
    finish(restore_backup(path, made, seed))
    assert store.site(OWN.id).name_zh == OWN.name_zh
    assert len(store.sites()) == 3
    with closing(sqlite3.connect(path)) as connection:
        revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert revision == (migrations.HEAD,)
    assert [one for one in _folder(path) if one.startswith(".")] == []


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda copy: copy.unlink(), "backup_gone"),
        (lambda copy: copy.write_bytes(copy.read_bytes()[:9000]), "backup_damaged"),
        (lambda copy: copy.write_bytes(b"x" * 9000), "backup_damaged"),
        (
            lambda copy: _say(copy, "UPDATE alembic_version SET version_num = 'x'"),
            "catalogue_newer",
        ),
        (lambda copy: _say(copy, "DROP TABLE alembic_version"), "catalogue_foreign"),
    ],
)
def test_a_copy_that_cannot_be_put_back_changes_nothing(store, path, seed, spoil, code):
    store.save_site(OWN)
    made = finish(back_up(path, "hand"))
    store.save_site(replace(OWN, name_zh="后来改的"))
    spoil(Path(made.path))
    assert _refused(restore_backup(path, made, seed)) == code
    assert _names(store)[OWN.id] == "后来改的"
    assert [one for one in _folder(path) if one.startswith(".")] == []


def _say(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_nothing_is_put_back_while_another_window_writes(store, path, seed):
    store.save_site(OWN)
    made = finish(back_up(path, "hand"))
    store.save_site(replace(OWN, name_zh="后来改的"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meta SET value = value")
        assert _refused(restore_backup(path, made, seed, patience_s=SOON)) == "catalogue_locked"
        other.execute("COMMIT")
    assert _names(store)[OWN.id] == "后来改的"


def test_without_a_copy_of_what_stands_nothing_is_put_back(store, path, seed, monkeypatch):
    store.save_site(OWN)
    made = finish(back_up(path, "hand"))
    store.save_site(replace(OWN, name_zh="后来改的"))

    def refuse(*_args):
        raise CatalogueError("disk_full", file="x")

    monkeypatch.setattr(restoring, "back_up", refuse)
    assert _refused(restore_backup(path, made, seed)) == "disk_full"
    assert _names(store)[OWN.id] == "后来改的"


def test_what_another_window_saves_meanwhile_is_in_a_copy_or_in_the_catalogue(path, seed):
    store, other = opened(path, seed), opened(path, seed)
    store.save_site(OWN)
    made = finish(back_up(path, "hand"))
    saved, stop = [], threading.Event()

    def write():
        while not stop.is_set():
            name = f"p{len(saved)}"
            other.save_project(name, {})
            saved.append(name)

    writer = threading.Thread(target=write)
    writer.start()
    stood = []
    try:
        for _ in range(2):
            time.sleep(0.05)
            stood.append(finish(restore_backup(path, made, seed)))
    finally:
        stop.set()
        writer.join()
    kept = _projects(path).union(*(_projects(one.path) for one in stood))
    assert len(saved) > 2
    assert set(saved) <= kept


KILLED = """
import sys
from pathlib import Path
from geo.catalogue.backups import back_up, list_backups
from geo.catalogue.restoring import restore_backup
from geo.progress import finish
path, seed = Path(sys.argv[1]), Path(sys.argv[2])
first = list_backups(path)[-1]
print("go", flush=True)
while True:
    finish(back_up(path, "merge"))
    finish(restore_backup(path, first, seed))
"""


@pytest.mark.skipif(os.name != "posix", reason="no SIGKILL here")
def test_a_program_killed_while_copying_or_putting_back_leaves_all_sound(store, path, seed):
    store.save_site(OWN)
    finish(back_up(path, "hand"))
    chance = random.Random(5)
    for _ in range(2):
        command = [sys.executable, "-c", KILLED, str(path), str(seed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as program:
            program.stdout.readline()
            time.sleep(chance.uniform(0, 0.15))
            program.send_signal(signal.SIGKILL)
        assert _names(store)[OWN.id] == OWN.name_zh
        assert all(one.sound and is_sound(Path(one.path)) for one in list_backups(path))
    assert finish(check_file(path)) == ()


# ---- looking


def test_a_sound_file_is_told_sound(store, path):
    store.save_site(OWN)
    assert finish(check_file(path)) == ()


def test_what_is_not_sound_is_told(store, path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("INSERT INTO photo VALUES ('nowhere', 0, 'x.jpg')")
        connection.commit()
    (told,) = finish(check_file(path))
    assert (told.code, dict(told.values)) == ("unsound_links", {"count": 1})
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_site_kind'"
        (root,) = connection.execute(query).fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)
    (told,) = finish(check_file(path))
    assert told.code in ("unsound_pages", "unsound_unreadable")
    path.write_bytes(b"x" * 9000)
    assert finish(check_file(path))[0].code == "unsound_unreadable"
