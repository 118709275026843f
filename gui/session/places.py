"""The catalogue as the user changes it, and files written out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from geo.model import Hire, Ranking, Script, Site
from geo.progress import Job, Step
from gui.session.api import Actions, Layer
from gui.session.core import as_job
from gui.session.homecoming import Homecoming
from gui.session.listed import Listed
from gui.session.photos import hang_photos

if TYPE_CHECKING:
    from geo.actions import Workspace

Sites: TypeAlias = tuple[Site, ...]
Write: TypeAlias = Callable[["Workspace", Ranking, Script, Path, str], Job[Path]]


def _keep_site(
    actions: Actions,
    ws: Workspace,
    site: Site,
    photos: Sequence[Path],
    datum: str | None,
    seen: Site | None = None,
    who: str = "",
) -> Job[tuple[Site, Sites, tuple[str, ...]]]:
    """Write a site (a new one is first placed on earth), then its photos.

    The site, all sites after, and the names of the files that were no photos.
    """
    yield Step("site.save")
    if datum is not None:
        site = actions.settle_site(ws, site, datum)
    actions.save_site(ws, site, seen, who)
    _, refused = yield from hang_photos(actions, ws, site.id, photos, who)
    return site, Listed(actions.list_sites(ws)).prepare(), refused


def _import_layer(
    actions: Actions, ws: Workspace, path: Path, datum: str
) -> Job[tuple[Layer, Sites]]:
    layer = yield from actions.import_sites(ws, path, datum)
    return layer, Listed(actions.list_sites(ws)).prepare()


class Session(Homecoming):
    """All that can be asked of the program from its window."""

    _replaced: Site | None = None

    def add_site(self, site: Site, datum: str, photos: Sequence[Path] = ()) -> None:
        """Keep a new place; its degrees are on ``datum`` and may lie in any county of China."""
        self._keep(site, photos, datum)

    def save_site(
        self, site: Site, photos: Sequence[Path] = (), *, datum: str | None = None
    ) -> None:
        """Keep what changed of a place, with new photos, and rank again.

        ``datum`` is told when the place was moved: its new degrees are on it.
        """
        self._keep(site, photos, datum)

    def _keep(self, site: Site, photos: Sequence[Path], datum: str | None) -> None:
        if self._ws is None:
            return
        before = self.state.site(site.id)

        def done(answer: tuple[Site, Sites, tuple[str, ...]]) -> None:
            kept, sites, refused = answer
            self._take_sites(sites)
            self.select(site=kept.id)
            self._replaced = before
            code = "site_added" if before is None else "site_saved"
            self.tell("site", code, {"name": kept.name_zh, "site": kept.id})
            if refused:
                self.tell_refused(refused)
            # another window may have said something else of it meanwhile
            self.load_contested()

        job = _keep_site(self._actions, self._ws, site, photos, datum, before, self._who)
        self.ask("site", job, done, write=True)

    def revert_site(self) -> None:
        """Put the place that was changed last back as it was; the change can come back too."""
        if self._replaced is not None:
            self.save_site(self._replaced)

    def quote_price(self, site_id: str, hire: Hire) -> None:
        """Keep a price told on the phone."""
        site = self.state.site(site_id)
        if site is not None:
            self.save_site(replace(site, hires=(*site.hires, hire)))

    def retire_site(self, site_id: str, *, retired: bool = True) -> None:
        """Take a place and its sets out of every list, or bring them back."""
        if self._ws is None:
            return
        ws, gone = self._ws, self.state.site(site_id)

        def work() -> Sites:
            self._actions.retire_site(ws, site_id, retired=retired, who=self._who)
            return Listed(self._actions.list_sites(ws)).prepare()

        def done(sites: Sites) -> None:
            if retired and self.state.selection.site == site_id:
                self.unselect("site")
            self._take_sites(sites)
            site = gone if retired else self.state.site(site_id)
            if site is not None:
                code = "site_retired" if retired else "site_restored"
                self.tell("site", code, {"name": site.name_zh, "site": site_id})
            if not retired:
                self.select(site=site_id)

        self.ask("site", as_job("site.retire", work), done, write=True)

    def import_sites(self, path: Path, datum: str) -> None:
        """Take in a table or layer of places whose coordinates are in ``datum``."""
        if self._ws is None:
            return
        self.forget_notes("import")

        def done(answer: tuple[Layer, Sites]) -> None:
            layer, sites = answer
            self._take_sites(sites)
            level = "warn" if layer.notes else "ok"
            self.tell(
                "import",
                "sites_imported",
                {"count": len(layer.sites)},
                level=level,
                reasons=layer.notes,
            )

        self.ask("import", _import_layer(self._actions, self._ws, path, datum), done)

    def export_map(self, path: Path) -> None:
        """Write the map as one HTML file."""
        if self._ws is not None:
            self._export(self._actions.export_map, path)

    def export_ranking(self, path: Path) -> None:
        """Write the ranking as a workbook."""
        if self._ws is not None:
            defence = self.state.defence
            self._export(partial(self._actions.export_ranking, defence=defence), path)

    def export_breakdown(self, path: Path) -> None:
        """Write the breakdown of the script shown: .xlsx, .csv or .uss, as ``path`` ends.

        With a ranking of that script, the days on which its places are closed go with it.
        """
        state = self.state
        if self._ws is None or state.shown is None:
            return
        ranking = state.ranking if state.preview is None else None
        self.write_file(
            self._actions.export_breakdown(self._ws, state.shown, path, state.language, ranking)
        )

    def _export(self, write: Write, path: Path) -> None:
        state = self.state
        if self._ws is None or state.ranking is None or state.script is None:
            return
        self.write_file(write(self._ws, state.ranking, state.script, path, state.language))

    def _take_sites(self, sites: Sites) -> None:
        self.put(sites=sites)
        self.rank()
