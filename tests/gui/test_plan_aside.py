"""The right column of 排期 over the stand-in: money, proof, other ways, why, insisting, route."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt

from geo.model import (
    Basis,
    Beat,
    Booking,
    BookingStatus,
    CityMoney,
    PlanChanges,
    PlanStatus,
    Range,
    Reason,
    Scenario,
    Shifted,
    Subsidy,
    Uncovered,
)
from gui import theme
from gui.pages.plan.aside import MONEY, OTHERS, WHY, Aside
from gui.pages.plan.others import in_order
from gui.pages.plan.proof_card import open_gap
from gui.session import Session
from gui.task import ThreadPool
from gui.widgets.map_route import Drive, RouteMap, Stop, day_runs
from gui.widgets.map_view import MapView
from tests.gui.conftest import ASSETS
from tests.gui.stand_in import BASEMAP, StandIn


@pytest.fixture
def planned(desk):
    """Three sets on two days: garden, house, wharf."""
    desk.make_plan()
    return desk


@pytest.fixture
def aside(planned, shown):
    return shown(Aside(planned), 400, 826)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def texts(rows):
    return [row.name.text() for row in rows if not row.isHidden()]


class TestCost:
    def test_the_figure_is_that_of_the_plan_and_answers(self, qtbot, aside, planned):
        assert aside.cost.net.figure == planned.state.plan.money.net
        click(qtbot, aside.cost.net)
        popover = aside.answers.popover
        assert popover.isVisible()
        assert "只算确定的补贴" in popover.accessibleName()
        assert "同里影视基地" in popover._sentence.text()

    def test_expected_money_is_a_wish_and_shows_its_own_figure(self, qtbot, aside, planned):
        expected = Range(1e4, 2e4, 3e4, "CNY", Basis.ESTIMATED)
        money = replace(planned.state.plan.money, net_expected=expected)
        planned.put(plan=replace(planned.state.plan, money=money))
        aside.cost.expected.click()
        assert planned.state.planned.wishes.expected
        assert planned.state.plan_stale
        assert aside.cost.net.figure == expected
        planned.undo()
        assert not aside.cost.expected.isChecked()

    def test_places_without_a_price_are_named(self, aside, planned):
        assert "鲁镇" in aside.cost.about.text()
        money = replace(planned.state.plan.money, unpriced=())
        planned.put(plan=replace(planned.state.plan, money=money))
        assert aside.cost.about.isHidden()

    def test_without_a_plan_there_is_no_figure(self, desk, shown):
        aside = shown(Aside(desk), 400, 826)
        assert aside.cost.net.isHidden()
        assert aside.proof.card.isHidden()
        assert aside.route.isHidden()
        assert not aside.foot.export.isEnabled()
        assert aside.foot.again.text() == "排一排"


class TestProof:
    @pytest.mark.parametrize(
        ("parts", "words"),
        [
            ({"gap": 0.0}, "就是最省的"),
            ({"gap": 0.0151}, "离最省还差不到 1.6%"),
            ({"gap": 0.016}, "离最省还差不到 1.6%"),
            ({"gap": 0.234}, "离最省还差不到 24%"),
            ({"status": PlanStatus.INFEASIBLE, "gap": None}, "照这些要求排不出来"),
            ({"status": PlanStatus.UNKNOWN, "gap": None}, "还没找到排法"),
            ({"status": PlanStatus.BY_HAND, "gap": None}, "排好的这套，还没和最省的比过"),
        ],
    )
    def test_what_is_proven_is_said_and_never_too_much(self, aside, planned, parts, words):
        planned.put(plan=replace(planned.state.plan, **parts))
        assert aside.proof.gap.text() == words

    def test_where_the_rest_of_the_gap_lies(self, aside, planned):
        planned.put(plan=replace(planned.state.plan, gap=0.02, open_search=0.0))
        assert "查到底" in aside.proof.about.text()
        planned.put(plan=replace(planned.state.plan, gap=0.02, open_search=0.004))
        assert "停得早：其中 0.4%" in aside.proof.about.text()

    def test_no_plan_tells_which_wishes_contradict(self, aside, planned):
        conflict = (Reason("fit_direct", {"count": 7}),)
        planned.put(
            plan=replace(
                planned.state.plan, status=PlanStatus.INFEASIBLE, gap=None, conflict=conflict
            )
        )
        assert aside.proof.about.text() == "可拍 7 场"

    def test_by_hand_is_told_from_a_plan_that_was_worked_out(self, aside, planned):
        entry = planned.state.plan.arrangement.days[0].entries[0]
        planned.move_strip(entry, 0, 1, 0, entry.site_id)
        assert aside.proof.gap.text().startswith("自己排的")
        assert aside.proof.chart.isHidden()

    def test_the_gap_is_open_until_both_ends_are_known(self):
        assert open_gap(()) is None
        assert open_gap((Beat(1, None, 5.0),)) is None
        assert open_gap((Beat(1, 100.0, 90.0),)) == pytest.approx(0.1)
        assert open_gap((Beat(1, 100.0, 101.0),)) == 0

    def test_the_lines_are_stairs_to_the_end(self, aside):
        chart = aside.proof.chart
        chart.show_beats((Beat(0, None, 1.0), Beat(1, 9.0, 2.0), Beat(3, 8.0, 5.0)))
        assert chart.lines() == (
            [(1, 9.0), (3, 9.0), (3, 8.0)],
            [(0, 1.0), (1, 1.0), (1, 2.0), (3, 2.0), (3, 5.0)],
        )
        assert not chart.grab().toImage().isNull()

    def test_the_gap_explains_both_lines(self, qtbot, aside, planned):
        click(qtbot, aside.proof.gap)
        told = aside.answers.popover._sentence.text()
        assert "不可能低于" in told
        assert "没排进来" not in told
        missed = replace(planned.state.plan.money, missed=50_000.0)
        planned.put(plan=replace(planned.state.plan, money=missed))
        aside.answers.popover.hide()
        click(qtbot, aside.proof.gap)
        assert "5 万元，不是真花的钱" in aside.answers.popover._sentence.text()


@pytest.fixture
def searching(qtbot, tmp_path, shown):
    """A search that has found a plan and goes on in a thread of its own."""
    actions = StandIn()
    actions.plan_gate = threading.Event()
    session = Session(actions, ASSETS, tmp_path, pool=ThreadPool())
    session.open()
    qtbot.waitUntil(lambda: session.state.ready and not session.state.busy)
    session.take_in(ASSETS / "一曲姑苏.txt")
    qtbot.waitUntil(lambda: session.state.ranking is not None and not session.state.busy)
    aside = shown(Aside(session), 400, 826)
    session.make_plan()
    qtbot.waitUntil(lambda: getattr(session.state.plan_progress, "plan", None) is not None)
    yield aside, session, actions
    actions.plan_gate.set()
    session.close()


class TestWhileItSearches:
    def test_the_best_so_far_is_shown_with_the_gap(self, searching):
        aside, session, _ = searching
        assert session.state.plan is None
        assert aside.cost.net.figure == session.state.plan_progress.plan.money.net
        assert "到目前最好的" in aside.cost.about.text()
        # 30,000 found, 22,000 proven
        assert aside.proof.gap.text() == "离最省还差不到 27%"
        assert not aside.foot.again.isEnabled()

    def test_stopping_here_keeps_the_best(self, qtbot, searching):
        aside, session, _ = searching
        click(qtbot, aside.proof.take)
        qtbot.waitUntil(lambda: session.state.plan is not None)
        assert session.state.plan.status is PlanStatus.FEASIBLE
        qtbot.waitUntil(lambda: not session.state.busy)
        assert aside.proof._buttons.isHidden()
        assert aside.proof.chart.beats == session.state.plan_progress.beats

    def test_giving_up_keeps_what_was(self, qtbot, searching):
        aside, session, _ = searching
        click(qtbot, aside.proof.leave)
        assert session.state.plan is None
        assert session.state.plan_progress is None
        assert aside.proof.card.isHidden()
        assert aside.cost.net.isHidden()


class TestOtherWays:
    def test_each_arrangement_once_the_present_one_first(self, aside, planned):
        assert texts(aside.others.rows) == ["现在这个，只在苏州", "少转 1 次场"]
        assert [row.property("pick") for row in aside.others.rows[:2]] == ["on", "off"]
        assert "没查到底" in aside.others.rows[0].under.text()

    def test_a_click_lays_it_that_way_and_undo_comes_back(self, qtbot, aside, planned):
        before = planned.state.planned.arrangement
        row = aside.others.rows[1]
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(150, row.height() - 4))
        assert planned.state.planned.arrangement != before
        assert planned.state.plan.arrangement == planned.state.planned.arrangement
        assert aside.others.rows[0].property("pick") == "on"
        planned.undo()
        assert planned.state.plan.arrangement == before

    def test_figures_answer_without_picking(self, qtbot, aside, planned):
        before = planned.state.planned.arrangement
        row = aside.others.rows[1]
        for figure, word in ((row.top, "净费用"), (row.bottom, "人次")):
            click(qtbot, figure)
            assert word in aside.answers.popover.accessibleName()
            aside.answers.popover.hide()
        assert planned.state.planned.arrangement == before

    def test_a_plan_laid_by_hand_leads_the_list(self, aside, planned):
        entry = planned.state.plan.arrangement.days[0].entries[0]
        planned.move_strip(entry, 0, 1, 0, entry.site_id)
        assert texts(aside.others.rows)[0] == "现在这个"
        assert len(texts(aside.others.rows)) == 3

    def test_nothing_is_listed_without_days(self, planned):
        assert in_order(planned.state.alternatives, None) == ()
        assert in_order(planned.state.alternatives, replace(planned.state.plan, days=())) == ()

    def test_what_binds_is_told(self, aside, planned):
        planned.put(plan=replace(planned.state.plan, binding=(Reason("fit_direct", {"count": 2}),)))
        assert aside.others.binding.text().endswith("可拍 2 场")


class TestSaves:
    def test_what_is_saved_and_how_many_moves(self, qtbot, aside, planned):
        assert aside.saves.saves.figure == planned.state.plan.saves
        assert aside.saves._after.text() == "少 2 次转场"
        planned.put(
            plan=replace(planned.state.plan, compared=(Reason("fit_direct", {"count": 5}),))
        )
        click(qtbot, aside.saves.saves)
        assert "可拍 5 场" in aside.answers.popover._sentence.text()

    def test_a_new_plan_tells_what_it_moved(self, qtbot, aside, planned):
        moved = (
            Shifted("garden", "couple", "tongli", (0,), (1,), agreed=True),
            Shifted("house", "couple", "couple", (0,), (1,)),
            Shifted("wharf", "luzhen", None),
        )
        planned.put(plan_changes=PlanChanges(moved, -3_000.0))
        assert aside.saves.changes.text() == "和上次比：动了 3 个景，谈好的 1 个　省 3,000 元"
        click(qtbot, aside.saves.changes)
        assert aside.answers.text.text.text().splitlines() == [
            "沈家花园：耦园 → 同里影视基地（谈好过）",
            "评弹书场：第 1 天 → 第 2 天",
            "河埠：没排进来",
        ]


class TestInsisting:
    def ask(self, qtbot, aside, site, set_id=None):
        row = aside.insist
        row.picker.picked.emit(site)
        row.box.setCurrentIndex(max(0, row.box.findData(set_id)))
        click(qtbot, row.ask)

    def test_it_says_what_it_adds_and_can_be_done(self, qtbot, aside, planned):
        assert not aside.insist.ask.isEnabled()
        self.ask(qtbot, aside, "couple", "house")
        row = aside.insist
        assert row.told.text() == "坚持用耦园拍评弹书场：多花"
        assert row.adds.figure.mid == 3_000
        click(qtbot, row.keep)
        assert planned.state.planned.wishes.locks == {"house": "couple"}
        assert planned.state.insisted is None
        planned.undo()
        assert not planned.state.planned.wishes.locks

    def test_at_all_it_becomes_a_must(self, qtbot, aside, planned):
        planned.ban_site("couple")
        self.ask(qtbot, aside, "couple")
        click(qtbot, aside.insist.keep)
        assert planned.state.planned.wishes.must_use == {"couple"}
        assert not planned.state.planned.wishes.must_not_use

    def test_what_cannot_be_says_why(self, qtbot, aside):
        self.ask(qtbot, aside, "luzhen")
        assert aside.insist.told.text() == "坚持用鲁镇：排不出来。这里拍不了"
        assert aside.insist.keep.isHidden()
        assert aside.insist.adds.isHidden()

    def test_the_selected_set_is_offered(self, aside, planned):
        planned.select(script_set="wharf")
        assert aside.insist.box.currentData() == "wharf"


class TestWhy:
    @pytest.fixture
    def why(self, aside, planned):
        planned.select(script_set="garden")
        aside.show_why()
        return aside.why

    def test_nothing_is_asked_before_somebody_looks(self, aside, planned, stand_in):
        planned.select(script_set="garden")
        assert stand_in.count("explain_set") == 0
        aside.show_view(WHY)
        assert stand_in.count("explain_set") == 1
        aside.show_view(OTHERS)
        aside.show_view(WHY)
        assert stand_in.count("explain_set") == 1

    def test_it_tells_reasons_and_what_others_add(self, why, planned):
        at = planned.state.plan.arrangement.sites["garden.ext_day"]
        other = {"tongli": "耦园", "couple": "同里影视基地"}[at]
        assert "沈家花园，为什么在" in why.title.text()
        assert why.because.text() == "可拍 1 场"
        assert texts(why.rows) == [other, "鲁镇"]
        assert why.rows[0].top.figure.mid == 1_500
        assert not why.rows[1].name.isEnabled()
        assert why.rows[1].before.text() == "排不出来"

    def test_the_place_where_it_is_is_no_other_place(self, why, planned):
        at = planned.state.plan.arrangement.sites["garden.ext_day"]
        choice = planned.state.choice
        same = replace(choice.candidates[0], site_id=at)
        planned.put(choice=replace(choice, candidates=(same, *choice.candidates)))
        assert len([row for row in why.rows if row.isVisible()]) == 2

    def test_another_place_locks_the_set_and_plans_anew(self, qtbot, why, planned, stand_in):
        before = stand_in.count("make_plan")
        click(qtbot, why.rows[0].name)
        locked = planned.state.planned.wishes.locks["garden"]
        assert planned.state.plan.arrangement.sites["garden.ext_day"] == locked
        assert stand_in.count("make_plan") == before + 1

    def test_what_cannot_be_does_nothing(self, qtbot, why, planned):
        row = why.rows[1]
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(120, row.height() - 4))
        assert not planned.state.planned.wishes.locks

    def test_lock_and_let_go(self, qtbot, why, planned):
        click(qtbot, why.lock)
        assert "garden" in planned.state.planned.wishes.locks
        assert why.lock.text() == "松开"
        click(qtbot, why.lock)
        assert not planned.state.planned.wishes.locks

    def test_what_was_agreed_stands_there(self, why, planned):
        at = planned.state.plan.arrangement.sites["garden.ext_day"]
        planned.book(Booking("garden", at, BookingStatus.FIRST_HOLD, expires=date(2026, 11, 20)))
        assert why.agreed.text() == "谈到：留了档期 · 留到 11月20日"

    def test_a_set_left_out_tells_what_would_cover_it(self, why, planned):
        plan = planned.state.plan
        first = plan.arrangement.days[0]
        arrangement = replace(
            plan.arrangement,
            days=(replace(first, entries=first.entries[1:]), *plan.arrangement.days[1:]),
        )
        left = Uncovered(
            "garden",
            ("1-1",),
            Reason("plan_no_site", {"set": "沈家花园"}),
            (Reason("fit_direct", {"count": 9}),),
        )
        planned.put(plan=replace(plan, arrangement=arrangement, uncovered=(left,)), choice=None)
        assert why.title.text() == "沈家花园没排进来"
        told = why.because.text().splitlines()
        assert told[0] == "沈家花园：没有能拍的地方"
        assert told[-1] == "可拍 9 场"
        assert why._acts.isHidden()


class TestMoney:
    @pytest.fixture
    def money(self, aside):
        aside.show_view(MONEY)
        return aside.money

    def test_lines_sums_and_what_nobody_priced(self, money, planned):
        rows = {row.key: row for row in money.costs.rows}
        assert list(rows) == ["line:venue", "line:living", "gross", "back", "net"]
        assert rows["line:venue"].looks[0].boxed
        assert rows["line:venue"].under == "没有价，没算进去"
        assert rows["back"].looks[0].text == "0"
        assert rows["net"].name == "净费用，只算确定"

    def test_three_kinds_of_money_back_side_by_side(self, money, planned):
        row = money.cities.rows[0]
        assert [look.text for look in row.looks] == ["0", "未知", "10 万"]
        sure = Subsidy(
            Range(1e5, 1e5, 2e5, "CNY", Basis.PUBLISHED), 1e5, None, certain=1e5, expected=1.5e5
        )
        city = CityMoney("苏州", sure, 6, Range(1e5, 2e5, 3e5, "CNY", Basis.ESTIMATED), ())
        told = replace(planned.state.plan.money, cities=(city,))
        planned.put(plan=replace(planned.state.plan, money=told))
        assert [look.text for look in money.cities.rows[0].looks] == ["10 万", "15 万", "0 – ?"]

    def test_what_the_subsidy_did_and_other_prices(self, money, planned):
        told = planned.state.plan.money
        city = replace(told.cities[0], effect=(Reason("fit_direct", {"count": 6}),))
        scenarios = (Scenario("low", 20_000.0, 0.0), Scenario("high", 40_000.0, 3_000.0))
        told = replace(told, cities=(city,), scenarios=scenarios)
        planned.put(plan=replace(planned.state.plan, money=told))
        assert money.effects.text().endswith("：可拍 6 场")
        assert money.scenarios.text().splitlines() == [
            "价都偏低时净 2 万元，还是这套最省。",
            "价都偏高时净 4 万元；另有一套能再省 3,000 元。",
        ]

    def test_every_row_answers_enter(self, qtbot, money, aside):
        for table in (money.costs, money.cities):
            table.setFocus()
            qtbot.keyClick(table, Qt.Key.Key_Home)
            for _ in table.rows:
                qtbot.keyClick(table, Qt.Key.Key_Return)
                popover = aside.answers.popover
                assert popover.isVisible()
                assert popover.accessibleName()
                qtbot.keyClick(popover, Qt.Key.Key_Escape)
                qtbot.keyClick(table, Qt.Key.Key_Down)


class TestRoute:
    def test_stops_days_and_drives_follow_the_plan(self, aside, planned):
        route = aside.route.map
        sites = planned.state.plan.sites
        assert {one.site_id for one in route.stops} == set(sites)
        worked = {
            (day.day, block.site_id) for day in planned.state.plan.days for block in day.blocks
        }
        assert {(day, one.site_id) for one in route.stops for day in one.days} == worked
        within = [one for one in route.drives if not one.night]
        moves = [(day.day, move.one, move.two) for day in planned.state.plan.days
                 for move in day.moves]  # fmt: skip
        names = [one.site_id for one in route.stops]
        assert [(one.day, names[one.one], names[one.two]) for one in within] == moves

    def test_the_chosen_day_is_in_step_both_ways(self, qtbot, aside):
        route = aside.route.map
        aside.show_day(1)
        assert route.day == 1
        stop = next(one for one in route.stops if 1 not in one.days)
        spot = route._spots()[route.stops.index(stop)]
        with qtbot.waitSignal(aside.day_asked) as asked:
            qtbot.mouseClick(route, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, spot)))
        assert asked.args == [stop.days[0]]

    def test_every_stop_is_in_view_whatever_the_size(self, qtbot, aside):
        route = aside.route.map
        for width, height in ((400, 826), (360, 640), (900, 1200)):
            aside.resize(width, height)
            qtbot.waitUntil(lambda: route._camera.width == route.width())
            for x, y in route._spots():
                assert 0 < x < route.width()
                assert 0 < y < route.height()

    def test_two_maps_share_the_lines_of_the_ground(self, qtbot, aside):
        other = MapView(theme.current())
        qtbot.addWidget(other)
        other.set_basemap(aside.state.basemap)
        mine, theirs = aside.route.map._scene, other._scene
        assert mine.base._shapes is theirs.base._shapes
        assert mine.names is theirs.names

    def test_days_are_said_in_runs(self):
        assert day_runs((0,)) == "1"
        assert day_runs((3, 0, 1, 1)) == "1–2·4"
        assert Stop("a", "同里", 31, 120, (0, 2, 4, 6)).label == "1·3·5… 同里"

    def test_what_is_drawn_can_be_seen(self, qtbot, shown):
        route = shown(RouteMap(theme.current()), 385, 260)
        route.set_basemap(BASEMAP)
        bare = route.grab().toImage()
        stops = (Stop("a", "同里", 31.1, 120.7, (0,)), Stop("b", "耦园", 31.3, 120.6, (0, 1)))
        route.set_route(stops, (Drive(0, 0, 1),), ("320500",))
        drawn = route.grab().toImage()
        assert drawn != bare
        assert [label.text for label in route._written] == ["1 同里", "1–2 耦园"]
        route.show_day(0)
        assert route.grab().toImage() != drawn
        assert "第 1–2 天：耦园" in route.accessibleDescription()

    def test_a_heap_of_stops_is_drawn_as_their_city(self, shown):
        route = shown(RouteMap(theme.current()), 385, 260)
        route.set_basemap(BASEMAP)
        near = [Stop(name, name, 31.1 + at / 200, 120.7, (at,), "苏州") for at, name in
                enumerate("abc")]  # fmt: skip
        far = Stop("d", "鲁镇", 30.0, 110.5, (3,), "绍兴")
        route.set_route((*near, far), (), ("320500", "330600"))
        assert [one.label for one in route.spots()] == ["1–3 苏州", "4 鲁镇"]
        # the city is named once: by its stop
        assert route._scene.focus == ()
        route.set_route(near, (), ("320500",))
        assert [one.label for one in route.spots()] == ["1 a", "2 b", "3 c"]
        assert route._scene.focus == ("320500",)

    def test_no_plan_no_map(self, aside, planned):
        planned.put(plan=None)
        assert aside.route.isHidden()


class TestFoot:
    def test_undo_again_and_export(self, qtbot, aside, planned, stand_in):
        before = stand_in.count("make_plan")
        click(qtbot, aside.foot.again)
        assert stand_in.count("make_plan") == before + 1
        planned.ban_site("couple")
        click(qtbot, aside.foot.undo)
        assert not planned.state.planned.wishes.must_not_use
        endings = []
        aside.export_asked.connect(endings.append)
        for action in aside.foot.actions_by.values():
            action.trigger()
        assert endings == [".pdf", ".xlsx", ".ics", ".uss"]

    def test_the_head_counts_what_presses(self, aside, planned):
        assert aside.head.due.text() == "今天要办的"
        planned.book(Booking("garden", "couple", deposit=5.0, deposit_due=date(2020, 1, 1)))
        assert aside.head.due.text() == "今天要办的 1"

    def test_every_pane_can_take_the_keyboard(self, aside):
        for pane in aside.panes():
            pane.setFocus()
            assert pane.hasFocus()
