"""The words of a heading that are no place: times of day, inside and outside, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.model import DayPart, IntExt

TIMES: Mapping[str, DayPart] = {
    word: part
    for part, words in {
        DayPart.DAY: "日 昼 白天 白日 白昼 大白天 日景 日戏 日间 早 早上 早间 上午 中午 "
        "下午 午 午后 "
        "正午 晌午 d day morning noon afternoon",
        DayPart.NIGHT: "夜 夜晚 晚 晚上 晚间 夜里 夜间 夜戏 深夜 午夜 半夜 大半夜 深更半夜 "
        "入夜 当夜 当晚 "
        "夜景 凌晨 子夜 三更 雨夜 雪夜 月夜 今夜 今晚 昨夜 昨晚 次夜 同夜 是夜 夜深 后半夜 前半夜 "
        "n night midnight",
        DayPart.DAWN: "晨 清晨 早晨 晨间 晨曦 晨景 黎明 拂晓 破晓 日出 清早 大清早 天亮 天刚亮 "
        "天蒙蒙亮 dawn sunrise",
        DayPart.DUSK: "昏 黄昏 傍晚 日落 夕 夕阳 夕阳西下 暮 薄暮 "
        "日暮 暮色 傍黑 擦黑 天擦黑 华灯初上 "
        "dusk evening sunset",
    }.items()
    for word in words.split()
}
SIDES: Mapping[str, IntExt] = {
    word: side
    for side, words in {
        IntExt.INT: "内 内景 室内 int interior",
        IntExt.EXT: "外 外景 室外 户外 ext exterior est",
        IntExt.BOTH: "内外 外内 内外景 外内景 内景外景 int/ext ext/int i/e",
    }.items()
    for word in words.split()
}
TIME = "|".join(sorted((word for word in TIMES if not word.isascii()), key=len, reverse=True))
SIDE = "内外景|外内景|外内|内外|内景|外景|室内|室外|户外|内|外"
_COUNT = r"[几数两半一二三四五六七八九十百千\d]{1,4}"
# what may stand before a time of day: 次日清晨, 三天后夜, 周一上午
_BEFORE = (
    rf"(?:次日|翌日|隔日|隔天|当日|同日|当天|同一天|某日|某天|第{_COUNT}[天日]|{_COUNT}(?:天|日|周|个月|月|年)之?[前后]的?"
    r"|星期[一二三四五六日天]|周[一二三四五六日]|春|夏|秋|冬|初|次|翌|当|同|某)"
)
_HOUR = (
    r"(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:点|时)(?:钟|半|整|多|\d{1,2}分?)?|\d{1,2}:\d\d"
)
TIMED = re.compile(
    rf"^{_BEFORE}{{0,2}}(?P<t>{TIME})(?:时分|时候|时|间|\d{{1,2}}|{_HOUR}|后|前|末|初)?$"
)
TURNING = re.compile(
    rf"^(?:从|由)?(?P<t>{TIME})(?:转|至|到|→|>|变|入|渐入|接)+(?:{TIME})(?:{SIDE})?$"
)
JOINED = re.compile(
    rf"^{_BEFORE}{{0,2}}(?P<t>{TIME})\d{{0,2}}(?P<s>{SIDE})$|^(?P<s2>{SIDE})(?P<t2>{TIME})\d{{0,2}}$"
)
# 日内瓦, 内外滩 and the like only look like day, inside and outside
_SIDE_FIRST = (
    r"(?:内外景|外内景|外内|内外(?!滩|婆|卖|太空|星|国|企|科|贸|宾|公)|内景(?!仁|山|观|区|点|阳)|外景(?!地|区)"
    r"|室内|室外|户外|内(?!瓦(?![舍子房屋])|务|阁(?!楼)|蒙(?!学|古包)|奏|间)|外)"
)
GLUED = re.compile(
    rf"^(?:(?P<t>{TIME})(?P<s>{_SIDE_FIRST})|(?P<s2>{SIDE})(?P<t2>{TIME}))(?P<place>.{{2,}})$"
    rf"|^(?P<place2>.{{2,}}?)(?:(?P<t3>{TIME})(?P<s3>{SIDE})|(?P<s4>{SIDE})(?P<t4>{TIME}))$"
    rf"|^(?P<s5>内外景|内景|外景)(?P<place3>.{{2,}})$"
)
CLOCK = re.compile(rf"^(?:{_HOUR}|\d{{1,2}}:\d\d)$")
ALL_DAY = re.compile(rf"^{_BEFORE}{{1,2}}$")
LATIN_BOTH = re.compile(r"\b(?:int\.?\s*/\s*ext|ext\.?\s*/\s*int|i/e)\b\.?")
SAME = re.compile(
    r"^(?:同上|同前|同景|同场景|接上|接上场|接上一场|承上|承接上场|承上场|接前|接前场|续|续前|续上场|continued|cont'd|same)$"
)
_LOOK = (
    "闪回|回忆|梦境|梦中|梦|幻想|想象|幻觉|臆想|蒙太奇|平行蒙太奇|现实|回到现实|插叙|倒叙|闪前"
    "|闪现|混剪"
)
_SHOT = (
    "空镜|航拍|俯拍|仰拍|跟拍|升格|慢镜头?|长镜头|移动镜头|组镜|一组镜头|快剪|特写|大?全景"
    "|[远近中]景|主观视角|第一人称"
)
_PLAYED = (
    "连续|连戏|同时|同一时间|稍后|片刻后|随后|不久后|之后|后续|平行|交叉|交叉剪辑|补拍|新增|加戏"
    "|修改|重拍"
)
_KIND = (
    "文戏|武戏|过场|过场戏|群戏|重场戏|大场面|实景|棚内|棚拍|楔子|序|序幕|引子|尾声|彩蛋"
    "|时间|地点|场景"
)
_WEATHER = (
    "大?暴?[小中雷阵]?雨|雨天|大?[小暴]?雪|雪天|风雪|晴|晴天|阴|阴天|阴雨|多云|大?雾|雾天|大风"
    "|[春夏秋冬]天?"
)
_DATE = (
    rf"次日|翌日|隔日|当[天日]|[同某]日|第.{{1,2}}天|几?{_COUNT}个?[天日年月周]之?[前后]|多年[前后]"
    r"|(?:公元|民国|光绪|宣统|康熙|雍正|乾隆|嘉庆|道光|万历|嘉靖|崇祯|贞观|开元|天宝)?[元〇零一二三四五六七八九十\d]{1,5}年代?[春夏秋冬初末底]?"
    r"|\d{1,2}月(?:\d{1,2}[日号])?|\d{2,4}年代"
)
NOTES = re.compile(
    rf"^(?:(?:.{{0,8}}[的之])?(?:{_LOOK})(?:[一二三四五\d]|开始|结束|完|段落|部分|镜头|画面|组接|继续)?"
    rf"|{_SHOT}|{_PLAYED}|{_KIND}|{_WEATHER}|{_DATE}"
    rf"|continuous|later|late|early|moments|intercut|flashback|接\d+(?:-\d+)?场?|接第?{_COUNT}场)$"
)
