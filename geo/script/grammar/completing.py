"""A heading completed by what the whole document tells: its people, and the scene before."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from geo.script.grammar.fields import Fields
from geo.script.grammar.headings import Heading
from geo.script.grammar.labels import read_labels
from geo.script.text.fold import bare
from geo.script.text.names import looks_like_name, read_cast

WORD = re.compile(r"[^\s、/|,，;；&＆·]+")
IN_BRACKETS = re.compile(r"^(?P<place>.+?)\s*[(（](?P<names>[^()（）]+)[)）]$")


def completed(heading: Heading, before: Heading | None, people: Set[str]) -> Heading:
    """``heading`` with people taken out of its place, and with what 同上 refers to filled in."""
    fields = heading.fields
    if not read_labels(bare(heading.rest)):
        fields = _without_people(fields, people)
    if fields.same and before is not None:
        earlier = before.fields
        fields = replace(
            fields,
            int_ext=fields.int_ext or earlier.int_ext,
            time=fields.time or earlier.time,
            place=fields.place or earlier.place,
        )
    return heading if fields is heading.fields else replace(heading, fields=fields)


def _without_people(fields: Fields, people: Set[str]) -> Fields:
    """People of the document that stand behind the place moved to the cast, and the other way."""
    if fields.cast:
        # one word behind the fields that nobody is called may be the place: 顾府 夜 外 江边
        alone = len(fields.cast) == 1 and people and fields.cast[0] not in people
        if alone and not looks_like_name(fields.cast[0]):
            return replace(fields, place=f"{fields.place} {fields.cast[0]}".strip(), cast=())
        return fields
    boxed = IN_BRACKETS.match(fields.place)
    if boxed:
        names = read_cast(boxed["names"])
        known = sum(name in people for name in names)
        if names and known and all(name in people or looks_like_name(name) for name in names):
            return replace(fields, place=boxed["place"], cast=names)
        return fields
    found = list(WORD.finditer(fields.place))
    first = len(found)
    while first > 1 and found[first - 1].group() in people:
        first -= 1
    if first == len(found):
        return fields
    names = read_cast(fields.place[found[first].start() :])
    return replace(fields, place=fields.place[: found[first - 1].end()], cast=names)
