"""What is written in one scene, sorted by what kind of line it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.model import Tag
from geo.script.grammar.labels import DETAIL_KINDS, read_labels

DETAIL_TAGS = (Tag.HEADING, Tag.DETAIL, Tag.CAST)


@dataclass(frozen=True, slots=True)
class SceneText:
    """The lines of a scene by kind, and what its labelled lines say besides place and time.

    ``speeches`` is how often somebody begins to speak; ``notes`` the heading and labelled lines as
    written; ``details`` as in ``Scene.details``.
    """

    heading: str
    action: str = ""
    dialogue: str = ""
    cards: str = ""
    cast: str = ""
    extras: str = ""
    details: tuple[tuple[str, str], ...] = ()
    speeches: int = 0
    notes: str = ""


def text_of(heading: str, lines: Iterable[tuple[Tag, str]]) -> SceneText:
    """The tagged ``lines`` of one scene, the heading's among them or not."""
    kinds: dict[Tag, list[str]] = {}
    labelled: dict[str, list[str]] = {}
    for tag, line in lines:
        kinds.setdefault(tag, []).append(line.strip())
        if tag in DETAIL_TAGS:
            for key, value in read_labels(line).items():
                if value:
                    labelled.setdefault(key, []).append(value)
    spoken = [*kinds.get(Tag.SPEAKER, ()), *kinds.get(Tag.DIALOGUE, ())]
    return SceneText(
        heading=heading,
        action="\n".join(kinds.get(Tag.ACTION, ())),
        dialogue="\n".join(spoken),
        cards="\n".join(kinds.get(Tag.CARD, ())),
        cast="、".join(labelled.get("cast", ())),
        extras="、".join(labelled.get("extras", ())),
        details=tuple(
            (kind, "；".join(dict.fromkeys(labelled[kind])))
            for kind in DETAIL_KINDS
            if kind in labelled
        ),
        speeches=len(kinds.get(Tag.SPEAKER, ()) or kinds.get(Tag.DIALOGUE, ())),
        notes="\n".join(line for tag in DETAIL_TAGS for line in kinds.get(tag, ())),
    )
