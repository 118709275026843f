"""What the reader was not sure of: headings that lack something, places it knows no word of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from geo.model import Scalar, Scene, ScriptWarning
from geo.script.breakdown.sets import place_key
from geo.script.breakdown.vehicles import in_vehicle

SURE_NEED = 0.5
MOST_GUESSES = 3


def no_headings(scenes: Sequence[Scene]) -> list[ScriptWarning]:
    """That no line was read as a heading, where it is so."""
    return [] if scenes else [ScriptWarning(0, "no_headings")]


def heading_doubts(
    scenes: Sequence[Scene], odd: Collection[int], through: Mapping[int, int]
) -> list[ScriptWarning]:
    """Headings that lack a field the others have, numbers that stand twice or jump.

    ``odd`` are the lines of headings written unlike the others; ``through`` tells by line the last
    number of scenes played as one.
    """
    found: list[ScriptWarning] = []
    timed = sum(scene.time is not None for scene in scenes) * 2 >= len(scenes)
    sided = sum(scene.int_ext is not None for scene in scenes) * 2 >= len(scenes)
    seen: Counter[tuple[int | None, int | None, str]] = Counter()
    for scene in scenes:
        values = {"scene": scene.id, "place": scene.place}
        key = (scene.episode, scene.number, scene.suffix)
        seen[key] += 1
        checks = (
            ("scene_without_place", not scene.place and not scene.omitted),
            ("scene_without_time", timed and scene.time is None and not scene.omitted),
            ("scene_without_side", sided and scene.int_ext is None and not scene.omitted),
            ("scene_other_style", scene.line in odd),
            ("scene_number_twice", scene.number is not None and seen[key] == 2),
        )
        found += [ScriptWarning(scene.line, code, values) for code, true in checks if true]
    if not timed:
        found.append(ScriptWarning(scenes[0].line, "style_without_time"))
    if not sided:
        found.append(ScriptWarning(scenes[0].line, "style_without_side"))
    return found + _gaps(scenes, through)


def _gaps(scenes: Sequence[Scene], through: Mapping[int, int]) -> list[ScriptWarning]:
    found = []
    for one, other in pairwise(scenes):
        if one.number is None or other.number is None or one.episode != other.episode:
            continue
        if other.number > max(one.number, through.get(one.line, 0)) + 1:
            values = {"after": one.id, "before": other.id}
            found.append(ScriptWarning(other.line, "scene_numbers_jump", values))
    return found


def place_doubts(scenes: Sequence[Scene], settled: Collection[str] = ()) -> list[ScriptWarning]:
    """One question for each place that no word is known of, with the guesses there are."""
    found: list[ScriptWarning] = []
    counts = Counter(place_key(scene.place) for scene in scenes)
    asked: set[str] = set()
    for scene in scenes:
        key = place_key(scene.place)
        code = _doubt(scene)
        if not key or code is None or key in asked:
            continue
        asked.add(key)
        if f"{code}|{scene.place}" not in settled:
            values: dict[str, Scalar] = {
                "scene": scene.id,
                "place": scene.place,
                "count": counts[key],
            }
            guesses = [need.scene_type for need in scene.needs[:MOST_GUESSES]]
            values |= {f"guess{rank}": guess for rank, guess in enumerate(guesses, start=1)}
            found.append(ScriptWarning(scene.line, code, values))
    return found


def _doubt(scene: Scene) -> str | None:
    if not scene.needs:
        return "place_in_vehicle" if in_vehicle(scene.place) else "place_unknown"
    return "place_guessed" if all(n.confidence < SURE_NEED for n in scene.needs) else None
