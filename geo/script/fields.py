"""The fields of a scene heading: time of day, inside or outside, place, cast, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.model import DayPart, IntExt
from geo.script.fold import fold
from geo.script.names import looks_like_name, read_cast

TIMES: Mapping[str, DayPart] = {
    word: part
    for part, words in {
        DayPart.DAY: "日 白天 白日 日景 早 早上 上午 中午 下午 午 午后 正午 晌午 day morning "
        "afternoon noon",
        DayPart.NIGHT: "夜 夜晚 晚 晚上 夜里 夜间 深夜 午夜 半夜 入夜 当夜 夜景 凌晨 子夜 三更 "
        "night midnight",
        DayPart.DAWN: "晨 清晨 早晨 晨间 黎明 拂晓 破晓 日出 清早 dawn sunrise",
        DayPart.DUSK: "昏 黄昏 傍晚 日落 夕 夕阳 暮 薄暮 dusk evening sunset",
    }.items()
    for word in words.split()
}
SIDES: Mapping[str, IntExt] = {
    word: side
    for side, words in {
        IntExt.INT: "内 内景 室内 int interior",
        IntExt.EXT: "外 外景 室外 户外 ext exterior est",
        IntExt.BOTH: "内外 外内 内外景 int/ext ext/int i/e",
    }.items()
    for word in words.split()
}
NOTES = re.compile(
    r"^(?:闪回|回忆|梦境?|梦中|幻想|幻觉|蒙太奇|现实|连续|同上|同前|同时|接上?场?|承上|插叙|continuous|later|same"
    r"|次日|翌日|隔日|当[天日]|[同某]日|第.{1,2}天|几?.{1,3}[天日年月]之?[前后]|(?:公元)?\d{2,4}年代?|时间|地点|场景)$"
)
TIME = "|".join(sorted((word for word in TIMES if not word.isascii()), key=len, reverse=True))
SIDE = "内外景|外内|内外|内景|外景|室内|室外|户外|内|外"
JOINED = re.compile(
    rf"^(?:次|翌|当)?(?:日)?(?P<t>{TIME})\d{{0,2}}(?P<s>{SIDE})$|^(?P<s2>{SIDE})(?P<t2>{TIME})\d{{0,2}}$"
)
LATER_TIME = re.compile(rf"^(?:次日|翌日|当日|当天|第二天)?(?P<t>{TIME})\d{{0,2}}$")
GLUED = re.compile(
    rf"^(?:(?P<t>{TIME})(?P<s>{SIDE})|(?P<s2>{SIDE})(?P<t2>{TIME}))(?P<place>(?!瓦|务|阁|蒙|奏|间).{{2,}})$"
    rf"|^(?P<place2>.{{2,}}?)(?:(?P<t3>{TIME})(?P<s3>{SIDE})|(?P<s4>{SIDE})(?P<t4>{TIME}))$"
    rf"|^(?P<s5>内景|外景|内外景)(?P<place3>.{{2,}})$"
)
PIECE = re.compile(r"[^\s/,;|\-.。()\[\]【】]+")
LATIN_BOTH = re.compile(r"\b(?:int\.?\s*/\s*ext|ext\.?\s*/\s*int|i/e)\b\.?")
LABELS: Mapping[str, str] = {
    word: key
    for key, words in {
        "number": "场次 场号 场",
        "episode": "集数 集次 集",
        "time": "时间 日夜 日/夜 夜/日 时 日夜景 光线",
        "side": "内外 内/外 外/内 内外景 景别 景",
        "place": "场景 地点 场地 场所 景点 拍摄地点 主场景 分场景 地",
        "cast": "人物 出场人物 登场人物 出场角色 角色 出场 演员 本场人物",
        "other": "道具 服装 服化道 备注 天气 季节 气氛 音乐",
    }.items()
    for word in words.split()
}
LABEL = re.compile(
    r"(?:^|(?<=[\s,;。|)\]】]))[【\[(]?(?P<label>"
    + "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
    + r")[】\])]?\s*:\s*"
)
LONGEST_PLACE = 30


@dataclass(frozen=True, slots=True)
class Fields:
    """What a heading says besides its number; None or empty where it says nothing."""

    int_ext: IntExt | None = None
    time: DayPart | None = None
    place: str = ""
    cast: tuple[str, ...] = ()

    @property
    def marks(self) -> int:
        """How many of time and INT/EXT are given."""
        return (self.time is not None) + (self.int_ext is not None)


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    time: DayPart | None = None
    side: IntExt | None = None
    drop: bool = False

    @property
    def is_field(self) -> bool:
        return self.drop or self.time is not None or self.side is not None


def _group(found: re.Match[str], *names: str) -> str:
    return next((found[name] for name in names if found[name]), "")


def _classify(word: str, start: int) -> _Piece:
    end = start + len(word)
    if word in SIDES:
        return _Piece(start, end, side=SIDES[word])
    if word in TIMES:
        return _Piece(start, end, time=TIMES[word])
    joined = JOINED.match(word)
    if joined:
        time, side = _group(joined, "t", "t2"), _group(joined, "s", "s2")
        return _Piece(start, end, TIMES[time], SIDES[side])
    later = LATER_TIME.match(word)
    if later:
        return _Piece(start, end, time=TIMES[later["t"]])
    return _Piece(start, end, drop=bool(NOTES.match(word)))


def _unglue(piece: _Piece, folded: str, *, alone: bool) -> list[_Piece]:
    """``日内客厅``, ``客厅日内`` or ``内景客厅`` apart; the last also beside a time (not alone)."""
    found = None if piece.is_field else GLUED.match(folded[piece.start : piece.end])
    if not found or not (alone or found["s5"]):
        return [piece]
    time = _group(found, "t", "t2", "t3", "t4")
    side = _group(found, "s", "s2", "s3", "s4", "s5")
    name = next(key for key in ("place", "place2", "place3") if found[key])
    place = _Piece(piece.start + found.start(name), piece.start + found.end(name))
    fields = _Piece(piece.start, piece.start, TIMES.get(time), SIDES[side])
    return [fields, place] if name != "place2" else [place, fields]


def _pieces(folded: str) -> Iterator[_Piece]:
    for found in PIECE.finditer(folded):
        word, start = found.group().strip(":"), found.start()
        if not word:
            continue
        start += found.group().index(word)
        parts = word.split("、")
        classified = []
        for part in parts:
            classified.append(_classify(part, start))
            start += len(part) + 1
        if len(parts) > 1 and not any(piece.is_field for piece in classified):
            classified = [_Piece(classified[0].start, classified[-1].end)]
        yield from (piece for piece in classified if piece.end > piece.start)


def _both(sides: list[IntExt]) -> IntExt | None:
    if not sides:
        return None
    return sides[0] if len(set(sides)) == 1 else IntExt.BOTH


def _runs(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces that are no field, in runs between the fields."""
    runs: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.is_field:
            runs.append([])
        else:
            runs[-1].append(piece)
    return [run for run in runs if run]


def _cut(text: str, run: list[_Piece]) -> str:
    start, end = run[0].start, run[-1].end
    inside = fold(text[start:end])
    if inside.count("(") > inside.count(")"):
        end += 1
    return text[start:end].strip(" ·:：,，、")


def _is_cast(text: str, run: list[_Piece]) -> bool:
    words = [text[piece.start : piece.end] for piece in run]
    if any("、" in word for word in words):
        return True
    return all(looks_like_name(word) for word in words)


def read_fields(text: str) -> Fields:
    """Time, INT/EXT, place and cast of ``text``, whose order is the writer's own."""
    folded = fold(text)
    both = LATIN_BOTH.search(folded)
    if both:
        blank = " " * (both.end() - both.start())
        folded = folded[: both.start()] + blank + folded[both.end() :]
    pieces = list(_pieces(folded))
    if all(piece.side is None for piece in pieces):
        alone = not any(piece.is_field for piece in pieces)
        pieces = [part for piece in pieces for part in _unglue(piece, folded, alone=alone)]
    sides = [piece.side for piece in pieces if piece.side is not None]
    times = [piece.time for piece in pieces if piece.time is not None]
    runs = _runs(pieces)
    cast: tuple[str, ...] = ()
    if len(runs) > 1 and _is_cast(text, runs[-1]):
        cast = read_cast(_cut(text, runs.pop()))
    return Fields(
        int_ext=IntExt.BOTH if both else _both(sides),
        time=times[0] if times else None,
        place=" ".join(_cut(text, run) for run in runs),
        cast=cast,
    )


def read_labels(text: str) -> dict[str, str]:
    """``{"place": "码头", "time": "夜"}`` of ``场景：码头 时间：夜``; ``""`` stands before."""
    folded = fold(text)
    found = list(LABEL.finditer(folded))
    if not found:
        return {}
    ends = [*(match.start() for match in found[1:]), len(text)]
    values = {"": text[: found[0].start()].strip()}
    for match, end in zip(found, ends, strict=True):
        values.setdefault(LABELS[match["label"]], text[match.end() : end].strip(" ,，;；。|[]【】"))
    return values


def labelled_fields(values: Mapping[str, str]) -> Fields:
    """The fields of labelled values; each label's value is read for what it names."""
    before = read_fields(values.get("", ""))
    loose = read_fields(" ".join(values.get(key, "") for key in ("", "time", "side")))
    place = values.get("place", "")
    named = read_fields(place)
    return Fields(
        int_ext=loose.int_ext or named.int_ext,
        time=loose.time or named.time,
        place=named.place if named.marks else place.strip() or before.place,
        cast=read_cast(values.get("cast", "")) or named.cast or before.cast,
    )
