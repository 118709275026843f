"""Surnames, lists of names, and who is no person."""

from __future__ import annotations

import re

from geo.script.fold import fold
from geo.script.words import NOT_PEOPLE, words

SURNAMES = frozenset(
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易"
    "常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛祝"
    "左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂"
    "闵容池楚墨慕厉穆"
) | frozenset(words("欧阳 司徒 上官 慕容 诸葛 司马 皇甫 东方 独孤 南宫 夏侯 尉迟"))
VOICE = re.compile(
    r"(?:[\s(]*(?:os|vo|o\.s\.?|v\.o\.?|画外音?|旁白|内心|独白|电话|心声|cont'd)\)?)+$"
)
BRACKETED = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]?")
BETWEEN = re.compile(r"[、,，;；/／|｜&＆\s]+")
LONGEST_NAME = 12


def read_cast(text: str) -> tuple[str, ...]:
    """Names of a list like ``林晚、沈砚（30岁）、群演``, in order, once each."""
    names = (part.strip(" :：.。·") for part in BETWEEN.split(BRACKETED.sub(" ", text)))
    kept = (name for name in names if name and len(name) <= LONGEST_NAME and name != "无")
    return tuple(dict.fromkeys(kept))


def speaker_name(cue: str) -> str:
    """The name in a cue like ``林晚（OS）``; empty when the cue is no person."""
    name = BRACKETED.sub("", cue).strip(" :：")
    name = name[: len(name) - len(_voice(name))].strip()
    return "" if fold(name) in NOT_PEOPLE else name


def _voice(name: str) -> str:
    found = VOICE.search(fold(name))
    return found.group() if found else ""


def looks_like_name(word: str) -> bool:
    """Whether a short word may be a person's name: a surname and one or two characters more."""
    folded = fold(word)
    longest = 4 if folded[:2] in SURNAMES else 3
    return 2 <= len(folded) <= longest and (folded[0] in SURNAMES or folded[:2] in SURNAMES)
