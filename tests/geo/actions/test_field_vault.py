"""The passphrase through the actions: locked quotes are unknown, packs, stages, the catalogue."""

from __future__ import annotations

import pytest

from geo import actions
from geo.catalogue import vault as vault_module
from geo.errors import SyncError
from geo.model.field import RECCE, FieldKey, Hand, Lock, PackWishes, Stage
from geo.progress import finish

WORDS = "一把 古井 旧伞 渡口"
SIGNER = "signer"


@pytest.fixture(autouse=True)
def quick_scrypt(monkeypatch):
    monkeypatch.setattr(vault_module, "N", 2**4)


def _code(call, *told):
    with pytest.raises(SyncError) as caught:
        call(*told)
    return caught.value.code


def test_locking_and_unlocking(home, tmp_path):
    site = home.store.sites()[0]
    said = {
        FieldKey(RECCE, site.id, SIGNER): "签字的人",
        FieldKey(RECCE, site.id, "truck"): "door",
        FieldKey("site_file", site.id, "phone"): "13812345678",
    }
    home.store.write_values(said, Hand("沈砚"))
    actions.approve(home, "site_file", [site.id], Stage.REVIEWED, "顾南")
    assert actions.lock_state(home) is Lock.NONE
    finish(actions.set_passphrase(home, None, WORDS))
    assert actions.lock_state(home) is Lock.OPEN

    actions.lock(home)
    assert actions.lock_state(home) is Lock.LOCKED
    assert actions.site_files(home)[site.id].phone == ""
    assert actions.approvals(home, "site_file")[site.id].stage is Stage.REVIEWED
    desk = finish(actions.home_desk(home, [site.id]))
    sheet = desk.sheet(site.id)
    assert SIGNER not in sheet.answers
    assert sheet.answers["truck"].value == "door"
    assert actions.answer(home, desk, site.id, "truck", None, "沈砚").answers.get("truck") is None
    assert _code(actions.answer, home, desk, site.id, SIGNER, "别人", "沈砚") == "vault_locked"
    wishes = PackWishes((site.id,), private=True)
    assert _code(lambda: finish(actions.make_pack(home, wishes, tmp_path / "a.gpkg"))) == (
        "vault_locked"
    )
    assert not (tmp_path / "a.gpkg").exists()
    told = actions.history(home, RECCE, site.id, SIGNER)
    assert [one.after == "签字的人" for one in told] == [False]

    assert _code(lambda: finish(actions.unlock(home, "不是这一句口令"))) == "passphrase_wrong"
    finish(actions.unlock(home, WORDS))
    assert actions.lock_state(home) is Lock.OPEN
    assert actions.site_files(home)[site.id].phone == "13812345678"
    desk = finish(actions.home_desk(home, [site.id]))
    assert desk.sheet(site.id).answers[SIGNER].value == "签字的人"
    finish(actions.set_passphrase(home, WORDS, None))
    assert actions.lock_state(home) is Lock.NONE
    assert actions.approvals(home, "site_file")[site.id].stage is Stage.REVIEWED


def test_a_pack_without_contacts_can_be_made_while_they_are_locked(home, tmp_path):
    site = home.store.sites()[0]
    said = {FieldKey(RECCE, site.id, SIGNER): "签字的人", FieldKey(RECCE, site.id, "truck"): "door"}
    home.store.write_values(said, Hand("沈砚"))
    finish(actions.set_passphrase(home, None, WORDS))
    actions.lock(home)
    pack = tmp_path / "a.gpkg"
    finish(actions.make_pack(home, PackWishes((site.id,), photos=False), pack))
    assert "签字的人".encode() not in pack.read_bytes()
    assert b'"sealed"' not in pack.read_bytes()
    report = finish(actions.merge_pack(home, pack, "顾南"))
    assert (report.lost, report.contested) == (0, 0)
