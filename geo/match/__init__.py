"""Match: scenes x sites -> fit with reasons, score, order."""

from __future__ import annotations

from geo.match.cover import cheapest_cover
from geo.match.culture import carriers
from geo.match.fit import FitTable, fit_table
from geo.match.rules import Rules, load_rules
from geo.match.score import board, break_even, idle, order, value

__all__ = [
    "FitTable",
    "Rules",
    "board",
    "break_even",
    "carriers",
    "cheapest_cover",
    "fit_table",
    "idle",
    "load_rules",
    "order",
    "value",
]
