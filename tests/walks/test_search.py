"""A place is found by what one types, with the real catalogue and real threads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from geo.model import Term
from gui.texts import Role
from tests.walks.test_window import ASSETS, PATIENCE_MS, click, opened

SAMPLE = ASSETS / "samples" / "yiqu_gusu.fdx"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def window(qtbot, data):
    made = opened(qtbot, data)
    with qtbot.waitSignal(made.session.idle, timeout=PATIENCE_MS):
        made.session.take_in(SAMPLE)
    # idle may come between the reading and the ranking
    qtbot.waitUntil(lambda: made.session.state.ranking is not None, timeout=PATIENCE_MS)
    made.show_page("sites")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def type_in(qtbot, window, text):
    """Type as hands do, key by key; Han characters come from an input method, at once."""
    box, session = window.top.search, window.session
    box.edit.clear()
    if text.isascii():
        qtbot.keyClicks(box.edit, text)
    else:
        box.edit.insert(text)
    answered = lambda: session.state.found is not None and session.state.found.query == text  # noqa: E731
    qtbot.waitUntil(answered, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not session.state.is_busy("wider"), timeout=PATIENCE_MS)
    return session.state.found


def names(window, found):
    return [window.session.state.site(hit.site_id).name_zh for hit in found.hits]


def listed(window):
    model = window.sites_page.rank.lists.sites.model
    return {model.index(row, 0).data(Role.ID) for row in range(model.rowCount())}


def test_a_scout_finds_narrows_and_comes_back(qtbot, window):
    session, box = window.session, window.top.search
    every = listed(window)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert QApplication.focusWidget() is box.edit

    # two letters of the sound are enough
    found = type_in(qtbot, window, "tl")
    assert any("同里" in name for name in names(window, found))
    assert box.is_open
    assert all(row.why for row in box.popup.list.rows.rows if row.kind is not None)

    # what was understood stands above as parts, and the list and the map show only these
    found = type_in(qtbot, window, "苏州 园林")
    assert {one.term for one in found.terms} >= {Term.CITY, Term.SCENE_TYPE}
    assert len(box.popup.chips) == len(found.terms)
    click(qtbot, box.popup.only)
    wanted = {hit.site_id for hit in found.hits}
    assert listed(window) == wanted & every
    assert listed(window)
    sites = window.sites_page.map.map._scene.sites
    assert {sites.ids[row] for row in sites.only.nonzero()[0]} == wanted
    assert {session.state.site(one).city_zh for one in wanted} == {"苏州"}

    # and the way back
    click(qtbot, window.sites_page.map.only.cross)
    assert session.state.only is None
    assert listed(window) == every

    # a part too many: what is found without it is offered
    box.edit.setFocus()
    found = type_in(qtbot, window, "成都 园林 同里5公里内")
    assert found.hits == ()
    assert session.state.wider
    best = session.state.wider[0]
    click(qtbot, box.popup.ways[0])
    assert box.edit.text() == best.query
    qtbot.waitUntil(lambda: len(session.state.found.hits) == best.count, timeout=PATIENCE_MS)

    # Enter shows the first
    type_in(qtbot, window, "tongli")
    first = box.popup.list.current.key.partition(":")[2]
    qtbot.keyClick(box.edit, Qt.Key.Key_Return)
    assert session.state.selection.site == first
    assert window.sites_page.map.map.selected == first
    assert not box.is_open


def test_a_place_that_is_not_ranked_is_found_all_the_same(qtbot, window):
    session, box = window.session, window.top.search
    box.edit.setFocus()
    found = type_in(qtbot, window, "横店")
    far = next(
        hit for hit in found.hits if hit.site_id not in session.state.ranking.columns.of_site
    )
    click(qtbot, box.popup.only)
    notes = window.sites_page.rank.lists.notes
    assert notes.counts.elsewhere >= 1
    assert "cities" in notes.ways
    window.show_site(far.site_id)
    assert window.sites_page.map.map.selected == far.site_id
    assert window.sites_page.rank.detail.view.id == far.site_id
