"""The page 排期: the board over a session, what hands do to the plan, what an empty board says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from geo.model import (
    Arrangement,
    Booking,
    BookingStatus,
    MoveKind,
    PlanMove,
    PlanProgress,
    PlanStatus,
    Reason,
    ShootPlan,
    StripKind,
    SunTimes,
    Uncovered,
)
from geo.progress import Step
from gui.pages.plan import PlanPage
from gui.pages.plan import page as page_module
from gui.pages.plan.board_words import length_text, make_board, span_text
from gui.pages.plan.empty import Emptiness, EmptyView, emptiness
from gui.session import Busy, Changes, Session
from gui.task import InstantPool
from gui.texts.strips import Drop
from tests.gui.conftest import ASSETS

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(desk, shown):
    return shown(PlanPage(desk))


@pytest.fixture
def planned(page):
    page.session.make_plan()
    return page


def blocks(page):
    return page.left.board.board.blocks


def named(page, name):
    return next(one for one in blocks(page) if one.name == name)


def go_to(page, name):
    page.left.board._go_to(named(page, name))


def laid(session):
    """Sets by day, as the session keeps them."""
    days = session.state.planned.arrangement.days
    return {day.day: [one.strip_id.partition(".")[0] for one in day.entries] for day in days}


def centre(page, name):
    return page.left.board.rect_of(named(page, name)).center().toPoint()


class TestEmpty:
    def test_enter_plans_and_the_keys_stay_on_the_page(self, qtbot, page):
        assert QApplication.focusWidget() is None or page.isAncestorOf(QApplication.focusWidget())
        button = page.empty.buttons[0]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert page.state.plan is not None
        assert page.isAncestorOf(QApplication.focusWidget())

    def test_new_words_keep_the_keys(self, qtbot, shown):
        view = shown(EmptyView())
        view.tell(Emptiness("一", actions=(("a", "甲"),)))
        view.buttons[0].setFocus()
        view.tell(Emptiness("二", actions=(("b", "乙"),)))
        assert view.buttons[0].hasFocus()
        view.tell(Emptiness("三"))
        assert view.hasFocus()

    def test_without_a_script_it_says_so(self, qapp, shown, stand_in, tmp_path, qtbot):
        session = Session(stand_in, ASSETS, tmp_path, pool=InstantPool())
        assert emptiness(session.state).title == "在打开…"
        session.open()
        page = shown(PlanPage(session))
        asked = []
        page.page_asked.connect(asked.append)
        assert page.empty.isVisible()
        qtbot.mouseClick(page.empty.buttons[0], Qt.MouseButton.LeftButton)
        assert asked == ["script"]
        session.close()

    def test_without_places_it_leads_to_them(self, page, stand_in):
        page.session.put(ranking=None)
        assert emptiness(page.state).actions[0][0] == "sites"

    def test_before_the_first_plan_one_button_makes_it(self, qtbot, page):
        said = " ".join(one.text() for one in page.empty.findChildren(QLabel))
        assert "3 个场景，3 场戏" in said
        assert "天光按春分秋分" in said
        assert page.empty.buttons[0].text() == "排一排"
        page.empty.buttons[0].setFocus()
        qtbot.mouseClick(page.empty.buttons[0], Qt.MouseButton.LeftButton)
        assert len(blocks(page)) == 3
        assert page.left.board.isVisible()
        assert QApplication.focusWidget() is page.left.board

    def test_what_is_known_is_said(self, page):
        page.session.set_fact("shoot.start_date", date(2027, 3, 8))
        page.session.set_fact("crew.home_city", "上海")
        lines = emptiness(page.state).lines
        assert any("2027-03-08" in line for line in lines)
        assert any("上海" in line for line in lines)

    def test_wishes_can_be_told_first(self, qtbot, page, monkeypatch):
        asked = []
        monkeypatch.setattr(page_module, "open_wishes", lambda *args: asked.append(args))
        qtbot.mouseClick(page.empty.buttons[1], Qt.MouseButton.LeftButton)
        assert len(asked) == 1

    def test_rules_that_contradict_one_another_are_listed(self, qtbot, planned):
        why = Reason("plan_shift_long", {"hours": 14})
        planned.session.put(plan=ShootPlan(PlanStatus.INFEASIBLE, conflict=(why,)))
        what = emptiness(planned.state)
        assert what.title == "照这些要求排不出来"
        assert what.lines == ("这天超过 14 小时",)
        assert [key for key, _ in what.actions] == ["wishes", "undo"]
        assert planned.left.empty.isVisible()
        assert planned.aside.isVisible()

    def test_without_an_answer_it_can_be_tried_again(self, planned):
        planned.session.put(plan=ShootPlan(PlanStatus.UNKNOWN))
        assert emptiness(planned.state).actions[0][0] == "plan"
        planned.follow("plan")
        assert len(blocks(planned)) == 3

    def test_giving_up_before_anything_is_found(self, page):
        page.follow("stop")
        assert page.state.plan_progress is None

    def test_the_keys_stay_with_what_can_be_seen(self, qtbot, planned):
        planned.left.board.setFocus()
        planned.session.put(plan=ShootPlan(PlanStatus.INFEASIBLE))
        assert QApplication.focusWidget() is planned.left.empty.buttons[0]
        assert planned.panes()[0] is planned.left.empty.buttons[0]
        planned.session.undo()
        planned.session.redo()
        assert QApplication.focusWidget() is planned.left.board


class TestBoard:
    def test_the_stand_ins_plan_is_drawn_as_it_is(self, planned):
        days = planned.left.board.board.days
        assert [day.title for day in days] == ["第 1 天", "第 2 天"]
        assert [[one.name for one in day.blocks] for day in days] == [
            ["沈家花园", "评弹书场"],
            ["河埠"],
        ]
        garden = named(planned, "沈家花园")
        assert (garden.kind, garden.start, garden.end) == (StripKind.EXT_DAY, 480, 720)
        assert garden.count == "1 场"
        assert garden.place == "同里影视基地"
        assert "没有雨备" in garden.under
        assert "在同里影视基地" in garden.spoken
        assert days[0].moves[0].text == "转场 19 km · 1 小时"
        assert days[0].hotel == "苏州吴江区 · 23 间"
        assert days[0].cost.text == "≈ 1.0–1.6 万"

    def test_the_head_counts(self, planned):
        head = planned.left.head
        assert head.size_of.text() == "2 天 · 3 处 · 转场 1"
        assert head.covered.text() == "已排 3 / 3 场"
        assert not head.broken.isVisible()

    def test_dates_and_weekdays(self, planned):
        planned.session.set_fact("shoot.start_date", date(2027, 3, 8))
        planned.session.make_plan()
        assert [day.date for day in planned.left.board.board.days] == [
            "3月8日 周一",
            "3月9日 周二",
        ]

    def test_broken_rules_and_notes_stand_in_the_head_of_their_day(self, planned):
        plan = planned.state.plan
        late = Reason("plan_shift_long", {"hours": 14})
        dark = Reason("plan_black_out", {"set_id": "house", "site_id": "couple"})
        first = replace(
            plan.days[0], breaches=(late,), notes=(dark, Reason("fit_direct", {"count": 2}))
        )
        board = make_board(replace(plan, days=(first, plan.days[1])), planned.state, movable=True)
        day = board.days[0]
        assert (day.trouble, day.troubles, day.tone) == ("这天超过 14 小时", 2, "err")
        assert "可拍 2 场" in day.tip
        assert board.days[1].tone == ""
        assert "遮光" in next(one for one in day.blocks if one.name == "评弹书场").under
        planned.session.put(plan=replace(plan, days=(first, plan.days[1])))
        assert planned.left.head.broken.text() == "1 处不合规矩"

    def test_one_entry_shot_in_two_goes_keeps_its_place(self, planned):
        plan = planned.state.plan
        day = plan.days[0]
        one, two = day.blocks
        halves = (replace(one, end=500), replace(one, start=560), two)
        board = make_board(
            replace(plan, days=(replace(day, blocks=halves),)), planned.state, movable=True
        )
        assert [block.at for block in board.blocks] == [0, 0, 1]

    def test_words_of_blocks(self, planned):
        session = planned.session
        session.book(Booking("garden", "tongli", BookingStatus.CONFIRMED))
        plan = planned.state.plan
        day = plan.days[0]
        stood = replace(day.blocks[0], direct=False, part=True, rain="house.int_night")
        board = make_board(
            replace(plan, days=(replace(day, blocks=(stood,)),)), planned.state, movable=True
        )
        block = board.blocks[0]
        assert block.under == "外日 · 代用 · 分开拍 · 定了"
        assert "雨备：评弹书场" in block.spoken

    def test_ways_of_every_kind(self, planned):
        plan = planned.state.plan
        moves = tuple(
            PlanMove(kind, "", two, 400, 65, 50, km)
            for kind, two, km in (
                (MoveKind.ARRIVAL, "苏州", None),
                (MoveKind.COMMUTE, "tongli", 12.4),
                (MoveKind.COMMUTE, "", 12.4),
                (MoveKind.CITY, "绍兴", 160.0),
                (MoveKind.DEPARTURE, "", None),
            )
        )
        day = replace(plan.days[0], moves=moves, blocks=())
        board = make_board(replace(plan, days=(day,)), planned.state, movable=True)
        assert [move.text for move in board.days[0].moves] == [
            "进组 · 1 小时 5 分",
            "出车 12 km · 1 小时 5 分",
            "回住处 12 km · 1 小时 5 分",
            "去绍兴 160 km · 1 小时 5 分",
            "返程 · 1 小时 5 分",
        ]

    def test_lengths_and_spans(self):
        assert [length_text(one) for one in (35, 120)] == ["35 分", "2 小时"]
        assert span_text(1430, 1500) == "23:50–1:00"

    def test_light_without_a_date_says_that_it_is_the_equinox(self, planned):
        plan = planned.state.plan
        sun = SunTimes(345, 371, 1083, 1109, dated=False)
        day = replace(plan.days[0], sun=sun)
        board = make_board(replace(plan, days=(day,)), planned.state, movable=True)
        assert "春分" in board.days[0].tip

    def test_selecting_a_set_elsewhere_frames_it(self, planned):
        planned.session.select(script_set="wharf")
        assert planned.left.board.here.set_id == "wharf"

    def test_a_day_is_told_to_the_column(self, planned, monkeypatch):
        days = []
        planned.left.day_selected.connect(days.append)
        go_to(planned, "河埠")
        assert days == [1]
        assert planned.state.selection.script_set == "wharf"
        assert planned.state.selection.site == "luzhen"


class TestByHand:
    def test_carried_to_another_day_and_back(self, qtbot, planned):
        board, view = planned.left.board, planned.left.board.viewport()
        stop = centre(planned, "河埠") + QPoint(0, 120)
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centre(planned, "沈家花园"))
        qtbot.mouseMove(view, stop)
        # a site less on the first day, one more on the second, none hired twice
        assert board.drag.text == "花的钱一样"
        assert board.drag.broken == ()
        assert planned.state.plan_trial is not None
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stop)
        assert laid(planned.session) == {0: ["house"], 1: ["wharf", "garden"]}
        assert planned.state.plan_trial is None
        assert board.here.name == "沈家花园"
        assert board.here.day == 1
        assert "Ctrl+Z" in planned.left.hint.text()
        planned.session.undo()
        assert laid(planned.session) == {0: ["garden", "house"], 1: ["wharf"]}
        assert [one.day for one in blocks(planned)] == [0, 0, 1]

    def test_a_new_day_costs_more(self, qtbot, planned):
        board, view = planned.left.board, planned.left.board.viewport()
        frame = board.frame
        stop = QPoint(round(frame.hours + frame.x(2) + 10), 300)
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centre(planned, "评弹书场"))
        qtbot.mouseMove(view, stop)
        assert board.drag.text == "多花约 1 万元"
        qtbot.keyClick(board, Qt.Key.Key_Escape)
        assert planned.state.plan_trial is None
        assert laid(planned.session) == {0: ["garden", "house"], 1: ["wharf"]}

    def test_a_rule_that_would_break_is_told_once(self, planned):
        hands, plan = planned.left.hands, planned.state.plan
        late = Reason("plan_shift_long", {"hours": 14})
        days = tuple(replace(day, breaches=(late,)) for day in plan.days)
        assert hands.price(replace(plan, days=days))[1] == ("这天超过 14 小时",)
        many = tuple(Reason("plan_shift_long", {"hours": hours}) for hours in (15, 16, 17))
        first = replace(plan.days[0], breaches=many)
        broken = hands.price(replace(plan, days=(first,)))[1]
        assert broken == ("这天超过 15 小时", "这天超过 16 小时", "还有 1 条")
        planned.session.put(plan=replace(plan, days=days))
        assert hands.price(replace(plan, days=days))[1] == ()

    def test_prices(self, planned):
        hands, plan = planned.left.hands, planned.state.plan
        net = plan.money.net

        def costs(counted, priced):
            mid = replace(net, mid=net.mid + priced)
            money = replace(plan.money, counted=plan.money.counted + counted, net=mid)
            return hands.price(replace(plan, money=money))[0]

        assert costs(-3_000, -3_000) == "省下约 3,000 元"
        assert costs(3_000, 0) == "多花约 3,000 元（没报价的场地先记的）"
        assert costs(3_000, 1_000) == "多花约 3,000 元（含没报价的场地先记的）"
        assert hands.price(replace(plan, money=None))[0] == "算不出多花多少"

    def test_by_key(self, qtbot, planned):
        go_to(planned, "评弹书场")
        qtbot.keyClick(planned.left.board, Qt.Key.Key_Up, ALT)
        assert laid(planned.session)[0] == ["house", "garden"]
        qtbot.keyClick(planned.left.board, Qt.Key.Key_Right, ALT)
        assert laid(planned.session) == {0: ["garden"], 1: ["house", "wharf"]}

    def test_locking_by_key(self, qtbot, planned):
        go_to(planned, "沈家花园")
        qtbot.keyClick(planned.left.board, Qt.Key.Key_L)
        assert planned.state.planned.wishes.locks == {"garden": "tongli"}
        assert named(planned, "沈家花园").locked
        # it lies there anyhow
        assert not planned.left.stale.isVisible()
        go_to(planned, "沈家花园")
        qtbot.keyClick(planned.left.board, Qt.Key.Key_L)
        assert planned.state.planned.wishes.locks == {}

    def test_a_wish_offers_to_plan_again_and_the_keys_stay_on_the_page(self, planned):
        planned.session.wish_plan(most_days=9)
        assert planned.left.stale.isVisible()
        button = planned.left.stale.findChildren(QPushButton)[0]
        button.setFocus()
        planned.left.stale.chosen.emit("again")
        assert not planned.left.stale.isVisible()
        assert planned.isAncestorOf(QApplication.focusWidget())

    def test_carried_onto_the_name_of_a_place_it_goes_there(self, qtbot, planned):
        board, view = planned.left.board, planned.left.board.viewport()
        frame, wharf = board.frame, named(planned, "河埠")
        line = next(one for one in frame.lines if one.block == wharf)
        stop = (line.rect.center() + board._origin()).toPoint()
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=centre(planned, "沈家花园"))
        qtbot.mouseMove(view, stop)
        assert board.drag.text.startswith(wharf.place)
        view.grab()
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stop)
        assert laid(planned.session) == {0: ["house"], 1: ["garden", "wharf"]}
        assert named(planned, "沈家花园").site_id == wharf.site_id
        assert planned.state.planned.wishes.locks == {"garden": wharf.site_id}
        assert "锁在那里" in planned.left.hint.text()

    def test_why_by_enter(self, qtbot, planned):
        go_to(planned, "沈家花园")
        qtbot.keyClick(planned.left.board, Qt.Key.Key_Return)
        assert planned.state.choice.set_id == "garden"

    def test_what_is_dropped_stays_where_it_was_dropped_until_it_is_laid(self, planned):
        hands = planned.left.hands
        trial = replace(planned.state.plan, days=planned.state.plan.days[:1])
        hands.held = trial
        assert planned.left.shown() is planned.state.plan
        planned.left.show_state(Changes(frozenset({"plan"})))
        assert hands.held is None

    def test_a_block_the_plan_does_not_know_goes_nowhere(self, planned):
        stray = replace(named(planned, "河埠"), at=7)
        before = planned.state.planned
        planned.left.hands._let_go(Drop(stray, 0, 0))
        planned.left.hands._try(Drop(stray, 0, 0))
        assert planned.state.planned is before
        assert planned.state.plan_trial is None


class TestMenu:
    def menu(self, page, name):
        board = page.left.board
        board.menu_asked.emit(named(page, name), board.mapToGlobal(QPoint(50, 50)))
        return page.left.hands.menu

    def act(self, menu, start):
        action = next(one for one in menu.actions() if one.text().startswith(start))
        action.trigger()

    def test_lock_ban_and_ask(self, planned):
        menu = self.menu(planned, "沈家花园")
        self.act(menu, "锁在这里")
        assert planned.state.planned.wishes.locks == {"garden": "tongli"}
        menu.hide()
        assert planned.left.hands.menu is None
        menu = self.menu(planned, "沈家花园")
        assert menu.actions()[0].text().startswith("不锁了")
        self.act(menu, "为什么在这")
        assert planned.state.choice.set_id == "garden"
        self.act(menu, "不要同里影视基地")
        assert planned.state.planned.wishes.must_not_use == {"tongli"}

    def test_other_places_with_what_they_add(self, planned):
        menu = self.menu(planned, "沈家花园")
        menu.others.aboutToShow.emit()
        offers = [one.text() for one in menu.others.actions()]
        assert offers == ["换过去重排，整套多花", "耦园\t+1,500 元"]
        before = planned.session.state.plan
        menu.others.actions()[1].trigger()
        # what was told is what the whole costs planned again, and so it is
        assert planned.state.plan is not before
        assert planned.state.plan.status is PlanStatus.OPTIMAL
        assert named(planned, "沈家花园").site_id == "couple"
        assert planned.state.planned.wishes.locks == {"garden": "couple"}

    def test_while_they_are_sought_it_says_so(self, planned):
        menu = self.menu(planned, "沈家花园")
        menu.others.aboutToShow.emit()
        choice = planned.state.choice
        planned.session.put(choice=replace(choice, candidates=(), done=False))
        assert [one.isEnabled() for one in menu.others.actions()] == [False]
        planned.session.put(choice=replace(choice, candidates=(), done=True))
        assert menu.others.actions()[0].text() == "没有别处能拍"

    def test_to_the_next_day(self, planned):
        go_to(planned, "沈家花园")
        self.act(self.menu(planned, "沈家花园"), "挪到后一天")
        assert laid(planned.session)[1][0] == "garden"

    def test_dialogs(self, planned, monkeypatch):
        opened = []
        monkeypatch.setattr(page_module, "open_booking", lambda *args: opened.append(args[2:]))
        monkeypatch.setattr(page_module, "open_site_words", lambda *args: opened.append(()))
        menu = self.menu(planned, "沈家花园")
        self.act(menu, "谈到哪一步")
        self.act(menu, "联系人和医院")
        assert opened == [("garden", "tongli"), ()]


class TestTray:
    @pytest.fixture
    def left_out(self, planned):
        plan = planned.state.plan
        because = Reason("plan_no_site", {"set": "河埠"})
        lost = Uncovered("wharf", ("2-1",), because, (Reason("fit_direct", {"count": 1}),))
        day = replace(plan.days[1], blocks=())
        planned.session.put(plan=replace(plan, uncovered=(lost,), days=(plan.days[0], day)))
        return planned

    def test_what_is_left_out_says_why_and_what_would_help(self, left_out):
        tray = left_out.left.tray
        assert tray.isVisible()
        card = tray.cards["wharf.dawn"]
        assert card.accessibleName() == "河埠 · 晨 · 1 场"
        said = "河埠：没有能拍的地方\n拖到哪天，就排在哪天\n可拍 1 场"
        assert card.accessibleDescription() == said
        assert left_out.left.head.covered.text() == "已排 2 / 3 场"

    def test_a_card_points_at_its_set(self, qtbot, left_out):
        card = left_out.left.tray.cards["wharf.dawn"]
        card.setFocus()
        qtbot.keyClick(card, Qt.Key.Key_Return)
        assert left_out.state.selection.script_set == "wharf"
        assert card.property("on") == "true"

    @pytest.fixture
    def short(self, planned):
        """The plan without the teahouse."""
        first, second = planned.state.planned.arrangement.days
        days = (replace(first, entries=first.entries[:1]), second)
        way = replace(planned.state.alternatives[0], arrangement=Arrangement(days))
        planned.session.take_alternative(way)
        return planned

    def test_a_card_is_carried_onto_a_day(self, qtbot, short):
        board = short.left.board
        card = short.left.tray.cards["house.int_night"]
        start = QPoint(8, 8)
        stop = board.viewport().mapToGlobal(centre(short, "沈家花园") + QPoint(0, 70))
        qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(card, start + QPoint(30, -2))
        assert board.drag is not None
        assert board.drag.drop is None
        qtbot.mouseMove(card, card.mapFromGlobal(stop))
        assert "多花" in board.drag.text or "一样" in board.drag.text
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.mapFromGlobal(stop))
        assert laid(short.session) == {0: ["garden", "house"], 1: ["wharf"]}
        assert not short.left.tray.isVisible()
        assert board.here.name == "评弹书场"
        assert "排进第 1 天" in short.left.hint.text()
        short.session.undo()
        assert short.left.tray.isVisible()

    def test_esc_gives_it_back(self, qtbot, short):
        card = short.left.tray.cards["house.int_night"]
        stop = short.left.board.viewport().mapToGlobal(centre(short, "沈家花园"))
        qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        qtbot.mouseMove(card, QPoint(30, -2))
        qtbot.mouseMove(card, card.mapFromGlobal(stop))
        qtbot.keyClick(card, Qt.Key.Key_Escape)
        qtbot.mouseRelease(card, Qt.MouseButton.LeftButton, pos=card.mapFromGlobal(stop))
        assert short.left.board.drag is None
        assert short.state.plan_trial is None
        assert laid(short.session) == {0: ["garden"], 1: ["wharf"]}

    def test_its_button_lists_the_days(self, short):
        card = short.left.tray.cards["house.int_night"]
        card.days.aboutToShow.emit()
        words = [one.text().partition("\t")[0] for one in card.days.actions()]
        assert words == ["第 1 天", "第 2 天", "加一天"]
        card.days.actions()[2].trigger()
        assert laid(short.session) == {0: ["garden"], 1: ["wharf"], 2: ["house"]}

    def test_what_nothing_serves_cannot_be_carried(self, qtbot, short):
        # the only sites of the stand-in are ruled out one by one
        for site in short.session.places_for("house", 0):
            short.session.ban_site(site)
        card = short.left.tray.cards["house.int_night"]
        assert not card.layable
        assert not card.lay.isVisible()
        qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
        qtbot.mouseMove(card, QPoint(40, -2))
        assert short.left.board.drag is None

    def test_a_whole_plan_has_no_tray(self, planned):
        assert not planned.left.tray.isVisible()


class TestWhileItIsSought:
    def test_the_best_so_far_is_shown_and_stays_put(self, planned):
        session = planned.session
        plan = session.state.plan
        rough = PlanProgress("search", (), replace(plan, days=plan.days[:1]))
        session.put(busy=(Busy("plan", Step("plan"), 0.0),), plan_progress=rough)
        assert len(planned.left.board.board.days) == 1
        assert not planned.left.board.movable
        session.put(busy=())
        assert len(planned.left.board.board.days) == 2
        assert planned.left.board.movable


def test_wishes_can_be_loosened_from_the_tray(planned, monkeypatch):
    asked = []
    monkeypatch.setattr(page_module, "open_wishes", lambda *args: asked.append(args))
    planned.left.tray.loosen.click()
    assert len(asked) == 1


def test_panes_and_folding(planned):
    assert planned.panes()[0] is planned.left.board
    planned.fold_left()
    assert not planned.aside.isVisible()
    planned.fold_left()
    assert planned.aside.isVisible()
