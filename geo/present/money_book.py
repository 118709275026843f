"""Accounts as a workbook: places side by side, then lines, awards, ways, questions, gains."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.model import (
    Account,
    FactField,
    Line,
    PolicyResult,
    Range,
    Source,
    Unlock,
)
from geo.phrases import Phrases
from geo.present.money_words import LISTS, Words, surely
from geo.present.sheet import Book, Value

COST_HEAD = (
    "head_city", "head_line", "head_low_day", "head_mid_day", "head_high_day", "head_low_cny",
    "head_mid_cny", "head_high_cny", "head_basis", "head_method", "head_date", "head_confidence",
    "head_own", "head_why", "head_sources",
)  # fmt: skip
SUBSIDY_HEAD = (
    "head_city", "head_policy", "head_issuer", "head_status", "head_certain", "head_expected",
    "head_ceiling", "head_counts", "head_met", "head_failed", "head_open", "head_paid", "head_why",
    "head_sources",
)  # fmt: skip
UNLOCK_HEAD = (
    "head_city", "head_verdict", "head_change", "head_kind_of_gain", "head_gain_low",
    "head_gain_high", "head_change_low", "head_change_mid", "head_change_high", "head_lead",
    "head_why", "head_warning",
)  # fmt: skip
QUESTION_HEAD = ("head_city", "head_whom", "head_question", "head_effect")
UPLIFT_HEAD = (
    "head_city", "head_what", "head_low", "head_mid", "head_high", "head_basis", "head_sources",
)  # fmt: skip


def write_accounts(
    accounts: Sequence[Account],
    phrases: Phrases,
    fields: tuple[FactField, ...],
    path: Path,
    lang: str,
) -> Path:
    """Write the accounts as XLSX; ExportError when the file cannot be written."""
    book = _Accounts(accounts, Words(phrases, fields, lang))
    book.write_side_by_side()
    book.write_costs()
    book.write_subsidies()
    book.write_unlocks()
    book.write_questions()
    book.write_uplift()
    book.write_sources()
    return book.save(path)


class _Accounts(Book):
    """The sheets of some accounts."""

    def __init__(self, accounts: Sequence[Account], words: Words) -> None:
        super().__init__(words.phrases, words.lang)
        self.accounts = accounts
        self.words = words

    def write_side_by_side(self) -> None:
        """One row a figure and end, one column a place."""
        sheet = self.open("sheet_compare", ("head_what",))
        sheet.row = 1
        sheet.add([self.say("head_what"), *(self.words.place(each) for each in self.accounts)])
        for label, values in self.compared():
            sheet.add([label, *values])
        sheet.fit()

    def compared(self) -> list[tuple[str, list[Value]]]:
        """Figures by row; every end of a range is a number of its own."""
        rows: list[tuple[str, list[Value]]] = []

        def ranged(code: str, figures: Sequence[Range]) -> None:
            for end in ("low", "mid", "high"):
                label = f"{self.say(code)} · {self.say(f'end.{end}')}"
                rows.append((label, [self.end(getattr(each, end)) for each in figures]))

        def sums(code: str, amounts: Sequence[float | None]) -> None:
            rows.append((self.say(code), [self.end(each) for each in amounts]))

        every = self.accounts
        ranged("money_days", [each.cost.days for each in every])
        ranged("money_total", [each.cost.priced_total for each in every])
        open_venues: list[Value] = [
            self.say("money_venue_open") if each.cost.total.high is None else "" for each in every
        ]
        if any(open_venues):
            rows.append((self.say("money_on_top"), open_venues))
        sums("money_certain", [surely(each.subsidy) for each in every])
        sums("money_expected", [each.subsidy.expected for each in every])
        sums("money_ceiling", [each.subsidy.ceiling for each in every])
        ranged("money_net_certain", [each.net_certain for each in every])
        ranged("money_net_expected", [each.net_expected for each in every])
        ranged("money_net_ceiling", [each.net_ceiling for each in every])
        ranged("money_visits", [each.uplift.visits for each in every])
        ranged("money_revenue", [each.uplift.city_revenue for each in every])
        ranged("money_crew", [each.uplift.crew_spending for each in every])
        rows.append(
            (self.say("money_paid"), [self.words.paid(each.subsidy.paid) for each in every])
        )
        rows.append((self.say("money_review"), [self.words.review(each.review) for each in every]))
        rows.append((self.say("money_missing"), [len(each.questions) for each in every]))
        first = [each.questions[0] if each.questions else None for each in every]
        asked: list[Value] = [self.words.question(one) if one else "" for one in first]
        rows.append((self.say("money_ask_first"), asked))
        return rows

    def write_costs(self) -> None:
        """Every cost line of every place."""
        sheet = self.open("sheet_costs", COST_HEAD)
        for account in self.accounts:
            for line in (*account.cost.lines, *account.cost.held):
                sheet.add([self.words.place(account), *self.cost_row(line)])
        sheet.fit()

    def cost_row(self, line: Line) -> list[Value]:
        """One line: per day, for the whole stay, how it is known."""
        sources = line.amount.sources
        return [
            self.say(f"line.{line.code}"),
            *self.ends(line.amount),
            *self.ends(line.total),
            self.say(f"basis_{line.amount.basis}"),
            self.say(line.amount.method) if line.amount.method else "",
            _latest(sources),
            self.confidence(sources),
            self.say("said_yes") if line.own else "",
            self.told(line.reasons),
            self.noted(sources),
        ]

    def confidence(self, sources: Sequence[Source]) -> str:
        """How far the sources can be trusted, each grade once."""
        grades = dict.fromkeys(each.confidence for each in sources if each.confidence)
        return LISTS[self.lang].join(self.say(f"confidence.{each}") for each in grades)

    def write_subsidies(self) -> None:
        """Every award of every place, also those that are not counted."""
        sheet = self.open("sheet_subsidy", SUBSIDY_HEAD)
        for account in self.accounts:
            for result in account.subsidy.policies:
                sheet.add([self.words.place(account), *self.subsidy_row(result)])
        sheet.fit()

    def subsidy_row(self, result: PolicyResult) -> list[Value]:
        """One award with its conditions."""
        english = self.lang == "en" and result.title_en
        return [
            result.title_en if english else result.title,
            result.issuer,
            self.say(f"policy_status.{result.status}"),
            self.end(surely(result)),
            self.end(result.expected),
            self.end(result.ceiling),
            self.say("said_yes" if result.counts else "said_no"),
            *(self.names(each) for each in (result.met, result.failed, result.open)),
            self.words.paid(result.paid),
            self.told(result.reasons),
            self.noted(result.sources),
        ]

    def names(self, facts: Sequence[str]) -> str:
        """Facts by name; alternatives stand together."""
        each = (" / ".join(self.words.fact(one) for one in names.split("|")) for names in facts)
        return LISTS[self.lang].join(each)

    def write_unlocks(self) -> None:
        """What would open more, its cost beside its gain."""
        sheet = self.open("sheet_unlocks", UNLOCK_HEAD)
        for account in self.accounts:
            for unlock in account.unlocks:
                sheet.add([self.words.place(account), *self.unlock_row(unlock, account)])
        sheet.fit()

    def unlock_row(self, unlock: Unlock, account: Account) -> list[Value]:
        """One proposal."""
        changes = self.words.changes(unlock)
        if unlock.city != account.city:
            changes += self.words.say("tell_unlock_in", city=unlock.city)
        lead = unlock.lead_days
        top = unlock.gain.high if unlock.gain.high is not None else unlock.gain.mid
        return [
            self.say(f"verdict.{unlock.verdict}"),
            changes,
            self.say(f"gain.{unlock.kind}"),
            self.end(unlock.gain.low),
            self.end(top),
            *self.ends(unlock.cost),
            "" if lead is None else self.end(lead.mid),
            self.told(unlock.reasons),
            self.told(unlock.warnings),
        ]

    def write_questions(self) -> None:
        """What is unknown and whom to ask, the largest effect first."""
        sheet = self.open("sheet_questions", QUESTION_HEAD)
        for account in self.accounts:
            for one in account.questions:
                asked = self.told(one.reasons)
                row = [self.words.place(account), self.words.whom(one), asked]
                sheet.add([*row, self.end(one.effect.high)])
        sheet.fit()

    def write_uplift(self) -> None:
        """Three numbers that are never summed."""
        sheet = self.open("sheet_uplift", UPLIFT_HEAD)
        for account in self.accounts:
            uplift = account.uplift
            for code, figure in (
                ("money_visits", uplift.visits),
                ("money_revenue", uplift.city_revenue),
                ("money_crew", uplift.crew_spending),
            ):
                basis = self.say(f"basis_{figure.basis}")
                row = [self.words.place(account), self.say(code), *self.ends(figure), basis]
                sheet.add([*row, self.noted(figure.sources)])
        sheet.fit()


def _latest(sources: Sequence[Source]) -> str:
    """The youngest date among the sources."""
    return max((each.date for each in sources if each.date), default="")
