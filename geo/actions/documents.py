"""The project as a JSON document, and project files (``project.toml``) as facts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from geo.errors import FactsError
from geo.model import Criterion, FactField, FactValue, Project, ProjectFacts
from geo.script import dump_script, restore_script

DATE_KEY = "date"


def project_document(project: Project) -> dict[str, Any]:
    """Everything of ``project``, ready for JSON."""
    return {
        "name": project.name,
        "script": dump_script(project.script) if project.script else None,
        "facts": {key: _plain(value) for key, value in project.facts.values.items()},
        "weights": {criterion.value: weight for criterion, weight in project.weights.items()},
        "cities": list(project.cities),
        "workplace": project.workplace,
    }


def restore_project(document: Mapping[str, Any]) -> Project:
    """Turn a kept document back into the project."""
    return Project(
        name=document["name"],
        script=restore_script(document["script"]) if document["script"] else None,
        facts=ProjectFacts({k: _typed(v) for k, v in document["facts"].items()}),
        weights={Criterion(k): float(v) for k, v in document["weights"].items()},
        cities=tuple(document["cities"]),
        workplace=document["workplace"],
    )


def _plain(value: FactValue) -> Any:  # noqa: ANN401 (what JSON takes)
    if isinstance(value, date):
        return {DATE_KEY: value.isoformat()}
    return list(value) if isinstance(value, tuple) else value


def _typed(value: Any) -> FactValue:  # noqa: ANN401 (what JSON gives)
    if isinstance(value, dict):
        return date.fromisoformat(value[DATE_KEY])
    if isinstance(value, list):
        return tuple(value)
    return value  # type: ignore[no-any-return]


def read_facts(path: Path, fields: tuple[FactField, ...]) -> ProjectFacts:
    """Read ``project.toml``: ``[crew] size = 45`` is the fact ``crew.size``.

    A key that is no field and no condition fact of a policy, or a value of the wrong type, raises
    FactsError naming it; nothing is guessed.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise FactsError("facts_missing", file=path.name) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FactsError("facts_unreadable", file=path.name, detail=str(error)) from error
    known = {field.key: field for field in fields}
    values: dict[str, FactValue] = {}
    for key, value in _flat(content, ""):
        field = known.get(key)
        if field and not _fits(value, field):
            raise FactsError("facts_wrong_type", file=path.name, key=key, type=_wanted(field))
        if field is None and key.split(".")[0] not in OPEN_GROUPS:
            raise FactsError("facts_unknown_key", file=path.name, key=key)
        values[key] = tuple(value) if isinstance(value, list) else value
    return ProjectFacts(values)


OPEN_GROUPS = {"policy", "work", "producer", "shoot", "spend", "script", "project", "base"}


def _flat(table: Mapping[str, Any], above: str) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        found.extend(_flat(value, name) if isinstance(value, dict) else [(name, value)])
    return found


def _wanted(field: FactField) -> str:
    """Name what a field takes: its type, or the choices it has."""
    return " | ".join(option.value for option in field.options) or field.type


def _fits(value: Any, field: FactField) -> bool:  # noqa: ANN401 (what TOML gives)
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    checks = {
        "int": isinstance(value, int) and not isinstance(value, bool) and value >= 0,
        "float": number and value >= 0,
        "share": number and 0 <= value <= 1,
        "bool": isinstance(value, bool),
        "date": isinstance(value, date),
        "choice": value in [option.value for option in field.options],
    }
    return checks.get(field.type, isinstance(value, str))
