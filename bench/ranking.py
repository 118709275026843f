"""Ranking: the real catalogue for a sample script, and re-weighting at growing sizes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np

from bench.timing import told
from geo import actions
from geo.match import order_by
from geo.model import CRITERIA, Board, ProjectFacts, Script, Weights
from geo.progress import finish

SIZES = (426, 10_000, 100_000)


def with_scenes(script: Script, count: int) -> Script:
    """``script`` with its scenes repeated to ``count``."""
    from dataclasses import replace

    scenes = [script.scenes[i % len(script.scenes)] for i in range(count)]
    return replace(
        script, scenes=tuple(replace(scene, id=f"s{i}") for i, scene in enumerate(scenes))
    )


def first(board: Board, weights: Weights) -> object:
    """What a slider needs of a new order at once."""
    return order_by(board, weights).first(50)


def run(assets: Path, data: Path) -> None:
    """Print how long ranking and re-ranking take."""
    ws = finish(actions.open_workspace(assets, data))
    sample = actions.samples(ws)[0]
    script = with_scenes(finish(actions.read_script(ws, sample.path)), 60)
    cities = tuple({site.city_zh for site in ws.store.sites()})
    facts, weights = ProjectFacts(), ws.default_weights
    print("ranking")
    told("read a sample script", lambda: finish(actions.read_script(ws, sample.path)), 10)
    told(
        "match, price and rank: 426 sites x 60 scenes, all cities",
        lambda: finish(actions.rank(ws, script, facts, weights, cities)),
        8,
    )
    ranking = finish(actions.rank(ws, script, facts, weights, cities))
    told("slider: re-weight with hints, 426 sites", lambda: actions.reweight(ranking, weights))
    rng = np.random.default_rng(1)
    for size in SIZES:
        values = rng.random((len(CRITERIA), size), dtype=np.float32)
        board = Board(tuple(map(str, range(size))), values, ranking.site_board.bounds)
        read = told(f"a plain read of {size:,} x 4 values", values.sum)
        told(f"slider: first 50 of {size:,} sites", partial(first, board, weights), beside=read)
