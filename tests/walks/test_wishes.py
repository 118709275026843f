"""What counts is said through the window, over the real catalogue, and taken back again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from geo.model import MustCode
from gui.pages.wishes.criterion_dialog import CriterionDialog
from gui.pages.wishes.interview_dialog import InterviewDialog
from gui.texts import Role
from gui.window import build_window

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SAMPLE = ASSETS / "samples" / "yiqu_gusu.fdx"
PATIENCE_MS = 60_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = build_window(ASSETS, tmp_path)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.session.idle, timeout=PATIENCE_MS):
        made.begin()
    made.session.take_in(SAMPLE)
    settle(qtbot, made.session)
    made.show_page("sites")
    qtbot.waitUntil(made.sites_page.isVisible)
    yield made
    made.close()


def settle(qtbot, session):
    """Until the ranking is the one that was asked for."""

    def rested():
        state = session.state
        ranking = state.ranking
        return not state.busy and ranking is not None and ranking.wishes == state.wishes

    qtbot.waitUntil(rested, timeout=PATIENCE_MS)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def in_dialog(kind, do):
    """Do something with the modal dialog that is about to come up."""

    def come():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        do(dialog)

    QTimer.singleShot(0, come)


def order(session):
    ranking = session.state.ranking
    return [ranking.sites[int(at)].site.id for at in ranking.site_order.index]


def test_a_criterion_of_ones_own_moves_a_place_and_goes_again(qtbot, window):
    session = window.session
    weighing = window.sites_page.rank.weighing
    board = weighing.board
    before, weights = order(session), dict(session.state.weights)
    liked = before[5]

    def define(dialog):
        dialog.name.setText("停车方便")
        row = next(row for row in dialog.table.rows if row.site_id == liked)
        row.value.setFocus()
        row.value.setText("9–10")
        row.value.textEdited.emit("9–10")
        click(qtbot, dialog.keep_button)

    in_dialog(CriterionDialog, define)
    weighing.menu.add_own()
    settle(qtbot, session)
    code = session.state.wishes.own[0].code
    assert session.state.ranking.site_board.criteria[-1] == code
    assert sum(board.shares.values()) == 100
    assert board.slider(code).accessibleName() == "停车方便"
    # a tenth of the weight for the one place that somebody spoke well of: up, and others keep order
    after = order(session)
    assert after.index(liked) < before.index(liked)
    assert [one for one in after if one != liked] == [one for one in before if one != liked]

    # with most of the weight it leads, and the list on screen shows it
    board.slider(code).setFocus()
    for _ in range(10):
        qtbot.keyClick(board.slider(code), Qt.Key.Key_PageUp)
    assert order(session)[0] == liked
    assert window.sites_page.rank.lists.sites.model.index(0).data(Role.ID) == liked

    # something to insist on takes places out, and says how many
    weighing.musts.fill_menu()
    weighing.musts.menu.actions()[0].trigger()
    settle(qtbot, session)
    gone = [one for one in session.state.ranking.excluded if not one.by_rule]
    assert weighing.musts.count.text() == f"去掉 {len(gone)} 处"
    assert len(order(session)) < len(before)
    click(qtbot, weighing.musts.chips[MustCode.STAGE].cross)
    settle(qtbot, session)

    # all of it goes back, step by step
    while session.state.can_undo and session.state.wishes.own:
        session.undo()
    settle(qtbot, session)
    assert session.state.wishes.criteria == ("fit", "cost", "subsidy", "uplift")
    assert session.state.weights == weights
    assert order(session) == before
    assert not weighing.musts.isVisible()


def test_the_interview_sets_the_sliders(qtbot, window):
    weighing = window.sites_page.rank.weighing

    def answer(dialog):
        # 费用 3 times as much as anything else
        for key in ("other3", "one3", "same", "same"):
            click(qtbot, dialog.steps.button(key))
            click(qtbot, dialog.next_button)
        assert dialog.agreement.text() == "前后一致。"
        click(qtbot, dialog.take_button)

    in_dialog(InterviewDialog, answer)
    weighing.menu.interview()
    assert list(weighing.board.shares.values()) == [16, 50, 17, 17]
