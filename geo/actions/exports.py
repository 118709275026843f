"""Files to hand out: the map, the workbook."""

from __future__ import annotations

from pathlib import Path

from geo.actions.workspace import Workspace, load_basemap
from geo.model import Defence, Ranking, Script
from geo.progress import Job, Step


def export_map(ws: Workspace, ranking: Ranking, script: Script, path: Path, lang: str) -> Job[Path]:
    """Write the ranked sites as one HTML file that needs no network."""
    # Folium takes half a second to import, so only who exports pays for it
    from geo.present.web_map import write_map

    base = yield from load_basemap(ws)
    yield Step("export_draw")
    return write_map(ranking, script, base, ws.phrases, ws.assets / "leaflet", path, lang)


def export_ranking(
    ws: Workspace,
    ranking: Ranking,
    script: Script,
    path: Path,
    lang: str,
    defence: Defence | None = None,
) -> Job[Path]:
    """Write sites, cities, cost lines, policies and sources as a workbook.

    With a ``defence`` of the ranking also how firm the order is and what to find out next.
    """
    from geo.present.workbook import write_workbook

    yield Step("export_write")
    return write_workbook(ranking, script, ws.phrases, path, lang, defence)
