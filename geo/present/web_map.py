"""The map as one HTML file: Folium page, Leaflet and a vector base inside, no request anywhere.

The ranked sites stand on the boundaries of all of the country, for use in the office.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from geo.files import exported_file
from geo.model import BaseMap, Kind, Ranking, Reason, Script, SiteOffer
from geo.phrases import Phrases
from geo.present.figures import cite, figure, site_name
from geo.present.leaflet_page import base_data, leaflet_page

SCRIPTS = ("leaflet.js", "leaflet.markercluster.js", "kanjing_map.js")
STYLES = ("leaflet.css", "MarkerCluster.css", "kanjing_map.css")


def _popup(rank: int, offer: SiteOffer, total: int, phrases: Phrases, lang: str) -> dict[str, Any]:
    """Rows of text that the page shows for one site."""
    site = offer.site

    def say(code: str, **values: str | float) -> str:
        return phrases.say(code, lang, values)

    direct = sum(match.direct for match in offer.matches)
    stand_ins = len(offer.matches) - direct
    rows = [
        [
            say("map_scenes"),
            say("map_scene_counts", direct=direct, stand_in=stand_ins, total=total),
        ],
        [say("map_cost"), figure(offer.cost.priced, lang)],
        [say("map_subsidy"), figure(offer.subsidy.amount, lang)],
        [say("map_uplift"), figure(offer.uplift.visits, lang)],
        [say("map_position"), say(f"coord_{site.coord_basis}", metres=site.coord_uncertainty_m)],
    ]
    where = site.city_en if lang == "en" else f"{site.city_zh} {site.district_zh or ''}".strip()
    reasons: Sequence[Reason] = [*offer.reasons, *offer.cost.reasons, *offer.subsidy.reasons]
    return {
        "rank": rank,
        "name": site_name(site, lang),
        "place": f"{say(f'kind_{site.kind}')} · {where}",
        "lat": site.lat,
        "lon": site.lon,
        "kind": list(Kind).index(site.kind),
        "exact": site.exact,
        "rows": rows,
        "why": [phrases.tell(reason, lang) for reason in reasons],
        "sources": [cite(source) for source in site.sources[:6]],
    }


def write_map(
    ranking: Ranking,
    script: Script,
    base: BaseMap,
    phrases: Phrases,
    leaflet: Path,
    path: Path,
    lang: str,
) -> Path:
    """Write the ranked sites as a self-contained HTML map; ExportError when it cannot be."""
    total = len(script.played)
    served = [i for i in ranking.site_order.index if ranking.sites[i].matches]
    cities = {offer.site.adcode for offer in ranking.sites}
    data = {
        **base_data(base, cities),
        "sites": [
            _popup(rank, ranking.sites[i], total, phrases, lang) for rank, i in enumerate(served, 1)
        ],
        "kinds": [phrases.say(f"kind_{kind}", lang) for kind in Kind],
        "credit": phrases.say("map_credit", lang, {"credit": base.credit}),
        "why": phrases.say("map_why", lang),
        "from": phrases.say("map_sources", lang),
    }
    title = phrases.say("map_title", lang)
    page = leaflet_page(leaflet, SCRIPTS, STYLES, title, "drawKanjing", data)
    with exported_file(path) as part:
        part.write_text(page, encoding="utf-8")
    return path
