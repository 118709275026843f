"""The columns of a 顺场表, what each says of a scene, and by which mark a changed cell is known."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from geo.model import DayPart, IntExt, Scalar, Scene, Script, Tag, Vocabulary

Say: TypeAlias = Callable[[str, Mapping[str, Scalar]], str]
Value: TypeAlias = str | int | float | None
Row: TypeAlias = dict[str, Value]

# key -> width in characters; the headings are the phrases column_<key>
COLUMNS: Mapping[str, int] = {
    "episode": 5,
    "number": 6,
    "time": 6,
    "int_ext": 6,
    "set": 14,
    "place": 16,
    "era": 8,
    "pages": 7,
    "seconds": 9,
    "cast": 18,
    "extras": 7,
    "needs": 13,
    "culture": 8,
    "flags": 11,
    "wardrobe": 9,
    "props": 9,
    "weather": 7,
    "remarks": 12,
    "content": 34,
    "status": 6,
}
ID = "id"
DETAILS = ("wardrobe", "props", "weather", "remarks")
CROWD = "crowd"
ERAS = ("ancient", "republican", "1950s-80s", "contemporary", "futuristic")
LONGEST = 32_000  # a cell holds 32,767 units of UTF-16
CONTENT = 60
PART_OF_MARK = 3
# what XML cannot hold, and halves of characters
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LOST = "\ufffd"
# how spreadsheets write a _ before such a code, and the end of a line
CODES = re.compile("_x005F|_x000D_", re.IGNORECASE)
BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")


def clean(text: str) -> str:
    """``text`` as a cell can hold it: \ufffd for what cannot be written, … for too much."""
    text = UNWRITABLE.sub(LOST, BREAKS.sub("\n", text))
    if len(text) > LONGEST // 2:
        units = text.encode("utf-16-le")
        if len(units) > LONGEST * 2:
            text = units[: LONGEST * 2].decode("utf-16-le", "ignore") + "…"
    return text


def as_text(value: object) -> str:
    """A cell as it is compared: numbers plainly, text without space around it."""
    if value is None:
        return ""
    if isinstance(value, float):
        value = round(value, 6)
        return str(int(value)) if value.is_integer() else str(value)
    return clean(str(value)).strip()


def marks(row: Mapping[str, Value], columns: Iterable[str] = COLUMNS) -> str:
    """A short mark for each of ``columns`` of ``row``, as one word."""
    parts = (_mark(row.get(key)) for key in columns)
    return base64.b64encode(b"".join(parts)).decode("ascii")


def changed(row: Mapping[str, Value], shown: str, columns: Iterable[str] = COLUMNS) -> set[str]:
    """Those of ``columns`` whose cell is not what ``shown`` was made of; all of a strange mark."""
    columns = tuple(columns)
    data = base64.b64decode(shown) if shown.isascii() and len(shown) % 4 == 0 else b""
    if len(data) != PART_OF_MARK * len(columns):
        return {key for key in columns if key in row}
    return {
        key
        for at, key in enumerate(columns)
        if key in row and _mark(row[key]) != data[at * PART_OF_MARK : (at + 1) * PART_OF_MARK]
    }


def _mark(value: Value) -> bytes:
    """Of what a person sees: editors and spreadsheets drop and add the rest as they like."""
    text = " ".join(CODES.sub("", as_text(value)).split())
    seen = "".join(char for char in text if char.isprintable() and char != LOST)
    return zlib.crc32(seen.encode()).to_bytes(4)[:PART_OF_MARK]


def scene_label(scene: Scene) -> str:
    """3, 3A or 1-3A: how people call a scene; its id where it has no number."""
    if scene.number is None:
        return scene.id
    number = f"{scene.number}{scene.suffix}"
    return number if scene.episode is None else f"{scene.episode}-{number}"


def detail(scene: Scene, kind: str) -> str:
    """All that the scene says under ``kind``, line by line."""
    return "\n".join(text for one, text in scene.details if one == kind)


def set_names(script: Script) -> dict[str, str]:
    """Name of the set of each scene, by scene id."""
    return {scene: one.name for one in script.sets for scene in one.scenes}


def first_words(script: Script) -> dict[str, str]:
    """How the action of each scene begins, by scene id: a reminder, never the scene itself."""
    found: dict[str, str] = {}
    for line in script.lines:
        text = line.text.strip(" \t\r\n△▲")
        if line.tag is Tag.ACTION and text and line.scene not in found:
            found[line.scene] = text if len(text) <= CONTENT else text[:CONTENT] + "…"
    return found


@dataclass(slots=True)
class Wording:
    """Tells codes in words of one language, and remembers which word stood for which code."""

    vocabulary: Vocabulary
    lang: str
    say: Say
    told: dict[str, dict[str, str]] = field(default_factory=dict)

    def phrase(self, code: str) -> str:
        """The phrase ``code``, which takes no values."""
        return self.say(code, {})

    def heads(self) -> dict[str, str]:
        """Headings by column, in order."""
        return {key: self.phrase(f"column_{key}") for key in COLUMNS}

    def between(self) -> str:
        """What stands between the names of a list."""
        return "、" if self.lang == "zh" else ", "

    def names(self, column: str, codes: Iterable[str]) -> str:
        """The names of scene types, crafts or flags."""
        return self.between().join(self._noted(column, code, self.name(code)) for code in codes)

    def name(self, code: str) -> str:
        """The name of one scene type, craft or flag; a code nobody knows is told as itself."""
        for known in (self.vocabulary.scene_types, self.vocabulary.culture, self.vocabulary.flags):
            if code in known:
                return known[code].zh if self.lang == "zh" else known[code].en
        return code

    def _noted(self, column: str, code: str, text: str) -> str:
        self.told.setdefault(column, {})[as_text(text)] = code
        return text

    def word(self, column: str, code: str | None, phrase: str) -> str:
        """A code of a column told by a phrase; empty of None."""
        if code is None:
            return ""
        text = self.phrase(phrase)
        return self._noted(column, code, code if text == phrase else text)

    def note_words(self) -> None:
        """Remember the words of all that a column can say, said or not."""
        for part in DayPart:
            self.word("time", part, f"time_{part}")
        for side in IntExt:
            self.word("int_ext", side, f"side_{side}")
        for era in ERAS:
            self.word("era", era, f"era_{era}")
        for state in ("omitted", "added"):
            self.word("status", state, f"status_{state}")

    def status(self, scene: Scene) -> str:
        """Left out, or put in between."""
        if scene.omitted:
            return self.word("status", "omitted", "status_omitted")
        added = bool(scene.suffix) or scene.by_hand
        return self.word("status", "added", "status_added") if added else ""

    def row(self, scene: Scene, set_name: str, first: str) -> Row:
        """The cells of one scene by column."""
        screen = scene.screen
        return {
            "episode": scene.episode,
            "number": f"{scene.number}{scene.suffix}" if scene.suffix else scene.number,
            "time": self.word("time", scene.time, f"time_{scene.time}"),
            "int_ext": self.word("int_ext", scene.int_ext, f"side_{scene.int_ext}"),
            "set": set_name,
            "place": scene.place,
            "era": self.word("era", scene.era, f"era_{scene.era}"),
            "pages": scene.length_eighths / 8,
            "seconds": f"{screen.low}–{screen.high}" if screen else "",
            "cast": self.between().join(scene.cast),
            "extras": self.extras(scene),
            "needs": self.names("needs", (need.scene_type for need in scene.needs)),
            "culture": self.names("culture", (need.term for need in scene.culture)),
            "flags": self.names("flags", (one.code for one in scene.flags if one.code != CROWD)),
            **{kind: detail(scene, kind) for kind in DETAILS},
            "content": detail(scene, "synopsis") or first,
            "status": self.status(scene),
        }

    def extras(self, scene: Scene) -> Value:
        """How many extras; where nobody says how many, the words that ask for them."""
        crowd = next((one for one in scene.flags if one.code == CROWD), None)
        if crowd is None:
            return ""
        if crowd.count is not None:
            return crowd.count
        return self.between().join(crowd.because) or self.name(CROWD)


def scene_rows(script: Script, wording: Wording) -> Iterator[tuple[Scene, Row]]:
    """Each scene with its cells, in order, written so that any cell can hold them."""
    wording.note_words()
    sets, first = set_names(script), first_words(script)
    for scene in script.scenes:
        row = wording.row(scene, sets.get(scene.id, ""), first.get(scene.id, ""))
        yield (
            scene,
            {key: clean(cell) if isinstance(cell, str) else cell for key, cell in row.items()},
        )
