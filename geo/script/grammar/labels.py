"""Labels before a colon or in brackets, and what they name: ``场景：码头``, ``【人物】林晚``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from geo.script.text.fold import fold

LABELS: Mapping[str, str] = {
    word: key
    for key, words in {
        "number": "场次 场号 场序 场 戏号 序号 场次号",
        "episode": "集数 集次 集号 集",
        "time": "时间 日夜 日/夜 夜/日 日/夜景 时 日夜景 光线 时段 气氛 氛围 time",
        "side": "内外 内/外 外/内 内外景 内/外景 景别 int/ext i/e",
        # 景：内 and 景：客厅 are both written
        "view": "景",
        "place": "场景 地点 场地 场所 景点 主场景 主场 地 景名 场景名 场景名称 场景地点 剧中地点 "
        "location",
        "part": "分场景 次场景 子场景 具体场景 细分场景 小场景",
        "site": "拍摄地点 拍摄地 取景地 实景地 外景地",
        "cast": "人物 人 出场人物 登场人物 出场角色 角色 出场 演员 本场人物 主要人物 主要角色 主演 "
        "主要演员 出场演员 特约 特约演员 人员 登场 登场角色 cast characters",
        "extras": "群演 群众 群众演员 群特 群众角色 龙套 群众人数 extras",
        "props": "道具 主要道具 重要道具 道具陈设 陈设 置景 陈设道具 props",
        "wardrobe": "服装 化妆 服化 服化道 妆发 造型 化服 妆造 服装化妆 化妆造型 "
        "发型 服装造型 wardrobe",
        "weather": "天气 季节 气候 weather",
        "pages": "页数 页码 页 pages",
        "synopsis": "梗概 本场梗概 提要 内容提要 剧情提要 摘要 本场提要 概要 场景说明 synopsis",
        "story": "剧情 内容 主要内容 剧情内容 情节 画面 场景内容 剧本内容 剧情描述 主要剧情 动作",
        "remarks": "备注 注 说明 特殊要求 特效 特技 音乐 提示 预计时长 时长 车辆 动物 航拍 "
        "注意事项 其他 其它 附注 notes remarks",
    }.items()
    for word in words.split()
}
LABEL_WORDS = frozenset(LABELS)
DETAIL_KINDS = ("props", "wardrobe", "weather", "pages", "synopsis", "remarks")


def _spaced(word: str) -> str:
    """An expression for ``word``; two characters may be set apart to line up: 场 次, 人　物."""
    return r"\s{0,4}".join(word) if len(word) == 2 and not word.isascii() else re.escape(word)


_WORDS = "|".join(map(_spaced, sorted(LABELS, key=len, reverse=True)))
LABEL = re.compile(
    rf"(?:(?:^|(?<=[\s,;。|)\]】]))[【\[(]?(?P<label>{_WORDS})[】\])]?\s*:"
    rf"|[【\[](?P<boxed>{_WORDS})[】\]]:?)\s*"
)
# a list of people also stands after a blank: 人物　林晚 沈砚
CAST_LABEL = re.compile(r"^(?:出场人物|登场人物|本场人物|人物|出场角色)\s+(?=\S)")
REMEMBERED = 256
STRIPPED = " ,，;；。|\t\u3000"
PAIRS = {"]": "[", "】": "【"}


def _value(text: str) -> str:
    """``text`` without blanks, marks and the brackets that opened before it."""
    value = text.strip(STRIPPED)
    while value and value[-1] in PAIRS and PAIRS[value[-1]] not in value:
        value = value[:-1].rstrip(STRIPPED)
    return value.rstrip("[【").rstrip(STRIPPED)


@lru_cache(maxsize=REMEMBERED)
def read_labels(text: str) -> Mapping[str, str]:
    """``{"place": "码头", "time": "夜"}`` of ``场景：码头 时间：夜``; ``""`` stands before.

    Empty when there is no label. Values of details are kept one behind the other.
    """
    folded = fold(text)
    found = list(LABEL.finditer(folded)) if ":" in folded or "【" in folded or "[" in folded else []
    if not found:
        cast = CAST_LABEL.match(folded)
        return {"": "", "cast": text[cast.end() :].strip()} if cast else {}
    ends = [*(match.start() for match in found[1:]), len(text)]
    values = {"": text[: found[0].start()].strip()}
    for match, end in zip(found, ends, strict=True):
        key = _key(match)
        value = _value(text[match.end() : end])
        if key in values and value and key in (*DETAIL_KINDS, "cast", "extras"):
            values[key] = f"{values[key]}；{value}".strip("；")
        else:
            values.setdefault(key, value)
    return values


def first_label(text: str) -> str:
    """What the label that opens the line names, else nothing."""
    found = LABEL.match(fold(text))
    return _key(found) if found else ""


def _key(found: re.Match[str]) -> str:
    return LABELS["".join((found["label"] or found["boxed"]).split())]
