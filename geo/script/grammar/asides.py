"""Lines that are no part of the play: chat stamps, page numbers, cards, titles of other matter."""

from __future__ import annotations

import re

from geo.script.text.fold import bare, fold
from geo.script.text.numbers import NUM
from geo.script.text.words import words

DIVIDER = re.compile(r"^[-=_*·.~#+—–\s]{3,}$")
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_DATE = (
    r"(?:\d{4}[/年.-]\d{1,2}[/月.-]\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}"
    r"|昨天|今天|前天|星期.|周.)"
)
STAMP = re.compile(
    rf"^(?:[^:,。!?]{{0,24}}?\s*{_DATE}\s*(?:上午|下午|晚上|凌晨|中午|早上)?\s*{_CLOCK}"
    rf"|[^\s:,。!?、]{{1,12}}\s+{_CLOCK})\s*:?$"
    rf"|^-{{2,}}\s*(?:{_DATE}.*|以下.*|以上.*)-{{2,}}$"
)
ATTACHED = re.compile(
    r"^(?:[^:\s]{1,16}:\s*)?[\[【(](?:图片|表情|动画表情|文件|语音|视频|链接|聊天记录|位置|红包|转账|小程序)[\]】)].{0,40}$"
)
QUOTED = re.compile(r"^「[^」]*:[^」]*」$")
PAGE = re.compile(
    r"^[-\s]*(?:第\s*\d+\s*页.{0,12}|page\s*\d+.{0,10}|\d+\s*/\s*\d+\s*页?|-+\s*\d+\s*-+|\d{1,3})$"
)
LINK = re.compile(r"^\S{0,12}\s*https?://\S+$")
ROUND = re.compile(r"^\([^)]*\)$")
SQUARE = re.compile(r"^[【\[][^】\]]*[】\]]$")
CARD_WORDS = (
    r"字幕|字卡|切至|切到|切换|切|黑场|黑屏|黑幕|淡入|淡出|渐隐|转场|闪回|闪白|闪出|闪入|回忆|片头|片尾|片名|定格"
    r"|画外音|音效|音乐|歌词|主题曲|插曲|蒙太奇|未完待续|cut to|fade|dissolve|smash"
)
CARD = re.compile(rf"^(?:字幕.*|(?:{CARD_WORDS}).{{0,12}})$")
BOXED_CARD = re.compile(rf"^[【\[(].{{0,4}}(?:{CARD_WORDS}).*[】\])]$")
ENDED = re.compile(
    rf"^[【\[(《\-—\s]*(?:第\s*{NUM}\s*[集场回])?\s*(?:本集|本场|全剧|全集|全文|全|剧)?\s*"
    r"(?:完|终|结束|剧终|未完|待续|未完待续|to be continued|the end|end)[\s.。…!】\])》\-—]*$"
)
SECTIONS = "|".join(
    words(
        """
        人物小传 人物介绍 人物表 人物设定 人物关系 人物关系表 人物简介 主要人物
        主要人物介绍 主要人物小传 主要角色 角色介绍 角色表 角色设定 角色小传
        演员表 故事梗概 剧情梗概 故事大纲 剧情大纲 分集大纲 分集梗概 分集剧情
        分集简介 分集故事 剧情简介 故事简介 内容简介 内容提要 一句话故事
        一句话梗概 故事概要 剧本大纲 创作阐述 创作说明 创意说明 创作思路 导演阐述
        编剧阐述 项目介绍 项目简介 项目亮点 项目信息 核心看点 主题立意 世界观
        世界观设定 目录 场景表 场景清单 主要场景 场景汇总 主场景表 顺场表 附录
        附件 后记 编剧的话 拍摄说明 格式说明 修改说明 版本说明
        """
    )
)
SECTION = re.compile(
    rf"^(?:[一二三四五六七八九十\d]{{1,3}}\s*[、.:)]\s*|[(]{NUM}[)]\s*)?[【\[《(<]?\s*(?:{SECTIONS})\s*[】\]》)>]?\s*(?::.*)?$"
)


def is_divider(text: str) -> bool:
    """Whether a line only parts others."""
    return DIVIDER.match(text) is not None


def is_clutter(text: str) -> bool:
    """Whether a line came with a paste or a page: chat stamps, [图片], page numbers, links."""
    line = fold(text.strip())
    return any(found.match(line) for found in (STAMP, ATTACHED, PAGE, LINK, QUOTED))


def is_card(text: str) -> bool:
    """Whether a line is shown or cut, not played: 字幕, 【闪回】, 切至, the end of an episode."""
    line = fold(bare(text))
    if ROUND.match(line):
        return bool(BOXED_CARD.match(line) or ENDED.match(line))
    return bool(SQUARE.match(line) or CARD.match(line) or ENDED.match(line))


def opens_section(text: str) -> bool:
    """Whether a line is the title of other matter than scenes: 人物小传, 分集大纲, 目录."""
    line = fold(bare(text))
    return 1 < len(line) <= 200 and SECTION.match(line) is not None
