"""What the user said of lines like these: remembered for the next file of the same house style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from geo.files import UnreadableError, read_yaml, write_whole
from geo.model import Script, Tag
from geo.script.grammar.shapes import shape_of
from geo.script.text.source import SourceLine

MOST_HABITS = 500


@dataclass(frozen=True, slots=True)
class Habit:
    """In files of this ``style`` (``Script.style``) lines of this shape are this ``tag``."""

    style: str
    shape: str
    tag: Tag


def habit_of(script: Script, number: int, tag: Tag) -> Habit:
    """What to remember when the line ``number`` is said to be ``tag``.

    Raises KeyError when there is no such line.
    """
    for line in script.lines:
        if line.number == number:
            return Habit(script.style, shape_of(line.text), tag)
    raise KeyError(number)


def add_habit(habits: Iterable[Habit], new: Habit) -> tuple[Habit, ...]:
    """``habits`` and the new one, which takes the place of what was said of its lines before."""
    others = [one for one in habits if (one.style, one.shape) != (new.style, new.shape)]
    return (*others[1 - MOST_HABITS :], new)


def load_habits(path: Path) -> tuple[Habit, ...]:
    """The habits kept at ``path``; none when the file is missing or damaged."""
    try:
        entries = read_yaml(path) if path.is_file() else []
    except (UnreadableError, OSError):
        return ()
    found = (_habit(entry) for entry in entries) if isinstance(entries, list) else ()
    return tuple(habit for habit in found if habit is not None)


def _habit(entry: object) -> Habit | None:
    """One entry of the file, or nothing of a broken one."""
    if not isinstance(entry, dict):
        return None
    style, shape, tag = (entry.get(key) for key in ("style", "shape", "tag"))
    known = isinstance(style, str) and isinstance(shape, str) and shape and tag in set(Tag)
    return Habit(str(style), str(shape), Tag(str(tag))) if known else None


def save_habits(path: Path, habits: Iterable[Habit]) -> None:
    """Keep ``habits`` at ``path``, whole or not at all. Raises OSError."""
    entries = [
        {"style": one.style, "shape": one.shape, "tag": one.tag.value}
        for one in habits
        if one.shape
    ]
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
    write_whole(path, text.encode("utf-8"))


def habitual_tags(
    lines: Sequence[SourceLine], tags: Sequence[Tag], style: str, habits: Iterable[Habit]
) -> dict[int, Tag]:
    """What the habits of ``style`` make of lines that were read as something else, by number."""
    wanted: Mapping[str, Tag] = {one.shape: one.tag for one in habits if one.style == style}
    if not wanted:
        return {}
    found: dict[int, Tag] = {}
    for line, tag in zip(lines, tags, strict=True):
        said = wanted.get(shape_of(line.text)) if tag is not Tag.BLANK else None
        if said is not None and said is not tag:
            found[line.number] = said
    return found
