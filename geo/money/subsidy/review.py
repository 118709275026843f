"""Review tier of a project: who files it, how long that was seen to take, what it opens or bars."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from datetime import date

from geo.model import (
    Basis,
    Condition,
    LeadTime,
    National,
    PolicyBook,
    ProjectFacts,
    Range,
    Reason,
    Region,
    Review,
    ReviewRegime,
    ReviewTier,
    Source,
    unknown,
)
from geo.money.project import number
from geo.money.subsidy.places import applies, reaching
from geo.money.subsidy.rules import FILING_LEVEL, ProjectReader, all_of, any_of

THEME = "work.special_theme"
NO_THEME = ("none", "无", "没有")
OTHER = "other"
DAYS = "days"
_COMPARE = {"==": operator.eq, ">=": operator.ge, "<": operator.lt}


def review(
    book: PolicyBook,
    place: tuple[str, str, str | None],
    facts: ProjectFacts,
    today: date,
) -> Review:
    """Which tier the work falls in, who reviews it, how many days that takes at ``place``.

    The reasons name the awards of the place that ask for a filing level, and what the tier does.
    """
    here = Region(*place)
    tiers = _Tiers(book.national, facts, today)
    days, told, sources = _lead_days(book.national.leads, here, tiers.possible)
    single = tiers.possible[0] if len(tiers.possible) == 1 else None
    return Review(
        single.code if single else None,
        tuple(each.code for each in tiers.possible),
        single.filing_by if single else "",
        days,
        (*_tier_told(single, tiers), *told, *_awards(book, here, facts, tiers)),
        (*tiers.sources, *sources),
    )


def open_levels(national: National, facts: ProjectFacts, today: date) -> frozenset[str]:
    """Filing levels that the tier leaves open.

    A platform-reviewed work may be filed with the province on its own wish: nobody saw a rule.
    """
    return _Tiers(national, facts, today).levels


def tier_reasons(
    national: National, facts: ProjectFacts, today: date, missing: Sequence[str]
) -> tuple[Reason, ...]:
    """Why an award that asks for a filing level may be out of reach."""
    if FILING_LEVEL not in missing:
        return ()
    tiers = _Tiers(national, facts, today)
    codes = {each.code for each in tiers.possible}
    told = OTHER in codes and "ordinary" not in codes
    return (Reason("review_platform_may_bar"),) if told else ()


class _Tiers:
    """The tiers a project may fall in on a day."""

    def __init__(self, national: National, facts: ProjectFacts, today: date) -> None:
        regime = next((each for each in national.regimes if _in_force(each, today)), None)
        self.facts = facts
        self.themes = national.themes
        self.sources: tuple[Source, ...] = regime.sources if regime else ()
        self.possible: tuple[ReviewTier, ...] = self._possible(regime.tiers if regime else ())

    @property
    def levels(self) -> frozenset[str]:
        """Filing levels left open; empty when nothing can be told."""
        found = {each.filing_level for each in self.possible}
        return frozenset({"platform", "provincial", "national"} if "platform" in found else found)

    def _possible(self, tiers: Sequence[ReviewTier]) -> tuple[ReviewTier, ...]:
        found = []
        for tier in tiers:
            truth = self._falls_in(tier)
            if truth is not False:
                found.append(tier)
            if truth:
                break
        return tuple(found)

    def _falls_in(self, tier: ReviewTier) -> bool | None:
        every = all_of(self.holds(each) for each in tier.all_of)
        if not tier.any_of:
            return every
        return all_of((every, any_of(self.holds(each) for each in tier.any_of)))

    def holds(self, condition: Condition) -> bool | None:
        """Whether the condition is met, None while open."""
        have: float | None = number(self.facts, condition.fact)
        if isinstance(condition.value, bool):
            have = self._flag(condition.fact)
        return None if have is None else bool(_COMPARE[condition.op](have, condition.value))

    def _flag(self, fact: str) -> bool | None:
        value = self.facts.get(fact)
        if isinstance(value, bool):
            return value
        if fact != THEME or not isinstance(value, str) or not value:
            return None
        return value in self.themes if value not in NO_THEME else False

    def missing(self) -> tuple[str, ...]:
        """The facts that would tell the tier."""
        asked = [
            each.fact
            for tier in self.possible
            for each in (*tier.any_of, *tier.all_of)
            if self.holds(each) is None
        ]
        return tuple(dict.fromkeys(asked))


def _in_force(regime: ReviewRegime, today: date) -> bool:
    return regime.valid_from <= today and (regime.valid_to is None or today <= regime.valid_to)


def _tier_told(single: ReviewTier | None, tiers: _Tiers) -> tuple[Reason, ...]:
    if single is not None:
        return (Reason(f"review_tier.{single.code}"),)
    if not tiers.possible:
        return (Reason("review_no_regime"),)
    return (Reason("review_tier_open", {"facts": ",".join(tiers.missing())}),)


def _lead_days(
    leads: Sequence[LeadTime], here: Region, possible: Sequence[ReviewTier]
) -> tuple[Range, tuple[Reason, ...], tuple[Source, ...]]:
    """Days of the stages published for the place, one after the other; never a rule of thumb."""
    codes = {each.code for each in possible}
    fitting = [each for each in leads if codes and codes <= set(each.tiers)]
    seen = [each for each in fitting if not each.rough and applies(each.region, here) is True]
    if seen:
        sources = tuple(dict.fromkeys(source for each in seen for source in each.sources))
        low, mid, high = (_sum([each.days[end] for each in seen]) for end in range(3))
        days = Range(low or 0.0, mid, high, DAYS, Basis.PUBLISHED, sources, "method.lead_stages")
        return days, (), sources
    rough = next((each for each in fitting if each.rough and None not in each.days), None)
    if rough is None:
        return unknown(DAYS), (Reason("review_days_unknown"),), ()
    best, typical, worst = (each or 0.0 for each in rough.days)
    values = {"best": best, "typical": typical, "worst": worst}
    return unknown(DAYS), (Reason("review_rule_of_thumb", values),), rough.sources


def _sum(days: Sequence[float | None]) -> float | None:
    known = [each for each in days if each is not None]
    return sum(known) if len(known) == len(days) else None


def _awards(
    book: PolicyBook, here: Region, facts: ProjectFacts, tiers: _Tiers
) -> tuple[Reason, ...]:
    """What the filing does to the awards of the place that ask for a level."""
    found = []
    for policy in reaching(book, here):
        for rule in policy.conditions:
            if isinstance(rule, Condition) and rule.fact == FILING_LEVEL:
                project = ProjectReader(facts, book, policy.region, here, {}, tiers.levels)
                code = _EFFECT[project.holds(rule)]
                names = {"policy": policy.title_zh, "policy_en": policy.title_en}
                found.append(Reason(code, {**names, "id": policy.id}))
    return tuple(found)


_EFFECT = {True: "review_opens", False: "review_bars", None: "review_may_bar"}
