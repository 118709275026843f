"""Pages set by typst: a template lays out what it is handed as JSON, never as source.

A template may be the user's own. It finds files beside itself and nowhere else, and whatever it
asks for from a registry is refused before anything is tried. Photos, and the pieces that the
templates share, reach it as a package of ours that is made for one run: ``HOUSE``. Pieces beside
a template win over those of ours.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

import typst

from geo.errors import ExportError

# faces that read well small on paper; where none of them is installed any other that can is taken
FONTS = (
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)
# documents speak in Song
SERIF = (
    "Source Han Serif SC",
    "Source Han Serif CN",
    "Noto Serif CJK SC",
    "Songti SC",
    "STSong",
    "SimSun",
    *FONTS,
)
# faces for Latin text: those made for Chinese draw its quotation marks as wide as a character
LATIN = ("Segoe UI", "Helvetica Neue", "Noto Sans", "Arial", "Nimbus Sans", "DejaVu Sans")
LATIN_SERIF = ("Georgia", "Noto Serif", "P052", "Libertinus Serif")

HOUSE = "@local/kanjing:1.0.0"
PIECES = "pieces.typ"
MANIFEST = '[package]\nname = "kanjing"\nversion = "1.0.0"\nentrypoint = "pieces.typ"\n'
# warnings may stand before the fault, each with a place of its own
WHERE = re.compile(r"^error:.*?┌─ (?P<file>[^\n]*?):(?P<line>\d+):\d+", re.M | re.S)
# marks that turn the direction of all that follows them
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
PACKAGE = re.compile(r'"@(?P<name>[\w.:/-]+)"')
# a document of one Chinese character that must not come out as an empty box
PROBE = '#set document(title: "a")\n#set text(lang: "zh")\n{text}'
PROBED = "勘景通告"
PANIC = "PanicException"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is to be set: ``document`` is handed to the template under ``name`` as JSON.

    ``pieces`` is the shipped file behind ``HOUSE`` (None: the template does without), ``pictures``
    are files by the name under which it finds them.
    """

    template: Path
    name: str
    document: Mapping[str, Any]
    today: date
    pieces: Path | None = None
    pictures: Mapping[str, Path] = field(default_factory=dict)


def set_pdf(setting: Setting, *, accessible: bool = False) -> bytes:
    """The document as a tagged PDF; ``accessible`` names it PDF/UA-1 where the text allows it.

    Raises ExportError: ``paper_template`` (file, line, fault), ``paper_template_whole``,
    ``paper_package``, ``paper_unreadable``, ``paper_no_font``.
    """
    if accessible:
        try:
            return _set(setting, "pdf", pdf_standards="ua-1")[0]
        except ExportError as error:
            # a sign that no font here has may not stand in such a file, but may in a plain one
            if not error.code.startswith("paper_template"):
                raise
    return _set(setting, "pdf")[0]


def set_pictures(setting: Setting, ppi: float) -> tuple[bytes, ...]:
    """Each page as PNG at ``ppi`` pixels per inch. Raises ExportError as ``set_pdf``."""
    return _set(setting, "png", ppi=ppi)


def plain(value: Any) -> Any:  # noqa: ANN401 (JSON nests freely)
    """Text that any font engine takes: no halves of characters, no control codes."""
    if isinstance(value, str):
        whole = TURNS.sub("", value.encode("utf-8", "replace").decode("utf-8"))
        return "".join(char for char in whole if char >= " " or char == "\n")
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def _set(
    setting: Setting,
    form: Literal["pdf", "png"],
    **more: Any,  # noqa: ANN401 (what the compiler takes)
) -> tuple[bytes, ...]:
    template = setting.template
    _check_packages(template)
    _check_font()
    data = json.dumps(plain(dict(setting.document)), ensure_ascii=False)
    try:
        with _house(setting) as house:
            made = typst.compile(
                template,
                root=template.parent,
                format=form,
                sys_inputs={setting.name: data},
                timestamp=datetime.combine(setting.today, time(), UTC),
                package_path=house,
                package_cache_path=house,
                **more,
            )
    except typst.TypstError as error:
        raise _kind(error, template) from error
    except BaseException as error:
        # the compiler panics where it is at its wits' end, which no class of its own tells
        if type(error).__name__ != PANIC:
            raise
        raise ExportError("paper_template_whole", file=template.name, fault=PANIC) from error
    return tuple(made) if isinstance(made, list) else (_whole(made),)


def _whole(made: bytes | None) -> bytes:
    assert made is not None, "without a path to write to the compiler hands the file back"
    return made


@contextmanager
def _house(setting: Setting) -> Iterator[Path]:
    """A folder with our package in it: the pieces, and the pictures beside them."""
    with tempfile.TemporaryDirectory(prefix="kanjing") as name:
        if setting.pieces is not None:
            _furnish(Path(name) / "local" / "kanjing" / "1.0.0", setting.pieces, setting)
        yield Path(name)


def _furnish(folder: Path, pieces: Path, setting: Setting) -> None:
    own = setting.template.with_name(PIECES)
    try:
        folder.mkdir(parents=True)
        (folder / "typst.toml").write_text(MANIFEST, encoding="utf-8")
        shutil.copyfile(own if own.is_file() else pieces, folder / PIECES)
        for name, path in setting.pictures.items():
            shutil.copyfile(path, folder / name)
    except OSError as error:
        file = Path(str(error.filename)).name
        raise ExportError("export_refused", file=file) from error


def _kind(error: typst.TypstError, template: Path) -> ExportError:
    """Where the template stumbles, in our words; what the compiler says stays a quotation."""
    found = WHERE.search(str(getattr(error, "diagnostic", "")))
    line = int(found["line"]) if found else 0
    file = Path(found["file"]).name if found else template.name
    code = "paper_template" if line else "paper_template_whole"
    fault = str(error).splitlines()[0] if str(error) else ""
    return ExportError(code, file=file, line=line, fault=fault)


def _check_packages(template: Path) -> None:
    for file in _sources(template):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ExportError("paper_unreadable", file=file.name) from error
        for found in PACKAGE.finditer(text):
            if "@" + found["name"] != HOUSE:
                line = text.count("\n", 0, found.start()) + 1
                raise ExportError("paper_package", file=file.name, line=line, name=found["name"])


def _sources(template: Path) -> Iterable[Path]:
    yield template
    yield from (one for one in sorted(template.parent.glob("*.typ")) if one != template)


def _check_font() -> None:
    try:
        typst.compile(PROBE.format(text=PROBED).encode(), format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        raise ExportError("paper_no_font") from error
