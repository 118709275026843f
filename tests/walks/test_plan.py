"""A script becomes a shooting plan through the window: catalogue, solver and threads are real."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from geo.model import Booking, BookingStatus, PlanStatus
from gui.window import build_window

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PATIENCE_MS = 90_000


def quiet(session):
    """Whether the plan is worked out, laid, and nothing is asked of it any more."""
    return session.state.plan is not None and not session.state.busy


def settle(qtbot, session):
    qtbot.waitUntil(lambda: quiet(session), timeout=PATIENCE_MS)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def window(qtbot, data):
    made = build_window(ASSETS, data)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.session.idle, timeout=PATIENCE_MS):
        made.begin(restore=False)
    made.session.take_in(ASSETS / "samples" / "xiujiang.txt")
    qtbot.waitUntil(lambda: made.session.state.ranking is not None, timeout=PATIENCE_MS)
    made.session.set_fact("shoot.start_date", date(2027, 3, 8))
    qtbot.waitUntil(
        lambda: not made.session.state.busy and made.session.state.ranking is not None,
        timeout=PATIENCE_MS,
    )
    yield made
    made.session.discard()
    made.close()


def blocks(plan):
    return [(day.day, one.strip_id, one.site_id) for day in plan.days for one in day.blocks]


def test_plan_drag_undo_lock_plan_again_export(qtbot, window, tmp_path):
    session = window.session
    window.menus.actions_by_name["page_plan"].trigger()
    page = window.plan_page
    qtbot.waitUntil(page.isVisible)

    # one press; the gap closes while one looks
    qtbot.mouseClick(page.empty.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.state.plan_progress is not None, timeout=PATIENCE_MS)
    settle(qtbot, session)
    plan = session.state.plan
    assert plan.status is PlanStatus.OPTIMAL
    assert not plan.breaches
    beats = session.state.plan_progress.beats
    bounds = [beat.bound for beat in beats if beat.bound is not None]
    assert bounds == sorted(bounds)
    assert plan.bound <= plan.money.counted + plan.money.missed + 0.01
    assert plan.days[0].date == date(2027, 3, 8)
    assert {one.code for one in session.state.alternatives} >= {"now", "only_city"}
    scenes = {scene for day in plan.days for one in day.blocks for scene in one.scenes}
    left = {scene for one in plan.uncovered for scene in one.scenes}
    assert scenes | left == {scene.id for scene in session.state.script.played}

    # drag the first block to the end of the last day; the price of it is told at once
    board = page.left.board
    board.show_day(0)
    first = plan.days[0].blocks[0]
    block = next(one for one in board.board.blocks if one.strip_id == first.strip_id)
    grab = board.rect_of(block).center().toPoint()
    view = board.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=grab)
    target = QPoint(view.width() - 30, grab.y() + 40)
    for step in range(1, 9):
        QTest.mouseMove(view, grab + (target - grab) * step / 8)
    qtbot.waitUntil(lambda: session.state.plan_trial is not None, timeout=PATIENCE_MS)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=target)
    qtbot.waitUntil(lambda: session.state.plan.arrangement != plan.arrangement, timeout=PATIENCE_MS)
    settle(qtbot, session)
    dragged = session.state.plan
    assert dragged.status is PlanStatus.BY_HAND
    assert [one[1] for one in blocks(dragged) if one[0] == 0] != [
        one[1] for one in blocks(plan) if one[0] == 0
    ]
    window.menus.actions_by_name["undo"].trigger()
    settle(qtbot, session)
    assert blocks(session.state.plan) == blocks(plan)
    assert session.state.plan.status is PlanStatus.OPTIMAL

    # somebody insists on another place for a set: the whole is planned again around it
    session.explain_set(first.set_id)
    qtbot.waitUntil(
        lambda: session.state.choice is not None and session.state.choice.done,
        timeout=PATIENCE_MS,
    )
    settle(qtbot, session)
    other = next(one for one in session.state.choice.candidates if one.adds is not None)
    session.lock_set(first.set_id, other.site_id)
    assert session.state.plan_stale
    session.make_plan()
    qtbot.waitUntil(lambda: not session.state.plan_stale, timeout=PATIENCE_MS)
    settle(qtbot, session)
    locked = session.state.plan
    at = {one.set_id: one.site_id for day in locked.days for one in day.blocks}
    assert at[first.set_id] == other.site_id
    # a lock never makes the proven bound lower
    assert locked.bound >= plan.bound - 0.01
    assert session.state.plan_changes.moved

    # what was agreed is kept with the project and falls due
    held = Booking(
        first.set_id,
        other.site_id,
        BookingStatus.FIRST_HOLD,
        expires=date(2027, 2, 1),
        deposit=3_000,
        deposit_due=date(2027, 1, 20),
    )
    session.book(held)
    settle(qtbot, session)
    due = session.due_list(date(2027, 1, 21))
    assert [(one.on, one.late) for one in due] == [
        (date(2027, 1, 20), True),
        (date(2027, 2, 1), False),
    ]

    # and goes out as workbook, call sheets and calendar
    for ending in (".xlsx", ".pdf", ".ics", ".uss"):
        session.export_plan(tmp_path / f"plan{ending}")
        settle(qtbot, session)
    cells = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(tmp_path / "plan.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    name = session.state.site(other.site_id).name_zh
    assert any(name in cell for cell in cells)
    paper = pypdfium2.PdfDocument(tmp_path / "plan.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in paper)
    assert "通告" in text
    assert (tmp_path / "plan.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert not [note for note in session.state.notes if note.level == "err"]


def test_the_plan_is_there_again_the_next_morning(qtbot, window, data):
    session = window.session
    session.make_plan()
    qtbot.waitUntil(lambda: session.state.plan is not None, timeout=PATIENCE_MS)
    settle(qtbot, session)
    laid = blocks(session.state.plan)
    counted = session.state.plan.money.counted
    session.save()
    qtbot.waitUntil(lambda: not session.state.busy, timeout=PATIENCE_MS)
    window.close()

    again = build_window(ASSETS, data)
    qtbot.addWidget(again)
    again.begin(restore=True)
    qtbot.waitUntil(lambda: again.session.state.plan is not None, timeout=PATIENCE_MS)
    settle(qtbot, again.session)
    assert blocks(again.session.state.plan) == laid
    assert again.session.state.plan.money.counted == pytest.approx(counted)
    again.session.discard()
    again.close()
