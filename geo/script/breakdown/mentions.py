"""Places that are only spoken of: in dialogue, denied, on a screen, in memory, far away.

They are no need of the scene. Where a type of place is spoken of that nothing else in the whole
script asks for, that is told, so that somebody can say whether it is to be shot after all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate

from geo.model import Scalar, Scene, ScriptLine, ScriptWarning, Tag
from geo.script.breakdown.lexicon import Hit, Lexicon
from geo.script.text.fold import fold
from geo.script.text.words import AWAY_AFTER, AWAY_BEFORE, DENIED, SURE_ENDINGS, VAGUE_ENDINGS

CLAUSE = frozenset("，。；！？,;!?\n")
REACH = 10
MOST_MENTIONS = 5
PLACE_ENDINGS = frozenset(
    ending[-1] for ending in (*SURE_ENDINGS, *VAGUE_ENDINGS, "场", "头", "边")
)
GOING = re.compile(r"(?:在|去|到|回|来|从|进|往|离开|逛|约)[^，。]{0,5}$")
DENIED_BEFORE = re.compile(
    rf"(?:{'|'.join(DENIED)})(?:再|能|敢|想|肯|曾|有)?(?:去|到|回|进|来|上|在)?过?[^，。]{{0,2}}$"
)


def clause_before(text: str, start: int) -> str:
    """What stands before ``start`` in its clause, at most ten characters."""
    index = start
    while index > 0 and start - index < REACH and text[index - 1] not in CLAUSE:
        index -= 1
    return text[index:start]


def is_away(text: str, hit: Hit) -> bool:
    """Whether the place of ``hit`` is only spoken of, shown or denied in ``text``."""
    before, after = clause_before(text, hit.start), text[hit.end : hit.end + 5]
    return (
        any(word in before for word in AWAY_BEFORE)
        or after.startswith(AWAY_AFTER)
        or bool(DENIED_BEFORE.search(before))
    )


def place_mentions(
    scenes: Sequence[Scene],
    lines: Mapping[str, Sequence[ScriptLine]],
    words: Lexicon,
    settled: Collection[str] = (),
) -> list[ScriptWarning]:
    """A handful of places spoken of that no scene asks for, one for each type.

    ``lines`` are those of each scene by its id.
    """
    needed = {need.scene_type for scene in scenes for need in scene.needs}
    found: dict[str, ScriptWarning] = {}
    for scene in scenes:
        own = [line for line in lines.get(scene.id, ()) if line.tag in (Tag.ACTION, Tag.DIALOGUE)]
        ends = list(accumulate(len(line.text) + 1 for line in own))
        text = "\n".join(line.text for line in own)
        for hit in words.find(text):
            code = hit.codes[0]
            if code in needed or code in found:
                continue
            line = own[bisect_right(ends, hit.start)]
            asked = f"place_mentioned|{hit.word}|{scene.place}" in settled
            if asked or not _spoken_of(text, line.tag, hit):
                continue
            values: dict[str, Scalar] = {
                "line": line.number,
                "word": hit.word,
                "scene": scene.id,
                "code": code,
            }
            found[code] = ScriptWarning(line.number, "place_mentioned", values)
        if len(found) >= MOST_MENTIONS:
            break
    return list(found.values())[:MOST_MENTIONS]


def _spoken_of(text: str, tag: Tag, hit: Hit) -> bool:
    """Whether somebody is said to be or go there, or it is seen without being there."""
    if len(hit.codes) > 1 or fold(hit.word)[-1] not in PLACE_ENDINGS:
        return False
    if tag is Tag.ACTION:
        return is_away(text, hit)
    return bool(GOING.search(clause_before(text, hit.start)))
