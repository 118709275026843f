"""Surnames, lists of names, and who is no person."""

from __future__ import annotations

import re

from geo.script.text.fold import fold
from geo.script.text.words import EXTRAS, NOT_PEOPLE, words

SURNAMES = frozenset(
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁"
    "魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易"
    "常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛祝"
    "左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂"
    "闵容池楚墨慕厉穆"
) | frozenset(words("欧阳 司徒 上官 慕容 诸葛 司马 皇甫 东方 独孤 南宫 夏侯 尉迟"))
VOICE = re.compile(
    r"(?:[\s(【\[]*(?:os|vo|o\.s\.?|v\.o\.?|oc|画外音?|旁白|内心独白|内心|独白|电话|心声|心音|cont'd|续)[)】\]]?)+$"
)
BRACKETED = re.compile(r"[(（\[【][^)）\]】]*[)）\]】]?")
INNERMOST = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
DEEPEST = 4
BETWEEN = re.compile(r"[、,，;；/／|｜&＆+\s]+")
TOGETHER = re.compile(r"[、/／&＆+]")
LONGEST_NAME = 12
# 顾府, 后花园: what ends like this is a place, though it begins like a name
PLACE_ENDS = frozenset(
    "厅室房院园府街边桥店馆楼口路门厂场铺巷村镇岸滩洞庙寺殿阁亭廊台摊坊栈堂宫站库家间塔堤内外中上下"
)
NICKNAME = re.compile(r"^[阿小老大][^\s\d]{1,2}$")
NUMBERED = re.compile(
    r"(?:[甲乙丙丁戊a-z]|\d{1,2}|若干|数[人名]|等人|们|[一两二三四五六七八九十几\d]+[人名位个])$"
)
KIN = re.compile(
    r"^.{1,3}(?:父|母|爸|妈|爷爷?|奶奶?|老太太|老夫人|夫人|太太|少爷|小姐|总|董|姨|婶|嬷嬷|公公|师傅|老师|医生|律师|助理|秘书|管家|经理)$"
)
NOBODY = frozenset(words("无 同上 略 等 若干 众 暂无 待定"))


def unbracketed(text: str) -> str:
    """``text`` without what stands in brackets, brackets within brackets too."""
    for _ in range(DEEPEST):
        shorter = INNERMOST.sub(" ", text)
        if shorter == text:
            break
        text = shorter
    return BRACKETED.sub(" ", text)


def read_cast(text: str) -> tuple[str, ...]:
    """Names of a list like ``林晚、沈砚（30岁）、群演``, in order, once each."""
    names = (part.strip(" :：.。·") for part in BETWEEN.split(unbracketed(text)))
    kept = (name for name in names if name and len(name) <= LONGEST_NAME and name not in NOBODY)
    return tuple(dict.fromkeys(kept))


def speaker_name(cue: str) -> str:
    """The name in a cue like ``林晚（OS）``; empty when the cue is no person."""
    name = BRACKETED.sub("", cue).strip(" :：[]【】")
    name = name[: len(name) - len(_voice(name))].strip()
    return "" if fold(name) in NOT_PEOPLE else name


def speakers(name: str) -> tuple[str, ...]:
    """The people of one cue: two in ``林晚、沈砚``, one in ``LIN WAN``."""
    return tuple(part.strip() for part in TOGETHER.split(name) if part.strip())


def _voice(name: str) -> str:
    found = VOICE.search(fold(name))
    return found.group() if found else ""


def looks_like_name(word: str) -> bool:
    """Whether a short word may be a person: 沈砚, 阿福, 顾老太太, 保镖甲; and is no place."""
    folded = fold(BRACKETED.sub("", word)).strip()
    if not folded or folded[-1] in PLACE_ENDS:
        return False
    if NUMBERED.sub("", folded) in EXTRAS or NICKNAME.match(folded):
        return True
    if folded[0] not in SURNAMES and folded[:2] not in SURNAMES:
        return False
    longest = 4 if folded[:2] in SURNAMES else 3
    return 2 <= len(folded) <= longest or bool(KIN.match(folded))
