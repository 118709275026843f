"""A whole script as one line of letters, to travel inside a table or a schedule.

What comes back may have been made by anybody: its size and depth are bounded before it is taken
apart, and every value is checked against the model. Nothing in it is ever run.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from geo.errors import ScriptError
from geo.model import Script
from geo.script.exchange.plain import made, plain

NAME = "kanjing"
VERSION = 1
MARK = f"{NAME}{VERSION}:"
CHUNK = 30_000  # a cell holds 32,767
LARGEST = 24 * 1024 * 1024
MOST_VALUES = 1_500_000
MOST_HOLDERS = 400_000
DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Parcel:
    """A script, and how its export was worded.

    ``shown``: for each scene the marks of its cells as they were written, by which a cell that
    somebody changed is known; ``heads``: column by heading; ``words``: code by column and word.
    """

    script: Script
    shown: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def pack(parcel: Parcel) -> str:
    """``parcel`` in ASCII letters, digits, + / = after a mark that names the version."""
    text = json.dumps(plain(parcel), ensure_ascii=False, separators=(",", ":"))
    data = zlib.compress(text.encode("utf-8", "surrogatepass"), 6)
    return MARK + base64.b64encode(data).decode("ascii")


def chunks(packed: str) -> Iterator[str]:
    """``packed`` in parts that fit a cell, each numbered so that any order will do."""
    count = -(-len(packed) // CHUNK)
    for index in range(count):
        yield f"{NAME} {index + 1}/{count} {packed[index * CHUNK : (index + 1) * CHUNK]}"


def is_chunk(text: str) -> bool:
    """Whether a cell holds a part of a parcel."""
    return text.startswith(f"{NAME} ")


def joined(parts: Iterator[str]) -> str:
    """The packed text out of its parts; empty when one is missing."""
    found: dict[int, str] = {}
    wanted = 0
    for part in parts:
        _, place, text = (*part.strip().split(" ", 2), "", "")[:3]
        index, _, count = place.partition("/")
        if index.isdecimal() and count.isdecimal() and len(place) < len("99999/99999"):
            found[int(index)] = text
            wanted = int(count)
    whole = [found.get(index, "") for index in range(1, min(wanted, len(found)) + 1)]
    return "".join(whole) if whole and len(whole) == wanted and all(whole) else ""


def unpack(packed: str) -> Parcel | None:
    """The parcel in ``packed``; None when it is damaged or no parcel.

    Raises ScriptError ``script_newer`` when a newer version wrote it.
    """
    if not packed.startswith(MARK):
        number = packed[len(NAME) :].partition(":")[0] if packed.startswith(NAME) else ""
        if number.isdecimal() and len(number) < len("1000") and int(number) > VERSION:
            raise ScriptError("script_newer")
        return None
    try:
        data = _inflated(base64.b64decode(packed[len(MARK) :], validate=True))
        parcel = made(Parcel, bounded_json(data, "surrogatepass"))
    except (ValueError, zlib.error):
        return None
    ids = {scene.id for scene in parcel.script.scenes}
    sound = len(ids) == len(parcel.script.scenes)
    sound = sound and all(ids.issuperset(one.scenes) for one in parcel.script.sets)
    return parcel if sound else None


def _inflated(data: bytes) -> bytes:
    inflater = zlib.decompressobj()
    text = inflater.decompress(data, LARGEST)
    if not inflater.eof or inflater.unused_data:
        raise ValueError("size")
    return text


def bounded_json(data: bytes, errors: str = "strict") -> object:
    """What the JSON in ``data`` says; ValueError when it is none, too large or too deep."""
    values = data.count(b",")
    holders = data.count(b"[") + data.count(b"{")
    if len(data) > LARGEST or values > MOST_VALUES or holders > MOST_HOLDERS:
        raise ValueError("size")
    try:
        content = json.loads(data.decode("utf-8", errors))
    except RecursionError as error:
        raise ValueError("depth") from error
    # how deep the parser goes by itself depends on the Python
    if _too_deep(content):
        raise ValueError("depth")
    return content


def _too_deep(content: object) -> bool:
    """Whether lists and mappings stand in each other more than ``DEEPEST`` times."""
    level = [content]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, (list, dict))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True
