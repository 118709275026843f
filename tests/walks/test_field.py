"""A pack for five places, worked in by two people (one of them in another program), and home."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.window import build_window
from tests.geo.sync import gdal_hand

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PATIENCE_MS = 90_000


@pytest.fixture
def window(qtbot, tmp_path):
    made = build_window(ASSETS, tmp_path / "data")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.session.idle, timeout=PATIENCE_MS):
        made.begin(restore=False)
    made.session.set_who("沈砚")
    yield made
    made.session.discard()
    made.close()


def quiet(qtbot, session, *also):
    def done():
        return (
            not session.state.busy and session.state.outdoors.saved and all(one() for one in also)
        )

    qtbot.waitUntil(done, timeout=PATIENCE_MS)


def venue(session, site_id):
    offer = session.state.ranking.columns.offer(site_id)
    line = next(one for one in offer.cost.lines if one.code == "venue")
    return line.amount.mid


def test_five_places_two_people_one_question_and_back(qtbot, window, tmp_path):
    session = window.session
    session.take_in(ASSETS / "samples" / "yiqu_gusu.fdx")
    quiet(qtbot, session, lambda: session.state.ranking is not None)
    window.menus.actions_by_name["page_field"].trigger()
    page = window.stage.field_page
    shipped = tuple(session.state.sites)

    # a pack for the five places ranked first; the one asked about has no price yet
    order = session.state.ranking.site_order.index[:5]
    ids = [session.state.ranking.sites[int(at)].site.id for at in order]
    target = next(one for one in ids if venue(session, one) is None)
    pack = tmp_path / "wujiang.gpkg"
    session.make_pack(session.pack_wishes(ids), pack)
    quiet(qtbot, session, pack.exists)
    other = Path(shutil.copy(pack, tmp_path / "gunan.gpkg"))

    # one works in the window, by keyboard, with a photo
    page.open_pack(pack)
    quiet(qtbot, session, lambda: session.state.outdoors.desk is not None)
    assert len(session.state.outdoors.desk.sheets) == 5
    session.show_sheet(target)
    truck = next(one for one in page.form.lines if one.line.key == "truck")
    QTest.keyClick(truck.editor.first(), Qt.Key.Key_2)
    quiet(qtbot, session)
    assert session.state.outdoors.desk.sheet(target).answers["truck"].value == "near"
    price = {"amount": 6000.0, "per": "day", "who": "陆经理", "until": "2027-12-31"}
    session.answer("price", price)
    photo = tmp_path / "gate.jpg"
    Image.new("RGB", (640, 480), "teal").save(photo)
    before = photo.read_bytes()
    session.hang_field_photos([photo])
    quiet(qtbot, session, lambda: bool(session.state.outdoors.desk.sheet(target).photos))
    assert photo.read_bytes() == before
    session.close_desk()

    # the other works in QGIS, which is GDAL
    told = {"price": 8000.0, "price_who": "前台", "who": "顾南", "parking": "coach"}
    gdal_hand.change(other, target, **told)

    # home, in either order; nobody is asked about what they do not both say
    page.home.merge([other, pack])
    quiet(qtbot, session, lambda: len(session.state.outdoors.reports) == 2)
    outdoors = session.state.outdoors
    assert [one.lost for one in outdoors.reports] == [0, 0]
    (asked,) = outdoors.contested
    assert (asked.key.record, asked.key.field) == (target, "hires/day")
    assert {side.edits[0].who for side in asked.sides} == {"沈砚", "顾南"}
    assert len(session.state.site(target).photos) == 1
    assert session.state.site(target).hires == ()
    assert venue(session, target) is None

    # one answer is taken, and the ranking knows a price
    mine = next(at for at, side in enumerate(asked.sides) if side.edits[0].who == "沈砚")
    session.decide(mine)
    quiet(qtbot, session, lambda: venue(session, target) == 6000.0)
    assert not session.state.outdoors.contested
    (hire,) = session.state.site(target).hires
    assert (hire.amount, hire.who, hire.until) == (6000.0, "陆经理", "2027-12-31")

    # and taken back, then all of it
    note = next(one for one in session.state.notes if one.code == "settled")
    session.undo_batch(note.values["batch"])
    quiet(qtbot, session, lambda: venue(session, target) is None)
    assert len(session.state.outdoors.contested) == 1
    for report in session.state.outdoors.reports:
        session.undo_batch(report.batch)
    quiet(qtbot, session, lambda: not session.state.outdoors.contested)
    assert tuple(session.state.sites) == shipped
