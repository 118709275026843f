"""The map as a widget: what it draws from real boundaries, and what it tells when touched."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from geo.catalogue.boundaries import load_boundaries
from geo.catalogue.water import load_english_names, load_water, load_water_names
from geo.model import BaseMap, Kind
from gui import theme
from gui.theme import DARK, LIGHT, PALETTES
from gui.widgets.map_labels import Placer, Voice
from gui.widgets.map_names import label_text, short_name
from gui.widgets.map_sites import KINDS
from gui.widgets.map_view import FOUR, MapView

ASSETS = Path(__file__).parents[2] / "assets" / "basemap"
TAIHU = (120.13, 31.19)
# sites with positions anybody can check on another map
PLACES = {
    "tongli": (31.160, 120.715, 0, "同里古镇"),
    "zhouzhuang": (31.115, 120.850, 2, "周庄古镇"),
    "taicang": (31.458, 121.130, 1, "太仓"),
    "luzhen": (30.085, 120.480, 0, "鲁镇"),
    "dujiangyan": (31.000, 103.610, 2, "都江堰"),
    "qingxiu": (22.790, 108.390, 2, "青秀山"),
}


@pytest.fixture(scope="module")
def base():
    provinces, cities, counties, dashes, *_ = load_boundaries()
    land, rivers, lakes = load_water(ASSETS)
    return BaseMap(
        provinces,
        cities,
        counties,
        dashes,
        land,
        rivers,
        lakes,
        "天地图",
        water_names=load_water_names(ASSETS),
        english=load_english_names(ASSETS),
    )


@pytest.fixture
def view(qtbot, base):
    widget = MapView(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(690, 820)
    widget.set_basemap(base)
    fill(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.focus_city("320500")
    widget.grab()
    yield widget
    theme._Now.lang = "zh"


def fill(widget, sourced=None):
    lats, lons, kinds, names = zip(*PLACES.values(), strict=True)
    widget.set_sites(
        list(PLACES),
        lats,
        lons,
        kinds,
        names,
        sourced,
        [600.0] * len(PLACES),
        ["某区"] * len(PLACES),
    )


def spot(widget, lon, lat):
    x, y = widget.camera.pixels(np.array([lon]), np.array([lat]))
    return QPoint(round(float(x[0])), round(float(y[0])))


def mark(widget, name):
    return spot(widget, PLACES[name][1], PLACES[name][0])


def pixels(image):
    image = image.convertToFormat(image.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)
    return flat.reshape(image.height(), image.width(), 4)[:, :, 2::-1].astype(int)


def near(grid, colour, off=10):
    wanted = QColor(colour)
    gap = np.abs(grid - (wanted.red(), wanted.green(), wanted.blue()))
    return gap.max(axis=2) <= off


def wheel(widget, at, turns):
    event = QWheelEvent(
        QPointF(at),
        widget.mapToGlobal(QPointF(at)),
        QPoint(0, 0),
        QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("palette", PALETTES.values() if isinstance(PALETTES, dict) else PALETTES)
def test_lake_tai_is_water_and_the_chosen_city_is_light(view, palette):
    view.set_palette(palette)
    grid = pixels(view.render_image(QSize(690, 820)))
    lake, town = spot(view, 120.05, 31.10), spot(view, 120.65, 31.75)
    assert near(grid[lake.y() : lake.y() + 1, lake.x() : lake.x() + 1], palette.water, 2).all()
    assert near(grid[town.y() : town.y() + 1, town.x() : town.x() + 1], palette.focus, 2).all()


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_country_shows_every_part_of_the_nine_dash_line(view, base, palette):
    view.set_palette(palette)
    view.show_china()
    view.set_sites([], [], [], [], [])
    grid = near(pixels(view.render_image(QSize(690, 820))), palette.map_label, 45)
    dashes = base.nine_dash
    assert len(dashes.offsets) - 1 >= 9
    for start, end in zip(dashes.offsets[:-1], dashes.offsets[1:], strict=True):
        middle = dashes.points[(start + end) // 2]
        at = spot(view, *middle)
        assert view.rect().adjusted(4, 4, -4, -4).contains(at)
        assert grid[at.y() - 3 : at.y() + 4, at.x() - 3 : at.x() + 4].any(), middle


def test_country_shows_all_territory_in_view_and_as_one(view, base):
    view.show_china()
    points = np.vstack([each.points for each in (*base.provinces, base.nine_dash)])
    x, y = view.camera.pixels(points[:, 0], points[:, 1])
    assert x.min() >= 0
    assert x.max() <= view.width()
    assert y.min() >= 0
    assert y.max() <= view.height()
    view.set_sites([], [], [], [], [])
    grid = pixels(view.render_image(QSize(690, 820)))
    # inner Taiwan, Hainan, Tibet and Xinjiang wear the colour of the country, Mongolia does not
    for lon, lat in ((120.95, 23.7), (109.8, 19.2), (88.0, 31.8), (84.0, 41.5)):
        at = spot(view, lon, lat)
        patch = grid[at.y() - 2 : at.y() + 3, at.x() - 2 : at.x() + 3]
        assert near(patch, LIGHT.focus, 3).any(), (lon, lat)
    at = spot(view, 104.0, 46.0)
    assert near(grid[at.y() : at.y() + 1, at.x() : at.x() + 1], LIGHT.land, 2).all()


def test_panned_picture_equals_a_fresh_one(view):
    view.select(None)
    for dx, dy in ((37, -11), (-160, 90), (5, 5)):
        view.set_camera(view.camera.panned(dx, dy))
        view.grab()
    scrolled = pixels(view.grab().toImage())
    view.set_palette(LIGHT)
    fresh = pixels(view.grab().toImage())
    differs = (np.abs(scrolled - fresh).max(axis=2) > 24).mean()
    assert differs < 0.002


def test_click_tells_the_site(view, qtbot):
    with qtbot.waitSignal(view.siteClicked, timeout=1000) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=mark(view, "taicang"))
    assert told.args == ["taicang"]
    with qtbot.waitSignal(view.siteActivated, timeout=1000) as told:
        qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=mark(view, "zhouzhuang"))
    assert told.args == ["zhouzhuang"]


def test_click_on_bare_ground_tells_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.siteClicked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(view, 120.75, 31.72))


def test_hover_lifts_a_mark_and_lets_it_go(view, qtbot):
    told = []
    view.siteHovered.connect(told.append)
    qtbot.mouseMove(view, mark(view, "tongli"))
    qtbot.mouseMove(view, spot(view, 120.75, 31.72))
    assert told == ["tongli", ""]


def test_drag_moves_the_map_and_is_no_click(view, qtbot):
    start = mark(view, "tongli")
    before = view.camera
    with qtbot.assertNotEmitted(view.siteClicked):
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
        for step in (20, 40, 60):
            qtbot.mouseMove(view, start + QPoint(step, 0))
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert view.camera.zoom == before.zoom
    assert mark(view, "tongli") == start + QPoint(60, 0)


def test_wheel_holds_the_place_and_draws_sharp_when_it_rests(view, qtbot):
    at = mark(view, "taicang")
    zoom = view.camera.zoom
    wheel(view, at, 2)
    assert view.camera.zoom > zoom
    assert (mark(view, "taicang") - at).manhattanLength() <= 2
    assert view._settle.isActive()
    view.grab()
    qtbot.waitUntil(lambda: not view._settle.isActive(), timeout=2000)
    assert not view._quick


def test_keys_do_what_the_mouse_does(view, qtbot):
    view.setFocus()
    camera = view.camera
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.camera.x > camera.x
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.camera.zoom > camera.zoom
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.camera == camera


def test_tab_walks_the_marks_then_leaves(view, qtbot):
    view.setFocus()
    told, opened = [], []
    view.siteHovered.connect(told.append)
    view.siteActivated.connect(opened.append)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert len(set(told)) == 3
    assert "" not in told
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == [told[-1]]
    for _ in range(len(PLACES) + 1):
        if view.hasFocus():
            qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert not view.hasFocus()


def test_group_click_comes_closer(view, qtbot):
    view.show_four()
    view.grab()
    zoom = view.camera.zoom
    frame = view.frame
    group = int(np.argmax(frame.groups.count))
    assert frame.groups.count[group] > 1
    at = QPoint(round(float(frame.x[group])), round(float(frame.y[group])))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert view.camera.zoom > zoom + 1


def test_group_that_cannot_part_is_listed(view, qtbot):
    view.set_sites(["a", "b"], [31.3, 31.3], [120.6, 120.6], [0, 1], ["甲", "乙"])
    view.grab()
    with qtbot.waitSignal(view.groupListed, timeout=1000) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(view, 120.6, 31.3))
    assert sorted(told.args[0]) == ["a", "b"]


def test_groups_and_the_chosen_one_count_every_visible_site(view):
    rng = np.random.default_rng(4)
    lats, lons = rng.uniform(31.0, 31.8, 500), rng.uniform(120.3, 121.0, 500)
    ids = [f"s{i}" for i in range(500)]
    view.set_sites(ids, lats, lons, rng.integers(0, 4, 500), ids)
    view.select("s7")
    view.grab()
    x, y = view.camera.pixels(lons, lats)
    inside = (x >= 0) & (x <= view.width()) & (y >= 0) & (y <= view.height())
    assert inside.all()
    assert view.frame.groups.count.sum() == 499
    view.set_kinds(frozenset({Kind.ICH}))
    view.grab()
    kinds = view._scene.sites.kind
    chosen = view._scene.chosen
    expected = int((kinds == KINDS.index(Kind.ICH)).sum())
    assert view.frame.groups.count.sum() == expected - (kinds[chosen] == KINDS.index(Kind.ICH))


def test_legend_filters_and_tells(view, qtbot):
    with qtbot.waitSignal(view.kindsChanged, timeout=1000) as told:
        qtbot.mouseClick(view.legend.entry(Kind.BASE), Qt.MouseButton.LeftButton)
    assert told.args == [frozenset(KINDS) - {Kind.BASE}]
    view.grab()
    names = {view._scene.sites.ids[row] for row in view.frame.rows}
    assert "tongli" not in names
    assert "taicang" in names


def test_fourth_kind_and_hollow_note_only_when_there_is_one(view):
    assert view.legend.entry(Kind.COMMUNITY).isHidden()
    assert view.legend.note == ""
    view.set_sites(["v"], [31.3], [120.6], [3], ["别墅"], [False])
    assert not view.legend.entry(Kind.COMMUNITY).isHidden()
    assert view.legend.note != ""


def test_general_knowledge_looks_different(view):
    at = mark(view, "taicang")
    solid = pixels(view.grab().toImage())[at.y(), at.x()]
    fill(view, [name != "taicang" for name in PLACES])
    hollow = pixels(view.grab().toImage())[at.y(), at.x()]
    assert np.abs(solid - hollow).max() > 60


def test_labels_overlap_neither_each_other_nor_marks(view):
    rng = np.random.default_rng(8)
    count = 400
    ids = [f"s{i}" for i in range(count)]
    view.set_sites(
        ids,
        rng.uniform(30.9, 31.9, count),
        rng.uniform(120.2, 121.1, count),
        rng.integers(0, 4, count),
        [f"取景地{i}" for i in range(count)],
    )
    view.set_ranks([at + 1 if at < 120 else np.inf for at in range(count)])
    view.select("s3")
    view.set_card("取景地3", "影视基地", [("可拍", "31 场")])
    view.grab()
    labels = view.frame.labels
    assert len(labels) > 12
    for at, one in enumerate(labels):
        assert view.rect().contains(one.box.toAlignedRect())
        assert not one.box.intersects(view.frame.card)
        for other in labels[at + 1 :]:
            assert not one.box.intersects(other.box), (one.text, other.text)
        for furniture in (view.scopes, view.zoom_buttons):
            assert not one.box.intersects(furniture.geometry().toRectF())


def test_card_stays_inside_and_is_spoken(view):
    view.select("zhouzhuang", center=True)
    view.set_card("周庄古镇", "景区·苏州市昆山市", [("可拍", "12 场"), ("场地报价", "未知")])
    view.grab()
    assert view.rect().contains(view.frame.card.toAlignedRect())
    assert "周庄古镇" in view.accessibleDescription()
    assert "场地报价 未知" in view.accessibleDescription()
    view.select(None)
    view.grab()
    assert view.frame.card is None


def test_choosing_far_away_brings_it_into_view(view):
    view.select("dujiangyan", center=True)
    assert view.rect().adjusted(60, 60, -60, -60).contains(mark(view, "dujiangyan"))
    assert view.selected == "dujiangyan"
    view.select("no such site")
    assert view.selected is None


def test_selection_outlives_new_data(view):
    view.select("luzhen")
    fill(view)
    assert view.selected == "luzhen"
    view.set_sites(["other"], [31.3], [120.6], [0], ["别处"])
    assert view.selected is None


def test_language_changes_names_and_words(view):
    texts = {label.text for label in view.frame.labels}
    assert "常熟市" in texts
    assert "太湖" in texts
    theme._Now.lang = "en"
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    view.grab()
    texts = {label.text for label in view.frame.labels}
    assert "Changshu" in texts
    assert "Lake Tai" in texts
    assert view.scopes.button("city").text() == "Suzhou"


def test_two_thousand_signals_do_no_harm(view):
    told = []
    view.siteHovered.connect(told.append)
    names = list(PLACES)
    for turn in range(2000):
        view._hover_row(turn % len(names))
    view.grab()
    assert len(told) == 2000


def test_one_hundred_thousand_sites_are_drawn_and_found(view, qtbot):
    rng = np.random.default_rng(2)
    count = 100_000
    ids = [f"s{i}" for i in range(count)]
    lats, lons = rng.uniform(20, 45, count), rng.uniform(90, 122, count)
    view.set_sites(ids, lats, lons, rng.integers(0, 4, count), ids)
    view.show_china()
    view.grab()
    assert view.frame.groups.count.sum() == count
    view.set_ranks([1.0 if one == "s5" else np.inf for one in ids])
    view.select("s5", center=True)
    view.grab()
    assert len(view.frame.faint) > 10
    assert len(view.frame.rows) == 0


@pytest.mark.parametrize("dpr", [1.0, 1.25, 2.0])
def test_picture_has_its_size_legend_scale_and_credit(view, dpr):
    image = view.render_image(QSize(900, 700), dpr)
    assert (image.width(), image.height()) == (round(900 * dpr), round(700 * dpr))
    grid = pixels(image)
    strip = grid[round(672 * dpr) : round(698 * dpr)]
    assert near(strip, LIGHT.ink3, 60).sum() > 300 * dpr
    legend = grid[round(630 * dpr) : round(668 * dpr), : round(300 * dpr)]
    for colour in (LIGHT.base, LIGHT.ich, LIGHT.scenic):
        assert near(legend, colour, 6).sum() > 20
    bar = grid[round(640 * dpr) : round(672 * dpr), round(760 * dpr) :]
    assert near(bar, LIGHT.ink, 40).sum() > 50


def test_all_four_cities_are_in_their_view(view, base):
    view.show_four()
    for code in FOUR:
        city = next(each for each in base.cities if each.adcode == code)
        x, y = view.camera.pixels(city.points[:, 0], city.points[:, 1])
        assert x.min() >= 0
        assert x.max() <= view.width()
        assert y.min() >= 0
        assert y.max() <= view.height()
    view.grab()
    homes = {label.text for label in view.frame.labels if label.voice is Voice.HOME}
    assert homes == {"苏州", "绍兴", "南宁", "成都"}


def test_fit_follows_the_window_until_one_moves(view, qtbot):
    view.resize(500, 500)
    x, y = view.camera.pixels(np.array([120.0, 121.3]), np.array([32.0, 30.8]))
    assert x.min() > -30
    assert x.max() < 530
    assert y.max() < 530
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    held = view.camera
    view.resize(640, 500)
    assert (view.camera.x, view.camera.zoom) == (held.x, held.zoom)


def test_scope_buttons_tell_and_look(view, qtbot):
    with qtbot.waitSignal(view.scopeChanged, timeout=1000) as told:
        qtbot.mouseClick(view.scopes.button("china"), Qt.MouseButton.LeftButton)
    assert told.args == ["china"]
    assert view.camera.zoom < 5


def test_map_without_boundaries_still_shows_sites(qtbot):
    widget = MapView(LIGHT)
    qtbot.addWidget(widget)
    widget.resize(500, 400)
    fill(widget)
    widget.focus_city("320500")
    widget.grab()
    assert widget.frame is not None


def test_placer_never_gives_taken_ground():
    placer = Placer(100, 100)
    first = placer.place((40, 10), [(50, 50)])
    assert first is not None
    assert placer.place((40, 10), [(60, 52), (5, 5)]) is None
    second = placer.place((40, 10), [(60, 52), (50, 80)])
    assert second is not None
    assert not second.intersects(first)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("苏州市", "苏州"),
        ("广西壮族自治区", "广西"),
        ("江苏省", "江苏"),
        ("沙市", "沙市"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("恩施土家族苗族自治州", "恩施"),
    ],
)
def test_short_names_of_places(name, short):
    assert short_name(name) == short


def test_long_site_names_are_shortened_from_the_end():
    assert label_text("沙家浜水乡影视基地（横泾老街）") == "沙家浜水乡影视基地"
    assert label_text("庙会（金村）") == "庙会（金村）"
    assert label_text("A very long English name of a filming base").endswith("…")


@pytest.mark.parametrize("width", [300, 420, 690])
def test_credit_scale_and_legend_keep_apart_in_a_narrow_map(view, width):
    view.set_sites(["v"], [31.3], [120.6], [3], ["别墅"], [False])
    view.resize(width, 500)
    view.grab()
    legend = QRectF(view.legend.geometry())
    credit, bar = view._printed(view.camera, legend)
    assert not legend.adjusted(4, 4, -4, -4).intersects(credit)
    assert not legend.adjusted(4, 4, -4, -4).intersects(bar)
    assert not credit.intersects(bar)
    assert view.rect().toRectF().contains(credit)
