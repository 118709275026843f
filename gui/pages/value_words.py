"""What fields and their values are called: in questions, in the history, on the buttons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath

from PySide6.QtCore import QCoreApplication

from geo.edits import is_sealed
from geo.model import Kind, Reason
from geo.model.field import RECCE, FieldKey, Json, RecceField, Side, Stage
from gui.pages.stage_words import stage_word
from gui.pages.words import day_word, era_word, kind_word
from gui.session import State
from gui.texts import count

GUESSED = ("gps_unsaid", "typed", "user")
"""Bases of a position nobody told the accuracy of."""
LONG = 40
"""Characters of a value that stand on a card; the whole is in the tool-tip."""


def say(state: State, reason: Reason) -> str:
    """A reason as a sentence in the language of the interface."""
    return reason.code if state.phrases is None else state.phrases.tell(reason, state.language)


def unknown_word() -> str:
    """What stands where nobody has said anything."""
    return QCoreApplication.translate("Field", "未知")


def per_word(per: str) -> str:
    """What a price is for: 天, 小时, ..."""
    return {
        "hour": QCoreApplication.translate("Field", "小时"),
        "half_day": QCoreApplication.translate("Field", "半天"),
        "day": QCoreApplication.translate("Field", "天"),
        "base_day": QCoreApplication.translate("Field", "天（整个基地）"),
        "overtime": QCoreApplication.translate("Field", "小时（超时）"),
        "minimum": QCoreApplication.translate("Field", "次（起步）"),
        "deposit": QCoreApplication.translate("Field", "次（押金）"),
    }.get(per, per)


def line_of(state: State, key: FieldKey) -> RecceField | None:
    """The line of the recce form that a field belongs to."""
    wanted = key.field.partition("@")[0]
    return next((one for one in state.outdoors.fields if one.key == wanted), None)


def field_word(state: State, key: FieldKey) -> str:
    """What a field is called; one nobody named is shown as itself."""
    head, _, part = key.field.partition("/")
    head, at, hour = head.partition("@")
    line = line_of(state, key) if key.kind == RECCE else None
    if line is not None and not at:
        return line.en if state.language == "en" else line.zh
    if state.phrases is None:
        return key.field
    code = f"field_name.{head}"
    if code not in state.phrases.templates:
        return key.field
    return state.phrases.say(code, state.language, {"part": _part(head, part or hour)})


def _part(head: str, part: str) -> str:
    if head == "hires":
        return per_word(part)
    if head == "eras":
        return era_word(part)
    return PurePosixPath(part).name[:12] if head == "photos" else part


def value_word(state: State, key: FieldKey, value: Json) -> str:
    """A value in a few words: 6,000 元/天, 门口, 未知."""
    if value is None:
        return unknown_word()
    if is_sealed(value):
        return QCoreApplication.translate("Field", "锁着")
    head = key.field.partition("/")[0]
    line = line_of(state, key) if key.kind == RECCE else None
    if line is not None:
        return _recce(state, line, value)
    tell = _TOLD.get(head)
    return tell(state, value) if tell is not None else _plain(state, value)


def _recce(state: State, line: RecceField, value: Json) -> str:
    english = state.language == "en"
    for option in line.options:
        if option.value == value:
            return option.en if english else option.zh
    words = _plain(state, value)
    return f"{words} {line.unit}" if line.unit and isinstance(value, int | float) else words


def _plain(state: State, value: Json) -> str:
    if value is None:
        return unknown_word()
    if isinstance(value, bool):
        if value:
            return QCoreApplication.translate("Field", "是")
        return QCoreApplication.translate("Field", "否")
    if isinstance(value, int | float):
        whole = float(value).is_integer()
        return count(value, state.language) if whole else f"{value:,.3f}".rstrip("0")
    if isinstance(value, str):
        return value or QCoreApplication.translate("Field", "（空着）")
    if isinstance(value, list):
        comma = ", " if state.language == "en" else "、"
        return comma.join(_plain(state, one) for one in value)
    if "amount" in value:
        return _prices(state, [value])
    return " · ".join(_plain(state, one) for one in value.values() if one not in (None, ""))


def _prices(state: State, value: Json) -> str:
    told = []
    for one in value if isinstance(value, list) else [value]:
        amount = one.get("amount") if isinstance(one, dict) else None
        if isinstance(one, dict) and isinstance(amount, int | float):
            text = QCoreApplication.translate("Field", "{amount} 元/{per}")
            per = per_word(str(one.get("per", "")))
            told.append(text.format(amount=f"{amount:,.0f}", per=per))
    return (", " if state.language == "en" else "、").join(told) or _plain(state, None)


def _position(state: State, value: Json) -> str:
    if not isinstance(value, dict):
        return _plain(state, value)
    lat, lon, far = (value.get(name) for name in ("lat", "lon", "uncertainty_m"))
    if not isinstance(lat, int | float) or not isinstance(lon, int | float):
        return unknown_word()
    about = "≈ " if value.get("basis") in GUESSED else ""
    within = f" {about}±{far:,.0f} m" if isinstance(far, int | float) else ""
    return f"{lat:.5f}, {lon:.5f}{within}"


def _visitors(state: State, value: Json) -> str:
    if not isinstance(value, dict) or not isinstance(value.get("count"), int | float):
        return _plain(state, value)
    number, year = value["count"], value.get("year")
    told = count(float(number), state.language) if isinstance(number, int | float) else ""
    return f"{told} ({year})" if year else told


def _there(_state: State, value: Json) -> str:
    if value:
        return QCoreApplication.translate("Field", "有")
    return QCoreApplication.translate("Field", "没有")


def _source(state: State, value: Json) -> str:
    """What a source is called; its key is a number that tells nobody anything."""
    title = value.get("title") if isinstance(value, dict) else None
    return str(title) if title else _there(state, value)


def _retired(_state: State, value: Json) -> str:
    if value:
        return QCoreApplication.translate("Field", "不再列出")
    return QCoreApplication.translate("Field", "列着")


def _scene(_state: State, value: Json) -> str:
    seen = isinstance(value, dict) and value.get("sourced")
    if seen:
        return QCoreApplication.translate("Field", "能拍，看过")
    return QCoreApplication.translate("Field", "能拍")


def _kind(state: State, value: Json) -> str:
    known = {kind.value: kind for kind in Kind}
    return kind_word(known[value]) if value in known else _plain(state, value)


def _weekdays(state: State, value: Json) -> str:
    if value == []:
        return QCoreApplication.translate("Field", "天天开")
    names = (
        QCoreApplication.translate("Field", "周一"),
        QCoreApplication.translate("Field", "周二"),
        QCoreApplication.translate("Field", "周三"),
        QCoreApplication.translate("Field", "周四"),
        QCoreApplication.translate("Field", "周五"),
        QCoreApplication.translate("Field", "周六"),
        QCoreApplication.translate("Field", "周日"),
    )
    days = [names[one] for one in value if isinstance(one, int)] if isinstance(value, list) else []
    return (", " if state.language == "en" else "、").join(days) or _plain(state, value)


def _stage(state: State, value: Json) -> str:
    code = value.get("stage") if isinstance(value, dict) else value
    known = {stage.value: stage for stage in Stage}
    if not isinstance(code, str) or code not in known:
        return _plain(state, value)
    return stage_word(known[code])


_TOLD: Mapping[str, Callable[[State, Json], str]] = {
    "hires": _prices,
    "position": _position,
    "visitors": _visitors,
    "photos": _there,
    "productions": _there,
    "eras": _there,
    "levels": _there,
    "sources": _source,
    "retired": _retired,
    "scenes": _scene,
    "kind": _kind,
    "closed_weekdays": _weekdays,
    "stage": _stage,
}


def value_note(value: Json) -> str:
    """Who named a price, and until when it holds; empty where the value says nothing of it."""
    told = []
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, dict):
            continue
        who, until = str(one.get("who") or ""), str(one.get("until") or "")
        note = str(one.get("note") or "")
        parts = [
            QCoreApplication.translate("Field", "{who}说的").format(who=who) if who else "",
            QCoreApplication.translate("Field", "到 {day} 有效").format(day=_holds_to(until))
            if until
            else (QCoreApplication.translate("Field", "没说有效到哪天") if "amount" in one else ""),
            note,
        ]
        comma = QCoreApplication.translate("Field", "，")
        told.append(comma.join(part for part in parts if part))
    return "\n".join(dict.fromkeys(one for one in told if one))


def _holds_to(until: str) -> str:
    """The day a quote holds to; with its year where that is not this one."""
    this_year = until[:4] == f"{date.today().year}"
    return day_word(until) if this_year else until


def who_word(side: Side) -> str:
    """Who gave an answer; several with commas."""
    names = dict.fromkeys(one.who for one in side.edits if one.who)
    return "、".join(names) or QCoreApplication.translate("Field", "没留名字")


def short(text: str, most: int = LONG) -> str:
    """A text cut to what a card holds."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
