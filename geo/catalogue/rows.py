"""Between rows and sites: the whole list in one query for each table, no row leaves."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, TypeVar, cast

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Select,
    Table,
    Text,
    delete,
    insert,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session

from geo.catalogue.tables import (
    Base,
    HireRow,
    PartRow,
    PhotoRow,
    ProductionRow,
    SiteLevelRow,
    SiteRow,
    SiteSceneRow,
    SourceRow,
    now,
)
from geo.model import (
    Basis,
    Exposure,
    Hire,
    Kind,
    Level,
    Site,
    SiteScene,
    Source,
    VenueClass,
)

T = TypeVar("T")
Grouped = Mapping[str, tuple[T, ...]]
Record = dict[str, Any]

LISTS = ("levels", "scene_types", "hires", "known_productions", "sources", "photos")
# the catalogue names a source as its work is: it has no columns for other names
NO_COLUMN = ("title_en", "publisher_en")
SCALARS = tuple(each.name for each in fields(Site) if each.name not in LISTS)
_KINDS = {kind.value: kind for kind in Kind}
_CLASSES = {one.value: one for one in VenueClass}
PARTS = (SiteSceneRow, SiteLevelRow, HireRow, ProductionRow, SourceRow)


def read_sites(session: Session, chosen: Select[str] | None = None) -> tuple[Site, ...]:
    """Sites by id. ``chosen`` selects the ids wanted; None is all, retired ones too."""
    table = _table(SiteRow)
    query = select(*(_as_stored(table.c[name]) for name in SCALARS)).order_by(table.c.id)
    if chosen is not None:
        query = query.where(table.c.id.in_(chosen))
    scenes = _parts(session, SiteSceneRow, SiteScene, _scene, chosen)
    levels = _parts(session, SiteLevelRow, Level, Level, chosen)
    hires = _parts(session, HireRow, Hire, _hire, chosen)
    sources = _parts(session, SourceRow, Source, _source, chosen)
    works = _parts(session, ProductionRow, None, str, chosen)
    photos = _parts(session, PhotoRow, None, str, chosen)
    made = []
    for row in session.connection().execute(query):
        values: Record = dict(zip(SCALARS, row, strict=True))
        key = values["id"]
        values["kind"] = _KINDS[values["kind"]]
        values["venue_class"] = _CLASSES[values["venue_class"]]
        values["eras"] = _listed(values["eras"]) or ()
        values["closed_weekdays"] = _listed(values["closed_weekdays"])
        made.append(
            Site(
                **values,
                scene_types=scenes.get(key, ()),
                levels=levels.get(key, ()),
                hires=hires.get(key, ()),
                sources=sources.get(key, ()),
                known_productions=works.get(key, ()),
                photos=photos.get(key, ()),
            )
        )
    return tuple(made)


def write_sites(session: Session, sites: Iterable[Site]) -> None:
    """Create or replace sites with all their lists but the photos."""
    sites = tuple(sites)
    ids = [site.id for site in sites]
    known = set(session.scalars(select(SiteRow.id).where(SiteRow.id.in_(ids))))
    stamps = {"created_at": now(), "updated_at": now(), "retired": False}
    new = [_scalars(site) for site in sites if site.id not in known]
    if new:
        # a child set may stand before its base: tie them once both are there
        session.execute(insert(_table(SiteRow)), [{**row, "parent": None, **stamps} for row in new])
    changed = [row for row in map(_scalars, sites) if row["id"] in known or row["parent"]]
    if changed:
        session.execute(update(SiteRow), [{**row, "updated_at": now()} for row in changed])
    for row_class in PARTS:
        if known:
            session.execute(delete(row_class).where(row_class.site_id.in_(known)))
        rows = [row for site in sites for row in _part_rows(row_class, site)]
        if rows:
            session.execute(insert(_table(row_class)), rows)


def drop_sites(session: Session, ids: Iterable[str]) -> None:
    """Take rows of sites away; child sets stand without a base then."""
    gone = set(session.scalars(select(SiteRow.id).where(SiteRow.id.in_(list(ids)))))
    if gone:
        table = _table(SiteRow)
        session.execute(update(table).where(table.c.parent.in_(gone)).values(parent=None))
        for row_class in (*PARTS, PhotoRow):
            session.execute(delete(row_class).where(row_class.site_id.in_(gone)))
        session.execute(delete(table).where(table.c.id.in_(gone)))


def write_hires(session: Session, hires: Mapping[str, Sequence[Hire]]) -> None:
    """Replace the prices of the sites named."""
    session.execute(delete(HireRow).where(HireRow.site_id.in_(hires)))
    rows = [
        row
        for site_id, told in hires.items()
        for row in _numbered(site_id, [_record(Hire, one) for one in told])
    ]
    if rows:
        session.execute(insert(_table(HireRow)), rows)


def write_photos(session: Session, photos: Mapping[str, Iterable[str]]) -> None:
    """Replace the photos of the sites named."""
    session.execute(delete(PhotoRow).where(PhotoRow.site_id.in_(photos)))
    rows = [
        row
        for site_id, paths in photos.items()
        for row in _numbered(site_id, [{"path": path} for path in dict.fromkeys(paths)])
    ]
    if rows:
        session.execute(insert(_table(PhotoRow)), rows)


def _table(row_class: type[Base]) -> Table:
    """Tables instead of mapped classes: lists are read and written without row objects."""
    return cast("Table", row_class.__table__)


def _scalars(site: Site) -> Record:
    values = {name: getattr(site, name) for name in SCALARS}
    return values | {
        "kind": site.kind.value,
        "venue_class": site.venue_class.value,
        "eras": list(site.eras),
        "closed_weekdays": None if site.closed_weekdays is None else list(site.closed_weekdays),
    }


def _part_rows(row_class: type[PartRow], site: Site) -> list[Record]:
    if row_class is SiteSceneRow:
        found: list[Record] = [_record(SiteScene, each) for each in site.scene_types]
    elif row_class is SiteLevelRow:
        found = [_record(Level, each) for each in site.levels]
    elif row_class is HireRow:
        found = [_record(Hire, each) for each in site.hires]
    elif row_class is SourceRow:
        found = [_record(Source, each) for each in site.sources]
    else:
        found = [{"title": title} for title in site.known_productions]
    return _numbered(site.id, found)


def _numbered(site_id: str, rows: Iterable[Record]) -> list[Record]:
    return [{"site_id": site_id, "position": at, **row} for at, row in enumerate(rows)]


def _record(model: type[Any], value: object) -> Record:
    found = {name: getattr(value, name) for name in _columns(model)}
    if "supports" in found:
        found["supports"] = list(found["supports"])
    return found


def _parts(
    session: Session,
    row_class: type[PartRow],
    model: type[Any] | None,
    make: Callable[..., T],
    chosen: Select[str] | None,
) -> Grouped[T]:
    """The entries of one table by site, each made by ``make`` of the fields of ``model``."""
    names = _columns(model) if model else [_only_column(row_class)]
    table = _table(row_class)
    columns = (_as_stored(table.c[name]) for name in names)
    query = select(table.c.site_id, *columns).order_by(table.c.site_id, table.c.position)
    if chosen is not None:
        query = query.where(table.c.site_id.in_(chosen))
    found: defaultdict[str, list[T]] = defaultdict(list)
    # sites share sources, levels and scene types: what is alike is made once
    known: dict[Sequence[Any], T] = {}
    for row in session.connection().execute(query):
        values = row[1:]
        one = known.get(values)
        if one is None:
            one = known[values] = make(*values)
        found[row[0]].append(one)
    return {key: tuple(values) for key, values in found.items()}


def _as_stored(column: Column[Any]) -> ColumnElement[Any]:
    """A list as the text that is stored, which can be compared before it is read."""
    return type_coerce(column, Text) if isinstance(column.type, JSON) else column


@lru_cache(maxsize=4096)
def _listed(text: str | None) -> tuple[Any, ...] | None:
    return None if text is None else tuple(json.loads(text))


def _columns(model: type[Any]) -> list[str]:
    return [each.name for each in fields(model) if each.name not in NO_COLUMN]


def _only_column(row_class: type[PartRow]) -> str:
    return "path" if row_class is PhotoRow else "title"


def _scene(scene_type: str, exposure: str, sourced: bool) -> SiteScene:
    return SiteScene(scene_type, Exposure(exposure), sourced)


def _hire(amount: float, per: str, basis: str, who: str, date: str, until: str) -> Hire:
    return Hire(amount, per, Basis(basis), who, date, until)


def _source(
    title: str,
    publisher: str,
    date: str | None,
    url: str | None,
    link_safe: bool,
    supports: str,
    confidence: str | None,
) -> Source:
    return Source(title, publisher, date, url, link_safe, _listed(supports) or (), confidence)
