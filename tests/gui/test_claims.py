"""Papers ticked, bills written and pasted; what counts and what does not, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from geo.model import ClaimFile, ClaimStep, Evidence, Voucher
from gui.models.vouchers import Column, VoucherModel, read_amount, read_date
from gui.pages.bureau.claim_dialog import ClaimDialog, open_claim_file
from gui.pages.bureau.claim_papers import reminders
from gui.pages.bureau.voucher_paste import read_pasted
from tests.gui.claims_stand_in import AWARD, OTHER

HOTEL = Voucher("", "living", "同里湖酒店", "苏州", 36_000.0, date(2026, 3, 1), "某影视", "回单")
BARE = replace(HOTEL, vendor="盒饭", amount=4800.5, invoice_title="")


def can_read(read, text):
    try:
        read(text)
    except ValueError:
        return False
    return True


@pytest.fixture
def judged(desk):
    """The session with two awards judged in Suzhou, one of which can reach the crew."""
    ranking = desk.state.ranking
    suzhou = ranking.cities[0]
    subsidy = replace(suzhou.subsidy, policies=(AWARD, OTHER))
    cities = (replace(suzhou, subsidy=subsidy), *ranking.cities[1:])
    desk.put(ranking=replace(ranking, cities=cities))
    return desk


@pytest.fixture
def dialog(judged, shown):
    made = ClaimDialog(judged)
    made.show_award(AWARD.policy_id, "苏州")
    return shown(made, 1020, 660)


class TestPapers:
    def test_what_reaches_the_crew_is_listed_and_what_was_asked_for(self, dialog):
        assert list(dialog.files) == [AWARD.policy_id]
        dialog.show_award(OTHER.policy_id, "苏州")
        assert set(dialog.files) == {AWARD.policy_id, OTHER.policy_id}
        assert dialog.papers.boxes.keys() == {"contract", "invoices"}

    def test_a_tick_is_kept_and_undone(self, qtbot, dialog, judged):
        box = dialog.papers.boxes["contract"]
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
        assert judged.state.evidence.done == {(AWARD.policy_id, "contract")}
        assert dialog.which.button("papers").text().endswith("1/2")
        qtbot.mouseClick(dialog.undo_button, Qt.MouseButton.LeftButton)
        assert judged.state.evidence.done == frozenset()
        assert not dialog.papers.boxes["contract"].isChecked()
        judged.redo()
        assert dialog.papers.boxes["contract"].isChecked()

    def test_what_is_overdue_says_so_in_words(self, dialog):
        assert "过了" in dialog.reminders.buttons[0].text()
        assert len(dialog.reminders.buttons) == 1, "a paper without a day is not dated"

    def test_a_reminder_leads_to_its_box(self, qtbot, dialog):
        dialog.show_part("bills")
        qtbot.mouseClick(dialog.reminders.buttons[0], Qt.MouseButton.LeftButton)
        assert dialog.papers.boxes["contract"].hasFocus()

    def test_what_is_not_from_the_text_is_marked(self, dialog):
        spoken = dialog.papers.boxes["invoices"].accessibleName()
        assert "常用做法" in spoken
        assert "常用做法" not in dialog.papers.boxes["contract"].accessibleName()

    def test_nothing_to_claim_says_so(self, dialog):
        dialog.show_award("nobody", "绍兴")
        assert dialog.empty.isVisible()
        assert not dialog.export_button.isEnabled()

    def test_english(self, dialog, judged):
        judged.set_language("en")
        assert "Contract" in dialog.reminders.buttons[0].text()

    def test_it_hears_no_more_once_closed(self, qtbot, dialog, judged):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()
        files = dialog.files
        judged.add_vouchers([HOTEL])
        assert dialog.files is files

    def test_the_checklist_is_written(self, dialog, stand_in, tmp_path, monkeypatch, judged):
        target = tmp_path / "清单"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        dialog.export_button.click()
        name, files, path = stand_in.claims_asked[-1]
        assert (name, path.name) == ("export_claims", "清单.xlsx")
        assert [one.policy_id for one in files] == [AWARD.policy_id]
        assert judged.state.notes[-1].code == "exported"


def test_reminders_stand_by_day_and_once_for_several_awards():
    today = date(2026, 3, 8)

    def file(policy, *days):
        steps = tuple(
            ClaimStep(f"k{at}", {"zh": "纸"}, "producer", today + timedelta(days=days[at]))
            for at in range(len(days))
        )
        return ClaimFile(policy, "t", "苏州", "", steps, 0.0, 0.0, None), policy

    found = reminders([file("a", 9, 2), file("b", 9), file("c", 3)])
    assert [(one.due.day, one.awards) for one in found] == [
        (10, ("a",)),
        (11, ("c",)),
        (17, ("a", "b")),
    ]
    done, name = file("d", 1)
    done = replace(done, steps=tuple(replace(one, done=True) for one in done.steps))
    assert reminders([(done, name)]) == []


class TestSpend:
    def test_a_bill_without_title_is_no_evidence_until_completed(self, dialog, judged):
        judged.add_vouchers([HOTEL, BARE])
        figures = [figure.text() for figure in dialog.spend.figures]
        assert figures == ["3.6 万元", "4.08 万元", "10 万元"]
        assert "不算" in dialog.spend.told.text()
        bare = judged.state.evidence.vouchers[1]
        judged.keep_voucher(replace(bare, invoice_title="某影视"))
        assert dialog.spend.figures[0].text() == "4.08 万元"
        judged.undo()
        assert dialog.spend.figures[0].text() == "3.6 万元"

    def test_a_ceiling_nobody_published_is_told(self, dialog):
        dialog.show_award(OTHER.policy_id, "苏州")
        assert dialog.spend.figures[2].text() == "没公布"


class TestBills:
    def cell(self, dialog, row, column):
        return dialog.bills.model.index(row, column)

    def write(self, dialog, row, column, text):
        return dialog.bills.model.setData(self.cell(dialog, row, column), text)

    def test_the_last_row_becomes_a_bill_with_its_amount(self, qtbot, dialog, judged):
        self.write(dialog, 0, Column.VENDOR, "亮点发电")
        self.write(dialog, 0, Column.LINE, "发电车")
        assert judged.state.evidence.vouchers == ()
        assert "写上金额" in dialog.bills.told.text()
        self.write(dialog, 0, Column.AMOUNT, "1.2万")
        qtbot.waitUntil(lambda: len(judged.state.evidence.vouchers) == 1)
        bill = judged.state.evidence.vouchers[0]
        assert (bill.vendor, bill.line, bill.city, bill.amount) == (
            "亮点发电",
            "generator",
            "苏州",
            12_000.0,
        )
        assert self.cell(dialog, 0, Column.COUNTS).data() == "缺发票抬头和付款凭证"
        assert dialog.bills.model.rowCount() == 2

    def test_a_cell_is_put_right_in_place_and_undone(self, qtbot, dialog, judged):
        judged.add_vouchers([HOTEL])
        self.write(dialog, 0, Column.PROOF, "")
        qtbot.waitUntil(lambda: judged.state.evidence.vouchers[0].proof == "")
        assert self.cell(dialog, 0, Column.COUNTS).data() == "缺付款凭证"
        judged.undo()
        assert self.cell(dialog, 0, Column.COUNTS).data() == "算"

    def test_another_city_does_not_count_here(self, dialog, judged):
        judged.add_vouchers([replace(HOTEL, city="上海市"), replace(HOTEL, city="苏州市")])
        assert self.cell(dialog, 0, Column.COUNTS).data() == "不在苏州"
        assert self.cell(dialog, 1, Column.COUNTS).data() == "算"

    @pytest.mark.parametrize(
        ("column", "text"),
        [
            (Column.AMOUNT, "很多"),
            (Column.AMOUNT, "-3"),
            (Column.AMOUNT, ""),
            (Column.DATE, "昨天"),
        ],
    )
    def test_nonsense_is_refused_in_words(self, dialog, judged, column, text):
        judged.add_vouchers([HOTEL])
        kept = judged.state.evidence
        assert not self.write(dialog, 0, column, text)
        assert judged.state.evidence is kept
        assert "没有记下" in dialog.bills.told.text()

    def test_rows_go_and_come_back(self, qtbot, dialog, judged):
        judged.add_vouchers([HOTEL, BARE])
        dialog.show_part("bills")
        dialog.bills.view.selectRow(0)
        dialog.bills.drop_button.click()
        assert [one.vendor for one in judged.state.evidence.vouchers] == ["盒饭"]
        qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(judged.state.evidence.vouchers) == 2

    def test_a_sheet_is_pasted_as_one_step(self, dialog, judged):
        text = (
            "2026/3/1\t发电车\t亮点\t某影视\t回单\t苏州\t¥9,000.00\t夜戏\n\t\t无名\t\t\t\t多少\t\n"
        )
        QGuiApplication.clipboard().setText(text)
        dialog.bills.paste_button.click()
        (bill,) = judged.state.evidence.vouchers
        assert bill == Voucher(
            "1", "generator", "亮点", "苏州", 9000.0, date(2026, 3, 1), "某影视", "回单", "夜戏"
        )
        assert "第 2 行" in dialog.bills.told.text()
        judged.undo()
        assert judged.state.evidence == Evidence()

    def test_an_empty_clipboard_says_what_to_do(self, dialog, judged):
        QGuiApplication.clipboard().setText("  ")
        dialog.bills.paste()
        assert "复制" in dialog.bills.told.text()
        assert not judged.state.can_undo

    def test_begin_opens_the_empty_row(self, dialog):
        dialog.show_part("bills")
        dialog.bills.add_button.click()
        view = dialog.bills.view
        assert view.state() is view.State.EditingState
        assert view.currentIndex().row() == 0

    def test_cost_lines_are_offered(self, dialog):
        dialog.show_part("bills")
        view = dialog.bills.view
        delegate = view.itemDelegateForColumn(Column.LINE)
        index = self.cell(dialog, 0, Column.LINE)
        box = delegate.createEditor(view, None, index)
        delegate.setEditorData(box, index)
        assert "发电车" in [box.itemText(at) for at in range(box.count())]
        box.setEditText("盒饭钱")
        delegate.setModelData(box, dialog.bills.model, index)
        assert index.data() == "盒饭钱"


def test_heads_of_a_sheet_say_which_column_is_which():
    text = "金额（元）\t商户\t备注\t税号\n1,200\t老王\t\t91320\n"
    (bill,) = read_pasted(text, "苏州", str).bills
    assert (bill.amount, bill.vendor, bill.city, bill.note) == (1200.0, "老王", "苏州", "")


def test_rows_are_numbered_as_in_the_sheet():
    text = "日期\t金额\n\n2026-03-01\tx\n2026-03-02\t5\n"
    pasted = read_pasted(text, "苏州", str)
    assert pasted.unread == (3,)
    assert [one.amount for one in pasted.bills] == [5.0]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("1200", 1200.0), ("¥1,200.50", 1200.5), ("1200元", 1200.0), ("1.2 万", 12_000.0)],
)
def test_amounts_as_people_write_them(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["", "0", "-5", "nan", "inf", "1e12", "三千"])
def test_what_is_no_amount(text):
    assert not can_read(read_amount, text)


@pytest.mark.parametrize(
    "text", ["2026-03-08", "2026/3/8", "2026.3.8", "2026年3月8日", "2026-03-08 00:00:00"]
)
def test_days_as_people_write_them(text):
    assert read_date(text) == date(2026, 3, 8)


@pytest.mark.parametrize("text", ["3月8日", "2026-13-01", "昨天", "2026-3"])
def test_what_is_no_day(text):
    assert not can_read(read_date, text)


def test_the_last_row_keeps_what_is_typed_until_there_is_an_amount():
    model = VoucherModel()
    model.set_words([str(one) for one in Column], {}, ("接着记", "算"), "苏州")
    added = []
    model.added.connect(added.append)
    assert model.index(0, Column.DATE).data() == "接着记"
    assert model.index(0, Column.CITY).data(Qt.ItemDataRole.EditRole) == "苏州"
    model.setData(model.index(0, Column.DATE), "2026-03-08")
    model.setData(model.index(0, Column.AMOUNT), "")
    assert model.pending
    assert added == []
    model.setData(model.index(0, Column.AMOUNT), "3")
    assert added == [Voucher("", "", "", "苏州", 3.0, date(2026, 3, 8))]
    assert not model.pending


def test_one_window_for_all_claims(qtbot, judged, shown):
    first = open_claim_file(judged, None, AWARD.policy_id, "苏州")
    qtbot.addWidget(first)
    home = shown(ClaimDialog(judged), 900, 600)
    second = open_claim_file(judged, home, AWARD.policy_id, "苏州")
    assert open_claim_file(judged, home, OTHER.policy_id, "苏州") is second
    assert set(second.files) == {AWARD.policy_id, OTHER.policy_id}
    second.accept()
    home.accept()


def test_another_project_begins_without_bills(desk, tmp_path):
    desk.add_vouchers([HOTEL])
    desk.start_by_hand("另一部")
    assert desk.state.evidence == Evidence()
    desk.undo()
    assert len(desk.state.evidence.vouchers) == 1
