"""Claim files: papers, days, bills that count, reminders."""

from dataclasses import replace
from datetime import date

import pytest

from geo.model import Amount, AnyOf, ClaimRules, Evidence, Region, Voucher
from geo.money import claim_file, evidenced_spend, judge_policy, with_evidence
from geo.money.answers.claims import due_of
from geo.phrases import load_phrases
from tests.geo.money.answers.made import START, case_of, fact, facts, policy
from tests.geo.money.made import TODAY

SPEND = "spend.local_eligible"
RATE = Amount(
    "rate_of_base", is_upper_bound=True, base=SPEND, rate=0.1, cap=100_000.0,
    base_heads=("住宿", "餐饮"),
)  # fmt: skip


def bill(voucher_id="b1", line="lodging", amount=1_000.0, **more):
    values = {"vendor": "某酒店", "city": "苏州", "invoice_title": "某公司", "proof": "回单 1"}
    return Voucher(id=voucher_id, line=line, amount=amount, **{**values, **more})


BILLS = (
    bill("b1", amount=1_000.10),
    bill("b2", "meals", 500.05, city="苏州市"),
    bill("b3", "venue", 4_000.0),
    bill("b4", amount=300.0, invoice_title=" "),
    bill("b5", amount=200.0, proof=""),
    bill("b6", amount=700.0, city="上海"),
    bill("b7", "props_nobody_knows", 50.0),
)


@pytest.fixture(scope="module")
def file_of(book, money):
    def make(one, values=(), evidence=None, today=TODAY):
        case = case_of(book, one, values=values, today=today)
        result = case.judged().policies[0]
        return claim_file(
            one, result, "苏州", facts(values), evidence or Evidence(), money.papers, today
        )

    return make


def keys(file):
    return [step.key for step in file.steps]


def codes(file):
    return [reason.code for reason in file.reasons]


def test_only_local_bills_with_title_and_proof_count(money):
    assert evidenced_spend(BILLS, "苏州") == 5_550.15
    assert evidenced_spend(BILLS, "上海市") == 700.0
    assert evidenced_spend((), "苏州") == 0.0


def test_only_the_heads_a_policy_names_count_for_it(money, file_of):
    assert evidenced_spend(BILLS, "苏州", ("住宿", "餐饮"), money.papers) == 1_500.15
    file = file_of(policy(amount=RATE), evidence=Evidence(BILLS))
    # the bill from 上海 is no money spent here
    assert (file.evidenced, file.spent) == (1_500.15, 6_050.15)
    assert file_of(policy(), evidence=Evidence(BILLS)).evidenced == 5_550.15


DISTRICT = Region("浙江省", "温州市", "瓯海区")
GAZETTEER = {
    "瓯海区": ("浙江省", "温州市"),
    "鹿城区": ("浙江省", "温州市"),
    "昆山市": ("江苏省", "苏州市"),
}


def test_bills_of_a_district_are_bills_of_its_city(money, book):
    names = ("温州市", "瓯海区", "温州瓯海", "鹿城区", "昆山市", "")
    bills = tuple(bill(str(at), amount=10.0**at, city=name) for at, name in enumerate(names))
    assert evidenced_spend(bills, "温州", parents=GAZETTEER) == 1_111.0
    assert evidenced_spend(bills, "瓯海", parents=GAZETTEER) == 110.0
    assert evidenced_spend(bills, "苏州", parents=GAZETTEER) == 10_000.0
    told, _ = with_evidence(facts(), Evidence(bills), "温州", GAZETTEER)
    assert told.get(SPEND) == 1_111.0


def test_of_a_district_award_only_bills_that_name_the_district_are_evidence(money, book):
    bills = tuple(
        bill(str(at), amount=10.0**at, city=name)
        for at, name in enumerate(("温州市", "瓯海区", "鹿城区", "昆山市"))
    )
    one = policy("p", region=DISTRICT)
    result = judge_policy(book, one, facts(), TODAY)
    file = claim_file(one, result, "温州", facts(), Evidence(bills), money.papers, TODAY, GAZETTEER)
    assert (file.evidenced, file.spent) == (10.0, 111.0)
    told = next(each for each in file.reasons if each.code == "remind_district")
    assert told.values == {"n": 2, "amount": 101.0, "district": "瓯海区"}


def test_bills_stand_for_the_local_spend_only_where_nobody_typed_it():
    told, why = with_evidence(facts(), Evidence(BILLS), "苏州")
    assert told.get(SPEND) == 5_550.15
    assert why[0].code == "spend_from_vouchers"
    typed = facts({SPEND: 9.0})
    assert with_evidence(typed, Evidence(BILLS), "苏州") == (typed, ())
    assert with_evidence(facts(), Evidence(BILLS), "成都") == (facts(), ())


def test_papers_come_from_the_text_then_from_practice_each_once(file_of):
    rules = [
        fact("shoot.consecutive_local_days", ">=", 7),
        AnyOf((fact("work.promotes_local_image", "==", True), fact("work.theme", "in", ("甲",)))),
        fact("work.plays_single_platform", ">=", 5),
    ]
    one = policy("p", rules, RATE, claim=ClaimRules(docs="付款凭证"), local_registration="required")
    file = file_of(one)
    assert keys(file) == [
        "text", "form", "licence", "account", "credit", "contracts", "invoices", "payments",
        "audit", "permits", "callsheets", "stills", "story", "plays", "producers", "registered",
    ]  # fmt: skip
    assert [step.key for step in file.steps if not step.usual] == ["text"]
    assert file.steps[0].what == {"zh": "付款凭证", "en": "付款凭证"}


def test_what_an_amount_counts_is_to_be_proved(file_of):
    unit = Amount("per_unit", is_upper_bound=True, unit_fact="work.episodes", per_unit=1.0)
    assert "cut" in keys(file_of(policy(amount=unit)))
    assert "contracts" not in keys(file_of(policy(amount=unit)))
    bare = replace(policy(), amount=None)
    assert keys(file_of(bare)) == ["form", "licence", "account", "credit"]


def test_days_follow_from_the_dates_of_the_project():
    start = facts({"shoot.start_date": START, "shoot.days": 6})
    assert due_of("signing", start) == date(2026, 5, 5)
    assert due_of("shoot", start) == START
    assert due_of("wrap", start) == date(2026, 5, 11)
    assert due_of("later", start) is None
    assert due_of("premiere", start) is None
    assert due_of("premiere", facts({"work.premiere_date": START})) == START
    for anchor in ("signing", "shoot", "wrap"):
        assert due_of(anchor, facts()) is None
    assert due_of("wrap", facts({"shoot.start_date": START})) is None


def test_a_step_that_is_done_stays_done_for_that_award_alone(file_of):
    done = Evidence(done=frozenset({("one", "form"), ("two", "licence")}))
    file = file_of(policy(), evidence=done)
    assert [step.key for step in file.steps if step.done] == ["form"]


def test_reminders_tell_what_is_late_soon_unproved_and_unsaid(file_of):
    values = {"shoot.start_date": START, "shoot.days": 6}
    rules = [fact("shoot.consecutive_local_days", ">=", 7)]
    one = policy("p", rules, RATE, claim=ClaimRules(timing="每年一次"), valid_to=date(2026, 12, 31))
    soon = file_of(one, values, today=date(2026, 4, 20))
    assert codes(soon) == ["remind_soon", "remind_timing", "remind_valid_to", "remind_heads"]
    assert soon.reasons[0].values == {"n": 7, "day": "2026-05-05"}
    late = file_of(one, values, Evidence(BILLS), today=date(2026, 5, 8))
    assert codes(late)[:2] == ["remind_late", "remind_soon"]
    assert late.reasons[0].values == {"n": 3}
    told = next(each for each in late.reasons if each.code == "remind_unproved")
    assert told.values == {"n": 2, "amount": 500.0}
    done = Evidence(done=frozenset(("p", step.key) for step in late.steps))
    assert not {"remind_late", "remind_soon"} & set(codes(file_of(one, values, done)))
    assert codes(file_of(policy())) == ["remind_start_unset"]


def test_every_real_award_of_a_crew_has_a_claim_file_in_words(book, money, assets):
    phrases = load_phrases(assets / "phrases").templates
    for one in book.policies:
        if not one.reaches_crew:
            continue
        result = judge_policy(book, one, facts(), TODAY)
        file = claim_file(one, result, "苏州", facts(), Evidence(BILLS), money.papers, TODAY)
        assert len(set(keys(file))) == len(file.steps) >= 4
        for step in file.steps:
            assert f"role.{step.who}" in phrases
            assert all(reason.code in phrases for reason in step.reasons)
        assert set(codes(file)) <= set(phrases)
