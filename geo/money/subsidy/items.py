"""One mapping of a policy file: what is wrong is told with its line, its path and a code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from geo.errors import FactsError
from geo.model import Reason, Refused, Scalar
from geo.money.marked import Marked
from geo.money.records import Record

PREFIX = "policy_refused."
MOST_MONEY = 1e12
"""CNY; also the most of any other number."""
_TOLD = 60


class Item(Record):
    """A mapping of a policy; every getter raises FactsError(policy_refused.<why>).

    The error names file, item (the id of the policy), line, field and path within the policy.
    """

    def __init__(self, raw: Marked, file: str, item: str, path: str = "") -> None:
        super().__init__(raw, file, item)
        self.marked = raw
        self.path = path

    def broken(self, field: str, why: str = "wrong", **values: Scalar) -> FactsError:
        """The error that names ``field``."""
        where: dict[str, Scalar] = {
            "file": self.file,
            "item": self.item,
            "line": self.marked.lines.get(field, self.marked.line),
            "field": field,
            "path": self._under(field),
        }
        return FactsError(PREFIX + why, **{**where, **values})

    def _under(self, field: str) -> str:
        return f"{self.path}.{field}" if self.path else field

    def child(self, field: str) -> Item:
        """A nested mapping that must be there."""
        value = self.raw.get(field)
        if not isinstance(value, Marked):
            raise self.broken(field)
        return Item(value, self.file, self.item, self._under(field))

    def maybe_child(self, field: str) -> Item | None:
        """A nested mapping or nothing."""
        return None if self.raw.get(field) is None else self.child(field)

    def only(self, known: Iterable[str]) -> None:
        """Refuse a key nobody reads."""
        allowed = set(known)
        for key in self.raw:
            if key not in allowed:
                raise self.broken(key, "unknown_key")

    def text(self, field: str) -> str:
        """A text that must be there."""
        if self.raw.get(field) in (None, ""):
            raise self.broken(field, "missing")
        return super().text(field)

    def choice(self, field: str, allowed: Iterable[str]) -> str:
        """A text out of ``allowed``."""
        value = self.text(field)
        if value not in set(allowed):
            raise self.broken(field, "unknown_word", value=value[:_TOLD])
        return value

    def maybe_choice(self, field: str, allowed: Iterable[str]) -> str | None:
        """A text out of ``allowed`` or nothing."""
        return None if self.raw.get(field) is None else self.choice(field, allowed)

    def flag(self, field: str, default: bool | None = None) -> bool:
        """True or False."""
        if self.raw.get(field) is None and default is not None:
            return default
        if field not in self.raw:
            raise self.broken(field, "missing")
        return super().flag(field)

    def maybe_number(self, field: str, low: float = 0.0, high: float = MOST_MONEY) -> float | None:
        """A number from ``low`` to ``high`` or nothing."""
        value = self.raw.get(field)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.broken(field, "number")
        if not low <= value <= high:
            raise self.broken(field, "range", value=float(value), low=low, high=high)
        return float(value)

    def number(self, field: str, low: float = 0.0, high: float = MOST_MONEY) -> float:
        """A number from ``low`` to ``high``."""
        value = self.maybe_number(field, low, high)
        if value is None:
            raise self.broken(field, "missing")
        return value

    def money(self, field: str) -> float | None:
        """CNY with at most two decimals, or nothing."""
        value = self.maybe_number(field)
        if value is not None and round(value, 2) != value:
            raise self.broken(field, "fen", value=value)
        return value

    def rate(self, field: str) -> float:
        """A share from 0 to 1; 0.2 is 20%."""
        value = self.raw.get(field)
        if isinstance(value, int | float) and not isinstance(value, bool) and not 0 <= value <= 1:
            raise self.broken(field, "rate", value=float(value))
        return self.number(field, 0, 1)

    def ends(self, field: str, most: float) -> tuple[float, float]:
        """Two numbers from 0 to ``most``, the smaller first."""
        found = [
            float(each)
            for each in self._rows(field, 2)
            if isinstance(each, int | float) and not isinstance(each, bool)
        ]
        if len(found) != 2 or not 0 <= found[0] <= found[1] <= most:
            raise self.broken(field, "ends")
        return (found[0], found[1])

    def many(self, field: str, most: int) -> tuple[Item, ...]:
        """A list of at most ``most`` mappings; left out means none."""
        rows = self._rows(field, most)
        if any(not isinstance(each, Marked) for each in rows):
            raise self.broken(field)
        path = self._under(field)
        return tuple(
            Item(each, self.file, self.item, f"{path}[{place}]") for place, each in enumerate(rows)
        )

    def words(self, field: str, most: int) -> tuple[str, ...]:
        """A list of at most ``most`` texts; left out means none."""
        rows = self._rows(field, most)
        if any(not isinstance(each, str) or not each for each in rows):
            raise self.broken(field)
        return tuple(rows)

    def _rows(self, field: str, most: int) -> list[Any]:
        value = self.raw.get(field)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.broken(field, "list")
        if len(value) > most:
            raise self.broken(field, "many", n=len(value), most=most)
        return value

    def day(self, field: str) -> date | None:
        """A date as year, year-month or full; the first day of what is named."""
        value = self.maybe_text(field)
        if value is None:
            return None
        parts = value.split("-")
        try:
            return date(*(int(each) for each in (*parts, *("1",) * (3 - len(parts)))))
        except (TypeError, ValueError) as error:
            raise self.broken(field, "day", value=value[:_TOLD]) from error


def refused(error: FactsError) -> Refused:
    """The error as an entry of the list of what was not taken."""
    values = dict(error.values)
    file, item, line = (values.pop(key) for key in ("file", "item", "line"))
    return Refused(str(file), int(line), str(item), Reason(error.code, values))
