"""The form of a policy: it says what the policy says, refuses what is wrong, and keeps the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from geo.model import Amount, AnyOf, Condition, Region, Source, Tier
from gui import theme
from gui.pages.bureau.policy_checks import check
from gui.pages.bureau.policy_conditions import ConditionRow
from gui.pages.bureau.policy_example import ExampleDialog
from gui.pages.bureau.policy_form import PolicyForm
from gui.pages.bureau.policy_new import blank_policy
from tests.gui import policies_stand_in as made
from tests.gui.policies_stand_in import PolicyStandIn


@pytest.fixture
def stand_in():
    return PolicyStandIn()


@pytest.fixture
def book(desk):
    desk.load_book()
    return desk


@pytest.fixture
def open_form(qtbot, book):
    def open_one(policy):
        form = PolicyForm(book, policy)
        qtbot.addWidget(form)
        with qtbot.waitExposed(form):
            form.show()
        return form

    return open_one


def ids(policies):
    return [one.id for one in policies]


@pytest.mark.parametrize("policy", made.SHIPPED, ids=ids(made.SHIPPED))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_shown_is_what_is_kept(qapp, desk, open_form, policy, lang):
    theme.apply(qapp, theme.LIGHT, lang)
    desk.set_language(lang)
    form = open_form(policy)
    assert form.policy() == policy
    assert form.unread() == {}
    assert [one for one in form.problems() if not one.missing] == []


def type_into(edit, text):
    edit.setText(text)


def begin(open_form, book):
    form = open_form(blank_policy(book.state))
    type_into(form.head.title, "吴中区取景奖励")
    type_into(form.head.issuer, "吴中区文旅局")
    type_into(form.head.who, "在吴中拍的剧组")
    type_into(form.who, "小周")
    card = form.proof.sources.cards[0]
    card.kind._pick("phone")
    type_into(card.publisher, "陆科长")
    type_into(card.day, "2026-11-20")
    return form


def mode(form, code):
    form.amount.mode.setCurrentIndex(form.amount.mode.findData(code))


def fixed(form):
    type_into(form.amount.sum.edit, "30")
    return Amount("fixed", True, sum=300_000.0)


def rate(form):
    type_into(form.amount.rate.edit, "12.5")
    form.amount.base.picked.emit("spend.local_eligible")
    type_into(form.amount.cap.edit, "10万")
    type_into(form.amount.floor.edit, "0.5")
    form.amount.bound.setChecked(False)
    return Amount(
        "rate_of_base", False, cap=100_000.0, floor=5_000.0, base="spend.local_eligible", rate=0.125
    )


def per_unit(form):
    form.amount.unit_fact.picked.emit("work.episodes")
    type_into(form.amount.per_unit.edit, "1")
    return Amount("per_unit", True, unit_fact="work.episodes", per_unit=10_000.0)


def tiered(form):
    tiers = form.amount.tiers
    tiers.picker.picked.emit("work.plays_single_platform")
    tiers.add_button.click()
    for row, edge, cny in zip(tiers.cards, ("1,000,000", "5000000"), ("8", "12"), strict=True):
        row.edge.findChild(QLineEdit).setText(edge)
        type_into(row.cny.edit, cny)
    tiers.cards[1].op.setCurrentIndex(1)
    return Amount(
        "tiered", True, tier_key="work.plays_single_platform",
        tiers=(Tier(80_000.0, at_least=1e6), Tier(120_000.0, above=5e6)),
    )  # fmt: skip


def parts(form):
    form.amount.parts.add_button.click()
    card = form.amount.parts.cards[0]
    type_into(card.name, "上线奖励")
    type_into(card.amount.sum.edit, "2")
    card.conditions.add().picker.picked.emit("work.aired_online")
    part = made.Part(
        "",
        Amount("fixed", True, sum=20_000.0),
        (Condition("work.aired_online", "==", True),),
        name_zh="上线奖励",
    )
    return Amount("sum_of_parts", True, parts=(part,))


def uplift(form):
    type_into(form.amount.rate.edit, "20")
    form.amount.of.picked.emit("fixed")
    return Amount("uplift", True, of="fixed", rate=0.2)


def match(form):
    form.amount.of.picked.emit("fixed")
    return Amount("match", True, of="fixed", rate=1.0)


def ceiling(form):
    type_into(form.amount.cap.edit, "200")
    return Amount("ceiling", True, cap=2_000_000.0)


def in_kind(form):
    type_into(form.amount.kind, "免门票")
    return Amount("in_kind", False, in_kind_zh="免门票")


@pytest.mark.parametrize(
    ("code", "fill"),
    [
        ("fixed", fixed),
        ("rate_of_base", rate),
        ("per_unit", per_unit),
        ("tiered", tiered),
        ("sum_of_parts", parts),
        ("uplift", uplift),
        ("match", match),
        ("ceiling", ceiling),
        ("in_kind", in_kind),
    ],
)
def test_each_shape_can_be_typed(book, stand_in, open_form, code, fill):
    form = begin(open_form, book)
    mode(form, code)
    amount = fill(form)
    form.save_button.click()
    [(_, kept, who)] = [one for one in stand_in.asked if one[0] == "save_policy"]
    assert who == "小周"
    assert kept.amount == amount
    assert kept.computable == ("ceiling" if code == "ceiling" else "formula")
    assert kept.title_zh == kept.title_en == "吴中区取景奖励"
    assert kept.sources == (Source("电话答复", "陆科长", "2026-11-20"),)
    assert kept.region == Region("江苏省", "苏州市")
    assert book.state.book.get(kept.id).told_by == "小周"
    assert not form.isVisible()


def test_comparisons_follow_the_type_of_the_fact(book, open_form):
    form = open_form(made.FIXED)
    row = form.conditions.add()
    for fact, kind in made.KINDS.items():
        row.picker.picked.emit(fact)
        offered = tuple(row.op.itemData(at) for at in range(row.op.count()))
        assert offered == made.OPERATORS[kind], fact
        assert row.op.isHidden() == (len(offered) == 1), fact


def test_facts_are_found_by_a_part_of_their_name(qtbot, book, open_form):
    form = open_form(made.FIXED)
    row = form.conditions.add()
    picker = row.picker
    assert picker.text_of("work.episodes").startswith("作品 · ")
    picker.setFocus()
    qtbot.keyClicks(picker, "episodes")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.fact == "work.episodes"
    picker.setText("半个名字")
    picker.editingFinished.emit()
    assert picker.text() == picker.text_of("work.episodes")
    assert form.policy().conditions == made.FIXED.conditions
    assert "还没说完" in form.conditions.problem


def test_one_of_a_group_is_enough(book, open_form):
    form = open_form(made.FIXED)
    form.conditions.any_button.click()
    group = form.conditions.parts[-1]
    group.rows[0].picker.picked.emit("work.aired_online")
    assert form.policy().conditions[-1] == Condition("work.aired_online", "==", True)
    group.rows[1].picker.picked.emit("producer.first_producer_local")
    assert form.policy().conditions[-1] == AnyOf(
        (Condition("work.aired_online", "==", True), made.LOCAL)
    )
    for row in tuple(group.rows):
        row.remove.click()
    assert form.policy().conditions == made.FIXED.conditions


@pytest.mark.parametrize(
    ("policy", "row", "change"),
    [
        (made.RATE, "rate", lambda form: type_into(form.amount.rate.edit, "120")),
        (made.RATE, "cap", lambda form: type_into(form.amount.cap.edit, "0.5")),
        (made.FIXED, "cap", lambda form: type_into(form.amount.cap.edit, "29")),
        (made.FIXED, "valid", lambda form: type_into(form.head.valid_to, "2024-01-01")),
        (made.FIXED, "valid", lambda form: type_into(form.head.valid_from, "去年")),
        (made.FIXED, "sum", lambda form: type_into(form.amount.sum.edit, "三十")),
        (made.FIXED, "sum", lambda form: type_into(form.amount.sum.edit, "-3")),
        (made.RATE, "chance", lambda form: type_into(form.terms.chance.edit, "101")),
        (made.RATE, "lag", lambda form: type_into(form.proof.latest.edit, "1")),
        (made.RATE, "pool", lambda form: type_into(form.terms.works.edit, "2.5")),
        (made.RATE, "bonus", lambda form: type_into(form.amount.bonus_rate.edit, "")),
        (made.UPLIFT, "of", lambda form: form.amount.of.picked.emit("uplift")),
        (made.RATE, "alternatives", lambda form: form.terms.alternatives.show_ids(("rate",))),
    ],
)
def test_a_bad_value_is_refused_beside_its_field(book, stand_in, open_form, policy, row, change):
    form = open_form(policy)
    type_into(form.who, "小周")
    assert form.rows[row].told == ""
    change(form)
    form._edited()
    assert form.rows[row].told
    assert [name for name, one in form.rows.items() if one.told] == [row]
    form.save_button.click()
    assert stand_in.count("save_policy") == 0
    assert form.isVisible()


def test_awards_that_build_on_each_other_in_a_ring_are_refused(book):
    ring = replace(made.FIXED, amount=Amount("match", True, of="uplift"))
    [problem] = check(ring, book.state.book)
    assert (problem.row, problem.code) == ("of", "circular")


def test_a_condition_out_of_order_is_told_beside_it(book, open_form):
    form = open_form(made.RATE)
    row: ConditionRow = form.conditions.parts[0]
    _low, high = row.value.findChildren(QLineEdit)
    high.setText("10")
    assert "小" in row.told
    assert form.unread().keys() == {"conditions"}
    high.setText("300")
    assert row.told == ""


def test_a_figure_without_a_source_is_not_kept(book, stand_in, open_form):
    form = begin(open_form, book)
    mode(form, "ceiling")
    ceiling(form)
    form.proof.sources.cards[0].day.clear()
    form.save_button.click()
    assert stand_in.count("save_policy") == 0
    assert "日期" in form.rows["sources"].told
    form.proof.sources.cards[0].remove.click()
    assert "出处" in form.told.text()
    form.save_button.click()
    assert stand_in.count("save_policy") == 0


def test_an_old_source_without_a_day_may_stay(book):
    old = replace(made.FIXED, sources=(Source("旧文", "网站"),))
    here = replace(book.state.book, policies=(old,))
    assert check(old, here) == ()
    assert [one.code for one in check(old, book.state.book)] == ["half_source"]


def test_a_link_is_safe_only_while_it_is_the_same(book, open_form):
    form = open_form(made.FIXED)
    card = form.proof.sources.cards[0]
    assert card.source().link_safe
    type_into(card.link, "https://example.cn/b")
    assert not card.source().link_safe


def test_who_filled_it_in_is_asked_and_remembered(book, stand_in, open_form):
    form = open_form(made.FIXED)
    assert form.who.text() == ""
    form.save_button.click()
    assert stand_in.count("save_policy") == 0
    type_into(form.who, "小周")
    form.save_button.click()
    assert open_form(made.RATE).who.text() == "小周"


def test_nothing_is_lost_when_it_cannot_be_kept(book, stand_in, open_form):
    form = begin(open_form, book)
    mode(form, "ceiling")
    ceiling(form)
    wanted = form.policy()
    stand_in.trouble["save_policy"] = made.FactsError("script_empty", name="own.yaml")
    form.save_button.click()
    assert form.isVisible()
    assert form.policy() == wanted
    assert not form.strip.isHidden()
    del stand_in.trouble["save_policy"]
    form.save_button.click()
    assert book.state.book.get(wanted.id) is not None


def test_every_keystroke_is_worked_out(book, stand_in, open_form):
    form = open_form(made.RATE)
    assert "确定 0" in form.trial.sentence.text()
    assert "有望 说不准" in form.trial.sentence.text()
    assert "最多 100 万元" in form.trial.sentence.text()
    assert "还缺" in form.trial.open.text()
    before = stand_in.count("try_policy")
    type_into(form.amount.cap.edit, "90")
    assert stand_in.count("try_policy") == before + 1
    assert "最多 90 万元" in form.trial.sentence.text()
    book.set_fact("work.investment_total", 1_000_000.0)
    last = [one for one in stand_in.asked if one[0] == "try_policy"][-1]
    assert last[2].get("work.investment_total") == 1_000_000.0
    form._warned = True
    form.reject()
    assert book.state.policy_trial is None


def test_examples_are_recomputed_and_can_be_changed(book, stand_in, open_form):
    form = open_form(made.RATE)
    [(name, should, comes, tick)] = form.trial.rows
    assert name.text() == "花了 80 万"
    assert should.text() == "该是 0 元，最多 16 万元"
    assert comes.isHidden()
    assert tick.accessibleName() == "对得上"
    type_into(form.amount.rate.edit, "25")
    assert tick.accessibleName() == "对不上"
    assert not comes.isHidden()
    assert comes.text() == "现在算得 0 元，最多 20 万元"
    name.click()
    dialog = form.findChild(ExampleDialog)
    type_into(dialog.ceiling.edit, "20")
    dialog.keep_button.click()
    assert form.policy().examples[0].ceiling == 200_000.0
    assert form.trial.rows[0][3].accessibleName() == "对得上"
    form.trial.rows[0][0].click()
    form.findChildren(ExampleDialog)[-1].drop_button.click()
    assert form.policy().examples == ()
    assert form.trial.rows == []


def test_a_new_example_asks_what_the_policy_asks(qtbot, book, open_form):
    book.set_fact("work.investment_actual", 800_000.0)
    form = open_form(made.RATE)
    form.trial.add_button.click()
    dialog = form.findChildren(ExampleDialog)[-1]
    facts = [row.picker.fact for row in dialog.facts]
    assert facts[:2] == ["work.investment_total", "producer.first_producer_local"]
    assert "work.investment_actual" in facts
    assert "producer.tax_paid_year" in facts
    assert not dialog.keep_button.isEnabled()
    type_into(dialog.name, "现在这个")
    type_into(dialog.certain.edit, "5")
    type_into(dialog.ceiling.edit, "3")
    assert not dialog.keep_button.isEnabled()
    type_into(dialog.ceiling.edit, "")
    dialog.mine_button.click()
    dialog.keep_button.click()
    example = form.policy().examples[-1]
    assert (example.name, example.certain, example.ceiling) == ("现在这个", 50_000.0, None)
    assert dict(example.facts.values) == {"work.investment_actual": 800_000.0}


def test_esc_asks_only_when_something_would_be_lost(qtbot, book, open_form):
    form = open_form(made.FIXED)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    form = open_form(made.FIXED)
    type_into(form.head.title, "别的名字")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert "再按一次" in form.told.text()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_the_whole_form_is_walked_by_tab(qtbot, book, open_form):
    form = open_form(made.RATE)
    form.head.title.setFocus()
    reached = set()
    for _ in range(200):
        widget = form.focusWidget()
        if widget in reached:
            break
        reached.add(widget)
        assert widget.accessibleName() or widget.text(), widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    for wanted in (
        *(form.head.region.province, form.head.valid_to, form.conditions.add_button),
        *(form.amount.mode, form.amount.rate.edit, form.terms.gate, form.proof.docs),
        *(form.trial.add_button, form.who, form.save_button),
    ):
        assert wanted in reached, wanted.text()


def test_enter_in_a_field_does_not_close_the_form(qtbot, book, stand_in, open_form):
    form = open_form(made.FIXED)
    type_into(form.who, "小周")
    form.head.title.setFocus()
    qtbot.keyClick(form.head.title, Qt.Key.Key_Return)
    assert form.isVisible()
    assert stand_in.count("save_policy") == 0
    assert not any(one.autoDefault() for one in form.findChildren(QPushButton))


def test_ctrl_s_keeps_it(qtbot, book, stand_in, open_form):
    form = open_form(made.FIXED)
    type_into(form.who, "小周")
    form.activateWindow()
    form.head.title.setFocus()
    qtbot.keyClick(form.head.title, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert stand_in.count("save_policy") == 1
    assert not form.isVisible()


def test_places_hang_together(book, open_form):
    form = open_form(made.DRAFT)
    region = form.head.region
    # a place that the gazetteer of this computer does not hold is still there
    assert region.region == Region("浙江省", "绍兴市", "柯桥区")
    region.province.setCurrentIndex(region.province.findData("江苏省"))
    assert region.region == Region("江苏省")
    region.city.setCurrentIndex(region.city.findData("苏州市"))
    assert region.district.findData("吴江区") > 0
    region.district.setEditText("独墅湖园区")
    assert region.region == Region("江苏省", "苏州市", "独墅湖园区")
    region.province.setCurrentIndex(0)
    assert region.region == Region()


def test_days_are_read_as_people_write_them(book, open_form):
    form = open_form(made.FIXED)
    for text, day in (
        ("2026.3.1", date(2026, 3, 1)),
        ("2026/03", date(2026, 3, 1)),
        ("2026", date(2026, 1, 1)),
        ("", None),
    ):
        type_into(form.head.valid_to, text)
        assert form.head.valid_to.problem == ""
        assert form.policy().valid_to == day
    type_into(form.head.valid_to, "2026-02-30")
    assert form.head.valid_to.problem
