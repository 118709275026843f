"""How each scene of a script can be had among the offers at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from geo.model import Script, SiteOffer
from gui.texts import Coverage

_WORST_FIRST = (Coverage.NONE, Coverage.STAND_IN, Coverage.DIRECT)


def scene_coverage(script: Script, offers: Iterable[SiteOffer]) -> Mapping[str, Coverage]:
    """Per scene id: whether some offer shoots it as written, stands in for it, or none does."""
    found = {scene.id: Coverage.NONE for scene in script.played}
    for offer in offers:
        for match in offer.matches:
            if match.direct:
                found[match.scene_id] = Coverage.DIRECT
            elif found.get(match.scene_id) is Coverage.NONE:
                found[match.scene_id] = Coverage.STAND_IN
    return found


def worst(parts: Iterable[Coverage | None]) -> Coverage | None:
    """A set is had no better than its worst scene; None when any scene has not been judged."""
    known = list(parts)
    if not known or None in known:
        return None
    return next(one for one in _WORST_FIRST if one in known)
