"""What a script asks (warnings): the key each is settled by, and which stay open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from geo.model import Scalar, Scene, Script, ScriptWarning
from geo.script.breakdown.sets import place_key

# what a warning of this code asks for, and the fields that answer it when decided
ANSWERED_BY: Mapping[str, frozenset[str]] = {
    "scene_without_place": frozenset({"place"}),
    "scene_without_time": frozenset({"time"}),
    "scene_without_side": frozenset({"int_ext"}),
    "place_unknown": frozenset({"place", "needs"}),
    "place_guessed": frozenset({"place", "needs"}),
    "place_in_vehicle": frozenset({"place", "needs"}),
}
OF_A_PLACE = ("place_unknown", "place_guessed")
SCENE_IDS = ("scene", "after", "before")
SET_IDS = ("keep", "merge")


def question_key(warning: ScriptWarning, script: Script) -> str:
    """The key under which the answer to ``warning`` is remembered; empty when it asks nothing."""
    values = warning.values
    words: tuple[str, ...]
    match warning.code:
        case "heading_like":
            texts = {line.number: line.text.strip() for line in script.lines}
            words = (texts.get(warning.line, ""),)
        case "sets_alike":
            words = (str(values["name"]), str(values["other"]))
        case "place_unknown" | "place_guessed":
            words = (str(values["place"]),)
        case "place_mentioned":
            places = {scene.id: scene.place for scene in script.scenes}
            words = (str(values["word"]), places.get(str(values["scene"]), ""))
        case "decision_to_check":
            words = (str(values["scene"]), str(values["field"]))
        case _:
            return ""
    return "|".join((warning.code, *words))


def point(
    warnings: Iterable[ScriptWarning], scenes: Mapping[str, str], sets: Mapping[str, str]
) -> list[ScriptWarning]:
    """``warnings`` under other ids of scenes and sets; a pair that has become one set is gone."""
    pointed = []
    for warning in warnings:
        values: dict[str, Scalar] = dict(warning.values)
        for name in SCENE_IDS:
            if name in values:
                values[name] = scenes.get(str(values[name]), values[name])
        if warning.code == "sets_alike":
            values |= {name: sets.get(str(values[name]), "") for name in SET_IDS}
            if values["keep"] == values["merge"] or not all(values[name] for name in SET_IDS):
                continue
        pointed.append(replace(warning, values=values))
    return pointed


def open_questions(script: Script, warnings: Iterable[ScriptWarning]) -> tuple[ScriptWarning, ...]:
    """Those of ``warnings`` that neither an answer nor a decision on their scenes has closed."""
    settled = set(script.settled)
    by_id = {scene.id: scene for scene in script.scenes}
    by_place: dict[str, list[Scene]] = {}
    for scene in script.scenes:
        by_place.setdefault(place_key(scene.place), []).append(scene)
    found = []
    for warning in warnings:
        if settled and question_key(warning, script) in settled:
            continue
        answer = ANSWERED_BY.get(warning.code)
        if answer:
            own = by_id.get(str(warning.values["scene"]))
            asked = [own] if own else []
            if warning.code in OF_A_PLACE:
                asked += by_place.get(place_key(str(warning.values["place"])), [])
            still = [scene for scene in asked if not answer & set(scene.edited)]
            if not still:
                continue
            if own is not still[0]:
                values = {**warning.values, "scene": still[0].id}
                warning = replace(warning, line=still[0].line, values=values)
        found.append(warning)
    return tuple(found)
