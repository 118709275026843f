"""The small widgets: they answer clicks and keys, tell screen readers, and keep their word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from geo.model import Basis, Kind, Range, Source, unknown
from gui import theme
from gui.texts import Coverage, Scale
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.empty_card import EmptyCard
from gui.widgets.message_strip import MessageStrip
from gui.widgets.number_label import NumberLabel
from gui.widgets.painters import (
    kind_path,
    paint_coverage,
    paint_kind,
    paint_range,
    paint_subsidy,
)
from gui.widgets.pane import Pane
from gui.widgets.progress_strip import PATIENCE_MS, ProgressStrip
from gui.widgets.search_field import SearchField
from gui.widgets.segments import Segments
from gui.widgets.source_popover import SourcePopover
from tests.gui.offers import HEARSAY, PAPER

ESTIMATE = Range(14_000, 19_000, 26_000, "CNY/day", Basis.ESTIMATED, (PAPER, HEARSAY))


def canvas(paint):
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.current().card))
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, 100, 20))
    painter.end()
    return image


def ink(image):
    """The columns in which something stands."""
    ground = QColor(theme.current().card).rgb()
    columns = (
        x for x in range(100) if any(image.pixel(x, y) != ground for y in range(image.height()))
    )
    return list(columns)


def darkest(image):
    return min(range(100), key=lambda x: sum(image.pixelColor(x, y).lightness() for y in range(20)))


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0])
def test_the_dot_stands_where_the_scale_says(qapp, share):
    figure = Range(None, share * 1000, None, "CNY", Basis.PUBLISHED)
    image = canvas(lambda p, r: paint_range(p, r, figure, Scale(0, 1000), theme.current().cost))
    assert darkest(image) == pytest.approx(4 + share * 92, abs=2)


def test_an_open_top_has_an_arrow_and_no_dot_is_made_up(qapp):
    colour = theme.current().cost
    scale = Scale(0, 1000)
    pictures = {
        name: canvas(lambda p, r, one=one: paint_range(p, r, one, scale, colour))
        for name, one in {
            "open": Range(500, None, None, "CNY", Basis.ESTIMATED),
            "closed": Range(500, None, 1000, "CNY", Basis.ESTIMATED),
            "middle": Range(500, 700, 1000, "CNY", Basis.ESTIMATED),
            "solid": Range(500, 700, 1000, "CNY", Basis.PUBLISHED),
            "unknown": unknown("CNY"),
            "nought": Range(0, 0, 0, "CNY", Basis.PUBLISHED),
        }.items()
    }
    bits = [bytes(picture.constBits()) for picture in pictures.values()]
    assert len(set(bits)) == len(bits)


def test_subsidy_kinds_look_different(qapp):
    scale = Scale(0, 100)
    triples = [(60, None, None), (0, 60, None), (0, None, 60), (0, None, None), (20, 40, 60)]
    drawn = [
        canvas(lambda p, r, one=one: paint_subsidy(p, r.adjusted(0, 4, 0, -4), *one, scale))
        for one in triples
    ]
    assert len({bytes(picture.constBits()) for picture in drawn}) == 5
    assert ink(drawn[3]) == []
    assert max(ink(drawn[0])) == pytest.approx(60, abs=3)


def test_marks_differ_in_shape(qapp):
    paths = [kind_path(kind, 6) for kind in Kind]
    corners = {path.elementCount() for path in paths}
    assert len(corners) >= 3
    drawn = [canvas(lambda p, r, k=kind: paint_kind(p, QPointF(50, 10), k)) for kind in Kind]
    discs = [canvas(lambda p, r, c=one: paint_coverage(p, QPointF(50, 10), c)) for one in Coverage]
    assert len({bytes(picture.constBits()) for picture in drawn + discs}) == 7


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_figure_answers_keys(qtbot, key):
    label = NumberLabel(ESTIMATE, name="净费用")
    qtbot.addWidget(label)
    with qtbot.waitSignal(label.asked):
        qtbot.keyClick(label, key)
    assert label.accessibleName() == "净费用 估算，1.4 到 2.6 万元/天"


def test_a_figure_answers_a_click_and_keeps_its_room(qtbot):
    label = NumberLabel(ESTIMATE)
    qtbot.addWidget(label)
    with qtbot.waitSignal(label.asked):
        qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    assert label.minimumSizeHint() == label.sizeHint()
    assert label.sizeHint().height() >= 24
    label.set_figure(None)
    assert label.sizeHint().width() == 0


def test_a_figure_follows_the_language(qtbot, monkeypatch):
    label = NumberLabel(ESTIMATE)
    qtbot.addWidget(label)
    monkeypatch.setattr(theme._Now, "lang", "en")
    QApplication.sendEvent(label, QEvent(QEvent.Type.LanguageChange))
    assert label.look.text == "≈ 14,000–26,000"


@pytest.fixture
def page(qtbot):
    made = QWidget()
    box = QVBoxLayout(made)
    made.figure = NumberLabel(ESTIMATE, name="场地费")
    box.addWidget(QLineEdit())
    box.addWidget(made.figure)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.figure.setFocus()
    return made


def opened(page, **values):
    popover = SourcePopover(page)
    popover.explain(ESTIMATE, title="场地费", **values)
    corner = page.figure.mapToGlobal(page.figure.rect().topLeft())
    popover.open_at(QRect(corner, page.figure.size()))
    return popover


@pytest.mark.parametrize("quotable", [True, False])
def test_esc_closes_the_popover_and_gives_the_focus_back(qtbot, page, quotable):
    popover = opened(page, quotable=quotable)
    assert popover.isVisible()
    qtbot.keyClick(popover._quote if quotable else popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert page.figure.hasFocus()


def test_the_popover_asks_for_a_quote(qtbot, page):
    popover = opened(page, quotable=True)
    with qtbot.waitSignal(popover.quote_asked):
        qtbot.keyClick(popover._quote, Qt.Key.Key_Space)
    assert not popover.isVisible()


def test_only_safe_sources_are_links(qtbot, page, monkeypatch):
    gone = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: gone.append(url.toString()))
    popover = opened(page)
    texts = [label.text() for label in popover.findChildren(QLabel)]
    linked = [text for text in texts if "<a " in text]
    assert len(linked) == 1
    assert PAPER.title in linked[0]
    assert any(HEARSAY.title in text for text in texts)
    assert any("某站 · 2024-12" in text for text in texts)
    link = next(label for label in popover.findChildren(QLabel) if "<a " in label.text())
    link.linkActivated.emit(PAPER.url)
    assert gone == [PAPER.url]
    popover.hide()


def test_titles_are_text_not_markup(qtbot, page):
    source = Source("<b>x</b>", "y", url="javascript:1", link_safe=True)
    nasty = Range(1, 1, 1, "CNY", Basis.PUBLISHED, (source,))
    popover = SourcePopover(page)
    popover.explain(nasty)
    texts = [label.text() for label in popover.findChildren(QLabel)]
    assert "&lt;b&gt;x&lt;/b&gt;" in texts


def test_unknown_is_explained(qtbot, page):
    popover = SourcePopover(page)
    popover.explain(unknown("CNY"), title="补贴")
    assert "未知不是 0" in popover._sentence.text()


def test_the_strip_waits_before_it_shows(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.start("正在排名", "停下也会留住目前最好的计划。")
    strip.step("比较城市", 2, 5)
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible, timeout=PATIENCE_MS * 10)
    assert strip._where.text() == "第 3 步，共 5 步：比较城市"
    assert strip._bar.value() == 2
    with qtbot.waitSignal(strip.stop_asked):
        strip._stop.click()
    strip.finish()
    assert not strip.isVisible()


def test_quick_work_shows_nothing(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    strip.start("正在排名")
    strip.finish()
    qtbot.wait(PATIENCE_MS + 60)
    assert not strip.isVisible()


@pytest.mark.parametrize("tone", ["err", "warn", "info", "ok"])
def test_a_message_stays_till_read(qtbot, tone):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.tell(tone, "这个文件读不了", "换一个", actions=[("other", "换个文件")], details="第 3 行")
    assert strip.isVisible()
    assert (strip.accessibleName(), strip.accessibleDescription()) == ("这个文件读不了", "换一个")
    assert not strip._details.isVisible()
    strip._fold.click()
    assert strip._details.isVisible()
    with qtbot.waitSignal(strip.chosen) as told:
        strip._buttons[0].click()
    assert told.args == ["other"]
    with qtbot.waitSignal(strip.closed):
        strip._close.click()
    assert not strip.isVisible()


def test_a_message_offers_two_ways_out_at_most(qtbot):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    with pytest.raises(ValueError, match="two"):
        strip.tell("info", "x", actions=[("a", "a"), ("b", "b"), ("c", "c")])


def test_segments_are_exclusive(qtbot):
    segments = Segments([("yes", "是"), ("no", "否"), ("open", "不知道")])
    qtbot.addWidget(segments)
    heard = []
    segments.chosen.connect(heard.append)
    segments.choose("open")
    assert heard == []
    segments.button("yes").click()
    qtbot.keyClick(segments.button("yes"), Qt.Key.Key_Right)
    assert segments.choice == "no"
    qtbot.keyClick(segments.button("no"), Qt.Key.Key_Left)
    qtbot.keyClick(segments.button("yes"), Qt.Key.Key_Left)
    assert heard == ["yes", "no", "yes", "open"]
    segments.button("open").click()
    assert segments.choice == "open"
    segments.set_options([("yes", "Yes"), ("no", "No"), ("open", "Not known")])
    assert segments.choice == "open"
    assert segments.button("no").text() == "No"


def test_long_names_give_way_in_the_middle(qtbot):
    label = ElidedLabel("Guangxi Film Studio and its eleven standing sets")
    qtbot.addWidget(label)
    label.resize(140, 20)
    assert not label.grab().isNull()
    shown = label.shown()
    assert "…" in shown
    assert shown[0] == "G"
    assert shown[-1] == "s"
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


def test_an_empty_place_says_what_to_do(qtbot):
    card = EmptyCard()
    qtbot.addWidget(card)
    ways = [("wider", "放宽"), ("stand_in", "允许代用")]
    card.tell("没有能拍医院的地方", "最近的在 84 km 外", ways)
    with qtbot.waitSignal(card.chosen) as told:
        card._buttons.itemAt(1).widget().click()
    assert told.args == ["stand_in"]
    card.tell("空")
    assert card._buttons.count() == 1


def test_search_hides_its_hint_and_tells(qtbot):
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    heard = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(field.edit, "ab")
    assert heard == ["a", "ab"]
    assert not field._hint.isVisible()
    with qtbot.waitSignal(field.entered) as told:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert told.args == ["ab"]


def test_panes_hear_of_language_and_theme(qtbot):
    class Ear(Pane):
        def __init__(self):
            super().__init__()
            self.heard = []

        def retranslate(self):
            self.heard.append("language")

        def restyle(self):
            self.heard.append("theme")

    ear = Ear()
    qtbot.addWidget(ear)
    QApplication.sendEvent(ear, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(ear, QEvent(QEvent.Type.StyleChange))
    assert ear.heard == ["language", "theme"]


def test_every_icon_can_be_drawn(qapp):
    names = sorted(path.stem for path in icons.FOLDER.glob("*.svg"))
    assert (icons.FOLDER / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    for name in names:
        drawn = icons.pixmap(name, 16, theme.current().ink).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(32) for y in range(32)), name
    assert not icons.icon("search").isNull()
