"""How each scene of a script can be had among the offers at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.model import Script, SiteColumns
from gui.texts import Coverage

_WORST_FIRST = (Coverage.NONE, Coverage.STAND_IN, Coverage.DIRECT)


def scene_coverage(script: Script, columns: SiteColumns) -> Mapping[str, Coverage]:
    """Per scene id: whether some offer shoots it as written, stands in for it, or none does."""
    return {scene.id: _had(scene.id, columns) for scene in script.played}


def _had(scene_id: str, columns: SiteColumns) -> Coverage:
    if scene_id in columns.direct_scenes:
        return Coverage.DIRECT
    return Coverage.STAND_IN if scene_id in columns.served_scenes else Coverage.NONE


def worst(parts: Iterable[Coverage | None]) -> Coverage | None:
    """A set is had no better than its worst scene; None when any scene has not been judged."""
    known = list(parts)
    if not known or None in known:
        return None
    return next(one for one in _WORST_FIRST if one in known)
