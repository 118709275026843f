"""The other sheets of a breakdown: sets, people, flags, and the script line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from geo.model import DayPart, Scene, Script, Site
from geo.progress import Job, Step
from geo.script.exchange import styles
from geo.script.exchange.columns import Value, Wording, clean, scene_label, set_names

STEP_LINES = 2_000
# headings unlike those of the 顺场表, for which another reader might take these sheets
SET_COLUMNS = {
    "set": 20, "scene_count": 7, "all_pages": 8, "day": 6, "night": 6, "dawn_dusk": 7, "int": 6,
    "ext": 6, "seconds": 11, "needs": 16, "scenes": 30,
}  # fmt: skip
PLACE_COLUMNS = {"site": 22, "closed": 14}
CAST_COLUMNS = {"person": 16, "scene_count": 7, "all_pages": 8, "day": 6, "night": 6, "scenes": 60}
FLAG_COLUMNS = {"flag": 12, "in_scene": 9, "in_set": 20, "extras": 8, "because": 46}
LINE_COLUMNS = {"line": 7, "tag": 8, "text": 74, "in_scene": 9}
WORDS, COUNTS = styles.TEXT, styles.COUNT


def _head(sheet: Worksheet, wording: Wording, columns: dict[str, int]) -> None:
    heads = [wording.phrase(f"column_{key}") for key in columns]
    styles.put_head(sheet, heads, list(columns.values()))


def _add(
    sheet: Worksheet, number: int, cells: Sequence[tuple[Value, str]], widths: Iterable[int]
) -> None:
    for column, (value, style) in enumerate(cells, 1):
        styles.put(sheet, number, column, clean(value) if isinstance(value, str) else value, style)
    values = (value for value, _ in cells)
    styles.fit_row(sheet, number, zip(values, widths, strict=True))


def _played(script: Script) -> dict[str, Scene]:
    return {scene.id: scene for scene in script.scenes if not scene.omitted}


def _pages(scenes: Sequence[Scene]) -> tuple[Value, str]:
    return sum(scene.length_eighths for scene in scenes) / 8, styles.PAGES


def _at(scenes: Sequence[Scene], *parts: DayPart) -> tuple[Value, str]:
    return sum(scene.time in parts for scene in scenes) or "", COUNTS


def _side(scenes: Sequence[Scene], *sides: str) -> tuple[Value, str]:
    return sum(scene.int_ext in sides for scene in scenes) or "", COUNTS


def _seconds(scenes: Sequence[Scene]) -> str:
    """The sum of all; empty as soon as one is unknown, for half a sum is no sum."""
    spans = [scene.screen for scene in scenes]
    known = [span for span in spans if span is not None]
    if not known or len(known) < len(spans):
        return ""
    return f"{sum(span.low for span in known)}–{sum(span.high for span in known)}"


def _labels(scenes: Iterable[Scene], wording: Wording) -> str:
    return wording.between().join(scene_label(scene) for scene in scenes)


def closed_words(site: Site, wording: Wording) -> str:
    """On which days a site is closed; nobody having said so is not the same as never."""
    if site.closed_weekdays is None:
        return wording.phrase("closed_unknown")
    days = [wording.phrase(f"weekday_{day}") for day in sorted(site.closed_weekdays)]
    return wording.between().join(days) or wording.phrase("closed_never")


def write_sets(
    sheet: Worksheet, script: Script, wording: Wording, places: Sequence[tuple[str, Site]]
) -> None:
    """Each set with its scenes, counts and length, and where it is to be shot."""
    columns = {**SET_COLUMNS, **(PLACE_COLUMNS if places else {})}
    _head(sheet, wording, columns)
    played = _played(script)
    chosen: dict[str, list[Site]] = {}
    for set_id, site in places:
        chosen.setdefault(set_id, []).append(site)
    for number, one in enumerate(script.sets, 2):
        scenes = [played[key] for key in one.scenes if key in played]
        codes = Counter(need.scene_type for scene in scenes for need in scene.needs[:1])
        needs = wording.between().join(wording.name(code) for code, _ in codes.most_common(2))
        cells: list[tuple[Value, str]] = [
            (one.name, WORDS),
            (len(scenes), COUNTS),
            _pages(scenes),
            _at(scenes, DayPart.DAY),
            _at(scenes, DayPart.NIGHT),
            _at(scenes, DayPart.DAWN, DayPart.DUSK),
            _side(scenes, "INT", "BOTH"),
            _side(scenes, "EXT", "BOTH"),
            (_seconds(scenes), styles.MIDDLE),
            (needs, WORDS),
            (_labels(scenes, wording), WORDS),
        ]
        if places:
            sites = chosen.get(one.id, [])
            names = [site.name_en if wording.lang == "en" else site.name_zh for site in sites]
            closed = [closed_words(site, wording) for site in sites]
            cells += [("\n".join(names), WORDS), ("\n".join(closed), WORDS)]
        _add(sheet, number, cells, columns.values())


def write_cast(sheet: Worksheet, script: Script, wording: Wording) -> None:
    """Who plays in which scenes, those with most scenes first."""
    _head(sheet, wording, CAST_COLUMNS)
    scenes_of: dict[str, list[Scene]] = {}
    for scene in _played(script).values():
        for name in scene.cast:
            scenes_of.setdefault(name, []).append(scene)
    people = sorted(scenes_of.items(), key=lambda pair: -len(pair[1]))
    for number, (name, scenes) in enumerate(people, 2):
        cells: list[tuple[Value, str]] = [
            (name, WORDS),
            (len(scenes), COUNTS),
            _pages(scenes),
            _at(scenes, DayPart.DAY),
            _at(scenes, DayPart.NIGHT),
            (_labels(scenes, wording), WORDS),
        ]
        _add(sheet, number, cells, CAST_COLUMNS.values())


def write_flags(sheet: Worksheet, script: Script, wording: Wording) -> None:
    """What costs money or asks for leave: flag by flag, scene by scene, with the words read."""
    _head(sheet, wording, FLAG_COLUMNS)
    names = set_names(script)
    order = {code: at for at, code in enumerate(wording.vocabulary.flags)}
    found = [(flag, scene) for scene in _played(script).values() for flag in scene.flags]
    found.sort(key=lambda pair: order.get(pair[0].code, len(order)))
    for number, (flag, scene) in enumerate(found, 2):
        because = wording.between().join(flag.because)
        cells: list[tuple[Value, str]] = [
            (wording.name(flag.code), WORDS),
            (scene_label(scene), styles.MIDDLE),
            (names.get(scene.id, scene.place), WORDS),
            (flag.count, COUNTS),
            (because, WORDS),
        ]
        _add(sheet, number, cells, FLAG_COLUMNS.values())


def write_lines(sheet: Worksheet, script: Script, wording: Wording) -> Job[None]:
    """The whole script, line by line, with what each line was taken for."""
    _head(sheet, wording, LINE_COLUMNS)
    labels = {scene.id: scene_label(scene) for scene in script.scenes}
    for number, line in enumerate(script.lines, 2):
        if number % STEP_LINES == 0:
            yield Step("breakdown_text", number, len(script.lines))
        cells: list[tuple[Value, str]] = [
            (line.number, COUNTS),
            (wording.phrase(f"tag_{line.tag}"), styles.MIDDLE),
            (line.text, WORDS),
            (labels.get(line.scene, ""), styles.MIDDLE),
        ]
        _add(sheet, number, cells, LINE_COLUMNS.values())
