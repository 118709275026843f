"""The rows of a chart as plain values: what is drawn, what is written, what is said aloud."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gui.texts.numbers import MINUS, WAN, NumberLook

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


class Mark(StrEnum):
    """What stands for the figure of a row."""

    STEP = "step"
    EMPTY = "empty"
    BAND = "band"
    SOLID = "solid"
    HATCH = "hatch"
    OUTLINE = "outline"
    SPAN = "span"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row; ``spoken`` is all of it as a sentence.

    ``start`` to ``end`` is the bar, ``low`` to ``high`` the doubt, ``mid`` a tick on it, all in the
    unit of the axis. ``colour`` names a palette token, ``note`` stands beside, ``under`` below the
    name. ``open_end``: the bar goes on beyond what is known, or beyond the axis. ``own``: priced by
    the user.
    """

    key: str
    name: str
    look: NumberLook | None
    spoken: str
    mark: Mark = Mark.NOTHING
    colour: str = "cost"
    start: float | None = None
    end: float | None = None
    low: float | None = None
    mid: float | None = None
    high: float | None = None
    note: str = ""
    under: str = ""
    strong: bool = False
    faint: bool = False
    own: bool = False
    open_end: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Ends of the axis and what is written along it; ``log`` has a decade for each step."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    log: bool = False

    def at(self, value: float) -> float:
        """Where ``value`` lies, in view coordinates, kept within the ends."""
        value = min(self.high, max(self.low, value))
        return math.log10(value) if self.log else value


def money_axis(values: Iterable[float], lang: str, *, floor: float) -> Axis:
    """A linear axis in CNY over ``values`` and 0, no lower than ``floor``; ticks at round sums."""
    known = [0.0, *values]
    low, high = max(floor, min(known)), max(*known, 1.0)
    step = round_step((high - low) / 5)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    ticks = tuple((n * step, tick_text(n * step, lang)) for n in range(first, last + 1))
    room = (high - low) * 0.02
    return Axis(low - (room if low < 0 else 0), high + room, ticks)


def decade_axis(low_power: int, high_power: int, lang: str) -> Axis:
    """A log axis from 10^low_power to 10^high_power CNY, a tick for each decade."""
    powers = range(low_power, high_power + 1)
    ticks = tuple((10.0**power, _decade_text(power, lang)) for power in powers)
    return Axis(10.0**low_power, 10.0**high_power, ticks, log=True)


def tick_text(value: float, lang: str) -> str:
    """A sum along the axis: in 万 in Chinese, in thousands in English."""
    unit = WAN if lang == "zh" else 1000
    text = f"{abs(value) / unit:,.6g}"
    return f"{MINUS if value < 0 else ''}{text}{'' if lang == 'zh' or not value else 'k'}"


def round_step(least: float) -> float:
    """The smallest round distance between ticks that is not below ``least``."""
    unit = 10.0 ** math.floor(math.log10(max(least, 1e-6)))
    return next(step * unit for step in _STEPS if step * unit >= least * (1 - 1e-9))


def _decade_text(power: int, lang: str) -> str:
    value = 10**power
    if lang == "en":
        for size, word in ((9, "bn"), (6, "M"), (3, "k")):
            if power >= size:
                return f"{value // 10**size}{word}"
        return str(value)
    for size, word in ((8, "亿"), (4, "万")):
        if power >= size:
            rest = value // 10**size
            return f"{_thousands(rest)}{word}"
    return _thousands(value)


def _thousands(value: int) -> str:
    return f"{value // 1000} 千" if value >= 1000 else str(value)
