"""Numbers of a request: money and what it is for, people, days, scenes.

Of a range the larger end counts (a crew of 四五十 must fit as 50), marked as about (``~``), as
are numbers with 左右, 来, 多, 几 or +. Eight hours and more are the day of a place; fewer are told
by the hour. A price without day, hour or whole is left without: nobody said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.script.text.fold import read_number

DIGIT = "一二两三四五六七八九"
STEPS = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "百": 100}
AMOUNT = (
    r"(?:\d+(?:,\d{3})+|\d+(?:\.\d+)?)(?:\s*+(?:万|千|百|[wk](?![a-z]))"
    rf"(?:[{DIGIT}](?![{DIGIT}十百千万天个人小])|[1-9](?!\d|[.天个人小]))?)?"
    rf"|[{DIGIT}十](?:[{DIGIT}十百千万零半](?!天|日|小时))*"
)
CURRENCY = r"(?:元|块钱?|rmb|人民币)"
TO = r"\s*+(?:-+|到|至)\s*+"
# what stands before a price and says that it is one, or what for; never tried in another way
PRICE_WORDS = (
    r"预算|价格|价位|单价|价|费用|场地费|场租|日租金|日租|日场租|租金|报价|打包价|打包|包干|总预算|总价|总共|一共|共"
    r"|最多|最高|给|出|约|大概|控制在|不超过|不超|不高于|低于|内|在|每天|每日|单日|一天|1天|半天"
    r"|按小时|每小时|一小时|\d+小时|[¥￥$:]|\s"
)
PER = r"\s*+(?:/|每|一|1|单)?\s*+(?:(?P<day>天|日|day\b|d\b)|(?P<hour>小时|钟头|h\b))"
BOUNDS = "以内|以下|之内|内|封顶|左右|上下|总共|打包|包干|全包"
MONEY = re.compile(
    rf"(?<!\s)(?P<before>(?:{PRICE_WORDS})*+)(?P<a>{AMOUNT})(?:\s*+{CURRENCY})?(?:{TO}(?P<b>{AMOUNT}))?"
    rf"\s*+(?P<cur>{CURRENCY})?\+?(?P<per>{PER})?(?P<after>(?:\s*+(?:{BOUNDS}))*)"
    r"(?P<later>\s*+/?(?:每天|一天|每日))?"
)
WORTH = re.compile(
    r"预算|价|费|租|最多|最高|[给出]|控制在|不超|不高于|低于|封顶|以内|以下|[¥￥$]|每天|每日|单日|小时"
)
WHOLE = re.compile(r"打包|包干|总|一共|共|全包")
BY_DAY = re.compile(r"每天|每日|单日|日租|日场租|(?<![日号拍共\d周])(?:一天|1天)")
BY_HOUR = re.compile(r"按小时|每小时|一小时|(?<!\d)1小时")
HOURS = re.compile(r"(\d+)小时\s*+$")
SIGNS = re.compile(r"[\s:]*")
SIGNS_OR_DAY = re.compile(r"[\s:]*(?:(?:一天|1天|半天)[\s:]*)?")
OTHER_MONEY = re.compile(r"(?:押金|定金|月租|年租|片酬|盒饭|群演|水电费?|停车费?)\s*+$")
OTHER_UNITS = re.compile(
    r"^\s*+(?:人|个|位|名|号|场|平|米|㎡|间|集|分钟|小时|点|岁|年|月|辆|层|楼|套|次|公里|多人|来人|余人)"
)
COUNT = rf"(?:\d+(?:{TO}\d+)?|[{DIGIT}十百几][{DIGIT}十百零几]*)"
CREW = (
    *("剧组", "全组", "大组", "组里", "摄制组", "小团队", "团队", "工作人员", "人员", "人数"),
    *("加群演", "👥", "👫"),
)
NO_CREW = ("演员", "群演")
PEOPLE = re.compile(
    rf"(?<!\s)\s*+(?:演员\s*+(?P<cast>{COUNT})\s*+[人个位名]?\s*+)?"
    rf"(?P<key>{'|'.join(CREW)}|人|{'|'.join(NO_CREW)})?\s*+:?\s*+"
    r"(?P<soft>(?:一共|总共|大概|大约|约|差不多|近|不到|不超过|共|有|多|在|为)*+)\s*+"
    rf"(?P<n>{COUNT})\s*+(?P<more>来|多|余|\+|几)?\s*+"
    r"(?P<unit>[号个位名]?\s*+人(?![物民次间工均])|[号个位名](?=工作人员|剧组))?"
    r"\s*+(?P<about>左右|上下|以内)?"
)
EXTRAS = re.compile(r"(?:群演|群众)$")
NOT_PEOPLE = re.compile(r"\s*+(?:群演|[\d.:/月日号天场元块万千wk点小平米岁集])")
DAYS = re.compile(
    r"(?<!\s)\s*+(?P<lead>连拍|拍摄周期|拍摄|周期|工期|为期|共拍|一共|共计|共|拍|开机|需要|需|用)?\s*+"
    rf"(?P<n>半|\d+(?:\.5)?(?:{TO}\d+)?|[{DIGIT}十]+(?:[到至][{DIGIT}十]+)?)\s*+天(?P<half>半)?"
    rf"(?:[\d{DIGIT}]+夜)?(?!后|前|以后|之后|内|台|空|桥|井|窗|花)"
)
SCENES = re.compile(
    rf"(?P<n>\d+|[{DIGIT}十百]+)\s*+(?:场戏|个场次)"
    r"|(?:共|一共|大概)\s*+(?P<m>\d+)\s*+场(?![地景次])"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from ``start`` to ``end``; ``unit`` as in the part it becomes."""

    start: int
    end: int
    value: int | float
    unit: str = ""


def amount(text: str) -> float | None:
    """12000 of ``1.2万``, ``1万2``, ``一万二``, ``12,000``; None when it is no number."""
    plain = re.sub(r"[\s,]", "", text)
    latin = re.fullmatch(rf"(\d+(?:\.\d+)?)([万千百wk])?([1-9{DIGIT}])?", plain)
    if latin:
        step = STEPS.get(latin[2] or "", 1)
        rest = (read_number(latin[3]) or 0) * step / 10 if latin[3] else 0
        return float(latin[1]) * step + rest
    half = plain.endswith("半")
    return _chinese(plain.removesuffix("半"), half)


def _chinese(text: str, half: bool) -> float | None:
    high, split, low = text.rpartition("万")
    above = _below_wan(high, last=0) if split else 0
    step = 1_000 if split else 0
    below = _below_wan(low, last=step) if low else 0
    if above is None or below is None:
        return None
    last_step = next((STEPS[char] for char in reversed(text) if char in STEPS), 10)
    return above * 10_000 + below + (last_step / 2 if half else 0)


def _below_wan(text: str, last: float) -> float | None:
    """``text`` as a number under 10,000; a digit at its end counts as many as ``last`` says."""
    number = read_number(text.replace("零", ""))
    if number is None or not text:
        return None
    tail = re.fullmatch(rf"(?:.*([千百]))?([{DIGIT}])", text)
    if tail and "零" not in text:
        digit = read_number(tail[2]) or 0
        step = STEPS[tail[1]] / 10 if tail[1] else last
        return number - digit + digit * step if step else number
    return number


def find_money(folded: str) -> list[Amount]:
    """Prices, the larger end of a range; ``unit`` is day, hour, total or empty."""
    found: list[Amount] = []
    match = MONEY.search(folded)
    while match:
        price = _price(folded, match)
        if price is not None:
            found.append(price)
        match = MONEY.search(folded, match.end() if price else match.end("a"))
    return found


def _price(folded: str, match: re.Match[str]) -> Amount | None:
    value, low = amount(match["b"] or match["a"]), amount(match["a"])
    if not value or low is None or not _is_money(folded, match):
        return None
    unit, value = _per(folded, match, max(value, low))
    text = match.group()
    # 拍一天 3000: the day is no part of the price
    lead = (SIGNS if unit == "day" else SIGNS_OR_DAY).match(text)
    start = match.start() + (lead.end() if lead else 0)
    return Amount(start, match.start() + len(text.rstrip()), _whole(value), unit)


def _is_money(folded: str, match: re.Match[str]) -> bool:
    before, after = folded[: match.start()], folded[match.end() :]
    number = match["b"] or match["a"]
    if OTHER_MONEY.search(folded[: match.start("a")]) or before[-1:].isdigit():
        return False
    if not number[:1].isdigit() and not match["cur"] and not re.search(r"[百千万]", number):
        return False
    if match["cur"] or re.search(CURRENCY, match.group()[len(match["before"]) :]):
        return True
    if OTHER_UNITS.match(after) or (before[-1:] in (".", "/", "-") and not match["before"]):
        return False
    told = WORTH.search(match["before"]) or WORTH.search(match["after"])
    large = number[-1:] in STEPS or re.search(r"[千万wk百]", number)
    if match["per"] or match["later"]:
        return bool(large) or (amount(number) or 0) >= 100
    if large or told:
        return (amount(number) or 0) >= 100 and not after.startswith((".", "/", "月"))
    alone = re.search(r"(?:^|[\s,，;。\0])$", before) and re.match(r"[\s,，;。\0行可]|$", after)
    return bool(alone) and number.isdigit() and 300 <= int(number) < 1_000_000


def _per(folded: str, match: re.Match[str], value: float) -> tuple[str, float]:
    hours = HOURS.search(match["before"])
    if hours:
        return ("day", value) if int(hours[1]) >= 8 else ("hour", value / max(int(hours[1]), 1))
    if match["day"] or match["later"] or BY_DAY.search(folded, match.start(), match.start("a")):
        return "day", value
    if match["hour"] or BY_HOUR.search(match["before"]):
        return "hour", value
    return ("total" if WHOLE.search(match["before"] + match["after"]) else "", value)


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 2)


def _count(text: str) -> tuple[int, bool] | None:
    """A number of people, the larger end of a range, and whether it was one."""
    ends = re.split(TO, text)
    if len(ends) == 2:
        high = read_number(ends[1])
        return (high, True) if high is not None else None
    # 四五十, 六七十, 二三十, 十几
    pair = re.fullmatch(rf"[{DIGIT}]([{DIGIT}])(十|百)", text)
    if pair:
        return (read_number(pair[1] + pair[2]) or 0), True
    some = re.fullmatch(rf"([{DIGIT}]?十)几", text)
    if some:
        return (read_number(some[1]) or 0) + 9, True
    if "几" in text:
        return None
    if text in ("百", "十"):
        return (100 if text == "百" else 10), False
    number = read_number(text)
    return (number, False) if number is not None else None


def find_people(folded: str) -> Amount | None:
    """The crew: with a word for it before any other; extras alone are no crew."""
    found: list[tuple[int, Amount]] = []
    for match in PEOPLE.finditer(folded):
        counted = _count(match["n"])
        if counted is None or not _is_crew(folded, match):
            continue
        value, about = counted
        soft = match["soft"] or ""
        about = about or bool(match["more"]) or "约" in soft or "大概" in soft or "差不多" in soft
        about = about or match["about"] in ("左右", "上下")
        if match["cast"] and match["key"] == "工作人员":
            value += (_count(match["cast"]) or (0, False))[0]
        rank = 0 if match["key"] in CREW else 1 if match["key"] else 2
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append((rank, Amount(start, match.end(), value, "~" if about else "")))
    return min(found, key=lambda one: one[0])[1] if found else None


def _is_crew(folded: str, match: re.Match[str]) -> bool:
    extras = not match["key"] and EXTRAS.search(folded[: match.start()].rstrip())
    if extras or match["key"] in NO_CREW:
        return False
    before, after = folded[match.start() - 1 : match.start()], folded[match.end() :]
    if match["unit"]:
        return not before.isdigit()
    if NOT_PEOPLE.match(after):
        return False
    bare = match["n"] and (match["key"] or "") != ""
    ranged = match["key"] is None and bool(re.fullmatch(rf"[{DIGIT}][{DIGIT}]十", match["n"]))
    return bool(bare) or (ranged and before in "概约组 人")


def find_days_count(folded: str) -> Amount | None:
    """How many days are shot; of several counts the one that says so."""
    found: list[tuple[int, Amount]] = []
    for match in DAYS.finditer(folded):
        text, about = match["n"], False
        if text == "半":
            value: float | None = 0.5
        else:
            ends = re.split(TO, text)
            about = len(ends) > 1
            last = ends[-1]
            value = float(last) if last[:1].isdigit() else read_number(last)
        if value is None or not 0 < value <= 400 or _no_count(folded, match):
            continue
        value += 0.5 if match["half"] else 0
        rank = 0 if match["lead"] else 1
        start = match.start("lead") if match["lead"] else match.start("n")
        found.append((rank, Amount(start, match.end(), _whole(value), "~" if about else "")))
    first = [one for rank, one in found if rank == 0]
    if len(first) == 1 or (found and len(found) == 1):
        return first[0] if first else found[0][1]
    return None


def _no_count(folded: str, match: re.Match[str]) -> bool:
    before = folded[match.start("n") - 1 : match.start("n")]
    return before.isdigit() or before in ("每", "第", "那", "/", ".")


def find_scenes(folded: str) -> Iterator[Amount]:
    """How many scenes are to be shot."""
    for match in SCENES.finditer(folded):
        value = read_number(match["n"] or match["m"])
        if value and folded[match.start() - 1 : match.start()] not in ("第", "各"):
            yield Amount(match.start(), match.end(), value)
