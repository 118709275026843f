"""Accounts in words: what a producer reads first."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.model import (
    Account,
    FactChange,
    FactField,
    FactOption,
    PayDate,
    PolicyResult,
    Question,
    Reason,
    Review,
    Source,
    Subsidy,
    Unlock,
    Uplift,
    unknown,
)
from geo.phrases import Phrases, load_phrases
from geo.present.figures import cite, published
from geo.present.money_documents import accounts_document
from geo.present.money_text import account_lines, could_get, plain_words
from geo.present.money_words import Words
from tests.geo.money.answers.made import TEXT, cost_of, line, span

_TOLD = load_phrases(Path(__file__).parents[3] / "assets" / "phrases").templates
_NAMES = {code.removeprefix("fact."): texts for code, texts in _TOLD.items()}
PHRASES = Phrases(_TOLD, _NAMES)
FIELDS = (
    FactField("work.investment_total", "float", "work", "申报总投资", "Declared", "CNY"),
    FactField("shoot.local_day_share", "share", "place", "天数占比", "Share"),
    FactField(
        "work.filing", "choice", "filing", "备案", "Filing", "",
        (FactOption("provincial", "省级", "Provincial"),),
    ),
    FactField("nobody.asks", "text", "work", "没人问", "Nobody asks"),
)  # fmt: skip
NOTHING = Subsidy(unknown("CNY"), 0.0, None)


def words(lang="zh"):
    return Words(PHRASES, FIELDS, lang)


def award(**more):
    values = {
        "policy_id": "p", "title": "某措施", "type": "award", "region": "苏州市",
        "status": "in_force", "certain": 0.0, "expected": None, "ceiling": None, "counts": True,
    }  # fmt: skip
    return PolicyResult(**{**values, **more})


def account(**more):
    gains = Uplift(span(10.0, 20.0, 30.0, unit="visits/12mo"), span(1e5), span(2e4), None)
    values = {
        "city": "苏州", "site_id": None, "cost": cost_of(span(60_000.0, 65_000.0, 70_000.0)),
        "subsidy": NOTHING, "uplift": gains, "net_certain": span(60_000.0, 65_000.0, 70_000.0),
        "net_expected": unknown("CNY"), "net_ceiling": unknown("CNY"),
        "review": Review(None, ("ordinary", "other"), "", unknown("days")), "city_en": "Suzhou",
    }  # fmt: skip
    return Account(**{**values, **more})


@pytest.mark.parametrize(
    ("key", "value", "zh"),
    [
        ("x", None, "没说"),
        ("x", True, "是"),
        ("x", False, "否"),
        ("x", date(2026, 5, 6), "2026-05-06"),
        ("x", ("甲", "乙"), "甲、乙"),
        ("x", "甲", "甲"),
        ("work.filing", "provincial", "省级"),
        ("work.filing", ("provincial", "别的"), "省级、别的"),
        ("work.investment_total", 1_020_000, "102 万元"),
        ("shoot.local_day_share", 0.5, "50%"),
        ("x", 7, "7"),
    ],
)
def test_facts_are_told_as_people_say_them(key, value, zh):
    assert words().value(key, value) == zh


def test_options_and_facts_have_english_names():
    assert words("en").value("work.filing", "provincial") == "Provincial"
    assert words("en").fact("nobody.asks") == "Nobody asks"
    assert words().fact("nobody.asks") == "没人问"
    assert words().fact("really.unknown") == "really.unknown"


def test_a_sum_has_its_unit_and_a_venue_on_top_is_told_after_it():
    assert words().money(span(60_000.0, 65_000.0, 70_000.0)) == "≈ 6–7 万元"
    assert words().money(span(6_000.0, beyond=True)) == "≈ 6,000 元，场地价另加"
    assert words("en").money(span(6_000.0)) == "RMB ≈ 6,000"
    vast = span(6.93e9, 8e9, 8.84e9)
    assert words().money(vast) == "≈ 693,000–884,000 万元"
    assert words().money(unknown("CNY")) == "未知"
    assert words().sum(None) == "未知"
    assert words().cost(unknown("CNY", low=20_000.0)) == "2 万元 + 未知"
    assert words().cost(unknown("CNY")) == "未知"


@pytest.mark.parametrize(
    ("paid", "word"),
    [
        (None, "说得准"),
        (PayDate(None, None), "说得准"),
        (PayDate(date(2027, 1, 1), None), "最早 2027-01-01"),
        (PayDate(date(2027, 1, 1), date(2027, 6, 1)), "2027-01-01 到 2027-06-01"),
    ],
)
def test_when_money_comes_is_told_or_that_nobody_knows(paid, word):
    assert word in words().paid(paid)


def test_the_review_is_told_with_its_days_or_that_it_is_open():
    told = words().review(Review("other", ("other",), "平台", span(7.0, unit="days")))
    assert told == "审核：其他（平台），平台，≈ 7 天。"
    open_tier = words().review(account().review)
    assert open_tier == "审核走哪一级还不知道，可能是：普通（省里）、其他（平台）。"
    why = Reason("review_tier_open", {"facts": "work.investment_total"})
    told = words().review(replace(account().review, reasons=(why,)))
    assert told.endswith("要看：申报总投资。")
    assert "没查到" in words().review(Review("key", ("key",), "总局", unknown("days")))


def test_unknown_money_is_zero_to_nobody_knows_never_zero():
    assert "0 到 ?" in could_get(account(), words())
    nameless = replace(NOTHING, policies=(award(), award(counts=False)))
    assert "1 条政策" in could_get(account(subsidy=nameless), words())
    known = replace(NOTHING, ceiling=400_000.0)
    assert "40 万元" in could_get(account(subsidy=known), words())


def test_money_beyond_all_costs_is_never_told_as_a_gain():
    assert words().net(span(60_000.0, 65_000.0, 70_000.0)) == "≈ 6–7 万元"
    assert words().net(unknown("CNY")) == "未知"
    covered = span(-1_300_000.0, -1_250_000.0, -1_200_000.0)
    assert words().net(covered) == "已知的费用都抵得掉"
    assert words().net(replace(covered, beyond=True)) == "已知的费用都抵得掉，场地价另加"
    across = span(-10_000.0, 5_000.0, 20_000.0)
    assert words().net(across) == "最多 ≈ 2 万元"


def test_where_nothing_can_come_nothing_is_said_of_when_it_comes():
    told = "\n".join(plain_words(account(subsidy=replace(NOTHING, ceiling=0.0)), words()))
    assert "都拿不到钱" in told
    assert "最多能退回来" not in told
    assert "到账" not in told
    assert "有望" not in told


def test_a_date_that_the_publishers_name_tells_is_told_once():
    named = Source("题", "某专栏访谈 2025", "2025")
    assert published(named, "zh") == "某专栏访谈 2025"
    assert cite(named) == "某专栏访谈 2025 《题》"
    assert published(Source("题", "某报 2025", "2026"), "zh") == "某报 2025 2026"
    assert published(Source("题", "某报", None), "zh") == "某报"


def test_plain_words_say_what_surely_comes_and_whom_to_ask():
    bare = "\n".join(plain_words(account(), words()))
    assert "一定能拿的：现在没有" in bare
    assert "没有还缺的" in bare
    sure = replace(NOTHING, certain=12_000.0, expected=15_000.0)
    asked = tuple(
        Question("policy", f"p{at}", effect, "某局", (Reason("question_policy", titles),))
        for at, effect in enumerate([span(9_000.0)] + [unknown("CNY")] * 9)
        for titles in [{"policy": "甲", "policy_en": "A", "type": "policy_type.award"}]
    )
    told = "\n".join(plain_words(account(subsidy=sure, questions=asked), words()))
    assert "一定能拿：1.2 万元" in told
    assert "1.5 万元" in told
    assert "问某局：《甲》（获奖奖励）到底给多少" in told
    assert "最多差 9,000 元" in told
    assert "另有 2 样" in told


UNLOCK = Unlock(
    "u", ("p",), "苏州",
    (FactChange("work.investment_total", 980_000, 1_020_000), FactChange("x", None, True)),
    "certain", span(100_000.0), span(40_000.0), "worth", span(21.0, unit="days"),
    (Reason("unlock_spend", {"amount": 40_000.0}),), (Reason("unlock_warn.audited"),),
)  # fmt: skip


def test_a_proposal_has_its_cost_beside_its_gain():
    told = words().unlock(UNLOCK, "苏州")
    assert "98 万元 → 102 万元" in told
    assert "确定多拿 10 万元，要花 ≈ 4 万元，审核多 ≈ 21 天" in told
    assert told.startswith("[划算]")
    assert words().unlock(replace(UNLOCK, lead_days=None), "成都").endswith("（在苏州）")
    vague = replace(UNLOCK, gain=unknown("CNY"), lead_days=unknown("days"))
    assert "给多少没公布，要花 ≈ 4 万元" in words().unlock(vague, "苏州")
    hoped = replace(UNLOCK, gain=replace(UNLOCK.gain, high=None))
    assert words().gain(hoped) == "10 万元"


def test_places_have_names_in_both_languages():
    site = account(site_id="s", site_zh="拙政园", site_en="Garden")
    assert words().place(site) == "苏州，拙政园"
    assert words("en").place(site) == "Suzhou, Garden"
    assert words("en").place(replace(site, site_en="", city_en="")) == "苏州, 拙政园"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_whole_account_is_told_without_a_hole(lang):
    cost = cost_of(
        span(1.0, sources=(TEXT, replace(TEXT, publisher="乙"), replace(TEXT, publisher="丙"))),
        [
            line("venue"),
            line("meals", span(9.0, unit="CNY/day", sources=(TEXT,)), total=span(54.0)),
        ],
    )
    full = account(
        cost=cost,
        unlocks=(UNLOCK,),
        subsidy=replace(NOTHING, policies=(award(title_en="Measures"), award(title_en=""))),
    )
    told = "\n".join(account_lines([full, account(city="南宁")], PHRASES, FIELDS, lang))
    assert "{" not in told
    assert "tell_" not in told
    assert ("Measures" in told) == (lang == "en")
    alone = account_lines([full], PHRASES, FIELDS, lang)
    assert alone[0].startswith("== ")


def test_many_sources_of_a_line_are_cut_short():
    many = tuple(replace(TEXT, publisher=each) for each in "甲乙丙")
    cost = cost_of(span(1.0), [line("meals", span(9.0, sources=many))])
    told = "\n".join(account_lines([account(cost=cost)], PHRASES, FIELDS, "zh"))
    assert "甲 2025-01-16; 乙 2025-01-16 …" in told


def test_a_line_that_costs_nothing_more_is_said_in_words():
    free = span(0.0)
    cost = cost_of(span(1.0), [line("overtime", free, total=free)])
    told = "\n".join(account_lines([account(cost=cost)], PHRASES, FIELDS, "zh"))
    assert "不用另付" in told
    assert "≈ 0" not in next(row for row in told.splitlines() if "场地超时" in row)


def test_an_award_says_which_kind_it_is_and_no_proposal_is_said_to_be_none():
    both = (award(type="award"), award(type="rent"))
    full = account(subsidy=replace(NOTHING, policies=both))
    told = "\n".join(account_lines([full], PHRASES, FIELDS, "zh"))
    assert "某措施（获奖奖励）" in told
    assert "某措施（房租补助）" in told
    assert "没找到改了就能多拿" in told


def test_the_document_keeps_every_figure_apart():
    paid = PayDate(date(2027, 1, 1), None)
    subsidy = replace(NOTHING, certain=5.0, paid=paid, policies=(award(paid=paid), award()))
    full = account(subsidy=subsidy, unlocks=(UNLOCK, replace(UNLOCK, lead_days=None)))
    (told,) = accounts_document([full])["accounts"]
    assert (told["subsidy"]["certain"], told["subsidy"]["ceiling"]) == (5.0, None)
    assert told["subsidy"]["paid"]["earliest"] == "2027-01-01"
    assert told["subsidy"]["policies"][1]["paid"] is None
    assert told["unlocks"][0]["changes"][0] == {
        "fact": "work.investment_total", "old": 980_000, "new": 1_020_000,
    }  # fmt: skip
    assert told["unlocks"][1]["lead_days"] is None
    assert told["net"]["ceiling"]["basis"] == "unknown"
