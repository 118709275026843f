"""The lines of a pack's one form: which columns of the layer of places say which answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from geo.model import Kind
from geo.model.field import RECCE, SITE, Json, RecceField, RecceOption
from geo.sync.form import DONE
from geo.sync.form_fields import documents_of, fields_of

HOURS = range(24)
SCENES = "scenes"
PLACES = "places"
WHERE = RecceField("position", "position", "place", "位置", "Position", target=SITE)
# columns that are no answers
KEPT = ("fid", "geom", "id", "city", "district", "who")
# on the form the position is a line; in the layer it is where the point lies
NO_COLUMN = ("photo", WHERE.type)
SQL = {"number": ("REAL",), "flag": ("BOOLEAN",), "price": ("REAL", "TEXT", "TEXT", "TEXT")}
KINDS = {
    Kind.BASE: ("影视基地", "Filming base"),
    Kind.ICH: ("非遗场所", "Craft and heritage site"),
    Kind.SCENIC: ("景区", "Scenic area"),
    Kind.COMMUNITY: ("社区场所", "Community place"),
}
PRICE_WORDS = (("按什么算", "Per"), ("谁报的", "Named by"), ("到哪天有效", "Valid until"))
PERS = (
    RecceOption("day", "一天", "A day"),
    RecceOption("half_day", "半天", "Half a day"),
    RecceOption("hour", "一小时", "An hour"),
    RecceOption("base_day", "一个拍摄日", "A shooting day"),
    RecceOption("overtime", "超时一小时", "An hour of overtime"),
    RecceOption("minimum", "起租", "The least charged"),
    RecceOption("deposit", "押金", "A deposit"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """What one to four columns say together: the answer ``key`` of the line ``asked``.

    ``words``: names of the columns in Chinese and English; ``options``: what can be chosen.
    """

    key: str
    asked: RecceField
    columns: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    options: tuple[RecceOption, ...] = ()

    @property
    def sql(self) -> tuple[str, ...]:
        """What the columns are declared as, in their order."""
        if self.asked.type == WHERE.type:
            return ("POINT", "REAL")
        return SQL.get(self.asked.type, ("TEXT",))


def lines_of(form: Sequence[RecceField], scenes: Sequence[RecceOption]) -> tuple[Line, ...]:
    """The lines of a pack: what a place is, then the form.

    ``scenes``: the scene types there are, for the line that asks for them.
    """
    where = (("位置", "Position"), ("位置误差（米）", "Position good to (m)"))
    lines = [Line(WHERE.key, WHERE, ("geom", "accuracy_m"), where)]
    taken = {*KEPT, "accuracy_m"}
    for asked in (*_of_the_place(), *form):
        if asked.type not in NO_COLUMN:
            options = scenes if asked.type == SCENES else asked.options
            lines.extend(_lines(asked, tuple(options), taken))
    return tuple(lines)


def _of_the_place() -> Iterator[RecceField]:
    """What the catalogue says of a place, where other programs may change it."""
    kinds = tuple(RecceOption(kind.value, *words) for kind, words in KINDS.items())
    yield RecceField("name_zh", "text", "place", "名字", "Name", target=SITE)
    yield RecceField("name_en", "text", "place", "英文名", "English name", target=SITE)
    yield RecceField("kind", "choice", "place", "种类", "Kind", options=kinds, target=SITE)
    yield RecceField(
        "ticket_cny", "number", "place", "门票", "Ticket", unit="元", low=0, target=SITE
    )
    yield RecceField("opening_note_zh", "text", "place", "开放时间", "Opening hours", target=SITE)
    yield RecceField("notes_zh", "text", "place", "说明", "Notes", target=SITE)
    yield RecceField(DONE, "flag", "place", "看完了", "Seen to the end", target=RECCE)


def _lines(asked: RecceField, options: tuple[RecceOption, ...], taken: set[str]) -> Iterator[Line]:
    words = (asked.zh + (f"（{asked.unit}）" if asked.unit else ""), asked.en)
    if asked.type == "price":
        columns = tuple(_free(asked.key + part, taken) for part in ("", "_per", "_who", "_until"))
        yield Line(asked.key, asked, columns, (words, *PRICE_WORDS))
        return
    yield Line(asked.key, asked, (_free(asked.key, taken),), (words,), options)
    if asked.type == "noise":
        for hour in HOURS:
            told = (f"{asked.zh} {hour} 点", f"{asked.en} {hour:02}:00")
            column = _free(f"{asked.key}_{hour:02}", taken)
            yield Line(f"{asked.key}@{hour:02}", asked, (column,), (told,), options)


def _free(key: str, taken: set[str]) -> str:
    """A name for a column that no other has; SQLite takes capitals for the same."""
    stem = re.sub(r"\W", "_", key)[:50]
    name, number = stem, 2
    while name.lower() in taken:
        name, number = f"{stem}_{number}", number + 1
    taken.add(name.lower())
    return name


def lines_json(lines: Iterable[Line]) -> list[Json]:
    """The lines as JSON keeps them."""
    return [
        asdict(line) | {"asked": asked}
        for line, asked in zip(lines, documents_of(line.asked for line in lines), strict=True)
    ]


def lines_from(rows: Any) -> tuple[Line, ...]:  # noqa: ANN401 (JSON of a stranger)
    """The lines of a pack. Raises ValueError, TypeError, KeyError or SyncError recce_form."""
    lines = tuple(
        Line(
            _text(row["key"]),
            fields_of([row["asked"]])[0],
            tuple(map(_text, row["columns"])),
            tuple((_text(zh), _text(en)) for zh, en in row["words"]),
            tuple(
                RecceOption(*(_text(one[part]) for part in ("value", "zh", "en")))
                for one in row["options"]
            ),
        )
        for row in rows
    )
    for line in lines:
        if not len(line.columns) == len(line.sql) == len(line.words):
            raise ValueError(line.key)
    return lines


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value
