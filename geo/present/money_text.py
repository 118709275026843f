"""Accounts as plain words for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import Account, Basis, FactField, Line, PolicyResult, Source, Subsidy, Unlock
from geo.phrases import Phrases
from geo.present.console import table
from geo.present.figures import UNKNOWN, figure, published
from geo.present.money_words import Words, surely

FIRST = 8


def account_lines(
    accounts: Sequence[Account], phrases: Phrases, fields: tuple[FactField, ...], lang: str
) -> list[str]:
    """Several accounts side by side, then each in plain words with its lines and sources."""
    words = Words(phrases, fields, lang)
    lines = [*_side_by_side(accounts, words), ""] if len(accounts) > 1 else []
    for account in accounts:
        lines += [*_account(account, words), ""]
    return lines[:-1]


def _side_by_side(accounts: Sequence[Account], words: Words) -> list[str]:
    codes = (
        "head_city", "money_total", "money_certain", "money_expected", "money_ceiling",
        "money_net_certain", "money_visits",
    )  # fmt: skip
    rows = [[words.say(code) for code in codes]]
    for one in accounts:
        subsidy = one.subsidy
        sums = (surely(subsidy), subsidy.expected, subsidy.ceiling)
        rows.append(
            [
                words.city(one),
                figure(one.cost.priced_total, words.lang),
                *(_amount(each, words) for each in sums),
                figure(one.net_certain, words.lang),
                figure(one.uplift.visits, words.lang),
            ]
        )
    return [words.say("tell_side_by_side"), *table(rows)]


def _amount(amount: float | None, words: Words) -> str:
    return UNKNOWN[words.lang] if amount is None else f"{amount:,.0f}"


def _account(account: Account, words: Words) -> list[str]:
    return [
        f"== {words.place(account)}",
        *plain_words(account, words),
        "",
        words.say("tell_lines"),
        *_costs(account, words),
        "",
        words.say("tell_awards"),
        *(line for each in account.subsidy.policies for line in _award(each, words)),
        "",
        words.say("tell_unlocks"),
        *(line for each in account.unlocks for line in _unlock(each, account, words)),
        *(() if account.unlocks else (words.say("tell_unlocks_none"),)),
        "",
        *_uplift(account, words),
    ]


def plain_words(account: Account, words: Words) -> list[str]:
    """What this project could get, what it would surely get, when, what is unknown, whom to ask."""
    subsidy, cost = account.subsidy, account.cost
    days = figure(cost.days, words.lang)
    lines = [
        words.say("tell_cost", total=words.money(cost.priced_total), days=days),
        could_get(account, words),
        words.say("tell_certain", amount=words.sum(subsidy.certain))
        if subsidy.certain
        else words.say("tell_certain_none"),
        *_hoped(subsidy, words),
        words.say(
            "tell_net",
            certain=words.net(account.net_certain),
            expected=words.net(account.net_expected),
            ceiling=words.net(account.net_ceiling),
        ),
        words.review(account.review),
    ]
    if not account.questions:
        return [*lines, words.say("tell_missing_none")]
    lines.append(words.say("tell_missing", n=len(account.questions)))
    lines += [f"  {words.question(each)}" for each in account.questions[:FIRST]]
    if len(account.questions) > FIRST:
        lines.append(f"  {words.say('tell_more', n=len(account.questions) - FIRST)}")
    return lines


def _hoped(subsidy: Subsidy, words: Words) -> list[str]:
    """What is to be expected and when; nothing where no award can pay."""
    if subsidy.ceiling == 0:
        return []
    if subsidy.expected is None:
        return [words.say("tell_expected_unknown"), words.paid(subsidy.paid)]
    told = words.say("tell_expected", amount=words.sum(subsidy.expected))
    return [told, words.paid(subsidy.paid)]


def could_get(account: Account, words: Words) -> str:
    """The most that may come back, or that nobody knows."""
    subsidy = account.subsidy
    if subsidy.ceiling == 0:
        return words.say("tell_could_nothing")
    if subsidy.ceiling is not None:
        return words.say("tell_could", ceiling=words.sum(subsidy.ceiling))
    unknown = [each for each in subsidy.policies if each.counts and each.ceiling is None]
    if not unknown:
        return words.say("tell_could_none")
    return words.say("tell_could_unknown", n=len(unknown))


def _costs(account: Account, words: Words) -> list[str]:
    rows = [[words.say(code) for code in ("head_line", "money_total", "head_basis", "head_source")]]
    rows += [_cost(line, words) for line in account.cost.lines]
    return table(rows)


def _cost(line: Line, words: Words) -> list[str]:
    total = line.total or line.amount
    free = total.basis is Basis.ESTIMATED and total.high == 0
    return [
        words.say(f"line.{line.code}"),
        words.say("tell_no_charge") if free else figure(total, words.lang),
        words.say(f"basis_{line.amount.basis}"),
        _publishers(line.amount.sources, words.lang),
    ]


def _publishers(sources: Sequence[Source], lang: str) -> str:
    names = dict.fromkeys(published(each, lang) for each in sources)
    return "; ".join(list(names)[:2]) + (" …" if len(names) > 2 else "")


def _award(result: PolicyResult, words: Words) -> list[str]:
    title = result.title_en if words.lang == "en" and result.title_en else result.title
    sums = zip(
        ("head_certain", "head_expected", "head_ceiling"),
        (surely(result), result.expected, result.ceiling),
        strict=True,
    )
    amounts = "  ".join(f"{words.say(code)} {_amount(each, words)}" for code, each in sums)
    status = words.say(f"policy_status.{result.status}")
    told = words.say("tell_award", title=title, type=words.say(f"policy_type.{result.type}"))
    lines = [f"{result.region}  {told}  {status}", f"    {amounts}"]
    return [*lines, *(f"    {words.phrases.tell(each, words.lang)}" for each in result.reasons)]


def _unlock(unlock: Unlock, account: Account, words: Words) -> list[str]:
    lines = [words.unlock(unlock, account.city)]
    told = (*unlock.reasons, *unlock.warnings)
    return [*lines, *(f"    {words.phrases.tell(each, words.lang)}" for each in told)]


def _uplift(account: Account, words: Words) -> list[str]:
    uplift = account.uplift
    visits = figure(uplift.visits, words.lang)
    return [
        words.say("tell_uplift"),
        f"  {words.say('tell_visits', amount=visits)}",
        f"  {words.say('tell_revenue', amount=words.money(uplift.city_revenue))}",
        f"  {words.say('tell_crew', amount=words.money(uplift.crew_spending))}",
    ]
