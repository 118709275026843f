"""Schedules in Universal Schedule Standard (.uss): our own taken back, those of others as scenes.

Of a stranger's file every part may be missing or of another type: what is not as the standard says
is passed over. Its scenes become labelled lines, read like those of any other table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from geo.errors import ScriptError
from geo.model import Tag
from geo.progress import Job, Step
from geo.script.exchange.columns import ID, Row, as_text
from geo.script.exchange.parcel import MARK, NAME, Parcel, bounded_json, unpack
from geo.script.exchange.uss import CATEGORIES, USS
from geo.script.text.source import Source, SourceLine

SPACE = "　"
STEP_SCENES = 500
BANNER = "banner"
KIND_OF = {number: kind for kind, (number, _) in CATEGORIES.items()}
NAMES = {name.casefold(): kind for kind, (_, name) in CATEGORIES.items()}
# label of a line -> kinds of elements that it lists
LISTED: Mapping[str, tuple[str, ...]] = {
    "群演": ("extras",),
    "服装": ("wardrobe",),
    "道具": ("props",),
    "备注": ("stunts", "vehicles", "effects", "animals", "camera", "labor", "notes"),
}
Elements = Mapping[str, tuple[str, str]]


def parsed_uss(data: bytes) -> Mapping[str, Any]:
    """The schedule in ``data``. Raises ScriptError ``script_broken_uss``."""
    try:
        content = bounded_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValueError as error:
        raise ScriptError("script_broken_uss") from error
    document = content.get(USS) if isinstance(content, dict) else None
    if not isinstance(document, dict):
        raise ScriptError("script_broken_uss")
    return document


def _listed(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return as_text(value) if isinstance(value, str | int | float) else ""


def _breakdowns(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [one for one in _listed(document.get("breakdowns")) if one.get("type") != BANNER]


def _elements(document: Mapping[str, Any]) -> Elements:
    """(kind, name) of every element by its id; kinds that we have no word for are left out."""
    kinds: dict[str, str] = {}
    for one in _listed(document.get("categories")):
        number, name = one.get("ucid"), _text(one.get("name")).casefold()
        # a number that is free for all says nothing, its name may
        kind = KIND_OF.get(number) if isinstance(number, int) else None
        kind = kind or NAMES.get(name)
        if kind:
            kinds[_text(one.get("id"))] = kind
    return {
        _text(one.get("id")): (kinds[category], _text(one.get("name")))
        for one in _listed(document.get("elements"))
        if (category := _text(one.get("category"))) in kinds
    }


def _names(breakdown: Mapping[str, Any], elements: Elements) -> dict[str, list[str]]:
    """The names of the elements of a breakdown by kind."""
    found: dict[str, list[str]] = {}
    ids = breakdown.get("elements")
    for one in ids if isinstance(ids, list) else ():
        kind, name = elements.get(one, ("", "")) if isinstance(one, str) else ("", "")
        if name:
            found.setdefault(kind, []).append(name)
    return found


def kept_parcel(document: Mapping[str, Any]) -> Parcel | None:
    """What our own export keeps in a banner."""
    for one in _listed(document.get("breakdowns")):
        comments = one.get("comments")
        if one.get("type") == BANNER and isinstance(comments, str) and comments.startswith(NAME):
            return unpack(comments.strip())
    return None


def own_rows(document: Mapping[str, Any], parcel: Parcel) -> list[Row]:
    """The scenes of our own export as they stand now, by column."""
    elements = _elements(document)
    rows: list[Row] = []
    for one in _breakdowns(document):
        names = _names(one, elements)
        pages = one.get("pages")
        rows.append(
            {
                ID: parcel.heads.get(_text(one.get("id")), ""),
                "number": _text(one.get("scene")),
                "time": _first(names, "time"),
                "int_ext": _first(names, "int_ext"),
                "set": _first(names, "set"),
                "pages": pages if isinstance(pages, int | float) else "",
                "cast": "、".join(sorted(names.get("cast", ()))),
                "remarks": _text(one.get("comments")),
                "content": _text(one.get("description")),
            }
        )
    return rows


def _first(names: Mapping[str, list[str]], kind: str) -> str:
    return names.get(kind, [""])[0]


def read_uss(data: bytes) -> Job[Source]:
    """A schedule of another program as labelled lines. Raises ScriptError ``script_broken_uss``."""
    yield Step("script_opening")
    document = parsed_uss(data)
    elements = _elements(document)
    lines: list[SourceLine] = []
    for at, one in enumerate(_breakdowns(document)):
        if at % STEP_SCENES == 0:
            yield Step("script_opening")
        for tag, text in _scene_lines(one, _names(one, elements)):
            lines.append(SourceLine(len(lines) + 1, text, tag))
    title = _text(document.get("project")) or _text(document.get("name"))
    return Source(tuple(lines), title, marked=bool(lines))


def _scene_lines(
    one: Mapping[str, Any], names: Mapping[str, list[str]]
) -> Iterator[tuple[Tag, str]]:
    pairs = (
        ("场次", _text(one.get("scene"))),
        ("日/夜", _first(names, "time")),
        ("内/外", _first(names, "int_ext")),
        ("场景", _first(names, "set")),
    )
    yield Tag.HEADING, SPACE.join(f"{label}：{_flat(text)}" for label, text in pairs if text)
    if names.get("cast"):
        yield Tag.CAST, "人物：" + "、".join(map(_flat, names["cast"]))
    if description := _text(one.get("description")):
        yield Tag.ACTION, f"剧情：{_flat(description)}"
    for label, kinds in LISTED.items():
        listed = [_flat(name) for kind in kinds for name in names.get(kind, ())]
        if listed:
            yield Tag.DETAIL, f"{label}：" + "、".join(listed)
    if pages := _pages(one.get("pages")):
        yield Tag.DETAIL, f"页数：{pages}"
    comments = _text(one.get("comments"))
    if comments and not comments.startswith(MARK):
        yield Tag.DETAIL, f"备注：{_flat(comments)}"


def _pages(value: object) -> str:
    """1 3/8 of 1.375, and 16/8 of 2: a whole number might be taken for a place in the script."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value < 1000:
        return ""
    whole, eighths = divmod(round(value * 8), 8)
    if not eighths:
        whole, eighths = 0, whole * 8
    return f"{whole} {eighths}/8" if whole else f"{eighths}/8"


def _flat(text: str) -> str:
    return " ".join(text.split())
