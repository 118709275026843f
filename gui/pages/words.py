"""Words for the choices of the model, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import DayPart, Found, IntExt, Kind, SceneType
from gui.texts import count

ERAS = ("ancient", "republican", "1950s-80s", "contemporary", "futuristic")


def side_word(side: IntExt | None) -> str:
    """内, 外, 内外 or 不知道."""
    if side is IntExt.INT:
        return QCoreApplication.translate("Words", "内")
    if side is IntExt.EXT:
        return QCoreApplication.translate("Words", "外")
    if side is IntExt.BOTH:
        return QCoreApplication.translate("Words", "内外")
    return QCoreApplication.translate("Words", "不知道")


def time_word(time: DayPart | None) -> str:
    """日, 夜, 晨, 昏 or 不知道."""
    return {
        DayPart.DAY: QCoreApplication.translate("Words", "日"),
        DayPart.NIGHT: QCoreApplication.translate("Words", "夜"),
        DayPart.DAWN: QCoreApplication.translate("Words", "晨"),
        DayPart.DUSK: QCoreApplication.translate("Words", "昏"),
        None: QCoreApplication.translate("Words", "不知道"),
    }[time]


def era_word(era: str | None) -> str:
    """The name of an era; a code nobody listed is shown as itself."""
    return {
        "ancient": QCoreApplication.translate("Words", "古代"),
        "republican": QCoreApplication.translate("Words", "民国"),
        "1950s-80s": QCoreApplication.translate("Words", "五十至八十年代"),
        "contemporary": QCoreApplication.translate("Words", "当代"),
        "futuristic": QCoreApplication.translate("Words", "未来"),
        None: QCoreApplication.translate("Words", "不知道"),
    }.get(era, era or "")


def kind_word(kind: Kind) -> str:
    """影视基地, 非遗, 景区, 社会场地."""
    return {
        Kind.BASE: QCoreApplication.translate("Words", "影视基地"),
        Kind.ICH: QCoreApplication.translate("Words", "非遗"),
        Kind.SCENIC: QCoreApplication.translate("Words", "景区"),
        Kind.COMMUNITY: QCoreApplication.translate("Words", "社会场地"),
    }[kind]


def type_name(scene_type: SceneType | None, code: str, lang: str) -> str:
    """The name of a scene type; a code nobody knows is shown as itself."""
    if scene_type is None:
        return code
    return scene_type.en if lang == "en" else scene_type.zh


def export_word(ending: str) -> str:
    """What the breakdown is as a file with this ending."""
    return {
        ".xlsx": QCoreApplication.translate("Words", "顺场表 Excel（.xlsx）…"),
        ".csv": QCoreApplication.translate("Words", "顺场表 CSV（.csv）…"),
        ".uss": QCoreApplication.translate("Words", "统筹软件 USS（.uss）…"),
    }[ending]


def plan_word(ending: str) -> str:
    """What the plan is as a file with this ending."""
    return {
        ".pdf": QCoreApplication.translate("Words", "通告单 PDF…"),
        ".xlsx": QCoreApplication.translate("Words", "拍摄计划 Excel（.xlsx）…"),
        ".ics": QCoreApplication.translate("Words", "拍摄日历（.ics）…"),
        ".uss": QCoreApplication.translate("Words", "排期 USS（.uss）…"),
    }[ending]


def only_word(only: Found, lang: str) -> str:
    """What list and map are narrowed to."""
    text = QCoreApplication.translate("Words", "只看：{query}（{n} 处）")
    return text.format(query=only.query.strip(), n=count(len(only.hits), lang))


def day_word(when: str) -> str:
    """2026-12-31 as 12-31."""
    return when[5:10] if len(when) >= 10 else when


def when_word(when: str) -> str:
    """An ISO time as 11-21 14:32; the year stands only where it is told alone."""
    clock = when[11:16]
    return f"{day_word(when)} {clock}".strip()
