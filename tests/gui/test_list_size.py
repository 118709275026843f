"""A list of any length: what is shown is right, and what is not in sight is not touched."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from geo.match import order_by
from geo.model import Board, Excluded, Method, Ranking
from gui.models.ranking_model import RankingModel
from gui.texts import Role, Shares
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_delegate import RankingDelegate
from tests.gui.offers import offer, ranking

NAMES = tuple("abcd")
MANY = 50_000


def weights(rng):
    return dict(zip(NAMES, rng.dirichlet(np.ones(len(NAMES))), strict=True))


def long_ranking(count, rng, levels=None, out=0) -> Ranking:
    """``count`` offers that share all but their ids, on a board of random values."""
    one = offer(1)
    offers = tuple(replace(one, site=replace(one.site, id=f"s{n}")) for n in range(count))
    values = rng.random((len(NAMES), count), dtype=np.float32)
    if levels is not None:
        values = np.floor(values * levels) / np.float32(levels)
    gone = rng.choice(count, out, replace=False)
    excluded = tuple(Excluded(f"s{n}", ()) for n in gone)
    made = replace(
        ranking([one]),
        sites=offers,
        excluded=excluded,
        site_board=Board(tuple(o.site.id for o in offers), values, {}, NAMES),
    )
    return ordered(made, weights(rng), Method.WEIGHTED_SUM)


def ordered(made, row, method):
    order = order_by(made.site_board, row, method, made.columns.standing, made.site_order)
    return replace(made, site_order=order)


class Counting(RankingModel):
    """Knows which rows were made."""

    def __init__(self):
        super().__init__()
        self.made = []

    def make_row(self, column):
        self.made.append(column)
        return super().make_row(column)


@pytest.fixture
def view(qtbot):
    def shown(model):
        made = RowsView()
        qtbot.addWidget(made)
        made.resize(440, 600)
        made.show_rows(model, RankingDelegate())
        with qtbot.waitExposed(made):
            made.show()
        return made

    return shown


def painted(view):
    view.viewport().grab()


def test_a_new_order_touches_only_the_rows_in_sight(view):
    rng = np.random.default_rng(1)
    made = long_ranking(MANY, rng)
    model = Counting()
    model.set_ranking(made, 6)
    shown = view(model)
    shown.setCurrentIndex(model.index(3))
    in_sight = 1 + -(-shown.viewport().height() // shown.visualRect(model.index(0)).height())
    for move in range(5):
        if move == 3:
            model.set_filter(rng.random(MANY) < 0.5)
            shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum() // 2)
        painted(shown)
        model.made.clear()
        made = ordered(made, weights(rng), Method.WEIGHTED_SUM)
        model.set_ranking(made, 6)
        painted(shown)
        assert len(model.made) <= in_sight
        # the places in sight and that of the chosen row are found without sorting all of them
        assert made.site_order._sorted is None


def test_shares_that_refine_make_no_row_anew(view):
    rng = np.random.default_rng(2)
    model = Counting()
    model.set_ranking(long_ranking(MANY, rng), 6)
    shown = view(model)
    painted(shown)
    model.made.clear()
    for _ in range(4):
        first = rng.random(MANY, dtype=np.float32)
        model.set_shares(Shares(first, first))
        painted(shown)
        index = model.index(0)
        column = model.column(index.data(Role.ID))
        assert index.data(Role.SHARES).first == pytest.approx(float(first[column]))
    assert model.made == []


@pytest.mark.parametrize("seed", range(6))
def test_it_says_what_a_full_sort_says_whatever_is_done_to_it(seed):
    """Random re-weighting, filters and choices beside a plain list that is sorted each time."""
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 700))
    made = long_ranking(count, rng, levels=None if seed % 2 else 3, out=count // 5)
    model = RankingModel()
    model.set_ranking(made, 6)
    selection = QItemSelectionModel(model)
    allowed, kept = np.ones(count, bool), {}
    for _ in range(25):
        act = rng.integers(0, 4)
        if act == 0:
            allowed = rng.random(count) < rng.random()
            model.set_filter(allowed)
        elif act == 1:
            allowed = np.ones(count, bool)
            model.set_filter(None)
        elif act == 2:
            made = ordered(made, weights(rng), rng.choice(list(Method)))
            model.set_ranking(made, 6)
        elif model.rowCount():
            index = model.index(int(rng.integers(0, model.rowCount())))
            kept[str(index.data(Role.ID))] = QPersistentModelIndex(index)
            selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        # what a filter hid lost its index for good
        kept = {name: index for name, index in kept.items() if index.isValid()}
        scores = made.site_order.exact
        whole = [n for n in np.argsort(-scores, kind="stable") if np.isfinite(scores[n])]
        wanted = [int(n) for n in whole if allowed[n]]
        assert [model.index(row).data(Role.ID) for row in range(model.rowCount())] == [
            f"s{n}" for n in wanted
        ]
        ranks = {int(n): place for place, n in enumerate(whole, 1)}
        assert [model.index(row).data(Role.RANK) for row in range(len(wanted))] == [
            ranks[n] for n in wanted
        ]
        for name, index in kept.items():
            assert index.data(Role.ID) == name
            assert model.index_of(name) == index
        for index in selection.selectedIndexes():
            assert index.data(Role.ID) in kept
        hidden = next((n for n in range(count) if n not in set(wanted)), None)
        if hidden is not None:
            assert not model.index_of(f"s{hidden}").isValid()


class TestRowsView:
    @pytest.fixture
    def rows(self, view):
        model = RankingModel()
        model.set_ranking(long_ranking(200, np.random.default_rng(4)), 6)
        return view(model)

    def test_places_are_where_they_are_drawn(self, rows):
        model, high = rows.model(), rows.visualRect(rows.model().index(0)).height()
        for row in (0, 3, 199):
            rect = rows.visualRect(model.index(row))
            assert rect.top() == row * high - rows.verticalScrollBar().value()
        assert rows.indexAt(QPoint(10, 2 * high + 1)).row() == 2
        assert not rows.indexAt(QPoint(-1, 5)).isValid()
        rows.verticalScrollBar().setValue(5 * high)
        assert rows.indexAt(QPoint(10, 1)).row() == 5
        assert rows.verticalScrollBar().maximum() == 200 * high - rows.viewport().height()

    @pytest.mark.parametrize("row", [0, 7, 120, 199])
    def test_a_row_is_brought_into_sight(self, rows, row):
        hints = QAbstractItemView.ScrollHint
        for hint in (hints.EnsureVisible, hints.PositionAtCenter, hints.PositionAtTop):
            rows.verticalScrollBar().setValue(50 * 40)
            rows.scrollTo(rows.model().index(row), hint)
            rect = rows.visualRect(rows.model().index(row))
            assert 0 <= rect.top() <= rows.viewport().height() - rect.height()

    def test_keys_move_the_choice(self, rows, qtbot):
        def current():
            return rows.currentIndex().row()

        rows.setCurrentIndex(rows.model().index(0))
        page = rows.viewport().height() // rows.visualRect(rows.model().index(0)).height()
        told = []
        for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Up,
                    Qt.Key.Key_Home, Qt.Key.Key_Up):  # fmt: skip
            QTest.keyClick(rows, key)
            told.append(current())
            assert [one.row() for one in rows.selectedIndexes()] == [current()]
        assert told == [1, 1 + page, 199, 198, 0, 0]

    def test_a_click_chooses_what_lies_under_it(self, rows):
        index = rows.model().index(4)
        at = rows.visualRect(index).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert [one.row() for one in rows.selectedIndexes()] == [4]
        rect = rows.visualRegionForSelection(rows.selectionModel().selection()).boundingRect()
        assert rect == rows.visualRect(index)

    def test_letters_do_not_walk_through_all_rows(self, rows, monkeypatch):
        rows.setCurrentIndex(rows.model().index(9))
        QTest.keyClick(rows, Qt.Key.Key_G)
        assert rows.currentIndex().row() == 9

    def test_an_empty_list_is_drawn(self, rows):
        rows.model().set_ranking(None)
        painted(rows)
        assert not rows.indexAt(QPoint(5, 5)).isValid()
        QTest.keyClick(rows, Qt.Key.Key_Down)
        assert not rows.currentIndex().isValid()

    def test_a_row_that_cannot_be_drawn_does_not_end_the_program(self, qtbot):
        class Broken(QStyledItemDelegate):
            def paint(self, painter, option, index):
                raise ValueError("no")

        rows, model = RowsView(), RankingModel()
        model.set_ranking(long_ranking(3, np.random.default_rng(0)), 6)
        qtbot.addWidget(rows)
        rows.show_rows(model, Broken())
        with pytest.raises(ValueError, match="no"):
            rows.grab()
