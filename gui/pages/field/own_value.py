"""A value of one's own, read from what is typed, in the form that the field has."""

from __future__ import annotations

from datetime import date

from geo.model.field import RECCE, Contested, Json, RecceField
from gui.pages.value_words import line_of
from gui.session import State

SCALAR = (int, float, str, bool)
PIN_DOUBT_M = 30.0


def can_be_own(state: State, asked: Contested) -> bool:
    """Whether another value than those told can be typed for it."""
    line = line_of(state, asked.key) if asked.key.kind == RECCE else None
    if line is not None:
        return line.type in ("number", "text", "noise", "price")
    head = asked.key.field.partition("/")[0]
    return head in ("hires", "position") or _like(asked) is not None


def read_own(state: State, asked: Contested, text: str, who: str) -> tuple[bool, Json]:
    """What ``text`` says for the field: whether it can be read, and the value.

    Prices: an amount in CNY. Positions: latitude and longitude in degrees on WGS-84.
    """
    text = text.strip().replace("，", ",")
    head = asked.key.field.partition("/")[0]
    if not text:
        return False, None
    if head == "hires":
        return _price(asked, text, who)
    if head == "position":
        return _position(text)
    line = line_of(state, asked.key) if asked.key.kind == RECCE else None
    sample = _like(asked)
    numeric = isinstance(sample, int | float) or (line is not None and line.type == "number")
    if not numeric:
        return True, text
    amount = _number(text)
    if amount is None or not _within(line, amount):
        return False, None
    return True, int(amount) if isinstance(sample, int) and amount.is_integer() else amount


def _like(asked: Contested) -> Json:
    """A told value that shows what the field holds; None where nobody told a plain one."""
    values = (one.value for one in asked.sides)
    plain = (one for one in values if isinstance(one, SCALAR) and not isinstance(one, bool))
    return next(plain, None)


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", ""))
    except ValueError:
        return None
    return value if -1e12 < value < 1e12 else None


def _within(line: RecceField | None, amount: float) -> bool:
    if line is None:
        return True
    low = line.low is None or amount >= line.low
    return low and (line.high is None or amount <= line.high)


def _price(asked: Contested, text: str, who: str) -> tuple[bool, Json]:
    amount = _number(text)
    if amount is None or not 0 <= amount < 1e9:
        return False, None
    per = asked.key.field.partition("/")[2] or "day"
    item: dict[str, Json] = {
        "amount": amount,
        "per": per,
        "basis": "quoted",
        "who": who,
        "date": date.today().isoformat(),
        "until": "",
    }
    return True, [item]


def _position(text: str) -> tuple[bool, Json]:
    parts = [_number(one) for one in text.replace(",", " ").split()]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return False, None
    lat, lon = parts[0], parts[1]
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return False, None
    return True, {"lat": lat, "lon": lon, "basis": "source", "uncertainty_m": PIN_DOUBT_M}
