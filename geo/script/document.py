"""A script as JSON: what ``read`` prints, and everything of it for keeping."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any, TypeAlias

from geo.model import (
    CultureNeed,
    DayPart,
    Flag,
    IntExt,
    Need,
    Scalar,
    Scene,
    Script,
    ScriptLine,
    ScriptSet,
    ScriptWarning,
    Seconds,
    Tag,
)
from geo.script.breakdown.sets import location_groups

Say: TypeAlias = Callable[[str, Mapping[str, Scalar]], str]


def script_to_json(script: Script, say: Say) -> dict[str, Any]:
    """What ``read --json`` prints; ``say`` turns a warning's code and values into a sentence."""
    locations = location_groups(script.sets)
    return {
        "title": script.title,
        "scenes": [_scene(scene) for scene in script.scenes],
        "sets": [
            {
                "id": one.id,
                "name": one.name,
                "scenes": list(one.scenes),
                "location": locations[one.id],
            }
            for one in script.sets
        ],
        "warnings": [
            {"line": one.line, "code": one.code, "text": say(one.code, one.values)}
            for one in script.warnings
        ],
    }


def _scene(scene: Scene) -> dict[str, Any]:
    return {
        "id": scene.id,
        "episode": scene.episode,
        "number": scene.number,
        "int_ext": scene.int_ext.value if scene.int_ext else None,
        "time": scene.time.value if scene.time else None,
        "place": scene.place,
        "era": scene.era,
        "cast": list(scene.cast),
        "length_eighths": scene.length_eighths,
        "needs": [
            {
                "scene_type": need.scene_type,
                "confidence": need.confidence,
                "because": list(need.because),
            }
            for need in scene.needs
        ],
        "culture": [{"term": one.term, "because": list(one.because)} for one in scene.culture],
        "line": scene.line,
        "suffix": scene.suffix,
        "omitted": scene.omitted,
        "screen_seconds": (
            [scene.screen.low, scene.screen.mid, scene.screen.high] if scene.screen else None
        ),
        "flags": [
            {"flag": one.code, "because": list(one.because), "count": one.count}
            for one in scene.flags
        ],
        "details": dict(scene.details),
    }


def dump_script(script: Script) -> dict[str, Any]:
    """Everything of ``script`` in values that JSON knows."""
    content = asdict(replace(script, lines=()))
    content["lines"] = [
        [line.number, line.text, line.tag, line.scene, line.scene_number, line.by_hand]
        for line in script.lines
    ]
    for warning in content["warnings"]:
        warning["values"] = dict(warning["values"])
    return content


def restore_script(content: Mapping[str, Any]) -> Script:
    """The script that ``dump_script`` took apart.

    Raises KeyError, TypeError or ValueError when ``content`` is no such document.
    """
    return Script(
        title=content["title"],
        scenes=tuple(_restore_scene(one) for one in content["scenes"]),
        sets=tuple(
            ScriptSet(one["id"], one["name"], tuple(one["scenes"])) for one in content["sets"]
        ),
        warnings=tuple(
            ScriptWarning(one["line"], one["code"], dict(one["values"]))
            for one in content["warnings"]
        ),
        origin=content["origin"],
        style=content["style"],
        lines=tuple(_line(*line) for line in content["lines"]),
        marked=content["marked"],
        draft=content["draft"],
        locked=content["locked"],
        settled=tuple(content["settled"]),
    )


def _line(
    number: int, text: str, tag: str, scene: str, scene_number: str, by_hand: bool
) -> ScriptLine:
    return ScriptLine(number, text, Tag(tag), scene, scene_number, by_hand)


def _restore_scene(content: Mapping[str, Any]) -> Scene:
    return Scene(
        **{
            **content,
            "int_ext": IntExt(content["int_ext"]) if content["int_ext"] else None,
            "time": DayPart(content["time"]) if content["time"] else None,
            "cast": tuple(content["cast"]),
            "needs": tuple(
                Need(one["scene_type"], one["confidence"], tuple(one["because"]))
                for one in content["needs"]
            ),
            "screen": Seconds(**content["screen"]) if content["screen"] else None,
            "flags": tuple(
                Flag(one["code"], tuple(one["because"]), one["count"]) for one in content["flags"]
            ),
            "details": tuple((kind, text) for kind, text in content["details"]),
            "edited": tuple(content["edited"]),
            "culture": tuple(
                CultureNeed(one["term"], tuple(one["because"])) for one in content["culture"]
            ),
        }
    )
