"""Places: look up, add, change, retire, bring in from a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.actions.workspace import Workspace
from geo.catalogue import read_layer
from geo.model import Kind, Site
from geo.progress import Job, Step


def list_sites(
    ws: Workspace,
    *,
    city: str | None = None,
    kind: Kind | None = None,
    scene_type: str | None = None,
) -> tuple[Site, ...]:
    """List the sites of the catalogue that are not retired, narrowed where asked."""
    return ws.store.sites(city=city, kind=kind, scene_type=scene_type)


def save_site(ws: Workspace, site: Site) -> None:
    """Keep a site as the user gave it."""
    ws.store.save_site(site)


def retire_site(ws: Workspace, site_id: str) -> None:
    """Take a site out of every list; nothing is deleted."""
    ws.store.retire_site(site_id)


def add_photos(ws: Workspace, site_id: str, paths: Sequence[Path]) -> Site:
    """Copy photos into the user's folder and hang them on a site."""
    return ws.store.add_photos(site_id, paths)


def import_sites(ws: Workspace, path: Path, datum: str) -> Job[tuple[Site, ...]]:
    """Bring in the places of a table or layer; ``datum`` is wgs84, gcj02 or bd09."""
    sites = yield from read_layer(path, datum)
    for number, site in enumerate(sites):
        yield Step("import_keep", number, len(sites))
        ws.store.save_site(site)
    return sites
