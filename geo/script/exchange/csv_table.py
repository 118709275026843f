"""The 顺场表 as CSV: the columns of the workbook, safe to open in a spreadsheet.

A text that a spreadsheet would take for a formula, a number or a date gets an apostrophe in front,
and so does one that begins with an apostrophe, so that taking one away gives back what was written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from geo.files import exported_file
from geo.model import Script, Site, Vocabulary
from geo.progress import Job, Step
from geo.script.exchange.columns import ID, Say, Value, Wording, clean, marks, scene_rows
from geo.script.exchange.parcel import Parcel, chunks, pack

STEP_SCENES = 200
BOM = "\N{BYTE ORDER MARK}"
# what Excel, LibreOffice and WPS take for the beginning of a formula, or pass over before one
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
GUARD = "'"
# texts that would come back as another number, or as a day: 0012, 3E5, 1-3
NUMBER_LIKE = re.compile(r"\d[\d.,/:\-\s]*(?:e[+-]?\d+)?%?|true|false", re.IGNORECASE)


def guarded(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs or counts with."""
    return GUARD + text if text.startswith(GUARD) or _is_taken(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    rest = text[1:]
    guarded = text.startswith(GUARD) and (rest.startswith(GUARD) or _is_taken(rest))
    return rest if guarded else text


def _is_taken(text: str) -> bool:
    return text.startswith(FORMULA) or NUMBER_LIKE.fullmatch(text) is not None


def write_breakdown_csv(
    script: Script,
    vocabulary: Vocabulary,
    path: Path,
    lang: str,
    say: Say,
    places: Sequence[tuple[str, Site]] = (),
) -> Job[Path]:
    """Write ``script`` as a table that reads back whole; what is kept for that stands at its end.

    A table of scenes has no room for ``places``. Raises ExportError when it cannot be written.
    """
    wording = Wording(vocabulary, lang, say)
    heads = {**wording.heads(), ID: wording.phrase("column_id")}
    data = wording.phrase("column_data")
    text = io.StringIO(newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow([*heads.values(), data])
    shown: dict[str, str] = {}
    for at, (scene, row) in enumerate(scene_rows(script, wording)):
        if at % STEP_SCENES == 0:
            yield Step("breakdown_scenes", at, len(script.scenes))
        row[ID] = clean(scene.id)
        lines.writerow([*(_cell(row[key]) for key in heads), ""])
        shown[scene.id] = marks(row)
    by_head = {head: key for key, head in heads.items()}
    yield Step("breakdown_save")
    for chunk in chunks(pack(Parcel(script, shown, by_head, wording.told))):
        lines.writerow([*[""] * len(heads), chunk])
    with exported_file(path) as part:
        part.write_bytes((BOM + text.getvalue()).encode())
    return path


def _cell(value: Value) -> Value:
    return guarded(value) if isinstance(value, str) else value
