"""Match: scenes x sites -> fit with reasons, score, order."""

from __future__ import annotations

from geo.match.cover import cheapest_cover
from geo.match.culture import carriers
from geo.match.fit import FitTable, Terms, fit_table
from geo.match.kernel import top
from geo.match.lead import loses_at, losses, pareto
from geo.match.methods import order_by, weakness
from geo.match.musts import judge_musts
from geo.match.pairwise import interview, next_question
from geo.match.permissions import load_permissions
from geo.match.permits import check_permissions
from geo.match.ranges import quantile, rank_ranges, spread
from geo.match.rules import Rules, load_rules
from geo.match.score import board, break_even, idle, order, value
from geo.match.smaa import robustness
from geo.match.worth import find_out

__all__ = [
    "FitTable",
    "Rules",
    "Terms",
    "board",
    "break_even",
    "carriers",
    "cheapest_cover",
    "check_permissions",
    "find_out",
    "fit_table",
    "idle",
    "interview",
    "judge_musts",
    "load_permissions",
    "load_rules",
    "loses_at",
    "losses",
    "next_question",
    "order",
    "order_by",
    "pareto",
    "quantile",
    "rank_ranges",
    "robustness",
    "spread",
    "top",
    "value",
    "weakness",
]
