"""Reading the permission rules: an entry that breaks the schema is refused by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml
from geo.model import (
    DayPart,
    Effect,
    Kind,
    PermitBook,
    PermitRule,
    Reason,
    Refused,
    SitePick,
    Source,
    Vocabulary,
)

SCHEMA = 1
CONFIDENCES = ("high", "medium", "low")
TOP = ("id", "effect", "what", "who", "sites", "scenes", "lead", "from", "to", "checked")
REST = ("confidence", "sources")
SITE_FIELDS = ("levels", "kinds", "regions", "districts", "names", "ids")


def load_permissions(
    path: Path, vocabulary: Vocabulary, levels: Collection[str], own: Path | None = None
) -> PermitBook:
    """Read the rules at ``path`` and the user's ``own`` above them (same id: the own one counts).

    ``levels`` are the grades of places there are. FactsError when ``path`` itself cannot be read;
    a bad entry, or a bad own file, only stands in ``refused``.
    """
    words = _Words(vocabulary, levels)
    refused: list[Refused] = []
    rules = {rule.id: rule for rule in _rules(path, words, refused)}
    if own is not None and own.exists():
        try:
            rules |= {rule.id: rule for rule in _rules(own, words, refused)}
        except FactsError as error:
            refused.append(Refused(own.name, None, "", Reason(error.code, error.values)))
    return PermitBook(tuple(rules.values()), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Words:
    vocabulary: Vocabulary
    levels: Collection[str]


def _rules(path: Path, words: _Words, refused: list[Refused]) -> list[PermitRule]:
    try:
        content = read_yaml(path)
    except UnreadableError as error:
        raise FactsError("rules_broken", file=path.name, detail=str(error)) from error
    entries = content.get("rules") if isinstance(content, Mapping) else None
    if not isinstance(entries, list) or content.get("schema") != SCHEMA:
        raise FactsError("facts_field_broken", file=path.name, item="", field="schema, rules")
    rules: dict[str, PermitRule] = {}
    for place, raw in enumerate(entries):
        named = raw.get("id") if isinstance(raw, Mapping) else None
        item = named if isinstance(named, str) and named else f"rules[{place}]"
        try:
            if item in rules:
                raise FactsError("facts_field_broken", file=path.name, item=item, field="id")
            rules[item] = _rule(_Entry(raw, path.name, item), words)
        except FactsError as error:
            refused.append(Refused(path.name, None, item, Reason(error.code, error.values)))
    return list(rules.values())


class _Entry:
    """One mapping; every getter raises FactsError that names the field."""

    def __init__(self, raw: object, file: str, item: str, known: Iterable[str] = ()) -> None:
        self.file = file
        self.item = item
        if not isinstance(raw, Mapping):
            raise self.broken("")
        self.raw: Mapping[str, Any] = raw
        for key in raw:
            if known and key not in set(known):
                raise self.broken(str(key))

    def broken(self, field: str) -> FactsError:
        return FactsError("facts_field_broken", file=self.file, item=self.item, field=field)

    def get(self, field: str, kind: type, default: object = None) -> Any:  # noqa: ANN401 (as read)
        value = self.raw.get(field, default)
        # a date-time is a date and a bool a number to Python, not here
        if value is not default and type(value) is not kind:
            raise self.broken(field)
        return value

    def texts(self, field: str, allowed: Collection[str] | None = None) -> tuple[str, ...]:
        value = self.get(field, list, [])
        if any(not isinstance(each, str) or not each for each in value):
            raise self.broken(field)
        if allowed is not None and any(each not in allowed for each in value):
            raise self.broken(field)
        return tuple(value)

    def child(self, field: str, known: Sequence[str]) -> _Entry:
        return _Entry(self.raw.get(field, {}), self.file, f"{self.item}.{field}", known)

    def both(self, field: str) -> tuple[str, str]:
        """A text in Chinese and in English."""
        texts = self.child(field, ("zh", "en"))
        zh, en = texts.get("zh", str), texts.get("en", str)
        if not zh or not en:
            raise self.broken(field)
        return zh, en


def _rule(entry: _Entry, words: _Words) -> PermitRule:
    _Entry(entry.raw, entry.file, entry.item, (*TOP, *REST))
    scenes = entry.child("scenes", ("flags", "times", "inside", "buildings"))
    lead = entry.child("lead", ("days", "working"))
    if "id" not in entry.raw or entry.raw.get("effect") not in set(Effect):
        raise entry.broken("effect" if "id" in entry.raw else "id")
    effect = Effect(entry.raw["effect"])
    days = lead.get("days", int)
    if days is not None and days < 0:
        raise lead.broken("days")
    starts, ends = entry.get("from", date), entry.get("to", date)
    if starts and ends and ends < starts:
        raise entry.broken("to")
    confidence = entry.get("confidence", str, "low")
    if confidence not in CONFIDENCES:
        raise entry.broken("confidence")
    return PermitRule(
        id=entry.item,
        effect=effect,
        what=entry.both("what"),
        who=entry.both("who"),
        sites=tuple(_pick(entry, raw, words) for raw in entry.get("sites", list, [])),
        flags=scenes.texts("flags", words.vocabulary.flags),
        times=tuple(DayPart(each) for each in scenes.texts("times", set(DayPart))),
        inside=scenes.get("inside", bool, False) or effect is Effect.OUTDOORS,
        buildings=scenes.texts("buildings", words.vocabulary.scene_types),
        lead_days=days,
        working=lead.get("working", bool, False),
        valid_from=starts,
        valid_to=ends,
        checked=entry.get("checked", bool, True),
        confidence=confidence,
        sources=_sources(entry, confidence),
    )


def _pick(entry: _Entry, raw: object, words: _Words) -> SitePick:
    pick = _Entry(raw, entry.file, f"{entry.item}.sites", SITE_FIELDS)
    if not pick.raw:
        raise entry.broken("sites")
    return SitePick(
        levels=pick.texts("levels", words.levels),
        kinds=pick.texts("kinds", set(Kind)),
        regions=pick.texts("regions"),
        districts=pick.texts("districts"),
        names=pick.texts("names"),
        ids=pick.texts("ids"),
    )


def _sources(entry: _Entry, confidence: str) -> tuple[Source, ...]:
    """The sources; a rule that nobody can be asked about is no rule."""
    found = []
    for raw in entry.get("sources", list, []):
        source = _Entry(raw, entry.file, f"{entry.item}.sources")
        title, publisher = source.get("title", str), source.get("publisher", str)
        if not title or not publisher:
            raise entry.broken("sources")
        when = source.raw.get("date")
        url = source.get("url", str)
        dated = None if when is None else str(when)
        found.append(Source(title, publisher, dated, url, confidence=confidence))
    if not found:
        raise entry.broken("sources")
    return tuple(found)
