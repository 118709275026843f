"""What holds for every policy and every project: made at random, judged, compared."""

from __future__ import annotations

import math
import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Amount, AnyOf, Budget, Condition, Part, ProjectFacts, Stacking, Tier
from geo.money.subsidy.judge import judge
from tests.geo.money.made import TODAY
from tests.geo.money.subsidy.made import book_of, policy

PLACE = ("甲省", "乙市", None)
MONEY = (
    "work.investment_actual",
    "spend.local_eligible",
    "producer.tax_paid_year",
    "work.plays",
    "work.episodes",
    "work.total_minutes",
    "shoot.consecutive_local_days",
)
FLAGS = ("work.aired_online", "work.on_head_platform")
CAREFUL = settings(deadline=None, max_examples=150)
NAMES = ("a", "b", "c", "d", "e")


class Maker:
    """Makes policies and projects by a seeded chance: quicker to draw than one field at a time."""

    def __init__(self, seed):
        self.rng = random.Random(seed)

    def maybe(self, make):
        return make() if self.rng.random() < 0.4 else None

    def one(self, *options):
        return self.rng.choice(options)

    def cny(self):
        return self.rng.randint(0, 20) * 1_000.01

    def rate(self):
        return self.one(0.0, 0.1, 0.29, 0.5, 1.0)

    def flag(self):
        return Condition(self.one(*FLAGS), "==", True)

    def single(self):
        enough = Condition(self.one(*MONEY), self.one(">", ">="), float(self.rng.randint(1, 9)))
        theme = Condition("work.theme", "in", ("余杭", "非遗"))
        return self.one(self.flag(), enough, theme)

    def rule(self):
        if self.rng.random() < 0.7:
            return self.single()
        return AnyOf(tuple(self.single() for _ in range(self.rng.randint(1, 3))))

    def rules(self):
        return tuple(self.rule() for _ in range(self.rng.randint(0, 2)))

    def amount(self, *, parts=True):
        mode = self.one(
            *("fixed", "ceiling", "in_kind", "per_unit", "rate_of_base", "match", "tiered"),
            *(("sum_of_parts",) if parts else ()),
        )
        many = range(self.rng.randint(1, 3))
        own = {
            "fixed": lambda: {"sum": self.cny() if self.rng.random() < 0.8 else None},
            "per_unit": lambda: {
                "unit_fact": self.one(*MONEY),
                "unit_size": self.one(1.0, 2.5),
                "per_unit": self.cny(),
            },
            "rate_of_base": lambda: {"base": self.one(*MONEY), "rate": self.rate()},
            "match": lambda: {"base": self.one(*MONEY), "rate": self.rate()},
            "tiered": lambda: {
                "tier_key": self.one(*MONEY),
                "tiers": tuple(
                    Tier(self.cny(), at_least=float(self.rng.randint(0, 9))) for _ in many
                ),
            },
            "sum_of_parts": lambda: {
                "parts": tuple(Part("part", self.amount(parts=False), self.rules()) for _ in many)
            },
        }
        return Amount(
            mode,
            is_upper_bound=self.rng.random() < 0.3,
            cap=self.maybe(self.cny),
            cap_scope=self.one("per_work", "per_work", "per_company_per_year", "per_episode"),
            cap_fact=self.one(None, None, None, "producer.tax_paid_year"),
            floor=self.maybe(self.cny),
            bonus_if=self.maybe(self.flag),
            bonus_rate=self.rate(),
            **own.get(mode, dict)(),
        )

    def some(self, names):
        return tuple(self.rng.sample(names, self.rng.choice((0, 0, 1, 2))))

    def policy(self, name):
        others = [each for each in NAMES if each != name]
        amount = self.amount() if self.rng.random() < 0.9 else None
        if name != NAMES[0] and self.rng.random() < 0.2:
            base = self.one(*NAMES[: NAMES.index(name)])
            mode = self.one("uplift", "match")
            amount = Amount(mode, is_upper_bound=False, of=base, rate=self.rate())
        return policy(
            name,
            amount,
            conditions=self.rules(),
            gate=self.one(None, None, "review"),
            selection_rate=self.one(None, 0.1, 0.5),
            status=self.one("in_force", "in_force", "in_force", "unknown", "expired", "draft"),
            stacking=Stacking(
                self.one("silent", "alternative", "highest_only", "adds", "adds_to_cap"),
                self.some(others),
                self.some(others),
                self.maybe(lambda: self.one(*others)),
                self.rng.random() < 0.3,
            ),
            budget=Budget(
                self.one(None, None, self.cny()),
                self.one(None, None, self.rng.randint(1, 9)),
                self.one(None, "pro_rata", "first_come"),
                at_least=self.rng.random() < 0.3,
            ),
        )

    def book(self):
        return book_of(*(self.policy(each) for each in NAMES[: self.rng.randint(1, 5)]))

    def facts(self):
        """Some of what may be said of a project; a policy's own facts as well."""
        values = {
            **{fact: self.rng.randint(0, 30) for fact in MONEY},
            **{fact: self.rng.random() < 0.6 for fact in FLAGS},
            "work.theme": self.one("余杭", "都市"),
            **{f"policy.{name}.used_this_year": self.rng.randint(0, 30_000) for name in NAMES},
            **{f"policy.{name}.claims": self.rng.randint(1, 30) for name in NAMES},
        }
        share = self.one(0.2, 0.5, 0.9)
        return {key: value for key, value in values.items() if self.rng.random() < share}


seeds = st.integers(0, 2**48)


def books():
    return seeds.map(lambda seed: Maker(seed).book())


def facts_of():
    return seeds.map(lambda seed: Maker(seed).facts())


def judged(book, values):
    return judge(book, PLACE, ProjectFacts(values), TODAY)


def high(ceiling):
    return math.inf if ceiling is None else ceiling


@CAREFUL
@given(books(), facts_of())
def test_certain_expected_and_ceiling_stand_in_order(book, values):
    subsidy = judged(book, values)
    for each in (subsidy, *subsidy.policies, subsidy.summed, subsidy.highest):
        if each is not None and getattr(each, "counts", True):
            middle = each.certain if each.expected is None else each.expected
            assert 0 <= each.certain <= middle <= high(each.ceiling)
    if subsidy.summed is not None:
        assert subsidy.highest.certain <= subsidy.summed.certain
        assert subsidy.highest.expected <= subsidy.summed.expected
        assert high(subsidy.highest.ceiling) <= high(subsidy.summed.ceiling)
    assert subsidy.counted == (subsidy.certain if subsidy.expected is None else subsidy.expected)


@CAREFUL
@given(books(), facts_of(), facts_of())
def test_learning_a_fact_narrows(book, known, more):
    """Certain money never falls, and the ceiling never rises, when an open fact is settled."""
    before, after = judged(book, known), judged(book, {**more, **known})
    assert after.certain >= before.certain
    assert high(after.ceiling) <= high(before.ceiling)
    for one, other in zip(before.policies, after.policies, strict=True):
        assert other.certain >= one.certain
        assert high(other.ceiling) <= high(one.ceiling)


@CAREFUL
@given(books(), facts_of(), st.sampled_from(FLAGS))
def test_unknown_lies_between_not_met_and_met(book, values, fact):
    rest = {key: value for key, value in values.items() if key != fact}
    unmet, unknown, met = (judged(book, rest | said) for said in ({fact: False}, {}, {fact: True}))
    assert unmet.certain <= met.certain
    for bad, open_one, good in zip(unmet.policies, unknown.policies, met.policies, strict=True):
        assert 0 <= open_one.certain <= good.certain
        assert high(bad.ceiling) <= high(open_one.ceiling)
        assert high(open_one.ceiling) == high(good.ceiling)


@CAREFUL
@given(books(), facts_of())
def test_nothing_is_above_its_cap(book, values):
    subsidy = judged(book, values)
    for one, each in zip(book.policies, subsidy.policies, strict=True):
        if one.amount is None or one.amount.cap is None or one.amount.cap_scope == "per_episode":
            continue
        used = values.get(f"policy.{one.id}.used_this_year", 0)
        yearly = one.amount.cap_scope == "per_company_per_year"
        cap = max(0.0, one.amount.cap - used) if yearly else one.amount.cap
        assert each.ceiling is not None
        assert each.ceiling <= round(cap, 2)


@CAREFUL
@given(books(), facts_of(), st.sampled_from(MONEY), st.integers(1, 20))
def test_more_money_never_lowers_the_award(book, values, fact, more):
    """Every rule made here asks for "at least", so more of anything only helps."""
    after = judged(book, {**values, fact: values.get(fact, 0) + more})
    before = judged(book, {fact: 0, **values})
    for one, other in zip(before.policies, after.policies, strict=True):
        assert other.certain >= one.certain
        assert high(other.ceiling) >= high(one.ceiling)
    assert after.certain >= before.certain
    assert high(after.ceiling) >= high(before.ceiling)


@CAREFUL
@given(books(), facts_of(), seeds)
def test_no_order_matters(book, values, seed):
    rng = random.Random(seed)
    mixed = [replace(each, conditions=_mixed(each.conditions, rng)) for each in book.policies]
    rng.shuffle(mixed)
    one, other = judged(book, values), judged(replace(book, policies=tuple(mixed)), values)
    assert _money(one) == _money(other)
    assert {_result(each) for each in one.policies} == {_result(each) for each in other.policies}


def _mixed(conditions, rng):
    conditions = list(conditions)
    rng.shuffle(conditions)
    return tuple(conditions)


def _money(subsidy):
    return (
        subsidy.certain,
        subsidy.expected,
        subsidy.ceiling,
        subsidy.counted,
        subsidy.summed,
        subsidy.highest,
    )


def _result(each):
    return (each.policy_id, each.certain, each.expected, each.ceiling, each.chosen, each.counts)


@CAREFUL
@given(books(), facts_of(), st.sampled_from(["expired", "draft"]))
def test_a_rule_that_is_not_in_force_changes_nothing(book, values, status):
    dead = policy("z", Amount("fixed", is_upper_bound=False, sum=9e6), status=status)
    dead = replace(dead, stacking=Stacking("highest_only", ("a",)))
    more = replace(book, policies=(*book.policies, dead))
    assert _money(judged(more, values)) == _money(judged(book, values))


@CAREFUL
@given(books(), facts_of())
def test_what_is_paid_to_others_never_counts(book, values):
    others = [replace(each, reaches_crew=False, payee="company") for each in book.policies]
    subsidy = judged(replace(book, policies=tuple(others)), values)
    assert (subsidy.certain, subsidy.counted, subsidy.amount.low) == (0, 0, 0)
    assert not any(each.counts or each.chosen for each in subsidy.policies)
