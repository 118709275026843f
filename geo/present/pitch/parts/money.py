"""Money: what it costs line by line, what may come back, what is left to pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.model import Basis, Line, PolicyResult, Range, Subsidy
from geo.model.pitch import Audience, PitchMoney, PlaceGain
from geo.present.money_words import surely
from geo.present.pitch.blocks import (
    NOTHING,
    Bar,
    Block,
    Cell,
    Chart,
    Fact,
    Facts,
    Look,
    Said,
    Table,
    Words,
)
from geo.present.pitch.parts.citing import cited
from geo.present.pitch.words import PitchWords, Tell

COST_WIDTHS = (0.24, 0.22, 0.22, 0.32)
SUPPORT_WIDTHS = (0.34, 0.13, 0.13, 0.13, 0.27)
MOST_POLICIES = 8
WAN = 10_000
# what the engines say of a sum that a crew should hear; the rest is about rankings
HEARD = frozenset(
    {
        "stacking_highest_only",
        "stacking_silent",
        "subsidy_none_found",
        "subsidy_amount_unknown",
        "days_from_scenes",
        "days_from_scenes.one",
        "crew_unset",
        "permit_heritage",
    }
)


def look_of(given: Range) -> Look:
    """How sure a sum is, to be shown by form."""
    if not given.known:
        return Look.UNKNOWN
    if given.basis is Basis.ESTIMATED:
        return Look.ESTIMATE
    return Look.ZERO if given.ends == (0, 0) else Look.PLAIN


def money(words: PitchWords) -> tuple[Block, ...]:
    """For each city the sums, the lines, the chart and the awards; then what binds nobody."""
    blocks: list[Block] = []
    for one in words.pitch.money:
        blocks.extend(_city(words, one))
    if not blocks:
        return ()
    blocks.append(Words(words.say("pitch_money_warn"), "warn"))
    gain = words.pitch.gain
    if gain is not None and words.pitch.wishes.audience is not Audience.PUBLIC:
        blocks.extend(_gain(words, gain))
    return tuple(blocks)


def _city(words: PitchWords, given: PitchMoney) -> Iterator[Block]:
    name = words.said(lambda tell: tell.either(given.city, given.city_en))
    several = len(words.pitch.money) > 1
    if not given.cost.priced_total.known:
        # nobody has said how many people or days: there is nothing to add up
        yield Words(words.say("pitch_money_open"))
        yield from _support(words, given)
        return
    yield Facts(tuple(_sums(words, given)), name if several else NOTHING)
    yield _chart(words, given)
    if lines := [line for line in given.cost.lines if _counted(line)]:
        yield _lines(words, lines)
    if (told := words.said(lambda tell: _how(tell, given))).main:
        yield Words(told, "note")
    yield from _support(words, given)


# ---- sums


def _sums(words: PitchWords, given: PitchMoney) -> Iterator[Fact]:
    back = given.subsidy
    yield gross_fact(words, given)
    yield _back(words, "certain", surely(back))
    yield _back(words, "expected", back.expected)
    yield _back(words, "ceiling", back.ceiling)
    yield from _nets(words, given)


def gross_fact(words: PitchWords, given: PitchMoney) -> Fact:
    """What it costs, over how many days."""
    cost = given.cost
    gross = cost.total if cost.total.high is not None else cost.priced_total
    return Fact(
        words.say("pitch_gross"),
        words.said(lambda tell: tell.money(gross)),
        words.said(lambda tell: tell.say("pitch_gross_note", days=tell.days(cost.days))),
        look_of(gross),
    )


def _nets(words: PitchWords, given: PitchMoney) -> Iterator[Fact]:
    """What is left to pay; what expected and ceiling money would change, where it would."""
    certain = given.net_certain
    if certain.known:
        yield Fact(words.say("pitch_net_certain"), words.net(certain), look=Look.STRONG)
    for code, net in (("expected", given.net_expected), ("ceiling", given.net_ceiling)):
        if net.known and net != certain:
            yield Fact(words.say(f"pitch_net_{code}"), words.net(net), look=look_of(net))


def _back(words: PitchWords, code: str, amount: float | None) -> Fact:
    def told(tell: Tell) -> str:
        return tell.say(f"pitch_back_{code}_unknown") if amount is None else tell.sum(amount)

    note = words.say(f"pitch_back_{code}_note") if amount else NOTHING
    return Fact(words.say(f"pitch_back_{code}"), words.said(told), note, _sum_look(amount))


def _sum_look(amount: float | None) -> Look:
    if amount is None:
        return Look.UNKNOWN
    return Look.PLAIN if amount else Look.ZERO


def _how(tell: Tell, given: PitchMoney) -> str:
    """On what the estimate rests, in sentences for a crew; what has no price at all."""
    reasons = [*given.cost.reasons, *(why for line in given.cost.lines for why in line.reasons)]
    told = [tell.reason(one) for one in reasons if one.code in HEARD]
    waiting = [line for line in given.cost.lines if not _counted(line)]
    if waiting:
        names = tell.listed(tell.say(f"line.{line.code}") for line in waiting)
        told.append(tell.say("pitch_lines_waiting", names=names))
    return tell.joined(dict.fromkeys(told))


# ---- lines


def _counted(line: Line) -> bool:
    """Lines of a price, and the venue, which is shown even without one."""
    return line.amount.known or line.code == "venue"


def _lines(words: PitchWords, lines: Sequence[Line]) -> Table:
    return Table(
        "cost",
        tuple(words.say(f"pitch_head_{one}") for one in ("item", "a_day", "in_all", "basis")),
        tuple(_line(words, line) for line in lines),
        COST_WIDTHS,
        frozenset({1, 2}),
        words.say("pitch_lines"),
    )


def _line(words: PitchWords, line: Line) -> tuple[Cell, ...]:
    numbers = words.sources_of(line.amount)

    def basis(tell: Tell) -> str:
        if not line.amount.known:
            return tell.say("pitch_basis_open")
        method = line.amount.method
        told = tell.basis(line.amount)
        if method in tell.phrases.templates and line.amount.basis is Basis.ESTIMATED:
            told = tell.say("pitch_basis", basis=told, method=tell.say(method))
        return cited(told, numbers)

    return (
        Cell(words.say(f"line.{line.code}")),
        sum_cell(words, line.amount),
        sum_cell(words, line.total) if line.total is not None else Cell(),
        Cell(words.said(basis), look=Look.QUIET),
    )


def sum_cell(words: PitchWords, given: Range) -> Cell:
    """A sum in a table: its range as text, its middle as the figure; unknown is a word."""
    if not given.known:
        return Cell(words.say("pitch_cell_open"), look=Look.UNKNOWN)
    return Cell(words.said(lambda tell: tell.range(given)), given.mid, look=look_of(given))


# ---- awards


def counted(back: Subsidy) -> list[PolicyResult]:
    """The awards that can reach this crew in money, those that are taken first."""
    return sorted(
        (one for one in back.policies if one.counts and not one.failed and one.in_kind is None),
        key=lambda one: (one.chosen is not True, -(one.ceiling or 0.0)),
    )


def _support(words: PitchWords, given: PitchMoney) -> Iterator[Block]:
    back = given.subsidy
    shown = counted(back)
    if shown:
        heads = ("rule", "certain", "expected", "ceiling", "when")
        yield Table(
            "subsidy",
            tuple(words.say(f"pitch_head_{one}") for one in heads),
            tuple(_award(words, one) for one in shown[:MOST_POLICIES]),
            SUPPORT_WIDTHS,
            frozenset({1, 2, 3}),
            words.say("pitch_awards"),
        )
    told = words.said(lambda tell: _about_support(tell, given, len(shown)))
    if told.main:
        yield Words(told, "note")


def _about_support(tell: Tell, given: PitchMoney, shown: int) -> str:
    back = given.subsidy
    told = [tell.reason(one) for one in back.reasons if one.code in HEARD]
    if shown > MOST_POLICIES:
        told.append(tell.say("pitch_awards_more", n=shown - MOST_POLICIES))
    if not shown and not told:
        told.append(tell.say("pitch_awards_none", city=tell.either(given.city, given.city_en)))
    return tell.joined(dict.fromkeys(told))


def _award(words: PitchWords, one: PolicyResult) -> tuple[Cell, ...]:
    numbers = words.cited(one.sources)
    certain = surely(one)

    def amount(value: float | None) -> Cell:
        if value is None:
            return Cell(words.say("pitch_cell_open"), look=Look.UNKNOWN)
        return Cell(words.said(lambda tell: tell.sum(value)), value, look=_sum_look(value))

    return (
        Cell(words.said(lambda tell: cited(_title(tell, one), numbers))),
        amount(certain),
        amount(one.expected),
        amount(one.ceiling),
        Cell(words.said(lambda tell: _when(tell, one))),
    )


def _title(tell: Tell, one: PolicyResult) -> str:
    """The rule and what kind of award it is: one text often gives several."""
    title = tell.either(one.title, one.title_en)
    kind = f"policy_type.{one.type}"
    if kind not in tell.phrases.templates:
        return title
    return tell.say("tell_award", title=title, type=tell.say(kind))


def _when(tell: Tell, one: PolicyResult) -> str:
    """When it is paid, behind which gate, and what the project has not said yet."""
    told = []
    if one.paid is not None and one.paid.earliest is not None:
        code = "pitch_paid_from" if one.paid.latest is None else "pitch_paid"
        last = one.paid.latest or one.paid.earliest
        told.append(tell.say(code, earliest=one.paid.earliest.isoformat(), latest=last.isoformat()))
    else:
        told.append(tell.say("pitch_paid_unknown"))
    if one.gate:
        told.append(tell.say(f"gated.{one.gate}"))
    if one.open:
        told.append(tell.say("pitch_award_open", facts=",".join(dict.fromkeys(one.open))))
    return tell.say("pitch_semicolon").join(told)


# ---- the chart


def _chart(words: PitchWords, given: PitchMoney) -> Chart:
    """Gross, money back and net as bars of one unit."""
    # as the texts beside them say it
    unit = WAN if words.first.lang == "zh" else 1
    cost, back = given.cost, given.subsidy
    gross = cost.total if cost.total.high is not None else cost.priced_total

    def of_range(code: str, one: Range) -> Bar:
        known = one.known and one.mid is not None
        text = words.net(one)
        low, mid, high = (
            None if end is None else end / unit for end in (one.low, one.mid, one.high)
        )
        return Bar(words.say(code), mid, low, high, text) if known else _open_bar(words, code)

    def of_sum(code: str, amount: float | None) -> Bar:
        if amount is None:
            return _open_bar(words, code)
        return Bar(words.say(code), amount / unit, text=words.said(lambda tell: tell.sum(amount)))

    bars = (
        of_range("pitch_gross", gross),
        of_sum("pitch_bar_certain", surely(back)),
        of_sum("pitch_bar_expected", back.expected),
        of_sum("pitch_bar_ceiling", back.ceiling),
        of_range("pitch_net_certain", given.net_certain),
    )
    # a second language names the unit of the first: the figures are the same
    said = words.say("pitch_chart_unit_wan" if unit == WAN else "pitch_chart_unit")
    return Chart(words.say("pitch_chart_money"), said, bars)


def _open_bar(words: PitchWords, code: str) -> Bar:
    return Bar(words.say(code), None, text=words.say("pitch_cell_open"))


# ---- what the place gains


def _gain(words: PitchWords, gain: PlaceGain) -> Iterator[Block]:
    """Crew spending, bed nights and work-days, each apart; visits last, with their doubt."""
    rows = [
        _gained(words, "pitch_gain_spending", gain.crew_spending, "CNY"),
        _gained(words, "pitch_gain_beds", gain.bed_nights, "nights"),
        _gained(words, "pitch_gain_days", gain.work_days, "days"),
    ]
    if gain.uplift is not None and gain.uplift.visits.known:
        rows.append(_gained(words, "pitch_gain_visits", gain.uplift.visits, "visits"))
    yield Facts(tuple(rows), words.say("pitch_gain"))
    if gain.uplift is not None and gain.uplift.visits.known:
        yield Words(words.say("pitch_gain_note"), "note")
    if (told := words.said(lambda tell: tell.joined(map(tell.reason, gain.reasons)))).main:
        yield Words(told, "note")


def _gained(words: PitchWords, code: str, given: Range, unit: str) -> Fact:
    def value(tell: Tell) -> str:
        if not given.known:
            return tell.say("pitch_gain_open")
        if unit == "CNY":
            return tell.money(given)
        return tell.say(f"pitch_gain_unit_{unit}", amount=tell.range(given))

    note: Said = words.say("pitch_gain_visits_note") if unit == "visits" else NOTHING
    return Fact(words.say(code), words.said(value), note, look_of(given))
