"""Two drafts of a scene in words: its fate, its numbers, its texts line against line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import QCoreApplication

from geo.model import Fate, Scene, SceneChange, Script, Tag
from gui import theme
from gui.pages.script.question_words import field_word

SIDES = 2


def fate_word(fate: Fate) -> str:
    """没变, 改了, 挪了, 新增, 删去."""
    return {
        Fate.SAME: QCoreApplication.translate("Drafts", "没变"),
        Fate.CHANGED: QCoreApplication.translate("Drafts", "改了"),
        Fate.MOVED: QCoreApplication.translate("Drafts", "挪了"),
        Fate.NEW: QCoreApplication.translate("Drafts", "新增"),
        Fate.OMITTED: QCoreApplication.translate("Drafts", "删去"),
    }[fate]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One scene across two drafts, ready to be shown."""

    change: SceneChange
    fate: str
    number: str
    place: str
    what: str


def rows_of(changes: Sequence[SceneChange], old: Script, new: Script) -> list[ChangeRow]:
    """The rows of the list, in the order of ``changes``."""
    was = {scene.id: scene for scene in old.scenes}
    now = {scene.id: scene for scene in new.scenes}
    return [_row(one, was.get(one.old or ""), now.get(one.new or "")) for one in changes]


def _row(change: SceneChange, was: Scene | None, now: Scene | None) -> ChangeRow:
    numbers = [scene.label for scene in (was, now) if scene is not None]
    if len(numbers) == SIDES and numbers[0] == numbers[1]:
        numbers = numbers[:1]
    places = list(dict.fromkeys(scene.place for scene in (was, now) if scene and scene.place))
    # a place that was only written otherwise is told once, as it stands now
    if len(places) == SIDES and "place" not in change.what:
        places = places[1:]
    what = [field_word(name) for name in change.what]
    if change.asked:
        asked = _between().join(field_word(name) for name in change.asked)
        what.append(QCoreApplication.translate("Drafts", "要再看：{names}").format(names=asked))
    return ChangeRow(
        change,
        fate_word(change.fate),
        " → ".join(numbers),
        " → ".join(places),
        _between().join(what),
    )


def _between() -> str:
    return ", " if theme.language() == "en" else "、"


def text_of(script: Script, scene_id: str | None) -> list[str]:
    """The lines of a scene as written, blank ones left out."""
    if scene_id is None:
        return []
    return [
        line.text.strip()
        for line in script.lines
        if line.scene == scene_id and line.tag is not Tag.BLANK and line.text.strip()
    ]


Pair = tuple[str | None, str | None]


def side_by_side(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Lines of two texts against each other; None where one has none."""
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, list(old), list(new), autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        left, right = list(old[i1:i2]), list(new[j1:j2])
        longest = max(len(left), len(right))
        pairs += [
            (left[at] if at < len(left) else None, right[at] if at < len(right) else None)
            for at in range(longest)
        ]
    return pairs


def page_of(pairs: Sequence[Pair]) -> str:
    """The two texts as a table of two columns; lines that differ are marked − and +."""
    rows = "".join(_line(left, right) for left, right in pairs)
    return f'<table width="100%" cellspacing="0" cellpadding="4">{rows}</table>'


def _line(left: str | None, right: str | None) -> str:
    palette = theme.current()
    if left == right:
        cell = f'<td width="50%">&nbsp;&nbsp;{escape(left or "")}</td>'
        return f"<tr>{cell}{cell}</tr>"
    cells = []
    marks = _marked(left, right) if left is not None and right is not None else (left, right)
    for text, raw, sign, ground in (
        (marks[0], left, "−", palette.warn_bg),
        (marks[1], right, "+", palette.ok_bg),
    ):
        if raw is None:
            cells.append('<td width="50%"></td>')
            continue
        body = text if left is not None and right is not None else escape(raw)
        cells.append(f'<td width="50%" bgcolor="{ground}">{sign} {body}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _marked(left: str, right: str) -> tuple[str, str]:
    """Both lines, what differs in each underlined."""
    parts: tuple[list[str], list[str]] = ([], [])
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        for side, piece in zip(parts, (left[i1:i2], right[j1:j2]), strict=True):
            side.append(
                escape(piece) if kind == "equal" or not piece else f"<u>{escape(piece)}</u>"
            )
    return "".join(parts[0]), "".join(parts[1])
