"""What differs between a scene of two drafts, and which decisions that puts in question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from geo.model import Scene
from geo.script.drafts.words import Words, plain

# more or less text than this share is another length
LENGTH = 0.2


def differences(one: Words, other: Words) -> tuple[str, ...]:
    """The fields that differ, of number, place, time, int_ext, cast and text.

    A field decided by hand is not compared: what the draft said of it is no longer known.
    """
    same_head = one.head == other.head
    same_text = one.body == other.body
    was, now = one.scene, other.scene
    checks = (
        ("number", one.number != other.number),
        ("place", not same_head and one.heading[0] != other.heading[0]),
        ("time", not same_head and was.time is not now.time),
        ("int_ext", not same_head and was.int_ext is not now.int_ext),
        ("cast", not (same_head and same_text) and set(was.cast) != set(now.cast)),
        ("text", not same_text or (not same_head and was.details != now.details)),
    )
    decided = set(was.edited) | set(now.edited)
    hidden = decided & {"place", "time", "int_ext", "cast"}
    return tuple(name for name, differs in checks if differs and name not in hidden)


def asked_again(one: Words, other: Words, what: tuple[str, ...]) -> tuple[str, ...]:
    """The decided fields of ``one`` whose ground is another in ``other``.

    A decision that the new draft now says itself is not asked about.
    """
    if (one.head, one.body) == (other.head, other.body):
        return ()
    found = []
    for name in one.scene.edited:
        check = GROUNDS.get(name)
        same = getattr(one.scene, name) == getattr(other.scene, name)
        if check is not None and not same and check(one, other, what):
            found.append(name)
    return tuple(found)


def _place(one: Words, other: Words, _: tuple[str, ...]) -> bool:
    return plain(other.scene.place) not in one.head


def _of_place(one: Words, other: Words, what: tuple[str, ...]) -> bool:
    return "place" in what or ("place" in one.scene.edited and _place(one, other, what))


def _heading(one: Words, other: Words, _: tuple[str, ...]) -> bool:
    def rest(words: Words) -> str:
        place = plain(other.scene.place)
        own = place if place in words.head else plain(words.scene.place)
        return words.head.replace(own, "")

    return rest(one) != rest(other)


def _number(one: Words, other: Words, _: tuple[str, ...]) -> bool:
    return one.scene.heading != other.scene.heading


def _cast(one: Words, other: Words, _: tuple[str, ...]) -> bool:
    come = set(other.scene.cast) - set(one.scene.cast)
    return any(plain(name) not in one.text for name in come) or any(
        plain(name) in one.text and plain(name) not in other.text for name in one.scene.cast
    )


def _length(one: Words, other: Words, _: tuple[str, ...]) -> bool:
    return abs(one.size - other.size) > LENGTH * max(one.size, other.size)


def _raised(one: Words, other: Words, _: tuple[str, ...]) -> bool:
    """Whether words that raise a flag or a craft have come or gone."""
    come = (_raising(other.scene), one, other)
    gone = (_raising(one.scene), other, one)
    return any(
        word in after.text and word not in before.text
        for words, before, after in (come, gone)
        for word in words
    )


def _raising(scene: Scene) -> list[str]:
    because = [flag.because for flag in scene.flags] + [term.because for term in scene.culture]
    return [plain(word) for words in because for word in words]


def _details(one: Words, other: Words, _: tuple[str, ...]) -> bool:
    return one.head != other.head


def _omitted(_one: Words, _other: Words, what: tuple[str, ...]) -> bool:
    return bool({"place", "text"} & set(what))


GROUNDS: Mapping[str, Callable[[Words, Words, tuple[str, ...]], bool]] = {
    "place": _place,
    "time": _heading,
    "int_ext": _heading,
    "number": _number,
    "episode": _number,
    "suffix": _number,
    "cast": _cast,
    "era": _of_place,
    "needs": _of_place,
    "length_eighths": _length,
    "screen": _length,
    "flags": _raised,
    "culture": _raised,
    "details": _details,
    "omitted": _omitted,
}
