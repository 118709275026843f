"""必须: chips, their fields, what they take out; undone with Ctrl+Z."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from geo.model import Criterion, Method, Must, MustCode, Order
from gui.pages.sites.rank_pane import RankPane
from gui.pages.wishes import MustsBar, WeighingPane, ask_home_city
from gui.pages.wishes.home_city import HomeCityDialog
from gui.session import EVERYTHING


@pytest.fixture
def bar(desk, shown):
    return shown(MustsBar(desk), 460, 200)


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(menu_owner, text):
    """Take an entry of the menu as it would be offered now."""
    menu_owner.fill_menu()
    action = next(one for one in menu_owner.menu.actions() if one.text() == text)
    action.trigger()
    return action


def words(bar):
    return [chip.words.text() for chip in bar.chips.values()]


def test_a_bar_made_later_shows_what_was_insisted_on_before(desk, shown):
    desk.set_musts([Must(MustCode.STAGE)])
    late = shown(MustsBar(desk, always=False), 460, 200)
    assert late.isVisible()
    assert words(late) == ["要有现成的棚"]
    assert not late.count.isVisible()


def test_the_keys_go_on_with_what_was_told(qtbot, bar, desk):
    choose(bar, "场地一天最多多少钱…")
    bar.editor.field.setText("9000")
    qtbot.keyClick(bar.editor.field, Qt.Key.Key_Return)
    assert bar.chips[MustCode.PRICE].words.hasFocus()
    choose(bar, "场地一天最多多少钱…")
    click(qtbot, bar.editor.leave_button)
    assert bar.add_button.hasFocus()


def test_no_slider_says_that_all_are_alike_where_none_is_left(desk, shown):
    pane = shown(WeighingPane(desk), 460, 300)
    cost = pane.board.slider("cost")
    alike = replace(desk.state.ranking, idle=(Criterion.COST,))
    desk.put(ranking=alike)
    pane.show_state(EVERYTHING)
    assert "拖它不改先后" in cost.accessibleDescription()
    nowhere = Order(np.empty(0, np.intp), alike.site_order.scores)
    desk.put(ranking=replace(alike, site_order=nowhere))
    pane.show_state(EVERYTHING)
    assert "拖它不改先后" not in cost.accessibleDescription()


def test_nothing_is_insisted_on_at_first(bar):
    assert bar.chips == {}
    assert bar._none.isVisible()
    assert not bar.count.isVisible()


def test_one_is_chosen_ticked_and_told(qtbot, bar, desk):
    choose(bar, "要有现成的棚")
    assert desk.state.wishes.musts == (Must(MustCode.STAGE),)
    assert words(bar) == ["要有现成的棚"]
    # 耦园 is no base
    assert bar.count.text() == "去掉 1 处"
    bar.fill_menu()
    assert bar.menu.actions()[0].isChecked()
    click(qtbot, bar.count)
    assert "耦园" in bar.popover.text.text()
    bar.popover.hide()
    click(qtbot, bar.chips[MustCode.STAGE].cross)
    assert desk.state.wishes.musts == ()
    assert not bar.count.isVisible()


def test_undo_brings_it_back(qtbot, bar, desk):
    choose(bar, "不碰要先批的")
    assert bar.told.text() == "一处没去掉"
    desk.undo()
    assert bar.chips == {}
    desk.redo()
    assert list(bar.chips) == [MustCode.NO_RISK]


def test_a_price_is_typed_and_changed(qtbot, bar, desk):
    choose(bar, "场地一天最多多少钱…")
    editor = bar.editor
    assert editor.isVisible()
    assert not editor.yes_button.isEnabled()
    editor.field.setText("1.2 万")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert desk.state.wishes.musts == (Must(MustCode.PRICE, 12_000),)
    assert words(bar) == ["场地一天不超过 12,000 元"]
    assert bar.editor is None
    click(qtbot, bar.chips[MustCode.PRICE].words)
    assert bar.editor.field.text() == "12,000"
    bar.editor.field.setText("8000")
    click(qtbot, bar.editor.yes_button)
    assert desk.state.wishes.musts == (Must(MustCode.PRICE, 8_000),)


@pytest.mark.parametrize("text", ["很近", "-3", "0", "nan", "1e13"])
def test_nonsense_is_told_at_the_field_and_not_taken(qtbot, bar, desk, text):
    desk.set_fact("crew.home_city", "苏州市")
    choose(bar, "离驻地多少公里以内…")
    editor = bar.editor
    editor.field.setText(text)
    assert editor.wrong.isVisible()
    assert not editor.yes_button.isEnabled()
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    assert desk.state.wishes.musts == ()
    editor.field.setText("60")
    assert not editor.wrong.isVisible()
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    assert desk.state.wishes.musts == ()
    assert bar.editor is None


def answer_dialog(qtbot, do):
    """Do something with the modal dialog that comes up."""

    def come():
        do(QApplication.activeModalWidget())

    QTimer.singleShot(0, come)


def test_how_far_needs_to_know_from_where(qtbot, bar, desk):
    def fill(dialog):
        assert isinstance(dialog, HomeCityDialog)
        dialog.picker.insert("喀什")
        dialog.picker.textEdited.emit("喀什")
        qtbot.keyClick(dialog.picker, Qt.Key.Key_Return)
        click(qtbot, dialog.keep_button)

    answer_dialog(qtbot, fill)
    choose(bar, "离驻地多少公里以内…")
    assert desk.state.facts.get("crew.home_city") == "喀什地区"
    bar.editor.field.setText("60")
    click(qtbot, bar.editor.yes_button)
    assert desk.state.wishes.musts == (Must(MustCode.NEAR, 60),)
    assert not bar.home_button.isVisible()
    desk.set_fact("crew.home_city", None)
    assert bar.home_button.isVisible()


def test_without_a_city_nothing_far_is_asked(qtbot, bar, desk):
    answer_dialog(qtbot, lambda dialog: dialog.reject())
    choose(bar, "离驻地多少公里以内…")
    assert bar.editor is None
    assert desk.state.wishes.musts == ()


def test_a_city_that_is_none_is_told(qtbot, desk, shown):
    dialog = shown(HomeCityDialog(desk), 400, 200)
    dialog.picker.insert("亚特兰蒂斯")
    dialog.picker.textEdited.emit("亚特兰蒂斯")
    assert "没有这个城市" in dialog.told.text()
    assert not dialog.keep_button.isEnabled()


def test_only_these_cities(qtbot, bar, desk):
    choose(bar, "只要这几个城市…")
    editor = bar.editor
    assert list(editor.boxes) == ["苏州", "绍兴"]
    assert not editor.yes_button.isEnabled()
    editor.boxes["绍兴"].setChecked(True)
    click(qtbot, editor.yes_button)
    assert desk.state.wishes.musts == (Must(MustCode.CITY, names=("绍兴",)),)
    assert words(bar) == ["只要 绍兴"]
    assert bar.count.text() == "去掉 2 处"
    # one of a kind only
    choose(bar, "只要这几个城市…")
    assert bar.editor.boxes["绍兴"].isChecked()
    bar.editor.boxes["苏州"].setChecked(True)
    click(qtbot, bar.editor.yes_button)
    assert desk.state.wishes.musts == (Must(MustCode.CITY, names=("苏州", "绍兴")),)
    assert bar.told.text() == "一处没去掉"


class TestOnTheSitesPage:
    @pytest.fixture
    def pane(self, desk, shown):
        return shown(WeighingPane(desk), 460, 300)

    def test_the_line_is_there_only_while_something_is_insisted_on(self, pane, desk):
        assert not pane.musts.isVisible()
        desk.set_musts([Must(MustCode.STAGE)])
        assert pane.musts.isVisible()
        assert words(pane.musts) == ["要有现成的棚"]
        desk.undo()
        assert not pane.musts.isVisible()

    def test_its_fields_come_up_from_the_menu(self, qtbot, pane, desk):
        pane.menu.fill()
        assert pane.menu.actions()[-1].menu() is pane.musts.menu
        choose(pane.musts, "场地一天最多多少钱…")
        assert pane.musts.editor.isVisible()
        click(qtbot, pane.musts.editor.leave_button)
        assert not pane.musts.isVisible()

    def test_what_is_weighed_has_a_tick(self, qtbot, pane, desk):
        pane.menu.fill()
        travel = pane.menu.actions()[0]
        assert [travel.text(), travel.isChecked()] == ["离驻地近", False]
        travel.trigger()
        assert desk.state.wishes.extra == ("travel",)
        assert sum(pane.board.shares.values()) == 100
        assert pane.board.shares["travel"] == 10
        assert "还没填驻地" in pane.board._rows["travel"].caption.text()
        pane.menu.fill()
        assert pane.menu.actions()[0].isChecked()
        pane.menu.actions()[0].trigger()
        assert desk.state.wishes.extra == ()
        assert "travel" not in pane.board.shares
        desk.undo()
        assert pane.board.shares["travel"] == 10

    def test_the_way_out_of_an_unknown_home_city(self, qtbot, pane, desk):
        desk.set_extra(["travel"])
        answer_dialog(qtbot, lambda dialog: dialog.reject())
        pane.board._rows["travel"].caption.linkActivated.emit("way")
        desk.set_fact("crew.home_city", "苏州市")
        assert not pane.board._rows["travel"].caption.isVisible()


def test_another_method_is_told_and_left_with_a_click(qtbot, desk, shown):
    pane = shown(RankPane(desk), 420, 800)
    assert not pane.method_button.isVisible()
    desk.set_method(Method.TOPSIS)
    assert pane.method_button.text() == "按 TOPSIS 排"
    assert pane._count.isVisible()
    pane.resize(420, 600)
    # half a count says nothing
    assert pane.method_button.isVisible()
    assert not pane._count.isVisible()
    click(qtbot, pane.method_button)
    assert desk.state.wishes.method is Method.WEIGHTED_SUM
    assert not pane.method_button.isVisible()
    assert pane._count.isVisible()


def test_what_was_asked_is_gone_afterwards(qtbot, desk, shown):
    pane = shown(WeighingPane(desk), 460, 300)
    for ask in (pane.menu.add_own, pane.menu.interview, lambda: ask_home_city(desk, pane)):
        answer_dialog(qtbot, lambda dialog: dialog.reject())
        ask()
    qtbot.waitUntil(lambda: not pane.findChildren(QDialog))
