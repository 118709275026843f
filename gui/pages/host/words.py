"""Names and short words of the bureau's desk, in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from geo.model import Range, Reason, Site
from geo.model.hosting import EnquiryStatus, HealthKind, ImprovementKind, LetterTo, Origin, Ours
from gui.pages.words import type_name
from gui.session import State


def place_name(state: State, ours: Ours | None) -> str:
    """The city, or the district of it, that a bureau answers for; empty where nobody said."""
    if ours is None:
        return ""
    if ours.district:
        return ours.district if state.language == "en" else f"{ours.city}{ours.district}"
    return city_word(state, ours.city)


def city_word(state: State, city: str) -> str:
    """A city by its Chinese name, in the language of the interface."""
    if state.language != "en":
        return city
    return state.sites.city_en(city) or city


def site_word(state: State, site_id: str) -> str:
    """The name of a place; an id nobody knows is shown as itself."""
    site = state.site(site_id)
    if site is None:
        return site_id
    return site.name_en if state.language == "en" and site.name_en else site.name_zh


def type_word(state: State, code: str) -> str:
    """The name of a scene type."""
    known = state.vocabulary.scene_types.get(code) if state.vocabulary is not None else None
    return type_name(known, code, state.language)


def says(state: State, reasons: Iterable[Reason], most: int = 99) -> str:
    """Reasons as lines of text, at most so many."""
    if state.phrases is None:
        return ""
    told = [state.phrases.tell(one, state.language) for one in tuple(reasons)[:most]]
    return "\n".join(dict.fromkeys(told))


def bare_title(typed: str) -> str:
    """A title as kept: the marks around it are set where it is written."""
    return typed.strip().strip("《》").strip()


def percent(share: float) -> str:
    """A share of 1 for reading: what is not nought is never told as 0%, nor all but 100%."""
    told = f"{share * 100:.0f}%"
    if told == "0%" and share > 0:
        return "<1%"
    return ">99%" if told == "100%" and share < 1 else told


def plain(value: float | None) -> str:
    """A figure of an estimate in few digits: 4, 12, 0.5, 1,230."""
    if value is None:
        return "?"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def more(figure: Range) -> str:
    """How much more, low to high: +2–6, 0–2, 未知."""
    low, high = figure.ends
    if low is None and high is None:
        return QCoreApplication.translate("HostWords", "未知")
    first, last = plain(low), plain(high)
    if first == last:
        return f"+{first}" if (low or 0.0) > 0 else first.replace("-", "\N{MINUS SIGN}")
    if (low or 0.0) < 0:
        span = QCoreApplication.translate("HostWords", "{low} 到 {high}")
        return span.format(low=first.replace("-", "\N{MINUS SIGN}"), high=last)
    return f"+{first}\N{EN DASH}{last}"


def title_word(state: State, title: str, title_en: str = "") -> str:
    """A title of the corpus; made-up ones have an English name too."""
    return f"《{title_en if state.language == 'en' and title_en else title}》"


def origin_word(origin: Origin) -> str:
    """Where a title of the corpus is from."""
    return {
        Origin.SAMPLE: QCoreApplication.translate("HostWords", "样本剧本"),
        Origin.OPENED: QCoreApplication.translate("HostWords", "打开过的"),
        Origin.MIX: QCoreApplication.translate("HostWords", "照比例假设的"),
    }[origin]


def kind_of_change(kind: ImprovementKind) -> str:
    """A change a bureau could make, in two to five characters."""
    return {
        ImprovementKind.ADD_SET: QCoreApplication.translate("HostWords", "添一个景"),
        ImprovementKind.REBATE: QCoreApplication.translate("HostWords", "给奖补"),
        ImprovementKind.OPEN_NIGHT: QCoreApplication.translate("HostWords", "开放夜场"),
        ImprovementKind.PUBLISH_RATE: QCoreApplication.translate("HostWords", "公布场地价"),
        ImprovementKind.OPEN_INSIDE: QCoreApplication.translate("HostWords", "开放内景"),
        ImprovementKind.ROAD: QCoreApplication.translate("HostWords", "把路修近"),
    }[kind]


def health_word(kind: HealthKind) -> str:
    """What is wrong with a record, in a few characters."""
    return {
        HealthKind.NO_PRICE: QCoreApplication.translate("HostWords", "没有场地价"),
        HealthKind.NO_PHOTO: QCoreApplication.translate("HostWords", "没有照片"),
        HealthKind.NO_CONTACT: QCoreApplication.translate("HostWords", "没有联系人"),
        HealthKind.INSIDE_UNKNOWN: QCoreApplication.translate("HostWords", "内景能不能拍不清楚"),
        HealthKind.POSITION: QCoreApplication.translate("HostWords", "位置不准"),
        HealthKind.STALE: QCoreApplication.translate("HostWords", "资料旧了"),
        HealthKind.CONTRADICTION: QCoreApplication.translate("HostWords", "前后对不上"),
        HealthKind.DUPLICATE: QCoreApplication.translate("HostWords", "像是同一处"),
        HealthKind.NO_SOURCE: QCoreApplication.translate("HostWords", "没有出处"),
        HealthKind.NO_HOURS: QCoreApplication.translate("HostWords", "没有开放时间"),
    }[kind]


def field_word(code: str) -> str:
    """A field of a record whose completeness is told; an unknown code is shown as itself."""
    return {
        "price": QCoreApplication.translate("HostWords", "场地价"),
        "photo": QCoreApplication.translate("HostWords", "照片"),
        "contact": QCoreApplication.translate("HostWords", "联系人"),
        "inside": QCoreApplication.translate("HostWords", "内景能不能拍"),
        "position": QCoreApplication.translate("HostWords", "准确位置"),
        "hours": QCoreApplication.translate("HostWords", "开放时间"),
        "source": QCoreApplication.translate("HostWords", "出处"),
        "ticket": QCoreApplication.translate("HostWords", "门票"),
        "visitors": QCoreApplication.translate("HostWords", "游客数"),
        "scenes": QCoreApplication.translate("HostWords", "能拍什么"),
        "name_en": QCoreApplication.translate("HostWords", "英文名"),
    }.get(code, code)


def status_word(status: EnquiryStatus) -> str:
    """How far a crew has come."""
    return {
        EnquiryStatus.ASKED: QCoreApplication.translate("HostWords", "来问过"),
        EnquiryStatus.ANSWERED: QCoreApplication.translate("HostWords", "答复了"),
        EnquiryStatus.VISITED: QCoreApplication.translate("HostWords", "看过景"),
        EnquiryStatus.LANDED: QCoreApplication.translate("HostWords", "落地了"),
        EnquiryStatus.LOST: QCoreApplication.translate("HostWords", "没来"),
        EnquiryStatus.RELEASED: QCoreApplication.translate("HostWords", "播出了"),
    }[status]


def letter_word(to: LetterTo) -> str:
    """The office a letter goes to."""
    return {
        LetterTo.POLICE: QCoreApplication.translate("HostWords", "给公安的协拍函…"),
        LetterTo.TRAFFIC: QCoreApplication.translate("HostWords", "给交警的协拍函…"),
        LetterTo.HERITAGE: QCoreApplication.translate("HostWords", "给文物局的协拍函…"),
    }[to]


def our_sites(state: State, ours: Ours | None) -> list[Site]:
    """The places of the area, those that are sets of a base among them."""
    if ours is None:
        return []
    return [
        one
        for one in state.sites
        if one.city_zh == ours.city and (not ours.district or one.district_zh == ours.district)
    ]
