"""One line read as a scene heading, whatever the house style of its document.

Families of headings, one of which is the house style:
``dash`` 1-1, 场1-1, EP03-SC02, 第1集第3场 · ``ordinal`` 第3场, 场3, 【场7】, 场次（1）, Scene 3 ·
``list`` 20、 20. （20） 20 · ``slug`` no number, INT./内景 first ·
``plain`` no number, all fields · ``labels`` no number, labelled lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from geo.script.grammar.field_words import SIDE, TIME
from geo.script.grammar.fields import LONGEST_PLACE, Fields, labelled_fields, read_fields
from geo.script.grammar.labels import LABEL_WORDS, read_labels
from geo.script.text.fold import bare, fold
from geo.script.text.numbers import OMITTED, TOGETHER, Family, Numbered, read_lead, read_numbered

SLUG = re.compile(
    r"^[【\[(]?(?:int\.?\s*/\s*ext|ext\.?\s*/\s*int|i/e|int|ext|est)[.\s:]|^[【\[(]?(?:内外景|内景|外景)(?!地)"
)
SHORT_SLUG = re.compile(r"^[【\[(]?(?:内/外|内外|内|外)[.:。\s/,、|\-·]")
ACTION_MARKS = "△▲☆★※○●◎■◆▽▼♦►▶→∆Δ"
SENTENCE = re.compile(r"[。！？!?…“”]|\.\.\.")
# a short name in quotes is part of a place: “新生”画展
QUOTED = re.compile(r"[“‘「『][^“”‘’「」。！？!?…，,：:]{1,12}[”’」』]")
FULL_STOPS = re.compile(r"[。．]")
REMEMBERED = 1_024
LONGEST_HEADING = 80
LONGEST_LINE = 100
LONGEST_WEAK = 20
LABELLED_AT_MOST = 240
NUMBER_FIRST = (
    r"[\s#>*_`\\]*[【\[(（〔「『<《]?\s*"
    r"(?:\d|[０-９]|第|场|場|int|ext|est|i/e|ep|sc|s\d|no|内|外|內|戏|镜|[一二三四五六七八九十])"
)
FIELD_ALONE = (
    rf"[^:：]*(?:^|[\s/,，、.．。(（\-－—–|｜·_【\[])(?:次|翌|当)?(?:{TIME}|{SIDE}|內|內景|day|night|dawn|dusk)+"
    r"(?:$|[\s/,，、.．。)）\-－—–|｜·_\]】])"
)
LABEL_FIRST = re.compile(
    r"[\s#>*_`]*(?:[【\[](?P<boxed>[^\s:：】\]]{1,6})[】\]]|(?P<label>[^\s:：]{1,6})\s*[:：])"
)
HEAD = re.compile(f"{NUMBER_FIRST}|{FIELD_ALONE}", re.IGNORECASE)
AFTER_NUMBER = " \t　:：、.。,，)）]】〕」』>》-－—–|/·"


@dataclass(frozen=True, slots=True)
class Heading:
    """One line read as a heading; ``fields`` may be empty when the next lines give them.

    ``glued``: the number runs into words that may count something else; ``through``: the last
    of several scenes played as one.
    """

    family: Family
    episode: int | None
    number: int | None
    suffix: str
    fields: Fields
    rest: str = ""
    glued: bool = False
    through: int | None = None
    omitted: bool = False
    loose: bool = False

    @property
    def complete(self) -> bool:
        """Whether place and at least one of time and INT/EXT are there, or in the scene before."""
        if self.fields.same and self.number is not None:
            return True
        return bool(self.fields.place) and self.fields.marks > 0

    @property
    def full(self) -> bool:
        """Whether place, time and INT/EXT are all there."""
        return bool(self.fields.place) and self.fields.marks == 2

    @property
    def weak(self) -> bool:
        """Whether it has no number and says less than a heading without one must."""
        return self.family is Family.PLAIN and self.number is None and not self.full

    def with_fields(self, fields: Fields) -> Heading:
        """The same number, its missing fields taken from ``fields``."""
        own = self.fields
        return replace(
            self,
            fields=Fields(
                own.int_ext or fields.int_ext,
                own.time or fields.time,
                own.place or fields.place,
                own.cast or fields.cast,
                own.same or fields.same,
            ),
        )


def could_be_heading(text: str) -> bool:
    """A quick look that spares most lines the slow one."""
    size = len(text)
    if size > LONGEST_LINE or not text:
        return size <= LABELLED_AT_MOST and size > 0 and _labelled_number(text)
    if HEAD.match(text):
        return True
    label = LABEL_FIRST.match(text)
    return label is not None and fold(label["boxed"] or label["label"]) in LABEL_WORDS


def _labelled_number(text: str) -> bool:
    """Whether a long line is a row of labels that begins with a scene number."""
    return LABEL_FIRST.match(text) is not None and "number" in read_labels(bare(text))


def _written(text: str) -> str:
    """``text`` without the marks of bold, of headings and of escapes."""
    return bare(text.replace("\\", "")).replace("**", "  ").replace("__", "  ")


def _rest_fields(rest: str) -> Fields | None:
    """The fields of what follows the number; None when it reads like a sentence."""
    labels = read_labels(rest)
    fields = labelled_fields(labels) if labels else read_fields(rest)
    place = fold(fields.place)
    if len(place) > LONGEST_PLACE:
        return None
    if not labels and (":" in place or _is_sentence(rest, fields)):
        return None
    return fields


def _is_sentence(rest: str, fields: Fields) -> bool:
    """Full stops part sentences, and in some styles the fields of a heading (内。客厅。日)."""
    if fields.marks:
        rest = QUOTED.sub("", rest)
    if not SENTENCE.search(rest):
        return False
    return fields.marks < 2 or bool(SENTENCE.search(FULL_STOPS.sub(" ", rest)))


@lru_cache(maxsize=REMEMBERED)
def read_heading(text: str, without: frozenset[Family] = frozenset()) -> Heading | None:
    """The heading that ``text`` may be, whatever the house style; None when it cannot be one.

    Rules of the families in ``without`` are left aside.
    """
    line = _written(text)
    if not line or line[0] in ACTION_MARKS:
        return None
    folded = fold(line)
    numbered = read_numbered(folded, without)
    if len(line) > LONGEST_HEADING and not (numbered and read_labels(line[numbered.end :])):
        return None
    if numbered:
        return _numbered_heading(line, numbered)
    fields = _rest_fields(line)
    if fields is None or not fields.place:
        return None
    if read_labels(line).get("", "x") == "":
        return Heading(Family.LABELS, None, None, "", fields, line) if fields.marks else None
    slug = SLUG.match(folded) or (SHORT_SLUG.match(folded) and fields.marks == 2)
    if slug and Family.SLUG not in without:
        return Heading(Family.SLUG, None, None, "", fields, line)
    if Family.PLAIN in without:
        return None
    if fields.marks == 2 or (fields.marks == 1 and len(line) <= LONGEST_WEAK):
        return Heading(Family.PLAIN, None, None, "", fields, line)
    return None


def _numbered_heading(line: str, numbered: Numbered) -> Heading | None:
    rest = line[numbered.end :].lstrip(AFTER_NUMBER)
    together = TOGETHER.match(fold(rest))
    if together:
        rest = rest[together.end() :]
    omitted = bool(rest) and OMITTED.match(fold(rest)) is not None
    fields = Fields() if omitted else _rest_fields(rest)
    if fields is None:
        return None
    through = numbered.through
    if through is not None and numbered.number is not None and through <= numbered.number:
        through = None
    return Heading(
        numbered.family,
        numbered.episode,
        numbered.number,
        numbered.suffix,
        fields,
        rest,
        glued=numbered.glued,
        through=through,
        omitted=omitted,
        loose=numbered.loose,
    )


def with_lead(heading: Heading) -> Heading | None:
    """A heading without a number, read again with the number it opens with in an unknown dress."""
    numbered = read_lead(fold(heading.rest)) if heading.family is Family.PLAIN else None
    found = _numbered_heading(heading.rest, numbered) if numbered else None
    return found if found is not None and found.complete else None
