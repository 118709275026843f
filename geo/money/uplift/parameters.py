"""Parameters of the uplift model: what ships, what the user put over it, and their limits.

``assets/money/uplift.yaml`` must be whole; the user's ``own/uplift.yaml`` is read entry by entry:
what breaks a limit is told and left out, and what ships stands.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml, write_whole
from geo.model import Parameter, Reason, Source
from geo.money.records import Record

SCHEMA = 1
OWN = "own/uplift.yaml"
STRENGTHS = ("good", "fair", "weak", "assumption")
_KEYS = ("key", "values", "unit", "strength", "why", "sources")
Limits = Mapping[str, tuple[float, float]]

_SHARE = (0.0, 1.0)
_LOG_SD = (0.0, 5.0)
_MEAN = (-2.0, 2.0)
_SD = (0.001, 10.0)
_FACTOR = (0.01, 10.0)
_CNY = (1.0, 100_000.0)
LIMITS: Mapping[str, Limits] = {
    "plays": {"log_mean": (0.0, 23.0), "log_sd": _LOG_SD, "clip": (1.0, 1e11)},
    "plays_observed": {"log_sd": _LOG_SD},
    # a share of the plays that lead to a visit
    "visits_per_play": {"median": (1e-12, 1.0), "log_sd": _LOG_SD},
    "prominence": {"studio": _SHARE, "unnamed": _SHARE, "named": _SHARE, "story": _SHARE},
    "access": {"poor": _FACTOR, "normal": _FACTOR, "easy": _FACTOR},
    "displacement": {"alpha": (0.01, 1_000.0), "beta": (0.01, 1_000.0)},
    "spend": {"median": _CNY, "log_sd": _LOG_SD},
    "site_takings": {"low": _CNY, "high": _CNY},
    "half_life": {"months": (1.0, 18.0)},
    "crew_spending": {"cny_per_person_day": _CNY, "log_sd": _LOG_SD},
    "jobs": {
        "person_days_factor": (1.0, 20.0),
        "days_per_job": (1.0, 366.0),
        "indirect": (0.0, 20.0),
    },
    "u_max": {"A": _FACTOR, "B": _FACTOR, "C": _FACTOR},
    "class_priors": {
        "b0": _MEAN,
        "b0_sd": _SD,
        "attraction": _MEAN,
        "attraction_sd": _SD,
        "prefecture": _MEAN,
        "prefecture_sd": _SD,
        "success": _MEAN,
        "success_sd": _SD,
        # 0 would leave a class without cases without an error
        "pooled_weight": (0.1, 1_000.0),
        "scale_floor": (0.001, 2.0),
    },
    "noise": {"placebo_sd": (0.001, 2.0), "detectable": _FACTOR},
}
"""Names of the values of every parameter, and the ends that each must keep (both allowed)."""
RISING = ("prominence", "access", "site_takings")
"""Parameters whose values may not fall in the order in which they are named."""


def checked(key: str, values: Mapping[str, float]) -> dict[str, float]:
    """``values`` of parameter ``key`` in their order, each within its limits.

    Raises FactsError: parameter_unknown, parameter_value_unknown, parameter_value_missing,
    parameter_out_of_range or parameter_order.
    """
    limits = LIMITS.get(key)
    if limits is None:
        raise FactsError("parameter_unknown", key=key)
    for name in values:
        if name not in limits:
            raise FactsError("parameter_value_unknown", key=key, name=str(name))
    found: dict[str, float] = {}
    for name, (low, high) in limits.items():
        if name not in values:
            raise FactsError("parameter_value_missing", key=key, name=name)
        value = values[name]
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not math.isfinite(value) or not low <= value <= high:
            raise FactsError("parameter_out_of_range", key=key, name=name, low=low, high=high)
        found[name] = float(value)
    in_order = list(found.values())
    if key in RISING and in_order != sorted(in_order):
        raise FactsError("parameter_order", key=key)
    return found


def read_shipped(record: Record) -> dict[str, Parameter]:
    """All parameters of the shipped file in its order. FactsError names item and field."""
    found: dict[str, Parameter] = {}
    for each in record.children("parameters", "key"):
        each.only(_KEYS)
        key = each.choice("key", LIMITS)
        if key in found:
            raise each.broken("key")
        try:
            values = checked(key, each.child("values").raw)
        except FactsError as error:
            raise each.broken(str(error.values.get("name", "values"))) from error
        found[key] = Parameter(
            key,
            values,
            each.text("unit"),
            each.choice("strength", STRENGTHS),
            each.sources(),
            {lang: each.child("why").text(lang) for lang in ("zh", "en")},
        )
    for key in LIMITS:
        if key not in found:
            raise record.broken(key)
    return found


def laid_over(
    shipped: Mapping[str, Parameter], own: Path | None
) -> tuple[dict[str, Parameter], tuple[Reason, ...]]:
    """The parameters with the user's values over them, and what of the user's file was refused."""
    found, notes = dict(shipped), []
    entries, unreadable = _entries(own)
    if unreadable:
        notes.append(Reason("own_parameters_unreadable", {"file": unreadable}))
    for place, entry in enumerate(entries):
        try:
            parameter = _told(entry, shipped)
        except FactsError as error:
            key = entry.get("key") if isinstance(entry, Mapping) else None
            values = {"key": str(key or place + 1), "name": str(error.values.get("name", ""))}
            notes.append(Reason("own_parameter_refused", values))
        else:
            found[parameter.key] = parameter
    return found, tuple(notes)


def _entries(own: Path | None) -> tuple[list[Any], str]:
    """The entries of the user's file as they stand; the file's name where it cannot be read."""
    if own is None or not own.exists():
        return [], ""
    try:
        raw = read_yaml(own)
    except UnreadableError:
        return [], own.name
    entries = raw.get("parameters") if isinstance(raw, Mapping) else None
    if not isinstance(entries, list) or raw.get("schema") != SCHEMA:
        return [], own.name
    return entries, ""


def _told(entry: object, shipped: Mapping[str, Parameter]) -> Parameter:
    record = Record(entry, "", "parameter")
    key, values = record.text("key"), record.child("values").raw
    changed = checked(key, values)
    who, when = record.maybe_text("told_by") or "", record.maybe_text("told_on") or ""
    source = Source(f"{OWN}: {key}", who, when or None)
    return replace(
        shipped[key],
        values=changed,
        sources=(source,),
        told_by=who or ("" if when else OWN),
        told_on=when,
    )


def keep_own(own: Path, key: str, values: Mapping[str, float] | None, who: str, when: str) -> None:
    """Write the user's ``values`` of ``key`` to ``own``; None takes them away.

    Other entries stay as they are, refused ones too. A file that could not be read is kept beside
    it with the ending ``.broken``. Raises OSError.
    """
    entries, unreadable = _entries(own)
    if unreadable:
        own.replace(own.with_name(f"{own.name}.broken"))
    kept = [each for each in entries if not isinstance(each, Mapping) or each.get("key") != key]
    if values is not None:
        told = {"told_by": who, "told_on": when}
        kept.append({"key": key, "values": checked(key, values), **told})
    content = {"schema": SCHEMA, "parameters": kept}
    write_whole(own, yaml.safe_dump(content, allow_unicode=True, sort_keys=False).encode())
