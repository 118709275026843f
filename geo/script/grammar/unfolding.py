"""A script that arrived as one long paragraph, cut into the lines it was written in."""

from __future__ import annotations

import re

from geo.script.grammar.headings import ACTION_MARKS
from geo.script.text.source import SourceLine

LONG = 300
NUMBER = (
    r"(?:场?\d{1,3}\s?[-－—–]\s?\d{1,3}|第\s?(?:\d{1,3}|[一二三四五六七八九十百]{1,5})\s?[场場集]"
    r"|【场\s?\d{1,3}】|场次?\s?\d{1,3}|EP\s?\d+\s?-\s?SC\s?\d+)"
)
HEADING = re.compile(rf"(?<=[\s。！？…”）】])(?={NUMBER}[\s、:：.．,，/（(【《])", re.IGNORECASE)
PLAY = re.compile(
    rf"(?<=[\s。！？…”）】])(?=[{ACTION_MARKS}])"
    r"|(?<=\s)(?=[^\s：:，,。！？（(]{1,6}(?:\s?(?:OS|VO))?(?:[（(][^）)]{0,30}[）)])?[：:])"
    r"|(?<=\s)(?=【(?:字幕|闪回|特写))"
)
AT_LEAST = 2


def unfolded(lines: tuple[SourceLine, ...]) -> tuple[SourceLine, ...]:
    """``lines`` with long paragraphs that hold several scenes cut apart, numbered anew."""
    if not any(len(line.text) > LONG and _holds_scenes(line) for line in lines):
        return lines
    texts: list[SourceLine] = []
    for line in lines:
        if len(line.text) > LONG and _holds_scenes(line):
            texts += [SourceLine(0, part) for part in _parts(line.text)]
        else:
            texts.append(line)
    return tuple(
        SourceLine(number, line.text, line.tag, line.scene_number, line.by_hand)
        for number, line in enumerate(texts, start=1)
    )


def _holds_scenes(line: SourceLine) -> bool:
    found = len(HEADING.findall(line.text)) + bool(HEADING.match(" " + line.text, 1))
    return not line.by_hand and found >= AT_LEAST


def _parts(text: str) -> list[str]:
    scenes = (part for part in HEADING.split(text) if part.strip())
    return [piece.strip() for scene in scenes for piece in PLAY.split(scene) if piece.strip()]
