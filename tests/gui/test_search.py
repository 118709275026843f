"""Searching as one types: what is found and why, parts to drop, only these, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from geo.errors import CatalogueError
from geo.model import Excluded, Found, Hit, Must, MustCode, Reason, Term, Understood
from gui.session import without
from gui.session.listed import Listed
from gui.task import InstantPool
from gui.texts import Role
from gui.window import build_window
from tests.gui.conftest import ASSETS
from tests.gui.stand_in import SITES

CTRL = Qt.KeyboardModifier.ControlModifier
HERE = {one.id: one for one in SITES}


def part(written, term=Term.NAME):
    return Understood(term, written, Reason("said", {"text": written}))


class Waiting:
    """A pool whose jobs run when they are let."""

    def __init__(self):
        self.jobs = []

    def start(self, work):
        self.jobs.append(work)

    def run(self):
        jobs, self.jobs = self.jobs, []
        for work in jobs:
            work()

    def run_all(self):
        while self.jobs:
            self.run()


@pytest.fixture
def pool():
    return InstantPool()


@pytest.fixture
def window(qtbot, qapp, tmp_path, stand_in, pool):
    made = build_window(ASSETS, tmp_path, actions=stand_in, pool=pool)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.begin()
    made.read(Path("一曲姑苏.txt"))
    made.session.take_preview()
    yield made
    made.close()


@pytest.fixture
def box(window):
    window.top.search.edit.setFocus()
    return window.top.search


@pytest.fixture
def finds(stand_in, monkeypatch):
    """Say what a query is to find; anything else finds nothing. Answers are (terms, site ids)."""
    known = {}

    def search(ws, query, facts):
        stand_in.asked.append(("search", query))
        yield from ()
        terms, ids = known.get(query, ((), ()))
        return Found(query, tuple(terms), tuple(Hit(one, 1.0, (Reason("why"),)) for one in ids))

    monkeypatch.setattr(stand_in, "search", search)
    return known


def rows(box):
    return [row.key for row in box.popup.list.rows.rows]


def listed(window):
    model = window.sites_page.rank.lists.sites.model
    return sorted(model.index(row, 0).data(Role.ID) for row in range(model.rowCount()))


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


class TestTyping:
    def test_every_keystroke_asks_and_shows(self, qtbot, box, stand_in):
        box.edit.setText("耦")
        assert rows(box) == ["site:couple"]
        assert box.popup.isVisible()
        box.edit.setText("耦园没有")
        assert ("search", "耦") in stand_in.asked
        assert ("search", "耦园没有") in stand_in.asked
        assert rows(box) == []

    def test_the_sets_of_the_script_come_first(self, box):
        box.edit.setText("评弹")
        assert rows(box) == ["set:house"]
        box.edit.setText("")
        assert not box.is_open

    def test_a_row_tells_where_and_why_and_which_part_was_typed(self, box, finds):
        finds["园"] = ((part("园"),), ("couple",))
        box.edit.setText("园")
        row = next(one for one in box.popup.list.rows.rows if one.key == "site:couple")
        assert row.name[slice(*row.strong)] == "园"
        assert "苏州" in row.where
        assert row.why == "why"
        assert row.spoken().startswith(row.name)

    def test_many_are_counted_not_listed(self, box, finds, window):
        window.session.put(
            sites=Listed(replace(SITES[0], id=f"s{at}", name_zh=f"园{at}") for at in range(40))
        )
        finds["园"] = ((part("园"),), [f"s{at}" for at in range(40)])
        box.edit.setText("园")
        assert sum(row.key.startswith("site:") for row in box.popup.list.rows.rows) == 12
        assert "28" in box.popup.answers.more
        assert "40" in box.popup.only.text()

    def test_no_place_is_looked_at_that_was_not_found(self, box, finds, window):
        class Watched(Listed):
            """Notes when somebody goes through all places."""

            walks = 0

            def __iter__(self):
                Watched.walks += 1
                return super().__iter__()

        window.session.put(sites=Watched(SITES))
        assert window.session.state.site("couple") is not None
        before = Watched.walks
        finds["园"] = ((part("园"),), ("couple",))
        box.edit.setText("园")
        assert "site:couple" in rows(box)
        assert Watched.walks == before

    def test_the_best_is_pointed_at_unless_one_walked(self, qtbot, box, finds):
        finds["y"] = ((part("y"),), ("couple", "tongli"))
        finds["yu"] = ((part("yu"),), ("tongli", "couple"))
        found = lambda: box.popup.list.current.key  # noqa: E731
        box.edit.setText("y")
        assert found() == "site:couple"
        box.edit.setText("yu")
        assert found() == "site:tongli"
        qtbot.keyClick(box.edit, Qt.Key.Key_Down)
        assert found() == "site:couple"
        box.edit.setText("y")
        assert found() == "site:couple"

    def test_only_these_leads_to_the_list(self, qtbot, box, finds, window):
        finds["园"] = ((part("园"),), ("couple",))
        box.edit.setText("园")
        click(qtbot, box.popup.only)
        assert window.sites_page.rank.lists.shown.view.hasFocus()

    def test_the_focus_stays_where_one_types(self, qtbot, box):
        qtbot.keyClicks(box.edit, "co")
        assert QApplication.focusWidget() is box.edit
        click(qtbot, box.popup.list.viewport())
        assert QApplication.focusWidget() is box.edit

    def test_an_input_method_is_not_disturbed(self, box, stand_in):
        box.edit.setText("园")
        box.close_popup()
        asked = stand_in.count("search")
        composing = QInputMethodEvent("tong'li", [])
        QApplication.sendEvent(box.edit, composing)
        assert not box.is_open
        assert stand_in.count("search") == asked
        settled = QInputMethodEvent()
        settled.setCommitString("同里")
        QApplication.sendEvent(box.edit, settled)
        assert stand_in.asked[-1] == ("search", "园同里")

    def test_what_can_be_typed_is_told_as_far_as_it_fits(self, box):
        texts = set()
        for width in (200, 330):
            box.setFixedWidth(width)
            box.layout().activate()
            QApplication.processEvents()
            told = box.edit.placeholderText()
            assert box.edit.fontMetrics().horizontalAdvance(told) <= box.edit.width()
            texts.add(told)
        assert len(texts) == 2


class TestKeys:
    def test_ctrl_k_comes_and_enter_takes_the_first(self, qtbot, window):
        window.stage.setFocus()
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
        edit = window.top.search.edit
        assert QApplication.focusWidget() is edit
        edit.setText("耦园")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        assert window.sites_page.isVisible()
        assert window.session.state.selection.site == "couple"
        assert edit.text() == ""
        assert not window.top.search.is_open
        assert window.session.state.found is None

    def test_arrows_choose_and_the_reader_hears_it(self, qtbot, window, box, finds):
        finds["su"] = ((part("su"),), tuple(HERE))
        box.edit.setText("su")
        first, second = rows(box)[:2]
        heard = box.edit.accessibleDescription()
        qtbot.keyClick(box.edit, Qt.Key.Key_Down)
        assert box.popup.list.current.key == second
        assert box.edit.accessibleDescription() != heard
        qtbot.keyClick(box.edit, Qt.Key.Key_Up)
        assert box.popup.list.current.key == first
        qtbot.keyClick(box.edit, Qt.Key.Key_PageDown)
        assert box.popup.list.current.key == rows(box)[-1]
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
        assert window.session.state.selection.site == rows(box)[-1].partition(":")[2]

    def test_escape_goes_back_step_by_step(self, qtbot, box):
        box.edit.setText("耦园")
        qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
        assert not box.is_open
        assert box.edit.text() == "耦园"
        qtbot.keyClick(box.edit, Qt.Key.Key_Down)
        assert box.is_open
        for _ in range(2):
            qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
        assert box.edit.text() == ""

    def test_tab_goes_through_parts_and_buttons(self, qtbot, box, finds):
        finds["苏州 园"] = ((part("苏州", Term.CITY), part("园")), ("couple",))
        box.edit.setText("苏州 园")
        popup = box.popup
        stops = []
        for _ in range(3):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            stops.append(QApplication.focusWidget())
        assert stops == [popup.chips[0].cross, popup.chips[1].cross, popup.only]
        assert popup.isVisible()
        qtbot.keyClick(popup.only, Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is box.edit
        assert not box.is_open

    def test_a_set_is_found_too(self, qtbot, window, box):
        box.edit.setText("书场")
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
        assert window.session.state.selection.script_set == "house"


class TestPutAway:
    @pytest.fixture
    def open_box(self, box):
        box.edit.setText("耦园")
        assert box.is_open
        return box

    def test_another_page(self, window, open_box):
        window.show_page("sites")
        assert not open_box.is_open

    def test_a_dialog(self, qtbot, window, open_box):
        dialog = QDialog(window)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not open_box.is_open)
        dialog.close()

    def test_a_press_elsewhere(self, qtbot, window, open_box):
        qtbot.mousePress(window.status, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert not open_box.is_open

    def test_a_press_inside_leaves_it(self, qtbot, open_box):
        qtbot.mousePress(open_box.popup, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        assert open_box.is_open

    def test_another_size(self, window, open_box):
        window.resize(1300, 800)
        QApplication.sendPostedEvents(window, QEvent.Type.Resize)
        assert not open_box.is_open

    @pytest.mark.parametrize("size", [(1366, 768), (1024, 640)])
    def test_it_stays_inside_the_window(self, window, box, finds, size):
        window.resize(*size)
        window.session.put(sites=Listed(replace(SITES[0], id=f"s{at}") for at in range(40)))
        finds["园"] = ((part("园"),), [f"s{at}" for at in range(40)])
        box.edit.setText("园")
        assert window.rect().contains(box.popup.geometry())
        assert box.popup.rect().contains(box.popup.only.mapTo(box.popup, QPoint(0, 0)))


class TestLate:
    """Answers that take their time."""

    @pytest.fixture
    def pool(self):
        return Waiting()

    @pytest.fixture
    def window(self, qtbot, qapp, tmp_path, stand_in, pool):
        made = build_window(ASSETS, tmp_path, actions=stand_in, pool=pool)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        made.begin()
        pool.run_all()
        yield made
        made.close()

    def test_enter_waits_for_the_answer_to_what_stands_there(self, qtbot, window, box, pool):
        box.edit.setText("同里")
        pool.run()
        box.edit.setText("耦园")
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
        assert window.session.state.selection.site is None
        pool.run()
        assert window.session.state.selection.site == "couple"
        # a window that closes waits for what it asked
        pool.run_all()

    def test_the_newest_wins_and_what_was_put_away_stays_away(self, qtbot, window, box, pool):
        box.edit.setText("同里")
        box.edit.setText("耦园")
        pool.run()
        assert rows(box) == ["site:couple"]
        box.edit.setText("同里")
        qtbot.keyClick(box.edit, Qt.Key.Key_Escape)
        pool.run()
        assert not box.is_open
        pool.run_all()


class TestParts:
    def test_what_was_understood_can_be_dropped(self, qtbot, box, finds):
        terms = (part("苏州", Term.CITY), part("园林", Term.SCENE_TYPE))
        finds["苏州 园林"] = (terms, ("couple",))
        finds["苏州"] = (terms[:1], tuple(HERE))
        box.edit.setText("苏州 园林")
        chips = box.popup.chips
        assert len(chips) == 2
        assert chips[1].cross.accessibleName()
        click(qtbot, chips[1].cross)
        assert box.edit.text() == "苏州"
        assert len(box.popup.chips) == 1
        assert QApplication.focusWidget() is box.edit
        assert box.is_open

    def test_a_name_alone_is_no_part(self, box, finds):
        finds["园"] = ((part("园"),), ("couple",))
        box.edit.setText("园")
        assert box.popup.chips == []

    def test_nothing_found_says_what_would_be_without_a_part(self, qtbot, box, finds):
        terms = (part("园林", Term.SCENE_TYPE), part("同里30公里内", Term.NEAR))
        finds["园林 同里30公里内"] = (terms, ())
        finds["园林"] = (terms[:1], ("couple", "tongli"))
        finds["同里30公里内"] = (terms[1:], ("tongli",))
        box.edit.setText("园林 同里30公里内")
        ways = box.popup.ways
        assert ["2" in ways[0].text(), "1" in ways[1].text()] == [True, True]
        click(qtbot, ways[0])
        assert box.edit.text() == "园林"
        assert len(rows(box)) == 2

    def test_nothing_at_all_offers_to_add_the_place(self, qtbot, window, box, finds):
        box.edit.setText("没有的地方")
        assert box.popup.answers.none
        heard = []
        window.sites_page.add_site = lambda: heard.append("add")
        click(qtbot, box.popup.ways[-1])
        assert heard == ["add"]
        assert not box.is_open

    def test_a_search_that_fails_leaves_no_older_answer(self, qtbot, window, box, stand_in):
        box.edit.setText("耦园")

        def broken(ws, query, facts):
            raise CatalogueError("catalogue_locked")
            yield

        stand_in.search = broken
        box.edit.setText("耦园x")
        assert window.session.state.found is None
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
        assert window.session.state.selection.site is None

    @given(st.lists(st.text("苏州园林ab1", min_size=1, max_size=4), min_size=2, max_size=4))
    def test_a_part_goes_once_and_the_rest_stays(self, words):
        query = " ".join(words)
        for at, word in enumerate(words):
            rest = without(query, part(word))
            first = words.index(word)
            assert rest.split() == words[:first] + words[first + 1 :], (at, word)

    def test_a_part_goes_out_of_what_was_written_in_one(self):
        assert without("苏州园林", part("苏州")) == "园林"
        assert without("Suzhou garden", part("SUZHOU")) == "garden"
        assert without("苏州", part("杭州")) == "苏州"


class TestOnly:
    @pytest.fixture
    def narrowed(self, qtbot, window, box, finds):
        finds["耦"] = ((part("耦"),), ("couple",))
        window.show_page("sites")
        box.edit.setFocus()
        box.edit.setText("耦")
        click(qtbot, box.popup.only)
        return window

    def test_list_and_map_show_only_these(self, narrowed):
        page = narrowed.sites_page
        assert listed(narrowed) == ["couple"]
        sites = page.map.map._scene.sites
        assert [sites.ids[row] for row in sites.only.nonzero()[0]] == ["couple"]
        assert "耦" in page.rank.lists.notes.chip.words
        assert page.rank.lists.notes.isVisible()
        assert page.map.only.isVisible()
        assert narrowed.top.search.edit.text() == "耦"

    def test_another_language_leaves_the_map_where_it_looks(self, narrowed):
        view = narrowed.sites_page.map.map
        before = view.camera
        narrowed.speak("en")
        QApplication.sendPostedEvents()
        assert view.camera == before

    def test_each_cross_leads_back(self, qtbot, narrowed):
        page = narrowed.sites_page
        page.rank.lists.sites.view.setFocus()
        click(qtbot, page.rank.lists.notes.chip.cross)
        assert narrowed.session.state.only is None
        assert listed(narrowed) == ["couple", "tongli"]
        assert page.map.map._scene.sites.only is None
        assert not page.map.only.isVisible()
        assert narrowed.top.search.edit.text() == ""

    def test_escape_in_the_field_leads_back(self, qtbot, narrowed):
        qtbot.keyClick(narrowed.top.search.edit, Qt.Key.Key_Escape)
        assert narrowed.session.state.only is None
        assert len(listed(narrowed)) == 2

    def test_the_map_looks_at_what_was_found_and_back(self, qtbot, narrowed):
        page = narrowed.sites_page
        near = page.map.map.camera
        x, y = near.pixels(*([value] for value in (HERE["couple"].lon, HERE["couple"].lat)))
        assert 0 < float(x[0]) < near.width
        assert 0 < float(y[0]) < near.height
        click(qtbot, page.map.only.cross)
        assert page.map.map.camera.zoom < near.zoom

    def test_a_place_outside_lets_the_narrowing_go(self, qtbot, narrowed, finds):
        box = narrowed.top.search
        finds["同里"] = ((part("同里"),), ("tongli",))
        box.edit.setFocus()
        box.edit.setText("同里")
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
        assert narrowed.session.state.only is None
        assert narrowed.session.state.selection.site == "tongli"
        assert len(listed(narrowed)) == 2

    def test_a_place_inside_keeps_it(self, qtbot, narrowed, finds):
        box = narrowed.top.search
        finds["耦园"] = ((part("耦园"),), ("couple",))
        box.edit.setFocus()
        box.edit.setText("耦园")
        qtbot.keyClick(box.edit, Qt.Key.Key_Return)
        assert narrowed.session.state.only.query == "耦"
        assert box.edit.text() == "耦"
        assert listed(narrowed) == ["couple"]

    def test_found_but_not_ranked_says_where_it_went(self, qtbot, narrowed):
        lists = narrowed.sites_page.rank.lists
        far = replace(SITES[0], id="far", name_zh="远处")
        narrowed.session.put(sites=Listed((*narrowed.session.state.sites, far)))
        narrowed.session.show_only(Found("远", (), (Hit("far", 1.0),)))
        assert lists.notes.counts.elsewhere == 1
        assert "cities" in lists.notes.ways
        assert lists.empty.isVisible()
        lists.empty.chosen.emit("all")
        assert len(listed(narrowed)) == 2
        assert not lists.notes.isVisible()


class TestLeftOut:
    @pytest.fixture
    def lists(self, window):
        window.show_page("sites")
        return window.sites_page.rank.lists

    def test_excluded_places_are_counted_and_lead_to_the_reasons(self, qtbot, window, lists):
        ranking = window.session.state.ranking
        out = next(one.site for one in ranking.sites if one.site.id == "couple")
        column = ranking.columns.of_site["couple"]
        order = ranking.site_order
        kept = type(order)(order.index[order.index != column], order.scores)
        gone = excluded(out.id, "must_price")
        window.session.put(ranking=replace(ranking, excluded=(gone,), site_order=kept))
        assert listed(window) == ["tongli"]
        assert "1" in lists.notes.ways["reasons"].parent().findChild(QLabel).text()
        with qtbot.waitSignal(lists.page_asked) as told:
            click(qtbot, lists.notes.ways["reasons"])
        assert told.args == ["defend"]

    def test_must_haves_that_leave_nothing_can_be_loosened(self, qtbot, window, lists):
        musts = (Must(MustCode.STAGE), Must(MustCode.PRICE, 3000))
        window.session.set_musts(musts)
        ranking = window.session.state.ranking
        nothing = type(ranking.site_order)(ranking.site_order.index[:0], ranking.site_order.scores)
        gone = tuple(excluded(one.site.id, "must_stage") for one in ranking.sites)
        window.session.put(
            ranking=replace(ranking, excluded=gone, site_order=nothing, wishes=replace(
                ranking.wishes, musts=musts))
        )  # fmt: skip
        qtbot.waitUntil(lists.empty.isVisible)
        told = lists.empty.accessibleDescription()
        assert str(len(gone)) in told
        assert "3000" in told.replace(",", "")
        lists.empty.chosen.emit("drop_must")
        assert window.session.state.wishes.musts == musts[:1]

    def test_what_was_not_priced_is_told(self, window, lists):
        assert not lists.notes.isVisible()
        ranking = window.session.state.ranking
        other = replace(ranking, sites=(*ranking.sites,)[:-1] + ranking.sites[-1:], unpriced=90_000)
        window.session.put(ranking=other)
        assert "90,000" in " ".join(one.text() for one in lists.notes.findChildren(QLabel))


def excluded(site_id, code):
    return Excluded(site_id, (Reason(code),))


class TestHints:
    def test_the_first_is_shown_and_the_rest_folds_out(self, qtbot, window):
        window.show_page("sites")
        strip = window.sites_page.rank.lists.hints
        hints = tuple(Reason("fit_direct", {"count": at, "site_id": "couple"}) for at in range(3))
        window.session.put(rested=replace(window.session.state.ranking, hints=hints))
        assert [one.isVisible() for one in strip.texts] == [True, False, False]
        assert "2" in strip.more.text()
        click(qtbot, strip.more)
        assert all(one.isVisible() for one in strip.texts)
        # a slider moves: same hints with other figures stay folded out
        moved = tuple(replace(one, values={**one.values, "count": 9}) for one in hints)
        window.session.put(rested=replace(window.session.state.ranking, hints=moved))
        assert all("9" in one.text() and one.isVisible() for one in strip.texts)
        click(qtbot, strip.buttons[2])
        assert window.session.state.selection.site == "couple"

    def test_those_left_out_are_told_over_the_list_alone(self, window):
        window.show_page("sites")
        lists = window.sites_page.rank.lists
        hint = Reason("sites_excluded", {"n": 1, "sites": "耦园", "sites_en": "x"})
        window.session.put(rested=replace(window.session.state.ranking, hints=(hint,)))
        assert not lists.hints.isVisible()


def test_a_site_is_found_by_its_id_in_the_present_catalogue(desk):
    assert desk.state.site("couple").id == "couple"
    assert desk.state.site(None) is None
    desk.put(sites=Listed())
    assert desk.state.site("couple") is None
