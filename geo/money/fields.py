"""The project facts that can be asked for: ``assets/money/project_fields.yaml``."""

from __future__ import annotations

from pathlib import Path

from geo.model import FactField, FactOption
from geo.money.records import Record, read_asset

FILE = "project_fields.yaml"
TYPES = ("int", "float", "bool", "text", "date", "choice", "share", "city")
_KEYS = ("key", "type", "group", "zh", "en", "unit", "options")


def load_fields(folder: Path) -> tuple[FactField, ...]:
    """The fields in the order of asking. Raises FactsError with file, item and field."""
    fields: list[FactField] = []
    for record in read_asset(folder / FILE).children("fields", "key"):
        field = _field(record)
        if any(each.key == field.key for each in fields):
            raise record.broken("key")
        fields.append(field)
    return tuple(fields)


def _field(record: Record) -> FactField:
    record.only(_KEYS)
    kind = record.choice("type", TYPES)
    options = tuple(
        FactOption(each.text("value"), each.text("zh"), each.text("en"))
        for each in record.children("options", "value")
    )
    if (kind == "choice") != bool(options):
        raise record.broken("options")
    return FactField(
        key=record.text("key"),
        type=kind,
        group=record.text("group"),
        zh=record.text("zh"),
        en=record.text("en"),
        unit=record.maybe_text("unit") or "",
        options=options,
    )
