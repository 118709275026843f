"""Lines said by hand in one draft, found again in the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from geo.model import Script, ScriptLine, Tag
from geo.script.drafts.words import unnumbered

Run = list[tuple[int, ScriptLine]]


def hand_tags(old: Script, new: Script) -> dict[int, Tag]:
    """What was said by hand of lines of ``old``, by the numbers of the same lines in ``new``.

    Lines said in one run (a scene removed, a heading that was none) are found together, numbers of
    headings apart: where the run stands once, or behind the line it stood behind. A run that the
    new draft has changed is said no more.
    """
    mine = [line for line in old.lines if line.text.strip()]
    yours = [line for line in new.lines if line.text.strip()]
    keys, others = ([unnumbered(line.text) for line in lines] for lines in (mine, yours))
    at: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(others):
        at[key].append(index)
    tags: dict[int, Tag] = {}
    for run in _runs(mine):
        start = run[0][0]
        wanted = keys[start : start + len(run)]
        found = [index for index in at[wanted[0]] if others[index : index + len(run)] == wanted]
        if len(found) > 1:
            before = keys[start - 1 : start]
            found = [index for index in found if others[max(index - 1, 0) : index] == before]
        if len(found) == 1:
            numbers = [line.number for line in yours[found[0] : found[0] + len(run)]]
            tags |= {number: line.tag for number, (_, line) in zip(numbers, run, strict=True)}
    return tags


def _runs(lines: Sequence[ScriptLine]) -> Iterator[Run]:
    """Lines said by hand, those that follow each other together."""
    run: Run = []
    for index, line in enumerate(lines):
        if line.by_hand:
            run.append((index, line))
        elif run:
            yield run
            run = []
    if run:
        yield run
