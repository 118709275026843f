"""The ranked list: from a moved slider to the painted new order, at growing lengths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from bench.generated import made_offers
from bench.timing import told
from geo import actions
from geo.match import order_by
from geo.model import Board, Criterion, Mask, Method, ProjectFacts, Ranking, Script, Weights
from geo.progress import finish
from gui import theme
from gui.models.ranking_model import RankingModel
from gui.pages.sites import SitesPage
from gui.session import Session
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_delegate import RankingDelegate

SIZES = (426, 10_000, 100_000, 1_000_000)
MOVES = 60
DEEP = 0.4
"""Where in a long list somebody has scrolled to, as a share of it."""


def lengthened(ranking: Ranking, count: int) -> Ranking:
    """``ranking`` with offers like its own to ``count``, their values drawn at random."""
    offers = made_offers(ranking.sites, count)
    old = ranking.site_board
    values = np.random.default_rng(count).random((len(old.criteria), count), dtype=np.float32)
    values.flags.writeable = False
    board = Board(tuple(one.site.id for one in offers), values, old.bounds, old.criteria)
    order = order_by(board, ranking.weights, Method.WEIGHTED_SUM)
    long = replace(ranking, sites=offers, excluded=(), site_board=board, site_order=order)
    long.columns.prepare()
    return long


class Shown:
    """A list on the screen with its third row selected."""

    def __init__(self, ranking: Ranking, scenes: int) -> None:
        self.ranking, self.scenes = ranking, scenes
        self.model, self.view = RankingModel(), RowsView()
        self.view.resize(460, 600)
        self.view.show_rows(self.model, RankingDelegate(self.view))
        self.model.set_ranking(ranking, scenes)
        self.view.setCurrentIndex(self.model.index(2))
        self.view.show()
        QApplication.processEvents()

    def mover(self) -> Callable[[], None]:
        """Move the slider of the cost a little further and paint, at each call."""
        shares = cycle([0.40, 0.42, 0.44, 0.46, 0.45, 0.43, 0.41])

        def move() -> None:
            self.ranking = actions.reweight(self.ranking, weights(self.ranking, next(shares)))
            self.model.set_ranking(self.ranking, self.scenes)
            self.view.viewport().repaint()

        return move

    def scroll(self, share: float) -> None:
        """Look at the middle of a long list."""
        bar = self.view.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        QApplication.processEvents()


def measure(ranking: Ranking, scenes: int, count: int) -> None:
    """Print one length."""
    shown = Shown(lengthened(ranking, count), scenes)
    told(f"{count:,} sites", shown.mover(), MOVES)
    half: Mask = np.random.default_rng(0).random(count) < 0.5
    shown.model.set_filter(half)
    told(f"{count:,} sites, half of them filtered out", shown.mover(), MOVES)
    shown.scroll(DEEP)
    told(f"{count:,} sites, and scrolled far down", shown.mover(), MOVES // 2)
    shown.view.deleteLater()


def on_the_page(script: Script, ranking: Ranking, folders: tuple[Path, Path], count: int) -> None:
    """Print a moved slider on the page itself: session, list, and all that follows it."""
    session = Session(actions, *folders)
    session.open(restore=False)
    while session.state.basemap is None:
        QApplication.processEvents()
    page = SitesPage(session)
    page.resize(1440, 900)
    page.show()
    long = lengthened(ranking, count)
    session.put(
        script=script,
        weights=long.weights,
        sites=[offer.site for offer in long.sites],
        ranking=long,
    )
    QApplication.processEvents()
    shares = cycle([0.40, 0.42, 0.44, 0.46, 0.45, 0.43, 0.41])

    def move() -> None:
        session.set_weights(weights(long, next(shares)))
        QApplication.processEvents()

    told(f"{count:,} sites, on the page", move, MOVES)
    page.deleteLater()
    session.discard()
    session.close()


def run(assets: Path, data: Path) -> None:
    """Print the time of one move of a slider."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT, "zh")
    ws = finish(actions.open_workspace(assets, data))
    script = finish(actions.read_script(ws, actions.samples(ws)[0].path))
    ranking = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))
    print("list, 460 x 600: slider moved, ordered, painted")
    for count in SIZES:
        measure(ranking, len(script.scenes), count)
    for count in SIZES[:3]:
        on_the_page(script, ranking, (assets, data), count)
    app.sendPostedEvents()


def weights(ranking: Ranking, cost: float) -> Weights:
    """Weights with this share for the cost, the rest in even parts."""
    criteria = ranking.site_board.criteria
    rest = (1 - cost) / (len(criteria) - 1)
    return {one: cost if one == Criterion.COST else rest for one in criteria}
