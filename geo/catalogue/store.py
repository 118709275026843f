"""The catalogue as the rest of the house sees it: sites in, sites out, kind errors."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from geo.catalogue.edit_log import keep, said_shown
from geo.catalogue.kept_projects import KeptProjects
from geo.catalogue.kept_records import KeptRecords, unlocked
from geo.catalogue.log import said_now
from geo.catalogue.log_rows import by_record, edits_of_records, pieces, shown_edits
from geo.catalogue.photos import keep_photos
from geo.catalogue.rows import read_sites
from geo.catalogue.saving import begun, changes, decision
from geo.catalogue.sealed_rows import with_quotes
from geo.catalogue.site_fields import COVER, RETIRED, Values, fields_of, site_of
from geo.catalogue.tables import SEED_DATE, MetaRow, SiteRow, SiteSceneRow
from geo.errors import CatalogueError
from geo.model import Kind, Site
from geo.model.field import SITE, Edit, FieldKey, Hand

NOBODY = Hand()


class Store(KeptRecords, KeptProjects):
    """An open catalogue file: its places, what is kept beside them, and the log of both."""

    def sites(
        self,
        city: str | None = None,
        kind: Kind | None = None,
        scene_type: str | None = None,
        *,
        include_retired: bool = False,
    ) -> tuple[Site, ...]:
        """Sites by id. ``city`` is its name (苏州, 苏州市) or its code.

        Asked for all of them, it reads the file again only when somebody has written to it.
        """
        if (city, kind, scene_type, include_retired) == (None, None, None, False):
            return self._all()
        chosen = select(SiteRow.id)
        if not include_retired:
            chosen = chosen.where(SiteRow.retired.is_(False))
        if city is not None:
            names = (city, city.removesuffix("市"))
            chosen = chosen.where(or_(SiteRow.city_zh.in_(names), SiteRow.adcode == city))
        if kind is not None:
            chosen = chosen.where(SiteRow.kind == kind.value)
        if scene_type is not None:
            serving = select(SiteSceneRow.site_id).where(SiteSceneRow.scene_type == scene_type)
            chosen = chosen.where(SiteRow.id.in_(serving))
        return self._chosen(chosen)

    def _chosen(self, chosen: Select[str]) -> tuple[Site, ...]:
        with self._sessions.reading() as session:
            return self._with_photos(_read_shown(session, chosen))

    def _all(self) -> tuple[Site, ...]:
        """All sites that are not retired, the same tuple until the file changes."""
        stamp, read = self._stamp(), self._read
        if read is None or read[0] != stamp:
            read = stamp, self._chosen(select(SiteRow.id).where(SiteRow.retired.is_(False)))
            self._read = read
        return read[1]

    def site(self, site_id: str) -> Site:
        """One site, retired or not. Raises CatalogueError site_unknown."""
        with self._sessions.reading() as session:
            found = _read_shown(session, select(SiteRow.id).where(SiteRow.id == site_id))
        if not found:
            raise CatalogueError("site_unknown", site=site_id)
        return self._with_photos(found)[0]

    def counts(self) -> Mapping[str, Mapping[Kind, int]]:
        """How many sites of each kind each city has, retired ones left out."""
        query = (
            select(SiteRow.city_zh, SiteRow.kind, func.count())
            .where(SiteRow.retired.is_(False))
            .group_by(SiteRow.city_zh, SiteRow.kind)
        )
        found: dict[str, Counter[Kind]] = {}
        with self._sessions.reading() as session:
            for city, kind, count in session.execute(query):
                found.setdefault(city, Counter())[Kind(kind)] = count
        return found

    def catalogue_date(self) -> str | None:
        """The day (ISO) of the shipped sites that the file holds."""
        with self._sessions.reading() as session:
            return session.scalar(select(MetaRow.value).where(MetaRow.key == SEED_DATE))

    def save_site(self, site: Site, *, seen: Site | None = None, by: Hand = NOBODY) -> Site:
        """Create a site or change it by hand; photos from elsewhere are copied in.

        Only what differs from ``seen`` (None: from what stands now) is written; what somebody else
        has changed since then is a question afterwards, never lost. Raises CatalogueError
        site_incomplete (with the field), parent_unknown, value_unsound, SyncError vault_locked for
        quotes while they are locked, or what is wrong with the file or the disk.
        """
        _check(site)
        kept = replace(site, photos=self._kept_photos(site.photos))
        with self._writing() as session:
            _check_parent(session, site)
            self._save(session, [(kept, seen)], begun(by))
        return self.site(site.id)

    def save_sites(self, sites: Iterable[Site], *, by: Hand = NOBODY) -> None:
        """Create or change many sites by hand in one go: all of them or, on an error, none."""
        sites = tuple(sites)
        for site in sites:
            _check(site)
        kept = [(replace(one, photos=self._kept_photos(one.photos)), None) for one in sites]
        by = begun(by)
        with self._writing() as session:
            for piece in pieces(kept):
                self._save(session, piece, by)

    def retire_site(self, site_id: str, *, retired: bool = True, by: Hand = NOBODY) -> None:
        """Leave a site and its child sets out of all lists, or (False) take them back.

        Raises CatalogueError site_unknown.
        """
        by = begun(by)
        with self._writing() as session:
            self._known(session, site_id)
            mine = or_(SiteRow.id == site_id, SiteRow.parent == site_id)
            ids = tuple(session.scalars(select(SiteRow.id).where(mine)))
            said = said_now(session, SITE, ids)
            logs = by_record(edits_of_records(session, SITE, ids))
            made: list[Edit] = []
            for one in ids:
                key = FieldKey(SITE, one, RETIRED)
                log = logs.get(one, {}).get(RETIRED, ())
                made += decision(key, retired or None, said[one].get(RETIRED), log, by)
            keep(session, made)

    def add_photos(self, site_id: str, paths: Iterable[Path], *, by: Hand = NOBODY) -> Site:
        """Copy photos into the data folder and add them to a site.

        Raises CatalogueError site_unknown, photo_unreadable, disk_full, catalogue_read_only.
        """
        self.site(site_id)
        kept = self._kept_photos(map(str, paths))
        with self._writing() as session:
            site = self._known(session, site_id)
            hung = tuple(dict.fromkeys((*site.photos, *kept)))
            self._save(session, [(replace(site, photos=hung), None)], begun(by))
        return self.site(site_id)

    def set_photos(self, site_id: str, photos: Iterable[str], *, by: Hand = NOBODY) -> Site:
        """Hang just these photos on a site, in this order; no file is deleted.

        Raises as ``add_photos``.
        """
        self.site(site_id)
        kept = self._kept_photos(photos)
        with self._writing() as session:
            site = self._known(session, site_id)
            self._save(session, [(replace(site, photos=kept), None)], begun(by))
        return self.site(site_id)

    def _known(self, session: Session, site_id: str) -> Site:
        """A site as it stands, its photos relative. Raises CatalogueError site_unknown."""
        found = _read_shown(session, select(SiteRow.id).where(SiteRow.id == site_id))
        if not found:
            raise CatalogueError("site_unknown", site=site_id)
        return found[0]

    def _save(self, session: Session, sites: Sequence[tuple[Site, Site | None]], by: Hand) -> None:
        """Write what differs from what was seen; photos of the sites are relative already."""
        ids = [site.id for site, _ in sites]
        said, held = said_shown(session, SITE, ids)
        logs = by_record(shown_edits(session, edits_of_records(session, SITE, ids)))
        made: list[Edit] = []
        for site, seen in sites:
            told = said.get(site.id, {})
            stands = _as_shown(site.id, told)
            known = stands if seen is None else self._as_seen(seen, stands)
            wanted = fields_of(site, site.photos)
            if COVER in stands:
                # nobody names a cover by hand: the first photo is
                kept = told[COVER] in site.photos and site.photos[0] == told[COVER]
                wanted[COVER] = told[COVER] if kept else next(iter(site.photos), None)
            locked = [one.field for one in held if one.record == site.id]
            wanted = unlocked(wanted, known, stands, locked)
            known = unlocked(known, known, stands, locked)
            key = FieldKey(SITE, site.id, "")
            made += changes(key, wanted, known, stands, logs.get(site.id, {}), by)
        keep(session, made)

    def _as_seen(self, seen: Site, stands: Values) -> Values:
        """What somebody saw of a site, its photos by full path."""
        photos = (Path(one) for one in seen.photos)
        inside = [
            one.relative_to(self._home).as_posix()
            for one in photos
            if one.is_relative_to(self._home)
        ]
        cover = {COVER: stands[COVER]} if COVER in stands else {}
        return {**fields_of(seen, inside), **cover}

    def _kept_photos(self, photos: Iterable[str]) -> tuple[str, ...]:
        """Photos relative to the data folder, copied into it where they lie elsewhere."""
        photos = tuple(photos)
        if photos:
            self._sessions.refuse_read_only()
        return keep_photos(self._home, (self._home / photo for photo in photos))

    def _with_photos(self, sites: tuple[Site, ...]) -> tuple[Site, ...]:
        """Photos as full paths; the file has them relative, so that its folder can move."""
        return tuple(
            replace(site, photos=tuple(str(self._home / photo) for photo in site.photos))
            if site.photos
            else site
            for site in sites
        )


def _read_shown(session: Session, chosen: Select[str]) -> tuple[Site, ...]:
    """Sites by id, with the quotes that can be read in this window."""
    return with_quotes(session, read_sites(session, chosen), chosen)


def _as_shown(site_id: str, said: Values) -> Values:
    """What stands, as the site that is shown says it; its cover as it was named."""
    site = site_of(site_id, said, by_hand=True)
    if site is None:
        return {}
    cover = said.get(COVER)
    return {**fields_of(site, site.photos), **({} if cover is None else {COVER: cover})}


def _check_parent(session: Session, site: Site) -> None:
    if site.parent is not None and (
        site.parent == site.id or session.get(SiteRow, site.parent) is None
    ):
        raise CatalogueError("parent_unknown", parent=site.parent)


def _check(site: Site) -> None:
    wrong = {
        "id": not site.id.strip(),
        "name_zh": not site.name_zh.strip(),
        "city_zh": not site.city_zh.strip(),
        "lat": not (math.isfinite(site.lat) and abs(site.lat) <= 90),
        "lon": not (math.isfinite(site.lon) and abs(site.lon) <= 180),
    }
    for field, is_wrong in wrong.items():
        if is_wrong:
            raise CatalogueError("site_incomplete", field=field)
