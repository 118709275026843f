"""Reads rows out of what is left of an SQLite file, page by page, whatever else is broken.

SQLite itself gives up at the first page that does not hang together. This follows its published
file format: leaf pages of tables are found by their first byte even where nothing points to them
any more, and every row is decoded for itself. What decodes is not yet believed: ``Shape`` says
which rows a table could hold.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bytes | None"
Row: TypeAlias = "tuple[Value, ...]"

MAGIC = b"SQLite format 3\x00"
FIRST = 100  # page 1 begins with the header of the file
LEAF, INTERIOR = 0x0D, 0x05
LEAF_HEAD, INTERIOR_HEAD = 8, 12
USUAL_SIZE = 4096
SIZES = {512 << power for power in range(8)}
LISTED = 5  # columns of the list of tables
NINTH = 8
LONGEST = 64_000_000
LOG_MAGIC = (0x377F0682, 0x377F0683)
LOG_HEAD, FRAME_HEAD = 32, 24
WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
REAL, ZERO, ONE, TEXT, BLOB = 7, 8, 9, 13, 12
BROKEN = (IndexError, ValueError, struct.error)


@dataclass(frozen=True, slots=True)
class Shape:
    """What rows of a table look like: for each column its kind, and whether it may be empty.

    Kinds: text, number, whole, document (JSON). ``key``: numbers of the columns that name a row.
    """

    table: str
    columns: tuple[tuple[str, str, bool], ...]
    key: tuple[int, ...] = (0,)

    def fits(self, row: Row) -> bool:
        """Whether a row could be one of this table."""
        return len(row) == len(self.columns) and all(
            optional if value is None else _is_a(kind, value)
            for value, (_, kind, optional) in zip(row, self.columns, strict=True)
        )


def _is_a(kind: str, value: Value) -> bool:
    if kind == "number":
        return isinstance(value, int | float)
    if kind == "whole":
        return isinstance(value, int)
    # a page of zeros where text should go on
    if not isinstance(value, str) or "\0" in value:
        return False
    if kind != "document":
        return True
    try:
        return isinstance(json.loads(value), dict)
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Remains:
    """Rows by table; ``broken``: pages that could not be read, or of which some row could not.

    ``pointed``: tables whose pages could still be found from their root.
    """

    rows: dict[str, list[Row]]
    pages: int
    broken: int
    pointed: frozenset[str]


def read_remains(path: Path, shapes: Sequence[Shape]) -> Remains:
    """The rows of these tables that the file at ``path`` and its log still hold, each once.

    Rows that the table's root leads to come before others of the same key. Raises OSError.
    """
    return _Reader(path, shapes).read()


class _Reader:
    def __init__(self, path: Path, shapes: Sequence[Shape]) -> None:
        self._content = path.read_bytes()
        log = path.with_name(path.name + "-wal")
        self._log = log.read_bytes() if log.exists() else b""
        self._shapes = {shape.table: shape for shape in shapes}
        self._size = self._page_size()
        spare = self._content[20] if self._content[:16] == MAGIC and self._content[20:] else 0
        self._usable = self._size - spare
        self._in_log = dict(_frames(self._log, self._size))
        self._pages = max([len(self._content) // self._size, *self._in_log])
        self._visited: set[int] = set()
        self._broken: set[int] = set()
        self._found: dict[str, dict[Row, Row]] = {table: {} for table in self._shapes}

    def _page_size(self) -> int:
        for content, at, width in ((self._content, 16, 2), (self._log, 8, 4)):
            told = int.from_bytes(content[at : at + width], "big")
            told = 65536 if told == 1 else told
            if told in SIZES:
                return told
        return USUAL_SIZE

    def _page(self, number: int) -> bytes:
        at = self._in_log.get(number)
        if at is not None:
            return self._log[at : at + self._size]
        return self._content[(number - 1) * self._size : number * self._size]

    def read(self) -> Remains:
        """Follow the roots first, then take every leaf that nothing leads to."""
        roots = self._roots()
        pointed = {table for table, root in roots.items() if self._follow(table, root)}
        free = self._free()
        for number in range(1, self._pages + 1):
            if number not in self._visited and number not in free:
                self._stray(number)
        rows = {table: list(found.values()) for table, found in self._found.items()}
        return Remains(rows, self._pages, len(self._broken), frozenset(pointed))

    def _roots(self) -> dict[str, int]:
        """Root page of each table, as far as the list of tables can be read."""
        found: dict[str, int] = {}
        for number in self._leaves(1):
            for row in self._rows(number):
                if len(row) == LISTED and row[0] == "table" and isinstance(row[3], int):
                    found[str(row[1])] = row[3]
        return found

    def _follow(self, table: str, root: int) -> bool:
        """Take what a root leads to; pages of tables that are not asked for are just known."""
        shape, read = self._shapes.get(table), False
        for number in self._leaves(root):
            read = True
            if shape is None:
                continue
            for row in self._rows(number):
                self._take(shape, number, row)
        return read

    def _stray(self, number: int) -> None:
        page = self._page(number)
        if not page.strip(b"\0"):
            self._broken.add(number)
            return
        if page[_head(number)] != LEAF:
            return
        for row in self._rows(number):
            fitting = [shape for shape in self._shapes.values() if shape.fits(row)]
            if len(fitting) == 1:
                self._take(fitting[0], number, row)

    def _take(self, shape: Shape, number: int, row: Row) -> None:
        # columns that later versions added are missing at the end of older rows
        missing = (None,) * (len(shape.columns) - len(row))
        row = (*row, *missing)
        if shape.fits(row):
            self._found[shape.table].setdefault(tuple(row[at] for at in shape.key), row)
        else:
            self._broken.add(number)

    def _leaves(self, root: int) -> Iterator[int]:
        """Leaf pages below a page, as far as the way down can be read."""
        ahead = [root]
        while ahead:
            number = ahead.pop()
            if number in self._visited or not 0 < number <= self._pages:
                continue
            page, head = self._page(number), _head(number)
            kind = page[head] if len(page) > head else 0
            if kind == LEAF:
                self._visited.add(number)
                yield number
            elif kind == INTERIOR:
                self._visited.add(number)
                ahead.extend(reversed(self._children(number, page, head)))
            else:
                self._broken.add(number)

    def _children(self, number: int, page: bytes, head: int) -> list[int]:
        try:
            places = (*_pointers(page, head, INTERIOR_HEAD), head + 8)
            return [struct.unpack_from(">I", page, at)[0] for at in places]
        except BROKEN:
            self._broken.add(number)
            return []

    def _rows(self, number: int) -> Iterator[Row]:
        page, head = self._page(number), _head(number)
        try:
            pointers = _pointers(page, head, LEAF_HEAD)
        except BROKEN:
            self._broken.add(number)
            return
        for at in pointers:
            try:
                yield _decoded(self._payload(page, at))
            except BROKEN:
                self._broken.add(number)

    def _payload(self, page: bytes, at: int) -> bytes:
        """The bytes of one row, those on further pages too."""
        length, at = _varint(page, at)
        _, at = _varint(page, at)
        if length > min(LONGEST, len(self._content) + len(self._log)):
            raise ValueError("length")
        usable = self._usable
        most, least = usable - 35, (usable - 12) * 32 // 255 - 23
        here = length
        if length > most:
            here = least + (length - least) % (usable - 4)
            here = here if here <= most else least
        found = page[at : at + here]
        following = 0 if here == length else struct.unpack_from(">I", page, at + here)[0]
        while len(found) < length:
            if not 0 < following <= self._pages:
                raise ValueError("page")
            further = self._page(following)
            following = struct.unpack_from(">I", further)[0]
            found += further[4 : min(usable, 4 + length - len(found))]
        return found

    def _free(self) -> set[int]:
        """Pages that were given up: what they hold was taken away."""
        found: set[int] = set()
        if not self._pages or self._page(1)[:16] != MAGIC:
            return found
        trunk = struct.unpack_from(">I", self._page(1), 32)[0]
        while 0 < trunk <= self._pages and trunk not in found:
            found.add(trunk)
            try:
                following, count = struct.unpack_from(">II", self._page(trunk))
                found.update(struct.unpack_from(f">{count}I", self._page(trunk), 8))
            except struct.error:
                return found
            trunk = following
        return found


def _head(number: int) -> int:
    return FIRST if number == 1 else 0


def _pointers(page: bytes, head: int, length: int) -> tuple[int, ...]:
    """Where the cells of a page begin. Raises struct.error, ValueError."""
    (count,) = struct.unpack_from(">H", page, head + 3)
    found = struct.unpack_from(f">{count}H", page, head + length)
    if any(at < head + length or at >= len(page) for at in found):
        raise ValueError("pointer")
    return found


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(9):
        byte = content[at + index]
        if index == NINTH:  # counts whole
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + index + 1
    return value, at


def _decoded(payload: bytes) -> Row:
    """The values of a row. Raises IndexError, ValueError, struct.error."""
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError("length")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (ZERO, ONE):
        return kind - ZERO, at
    if kind == REAL:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    width = WIDTHS.get(kind)
    if width is not None:
        return int.from_bytes(payload[at : at + width], "big", signed=True), at + width
    if kind < BLOB:
        raise ValueError("kind")
    width = (kind - BLOB) // 2
    content = payload[at : at + width]
    return (content.decode("utf-8") if kind % 2 else content), at + width


def _frames(log: bytes, size: int) -> Iterator[tuple[int, int]]:
    """Page and place in the log of each whole change that was told to be kept."""
    if len(log) < LOG_HEAD:
        return
    magic, _, told, _, salt, salt_2, check, check_2 = struct.unpack_from(">8I", log)
    order = ">" if magic & 1 else "<"
    if magic not in LOG_MAGIC or told != size:
        return
    sums = _summed(log[:24], order, (0, 0))
    if sums != (check, check_2):
        return
    waiting: list[tuple[int, int]] = []
    for at in range(LOG_HEAD, len(log) - FRAME_HEAD - size + 1, FRAME_HEAD + size):
        page, kept, one, two, check, check_2 = struct.unpack_from(">6I", log, at)
        sums = _summed(log[at : at + 8], order, sums)
        sums = _summed(log[at + FRAME_HEAD : at + FRAME_HEAD + size], order, sums)
        if (one, two) != (salt, salt_2) or sums != (check, check_2):
            return
        waiting.append((page, at + FRAME_HEAD))
        if kept:
            yield from waiting
            waiting.clear()


def _summed(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for at in range(0, len(words), 2):
        one = (one + words[at] + two) & 0xFFFFFFFF
        two = (two + words[at + 1] + one) & 0xFFFFFFFF
    return one, two
