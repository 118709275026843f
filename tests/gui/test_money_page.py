"""The money page: reckons while one types, answers every click, never paints unknown as nought."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from geo.model import Basis, unknown
from gui import theme
from gui.pages.money import MoneyPage, answers, missing, page
from gui.pages.money.awards import award_row
from gui.pages.money.hinges import hinge_fields
from gui.pages.money.place_head import AWARDS, CHART
from gui.pages.money.unlock_card import unlock_title
from gui.texts.charts import Mark
from tests.gui.accounts_stand_in import AWARDS as MADE_AWARDS
from tests.gui.accounts_stand_in import KNOWN, NOBODY_KNOWS, made


@pytest.fixture
def money(desk, shown):
    made_page = MoneyPage(desk)
    made_page.fit(1440)
    return shown(made_page)


@pytest.fixture
def doors(monkeypatch):
    """Which dialogs were asked for, instead of opening them."""
    asked = []
    for module in (answers, missing, page):
        for name in ("open_claim_file", "open_parameters", "open_policy_book",
                     "open_press_check", "open_rates"):  # fmt: skip
            if hasattr(module, name):
                monkeypatch.setattr(
                    module, name, lambda _s, _p, *more, name=name: asked.append((name, *more))
                )
    return asked


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def written(chart):
    return {row.key: row.look.text for row in chart.rows if row.look is not None}


class TestWhileTyping:
    def test_the_figures_follow_the_keys(self, qtbot, money, desk):
        before = written(money.cost.chart)
        edit = money.inputs.editors["crew.size"].edit
        qtbot.keyClicks(edit, "80")
        qtbot.waitUntil(lambda: desk.state.facts.get("crew.size") == 80)
        after = written(money.cost.chart)
        assert after["line:lodging"] == "≈ 5.6–12 万" != before["line:lodging"]
        assert after["total"] != before["total"]
        assert edit.text() == "80"

    def test_half_a_date_is_not_told(self, qtbot, money, desk):
        edit = money.inputs.editors["shoot.start_date"].edit
        qtbot.keyClicks(edit, "2027-0")
        qtbot.wait(450)
        assert desk.state.facts.get("shoot.start_date") is None
        assert not edit.property("wrong")

    def test_yes_and_no_facts_of_the_awards_stand_below(self, qtbot, money, desk):
        assert list(money.inputs.hinges) == ["producer.first_producer_local"]
        segments = money.inputs.hinges["producer.first_producer_local"].segments
        click(qtbot, segments.button("yes"))
        assert desk.state.facts.get("producer.first_producer_local") is True
        # the row stays under the mouse
        assert money.inputs.hinges["producer.first_producer_local"].segments is segments
        desk.undo()
        assert segments.choice == "unknown"

    def test_run_out_awards_ask_nothing(self, desk):
        desk.watch_money(on=True)
        only_old = replace(KNOWN, policies=MADE_AWARDS[2:3])
        assert hinge_fields(made(subsidy=only_old), desk.state) == ()


class TestChart:
    def test_lines_stand_on_each_other(self, money):
        steps = [row for row in money.cost.chart.rows if row.mark is Mark.STEP]
        assert [row.key for row in steps] == ["line:lodging", "line:meals"]
        assert steps[0].start == 0
        assert steps[1].start == steps[0].end
        assert steps[1].high - steps[1].start == 30 * 900
        assert steps[1].own
        assert steps[1].note

    def test_lines_without_price_are_empty_boxes(self, money):
        boxes = [row for row in money.cost.chart.rows if row.mark is Mark.EMPTY]
        assert [row.key for row in boxes] == ["line:venue", "line:generator"]
        assert all(row.look.boxed and row.look.text == "未知" for row in boxes)

    def test_money_back_hangs_from_the_middle_of_the_total(self, money):
        rows = {row.key: row for row in money.cost.chart.rows}
        middle = 30 * 1_400
        assert (rows["certain"].start, rows["certain"].end) == (middle - 20_000, middle)
        assert rows["ceiling"].start == middle - 150_000
        assert rows["expected"].look.text == "2–15 万"
        assert rows["expected"].note
        assert rows["certain"].mark is Mark.SOLID
        assert rows["expected"].mark is Mark.HATCH
        assert rows["ceiling"].mark is Mark.OUTLINE
        # far more back than it costs: the axis does not follow, the bar is drawn open
        assert rows["ceiling"].open_end
        assert money.cost.chart.axis.low > rows["ceiling"].start

    def test_what_nobody_knows_is_never_nought(self, money, desk):
        desk.show_city_money("绍兴")
        looks = {row.key: row.look for row in money.cost.chart.rows}
        for key in ("certain", "expected", "ceiling"):
            assert looks[key].boxed
            assert looks[key].text == "0 – ?"
        assert looks["net_ceiling"].boxed
        cell = next(cell for cell in money.strip.cells if cell.city == "绍兴")
        assert cell.accessibleName().count("上限未知") == 3
        row = money.subsidy.table.rows[0]
        assert [look.text for look in row.looks] == ["0 – ?"] * 3

    def test_a_known_nought_is_a_nought(self, money, desk):
        nothing = replace(NOBODY_KNOWS, ceiling=0.0, policies=(), expected=0.0)
        desk.put(account=made(subsidy=nothing))
        looks = {row.key: row.look for row in money.cost.chart.rows}
        assert looks["certain"].text == looks["ceiling"].text == "0"

    def test_three_gains_are_never_summed(self, money):
        rows = money.gain.chart.rows
        assert [row.key for row in rows] == ["crew", "site", "city"]
        assert money.gain.chart.axis.log
        assert rows[1].open_end
        assert rows[1].low == money.gain.chart.axis.low
        assert "9,000" in money.gain.sentence.text()


class TestAnswers:
    def test_every_row_answers_enter_and_gives_the_focus_back(self, qtbot, money):
        for chart in (money.cost.chart, money.gain.chart):
            chart.setFocus()
            qtbot.keyClick(chart, Qt.Key.Key_Home)
            for row in chart.rows:
                assert chart.here is row
                qtbot.keyClick(chart, Qt.Key.Key_Return)
                popover = money.answers.popover
                assert popover.isVisible()
                assert popover.accessibleName()
                assert popover.accessibleDescription()
                qtbot.keyClick(popover, Qt.Key.Key_Escape)
                assert not popover.isVisible()
                qtbot.keyClick(chart, Qt.Key.Key_Down)

    def test_a_click_on_a_row_answers_too(self, qtbot, money):
        chart = money.cost.chart
        where = chart.viewport().mapFromGlobal(chart.row_rect("line:meals").center())
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert money.answers.popover.accessibleName() == "meals"

    def test_awards_lead_to_papers_and_book(self, qtbot, money, doors):
        table = money.subsidy.table
        assert [row.key for row in table.rows] == ["a", "b"]
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_Down)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        papers, book = money.answers.popover.buttons
        click(qtbot, papers)
        click(qtbot, book)
        assert doors == [("open_claim_file", "b", "苏州"), ("open_policy_book", "b")]

    def test_what_has_run_out_is_shown_and_not_counted(self, qtbot, money, desk):
        click(qtbot, money.subsidy.more)
        rows = {row.key: row for row in money.subsidy.table.rows}
        assert set(rows) == {"a", "b", "old", "no"}
        assert rows["old"].faint
        assert rows["old"].looks[:2] == (None, None)
        assert list(rows)[-1] == "old"
        click(qtbot, money.subsidy.more)
        assert len(money.subsidy.table.rows) == 2

    def test_cases_jobs_press_and_parameters(self, qtbot, money, doors):
        click(qtbot, money.gain.cases)
        assert "去有风的地方" in money.answers.text.text.text()
        assert "+64%" in money.answers.text.text.text()
        money.answers.text.hide()
        click(qtbot, money.gain.jobs)
        assert "个全职工作" in money.answers.text.text.text()
        money.answers.text.hide()
        click(qtbot, money.gain.press)
        click(qtbot, money.gain.parameters)
        click(qtbot, money.subsidy.book)
        assert doors == [("open_press_check",), ("open_parameters",), ("open_policy_book",)]

    def test_without_cases_nothing_is_promised(self, money, desk):
        desk.put(account=made(comparables=()))
        assert not money.gain.cases.isEnabled()


class TestMissing:
    def test_each_question_says_what_hangs_on_it_and_whom_to_ask(self, qtbot, money, desk):
        rows = money.inputs.missing.rows
        assert len(rows) == 5
        assert "不知道" not in rows[0].title
        click(qtbot, rows[1].who)
        assert money.inputs.missing._who.accessibleName().endswith("当地文旅局")
        assert "若干措施 a" in money.inputs.missing._who.text.text()

    def test_a_fact_is_typed_where_it_is_asked(self, qtbot, money, desk):
        row = money.inputs.missing.rows[1]
        click(qtbot, row.answer)
        qtbot.keyClicks(row.editor.edit, "40")
        qtbot.keyClick(row.editor.edit, Qt.Key.Key_Return)
        assert desk.state.facts.get("shoot.local_day_share") == 0.4
        assert money.inputs.missing.rows[1].has_editor
        desk.undo()
        assert desk.state.facts.get("shoot.local_day_share") is None

    def test_a_fact_with_an_editor_above_goes_there(self, qtbot, money):
        click(qtbot, money.inputs.missing.rows[0].answer)
        editor = money.inputs.hinges["producer.first_producer_local"]
        assert editor.isAncestorOf(editor.window().focusWidget())

    def test_prices_and_policies_have_their_own_doors(self, qtbot, money, doors, monkeypatch):
        quoted = []

        class Asks:
            def __init__(self, session, site, parent):
                quoted.append(site.id)

            def exec(self):
                return 0

            def deleteLater(self):
                return None

        monkeypatch.setattr(missing, "QuoteDialog", Asks)
        for row in money.inputs.missing.rows[2:5]:
            click(qtbot, row.answer)
        assert quoted == ["tongli"]
        assert doors == [("open_rates", "generator"), ("open_policy_book", "a")]

    def test_the_rest_unfolds(self, qtbot, money):
        click(qtbot, money.inputs.missing._more)
        assert len(money.inputs.missing.rows) == 6


class TestPlaces:
    def test_the_strip_changes_the_city(self, qtbot, money, desk):
        cells = {cell.city: cell for cell in money.strip.cells}
        cells["绍兴"].setFocus()
        qtbot.keyClick(cells["绍兴"], Qt.Key.Key_Return)
        assert desk.state.account.city == "绍兴"
        assert [cell.on for cell in money.strip.cells] == [False, True]
        assert money.strip.cells[1].hasFocus()

    def test_cities_come_and_go(self, qtbot, money, desk):
        click(qtbot, money.strip.cells[1].cross)
        assert desk.compared_cities == ("苏州",)
        assert len(money.strip.cells) == 1
        assert not money.strip.cells[0].cross.isVisible()
        click(qtbot, money.strip.add_button)
        chooser = money.strip.chooser
        assert chooser.isVisible()
        qtbot.keyClick(chooser.edit, Qt.Key.Key_Return)
        assert desk.compared_cities == ("苏州", "绍兴")

    def test_a_site_is_found_by_part_of_its_name(self, qtbot, money, desk):
        click(qtbot, money.head.name)
        money.head.chooser.edit.setText("鲁")
        qtbot.keyClick(money.head.chooser.edit, Qt.Key.Key_Return)
        assert desk.state.account.site_id == "luzhen"
        assert money.head.name.text().startswith("鲁镇")
        click(qtbot, money.head.scope.button("city"))
        assert desk.state.account.site_id is None
        assert desk.state.account.city == "绍兴"

    def test_a_narrow_window_shows_the_awards_beside_the_chart(self, qtbot, money):
        assert money.subsidy.isVisible()
        assert not money.head.view.isVisible()
        money.fit(1366)
        assert money.head.view.isVisible()
        assert money.cost.isVisible()
        assert not money.subsidy.isVisible()
        click(qtbot, money.head.view.button(AWARDS))
        assert money.subsidy.isVisible()
        assert not money.cost.isVisible()
        money.fit(1440)
        assert money.subsidy.isVisible()
        assert money.cost.isVisible()
        assert money.head.view.choice == CHART

    def test_without_a_script_it_says_what_to_do(self, qtbot, money, desk):
        desk.close_script()
        desk.put(script=None)
        desk.rank()
        assert money.empty.isVisible()
        assert not money.cost.isVisible()
        with qtbot.waitSignal(money.page_asked) as asked:
            click(qtbot, money.empty._buttons.itemAt(0).widget())
        assert asked.args == ["script"]


class TestLooks:
    @pytest.mark.parametrize(("name", "lang"), [("light", "en"), ("dark", "zh"), ("sunlit", "zh")])
    def test_all_of_it_paints(self, qapp, money, desk, name, lang):
        desk.set_language(lang)
        theme.apply(qapp, theme.PALETTES[name], lang)
        for city in ("苏州", "绍兴"):
            desk.show_city_money(city)
            picture = money.grab().toImage()
            card = theme.PALETTES[name].card.lower()
            chart = money.cost.chart
            centre = chart.mapTo(money, chart.rect().bottomLeft())
            assert picture.pixelColor(centre.x() + 2, centre.y() - 2).name() == card
        theme.apply(qapp, theme.LIGHT, "zh")

    def test_the_language_changes_figures_too(self, money, desk, qapp):
        theme.apply(qapp, theme.LIGHT, "en")
        desk.set_language("en")
        assert written(money.cost.chart)["line:lodging"] == "≈ 21–45k"
        assert money.head.name.text().startswith("Suzhou")

    def test_text_may_grow(self, qapp, money):
        height = money.cost.chart.height()
        theme.apply(qapp, theme.LIGHT, "zh", 1.5)
        assert money.cost.chart.height() > height
        theme.apply(qapp, theme.LIGHT, "zh")

    def test_rows_are_whole_sentences_for_the_ear(self, money):
        chart = money.cost.chart
        assert "lodging" in chart.accessibleName()
        assert len(chart.accessibleDescription().splitlines()) == len(chart.rows)
        card = money.subsidy.cards[0]
        assert "值得问" in card.accessibleName()


def test_an_award_of_a_kind_is_told_apart(desk):
    row = award_row(MADE_AWARDS[0], desk.state)
    assert row.name.startswith("production_rebate · ")


def test_a_change_names_the_fact_and_what_it_would_be(desk):
    assert unlock_title(made().unlocks[0], desk.state) == "本地第一出品：是"


class TestStripBesideThePage:
    def test_the_city_of_the_page_has_the_figure_of_the_page(self, money, desk):
        desk.show_city_money(desk.state.accounts[0].city)
        mine = desk.state.account
        newer = replace(mine, net_certain=replace(mine.net_certain, low=1.0, mid=2.0, high=3.0))
        desk.put(account=newer)
        shown_there = {one.city: one for one in money.strip._accounts()}
        assert shown_there[mine.city] is newer

    def test_a_site_leaves_the_cities_alone(self, money, desk):
        desk.put(account=replace(desk.state.account, site_id="somewhere"))
        assert money.strip._accounts() == desk.state.accounts


def test_a_line_priced_in_part_is_not_called_unpriced(money, desk):
    account = desk.state.account
    venue = next(line for line in account.cost.lines if line.code == "venue")
    some = replace(unknown("CNY", low=3_000.0), basis=Basis.ESTIMATED)
    lines = [replace(one, total=some) if one is venue else one for one in account.cost.lines]
    desk.put(account=replace(account, cost=replace(account.cost, lines=tuple(lines))))
    row = next(one for one in money.cost.chart.rows if one.key == "line:venue")
    assert row.note == "有几处没有价，未计入"
