"""Writes scripts in many house styles, knowing what it wrote: the other side of the reader.

Nothing here comes from the reader; styles are typed out as crews use them.
"""

from dataclasses import dataclass

from hypothesis import strategies as st

DIGITS = "零一二三四五六七八九"
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
TIMES = {
    "DAY": ("日", "白天", "上午"),
    "NIGHT": ("夜", "晚上", "深夜"),
    "DAWN": ("晨", "清晨"),
    "DUSK": ("黄昏", "傍晚"),
}
SIDES = {"INT": "内", "EXT": "外"}
# place as written, a scene type it must be read as
PLACES = {
    "总裁办公室": "ceo_office",
    "集团会议室": "office",
    "市医院病房": "hospital",
    "林家别墅客厅": "mansion_villa",
    "出租屋": "rented_room",
    "沈府正厅": "mansion_ancient",
    "侯府后花园": "classical_garden",
    "冷宫": "palace",
    "祠堂": "ancestral_hall",
    "悦来客栈": "inn_ancient",
    "老茶馆": "teahouse",
    "古戏台": "opera_stage",
    "河埠头": "water_town",
    "码头": "dock_port",
    "江边": "riverside",
    "绣坊": "embroidery_workshop",
    "竹林": "bamboo_grove",
    "机场大厅": "airport",
    "地下停车场": "car_park",
    "酒店大堂": "hotel_lobby",
    "宴会厅": "banquet_hall",
    "夜市": "night_market",
    "废弃工厂": "industrial_heritage",
    "悬崖边": "mountain_forest",
    "校门口": "campus",
    "公司楼下": "city_street",
    "月老祠": "temple",
    "法庭": "court",
    "直播间": "livestream_room",
    "村口": "farmland_village",
}
PEOPLE = ("林晚", "沈砚", "顾老爷", "苏小满", "陆霆川", "阿福", "覃阿妹")
# lines that look like headings or name places, and are neither
TRAPS = (
    "3-2 我们赢了",
    "1-1平局而已",
    "第3场比赛我要你输",
    "我在机场等你。",
    "日内就能到，外面冷",
    "场子我来镇",
    "1、去医院；2、去公司",
    "2024-11-02 那天的事你忘了？",
    "第一集团的人来了",
)
ACTIONS = (
    "推门而入，四下无人。",
    "缓缓转身，眼中含泪。",
    "将信拍在桌上。",
    "二人对视，谁也没有说话。",
)


@dataclass(frozen=True)
class Written:
    """A scene as the writer meant it."""

    episode: int
    number: int
    time: str
    word: str
    side: str
    place: str
    cast: tuple
    body: tuple


def numeral(number):
    if number < 10:
        return DIGITS[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


# each style: scene -> lines of its heading; the flag says whether episodes are written as markers
def dash(s):
    return [f"{s.episode}-{s.number} {s.word} {SIDES[s.side]} {s.place}"]


def dash_full_width(s):
    number = f"{s.episode}－{s.number}".translate(FULL)
    return [f"{number}　{s.word}　{SIDES[s.side]}　{s.place}"]


def dash_place_first(s):
    return [f"{s.episode}-{s.number}、{s.place} {s.word}/{SIDES[s.side]}"]


def dash_prefixed(s):
    return [f"场{s.episode}-{s.number} {s.place} {s.word} {SIDES[s.side]}"]


def dash_bold(s):
    return [f"**{s.episode}—{s.number} {s.word}{SIDES[s.side]} {s.place}**"]


def dash_markdown(s):
    return [f"### {s.episode}-{s.number} {SIDES[s.side]}景 {s.place} {s.word}"]


def dash_joined_last(s):
    return [f"{s.episode}-{s.number} {s.place} {s.word}{SIDES[s.side]}"]


def dash_bracketed(s):
    return [f"{s.episode}-{s.number} {s.place}（{s.word}，{SIDES[s.side]}）"]


def dash_cast_in_heading(s):
    return [f"{s.episode}-{s.number} {s.word} {SIDES[s.side]} {s.place} 人物：{'、'.join(s.cast)}"]


def ordinal(s):
    return [f"第{s.number}场 {s.word} {SIDES[s.side]} {s.place}"]


def ordinal_chinese(s):
    return [f"第{numeral(s.number)}场：{s.place} {s.word} {SIDES[s.side]}"]


def ordinal_boxed(s):
    return [f"【场{s.number}】{s.word}/{SIDES[s.side]}/{s.place}"]


def ordinal_labelled(s):
    people = "、".join(s.cast)
    return [f"场次（{s.number}）地点：{s.place}，{s.word}，{SIDES[s.side]}；出场人物：{people}"]


def numbered_list(s):
    return [f"{s.number}、{s.place} {s.word} {SIDES[s.side]}"]


def dotted_list(s):
    return [f"{s.number}. {SIDES[s.side]}景 {s.place} {s.word}"]


def episode_and_scene(s):
    return [f"EP{s.episode:02}-SC{s.number:02} {s.place} {s.word} {SIDES[s.side]}"]


def both_words(s):
    number = f"第{numeral(s.episode)}集 第{numeral(s.number)}场"
    return [f"{number} {s.word} {SIDES[s.side]} {s.place}"]


def labelled(s):
    return [
        f"场次：{s.episode}-{s.number}",
        f"时间：{s.word}",
        f"内外：{SIDES[s.side]}",
        f"地点：{s.place}",
        f"人物：{'、'.join(s.cast)}",
    ]


def labelled_slashes(s):
    return [f"第{s.number}场", f"日/夜：{s.word}", f"内/外：{SIDES[s.side]}", f"场景：{s.place}"]


def two_lines(s):
    return [f"{s.episode}-{s.number}", f"{s.word} {SIDES[s.side]} {s.place}"]


def latin(s):
    word = {"DAY": "DAY", "NIGHT": "NIGHT", "DAWN": "DAWN", "DUSK": "DUSK"}[s.time]
    return [f"{s.episode}-{s.number} {s.side}. {s.place} - {word}"]


IN_HEADING = (dash_cast_in_heading, ordinal_labelled, labelled)
WITH_EPISODE = (
    dash, dash_full_width, dash_place_first, dash_prefixed, dash_bold, dash_markdown,
    dash_joined_last, dash_bracketed, dash_cast_in_heading, episode_and_scene, both_words, labelled,
    two_lines, latin,
)  # fmt: skip
WITH_MARKERS = (
    ordinal, ordinal_chinese, ordinal_boxed, ordinal_labelled, numbered_list, dotted_list,
    labelled_slashes,
)  # fmt: skip
STYLES = WITH_EPISODE + WITH_MARKERS


def lines_of(draw):
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    body = []
    for person in people:
        if draw(st.booleans()):
            body.append(f"△ {person}{draw(st.sampled_from(ACTIONS))}")
        aside = draw(st.sampled_from(("", "（冷笑）", "（OS）")))
        body.append(f"{person}{aside}：{draw(st.sampled_from(TRAPS))}")
        if draw(st.integers(0, 5)) == 0:
            body.append(draw(st.sampled_from(TRAPS)))
    return tuple(people), tuple(body)


@st.composite
def scripts(draw):
    """A style, the scenes meant, and the text a writer would hand over."""
    style = draw(st.sampled_from(STYLES))
    scenes = []
    for episode in range(1, draw(st.integers(1, 3)) + 1):
        for number in range(1, draw(st.integers(2, 5)) + 1):
            time = draw(st.sampled_from(tuple(TIMES)))
            people, body = lines_of(draw)
            word = draw(st.sampled_from(TIMES[time]))
            side = draw(st.sampled_from(tuple(SIDES)))
            place = draw(st.sampled_from(tuple(PLACES)))
            scenes.append(Written(episode, number, time, word, side, place, people, body))
    return style, scenes, text_of(style, scenes, draw(st.booleans()), draw(st.booleans()))


def text_of(style, scenes, cast_lines, marker_titles):
    """The script as one text."""
    out = ["《测试剧》", "故事梗概：林晚回到家乡。", "1、林晚，女主角。", "2、沈砚，男主角。", ""]
    episode = 0
    for scene in scenes:
        if scene.episode != episode and (style in WITH_MARKERS or marker_titles):
            title = "：归来" if marker_titles else ""
            out += [f"第{numeral(scene.episode)}集{title}", ""]
        episode = scene.episode
        out += style(scene)
        if cast_lines and style not in IN_HEADING:
            out.append("人物：" + "、".join(scene.cast))
        out += [*scene.body, ""]
    return "\n".join(out)
