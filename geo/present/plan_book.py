"""The shooting plan as a workbook: board, call sheets, money with sources, bookings, what is left.

Figures stay numbers to calculate with; what nobody knows is the word for it.
"""

from __future__ import annotations

from pathlib import Path

from geo.model import CityMoney, Line, PlanDay, PlanMoney, PlanStatus, Range, Scenario
from geo.phrases import Phrases
from geo.present.call_sheet import day_sheets
from geo.present.figures import UNKNOWN
from geo.present.money_words import surely
from geo.present.plan_board import write_board
from geo.present.plan_day_sheet import write_day
from geo.present.plan_words import MOVES, PlanPaper, PlanWords
from geo.present.sheet import Book, Sheet, Value

OVERVIEW_HEAD = (
    "head_what", "head_low_cny", "head_mid_cny", "head_high_cny", "head_basis", "head_note",
)  # fmt: skip
OVERVIEW_WIDTHS = (36, 14, 14, 14, 12, 80)
DAYS_WIDTHS = (14, 12, 10, 8, 11, 8, 8, 30, 30, 24, 8, 6, 24, 11, 11, 11, 24, 36, 36)
DAYS_HEAD = (
    "plan_book_which_day", "head_date", "head_city", "plan_book_call", "plan_book_wrap",
    "plan_book_rise", "plan_book_sets", "head_name", "head_place", "plan_book_scenes",
    "column_pages", "plan_book_move_count", "plan_book_sleep", "head_low_cny", "head_mid_cny",
    "head_high_cny", "plan_book_reached", "plan_book_notes", "plan_book_breaches",
)  # fmt: skip
MONEY_HEAD = (
    "head_line", "head_low_cny", "head_mid_cny", "head_high_cny", "head_basis", "head_method",
    "head_own", "head_why", "head_sources",
)  # fmt: skip
SUBSIDY_HEAD = (
    "head_city", "head_policy", "head_issuer", "head_status", "head_certain", "head_expected",
    "head_ceiling", "head_counts", "head_why", "head_sources",
)  # fmt: skip
EFFECT_HEAD = (
    "head_city", "plan_book_company_days", "head_low_cny", "head_mid_cny", "head_high_cny",
    "head_certain", "head_expected", "head_ceiling", "plan_book_effect",
)  # fmt: skip
SITES_HEAD = (
    "head_name", "head_kind", "head_city", "head_district", "plan_book_lat", "plan_book_lon",
    "plan_book_point", "plan_book_days_used", "plan_book_contact", "plan_book_hospital",
    "head_sources",
)  # fmt: skip
BOOKINGS_HEAD = (
    "head_place", "head_name", "head_status", "plan_book_refusal", "plan_book_contact",
    "plan_book_phone", "plan_book_expires", "plan_book_deposit", "plan_book_deposit_due",
    "plan_book_balance", "plan_book_balance_due", "plan_book_deposit_back", "head_note",
)  # fmt: skip
DUES_HEAD = (
    "head_date", "plan_book_what_due", "head_place", "head_name", "plan_book_amount",
    "plan_book_late",
)  # fmt: skip
UNCOVERED_HEAD = ("head_place", "column_number", "head_because", "plan_book_remedies")


def write_plan_book(paper: PlanPaper, phrases: Phrases, path: Path, lang: str) -> Path:
    """Write the plan as XLSX; ExportError when the file cannot be written."""
    words = PlanWords(paper, phrases, lang)
    book = _PlanBook(words)
    book.write_overview()
    write_board(book, words)
    book.write_days()
    for sheet in day_sheets(words):
        write_day(book.book, words, sheet)
    if paper.plan.money is not None:
        book.write_money(paper.plan.money)
        book.write_subsidy(paper.plan.money)
    book.write_sites()
    book.write_bookings()
    book.write_dues()
    book.write_uncovered()
    book.write_sources()
    return book.save(path)


class _PlanBook(Book):
    """The tables of one plan."""

    def __init__(self, words: PlanWords) -> None:
        super().__init__(words.phrases, words.lang)
        self.words = words
        self.plan = words.paper.plan

    # ---- the whole

    def write_overview(self) -> None:
        """What the plan is, costs and leaves open."""
        plan = self.plan
        sheet = self.open("plan_book_sheet_overview", OVERVIEW_HEAD)
        sheet.add([self.words.title, "", "", "", "", self.words.facts])
        # the search is through, and what is open is the rounding of days
        through = plan.status is PlanStatus.OPTIMAL and bool(plan.gap)
        status = "searched" if through else plan.status.value
        told = self.say(f"plan_book_status_{status}")
        sheet.add([self.say("plan_book_proof"), "", "", "", "", told])
        if plan.gap:
            sheet.add(["", "", "", "", "", self.words.say("plan_book_gap", gap=plan.gap)])
        if plan.money is not None:
            self._sums(sheet, plan.money)
        if plan.bound is not None:
            sheet.add([self.say("plan_book_bound"), "", round(plan.bound)])
        if plan.saves is not None:
            told = self.words.say("plan_book_saves_moves", moves=plan.saves_moves)
            self._ranged(sheet, "plan_book_saves", plan.saves, told)
        if plan.uplift is not None:
            self._ranged(sheet, "money_visits", plan.uplift, self.say("plan_book_visits_note"))
        for code, reasons in (
            ("plan_book_binding", plan.binding),
            ("plan_book_compared", plan.compared),
            ("plan_book_notes", plan.notes),
        ):
            for told in self.words.told(reasons):
                sheet.add([self.say(code), "", "", "", "", told])
        made = self.words.say("plan_book_printed", date=self.words.paper.today.isoformat())
        sheet.add([made, "", "", "", "", self.say("plan_book_estimate")])
        sheet.fit(OVERVIEW_WIDTHS)

    def _sums(self, sheet: Sheet, money: PlanMoney) -> None:
        unpriced = self.words.listed(self.words.site(one) for one in money.unpriced)
        open_price = self.words.say("plan_book_unpriced", sites=unpriced) if unpriced else ""
        self._ranged(sheet, "money_total", money.gross, open_price)
        for code, amount in (
            ("head_subsidy_low", _surely(money.certain, money.ceiling)),
            ("head_subsidy_mid", money.expected),
            ("head_subsidy_high", money.ceiling),
        ):
            sheet.add([self.say(code), "", self.end(amount)])
        self._ranged(sheet, "money_net_certain", money.net)
        self._ranged(sheet, "money_net_expected", money.net_expected)
        note = self.say("plan_book_counted_note")
        sheet.add([self.say("plan_book_counted"), "", round(money.counted), "", "", note])
        if money.missed:
            note = self.say("plan_book_missed_note")
            sheet.add([self.say("plan_book_missed"), "", round(money.missed), "", "", note])
        for one in money.scenarios:
            sheet.add(self._scenario(one))

    def _scenario(self, one: Scenario) -> list[Value]:
        if one.saves is None:
            told = self.say("plan_book_other_open")
        elif one.saves > 0:
            told = self.words.say("plan_book_other_wins", saves=one.saves)
        else:
            told = self.say("plan_book_other_not")
        return [self.say(f"plan_book_at_{one.code}"), "", round(one.net), "", "", told]

    def _ranged(self, sheet: Sheet, code: str, given: Range, note: str = "") -> None:
        told = self.say(f"basis_{given.basis}")
        sheet.add([self.say(code), *self._whole(given), told, note])

    def _whole(self, given: Range | None) -> list[Value]:
        """Ends in whole yuan: nothing here is known better."""
        if given is None:
            return [UNKNOWN[self.lang]] * 3
        ends = (given.low, given.mid, given.high)
        return [UNKNOWN[self.lang] if end is None else round(end) for end in ends]

    # ---- days

    def write_days(self) -> None:
        """A row for every day."""
        sheet = self.open("plan_book_sheet_days", DAYS_HEAD)
        for day in self.plan.days:
            sheet.add(self._day(day))
        sheet.fit(DAYS_WIDTHS)

    def _day(self, day: PlanDay) -> list[Value]:
        words = self.words
        scenes = dict.fromkeys(one for block in day.blocks for one in block.scenes)
        dated: Value = day.date if day.date is not None else self.say("plan_book_no_date")
        return [
            words.number(day),
            dated,
            words.city(day.city, day.city_en),
            words.clock(day.call),
            words.clock(day.wrap),
            words.light(day, day.sun.rise),
            words.light(day, day.sun.sets),
            words.listed(words.site(block.site_id) for block in day.blocks),
            words.listed(block.set_name for block in day.blocks),
            words.labels(scenes),
            words.pages(scenes),
            sum(move.kind in MOVES for move in day.moves),
            words.night(day),
            *self._whole(day.cost),
            "\n".join(words.told(day.reached)),
            "\n".join(words.told(day.notes)),
            "\n".join(words.told(day.breaches)),
        ]

    # ---- money

    def write_money(self, money: PlanMoney) -> None:
        """Every line of the sum with where it comes from."""
        sheet = self.open("sheet_costs", MONEY_HEAD)
        for line in money.lines:
            sheet.add(self._line(line))
        sheet.fit()

    def _line(self, line: Line) -> list[Value]:
        amount = line.total if line.total is not None else line.amount
        return [
            self.say(f"line.{line.code}"),
            *self._whole(amount),
            self.say(f"basis_{amount.basis}"),
            self.say(amount.method) if amount.method else "",
            self.say("said_yes") if line.own else "",
            self.told(line.reasons),
            self.noted(amount.sources or line.amount.sources),
        ]

    def write_subsidy(self, money: PlanMoney) -> None:
        """What each city brings back, and the awards behind it."""
        sheet = self.open("plan_book_sheet_effect", EFFECT_HEAD)
        for one in money.cities:
            sheet.add(self._city(one))
        sheet.fit()
        sheet = self.open("sheet_subsidy", SUBSIDY_HEAD)
        for one in money.cities:
            for policy in one.subsidy.policies:
                english = self.lang == "en" and policy.title_en
                sheet.add(
                    [
                        self.words.city(one.city, one.city_en),
                        policy.title_en if english else policy.title,
                        policy.issuer,
                        self.say(f"policy_status.{policy.status}"),
                        self.end(surely(policy)),
                        self.end(policy.expected),
                        self.end(policy.ceiling),
                        self.say("said_yes" if policy.counts else "said_no"),
                        self.told(policy.reasons),
                        self.noted(policy.sources),
                    ]
                )
        sheet.fit()

    def _city(self, one: CityMoney) -> list[Value]:
        given = one.subsidy
        return [
            self.words.city(one.city, one.city_en),
            one.days,
            *self._whole(one.spend),
            self.end(surely(given)),
            self.end(given.expected),
            self.end(given.ceiling),
            "\n".join(self.words.told(one.effect)),
        ]

    # ---- places and what is agreed

    def write_sites(self) -> None:
        """The places used: where they are, on which days, whom to ring, the hospital."""
        sheet = self.open("sheet_sites", SITES_HEAD)
        planned = self.words.paper.planned
        for site_id in self.plan.sites:
            site = self.words.paper.sites.get(site_id)
            used = [
                self.words.say("plan_book_day", number=day.day + 1)
                for day in self.plan.days
                if any(block.site_id == site_id for block in day.blocks)
            ]
            known: list[Value] = [""] * 6
            if site is not None:
                doubt = self.words.say(f"coord_{site.coord_basis}", metres=site.coord_uncertainty_m)
                city = site.city_en if self.lang == "en" else site.city_zh
                point = (f"{site.lat:.6f}", f"{site.lon:.6f}")
                kind = self.say(f"kind_{site.kind}")
                known = [kind, city, site.district_zh or "", *point, doubt]
            sheet.add(
                [
                    self.words.site(site_id),
                    *known,
                    self.words.listed(used),
                    planned.contacts.get(site_id, ""),
                    planned.hospitals.get(site_id, ""),
                    self.noted(site.sources if site is not None else ()),
                ]
            )
        sheet.fit()

    def write_bookings(self) -> None:
        """How far every place is agreed, with money and dates."""
        sheet = self.open("plan_book_sheet_bookings", BOOKINGS_HEAD)
        for one in self.words.paper.planned.bookings:
            sheet.add(
                [
                    self.words.set(one.set_id),
                    self.words.site(one.site_id),
                    self.say(f"plan_book_booking_{one.status.value}"),
                    one.reason,
                    one.who,
                    one.phone,
                    one.expires,
                    one.deposit,
                    one.deposit_due,
                    one.balance,
                    one.balance_due,
                    one.deposit_back,
                    one.note,
                ]
            )
        sheet.fit()

    def write_dues(self) -> None:
        """What falls due, soonest first."""
        sheet = self.open("plan_book_sheet_dues", DUES_HEAD)
        for due in self.words.paper.dues:
            sheet.add(
                [
                    due.on,
                    self.say(f"plan_book_due_{due.kind.value}"),
                    self.words.set(due.set_id),
                    self.words.site(due.site_id),
                    due.amount,
                    self.say("plan_book_is_late") if due.late else "",
                ]
            )
        sheet.fit()

    def write_uncovered(self) -> None:
        """Sets that nobody shoots, why, and what would cover them."""
        sheet = self.open("plan_book_sheet_uncovered", UNCOVERED_HEAD)
        for one in self.plan.uncovered:
            sheet.add(
                [
                    self.words.set(one.set_id),
                    self.words.labels(one.scenes),
                    self.told([one.because]),
                    self.told(one.remedies),
                ]
            )
        sheet.fit()


def _surely(certain: float, ceiling: float | None) -> float | None:
    """As ``surely`` of one place: nought is no figure where no amount is known at all."""
    return None if not certain and ceiling is None else certain
