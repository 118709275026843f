"""The dialogs of 外勘: a pack, history, register, copies of the catalogue, passphrase."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from geo.errors import SyncError
from geo.model.field import (
    APPROVAL,
    RECCE,
    SITE,
    Approval,
    FieldKey,
    Fix,
    HistoryLine,
    Lock,
    Recovered,
    Stage,
    Why,
)
from geo.phrases import load_phrases
from gui.pages.field import openers
from gui.pages.field.backups_dialog import BackupsDialog
from gui.pages.field.history_dialog import STEP, HistoryDialog
from gui.pages.field.pack_dialog import PackDialog
from gui.pages.field.passphrase_dialog import PassphraseDialog
from gui.pages.field.register_dialog import RegisterDialog
from gui.pages.sites.detail_pane import DetailPane
from gui.pages.sites.list_pane import ListPane
from gui.pages.stage_words import stage_told
from gui.task import InstantPool
from gui.window.build import build_window
from gui.window.notes import Notes
from tests.gui.conftest import ASSETS
from tests.gui.stand_in import PHRASES as STAND_IN

LEFT = Qt.MouseButton.LeftButton
PHRASES = load_phrases(ASSETS / "phrases")


@pytest.fixture
def desk(desk):
    desk.put(phrases=PHRASES)
    desk.set_who("沈砚")
    return desk


def texts(dialog):
    return [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()]


class TestPack:
    @pytest.fixture
    def saved(self, monkeypatch, tmp_path):
        path = tmp_path / "吴江"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        return tmp_path / "吴江.gpkg"

    def test_what_is_ticked_goes_in_under_its_name(self, desk, shown, stand_in, saved):
        dialog = shown(PackDialog(desk, ("tongli", "luzhen")), 620, 720)
        dialog.name.setText("周五吴江")
        dialog.photos.setChecked(False)
        dialog.take_button.click()
        _, wishes, path = stand_in.field_kept[-1]
        assert (wishes.sites, wishes.name, wishes.who) == (("tongli", "luzhen"), "周五吴江", "沈砚")
        assert (wishes.photos, wishes.private, path) == (False, False, saved)

    def test_contacts_go_along_only_when_ticked_and_that_is_warned_of(
        self, desk, shown, stand_in, saved
    ):
        dialog = shown(PackDialog(desk, ("tongli",)), 620, 720)
        assert dialog.warning.property("tone") == ""
        dialog.private.click()
        assert "看得到电话" in dialog.warning.text()
        assert dialog.warning.property("tone") == "warn"
        dialog.take_button.click()
        assert stand_in.field_kept[-1][1].private

    def test_while_they_are_locked_they_cannot_go_along(self, desk, shown):
        desk.put_field(lock=Lock.LOCKED)
        dialog = shown(PackDialog(desk, ("tongli",)), 620, 720)
        assert not dialog.private.isEnabled()
        assert not dialog.wishes().private

    def test_nothing_ticked_makes_nothing(self, desk, shown):
        assert not shown(PackDialog(desk, ()), 620, 720).take_button.isEnabled()

    def test_places_around_where_we_are(self, desk, shown, stand_in):
        asked = []
        stand_in.sites_around = lambda _ws, *point: asked.append(point) or ("ouyuan", "tongli")
        dialog = shown(PackDialog(desk, ("luzhen",)), 620, 720)
        dialog.km.setValue(5)
        dialog.around_button.click()
        luzhen = desk.state.site("luzhen")
        assert asked == [(luzhen.lat, luzhen.lon, 5)]
        assert dialog.chosen == ["luzhen", "ouyuan", "tongli"]
        desk.set_fix(Fix(31.1, 120.7))
        dialog.around_button.click()
        assert asked[-1] == (31.1, 120.7, 5)

    def test_no_file_named_makes_nothing(self, desk, shown, stand_in, monkeypatch):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        dialog = shown(PackDialog(desk, ("tongli",)), 620, 720)
        dialog.take_button.click()
        assert stand_in.field_kept == []
        assert dialog.isVisible()


def line(field, before, after, *, current=False, why=Why.TYPED):
    key = FieldKey(SITE, "tongli", field)
    when = "2026-11-21T14:32+08:00"
    return HistoryLine(key, before, after, "顾南", when, why, "吴江", ("e1",), current)


class TestHistory:
    @pytest.fixture
    def lines(self, stand_in):
        kept = [
            line("ticket_cny", 70, 60, current=True),
            line("ticket_cny", None, 70, why=Why.OUTSIDE),
            line("name_zh", "同里", "同里影视基地", current=True),
        ]
        stand_in.history = lambda _ws, kind, record, field="": tuple(
            one
            for one in kept
            if (one.key.kind, one.key.record) == (kind, record) and field in ("", one.key.field)
        )
        return kept

    def test_who_wrote_what_when(self, desk, shown, lines):
        dialog = shown(HistoryDialog(desk, FieldKey(SITE, "tongli", "")), 640, 600)
        assert len(dialog.lines.rows) == 3
        assert list(dialog.lines.backs) == [1]

    def test_what_the_form_and_the_register_say_of_a_place_is_there_too(self, desk, shown, lines):
        seen = replace(line("truck", None, "near"), key=FieldKey(RECCE, "tongli", "truck"))
        stage = FieldKey(APPROVAL, "site/tongli", "stage")
        later = replace(line("stage", None, {"stage": "reviewed"}), key=stage, when="2026-11-22")
        lines += [seen, later, replace(seen, key=FieldKey(RECCE, "luzhen", "truck"))]
        dialog = shown(HistoryDialog(desk, FieldKey(SITE, "tongli", "")), 640, 600)
        fields = [one.key.field for one in dialog.lines.lines()]
        assert fields == ["stage", "ticket_cny", "ticket_cny", "name_zh", "truck"]

    def test_one_field_of_many(self, desk, shown, lines):
        dialog = shown(HistoryDialog(desk, FieldKey(SITE, "tongli", "")), 640, 600)
        only = dialog.lines.only
        assert [only.itemText(at) for at in range(only.count())] == [
            "所有改动",
            "门票（元）",
            "名字",
        ]
        only.setCurrentIndex(2)
        assert len(dialog.lines.rows) == 1

    def test_a_value_is_restored_and_the_history_read_again(self, desk, shown, lines, stand_in):
        dialog = shown(HistoryDialog(desk, FieldKey(SITE, "tongli", "ticket_cny")), 640, 600)
        old = lines[1]
        lines.insert(0, line("ticket_cny", 60, 70, current=True, why=Why.RESTORED))
        dialog.lines.backs[1].click()
        assert stand_in.field_kept[-1] == ("restored", old)
        assert len(dialog.lines.rows) == 3
        assert dialog.news.isVisible()
        dialog.reject()
        assert desk.state.outdoors.history_of is None

    def test_a_long_history_tells_how_much_more_there_is(self, desk, shown, lines):
        lines[:] = [line("ticket_cny", at, at + 1) for at in range(STEP + 7)]
        dialog = shown(HistoryDialog(desk, FieldKey(SITE, "tongli", "")), 640, 600)
        assert len(dialog.lines.rows) == STEP
        assert "7" in dialog.lines.more.text()
        dialog.lines.more.click()
        assert len(dialog.lines.rows) == STEP + 7
        assert not dialog.lines.more.isVisible()

    def test_an_untouched_record_says_so(self, desk, shown, lines):
        lines.clear()
        dialog = shown(HistoryDialog(desk, FieldKey(SITE, "tongli", "")), 640, 600)
        assert dialog.lines._none.isVisible()


class TestRegister:
    def test_step_by_step(self, desk, shown):
        whole = shown(RegisterDialog(desk, ("tongli",)), 680, 600)
        dialog = whole.register
        free = {stage: button.isEnabled() for stage, button in dialog.moves.items()}
        # what nobody has reviewed is not published
        assert free == {Stage.PROPOSED: True, Stage.REVIEWED: True, Stage.PUBLISHED: False}
        dialog.moves[Stage.REVIEWED].click()
        dialog.moves[Stage.PUBLISHED].click()
        approval = desk.state.outdoors.approvals["tongli"]
        assert (approval.stage, approval.who) == (Stage.PUBLISHED, "沈砚")
        assert "公布 · 沈砚 11-22" in dialog.list.ticks.rows[0].note

    def test_filter_by_stage_and_name(self, desk, shown):
        desk.approve(["luzhen"], Stage.REVIEWED)
        whole = shown(RegisterDialog(desk), 680, 600)
        dialog = whole.register
        dialog.stages.button("reviewed").click()
        assert dialog.list.keys() == ["luzhen"]
        dialog.stages.button("all").click()
        dialog.edit.setText("苏州 同里")
        assert dialog.list.keys() == ["tongli"]

    def test_what_came_with_the_program_waits_for_nobody(self, desk, shown):
        whole = shown(RegisterDialog(desk, ("tongli",)), 680, 600)
        dialog = whole.register
        back = dialog.moves[Stage.PROPOSED]
        assert (dialog.list.ticks.rows[0].note, back.text()) == ("没登记", "提上来")
        dialog.stages.button("proposed").click()
        assert dialog.list.keys() == []
        back.click()
        assert dialog.list.keys() == ["tongli"]
        # it stands there already
        assert not back.isEnabled()
        dialog.moves[Stage.REVIEWED].click()
        assert (back.isEnabled(), back.text()) == (True, "退回去")
        dialog.stages.button("outside").click()
        assert set(dialog.list.keys()) == {one.id for one in desk.state.sites} - {"tongli"}

    def test_what_was_changed_since_is_named(self):
        changed = Approval(SITE, "tongli", Stage.PROPOSED, "沈砚", "2026-11-20", ("ticket_cny",))
        assert stage_told(changed, ["门票（元）"], "zh") == "待审 · 审过又改了门票（元）"


class TestBackups:
    def test_restoring_asks_first(self, desk, shown, stand_in):
        put = []

        def restore(_ws, backup):
            put.append(backup.path)
            yield from ()

        stand_in.restore_backup = restore
        whole = shown(BackupsDialog(desk), 640, 560)
        dialog = whole.backups
        dialog.backs[0].click()
        assert put == []
        assert dialog.question.isVisible()
        dialog.question.dismiss()
        dialog.backs[0].click()
        next(one for one in dialog.question._buttons if one.text() == "换成这份").click()
        assert put == ["/data/backups/a.sqlite"]
        assert desk.state.notes[-1].code == "backup_restored"

    def test_a_damaged_copy_is_not_offered(self, desk, shown, stand_in):
        good = stand_in.backups(None)[0]
        stand_in.backups = lambda _ws: (good, replace(good, sound=False, why="merge"))
        whole = shown(BackupsDialog(desk), 640, 560)
        dialog = whole.backups
        assert [one.isEnabled() for one in dialog.backs] == [True, False]

    def test_a_copy_now_and_a_check(self, desk, shown):
        whole = shown(BackupsDialog(desk), 640, 560)
        dialog = whole.backups
        dialog.now.click()
        assert desk.state.notes[-1].code == "backup_made"
        dialog.check.click()
        assert desk.state.notes[-1].code == "catalogue_sound"

    def test_saving_what_can_be_saved(self, desk, shown, stand_in, monkeypatch, tmp_path):
        path = tmp_path / "broken.sqlite"
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        given = []

        def recover(_ws, damaged):
            given.append(damaged)
            yield from ()
            return Recovered("x", 412, 96)

        stand_in.recover = recover
        dialog = shown(BackupsDialog(desk), 640, 560)
        dialog.backups.rescue.click()
        assert given == [path]
        assert desk.state.notes[-1].values == {"sites": 412, "edits": 96}


class TestPassphrase:
    def test_typed_twice_and_long_enough(self, desk, shown, stand_in):
        whole = shown(PassphraseDialog(desk), 520, 400)
        form = whole.form
        assert not form.old.isVisible()
        form.new.setText("短")
        assert not form.main.isEnabled()
        form.new.setText("太湖边三棵老樟树")
        form.again.setText("太湖边三颗老樟树")
        assert not form.main.isEnabled()
        form.again.setText("太湖边三棵老樟树")
        form.main.click()
        assert stand_in.lock_is is Lock.OPEN
        # nothing of it stays in the fields
        assert (form.new.text(), form.again.text()) == ("", "")
        assert form.lock.isVisible()

    def test_a_wrong_one_is_told_in_the_dialog(self, desk, shown, stand_in):
        stand_in.lock_is = Lock.LOCKED
        dialog = shown(PassphraseDialog(desk), 520, 400)
        dialog.form.old.setText("同里")
        dialog.form.main.click()
        assert isinstance(desk.state.notes[-1].error, SyncError)
        assert desk.state.outdoors.lock is Lock.LOCKED
        dialog.form.old.setText("勘景")
        dialog.form.main.click()
        assert desk.state.outdoors.lock is Lock.OPEN

    def test_what_was_read_in_the_dialog_is_not_told_again(self, desk, shown, stand_in):
        stand_in.lock_is = Lock.LOCKED
        dialog = shown(PassphraseDialog(desk), 520, 400)
        dialog.form.old.setText("同里")
        dialog.form.main.click()
        assert dialog.news.isVisible()
        dialog.reject()
        assert desk.state.notes == ()

    def test_what_is_left_out_while_locked_stays_in_sight_until_it_is_open_again(
        self, desk, shown, stand_in
    ):
        stand_in.lock_is = Lock.OPEN
        desk.tell("start.0", "vault_sealed", {"count": 3}, level="info")
        dialog = shown(PassphraseDialog(desk), 520, 420)
        dialog.form.lock.click()
        dialog.reject()
        (note,) = desk.state.notes
        assert (note.code, dict(note.values)) == ("locked_away", {"count": 3})
        strips = shown(Notes(desk))
        asked = []
        strips.passphrase_asked.connect(lambda: asked.append(True))
        strips.strips[note.key].chosen.emit("passphrase")
        assert asked
        desk.unlock("勘景")
        assert [one.code for one in desk.state.notes] == ["unlocked"]

    def test_it_is_taken_away_with_the_present_one_alone(self, desk, shown, stand_in):
        stand_in.lock_is = Lock.OPEN
        whole = shown(PassphraseDialog(desk), 520, 420)
        form = whole.form
        assert not form.take_away.isEnabled()
        form.old.setText("太湖边三棵老樟树")
        form.take_away.click()
        assert stand_in.lock_is is Lock.NONE


class TestDoors:
    def test_the_explanation_of_a_place_tells_its_stage_and_opens_all_three(
        self, desk, shown, monkeypatch
    ):
        opened = []
        for name in ("open_site_history", "open_register", "open_pack_dialog"):
            monkeypatch.setattr(openers, name, lambda *given, name=name: opened.append(given[2]))
        desk.put(phrases=STAND_IN)
        desk.approve(["tongli"], Stage.REVIEWED)
        pane = shown(DetailPane(desk, ListPane(desk)), 460, 500)
        desk.select(site="tongli")
        record = pane.panel.record
        assert (record.stage.text(), record.told.text()) == ("审过", "沈砚 11-22")
        record.history.click()
        record.register.click()
        record.field.click()
        assert opened == ["tongli", ("tongli",), ("tongli",)]

    def test_the_menu_and_ctrl_h(self, desk, stand_in, shown, monkeypatch, tmp_path):
        opened = []
        for name in ("open_site_history", "open_register", "open_backups", "open_passphrase"):
            monkeypatch.setattr(
                openers, name, lambda *given, name=name: opened.append((name, *given[2:]))
            )
        window = build_window(ASSETS, tmp_path, actions=stand_in, pool=InstantPool())
        shown(window)
        window.begin()
        actions = window.menus.actions_by_name
        assert actions["history"].shortcut().toString() == "Ctrl+H"
        actions["history"].trigger()
        assert opened == []
        window.session.select(site="luzhen")
        for name in ("history", "register", "backups", "passphrase"):
            assert actions[name].isEnabled()
            actions[name].trigger()
        assert opened[0] == ("open_site_history", "luzhen")
        assert [one[0] for one in opened[1:]] == [
            "open_register",
            "open_backups",
            "open_passphrase",
        ]


class TestNotes:
    def test_what_came_home_can_be_undone_from_the_note(self, desk, shown, stand_in):
        notes = shown(Notes(desk), 900, 200)
        desk.load_contested()
        desk.decide(0)
        strip = next(iter(notes.strips.values()))
        assert [one.text() for one in strip._buttons] == ["撤销"]
        strip._buttons[0].click()
        assert ("undone", "b2") in stand_in.field_kept
        strip = next(iter(notes.strips.values()))
        assert [one.text() for one in strip._buttons] == ["放回来"]

    def test_a_pack_just_made_can_be_opened_here(self, qtbot, desk, shown, tmp_path):
        notes = shown(Notes(desk), 900, 200)
        desk.make_pack(desk.pack_wishes(("tongli",)), Path(tmp_path / "a.gpkg"))
        strip = next(iter(notes.strips.values()))
        assert "吴江" in strip.accessibleName()
        with qtbot.waitSignal(notes.page_asked) as asked:
            strip._buttons[0].click()
        assert asked.args == ["field"]
        assert desk.state.outdoors.desk.pack.name == "吴江"

    def test_every_code_told_has_a_sentence(self):
        folder = Path(__file__).parents[2] / "gui" / "session"
        source = "".join((folder / f"{one}.py").read_text() for one in ("homecoming", "outdoors"))
        told = set(re.findall(r'self\.tell\(\s*"\w+",\s*"(\w+)"', source))
        told |= set(re.findall(r'"(catalogue_\w+|passphrase_\w+|settled|batch_\w+)"', source))
        assert {"settled", "batch_undone", "pack_made", "changed_elsewhere"} <= told
        assert told - {"catalogue_written"} <= set(PHRASES.templates)
