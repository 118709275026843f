"""Places of cities that are not compared, for sets that nothing here serves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geo.actions.planning.missing import Elsewhere
from geo.actions.workspace import Workspace
from geo.match import Terms, fit_table
from geo.model import Ranking, Script, Site


def elsewhere_of(ws: Workspace, ranking: Ranking, script: Script, today: date) -> Elsewhere:
    """Look among the sites of the catalogue that the ranking does not hold, when first asked."""
    known = {offer.site.id for offer in ranking.sites}
    scenes = {scene.id: scene for scene in script.played}

    def best(wanted: Sequence[str]) -> tuple[Site, float] | None:
        sites = [site for site in ws.store.sites() if site.id not in known]
        some = [scenes[one] for one in wanted if one in scenes]
        if not sites or not some:
            return None
        terms = Terms(today, ws.permits, ranking.wishes.musts, agreed=ranking.wishes.agreed)
        table = fit_table(sites, some, ws.vocabulary, ws.rules, terms)
        all_of_it = (table.fit > 0).all(axis=1)
        mean = table.fit.mean(axis=1) * all_of_it
        row = int(mean.argmax())
        return (sites[row], float(mean[row])) if mean[row] > 0 else None

    return best
