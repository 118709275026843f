"""A query taken apart: runs of words, and in each the words whose meaning is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.catalogue.search.lexicon import Lexicon, Meaning
from geo.catalogue.search.rules import SearchRules

WORD = re.compile(r"[^\W_]+")
_SCRIPTS = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
MOST_JOINED = 5
"""Latin words that are tried as one: water town, su zhou."""

MOST_PIECES = 24
"""So many words are looked at; what comes after them is taken as one name that nobody bears."""

LEAST_SPELLED = 3
"""Letters of the shortest word told apart in letters that run together (suzhouyuanlin)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the folded query, and what it means; None is a name."""

    start: int
    end: int
    text: str
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class Run:
    """What was typed in one go: a Chinese word with what hangs on it, or words in Latin letters."""

    start: int
    end: int
    words: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def is_named(self) -> bool:
        """Whether some of it can only be a name."""
        return any(piece.meaning is None for piece in self.pieces)


def runs(
    text: str, taken: Sequence[tuple[int, int]], lexicon: Lexicon, rules: SearchRules
) -> list[Run]:
    """The runs of folded ``text`` outside the spans ``taken``."""
    every = list(WORD.finditer(_blanked(text, taken)))
    words = [one for one in every if one[0] not in rules.empty]
    if not words and not taken:
        # half typed: a name may begin so
        words = every
    found: list[Run] = []
    room = MOST_PIECES
    for group in _grouped(words, text):
        run = _latin(group, lexicon) if group[0][0].isascii() else _mixed(group[0], lexicon, rules)
        if run is not None and len(run.pieces) > room:
            rest = text[run.start : words[-1].end()]
            piece = Piece(run.start, words[-1].end(), rest, None)
            return [*found, Run(run.start, words[-1].end(), (rest,), (piece,))]
        if run is not None:
            room -= len(run.pieces)
            found.append(run)
    return found


def spelled_out(run: Run, lexicon: Lexicon) -> Run | None:
    """A run of letters whose words run together: in full (suzhouyuanlin), by initials, misspelt."""
    if len(run.words) != 1 or not run.words[0].isascii():
        return None
    word = run.words[0]
    cut = _cover(word, lexicon) or lexicon.by_initials(word)
    if not cut:
        meaning = lexicon.misspelt(word)
        cut = ((word, meaning),) if meaning is not None else ()
    pieces = []
    start = run.start
    for text, meaning in cut:
        pieces.append(Piece(start, start + len(text), text, meaning))
        start += len(text)
    return Run(run.start, run.end, run.words, tuple(pieces)) if pieces else None


def _blanked(text: str, taken: Sequence[tuple[int, int]]) -> str:
    for start, end in taken:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _grouped(words: Sequence[re.Match[str]], text: str) -> Iterator[list[re.Match[str]]]:
    """Neighbouring words in Latin letters together, any other word by itself."""
    group: list[re.Match[str]] = []
    for word in words:
        if word[0].isascii():
            if group and not text[group[-1].end() : word.start()].isascii():
                yield group
                group = []
            group.append(word)
            continue
        if group:
            yield group
            group = []
        yield [word]
    if group:
        yield group


def _latin(group: Sequence[re.Match[str]], lexicon: Lexicon) -> Run:
    pieces: list[Piece] = []
    at = 0
    while at < len(group):
        for end in range(min(len(group), at + MOST_JOINED), at, -1):
            joined = "".join(word[0] for word in group[at:end])
            meaning = lexicon.meaning(joined)
            if meaning is not None:
                pieces.append(Piece(group[at].start(), group[end - 1].end(), joined, meaning))
                at = end
                break
        else:
            pieces.append(Piece(group[at].start(), group[at].end(), group[at][0], None))
            at += 1
    words = tuple(word[0] for word in group)
    return Run(group[0].start(), group[-1].end(), words, tuple(pieces))


def _mixed(word: re.Match[str], lexicon: Lexicon, rules: SearchRules) -> Run | None:
    """A word with Chinese characters: the longest words known of it, and what is left between."""
    pieces: list[Piece] = []
    for start, end, meaning in _known_spans(word[0], lexicon):
        if meaning is None:
            start, end = _stripped(word[0], start, end, rules)
            if word[0][start:end] in rules.empty:
                continue
        place = word.start()
        pieces.append(Piece(place + start, place + end, word[0][start:end], meaning))
    if not pieces:
        return None
    start, end = pieces[0].start, pieces[-1].end
    text = word[0][start - word.start() : end - word.start()]
    return Run(start, end, (text,), tuple(pieces))


def _stripped(word: str, start: int, end: int, rules: SearchRules) -> tuple[int, int]:
    """The span without words that say nothing before or after a name (同里的, 拍过红楼梦)."""
    for one in rules.before:
        if word.startswith(one, start, end) and end - start > len(one):
            start += len(one)
            break
    for one in sorted(rules.after, key=len, reverse=True):
        if word.endswith(one, start, end) and end - start > len(one):
            end -= len(one)
            break
    return start, end


def _known_spans(word: str, lexicon: Lexicon) -> Iterator[tuple[int, int, Meaning | None]]:
    """The word cut at the longest words known, leftmost first among equals; names between."""
    whole = lexicon.meaning(word)
    if whole is not None:
        yield 0, len(word), whole
        return
    at = 0
    for start, end, meaning in sorted(_longest_first(word, lexicon), key=lambda one: one[0]):
        if start > at:
            yield at, start, None
        yield start, end, meaning
        at = end
    if at < len(word):
        yield at, len(word), None


def _longest_first(word: str, lexicon: Lexicon) -> list[tuple[int, int, Meaning]]:
    """Known words of two characters or more that do not overlap; letters are never cut apart."""
    edges = {0, len(word)}
    for part in _SCRIPTS.finditer(word):
        edges.update((part.start(), part.end()))
        if not part[0].isascii():
            edges.update(range(part.start(), part.end()))
    free = [True] * len(word)
    found = []
    for size in range(min(len(word) - 1, lexicon.longest), 1, -1):
        for start in range(len(word) - size + 1):
            end = start + size
            if start in edges and end in edges and all(free[start:end]):
                meaning = lexicon.words.get(word[start:end])
                if meaning is not None:
                    free[start:end] = [False] * size
                    found.append((start, end, meaning))
    return found


def _cover(word: str, lexicon: Lexicon) -> tuple[tuple[str, Meaning], ...]:
    """``word`` as known words one after the other, as few as can be; none where it cannot."""
    best: list[tuple[tuple[str, Meaning], ...] | None] = [()]
    for end in range(1, len(word) + 1):
        found = None
        for start in range(max(0, end - 24), end - LEAST_SPELLED + 1):
            before = best[start]
            meaning = lexicon.words.get(word[start:end]) if before is not None else None
            if before is not None and meaning is not None:
                longer = (*before, (word[start:end], meaning))
                if found is None or len(longer) < len(found):
                    found = longer
        best.append(found)
    return best[-1] or ()
