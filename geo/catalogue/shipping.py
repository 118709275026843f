"""Bringing in the places that ship: a newer figure reaches every field that nobody edited."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from geo.catalogue.log import refresh, rows_said, take
from geo.catalogue.log_rows import edited, keep_shipped, pieces, shipped_said
from geo.catalogue.open_file import count_writing
from geo.catalogue.rows import write_sites
from geo.catalogue.saving import begun, changes
from geo.catalogue.sealed_rows import keep_sealed
from geo.catalogue.seed import Seed, read_seed
from geo.catalogue.sessions import Sessions
from geo.catalogue.site_fields import PICTURES, RETIRED, Values, fields_of
from geo.catalogue.tables import SEED_DATE, SEED_DIGEST, MetaRow, SiteRow, now
from geo.model import Site
from geo.model.field import SITE, FieldKey, Hand, Why
from geo.progress import Job, Step

BATCH = 100


def fill(sessions: Sessions, seed: Seed) -> Job[None]:
    """Bring in the shipped sites, new or changed; what anybody edited says what they said.

    A place that ships no more is retired, unless somebody made it their own.
    """
    sites = read_seed(seed.folder)
    with sessions.writing() as session:
        count_writing(session)
        for start in range(0, len(sites), BATCH):
            _ship(session, sites[start : start + BATCH])
            yield Step("catalogue_fill", min(start + BATCH, len(sites)), len(sites))
        _retire_gone(session, {site.id for site in sites})
        session.merge(MetaRow(key=SEED_DATE, value=seed.date))
        session.merge(MetaRow(key=SEED_DIGEST, value=seed.digest))


def _ship(session: Session, sites: Sequence[Site]) -> None:
    ids = [site.id for site in sites]
    touched = edited(session, SITE, ids)
    own = select(SiteRow.id).where(SiteRow.id.in_(ids), SiteRow.by_hand.is_(True))
    typed = set(session.scalars(own)) - touched
    _keep_typed(session, [site for site in sites if site.id in typed])
    plain = [site for site in sites if site.id not in touched | typed]
    write_sites(session, plain)
    keep_sealed(session, SITE, {site.id: {} for site in plain})
    _list(session, [site.id for site in plain], retired=False)
    again = [site for site in sites if site.id in touched]
    before = shipped_said(session, SITE, touched)
    keep_shipped(session, SITE, {one.id: _newer(one, before.get(one.id, {})) for one in again})
    refresh(session, SITE, [site.id for site in again])


def _newer(site: Site, before: Values) -> Values:
    """What ships of a site now; photos that hung there before there was a log stay."""
    hung = {key: told for key, told in before.items() if key.startswith(PICTURES)}
    return {**fields_of(site), **hung}


def _keep_typed(session: Session, sites: Sequence[Site]) -> None:
    """What was typed before there was a log becomes edits of what ships."""
    held = rows_said(session, SITE, [site.id for site in sites])
    by = begun(Hand(why=Why.IMPORTED))
    for site in sites:
        said, ships = held[site.id], fields_of(site)
        typed = changes(FieldKey(SITE, site.id, ""), said, ships, ships, {}, by)
        take(session, typed)
        keep_shipped(session, SITE, {site.id: ships})
        refresh(session, SITE, [site.id])


def _retire_gone(session: Session, shipping: set[str]) -> None:
    held = session.scalars(select(SiteRow.id).where(SiteRow.by_hand.is_(False)))
    gone = sorted(set(held) - shipping)
    said = shipped_said(session, SITE, gone)
    keep_shipped(session, SITE, {one: {**told, RETIRED: True} for one, told in said.items()})
    refresh(session, SITE, sorted(said))
    _list(session, [one for one in gone if one not in said], retired=True)


def _list(session: Session, ids: Sequence[str], *, retired: bool) -> None:
    for piece in pieces(ids):
        mine = update(SiteRow).where(SiteRow.id.in_(piece), SiteRow.retired.is_(not retired))
        session.execute(mine.values(retired=retired, updated_at=now()))
