"""Weights sum to 100 whatever one does to them, be there four criteria or seven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QMenu

from geo.model import CRITERIA, Criterion
from gui import theme
from gui.widgets.weight_board import WeightBoard
from gui.widgets.weight_shares import from_weights, move, to_weights

PRODUCER = dict(zip(CRITERIA, (0.3, 0.4, 0.2, 0.1), strict=True))
SCOUT = dict(zip(CRITERIA, (0.55, 0.25, 0.1, 0.1), strict=True))
SEVEN = ("fit", "cost", "subsidy", "uplift", "travel", "risk", "own.1")
NAMED = list(
    zip(SEVEN, ("匹配", "费用", "补贴", "拉动", "离驻地近", "手续少", "停车"), strict=True)
)
HAND = dict(zip(SEVEN, (20, 30, 15, 5, 10, 10, 10), strict=True))
MOVES = st.lists(
    st.tuples(st.sampled_from(SEVEN), st.integers(-20, 120), st.sets(st.sampled_from(SEVEN))),
    max_size=12,
)


@given(st.fixed_dictionaries({one: st.floats(0, 1e6) for one in SEVEN}), MOVES)
def test_shares_always_sum_to_100(weights, moves):
    shares = from_weights(weights, SEVEN)
    for one, value, locked in [(SEVEN[0], 50, set()), *moves]:
        before = shares
        shares = move(shares, locked, one, value)
        assert sum(shares.values()) == 100
        assert min(shares.values()) >= 0
        assert all(shares[other] == before[other] for other in locked)
        if not locked:
            assert shares[one] == min(max(value, 0), 100)


@given(st.fixed_dictionaries({one: st.integers(1, 1000) for one in SEVEN}))
def test_shares_follow_the_weights(weights):
    whole = sum(weights.values())
    shares = from_weights(weights, SEVEN)
    assert all(abs(shares[one] - 100 * weights[one] / whole) < 1 for one in SEVEN)
    assert sum(to_weights(shares).values()) == pytest.approx(1)


@given(st.fixed_dictionaries({one: st.integers(0, 100) for one in SEVEN}), st.data())
def test_what_is_not_moved_keeps_its_proportion(weights, data):
    """Whole shares stray from the exact ones by less than 1."""
    before = from_weights(weights, SEVEN)
    one = data.draw(st.sampled_from(SEVEN))
    value = data.draw(st.integers(0, 100))
    after = move(before, (), one, value)
    rest = 100 - before[one]
    for other in set(SEVEN) - {one}:
        exact = before[other] / rest * (100 - value) if rest else (100 - value) / 6
        assert abs(after[other] - exact) < 1


def test_the_rest_is_shared_in_proportion():
    shares = move(from_weights(PRODUCER, CRITERIA), (), Criterion.COST, 70)
    assert shares == dict(zip(CRITERIA, (15, 70, 10, 5), strict=True))


def test_a_lock_bounds_the_others():
    shares = move(from_weights(PRODUCER, CRITERIA), {Criterion.FIT}, Criterion.COST, 100)
    assert shares[Criterion.FIT] == 30
    assert shares[Criterion.COST] == 70
    alone = move(shares, set(CRITERIA) - {Criterion.COST}, Criterion.COST, 10)
    assert alone == shares


@pytest.fixture
def board(qtbot):
    made = WeightBoard(PRODUCER)
    made.set_presets({"scout": SCOUT, "producer": PRODUCER})
    made.resize(440, 140)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "change"),
    [
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Down, -1),
        (Qt.Key.Key_PageUp, 5),
        (Qt.Key.Key_PageDown, -5),
    ],
)
def test_keys_move_a_slider(qtbot, board, key, change):
    with qtbot.waitSignal(board.weightsChanged) as told:
        qtbot.keyClick(board.slider(Criterion.COST), key)
    assert board.shares[Criterion.COST] == 40 + change
    assert sum(told.args[0].values()) == pytest.approx(1)
    assert told.args[0][Criterion.COST] == pytest.approx((40 + change) / 100)


def test_there_and_back_again_changes_nothing(qtbot, board):
    slider = board.slider(Criterion.COST)
    for value in (100, 0, 40):
        slider.setValue(value)
    assert board.shares == from_weights(PRODUCER, CRITERIA)


def test_it_tells_while_the_pointer_moves(qtbot, board):
    heard = []
    board.weightsChanged.connect(heard.append)
    slider = board.slider(Criterion.FIT)
    middle = slider.rect().center()
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(slider, middle + QPoint(20, 0))
    told = len(heard)
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle + QPoint(20, 0))
    assert told >= 2
    assert all(sum(weights.values()) == pytest.approx(1) for weights in heard)


def test_double_click_locks_and_opens(qtbot, board):
    slider = board.slider(Criterion.UPLIFT)
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton)
    assert board.locked == {Criterion.UPLIFT}
    board.slider(Criterion.COST).setValue(60)
    assert board.shares[Criterion.UPLIFT] == 10
    assert "锁" in slider.accessibleDescription()
    qtbot.mouseDClick(slider, Qt.MouseButton.LeftButton)
    assert not board.locked


def test_a_locked_slider_stays_under_the_pointer(qtbot, board):
    slider = board.slider(Criterion.COST)
    board.toggle_lock(Criterion.COST)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 10, 12))
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert board.shares[Criterion.COST] == slider.value() == 40


def test_presets_are_offered_and_recognised(qtbot, board):
    segments = board._segments
    assert segments.choice == "producer"
    with qtbot.waitSignal(board.weightsChanged):
        segments.button("scout").click()
    assert board.weights == pytest.approx(SCOUT)
    board.slider(Criterion.FIT).setValue(10)
    assert segments.choice is None


def test_setting_weights_tells_nobody(qtbot, board):
    with qtbot.assertNotEmitted(board.weightsChanged):
        board.set_weights(SCOUT)
    assert board.slider(Criterion.FIT).value() == 55


def test_an_idle_slider_says_so(board):
    board.set_idle({Criterion.SUBSIDY: "补贴都未知，动它没有用"})
    caption = board._rows[Criterion.SUBSIDY].caption
    assert caption.isVisible()
    assert "没有用" in board.slider(Criterion.SUBSIDY).accessibleDescription()
    board.set_idle({})
    assert not caption.isVisible()


class TestMoreThanFour:
    @pytest.fixture
    def seven(self, board):
        board.set_criteria(NAMED)
        board.set_weights(HAND)
        return board

    def test_each_has_a_slider_with_its_name_two_abreast(self, seven):
        assert seven.shares == HAND
        rows = [seven.slider(code) for code in SEVEN]
        assert [slider.accessibleName() for slider in rows] == [name for _, name in NAMED]
        assert all(slider.isVisible() for slider in rows)
        lefts = {slider.mapTo(seven, QPoint()).x() for slider in rows}
        assert len(lefts) == 2
        assert rows[6].mapTo(seven, QPoint()).x() == rows[0].mapTo(seven, QPoint()).x()

    def test_they_move_together(self, qtbot, seven):
        with qtbot.waitSignal(seven.weightsChanged) as told:
            seven.slider("own.1").setValue(55)
        assert told.args[0] == pytest.approx(
            dict(zip(SEVEN, (0.10, 0.15, 0.075, 0.025, 0.05, 0.05, 0.55), strict=True)), abs=0.01
        )
        assert all(type(code) is str for code in told.args[0])
        assert sum(seven.shares.values()) == 100

    def test_a_preset_leaves_nothing_for_what_was_added(self, qtbot, seven):
        seven._segments.button("scout").click()
        assert seven.weights == pytest.approx({**SCOUT, "travel": 0, "risk": 0, "own.1": 0})
        assert seven._segments.choice == "scout"

    def test_one_that_stays_keeps_share_and_lock(self, seven):
        seven.toggle_lock("cost")
        kept = seven.slider("cost")
        seven.set_criteria(NAMED[:5])
        assert seven.slider("cost") is kept
        assert seven.locked == {"cost"}
        # 20 + 30 + 15 + 5 + 10 of 100 stay, in proportion
        assert seven.shares == dict(zip(SEVEN[:5], (25, 38, 19, 6, 12), strict=True))
        with pytest.raises(KeyError):
            seven.slider("own.1")

    def test_a_name_changes_without_a_new_slider(self, seven):
        kept = seven.slider("own.1")
        seven.set_criteria([*NAMED[:-1], ("own.1", "停大车")])
        assert seven.slider("own.1") is kept
        assert kept.accessibleName() == "停大车"

    def test_a_way_out_is_offered_and_told(self, qtbot, seven):
        seven.set_idle({"own.1": "还没给哪处打分"}, {"own.1": "打分"})
        caption = seven._rows["own.1"].caption
        assert caption.isVisible()
        with qtbot.waitSignal(seven.way_asked) as told:
            caption.linkActivated.emit("way")
        assert told.args == ["own.1"]

    def test_where_room_is_short_only_what_can_be_mended_is_said(self, seven):
        seven.set_presets({})
        seven.set_compact(True)
        seven.set_idle({"cost": "各处一样", "own.1": "还没打分"}, {"own.1": "打分"})
        assert not seven._rows["cost"].caption.isVisible()
        assert "各处一样" in seven.slider("cost").toolTip()
        assert seven._rows["own.1"].caption.isVisible()
        seven.set_compact(False)
        assert seven._rows["cost"].caption.isVisible()

    @pytest.mark.parametrize("compact", [False, True])
    def test_the_button_for_one_more_is_always_there(self, seven, compact):
        assert not seven.add_button.isVisible()
        seven.set_menu(QMenu(seven))
        seven.set_presets({} if compact else {"scout": SCOUT})
        seven.set_compact(compact)
        assert seven.add_button.isVisible()
        assert seven.add_button.accessibleName()
        assert seven.rect().contains(
            seven.add_button.mapTo(seven, seven.add_button.rect().center())
        )

    def test_the_bar_tells_every_share(self, seven):
        told = seven._stack.accessibleName()
        assert all(f"{name} {HAND[code]}" in told for code, name in NAMED)


@pytest.mark.parametrize("palette", theme.PALETTES.values(), ids=theme.PALETTES)
def test_it_is_drawn_in_every_theme(board, palette, monkeypatch):
    monkeypatch.setattr(theme._Now, "palette", palette)
    board.set_criteria(NAMED)
    board.set_weights(HAND)
    board.changeEvent(QEvent(QEvent.Type.StyleChange))
    shot = board.grab().toImage()
    spots = [(x, y) for x in range(0, shot.width(), 3) for y in range(shot.height())]
    pixels = {shot.pixelColor(x, y).name() for x, y in spots}
    assert {palette.criterion(one).lower() for one in SEVEN} <= pixels
