"""The visitors' route: its order against all orders, its hours, and its files read by others."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from itertools import pairwise, permutations
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from geo import actions
from geo.actions.hosting.tours import length, shortest_tour
from geo.actions.hosting.visiting import BEGIN, STAY, ticket_of, windows
from geo.errors import ExportError
from geo.model import Basis, Kind
from geo.progress import finish
from tests.geo.present.pitch.browser import CHROMIUM, Browser
from tests.geo.present.pitch.test_html import DRAWN, WIDTH

ASSETS = Path(__file__).parents[3] / "assets"
SUZHOU = ("suzhou-canglangting", "suzhou-hanshan-temple", "suzhou-liuyuan", "suzhou-luzhi")
SHAOXING = ("shaoxing-lanting", "shaoxing-donghu")
TRAP = '<script>alert(1)</script> {{ 7*7 }} #panic("x") =cmd()'


class Shelf:
    """Places by id, as a catalogue gives them."""

    def __init__(self, sites):
        self.kept = {one.id: one for one in sites}

    def site(self, site_id):
        from geo.errors import CatalogueError

        if site_id not in self.kept:
            raise CatalogueError("site_unknown", site=site_id)
        return self.kept[site_id]

    def records(self, kind):
        return {}


def stops_of(route):
    return [stop for day in route.days for stop in day.stops]


@pytest.fixture(scope="module")
def route(ws):
    asked = (*SUZHOU, "nowhere", *SHAOXING)
    shot = (("suzhou-liuyuan", "林家花园"), ("suzhou-liuyuan", TRAP), ("suzhou-luzhi", "码头"))
    return finish(actions.visit_route(ws, TRAP, asked, shot))


# ---- the order


def tables(most):
    minutes = st.integers(1, 500)

    def square(count):
        row = st.lists(minutes, min_size=count, max_size=count)
        return st.lists(row, min_size=count, max_size=count)

    return st.integers(0, most).flatmap(square).map(mirrored)


def mirrored(table):
    count = len(table)
    return [
        [0 if a == b else table[min(a, b)][max(a, b)] for b in range(count)] for a in range(count)
    ]


@settings(max_examples=40, deadline=None)
@given(tables(6))
def test_no_order_of_a_few_places_is_shorter(far):
    found = shortest_tour(far)
    assert sorted(found) == list(range(len(far)))
    best = min(length(far, one) for one in permutations(range(len(far))))
    assert length(far, found) == best


def test_many_places_on_a_line_are_walked_along_it():
    spots = [7, 2, 9, 0, 5, 11, 3, 8, 1, 10, 6, 4, 12]
    far = [[abs(one - two) for two in spots] for one in spots]
    walked = [spots[at] for at in shortest_tour(far)]
    assert walked in (sorted(spots), sorted(spots, reverse=True))


# ---- the days


def test_every_place_stands_once_and_the_unknown_is_told(route):
    assert sorted(one.site_id for one in stops_of(route)) == sorted((*SUZHOU, *SHAOXING))
    assert [(one.code, dict(one.values)) for one in route.left_out] == [("visit_gone", {"n": 1})]


def test_days_keep_their_hours_and_cities(ws, route):
    for day in route.days:
        assert {ws.store.site(one.site_id).city_zh for one in day.stops} == {day.city}
        assert day.stops[0].arrive == BEGIN
        assert day.stops[0].km is None
        assert day.stops[-1].leave <= BEGIN + 480
        for one, two in pairwise(day.stops):
            assert two.arrive >= one.leave + two.minutes
    cities = [day.city for day in route.days]
    assert cities == sorted(cities, key=cities.index)
    change = next(day for one, day in pairwise(route.days) if one.city != day.city)
    assert [one.code for one in change.notes] == ["visit_between"]


def test_ways_add_up_and_lunch_is_kept(route):
    ways = [one.km for one in stops_of(route) if one.km is not None]
    assert math.isclose(route.km, sum(ways))
    for day in route.days:
        for one, two in pairwise(day.stops):
            if one.leave >= 690 and one.arrive < 690:
                assert two.arrive >= one.leave + 60 + two.minutes


def test_an_unknown_ticket_is_not_free(ws, route):
    known = [ws.store.site(one.site_id).ticket_cny for one in stops_of(route)]
    told = [one for one in known if one is not None]
    assert route.tickets.mid == sum(told)
    assert route.tickets.beyond == (len(told) < len(known))
    bare = replace(ws.store.site(SUZHOU[0]), ticket_cny=None)
    assert not ticket_of(bare).known
    free = ticket_of(replace(bare, ticket_cny=0.0, basis_default="source"))
    assert (free.mid, free.basis) == (0.0, Basis.PUBLISHED)
    recalled = replace(bare, ticket_cny=9.0, basis_default="general_knowledge", sources=())
    assert ticket_of(recalled).basis is Basis.ESTIMATED


@pytest.mark.parametrize(
    ("note", "found"),
    [
        (None, ()),
        ("全天开放街区", ()),
        ("8:00–17:20", ((480, 1040),)),
        ("周二至周日8:30–11:00、13:00–16:00", ((510, 660), (780, 960))),
        ("夏天 7:30-18:00，冬天 8:00-17:00", ((480, 1020),)),
        ("09:00–17:00；博物馆周一闭馆，16:30 停止入馆。", ((540, 1020),)),
        ("25:00–99:00", ()),
    ],
)
def test_hours_are_read_from_what_the_record_says(note, found):
    assert windows(note) == found


def visited(ws, *sites):
    shelf = replace(ws, store=Shelf(sites))
    return finish(actions.visit_route(shelf, "t", [one.id for one in sites]))


def test_hours_are_kept(ws):
    site = ws.store.site(SUZHOU[0])
    late = visited(ws, replace(site, opening_note_zh="13:00–16:00"))
    assert (stops_of(late)[0].arrive, stops_of(late)[0].leave) == (780, 780 + STAY[site.kind])
    short = visited(ws, replace(site, opening_note_zh="9:30–10:30"))
    assert (stops_of(short)[0].arrive, stops_of(short)[0].leave) == (570, 630)
    never = visited(ws, replace(site, opening_note_zh="19:00–21:00"))
    assert not never.days
    assert [one.code for one in never.left_out] == ["visit_hours_never"]


def test_nobody_is_sent_to_a_private_place_and_a_set_leads_to_its_base(ws):
    site = ws.store.site(SUZHOU[0])
    private = visited(ws, replace(site, kind=Kind.COMMUNITY))
    assert [one.code for one in private.left_out] == ["visit_private"]
    base = replace(site, id="base", kind=Kind.BASE)
    child = replace(base, id="child", parent="base")
    shelf = replace(ws, store=Shelf((base, child)))
    shot = (("child", "茶馆"), ("base", "大门"))
    found = finish(actions.visit_route(shelf, "t", ["child", "base"], shot))
    assert [(one.site_id, one.scenes) for one in stops_of(found)] == [("base", ("茶馆", "大门"))]


def test_monday_is_told(ws):
    found = visited(ws, replace(ws.store.site(SUZHOU[0]), closed_weekdays=(0,)))
    assert "visit_closed.0" in [one.code for one in stops_of(found)[0].notes]


# ---- the files


def test_the_kml_holds_points_where_the_places_are(ws, route, tmp_path):
    path = finish(actions.export_visit(ws, route, tmp_path / "a.kml", "zh"))
    space = {"k": "http://www.opengis.net/kml/2.2"}
    tree = etree.parse(path)
    points = tree.xpath("//k:Point/k:coordinates/text()", namespaces=space)
    sites = [ws.store.site(one.site_id) for one in stops_of(route)]
    for told, site in zip(points, sites, strict=True):
        lon, lat = map(float, told.split(","))
        assert math.isclose(lon, site.lon, abs_tol=1e-5)
        assert math.isclose(lat, site.lat, abs_tol=1e-5)
    assert len(tree.xpath("//k:Folder", namespaces=space)) == len(route.days)
    # what a map program shows as a page holds no tag but the breaks of lines
    for one in tree.xpath("//k:description/text()", namespaces=space):
        assert "<" not in one.replace("<br>", "")


def test_another_reader_finds_the_places_in_the_kml(ws, route, tmp_path):
    pyogrio = pytest.importorskip("pyogrio")
    if not {"KML", "LIBKML"} & set(pyogrio.list_drivers()):
        pytest.skip("no reader of KML here")
    path = finish(actions.export_visit(ws, route, tmp_path / "a.kml", "en"))
    layers = [name for name, _ in pyogrio.list_layers(path)]
    assert len(layers) == len(route.days)
    read = sum(len(pyogrio.read_dataframe(path, layer=name)) for name in layers)
    lines = sum(len(day.stops) > 1 for day in route.days)
    assert read == len(stops_of(route)) + lines


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_pdf_names_every_stop(ws, route, tmp_path, lang):
    path = finish(actions.export_visit(ws, route, tmp_path / "a.pdf", lang))
    document = pypdfium2.PdfDocument(path)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    text = "".join("".join(one.split()) for one in pages).replace("\ufffe", "")
    for stop in stops_of(route):
        site = ws.store.site(stop.site_id)
        name = site.name_zh if lang == "zh" else site.name_en
        assert "".join(name.split()) in text.replace("\u200b", "")
    assert ("不画边界" if lang == "zh" else "noboundaries") in text


def test_the_page_holds_a_sketch_without_boundaries(ws, route, tmp_path):
    if CHROMIUM is None:
        pytest.skip("no Chromium here")
    path = finish(actions.export_visit(ws, route, tmp_path / "a.html", "zh"))
    assert path.stat().st_size < 5_000_000
    with Browser() as browser:
        seen = browser.look(path, 360, WIDTH, DRAWN)
    assert seen.asked == []
    assert seen.complaints == []
    wide, window, outside = seen.page
    assert wide <= window
    assert outside == []
    frame = seen.frame if isinstance(seen.frame, dict) else json.loads(seen.frame)
    assert len(frame["marks"]) == len(stops_of(route))
    assert frame["base"] == 0


def test_other_endings_and_empty_routes_are_refused_kindly(ws, route, tmp_path):
    with pytest.raises(ExportError, match="visit_export_format"):
        finish(actions.export_visit(ws, route, tmp_path / "a.gpx", "zh"))
    with pytest.raises(ExportError, match="visit_export_empty"):
        finish(actions.export_visit(ws, replace(route, days=()), tmp_path / "a.kml", "zh"))
    assert list(tmp_path.iterdir()) == []
