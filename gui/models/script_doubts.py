"""Where a script asks to be looked at: by line and by scene."""

from __future__ import annotations

from collections import Counter

from geo.model import Scene, Script, ScriptLine, ScriptWarning

# warnings that speak of the words of one line, so that its tag is what one would put right
OF_A_LINE = ("heading_like", "place_mentioned")


def needs_nothing(scene: Scene) -> bool:
    """Whether no need was read, of a scene that is played."""
    return not scene.needs and not scene.culture and not scene.omitted


def warned_line(warning: ScriptWarning) -> int:
    """The number of the line that a warning is about, 0 for none."""
    told = warning.values.get("line", warning.line)
    return int(told) if isinstance(told, (int, float)) else warning.line


def line_doubts(script: Script | None) -> dict[int, str]:
    """The code of the warning about each line that has one."""
    warnings = script.warnings if script is not None else ()
    return {warned_line(one): one.code for one in warnings if one.code in OF_A_LINE}


def might_be_headings(script: Script) -> dict[str, list[ScriptLine]]:
    """Lines that look like a heading and were taken for something else, by their scene."""
    numbers = {warned_line(one) for one in script.warnings if one.code == "heading_like"}
    found: dict[str, list[ScriptLine]] = {}
    if numbers:
        for line in script.lines:
            if line.number in numbers:
                found.setdefault(line.scene, []).append(line)
    return found


def scene_doubts(script: Script) -> Counter[str]:
    """How many things to look at there are in each scene, by id."""
    counts = Counter(scene.id for scene in script.scenes if needs_nothing(scene))
    numbers = {warned_line(one) for one in script.warnings if one.line}
    scene_of = {line.number: line.scene for line in script.lines if line.number in numbers}
    known = {scene.id for scene in script.scenes}
    for warning in script.warnings:
        named = str(warning.values.get("scene", ""))
        scene = named if named in known else scene_of.get(warned_line(warning), "")
        # a place that nobody knows is the reason why nothing was read: one thing, not two
        if scene in known and not (counts[scene] and warning.code.startswith("place_")):
            counts[scene] += 1
    return counts
