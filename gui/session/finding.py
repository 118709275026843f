"""Finding places: by what is typed as it is typed, and by likeness to a known good one."""

from __future__ import annotations

from geo.model import Alike, Found
from gui.session.wishing import Wishing


class Finding(Wishing):
    """Answers come from a worker; a newer query gives the older up."""

    def search(self, query: str) -> None:
        """Look for ``query``; empty forgets what was found."""
        self.forget_notes("search")
        if self._ws is None or not query.strip():
            self.stop("search")
            if self.state.found is not None:
                self.put(found=None)
            return
        job = self._actions.search(self._ws, query, self.state.facts)
        self.ask("search", job, self._take_found)

    def _take_found(self, found: Found) -> None:
        self.put(found=found)

    def show_only(self, found: Found | None) -> None:
        """Leave in the list and on the map only what was found; None shows everything again."""
        if found is not self.state.only:
            self.put(only=found)

    def look_alike(self, site_id: str) -> None:
        """Look for places like ``site_id``; the answer stands in ``State.alike``."""
        if self._ws is None or self.state.alike_of == site_id:
            return
        self.put(alike=(), alike_of=site_id)

        def take(alike: tuple[Alike, ...]) -> None:
            if self.state.alike_of == site_id:
                self.put(alike=alike)

        self.ask("alike", self._actions.alike(self._ws, site_id), take)
