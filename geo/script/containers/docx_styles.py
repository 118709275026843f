"""Word styles, as far as they number paragraphs or mark a table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
LONGEST_CHAIN = 20
OFF = frozenset(("0", "false", "off", "none"))
CONTENTS = re.compile(r"^(?:toc|目录|目錄)\s*\d*$", re.IGNORECASE)


def value(element: etree._Element | None, path: str) -> str | None:
    """The ``w:val`` of the child at ``path`` (names parted by slashes), or None."""
    if element is None:
        return None
    found = element.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(VAL)


def whole(text: str | None) -> int | None:
    """``text`` as a number that is not negative, or None."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else None


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether the switch of this full name among the children of ``element`` is on."""
    found = None if element is None else element.find(name)
    return found is not None and found.get(VAL) not in OFF


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph is in, how deep, and the style that says so (empty: itself)."""

    number: int | None
    level: int | None
    style: str = ""


class Styles:
    """The paragraph styles of a document; a document may have none."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {one.get(f"{W}styleId", ""): one for one in found}
        usual = (
            one.get(f"{W}styleId", "")
            for one in found
            if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in {"1", "true", "on"}
        )
        self.default = next(usual, "")
        self._places: dict[str, ListPlace] = {}

    def list_of(self, style: str) -> ListPlace:
        """The list that ``style`` puts its paragraphs in, through what it is based on."""
        if style not in self._places:
            self._places[style] = self._look_up(style)
        return self._places[style]

    def _look_up(self, style: str) -> ListPlace:
        level: int | None = None
        current = style or self.default
        for _ in range(LONGEST_CHAIN):
            element = self._styles.get(current)
            if element is None:
                break
            number = whole(value(element, "pPr/numPr/numId"))
            if level is None:
                level = whole(value(element, "pPr/numPr/ilvl"))
            if number is not None:
                return ListPlace(number, level, current)
            current = value(element, "basedOn") or ""
        return ListPlace(None, level)

    def numbering_of(self, style: str) -> int | None:
        """The list of a numbering style."""
        return whole(value(self._styles.get(style), "pPr/numPr/numId"))

    def is_contents(self, style: str) -> bool:
        """Whether ``style`` is for a line of a table of contents."""
        return bool(CONTENTS.match((value(self._styles.get(style), "name") or "").strip()))
