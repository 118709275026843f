"""What a warning of the reader asks, in words, and where in the script it points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from geo.model import Scene, Script, ScriptLine, ScriptWarning
from gui.messages import split_sentence
from gui.models.script_doubts import needs_nothing, warned_line
from gui.pages.words import type_name
from gui.session import State
from gui.texts import tag_word

GUESSES = ("guess1", "guess2", "guess3")
OF_A_PLACE = ("place_unknown", "place_guessed")
# these explain why a scene needs nothing: asked once, not twice
ABOUT_NEEDS = frozenset({*OF_A_PLACE, "place_in_vehicle", "scene_without_place"})
ICONS = {
    "heading_like": "help-circle",
    "sets_alike": "git-merge",
    "place_unknown": "map-pin-question",
    "place_guessed": "map-pin-question",
    "place_mentioned": "info-circle",
    "decision_to_check": "refresh",
}
OTHER_ICON = "alert-triangle"


@dataclass(frozen=True, slots=True)
class Asked:
    """Something to look at: ``warning`` is its index in the script, or None for a silent scene.

    ``scene`` and ``line`` say where it points; ``guesses`` are scene types as (code, name).
    """

    what: str
    why: str
    scene: str | None
    line: int
    warning: int | None
    code: str = ""
    guesses: tuple[tuple[str, str], ...] = ()

    @property
    def icon(self) -> str:
        """The name of its icon."""
        return ICONS.get(self.code, OTHER_ICON)


@dataclass(frozen=True, slots=True)
class _Book:
    """What is shown, to look things up in."""

    state: State
    script: Script
    scenes: Mapping[str, Scene]
    lines: Mapping[int, ScriptLine]


def questions_of(state: State) -> list[Asked]:
    """All there is to look at in what is shown: questions of the reader, then silent scenes."""
    script = state.shown
    if script is None:
        return []
    book = _Book(
        state,
        script,
        {scene.id: scene for scene in script.scenes},
        {line.number: line for line in script.lines},
    )
    found = [_asked(book, at) for at in range(len(script.warnings))]
    about = [one for one in script.warnings if one.code in ABOUT_NEEDS]
    told = {str(one.values.get("scene", "")) for one in about}
    places = {str(one.values["place"]) for one in about if one.values.get("place")}
    for scene in script.scenes:
        if needs_nothing(scene) and scene.id not in told and scene.place not in places:
            what = QCoreApplication.translate("Questions", "{number} “{place}”没读出要什么景")
            what = what.format(number=scene.label, place=scene.place or scene.heading)
            why = QCoreApplication.translate("Questions", "挑一种景，才排得进来")
            found.append(Asked(what, why, scene.id, scene.line, None))
    return found


def _asked(book: _Book, at: int) -> Asked:
    warning = book.script.warnings[at]
    scene = book.scenes.get(str(warning.values.get("scene", "")))
    number = warned_line(warning)
    if scene is None and number in book.lines:
        scene = book.scenes.get(book.lines[number].scene)
    line = number or (scene.line if scene is not None else 0)
    what, why = _words(book, warning, scene)
    found = scene.id if scene is not None else None
    return Asked(what, why, found, line, at, warning.code, _guesses(book.state, warning))


def _words(book: _Book, warning: ScriptWarning, scene: Scene | None) -> tuple[str, str]:
    """The question, and what speaks for it."""
    state, values = book.state, warning.values
    match warning.code:
        case "heading_like":
            number = warned_line(warning)
            word = tag_word(book.lines[number].tag) if number in book.lines else ""
            what = QCoreApplication.translate("Questions", "第 {n} 行像场景标题").format(n=number)
            return what, QCoreApplication.translate("Questions", "没有场号，暂时当作{tag}").format(
                tag=word
            )
        case "sets_alike":
            what = QCoreApplication.translate("Questions", "“{one}”和“{other}”").format(
                one=values["name"], other=values["other"]
            )
            return what, QCoreApplication.translate("Questions", "是同一个景吗？共 {n} 场").format(
                n=values["count"]
            )
        case "place_unknown" | "place_guessed":
            return _of_place(state, warning)
        case "place_mentioned":
            what = QCoreApplication.translate("Questions", "第 {n} 行提到“{word}”")
            what = what.format(n=warned_line(warning), word=values["word"])
            return what, QCoreApplication.translate("Questions", "只是说到，没算成场景要的景")
        case "decision_to_check":
            return _to_check(str(values.get("field", "")), scene)
    if state.phrases is None:
        return warning.code, ""
    named = {
        key: book.scenes[str(value)].label if str(value) in book.scenes else value
        for key, value in values.items()
        if key in ("scene", "after", "before")
    }
    told = {"line": warning.line, **values, **named}
    return split_sentence(state.phrases.say(warning.code, state.language, told))


def _of_place(state: State, warning: ScriptWarning) -> tuple[str, str]:
    place, count = warning.values["place"], warning.values.get("count", 1)
    known = warning.code == "place_guessed"
    what = (
        QCoreApplication.translate("Questions", "“{place}”是猜的")
        if known
        else QCoreApplication.translate("Questions", "“{place}”没见过")
    ).format(place=place)
    names = [name for _, name in _guesses(state, warning)]
    if not names:
        return what, QCoreApplication.translate("Questions", "{n} 场在这里，是什么景？").format(
            n=count
        )
    if known:
        told = QCoreApplication.translate("Questions", "{n} 场在这里，先当作{name}")
        return what, told.format(n=count, name=names[0])
    return what, QCoreApplication.translate("Questions", "{n} 场在这里，像哪一种？").format(n=count)


def _guesses(state: State, warning: ScriptWarning) -> tuple[tuple[str, str], ...]:
    types = state.vocabulary.scene_types if state.vocabulary is not None else {}
    codes = [str(warning.values[key]) for key in GUESSES if warning.values.get(key)]
    return tuple((code, type_name(types.get(code), code, state.language)) for code in codes)


def _to_check(field: str, scene: Scene | None) -> tuple[str, str]:
    number = scene.label if scene is not None else "?"
    what = QCoreApplication.translate("Questions", "{number} 你定过的“{field}”，还对吗").format(
        number=number, field=field_word(field)
    )
    return what, QCoreApplication.translate("Questions", "这一稿里它的依据改了")


def field_word(field: str) -> str:
    """What a field of a scene is called; one nobody listed is shown as itself."""
    return {
        "number": QCoreApplication.translate("Questions", "场号"),
        "place": QCoreApplication.translate("Questions", "地点"),
        "time": QCoreApplication.translate("Questions", "日夜"),
        "int_ext": QCoreApplication.translate("Questions", "内外"),
        "era": QCoreApplication.translate("Questions", "年代"),
        "cast": QCoreApplication.translate("Questions", "人物"),
        "needs": QCoreApplication.translate("Questions", "要什么景"),
        "culture": QCoreApplication.translate("Questions", "非遗"),
        "flags": QCoreApplication.translate("Questions", "要报批的"),
        "length_eighths": QCoreApplication.translate("Questions", "篇幅"),
        "screen": QCoreApplication.translate("Questions", "时长"),
        "details": QCoreApplication.translate("Questions", "细目"),
        "episode": QCoreApplication.translate("Questions", "集"),
        "text": QCoreApplication.translate("Questions", "正文"),
    }.get(field, field)
