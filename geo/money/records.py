"""Reading an asset field by field: a field that breaks its schema is named, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml
from geo.model import Source


class Record:
    """One mapping of a file. Every getter raises FactsError with file, item and field."""

    def __init__(self, raw: object, file: str, item: str) -> None:
        self.file = file
        self.item = item
        if not isinstance(raw, Mapping):
            raise self.broken("")
        self.raw: Mapping[str, Any] = raw

    def broken(self, field: str) -> FactsError:
        """The error that names ``field`` of this record."""
        return FactsError("facts_field_broken", file=self.file, item=self.item, field=field)

    def only(self, known: Iterable[str]) -> None:
        """Refuse a key nobody reads: a misspelt field must not vanish."""
        for key in self.raw:
            if key not in set(known):
                raise self.broken(str(key))

    def text(self, field: str) -> str:
        """A text that must be there."""
        value = self.raw.get(field)
        if not isinstance(value, str) or not value:
            raise self.broken(field)
        return value

    def maybe_text(self, field: str) -> str | None:
        """A text or nothing; a number (a year) or a date is read as text."""
        value = self.raw.get(field)
        if isinstance(value, date):
            return value.isoformat()
        if value is None or isinstance(value, str):
            return value or None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.broken(field)
        return str(value)

    def choice(self, field: str, allowed: Iterable[str]) -> str:
        """A text out of ``allowed``."""
        value = self.text(field)
        if value not in set(allowed):
            raise self.broken(field)
        return value

    def flag(self, field: str, default: bool | None = None) -> bool:
        """True or False; ``default`` where it may be left out."""
        value = self.raw.get(field, default)
        if not isinstance(value, bool):
            raise self.broken(field)
        return value

    def number(self, field: str, low: float = 0.0, high: float = float("inf")) -> float:
        """A number from ``low`` to ``high``."""
        value = self.maybe_number(field, low, high)
        if value is None:
            raise self.broken(field)
        return value

    def maybe_number(
        self, field: str, low: float = 0.0, high: float = float("inf")
    ) -> float | None:
        """A number from ``low`` to ``high`` or nothing."""
        value = self.raw.get(field)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.broken(field)
        if not low <= value <= high:
            raise self.broken(field)
        return float(value)

    def texts(self, field: str) -> tuple[str, ...]:
        """A list of texts; left out means none."""
        value = self.raw.get(field) or ()
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise self.broken(field)
        if any(not isinstance(each, str) for each in value):
            raise self.broken(field)
        return tuple(value)

    def child(self, field: str) -> Record:
        """A nested mapping that must be there."""
        value = self.raw.get(field)
        if not isinstance(value, Mapping):
            raise self.broken(field)
        return Record(value, self.file, f"{self.item}.{field}" if self.item else field)

    def children(self, field: str, name: str = "id") -> tuple[Record, ...]:
        """A list of mappings; each is called by its ``name`` field, else by its place."""
        value = self.raw.get(field) or ()
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise self.broken(field)
        return tuple(
            Record(each, self.file, _called(each, name, f"{self.item}.{field}[{place}]"))
            for place, each in enumerate(value)
        )

    def sources(self, field: str = "sources") -> tuple[Source, ...]:
        """The sources under ``field``, in their order."""
        confidence = self.raw.get("confidence")
        return tuple(
            Source(
                title=each.text("title"),
                publisher=each.text("publisher"),
                date=each.maybe_text("date"),
                url=each.maybe_text("url"),
                link_safe=each.flag("link_safe"),
                confidence=confidence if isinstance(confidence, str) else None,
            )
            for each in self.children(field, "title")
        )


def _called(raw: object, name: str, otherwise: str) -> str:
    value = raw.get(name) if isinstance(raw, Mapping) else None
    return value if isinstance(value, str) else otherwise


def read_asset(path: Path, schema: int = 1) -> Record:
    """The mapping in a YAML file of ours. FactsError when it is missing, broken or newer."""
    try:
        raw = read_yaml(path)
    except UnreadableError as error:
        raise FactsError("facts_file_broken", file=path.name) from error
    record = Record(raw, path.name, "")
    if record.raw.get("schema") != schema:
        raise record.broken("schema")
    return record
