"""The four weights sum to 100 whatever one does to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt

from geo.model import CRITERIA, Criterion
from gui import theme
from gui.widgets.weight_board import WeightBoard
from gui.widgets.weight_shares import from_weights, move, to_weights

PRODUCER = dict(zip(CRITERIA, (0.3, 0.4, 0.2, 0.1), strict=True))
SCOUT = dict(zip(CRITERIA, (0.55, 0.25, 0.1, 0.1), strict=True))
MOVES = st.lists(
    st.tuples(st.sampled_from(CRITERIA), st.integers(-20, 120), st.sets(st.sampled_from(CRITERIA))),
    max_size=12,
)


@given(st.fixed_dictionaries({one: st.floats(0, 1e6) for one in CRITERIA}), MOVES)
def test_shares_always_sum_to_100(weights, moves):
    shares = from_weights(weights)
    for one, value, locked in [(CRITERIA[0], 50, set()), *moves]:
        before = shares
        shares = move(shares, locked, one, value)
        assert sum(shares.values()) == 100
        assert min(shares.values()) >= 0
        assert all(shares[other] == before[other] for other in locked)
        if not locked:
            assert shares[one] == min(max(value, 0), 100)


@given(st.fixed_dictionaries({one: st.integers(1, 1000) for one in CRITERIA}))
def test_shares_follow_the_weights(weights):
    whole = sum(weights.values())
    shares = from_weights(weights)
    assert all(abs(shares[one] - 100 * weights[one] / whole) < 1 for one in CRITERIA)
    assert sum(to_weights(shares).values()) == pytest.approx(1)


def test_the_rest_is_shared_in_proportion():
    shares = move(from_weights(PRODUCER), (), Criterion.COST, 70)
    assert shares == dict(zip(CRITERIA, (15, 70, 10, 5), strict=True))


def test_a_lock_bounds_the_others():
    shares = move(from_weights(PRODUCER), {Criterion.FIT}, Criterion.COST, 100)
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
    assert board.shares == from_weights(PRODUCER)


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
    caption = board._captions[Criterion.SUBSIDY]
    assert caption.isVisible()
    assert "没有用" in board.slider(Criterion.SUBSIDY).accessibleDescription()
    board.set_idle({})
    assert not caption.isVisible()


@pytest.mark.parametrize("palette", theme.PALETTES.values(), ids=theme.PALETTES)
def test_it_is_drawn_in_every_theme(board, palette, monkeypatch):
    monkeypatch.setattr(theme._Now, "palette", palette)
    board.changeEvent(QEvent(QEvent.Type.StyleChange))
    shot = board.grab().toImage()
    spots = [(x, y) for x in range(0, shot.width(), 3) for y in range(shot.height())]
    pixels = {shot.pixelColor(x, y).name() for x, y in spots}
    assert {palette.criterion(one).lower() for one in CRITERIA} <= pixels
