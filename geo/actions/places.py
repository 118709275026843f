"""Places: look up, add, change, retire, bring in from a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from geo.actions.workspace import Workspace
from geo.catalogue import Datum, own_id, read_layer, to_wgs84
from geo.catalogue import locate as place_in_county
from geo.errors import CatalogueError, ImportLayerError
from geo.model import Kind, Layer, Site
from geo.model.field import Hand, Why
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


def known_sites(ws: Workspace, asked: Iterable[str]) -> Mapping[str, Site]:
    """The places by id, retired ones too; one that was never in this catalogue is left out."""
    found: dict[str, Site] = {}
    for site_id in dict.fromkeys(asked):
        try:
            found[site_id] = ws.store.site(site_id)
        except CatalogueError as error:
            if error.code != "site_unknown":
                raise
    return found


def settle_site(ws: Workspace, site: Site, datum: str) -> Site:
    """Give a place told by hand its id, its WGS-84 point, and the city and county it lies in.

    Raises ImportLayerError("layer_datum") for an unknown ``datum``.
    """
    if datum not in tuple(Datum):
        raise ImportLayerError("layer_datum", datum=datum)
    lat, lon = (float(value) for value in to_wgs84(site.lat, site.lon, Datum(datum)))
    settled = place_in_county(replace(site, lat=lat, lon=lon))
    base = ws.store.site(site.parent) if site.parent is not None else None
    if base is not None and (base.lat, base.lon) == (site.lat, site.lon):
        # a set lies where its base lies, also where that is a zone without an outline
        settled = replace(settled, adcode=base.adcode, district_zh=base.district_zh)
        settled = replace(settled, city_zh=base.city_zh, city_en=base.city_en)
    else:
        settled = replace(settled, city_en=_english_city(ws, settled))
    return replace(settled, id=site.id or _free_id(ws, own_id(site.name_zh, lat, lon)))


def _english_city(ws: Workspace, site: Site) -> str:
    """The city as its other places call it; its Chinese name where nobody does."""
    known = (one.city_en for one in ws.store.sites(city=site.city_zh))
    return next((name for name in known if name and name != site.city_zh), site.city_zh)


def _free_id(ws: Workspace, wanted: str) -> str:
    """A new place never takes over another's record, nor that of one no longer listed."""
    taken = {site.id for site in ws.store.sites(include_retired=True)}
    numbered = (f"{wanted}-{number}" for number in count(2))
    return next(one for one in chain((wanted,), numbered) if one not in taken)


def save_site(ws: Workspace, site: Site, seen: Site | None = None, who: str = "") -> Site:
    """Keep a site as the user gave it, who had it before the eyes as ``seen``.

    What another window changed of it meanwhile stays, or becomes a question.
    """
    return ws.store.save_site(site, seen=seen, by=Hand(who))


def retire_site(ws: Workspace, site_id: str, *, retired: bool = True, who: str = "") -> None:
    """Take a site out of every list, or bring it back; nothing is deleted."""
    ws.store.retire_site(site_id, retired=retired, by=Hand(who))


def add_photos(ws: Workspace, site_id: str, paths: Sequence[Path], who: str = "") -> Site:
    """Copy photos into the user's folder and hang them on a site."""
    return ws.store.add_photos(site_id, paths, by=Hand(who))


def set_photos(ws: Workspace, site_id: str, photos: Sequence[str], who: str = "") -> Site:
    """Hang just these photos on a site, the first of them first; files stay where they are."""
    return ws.store.set_photos(site_id, photos, by=Hand(who))


def import_sites(ws: Workspace, path: Path, datum: str) -> Job[Layer]:
    """Bring in the places of a table or layer; ``datum`` is wgs84, gcj02 or bd09.

    The answer also tells which rows could not be taken as they stood, and why.
    """
    types = ws.vocabulary.scene_types
    names = {word: code for code, kind in types.items() for word in kind.synonyms}
    # what a type is called is no synonym of another
    names |= {word: code for code, kind in types.items() for word in (code, kind.zh, kind.en)}
    layer = yield from read_layer(path, datum, names)
    yield Step("import_keep", 0, len(layer.sites))
    ws.store.save_sites(layer.sites, by=Hand(why=Why.IMPORTED))
    return layer
