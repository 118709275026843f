"""What can really be changed: the data, and files that break it."""

from datetime import date

import pytest

from geo.errors import FactsError
from geo.money.answers.changes import CHANGES, load_changes
from geo.money.answers.papers import EVIDENCE, load_papers
from geo.phrases import load_phrases

WARNINGS = "unlock_warn."


@pytest.fixture(scope="module")
def phrases(assets):
    return load_phrases(assets / "phrases").templates


def test_every_changeable_fact_is_named_and_warned_of_in_words(money, phrases):
    for fact, change in money.changes.items():
        if fact != "shoot.days":
            assert f"fact.{fact}" in phrases
        assert all(WARNINGS + code in phrases for code in change.warnings)


def test_a_declared_sum_only_moves_with_the_real_one(money):
    assert money.changes["work.investment_total"].real == "work.investment_actual"
    assert "work.investment_total" in money.changes["work.investment_actual"].together


def test_whoever_becomes_first_producer_is_warned_of_fraud(money):
    for fact in ("producer.first_producer_local", "producer.registered_local"):
        assert "name_only" in money.changes[fact].warnings


def test_filing_levels_need_the_investment_of_the_tiers_in_force(money):
    regime = next(each for each in money.policies.national.regimes if each.valid_to is None)
    floors = {
        tier.filing_level: min(
            float(one.value)
            for one in (*tier.any_of, *tier.all_of)
            if one.fact == "work.investment_total" and one.op == ">="
        )
        for tier in regime.tiers
        if tier.filing_level != "platform"
    }
    needs = money.changes["work.planning_filing_level"].needs
    assert {need.when: need.at_least for need in needs} == floors


def test_plays_revenue_and_results_can_never_be_changed(money):
    bought = ("plays", "revenue", "result", "reach", "tax", "spend.")
    assert not [fact for fact in money.changes if any(word in fact for word in bought)]


@pytest.mark.parametrize(
    "row",
    [
        "{fact: nobody.knows, kind: days, cost: days}",
        "{fact: shoot.days, kind: magic, cost: days}",
        "{fact: shoot.days, kind: days, cost: free}",
        "{fact: shoot.days, kind: days, cost: days, spell: x}",
        "{fact: shoot.days, kind: days, cost: days, step: 0}",
        "{fact: shoot.days, kind: days, cost: days, otherwise: {a: 1}}",
        "{fact: shoot.days, kind: days, cost: days, together: [no.such]}",
        "{fact: shoot.days, kind: days, cost: days, real: no.such}",
        "{fact: shoot.days, kind: days, cost: days, of: no.such}",
        "{fact: work.theme, kind: story, cost: time, needs: [{fact: work.episodes, at_least: 3}]}",
        "{fact: work.theme, kind: story, cost: time, needs: [{fact: work.theme, at_least: x}]}",
    ],
)
def test_a_broken_change_is_refused_by_name(tmp_path, row):
    (tmp_path / CHANGES).write_text(f"schema: 1\nchanges:\n- {row}\n", encoding="utf-8")
    with pytest.raises(FactsError, match="facts_field_broken"):
        load_changes(tmp_path, ["work.theme", "work.episodes"])


def test_a_fact_that_stands_twice_is_refused(tmp_path):
    row = "- {fact: shoot.days, kind: days, cost: days}\n"
    (tmp_path / CHANGES).write_text(f"schema: 1\nchanges:\n{row}{row}", encoding="utf-8")
    with pytest.raises(FactsError, match="facts_field_broken"):
        load_changes(tmp_path, [])


def test_evidence_speaks_of_known_facts_roles_and_lines(money, phrases):
    papers, words = money.papers, money.policies.words.facts
    project = {"crew.size", "crew.home_city", "shoot.days", "shoot.start_date"}
    assert set(papers.facts) <= set(words)
    assert set(papers.asks) <= set(words) | project
    heads = {
        head for one in money.policies.policies if one.amount for head in one.amount.base_heads
    }
    assert set(papers.heads.values()) <= heads
    for line in (*papers.heads, *papers.lines):
        assert f"line.{line}" in phrases, line


def test_every_fact_of_a_crew_s_condition_has_a_paper_or_is_judged(money):
    asked = {
        one.fact
        for each in money.policies.policies
        if each.reaches_crew
        for rule in each.conditions
        for one in getattr(rule, "options", (rule,))
    }
    known = {*money.papers.facts, *money.papers.asks}
    assert asked - known == set()


def test_broken_evidence_is_refused(tmp_path):
    (tmp_path / EVIDENCE).write_text(
        "schema: 1\nalways: [{key: a, zh: 甲, en: A, who: nobody, due: later}]\n"
        "facts: {}\nheads: {}\nasks: {}\nlines: {}\n",
        encoding="utf-8",
    )
    with pytest.raises(FactsError, match="who"):
        load_papers(tmp_path)


def test_data_has_no_dates_of_its_own(money):
    assert not [one for one in money.changes.values() if isinstance(one.otherwise, date)]
