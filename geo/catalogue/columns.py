"""What the columns and cells of people's own lists of places mean, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from geo.model import Exposure, Kind, VenueClass

# field -> headings, as compared by ``plain``
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "编号"),
    "name_zh": ("名称", "取景地", "场地", "场地名称", "地点", "name", "namezh", "site", "place"),
    "name_en": ("英文名", "英文名称", "nameen", "englishname"),
    "lat": ("纬度", "lat", "latitude", "y"),
    "lon": ("经度", "lon", "lng", "long", "longitude", "x"),
    "coords": ("坐标", "经纬度", "coordinates", "latlon", "latlng"),
    "kind": ("类型", "类别", "种类", "kind", "type", "category"),
    "city": ("城市", "市", "地市", "所在城市", "city", "cityzh"),
    "district": ("区县", "区", "县", "区市县", "county", "district", "districtzh"),
    "scenes": ("场景", "场景类型", "可拍场景", "scenes", "scene", "scenetypes", "scenetype"),
    "eras": ("时代", "年代", "era", "eras", "period"),
    "price": (
        "价格",
        "日租",
        "日租价",
        "租金",
        "场地费",
        "报价",
        "dayrate",
        "price",
        "rate",
        "fee",
    ),
    "ticket": ("门票", "票价", "ticket", "ticketcny", "ticketprice"),
    "closed": (
        "闭馆日",
        "闭园日",
        "休息日",
        "哪天关门",
        "哪天不开",
        "closed",
        "closedon",
        "closedays",
        "closeddays",
        "daysoff",
    ),
    "inside": ("里面能拍吗", "内景", "内景能拍吗", "inside", "interior"),
    "opening": ("开放时间", "营业时间", "opening", "openinghours", "hours"),
    "sets": ("景数", "布景数", "sets", "numberofsets"),
    "area": ("室内面积", "棚内面积", "indoorarea", "indooraream2"),
    "notes": ("备注", "说明", "简介", "notes", "noteszh", "note", "description", "remarks"),
}
SEVERAL = ("scenes", "eras")
"""Fields that may have several columns."""

TEMPLATE: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "名称",
        "纬度",
        "经度",
        "类型",
        "城市",
        "区县",
        "场景",
        "时代",
        "日租价",
        "闭馆日",
        "备注",
    ),
    "en": (
        "Name",
        "Latitude",
        "Longitude",
        "Kind",
        "City",
        "District",
        "Scenes",
        "Era",
        "Day rate",
        "Closed on",
        "Notes",
    ),
}
KIND_WORDS: Sequence[tuple[Kind, tuple[str, ...]]] = (
    (Kind.COMMUNITY, ("community", "社会场地", "别墅", "酒店", "ktv", "办公", "民宿", "会所")),
    (Kind.ICH, ("ich", "非遗", "非物质文化遗产", "传习", "heritagecraft")),
    (
        Kind.BASE,
        ("base", "影视", "摄制", "拍摄基地", "影棚", "片场", "studio", "backlot"),
    ),
    (Kind.SCENIC, ("scenic", "景区", "景点", "公园", "古镇", "古村", "古街", "park", "attraction")),
)
INDOOR_WORDS = ("室内", "棚", "竖屏", "indoor", "soundstage")
BACKLOT_WORDS = ("影视城", "外景", "backlot")
ERA_WORDS: Mapping[str, tuple[str, ...]] = {
    "ancient": ("古代", "古装", "古", "ancient", "imperial"),
    "republican": ("民国", "近代", "republican"),
    "1950s-80s": ("年代", "五十年代", "六十年代", "七十年代", "八十年代", "1950s80s", "80s"),
    "contemporary": ("当代", "现代", "今", "contemporary", "modern"),
    "futuristic": ("未来", "科幻", "futuristic", "scifi"),
}
NOT_INSIDE = ("只能拍外面", "不能", "不行", "否", "no", "outside", "outsideonly", "exterior")
INSIDE_TOO = ("能", "能拍", "可以", "是", "yes", "inside", "y")
NOT_ASKED = ("没问过", "不清楚", "不知道", "待定", "notasked", "unknown")
WEEKDAYS = "一二三四五六日"
ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = re.compile(
    r"(?:周|星期|礼拜)(?P<zh>[一二三四五六日天])|\b(?P<en>mon|tue|wed|thu|fri|sat|sun)[a-z]*",
    re.IGNORECASE,
)
OPEN_DAILY = re.compile(
    "无|没有|不闭馆|不关门|天天开|每[天日]都?开放?|全年无休|none|never|open (?:daily|every day)",
    re.IGNORECASE,
)
BETWEEN_DAYS = re.compile(r"[\s、,，;；/和与及每]|and", re.IGNORECASE)
SEPARATORS = re.compile(r"[、,，;；|/\n]+")
NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(万)?")
WAN = 10_000
# places that must not be gathered on a map, unless the words below show something else
SENSITIVE = re.compile(
    "军事|军营|营房|兵营|军用|靶场|雷达站|导弹|弹药|国防|监狱|看守所|拘留所|戒毒所|大坝|水坝|核电站|核设施"
    r"|military|barracks|missile|radar station|ammunition|\bprison\b|\bjail\b|detention centre"
    r"|detention center|\bdam\b|nuclear (?:power )?(?:plant|site)",
    re.IGNORECASE,
)
HARMLESS = re.compile(
    "旧址|遗址|博物馆|纪念|影视|摄影|摄制|片场|拍摄|内景|外景|棚|置景|布景|景区|旅游|公园|主题|文化|拓展"
    r"|museum|memorial|\bset\b|studio|film|former|scenic|park|theme",
    re.IGNORECASE,
)
NOT_PLAIN = re.compile(r"[\s_\-()（）:：/·.°]+")


def plain(text: str) -> str:
    """A heading or word without case, spaces and marks."""
    return NOT_PLAIN.sub("", text).casefold()


_FIELD_OF = {heading: field for field, words in HEADINGS.items() for heading in words}


def field_of(heading: str) -> str | None:
    """The field a heading stands for; 纬度(WGS84) and 价格（元/天） are read too."""
    found = _FIELD_OF.get(plain(heading))
    if found is None:
        found = _FIELD_OF.get(plain(re.split(r"[(（\[]", heading)[0]))
    return found


def kind_of(text: str) -> Kind:
    """The kind a word stands for; a place the user found and nobody lists is a community venue."""
    word = plain(text)
    for kind in Kind:
        if word == plain(kind.value):
            return kind
    for kind, words in KIND_WORDS:
        if any(each in word for each in words):
            return kind
    return Kind.COMMUNITY


def venue_class_of(kind: Kind, text: str) -> VenueClass:
    """Which prices a place may be compared with; OPEN where the words do not say."""
    word = plain(text)
    if kind is Kind.COMMUNITY:
        return VenueClass.ROOM
    if kind is Kind.BASE and any(each in word for each in INDOOR_WORDS):
        return VenueClass.INDOOR_BASE
    if kind is Kind.BASE and any(each in word for each in BACKLOT_WORDS):
        return VenueClass.BACKLOT
    return VenueClass.OPEN


def eras_of(text: str) -> tuple[str, ...]:
    """The eras named in a cell."""
    words = [plain(each) for each in split(text)]
    return tuple(
        era
        for era, names in ERA_WORDS.items()
        if any(word == plain(era) or word in names for word in words)
    )


def price_of(text: str) -> tuple[float, str] | None:
    """(CNY, hour or day) of 8,000 元/天, 0.8万 or 300/小时; None of 面议 and of two prices."""
    cleaned = text.replace(",", "").replace("，", "")
    found = NUMBER.findall(cleaned)
    if len(found) != 1:
        return None
    number, wan = found[0]
    per = "hour" if re.search(r"小时|时|hour|/h\b", cleaned, re.IGNORECASE) else "day"
    return float(number) * (WAN if wan else 1), per


def closed_of(text: str) -> tuple[int, ...] | None:
    """Days (0 = Monday) of 周一、周二 or Monday; () of 天天开; None of what says neither."""
    if OPEN_DAILY.fullmatch(text.strip()):
        return ()
    days = set()
    for found in WEEKDAY.finditer(text):
        if found["zh"]:
            days.add(WEEKDAYS.index(found["zh"].replace("天", "日")))
        else:
            days.add(ENGLISH_DAYS.index(found["en"].lower()))
    # whatever else stands there (a span, a season) says more than days can
    said = BETWEEN_DAYS.sub("", WEEKDAY.sub("", text))
    return tuple(sorted(days)) if days and not said else None


def inside_of(text: str) -> Exposure | None:
    """Whether it can be shot inside, of 能拍, 只能拍外面, 没问过; None of anything else."""
    word = plain(text)
    for exposure, words in (
        (Exposure.INSIDE, INSIDE_TOO),
        (Exposure.OUTSIDE, NOT_INSIDE),
        (Exposure.UNKNOWN, NOT_ASKED),
    ):
        if word in words:
            return exposure
    return None


def amount_of(text: str) -> float | None:
    """A bare count or measure such as 1,200 or 260㎡; None of anything else."""
    found = NUMBER.findall(text.replace(",", "").replace("，", ""))
    return float(found[0][0]) * (WAN if found[0][1] else 1) if len(found) == 1 else None


def split(text: str) -> tuple[str, ...]:
    """The entries of a cell that holds several."""
    return tuple(each.strip() for each in SEPARATORS.split(text) if each.strip())


def is_sensitive(name: str, kind: str) -> bool:
    """Whether a place is of a type that must not be taken in (military, prison, dam ...)."""
    said = f"{kind} {name}"
    return bool(SENSITIVE.search(said)) and not HARMLESS.search(said)
