"""Which scene of one draft is which of another.

Surest first: the same text that stands once in each draft; then, between scenes already matched,
the same content by number and in order; then texts that are alike; then the same heading, with
whatever text. Numbers count from the last match on: scenes inserted before shift them all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from geo.script.drafts.words import Key, Words, likeness, shared_lines

Pair = tuple[int, int]
Anchor = tuple[Words, Words] | None
Gap = tuple[list[int], list[int], Anchor]
Tokens = Callable[[Words], frozenset[str]]
# what more scenes share tells nothing
RARE = 6
ENOUGH_SHARED = 3
LIKE, LIKE_AT_LEAST = 0.5, 0.3
SAME_PLACE, SAME_NUMBER, SAME_REST = 0.15, 0.1, 0.05
UNLIKE = 0.25


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs of positions in two drafts, and those of them that keep the order of the most."""

    pairs: tuple[Pair, ...]
    steady: frozenset[Pair]


def match(old: Sequence[Words], new: Sequence[Words], *, by_number: bool = False) -> Matches:
    """Which of ``old`` is which of ``new``, in the order of ``old``.

    The same pairs come out with the drafts the other way round. ``by_number``: numbers are locked,
    so scenes of one number are the same even with nothing else in common.
    """
    if _weight(new) < _weight(old):
        turned = match(new, old, by_number=by_number)
        pairs = sorted((i, j) for j, i in turned.pairs)
        return Matches(tuple(pairs), frozenset((i, j) for j, i in turned.steady))
    matching = _Matching(old, new)
    matching.same_content()
    # whole lines are quick to compare and settle most; runs of characters find the rest
    matching.alike(lambda words: words.lines, shared_lines, 1)
    matching.alike(lambda words: words.shingles, likeness, ENOUGH_SHARED)
    matching.omitted()
    matching.same_heading()
    if by_number:
        matching.everywhere(lambda words: words.number if words.scene.number is not None else None)
    pairs = sorted(matching.pairs.items())
    return Matches(tuple(pairs), frozenset(_backbone(pairs)))


def _backbone(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of ``pairs`` (in the order of the old) that keeps its order in the new."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [j]
        ends[length : length + 1] = [at]
    run: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _weight(drafts: Sequence[Words]) -> tuple[int, list[str]]:
    return len(drafts), [repr((words.number, words.content)) for words in drafts]


class _Matching:
    """Positions matched so far, ``pairs`` from old to new."""

    def __init__(self, old: Sequence[Words], new: Sequence[Words]) -> None:
        self.old = old
        self.new = new
        self.pairs: dict[int, int] = {}
        self._taken: set[int] = set()

    def omitted(self) -> None:
        """A scene that one draft calls omitted is the one of its number in the other."""
        by_number = {words.number: j for j, words in enumerate(self.new) if words.scene.number}
        for i, words in enumerate(self.old):
            j = by_number.get(words.number)
            if j is None or j in self._taken or not (words.gone or self.new[j].gone):
                continue
            places = {words.heading[0], self.new[j].heading[0]} - {""}
            if len(places) < 2:
                self._pair(i, j)

    def same_content(self) -> None:
        """Scenes of one content: first what stands once in each draft, the rest around it."""
        counts = Counter(words.content for words in self.old)
        other = Counter(words.content for words in self.new)
        at = {words.content: j for j, words in enumerate(self.new) if other[words.content] == 1}
        for i, j in [
            (i, at[words.content])
            for i, words in enumerate(self.old)
            if counts[words.content] == 1 and words.content in at
        ]:
            self._pair(i, j)
        self._in_gaps(lambda words: words.content)
        self.everywhere(lambda words: words.content)

    def alike(self, tokens: Tokens, measure: Callable[[Words, Words], float], least: int) -> None:
        """Scenes whose texts share enough, the most alike first; ``least`` rare tokens at least."""
        anchors = {i: anchor for mine, _, anchor in self._gaps() for i in mine}
        found: list[tuple[float, float, int, int]] = []
        for i, j in self._candidates(tokens, least):
            one, other = self.old[i], self.new[j]
            like = measure(one, other)
            number = one.scene.number is not None
            number = number and _expected(one, anchors.get(i)) == other.number
            value = like + SAME_PLACE * (one.heading[0] == other.heading[0])
            value += SAME_NUMBER * number + SAME_REST * (one.heading[1:] == other.heading[1:])
            if like >= LIKE_AT_LEAST and value >= LIKE:
                away = abs(i / len(self.old) - j / len(self.new))
                found.append((-value, away, i, j))
        for _, _, i, j in sorted(found):
            self._pair(i, j)

    def same_heading(self) -> None:
        """Scenes of one heading between the same neighbours; then of one number and place."""
        self._in_gaps(lambda words: words.heading if words.named else None)
        self._by_expected(_half_the_same)
        self.everywhere(
            lambda words: (
                (words.number, words.heading[0])
                if words.named and words.scene.number is not None
                else None
            )
        )

    def everywhere(self, key: Callable[[Words], Hashable]) -> None:
        """Pair what is left, in order, where ``key`` is the same; None is no key."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for j in self._left_new():
            waiting[key(self.new[j])].append(j)
        for queue in waiting.values():
            queue.reverse()
        for i in self._left_old():
            wanted = key(self.old[i])
            if wanted is not None and waiting.get(wanted):
                self._pair(i, waiting[wanted].pop())

    def _pair(self, i: int, j: int) -> None:
        if i not in self.pairs and j not in self._taken:
            self.pairs[i] = j
            self._taken.add(j)

    def _left_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.pairs]

    def _left_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self._taken]

    def _gaps(self) -> Iterator[Gap]:
        """What is unmatched between two neighbours of the backbone, and the first of the two."""
        run = [(-1, -1), *_backbone(sorted(self.pairs.items())), (len(self.old), len(self.new))]
        for (i, j), (next_i, next_j) in pairwise(run):
            mine = [at for at in range(i + 1, next_i) if at not in self.pairs]
            yours = [at for at in range(j + 1, next_j) if at not in self._taken]
            if mine and yours:
                yield mine, yours, (self.old[i], self.new[j]) if i >= 0 else None

    def _in_gaps(self, key: Callable[[Words], Hashable]) -> None:
        self._by_expected(lambda one, other: key(one) is not None and key(one) == key(other))
        for mine, yours, _ in list(self._gaps()):
            ours = [key(self.old[i]) for i in mine]
            theirs = [key(self.new[j]) for j in yours]
            for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
                for step in range(block.size):
                    if ours[block.a + step] is not None:
                        self._pair(mine[block.a + step], yours[block.b + step])

    def _by_expected(self, fits: Callable[[Words, Words], bool]) -> None:
        """Pair scenes of one gap that have the number to be expected and fit each other."""
        for mine, yours, anchor in list(self._gaps()):
            numbers = {self.new[j].number: j for j in yours if self.new[j].scene.number is not None}
            for i in mine:
                j = numbers.get(_expected(self.old[i], anchor))
                if j is not None and fits(self.old[i], self.new[j]):
                    self._pair(i, j)

    def _candidates(self, tokens: Tokens, least: int) -> Iterator[Pair]:
        owners: dict[str, list[int]] = defaultdict(list)
        for i in self._left_old():
            for token in tokens(self.old[i]):
                owners[token].append(i)
        for j in self._left_new():
            own = tokens(self.new[j])
            shared: Counter[int] = Counter()
            for token in own:
                who = owners.get(token, ())
                if len(who) <= RARE:
                    shared.update(who)
            enough = min(least, len(own) // 2)
            yield from ((i, j) for i, count in shared.items() if count >= enough)


def _expected(words: Words, anchor: Anchor) -> Key:
    """The number a scene has when numbers have shifted as much as at the match before it."""
    episode, number, suffix = words.number
    if anchor is None:
        return words.number
    one, other = anchor[0].scene, anchor[1].scene
    if episode is not None and one.episode is not None and other.episode is not None:
        episode += other.episode - one.episode
    same_count = words.scene.episode == one.episode
    if same_count and None not in (number, one.number, other.number):
        number = (number or 0) + (other.number or 0) - (one.number or 0)
    return episode, number, suffix


def _half_the_same(one: Words, other: Words) -> bool:
    """Whether most of the heading is the same, and the texts do not speak against it."""
    if one.gone or other.gone:
        return False
    if one.size and other.size and likeness(one, other) < UNLIKE:
        return False
    same = [mine == yours for mine, yours in zip(one.heading, other.heading, strict=True) if mine]
    same.append(bool(one.scene.cast) and one.scene.cast == other.scene.cast)
    return sum(same) >= 2
