"""Accounts in words: what a change, a day, a question says in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from geo.model import (
    Account,
    FactChange,
    FactField,
    FactValue,
    PayDate,
    PolicyResult,
    Question,
    Range,
    Review,
    Subsidy,
    Unlock,
)
from geo.phrases import Phrases, rmb
from geo.present.figures import BEYOND, UNKNOWN, figure

JOINERS = {"zh": "；", "en": "; "}
LISTS = {"zh": "、", "en": ", "}


def surely(given: Subsidy | PolicyResult) -> float | None:
    """The certain sum, CNY; None where no amount is known at all: then nought is only a floor."""
    return None if not given.certain and given.ceiling is None else given.certain


class Words:
    """Figures and codes of accounts, told; ``fields`` name the words of a choice."""

    def __init__(self, phrases: Phrases, fields: tuple[FactField, ...], lang: str) -> None:
        self.phrases = phrases
        self.lang = lang
        self.fields: Mapping[str, FactField] = {field.key: field for field in fields}

    def say(self, code: str, **values: str | int | float) -> str:
        """A code in words."""
        return self.phrases.say(code, self.lang, values)

    def city(self, account: Account) -> str:
        """The city's name."""
        return account.city_en if self.lang == "en" and account.city_en else account.city

    def place(self, account: Account) -> str:
        """The city, and the site where the account is about one."""
        if account.site_id is None:
            return self.city(account)
        english = self.lang == "en" and account.site_en
        site = account.site_en if english else account.site_zh
        return self.say("tell_place", city=self.city(account), site=site)

    def fact(self, key: str) -> str:
        """The name of a fact."""
        name = self.say("names", codes=key)
        field = self.fields.get(key)
        if name == key and field is not None:
            return field.zh if self.lang == "zh" else field.en
        return name

    def value(self, key: str, value: FactValue | None) -> str:
        """What a fact is."""
        if value is None:
            return self.say("unsaid")
        if isinstance(value, bool):
            return self.say("said_yes" if value else "said_no")
        if isinstance(value, date):
            return value.isoformat()
        field = self.fields.get(key)
        if isinstance(value, str | tuple):
            words = (value,) if isinstance(value, str) else value
            return LISTS[self.lang].join(self._word(field, word) for word in words)
        if field is not None and field.type == "share":
            return f"{value:.0%}"
        if field is not None and field.unit == "CNY":
            return rmb(value, self.lang)
        return f"{value:,g}"

    def _word(self, field: FactField | None, word: str) -> str:
        """A word of a choice by its name."""
        for option in field.options if field is not None else ():
            if option.value == word:
                return option.zh if self.lang == "zh" else option.en
        return word

    def change(self, change: FactChange) -> str:
        """One change: the fact, what it is, what it would be."""
        old, new = self.value(change.fact, change.old), self.value(change.fact, change.new)
        return self.say("tell_change", fact=self.fact(change.fact), old=old, new=new)

    def changes(self, unlock: Unlock) -> str:
        """All changes of a proposal in one line."""
        return JOINERS[self.lang].join(self.change(each) for each in unlock.changes)

    def money(self, given: Range) -> str:
        """A sum with its unit; unknown is a word, an unpriced venue is told after it."""
        if not given.known:
            return UNKNOWN[self.lang]
        told = figure(replace(given, beyond=False), self.lang)
        more = BEYOND[self.lang] if given.beyond else ""
        if self.lang == "en":
            return f"RMB {told}{more}"
        return f"{told}元{more}" if told.endswith("万") else f"{told} 元{more}"

    def net(self, given: Range) -> str:
        """What is left to pay: money beyond all costs is no gain, so it is never told as one."""
        if not given.known or given.low is None or given.low >= 0:
            return self.money(given)
        more = BEYOND[self.lang] if given.beyond else ""
        if given.high is None or given.high <= 0:
            return self.say("tell_net_covered") + more
        top = replace(given, low=given.high, mid=given.high, beyond=False)
        return self.say("tell_net_most", most=self.money(top)) + more

    def sum(self, amount: float | None) -> str:
        """A sum, or the word for unknown."""
        return UNKNOWN[self.lang] if amount is None else rmb(amount, self.lang)

    def paid(self, paid: PayDate | None) -> str:
        """When money comes."""
        if paid is None or paid.earliest is None:
            return self.say("tell_paid_unknown")
        earliest = paid.earliest.isoformat()
        if paid.latest is None:
            return self.say("tell_paid_from", earliest=earliest)
        return self.say("tell_paid", earliest=earliest, latest=paid.latest.isoformat())

    def review(self, review: Review) -> str:
        """Which tier, by whom, how long."""
        if review.tier is None:
            tiers = LISTS[self.lang].join(self.say(f"tier.{each}") for each in review.possible)
            open_facts = [each for each in review.reasons if each.code == "review_tier_open"]
            why = self.say("tell_review_hangs", **open_facts[0].values) if open_facts else ""
            return self.say("tell_review_open", tiers=tiers, why=why).rstrip()
        code = "tell_days" if review.lead_days.known else "tell_days_unknown"
        days = self.say(code, days=figure(review.lead_days, self.lang))
        tier = self.say(f"tier.{review.tier}")
        return self.say("tell_review", tier=tier, by=review.filing_by, days=days)

    def whom(self, question: Question) -> str:
        """Who can answer: an issuer or a place by name, a person of the crew by role."""
        return self.say(question.whom)

    def question(self, question: Question) -> str:
        """What to ask, of whom, and what hangs on it."""
        asked = self.phrases.tell(question.reasons[0], self.lang)
        told = self.say("tell_ask", whom=self.whom(question), question=asked)
        if not question.effect.known:
            return told
        return told + self.say("tell_effect", effect=self.sum(question.effect.high))

    def gain(self, unlock: Unlock) -> str:
        """What a proposal brings: the kind of money says whether it is sure."""
        gain = unlock.gain
        top = gain.high if gain.high is not None else gain.mid
        return self.sum(top if gain.known else None)

    def unlock(self, unlock: Unlock, city: str) -> str:
        """One proposal with its cost beside its gain."""
        lead = ""
        if unlock.lead_days is not None and unlock.lead_days.known:
            lead = self.say("tell_unlock_lead", days=figure(unlock.lead_days, self.lang))
        told = self.say(
            "tell_unlock" if unlock.gain.known else "tell_unlock_open",
            verdict=self.say(f"verdict.{unlock.verdict}"),
            changes=self.changes(unlock),
            kind=self.say(f"gain.{unlock.kind}"),
            gain=self.gain(unlock),
            cost=self.cost(unlock.cost),
            lead=lead,
        )
        away = self.say("tell_unlock_in", city=unlock.city) if unlock.city != city else ""
        return told + away

    def cost(self, given: Range) -> str:
        """A cost; what is known of an unknown one is told as its least."""
        if given.known or not given.low:
            return self.money(given)
        return f"{rmb(given.low, self.lang)} + {UNKNOWN[self.lang]}"
