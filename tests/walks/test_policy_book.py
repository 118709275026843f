"""A bureau puts a policy right in the form: the ranking moves at once, and says on whose word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from geo.model import Amount, Condition, Region
from gui import theme
from gui.pages.bureau import open_policy_book
from gui.pages.bureau.parcel_dialog import ParcelDialog
from gui.pages.bureau.policy_form import PolicyForm
from gui.session import Session
from gui.task import InstantPool

ASSETS = Path(__file__).resolve().parents[2] / "assets"
CITY = "苏州"


def opened(data):
    made = Session(None, ASSETS, data, pool=InstantPool())
    made.open(restore=False)
    made.take_in(ASSETS / "samples" / "yiqu_gusu.fdx")
    return made


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def session(qtbot, qapp, data):
    theme.apply(qapp, theme.LIGHT, "zh")
    made = opened(data)
    yield made
    made.close()


@pytest.fixture
def home(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def book(session, home):
    dialog = open_policy_book(session, home)
    yield dialog
    dialog.close()


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def subsidy(session, city=CITY):
    return next(one.subsidy for one in session.state.ranking.cities if one.city == city)


def add_a_grant(qtbot, book, title="苏州取景一口价"):
    """80,000 for any crew that shoots seven days in a row: told on the phone, firm, no gate."""
    click(qtbot, book.add_button)
    form = book.findChildren(PolicyForm)[-1]
    for line, text in (
        (form.head.title, title), (form.head.issuer, "苏州市文旅局"), (form.who, "小周"),
    ):  # fmt: skip
        line.setText(text)
    form.head.region.province.setCurrentText("江苏省")
    form.head.region.city.setCurrentText("苏州市")
    form.head.local.choose("not_required")
    form.head.valid_from.setText("2026-01-01")
    row = form.conditions.add()
    row.picker.picked.emit("shoot.consecutive_local_days")
    row.value.focusProxy().edit.setText("7")
    form.amount.mode.setCurrentIndex(form.amount.mode.findData("fixed"))
    form.amount.sum.edit.setText("8")
    form.amount.bound.setChecked(False)
    card = form.proof.sources.cards[0]
    card.kind._pick("phone")
    card.publisher.setText("市文旅局 陆科长")
    card.day.setText("2026-11-20")
    return form


def test_a_number_typed_into_the_form_moves_the_ranking_with_its_source(qtbot, session, book, data):
    session.set_facts({"shoot.consecutive_local_days": 8, "shoot.main_location": "苏州市"})
    before = subsidy(session)
    form = add_a_grant(qtbot, book)
    # what it comes to stands beside the form before anything is kept
    assert "确定 8 万元" in form.trial.sentence.text()
    form.conditions.parts[0].value.focusProxy().edit.setText("9")
    assert "确定 0 元" in form.trial.sentence.text()
    assert "连续拍摄" in form.trial.open.text()
    form.conditions.parts[0].value.focusProxy().edit.setText("7")
    click(qtbot, form.save_button)
    assert not form.isVisible()
    [mine] = [one for one in session.state.book.policies if one.own]
    assert mine.amount == Amount("fixed", is_upper_bound=False, sum=80_000.0)
    assert mine.conditions == (Condition("shoot.consecutive_local_days", ">=", 7.0),)
    assert mine.region == Region("江苏省", "苏州市")
    after = subsidy(session)
    assert after.certain == before.certain + 80_000
    assert after.counted == before.counted + 80_000
    [judged] = [one for one in after.policies if one.policy_id == mine.id]
    assert judged.own
    assert [(one.title, one.publisher, one.date) for one in judged.sources] == [
        ("电话答复", "市文旅局 陆科长", "2026-11-20")
    ]
    assert (mine.told_by, mine.told_on) == ("小周", date.today().isoformat())
    # one step back, and the ranking is as it was
    click(qtbot, book.undo_button)
    assert subsidy(session).certain == before.certain
    assert not any(one.own for one in session.state.book.policies)


def test_what_was_typed_is_there_the_next_time(qtbot, session, book, data):
    form = add_a_grant(qtbot, book)
    click(qtbot, form.save_button)
    [mine] = [one for one in session.state.book.policies if one.own]
    again = opened(data)
    again.load_book()
    assert again.state.book.get(mine.id) == mine
    again.close()


def test_what_ships_is_put_right_and_restored(qtbot, session, book):
    policy_id = "sz-2025-tourism"
    shipped = session.state.book.get(policy_id)
    book.show_policy(policy_id)
    click(qtbot, book.edit_button)
    form = book.findChild(PolicyForm)
    assert form.policy() == shipped
    form.amount.cap.edit.setText("20")
    form.who.setText("小周")
    click(qtbot, form.save_button)
    assert session.state.book.get(policy_id).amount.cap == 200_000
    click(qtbot, book.restore_button)
    assert session.state.book.get(policy_id) == shipped


def test_every_policy_that_ships_is_shown_as_it_is(qtbot, session, book):
    """What the form does not touch it does not change, whatever the shape."""
    form = PolicyForm(session, session.state.book.policies[0])
    qtbot.addWidget(form)
    for policy in session.state.book.policies:
        form.show_policy(policy)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert form.policy() == policy, policy.id
        assert form.unread() == {}, policy.id
        assert [one for one in form.problems() if not one.missing] == [], policy.id
    form.reject()
    form.reject()


def test_a_file_goes_to_another_bureau_and_is_seen_before_it_is_taken(
    qtbot, monkeypatch, tmp_path, session, book, home
):
    form = add_a_grant(qtbot, book)
    click(qtbot, form.save_button)
    [mine] = [one for one in session.state.book.policies if one.own]
    book.show_policy("sz-2025-tourism")
    click(qtbot, book.edit_button)
    form = book.findChildren(PolicyForm)[-1]
    form.amount.cap.edit.setText("20")
    click(qtbot, form.save_button)
    path = tmp_path / "苏州.yaml"
    session.export_policies([mine.id, "sz-2025-tourism", "sz-2025-invest"], path)
    other = opened(tmp_path / "other")
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    there = open_policy_book(other, elsewhere)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(qtbot, there.import_button)
    dialog = there.findChild(ParcelDialog)
    assert sorted(dialog.ticked) == sorted([mine.id, "sz-2025-tourism"])
    before = subsidy(other).ceiling
    dialog.who.setText("小李")
    click(qtbot, dialog.take_button)
    taken = other.state.book.get(mine.id)
    assert (taken.amount, taken.conditions, taken.sources) == (
        mine.amount, mine.conditions, mine.sources,
    )  # fmt: skip
    assert taken.told_by == "小李"
    after = subsidy(other).ceiling
    assert before is None or after > before
    there.undo()
    assert other.state.book.get(mine.id) is None
    assert subsidy(other).ceiling == before
    there.close()
    other.close()


def test_a_broken_file_is_refused_line_by_line(qtbot, monkeypatch, tmp_path, session, book):
    path = tmp_path / "坏.yaml"
    path.write_text("schema: 1\npolicies:\n- {id: x1, title_zh: '__import__(1)'}\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(qtbot, book.import_button)
    dialog = book.findChild(ParcelDialog)
    assert dialog.ticked == []
    assert not dialog.take_button.isEnabled()
    assert not dialog.refused.isHidden()
    assert "3" in dialog.refused._details.text()
    dialog.reject()
