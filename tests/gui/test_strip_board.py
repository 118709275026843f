"""The strip board: where blocks lie, what hands and keys do, what is said aloud."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QContextMenuEvent

from geo.model import Kind, StripKind, SunTimes
from gui import theme
from gui.texts.strips import Board, BoardBlock, BoardDay, BoardMove, Drop, clock
from gui.widgets.strip_board import StripBoard
from gui.widgets.strip_drag import stride
from gui.widgets.strip_frame import COLUMN, LEAST_BLOCK, LINE, StripFrame
from gui.widgets.strip_keys import nudged, stepped

SUN = SunTimes(345, 371, 1083, 1109)
ALT = Qt.KeyboardModifier.AltModifier


def block(day, at, name, start, end, *, place="同里", kind=StripKind.EXT_DAY):
    return BoardBlock(
        day, at, f"{name}.{kind}", name, place, name, kind, start, end, "2 场", "外日",
        place, place, Kind.BASE, False, f"{name}，第 {day + 1} 天",
    )  # fmt: skip


def column(day, *blocks, **more):
    return BoardDay(day, f"第 {day + 1} 天", "", SUN, "苏州", blocks, **more)


@pytest.fixture
def three():
    """Three days; the last is one without work."""
    return Board(
        (
            column(0, block(0, 0, "花园", 480, 600), block(0, 1, "码头", 660, 720, place="黎里")),
            column(1, block(1, 0, "书场", 540, 900)),
            column(2, moves=(BoardMove("返程", 500, 60),)),
        ),
        3,
    )


@pytest.fixture
def shown_board(shown, three):
    board = StripBoard()
    shown(board, 900, 640)
    board.show_board(three)
    return board


def centre(board, at):
    return board.rect_of(board.board.blocks[at]).center().toPoint()


def carry(qtbot, board, start, *stops, let_go=True):
    """Press at ``start``, go by ``stops``, let go at the last."""
    view = board.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for stop in stops:
        qtbot.mouseMove(view, stop)
    if let_go:
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=stops[-1])


class TestFrame:
    def test_clock(self):
        assert [clock(one) for one in (0, 365, 1439, 1500)] == ["0:00", "6:05", "23:59", "1:00"]

    def test_blocks_lie_at_their_time(self, three):
        frame = StripFrame(three, QSizeF(900, 640))
        one, two, three_ = frame.blocks
        assert one.rect.top() == pytest.approx(frame.y(480) + 1)
        assert one.rect.height() == pytest.approx(120 * frame.minute - 2)
        assert two.rect.left() == one.rect.left()
        assert three_.rect.left() == pytest.approx(one.rect.left() + frame.column)
        assert frame.first == 480
        assert frame.last == 480 + 600

    def test_columns_share_the_room_and_scroll_where_there_is_none(self, three):
        wide, narrow = (StripFrame(three, QSizeF(size, 640)) for size in (1000, 300))
        assert wide.width + wide.hours == pytest.approx(1000)
        assert narrow.column == COLUMN
        assert narrow.width > 300

    @pytest.mark.parametrize("minutes", [15, 30, 240])
    def test_twenty_short_blocks_in_one_column_can_be_read(self, minutes):
        blocks = [
            block(0, at, f"景{at}", 360 + at * (minutes + 10), 360 + at * (minutes + 10) + minutes)
            for at in range(20)
        ]
        frame = StripFrame(Board((column(0, *blocks),)), QSizeF(900, 640))
        assert min(one.rect.height() for one in frame.blocks) >= LEAST_BLOCK - 2.01
        tops = [one.rect for one in frame.blocks]
        assert all(a.bottom() < b.top() for a, b in pairwise(tops))

    def test_a_quiet_plan_fills_the_height(self, three):
        frame = StripFrame(three, QSizeF(900, 1000))
        assert frame.height == pytest.approx(1000 - frame.head - frame.foot)

    def test_headings_stand_over_runs_and_within_where_there_is_no_room(self):
        run = column(
            0,
            block(0, 0, "一", 480, 540),
            block(0, 1, "二", 550, 600),
            block(0, 2, "三", 605, 700, place="黎里"),
        )
        frame = StripFrame(Board((run,)), QSizeF(900, 640))
        heads = [line.block.place for line in frame.lines if line.block is not None]
        assert heads == ["同里"]
        assert [one.inside for one in frame.blocks] == [False, False, True]
        assert frame.lines[0].rect.bottom() <= frame.blocks[0].rect.top()

    def test_ways_and_headings_share_a_gap(self):
        moves = (BoardMove("转场", 600, 90),)
        day = column(
            0, block(0, 0, "一", 480, 600), block(0, 1, "二", 690, 800, place="黎里"), moves=moves
        )
        frame = StripFrame(Board((day,)), QSizeF(900, 640))
        way = next(line for line in frame.lines if line.move is not None)
        head = next(line for line in frame.lines if line.block is not None and line.block.at == 1)
        first, second = frame.blocks
        assert first.rect.bottom() <= way.rect.top()
        assert way.rect.bottom() <= head.rect.top() + 0.01
        assert head.rect.bottom() <= second.rect.top()
        assert way.rect.height() == LINE

    @pytest.mark.parametrize("leave", range(600, 660, 7))
    def test_no_line_of_the_clock_crosses_the_words_of_a_way(self, leave):
        moves = (BoardMove("转场", leave, 60),)
        day = column(0, block(0, 0, "一", 480, 600), block(0, 1, "二", 900, 960), moves=moves)
        frame = StripFrame(Board((day,)), QSizeF(900, 640))
        way = next(line.rect for line in frame.lines if line.move is not None)
        lines = [frame.y(one) for one in range(frame.first, frame.last + 1, 60 * frame.hour_step)]
        assert not any(way.top() + 2 < y < way.bottom() - 2 for y in lines)

    def test_slots(self, three):
        frame = StripFrame(three, QSizeF(900, 640))
        one, two = frame.blocks[:2]
        assert frame.slot(0, one.rect.top()) == 0
        assert frame.slot(0, one.rect.bottom()) == 1
        assert frame.slot(0, two.rect.bottom()) == 2
        assert frame.slot(2, 300.0) == 0
        assert frame.slot(3, 300.0) == 0
        assert frame.slot_y(0, 1) == pytest.approx(two.rect.top() - 1)
        assert frame.slot_y(0, 2) == pytest.approx(two.rect.bottom() + 1)

    def test_columns_and_days(self, three):
        frame = StripFrame(three, QSizeF(900, 640))
        assert [frame.column_at(frame.x(at) + 5) for at in range(4)] == [0, 1, 2, 3]
        assert frame.column_at(-5) == -1
        assert [frame.day_of(at) for at in (-1, 0, 2, 3)] == [None, 0, 2, 3]
        fixed = StripFrame(replace(three, next_day=None), QSizeF(900, 640))
        assert fixed.column_at(fixed.x(3) + 5) == -1

    def test_an_empty_board_has_a_clock(self):
        frame = StripFrame(Board(), QSizeF(900, 640))
        assert (frame.first, frame.last, frame.blocks) == (360, 1200, [])

    def test_a_drop_on_its_own_place_changes_nothing(self, three):
        one = three.blocks[0]
        assert [Drop(one, 0, at).changes for at in (0, 1, 2)] == [False, False, True]
        assert Drop(one, 1, 0).changes

    def test_rolling_near_the_edges(self):
        assert stride(300, 0, 600) == 0
        assert stride(10, 0, 600) < 0 < stride(595, 0, 600)
        assert abs(stride(1, 0, 600)) >= abs(stride(20, 0, 600))


class TestKeys:
    def test_arrows_walk(self, three):
        garden, wharf, hall = three.blocks
        assert stepped(three, None, Qt.Key.Key_Down) is garden
        assert stepped(three, garden, Qt.Key.Key_Down) is wharf
        assert stepped(three, wharf, Qt.Key.Key_Down) is wharf
        assert stepped(three, wharf, Qt.Key.Key_Up) is garden
        assert stepped(three, garden, Qt.Key.Key_Right) is hall
        assert stepped(three, hall, Qt.Key.Key_Right) is hall
        assert stepped(three, hall, Qt.Key.Key_Left) is garden
        assert stepped(three, garden, Qt.Key.Key_End) is wharf
        assert stepped(three, wharf, Qt.Key.Key_Home) is garden
        assert stepped(three, garden, Qt.Key.Key_A) is None

    def test_alt_carries(self, three):
        garden, wharf, hall = three.blocks
        assert nudged(three, garden, Qt.Key.Key_Up) is None
        assert nudged(three, garden, Qt.Key.Key_Down) == Drop(garden, 0, 2)
        assert nudged(three, wharf, Qt.Key.Key_Up) == Drop(wharf, 0, 0)
        assert nudged(three, garden, Qt.Key.Key_Right) == Drop(garden, 1, 0)
        assert nudged(three, wharf, Qt.Key.Key_Right) == Drop(wharf, 1, 1)
        assert nudged(three, hall, Qt.Key.Key_Right) == Drop(hall, 2, 0)
        assert nudged(three, garden, Qt.Key.Key_Left) is None
        stray = replace(garden, name="别的")
        assert nudged(three, stray, Qt.Key.Key_Down) is None

    def test_beyond_the_last_day_lies_a_new_one(self, three):
        last = replace(three, days=three.days[:2], next_day=2)
        assert nudged(last, last.blocks[2], Qt.Key.Key_Right) == Drop(last.blocks[2], 2, 0)
        fixed = replace(last, next_day=None)
        assert nudged(fixed, last.blocks[2], Qt.Key.Key_Right) is None

    def test_on_the_board(self, qtbot, shown_board):
        told, whys, locks = [], [], []
        shown_board.dropped.connect(told.append)
        shown_board.why_asked.connect(whys.append)
        shown_board.lock_asked.connect(locks.append)
        shown_board.setFocus()
        hall = shown_board.board.blocks[2]
        qtbot.keyClick(shown_board, Qt.Key.Key_Down)
        qtbot.keyClick(shown_board, Qt.Key.Key_Right)
        assert shown_board.here is hall
        qtbot.keyClick(shown_board, Qt.Key.Key_Return)
        qtbot.keyClick(shown_board, Qt.Key.Key_L)
        assert (whys, locks) == ([hall], [hall])
        qtbot.keyClick(shown_board, Qt.Key.Key_Left, ALT)
        assert told == [Drop(hall, 0, 1)]

    def test_nothing_moves_while_a_plan_is_sought(self, qtbot, shown_board):
        told = []
        shown_board.dropped.connect(told.append)
        shown_board.movable = False
        qtbot.keyClick(shown_board, Qt.Key.Key_Down)
        qtbot.keyClick(shown_board, Qt.Key.Key_Right, ALT)
        carry(qtbot, shown_board, centre(shown_board, 0), centre(shown_board, 2))
        assert told == []

    def test_what_is_here_is_said_aloud(self, qtbot, shown_board):
        qtbot.keyClick(shown_board, Qt.Key.Key_Down)
        qtbot.keyClick(shown_board, Qt.Key.Key_Down)
        assert "码头，第 1 天" in shown_board.accessibleName()


class TestHands:
    def test_a_click_points(self, qtbot, shown_board):
        chosen, days = [], []
        shown_board.chosen.connect(chosen.append)
        shown_board.day_selected.connect(days.append)
        qtbot.mouseClick(
            shown_board.viewport(), Qt.MouseButton.LeftButton, pos=centre(shown_board, 2)
        )
        assert chosen == [shown_board.board.blocks[2]]
        assert days == [1]

    def test_a_click_on_a_head_or_a_foot_lights_the_day(self, qtbot, shown_board):
        days = []
        shown_board.day_selected.connect(days.append)
        frame, view = shown_board.frame, shown_board.viewport()
        x = round(frame.hours + frame.x(1) + 20)
        left = Qt.MouseButton.LeftButton
        qtbot.mouseClick(view, left, pos=QPoint(x, 10))
        qtbot.mouseClick(view, left, pos=QPoint(round(frame.hours + 20), view.height() - 10))
        qtbot.mouseClick(view, left, pos=QPoint(10, 10))
        assert days == [1, 0]

    def test_a_block_is_carried_to_another_day(self, qtbot, shown_board):
        tried, told = [], []
        shown_board.tried.connect(tried.append)
        shown_board.dropped.connect(told.append)
        garden = shown_board.board.blocks[0]
        carry(qtbot, shown_board, centre(shown_board, 0), centre(shown_board, 2) + QPoint(0, 90))
        assert told == [Drop(garden, 1, 1)]
        assert tried[-1] is None
        assert Drop(garden, 1, 1) in tried

    def test_each_place_is_tried_once(self, qtbot, shown_board):
        tried = []
        shown_board.tried.connect(tried.append)
        stop = centre(shown_board, 2) + QPoint(0, 90)
        carry(qtbot, shown_board, centre(shown_board, 0), stop, stop + QPoint(1, 1),
              stop + QPoint(2, 3), let_go=False)  # fmt: skip
        assert len(tried) == 1

    def test_esc_puts_it_back(self, qtbot, shown_board):
        told = []
        shown_board.dropped.connect(told.append)
        stop = centre(shown_board, 2)
        carry(qtbot, shown_board, centre(shown_board, 0), stop, let_go=False)
        assert shown_board.drag is not None
        qtbot.keyClick(shown_board, Qt.Key.Key_Escape)
        assert shown_board.drag is None
        qtbot.mouseRelease(shown_board.viewport(), Qt.MouseButton.LeftButton, pos=stop)
        assert told == []

    def test_let_go_beside_the_days_nothing_happens(self, qtbot, shown_board):
        told = []
        shown_board.dropped.connect(told.append)
        carry(qtbot, shown_board, centre(shown_board, 0), QPoint(4, 200))
        assert told == []

    def test_outside_the_board_it_goes_nowhere(self, qtbot, shown_board):
        told = []
        shown_board.dropped.connect(told.append)
        view = shown_board.viewport()
        beside = QPoint(view.width() + 60, 300)
        below = QPoint(round(shown_board.frame.hours + shown_board.frame.x(2)), view.height() + 40)
        for stop in (beside, below):
            carry(qtbot, shown_board, centre(shown_board, 0), stop)
        assert told == []

    def test_what_is_out_of_sight_is_told_and_a_click_leads_there(self, qtbot, shown_board, three):
        late = replace(three.blocks[0], start=1700, end=1760)
        early = replace(three.blocks[0], day=1, start=360, end=480)
        shown_board.show_board(Board((column(0, late), column(1, early)), None))
        bar = shown_board.verticalScrollBar()
        assert bar.value() == 0
        (pill, words, block), *_more = shown_board._hidden()
        assert (words, block) == ("↓ 下面还有 1 块", late)
        shown_board.viewport().grab()
        at = pill.center().toPoint()
        qtbot.mouseClick(shown_board.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert bar.value() > 0
        assert all(one[2] != late for one in shown_board._hidden())

    def test_beyond_the_last_column_it_gets_a_day_of_its_own(self, qtbot, shown_board):
        told = []
        shown_board.dropped.connect(told.append)
        frame = shown_board.frame
        stop = QPoint(round(frame.hours + frame.x(3) + 12), 300)
        carry(qtbot, shown_board, centre(shown_board, 0), stop)
        assert told == [Drop(shown_board.board.blocks[0], 3, 0)]

    def test_the_price_stands_beside_the_pointer_red_with_the_rule(self, qtbot, shown_board):
        stop = centre(shown_board, 2) + QPoint(0, 90)
        carry(qtbot, shown_board, centre(shown_board, 0), stop, let_go=False)
        shown_board.show_price("多花约 0.4 万元", ("这天超过 14 小时",))
        picture = shown_board.viewport().grab().toImage()
        wanted = theme.current().err_bg.lower()
        near = {
            picture.pixelColor(stop + QPoint(x, y)).name()
            for x in range(20, 120, 2)
            for y in range(14, 60, 2)
        }
        assert wanted in near

    def test_a_new_board_lets_go_and_follows_what_was_carried(self, qtbot, shown_board, three):
        garden = three.blocks[0]
        carry(qtbot, shown_board, centre(shown_board, 0), centre(shown_board, 2) + QPoint(0, 90))
        gone = replace(garden, day=1, at=1, start=905, end=1025)
        days = (column(0, three.blocks[1]), column(1, three.blocks[2], gone), three.days[2])
        shown_board.show_board(Board(days, 3))
        assert shown_board.here == gone
        assert shown_board.day == 1

    def test_what_was_pointed_at_and_is_gone_is_forgotten(self, qtbot, shown_board, three):
        qtbot.keyClick(shown_board, Qt.Key.Key_Down)
        shown_board.show_board(Board(three.days[1:], 3))
        assert shown_board.here is None

    def test_the_menu_is_asked_by_mouse_and_by_key(self, shown_board):
        asked = []
        shown_board.menu_asked.connect(lambda one, where: asked.append((one, where)))
        at = centre(shown_board, 1)
        mouse, key = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
        shown_board.contextMenuEvent(QContextMenuEvent(mouse, at, QPoint(7, 8)))
        shown_board.contextMenuEvent(QContextMenuEvent(mouse, QPoint(2, 2), QPoint(7, 8)))
        shown_board.contextMenuEvent(QContextMenuEvent(key, QPoint(0, 0), QPoint(0, 0)))
        wharf = shown_board.board.blocks[1]
        assert [one for one, _ in asked] == [wharf, wharf]
        assert asked[1][1] == shown_board.viewport().mapToGlobal(at)

    def test_tips(self, shown_board, three):
        frame, view = shown_board.frame, shown_board.viewport()
        days = (replace(three.days[0], tip="头", foot_tip="脚"), *three.days[1:])
        shown_board.show_board(Board(days, 3))
        x = frame.hours + 20
        assert shown_board.tip_at(QPointF(x, 10)) == "头"
        assert shown_board.tip_at(QPointF(x, view.height() - 5)) == "脚"
        assert shown_board.tip_at(QPointF(centre(shown_board, 0))) == "花园，第 1 天"
        assert shown_board.tip_at(QPointF(5, 10)) == ""


class TestLooks:
    def test_a_chosen_set_is_framed_on_every_day(self, shown_board):
        shown_board.choose_set("书场")
        assert shown_board.here == shown_board.board.blocks[2]
        picture = shown_board.viewport().grab().toImage()
        rect = shown_board.rect_of(shown_board.here)
        y = round(rect.center().y())
        edge = {picture.pixelColor(round(rect.left()) + dx, y).name() for dx in range(-2, 3)}
        assert theme.current().link.lower() in edge

    def test_fills_follow_the_light(self, shown_board, three):
        night = replace(three.blocks[0], kind=StripKind.EXT_NIGHT)
        shown_board.show_board(Board((column(0, night),)))
        rect = shown_board.rect_of(night)
        picture = shown_board.viewport().grab().toImage()
        at = QPoint(round(rect.center().x()), round(rect.bottom() - 8))
        assert picture.pixelColor(at).name() == theme.current().strip_ext_night.lower()

    def test_heads_stay_while_the_rest_scrolls(self, qtbot, shown_board):
        blocks = [block(0, at, f"景{at}", 360 + 40 * at, 390 + 40 * at) for at in range(20)]
        shown_board.show_board(Board((column(0, *blocks),)))
        bar = shown_board.verticalScrollBar()
        assert bar.maximum() > 0
        before = shown_board.viewport().grab().toImage()
        bar.setValue(bar.maximum())
        after = shown_board.viewport().grab().toImage()
        head = round(shown_board.frame.head) - 2
        size = before.width(), head
        assert before.copy(0, 0, *size) == after.copy(0, 0, *size)
        assert before != after

    def test_larger_text_makes_a_larger_board(self, qapp, shown_board):
        before = shown_board.frame.column, shown_board.frame.head
        theme.apply(qapp, theme.LIGHT, "zh", 1.5)
        qapp.sendPostedEvents()
        assert shown_board.frame.head > before[1]
