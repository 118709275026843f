"""YAML that strangers wrote: plain values with their lines, built from events, never run.

Aliases, tags and control characters are faults with a line; a broken item is left out and the rest
is read. Nothing is expanded, so a short file cannot grow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import yaml

from geo.model import Scalar

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS: Mapping[str | None, Any] = yaml.SafeLoader.yaml_implicit_resolvers

MOST_BYTES = 1_000_000
MOST_VALUES = 100_000
MOST_ITEMS = 2_000
MOST_FAULTS = 1_000
DEEPEST = 14
LONGEST_TEXT = 4_000
_LONGEST_NUMBER = 24
_HOPELESS = 100
# control, zero-width, direction-turning and private characters: none is writing
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_WHITE = re.compile(r"\s+")
_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)")
_ITEM = re.compile(r"^( *)- +id *: *(\S+)")
_TRUE = {"true", "yes", "on"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not taken: line (from 1), code and its values."""

    line: int
    code: str
    values: Mapping[str, Scalar] = field(default_factory=dict)


class Marked(dict[str, Any]):
    """A mapping that knows its lines: ``line`` to ``end``, and ``lines`` of each key (from 1)."""

    __slots__ = ("end", "line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.end = line
        self.lines: dict[str, int] = {}


class _StopError(Exception):
    """The rest is not worth reading."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class _Frame:
    """A mapping or list that is still open; ``key`` is the key whose value comes next."""

    def __init__(self, value: Marked | list[Any]) -> None:
        self.value = value
        self.key: str | None = None
        self.line = 0


class _Builder:
    """Builds values from the events of a parser."""

    def __init__(self, offset: int = 0) -> None:
        self.root: Any = None
        self._offset = offset
        self.faults: list[Fault] = []
        self._open: list[_Frame] = []
        self._skipped = 0
        self._count = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        line = self._offset + _place_of(event.start_mark)[0] + 1
        if isinstance(event, yaml.ScalarEvent):
            self._mind(event, line)
            self._place(self._scalar(event, line), line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            # a block ends where the next thing begins, a bracket where it stands
            closed = _place_of(event.end_mark) != _place_of(event.start_mark)
            self._finish(line if closed else line - 1)
        elif isinstance(event, yaml.AliasEvent):
            self._fault(line, "policy_refused.alias")
            self._place(None, line)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._fault(line, "policy_refused.documents")

    def _fault(self, line: int, code: str, **values: Scalar) -> None:
        fault = Fault(line, code, values)
        if self.faults and self.faults[-1] == fault:
            return
        if len(self.faults) == MOST_FAULTS:
            raise _StopError(Fault(line, "policy_refused.too_many_faults", {"most": MOST_FAULTS}))
        self.faults.append(fault)

    def _mind(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        """Tags would choose a type, anchors would copy: neither is wanted here."""
        if event.tag is not None and event.tag != "!":
            self._fault(line, "policy_refused.tag", tag=clean(event.tag))
        if event.anchor is not None:
            self._fault(line, "policy_refused.alias")

    def _begin(self, event: yaml.CollectionStartEvent, line: int) -> None:
        self._mind(event, line)
        if self._skipped or len(self._open) >= DEEPEST:
            if not self._skipped:
                self._fault(line, "policy_refused.too_deep", most=DEEPEST)
                self._place(None, line)
            self._skipped += 1
            if self._skipped > _HOPELESS:
                raise _StopError(self.faults[-1])
            return
        mapping = isinstance(event, yaml.MappingStartEvent)
        value: Marked | list[Any] = Marked(line) if mapping else []
        self._place(value, line)
        self._open.append(_Frame(value))

    def _finish(self, last: int) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        value = self._open.pop().value
        if isinstance(value, Marked):
            value.end = max(last, value.line)

    def _place(self, value: Any, line: int) -> None:  # noqa: ANN401 (what YAML gives)
        if self._skipped:
            return
        self._count += 1
        if self._count > MOST_VALUES:
            raise _StopError(Fault(line, "policy_refused.too_many", {"most": MOST_VALUES}))
        if not self._open:
            self.root = value if self._documents <= 1 else self.root
            return
        frame = self._open[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif frame.key is None:
            self._name(frame, value, line)
        else:
            frame.value[frame.key] = value
            frame.value.lines[frame.key] = frame.line
            frame.key = None

    def _name(self, frame: _Frame, value: Any, line: int) -> None:  # noqa: ANN401
        """Take a key: a text that stands once."""
        if isinstance(value, Marked | list):
            self._fault(line, "policy_refused.key")
        key = str(value)
        if key in frame.value:
            self._fault(line, "policy_refused.twice_key", field=key)
        frame.key, frame.line = key, line

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Any:  # noqa: ANN401
        text: str = event.value
        if len(text) > LONGEST_TEXT:
            self._fault(line, "policy_refused.too_long", most=LONGEST_TEXT)
            return None
        if not event.implicit[0]:
            if _HOSTILE.search(text):
                self._fault(line, "policy_refused.characters")
            return clean(text)
        value, known = _plain(text)
        if not known:
            self._fault(line, "policy_refused.number")
        return value


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[Any, bool]:
    """A word without quotes: nothing, yes or no, a number or a text; False for a number too long.

    What it stands for is told by the rules of the YAML library.
    """
    kind = _kind(text)
    if kind == "null":
        return None, True
    if kind == "bool":
        return text.lower() in _TRUE, True
    if kind in ("int", "float"):
        if len(text) > _LONGEST_NUMBER:
            return None, False
        if kind == "int" and _WHOLE.fullmatch(text):
            return int(text.replace("_", "")), True
        number = _float(text) if kind == "float" else None
        return (text if number is None else number), True
    return clean(text), True


def _place_of(mark: Any) -> tuple[int, int]:  # noqa: ANN401 (one of two classes of the library)
    """Line and column, from 0."""
    return (mark.line, mark.column) if mark else (0, 0)


def _kind(text: str) -> str:
    """The last word of the tag that the library gives a plain scalar."""
    for tag, pattern in (*_RESOLVERS.get(text[:1], ()), *_RESOLVERS.get(None, ())):
        if pattern.match(text):
            return str(tag).rpartition(":")[2]
    return "str"


def _float(text: str) -> float | None:
    """A finite decimal number; sexagesimal, infinite and not-a-number stay text."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def clean(text: str) -> str:
    """The text on one line, without the characters that only deceive."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _WHITE.sub(" ", _HOSTILE.sub(_STAND_IN, text)).strip()


def hostile(text: str) -> bool:
    """Whether the text holds characters that only deceive."""
    return _HOSTILE.search(text) is not None


def read_marked(text: str) -> tuple[Any, tuple[Fault, ...]]:
    """The values of a YAML text, and all that was not taken, in the order of the lines.

    Where the whole is no YAML, each item (``- id: ...``) is read by itself: one that is broken is
    left out and the others stand.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    hostile_lines = [at for at, line in enumerate(lines) if _HOSTILE.search(line)]
    if len(hostile_lines) > MOST_FAULTS:
        return None, (Fault(hostile_lines[0] + 1, "policy_refused.characters"),)
    for at in hostile_lines:
        lines[at] = _HOSTILE.sub(_STAND_IN, lines[at])
    faults = [Fault(at + 1, "policy_refused.characters") for at in hostile_lines]
    root, found, whole = _parsed(lines, 0)
    if not whole:
        starts = _items(lines)
        if 0 < len(starts) <= MOST_ITEMS:
            root, found = _one_by_one(lines, starts)
    return root, tuple(sorted((*faults, *found), key=lambda fault: fault.line))


def _parsed(lines: list[str], offset: int) -> tuple[Any, list[Fault], bool]:
    """Values and faults of the lines, and whether they are YAML to the end."""
    builder = _Builder(offset)
    try:
        for event in yaml.parse("\n".join(lines), Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        line = offset + _place_of(error.problem_mark)[0] + 1
        return None, [Fault(line, "policy_refused.syntax")], False
    except _StopError as stop:
        return None, [stop.fault], False
    return builder.root, builder.faults, True


def _items(lines: list[str]) -> list[int]:
    """Where the items of the list begin."""
    first = next((match for line in lines if (match := _ITEM.match(line))), None)
    if first is None:
        return []
    begin = f"{first.group(1)}- "
    return [at for at, line in enumerate(lines) if line.startswith(begin)]


def _one_by_one(lines: list[str], starts: list[int]) -> tuple[Any, list[Fault]]:
    """What stands above the items, and each item that can be read."""
    root, faults, _ = _parsed(lines[: starts[0]], 0)
    items: list[Any] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        rows, found, whole = _parsed(lines[start:end], start)
        match = _ITEM.match(lines[start])
        if whole:
            items.extend(rows)
        else:
            name: dict[str, Scalar] = {"item": clean(match.group(2))} if match else {}
            found = [replace(fault, values={**fault.values, **name}) for fault in found]
        faults.extend(found)
    if isinstance(root, Marked):
        root[next((key for key, value in root.items() if value is None), "")] = items
    return root, faults
