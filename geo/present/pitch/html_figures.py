"""Charts and drawings of a page as numbers that its template writes into shapes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from geo.present.pitch.blocks import Bar, Chart, Drawing, Table
from geo.present.pitch.placing import Label, placed
from geo.present.pitch.plain import width_of

# width and letters of the drawing on a phone and on a desk, in CSS pixels
NARROW, WIDE = (328.0, 12.0), (760.0, 14.0)
HIGHEST = 520.0
PHONE_CHARACTERS = 20.0  # full-width ones in a line of a table, with air between columns
ANCHORS: dict[str, tuple[str, Callable[[tuple[float, ...]], float]]] = {
    "left": ("start", lambda box: box[0]),
    "right": ("end", lambda box: box[2]),
    "center": ("middle", lambda box: (box[0] + box[2]) / 2),
}


def fits_phone(table: Table) -> bool:
    """Whether a table can stay one on a phone; else each of its rows becomes a card."""
    rows = [list(table.head), *([cell.text for cell in row] for row in table.rows)]
    widest = [0.0] * len(table.head)
    for row in rows:
        for column, text in zip(range(len(widest)), row, strict=False):
            widest[column] = max(widest[column], *(width_of(one, 1.0) for one in text))
    return len(widest) <= 3 and sum(widest) <= PHONE_CHARACTERS


def drawn_bars(chart: Chart) -> list[dict[str, Any]]:
    """Bars as percents of the width, from the least to the most of all of them."""
    ends = [end for bar in chart.bars for end in (bar.low, bar.mid, bar.high) if end is not None]
    least, most = min([0.0, *ends]), max([0.0, *ends])
    span = (most - least) or 1.0

    def at(value: float) -> float:
        return round((value - least) / span * 100, 2)

    def drawn(bar: Bar) -> dict[str, Any]:
        if bar.mid is None:
            return {"bar": bar, "known": False}
        low = bar.mid if bar.low is None else bar.low
        high = bar.mid if bar.high is None else bar.high
        start, end = sorted((at(0.0), at(bar.mid)))
        whisker = (at(low), round(at(high) - at(low), 2)) if high > low else None
        return {
            "bar": bar,
            "known": True,
            "left": start,
            "wide": round(end - start, 2),
            "whisker": whisker,
        }

    return [drawn(bar) for bar in chart.bars]


def drawn_map(drawing: Drawing, wide: bool = False) -> dict[str, Any]:
    """The drawing in CSS pixels, for a phone or a desk."""
    width, letters = WIDE if wide else NARROW
    ratio = min(max(drawing.ratio, 0.6), 3.0)
    # a tall one would not fit on a desk's screen
    width = round(min(width, HIGHEST * ratio), 1)
    height = round(width / ratio, 1)
    spots = [(round(one.x * width, 1), round(one.y * height, 1)) for one in drawing.marks]
    labels = placed(drawing, spots, (width, height), letters)

    def paths(lines: tuple[tuple[tuple[float, float], ...], ...]) -> list[str]:
        return [" ".join(f"{x * width:.1f},{y * height:.1f}" for x, y in line) for line in lines]

    bar = drawing.scale_bar
    return {
        "width": width,
        "height": height,
        "letters": letters,
        "areas": paths(drawing.areas),
        "water": paths(drawing.water),
        "lines": paths(drawing.lines),
        "streams": paths(drawing.streams),
        "ways": [
            {"ends": (spots[way.one], spots[way.two]), **_label(label, letters)}
            for way, label in zip(drawing.ways, labels.ways, strict=True)
        ],
        "marks": [
            {"x": x, "y": y, "kind": mark.kind.value, **_label(label, letters)}
            for mark, (x, y), label in zip(drawing.marks, spots, labels.marks, strict=True)
        ],
        "scale": None if bar is None else {"km": f"{bar[0]:g}", "length": round(bar[1] * width, 1)},
    }


def _label(label: Label, letters: float) -> dict[str, Any]:
    """Where the words of a label stand; ``base`` is the foot of the first line."""
    anchor, at = ANCHORS[label.side]
    return {
        "text": label.text,
        "anchor": anchor,
        "at": round(at(label.box), 1),
        "base": round(label.box[1] + letters, 1),
        "box": [round(end, 1) for end in label.box],
    }
