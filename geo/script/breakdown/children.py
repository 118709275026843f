"""Which people of a script are children: by their age in the list of people, or by their names."""

from __future__ import annotations

import re

from geo.script.breakdown.extras import read_count
from geo.script.text.fold import fold

CHILD_AGE = 14
AGE = re.compile(
    r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:[、-]?[一二三四五六七八九\d]{1,2})?\s*岁(?!月)"
)
PRESENTED = re.compile(r"^[\d、.\s△*#-]*(?P<name>[^\s:,。(、\d]{2,5})\s*[:,(\s、](?P<rest>.{0,24})")
CHILD_NAME = re.compile(
    r"^(?:童年|幼年|幼时|小时候|儿时|年幼)的?"
    r"|(?:小男孩|小女孩|男孩|女童|男童|婴儿|孩童|小孩|小朋友|小学生|孩子们?|宝宝|[小大二三]宝|宝儿|萌宝|奶娃娃?|娃娃)"
    r"(?:[甲乙丙丁]|[a-d]|\d|们)?$"
)


def child_of_age(text: str) -> str:
    """The words of ``text`` that say an age of a child (8岁, 七八岁); empty when there are none."""
    if "岁" not in text and "歲" not in text:
        return ""
    for found in AGE.finditer(fold(text)):
        age = read_count(found["n"])
        if age is not None and 0 < age <= CHILD_AGE:
            return text[found.start() : found.end()]
    return ""


def known_children(front: str) -> dict[str, str]:
    """Names of children that the list of people before the first scene gives, and their ages."""
    found: dict[str, str] = {}
    for line in front.splitlines():
        presented = PRESENTED.match(fold(line))
        age = child_of_age(line[presented.start("rest") : presented.end()]) if presented else ""
        if presented and age:
            found[line[presented.start("name") : presented.end("name")]] = age
    return found
