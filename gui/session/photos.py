"""Photos of places: hung on, put in order, taken off, and put back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from geo.model import Scalar, Site
from geo.progress import Job, Step
from gui.pictures import readable
from gui.session.api import Actions
from gui.session.core import as_job
from gui.session.finding import Finding

if TYPE_CHECKING:
    from geo.actions import Workspace

NAMES_TOLD = 3


def hang_photos(
    actions: Actions, ws: Workspace, site_id: str, paths: Sequence[Path], who: str = ""
) -> Job[tuple[Site | None, tuple[str, ...]]]:
    """Copy what can be shown to a place; the place after, and the names of what cannot."""
    good: list[Path] = []
    bad: list[str] = []
    for number, path in enumerate(paths):
        yield Step("site.photos", number, len(paths))
        if readable(path):
            good.append(path)
        else:
            bad.append(path.name)
    return actions.add_photos(ws, site_id, good, who) if good else None, tuple(bad)


class Photos(Finding):
    """Photos change no ranking: nothing is priced again for them."""

    _hung_before: tuple[str, tuple[str, ...]] | None = None

    def add_photos(self, site_id: str, paths: Sequence[Path]) -> None:
        """Copy photos to a place; files that are none are left out, and told of."""
        if self._ws is None:
            return

        def done(answer: tuple[Site | None, tuple[str, ...]]) -> None:
            site, refused = answer
            if site is not None:
                before = self._swap_photos(site)
                count = len(site.photos) - len(before)
                values: dict[str, Scalar] = {"name": site.name_zh, "count": count}
                self.tell("photos", "photos_added", values)
            if refused:
                self.tell_refused(refused)

        job = hang_photos(self._actions, self._ws, site_id, paths, self._who)
        self.ask("site", job, done, write=True)

    def tell_refused(self, names: Sequence[str]) -> None:
        """Say which files were no photos that can be shown."""
        told = "、".join(names[:NAMES_TOLD]) + (" …" if len(names) > NAMES_TOLD else "")
        values: dict[str, Scalar] = {"names": told, "count": len(names)}
        self.tell("photos_refused", "photos_refused", values, level="warn")

    def remove_photo(self, site_id: str, path: str) -> None:
        """Take a photo off a place; its file stays, so that it can come back."""
        site = self.state.site(site_id)
        if site is not None and path in site.photos:
            left = tuple(one for one in site.photos if one != path)
            self._hang(site_id, left, "photo_removed")

    def make_cover(self, site_id: str, path: str) -> None:
        """Show this photo first."""
        site = self.state.site(site_id)
        if site is not None and path in site.photos[1:]:
            rest = (one for one in site.photos if one != path)
            self._hang(site_id, (path, *rest), "photo_cover")

    def revert_photos(self) -> None:
        """Hang the photos as they were before the last change; that can come back too."""
        if self._hung_before is not None:
            self._hang(*self._hung_before, "photos_back")

    def _hang(self, site_id: str, photos: tuple[str, ...], code: str) -> None:
        if self._ws is None:
            return
        ws = self._ws

        def done(site: Site) -> None:
            self._swap_photos(site)
            self.tell("photos", code, {"name": site.name_zh})

        who = self._who
        work = as_job("site.photos", lambda: self._actions.set_photos(ws, site_id, photos, who))
        self.ask("site", work, done, write=True)

    def _swap_photos(self, site: Site) -> tuple[str, ...]:
        """Show the place with its new photos; those it had before."""
        old = self.state.site(site.id)
        before = old.photos if old is not None else ()
        self._hung_before = site.id, before
        sites = tuple(site if one.id == site.id else one for one in self.state.sites)
        self.put(sites=sites)
        return before
