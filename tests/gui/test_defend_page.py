"""The page on how firm the ranking is: what it tells, what it keeps, and what each click does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from geo.model import (
    Criterion,
    Excluded,
    FindOut,
    Hold,
    Kind,
    Loss,
    Method,
    Must,
    MustCode,
    OwnCriterion,
    Reason,
    Robustness,
)
from geo.phrases import pct
from gui import theme
from gui.pages.defend import DefendPage, find_pane
from gui.pages.defend.excluded_dialog import ExcludedDialog
from gui.pages.defend.lead_head import KNOWN, NEAR
from gui.pages.defend.page import FIND
from gui.pages.defend.words import rank_text
from gui.texts.fronts import FEW, FrontChart, Spot, Ticks, front_chart, front_steps
from gui.texts.scales import Scale
from gui.widgets.front_chart import FrontChartView
from gui.widgets.front_labels import place_labels
from tests.gui import offers
from tests.gui.ranking_stand_in import defence


@pytest.fixture
def defended(qtbot, desk):
    """A session whose ranking has been defended."""
    qtbot.waitUntil(lambda: desk.state.defence is not None and desk.state.defence.done)
    return desk


@pytest.fixture
def page(defended, shown):
    return shown(DefendPage(defended))


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def rows(page):
    return page.lead.list.model.rows


def put_defence(desk, **parts):
    desk.put(defence=replace(desk.state.defence, **parts))


def column_of(desk, site_id):
    return desk.state.ranking.columns.of_site[site_id]


class TestLead:
    def test_the_answer_is_one_figure_with_a_name(self, page):
        assert page.lead.head.hero.text() == "60%"
        assert page.lead.head.name.text() == "的侧重里，同里影视基地 排第一"
        assert page.lead.head.told.text() == "90% 进前三，费用占 60% 以上时让给 耦园。"
        assert "60%" in page.lead.head.accessibleName()

    def test_a_place_that_is_first_more_often_is_named(self, page, desk):
        firm = desk.state.defence.robustness
        first = firm.first.copy()
        leader = column_of(desk, "tongli")
        first[:] = 0
        first[leader], first[column_of(desk, "luzhen")] = 0.26, 0.71
        put_defence(desk, robustness=replace(firm, first=first))
        assert page.lead.head.told.text().endswith("更常排第一的是 鲁镇（71%）。")
        first = first.copy()
        first[leader] = 0.7
        put_defence(desk, robustness=replace(firm, first=first))
        assert "更常" not in page.lead.head.told.text()

    def test_the_list_says_how_often_and_when_it_changes(self, page):
        first, second, third = rows(page)
        assert (first.name, first.shares, first.ranks) == ("同里影视基地", "60% · 90%", "名次 1–3")
        assert first.change == "费用占 60% 以上时让给 耦园"
        assert second.change == "费用占 60% 以上时升到第 1"
        assert (third.ranks, third.change) == ("第 3 名", "")
        model = page.lead.list.model
        said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
        assert "居首 60%，前三 90%" in said

    def test_the_nearest_way_to_the_lead_is_told(self, page, desk):
        third = column_of(desk, "luzhen")
        far = Hold("fit", 0.3, 0.0, 0.9, None, third)
        near = Hold("uplift", 0.1, 0.04, 0.5, third, None)
        put_defence(desk, holds=(far, near))
        assert rows(page)[2].change == "拉动占不到 4% 时升到第 1"

    def test_an_open_subsidy_says_from_what_sum(self, page, desk):
        values = {"site_id": "luzhen", "amount": 60_000.0, "city": "绍兴", "site": "鲁镇"}
        hint = Reason("subsidy_unknown_would_lead", values)
        desk.put(ranking=replace(desk.state.ranking, hints=(hint,)))
        assert rows(page)[2].change == "补贴若超过 6 万元 升到第 1"

    def test_what_no_single_weight_can_cost_is_said(self, page, desk):
        put_defence(desk, loss=None)
        assert rows(page)[0].change == "单改哪一项，都还是第一"
        put_defence(desk, loss=Loss("fit", -0.2, 0.1, 2))
        assert rows(page)[0].change == "匹配占不到 10% 时让给 鲁镇"
        put_defence(desk, loss=Loss("fit", -0.2, 0.004, 2))
        assert rows(page)[0].change == "匹配占不到 1% 时让给 鲁镇"

    def test_weightings_alone_or_with_what_is_open(self, qtbot, page, desk):
        known = desk.state.defence.as_known
        sure = Robustness(10_000, known.first * 0 + 1, known.top3, known.top10, known.leaders,
                          known.central)  # fmt: skip
        put_defence(desk, as_known=sure)
        assert rows(page)[0].first == pytest.approx(0.6)
        click(qtbot, page.lead.head.what.button(KNOWN))
        assert rows(page)[0].first == 1
        # with every figure as counted a rank is not open
        assert rows(page)[0].ranks == ""
        assert page.lead.head.hero.text() == "100%"

    def test_only_weightings_like_mine(self, qtbot, page, desk, stand_in):
        click(qtbot, page.lead.head.which.button(NEAR))
        assert desk.state.near
        qtbot.waitUntil(lambda: desk.state.defence.near)
        assert ("defend", True) in stand_in.asked
        assert page.lead.head.name.text() == "的相近侧重里，同里影视基地 排第一"

    def test_a_row_selects_the_place_and_follows_the_choice(self, qtbot, page, desk):
        view = page.lead.list.view
        at = view.visualRect(view.model().index(1, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert desk.state.selection.site == "couple"
        desk.select(site="luzhen")
        assert view.currentIndex().row() == 2
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Up)
        assert desk.state.selection.site == "couple"

    def test_the_safe_stretch_of_each_weight(self, page):
        [track] = page.lead.holds.tracks
        assert track.row.name == "费用"
        assert "占 10% 到 60% 都守得住，现在 40%，再高让给 耦园" in track.accessibleName()

    def test_a_criterion_of_ones_own_has_its_own_name(self, page, desk):
        own = OwnCriterion("own.1", "老板喜欢")
        ranking = desk.state.ranking
        wishes = replace(ranking.wishes, own=(own,), extra=("own.1",))
        desk.put(ranking=replace(ranking, wishes=wishes))
        put_defence(desk, holds=(Hold("own.1", 0.1, 0.0, 0.4, None, 1),))
        assert page.lead.holds.tracks[0].row.name == "老板喜欢"
        assert rows(page)[1].change == "老板喜欢占 40% 以上时升到第 1"

    def test_one_place_alone_has_nothing_to_stand_against(self, page, desk):
        one = desk.state.ranking
        one = replace(one, sites=one.sites[:1], site_order=offers.order([1]))
        desk.put(ranking=one, defence=None)
        desk.put(defence=defence(one))
        assert page.lead.head.name.text() == "只有 同里影视基地 能排"
        assert not page.lead.head.hero.isVisible()
        assert len(rows(page)) == 1


class TestWhileItComes:
    def test_the_last_answer_stays_until_the_next(self, page, desk):
        drawn = rows(page)
        desk.put(defence=None)
        assert rows(page) == drawn
        assert page.asks.cards
        assert page.methods.cells[Method.TOPSIS][0].text() == "同里影视基地"

    def test_half_an_answer_is_shown_and_said_to_move(self, qtbot, page, desk):
        desk.put(defence=defence(desk.state.ranking, samples=256, done=False))
        assert page.lead.head.hero.text() == "60%"
        assert not page.lead.bar.isVisible()
        qtbot.waitUntil(page.lead.bar.isVisible)
        assert page.lead._count.text() == "还在试别的侧重，数字会动"
        desk.put(defence=defence(desk.state.ranking))
        assert not page.lead.bar.isVisible()
        assert page.lead._count.text() == "10,000 种侧重"

    def test_a_quick_answer_shows_no_strip(self, qtbot, page, desk):
        desk.put(defence=defence(desk.state.ranking, samples=256, done=False))
        desk.put(defence=defence(desk.state.ranking))
        qtbot.wait(350)
        assert not page.lead.bar.isVisible()

    def test_before_the_first_answer_the_order_is_there(self, qtbot, desk, shown):
        desk.stop("defend")
        desk._draw.stop()
        desk.put(defence=None)
        made = shown(DefendPage(desk))
        assert [row.name for row in rows(made)] == ["同里影视基地", "耦园", "鲁镇"]
        assert made.lead.head.told.text() == "正在换着侧重试…"
        assert not made.lead.head.hero.isVisible()

    def test_a_mere_new_order_makes_no_new_chart(self, page, desk):
        desk.put(defence=replace(desk.state.defence, fronts={"fit": (0, 1)}))
        chart = page.chart.view.chart
        ranking = desk.state.ranking
        desk.put(ranking=replace(ranking, site_order=offers.order([1, 3, 2])))
        assert page.chart.view.chart is chart
        assert page.chart.view.leader == 1


class TestExcluded:
    @pytest.fixture
    def barred(self, page, desk):
        out = (
            Excluded("couple", (Reason("fit_direct", {"count": 1}),), "耦园", "Couple's garden"),
            Excluded("luzhen", (Reason("no_such"),), "鲁镇", "Luzhen", by_rule=True),
        )
        desk.put(ranking=replace(desk.state.ranking, excluded=out))
        return page

    def test_they_are_named_with_why_those_that_a_yes_lets_in_first(self, barred):
        box = barred.lead.out
        assert [line.row.name for line in box.lines] == ["鲁镇", "耦园"]
        assert box.lines[1].why.text() == "可拍 1 场"
        assert [line.button.isVisible() for line in box.lines] == [True, False]

    def test_the_managers_yes_and_back(self, qtbot, barred, desk):
        box = barred.lead.out
        click(qtbot, box.lines[0].button)
        assert desk.state.wishes.agreed == {"luzhen"}
        assert box.lines[0].row.way == "undo"
        click(qtbot, box.lines[0].button)
        assert desk.state.wishes.agreed == frozenset()
        desk.undo()
        assert desk.state.wishes.agreed == {"luzhen"}

    def test_the_whole_list_finds_by_name_and_lets_in(self, qtbot, barred, desk, shown):
        dialog = shown(ExcludedDialog(desk), 640, 520)
        assert dialog.model.rowCount() == 2
        dialog.search.setText("鲁")
        assert dialog.model.rowCount() == 1
        click(qtbot, dialog.button)
        assert desk.state.wishes.agreed == {"luzhen"}
        dialog.reject()
        desk.set_agreed("luzhen", agreed=False)


class TestChart:
    def test_a_click_selects_and_the_keys_walk(self, qtbot, page, desk):
        put_defence(desk, fronts={"fit": (0, 1)})
        view = page.chart.view
        spot = next(one for one in view.chart.spots if one.id == "couple")
        where = view.at(spot).toPoint()
        qtbot.mouseMove(view, where)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)
        assert desk.state.selection.site == "couple"
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Home)
        assert desk.state.selection.site == view.walk()[0].id
        qtbot.keyClick(view, Qt.Key.Key_End)
        assert desk.state.selection.site == view.walk()[-1].id

    def test_it_is_told_for_the_ear(self, page, desk):
        put_defence(desk, fronts={"fit": (0, 1)})
        desk.select(site="tongli")
        view = page.chart.view
        assert "同里影视基地" in view.accessibleName()
        assert "在最优线上" in view.accessibleDescription()
        assert len(view.accessibleDescription().splitlines()) == len(view.walk())

    def test_another_gain_asks_another_question(self, qtbot, page):
        assert page.chart._title.text() == "省钱，还是多拍几场"
        click(qtbot, page.chart.gains.button(Criterion.UPLIFT.value))
        assert page.chart._title.text() == "省钱，还是多带人来"
        assert page.chart.view.chart.front == {0, 1}

    def test_a_place_nobody_priced_is_hollow_and_its_whisker_open(self, page, desk):
        ranking = desk.state.ranking
        made = front_chart(_unpriced(ranking, 0), (), Criterion.FIT, 3, "zh")
        spots = {one.id: one for one in made.spots}
        assert not spots["tongli"].asked
        assert spots["tongli"].x_ends[1] is None
        assert spots["couple"].asked

    def test_of_very_many_only_the_best_and_the_front(self):
        some = [offers.offer(number) for number in range(3)]
        many = tuple(some[n % 3] for n in range(2_500))
        ranking = offers.ranking(many)
        made = front_chart(ranking, (2_400,), Criterion.FIT, 3, "zh")
        assert len(made.spots) == FEW + 1
        assert made.front == {2_400}

    def test_every_size_and_theme_paints(self, qapp, page, desk):
        put_defence(desk, fronts={"fit": (0, 1), "uplift": (0,), "subsidy": ()})
        for name in ("dark", "sunlit", "light"):
            theme.apply(qapp, theme.PALETTES[name], "zh")
            assert not page.grab().isNull()


def _unpriced(ranking, column):
    one = ranking.sites[column]
    priced = replace(one.cost.priced, beyond=True)
    per_day = replace(one.cost.per_day, mid=None, high=None)
    cost = replace(one.cost, priced=priced, per_day=per_day)
    sites = list(ranking.sites)
    sites[column] = replace(one, cost=cost)
    return replace(ranking, sites=tuple(sites))


class TestMethods:
    def test_each_names_its_first_three_and_its_weakness(self, page):
        cells = [cell.text() for cell in page.methods.cells[Method.VIKOR]]
        assert cells == ["同里影视基地", "耦园", "鲁镇"]
        assert page.methods._agree.text() == "4 种算法都把 同里影视基地 排第一。"
        assert page.methods.buttons[Method.WEIGHTED_SUM].isChecked()

    def test_another_first_is_said(self, page, desk):
        methods = desk.state.defence.methods
        other = tuple(
            replace(one, first=(2, 0, 1)) if one.method is Method.VIKOR else one for one in methods
        )
        put_defence(desk, methods=other)
        assert page.methods._agree.text().startswith("几种算法排出的第一不一样")

    def test_one_is_used_and_the_page_says_of_what_it_speaks(self, qtbot, page, desk):
        assert not page.lead.head._method.isVisible()
        button = page.methods.buttons[Method.TOPSIS]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
        assert desk.state.wishes.method is Method.TOPSIS
        assert page.lead.head._method.isVisible()
        assert "加权" in page.lead.head._method.text()
        # of the weighted sum is told what would cost the lead
        assert page.lead.head.told.text() == "90% 进前三。"
        desk.undo()
        assert page.methods.buttons[Method.WEIGHTED_SUM].isChecked()


class TestAsks:
    @pytest.fixture
    def doors(self, monkeypatch):
        """Which dialogs were opened, for what."""
        opened = []

        class Quote:
            def __init__(self, _session, site, _parent):
                opened.append(("quote", site.id))

            def exec(self):
                return 0

            def deleteLater(self):
                """Asked and gone."""

        monkeypatch.setattr(find_pane, "QuoteDialog", Quote)
        monkeypatch.setattr(
            find_pane, "_open_book", lambda _s, _p, one: opened.append(("policy", one))
        )
        monkeypatch.setattr(
            find_pane, "ask_own_value", lambda _s, code, site, _p: opened.append((code, site))
        )
        monkeypatch.setattr(
            find_pane, "_put_right", lambda _s, site, _w: opened.append(("form", site.id))
        )
        return opened

    def test_a_card_says_what_it_is_worth(self, page):
        [card] = page.asks.cards
        assert card.gain.text() == "问到可能换前三 40%，换第一 20%"
        assert card.bar.accessibleName() == card.gain.text()
        assert card.bar.share == pytest.approx(0.4)

    @pytest.mark.parametrize(
        ("fact", "opened"),
        [
            ("venue", ("quote", "couple")),
            ("cost", ("quote", "couple")),
            ("subsidy", ("policy", "p-1")),
            ("inside", ("form", "couple")),
            ("own.1", ("own.1", "couple")),
        ],
    )
    def test_each_answer_has_its_door(self, qtbot, page, desk, doors, fact, opened):
        one = FindOut("couple", fact, 0.3, Reason("x"), Reason("y"), policy_id="p-1")
        put_defence(desk, find_out=(one,))
        click(qtbot, page.asks.cards[0].button)
        assert doors == [opened]

    def test_many_are_shown_some_at_a_time_and_cards_are_kept(self, qtbot, page, desk):
        card = page.asks.cards[0]
        many = tuple(
            FindOut("couple", "venue", 0.5 / n, Reason(f"ask {n}"), Reason("y"))
            for n in range(1, 24)
        )
        put_defence(desk, find_out=many)
        assert page.asks.cards[0] is card
        assert len(page.asks.cards) == 10
        assert page.asks.more.text() == "还有 13 件"
        click(qtbot, page.asks.more)
        assert len(page.asks.cards) == 20
        assert [one.number.text() for one in page.asks.cards[:2]] == ["1", "2"]

    def test_nothing_left_to_ask_is_said(self, page, desk):
        put_defence(desk, find_out=())
        assert page.asks._none.isVisible()
        assert page.asks._none.text().startswith("都问清了")

    def test_the_foot_exports(self, qtbot, page):
        with qtbot.waitSignal(page.export_asked):
            click(qtbot, page.asks.export)


class TestPlace:
    def test_a_narrow_window_takes_turns(self, qtbot, page):
        assert page.asks.isVisible()
        assert not page.turns.isVisible()
        page.resize(1_100, 700)
        assert page.turns.isVisible()
        assert not page.asks.isVisible()
        button = page.turns.button(FIND)
        qtbot.waitUntil(lambda: button.width() > 20)
        click(qtbot, button)
        assert page.asks.isVisible()
        assert not page.chart.isVisible()
        page.resize(1_440, 900)
        assert page.asks.isVisible()
        assert page.chart.isVisible()

    def test_three_columns_fit_where_laptops_are_small(self, page):
        page.resize(1_366, 690)
        assert page.minimumSizeHint().width() <= 1_366
        assert page.asks.isVisible()

    def test_f6_goes_through_the_panes(self, page):
        assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in page.panes())

    def test_tab_goes_down_the_columns(self, qtbot, page):
        lead = page.lead
        wanted = [
            *lead.head.which.buttons,
            *lead.head.what.buttons,
            lead.list.view,
            lead.musts.add_button,
            *page.chart.gains.buttons,
            page.chart.view,
            page.methods.buttons[Method.WEIGHTED_SUM],
            page.asks.cards[0].button,
            page.asks.export,
        ]
        wanted[0].setFocus()
        gone = []
        for _ in wanted:
            gone.append(QApplication.focusWidget())
            qtbot.keyClick(gone[-1], Qt.Key.Key_Tab)
        assert gone == wanted

    def test_text_may_grow(self, qapp, page):
        height = page.lead.list.view.height()
        theme.apply(qapp, theme.LIGHT, "zh", 1.5)
        assert page.lead.list.view.height() > height

    def test_the_choice_is_shown_in_all_of_it(self, page, desk):
        desk.select(site="couple")
        assert page.lead.list.view.currentIndex().row() == 1
        assert page.chart.view.site == "couple"


class TestNothingToShow:
    def test_without_a_script(self, qtbot, page, desk):
        desk.close_script()
        desk.put(script=None, ranking=None)
        assert page.empty.isVisible()
        assert page.empty.accessibleName() == "先要有剧本"
        with qtbot.waitSignal(page.page_asked) as asked:
            click(qtbot, page.empty._buttons.itemAt(0).widget())
        assert asked.args == ["script"]

    def test_everything_left_out_says_what_to_loosen(self, page, desk):
        ranking = desk.state.ranking
        out = tuple(Excluded(one.site.id, (Reason("x"),)) for one in ranking.sites)
        wishes = replace(ranking.wishes, musts=(Must(MustCode.NEAR, 10),))
        desk.put(
            ranking=replace(
                ranking, excluded=out, wishes=wishes, site_order=offers.order(np.empty(0))
            )
        )
        desk._draw.stop()
        assert page.empty.accessibleName() == "一处都没有列进来"
        assert "必须" in page.empty.accessibleDescription()

    def test_no_place_at_all(self, page, desk):
        ranking = desk.state.ranking
        desk.put(ranking=replace(ranking, sites=(), site_order=offers.order(np.empty(0))))
        assert page.empty.accessibleName() == "还没有排出地方"

    def test_it_comes_back(self, page, desk):
        ranking, firm = desk.state.ranking, desk.state.defence
        desk.put(ranking=None, defence=None)
        assert page.empty.isVisible()
        desk.put(ranking=ranking)
        desk.put(defence=firm)
        assert not page.empty.isVisible()
        assert rows(page)


class TestWords:
    @pytest.mark.parametrize(
        ("share", "text"),
        [(0, "0%"), (0.001, "<1%"), (0.004, "<1%"), (0.61, "61%"), (0.997, ">99%"), (1, "100%")],
    )
    def test_hardly_ever_is_not_never(self, share, text):
        assert pct(share) == text

    def test_ranks(self, qapp):
        assert (rank_text(0, 0), rank_text(2, 2), rank_text(1, 7)) == ("", "第 2 名", "名次 1–7")


def spot(column, x, y, scenes=3):
    name = f"第{column}处"
    return Spot(column, f"s{column}", Kind.BASE, name, "", x, y, (x, x), (y, y), True, scenes)


def test_the_front_steps_from_the_cheapest_up():
    some = [spot(0, 3, 10), spot(1, 1, 2), spot(2, 2, 5), spot(3, 2, 4)]
    assert front_steps(some) == ((1, 2), (2, 2), (2, 5), (3, 5), (3, 10))
    assert front_steps([]) == ()


def test_the_front_has_nothing_above_it_to_the_left():
    draw = np.random.default_rng(5)
    some = [spot(n, float(x), float(y)) for n, (x, y) in enumerate(draw.random((60, 2)))]
    corners = front_steps(some)
    for one in some:
        # some corner is as cheap and as high
        assert any(x <= one.x and y >= one.y for x, y in corners)


def test_names_never_overlap_each_other_or_a_mark(qapp):
    draw = np.random.default_rng(7)
    plot = QRectF(0, 0, 500, 300)
    wanted = [(f"名字{n}", QPointF(*(draw.random(2) * (480, 280))), 6.0, n < 2) for n in range(40)]
    labels = place_labels(wanted, plot)
    assert 2 < len(labels) < 40
    rooms = [one.room for one in labels]
    assert all(plot.contains(room) for room in rooms)
    assert not any(a.intersects(b) for n, a in enumerate(rooms) for b in rooms[:n])
    names = {one.text for one in labels}
    for text, at, radius, _ in wanted:
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        assert not any(one.room.intersects(box) for one in labels if one.text != text)
    assert "名字0" in names


def test_the_ground_of_the_chart_is_drawn_once(qtbot, shown):
    ticks = Ticks(Scale(0, 10), ((0, "0"), (10, "10")))
    chart = FrontChart((spot(0, 1, 2), spot(1, 4, 9)), frozenset({1}), ticks, ticks)
    view = FrontChartView(lambda one: one.name_zh)
    view.show_chart(chart, 0)
    shown(view, 480, 320)
    view.grab()
    ground = view._ground
    view.choose("s1")
    view.grab()
    assert view._ground is ground
    view.show_chart(replace(chart, front=frozenset()), 0)
    view.grab()
    assert view._ground is not ground
