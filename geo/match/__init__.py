"""Match: scenes x sites -> fit with reasons, score, order."""

from __future__ import annotations

from geo.match.cover import cheapest_cover, cover
from geo.match.culture import carriers
from geo.match.fit import FitTable, Terms, fit_table
from geo.match.kernel import top
from geo.match.lead import holds, loses_at, pareto
from geo.match.likeness import Likeness
from geo.match.methods import weakness
from geo.match.opening import hours, open_at
from geo.match.ordering import BoardOrder, order_by
from geo.match.pairwise import interview, next_question
from geo.match.parts import distance_km, great_circle_km
from geo.match.permissions import load_permissions
from geo.match.picks import mean_fit
from geo.match.ranges import rank_ranges
from geo.match.reach import Reach, reach
from geo.match.rules import Rules, load_rules
from geo.match.score import board, break_even, idle, placed
from geo.match.smaa import robustness, sample_weights
from geo.match.worth import find_out

__all__ = [
    "BoardOrder",
    "FitTable",
    "Likeness",
    "Reach",
    "Rules",
    "Terms",
    "board",
    "break_even",
    "carriers",
    "cheapest_cover",
    "cover",
    "distance_km",
    "find_out",
    "fit_table",
    "great_circle_km",
    "holds",
    "hours",
    "idle",
    "interview",
    "load_permissions",
    "load_rules",
    "loses_at",
    "mean_fit",
    "next_question",
    "open_at",
    "order_by",
    "pareto",
    "placed",
    "rank_ranges",
    "reach",
    "robustness",
    "sample_weights",
    "top",
    "weakness",
]
