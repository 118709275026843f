"""The pack as one HTML file for a phone: photos, style and map inside, no request to anywhere.

The template may be the user's own: it runs in a sandbox, and whatever it writes out is escaped.
"""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape
from PIL import Image

from geo.errors import ExportError
from geo.files import exported_file
from geo.model import BaseMap
from geo.model.pitch import BasePack, Pitch, PitchLang, PitchPart
from geo.phrases import Phrases
from geo.present.pitch.blocks import Pictures, PitchPaper, Table
from geo.present.pitch.drawing import say
from geo.present.pitch.html_figures import drawn_bars, drawn_map, fits_phone
from geo.present.pitch.html_map import live_map
from geo.present.pitch.photos import shrunk
from geo.present.pitch.plain import plain
from geo.present.pitch.points import cover_points

TEMPLATE = "page.html"
MOST_BYTES = 4_900_000
LEAST_PHOTOS = 600_000  # kept for photos however large the map is
# what the small photos in tables may weigh, one and all
SMALL_BYTES, ALL_SMALL_BYTES = 14_000, 360_000
LOGO = 240
LANGS = {PitchLang.ZH: "zh-CN", PitchLang.EN: "en", PitchLang.BOTH: "zh-CN"}
# what a template that the user has changed may come to
FAULTS = (
    TemplateError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)
COMMON = frozenset({"pitch_page_sources", "pitch_page_map", "pitch_page_contents"})


def write_page(
    paper: PitchPaper,
    pitch: Pitch,
    base: BaseMap | None,
    phrases: Phrases,
    leaflet: Path,
    path: Path,
    pack: BasePack | None = None,
    template: Path | None = None,
) -> Path:
    """Write the pack as one file under 5 MB; ``template`` None is ours, beside ``leaflet``.

    Raises ExportError: paper_unreadable (file), pitch_page_template (file, line, fault),
    pitch_page_empty (file), pitch_base_unreadable, export_refused, export_disk_full.
    """
    chosen = template or leaflet.parent / "templates" / TEMPLATE
    mapped = any(page.part is PitchPart.MAP for page in paper.pages) and pitch.sites
    frame = live_map(pitch, base, pack, phrases, leaflet) if mapped else ""
    values: dict[str, Any] = {
        "paper": paper,
        "lang": LANGS[paper.lang],
        # escaped here: making a megabyte of our own script plain would take a second
        "map": escape(frame),
        "said": {code: say(phrases, paper.lang, code) for code in COMMON},
        "logo": _logo(paper.logo),
        "type": lambda block: type(block).__name__,
        "svg": drawn_map,
        "bars": drawn_bars,
        "fits": fits_phone,
        "photo": lambda _: "",
        "small": _small_photos(paper).get,
        "points": cover_points(paper),
    }
    # what all but the photos takes, written out, leaves the rest to them
    room = MOST_BYTES - len(_rendered(chosen, values).encode())
    values["photo"] = _photos(paper, max(LEAST_PHOTOS, room)).get
    made = _rendered(chosen, values)
    with exported_file(path) as part:
        part.write_text(made, encoding="utf-8")
    return path


def _rendered(template: Path, values: dict[str, Any]) -> str:
    """The page. Raises ExportError paper_unreadable, pitch_page_template, pitch_page_empty."""
    try:
        source = template.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError("paper_unreadable", file=template.name) from error
    # every text that comes out is made plain first, then escaped
    room = ImmutableSandboxedEnvironment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda given: plain(given) if type(given) is str else given,
    )
    try:
        made = room.from_string(source).render(values)
    except FAULTS as error:
        line = getattr(error, "lineno", None) or _line(error)
        fault = f"{type(error).__name__}: {error}"[:200]
        raise ExportError(
            "pitch_page_template", file=template.name, line=line, fault=fault
        ) from error
    if not made.strip():
        raise ExportError("pitch_page_empty", file=template.name)
    return made


def _line(error: Exception) -> int:
    """The line of the template in which the fault came up; 0 where it came from elsewhere."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _photos(paper: PitchPaper, room: int) -> dict[str, str]:
    """Every photo as a data address, all within ``room`` bytes; unreadable ones are left out."""
    shown = [
        one.path
        for page in paper.pages
        for block in page.blocks
        if isinstance(block, Pictures)
        for one in block.photos
    ]
    found: dict[str, str] = {}
    left = len(shown)
    for path in dict.fromkeys(shown):
        uses = shown.count(path)
        share = room // left * 3 // 4  # of four bytes written three are the photo's
        left -= uses
        if made := _address(path, share):
            found[path] = made
            # what one photo does not need the others may use
            room -= uses * len(made)
    return found


def _small_photos(paper: PitchPaper) -> dict[str, str]:
    """The photos within tables as data addresses; unreadable ones are left out."""
    tables = [one for page in paper.pages for one in page.blocks if isinstance(one, Table)]
    shown = [cell.photo for one in tables for row in one.rows for cell in row if cell.photo]
    most = min(SMALL_BYTES, ALL_SMALL_BYTES // max(1, len(shown)))
    made = {path: _address(path, most) for path in dict.fromkeys(shown)}
    return {path: address for path, address in made.items() if address}


def _address(path: str, most: int) -> str:
    """A photo of about ``most`` bytes as a data address; empty where it cannot be read."""
    try:
        data = shrunk(Path(path), most)
    except (OSError, ValueError, SyntaxError):
        return ""
    # nothing in it needs escaping, and that would take long
    return Markup("data:image/jpeg;base64," + base64.b64encode(data).decode())


def _logo(path: str) -> str:
    """The logo as a data address, clear parts kept; empty where there is none to read."""
    if not path:
        return ""
    try:
        with Image.open(path) as image:
            small = image.convert("RGBA")
        small.thumbnail((LOGO, LOGO), Image.Resampling.HAMMING)
        small.info = {}
        out = io.BytesIO()
        small.save(out, "PNG", optimize=True)
    except (OSError, ValueError, SyntaxError):
        return ""
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode()
