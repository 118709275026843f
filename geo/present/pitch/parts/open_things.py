"""What is still open: place by place, and who could say."""

from __future__ import annotations

from geo.model.pitch import ToConfirm
from geo.present.pitch.blocks import Cell, Look, Said, Table
from geo.present.pitch.words import PitchWords, Tell

WIDTHS = (0.26, 0.46, 0.28)
# how a sentence names its place before or after what it says, so that a row need not say it twice
LEADS, TAILS = ("的", "：", ": "), (" of ", " at ", " about ")


def open_table(words: PitchWords) -> Table:
    """A row for each place and each who can say."""
    rows: dict[tuple[str, str, str], list[ToConfirm]] = {}
    for one in words.pitch.to_confirm:
        rows.setdefault((one.site_id, one.whom, one.whom_en), []).append(one)
    return Table(
        "open",
        tuple(words.say(f"pitch_head_{one}") for one in ("about", "open", "whom")),
        tuple(_row(words, things) for things in rows.values()),
        WIDTHS,
        title=words.say("pitch_open"),
    )


def _row(words: PitchWords, things: list[ToConfirm]) -> tuple[Cell, ...]:
    first = things[0]
    place = words.first.sites.get(first.site_id)

    def told(tell: Tell) -> str:
        return tell.say("pitch_semicolon").join(
            dict.fromkeys(_without_place(tell, one) for one in things)
        )

    about: Said = words.site(place.site) if place is not None else words.say("pitch_whole_pitch")
    return (
        Cell(about, mark=place.site.kind if place is not None else None),
        Cell(words.said(told)),
        Cell(words.said(lambda tell: tell.open(first)), look=Look.UNKNOWN),
    )


def _without_place(tell: Tell, one: ToConfirm) -> str:
    """What is open, without the name of the place that stands beside it."""
    told = tell.reason(one.what).rstrip("。.")
    name = tell.site(one.site_id) if one.site_id in tell.sites else ""
    if not name:
        return told
    for lead in LEADS:
        told = told.removeprefix(f"{name}{lead}")
    for tail in TAILS:
        told = told.replace(f"{tail}{name}", "")
    return told.removeprefix(name)
