"""Scenes in tables, as labelled lines: ``场次：1-3　日/夜：夜　场景：码头``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.model import Tag
from geo.script.containers.table_columns import Column, Header, find_header, kind_of
from geo.script.containers.tables import Grid
from geo.script.grammar.episodes import read_episode
from geo.script.text.fold import fold, read_number

SPACE = "　"
DATES = (
    re.compile(r"^(?P<a>\d{1,2})月(?P<b>\d{1,2})[日号]?$"),
    re.compile(
        r"^(?:19|20)\d\d[-/年.](?P<a>\d{1,2})[-/月.](?P<b>\d{1,2})日?(?:\s+00:00(?::00)?)?$"
    ),
)
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = "|".join(MONTHS)
ENGLISH_DATE = re.compile(
    rf"^(?:(?P<d>\d{{1,2}})-(?P<m>{_MONTH})|(?P<m2>{_MONTH})-(?P<y>\d{{2}}))$"
)
WHOLE = re.compile(r"^(\d+)\.0+$")
BARE_NUMBER = re.compile(r"^第?\s*(\d{1,4}\s*[a-z]?)\s*[场集]?$", re.IGNORECASE)
CHINESE_NUMBER = re.compile(
    r"^第?([一二两三四五六七八九十][零一二三四五六七八九十百]{0,4})[场集回]?$"
)
MANY = re.compile(r"\d\s*[、,，;；/\s]\s*\d.*[、,，;；/\s]\s*\d")
SAME = re.compile(r"^(?:同上|同前|〃|″|\"|''|ditto|same)$")
NO_SCENE = re.compile(
    r"^(?:合计|小计|总计|共计|统计|总页数|转场|休息|午餐|放饭|收工|第.{1,4}天|day\s*\d+|total"
    r"|拍摄日期|日期|备注|制表|导演|\d{1,2}月\d{1,2}[日号])"
)
DETAILS = ("extras", "props", "wardrobe", "weather", "pages", "site", "remarks")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text out of a table, and what the table says it is."""

    text: str
    tag: Tag | None = None


def scene_number(text: str) -> str:
    """A scene number as it was typed, also where a spreadsheet made 1月3日 of 1-3."""
    folded = fold(text).strip()
    if whole := WHOLE.match(folded):
        return whole[1]
    for pattern in DATES:
        if found := pattern.match(folded):
            return f"{int(found['a'])}-{int(found['b'])}"
    if found := ENGLISH_DATE.match(folded):
        month = MONTHS.index(found["m"] or found["m2"]) + 1
        return f"{month}-{int(found['d'] or found['y'])}"
    if found := CHINESE_NUMBER.match(folded):
        return str(read_number(found[1]) or text.strip())
    if found := BARE_NUMBER.match(folded):
        return found[1].replace(" ", "").upper()
    return text.strip()


def _flat(text: str, between: str = " ") -> str:
    return between.join(text.split("\n")) if "\n" in text else text


class _Rows:
    """Reads the rows below a header in turn: some values hold until the next one is given."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self.grid, self.header = grid, header
        self.episode = ""
        self.before: dict[int, str] = {}
        self.scenes = 0

    def lines(self) -> Iterator[Line]:
        """The lines of all rows."""
        if read_episode(self.grid.title) is not None:
            yield Line(self.grid.title, Tag.EPISODE)
        for row in range(self.header.first):
            own = self.grid.own(row)
            if own and not all(kind_of(text) for text in own):
                yield Line(_flat(SPACE.join(own)), Tag.FRONT)
        for row in range(self.header.first, len(self.grid.rows)):
            yield from self._row(row)

    def _row(self, row: int) -> Iterator[Line]:
        own = self.grid.own(row)
        values = {at: self._value(row, at) for at in self.header.columns}
        if not own:
            return
        if self._is_scene(row, own, values):
            if self._goes_on(row, values):
                yield from self._rest(row, values, merged=False)
                return
            self.scenes += 1
            self.before = values
            yield Line(self._heading(values), Tag.HEADING)
            yield from self._rest(row, values, merged=True)
            return
        text = _flat(SPACE.join(own))
        marker = len(own) == 1 and read_episode(text) is not None
        if marker:
            self.episode = ""
        yield Line(text, Tag.EPISODE if marker else Tag.SKIP)

    def _value(self, row: int, at: int) -> str:
        cells = self.grid.rows[row]
        beside = (row, at) in self.grid.copied and not self.grid.hangs(row, at)
        text = "" if beside or at >= len(cells) else cells[at].strip()
        if SAME.match(fold(text)) and self.header.columns[at].kind != "remarks":
            return self.before.get(at, "")
        return text

    def _first(self, values: dict[int, str], *kinds: str) -> str:
        return next((values[at] for at in self.header.of(*kinds) if values[at]), "")

    def _is_scene(self, row: int, own: Sequence[str], values: dict[int, str]) -> bool:
        given = [self.header.columns[at].kind for at, text in values.items() if text]
        placing = {"number", "index", "place", "part"} & set(given)
        if not placing or (len(own) < 2 and not self._covered(row)):
            return False
        if NO_SCENE.match(fold(own[0])) and not re.search(r"\d", self._first(values, "number")):
            return False
        repeated = sum(bool(kind_of(text)) for text in own)
        if repeated * 2 > len(own) and repeated >= 2:
            return False
        if self.header.of("number"):
            number = self._first(values, "number")
            return bool(re.search(r"[\d一二三四五六七八九十]", number)) or (
                not number and "place" in given and len(set(given) & {"time", "side", "cast"}) > 0
            )
        return len(set(given) - {"episode", "index"}) >= 2

    def _covered(self, row: int) -> bool:
        """Whether cells merged from above give this row a place or a number."""
        return any(self.grid.hangs(row, at) for at in self.header.of("number", "place"))

    def _goes_on(self, row: int, values: dict[int, str]) -> bool:
        """Whether the row is more of the scene above: number and place are merged with it."""
        if not any(self.grid.hangs(row, at) for at in self.header.of("number")):
            return False
        fixed = self.header.of("number", "index", "place", "part", "time", "side")
        return bool(self.before) and all(self.grid.hangs(row, at) or not values[at] for at in fixed)

    def _number(self, values: dict[int, str]) -> str:
        number = scene_number(self._first(values, "number") or self._first(values, "index"))
        given = scene_number(self._first(values, "episode"))
        self.episode = given or self.episode
        if (
            number
            and self.episode
            and BARE_NUMBER.match(number)
            and BARE_NUMBER.match(self.episode)
        ):
            return f"{self.episode}-{number}"
        return number

    def _heading(self, values: dict[int, str]) -> str:
        places = dict.fromkeys(
            _flat(values[at], "·") for at in self.header.of("place", "part") if values[at]
        )
        if not places:
            places = dict.fromkeys(_flat(self._first(values, "site")).split("\n"))
        pairs = (
            ("场次", _flat(self._number(values))),
            ("日/夜", _flat(" ".join(values[at] for at in self.header.of("time") if values[at]))),
            ("内/外", _flat(self._first(values, "side"))),
            ("场景", "·".join(place for place in places if place)),
        )
        return SPACE.join(f"{label}：{text}" for label, text in pairs if text)

    def _rest(self, row: int, values: dict[int, str], *, merged: bool) -> Iterator[Line]:
        def shown(at: int) -> bool:
            return bool(values[at]) and (merged or not self.grid.hangs(row, at))

        columns = self.header.columns
        people = [
            columns[at].person or _flat(values[at], "、")
            for at in self.header.of("cast")
            if shown(at)
        ]
        if people:
            yield Line("人物：" + "、".join(people), Tag.CAST)
        for at in self.header.of("story"):
            if shown(at):
                yield from _story(columns[at], values[at])
        placed = bool(self.header.of("place"))
        for at in self.header.of(*DETAILS):
            if shown(at) and (placed or columns[at].kind != "site"):
                yield Line(f"{columns[at].label}：{_flat(values[at], '；')}", Tag.DETAIL)


def _story(column: Column, text: str) -> Iterator[Line]:
    first, *others = [line.strip() for line in text.split("\n")]
    yield Line(f"{column.label}：{first}", Tag.ACTION)
    for line in others:
        yield Line(line, None if line else Tag.BLANK)


def _lists_numbers(grid: Grid, header: Header) -> bool:
    """Whether most rows name many scenes at once, as in a list of sets."""
    columns = header.of("number")
    cells = [row[at] for row in grid.rows[header.first :] for at in columns if at < len(row)]
    given = [cell for cell in cells if cell]
    return sum(bool(MANY.search(cell)) for cell in given) * 2 > len(given)


def scene_lines(grid: Grid) -> tuple[list[Line], int] | None:
    """The lines of a scene table and how many scenes it has; None when it is none."""
    header = find_header(grid)
    if header is None or _lists_numbers(grid, header):
        return None
    rows = _Rows(grid, header)
    lines = list(rows.lines())
    return (lines, rows.scenes) if rows.scenes else None
