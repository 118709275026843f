"""Policies made at random that hang on what a plan decides."""

from __future__ import annotations

import random

from geo.model import Amount, Condition, FactType, Part, PolicyBook, PolicyWords, Stacking, Tier
from geo.money.subsidy.plan_facts import DAYS, IN_A_ROW, MAIN, PLACE, SHARE, SPEND
from tests.geo.money.subsidy.made import policy

CITY = ("甲省", "乙市", None)
OTHER = ("甲省", "丙市", None)
WORDS = PolicyWords(
    {
        PLACE: FactType("places"),
        MAIN: FactType("place"),
        DAYS: FactType("number"),
        IN_A_ROW: FactType("number", "shoot"),
        SHARE: FactType("share", "shoot"),
        SPEND: FactType("money", "shoot"),
        "shoot.filed_with_city": FactType("bool", "shoot"),
        "work.aired_online": FactType("bool"),
        "work.investment_actual": FactType("money"),
        "producer.registered_local": FactType("bool", "registered"),
    },
    {},
)
MAIN_HERE = Condition(MAIN, "==", "乙市")


def book_of(*policies):
    return PolicyBook(tuple(policies), WORDS, {"乙": "甲", "丙": "甲"})


def rate(share, cap=None, **more):
    """A share of what is spent here, promised."""
    return Amount("rate_of_base", False, base=SPEND, rate=share, cap=cap, **more)


def at_least(fact, value):
    return Condition(fact, ">=", value)


class Maker:
    """Makes books by a seeded chance. ``tame``: awards only ask for more, never for less."""

    def __init__(self, seed, *, tame):
        self.rng = random.Random(seed)
        self.tame = tame

    def maybe(self, make):
        return make() if self.rng.random() < 0.4 else None

    def one(self, *options):
        return self.rng.choice(options)

    def cny(self):
        return self.rng.randint(1, 40) * 5_000.0

    def condition(self):
        asked = [
            at_least(IN_A_ROW, float(self.rng.randint(1, 7))),
            Condition(IN_A_ROW, ">", float(self.rng.randint(1, 7))),
            at_least(SHARE, self.one(0.3, 0.5, 0.6, 0.8, 1.0)),
            Condition(SHARE, ">", self.one(0.25, 0.5, 0.75)),
            at_least(SPEND, self.cny()),
            Condition(SPEND, ">", self.cny()),
            MAIN_HERE,
            Condition(PLACE, "in", ("乙市",)),
            Condition("work.aired_online", "==", True),
            Condition("shoot.filed_with_city", "==", True),
        ]
        if not self.tame:
            asked += [
                Condition(IN_A_ROW, "<", float(self.rng.randint(2, 7))),
                Condition(SHARE, "<=", self.one(0.5, 0.8)),
                Condition(SPEND, "<", self.cny()),
                Condition(IN_A_ROW, "between", (2.0, 6.0)),
                at_least(DAYS, float(self.rng.randint(2, 12))),
            ]
        return self.one(*asked)

    def amount(self, *, part=False):
        cap = self.maybe(lambda: 300_000.0)
        options = [
            Amount("fixed", False, sum=self.cny(), cap=cap),
            rate(self.one(0.05, 0.1, 0.2), cap),
            rate(0.1, cap, floor=self.maybe(lambda: 2_000.0)),
            Amount("per_unit", False, unit_fact=IN_A_ROW, per_unit=3_000.0, cap=cap),
            Amount(
                "tiered",
                False,
                tier_key=self.one(SPEND, IN_A_ROW),
                tiers=(Tier(5_000.0, at_least=4.0), Tier(20_000.0, above=60_000.0)),
            ),
            Amount("fixed", False, sum=self.cny(), cap_fact=SPEND, cap_rate=0.3),
        ]
        if not part:
            parts = tuple(Part("p", self.amount(part=True), (self.condition(),)) for _ in range(2))
            options.append(Amount("sum_of_parts", False, parts=parts, cap=cap))
        return self.one(*options)

    def policy(self, name):
        return policy(
            name,
            self.amount(),
            region=self.one(CITY_REGION, CITY_REGION, PROVINCE),
            conditions=tuple(self.condition() for _ in range(self.rng.randint(0, 2))),
            gate=self.maybe(lambda: "review"),
            selection_rate=self.maybe(lambda: 0.25),
            stacking=Stacking(
                self.one("adds", "adds", "silent", "highest_only"),
                umbrella=self.maybe(lambda: "roof"),
            ),
        )

    def book(self):
        names = "abc"[: self.rng.randint(1, 3)]
        roof = policy("roof", Amount("ceiling", True, cap=self.cny()))
        found = [self.policy(name) for name in names]
        if any(one.stacking.umbrella for one in found):
            found.append(roof)
        return book_of(*found)

    def facts(self):
        told = {
            "work.aired_online": self.one(True, False, None),
            "shoot.filed_with_city": self.one(True, None),
            MAIN: self.one("乙市", "丙市", None, None),
            SPEND: self.maybe(self.cny),
        }
        return {key: value for key, value in told.items() if value is not None}


CITY_REGION = policy().region
PROVINCE = type(CITY_REGION)("甲省", None, None)
