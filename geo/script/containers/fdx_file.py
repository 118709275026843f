"""Final Draft scripts (.fdx): every paragraph says what it is."""

from __future__ import annotations

from collections.abc import Mapping

from geo.errors import ScriptError
from geo.model import Tag
from geo.progress import Job, Step
from geo.script.containers.tables import MOST_LINES
from geo.script.containers.xml_stream import parts_of, stream
from geo.script.text.source import Source, SourceLine

ROOT = "FinalDraft"
TAGS: Mapping[str, Tag] = {
    "Scene Heading": Tag.HEADING,
    "Character": Tag.SPEAKER,
    "Dialogue": Tag.DIALOGUE,
    "Parenthetical": Tag.DIALOGUE,
    "Lyrics": Tag.DIALOGUE,
    "Transition": Tag.CARD,
    "Shot": Tag.ACTION,
}
NAMES = (ROOT, "Content", "TitlePage", "Paragraph", "DualDialogue")
STEP_LINES = 1_000


def read_fdx(data: bytes) -> Job[Source]:
    """A Final Draft script: every ``Paragraph`` of its ``Content``, numbered as a line.

    Raises ScriptError: ``script_damaged``, ``script_unsafe``, ``script_too_long``,
    ``script_unpacks_too_large``.
    """
    found: list[SourceLine] = []
    title: list[str] = []
    path: list[str] = []
    seen: set[str] = set()
    for event, element in stream(parts_of(data), NAMES, "Paragraph", "fdx"):
        name = str(element.tag)
        if event == "start":
            path.append(name)
            seen.add("/".join(path))
            continue
        path.pop()
        if name != "Paragraph" or element.find("DualDialogue") is not None:
            continue
        text = "".join("".join(run.itertext()) for run in element.findall("Text")).strip()
        if path[:2] == [ROOT, "Content"]:
            tag = TAGS.get(element.get("Type", ""), Tag.ACTION)
            found.append(SourceLine(len(found) + 1, text, tag, element.get("Number", "")))
        elif path[:3] == [ROOT, "TitlePage", "Content"] and text:
            title.append(text)
        if len(found) > MOST_LINES:
            raise ScriptError("script_too_long", limit=MOST_LINES)
        if len(found) % STEP_LINES == 0:
            yield Step("script_opening", len(found))
    if f"{ROOT}/Content" not in seen:
        raise ScriptError("script_damaged", format="fdx")
    marked = any(line.tag is Tag.HEADING for line in found)
    lines = found if marked else [SourceLine(line.number, line.text) for line in found]
    return Source(tuple(lines), title[0] if title else "", marked=marked)
