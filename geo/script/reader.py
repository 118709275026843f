"""Read a script: a file in, scenes with what each needs out; and read its lines again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from geo.model import Script, ScriptWarning, Tag, Vocabulary
from geo.progress import Job
from geo.script.breakdown.building import build_scenes, script_lines
from geo.script.breakdown.doubts import no_headings
from geo.script.breakdown.needs import reader_of
from geo.script.breakdown.sets import group_sets
from geo.script.exchange import read_own
from geo.script.grammar.habits import Habit, habitual_tags
from geo.script.grammar.tagging import Tagged, heading_like, tag_lines
from geo.script.opening import open_source
from geo.script.text.fold import bare
from geo.script.text.source import Source

TITLE = re.compile(r"《(?P<title>[^》]{1,40})》")
NAMED_TITLE = re.compile(
    r"^(?:剧名|片名|剧本名称?|标题|title)\s*[:：]\s*(?P<title>\S.{0,60})$", re.IGNORECASE
)


def _title(front: str, given: str, path: Path) -> str:
    if given:
        named = TITLE.search(given)
        return named["title"] if named else given
    for line in front.splitlines():
        named = NAMED_TITLE.match(bare(line))
        if named:
            return named["title"].strip("《》 ")
    quoted = TITLE.search(front)
    return quoted["title"] if quoted else path.stem


def said_by_hand(source: Source, tags: dict[int, Tag]) -> Source:
    """``source`` with the lines of these numbers said to be what ``tags`` tells."""
    lines = tuple(
        replace(line, tag=tags[line.number], by_hand=True) if line.number in tags else line
        for line in source.lines
    )
    return replace(source, lines=lines)


def _tagged(source: Source, habits: Sequence[Habit]) -> Job[tuple[list[Tagged], str]]:
    """The lines of ``source`` tagged, and tagged again where the user's habits know better."""
    tagged, style = yield from tag_lines(source)
    lines = [one.line for one in tagged]
    said = habitual_tags(lines, [one.tag for one in tagged], style, habits)
    if said:
        tagged, style = yield from tag_lines(said_by_hand(source, said), known=style)
    return tagged, style


def read_script(path: Path, vocabulary: Vocabulary, habits: Sequence[Habit] = ()) -> Job[Script]:
    """The script at ``path`` as understood with ``vocabulary`` and what the user said before.

    A breakdown of our own comes back as the script it was. Where no line reads as a heading there
    are no scenes, all lines, and the warning ``no_headings``: the user can say which lines are.
    Raises ScriptError: those of the door (``open_source``) and ``script_newer``.
    """
    own = yield from read_own(path, vocabulary)
    if own is not None:
        return own
    source = yield from open_source(path)
    tagged, style = yield from _tagged(source, habits)
    front, scenes, warnings = yield from build_scenes(tagged, reader_of(vocabulary))
    warnings = [*no_headings(scenes), *heading_like(tagged), *warnings]
    if source.broken:
        warnings.insert(0, ScriptWarning(1, "text_damaged", {"count": source.broken}))
    return Script(
        title=_title(front, source.title, path),
        scenes=tuple(scenes),
        sets=group_sets(scenes),
        warnings=tuple(warnings),
        origin=path.name,
        style=style,
        lines=script_lines(tagged, scenes),
        marked=source.marked,
    )
