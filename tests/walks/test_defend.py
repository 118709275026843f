"""The ranking defended through the window, with the real catalogue and real threads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from geo.model import Criterion, Method
from gui.pages.defend.lead_head import KNOWN
from gui.pages.quote_dialog import QuoteDialog
from gui.texts import Role
from gui.window import build_window

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PATIENCE_MS = 60_000


def settle(qtbot, session):
    """Wait until the ranking is at rest and has been defended whole."""

    def rested():
        state = session.state
        firm = state.defence is not None and state.defence.done
        return firm and not state.busy and state.rested is state.ranking

    qtbot.waitUntil(rested, timeout=PATIENCE_MS)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def names(page):
    return [row.name for row in page.lead.list.model.rows]


def listed(window, count=20):
    model = window.sites_page.rank.lists.sites.model
    return [model.index(row).data(Role.ID) for row in range(count)]


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
    made.session.take_in(ASSETS / "samples" / "yiqu_gusu.fdx")
    qtbot.waitUntil(lambda: made.session.state.defence is not None, timeout=PATIENCE_MS)
    settle(qtbot, made.session)
    yield made
    made.session.discard()
    made.close()


def test_from_the_first_place_to_the_call_that_would_change_it(qtbot, window):
    session = window.session
    window.menus.actions_by_name["page_defend"].trigger()
    page = window.defend_page
    qtbot.waitUntil(page.isVisible)

    # how firm, against what, and whom to ask
    state = session.state
    first = state.ranking.sites[int(state.ranking.site_order.first(1)[0])].site
    share = float(state.defence.robustness.first[state.ranking.columns.of_site[first.id]])
    assert page.lead.head.hero.text() == f"{share * 100:.0f}%"
    assert names(page)[0] == first.name_zh
    assert page.asks.cards
    assert page.chart.view.chart.front

    # weightings alone need no new answer
    firm = state.defence
    click(qtbot, page.lead.head.what.button(KNOWN))
    assert session.state.defence is firm

    # a slider on the other page: this one follows, live
    before = names(page)
    window.show_page("sites")
    slider = window.sites_page.rank.board.slider(Criterion.COST)
    slider.setFocus()
    for _ in range(9):
        qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    window.show_page("defend")
    settle(qtbot, session)
    assert session.state.weights[Criterion.COST] > 0.8
    assert names(page) != before
    leader = int(session.state.ranking.site_order.first(1)[0])
    assert names(page)[0] == session.state.ranking.sites[leader].site.name_zh
    cost = next(one.row for one in page.lead.holds.tracks if one.row.code == Criterion.COST)
    assert cost.now == pytest.approx(session.state.weights[Criterion.COST], abs=0.01)

    # the answer to the first question has its door
    card = next(one for one in page.asks.cards if one.fact.fact == "venue")
    opened = []

    def fill(dialog):
        opened.append(dialog._site.id)
        return 0

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(QuoteDialog, "exec", fill)
        click(qtbot, card.button)
    assert opened == [card.fact.site_id]
    assert session.state.selection.site == card.fact.site_id


def test_the_managers_yes_lets_a_place_in_and_undo_takes_it_out(qtbot, window):
    session = window.session
    window.show_page("defend")
    page = window.defend_page
    line = page.lead.out.lines[0]
    place = line.row.id
    columns = session.state.ranking.columns
    assert place in {one.site_id for one in session.state.ranking.excluded}
    assert columns.standing is not None
    assert not columns.standing[columns.of_site[place]]
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        click(qtbot, line.button)
    settle(qtbot, session)
    assert place not in {one.site_id for one in session.state.ranking.excluded}
    assert [one.row.id for one in page.lead.out.lines if one.row.way == "undo"] == [place]
    column = session.state.ranking.columns.of_site[place]
    assert column in session.state.ranking.site_order.index
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        window.menus.actions_by_name["undo"].trigger()
    settle(qtbot, session)
    assert place in {one.site_id for one in session.state.ranking.excluded}
    assert all(one.row.way != "undo" for one in page.lead.out.lines)


def test_another_method_orders_both_pages(qtbot, window):
    session = window.session
    window.show_page("sites")
    before = listed(window)
    window.show_page("defend")
    page = window.defend_page
    button = page.methods.buttons[Method.PROMETHEE]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
    settle(qtbot, session)
    assert session.state.wishes.method is Method.PROMETHEE
    assert page.lead.head._method.isVisible()
    window.show_page("sites")
    assert listed(window) != before
    order = session.state.ranking.site_order.first(20).tolist()
    ids = [session.state.ranking.sites[one].site.id for one in order]
    assert listed(window) == ids
    with qtbot.waitSignal(session.idle, timeout=PATIENCE_MS):
        session.undo()
    settle(qtbot, session)
    assert listed(window) == before
