"""The policy book: found, read, put right, restored, sent, taken in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from geo.model import Amount
from gui import theme
from gui.pages.bureau.parcel_dialog import ParcelDialog
from gui.pages.bureau.policy_book import open_policy_book
from gui.pages.bureau.policy_form import PolicyForm
from gui.pages.bureau.policy_list import ALL, HERE, MINE, ROW_ROLE, STALE, stale
from gui.pages.bureau.policy_says import amount_line, condition_sentence
from gui.pages.bureau.policy_told import differences, tell_policy
from gui.window.notes import Notes
from tests.gui import policies_stand_in as made
from tests.gui.policies_stand_in import PolicyStandIn


@pytest.fixture
def stand_in():
    return PolicyStandIn(refused=made.REFUSED)


@pytest.fixture
def home(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def book(qtbot, desk, home):
    dialog = open_policy_book(desk, home)
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def listed(book):
    return [row.id for row in book.model.rows if row.id]


def show(book, key):
    book.show_box._pick(key)


def test_policies_stand_under_their_places(book):
    show(book, ALL)
    assert listed(book) == [one.id for one in made.SHIPPED]
    heads = [row.title for row in book.model.rows if not row.id]
    assert heads == ["江苏省 苏州市", "浙江省 绍兴市", "江苏省"]
    head = book.model.index(0)
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable
    draft = next(row for row in book.model.rows if row.id == "draft")
    assert draft.below[:2] == ("柯桥区", "最多 5 万元")


def test_the_city_looked_at_comes_first(desk, book):
    desk.select(site="tongli")
    show(book, HERE)
    assert listed(book) == [one.id for one in made.SHAPES] + ["over"]
    assert book.show_box.button(HERE).text() == "苏州"
    desk.select(site="luzhen")
    assert listed(book) == ["draft"]


def test_what_is_over_or_a_draft_is_found(book):
    show(book, STALE)
    assert listed(book) == ["draft", "over"]
    day = date(2026, 1, 1)
    assert stale(made.OVER, day)
    assert not stale(made.OVER, date(2025, 6, 30))
    over = next(row for row in book.model.rows if row.id == "over")
    assert over.stale


def test_the_field_invites_to_look_for_policies_at_any_width(book):
    book.search.resize(book.search.width() + 40, book.search.height())
    assert book.search.edit.placeholderText() == "找政策、城市、部门…"


def test_search_finds_titles_places_and_issuers(qtbot, book):
    show(book, ALL)
    book.search.edit.setText("柯桥")
    assert listed(book) == ["draft"]
    book.search.edit.setText("找不到的")
    assert listed(book) == []
    assert not book.edit_button.isEnabled()
    assert "挑一条" in book.view.toPlainText()
    book.search.edit.clear()
    assert len(listed(book)) == len(made.SHIPPED)


@pytest.mark.parametrize(
    ("policy", "text"),
    [
        (made.FIXED, "最多 30 万元"),
        (made.RATE, "fact.work.investment_actual"),
        (made.PER_UNIT, "每 500 万 次 1 万元，最多 15 万元"),
        (made.TIERED, "分 2 档，8 万元 到 12 万元"),
        (made.PARTS, "2 项相加，最多 37 万元"),
        (made.UPLIFT, "在“一口价”上再加 20%"),
        (made.MATCH, "照“一口价”配套 100%，最多 50 万元"),
        (made.CEILING, "最多 200 万元"),
        (made.KIND, "剧组进景区免门票"),
    ],
)
def test_what_it_pays_is_told_in_words(desk, book, policy, text):
    told = amount_line(policy.amount, desk.state)
    if policy is made.RATE:
        assert told == "work.investment_actual的 20%，最多 100 万元"
    else:
        assert told == text


def test_a_firm_sum_is_not_called_a_ceiling(desk, book):
    assert amount_line(Amount("fixed", False, sum=60_000.0), desk.state) == "6 万元"
    assert amount_line(Amount("fixed", True), desk.state) == "金额不详"


def test_conditions_are_sentences(desk, book):
    told = [
        condition_sentence(one, desk.state)
        for one in made.RATE.conditions
        if not hasattr(one, "options")
    ]
    assert told == [
        "work.investment_total 在 50 万元 到 300 万元 之间（原文）",
        "work.premiere_date 不早于 2024-06-18",
        "work.planning_filing_level 至少是 省级",
        "work.honour_level：省级、国家级",
        "shoot.main_location 是 苏州市",
    ]


def test_one_policy_is_read_with_all_that_is_known(book):
    book.show_policy("rate")
    text = book.view.toPlainText()
    for word in (
        "按比例", "最多 100 万元", "食宿、交通", "之间（原文）", "，或者 ", "择优评选", "7.8%",
        "和它只能拿一条：一口价", "只补差额", "一年总共 500 万元", "最多 20 部", "申报表",
        "3 到 13 个月", "虚报要退", "2025-01-16 起", "苏州日报 · 2024-12-20", "按公司算",
    ):  # fmt: skip
        assert word in text, word
    book.show_policy("draft")
    assert "还没生效，不算钱" in book.view.toPlainText()
    book.show_policy("nothing")
    assert "金额不详" in book.view.toPlainText()


def test_only_a_safe_link_is_one(monkeypatch, book):
    book.show_policy("fixed")
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert 'href="https://example.cn/a"' in book.view.toHtml()
    book.view.anchorClicked.emit(QUrl("https://example.cn/a"))
    assert opened == [QUrl("https://example.cn/a")]
    unsafe = made.replace(made.FIXED, sources=(made.replace(made.PAPER, link_safe=False),))
    book.view.show_policy(unsafe, book.state)
    assert "href" not in book.view.toHtml()


def test_markup_in_a_policy_is_shown_as_written(book):
    bad = made.replace(
        made.FIXED, title_zh="<img src=x>&amp;", notes="<a href='https://x.cn'>点</a>"
    )
    book.view.show_policy(bad, book.state)
    assert "<img src=x>&amp;" in book.view.toPlainText()
    assert "x.cn" not in book.view.anchorAt(book.view.rect().center())
    assert 'href="https://x.cn"' not in book.view.toHtml()


def test_what_was_refused_is_told_with_its_line(book):
    assert not book.refused.isHidden()
    assert "1 条没读进来" in book.refused.accessibleName()
    assert "第 12 行 坏了的" in book.refused._details.text()


def change_cap(qtbot, book, cap):
    book.edit_button.click()
    form = book.findChildren(PolicyForm)[-1]
    form.who.setText("小周")
    form.amount.cap.edit.setText(cap)
    form.save_button.click()
    return form


def test_saving_ranks_again_and_is_taken_back_in_one_step(qtbot, desk, stand_in, book):
    book.show_policy("ceiling")
    ranked = stand_in.count("rank")
    assert not book.undo_button.isEnabled()
    change_cap(qtbot, book, "300")
    assert stand_in.count("rank") == ranked + 1
    kept = desk.state.book.get("ceiling")
    assert (kept.amount.cap, kept.own, kept.told_by) == (3_000_000.0, True, "小周")
    assert "最多 300 万元" in book.view.toPlainText()
    assert "小周" in book.view.toPlainText()
    assert book.policy.id == "ceiling"
    assert "存下了" in book.news.accessibleName()
    change_cap(qtbot, book, "400")
    book.news.chosen.emit("undo")
    back = desk.state.book.get("ceiling")
    assert (back.amount.cap, back.told_on) == (3_000_000.0, made.DAY)
    book.undo_button.click()
    assert desk.state.book.get("ceiling") == made.CEILING
    assert stand_in.count("rank") == ranked + 4
    assert not book.undo_button.isEnabled()
    assert "改回去了" in book.news.accessibleName()


def test_the_window_offers_the_way_back_too(qtbot, desk, book, shown):
    notes = shown(Notes(desk), 600, 200)
    book.show_policy("ceiling")
    change_cap(qtbot, book, "300")
    strip = list(notes.strips.values())[-1]
    assert strip.accessibleName() == "存下了政策：只知道上限"
    strip.chosen.emit("undo_policy")
    assert desk.state.book.get("ceiling") == made.CEILING


def test_what_ships_is_restored_in_one_click(qtbot, desk, stand_in, book):
    book.show_policy("ceiling")
    assert book.restore_button.isHidden()
    change_cap(qtbot, book, "300")
    assert not book.restore_button.isHidden()
    assert book.restore_button.text() == "恢复原来的"
    show(book, MINE)
    assert listed(book) == ["ceiling"]
    book.restore_button.click()
    assert desk.state.book.get("ceiling") == made.CEILING
    assert stand_in.count("drop_policy") == 1


def test_a_policy_of_ones_own_is_added_and_taken_away(qtbot, desk, book):
    book.add_button.click()
    form = book.findChild(PolicyForm)
    for line, text in (
        (form.head.title, "同里取景补贴"), (form.head.issuer, "吴江区"), (form.who, "小周"),
        (form.head.who, "任何剧组"),
    ):  # fmt: skip
        line.setText(text)
    card = form.proof.sources.cards[0]
    for line, text in ((card.title, "通知"), (card.publisher, "吴江区"), (card.day, "2026-11")):
        line.setText(text)
    form.save_button.click()
    [new] = [one for one in desk.state.book.policies if one.own]
    assert book.policy == new
    assert new.id.startswith("own-")
    assert book.restore_button.text() == "去掉这条"
    book.restore_button.click()
    assert desk.state.book.get(new.id) is None
    book.undo()
    assert desk.state.book.get(new.id).title_zh == "同里取景补贴"


def test_undo_has_its_key(qtbot, desk, book):
    book.show_policy("ceiling")
    change_cap(qtbot, book, "300")
    book.activateWindow()
    book.list.setFocus()
    qtbot.keySequence(book.list, QKeySequence("Ctrl+Z"))
    assert desk.state.book.get("ceiling") == made.CEILING


def test_the_book_is_used_by_keyboard(qtbot, book):
    show(book, ALL)
    book.search.edit.setFocus()
    qtbot.keyClick(book.search.edit, Qt.Key.Key_Return)
    assert book.list.hasFocus()
    first = book.policy.id
    qtbot.keyClick(book.list, Qt.Key.Key_Down)
    assert book.policy.id != first
    qtbot.keyClick(book.list, Qt.Key.Key_Return)
    form = book.findChild(PolicyForm)
    assert form is not None
    assert form.isVisible()
    form.reject()
    qtbot.keyClick(book, Qt.Key.Key_Escape)
    assert not book.isVisible()


def test_several_are_sent_as_one_file(qtbot, monkeypatch, tmp_path, desk, stand_in, book):
    show(book, ALL)
    book.list.selectAll()
    assert book.export_button.text() == f"导出 {len(made.SHIPPED)} 条…"
    assert not book.edit_button.isEnabled()
    path = tmp_path / "苏州政策"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    book.export_button.click()
    name, ids, written = stand_in.asked[-1]
    assert (name, len(ids)) == ("export_policies", len(made.SHIPPED))
    assert written == path.with_suffix(".yaml")
    assert written.exists()


def take_in(monkeypatch, book, stand_in, path="吴中区.yaml"):
    stand_in.parcel = made.parcel()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    book.import_button.click()
    return book.findChild(ParcelDialog)


def test_differences_are_seen_before_anything_is_taken(monkeypatch, desk, stand_in, book):
    dialog = take_in(monkeypatch, book, stand_in)
    assert stand_in.asked[-1] == ("read_parcel", Path("吴中区.yaml"))
    assert [card.change.policy_id for card in dialog.cards] == ["rate", "other-1", "fixed"]
    assert dialog.ticked == ["rate", "other-1"]
    assert not dialog.cards[2].tick.isEnabled()
    told = {
        name: (old, new)
        for name, old, new in differences(made.RATE, dialog.cards[0].change.new, desk.state)
    }
    assert told.keys() == {"给多少", "状态"}
    old, new = told["给多少"]
    assert old[0].endswith("20%，最多 100 万元")
    assert new[0].endswith("25%，最多 100 万元")
    words = " ".join(label.text() for label in dialog.cards[0].findChildren(type(dialog._told)))
    assert "征求意见" in words or "policy_status" in words or "draft" in words
    assert "1 条有问题" in dialog.refused.accessibleName()
    assert "第 12 行" in dialog.refused._details.text()
    assert stand_in.count("take_parcel") == 0
    dialog.reject()
    assert desk.state.parcel is None
    assert stand_in.count("take_parcel") == 0


def test_what_is_ticked_is_taken_and_can_be_taken_back(monkeypatch, desk, stand_in, book):
    dialog = take_in(monkeypatch, book, stand_in)
    assert not dialog.take_button.isEnabled()
    dialog.who.setText("小周")
    dialog.cards[1].tick.setChecked(False)
    assert dialog.take_button.text() == "收下 1 条"
    ranked = stand_in.count("rank")
    dialog.take_button.click()
    assert ("take_parcel", ("rate",), "小周") in stand_in.asked
    assert stand_in.count("rank") == ranked + 1
    assert desk.state.parcel is None
    assert not dialog.isVisible()
    assert desk.state.book.get("rate").amount.rate == 0.25
    assert desk.state.book.get("other-1") is None
    book.undo()
    assert desk.state.book.get("rate") == made.RATE


def test_what_cannot_be_taken_stays_to_be_tried_again(monkeypatch, desk, stand_in, book):
    dialog = take_in(monkeypatch, book, stand_in)
    dialog.who.setText("小周")
    stand_in.trouble["take_parcel"] = made.FactsError("script_empty", name="own.yaml")
    dialog.take_button.click()
    assert dialog.isVisible()
    assert not dialog.strip.isHidden()
    assert dialog.ticked == ["rate", "other-1"]
    assert desk.state.book.get("other-1") is None
    del stand_in.trouble["take_parcel"]
    dialog.take_button.click()
    assert not dialog.isVisible()


def test_ticks_are_set_all_at_once(monkeypatch, stand_in, book):
    dialog = take_in(monkeypatch, book, stand_in)
    dialog.none_button.click()
    assert dialog.ticked == []
    assert not dialog.take_button.isEnabled()
    dialog.none_button.click()
    assert dialog.ticked == ["rate", "other-1"]
    dialog.reject()


def test_a_file_that_cannot_be_read_is_told_in_the_book(monkeypatch, desk, stand_in, book):
    stand_in.trouble["read_parcel"] = made.FactsError("script_empty", name="坏.yaml")
    assert take_in(monkeypatch, book, stand_in) is None
    assert not book.strip.isHidden()
    assert "坏.yaml" in book.strip.accessibleName()


def test_every_field_has_its_name(desk, book):
    told = tell_policy(made.RATE, desk.state)
    assert len({one.key for one in told}) == len(told)
    assert all(one.name and any(one.lines) for one in told)


@pytest.mark.parametrize("palette", [theme.DARK, theme.SUNLIT])
def test_the_book_is_drawn_in_every_theme(qapp, book, palette):
    show(book, ALL)
    light = book.grab().toImage()
    theme.apply(qapp, palette, "zh")
    assert book.grab().toImage() != light
    # Enter in the search field presses no button
    assert not any(one.autoDefault() for one in book.findChildren(QPushButton))
    assert book.model.index(1).data(ROW_ROLE).id
