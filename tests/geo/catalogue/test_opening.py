"""Old, damaged, locked, read-only and full: the catalogue is told kindly and never lost."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, Table, event, insert
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from geo.catalogue import migrations, open_store
from geo.catalogue.backups import list_backups
from geo.catalogue.database import create_file, make_engine
from geo.catalogue.rows import PARTS, _part_rows, _scalars
from geo.catalogue.tables import Base, now
from geo.errors import CatalogueError
from geo.model import Kind
from tests.geo.catalogue.made import BASE, GARDEN, PNG, make_seed, opened

OWN = replace(
    GARDEN,
    id="own-place",
    name_zh="我的院子",
    kind=Kind.COMMUNITY,
    closed_weekdays=None,  # older tables cannot say it
    by_hand=True,
)
SOON = 0.05


def _old_file(path, revision="0001"):
    """A catalogue as an earlier program left it, with one place of the user's own."""
    create_file(path, SOON)
    engine = make_engine(path, "mode=rw", SOON).execution_options(write=True)
    with engine.begin() as connection:
        migrations.upgrade(connection, revision)
    with engine.connect() as connection:
        old = Table("site", MetaData(), autoload_with=connection)
    row = {name: value for name, value in _scalars(OWN).items() if name in old.c}
    stamps = {"created_at": now(), "updated_at": now(), "retired": False}
    with engine.begin() as connection:
        connection.execute(insert(old), [{**row, **stamps}])
        for part in PARTS:
            if rows := _part_rows(part, OWN):
                connection.execute(insert(part), rows)


def _tables(path):
    with closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}


def _revision(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def _refused(path, seed, **more):
    with pytest.raises(CatalogueError) as told:
        opened(path, seed, **more)
    return told.value


# ---- migrations


def test_the_newest_revision_is_the_one_we_say():
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    config.set_main_option("path_separator", "os")
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == migrations.HEAD
    assert {each.revision for each in script.walk_revisions()} == set(migrations.REVISIONS)


def test_migrations_make_the_very_tables(path):
    _old_file(path, migrations.HEAD)
    with make_engine(path, "mode=rw", SOON).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_a_new_file_is_like_one_that_went_through_all_migrations(store, path, tmp_path):
    migrated = tmp_path / "migrated.sqlite"
    _old_file(migrated, migrations.HEAD)
    assert _tables(path) == _tables(migrated)
    assert _revision(path) == _revision(migrated)


def test_tables_can_be_made_in_postgresql():
    for table in Base.metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert "TIMESTAMP WITH TIME ZONE" in made or "_at" not in made
        for index in table.indexes:
            assert str(CreateIndex(index).compile(dialect=postgresql.dialect()))


def test_an_older_file_is_copied_aside_then_migrated(path, seed, capfd):
    _old_file(path)
    store = opened(path, seed)
    assert store.site(OWN.id) == OWN
    assert len(store.sites()) == 3
    store.save_project("新", {"a": 1})
    (copy,) = (path.parent / "backups").glob("catalogue-000001-*-migration-*.sqlite")
    assert _revision(copy) == "0001"
    assert "photo" not in _tables(copy)
    assert _revision(path) == migrations.HEAD
    assert capfd.readouterr() == ("", "")
    opened(path, seed)
    opened(path, seed)
    assert sorted(one.why for one in list_backups(path)) == ["migration", "start"]


def test_a_migration_that_fails_leaves_everything_as_it_was(path, seed):
    _old_file(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE project (mine TEXT)")  # stands in the way of 0002
        connection.commit()
    before = _tables(path)
    told = _refused(path, seed)
    assert told.code == "catalogue_upgrade_failed"
    assert (path.parent / "backups" / told.values["kept"]).exists()
    assert _tables(path) == before
    assert _revision(path) == "0001"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE project")
        connection.commit()
    assert opened(path, seed).site(OWN.id) == OWN


def test_a_file_of_a_newer_program_is_refused_untouched(store, path, seed):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9001'")
        connection.commit()
    before = path.read_bytes()
    assert _refused(path, seed).code == "catalogue_newer"
    assert path.read_bytes() == before


def test_the_database_of_another_program_is_refused_untouched(path, seed):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE places (name TEXT)")
    before = path.read_bytes()
    assert _refused(path, seed).code == "catalogue_foreign"
    assert path.read_bytes() == before


# ---- the shipped sites


def test_new_shipped_sites_come_in_and_what_is_by_hand_stays(path, seed, tmp_path):
    photo = tmp_path / "a.png"
    photo.write_bytes(PNG)
    store = opened(path, seed)
    store.add_photos(BASE.id, [photo])
    store.save_site(replace(GARDEN, name_zh="我改过的园子"))
    store.save_site(OWN)
    renamed, new = replace(BASE, name_zh="新名"), replace(BASE, id="shaoxing-new")
    make_seed(seed, renamed, new, date="2026-02-03")

    store = opened(path, seed)
    assert store.catalogue_date() == "2026-02-03"
    assert {site.id: site.name_zh for site in store.sites()} == {
        BASE.id: "新名",
        "shaoxing-new": new.name_zh,
        GARDEN.id: "我改过的园子",
        OWN.id: OWN.name_zh,
    }
    assert store.site(BASE.id).photos

    make_seed(seed, new)
    assert BASE.id not in {site.id for site in opened(path, seed).sites()}
    assert opened(path, seed).site(BASE.id).name_zh == "新名"


def test_a_first_start_that_is_stopped_is_finished_next_time(path, seed):
    make_seed(seed, *(replace(GARDEN, id=f"s{at}") for at in range(250)))
    job = open_store(path, seed)
    codes = []
    for step in job:
        codes.append(step.code)
        if step.code == "catalogue_fill":
            assert (step.done, step.total) == (100, 250)
            break
    job.close()
    assert codes == ["catalogue_check", "catalogue_make", "catalogue_fill"]
    assert len(opened(path, seed).sites()) == 250


def test_a_second_start_only_looks(store, path, seed):
    assert [step.code for step in open_store(path, seed)] == ["catalogue_check"]


# ---- damaged


def _cut(content):
    return content[: len(content) // 2]


def _cut_within_a_page(content):
    return content[:-777]


def _noise(content):
    return random.Random(7).randbytes(len(content))


def _hole(content):
    middle = len(content) // 2
    return content[:middle] + bytes(8192) + content[middle + 8192 :]


def _text(content):
    return "这不是数据库".encode() * 100


@pytest.mark.parametrize("damage", [_cut, _cut_within_a_page, _noise, _hole, _text])
def test_a_damaged_file_is_set_aside_whole_and_told(path, seed, damage):
    make_seed(seed, *(replace(GARDEN, id=f"s{at}") for at in range(200)))
    opened(path, seed)
    broken = damage(path.read_bytes())
    path.write_bytes(broken)

    told = _refused(path, seed)
    assert told.code == "catalogue_damaged"
    kept = path.parent / told.values["kept"]
    assert kept.name.startswith("catalogue-damaged-")
    assert kept.read_bytes() == broken
    assert not path.exists()
    assert len(opened(path, seed).sites()) == 200
    assert kept.read_bytes() == broken


def test_a_second_damaged_file_does_not_replace_the_first(path, seed):
    path.parent.mkdir()
    kept = []
    for content in (b"first" * 99, b"second" * 99, b"third" * 99):
        path.write_bytes(content)
        kept.append(path.parent / _refused(path, seed).values["kept"])
    assert [each.read_bytes()[:5] for each in kept] == [b"first", b"secon", b"third"]


def test_an_empty_file_is_filled(path, seed):
    path.parent.mkdir()
    path.touch()
    assert len(opened(path, seed).sites()) == 2


def test_a_folder_in_its_place_is_told(path, seed):
    path.mkdir(parents=True)
    assert _refused(path, seed).code == "catalogue_unreachable"


# ---- locked


def _hold(path):
    """Another program that lets nobody else in."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("UPDATE meta SET value = value")
    return other


def test_a_file_held_by_another_program_is_told(path, seed):
    opened(path, seed)
    with closing(_hold(path)):
        assert _refused(path, seed, patience_s=SOON).code == "catalogue_locked"
    assert len(opened(path, seed).sites()) == 2


def test_reading_and_writing_beside_a_lock_is_told(path, seed):
    store = opened(path, seed, patience_s=SOON)
    with closing(_hold(path)):
        for call in (store.sites, lambda: store.save_site(OWN)):
            with pytest.raises(CatalogueError) as told:
                call()
            assert told.value.code == "catalogue_locked"
    store.save_site(OWN)
    assert len(store.sites()) == 3


def test_one_reads_while_another_writes(path, seed):
    store = opened(path, seed, patience_s=SOON)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE site SET name_zh = '未存'")
        assert store.sites() == (BASE, GARDEN)
        with pytest.raises(CatalogueError) as told:
            store.save_site(OWN)
        assert told.value.code == "catalogue_locked"


# ---- read-only


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o555), (0o444, 0o755)])
def test_a_read_only_catalogue_can_be_read(plain_folder, plain_user, file_mode, folder_mode):
    seed = make_seed(plain_folder / "seed", GARDEN, BASE)
    path = plain_folder / "data" / "catalogue.sqlite"
    opened(path, seed)
    path.chmod(file_mode)
    path.parent.chmod(folder_mode)
    try:
        make_seed(seed, GARDEN)
        store = opened(path, seed)
        assert store.why_read_only == "catalogue_read_only"
        assert store.sites() == (BASE, GARDEN)
        for write in _writes(store):
            with pytest.raises(CatalogueError) as told:
                write()
            assert told.value.code == "catalogue_read_only"
        assert store.sites() == (BASE, GARDEN)
    finally:
        path.parent.chmod(0o755)


def test_a_folder_that_takes_no_file_is_told(plain_folder, plain_user):
    seed = make_seed(plain_folder / "seed", GARDEN)
    folder = plain_folder / "data"
    folder.mkdir(mode=0o555)
    for path in (folder / "catalogue.sqlite", folder / "deeper" / "catalogue.sqlite"):
        told = _refused(path, seed)
        assert (told.code, told.values["file"]) == ("catalogue_read_only", "catalogue.sqlite")


def test_rights_taken_away_while_open_are_told(plain_folder, plain_user):
    path = plain_folder / "data" / "catalogue.sqlite"
    store = opened(path, make_seed(plain_folder / "seed", GARDEN))
    path.chmod(0o444)
    with pytest.raises(CatalogueError) as told:
        store.save_site(OWN)
    assert told.value.code == "catalogue_read_only"


# ---- full


def _writes(store):
    return (
        lambda: store.save_site(OWN),
        lambda: store.save_sites([OWN]),
        lambda: store.retire_site(GARDEN.id),
        lambda: store.save_project("新", {}),
    )


class _FullDisk:
    """While on, no file of SQLite grows."""

    def start(self):
        event.listen(Engine, "connect", self.forbid)

    def stop(self):
        if event.contains(Engine, "connect", self.forbid):
            event.remove(Engine, "connect", self.forbid)

    @staticmethod
    def forbid(connection, _record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={max(pages, 1)}")


@pytest.fixture
def full_disk():
    disk = _FullDisk()
    yield disk
    disk.stop()


def test_a_full_disk_while_saving_is_told_and_nothing_is_lost(store, full_disk):
    full_disk.start()
    with pytest.raises(CatalogueError) as told:
        store.save_site(replace(OWN, notes_zh="长" * 100_000))
    assert told.value.code == "disk_full"
    assert store.sites() == (BASE, GARDEN)
    with pytest.raises(CatalogueError) as told:
        store.save_project("新", {"text": "长" * 100_000})
    assert told.value.code == "disk_full"
    assert store.load_project() is None


def test_with_a_full_disk_the_catalogue_opens_for_reading(store, path, seed, full_disk):
    make_seed(seed, *(replace(GARDEN, id=f"s{at}", notes_zh="长" * 9000) for at in range(50)))
    full_disk.start()
    store = opened(path, seed)
    assert store.why_read_only == "disk_full"
    assert store.sites() == (BASE, GARDEN)
    for write in _writes(store):
        with pytest.raises(CatalogueError) as told:
            write()
        assert told.value.code == "disk_full"


def test_a_full_disk_on_a_first_start_is_told_and_can_be_tried_again(path, seed, full_disk):
    make_seed(seed, *(replace(GARDEN, id=f"s{at}", notes_zh="长" * 9000) for at in range(50)))
    full_disk.start()
    assert _refused(path, seed).code == "disk_full"
    full_disk.stop()
    assert len(opened(path, seed).sites()) == 50


def test_a_log_that_goes_while_it_is_looked_at_is_no_error(store, path, monkeypatch):
    """The last other window that closes takes the log with it, between two looks at it."""
    real = Path.stat
    log = f"{path.name}-wal"

    def gone(one, **how):
        if one.name == log:
            raise FileNotFoundError(one)
        return real(one, **how)

    # whoever asks first whether it is there is told yes
    monkeypatch.setattr(Path, "exists", lambda one, **_: True)
    monkeypatch.setattr(Path, "stat", gone)
    assert store.sites()
