"""Where the places lie: a map or a sketch, and the ways between them."""

from __future__ import annotations

from geo.model.pitch import PitchLeg
from geo.present.pitch.blocks import Block, Cell, Drawing, Look, Table, Words
from geo.present.pitch.words import PitchWords

WIDTHS = (0.3, 0.3, 0.16, 0.24)


def map_page(words: PitchWords, drawing: Drawing | None) -> tuple[Block, ...]:
    """The drawing where there is one, the ways, and how they were found."""
    blocks: list[Block] = []
    if drawing is not None and drawing.marks:
        blocks.append(drawing)
    if words.pitch.legs:
        blocks.append(_ways(words))
        blocks.append(Words(words.say("pitch_ways_note"), "note"))
    return tuple(blocks)


def _ways(words: PitchWords) -> Table:
    return Table(
        "ways",
        tuple(words.say(f"pitch_head_{one}") for one in ("from", "to", "bearing", "way")),
        tuple(_row(words, leg) for leg in words.pitch.legs),
        WIDTHS,
        title=words.say("pitch_ways"),
    )


def _row(words: PitchWords, leg: PitchLeg) -> tuple[Cell, ...]:
    def end(site_id: str) -> Cell:
        found = words.first.sites.get(site_id)
        mark = found.site.kind if found is not None else None
        return Cell(words.site(site_id), mark=mark)

    return (
        end(leg.one),
        end(leg.two),
        Cell(words.said(lambda tell: tell.bearing(leg.bearing))),
        Cell(
            words.said(lambda tell: tell.way(leg.km, leg.minutes, leg.straight_km)),
            leg.km,
            look=Look.ESTIMATE,
        ),
    )
