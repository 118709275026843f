"""Where an interview stands: what was asked, answered and passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.model import Answer, Interview
from gui.session import Session

Pair = tuple[str, str]
MOST_TIMES = 9.0


@dataclass
class Round:
    """Pairs in the order in which they were asked, with how much more the first counts.

    None: passed over.
    """

    session: Session
    criteria: Sequence[str]
    pairs: list[Pair] = field(default_factory=list)
    times: dict[Pair, float | None] = field(default_factory=dict)
    at: int = 0

    @property
    def answers(self) -> list[Answer]:
        """What was answered, in the order of asking."""
        said = ((pair, self.times.get(pair)) for pair in self.pairs)
        return [Answer(*pair, times) for pair, times in said if times is not None]

    @property
    def told(self) -> Interview:
        """What the answers come to."""
        return self.session.weigh_answers(self.answers)

    @property
    def most(self) -> int:
        """The most questions there can be: one for each pair."""
        return len(self.criteria) * (len(self.criteria) - 1) // 2

    @property
    def pair(self) -> Pair | None:
        """The pair being asked about; None when there is nothing more to ask."""
        return self.pairs[self.at] if self.at < len(self.pairs) else None

    @property
    def untouched(self) -> tuple[str, ...]:
        """Criteria that no answer speaks of."""
        met = {code for one in self.answers for code in (one.one, one.other)}
        return tuple(code for code in self.criteria if code not in met)

    def look_ahead(self) -> None:
        """Ask for another pair when all so far were asked."""
        if self.at < len(self.pairs):
            return
        pair = self.session.next_pair(self._passed_over())
        if pair is not None and pair not in self.times:
            self.pairs.append(pair)

    def _passed_over(self) -> list[Answer]:
        """The answers, and for what was passed over what these imply: it contradicts none."""
        weights = self.told.weights
        known = self.answers
        for pair in self.pairs:
            if self.times.get(pair) is None:
                one, other = (max(weights[code], 1e-9) for code in pair)
                known.append(Answer(*pair, min(max(one / other, 1 / MOST_TIMES), MOST_TIMES)))
        return known

    def answer(self, times: float | None) -> None:
        """Answer the present question; None passes it over."""
        pair = self.pair
        if pair is not None:
            self.times[pair] = times

    def number_of(self, answer: int) -> int:
        """Which question the answer with that number belongs to."""
        one = self.answers[answer]
        return self.pairs.index((one.one, one.other))
