"""A place of the catalogue put right: the untouched stays, the changed is told, all comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from geo.catalogue.seed import read_seed
from geo.model import Basis, Exposure, Hire, SiteScene, VenueClass
from gui.pages.sites import SitesPage
from gui.pages.sites.explained import price_words
from gui.pages.sites.site_dialog import SiteDialog
from gui.pages.start_page import StartPage
from gui.pages.typed import read_day, read_number, write_number
from gui.session import Session
from gui.task import InstantPool
from gui.window.notes import Notes
from tests.gui.stand_in import FIELDS, SITES

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PUBLISHED = Hire(8800, "day", Basis.PUBLISHED, "基地官网", "2026-03")
RICH = replace(
    SITES[0],
    hires=(PUBLISHED, Hire(300, "hour", Basis.QUOTED, "陆经理", "2026-11-20")),
    eras=("republican",),
    ticket_cny=0.0,
    annual_visitors=1_200_000,
    annual_visitors_year=2025,
    notes_zh="老街",
    venue_class=VenueClass.INDOOR_BASE,
    photos=("门口.jpg",),
    known_productions=("某剧",),
    closed_weekdays=(0, 2),
)


@pytest.fixture
def rich(desk, stand_in):
    stand_in.sites_kept[RICH.id] = RICH
    desk.put(sites=stand_in.list_sites(None))
    return desk


@pytest.fixture
def form(rich, shown):
    return shown(SiteDialog(rich, site=RICH), 760, 700)


@pytest.fixture
def page(desk, shown):
    return shown(SitesPage(desk))


@pytest.fixture
def notes(desk, shown):
    return shown(Notes(desk), 900, 120)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press_way(qtbot, notes, text):
    [strip] = notes.strips.values()
    click(qtbot, next(button for button in strip._buttons if button.text() == text))


class TestRoundTrip:
    def test_an_untouched_form_says_what_was_known(self, form):
        assert form.make_site() == replace(RICH, by_hand=True)

    def test_so_it_does_for_places_that_ship(self, qtbot, desk):
        shipped = read_seed(ASSETS / "catalogue")
        wrong = []
        for site in shipped[::9]:
            form = SiteDialog(desk, site=site)
            qtbot.addWidget(form)
            if form.make_site() != replace(site, by_hand=True):
                wrong.append(site.id)
        assert len(shipped) > 300
        assert wrong == []

    @given(st.floats(0, 1e9, allow_nan=False).map(lambda value: round(value, 2)))
    def test_numbers_are_read_as_they_are_written(self, value):
        assert read_number(write_number(value)) == pytest.approx(value, rel=1e-9)

    @pytest.mark.parametrize(
        ("text", "value"), [("", None), ("6，000", 6000), ("120 万", 1_200_000), ("0", 0)]
    )
    def test_people_write_numbers_in_their_own_way(self, text, value):
        assert read_number(text) == value

    @pytest.mark.parametrize("text", ["面议", "-1", "nan", "inf", "万", "1e99"])
    def test_what_is_no_number_is_refused(self, text):
        with pytest.raises(ValueError, match=r".*"):
            read_number(text)

    @pytest.mark.parametrize(
        ("text", "day"), [("2026/11/20", "2026-11-20"), ("2026-11", "2026-11"), ("", "")]
    )
    def test_days_months_and_years_are_days(self, text, day):
        assert read_day(text) == day

    @pytest.mark.parametrize("text", ["昨天", "2026-13", "26-11-20"])
    def test_what_is_no_day_is_refused(self, text):
        with pytest.raises(ValueError, match=r".*"):
            read_day(text)


class TestEdits:
    def keep(self, qtbot, form, desk):
        click(qtbot, form.add_button)
        return desk.state.site(RICH.id)

    def test_what_the_form_does_not_show_stays(self, qtbot, form, rich):
        form.name.setText("同里摄制基地")
        form.more.notes.setPlainText("新备注")
        kept = self.keep(qtbot, form, rich)
        same = replace(RICH, name_zh="同里摄制基地", notes_zh="新备注", by_hand=True)
        assert kept == same
        assert kept.sources == RICH.sources

    def test_a_new_figure_is_told_not_published(self, qtbot, form, rich):
        first, second = form.prices.rows
        assert [row.hire().basis for row in (first, second)] == [Basis.PUBLISHED, Basis.QUOTED]
        first.amount.setText("9,500")
        first.who.setText("局里")
        click(qtbot, second.remove)
        kept = self.keep(qtbot, form, rich)
        assert kept.hires == (Hire(9500, "day", Basis.QUOTED, "局里", "2026-03"),)

    def test_a_price_for_the_whole_base(self, qtbot, form, rich):
        click(qtbot, form.prices.add_button)
        row = form.prices.rows[-1]
        row.amount.setText("2 万")
        row.per.setCurrentIndex(row.per.findData("base_day"))
        kept = self.keep(qtbot, form, rich)
        assert (kept.hires[-1].amount, kept.hires[-1].per) == (20_000, "base_day")
        words = price_words(kept.hires[-1:], "zh")
        assert words.startswith("整个基地")
        assert "2 万元/天" in words

    def test_closing_days_are_pressed_and_let_go(self, qtbot, form, rich):
        row = form.more.closed
        assert [day.isChecked() for day in row.days] == [True, False, True] + [False] * 4
        click(qtbot, row.days[2])
        click(qtbot, row.days[6])
        assert self.keep(qtbot, form, rich).closed_weekdays == (0, 6)

    def test_open_every_day_is_not_the_same_as_unknown(self, qtbot, form):
        row = form.more.closed
        click(qtbot, row.daily)
        assert form.make_site().closed_weekdays == ()
        click(qtbot, row.daily)
        assert form.make_site().closed_weekdays is None
        click(qtbot, row.daily)
        click(qtbot, row.days[0])
        assert form.make_site().closed_weekdays == (0,)

    def test_scene_types_come_go_and_change_sides(self, qtbot, form, rich):
        known = form.scene_list.rows["teahouse"]
        click(qtbot, known.button(Exposure.INSIDE.value))
        form.scenes.picked.emit("river_wharf")
        kept = self.keep(qtbot, form, rich)
        assert kept.scene_types == (
            SiteScene("teahouse", Exposure.INSIDE, True),
            SiteScene("river_wharf", Exposure.OUTSIDE, True),
        )

    def test_of_a_parks_rooms_nobody_has_said_that_they_can_be_used(self, qtbot, desk, shown):
        form = shown(SiteDialog(desk, site=SITES[1]), 760, 700)
        form.scenes.picked.emit("ceo_office")
        assert form.scene_list.rows["ceo_office"].choice == Exposure.UNKNOWN.value

    def test_emptied_fields_are_unknown_not_nought(self, qtbot, form, rich):
        form.more.ticket.clear()
        form.more.visitors.clear()
        kept = self.keep(qtbot, form, rich)
        assert kept.ticket_cny is None
        assert kept.annual_visitors is None
        assert kept.annual_visitors_year is None

    @pytest.mark.parametrize(
        ("field", "text"),
        [("ticket", "免费"), ("visitors", "很多"), ("year", "去年"), ("year", "3025")],
    )
    def test_nonsense_cannot_be_kept(self, form, field, text):
        getattr(form.more, field).setText(text)
        assert not form.add_button.isEnabled()
        assert form._told.isVisible()

    def test_a_place_that_did_not_move_is_not_placed_again(self, qtbot, form, rich, stand_in):
        form.datum.setCurrentIndex(0)
        self.keep(qtbot, form, rich)
        assert stand_in.count("settle_site") == 0

    def test_a_moved_place_tells_its_datum(self, qtbot, form, rich, stand_in):
        form.point.setText("31.20000, 120.70000")
        form.datum.setCurrentIndex(1)
        self.keep(qtbot, form, rich)
        _, told, datum = next(one for one in stand_in.asked if one[0] == "settle_site")
        assert (told.lat, told.lon, datum, told.id) == (31.2, 120.7, "gcj02", RICH.id)
        assert (told.coord_basis, told.coord_uncertainty_m) == ("source", 50)

    def test_another_county_unsays_the_old_point(self, form):
        form.area.picked.emit("653100")
        assert form.point.text() == ""
        told = form.make_site()
        assert (told.coord_basis, told.lat) == ("district_centroid", 39.5)

    def test_photos_can_be_left_out(self, qtbot, form, rich):
        [chip] = [form._photo_flow.itemAt(at).widget() for at in range(form._photo_flow.count())]
        click(qtbot, chip)
        assert self.keep(qtbot, form, rich).photos == ()

    def test_leaving_with_changes_asks_once(self, qtbot, form):
        form.name.setText("改了一半")
        form.reject()
        assert form.isVisible()
        form.reject()
        assert not form.isVisible()

    def test_leaving_without_changes_just_leaves(self, form):
        form.reject()
        assert not form.isVisible()

    def test_the_wheel_scrolls_the_form_and_changes_nothing(self, form):
        box = form.prices.rows[0].per
        box.setFocus()
        where = QPointF(box.rect().center())
        wheel = QWheelEvent(
            where, box.mapToGlobal(where), QPoint(), QPoint(0, -240),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, wheel)
        assert box.currentData() == "day"


class TestThroughThePage:
    def test_the_explanation_opens_the_form(self, qtbot, page, desk):
        desk.select(site="couple")
        click(qtbot, page.rank.detail.edit_button)
        form = page.findChild(SiteDialog)
        assert form.site.id == "couple"
        form.more.ticket.setText("40")
        click(qtbot, form.add_button)
        assert desk.state.site("couple").ticket_cny == 40
        assert desk.state.site("couple").by_hand

    def test_nothing_chosen_offers_nothing(self, qtbot, page, desk):
        desk.unselect("site")
        detail = page.rank.detail
        assert detail.view is None
        assert not detail.edit_button.isVisible()
        assert not detail._no_photo.isVisible()
        assert not detail.kin.isVisible()

    def test_before_anything_is_chosen_no_photos_are_asked_for(self, qtbot, shown, desk):
        desk.close_script()
        page = shown(SitesPage(desk))
        assert not page.rank.detail._no_photo.isVisible()
        assert not page.rank.detail.edit_button.isVisible()

    def test_without_a_script_a_place_can_be_put_right_all_the_same(self, qtbot, page, desk):
        desk.close_script()
        desk.select(site="luzhen")
        detail = page.rank.detail
        assert detail.view.id == "luzhen"
        assert detail._title.text() == "鲁镇"
        click(qtbot, detail.edit_button)
        assert page.findChild(SiteDialog).site.id == "luzhen"

    def test_a_change_can_be_taken_back(self, qtbot, rich, notes):
        rich.save_site(replace(RICH, ticket_cny=80.0))
        press_way(qtbot, notes, "改回去")
        assert rich.state.site(RICH.id) == RICH
        press_way(qtbot, notes, "改回去")
        assert rich.state.site(RICH.id).ticket_cny == 80

    def test_retired_places_come_back(self, qtbot, page, desk, notes, stand_in):
        desk.select(site="couple")
        page.edit_site("couple")
        click(qtbot, page.findChild(SiteDialog).retire_button)
        assert desk.state.site("couple") is None
        assert "couple" not in desk.state.ranking.site_board.ids
        press_way(qtbot, notes, "放回来")
        assert desk.state.site("couple") == SITES[1]
        assert desk.state.selection.site == "couple"
        assert "couple" in desk.state.ranking.site_board.ids

    def test_the_list_stays_sound_through_all_of_it(self, page, desk, qtmodeltester):
        qtmodeltester.check(page.rank.lists.sites.model)
        desk.retire_site("couple")
        desk.retire_site("couple", retired=False)
        desk.save_site(replace(SITES[0], name_zh="改名"))
        qtmodeltester.check(page.rank.lists.sites.model)

    def test_photos_show_at_once(self, page, desk, snap):
        desk.select(site="couple")
        desk.add_photos("couple", [snap("x.jpg")])
        assert page.rank.detail.view.photos == ("x.jpg",)


class TestSets:
    def test_a_set_lies_where_its_base_lies_and_is_shown_with_its_price(
        self, qtbot, page, desk, stand_in
    ):
        desk.select(site="tongli")
        kin = page.rank.detail.kin
        assert kin.isVisible()
        click(qtbot, kin.add_button)
        form = page.findChild(SiteDialog)
        form.name.setText("3 号棚")
        form.scenes.picked.emit("teahouse")
        form.prices.rows[0].amount.setText("300")
        form.prices.rows[0].per.setCurrentIndex(1)
        click(qtbot, form.add_button)
        _, told, datum = next(one for one in stand_in.asked if one[0] == "settle_site")
        base = SITES[0]
        assert (told.parent, datum) == (base.id, "wgs84")
        assert (told.lat, told.lon, told.adcode) == (base.lat, base.lon, base.adcode)
        assert told.coord_uncertainty_m == base.coord_uncertainty_m
        assert told.venue_class is VenueClass.OPEN
        # the base tells its sets, the set its base
        child = desk.state.selection.site
        assert page.rank.detail.view.base.id == base.id
        click(qtbot, kin.rows[base.id])
        assert desk.state.selection.site == base.id
        [one] = page.rank.detail.view.sets
        assert (one.id, one.name, one.price) == (child, "3 号棚", "300 元/小时")

    def test_many_sets_are_folded_until_asked_for(self, qtbot, page, desk, stand_in):
        for at in range(6):
            stand_in.sites_kept[f"t{at}"] = replace(SITES[0], id=f"t{at}", parent="tongli")
        desk.put(sites=stand_in.list_sites(None))
        desk.select(site="tongli")
        kin = page.rank.detail.kin
        assert len(kin.rows) == 3
        click(qtbot, kin.all_button)
        assert len(kin.rows) == 6
        assert not kin.all_button.isVisible()

    def test_only_bases_of_the_same_city_are_offered(self, desk, shown):
        form = shown(SiteDialog(desk, site=SITES[1]), 760, 700)
        box = form.place.base
        assert [box.itemData(at) for at in range(box.count())] == ["", "tongli"]

    def test_a_base_with_sets_belongs_to_no_other(self, desk, shown, stand_in):
        stand_in.sites_kept["tent"] = replace(SITES[0], id="tent", parent="tongli")
        desk.put(sites=stand_in.list_sites(None))
        assert not SiteDialog(desk, site=SITES[0]).place.base.isEnabled()
        form = SiteDialog(desk, site=desk.state.site("tent"))
        assert form.place.base.currentData() == "tongli"
        assert form.make_site().parent == "tongli"

    def test_a_place_that_is_no_base_offers_no_sets(self, page, desk):
        desk.select(site="couple")
        assert not page.rank.detail.kin.isVisible()

    def test_retiring_a_base_takes_its_sets_along(self, desk, stand_in):
        desk.add_site(replace(SITES[0], id="", name_zh="棚", parent="tongli"), "wgs84")
        desk.retire_site("tongli")
        assert [one.id for one in desk.state.sites] == ["couple", "luzhen"]
        desk.retire_site("tongli", retired=False)
        assert len(desk.state.sites) == 4


class TestSmallThings:
    def test_cities_explain_their_first_without_narrowing_the_places(self, qtbot, page, desk):
        before = page.rank.lists.sites.model.rowCount()
        page.rank.lists.show_mode("cities")
        assert page.rank.detail.view is not None
        assert page.rank.detail.view.id == "苏州"
        page.rank.lists.show_mode("sites")
        assert desk.state.selection.city is None
        assert page.rank.lists.sites.model.rowCount() == before

    def test_a_city_that_was_chosen_stays(self, page, desk):
        page.rank.lists.show_mode("cities")
        page.rank.lists.cities.view.setCurrentIndex(page.rank.lists.cities.model.index(1))
        page.rank.lists.show_mode("sites")
        assert desk.state.selection.city == "绍兴"

    def test_a_day_that_nobody_said_does_not_look_said(self, qtbot, page):
        page.show_left("facts")
        for field in FIELDS:
            editor = page.facts.editors[field.key]
            if hasattr(editor, "edit"):
                assert editor.edit.placeholderText() == "不知道"
        assert "2026" in page.facts.editors["shoot.start_date"].edit.toolTip()

    def test_what_nobody_looked_up_is_not_nought(self, qtbot, stand_in, shown, tmp_path):
        session = Session(stand_in, ASSETS, tmp_path, pool=InstantPool())
        page = shown(StartPage(session))
        assert not page._place_note.isVisible()
        session.open()
        assert "3 处" in page._place_note.text()
        assert page._place_note.isVisible()
        session.close()
