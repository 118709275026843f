"""Which column of a table holds what, told by the words at its head."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from geo.script.containers.tables import Grid
from geo.script.grammar.labels import LABELS
from geo.script.text.fold import fold

HEADER_ROWS = 20
# heads of columns that no line of a script carries, beside the labels of lines
HEADS: Mapping[str, str] = {
    word: kind
    for kind, words in {
        "number": "场号 场次 场 场序 场数 场景号 场景序号 场景编号 戏号 场次编号 scene "
        "sceneno scenenumber scene# scno sc sc# 集场 集场号 集场次 集次场次 集-场 "
        "集场序 场號 場次 scenenos",
        "index": "序号 编号 序 no no. # 顺序 号",
        "episode": "集 集数 集次 集号 第几集 剧集 分集 episode ep ep# epno episodeno",
        "time": "日夜 时间 光线 气氛 氛围 日夜景 时段 时 戏中时间 剧中时间 昼夜 日夜戏 dn "
        "d/n daynight time timeofday tod 日夜内外 内外日夜 气氛内外 光线内外 "
        "时间内外 内外时间 日夜气氛 时间气氛 daypart",
        "side": "内外 外内 内外景 室内外 景别 intext inext ie int/ext i/e intorext",
        "place": "场景 主场景 主场 主景 大场景 场景名 场景名称 剧中场景 剧本场景 剧本地点 景 "
        "景点 景名 地点 场地 场所 戏中地点 剧中地点 场景地点 set setname setting "
        "location",
        "part": "分场景 次场景 子场景 小场景 副场景 分景 细分场景 具体场景 二级场景 次景 subset",
        "site": "拍摄地点 拍摄地 拍摄场地 拍摄场景 取景地 实景地 实拍地 外景地 实景 "
        "实景地点 shootinglocation filminglocation",
        "cast": "人物 主演 演员 角色 主角 出场人物 主要人物 主要演员 主要角色 出场演员 "
        "出场角色 登场人物 登场角色 本场人物 人员 特约 特约演员 特约人物 特邀演员 "
        "配角 次要人物 次要角色 cast characters actors character",
        "extras": "群演 群众 群众演员 群众角色 临演 群特 群演人数 群众人数 extras background bg",
        "wardrobe": "服装 服饰 戏服 wardrobe costume costumes 化妆 化妆造型 造型 妆发 妆造 "
        "makeup hairmakeup 服化 服化道 服装化妆 服装造型 化服 化服道 服道化",
        "props": "道具 主要道具 重要道具 大道具 小道具 陈设 陈设道具 道具陈设 置景 props "
        "setdressing",
        "story": "内容 剧情 主要内容 场景内容 剧情内容 剧本内容 场次内容 内容提要 内容概要 "
        "内容梗概 剧情梗概 剧情简介 剧情概要 情节 情节内容 主要情节 主要剧情 梗概 "
        "本场梗概 场景描述 synopsis description summary action",
        "remarks": "备注 说明 注 其他 其它 备注说明 特殊要求 注意事项 特效 特技 特殊道具 车辆 "
        "动物 武戏 动作 威亚 烟火 航拍 音乐 notes note remarks comments vfx sfx "
        "stunts vehicles animals",
        "weather": "天气 季节 气候 季节天气 天气季节 weather season",
        "pages": "页数 页码 页 页次 pages page pagecount pgs 时长 预计时长 预估时长 估计时长 "
        "预计时间 分钟 duration timing length",
    }.items()
    for word in words.split()
}
# how a value of the kind is labelled when its own head is no label
LABEL_OF: Mapping[str, str] = {
    "number": "场次",
    "index": "场次",
    "time": "日/夜",
    "side": "内/外",
    "place": "场景",
    "site": "拍摄地点",
    "cast": "人物",
    "extras": "群演",
    "wardrobe": "服化道",
    "props": "道具",
    "story": "剧情",
    "remarks": "备注",
    "weather": "天气",
    "pages": "页数",
}
MARKS = re.compile(r"[\s/、,.·:\-_&+|]+")
BRACKETS = re.compile(r"[(\[【<].*?[)\]】>]")
TICK = re.compile(r"[√✓✔☑●○◎■◆★☆×xv1yY*]")
LONGEST_HEAD = 20
# beside a number, one of these makes a row a scene; a cast list has none of them
TELLING = frozenset(("time", "side", "place", "part", "site", "story"))


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds; ``label`` stands before its values, ``person`` is whom it ticks."""

    kind: str
    label: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a scene table by their index, and the first row of scenes."""

    columns: Mapping[int, Column]
    first: int

    def of(self, *kinds: str) -> list[int]:
        """The columns of these kinds, in the order of the kinds."""
        return [at for kind in kinds for at, one in self.columns.items() if one.kind == kind]


def _canonical(text: str) -> list[str]:
    folded = fold(text).strip()
    whole = MARKS.sub("", BRACKETS.sub("", folded))
    return [folded, MARKS.sub("", folded), whole]


def kind_of(text: str) -> str:
    """What a column headed ``text`` holds, or nothing."""
    if not 0 < len(text) <= LONGEST_HEAD:
        return ""
    for word in _canonical(text):
        kind = HEADS.get(word) or HEADS.get(word.rstrip("s")) or LABELS.get(word, "")
        if kind:
            return "story" if kind == "synopsis" else kind
    return ""


def _label(kind: str, text: str) -> str:
    for word in _canonical(text):
        if LABELS.get(word) == kind and not word.isascii():
            return word
    return LABEL_OF.get(kind, "")


def _people(grid: Grid, columns: dict[int, Column], header: int, first: int) -> dict[int, Column]:
    """Columns headed by a name, in which scenes are only ticked."""
    found = {}
    for at, text in enumerate(grid.rows[header]):
        known = columns.get(at)
        if not text or len(text) > LONGEST_HEAD or (known and known.kind != "cast"):
            continue
        if known and kind_of(text):
            continue
        below = {
            cells[at].strip()
            for row, cells in enumerate(grid.rows[first:], start=first)
            if at < len(cells) and (row, at) not in grid.copied
        } - {""}
        if below and all(TICK.fullmatch(fold(one)) for one in below):
            found[at] = Column("cast", "人物", " ".join(text.split()))
    return found


def _columns(grid: Grid, row: int) -> dict[int, Column]:
    """The columns that the heads in ``row`` name; a head over several columns names them all."""
    found = {}
    for at, text in enumerate(grid.rows[row]):
        kind = kind_of(text)
        if kind:
            found[at] = Column(kind, _label(kind, text))
    return found


def _is_header(columns: Mapping[int, Column], own: int) -> bool:
    kinds = {one.kind for one in columns.values()}
    placed = bool(kinds & {"place", "part"}) and len(kinds) >= 2
    numbered = "number" in kinds and bool(kinds & TELLING)
    return (placed or numbered) and len(columns) * 3 >= own


def find_header(grid: Grid) -> Header | None:
    """The head of a scene table within the first rows, over one row or two; None without one."""
    for row in range(min(HEADER_ROWS, len(grid.rows) - 1)):
        columns = _columns(grid, row)
        if not _is_header(columns, len(grid.own(row))):
            continue
        first = row + 1
        below = _columns(grid, first)
        merged = sum((first, at) in grid.copied for at in range(len(grid.rows[first])))
        names_row = row
        if len(below) >= 2 and (len(below) >= len(columns) or merged):
            columns = {at: below.get(at, one) for at, one in {**columns, **below}.items()}
            names_row, first = first, first + 1
        columns |= _people(grid, columns, names_row, first)
        return Header(columns, first)
    return None


def column_of(text: str) -> Column | None:
    """The column that a head of this text opens, or None."""
    kind = kind_of(text)
    return Column(kind, _label(kind, text)) if kind else None
