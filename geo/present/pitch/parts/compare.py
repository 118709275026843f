"""Candidates side by side: the same figures for each."""

from __future__ import annotations

from geo.model.pitch import MOST_COMPARED, Audience, Compared
from geo.present.money_words import surely
from geo.present.pitch.blocks import Bar, Block, Cell, Chart, Look, Table, Words
from geo.present.pitch.parts.money import look_of, sum_cell
from geo.present.pitch.words import PitchWords, Tell

HEADS = ("place", "served", "gross", "back_certain", "back_ceiling", "net", "review")
WIDTHS = (0.2, 0.13, 0.16, 0.11, 0.11, 0.17, 0.12)
WIDTHS_VISITS = (0.17, 0.11, 0.15, 0.1, 0.1, 0.15, 0.1, 0.12)


def compare(words: PitchWords) -> tuple[Block, ...]:
    """The table, the bars of scenes, and how to read them; nothing where none is chosen."""
    shown = words.pitch.compared[:MOST_COMPARED]
    if not shown:
        return ()
    visits = words.pitch.wishes.audience is not Audience.PUBLIC
    heads = (*HEADS, "visits") if visits else HEADS
    table = Table(
        "compare",
        tuple(words.say(f"pitch_head_{one}") for one in heads),
        tuple(_row(words, one, visits=visits) for one in shown),
        WIDTHS_VISITS if visits else WIDTHS,
        frozenset(range(1, len(heads))),
        wide=True,
    )
    bars = tuple(_bar(words, one) for one in shown)
    chart = Chart(words.say("pitch_chart_served"), words.say("pitch_chart_scenes"), bars)
    note = words.say("pitch_compare_visits" if visits else "pitch_compare_note")
    return table, chart, Words(note, "note")


def _name(tell: Tell, one: Compared) -> str:
    return tell.either(one.name_zh, one.name_en)


def _row(words: PitchWords, one: Compared, *, visits: bool) -> tuple[Cell, ...]:
    gross = one.cost.total if one.cost.total.high is not None else one.cost.priced_total
    net = one.net_certain
    open_cell = Cell(words.say("pitch_cell_open"), look=Look.UNKNOWN)

    def amount(value: float | None) -> Cell:
        if value is None:
            return open_cell
        look = Look.PLAIN if value else Look.ZERO
        return Cell(words.said(lambda tell: tell.sum(value)), value, look=look)

    days = open_cell
    if one.lead_days is not None and one.lead_days.known:
        lead = one.lead_days
        told = words.said(lambda tell: tell.say("tell_days", days=tell.range(lead)))
        days = Cell(told, lead.mid, look=look_of(lead))
    cells = (
        Cell(
            words.said(lambda tell: _name(tell, one)), look=Look.STRONG if one.ours else Look.PLAIN
        ),
        Cell(words.say("pitch_cell_served", n=one.served, direct=one.direct), float(one.served)),
        sum_cell(words, gross),
        amount(surely(one.subsidy)),
        amount(one.subsidy.ceiling),
        Cell(words.net(net), net.mid, look=look_of(net)) if net.known else open_cell,
        days,
    )
    return (*cells, sum_cell(words, one.uplift.visits)) if visits else cells


def _bar(words: PitchWords, one: Compared) -> Bar:
    return Bar(
        words.said(lambda tell: _name(tell, one)),
        float(one.served),
        text=words.say("pitch_bar_served", n=one.served),
    )
