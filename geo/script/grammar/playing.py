"""The lines of a scene below its heading: people, details, action, speech, cards."""

from __future__ import annotations

from enum import Enum, auto

from geo.model import Tag
from geo.script.grammar.asides import is_card, is_clutter, is_divider
from geo.script.grammar.cues import (
    SEEN,
    VOICES,
    Manner,
    alone_name,
    read_cue,
    read_speech,
)
from geo.script.grammar.headings import ACTION_MARKS, SENTENCE
from geo.script.grammar.labels import LABEL_WORDS, first_label, read_labels
from geo.script.text.fold import bare, fold
from geo.script.text.names import BETWEEN, looks_like_name, speaker_name
from geo.script.text.words import NOT_PEOPLE

SENTENCE_END = ("。", "！", "？", "!", "?", "…", "”")
SPOKEN_LABELS = frozenset({"群众", "演员", "动物"})
LONGEST_CAST = 60


class _Talk(Enum):
    """Whether the next line may go on with a speech."""

    QUIET = auto()
    EXPECTED = auto()
    UNDER_NAME = auto()
    GOING_ON = auto()


class Player:
    """Reads the lines of scenes one after the other, as this document writes them."""

    def __init__(self, manner: Manner) -> None:
        self.manner = manner
        self._talk = _Talk.QUIET
        self._fresh = True

    def open_scene(self) -> None:
        """A heading was read: what follows is a new scene."""
        self._talk, self._fresh = _Talk.QUIET, True

    def said(self, text: str, tag: Tag) -> str:
        """A line that the format or the user says is ``tag``: the name in it, if it has one."""
        self._fresh = self._fresh and tag in (Tag.BLANK, Tag.CAST, Tag.DETAIL, Tag.SKIP)
        if tag is Tag.SPEAKER:
            self._talk = _Talk.EXPECTED
            cue = read_cue(text)
            return cue.name if cue else speaker_name(bare(text))
        if tag is Tag.DIALOGUE:
            cue = read_cue(text) if self._talk is _Talk.QUIET else None
            self._talk = _Talk.UNDER_NAME if self._talk is not _Talk.QUIET else _Talk.GOING_ON
            return cue.name if cue else ""
        if tag is not Tag.SKIP:
            self._talk = _Talk.QUIET
        return ""

    def read(self, text: str) -> tuple[Tag, str]:
        """What a line is taken for, and the name of who speaks in it."""
        text = text.strip()
        if not text or is_divider(text):
            if self._talk is not _Talk.EXPECTED or text:
                self._talk = _Talk.QUIET
            return Tag.BLANK, ""
        if is_clutter(text):
            return Tag.SKIP, ""
        fresh, self._fresh = self._fresh, False
        found = self._marked(text) or self._labelled(text) or self._spoken(text)
        if found is None and fresh and self._is_cast(text):
            found = Tag.CAST, ""
        if found is None:
            found = self._other(text)
        if found[0] in (Tag.CAST, Tag.DETAIL):
            self._fresh = fresh
        return found

    def _marked(self, text: str) -> tuple[Tag, str] | None:
        if text[0] not in ACTION_MARKS:
            return None
        self._talk = _Talk.QUIET
        return Tag.ACTION, ""

    def _labelled(self, text: str) -> tuple[Tag, str] | None:
        line = bare(text)
        labels = read_labels(line)
        if not labels or labels[""]:
            return None
        head = fold(line).partition(":")[0].strip("【[ ")
        if head in SPOKEN_LABELS and line.endswith(SENTENCE_END):
            return None
        self._talk = _Talk.QUIET
        first = first_label(line) or "cast"
        tags = {"cast": Tag.CAST, "story": Tag.ACTION}
        return tags.get(first, Tag.DETAIL), ""

    def _spoken(self, text: str) -> tuple[Tag, str] | None:
        speech = read_speech(text, self.manner)
        if speech is None:
            name = alone_name(text) if self.manner.alone else ""
            if name not in self.manner.alone:
                return None
            self._talk = _Talk.EXPECTED
            return Tag.SPEAKER, name
        if not speech.name and speech.cue not in VOICES:
            self._talk = _Talk.QUIET
            shown = speech.cue in SEEN or speech.cue in LABEL_WORDS
            return (Tag.ACTION if shown else Tag.CARD), ""
        self._talk = _Talk.GOING_ON if speech.said else _Talk.EXPECTED
        return (Tag.DIALOGUE if speech.said else Tag.SPEAKER), speech.name

    def _other(self, text: str) -> tuple[Tag, str]:
        talk = self._talk
        if is_card(text):
            if talk is _Talk.QUIET or talk is _Talk.GOING_ON:
                self._talk = _Talk.QUIET
            return Tag.CARD, ""
        if talk in (_Talk.EXPECTED, _Talk.UNDER_NAME):
            self._talk = _Talk.UNDER_NAME
            return Tag.DIALOGUE, ""
        if talk is _Talk.GOING_ON and self.manner.marked:
            return Tag.DIALOGUE, ""
        self._talk = _Talk.QUIET
        return Tag.ACTION, ""

    def _is_cast(self, text: str) -> bool:
        """Whether the first line of a scene is nothing but people."""
        line = bare(text).strip("（()）[]【】 ")
        if len(line) > LONGEST_CAST or SENTENCE.search(line) or ":" in fold(line):
            return False
        names = [name for name in BETWEEN.split(line) if name]
        if len(names) < 2 or any(fold(name) in NOT_PEOPLE for name in names):
            return False
        return all(name in self.manner.people or looks_like_name(name) for name in names)
