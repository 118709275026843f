"""The money of a pitch as sheets: every line, every award, candidates side by side."""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import Basis, Cost, Line, PayDate, PolicyResult
from geo.model.pitch import MOST_COMPARED, Compared, PitchMoney
from geo.present.money_words import LISTS, surely
from geo.present.pitch.book_words import PitchSheets
from geo.present.pitch.parts.money import counted
from geo.present.sheet import Value

COST_HEAD = (
    "pitch_book_city", "head_line", "head_low_day", "head_mid_day", "head_high_day",
    "head_low_cny", "head_mid_cny", "head_high_cny", "head_basis", "head_method", "head_why",
    "head_sources",
)  # fmt: skip
COST_WIDTHS = (10, 20, 12, 12, 12, 12, 12, 12, 12, 44, 60, 22)
AWARD_HEAD = (
    "pitch_book_city", "head_policy", "head_issuer", "head_status", "head_certain",
    "head_expected", "head_ceiling", "head_met", "head_open", "head_paid", "head_why",
    "head_sources",
)  # fmt: skip
AWARD_WIDTHS = (12, 40, 24, 12, 13, 13, 13, 22, 22, 24, 56, 12)
COMPARE_HEAD = (
    "head_what", "pitch_book_city", "pitch_book_served_scenes", "pitch_book_direct_scenes",
    "head_low_cny", "head_mid_cny", "head_high_cny", "head_certain", "head_expected",
    "head_ceiling", "money_net_certain", "pitch_book_mid", "pitch_book_high", "head_basis",
    "pitch_book_note",
)  # fmt: skip
COMPARE_WIDTHS = (26, 12, 10, 10, 12, 12, 12, 12, 12, 12, 16, 12, 12, 12, 50)
# last, and not where anybody may read it
VISITS_HEAD = ("head_uplift_low", "head_uplift_mid", "head_uplift_high")
VISITS_WIDTHS = (11, 11, 11)
# what texts and price lists say of a line or an award, beside what a crew hears in every file
STATED = ("gated.", "policy_pool", "venue_told.")
FACTS = frozenset(
    {
        "deposit_ask",
        "deposit_one_fact",
        "policy_amount_unknown",
        "policy_base_declared",
        "policy_up_to",
        "tickets_published",
        "venue_minimum",
    }
)


def write_costs(book: PitchSheets) -> None:
    """Every line in every city, then the sum as the cost engine gave it."""
    sheet = book.open("pitch_book_costs", COST_HEAD)
    for money in book.pitch.money:
        city = _city(book, money)
        for line in (*money.cost.lines, *money.cost.held):
            sheet.add([city, *_line(book, line)])
        sheet.add([city, *_sum(book, money.cost)])
    book.settle(sheet, COST_WIDTHS)


def _city(book: PitchSheets, money: PitchMoney) -> str:
    return book.either(money.city, money.city_en)


def _line(book: PitchSheets, line: Line) -> list[Value]:
    amount = line.amount
    return [
        book.say(f"line.{line.code}"),
        *book.ends(amount),
        # what has no price a day has none in all
        *book.ends(line.total if amount.known else line.total or amount),
        book.basis(amount),
        # a figure that somebody told has a method that names who told it
        book.say(amount.method) if amount.method and amount.basis is Basis.ESTIMATED else "",
        book.heard(line.reasons, FACTS, STATED),
        book.noted(amount.sources),
    ]


def _sum(book: PitchSheets, cost: Cost) -> list[Value]:
    """The whole where the venue has a price, else what is known without it."""
    whole = cost.total.high is not None
    per_day, total = (cost.per_day, cost.total) if whole else (cost.priced, cost.priced_total)
    return [
        book.say("pitch_book_total" if whole else "pitch_book_priced"),
        *book.ends(per_day),
        *book.ends(total),
        book.basis(total),
        book.say(total.method) if total.method else "",
        book.heard(cost.reasons),
        book.noted(total.sources),
    ]


def write_awards(book: PitchSheets) -> None:
    """Every award that counts, those that are taken first; of others a crew gets nothing."""
    sheet = book.open("pitch_book_awards", AWARD_HEAD)
    for money in book.pitch.money:
        city = _city(book, money)
        for result in counted(money.subsidy):
            sheet.add([city, *_award(book, result)])
        sheet.add(
            [
                city,
                book.say("pitch_book_total"),
                "",
                "",
                book.end(surely(money.subsidy)),
                book.end(money.subsidy.expected),
                book.end(money.subsidy.ceiling),
                *[""] * 2,
                _paid(book, money.subsidy.paid),
                book.heard(money.subsidy.reasons),
            ]
        )
    book.settle(sheet, AWARD_WIDTHS)


def _award(book: PitchSheets, result: PolicyResult) -> list[Value]:
    return [
        book.either(result.title, result.title_en),
        result.issuer,
        book.say(f"policy_status.{result.status}"),
        book.end(surely(result)),
        book.end(result.expected),
        book.end(result.ceiling),
        *(_facts(book, names) for names in (result.met, result.open)),
        _paid(book, result.paid),
        book.heard(result.reasons, FACTS, STATED),
        book.noted(result.sources),
    ]


def _paid(book: PitchSheets, paid: PayDate | None) -> str:
    return book.both(lambda tell: tell.sums.paid(paid))


def _facts(book: PitchSheets, facts: Sequence[str]) -> str:
    """Facts by name; alternatives stand together."""
    return book.both(
        lambda tell: LISTS[tell.lang].join(
            " / ".join(tell.sums.fact(one) for one in names.split("|")) for names in facts
        )
    )


def write_compared(book: PitchSheets) -> None:
    """Candidates, the same figures of each."""
    visits = () if book.public else VISITS_HEAD
    sheet = book.open("pitch_book_compare", (*COMPARE_HEAD, *visits))
    for one in book.pitch.compared[:MOST_COMPARED]:
        gained = book.ends(one.uplift.visits) if visits else ()
        sheet.add([*_candidate(book, one), *gained])
    book.settle(sheet, (*COMPARE_WIDTHS, *(VISITS_WIDTHS if visits else ())))


def _candidate(book: PitchSheets, one: Compared) -> list[Value]:
    whole = one.cost.total.high is not None
    return [
        book.either(one.name_zh, one.name_en),
        one.city,
        one.served,
        one.direct,
        *book.ends(one.cost.total if whole else one.cost.priced_total),
        book.end(surely(one.subsidy)),
        book.end(one.subsidy.expected),
        book.end(one.subsidy.ceiling),
        *book.net_ends(one.net_certain),
        book.basis(one.cost.total if whole else one.cost.priced_total),
        "\n".join(filter(None, (book.net_told(one.net_certain), book.told(one.reasons)))),
    ]
