"""Flags by name and icon, and the line of the script that raised one."""

from __future__ import annotations

from geo.model import Flag, Scene, Script, Vocabulary

ICONS = {
    "water": "droplet",
    "fire": "flame",
    "rain": "cloud-rain",
    "snow": "snowflake",
    "smoke": "mist",
    "gun": "crosshair",
    "fight": "swords",
    "wirework": "parachute",
    "animal": "paw",
    "child": "mood-kid",
    "crowd": "users",
    "vehicle": "car",
    "drone": "drone",
    "night": "moon",
    "heritage": "building-pavilion",
    "boat": "sailboat",
}
OTHER_ICON = "alert-triangle"


def flag_name(vocabulary: Vocabulary | None, code: str, lang: str) -> str:
    """The name of a flag; a code nobody knows is shown as itself."""
    kind = vocabulary.flags.get(code) if vocabulary is not None else None
    if kind is None:
        return code
    return kind.en if lang == "en" else kind.zh


def flagged(script: Script) -> dict[str, list[tuple[Scene, Flag]]]:
    """The scenes that are played and have each flag, in the order of the script."""
    found: dict[str, list[tuple[Scene, Flag]]] = {}
    for scene in script.scenes:
        if not scene.omitted:
            for flag in scene.flags:
                found.setdefault(flag.code, []).append((scene, flag))
    return found


def line_of(script: Script, scene: Scene, words: tuple[str, ...]) -> int:
    """The number of the first line of ``scene`` with one of ``words``, else of its heading."""
    for line in script.lines:
        if line.scene == scene.id and any(word in line.text for word in words):
            return line.number
    return scene.line
