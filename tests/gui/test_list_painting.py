"""Rows are drawn, their figures answer clicks, and the header agrees with them."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QImage
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip

from geo.model import CRITERIA, Basis, Criterion, DayPart, IntExt, Kind, Range, Subsidy
from gui import theme
from gui.models.city_model import CityModel
from gui.models.ranking_model import RankingModel
from gui.models.sets_model import SetsModel
from gui.texts import Role, present_number
from gui.widgets.day_words import set_times
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_cells import SHARE, ranking_cells, row_height
from gui.widgets.ranking_delegate import RankingDelegate
from gui.widgets.ranking_header import RankingHeader
from gui.widgets.row_paint import list_that_fits
from gui.widgets.sets_delegate import SetsDelegate
from tests.gui.offers import offer, order, paid, ranking, script

FIGURES = (Criterion.COST, Criterion.SUBSIDY, Criterion.UPLIFT)


@pytest.fixture
def shown(qtbot, tmp_path):
    photo = tmp_path / "a.png"
    image = QImage(90, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(photo))
    model = RankingModel()
    offers = [
        offer(0),
        offer(1, subsidy=paid(30_000, 50_000, 80_000), kind=Kind.ICH),
        offer(2, subsidy=paid(0, None, 100_000), kind=Kind.SCENIC, city="绍兴市"),
        offer(3, open_top=True, kind=Kind.COMMUNITY),
        offer(4, direct=0, stand_in=0),
    ]
    model.set_ranking(ranking(offers), 6)
    model.set_photos({"site3": (str(photo),), "site4": ("missing.jpg",)})
    view = RowsView()
    qtbot.addWidget(view)
    view.show_rows(model, RankingDelegate())
    view.resize(440, 400)
    view.show()
    return view


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("palette", theme.PALETTES.values(), ids=theme.PALETTES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_rows_are_drawn_in_every_dress(shown, monkeypatch, palette, lang, scale):
    for name, value in (("palette", palette), ("lang", lang), ("scale", scale)):
        monkeypatch.setattr(theme._Now, name, value)
    shown.reset()
    shown.setCurrentIndex(shown.model().index(0))
    shot = shown.grab().toImage()
    spots = [(x, y) for x in range(0, shot.width(), 3) for y in range(0, shot.height(), 2)]
    pixels = {shot.pixelColor(x, y).name() for x, y in spots}
    assert {palette.sel.lower(), palette.panel.lower(), palette.fit.lower()} <= pixels
    assert shown.sizeHintForIndex(shown.model().index(0)).height() == row_height()


@pytest.mark.parametrize("photos", [False, True])
@pytest.mark.parametrize("width", [380, 420, 460, 560])
def test_figures_have_room(qapp, width, photos):
    """The widest figures that occur fit their columns in both languages; none overlaps."""
    cells = ranking_cells(width, photos=photos)
    columns = list(cells.columns.values())
    assert all(a.right() <= b.left() for a, b in itertools.pairwise(columns))
    assert columns[-1].right() <= width
    metrics = QFontMetricsF(theme.font(12))
    if photos:
        assert cells.photo.right() <= min(columns[0].left(), cells.rank.left())
        assert cells.photo.height() / cells.photo.width() == pytest.approx(16 / 9, rel=0.02)
    if width < 420:
        return
    shares = metrics.horizontalAdvance("61%") + 4 + metrics.horizontalAdvance("93%")
    assert shares <= cells.columns[SHARE].width()
    cost = Range(14_000, 20_000, 26_000, "CNY/day", Basis.ESTIMATED)
    for lang in ("zh", "en"):
        text = present_number(cost, lang, compact=True).text
        assert metrics.horizontalAdvance(text) <= cells.columns[Criterion.COST].width()


@pytest.mark.parametrize(
    ("scale", "gone"),
    [(1.0, set()), (1.3, {Criterion.UPLIFT}), (1.5, {Criterion.UPLIFT, Criterion.SUBSIDY})],
)
def test_large_text_drops_columns_rather_than_mix_figures(qapp, scale, gone):
    theme.apply(qapp, theme.PALETTES["light"], "zh", scale)
    try:
        cells = ranking_cells(446, photos=True)
        assert set(CRITERIA) - set(cells.columns) == gone
        width = QFontMetricsF(theme.font(12)).horizontalAdvance("≈ 0.5–2.4 万 + ?")
        assert width <= cells.columns[Criterion.COST].width()
    finally:
        theme.apply(qapp, theme.PALETTES["light"], "zh", 1.0)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_click_on_a_figure_asks(qtbot, shown, criterion):
    delegate = shown.itemDelegate()
    index = shown.model().index(1)
    place = delegate.figure_rect(shown, index, criterion).center().toPoint()
    with qtbot.waitSignal(delegate.figureClicked) as told:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["site1", criterion]
    assert shown.currentIndex().data(Role.ID) == "site1"


def test_a_click_on_the_name_only_selects(qtbot, shown):
    rect = shown.visualRect(shown.model().index(2))
    with qtbot.assertNotEmitted(shown.itemDelegate().figureClicked):
        qtbot.mouseClick(
            shown.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(90, 14)
        )
    assert shown.currentIndex().row() == 2


def test_the_tool_tip_tells_the_figure_in_full(qtbot, shown, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda pos, text, *rest: told.append(text))
    delegate, index = shown.itemDelegate(), shown.model().index(2)
    option = QStyleOptionViewItem()
    option.rect = shown.visualRect(index)
    for criterion in FIGURES:
        at = delegate.figure_rect(shown, index, criterion).center().toPoint()
        event = QHelpEvent(QEvent.Type.ToolTip, at, shown.viewport().mapToGlobal(at))
        assert delegate.helpEvent(event, shown, option, index)
    assert "万元/天" in told[0]
    assert "0–10 万元" in told[1]
    assert "人次" in told[2]


@pytest.mark.parametrize(
    ("direct", "stand_in", "words"),
    [(27, 4, "可拍 27·代用 4"), (27, 0, "可拍 27"), (0, 4, "代用 4"), (0, 0, "拍不了")],
)
def test_fit_is_told_in_scenes(shown, direct, stand_in, words):
    model = RankingModel()
    model.set_ranking(ranking([offer(1, direct=direct, stand_in=stand_in)]), 55)
    assert shown.itemDelegate().fit_words(model.index(0).data(Role.ROW)) == words


def test_an_unknown_subsidy_is_not_an_empty_bar(shown):
    """Unknown is hatched; a known nought is not."""
    model = shown.model()
    zero = Subsidy(Range(0, 0, 0, "CNY", Basis.PUBLISHED), 0.0, None)
    looks = []
    for subsidy in (None, zero):
        model.set_ranking(ranking([offer(0, subsidy=subsidy)]), 6)
        rect = shown.itemDelegate().figure_rect(shown, model.index(0), Criterion.SUBSIDY)
        looks.append(shown.viewport().grab(rect.toRect()).toImage())
    assert looks[0] != looks[1]


def test_a_new_order_is_drawn(qtbot, shown):
    shown.grab()
    before = shown.viewport().grab().toImage()
    shown.model().set_order(order(range(5)))
    assert shown.viewport().grab().toImage() != before
    assert shown.indexAt(QPoint(60, 20)).data(Role.ID) == "site4"


def test_the_header_names_the_ends(qtbot, shown):
    header = RankingHeader(shown)
    qtbot.addWidget(header)
    header.resize(440, 38)
    ends = header.ends(shown.model().frame.scales)
    assert ends[Criterion.COST] == "0–2 万元"
    assert ends[Criterion.SUBSIDY] == "0–10 万元"
    assert "对数" in ends[Criterion.UPLIFT]
    assert not header.grab().isNull()


def test_cities_are_drawn_too(qtbot):
    model = CityModel()
    model.set_ranking(ranking([offer(1)]))
    view = RowsView()
    qtbot.addWidget(view)
    delegate = RankingDelegate()
    view.show_rows(model, delegate)
    view.resize(420, 200)
    assert not view.grab().isNull()
    assert delegate.fit_words(model.index(0).data(Role.ROW)) == "可拍 1·缺 1"
    assert model.index(0).data(Role.PHOTO) is None


@pytest.mark.parametrize("width", [240, 296, 700])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sets_are_drawn(qtbot, monkeypatch, width, lang):
    monkeypatch.setattr(theme._Now, "lang", lang)
    model = SetsModel()
    model.set_script(script(), None, {f"s{n}": "none" for n in range(6)})
    view = RowsView()
    qtbot.addWidget(view)
    view.show_rows(model, SetsDelegate())
    view.resize(width, 200)
    view.setCurrentIndex(model.index(0))
    assert not view.grab().isNull()


def test_day_and_night_are_counted_as_crews_do():
    times = {DayPart.NIGHT: 3, DayPart.DAY: 6}
    assert set_times(IntExt.BOTH, times, "zh") == "内外·日 6 夜 3"
    assert set_times(IntExt.BOTH, times, "en") == "INT/EXT D6 N3"
    assert set_times(None, {}, "zh") == ""


def test_whole_words_are_kept_and_the_rest_counted(qapp):
    font = theme.font(12)
    words = ("Classical garden", "Waterside pavilion", "Boat")
    assert list_that_fits(words, font, 1000, ", ") == ", ".join(words)
    assert list_that_fits(words, font, 140, ", ") == "Classical garden +2"
