"""Which encoding a text is in: strict decoding, then whose characters are the common ones."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from geo.errors import ScriptError
from geo.script.text.fold import fold

SAMPLE = 20_000
DAMAGE_SHARE = 0.001
LONG_ENOUGH = 200
CONTROL_SHARE = 0.005
READABLE = 0.2
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
    "计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运集第景夜晚"
    "客厅室房楼街府院晨昏黄医办公桌椅窗笑哭喊低抬头站坐跑推拿握眉眼泪镜剧本编人物场景字幕特写林沈顾陆苏"
)
PUNCTUATION = frozenset("，。、：；！？“”‘’《》（）【】…—·△▲　")
CONTROL = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a")
CJK = (0x4E00, 0x9FFF)
INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x1A))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and how many characters were broken."""

    text: str
    encoding: str
    broken: int = 0


def _score(text: str) -> float:
    sample = fold(text[:SAMPLE])
    foreign = [char for char in sample if not char.isascii() or char in CONTROL]
    if not foreign:
        return 1.0
    points = 0.0
    for char in foreign:
        if char in COMMON or char in PUNCTUATION:
            points += 1
        elif not CJK[0] <= ord(char) <= CJK[1]:
            points -= 1
    return points / len(foreign)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _attempt(data: bytes, encoding: str) -> Decoded | None:
    """Strictly, or with the one broken character in a thousand that a cut file may have."""
    whole = _strict(data, encoding)
    if whole is not None:
        return whole
    text = data.decode(encoding, errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    cut = len(text) >= LONG_ENOUGH
    if broken > len(text) * DAMAGE_SHARE + cut:
        return None
    return Decoded(text, encoding, broken)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _attempt(data[len(mark) :], encoding)
    return None if b"\x00" in data else _strict(data, "utf-8")


def decode(data: bytes) -> Decoded:
    """The text of ``data`` without marks of order or invisible characters.

    Raises ScriptError: ``script_binary``, ``script_encoding``.
    """
    found = _by_mark(data)
    if found is None:
        tried = [_attempt(data, encoding) for encoding in CANDIDATES]
        ranked = [(_score(one.text), -one.broken, one) for one in tried if one is not None]
        best = max(ranked, key=lambda entry: entry[:2], default=None)
        if best is None or best[0] < READABLE:
            raise ScriptError("script_binary" if b"\x00" in data else "script_encoding")
        found = best[2]
    sample = found.text[:SAMPLE]
    if sum(char in CONTROL for char in sample) > max(1, len(sample) * CONTROL_SHARE):
        raise ScriptError("script_binary")
    return Decoded(found.text.translate(INVISIBLE), found.encoding, found.broken)
