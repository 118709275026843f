"""The explanation of a place: sentences, figures that answer, sources numbered once."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from geo.model import Basis, CityOffer, Match, Reason
from geo.phrases import load_phrases
from gui import theme
from gui.widgets.detail_panel import DetailPanel
from gui.widgets.detail_view import detail_of_city, detail_of_site
from tests.gui.offers import offer, paid

PHRASES = Path(__file__).resolve().parents[2] / "assets" / "phrases"


def say(reason):
    return f"<{reason.code}>"


@pytest.fixture
def view():
    return detail_of_site(offer(1, subsidy=paid(30_000, 50_000, 80_000)), say)


@pytest.fixture
def panel(qtbot, view):
    made = DetailPanel()
    qtbot.addWidget(made)
    made.resize(440, 420)
    made.explain(view)
    made.show()
    return made


def test_sources_are_numbered_once(view):
    titles = [source.title for source in view.sources]
    assert len(titles) == len(set(titles))
    for line in view.lines:
        cited = [view.sources[number - 1] for number in line.notes]
        assert set(line.figure.sources) <= set(cited)


def test_the_scenes_are_told_by_what_serves_them_as_written_first():
    one = offer(1)
    known = [
        Match("s", "1-1", 0.7, "night_market", "ancient_street", direct=False),
        Match("s", "1-2", 1.0, "teahouse", "teahouse", direct=True),
        Match("s", "1-4", 1.0, "teahouse", "teahouse", direct=True),
    ]

    def tell(reason):
        return f"{reason.code} {dict(reason.values)}"

    told = detail_of_site(replace(one, matches=tuple(known)), tell, about=("免票", ""))
    (_, scenes), (about, sentences) = told.parts
    assert "'1-2, 1-4'" in scenes[0]
    assert scenes[1].startswith("detail.stands_in")
    assert sentences == ("免票",)
    numbers = [int(number) for number in re.findall(r"\[(\d+)\]", about)]
    assert [told.sources[n - 1] for n in numbers] == list(dict.fromkeys(one.site.sources))


def test_nothing_is_summed_across_what_a_place_gains(view):
    uplift = [line.key for line in view.lines if line.group == "uplift"]
    assert uplift == ["crew_spending", "city_revenue", "visits"]


def test_an_unpriced_line_is_listed_as_unknown(view, panel):
    permit = next(line for line in view.lines if line.key == "permit")
    assert permit.figure.basis is Basis.UNKNOWN
    assert panel.figure("cost", "permit").look.boxed


def test_the_panel_says_everything(panel, view):
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "为什么是第1处园林" in texts
    assert "<serves>" in texts
    assert {line.label for line in view.lines} <= set(texts)
    assert any(text.startswith("[1] 某报") for text in texts)
    assert any("还没有照片" in text for text in texts)


def test_every_figure_opens_its_sources(qtbot, panel, view):
    for line in view.lines:
        number = panel.figure(line.group, line.key)
        qtbot.mouseClick(number, Qt.MouseButton.LeftButton)
        assert panel.popover.isVisible()
        assert panel.popover.accessibleName() == line.label
        assert panel.popover._quote.isVisible() == (line.key == "venue")
        panel.popover.hide()


def test_a_quote_is_asked_for_the_right_line(qtbot, panel):
    panel.ask("cost", "venue")
    with qtbot.waitSignal(panel.quote_asked) as told:
        panel.popover._quote.click()
    assert told.args == ["site1", "venue"]


def test_photos_are_asked_for(qtbot, panel):
    with qtbot.waitSignal(panel.photos_asked) as told:
        panel._no_photo.linkActivated.emit("photos")
    assert told.args == ["site1"]


def test_a_photo_is_shown(qtbot, panel, tmp_path):
    panel.explain(detail_of_site(offer(2), say, photo=str(tmp_path / "none.jpg")))
    assert panel._photo.isVisible()
    assert not panel._no_photo.isVisible()
    assert not panel.grab().isNull()


def test_explaining_again_leaves_nothing_behind(qtbot, panel):
    def children():
        QApplication.sendPostedEvents(None, 52)  # deferred delete
        return len(panel.findChildren(QLabel))

    panel.explain(detail_of_site(offer(2), say))
    before = children()
    for _ in range(3):
        panel.explain(detail_of_site(offer(2), say))
    assert children() == before
    panel.explain(None)
    assert "选一处" in panel._title.text()


def test_a_city_is_explained_without_photos(qtbot, panel):
    one = offer(1)
    city = CityOffer("苏州", "320500", 0.5, (), (), (), one.cost, one.subsidy, one.uplift)
    panel.explain(detail_of_city(city, say, name_en="Suzhou"))
    assert panel._title.text() == "为什么是苏州"
    assert not panel._no_photo.isVisible()


def test_the_figures_have_names_in_both_languages(view):
    phrases = load_phrases(PHRASES)
    keys = ["per_day", "total", "subsidy", *(x.key for x in view.lines if x.group == "uplift")]
    for lang in ("zh", "en"):
        assert all(phrases.say(f"detail.{key}", lang) != f"detail.{key}" for key in keys)


def test_the_same_sentence_is_told_once():
    one = offer(1)
    view = detail_of_site(one, say, hints=[Reason("serves"), Reason("ask_first")])
    assert view.sentences == ("<serves>", "<ask_first>")


def test_the_language_turns_the_heading(panel, monkeypatch):
    monkeypatch.setattr(theme._Now, "lang", "en")
    panel.retranslate()
    assert "Garden number 1" in panel._title.text()
