"""Whether the value of an edit can be: what comes from elsewhere must not break the rows."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from geo.catalogue.photos import FOLDER
from geo.catalogue.site_fields import (
    COVER,
    ERAS,
    HIRES,
    LEVELS,
    PARENT,
    PHOTO_ORDER,
    PHOTOS,
    POSITION,
    RETIRED,
    SCENES,
    SOURCES,
    VISITORS,
    WORKS,
)
from geo.edits import canonical, is_sealed
from geo.endings import CLIP_ENDINGS, PHOTO_ENDINGS
from geo.model import Basis, Exposure, Kind, VenueClass
from geo.model.field import RECCE, SITE, Edit, Json

MOST = 2**53  # beyond it whole numbers are no longer exact everywhere
DAYS = 7
LONGEST_ID = 60
LONGEST_NAME = 1_000  # characters of a record or a field, and of who, when and where it was made
MOST_PARENTS = 100_000
DEEPEST = 40  # lists within lists; what reads them must not run out of stack
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
Check = Callable[[Any], bool]


def is_sound(edit: Edit) -> bool:
    """Whether an edit can be kept, and its value shown; fields nobody knows may say anything."""
    named = (edit.key.record, edit.key.field, edit.key.kind)
    names = (*named, edit.who, edit.when, edit.pack, edit.batch)
    ids = (edit.id, *edit.parents, *edit.undoes)
    if not all(named) or not all(0 < len(one) <= LONGEST_ID for one in ids):
        return False
    if max(map(len, names)) > LONGEST_NAME or len(ids) > MOST_PARENTS:
        return False
    if _too_deep(edit.value) or _too_deep(edit.before):
        return False
    try:
        canonical(edit.value).encode()
        canonical(edit.before).encode()
        "".join((*names, *ids)).encode()
    except (ValueError, TypeError):
        return False
    if edit.key.kind in (SITE, RECCE) and not _is_plain(edit.key.record):
        return False
    return edit.key.kind != SITE or may_say(edit.key.field, edit.value)


def _is_plain(name: str) -> bool:
    """Whether a name has no signs in it that turn, break or hide what is written."""
    return not any(unicodedata.category(one) == "Cc" or one in TURNING for one in name)


def _too_deep(value: Json) -> bool:
    """Whether lists and documents lie within each other deeper than any of ours."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, list | dict)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def may_say(field: str, value: Json) -> bool:
    """Whether a field of a site can have a value; None it can always have."""
    if value is None or is_sealed(value):
        return True
    check = FIELDS.get(field)
    if check is not None:
        return check(value)
    for prefix, of_element in ELEMENTS.items():
        if field.startswith(prefix):
            return len(field) > len(prefix) and of_element(field[len(prefix) :], value)
    return True


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _any_text(value: object) -> bool:
    return isinstance(value, str)


def _number(value: object) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    # so large a whole number that no float holds it is compared all the same; NaN is below nothing
    return is_number and abs(value) < MOST  # type: ignore[arg-type]


def _amount(value: object) -> bool:
    return _number(value) and value >= 0  # type: ignore[operator]


def _whole(value: object) -> bool:
    return _amount(value) and float(value).is_integer()  # type: ignore[arg-type]


def _maybe(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _weekdays(value: object) -> bool:
    if not isinstance(value, list) or not all(_whole(day) and day < DAYS for day in value):
        return False
    return len(set(value)) == len(value)


def _told(value: object, needed: Mapping[str, Check], maybe: Mapping[str, Check]) -> bool:
    """Whether a value has what it needs, and what else it has is as it should be."""
    if not isinstance(value, dict) or any(name not in value for name in needed):
        return False
    checks = {**maybe, **needed}
    return all(checks[name](one) for name, one in value.items() if name in checks)


def _angle(most: float) -> Check:
    return lambda value: _number(value) and abs(value) <= most


def _position(value: object) -> bool:
    needed = {"lat": _angle(90), "lon": _angle(180), "uncertainty_m": _amount}
    names = ("basis", "adcode", "city_zh", "city_en", "district_zh")
    return _told(value, needed, dict.fromkeys(names, _maybe(_any_text)))


def _visitors(value: object) -> bool:
    return _told(value, {}, {"count": _maybe(_whole), "year": _maybe(_whole)})


def _scene(_: str, value: object) -> bool:
    return _told(value, {"exposure": lambda one: one in list(Exposure), "sourced": _flag}, {})


def _level(_: str, value: object) -> bool:
    needed = dict.fromkeys(("code", "certainty", "text"), _any_text)
    return _told(value, needed, {"batch": _maybe(_whole), "year": _maybe(_whole)})


def _source(_: str, value: object) -> bool:
    needed = {"title": _any_text, "publisher": _any_text}
    texts = dict.fromkeys(("date", "url", "confidence"), _maybe(_any_text))
    return _told(value, needed, {**texts, "link_safe": _flag, "supports": _texts})


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _prices(per: str, value: object) -> bool:
    needed = {"amount": _amount, "per": lambda one: one == per, "basis": _is_basis}
    texts = dict.fromkeys(("who", "date", "until"), _any_text)
    return isinstance(value, list) and all(_told(one, needed, texts) for one in value)


def _is_basis(value: object) -> bool:
    return value in list(Basis)


def _true(_: str, value: object) -> bool:
    return value is True


def _photo(path: str, value: object) -> bool:
    ending = PurePosixPath(path).suffix.lower()
    return value is True and _inside(path) and ending in PHOTO_ENDINGS | CLIP_ENDINGS


def _inside(path: object) -> bool:
    """Whether a path stays in the folder of photos, whatever system reads it."""
    if not isinstance(path, str) or "\\" in path or ":" in path or "\0" in path:
        return False
    parts = PurePosixPath(path).parts
    return len(parts) > 1 and parts[0] == FOLDER and not path.startswith("/") and ".." not in parts


FIELDS: Mapping[str, Check] = {
    "name_zh": _text,
    "name_en": _any_text,
    "kind": lambda value: value in list(Kind),
    "venue_class": lambda value: value in list(VenueClass),
    "ich_category": _any_text,
    "indoor_area_m2": _amount,
    "sets_count": _whole,
    "ticket_cny": _amount,
    "crews_hosted_zh": _any_text,
    "crews_hosted_en": _any_text,
    "opening_note_zh": _any_text,
    "opening_note_en": _any_text,
    "closed_weekdays": _weekdays,
    "notes_zh": _any_text,
    "notes_en": _any_text,
    "basis_default": _text,
    PARENT: _text,
    POSITION: _position,
    VISITORS: _visitors,
    COVER: _inside,
    PHOTO_ORDER: lambda value: isinstance(value, list) and all(map(_inside, value)),
    RETIRED: _flag,
}
ELEMENTS: Mapping[str, Callable[[str, Any], bool]] = {
    HIRES: _prices,
    SCENES: _scene,
    LEVELS: _level,
    ERAS: _true,
    WORKS: _true,
    SOURCES: _source,
    PHOTOS: _photo,
}
