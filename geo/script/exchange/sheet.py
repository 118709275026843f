"""The breakdown as a workbook: the 顺场表, and sheets by set, person, flag and line."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from geo.files import exported_file
from geo.model import Scene, Script, Site, Vocabulary
from geo.progress import Job, Step
from geo.script.exchange import styles
from geo.script.exchange.columns import COLUMNS, ID, Row, Say, Wording, clean, marks, scene_rows
from geo.script.exchange.parcel import NAME, Parcel, chunks, pack
from geo.script.exchange.summaries import write_cast, write_flags, write_lines, write_sets

STEP_SCENES = 50
EMPTY = 7  # a column that has nothing yet leaves room for the others
SHEETS = ("breakdown", "sets", "cast", "flags", "lines")
CENTRED = frozenset(
    {"episode", "number", "time", "int_ext", "era", "seconds", "extras", "weather", "status"}
)


def write_breakdown_xlsx(
    script: Script,
    vocabulary: Vocabulary,
    path: Path,
    lang: str,
    say: Say,
    places: Sequence[tuple[str, Site]] = (),
) -> Job[Path]:
    """Write ``script`` as a 顺场表 that reads back whole; ``places`` are the sites of its sets.

    Raises ExportError when the file cannot be written.
    """
    wording = Wording(vocabulary, lang, say)
    book = Workbook()
    styles.add_styles(book)
    first = book.active
    assert isinstance(first, Worksheet)
    titles = [wording.phrase(f"breakdown_{name}") for name in SHEETS]
    first.title = titles[0]
    shown = yield from _write_scenes(first, script, wording)
    rest = [book.create_sheet(title) for title in titles[1:]]
    write_sets(rest[0], script, wording, places)
    write_cast(rest[1], script, wording)
    write_flags(rest[2], script, wording)
    yield from write_lines(rest[3], script, wording)
    heads = {head: key for key, head in _heads(wording).items()}
    _keep(book, pack(Parcel(script, shown, heads, wording.told)))
    name = clean(script.title)
    for sheet, title in zip(book.worksheets, titles, strict=False):
        wide = sheet is first or (sheet is rest[0] and bool(places))
        freeze = "C2" if sheet is first else "B2"
        styles.finish_sheet(sheet, freeze, f"{name} {title}".strip(), wide=wide)
    book.properties.creator = NAME
    book.properties.title = name
    yield Step("breakdown_save")
    made = io.BytesIO()
    book.save(made)
    with exported_file(path) as part:
        part.write_bytes(made.getvalue())
    return path


def _heads(wording: Wording) -> dict[str, str]:
    return {**wording.heads(), ID: wording.phrase("column_id")}


def _write_scenes(sheet: Worksheet, script: Script, wording: Wording) -> Job[dict[str, str]]:
    """One row a scene; the marks of the cells by scene id."""
    heads = _heads(wording)
    rows = list(scene_rows(script, wording))
    widths = {
        key: width if any(row[key] not in ("", None) for _, row in rows) else min(width, EMPTY)
        for key, width in COLUMNS.items()
    }
    styles.put_head(sheet, list(heads.values()), [*widths.values(), EMPTY])
    shown: dict[str, str] = {}
    for at, (scene, row) in enumerate(rows):
        if at % STEP_SCENES == 0:
            yield Step("breakdown_scenes", at, len(script.scenes))
        _write_scene(sheet, at + 2, scene, row)
        styles.fit_row(sheet, at + 2, ((row[key], width) for key, width in widths.items()))
        shown[scene.id] = marks(row)
    sheet.column_dimensions[get_column_letter(len(heads))].hidden = True
    return shown


def _write_scene(sheet: Worksheet, number: int, scene: Scene, row: Row) -> None:
    strip = styles.strip_of(scene)
    for column, key in enumerate(COLUMNS, 1):
        style = styles.MIDDLE if key in CENTRED else styles.TEXT
        if key == "pages":
            style = styles.PAGES
        elif isinstance(row[key], int):
            style = styles.COUNT
        if strip and key in ("time", "int_ext"):
            style = styles.strip_style(strip)
        if scene.omitted and key in ("episode", "number", "status"):
            style = styles.GONE
        styles.put(sheet, number, column, row[key], style)
    styles.put(sheet, number, len(COLUMNS) + 1, clean(scene.id), styles.PLAIN)


def _keep(book: Workbook, packed: str) -> None:
    """All of the script in a sheet that nobody trips over."""
    sheet = book.create_sheet(NAME)
    sheet.sheet_state = "veryHidden"
    for at, chunk in enumerate(chunks(packed), 1):
        styles.put(sheet, at, 1, chunk, styles.PLAIN)
