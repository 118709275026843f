"""What a project keeps of its pitch, as a JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.model.pitch import (
    Audience,
    Disclosure,
    PitchFormat,
    PitchLang,
    PitchPart,
    PitchWishes,
)

_TEXTS = ("city", "base", "title", "addressee")
_NAMES = ("sites", "needs", "compare")


def pitch_document(wishes: PitchWishes) -> dict[str, Any]:
    """Everything of ``wishes``, ready for JSON."""
    return {
        **{name: getattr(wishes, name) for name in _TEXTS},
        **{name: list(getattr(wishes, name)) for name in _NAMES},
        "parts": [part.value for part in wishes.parts],
        "lang": wishes.lang.value,
        "formats": sorted(one.value for one in wishes.formats),
        "audience": None if wishes.audience is None else wishes.audience.value,
        "disclose": sorted(one.value for one in wishes.disclose),
    }


def restore_pitch(document: Mapping[str, Any]) -> PitchWishes:
    """Turn a kept document back; a project kept before there were pitches has none."""
    if not document:
        return PitchWishes()
    audience = document["audience"]
    plain: dict[str, Any] = {name: str(document[name]) for name in _TEXTS}
    plain |= {name: tuple(document[name]) for name in _NAMES}
    return PitchWishes(
        **plain,
        parts=tuple(PitchPart(one) for one in document["parts"]),
        lang=PitchLang(document["lang"]),
        formats=frozenset(PitchFormat(one) for one in document["formats"]),
        audience=None if audience is None else Audience(audience),
        disclose=frozenset(Disclosure(one) for one in document["disclose"]),
    )
