"""Who speaks, and how a document writes it: ``林晚：…`` on one line, or the name above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.script.grammar.headings import ACTION_MARKS
from geo.script.grammar.labels import LABEL_WORDS, read_labels
from geo.script.text.fold import bare, fold
from geo.script.text.names import looks_like_name, read_cast, speaker_name, speakers
from geo.script.text.source import SourceLine
from geo.script.text.words import NOT_PEOPLE, words

_NO_NAME = r"\s:,;。.!?…、/&+()（）“”\"\[\]【】<>《》「」"
_NAME = rf"[^{_NO_NAME}\d-][^{_NO_NAME}]{{0,11}}"
_VOICE = r"(?:\s?(?:os|vo|o\.s\.?|v\.o\.?|oc))?"
_ASIDE = r"[(\[【][^)\]】]{0,60}[)\]】]"
CUE = re.compile(
    rf"^[\[【]?(?P<name>{_NAME}(?:\s?[、/&+]\s?{_NAME}){{0,3}}{_VOICE})[\]】]?"
    rf"\s*(?P<aside>(?:{_ASIDE}\s*){{0,2}}){_VOICE}\s*:\s*(?P<said>.*)$"
)
LATIN_CUE = re.compile(
    r"^(?P<name>[a-z][a-z .'-]{0,24})\s*(?P<aside>\([^)]{0,40}\))?\s*:\s*(?P<said>.*)$"
)
ASIDE_CUE = re.compile(rf"^(?P<name>{_NAME}{_VOICE})\s*(?P<aside>{_ASIDE})\s*(?P<said>[^\s:].*)$")
TAB_CUE = re.compile(rf"^(?P<name>{_NAME}{_VOICE})(?:\t|\s{{2,}})(?P<said>\S.*)$")
ALONE = re.compile(rf"^(?P<name>{_NAME}(?:\s{_NAME})?{_VOICE})\s*(?P<aside>(?:{_ASIDE})?)$")
LONGEST_ALONE = 6
LONGEST_LATIN = 24
LONGEST_UNKNOWN = 6
# words of a sentence that only happens to stand before a colon
TELLS = re.compile(
    r"写着|看到|看见|显示|只见|响起|传来|[的了着是在有说道]$|^(?:只|画|镜|字)|上面|一行|弹出"
)
SPOKEN_OF = re.compile(r"(?:说道|说|道|问道|问|喊道|喊|叫道|答道|答|吼道|怒道|笑道|冷笑道|低声道)$")
VOICES = frozenset(
    words(
        "旁白 旁白音 画外音 画外 独白 内心独白 内心 众人 广播 系统 系统音 系统提示音 机械音 os vo"
    )
)
SEEN = frozenset(words("画面 镜头 特写 空镜 全景 近景 远景 中景"))
OFTEN = 2
ALONE_AT_LEAST = 4


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue: who speaks (empty for a voice without a person) and the words behind it."""

    cue: str
    name: str
    said: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is written: ``marked`` its action (△), ``alone`` names above their words.

    ``people`` are names that it lists or lets speak more than once.
    """

    marked: bool = False
    alone: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


def read_cue(text: str) -> Speech | None:
    """Speaker and words of a line like ``林晚（冷笑）：你来了``, whoever it may be."""
    line = bare(text).replace("**", "")
    if not line or line[0] in ACTION_MARKS:
        return None
    folded = fold(line)
    if ":" not in folded:
        return None
    found = CUE.match(folded) or LATIN_CUE.match(folded)
    if not found or found["said"].startswith("//"):
        return None
    cue = line[found.start("name") : found.end("name")]
    if found["name"] in LABEL_WORDS and found["name"] not in ("群众", "演员", "动物"):
        return None
    return Speech(fold(cue).strip(), speaker_name(cue), line[found.start("said") :].strip())


def _person(name: str, people: frozenset[str]) -> str:
    """``name`` as a person: 林晚 of 林晚冷冷说道 where 林晚 is known; empty when it is none."""
    if name in people or looks_like_name(name):
        return name
    spoken = SPOKEN_OF.sub("", name)
    if spoken != name:
        known = [one for one in people if spoken.startswith(one)]
        return max(known, key=len, default=spoken if len(spoken) <= LONGEST_ALONE - 2 else "")
    told = len(name) > LONGEST_UNKNOWN or TELLS.search(name)
    return "" if told and not name.isascii() else name


def read_speech(text: str, manner: Manner) -> Speech | None:
    """Speaker and words of a line of dialogue, as this document writes them."""
    found = read_cue(text)
    if found is not None:
        voice = not found.name or fold(found.name) in NOT_PEOPLE
        if voice:
            return found
        named = [_person(one, manner.people) for one in speakers(found.name)]
        if not named or not all(named):
            return None
        return Speech(found.cue, "、".join(named), found.said)
    line = bare(text)
    folded = fold(line)
    for pattern in (ASIDE_CUE, TAB_CUE):
        other = pattern.match(folded)
        if other and (name := speaker_name(line[: other.end("name")])) in manner.people:
            return Speech(fold(name), name, line[other.start("said") :])
    return None


def alone_name(text: str) -> str:
    """The name on a line of its own, as above a speech; empty when the line is none."""
    line = bare(text)
    if not line or len(line) > LONGEST_LATIN + 12 or line[0] in ACTION_MARKS:
        return ""
    found = ALONE.match(fold(line))
    if not found:
        return ""
    cue = line[: found.end("name")]
    name = speaker_name(cue)
    latin = name.isascii() and cue == cue.upper() and len(name) <= LONGEST_LATIN
    return name if latin or (not name.isascii() and len(name) <= LONGEST_ALONE) else ""


def _listed(lines: Iterable[SourceLine]) -> Counter[str]:
    """Names in lists of the cast, how often."""
    found: Counter[str] = Counter()
    for line in lines:
        if "人物" in line.text or "角色" in line.text or "出场" in line.text or "演员" in line.text:
            found.update(read_cast(read_labels(bare(line.text)).get("cast", "")))
    return found


def find_manner(lines: Sequence[SourceLine], headings: frozenset[int]) -> Manner:
    """How the document writes action and speech; ``headings`` are indexes of its scene headings."""
    cues: Counter[str] = Counter()
    above: Counter[str] = Counter()
    marked = False
    for index, line in enumerate(lines):
        text = line.text.strip()
        if not text or index in headings:
            continue
        if text[0] in ACTION_MARKS:
            marked = True
            continue
        cue = read_cue(text)
        if cue is not None:
            cues.update(speakers(cue.name))
        elif index + 1 < len(lines) and lines[index + 1].text.strip():
            above.update(filter(None, [alone_name(text)]))
    listed = _listed(lines)
    people = {name for name, count in cues.items() if count >= OFTEN} | listed.keys()
    alone = {name for name, count in above.items() if count >= OFTEN or name in listed}
    # names above their words are the manner of a document that hardly writes 林晚：
    often = sum(above[name] for name in alone)
    if often < ALONE_AT_LEAST or often < sum(cues.values()):
        alone = set()
    return Manner(marked, frozenset(alone), frozenset(people | alone) - NOT_PEOPLE)
