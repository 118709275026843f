"""The bureau's desk over the stand-in: what each question says, and what its buttons ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from geo.model import Basis, Range, Reason, unknown
from geo.model.hosting import (
    Gained,
    Health,
    HealthIssue,
    HealthKind,
    Improvement,
    ImprovementKind,
    NeedServed,
    Ours,
)
from geo.model.pitch import BureauCard, SiteFile
from gui.pages.host.cost_dialog import CostField, read_cost
from gui.pages.host.demand_rows import NeedRow, by_genre
from gui.pages.host.desk import DEMAND, GAINS, HEALTH, KEYS, POLICY, BureauDesk
from gui.pages.host.gain_row import GainRow, change_words
from gui.pages.host.genres_dialog import GenresDialog
from gui.pages.host.policy_draft import DRAFT_ID, RATED, STAYED
from gui.pages.host.try_dialog import TryDialog
from gui.pages.host.words import bare_title, more, percent
from gui.pages.pitch import openers
from tests.gui.policies_stand_in import PolicyStandIn


@pytest.fixture
def stand_in():
    return PolicyStandIn()


@pytest.fixture
def bureau(desk, shown):
    return shown(BureauDesk(desk))


def words(widget):
    # what was just laid out is shown with the next turn of the loop
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def span(low, mid, high, unit="crews"):
    return Range(low, mid, high, unit, Basis.ESTIMATED)


def test_every_question_has_a_page_that_says_what_to_do(bureau):
    for key in KEYS:
        bureau.show_section(key)
        section = bureau.section
        assert section.title.text(), key
        assert section.empty.isVisible(), key
        assert section.empty.buttons, key
        assert section.panes()[0] is section.empty.buttons[0]


def test_the_list_shows_the_question_that_is_asked(bureau):
    bureau.questions.setCurrentRow(KEYS.index(HEALTH))
    assert bureau.section is bureau.sections[HEALTH]
    assert bureau.section.isVisible()
    assert bureau.where.text() == "苏州"


def test_a_bureau_that_said_where_it_is_has_its_own_name(bureau, desk):
    desk.put(card=BureauCard("吴江区文旅局", city="苏州", district="吴江区"))
    assert bureau.where.text() == "吴江区文旅局"
    assert desk.ours == Ours("苏州", "吴江区")
    assert "苏州吴江区" in bureau.section.title.text()


def test_needs_titles_and_places_stand_with_their_shares(bureau):
    bureau.section.empty.buttons[0].click()
    section = bureau.sections[DEMAND]
    told = words(section)
    assert "76%" in told
    assert "58%" in told
    assert "0.5–2.5 部" in told
    assert "绍兴赢 20%" in told
    assert section.sites.rows.itemAt(0).widget().name.text() == "同里影视基地"
    assert "假设的 1 部里，1 部我们排第一" in told


def test_a_place_that_is_wanted_can_be_looked_at(bureau, qtbot):
    bureau.section.empty.buttons[0].click()
    row = bureau.section.sites.rows.itemAt(0).widget()
    with qtbot.waitSignal(bureau.site_asked) as asked:
        row.name.click()
    assert asked.args == ["tongli"]


def test_a_title_left_out_comes_back(bureau, desk, stand_in):
    bureau.section.empty.buttons[0].click()
    desk.drop_title("s1")
    assert "没有算进来" in words(bureau.section.corpus)
    assert "《一曲姑苏》" in words(bureau.section.corpus)
    assert "s1" not in words(bureau.section.corpus)
    assert [one.id for one in desk.state.demand.titles] == ["一曲姑苏", "m1"]
    desk.drop_title("s1", dropped=False)
    assert "没有算进来" not in words(bureau.section)


def test_made_up_titles_are_told_by_genre_in_means(desk):
    desk.look_at_demand()
    won = desk.state.reverse.titles[-1]
    other = replace(won, id="m2", rank=3, served=0.4, first=0.2)
    real, groups = by_genre((*desk.state.reverse.titles, other), desk.state)
    assert [one.name for one in real] == ["《一曲姑苏》", "《一曲姑苏》"]
    assert [one.name for one in groups] == ["民国"]
    assert groups[0].served == pytest.approx(0.6)
    assert groups[0].first == pytest.approx(0.4)
    assert groups[0].under == "假设的 2 部里，1 部我们排第一"


def test_what_rounds_to_nothing_is_not_told_as_nothing():
    assert [percent(one) for one in (0.0, 0.001, 0.5, 0.9999, 1.0)] == [
        "0%",
        "<1%",
        "50%",
        ">99%",
        "100%",
    ]


def test_marks_round_a_title_are_not_part_of_it():
    assert bare_title(" 《暗巷》 ") == bare_title("暗巷") == "暗巷"
    assert bare_title("《》") == ""


def test_how_much_more_keeps_its_doubt():
    assert more(span(2, 4, 6)) == "+2–6"
    assert more(span(0, 1, 2)) == "+0–2"
    assert more(span(0, 0, 0)) == "0"
    assert more(span(-1, 0, 2)) == "−1 到 2"
    assert more(unknown("crews", low=None)) == "未知"


def test_an_own_mix_is_kept_as_a_whole(desk, shown, stand_in):
    desk.look_at_demand()
    dialog = shown(GenresDialog(desk))
    dialog.share.setValue(60)
    assert "60%" in dialog.sum.text()
    assert "100%" in dialog.sum.text()
    dialog.needs.add("teahouse")
    dialog.needs.fields["teahouse"].setValue(25)
    dialog.save()
    (kept,) = stand_in.genres
    assert kept.share == pytest.approx(1.0)
    assert kept.needs == {"water_town": pytest.approx(0.4), "teahouse": pytest.approx(0.25)}
    assert desk.state.demand.own


def test_a_genre_that_asks_for_nothing_cannot_be_kept(desk, shown):
    desk.look_at_demand()
    dialog = shown(GenresDialog(desk))
    dialog.needs.fields["water_town"].setValue(0)
    assert not dialog.save_button.isEnabled()


def test_changes_stand_with_range_cost_and_what_each_crew_costs(bureau, desk):
    bureau.show_section(GAINS)
    bureau.section.empty.buttons[0].click()
    assert desk.state.reverse is not None
    bureau.show_section(GAINS)
    bureau.section.empty.buttons[0].click()
    rows = bureau.section.rows
    assert [row.crews.text() for row in rows] == ["+2–6 部"] * 3
    assert [row.per.text() for row in rows] == [
        "几乎不花钱，先做",
        "每部约 11.25 万元",
        "先问清要花多少",
    ]
    assert [row.cost.look.text for row in rows] == ["0", "≈ 30–60 万", "未知"]
    assert rows[0].words == "公布同里影视基地的场地价，比如一天 3,000 元"


def test_a_cost_that_is_told_replaces_the_unknown_one(bureau, desk, monkeypatch):
    desk.look_at_demand()
    desk.look_for_improvements()
    bureau.show_section(GAINS)
    unknown_row = bureau.section.rows[2]

    def typed(dialog):
        dialog.field.setText("4-8")
        dialog.yearly.setChecked(False)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr("gui.pages.host.cost_dialog.CostDialog.exec", typed)
    unknown_row.cost.asked.emit()
    assert len(desk.state.gained) == 3
    told = desk.state.gained[0].improvement
    assert (told.cost.low, told.cost.mid, told.cost.high) == (40_000, 60_000, 80_000)
    assert told.kind is ImprovementKind.OPEN_NIGHT
    assert not told.yearly
    assert bureau.section.rows[0].per.text() == "每部约 1.5 万元"


def test_a_change_that_wins_nobody_waits_behind_a_fold(bureau, desk):
    desk.look_at_demand()
    desk.look_for_improvements()
    idle = replace(desk.state.gained[0], crews=span(0, 0, 0))
    road = replace(idle, improvement=Improvement(ImprovementKind.ROAD, "tongli", km=12.0))
    desk.put(gained=(desk.state.gained[1], road))
    bureau.show_section(GAINS)
    assert [row.words for row in bureau.section.rows] == ["在同里影视基地搭hospital"]
    bureau.section._show_all()
    last = bureau.section.rows[-1]
    assert last.words == "到同里影视基地的路修近 12 公里"
    assert last.per.text() == "只多赢几场"


def test_reasons_and_titles_unfold(bureau, desk):
    desk.look_at_demand()
    desk.look_for_improvements()
    bureau.show_section(GAINS)
    row = bureau.section.rows[0]
    assert row.why.isHidden()
    row.fold.click()
    assert not row.why.isHidden()
    assert "《一曲姑苏》" in row.why.text()
    desk.put(gained=desk.state.gained[:2])
    assert not bureau.section.rows[0].why.isHidden()


@pytest.mark.parametrize(
    ("text", "ends"),
    [("", (0.0, None)), ("30", (300_000, 300_000)), ("30-60", (300_000, 600_000)), ("0", (0, 0))],
)
def test_costs_are_read_in_ten_thousands(text, ends):
    assert read_cost(text).ends == ends
    assert read_cost(text).known is bool(text)


def test_a_cost_that_is_no_number_is_refused(qtbot):
    field = CostField()
    qtbot.addWidget(field)
    field.setText("很多")
    assert not field.right
    assert field.property("wrong") == "true"
    field.setText("-3")
    assert not field.right


def test_trying_asks_only_for_what_the_change_needs(desk, shown):
    dialog = shown(TryDialog(desk))
    dialog.kind.setCurrentIndex(dialog.kind.findData(ImprovementKind.REBATE))
    assert dialog.share.isVisible()
    assert not dialog.place.isVisible()
    dialog.share.setValue(15)
    dialog.days.setValue(0)
    told = dialog.improvement()
    assert (told.share, told.cap, told.days, told.site_id) == (0.15, 100_000, None, "")
    assert told.cost is None
    dialog.kind.setCurrentIndex(dialog.kind.findData(ImprovementKind.ADD_SET))
    dialog.cost.setText("30-60")
    told = dialog.improvement()
    assert told.site_id == "tongli"
    assert told.scene_type
    assert told.cost.high == 600_000
    assert told.share is None
    assert change_words(desk.state, told) == "在同里影视基地搭古典园林"


def test_only_places_of_the_area_are_offered(desk, shown):
    desk.put(card=BureauCard(city="绍兴"))
    dialog = shown(TryDialog(desk))
    assert [dialog.place.itemData(at) for at in range(dialog.place.count())] == ["luzhen"]


def test_a_draft_of_a_subsidy_is_a_whole_policy(bureau, desk):
    desk.look_at_demand()
    bureau.show_section(POLICY)
    draft = bureau.section.draft
    draft.share.setValue(12)
    draft.cap.setValue(8)
    draft.days.setValue(5)
    policy = draft.policy()
    assert policy.id == DRAFT_ID
    assert policy.amount.mode == RATED
    assert (policy.amount.rate, policy.amount.cap) == (0.12, 80_000)
    (stay,) = policy.conditions
    assert (stay.fact, stay.op, stay.value) == (STAYED, ">=", 5.0)
    assert policy.local_registration == "not_required"
    draft.days.setValue(0)
    draft.cap.setValue(0)
    bare = draft.policy()
    assert bare.conditions == ()
    assert bare.amount.cap is None


def test_a_policy_of_the_book_keeps_what_was_not_touched(bureau, desk):
    desk.look_at_demand()
    bureau.show_section(POLICY)
    draft = bureau.section.draft
    assert draft.which.count() > 1
    for place in range(1, draft.which.count()):
        draft.which.setCurrentIndex(place)
        base, typed = draft.base, draft.policy()
        assert typed.id == base.id
        assert typed.amount.rate == base.amount.rate
        assert (typed.amount.cap or 0) == pytest.approx(base.amount.cap or 0)


def test_what_a_subsidy_comes_to_stands_apart(bureau, desk):
    desk.look_at_demand()
    bureau.show_section(POLICY)
    assert bureau.section.blank.isVisible()
    bureau.section.draft.go.click()
    told = words(bureau.section)
    assert "+1–3 部" in told
    assert "本来就会来" in told
    assert "公平竞争审查" in told
    assert "返税" not in told
    assert "返现" not in told
    assert not bureau.section.blank.isVisible()


def test_what_never_pays_is_unknown_not_free(bureau, desk):
    desk.look_at_demand()
    bureau.show_section(POLICY)
    bureau.section.draft.go.click()
    from gui.widgets.number_label import NumberLabel

    pays = bureau.section.pays.rows.itemAt(1).widget().findChildren(NumberLabel)
    assert [one.look.text for one in pays] == ["未知"] * 3


def test_no_crew_more_is_said_in_words_not_in_unknowns(bureau, desk):
    desk.look_at_demand()
    bureau.show_section(POLICY)
    bureau.section.draft.go.click()
    effect = desk.state.policy_effect
    none = replace(effect.visits, low=0.0, mid=0.0, high=0.0)
    desk.put(policy_effect=replace(effect, visits=none, pays=unknown("CNY/visit")))
    told = words(bureau.section.pays)
    assert "一部也不多来" in told
    assert "未知" not in told


def test_another_district_of_our_city_is_not_called_our_city(bureau, desk):
    need = NeedServed("hospital", 10.0, 0.5, 0.2, "苏州", 0.4)
    need_of = Ours("苏州", "吴中区")
    row = NeedRow(desk.state, need, need_of)
    desk.look_at_demand()
    desk.put(reverse=replace(desk.state.reverse, ours=need_of))
    assert "全苏州排第一的戏" in words(bureau.section)
    assert "每部戏，全苏州排第几" in words(bureau.section)
    assert "我们排第一的戏" not in words(bureau.section)
    assert "苏州别的区赢 40%" in words(row)
    assert "苏州赢 40%" in words(NeedRow(desk.state, need, Ours("杭州")))


def test_the_order_of_the_changes_can_be_read_off(desk):
    """They are sorted by what the weights as they are give, so that is shown beside the ends."""
    desk.look_at_demand()
    desk.look_for_improvements()
    gained = desk.state.gained[0]
    wide = GainRow(desk.state, replace(gained, crews=span(0, 4, 9)))
    assert "+0–9 部" in words(wide)
    assert "照现在 +4" in words(wide)
    assert "照现在" not in words(GainRow(desk.state, replace(gained, crews=span(4, 4, 4))))


def test_crews_without_more_scenes_are_no_contradiction(desk):
    desk.look_at_demand()
    desk.look_for_improvements()
    gained = desk.state.gained[0]
    told = words(GainRow(desk.state, replace(gained, scenes=span(0, 0, 0))))
    assert "场数不变" in told
    assert "0 场" not in told
    built = desk.state.gained[1]
    open_end = replace(built, crews=span(0, 4, 9), per_crew=span(5e4, 5e4, None))
    assert "也许更多" in words(GainRow(desk.state, open_end))


def test_what_a_rebate_pays_is_for_the_titles_counted(desk):
    cost = Range(1.0, 2.0, 3.0, "CNY", Basis.ESTIMATED, (), "method.rebate_paid")
    desk.look_at_demand()
    desk.look_for_improvements()
    gained = desk.state.gained[0]
    told = replace(gained, improvement=replace(gained.improvement, cost=cost, yearly=True))
    assert "照这批戏付" in words(GainRow(desk.state, told))
    assert "每年" not in words(GainRow(desk.state, told))


def test_health_lists_what_to_gather_first(bureau, desk):
    bureau.show_section(HEALTH)
    bureau.section.empty.buttons[0].click()
    rows = bureau.section.rows
    assert [row.issue.site_id for row in rows] == ["tongli", "couple"]
    told = words(bureau.section)
    assert "3 处" in told
    assert "2 条" in told
    assert "2024-05-01" in told
    assert "33%" in told
    assert "30%" in told


def test_health_can_be_sifted(bureau, desk):
    desk.look_at_health()
    bureau.show_section(HEALTH)
    bureau.section.kinds._pick("no_photo")
    assert [row.issue.site_id for row in bureau.section.rows] == ["couple"]


def test_mending_opens_the_form_and_looks_again(bureau, desk, qtbot):
    from gui.pages.sites.site_dialog import SiteDialog

    desk.look_at_health()
    bureau.show_section(HEALTH)
    before = desk.state.health
    bureau.section.rows[0].button.click()
    form = bureau.section.findChild(SiteDialog)
    assert form.site.id == "tongli"
    assert form.map_button.isHidden()
    desk.put(sites=tuple(desk.state.sites))
    assert desk.state.health is not before
    form.close()


def test_a_contact_is_kept_in_the_file_of_the_place(bureau, desk, monkeypatch):
    asked = []
    monkeypatch.setattr(openers, "open_site_file", lambda *given: asked.append(given[-1]))
    issue = HealthIssue(HealthKind.NO_CONTACT, "tongli", Reason("health_no_contact"), 3.0)
    desk.put(health=Health(Ours("苏州"), 1, {"contact": 0.0}, (issue,)))
    bureau.show_section(HEALTH)
    before = desk.state.health
    bureau.section.rows[0].button.click()
    assert asked == ["tongli"]
    desk.save_site_file(SiteFile("tongli", phone="1"))
    assert desk.state.health is not before


def test_scenes_that_nobody_counted_are_not_nought(bureau, desk):
    issue = HealthIssue(HealthKind.NO_PHOTO, "tongli", Reason("health_no_photo"))
    why = (Reason("health_value_of", {"n": 18, "all": 64}),)
    desk.put(health=Health(Ours("苏州"), 1, {}, (issue,)))
    bureau.show_section(HEALTH)
    assert "0 场" not in words(bureau.section.rows[0])
    assert "谁用得上" in bureau.section.gather.text()
    counted = replace(issue, scenes=8.0)
    desk.put(health=Health(Ours("苏州"), 1, {}, (counted,), reasons=why))
    assert "8 场" in words(bureau.section.rows[0])
    assert len(bureau.section.gather.text().splitlines()) == 2


def test_sheets_are_written_where_asked(bureau, desk, monkeypatch, tmp_path):
    path = tmp_path / "表"
    monkeypatch.setattr(
        "gui.pages.host.files.QFileDialog.getSaveFileName", lambda *_: (str(path), "")
    )
    bureau.show_section(HEALTH)
    bureau.section.write_sheet()
    (note,) = [one for one in desk.state.notes if one.about == "export"]
    assert note.path == tmp_path / "表.xlsx"


def test_reasons_are_told_once(bureau, desk):
    desk.look_at_demand()
    match = desk.state.reverse
    why = Reason("plan_no_fit")
    needs = (NeedServed("garden", 4.0, 0.0, 0.0, "成都", 1.0, (why, why)),)
    desk.put(reverse=replace(match, needs=needs))
    assert words(bureau.section).count("这里拍不了") == 1


def test_nothing_is_said_of_a_place_that_nobody_named(desk, shown):
    desk.put(ranking=None, home_cities=())
    page = shown(BureauDesk(desk))
    assert page.where.text() == "还没说是哪里"
    with_card = []
    page.card_asked.connect(lambda: with_card.append(1))
    page.section.empty.buttons[0].click()
    assert with_card == [1]


def test_a_gain_without_crews_costs_nothing_to_leave(desk):
    one = Improvement(ImprovementKind.OPEN_INSIDE, "couple", "teahouse")
    gained = Gained(one, span(0, 0, 0), span(0, 0, 0), unknown("CNY"))
    assert change_words(desk.state, gained.improvement) == "耦园开放内景：茶馆"
