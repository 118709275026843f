"""The lines of the recce form: read from YAML or a pack, checked, and written down again."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from geo.errors import FactsError, SyncError
from geo.files import UnreadableError, read_yaml, write_whole
from geo.model.field import OWN_PRIVATE, RECCE, SITE, Json, RecceField, RecceOption

OWN = "own"
"""Group of the user's own lines, and what their keys begin with."""

OWN_TYPES = ("choice", "number", "text", "flag")
CHECKLIST = "check"
TYPES = (*OWN_TYPES, "price", "noise", "scenes", "position", CHECKLIST)
CHOOSING = ("choice", "noise", CHECKLIST)
MOST_LINES, MOST_OPTIONS, LONGEST = 300, 20, 200
WORDS = ("zh", "en", "icon", "unit", "hint_zh", "hint_en")
FINITE = (int, float)


class _BrokenLineError(ValueError):
    """A line that breaks the schema; its text names what is wrong with it."""


def load_form(shipped: Path, own: Path) -> tuple[RecceField, ...]:
    """The lines of ``assets/recce.yaml``, then those of the user's file where there is one.

    Raises FactsError recce_broken (file, line): a file that is unreadable or breaks the schema.
    """
    lines = tuple(one for one in _shipped(shipped) if one.type != CHECKLIST)
    if not own.is_file():
        return lines
    return joined(lines, _load(own, own=True))


def load_checklist(shipped: Path) -> tuple[RecceOption, ...]:
    """What ``assets/recce.yaml`` says to take along and to do. Raises FactsError recce_broken."""
    return tuple(
        option for one in _shipped(shipped) if one.type == CHECKLIST for option in one.options
    )


def save_own(own: Path, lines: Sequence[RecceField]) -> None:
    """Keep the user's lines in ``own``; one without a key gets it from its words.

    So the same line made by two people is one line. Raises SyncError recce_line (line), OSError.
    """
    named = joined((), (own_line(one) for one in lines))
    for one in named:
        check_own(one)
    text = yaml.safe_dump(documents_of(named), allow_unicode=True, sort_keys=False)
    write_whole(own, text.encode("utf-8"))


def own_line(line: RecceField) -> RecceField:
    """A line as one of the user's own, with a key."""
    key = line.key
    if not key or key.startswith(OWN_PRIVATE) != line.private:
        words = hashlib.sha256(f"{line.type}\n{line.zh}\n{line.en}".encode()).hexdigest()[:10]
        key = f"{OWN_PRIVATE if line.private else f'{OWN}.'}{words}"
    zh, en = line.zh.strip() or line.en.strip(), line.en.strip() or line.zh.strip()
    return replace(line, key=key, zh=zh, en=en, group=OWN, own=True, target=RECCE)


def check_own(line: RecceField) -> None:
    """Raise SyncError recce_line (line) where a line of the user's own cannot be kept."""
    try:
        _field_of(_document(line), own=True)
    except _BrokenLineError as error:
        raise SyncError("recce_line", line=line.zh or line.en or line.key) from error


def joined(lines: Iterable[RecceField], more: Iterable[RecceField]) -> tuple[RecceField, ...]:
    """``lines``, then those of ``more`` whose keys are not among them."""
    found: dict[str, RecceField] = {}
    for one in (*lines, *more):
        found.setdefault(one.key, one)
    return tuple(found.values())


# ---- as documents


def documents_of(lines: Iterable[RecceField]) -> list[Json]:
    """The lines as plain values, for YAML and for a pack; what says nothing is left out."""
    return [_document(one) for one in lines]


def fields_of(documents: object) -> tuple[RecceField, ...]:
    """The lines that a pack brings. Raises SyncError recce_form (line) where they are broken."""
    try:
        return _fields(documents)
    except _BrokenLineError as error:
        raise SyncError("recce_form", line=str(error)) from error


def _document(line: RecceField) -> dict[str, Json]:
    document: dict[str, Json] = {"key": line.key, "type": line.type, "group": line.group}
    for name in WORDS:
        if text := getattr(line, name):
            document[name] = text
    if line.options:
        document["options"] = [{"value": o.value, "zh": o.zh, "en": o.en} for o in line.options]
    more: dict[str, Json] = {
        "target": None if line.target == RECCE else line.target,
        "low": line.low,
        "high": line.high,
        "own": line.own or None,
        "private": line.private or None,
    }
    return document | {name: value for name, value in more.items() if value is not None}


def _shipped(path: Path) -> tuple[RecceField, ...]:
    """The lines of the form that ships: every answer asks for them, so they are read once."""
    try:
        known = path.stat()
    except OSError:
        return _load(path)
    return _read_once(path, known.st_mtime_ns, known.st_size)


@lru_cache(maxsize=4)
def _read_once(path: Path, written: int, size: int) -> tuple[RecceField, ...]:
    return _load(path)


def _load(path: Path, *, own: bool = False) -> tuple[RecceField, ...]:
    try:
        return _fields(read_yaml(path), own=own)
    except UnreadableError as error:
        raise FactsError("recce_broken", file=path.name, line="") from error
    except _BrokenLineError as error:
        raise FactsError("recce_broken", file=path.name, line=str(error)) from error


def _fields(documents: object, *, own: bool = False) -> tuple[RecceField, ...]:
    if documents is None:
        return ()
    if not isinstance(documents, list) or len(documents) > MOST_LINES:
        raise _BrokenLineError("")
    lines = tuple(_field_of(one, own=own) for one in documents)
    if len({one.key for one in lines}) < len(lines):
        raise _BrokenLineError("key")
    return lines


def _field_of(document: object, *, own: bool) -> RecceField:
    if not isinstance(document, Mapping):
        raise _BrokenLineError(str(document)[:LONGEST])
    line = RecceField(
        key=_text(document, "key"),
        type=_text(document, "type"),
        group=OWN if own else _text(document, "group"),
        zh=_text(document, "zh"),
        en=_text(document, "en"),
        icon=_text(document, "icon"),
        unit=_text(document, "unit"),
        options=_options(document),
        target=_text(document, "target") or RECCE,
        low=_number(document, "low"),
        high=_number(document, "high"),
        own=own or document.get("own") is True,
        private=document.get("private") is True,
        hint_zh=_text(document, "hint_zh"),
        hint_en=_text(document, "hint_en"),
    )
    _check(line)
    return line


def _check(line: RecceField) -> None:
    sound = (
        line.key != ""
        and "@" not in line.key
        and line.zh != ""
        and line.en != ""
        and line.type in (OWN_TYPES if line.own else TYPES)
        and line.target in (RECCE, SITE)
        and bool(line.options) == (line.type in CHOOSING)
        and len({one.value for one in line.options}) == len(line.options)
        and (line.low is None or line.high is None or line.low <= line.high)
    )
    if line.own:
        private = line.key.startswith(OWN_PRIVATE)
        sound = sound and line.key.startswith(f"{OWN}.") and private == line.private
    if not sound:
        raise _BrokenLineError(line.key or line.zh)


def _options(document: Mapping[Any, Any]) -> tuple[RecceOption, ...]:
    given = document.get("options", [])
    if not isinstance(given, list) or len(given) > MOST_OPTIONS:
        raise _BrokenLineError(_text(document, "key"))
    options = []
    for one in given:
        if not isinstance(one, Mapping):
            raise _BrokenLineError(_text(document, "key"))
        option = RecceOption(_text(one, "value"), _text(one, "zh"), _text(one, "en"))
        if not (option.value and option.zh and option.en):
            raise _BrokenLineError(_text(document, "key"))
        options.append(option)
    return tuple(options)


def _text(document: Mapping[Any, Any], name: str) -> str:
    given = document.get(name, "")
    if not isinstance(given, str) or len(given) > LONGEST:
        raise _BrokenLineError(str(document.get("key", name))[:LONGEST])
    return given.strip()


def _number(document: Mapping[Any, Any], name: str) -> float | None:
    given = document.get(name)
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, FINITE) or not math.isfinite(given):
        raise _BrokenLineError(_text(document, "key"))
    return float(given)
