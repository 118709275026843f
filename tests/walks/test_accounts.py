"""Money from a script to a file to hand in, through the actions: four cities, one typed sum."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from geo import actions
from geo.errors import FactsError
from geo.model import Basis, Criterion, Evidence, ProjectFacts, Voucher
from geo.present.money_text import could_get
from geo.present.money_words import Words
from geo.progress import finish

ASSETS = Path(__file__).parents[2] / "assets"
SOFFICE = shutil.which("soffice")
TODAY = date(2026, 4, 1)
FACTS = ProjectFacts(
    {
        "crew.size": 45,
        "crew.home_city": "上海",
        "shoot.days": 6,
        "shoot.start_date": date(2026, 5, 6),
        "shoot.consecutive_local_days": 5,
        "work.investment_total": 980_000,
        "work.episodes": 8,
    }
)
BILLS = (
    Voucher("b1", "lodging", "某酒店", "苏州", 30_000.0, TODAY, "某公司", "回单 7"),
    Voucher("b2", "meals", '=HYPERLINK("http://x","盒饭")', "苏州", 9_000.0, None, "", "+回单"),
)
EVIDENCE = Evidence(BILLS, frozenset({("sz-2025-tourism", "form")}))


@pytest.fixture(scope="module")
def ws(tmp_path_factory):
    made = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("data")))
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def script(ws):
    path = next(one.path for one in actions.samples(ws) if one.id == "yiqu_gusu")
    return finish(actions.read_script(ws, path))


@pytest.fixture(scope="module")
def four(ws, script):
    cities = actions.FOUR_CITIES
    told = finish(actions.compare(ws, script, FACTS, cities, EVIDENCE, TODAY))
    return {one.city: one for one in told}


def ranked(ws, script, facts=FACTS, **more):
    return finish(actions.rank(ws, script, facts, ws.default_weights, today=TODAY, **more))


def test_four_cities_stand_side_by_side_in_the_order_asked(ws, four):
    assert tuple(four) == actions.FOUR_CITIES
    words = Words(ws.phrases, actions.fact_fields(ws), "zh")
    for city in ("南宁", "绍兴"):
        account = four[city]
        assert account.subsidy.amount.basis is Basis.UNKNOWN
        assert account.subsidy.ceiling is None
        assert "0 到 ?" in could_get(account, words)
        assert not account.net_ceiling.known
        issuers = [one.whom for one in account.questions if one.kind == "policy"]
        assert issuers
        assert all(issuers)
    assert "万元" in could_get(four["苏州"], words)


def test_net_is_gross_less_what_comes_back(four):
    suzhou = four["苏州"]
    gross, subsidy = suzhou.cost.priced_total, suzhou.subsidy
    assert suzhou.net_certain.mid == pytest.approx(gross.mid - subsidy.certain)
    assert suzhou.net_ceiling.high == pytest.approx(gross.high - subsidy.ceiling)
    assert suzhou.net_certain.beyond == gross.beyond
    assert not suzhou.net_expected.known


def test_each_place_says_review_questions_ways_and_past_cases(four):
    for account in four.values():
        assert account.review.possible
        assert account.questions
        assert account.comparables
        assert account.city_en
    kinds = {one.kind for one in four["苏州"].questions}
    assert kinds == {"fact", "line", "policy"}
    assert four["苏州"].unlocks


def test_bills_stand_for_local_spend_and_the_account_says_so(ws, script, four):
    codes = {reason.code for reason in four["苏州"].reasons}
    assert "spend_from_vouchers" in codes
    assert "spend_from_vouchers" not in {reason.code for reason in four["成都"].reasons}
    assert actions.evidenced_spend(EVIDENCE, "苏州") == 30_000.0


def test_one_more_day_is_priced_by_the_plan_of_the_city(ws, script):
    """A rule of 7 days in a row, told by the user, opens with one day more at the city's price."""
    from geo.actions.accounts import _case, _offer
    from geo.money import unlocks
    from tests.geo.money.answers.made import fact, policy

    ranking = ranked(ws, script)
    for site_id in (None, "suzhou-zhuozheng-garden"):
        offer = _offer(ranking, "苏州", site_id)
        case, _ = _case(ws, ranking, script, FACTS, offer, "苏州", Evidence(), TODAY)
        seven = policy(conditions=[fact("shoot.consecutive_local_days", ">=", 7)])
        case = replace(case, book=replace(case.book, policies=(seven,)))
        (way,) = unlocks(case, ws.money.changes)
        assert [(each.fact, each.new) for each in way.changes] == [
            ("shoot.consecutive_local_days", 7),
            ("shoot.days", 7),
        ]
        more = ranked(ws, script, ProjectFacts({**FACTS.values, "shoot.days": 7}))
        after = next(town for town in more.cities if town.city == "苏州").cost.priced_total.mid
        before = next(town for town in ranking.cities if town.city == "苏州").cost
        assert way.cost.mid == pytest.approx(after - before.priced_total.mid, abs=0.02)


def test_a_site_has_an_account_of_its_own(ws, script):
    ranking = ranked(ws, script)
    site = actions.find_site(ranking, "拙政园")
    account = finish(actions.account(ws, ranking, script, FACTS, site.city_zh, site.id))
    assert (account.site_id, account.site_zh) == (site.id, site.name_zh)
    venues = [one for one in account.questions if one.key == "venue"]
    assert [one.whom for one in venues] == [site.name_zh]


def test_a_base_seen_only_from_inside_has_no_past_cases(ws, script):
    ranking = ranked(ws, script)
    hidden = [
        offer for offer in ranking.sites if offer.uplift.visits.method == "method.place_not_shown"
    ]
    if hidden:
        site = hidden[0].site
        account = finish(actions.account(ws, ranking, script, FACTS, site.city_zh, site.id))
        assert account.comparables == ()


def test_what_is_not_ranked_is_refused_by_name(ws, script):
    ranking = ranked(ws, script, cities=("苏州",))
    for city, site, code in (
        ("成都", None, "city_unknown"),
        ("苏州", "no-such-site", "account_site_unknown"),
    ):
        with pytest.raises(FactsError, match=code):
            finish(actions.account(ws, ranking, script, FACTS, city, site))
    with pytest.raises(FactsError, match="account_site_unknown"):
        actions.find_site(ranking, "龙宫")
    with pytest.raises(FactsError, match="account_site_many"):
        actions.find_site(ranking, "博物馆")
    with pytest.raises(FactsError, match="too_many_cities"):
        finish(actions.compare(ws, script, FACTS, list("甲乙丙丁戊己庚")))


def test_a_typed_policy_amount_moves_the_ranking_with_its_source(ws, script):
    before = ranked(ws, script)
    policy = "policy.nn-2025-works.amount"
    told = ProjectFacts({**FACTS.values, policy: 900_000})
    after = ranked(ws, script, told)

    def row(ranking):
        at = [town.city for town in ranking.cities].index("南宁")
        return ranking.cities[at], float(ranking.city_order.scores[at])

    (old, old_score), (new, new_score) = row(before), row(after)
    assert old.subsidy.counted == 0
    assert new.subsidy.certain == 900_000
    assert new_score > old_score
    assert Criterion.SUBSIDY not in after.idle
    result = next(one for one in new.subsidy.policies if one.policy_id == "nn-2025-works")
    assert result.certain == 900_000
    assert result.sources
    assert "policy_amount_told" in {reason.code for reason in result.reasons}
    account = finish(actions.account(ws, after, script, told, "南宁", today=TODAY))
    assert account.net_certain.mid == pytest.approx(new.cost.priced_total.mid - 900_000)


# ---- files


def cells(book):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row]


@pytest.fixture(scope="module", params=["zh", "en"])
def workbook(request, ws, four, tmp_path_factory):
    path = tmp_path_factory.mktemp("books") / f"{request.param}.xlsx"
    return finish(actions.export_accounts(ws, tuple(four.values()), path, request.param))


def test_the_comparison_holds_numbers_sources_and_no_formula(workbook, four):
    book = openpyxl.load_workbook(workbook)
    assert len(book.sheetnames) == 7
    assert {cell.data_type for cell in cells(book)} <= {"s", "n", "d"}
    sheet = book[book.sheetnames[0]]
    assert sheet.max_column == 5
    rows = {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=2)}
    wanted = [one.cost.priced_total.mid for one in four.values()]
    label = next(key for key in rows if key in ("总费用 元 · 中", "Total RMB · mid"))
    assert rows[label] == pytest.approx(wanted)
    ceiling = next(key for key in rows if key in ("最多 元", "At most RMB"))
    assert rows[ceiling][0] in ("未知", "not yet known")
    assert rows[ceiling][3] == four["苏州"].subsidy.ceiling
    costs = book[book.sheetnames[1]]
    assert costs.max_row == 1 + sum(len(o.cost.lines) + len(o.cost.held) for o in four.values())
    text = " ".join(str(cell.value) for cell in cells(book))
    assert not [code for code in ("head_", "tell_", "money_", "verdict.", "role.") if code in text]


def test_the_checklist_has_ticks_days_papers_and_bills(ws, four, tmp_path):
    results = [one for one in four["苏州"].subsidy.policies if one.counts]
    files = [actions.claim_file(ws, one, "苏州", FACTS, EVIDENCE, TODAY) for one in results]
    path = finish(actions.export_claims(ws, files, EVIDENCE, tmp_path / "claims.xlsx", "zh"))
    book = openpyxl.load_workbook(path)
    steps, bills = book["申报清单"], book["单据"]
    assert {cell.data_type for cell in cells(book)} <= {"s", "n", "d"}
    ticked = [row for row in steps.iter_rows(min_row=2, values_only=True) if row[0] == "✓"]
    assert len(ticked) == 1
    dues = {row[2] for row in steps.iter_rows(min_row=2, values_only=True)}
    assert "未知" in dues
    assert steps.data_validations.dataValidation
    rows = list(bills.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == ["是", "否"]
    assert rows[1][2] == BILLS[1].vendor
    assert rows[0][4] == 30_000


def test_a_claim_for_a_policy_that_is_gone_is_refused(ws, four):
    gone = replace(four["苏州"].subsidy.policies[0], policy_id="gone")
    with pytest.raises(FactsError, match="claim_policy_gone"):
        actions.claim_file(ws, gone, "苏州", FACTS, EVIDENCE)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_other_programs_read_the_same(workbook, tmp_path):
    again = tmp_path / "again"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", again, workbook]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    mine = openpyxl.load_workbook(workbook)
    theirs = openpyxl.load_workbook(again / workbook.name)
    assert theirs.sheetnames == mine.sheetnames
    for name in mine.sheetnames:
        for row in mine[name].iter_rows():
            for cell in row:
                other = theirs[name][cell.coordinate].value
                if isinstance(cell.value, float):
                    assert other == pytest.approx(cell.value)
                else:
                    assert (other or "") == (cell.value or ""), cell.coordinate
