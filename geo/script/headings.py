"""Scene numbers and episode markers as Chinese scripts write them, and the headings they open.

Families of numbers, one of which is the house style of a document:
``dash`` 1-1, 场1-1, EP03-SC02, 第1集第3场 · ``ordinal`` 第3场, 场3, 【场7】, 场次（1）, Scene 3 ·
``list`` 20、 20. （20） 20 · ``slug`` no number, INT./内景 first ·
``plain`` no number, all fields · ``labels`` no number, labelled lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.script.fields import (
    LABELS,
    LONGEST_PLACE,
    SIDE,
    TIME,
    Fields,
    labelled_fields,
    read_fields,
    read_labels,
)
from geo.script.fold import bare, fold, read_number

NUM = r"(?:\d{1,4}|[零〇一二两三四五六七八九十百]{1,6})"
WORDS = r"(?:场次?|场号|场景|第|scene|sc)"
# a number before a word like these counts something else: 3-2 天后, 第3场比赛
END = r"(?=$|[\s:、.,)\]】/|。-]|[日夜晨昏黄傍清早内外午上下凌深int(【])"
DASH = re.compile(
    rf"^[【\[(]?{WORDS}?[\s:.#]*(?P<e>\d{{1,3}})\s*-\s*(?P<n>\d{{1,3}})(?P<x>[a-z]?)(?![\d-])场?"
    rf"|^[【\[(]?第?(?P<e2>{NUM})集[\s\-,、.:·]*第?(?P<n2>{NUM})(?P<x2>[a-z]?)场"
    r"|^[【\[(]?e(?:p|pisode)?\.?\s*(?P<e3>\d{1,3})[\s\-_.,]*s(?:c|cene)?\.?\s*(?P<n3>\d{1,3})(?P<x3>[a-z]?)\b"
    r"|^(?P<e4>\d{1,2})\.(?P<n4>\d{1,3})(?P<x4>)(?=\s)"
)
ORDINAL = re.compile(
    rf"^[【\[(]?第\s*(?P<n>{NUM})\s*(?P<x>[a-z]?)\s*(?:场[次景]?|幕){END}"
    rf"|^[【\[(]?(?:场次|场景|场号|场|scene|sc)[\s:.#]*[(\[]?(?P<n2>{NUM})(?P<x2>[a-z]?)[)\]】]?{END}"
)
LIST = re.compile(
    rf"^(?P<n>\d{{1,4}})(?P<x>[a-z]?)\s*(?:[、.):]|\s)\s*(?=\S)|^[(\[](?P<n2>{NUM})(?P<x2>)[)\]]\s*"
    r"|^(?P<n3>[一二三四五六七八九十百]{1,4})(?P<x3>)[、.]\s*"
)
SLUG = re.compile(
    r"^[【\[(]?(?:int\.?\s*/\s*ext|ext\.?\s*/\s*int|i/e|int|ext|est)[.\s]|^[【\[(]?(?:内外景|内景|外景)(?!地)"
)
SHORT_SLUG = re.compile(r"^[【\[(]?(?:内/外|内|外)[.:。\s/,-]")
EPISODE = re.compile(
    rf"^[【\[(《]?(?:第\s*(?P<n>{NUM})\s*[集回]|e(?:p|pisode)?\.?\s*(?P<n2>\d{{1,3}}))(?P<rest>(?:$|[\s:、.·《》】\])-]).*)"
)
EPISODE_ENDS = re.compile(r"^[\s(（]*(?:完|终|结束|剧终|未完|字幕|预告)")
ACTION_MARKS = "△▲☆★※○●◎■◆▽▼♦►▶→"
SENTENCE = re.compile(r"[。！？!?…“”]|\.\.\.|[。！？!?]$")
LONGEST_HEADING = 80
LONGEST_LINE = 100
NUMBER_FIRST = (
    r"[\s#>*_`]*[【\[(（]?\s*"
    r"(?:\d|[０-９]|第|场|場|int|ext|i/e|ep|sc|内|外|內|[一二三四五六七八九十])"
)
FIELD_ALONE = (
    rf".*(?:^|[\s/,，、.．。(（\-－—|｜])(?:{TIME}|{SIDE}|內|內景)+(?:$|[\s/,，、.．。)）\-－—|｜])"
)
LABEL_FIRST = re.compile(r"[\s#>*_`]*[【\[]?(?P<label>[^\s:：]{1,5})[】\]]?\s*[:：]")
HEAD = re.compile(f"{NUMBER_FIRST}|{FIELD_ALONE}", re.IGNORECASE)


class Family(StrEnum):
    """How headings are numbered."""

    DASH = "dash"
    ORDINAL = "ordinal"
    LIST = "list"
    SLUG = "slug"
    PLAIN = "plain"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Heading:
    """One line read as a heading; ``fields`` may be empty when the next lines give them."""

    family: Family
    episode: int | None
    number: int | None
    suffix: str
    fields: Fields
    rest: str = ""

    @property
    def complete(self) -> bool:
        """Whether place and at least one of time and INT/EXT are there."""
        return bool(self.fields.place) and self.fields.marks > 0

    @property
    def full(self) -> bool:
        """Whether place, time and INT/EXT are all there."""
        return bool(self.fields.place) and self.fields.marks == 2

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
            ),
        )


def _named(found: re.Match[str], stem: str) -> str | None:
    return next((found[key] for key in found.re.groupindex if key[0] == stem and found[key]), None)


def _numbered(folded: str) -> tuple[Family, int | None, int | None, str, int] | None:
    """Family, episode, number, suffix and end of the number that opens ``folded``."""
    for family, pattern in (
        (Family.DASH, DASH),
        (Family.ORDINAL, ORDINAL),
        (Family.LIST, LIST),
    ):
        found = pattern.match(folded)
        if found:
            episode = _named(found, "e")
            number = _named(found, "n")
            return (
                family,
                read_number(episode) if episode else None,
                read_number(number) if number else None,
                (_named(found, "x") or "").upper(),
                found.end(),
            )
    return None


def _rest_fields(rest: str) -> Fields | None:
    """The fields of what follows the number; None when it reads like a sentence."""
    labels = read_labels(rest)
    fields = labelled_fields(labels) if labels else read_fields(rest)
    place = fold(fields.place)
    if len(place) > LONGEST_PLACE or ":" in place or (SENTENCE.search(rest) and not labels):
        return None
    return fields


def could_be_heading(text: str) -> bool:
    """A quick look that spares most lines the slow one."""
    if not 0 < len(text) <= LONGEST_LINE:
        return False
    if HEAD.match(text):
        return True
    label = LABEL_FIRST.match(text)
    return label is not None and fold(label["label"]) in LABELS


def read_heading(text: str) -> Heading | None:
    """The heading that ``text`` may be, whatever the house style; None when it cannot be one."""
    line = bare(text).replace("**", "  ")
    if not line or len(line) > LONGEST_HEADING or line[0] in ACTION_MARKS:
        return None
    folded = fold(line)
    numbered = _numbered(folded)
    if numbered:
        family, episode, number, suffix, end = numbered
        rest = line[end:].lstrip(" \t　:：、.。,，)）]】-－")
        fields = _rest_fields(rest)
        return Heading(family, episode, number, suffix, fields, rest) if fields else None
    fields = _rest_fields(line)
    if fields is None or not fields.place:
        return None
    if SLUG.match(folded) or (SHORT_SLUG.match(folded) and fields.marks == 2):
        return Heading(Family.SLUG, None, None, "", fields, line)
    if fields.marks == 2:
        return Heading(Family.PLAIN, None, None, "", fields, line)
    return None


def read_episode(text: str) -> int | None:
    """The number of an episode marker line like ``第一集：归来``; None for any other line."""
    line = bare(text)
    if not line or len(line) > LONGEST_HEADING:
        return None
    found = EPISODE.match(fold(line))
    if not found or EPISODE_ENDS.match(found["rest"].lstrip(" :、.-】])")):
        return None
    if DASH.match(fold(line)):
        return None
    number = found["n"] or found["n2"]
    return read_number(number)
