"""What a line looks like, whatever it says: ``沈家大厅　夜　内`` is like ``顾府后院 日 外``.

A shape is a short code of the parts of a line: ``#`` a number (``#-#``, ``第#场``), ``T`` a time of
day, ``S`` inside or outside, ``place:`` and the like for labels, ``W`` words; then how long it is
and whether it ends as a sentence does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.model import Script
from geo.script.grammar.fields import read_field
from geo.script.grammar.headings import ACTION_MARKS
from geo.script.grammar.labels import LABEL_WORDS, LABELS
from geo.script.text.fold import bare, fold

LOOKED_AT = 60
REMEMBERED = 16_384
SHORT, MIDDLE = 16, 40
CHINESE_NUMBER = r"[零〇一二两三四五六七八九十百]{1,6}"
SPECIAL = re.compile(
    rf"第\s*(?:\d+|{CHINESE_NUMBER})\s*(?P<unit>[集场回幕])"
    rf"|(?P<before>[场集])\s*(?:\d+|{CHINESE_NUMBER})"
    rf"|^(?P<list>{CHINESE_NUMBER})(?=[、.])"
)
TOKEN = re.compile(
    r"第#[集场回幕]|[场集]#|#|\d+|[:(\[【「《]|[^\s\d:/|,;、.。()\[\]【】「」《》\-#]+"
)
ENDS = "。！？!?…”」.~"
CUE_AT_MOST = 12
BRACKETS = {"(": "(", "[": "(", "【": "(", "「": "「", "《": "《"}


def _word(word: str) -> str:
    field = read_field(word)
    parts = ("T" if field.time is not None else "") + ("S" if field.side is not None else "")
    return parts or "W"


@lru_cache(maxsize=REMEMBERED)
def shape_of(text: str) -> str:
    """The shape of a line as a short code; the same for lines that look alike."""
    marked = "*" if text.lstrip()[:1] in "#*" and text.strip() else ""
    line = fold(bare(text))
    if not line:
        return ""
    if line[0] in ACTION_MARKS:
        return "△"
    head, colon, _ = line.partition(":")
    label = head.strip("【[ ")
    if colon and label in LABEL_WORDS:
        return f"{LABELS[label]}:"
    indented = ">" if text[:1] in " \t\u3000" else ""
    if colon and 0 < len(head) <= CUE_AT_MOST and not head[0].isdigit() and "第" not in head:
        return f"{indented}{'(' if head[0] in BRACKETS else ''}C:"
    start = SPECIAL.sub(_number, line[:LOOKED_AT])
    parts: list[str] = []
    for token in TOKEN.findall(start):
        part = BRACKETS.get(token) or _part(token)
        if not parts or parts[-1] != part or part == "#":
            parts.append(part)
    size = "s" if len(line) <= SHORT else "m" if len(line) <= MIDDLE else "l"
    return f"{marked}{indented}{' '.join(parts)} {size}{'.' if line[-1] in ENDS else ''}"


def _number(found: re.Match[str]) -> str:
    if found["unit"]:
        return f"第#{found['unit']}"
    return f"{found['before']}#" if found["before"] else "#"


def _part(token: str) -> str:
    if "#" in token or token == ":":
        return token
    return "#" if token.isdigit() else _word(token)


def lines_like(script: Script, number: int) -> tuple[int, ...]:
    """Numbers of the other lines of the same shape that were taken for the same."""
    own = next((line for line in script.lines if line.number == number), None)
    shape = shape_of(own.text) if own is not None else ""
    if own is None or not shape:
        return ()
    return tuple(
        line.number
        for line in script.lines
        if line.tag is own.tag and line.number != number and shape_of(line.text) == shape
    )
