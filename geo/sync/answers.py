"""One answer of the recce form: whether it can be one, and the value that is kept of it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from geo.errors import SyncError
from geo.model.field import Json, RecceField
from geo.model.sites import Exposure

TYPED = "typed"
"""Degrees that somebody wrote: how good they are is a guess."""

PERS = ("hour", "half_day", "day", "base_day", "overtime", "minimum", "deposit")
"""What an amount may be for, as in ``Hire.per``."""

LONGEST = 4000
"""Characters of a free text."""


def checked(line: RecceField, value: Json) -> Json:
    """The value that is kept of an answer; None and empty text: nothing was said.

    Raises SyncError answer_choice, answer_flag, answer_number, answer_range, answer_least,
    answer_most, answer_text, answer_amount, answer_per, answer_date, answer_scene, answer_position.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return _CHECKS[line.type](line, value)


def checked_hour(line: RecceField, part: str) -> int:
    """The hour, 0 to 23, of ``noise@14``. Raises SyncError answer_hour."""
    hour = int(part) if part.isascii() and part.isdigit() and len(part) <= 2 else -1
    if line.type != "noise" or not 0 <= hour <= 23:
        raise _wrong("answer_hour", line)
    return hour


def _wrong(code: str, line: RecceField, **values: str | float) -> SyncError:
    return SyncError(code, line=line.zh, line_en=line.en, **values)


def _choice(line: RecceField, value: Json) -> Json:
    if isinstance(value, str) and any(one.value == value for one in line.options):
        return value
    raise _wrong("answer_choice", line)


def _flag(line: RecceField, value: Json) -> Json:
    if isinstance(value, bool):
        return value
    raise _wrong("answer_flag", line)


def _number(line: RecceField, value: Json) -> Json:
    number = plain_number(value)
    if number is None:
        raise _wrong("answer_number", line)
    low, high = line.low, line.high
    if (low is None or number >= low) and (high is None or number <= high):
        return number
    if low is None:
        raise _wrong("answer_most", line, high=high or 0.0, unit=line.unit)
    if high is None:
        raise _wrong("answer_least", line, low=low, unit=line.unit)
    raise _wrong("answer_range", line, low=low, high=high, unit=line.unit)


def plain_number(value: Json) -> float | None:
    """A number as typed, also in full-width digits and with thousands commas; None: no number."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFKC", value).strip().replace(",", "")
        try:
            value = float(text)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _text(line: RecceField, value: Json) -> Json:
    if not isinstance(value, str) or len(value) > LONGEST:
        raise _wrong("answer_text", line, most=LONGEST)
    # halves of characters can be neither stored nor shown
    whole = value.encode("utf-8", "ignore").decode("utf-8")
    return "".join(char for char in whole if char >= " " or char in "\n\t")


def _price(line: RecceField, value: Json) -> Json:
    if not isinstance(value, Mapping):
        raise _wrong("answer_amount", line)
    amount = value.get("amount")
    if amount is None or plain_number(amount) is None:
        raise _wrong("answer_amount", line)
    per = value.get("per") or "day"
    if per not in PERS:
        raise _wrong("answer_per", line)
    return {
        "amount": _number(line, amount),
        "per": per,
        "who": _text(line, value.get("who") or ""),
        "date": _date(line, value.get("date")),
        "until": _date(line, value.get("until")),
    }


def _date(line: RecceField, value: Json) -> str:
    if value is None or value == "":
        return ""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise _wrong("answer_date", line) from error


def _scenes(line: RecceField, value: Json) -> Json:
    if not isinstance(value, Mapping):
        raise _wrong("answer_scene", line)
    seen: dict[str, Json] = {}
    for code, exposure in value.items():
        if not code or (exposure is not None and exposure not in list(Exposure)):
            raise _wrong("answer_scene", line)
        seen[code] = None if exposure is None else str(exposure)
    return seen or None


def _position(line: RecceField, value: Json) -> Json:
    if not isinstance(value, Mapping):
        raise _wrong("answer_position", line)
    lat, lon = plain_number(value.get("lat")), plain_number(value.get("lon"))
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise _wrong("answer_position", line)
    good_to = value.get("uncertainty_m")
    metres = plain_number(good_to)
    if good_to is not None and (metres is None or metres < 0):
        raise _wrong("answer_position", line)
    kept: dict[str, Json] = {"lat": lat, "lon": lon, "uncertainty_m": metres}
    if value.get("basis") == TYPED and metres is not None:
        kept["basis"] = TYPED
    return kept


_CHECKS: Mapping[str, Callable[[RecceField, Json], Json]] = {
    "choice": _choice,
    "noise": _choice,
    "flag": _flag,
    "number": _number,
    "text": _text,
    "price": _price,
    "scenes": _scenes,
    "position": _position,
}
