"""The lists: Qt's own model tester, selection by id through every new order, rows as told."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt

from geo.model import IntExt, Kind, SceneType, SiteColumns, Vocabulary
from gui import theme
from gui.models.city_model import CityModel
from gui.models.coverage import scene_coverage, worst
from gui.models.ranking_model import RankingModel
from gui.models.sets_model import SetsModel
from gui.texts import Coverage, Role
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_delegate import RankingDelegate
from tests.gui.offers import offer, order, ranking, script

GARDEN = SceneType("garden", "园林", "Garden", "g", IntExt.EXT, (), ())
VOCABULARY = Vocabulary({"garden": GARDEN}, {})


def ids(model):
    return [model.index(row).data(Role.ID) for row in range(model.rowCount())]


@pytest.fixture
def model():
    made = RankingModel()
    made.set_ranking(ranking([offer(n) for n in range(8)]), 6)
    return made


def test_qt_finds_no_fault(qtmodeltester, model, qtbot):
    qtmodeltester.check(model, force_py=True)
    cities = CityModel()
    cities.set_ranking(ranking([offer(1)]))
    qtmodeltester.check(cities, force_py=True)
    sets = SetsModel()
    sets.set_script(script(), VOCABULARY)
    qtmodeltester.check(sets, force_py=True)


@given(st.lists(st.floats(0, 1, width=32), min_size=8, max_size=8), st.integers(0, 7))
def test_a_kept_index_follows_its_site(scores, chosen):
    model = RankingModel()
    model.set_ranking(ranking([offer(n) for n in range(8)]), 6)
    kept = QPersistentModelIndex(model.index(chosen))
    site = kept.data(Role.ID)
    model.set_order(order(scores))
    assert kept.data(Role.ID) == site
    assert sorted(ids(model)) == sorted(f"site{n}" for n in range(8))
    best = np.argsort(-np.asarray(scores, np.float32), kind="stable")
    assert ids(model) == [f"site{n}" for n in best]


def test_the_selection_in_a_view_follows_its_site(qtbot, model):
    view = RowsView()
    qtbot.addWidget(view)
    view.show_rows(model, RankingDelegate())
    view.setCurrentIndex(model.index(0))
    model.set_order(order(range(8)))
    assert view.currentIndex().row() == 7
    assert view.currentIndex().data(Role.ID) == "site0"
    assert [one.data(Role.ID) for one in view.selectedIndexes()] == ["site0"]


def test_figures_of_the_same_sites_keep_the_selection(qtbot, model):
    selection = QItemSelectionModel(model)
    selection.select(model.index(2), QItemSelectionModel.SelectionFlag.Select)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.set_ranking(ranking([offer(n, direct=5) for n in range(8)]), 6)
    assert selection.selectedIndexes()[0].data(Role.ROW).direct == 5
    with qtbot.waitSignal(model.modelReset):
        model.set_ranking(ranking([offer(n) for n in range(3)]), 6)
    assert model.rowCount() == 3
    model.set_ranking(None)
    assert model.rowCount() == 0


def test_a_filter_keeps_places_in_the_whole_order(model):
    model.set_filter(np.isin(np.arange(8), (2, 6)))
    assert ids(model) == ["site2", "site6"]
    assert [model.index(row).data(Role.RANK) for row in range(2)] == [3, 7]
    assert not model.index_of("site1").isValid()
    assert model.index_of("site6").row() == 1
    model.set_filter(None)
    assert model.rowCount() == 8


def test_only_an_order_is_taken_when_the_offers_are_the_same(qtbot, model):
    offers = ranking([offer(n) for n in range(8)])
    model.set_ranking(offers, 6)
    row = model.index(0).data(Role.ROW)
    again = ranking(offers.sites, range(8))
    again = type(again)(*(getattr(again, name) for name in again.__slots__))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.set_ranking(again, 6)
    assert model.index(7).data(Role.ROW) is row


def test_the_whole_row_is_told_to_a_screen_reader(model):
    told = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    parts = ["第 1 名", "第0处园林", "吴江区", "可拍 3 场", "代用 1 场", "未知，从 0 起", "估算"]
    assert [part for part in parts if part not in told] == []
    assert "≈" not in told


def test_names_follow_the_language(model, monkeypatch):
    assert model.index(0).data() == "第0处园林"
    monkeypatch.setattr(theme._Now, "lang", "en")
    assert model.index(0).data() == "Garden number 0"


def test_photos_are_those_of_the_catalogue_now(qtbot, model):
    """A photo dropped on a place shows at once: nothing is ranked again for it."""
    told = []
    model.dataChanged.connect(lambda first, last, roles: told.append(list(roles)))
    model.set_photos({"site1": ("a.jpg", "b.jpg")})
    assert told == [[Role.PHOTO]]
    assert model.index(1).data(Role.PHOTO) == "a.jpg"
    assert model.index(2).data(Role.PHOTO) == ""
    model.set_photos({"site1": ("a.jpg", "b.jpg")})
    assert len(told) == 1
    words = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 2)]
    assert "还没有照片" not in words[0]
    assert "还没有照片" in words[1]


def test_cities_say_what_is_missing():
    cities = CityModel()
    cities.set_ranking(ranking([offer(1)]))
    row = cities.index(0).data(Role.ROW)
    assert (row.kind, row.direct, row.total) == (None, 1, 2)
    assert cities.index(0).data(Role.ID) == "苏州"
    assert cities.offer("苏州").covered == ("s0",)


def test_a_direct_place_beats_a_stand_in():
    offers = [offer(1, direct=0, stand_in=3), offer(2, direct=2, stand_in=0, kind=Kind.ICH)]
    had = scene_coverage(script(), SiteColumns(tuple(offers)))
    assert [had[f"s{n}"] for n in range(4)] == [
        Coverage.DIRECT,
        Coverage.DIRECT,
        Coverage.STAND_IN,
        Coverage.NONE,
    ]
    assert worst([Coverage.DIRECT, Coverage.NONE]) is Coverage.NONE
    assert worst([Coverage.DIRECT, Coverage.STAND_IN]) is Coverage.STAND_IN
    assert worst([Coverage.DIRECT, None]) is None
    assert worst([]) is None


def test_sets_count_day_and_night():
    sets = SetsModel()
    sets.set_script(script(), VOCABULARY, scene_coverage(script(), SiteColumns((offer(1),))))
    first, second = sets.rows
    assert (first.scenes, first.int_ext) == (4, IntExt.BOTH)
    assert sum(first.times.values()) == 4
    assert first.needs("zh") == ("园林",)
    assert first.needs("en") == ("Garden",)
    assert (first.coverage, second.coverage) == (Coverage.STAND_IN, Coverage.NONE)
    sets.set_script(script(), None)
    assert sets.rows[0].coverage is None
    assert sets.rows[0].needs("zh") == ("garden",)
