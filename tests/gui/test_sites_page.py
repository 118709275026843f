"""The sites page: list, map and sets in step; the project ranks again; places by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from geo.model import Basis, Criterion, Exposure, Kind, Reason, VenueClass
from gui.pages.fact_fields import make_editor
from gui.pages.quote_dialog import QuoteDialog
from gui.pages.sites import SitesPage
from gui.pages.sites.cities_dialog import CitiesDialog
from gui.pages.sites.import_dialog import ImportDialog
from gui.pages.sites.site_dialog import SiteDialog
from gui.pages.typed import read_degrees
from gui.texts import Role
from tests.gui.stand_in import FIELDS, SITES


@pytest.fixture
def page(desk, shown):
    return shown(SitesPage(desk))


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_row(qtbot, view, index):
    where = view.visualRect(index).topLeft() + QPoint(60, 12)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def names(view):
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def write(picker, text, qtbot):
    picker.setFocus()
    picker.clear()
    picker.insert(text)
    picker.textEdited.emit(picker.text())
    qtbot.keyClick(picker, Qt.Key.Key_Return)


class TestInStep:
    def test_a_fresh_ranking_explains_its_first_place(self, page, desk):
        assert desk.state.selection.site == page.rank.lists.sites.model.index(0).data(Role.ID)
        assert page.rank.detail.view.id == desk.state.selection.site
        assert page.map.map.selected == desk.state.selection.site

    def test_places_that_serve_nothing_are_left_out(self, page):
        assert sorted(names(page.rank.lists.sites.view)) == ["同里影视基地", "耦园"]

    def test_a_row_chooses_on_the_map(self, qtbot, page, desk):
        other = page.rank.lists.sites.model.index(1)
        click_row(qtbot, page.rank.lists.sites.view, other)
        assert desk.state.selection.site == other.data(Role.ID)
        assert page.map.map.selected == other.data(Role.ID)
        assert page.rank.detail.view.id == other.data(Role.ID)

    def test_a_mark_chooses_in_the_list(self, page, desk):
        page.map.map.siteClicked.emit("couple")
        assert desk.state.selection.site == "couple"
        assert page.rank.lists.sites.view.currentIndex().data(Role.ID) == "couple"

    def test_a_set_narrows_the_list_and_a_second_click_lets_it_go(self, qtbot, page, desk):
        garden = page.sets.model.index_of("garden")
        click_row(qtbot, page.sets.view, garden)
        assert names(page.rank.lists.sites.view) == ["耦园"]
        click_row(qtbot, page.sets.view, garden)
        assert desk.state.selection.script_set is None
        assert len(names(page.rank.lists.sites.view)) == 2

    def test_the_focus_alone_chooses_no_set(self, qtbot, page, desk):
        page.sets.view.setFocus()
        assert desk.state.selection.script_set is None

    def test_nothing_found_offers_a_way_out(self, qtbot, page, desk):
        desk.select(script_set="wharf")
        qtbot.waitUntil(page.rank.lists.empty.isVisible)
        page.rank.lists.empty.chosen.emit("all_sets")
        assert page.rank.lists.sites.view.isVisible()

    def test_a_city_narrows_the_list(self, qtbot, page, desk):
        at = page.city.findData("苏州")
        page.city.setCurrentIndex(at)
        page.city.activated.emit(at)
        assert desk.state.selection.city == "苏州"
        assert len(names(page.rank.lists.sites.view)) == 2
        desk.unselect("city")
        assert page.city.currentIndex() == 0

    def test_cities_are_ranked_too(self, qtbot, page, desk):
        click(qtbot, page.rank.ways.button("cities"))
        assert names(page.rank.lists.cities.view) == ["苏州", "绍兴"]
        click_row(qtbot, page.rank.lists.cities.view, page.rank.lists.cities.model.index(1))
        assert page.rank.detail.view.id == "绍兴"


def test_the_left_pane_folds(page):
    wide = page.map.width()
    page.fold_left()
    assert not page.sets.isVisible()
    page.fold_left()
    assert page.sets.isVisible()
    assert page.map.width() == wide


class TestWeights:
    def test_a_slider_reorders_while_it_moves(self, qtbot, page, desk):
        before = names(page.rank.lists.sites.view)
        slider = page.rank.board.slider(Criterion.FIT)
        slider.setFocus()
        for _ in range(14):
            qtbot.keyClick(slider, Qt.Key.Key_PageUp)
        assert desk.state.weights[Criterion.FIT] == pytest.approx(1.0)
        assert names(page.rank.lists.sites.view) == before[::-1]
        assert page.rank.lists.sites.view.currentIndex().data(Role.ID) == desk.state.selection.site

    def test_undo_moves_the_sliders_back(self, qtbot, page, desk):
        click(qtbot, page.rank.board.findChild(type(page.rank.ways)).button("bureau"))
        assert desk.state.weights[Criterion.UPLIFT] > 0.3
        desk.undo()
        assert page.rank.board.shares[Criterion.UPLIFT] == 10

    def test_a_slider_that_moves_nothing_says_so(self, page):
        described = page.rank.board.slider(Criterion.SUBSIDY).accessibleDescription()
        assert "不改先后" in described


def test_a_figure_in_the_list_opens_its_source(qtbot, page):
    page.rank.lists.sites.drawer.figureClicked.emit("tongli", Criterion.COST)
    assert page.rank.detail.popover.isVisible()
    page.rank.detail.popover.hide()


def test_a_hint_leads_to_its_place(qtbot, page, desk):
    hint = Reason("fit_direct", {"count": 2, "site_id": "couple"})
    desk.put(ranking=replace(desk.state.ranking, hints=(hint,)))
    qtbot.waitUntil(page.rank.lists.hints.isVisible)
    click(qtbot, page.rank.lists.hints.buttons[0])
    assert desk.state.selection.site == "couple"


def test_without_a_script_the_places_are_on_the_map(qtbot, page, desk):
    desk.close_script()
    qtbot.waitUntil(page.rank.lists.empty.isVisible)
    assert len(page.map.map.frame.rows if page.map.map.frame else ()) >= 0
    with qtbot.waitSignal(page.script_asked):
        page.rank.lists.empty.chosen.emit("script")


class TestFacts:
    @pytest.fixture
    def panel(self, qtbot, page):
        click(qtbot, page.left_tabs.button("facts"))
        return page.facts

    def test_every_field_has_an_editor_with_a_name(self, panel):
        assert list(panel.editors) == [field.key for field in FIELDS]

    @pytest.mark.parametrize(
        ("key", "typed", "value"),
        [
            ("crew.size", "45", 45),
            ("work.investment_total", "98", 980_000.0),
            ("work.investment_total", "1,200.5", 12_005_000.0),
            ("shoot.start_date", "2027-03-08", date(2027, 3, 8)),
            ("shoot.start_date", "2027/03/08", date(2027, 3, 8)),
            ("shoot.local_day_share", "70%", 0.7),
            ("shoot.main_location", "老城区", "老城区"),
        ],
    )
    def test_what_is_typed_is_said_and_emptied_is_unknown(self, panel, desk, key, typed, value):
        edit = panel.editors[key].edit
        edit.setText(typed)
        edit.editingFinished.emit()
        assert (
            desk.state.facts.get(key) == pytest.approx(value)
            if isinstance(value, float)
            else (desk.state.facts.get(key) == value)
        )
        edit.setText("")
        edit.editingFinished.emit()
        assert desk.state.facts.get(key) is None

    @pytest.mark.parametrize(
        ("key", "typed"),
        [
            ("crew.size", "很多"),
            ("crew.size", "-3"),
            ("crew.size", "nan"),
            ("crew.size", "inf"),
            ("shoot.start_date", "明年"),
            ("shoot.local_day_share", "170"),
        ],
    )
    def test_nonsense_is_not_written_down(self, panel, desk, key, typed):
        edit = panel.editors[key].edit
        edit.setText(typed)
        edit.editingFinished.emit()
        assert desk.state.facts.get(key) is None
        assert edit.toolTip()

    def test_yes_no_and_nobody_knows(self, qtbot, panel, desk):
        key = "producer.first_producer_local"
        segments = panel.editors[key].segments
        assert segments.choice == "unknown"
        for name, value in (("yes", True), ("no", False), ("unknown", None)):
            click(qtbot, segments.button(name))
            assert desk.state.facts.get(key) is value

    def test_a_choice_and_a_city(self, qtbot, panel, desk):
        box = panel.editors["work.orientation"].box
        box.setCurrentIndex(2)
        box.activated.emit(2)
        assert desk.state.facts.get("work.orientation") == "horizontal"
        write(panel.editors["crew.home_city"].picker, "喀什", qtbot)
        assert desk.state.facts.get("crew.home_city") == "喀什地区"
        desk.undo()
        desk.undo()
        assert box.currentIndex() == 0

    def test_a_fact_ranks_again(self, panel, desk, stand_in):
        before = stand_in.count("rank")
        panel.editors["crew.size"].edit.setText("45")
        panel.editors["crew.size"].edit.editingFinished.emit()
        assert stand_in.count("rank") == before + 1

    @pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_what_is_shown_is_read_back_as_the_same(self, qtbot, field, lang):
        values = {
            "int": 45, "float": 980_000.0, "share": 0.7, "bool": True, "date": date(2027, 3, 8),
            "choice": "vertical", "text": "老城区", "city": "喀什地区",
        }  # fmt: skip
        editor = make_editor(field, lang, ())
        qtbot.addWidget(editor)
        said = []
        editor.said.connect(said.append)
        editor.show_value(values[field.type])
        if hasattr(editor, "edit"):
            editor.edit.editingFinished.emit()
        assert said == []


class TestByHand:
    @pytest.fixture
    def dialog(self, desk, shown):
        return shown(SiteDialog(desk), 560, 520)

    def test_name_and_county_are_enough(self, qtbot, dialog, desk, stand_in):
        assert not dialog.add_button.isEnabled()
        dialog.name.setText("老洋房")
        write(dialog.area, "喀什", qtbot)
        write(dialog.scenes, "总裁", qtbot)
        click(qtbot, dialog.add_button)
        _, told, datum = next(one for one in stand_in.asked if one[0] == "settle_site")
        assert datum == "wgs84"
        assert (told.name_zh, told.kind, told.venue_class) == (
            "老洋房",
            Kind.COMMUNITY,
            VenueClass.ROOM,
        )
        assert told.coord_basis == "district_centroid"
        assert told.coord_uncertainty_m >= 15_000
        assert [(one.scene_type, one.exposure) for one in told.scene_types] == [
            ("ceo_office", Exposure.INSIDE)
        ]
        assert desk.state.site(desk.state.selection.site).name_zh == "老洋房"

    def test_a_point_with_its_datum_and_a_price(self, qtbot, dialog, stand_in):
        dialog.name.setText("别墅")
        dialog.point.setText("31.30, 120.60")
        dialog.datum.setCurrentIndex(1)
        dialog.prices.rows[0].amount.setText("6,000")
        click(qtbot, dialog.add_button)
        _, told, datum = next(one for one in stand_in.asked if one[0] == "settle_site")
        assert datum == "gcj02"
        assert (told.lat, told.lon, told.coord_basis) == (31.3, 120.6, "source")
        assert (told.hires[0].amount, told.hires[0].basis) == (6000.0, Basis.QUOTED)

    @pytest.mark.parametrize(("field", "text"), [("point", "苏州"), ("price", "面议")])
    def test_nonsense_cannot_be_added(self, qtbot, dialog, field, text):
        dialog.name.setText("别墅")
        write(dialog.area, "吴江", qtbot)
        assert dialog.add_button.isEnabled()
        edit = dialog.point if field == "point" else dialog.prices.rows[0].amount
        edit.setText(text)
        assert not dialog.add_button.isEnabled()

    def test_a_click_on_the_map_gives_the_point(self, qtbot, page):
        page.add_site()
        dialog = page.findChild(SiteDialog)
        click(qtbot, dialog.map_button)
        assert not dialog.isVisible()
        view = page.map.map
        where = QPoint(view.width() // 2, view.height() // 2)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)
        lon, lat = view.camera.degrees(where.x(), where.y())
        assert read_degrees(dialog.point.text()) == pytest.approx((lat, lon), abs=1e-4)
        dialog.reject()

    def test_esc_gives_the_map_back(self, qtbot, page):
        taken = []
        page.map.pick_point(lambda *at: taken.append(at))
        qtbot.keyClick(page.map.map, Qt.Key.Key_Escape)
        qtbot.mouseClick(page.map.map, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
        assert taken == []

    @given(
        lat=st.floats(4, 53.5, allow_nan=False), lon=st.floats(74, 135, allow_nan=False),
        apart=st.sampled_from([", ", ",", "，", " ", "\t"]), turned=st.booleans(),
    )  # fmt: skip
    def test_degrees_of_china_are_read_either_way_round(self, lat, lon, apart, turned):
        pair = (lon, lat) if turned else (lat, lon)
        text = apart.join(f"{one:.6f}" for one in pair)
        assert read_degrees(text) == pytest.approx((round(lat, 6), round(lon, 6)))

    @pytest.mark.parametrize("text", ["", "31.2", "北纬三十一度", "200, 300", "31,"])
    def test_what_is_no_pair_is_none(self, text):
        assert read_degrees(text) is None


class TestOtherForms:
    def test_a_price_is_kept_with_who_and_when(self, qtbot, desk, shown):
        dialog = shown(QuoteDialog(desk, SITES[0]), 460, 260)
        assert not dialog.keep_button.isEnabled()
        dialog.amount.setText("6,000")
        dialog.who.setText("陆经理")
        dialog.when.setText("昨天")
        assert not dialog.keep_button.isEnabled()
        dialog.when.setText("2026-11-21")
        click(qtbot, dialog.per.button("hour"))
        click(qtbot, dialog.keep_button)
        [hire] = desk.state.site("tongli").hires
        assert (hire.amount, hire.per, hire.who, hire.date) == (
            6000.0,
            "hour",
            "陆经理",
            "2026-11-21",
        )

    def test_the_datum_must_be_said(self, qtbot, desk, shown, stand_in, tmp_path):
        dialog = shown(ImportDialog(desk, tmp_path / "places.csv"), 540, 260)
        assert not dialog.import_button.isEnabled()
        click(qtbot, dialog.datums.button(1))
        click(qtbot, dialog.import_button)
        assert ("import_sites", tmp_path / "places.csv", "gcj02") in stand_in.asked
        assert desk.state.site("kashgar") is not None

    def test_other_cities_can_be_ranked(self, qtbot, desk, shown):
        dialog = shown(CitiesDialog(desk), 520, 300)
        assert dialog.boxes["苏州"].isChecked()
        click(qtbot, dialog.boxes["苏州"])
        click(qtbot, dialog.rank_button)
        assert desk.state.cities == ("绍兴",)

    def test_no_city_at_all_cannot_be_ranked(self, qtbot, desk, shown):
        dialog = shown(CitiesDialog(desk), 520, 300)
        for box in dialog.boxes.values():
            box.setChecked(False)
        assert not dialog.rank_button.isEnabled()


def test_photos_of_a_place(desk, page, stand_in, snap):
    desk.add_photos("tongli", [snap("门口.jpg")])
    assert desk.state.site("tongli").photos == ("门口.jpg",)
