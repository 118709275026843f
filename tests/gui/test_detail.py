"""The explanation of a place: sentences, figures that answer, sources numbered once."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from geo.model import (
    Basis,
    CityOffer,
    Effect,
    Excluded,
    Finding,
    FitPart,
    Lost,
    Match,
    Reason,
    Source,
)
from geo.phrases import load_phrases, pct
from gui import theme
from gui.pages.sites import SitesPage
from gui.texts import Role, RowShares
from gui.widgets.alike_section import Likeness
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
    scenes, about = told.sections
    assert "'1-2, 1-4'" in scenes.items[0].text
    assert scenes.items[1].text.startswith("detail.stands_in")
    assert [item.text for item in about.items] == ["免票"]
    numbers = [int(number) for number in re.findall(r"\[(\d+)\]", about.title)]
    assert [told.sources[n - 1] for n in numbers] == list(dict.fromkeys(one.site.sources))


def test_nothing_is_summed_across_what_a_place_gains(view):
    uplift = [line.key for line in view.lines if line.group == "uplift"]
    assert uplift == ["crew_spending", "city_revenue", "visits"]


def test_an_unpriced_line_is_listed_as_unknown(view, panel):
    permit = next(line for line in view.lines if line.key == "permit")
    assert permit.figure.basis is Basis.UNKNOWN
    assert panel.figure("cost", "permit").look.boxed


def test_the_panel_says_everything(panel, view):
    panel.open_section("sources")
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
    panel.explain(detail_of_site(offer(2), say, photos=(str(tmp_path / "none.jpg"),)))
    assert panel.strip.isVisible()
    assert not panel._no_photo.isVisible()
    with qtbot.waitSignal(panel.photo_opened) as told:
        panel.strip.tiles[0].click()
    assert told.args == ["site2", 0]
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


OLD = Source("暂行规定", "文化部", "1985-04-19")


def finding(rule, effect, days=None, working=False, unchecked=False):
    reasons = (Reason(f"permit_{effect.value}", {"what": rule}),)
    if unchecked:
        reasons += (Reason("permit_unchecked", {"dated": "1985"}),)
    return Finding(rule, effect, reasons, days, working, "medium", (OLD,))


BARS = finding("inside", Effect.OUTDOORS, unchecked=True)
PAPERS = finding("papers", Effect.PERMIT, 20, working=True)
ASKS = finding("rooms", Effect.ASK)
LABELS = {f"s{n}": f"1-{n}" for n in range(6)}


def guarded(*, lost=(), matched=()):
    """A place where rules bear: on these lost scenes, and on all that it serves."""
    one = offer(1)
    matches = tuple(replace(match, findings=tuple(matched)) for match in one.matches)
    gone = tuple(Lost(scene, found) for scene, found in lost)
    return replace(one, matches=matches, lost=gone)


def tell(reason):
    return " ".join([reason.code, *(f"{key}={value}" for key, value in reason.values.items())])


def permits(one):
    view = detail_of_site(one, tell, labels=LABELS)
    return next((part for part in view.sections if part.key == "permits"), None)


def test_each_rule_is_told_once_with_its_scenes_and_source():
    part = permits(guarded(matched=(PAPERS, ASKS)))
    papers, heading, asks = part.items
    assert papers.text.startswith("permit_permit")
    assert papers.more[0] == "detail.for_scenes scenes=1-0detail.comma_list1-1detail.comma_list" \
        "1-2detail.comma_list1-3"  # fmt: skip
    assert "date=1985-04-19" in papers.more[-1]
    assert heading.heading
    assert asks.text.startswith("permit_ask")
    assert "detail.papers n=1" in part.gist
    assert "detail.lead_working days=20" in part.gist
    assert not part.opened


def test_scenes_lost_to_a_rule_come_first():
    part = permits(guarded(lost=(("s5", (BARS, ASKS)),), matched=(ASKS,)))
    assert part.items[0].text == "detail.lost_scenes n=1 scenes=1-5"
    assert [item.warn for item in part.items] == [True, True, False, False]
    assert "permit_unchecked dated=1985" in part.items[1].more
    assert part.gist.startswith("detail.lost n=1")
    assert part.opened
    assert part.warn


def test_with_no_risk_taken_the_papers_keep_a_scene_away():
    part = permits(guarded(lost=(("s5", (PAPERS, ASKS)),)))
    assert [item.text.split()[0] for item in part.items] == ["detail.lost_scenes", "permit_permit"]


def test_where_no_rule_bears_nothing_is_said():
    assert permits(offer(1)) is None
    assert detail_of_site(offer(1), tell).agreed is None


def test_what_the_must_haves_leave_open_is_asked():
    part = permits(replace(offer(1), asks=(Reason("ask_must_price", {"cap": 3000}),)))
    assert [item.text for item in part.items] == ["ask_must_price cap=3000"]
    assert part.gist == "detail.asks n=1"


def test_every_part_of_a_fit_is_told_what_costs_first():
    one = offer(1, direct=1, stand_in=0)
    parts = (
        FitPart("type", 1.0, Reason("fit_direct")),
        FitPart("era", 0.8, Reason("fit_era")),
        FitPart("time", 1.0, Reason("ask_time")),
        FitPart("size", 0.6, Reason("fit_size_tight")),
        FitPart("flags", 1.0, Reason("fit_flags")),
        FitPart("distance", 1.0, Reason("fit_distance")),
    )
    one = replace(one, matches=(replace(one.matches[0], parts=parts),))
    (section,) = (part for part in detail_of_site(one, tell).sections if part.key == "scenes")
    assert section.items[0].more == (
        "fit_era fit_size_tight",
        "ask_time",
        "fit_direct fit_flags fit_distance",
    )


class TestAgreeing:
    def test_a_tick_says_what_the_manager_said(self, qtbot, panel):
        panel.explain(detail_of_site(guarded(matched=(PAPERS,)), tell))
        assert panel.agree_box is None
        panel.open_section("permits")
        with qtbot.waitSignal(panel.agreed) as told:
            panel.agree_box.click()
        assert told.args == ["site1", True]

    def test_once_agreed_it_can_be_taken_back(self, qtbot, panel):
        """The rules are silent then; the tick stays."""
        panel.explain(detail_of_site(offer(1), tell, agreed=True))
        assert panel.agree_box.isChecked()
        with qtbot.waitSignal(panel.agreed) as told:
            panel.agree_box.click()
        assert told.args == ["site1", False]

    def test_a_place_left_out_says_so_above_all(self, panel):
        one = guarded(lost=(("s5", (BARS,)),))
        because = BARS.reasons
        one = replace(one, matches=(), reasons=(*because, *one.reasons))
        left_out = Excluded("site1", because, "甲", "A", by_rule=True)
        view = detail_of_site(one, tell, excluded=left_out)
        panel.explain(view)
        first = panel._words.itemAt(0).widget()
        texts = [label.text() for label in first.findChildren(QLabel)]
        assert texts[0] == "没有列进来"
        assert texts[1].startswith("permit_outdoors")
        assert panel.agree_box.parent() is first
        assert not panel.standing.isVisible()
        assert "permit_outdoors what=inside" not in view.sentences
        assert panel._title.text() == "第1处园林"

    def test_what_a_must_have_shuts_out_no_manager_opens(self, panel):
        left_out = Excluded("site1", (Reason("must_city"),), "甲", "A")
        panel.explain(detail_of_site(offer(1), tell, excluded=left_out))
        assert panel.agree_box is None


class TestSections:
    def test_what_the_reader_folded_stays_so(self, qtbot, panel):
        fold = panel.sections["money"]
        assert fold.opened
        qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
        panel.explain(detail_of_site(offer(2), say))
        assert not panel.sections["money"].opened

    def test_folded_figures_still_answer(self, panel):
        panel._keep("money", opened=False)
        panel.explain(detail_of_site(offer(2), say))
        panel.ask("cost", "venue")
        assert panel.popover.isVisible()
        panel.popover.hide()

    def test_the_head_says_whether_it_is_open(self, qtbot, panel):
        fold = panel.sections["money"]
        assert fold.head.accessibleName().endswith("展开着")
        qtbot.mouseClick(fold.head, Qt.MouseButton.LeftButton)
        assert fold.head.accessibleName().endswith("收着")

    def test_shares_come_without_explaining_again(self, panel):
        labels = panel.findChildren(QLabel)
        assert panel.standing.gist.text() == "正在算"
        panel.standing.show_shares(RowShares(0.61, 0.93, (0.7, 1.0), (1, 7)))
        assert panel.standing.gist.text() == "居首 61%，前三 93%，名次 1–7"
        assert panel.findChildren(QLabel) == labels

    def test_the_way_to_what_would_change_the_order(self, qtbot, panel):
        panel.open_section("standing")
        with qtbot.waitSignal(panel.standing_asked):
            panel.standing.page_button.click()


class TestAlike:
    def test_it_is_asked_for_when_opened_and_goes_there_on_a_click(self, qtbot, panel):
        with qtbot.waitSignal(panel.alike_wanted) as told:
            panel.alike.head.click()
        assert told.args == ["site1"]
        panel.alike.show_alike((), looking=True)
        assert "正在找…" in [label.text() for label in panel.alike.findChildren(QLabel)]
        found = Likeness("x", "鲁镇 & 柯岩", 0.82, "都有水乡")
        panel.alike.show_alike((found,), looking=False)
        texts = [label.text() for label in panel.alike.findChildren(QLabel)]
        assert {"很像，82%", "都有水乡"} <= set(texts)
        with qtbot.waitSignal(panel.site_asked) as told:
            panel.alike.rows["x"].click()
        assert told.args == ["x"]

    def test_nothing_like_it_is_said(self, panel):
        panel.alike.head.click()
        panel.alike.show_alike((), looking=False)
        texts = [label.text() for label in panel.alike.findChildren(QLabel)]
        assert any("没有像它的" in text for text in texts)

    def test_another_place_begins_anew(self, panel):
        panel.alike.head.click()
        panel.explain(detail_of_site(offer(2), say))
        assert not panel.alike.opened
        assert not panel.alike.rows


class TestOnThePage:
    """With the session behind it."""

    @pytest.fixture
    def page(self, shown, desk):
        return shown(SitesPage(desk))

    def test_places_like_it_are_listed(self, page, desk):
        desk.select(site="couple")
        page.rank.detail.alike.head.click()
        assert set(page.rank.detail.alike.rows) == {"tongli", "luzhen"}
        page.rank.detail.alike.rows["luzhen"].click()
        assert desk.state.selection.site == "luzhen"

    def test_what_a_manager_said_is_kept_and_can_be_undone(self, page, desk):
        page.rank.detail.agreed.emit("couple", True)
        assert desk.state.wishes.agreed == {"couple"}
        desk.select(site="couple")
        assert page.rank.detail.agree_box.isChecked()
        desk.undo()
        assert desk.state.wishes.agreed == frozenset()
        assert page.rank.detail.agree_box is None

    def test_the_shares_of_the_list_are_those_of_the_explanation(self, qtbot, page, desk):
        first = page.rank.lists.sites.model.index(0)
        qtbot.waitUntil(lambda: first.data(Role.SHARES) is not None)
        desk.select(site=str(first.data(Role.ID)))
        shares = first.data(Role.SHARES)
        assert pct(shares.first) in page.rank.detail.standing.gist.text()

    def test_the_page_that_says_more_is_asked_for(self, qtbot, page):
        with qtbot.waitSignal(page.page_asked) as told:
            page.rank.detail.standing.page_button.click()
        assert told.args == ["defend"]

    def test_a_moved_slider_explains_nothing_again(self, page, desk, monkeypatch):
        pane = page.rank.explanation
        desk.select(site="couple")
        asked = []
        monkeypatch.setattr(pane, "_view", lambda hints: asked.append(hints))
        weights = dict(desk.state.weights)
        desk.set_weights({**weights, "fit": 0.6, "cost": 0.1})
        assert asked == []
