"""The ranked list: from a moved slider to the painted new order, at growing lengths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.timing import told
from geo import actions
from geo.actions import Workspace
from geo.match import board, order
from geo.model import CRITERIA, Criterion, ProjectFacts, Ranking, Weights
from geo.progress import finish
from gui import theme
from gui.models.ranking_model import RankingModel
from gui.widgets.ranked_view import RowsView
from gui.widgets.ranking_delegate import RankingDelegate

SIZES = (393, 10_000)


def lengthened(ws: Workspace, ranking: Ranking, count: int) -> Ranking:
    """``ranking`` with its sites repeated to ``count``, each a little dearer than the last."""
    offers = [
        replace(
            offer,
            site=replace(offer.site, id=str(number)),
            cost=replace(offer.cost, ranked=offer.cost.ranked + number),
        )
        for number, offer in enumerate(islice(cycle(ranking.sites), count))
    ]
    figures = {
        Criterion.FIT: [offer.fit for offer in offers],
        Criterion.COST: [offer.cost.ranked for offer in offers],
        Criterion.SUBSIDY: [offer.subsidy.counted for offer in offers],
        Criterion.UPLIFT: [offer.uplift.visits.mid or 0.0 for offer in offers],
    }
    made = board([offer.site.id for offer in offers], figures, ws.rules.site_bounds)
    return replace(
        ranking,
        sites=tuple(offers),
        site_board=made,
        site_order=order(made, ranking.weights),
        cities=(),
    )


def run(assets: Path, data: Path) -> None:
    """Print the time of one move of a slider."""
    app = QApplication.instance() or QApplication([])
    theme.apply(app, theme.LIGHT, "zh")
    ws = finish(actions.open_workspace(assets, data))
    sample = actions.samples(ws)[0]
    script = finish(actions.read_script(ws, sample.path))
    ranking = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))
    print("list, 460 x 600: slider moved, ordered, painted")
    for count in SIZES:
        long = lengthened(ws, ranking, count)
        model, view = RankingModel(), RowsView()
        view.resize(460, 600)
        view.show_rows(model, RankingDelegate(view))
        model.set_ranking(long, len(script.scenes))
        view.show()
        app.processEvents()
        shares = cycle([0.40, 0.42, 0.44, 0.46, 0.44, 0.42])

        def move(
            long: Ranking = long,
            model: RankingModel = model,
            view: RowsView = view,
            shares: Iterator[float] = shares,
        ) -> None:
            model.set_order(actions.reweight(long, weights(next(shares))).site_order)
            view.viewport().repaint()

        told(f"{count:,} sites", move, 100)
        view.deleteLater()
    app.sendPostedEvents()


def weights(cost: float) -> Weights:
    """Weights with this share for the cost, the rest in even parts."""
    rest = (1 - cost) / (len(CRITERIA) - 1)
    return {c: cost if c is Criterion.COST else rest for c in CRITERIA}
