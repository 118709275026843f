"""Contacts and quotes sealed at rest: no byte of them anywhere, nothing lost, nothing mixed up."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import struct
import time
import unicodedata
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalogue import vault as vault_module
from geo.catalogue.backups import back_up, list_backups
from geo.catalogue.passphrases import set_passphrase
from geo.catalogue.restoring import restore_backup
from geo.catalogue.vault import (
    Keys,
    Vault,
    new_keys,
    read_wrapped,
    scrypt_key,
    seal,
    unseal,
    unwrap,
    wrap,
)
from geo.edits import canonical, is_sealed, same
from geo.errors import SyncError
from geo.model import Basis, Hire
from geo.model.field import RECCE, SITE, Edit, FieldKey, Hand, Lock
from geo.progress import finish
from tests.geo.catalogue.made import BASE, GARDEN, make_seed, opened

LAST = 9
REAL_N, REAL_P = vault_module.N, vault_module.P
WORDS = "一把 古井 旧伞 渡口"
DAY = FieldKey(SITE, GARDEN.id, "hires/day")
PHONE = FieldKey("site_file", GARDEN.id, "phone")
PUBLISHED = Hire(900.0, "day", Basis.PUBLISHED, "官网", "2026-01-01")
QUOTED = Hire(4711.25, "day", Basis.QUOTED, "秘密的陈老板", "2026-11-01", "2026-12-31")
SECRETS = (
    *("秘密的陈老板", "4711.25", "13812345678", "底价八百九", "房东老周", "13900001111"),
    *("holdphone-7788", "合同外的话", "签字的人", "自己的暗话", "66123.5", "老合约备注"),
)
AMOUNT = struct.pack(">d", QUOTED.amount)  # as a row of SQLite has it

TEXTS = st.text(max_size=4)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS
json_values = st.recursive(
    PLAIN | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(autouse=True)
def quick_scrypt(monkeypatch):
    """The real cost is looked at where it is the point."""
    monkeypatch.setattr(vault_module, "N", 2**4)
    monkeypatch.setattr(vault_module, "P", 1)


@pytest.fixture
def seed(tmp_path):
    return make_seed(tmp_path / "seed", GARDEN, replace(BASE, hires=()))


def _fill(store):
    """Private things wherever the house keeps any."""
    store.save_site(replace(GARDEN, hires=(PUBLISHED, QUOTED)), by=Hand("沈砚"))
    store.save_site(replace(store.site(GARDEN.id), ticket_cny=75.0), by=Hand("沈砚"))
    file = {"phone": "13800000000", "contact": "房东老周", "hours": "八点", "floor_price": None}
    store.save_record("site_file", GARDEN.id, file)
    file |= {"phone": "13812345678", "notes": "底价八百九", "floor_price": 66123.5}
    store.save_record("site_file", GARDEN.id, file)
    store.save_record("enquiry", "e1", {"title": "某剧", "phone": "13900001111", "contact": ""})
    said = {
        FieldKey(RECCE, GARDEN.id, "signer"): "签字的人",
        FieldKey(RECCE, GARDEN.id, "own.private-x"): "自己的暗话",
        FieldKey(RECCE, GARDEN.id, "truck"): "door",
    }
    store.write_values(said, Hand("沈砚"))
    store.save_project("某剧", _project())


def _project():
    booking = {"set_id": "s1", "site_id": GARDEN.id, "status": "asked", "who": ""}
    booking |= {"phone": "holdphone-7788", "deposit": 2000.0, "balance": None, "note": "老合约备注"}
    other = {**booking, "phone": "", "deposit": None, "note": ""}
    return {"name": "某剧", "planned": {"contacts": {GARDEN.id: "合同外的话"},
            "bookings": [booking, other], "by_hand": True}}  # fmt: skip


def _all_it_says(store):
    kinds = ("site_file", "enquiry", RECCE)
    return {
        "sites": store.sites(include_retired=True),
        "records": {kind: dict(store.records(kind)) for kind in kinds},
        "edits": store.edits(),
        "shipped": dict(store.shipped({one.key for one in store.edits()})),
        "values": {kind: dict(store.values(kind, [GARDEN.id, "e1"])) for kind in (SITE, *kinds)},
        "project": store.load_project(),
        "rivals": store.rivals(),
    }


def _tables(path):
    """Every row there is, but those that count writings or say when."""
    with closing(sqlite3.connect(path)) as file:
        names = [
            row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {
            name: [row for row in file.execute(f"SELECT * FROM {name}") if row[0] != "written"]
            for name in names
        }


def _bytes_with(folder, words=SECRETS):
    """Files below a folder in which any of these words stands, plain or as JSON escapes it."""
    found = []
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        content = file.read_bytes()
        found += [(file.name, "amount")] if AMOUNT in content else []
        for word in words:
            forms = {word.encode(), word.encode("utf-16-le"), json.dumps(word)[1:-1].encode()}
            found += [(file.name, word) for form in forms if form in content]
    return found


def _locked(store):
    store.lock()
    assert store.lock_state is Lock.LOCKED
    return store


def _code(call, *told):
    with pytest.raises(SyncError) as caught:
        call(*told)
    for value in caught.value.values.values():
        assert WORDS not in str(value)
    return caught.value.code


# ---- the seal itself


def test_scrypt_is_the_one_of_the_rfc():
    made = scrypt_key(b"password", b"NaCl", 1024, 8, 16, 64)
    assert made.hex().startswith("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162")


def test_the_passphrase_costs_what_is_asked_of_scrypt(monkeypatch):
    monkeypatch.setattr(vault_module, "N", REAL_N)
    monkeypatch.setattr(vault_module, "P", REAL_P)
    wrapped = wrap(new_keys(), WORDS)
    assert (wrapped.n, wrapped.r, wrapped.p) == (65536, 8, 2)
    assert read_wrapped(wrapped.text()) == wrapped


def test_a_passphrase_is_the_same_however_it_was_composed():
    keys = new_keys()
    wrapped = wrap(keys, unicodedata.normalize("NFD", "café crème 面馆"))
    assert unwrap(wrapped, unicodedata.normalize("NFC", "café crème 面馆")).data == keys.data


@pytest.mark.parametrize("wrong", ["", "一把 古井 旧伞 渡", WORDS + " ", "password"])
def test_a_wrong_passphrase_opens_nothing(wrong):
    wrapped = wrap(new_keys(), WORDS)
    assert _code(unwrap, wrapped, wrong) == "passphrase_wrong"


def test_a_short_passphrase_is_told():
    with pytest.raises(SyncError) as caught:
        wrap(new_keys(), "七个字不够长啊")
    assert (caught.value.code, dict(caught.value.values)) == ("passphrase_short", {"least": 8})


@pytest.mark.parametrize(
    "change",
    [
        {"n": 2**40},
        {"n": 3},
        {"r": 0},
        {"p": 10**6},
        {"n": "x"},
        {"more": 1},
        {"n": 65536.0},
        {"p": 2.0},
        {"salt": "A" * 10**6},
        {"key": ""},
        {"id": [1]},
    ],
)
def test_a_wrapping_that_asks_for_too_much_is_refused(change):
    told = {**json.loads(wrap(new_keys(), WORDS).text()), **change}
    assert _code(read_wrapped, json.dumps(told)) == "vault_broken"


def test_nothing_of_the_keys_can_be_printed():
    keys = new_keys()
    assert keys.data.hex() not in repr(keys)
    assert repr(keys.data) not in repr(keys)


@settings(max_examples=60, deadline=None)
@given(value=json_values, other=json_values)
def test_a_seal_gives_back_just_what_it_took_and_tells_equal_from_different(value, other):
    keys = KEYS
    one, again, third = seal(keys, PHONE, value), seal(keys, PHONE, value), seal(keys, PHONE, other)
    assert json.dumps(unseal(keys, PHONE, one)) == json.dumps(value)
    assert one["sealed"] != again["sealed"]
    assert same(one, again)
    assert same(one, third) == (canonical(value) == canonical(other))


KEYS = Keys("k", b"d" * 32, b"s" * 32, b"m" * 32)


@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 200), bit=st.integers(0, 7))
def test_a_seal_that_was_tampered_with_does_not_open(at, bit):
    token = seal(KEYS, PHONE, "13812345678")
    content = bytearray(vault_module.b64decode(token["sealed"]))
    content[at % len(content)] ^= 1 << bit
    changed = {**token, "sealed": vault_module.b64encode(bytes(content)).decode()}
    assert _code(unseal, KEYS, PHONE, changed) == "vault_broken"


@pytest.mark.parametrize(
    "elsewhere",
    [replace(PHONE, field="contact"), replace(PHONE, record="x"), replace(PHONE, kind="enquiry")],
)
def test_a_seal_opens_in_its_own_field_only(elsewhere):
    assert _code(unseal, KEYS, elsewhere, seal(KEYS, PHONE, "1")) == "vault_broken"


def test_a_vault_that_cannot_be_read_lets_nothing_plain_be_written():
    vault = Vault()
    vault.look("{junk")
    assert vault.state is Lock.LOCKED
    assert _code(vault.sealed, PHONE, "1") == "vault_locked"
    assert _code(vault.keys_by, WORDS) == "vault_broken"


# ---- the file


def test_not_a_byte_of_it_is_left_anywhere(store, path):
    _fill(store)
    finish(back_up(path, "hand"))
    store.save_record("enquiry", "e1", {"title": "某剧", "phone": "", "contact": "房东老周"})
    damaged = finish(back_up(path, "hand"))
    with open(damaged.path, "r+b") as file:
        file.seek(100)
        file.write(bytes(4000))
    cut_off = path.with_name("catalogue-damaged-20260101-000000.sqlite")
    cut_off.write_bytes(path.read_bytes())
    assert len({name for name, _ in _bytes_with(path.parent)}) >= 3
    before = _all_it_says(store)

    swept = finish(set_passphrase(path, store, None, WORDS))

    assert swept.done
    assert (swept.removed, swept.sealed >= 2) == (2, True)
    assert _bytes_with(path.parent) == []
    assert _all_it_says(store) == before
    assert store.lock_state is Lock.OPEN
    assert all(one.sealed and one.sound for one in list_backups(path))

    store.save_site(
        replace(store.site(GARDEN.id), hires=(replace(QUOTED, who="新的秘密人", amount=98765.5),))
    )
    store.save_record("site_file", GARDEN.id, {"phone": "17700000000新", "notes": "又一句暗话"})
    store.save_project("某剧", {**_project(), "planned": {"contacts": {"x": "又一个电话"}}})
    finish(back_up(path, "hand"))
    news = ("新的秘密人", "98765.5", "17700000000新", "又一句暗话", "又一个电话")
    assert _bytes_with(path.parent, (*SECRETS, *news)) == []
    _locked(store)
    store.save_site(replace(store.site(GARDEN.id), ticket_cny=77.0))
    assert _bytes_with(path.parent, (*SECRETS, *news)) == []


def test_all_comes_back_as_it_was(store, path):
    _fill(store)
    said, rows = _all_it_says(store), _tables(path)
    finish(set_passphrase(path, store, None, WORDS))
    assert store.disagreeing() == ()
    _locked(store)
    assert store.disagreeing() == ()
    finish(set_passphrase(path, store, WORDS, None))
    assert store.lock_state is Lock.NONE
    assert _all_it_says(store) == said
    assert _tables(path) == rows


def test_locked_quotes_are_unknown_and_all_else_goes_on(store, path, seed):
    _fill(store)
    finish(set_passphrase(path, store, None, WORDS))
    open_, before = store.site(GARDEN.id), _all_it_says(store)
    assert store.sealed_count == 0
    _locked(store)
    assert store.site(GARDEN.id).hires == (PUBLISHED,)
    assert store.sites()[1].hires == (PUBLISHED,)
    assert store.records("site_file")[GARDEN.id] == {"hours": "八点"}
    assert PHONE not in store.values("site_file", [GARDEN.id])
    assert store.load_project()["planned"]["contacts"] == {}
    assert store.load_project()["planned"]["bookings"][0]["deposit"] is None
    # quotes of the day; four fields of the file, one of the ledger, two of the form; of the
    # project a contact, a phone, a deposit and a note
    assert store.sealed_count == 1 + 4 + 1 + 2 + 4

    store.save_site(replace(store.site(GARDEN.id), ticket_cny=88.0), by=Hand("顾南"))
    store.save_site(replace(open_, notes_en="New"), seen=open_)
    store.save_record("site_file", GARDEN.id, {"phone": "", "hours": "九点"})
    store.save_project("某剧", {**store.load_project(), "name": "某剧"})
    store.retire_site(GARDEN.id)
    store.retire_site(GARDEN.id, retired=False)
    assert store.disagreeing() == ()
    again = opened(path, seed)
    assert again.lock_state is Lock.LOCKED
    again.open_with(again.keys_by(WORDS))
    assert again.site(GARDEN.id) == replace(open_, ticket_cny=88.0, notes_en="New")
    assert again.load_project() == before["project"]
    assert again.records("site_file")[GARDEN.id] == {
        **before["records"]["site_file"][GARDEN.id], "hours": "九点"
    }  # fmt: skip
    again.close()


def test_writing_what_is_private_while_it_is_locked_writes_nothing(store, path):
    _fill(store)
    finish(set_passphrase(path, store, None, WORDS))
    _locked(store)
    rows = _tables(path)
    garden = store.site(GARDEN.id)
    priced = replace(garden, ticket_cny=1.0, hires=(replace(PUBLISHED, amount=5.0),))
    calls = (
        (store.save_site, priced),
        (store.save_site, replace(garden, hires=(*garden.hires, QUOTED))),
        (store.save_site, replace(garden, hires=())),
        (store.save_record, "site_file", GARDEN.id, {"phone": "1", "hours": "x"}),
        (store.save_record, "enquiry", "new", {"contact": "x"}),
        (store.write_values, {PHONE: None}, Hand("我")),
        (store.write_edits, [Edit("d", DAY, [_price(PUBLISHED)], None, (), "我")]),
        (store.take_edits, [Edit("a", replace(PHONE, field="hours"), "x"), Edit("b", PHONE, "1")]),
        (store.take_edits, [Edit("c", PHONE, seal(KEYS, PHONE, "1"))]),
    )
    for call, *told in calls:
        assert _code(call, *told) == "vault_locked"
        assert _tables(path) == rows
    assert _code(store.save_project, "某剧", _project()) == "vault_locked"
    assert _tables(path)["edit"] == rows["edit"]
    store.open_with(store.keys_by(WORDS))
    assert store.load_project() == _project()


def test_somebody_elses_seal_is_refused_also_when_open(store, path):
    _fill(store)
    assert _code(store.take_edits, [Edit("c", PHONE, seal(KEYS, PHONE, "1"))]) == "vault_foreign"
    finish(set_passphrase(path, store, None, WORDS))
    assert _code(store.take_edits, [Edit("c", PHONE, seal(KEYS, PHONE, "1"))]) == "vault_foreign"


def test_merging_while_locked_comes_to_the_same_as_while_open(store, path, tmp_path, seed):
    _fill(store)
    parents = tuple(one.id for one in store.edits_of(DAY))
    priced = [{**_price(PUBLISHED), "amount": 950.0}]
    coming = [
        Edit("p1", DAY, priced, None, parents, "顾南"),
        Edit("p2", FieldKey(SITE, GARDEN.id, "ticket_cny"), 60.0, None, (), "顾南"),
    ]
    twin_path = tmp_path / "twin" / path.name
    finish(set_passphrase(path, store, None, WORDS))
    _locked(store)
    store.take_edits(coming, batch="home")
    store.undo_batch("home", Hand("我"))
    store.take_edits([Edit("p3", DAY, None, None, parents, "甲")], batch="later")
    # that of the ticket is closed again, that of the price was answered by somebody else
    assert [key for key, _, _ in store.rivals()] == [DAY]
    store.open_with(store.keys_by(WORDS))
    twin = opened(twin_path, seed)
    twin.take_edits(store.edits())
    assert twin.site(GARDEN.id) == store.site(GARDEN.id)
    assert twin.rivals() == store.rivals()
    assert twin.disagreeing() == store.disagreeing() == ()
    twin.close()


def _price(hire):
    return {"amount": hire.amount, "per": hire.per, "basis": hire.basis.value, "who": hire.who,
            "date": hire.date, "until": hire.until}  # fmt: skip


def test_two_who_agree_on_what_is_sealed_are_no_question(store, path):
    store.save_record("site_file", GARDEN.id, {"phone": "1"})
    finish(set_passphrase(path, store, None, WORDS))
    first = store.edits_of(PHONE)[0].id
    store.take_edits([Edit("x", PHONE, "2", "1", (first,)), Edit("y", PHONE, "2", "1", (first,))])
    assert store.rivals() == ()
    assert store.records("site_file")[GARDEN.id] == {"phone": "2"}
    store.take_edits([Edit("z", PHONE, "3", "1", (first,))])
    ((key, sides, stands),) = store.rivals()
    assert (key, stands) == (PHONE, "1")
    assert sorted(side[0].value for side in sides) == ["2", "3"]
    _locked(store)
    ((_, sides, stands),) = store.rivals()
    assert is_sealed(stands)
    assert all(is_sealed(one.value) for side in sides for one in side)


# ---- passphrases and windows


def test_another_passphrase_wraps_anew_and_changes_nothing_else(store, path):
    _fill(store)
    finish(set_passphrase(path, store, None, WORDS))
    rows, said = _tables(path), _all_it_says(store)
    assert _code(lambda: finish(set_passphrase(path, store, "wrong words", "x" * 9))) == (
        "passphrase_wrong"
    )
    finish(set_passphrase(path, store, WORDS, "另外 四个 词儿 在此"))
    after = _tables(path)
    assert {name for name in rows if rows[name] != after[name]} == {"meta"}
    _locked(store)
    assert _code(store.keys_by, WORDS) == "passphrase_wrong"
    store.open_with(store.keys_by("另外 四个 词儿 在此"))
    assert _all_it_says(store) == said


def test_another_window_notices_and_writes_nothing_plain(store, path, seed):
    _fill(store)
    other = opened(path, seed, copies=False)
    document = other.load_project()
    assert other.site(GARDEN.id).hires == (PUBLISHED, QUOTED)
    assert not other.changed_elsewhere()
    finish(set_passphrase(path, store, None, WORDS))
    assert other.changed_elsewhere()
    assert other.lock_state is Lock.LOCKED
    assert other.site(GARDEN.id).hires == (PUBLISHED,)
    assert _code(other.save_record, "enquiry", "n", {"phone": "新电话一二三"}) == "vault_locked"
    assert _code(other.save_project, "某剧", document) == "vault_locked"
    assert _bytes_with(path.parent, (*SECRETS, "新电话一二三")) == []
    other.open_with(other.keys_by(WORDS))
    assert other.load_project() == document
    # the passphrase is given up elsewhere: plain again here as well
    finish(set_passphrase(path, store, WORDS, None))
    assert other.lock_state is Lock.NONE
    assert other.site(GARDEN.id).hires == (PUBLISHED, QUOTED)
    other.close()


def test_two_windows_cannot_both_set_one(store, path, seed):
    _fill(store)
    other = opened(path, seed, copies=False)
    keys = new_keys()
    finish(set_passphrase(path, store, None, WORDS))
    assert _code(other.seal, wrap(keys, "x" * 9), keys) == "vault_changed"
    assert _code(other.unseal, keys) == "vault_changed"
    assert _code(other.wrap_anew, wrap(keys, "x" * 9)) == "vault_changed"
    assert store.records("site_file")[GARDEN.id]["phone"] == "13812345678"
    other.close()


def test_a_project_read_while_locked_keeps_what_is_sealed_after_unlocking(store, path, seed):
    _fill(store)
    finish(set_passphrase(path, store, None, WORDS))
    _locked(store)
    document = store.load_project()
    store.open_with(store.keys_by(WORDS))
    store.save_project("某剧", document)
    assert store.load_project() == _project()
    _locked(store)
    document = store.load_project()
    finish(set_passphrase(path, store, WORDS, None))
    store.save_project("某剧", document)
    assert store.load_project() == _project()


@pytest.mark.parametrize("where", ["log", "rows", "end"])
def test_an_error_halfway_leaves_all_plain(store, path, monkeypatch, where):
    from geo.catalogue import sealing

    _fill(store)
    rows, said = _tables(path), _all_it_says(store)
    broken = {"log": "change_edits", "rows": "_change_sites", "end": "_change_projects"}[where]

    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(sealing, broken, fail)
    with pytest.raises(RuntimeError):
        finish(set_passphrase(path, store, None, WORDS))
    assert store.lock_state is Lock.NONE
    assert _tables(path) == rows
    assert _all_it_says(store) == said


def test_a_kill_after_sealing_is_finished_at_the_next_start(store, path, seed, monkeypatch):
    from geo.catalogue import passphrases

    _fill(store)
    finish(back_up(path, "hand"))
    said = _all_it_says(store)

    def die(*_):
        raise SystemExit

    monkeypatch.setattr(passphrases, "sweep", die)
    with pytest.raises(SystemExit):
        finish(set_passphrase(path, store, None, WORDS))
    assert _bytes_with(path.parent) != []
    store.close()
    again = opened(path, seed)
    assert _bytes_with(path.parent) == []
    assert all(one.sealed for one in list_backups(path))
    again.open_with(again.keys_by(WORDS))
    assert _all_it_says(again) == said
    again.close()


def test_a_window_that_reads_puts_the_wiping_off_and_unlocking_does_it(store, path):
    _fill(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM site").fetchone()
        swept = finish(set_passphrase(path, store, None, WORDS))
        assert not swept.done
        reader.execute("COMMIT")
    from geo.catalogue.sweeping import sweep

    assert finish(sweep(path)).done
    assert _bytes_with(path.parent) == []


def test_what_was_typed_before_there_was_a_log_is_sealed_too(store, path):
    with closing(sqlite3.connect(path)) as file, file:
        price = (GARDEN.id, 0, 4711.25, "day", "quoted", "秘密的陈老板", "2026-01-01", "")
        later = (GARDEN.id, 1, 50.0, "hour", "published", "官网", "", "")
        into = "INSERT INTO hire (site_id, position, amount, per, basis, who, date, until)"
        file.executemany(f"{into} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [price, later])
        told = json.dumps({"phone": "13812345678", "hours": "八点"})
        row = ("site_file", GARDEN.id, told, "2026-01-01 00:00:00.000000")
        file.execute("INSERT INTO record (kind, id, document, saved_at) VALUES (?, ?, ?, ?)", row)
    rows, site = _tables(path), store.site(GARDEN.id)
    finish(set_passphrase(path, store, None, WORDS))
    assert _bytes_with(path.parent) == []
    assert store.site(GARDEN.id) == site
    _locked(store)
    assert [one.per for one in store.site(GARDEN.id).hires] == ["hour"]
    finish(set_passphrase(path, store, WORDS, None))
    assert store.site(GARDEN.id) == site
    assert _tables(path) == rows


def test_a_copy_of_an_older_kind_is_sealed(store, path):
    _fill(store)
    finish(back_up(path, "hand"))
    (copy,) = list_backups(path)
    with closing(sqlite3.connect(copy.path)) as file, file:
        file.execute("DROP TABLE sealed")
        file.execute("UPDATE alembic_version SET version_num = '0005'")
    swept = finish(set_passphrase(path, store, None, WORDS))
    assert (swept.removed, swept.done) == (0, True)
    assert _bytes_with(path.parent) == []
    assert [one.edits for one in list_backups(path)][-1] == copy.edits


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_killed_at_any_moment_all_is_plain_or_all_is_sealed(store, path, seed, tmp_path):
    _fill(store)
    finish(back_up(path, "hand"))
    said = _all_it_says(store)
    store.close()
    states = []
    for at, delay in enumerate(0.01 * 1.7**step for step in range(LAST + 1)):
        mine = tmp_path / f"run{at}" / "data" / path.name
        shutil.copytree(path.parent, mine.parent)
        child = os.fork()
        if child == 0:
            try:
                one = opened(mine, seed, copies=False)
                finish(set_passphrase(mine, one, None, WORDS))
            finally:
                os._exit(0)
        if at < LAST:
            time.sleep(delay)
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        again = opened(mine, seed)
        states.append(again.lock_state)
        if again.lock_state is Lock.LOCKED:
            assert _bytes_with(mine.parent) == []
            again.open_with(again.keys_by(WORDS))
        assert {**_all_it_says(again), "sites": None} == {**said, "sites": None}
        assert [one.hires for one in again.sites()] == [one.hires for one in said["sites"]]
        assert again.disagreeing() == ()
        again.close()
    assert (states[0], states[LAST]) == (Lock.NONE, Lock.LOCKED)


def test_todays_passphrase_opens_a_copy_of_yesterday(store, path, seed):
    _fill(store)
    finish(set_passphrase(path, store, None, WORDS))
    said = _all_it_says(store)
    finish(back_up(path, "hand"))
    store.save_record("enquiry", "e2", {"phone": "later"})
    copy = next(one for one in list_backups(path) if one.why == "hand")
    finish(set_passphrase(path, store, WORDS, "另外 四个 词儿 在此"))
    finish(restore_backup(path, copy, seed))
    assert store.lock_state is Lock.OPEN
    assert _all_it_says(store) == said
    assert _code(store.keys_by, WORDS) == "passphrase_wrong"
    store.open_with(store.keys_by("另外 四个 词儿 在此"))
    assert _all_it_says(store) == said


def test_yesterdays_passphrase_opens_no_copy(store, path):
    _fill(store)
    finish(set_passphrase(path, store, None, WORDS))
    finish(back_up(path, "hand"))
    store.save_record("enquiry", "e2", {"phone": "later"})
    finish(back_up(path, "hand"))
    finish(set_passphrase(path, store, WORDS, "另外 四个 词儿 在此"))
    copies = list_backups(path)
    assert len(copies) >= 2
    assert all(one.sound and one.sealed for one in copies)
    for one in copies:
        with closing(sqlite3.connect(one.path)) as file:
            kept = file.execute("SELECT value FROM meta WHERE key = 'vault'").fetchone()[0]
        assert _code(unwrap, read_wrapped(kept), WORDS) == "passphrase_wrong"
        assert unwrap(read_wrapped(kept), "另外 四个 词儿 在此").id == read_wrapped(kept).id
        assert Path(one.path).read_bytes().count(b'"salt"') == 1


def test_a_passphrase_of_very_many_marks_is_not_ordered_for_hours():
    words = "a" + "\u0301\u0316" * 10**5
    keys = new_keys()
    assert unwrap(wrap(keys, words), words).data == keys.data


def test_places_that_ship_anew_keep_what_is_sealed(store, path, tmp_path):
    _fill(store)
    finish(set_passphrase(path, store, None, WORDS))
    hires = store.site(GARDEN.id).hires
    store.close()
    newer = make_seed(
        tmp_path / "newer", replace(GARDEN, notes_zh="新的话"), BASE, date="2027-01-01"
    )
    again = opened(path, newer)
    assert again.start.told[-1].values == {"count": 12}
    again.open_with(again.keys_by(WORDS))
    assert again.site(GARDEN.id).hires == hires
    assert again.site(GARDEN.id).notes_zh == "新的话"
    assert again.disagreeing() == ()
    again.close()
