"""Finding places: by what is typed as it is typed, and by likeness to a known good one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from geo.model import Alike, Found, ProjectFacts, Understood
from geo.progress import Job
from gui.session.agreeing import Agreeing
from gui.session.state import Wider

if TYPE_CHECKING:
    from geo.actions import Workspace

MOST_LEFT_OUT = 4


def without(query: str, part: Understood) -> str:
    """``query`` less one part of it, as a whole word where it stands as one."""
    written = re.escape(part.written.strip())
    for pattern in (rf"(?<!\S){written}(?!\S)", written):
        rest, count = re.subn(pattern, " ", query, count=1, flags=re.IGNORECASE)
        if count:
            return " ".join(rest.split())
    return query


def _pass(_found: Found) -> None:
    """Nobody asked for this answer."""


class Finding(Agreeing):
    """Answers come from a worker; a newer query gives the older up."""

    # the places that were read for the first search
    _prepared_for: object = None

    def search(self, query: str) -> None:
        """Look for ``query``; empty forgets what was found."""
        self.forget_notes("search")
        self.stop("wider")
        if self._ws is None or not query.strip():
            self.stop("search")
            if self.state.found is not None:
                self.put(found=None, wider=())
            return
        job = self._actions.search(self._ws, query, self.state.facts)
        # what an older query found is no answer to this one
        self.ask("search", job, self._take_found, failed=lambda _: self.put(found=None, wider=()))

    def prepare_search(self) -> None:
        """Somebody is about to type: what a first search has to read can be read now."""
        if self._ws is not None and self._prepared_for is not self.state.sites:
            self._prepared_for = self.state.sites
            self.ask("search", self._actions.search(self._ws, "", self.state.facts), _pass)

    def _take_found(self, found: Found) -> None:
        self.put(found=found, wider=())
        if self._ws is not None and not found.hits and len(found.terms) > 1:
            job = self._widen(self._ws, found, self.state.facts)
            self.ask("wider", job, lambda wider: self.put(wider=wider))

    def _widen(self, ws: Workspace, found: Found, facts: ProjectFacts) -> Job[tuple[Wider, ...]]:
        """What is found when one part is left out, the most first."""
        wider = []
        for part in found.terms[-MOST_LEFT_OUT:]:
            query = without(found.query, part)
            if query and query != found.query:
                answer = yield from self._actions.search(ws, query, facts)
                if answer.hits:
                    wider.append(Wider(part, query, len(answer.hits)))
        return tuple(sorted(wider, key=lambda one: -one.count))

    def show_only(self, found: Found | None) -> None:
        """Leave in the list and on the map only what was found; None shows everything again."""
        if found is not self.state.only:
            self.put(only=found)

    def let_in(self, site_id: str) -> None:
        """Somebody goes to this place: where it is not among those shown, all are again."""
        only = self.state.only
        if only is not None and all(hit.site_id != site_id for hit in only.hits):
            self.show_only(None)

    def look_alike(self, site_id: str) -> None:
        """Look for places like ``site_id``; the answer stands in ``State.alike``."""
        if self._ws is None or self.state.alike_of == site_id:
            return
        self.put(alike=(), alike_of=site_id)

        def take(alike: tuple[Alike, ...]) -> None:
            if self.state.alike_of == site_id:
                self.put(alike=alike)

        self.ask("alike", self._actions.alike(self._ws, site_id), take)
