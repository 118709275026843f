"""Papers that usually prove a fact, and who knows it: ``assets/policies/_evidence.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.money.records import Record, read_asset

EVIDENCE = "_evidence.yaml"
ROLES = ("producer", "line_producer", "location", "accountant", "publicity", "company")
DUES = ("signing", "shoot", "wrap", "premiere", "later")
ISSUER = "issuer"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what it is in both languages, who gets it (a role), by when (an anchor)."""

    key: str
    what: Mapping[str, str]
    who: str
    due: str


@dataclass(frozen=True, slots=True)
class Papers:
    """Papers for every claim, for money spent, and by fact; ``asks``: fact -> who knows it.

    ``lines``: cost line -> role that can ask for its price; ``heads``: cost line -> head of
    spending in the words of the policies.
    """

    always: tuple[Paper, ...]
    spending: tuple[Paper, ...]
    facts: Mapping[str, tuple[Paper, ...]]
    heads: Mapping[str, str]
    asks: Mapping[str, str]
    lines: Mapping[str, str]


def load_papers(folder: Path) -> Papers:
    """Read and check the file. FactsError with file, item and field."""
    record = read_asset(folder / EVIDENCE)
    record.only(("schema", "always", "spending", "facts", "heads", "asks", "lines"))
    facts, heads = record.child("facts"), record.child("heads")
    asks, lines = record.child("asks"), record.child("lines")
    asks.only((ISSUER, *ROLES))
    return Papers(
        always=_papers(record, "always"),
        spending=_papers(record, "spending"),
        facts={fact: _papers(facts, fact) for fact in facts.raw},
        heads={line: heads.text(line) for line in heads.raw},
        asks={fact: who for who in asks.raw for fact in asks.texts(who)},
        lines={line: lines.choice(line, ROLES) for line in lines.raw},
    )


def _papers(record: Record, field: str) -> tuple[Paper, ...]:
    return tuple(_paper(each) for each in record.children(field, "key"))


def _paper(record: Record) -> Paper:
    record.only(("key", "zh", "en", "who", "due"))
    return Paper(
        record.text("key"),
        {"zh": record.text("zh"), "en": record.text("en")},
        record.choice("who", ROLES),
        record.choice("due", DUES),
    )
