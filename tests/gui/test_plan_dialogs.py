"""The dialogs of 排期: wishes, what is agreed, what falls due, words of the call sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from geo.model import Booking, BookingStatus, PlanRule, PlanWishes
from gui.pages.plan import due_dialog, openers
from gui.pages.plan.booking_dialog import BookingDialog
from gui.pages.plan.due_dialog import DueDialog
from gui.pages.plan.site_words_dialog import SiteWordsDialog
from gui.pages.plan.wish_rules import read_rule, write_rule
from gui.pages.plan.wishes_dialog import PlanWishesDialog
from gui.pages.typed import read_date

TODAY = date(2026, 11, 20)


@pytest.fixture
def planned(desk):
    desk.make_plan()
    return desk


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


class TestWishes:
    @pytest.fixture
    def form(self, planned, shown):
        return shown(PlanWishesDialog(planned), 680, 820)

    def test_opened_and_kept_as_it_is_nothing_changes(self, qtbot, form, planned):
        before = planned.state.planned
        assert form.wishes() == planned.state.planned.wishes
        click(qtbot, form.keep_button)
        assert planned.state.planned is before

    def test_everything_told_is_one_step(self, qtbot, form, planned, stand_in):
        form.most_days.setText("6")
        form.most_sites.setText("4")
        form.least_fit.setText("80")
        form.cities["苏州"].setChecked(True)
        form.must_use.picker.picked.emit("couple")
        form.must_not.picker.picked.emit("luzhen")
        form.windows.picker.picked.emit("couple")
        form.windows.first.setText("2027年3月8日")
        form.windows.last.setText("2027-03-12")
        click(qtbot, form.windows.add_button)
        form.weights.box.setCurrentIndex(form.weights.box.findData("house"))
        form.weights.times.setText("2.5")
        click(qtbot, form.weights.add_button)
        form.expected.setChecked(True)
        form.short_holds.setChecked(True)
        form.keep.setChecked(False)
        form.rules.fields["day_minutes"].setText("12.5")
        form.rules.fields["call"].setText("7:30")
        click(qtbot, form.keep_button)
        assert planned.state.planned.wishes == PlanWishes(
            must_use=frozenset({"couple"}),
            must_not_use=frozenset({"luzhen"}),
            windows={"couple": ((date(2027, 3, 8), date(2027, 3, 12)),)},
            weights={"house": 2.5},
            cities=("苏州",),
            most_days=6,
            most_sites=4,
            least_fit=0.8,
            rules={"day_minutes": 750.0, "call": 450.0},
            expected=True,
            short_holds=True,
            keep=False,
        )
        assert planned.state.plan_stale
        planned.undo()
        assert planned.state.planned.wishes == PlanWishes()

    def test_what_was_told_stands_there_again(self, planned, shown):
        planned.wish_plan(
            locks={"garden": "couple"},
            must_use=frozenset({"tongli"}),
            windows={"couple": ((date(2027, 3, 8), date(2027, 3, 12)),)},
            weights={"house": 3.0},
            rules={"setup": 45.0, "no_longer_a_rule": 1.0},
            least_fit=0.7,
            most_days=5,
        )
        form = shown(PlanWishesDialog(planned), 680, 820)
        assert form.wishes() == planned.state.planned.wishes
        assert form.fold.opened
        words = [chip.words for chip in form.locks.chips.values()]
        assert words == ["沈家花园：耦园"]
        assert [chip.words for chip in form.windows.chips.values()] == ["耦园：3月8日 到 3月12日"]

    def test_chips_can_be_taken_away(self, qtbot, planned, shown):
        planned.wish_plan(
            locks={"garden": "couple"},
            must_use=frozenset({"tongli"}),
            windows={"couple": ((date(2027, 3, 8), date(2027, 3, 12)),)},
            weights={"house": 3.0},
        )
        form = shown(PlanWishesDialog(planned), 680, 820)
        for part in (form.locks, form.must_use, form.windows, form.weights):
            click(qtbot, next(iter(part.chips.values())).cross)
        assert form.wishes() == PlanWishes()

    @pytest.mark.parametrize("text", ["0", "-1", "三天", "1e99", "nan"])
    def test_what_cannot_be_wished_is_not_kept(self, form, text):
        form.most_days.setText(text)
        assert not form.keep_button.isEnabled()
        assert form.most_days.property("wrong") == "true"
        assert form.told.isVisible()
        form.most_days.setText("")
        assert form.keep_button.isEnabled()

    def test_days_the_wrong_way_round_are_not_added(self, form):
        form.windows.picker.picked.emit("couple")
        form.windows.first.setText("2027-03-12")
        form.windows.last.setText("2027-03-08")
        assert not form.windows.add_button.isEnabled()
        assert form.windows.last.property("wrong") == "true"

    def test_a_rule_beyond_its_limits_is_not_kept(self, form):
        form.rules.fields["day_minutes"].setText("25")
        assert not form.keep_button.isEnabled()
        form.rules.fields["day_minutes"].setText("14")
        assert form.keep_button.isEnabled()
        # what says the same as the rule is no value of one's own
        assert form.wishes().rules == {}

    def test_the_first_day_is_a_fact_of_the_project(self, qtbot, form, planned):
        form.start.setText("2026-11-31")
        assert not form.keep_button.isEnabled()
        form.start.setText("2026-11-20")
        click(qtbot, form.keep_button)
        assert planned.state.facts.get("shoot.start_date") == TODAY
        assert planned.state.plan.days[0].date == TODAY


class TestRules:
    HOURS = PlanRule("day_minutes", 840, 120, 1440, {})
    CLOCK = PlanRule("call", 360, 0, 1439, {})
    SHARE = PlanRule("told_share", 0.8, 0.1, 1, {})
    MONEY = PlanRule("left_out", 50_000, 0, 1e9, {})

    @pytest.mark.parametrize(
        ("rule", "unit", "text", "value"),
        [
            (HOURS, "hours", "14", 840),
            (HOURS, "hours", "12.5", 750),
            (CLOCK, "clock", "6:00", 360),
            (CLOCK, "clock", "6：05", 365),
            (CLOCK, "clock", "7", 420),
            (SHARE, "share", "80%", 0.8),
            (MONEY, "yuan", "50,000", 50_000),
            (MONEY, "yuan", "", None),
        ],
    )
    def test_units(self, rule, unit, text, value):
        assert read_rule(text, rule) == (value if value is None else pytest.approx(value))
        if value is not None:
            assert read_rule(write_rule(value, unit), rule) == pytest.approx(value)

    @pytest.mark.parametrize("text", ["1", "99", "x", "nan", "6:60x"])
    def test_nonsense(self, text):
        with pytest.raises(ValueError, match=r"."):
            read_rule(text, self.HOURS)

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("2026-11-20", TODAY),
            (" 2026/11/20 ", TODAY),
            ("2026年11月20日", TODAY),
            ("２０２６．１１．２０", TODAY),
            ("", None),
        ],
    )
    def test_days(self, text, day):
        assert read_date(text) == day

    @pytest.mark.parametrize("text", ["2026-02-30", "11-20", "2026-11", "soon", "20261120"])
    def test_no_days(self, text):
        with pytest.raises(ValueError, match=r"."):
            read_date(text)


class TestBooking:
    def test_a_hold_with_its_money(self, qtbot, planned, shown):
        form = shown(BookingDialog(planned, "garden", "couple"), 520, 460)
        assert not form.expires.isVisible()
        click(qtbot, form.status.button("first_hold"))
        assert form.expires.isVisible()
        form.expires.setText("2026-11-20")
        form.who.setText(" 陆经理 ")
        form.deposit.setText("5,000")
        form.deposit_due.setText("2026-11-22")
        form.balance.setText("2万")
        click(qtbot, form.keep_button)
        [kept] = planned.state.planned.bookings
        assert kept == Booking(
            "garden",
            "couple",
            BookingStatus.FIRST_HOLD,
            who="陆经理",
            expires=TODAY,
            deposit=5_000.0,
            deposit_due=date(2026, 11, 22),
            balance=20_000.0,
        )

    def test_a_refusal_has_a_reason_and_only_a_refusal(self, qtbot, planned, shown):
        form = shown(BookingDialog(planned, "garden", "couple"), 520, 460)
        click(qtbot, form.status.button("refused"))
        assert form.reason.isVisible()
        form.reason.setText("那几天有展览")
        assert form.booking().reason == "那几天有展览"
        click(qtbot, form.status.button("asked"))
        assert not form.reason.isVisible()
        assert form.booking().reason == ""

    def test_what_cannot_be_read_is_not_kept(self, planned, shown):
        form = shown(BookingDialog(planned, "garden", "couple"), 520, 460)
        for field, text in ((form.deposit, "五千"), (form.balance_due, "下周")):
            field.setText(text)
            assert not form.keep_button.isEnabled()
            assert field.property("wrong") == "true"
            field.setText("")
            assert form.keep_button.isEnabled()

    def test_it_opens_with_what_is_known_and_can_be_dropped(self, qtbot, planned, shown):
        known = Booking("garden", "couple", BookingStatus.CONFIRMED, balance=9.0, note="带章")
        planned.book(known)
        form = shown(BookingDialog(planned, "garden", "couple"), 520, 460)
        assert form.booking() == known
        assert form.status.button("confirmed").hasFocus()
        click(qtbot, form.drop_button)
        assert planned.state.planned.bookings == ()
        planned.undo()
        assert planned.state.planned.bookings == (known,)


class TestDue:
    def test_late_today_and_later_in_order(self, planned, shown):
        planned.book(
            Booking(
                "garden",
                "couple",
                BookingStatus.FIRST_HOLD,
                expires=TODAY,
                deposit=5_000.0,
                deposit_due=date(2026, 11, 18),
            )
        )
        planned.book(Booking("house", "tongli", deposit=8.0, deposit_due=date(2027, 1, 2)))
        form = shown(DueDialog(planned, today=TODAY), 560, 480)
        told = [(row.when.text(), row.what.text()) for row in form.rows]
        assert told == [
            ("11月18日", "付定金　5,000 元"),
            ("11月20日", "档期到这天，要么定要么放"),
            ("2027年1月2日", "付定金　8 元"),
        ]
        assert form.rows[0].when.property("tone") == "err"
        assert form.empty.isHidden()

    def test_a_row_leads_to_what_was_agreed_and_follows_it(
        self, qtbot, planned, shown, monkeypatch
    ):
        hold = Booking("garden", "couple", BookingStatus.FIRST_HOLD, expires=TODAY)
        planned.book(hold)
        form = shown(DueDialog(planned, today=TODAY), 560, 480)

        def settle(session, _window, set_id, site_id):
            session.book(replace(hold, set_id=set_id, site_id=site_id, expires=None))

        monkeypatch.setattr(due_dialog, "open_booking", settle)
        click(qtbot, form.rows[0].open_button)
        assert form.rows == []
        assert form.empty.isVisible()
        form.accept()
        planned.book(hold)
        assert form.rows == []


class TestSiteWords:
    def test_a_row_for_each_site_of_the_plan(self, qtbot, planned, shown):
        planned.keep_site_words("couple", hospital="老医院", contact="")
        form = shown(SiteWordsDialog(planned), 640, 480)
        rows = {row.site_id: row for row in form.rows}
        assert list(rows) == list(planned.state.plan.sites)
        assert rows["couple"].hospital.text() == "老医院"
        rows["couple"].hospital.setText("吴江区第一人民医院")
        rows["tongli"].contact.setText("陆经理 0512")
        click(qtbot, form.keep_button)
        assert planned.state.planned.hospitals == {"couple": "吴江区第一人民医院"}
        assert planned.state.planned.contacts == {"tongli": "陆经理 0512"}

    def test_left_as_it_was_it_is_no_step(self, qtbot, planned, shown):
        before = planned.state.planned
        form = shown(SiteWordsDialog(planned), 640, 480)
        click(qtbot, form.keep_button)
        assert planned.state.planned is before


def test_every_door_opens_its_dialog(planned, shown, monkeypatch):
    opened = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(type(dialog).__name__))
    window = shown(QDialog(), 300, 200)
    openers.open_wishes(planned, window)
    openers.open_due(planned, window)
    openers.open_site_words(planned, window)
    openers.open_booking(planned, window, "garden", "couple")
    assert opened == ["PlanWishesDialog", "DueDialog", "SiteWordsDialog", "BookingDialog"]
