"""Extras (群演): groups of people without names, and how many where the script says so.

A group is a word for many (宾客, 人群), or a word for one kind of people made many: 丫鬟两名,
众弟子, 记者们, 路人甲. The count is the number as said, of a range its lower end (20 of 二三十);
若干, 一群 and 数十 say no number. The same kind named twice in a scene is one group, the larger
number counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from geo.script.text.fold import NUMERAL, STEPS, fold, read_number
from geo.script.text.words import EXTRAS, TOGETHER

_KIND = "|".join(sorted(EXTRAS, key=len, reverse=True))
_NUMBER = (
    r"(?:\d{1,5}(?:\s*[-至到]\s*\d{1,5})?|[一二两三四五六七八九十百千几数上近]{1,5})\s*[多余来几]?"
)
_MEASURE = r"[名个位员]"
_SOME = r"(?:若干|数名|数位|数人|数个|多名|多人|等人|几名|几个|等)"
_ADJECTIVE = r"[^\s,。;:!?、()“”的了着]{0,4}?"
GROUP = re.compile(
    rf"(?P<n>{_NUMBER})\s*{_MEASURE}{_ADJECTIVE}(?P<kind>{_KIND})"
    rf"|(?P<kind2>{_KIND})们?\s*[(（]?\s*(?:(?P<n2>{_NUMBER})\s*(?:[名个位员人]+)|[x×*]\s*(?P<n3>\d{{1,4}})|(?P<some>{_SOME}))"
    rf"|(?:一|两|几|数|大)+大?(?:群|队|众|帮|伙|排|列|行|干|班|拨|对){_ADJECTIVE}(?P<kind3>{_KIND})"
    rf"|(?<![大观听])(?:众|群|各|诸)位?(?P<kind4>{_KIND})|(?P<kind5>{_KIND})们"
)
PEOPLE = re.compile(rf"(?P<n>{_NUMBER})\s*(?:号|口)?人(?=[,。、\s马围站跪坐聚涌冲挤]|$)(?!马)")
LETTERED = re.compile(rf"^(?P<kind>{_KIND})(?:[甲乙丙丁戊]|[a-f]|\d)$")
COUNTED = re.compile(
    rf"^(?P<kind>\D.*?)们?\s*[(x×*]?\s*(?P<n>{_NUMBER})\s*[名个位员人]*\)?$"
    rf"|^(?P<n2>{_NUMBER})\s*{_MEASURE}(?P<kind2>.+)$"
)
NOBODY = frozenset(("无", "没有", "同上", "-", "/"))
PAIR = re.compile(r"^(?P<low>[一二两三四五六七八九])[二三四五六七八九](?P<step>[十百千]?)")
OPEN = re.compile(r"^[几数][十百千]")
MANY_MARK = re.compile(r"[\d一二两三四五六七八九十百千几数众群各诸们多若諸眾群幾數兩等xX×＊*]")
MANY = 2
# two or three people without a word for them are the named ones of the scene
MANY_PEOPLE = 8


def read_count(said: str) -> int | None:
    """The lower end of a number as said: 20 of 二三十, 10 of 十几, 30 of 30余; None of 数十."""
    text = fold(said).replace(" ", "").lstrip("上近")
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits.group())
    if OPEN.match(text) or not text:
        return None
    pair = PAIR.match(text)
    if pair:
        return NUMERAL[pair["low"]] * STEPS.get(pair["step"], 1)
    return read_number(text.rstrip("多余来几")) if text[0] not in "几数" else None


class Extras:
    """Groups gathered over one scene."""

    def __init__(self) -> None:
        self.because: list[str] = []
        self._counts: dict[str, int | None] = {}

    def add(self, kind: str, words: str, count: int | None) -> None:
        """Take note of a group of ``kind``."""
        if words not in self.because:
            self.because.append(words)
        known = self._counts.get(kind)
        self._counts[kind] = max(known or 0, count or 0) or None

    @property
    def count(self) -> int | None:
        """How many in all groups that say a number; None when none does."""
        return sum(number or 0 for number in self._counts.values()) or None


def gather(
    cast: Iterable[str],
    texts: Iterable[str],
    named: Collection[str],
    listed: Iterable[str] = (),
) -> Extras:
    """The groups of a scene: of the entries of its cast, and of its ``texts``.

    ``named`` people of the script are no extras. ``listed`` are entries under 群演, each of which
    is a group whatever it is called: 百姓30, 黑衣魔修6.
    """
    extras = Extras()
    for entry in listed:
        if fold(entry) not in NOBODY:
            counted = COUNTED.match(fold(entry))
            kind = (counted["kind2"] or counted["kind"]) if counted else fold(entry)
            said = (counted["n2"] or counted["n"]) if counted else ""
            extras.add(kind, entry, read_count(said))
    lettered: dict[str, list[str]] = {}
    for entry in cast:
        folded = fold(entry)
        letter = LETTERED.match(folded)
        if letter:
            lettered.setdefault(letter["kind"], []).append(entry)
        elif folded in TOGETHER:
            extras.add(folded, entry, None)
        else:
            _groups(entry, extras, named)
    for kind, entries in lettered.items():
        for entry in entries:
            extras.add(kind, entry, len(entries))
    for text in texts:
        _groups(text, extras, named)
    return extras


def _groups(text: str, extras: Extras, named: Collection[str]) -> None:
    if not MANY_MARK.search(text):
        return
    folded = fold(text)
    for found in GROUP.finditer(folded):
        kind = next(
            found[key] for key in ("kind", "kind2", "kind3", "kind4", "kind5") if found[key]
        )
        said = found["n"] or found["n2"] or found["n3"] or ""
        count = read_count(said)
        words = text[found.start() : found.end()].strip(" (（")
        if kind in named or (count is not None and count < MANY):
            continue
        extras.add(kind, words, count)
    for found in PEOPLE.finditer(GROUP.sub(lambda group: "　" * len(group.group()), folded)):
        count = read_count(found["n"])
        if count is not None and count >= MANY_PEOPLE:
            extras.add("", text[found.start() : found.end()], count)
