"""Project files (``project.toml``) as facts: every key known, every value of its type."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Any

from geo.actions.wishes import WISHES
from geo.actions.workspace import Workspace, locate
from geo.errors import FactsError
from geo.model import FactField, FactType, FactValue, ProjectFacts

# what can be said of a single policy: policy."<id>".<word>
POLICY_WORDS = {
    "amount": "money",
    "probability": "share",
    "received": "money",
    "used_this_year": "money",
    "claims": "number",
}
_POLICY = "policy"
# what can be said of one place: site."<id>".<word>, city."<name>".<word>
SPOT_WORDS = ("visitors", "daily_limit", "spend", "extra_visits")
_SITE, _CITY = "site", "city"
_NEAR = 0.6
# beyond these a figure is a slip of the pen, and sums would leave the range of whole fen
MOST = 1e12
LEAST_OF = {"crew.size": 1, "shoot.days": 1}
MOST_OF = {"crew.size": 10_000, "shoot.days": 3_660, "shoot.consecutive_local_days": 3_660}


def read_facts(ws: Workspace, path: Path) -> ProjectFacts:
    """Read ``project.toml``: ``[crew] size = 45`` is the fact ``crew.size``.

    Facts of policies, fields of the project and ``policy."<id>".amount`` (probability, received,
    used_this_year, claims) are known, and of a place ``site."<id>"`` or ``city."<name>"`` its
    visitors a year, daily_limit, spend (CNY a visit) and extra_visits. FactsError names the key
    that is not, with the nearest one that is, or the kind of value wanted; nothing is guessed.
    ``[wishes]`` is no fact: see ``read_wishes``.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise FactsError("facts_missing", file=path.name) from error
    except RecursionError as error:
        raise FactsError("facts_too_deep", file=path.name) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FactsError("facts_unreadable", file=path.name, detail=str(error)) from error
    content.pop(WISHES, None)
    fields = {field.key: field for field in ws.fields}
    types = ws.money.policies.words.facts
    policies = {policy.id for policy in ws.money.policies.policies}
    values: dict[str, FactValue] = {}
    for key, value in _flat(content, ""):
        if key.startswith(f"{_POLICY}."):
            wanted = _policy_type(key, policies, path)
            _check(value, _wanted(None, FactType(wanted)), path, key)
        elif key.partition(".")[0] in (_SITE, _CITY):
            _spot(ws, key, path)
            _check(value, _wanted(None, FactType("number")), path, key)
        elif key in fields or key in types:
            _check(value, _wanted(fields.get(key), types.get(key)), path, key)
        else:
            raise _unknown(key, {*fields, *types}, path)
        values[key] = tuple(value) if isinstance(value, list) else value
    return ProjectFacts(values)


def _flat(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield from _flat(value, name)
        else:
            yield name, value


def _policy_type(key: str, policies: Collection[str], path: Path) -> str:
    """The type of ``policy.<id>.<word>``."""
    policy, _, word = key.removeprefix(f"{_POLICY}.").rpartition(".")
    if policy not in policies:
        raise _unknown(key, [f"{_POLICY}.{each}.{word}" for each in policies], path)
    if word not in POLICY_WORDS:
        raise _unknown(key, [f"{_POLICY}.{policy}.{each}" for each in POLICY_WORDS], path)
    return POLICY_WORDS[word]


def _spot(ws: Workspace, key: str, path: Path) -> None:
    """Refuse ``site.<id>.<word>`` or ``city.<name>.<word>`` that names no place or no word."""
    group, _, rest = key.partition(".")
    place, _, word = rest.rpartition(".")
    places = [place] if group == _CITY and locate(place) is not None else []
    if group == _SITE:
        places = [site.id for site in ws.store.sites()]
    if place not in places:
        raise _unknown(key, [f"{group}.{each}.{word}" for each in places], path)
    if word not in SPOT_WORDS:
        raise _unknown(key, [f"{group}.{place}.{each}" for each in SPOT_WORDS], path)


def _unknown(key: str, known: Collection[str], path: Path) -> FactsError:
    near = get_close_matches(key, sorted(known), 1, _NEAR)
    if near:
        return FactsError("facts_unknown_key_near", file=path.name, key=key, near=near[0])
    return FactsError("facts_unknown_key", file=path.name, key=key)


def _wanted(field: FactField | None, known: FactType | None) -> tuple[str, tuple[str, ...]]:
    """Kind of value, and the words to choose from; a field of whole numbers takes no other."""
    if field is not None and field.type == "int":
        return "int", ()
    if known is not None:
        kind = {"money": "number", "level": "choice", "places": "tags", "place": "text"}
        return kind.get(known.kind, known.kind), known.levels
    assert field is not None
    options = tuple(option.value for option in field.options)
    return {"float": "number", "city": "text"}.get(field.type, field.type), options


def _check(value: object, wanted: tuple[str, tuple[str, ...]], path: Path, key: str) -> None:
    kind, options = wanted
    if not _fits(value, kind, options):
        where = {"file": path.name, "key": key}
        if options:
            raise FactsError("facts_wanted.choice", **where, options=" | ".join(options))
        raise FactsError(f"facts_wanted.{kind}", **where)
    least = LEAST_OF.get(key, 0)
    if isinstance(value, int | float) and value < least:
        raise FactsError("facts_too_small", file=path.name, key=key, least=least)
    most = MOST_OF.get(key, MOST)
    if isinstance(value, int | float) and value > most:
        raise FactsError("facts_too_large", file=path.name, key=key, most=most)


def _fits(value: object, kind: str, options: Collection[str]) -> bool:
    if options:
        return isinstance(value, str) and value in options
    number = isinstance(value, int | float) and not isinstance(value, bool)
    amount = value if isinstance(value, int | float) else -1
    if kind == "tags":
        words = value if isinstance(value, list) else [value]
        return bool(words) and all(isinstance(one, str) and one.strip() for one in words)
    checks = {
        "int": isinstance(value, int) and number and amount >= 0,
        "number": number and (isinstance(value, int) or isfinite(amount)) and amount >= 0,
        "share": number and 0 <= amount <= 1,
        "bool": isinstance(value, bool),
        "date": isinstance(value, date) and not isinstance(value, datetime),
    }
    return checks.get(kind, isinstance(value, str) and bool(value.strip()))
