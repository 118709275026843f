"""Rows with ticks that can be put in order; pages as they will be printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QColor, QImage

from geo.model import Kind
from gui.widgets.page_strip import PageStrip
from gui.widgets.tick_list import TickList, TickRow

ALT = Qt.KeyboardModifier.AltModifier
ROWS = [TickRow(key, key * 3, "2 场", on=key != "c") for key in "abcd"]


def png(width, height, colour="white"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    kept = QBuffer()
    assert image.save(kept, "PNG")
    return bytes(kept.data().data())


PAGE = png(100, 141, "teal")


class TestTickList:
    @pytest.fixture
    def rows(self, shown):
        rows = TickList(movable=True)
        rows.tell(ROWS)
        return shown(rows, 260, 200)

    def middle(self, rows, at):
        return rows.visualRect(rows.ticks.index(at, 0)).center()

    def test_a_click_ticks_and_another_takes_it_away(self, qtbot, rows):
        told = []
        rows.turned.connect(lambda key, on: told.append((key, on)))
        for _ in range(2):
            qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=self.middle(rows, 2))
        assert told == [("c", True), ("c", False)]
        assert rows.ticked() == ["a", "b", "d"]

    def test_space_ticks_the_row_pointed_at(self, qtbot, rows):
        rows.setFocus()
        qtbot.keyClick(rows, Qt.Key.Key_Down)
        qtbot.keyClick(rows, Qt.Key.Key_Space)
        assert rows.ticked() == ["a", "d"]

    def test_alt_with_an_arrow_moves_it_to_the_end_and_no_farther(self, qtbot, rows):
        told = []
        rows.ordered.connect(told.append)
        for _ in range(5):
            qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
        assert rows.keys() == ["b", "c", "d", "a"]
        assert len(told) == 3
        qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
        assert told[-1] == ["b", "c", "a", "d"]

    def test_a_row_follows_the_hand_and_is_not_ticked_by_that(self, qtbot, rows):
        ordered, turned = [], []
        rows.ordered.connect(ordered.append)
        rows.turned.connect(lambda *told: turned.append(told))
        view = rows.viewport()
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=self.middle(rows, 3))
        for at in (2, 1, 0):
            qtbot.mouseMove(view, self.middle(rows, at))
        # far above the list it stays the first
        qtbot.mouseMove(view, QPoint(20, -90))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=self.middle(rows, 0))
        assert ordered == [["d", "a", "b", "c"]]
        assert turned == []

    def test_rows_that_cannot_be_moved_stay(self, qtbot, shown):
        rows = TickList()
        rows.tell(ROWS)
        shown(rows, 260, 200)
        qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
        view = rows.viewport()
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=self.middle(rows, 3))
        qtbot.mouseMove(view, self.middle(rows, 0))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=self.middle(rows, 0))
        assert rows.keys() == ["a", "b", "c", "d"]
        assert rows.ticked() == ["a", "b", "d"]

    def test_other_rows_keep_the_one_pointed_at(self, rows):
        rows.carry(0, 1)
        rows.tell([TickRow("x", "x", kind=Kind.BASE), *ROWS])
        assert rows.currentIndex().row() == 1
        rows.grab()
        rows.tick(["x"])
        assert rows.ticked() == ["x"]
        rows.tell([])
        assert not rows.currentIndex().isValid()


class TestPageStrip:
    @pytest.fixture
    def strip(self, shown):
        strip = PageStrip()
        strip.show_pages((PAGE,) * 7)
        return shown(strip, 800, 600)

    def colour(self, strip, rect):
        return strip.viewport().grab().toImage().pixelColor(rect.center()).name()

    def test_two_pages_side_by_side_where_there_is_room(self, strip):
        # (800 - 2 * 20 - 18) / 2 leaves 371 each; a page of 600 - 40 in height is 397 wide
        assert strip._rect(0).width() == pytest.approx(367, abs=8)
        assert strip._rect(0).top() == strip._rect(1).top()
        assert strip._rect(2).top() > strip._rect(0).bottom()
        assert strip.in_sight() == (1, 2)
        assert self.colour(strip, strip._rect(1)) == QColor("teal").name()

    def test_keys_turn_pages(self, qtbot, strip):
        qtbot.keyClick(strip, Qt.Key.Key_PageDown)
        assert strip.in_sight() == (3, 4)
        qtbot.keyClick(strip, Qt.Key.Key_End)
        assert strip.in_sight()[1] == 7
        qtbot.keyClick(strip, Qt.Key.Key_PageUp)
        assert strip.in_sight()[0] < 7
        qtbot.keyClick(strip, Qt.Key.Key_Home)
        assert strip.in_sight() == (1, 2)

    def test_larger_and_smaller_keep_what_is_read(self, qtbot, strip):
        strip.go_to(5)
        qtbot.keyClick(strip, Qt.Key.Key_Plus)
        qtbot.keyClick(strip, Qt.Key.Key_Plus)
        assert strip.zoom == 1.5
        assert strip.in_sight()[0] in (4, 5)
        for _ in range(9):
            qtbot.keyClick(strip, Qt.Key.Key_Minus)
        assert strip.zoom == 0.5
        # three in a row now, and the fifth is still seen
        first, last = strip.in_sight()
        assert last - first >= 3
        assert first <= 5 <= last

    def test_much_larger_than_the_window_one_is_still_in_sight(self, strip):
        strip.set_zoom(3.0)
        assert strip.horizontalScrollBar().maximum() > 0
        first, last = strip.in_sight()
        assert first == last == 1

    def test_tall_pages_of_a_phone(self, strip):
        strip.show_pages((png(50, 400),))
        page = strip._rect(0)
        assert page.height() == pytest.approx(4 * page.width(), abs=2)

    def test_grey_bars_while_there_are_none(self, strip):
        strip.show_pages((), waiting=2)
        assert strip.count == 0
        assert strip.in_sight() == (0, 0)
        image = strip.viewport().grab().toImage()
        seen = {image.pixelColor(x, 60).name() for x in range(0, image.width(), 4)}
        assert len(seen) >= 3

    def test_what_is_no_picture_leaves_an_empty_page(self, strip):
        strip.show_pages((b"no picture", PAGE))
        strip.grab()
        assert strip.count == 2
