"""The closed vocabularies of the policy files: ``_vocabulary.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from geo.model import FactType, PolicyWords
from geo.money.records import Record, read_asset

VOCABULARY = "_vocabulary.yaml"
_SCOPES = ("registered", "shoot")
WORDED = ("level", "choice")


def load_words(folder: Path) -> PolicyWords:
    """The vocabularies. Raises FactsError with file, item and field."""
    record = read_asset(folder / VOCABULARY)
    payees, facts, implied = record.child("payees"), record.child("facts"), record.child("implies")
    kinds = record.child("kinds")
    operators = {kind: kinds.texts(kind) for kind in kinds.raw}
    return PolicyWords(
        facts={name: _fact_type(facts.child(name), operators) for name in facts.raw},
        implies={name: implied.texts(name) for name in implied.raw},
        statuses=record.texts("statuses"),
        types=record.texts("types"),
        gates=record.texts("gates"),
        cap_scopes=record.texts("cap_scopes"),
        stacks=tuple(record.child("stacks").raw),
        confidences=tuple(record.child("confidences").raw),
        payees={name: payees.child(name).flag("reaches_crew") for name in payees.raw},
        modes=tuple(record.child("modes").raw),
        computables=tuple(record.child("computable").raw),
        shares=tuple(record.child("shares").raw),
        registrations=record.texts("registrations"),
    )


def _fact_type(record: Record, operators: Mapping[str, tuple[str, ...]]) -> FactType:
    """One fact: the operators are those of its kind, or the fewer that it names itself."""
    record.only(("type", "scope", "levels", "unit", "group", "operators"))
    kind, levels = record.choice("type", operators), record.texts("levels")
    if (kind in WORDED) != bool(levels):
        raise record.broken("levels")
    if record.maybe_text("scope") not in (None, *_SCOPES):
        raise record.broken("scope")
    own = record.texts("operators")
    if not set(own) <= set(operators[kind]):
        raise record.broken("operators")
    return FactType(
        kind,
        record.maybe_text("scope"),
        levels,
        unit=record.maybe_text("unit") or "",
        operators=own or operators[kind],
        group=record.text("group"),
    )
