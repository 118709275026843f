"""The project facts that can be asked for: the short first list, then all that policies ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from geo.model import (
    Amount,
    AnyOf,
    Condition,
    FactField,
    FactOption,
    FactType,
    Policy,
    PolicyBook,
    Rule,
)
from geo.money.records import Record, read_asset

Texts: TypeAlias = Mapping[str, Mapping[str, str]]
FILE = "project_fields.yaml"
TYPES = ("int", "float", "bool", "text", "date", "choice", "share", "city")
_KEYS = ("key", "type", "group", "unit", "options")
_KINDS = {
    "money": "float",
    "level": "choice",
    "place": "city",
    "places": "tags",
    "number": "float",
}
_COUNTED = ("people", "days", "episodes", "plays")
_WORDED = ("text", "tags", "choice")


def load_fields(folder: Path, texts: Texts) -> tuple[FactField, ...]:
    """The first list, in the order of asking; names stand in ``texts`` under fact.<key>.

    Raises FactsError with file, item and field.
    """
    fields: list[FactField] = []
    for record in read_asset(folder / FILE).children("fields", "key"):
        field = _field(record, texts)
        if any(each.key == field.key for each in fields):
            raise record.broken("key")
        fields.append(field)
    return tuple(fields)


def _field(record: Record, texts: Texts) -> FactField:
    record.only(_KEYS)
    key, kind = record.text("key"), record.choice("type", TYPES)
    options = tuple(_option(each) for each in record.children("options", "value"))
    if (kind == "choice") != bool(options):
        raise record.broken("options")
    if f"fact.{key}" not in texts:
        raise record.broken("key")
    unit = record.maybe_text("unit") or ""
    return _named(key, kind, record.text("group"), texts, unit, options)


def _option(record: Record) -> FactOption:
    record.only(("value", "zh", "en"))
    return FactOption(record.text("value"), record.text("zh"), record.text("en"))


def _named(
    key: str, kind: str, group: str, texts: Texts, unit: str, options: tuple[FactOption, ...]
) -> FactField:
    name = texts.get(f"fact.{key}", {"zh": key, "en": key})
    # the name begins small because it also stands in sentences
    english = name["en"][:1].upper() + name["en"][1:]
    return FactField(key, kind, group, name["zh"], english, unit, options)


def all_fields(
    first: tuple[FactField, ...], book: PolicyBook, texts: Texts
) -> tuple[FactField, ...]:
    """The first list, then every other fact of the vocabulary, by group.

    Where policies ask for words (fact_word.<word> in ``texts``), these are the options, so what the
    user's own policies ask for can be answered as well. ``tags`` takes several of them.
    """
    asked = _asked(book)
    known = {field.key: field for field in first}
    groups = dict.fromkeys(field.group for field in first)
    rest = [
        _of_type(key, kind, tuple(asked.get(key, ())), texts)
        for key, kind in book.words.facts.items()
        if key not in known
    ]
    groups |= dict.fromkeys(field.group for field in rest)
    order = {group: place for place, group in enumerate(groups)}
    more = tuple(sorted(rest, key=lambda field: order[field.group]))
    return (*(_widened(each, asked.get(each.key, {}), texts) for each in first), *more)


def _of_type(key: str, kind: FactType, words: tuple[str, ...], texts: Texts) -> FactField:
    """The field of one fact of the vocabulary."""
    type_ = _KINDS.get(kind.kind, kind.kind)
    if kind.kind == "number" and kind.unit in _COUNTED:
        type_ = "int"
    options = _options(kind.levels or words, texts) if type_ in _WORDED else ()
    if kind.kind == "places":
        options = ()
    return _named(key, type_, kind.group, texts, kind.unit, options)


def _widened(field: FactField, words: Mapping[str, None], texts: Texts) -> FactField:
    """The field with the words that policies ask for and its options lack."""
    if not field.options:
        return field
    have = {option.value for option in field.options}
    more = _options(tuple(each for each in words if each not in have), texts)
    return replace(field, options=(*field.options, *more)) if more else field


def _options(words: tuple[str, ...], texts: Texts) -> tuple[FactOption, ...]:
    found = []
    for word in words:
        told = texts.get(f"fact_word.{word}", {"zh": word, "en": word})
        found.append(FactOption(word, told["zh"], told["en"]))
    return tuple(found)


def _asked(book: PolicyBook) -> dict[str, dict[str, None]]:
    """The words that policies ask for, by fact, in the order of the book."""
    found: dict[str, dict[str, None]] = {}
    for policy in book.policies:
        for fact, word in _words_of(policy):
            found.setdefault(fact, {})[word] = None
    return found


def _words_of(policy: Policy) -> Iterator[tuple[str, str]]:
    yield from _words_in(policy.conditions)
    if policy.amount is not None:
        yield from _words_paid(policy.amount)


def _words_paid(amount: Amount) -> Iterator[tuple[str, str]]:
    """Words on which an amount hangs: tiers, the bonus, the conditions of parts."""
    if amount.tier_key is not None:
        yield from ((amount.tier_key, tier.equals) for tier in amount.tiers if tier.equals)
    if amount.bonus_if is not None:
        yield from _words_in((amount.bonus_if,))
    for part in amount.parts:
        yield from _words_in(part.conditions)
        yield from _words_paid(part.amount)


def _words_in(rules: tuple[Rule, ...]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        for each in rule.options if isinstance(rule, AnyOf) else (rule,):
            yield from _words_wanted(each)


def _words_wanted(condition: Condition) -> Iterator[tuple[str, str]]:
    wanted = condition.value
    for each in wanted if isinstance(wanted, tuple) else (wanted,):
        if isinstance(each, str):
            yield condition.fact, each
