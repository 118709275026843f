"""A bureau keeps its own places: puts one right, lists a set, takes one out, brings it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from geo.model import Basis, Kind
from gui import theme
from gui.pages.sites import SitesPage
from gui.pages.sites.site_dialog import SiteDialog
from gui.session import Session
from gui.task import InstantPool

ASSETS = Path(__file__).resolve().parents[2] / "assets"
BASE = "suzhou-tongli-film-base"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def session(qtbot, qapp, data):
    theme.apply(qapp, theme.LIGHT, "zh")
    made = Session(None, ASSETS, data, pool=InstantPool())
    made.open(restore=False)
    made.take_in(ASSETS / "samples" / "yiqu_gusu.fdx")
    yield made
    made.close()


@pytest.fixture
def page(qtbot, session):
    made = SitesPage(session)
    qtbot.addWidget(made)
    made.resize(1440, 850)
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def offer_of(session, site_id):
    return next(one for one in session.state.ranking.sites if one.site.id == site_id)


def venue(session, site_id):
    lines = offer_of(session, site_id).cost.lines
    return next(line.amount for line in lines if line.code == "venue")


def test_a_price_put_right_is_what_the_ranking_counts(qtbot, session, page):
    session.select(site=BASE)
    before = session.state.site(BASE)
    assert venue(session, BASE).mid is None
    counted = offer_of(session, BASE).cost.ranked
    click(qtbot, page.rank.detail.edit_button)
    form = page.findChild(SiteDialog)
    click(qtbot, form.prices.add_button)
    form.prices.rows[0].amount.setText("1,200")
    form.prices.rows[0].who.setText("基地陆经理")
    click(qtbot, form.add_button)
    told = venue(session, BASE)
    assert (told.mid, told.basis) == (1200, Basis.QUOTED)
    assert offer_of(session, BASE).cost.ranked < counted
    # the rest of the record, its sources with it, is as it was
    kept = session.state.site(BASE)
    assert kept == replace(before, hires=kept.hires, by_hand=True)
    session.revert_site()
    assert venue(session, BASE).mid is None


def test_a_set_of_a_base_is_a_place_of_its_own(qtbot, session, page):
    page.add_set(BASE)
    form = page.findChild(SiteDialog)
    form.name.setText("3 号棚 民国茶馆")
    form.scenes.picked.emit("teahouse")
    form.prices.rows[0].amount.setText("300")
    form.prices.rows[0].per.setCurrentIndex(1)
    click(qtbot, form.add_button)
    base, child = session.state.site(BASE), session.state.site(session.state.selection.site)
    assert child.parent == BASE
    for part in ("lat", "lon", "adcode", "city_zh", "city_en", "district_zh"):
        assert getattr(child, part) == getattr(base, part), part
    assert venue(session, child.id).basis is Basis.QUOTED
    session.select(site=BASE)
    [one] = page.rank.detail.view.sets
    assert (one.id, one.price) == (child.id, "300 元/小时")


def test_retired_is_out_of_all_lists_and_comes_back_whole(session, page):
    before = session.state.site(BASE)
    sets = [one.id for one in session.state.sites if one.parent == BASE]
    session.retire_site(BASE)
    assert session.state.site(BASE) is None
    assert BASE not in session.state.ranking.site_board.ids
    assert not any(session.state.site(one) for one in sets)
    session.retire_site(BASE, retired=False)
    assert session.state.site(BASE) == before
    assert all(session.state.site(one) for one in sets)
    assert BASE in session.state.ranking.site_board.ids


def test_two_places_of_one_name_are_two(qtbot, session, page):
    for _ in range(2):
        form = SiteDialog(session)
        qtbot.addWidget(form)
        form.name.setText("老洋房")
        form.area.picked.emit("320509")
        form._keep()
    villas = [one for one in session.state.sites if one.name_zh == "老洋房"]
    assert len({one.id for one in villas}) == 2
    assert {(one.city_en, one.kind) for one in villas} == {("Suzhou", Kind.COMMUNITY)}
