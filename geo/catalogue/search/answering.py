"""A query answered: its words weighed one by one, and what meets all of them put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.catalogue.search.asking import Piece, Run, runs, spelled_out
from geo.catalogue.search.distances import Far, distances
from geo.catalogue.search.features import Scores
from geo.catalogue.search.folding import fold_query
from geo.catalogue.search.index import Index
from geo.catalogue.search.named import REASONS, Named, Why
from geo.catalogue.search.reach import Drives, Place, Reached
from geo.catalogue.search.telling import told_name, told_of, told_reach
from geo.model import Found, Hit, Hits, Reason, Term, Understood

Layer: TypeAlias = tuple[NDArray[np.uint8], Sequence[Reason | None]]
"""By row the number of a reason."""

LONGEST_QUERY = 500
AT_ONCE = 300
"""Up to so many hits are made at once; more are made as they are read."""

BY_NAME, BY_MEANING, BY_DISTANCE = 0.6, 0.5, 0.1
"""What a name that agrees counts at least, what the meaning of words, what being near."""

STRONG, WEAK = 0.5, 0.4
"""Scores of a name from which on it is the name; and from which on it is rather that than words
run together."""


@dataclass(slots=True)
class Weighed:
    """What part of a query makes of the rows: scores (N,), 0 for those that do not meet it."""

    scores: Scores
    terms: list[tuple[int, Understood]] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)


class Answering:
    """One query to an index, measured from ``home`` where no other place is named."""

    def __init__(self, index: Index, query: str, home: Place, drives: Drives) -> None:
        self._index = index
        self._query = query
        self._home = home
        self._drives = drives
        self._folded = fold_query(query[:LONGEST_QUERY], index.simplify)
        self._near: list[Reached] = []

    def answer(self) -> Found:
        """What was understood and found; never fails, whatever was typed."""
        index, text = self._index, self._folded.text
        far = distances(text, lambda name, begun: index.place(name, self._home, begun=begun))
        parts = [self._far(one) for one in far]
        taken = [(one.start, one.end) for one in far]
        named = runs(text, taken, index.lexicon, index.rules)
        parts += [self._run(self._with_names(run)) for run in named]
        terms = sorted((pair for part in parts for pair in part.terms), key=lambda pair: pair[0])
        told = tuple(term for _, term in terms)
        return Found(self._query, told, self._hits(parts) if parts else ())

    def _hits(self, parts: Sequence[Weighed]) -> Sequence[Hit]:
        met = np.logical_and.reduce([part.scores > 0 for part in parts])
        rows = np.flatnonzero(met)
        total = np.mean([part.scores[rows] for part in parts], axis=0)
        best = np.lexsort((self._index.ranks[rows], -np.round(total, 6)))
        rows, total = rows[best], total[best]
        make = partial(self._hit, rows, total, [one for part in parts for one in part.layers])
        if len(rows) <= AT_ONCE:
            return tuple(map(make, range(len(rows))))
        return Hits(self._index.ids[rows].tolist(), make)

    def _hit(self, rows: NDArray[np.intp], total: Scores, layers: Sequence[Layer], at: int) -> Hit:
        row = int(rows[at])
        why: dict[str, Reason] = {}
        for number, reasons in layers:
            reason = reasons[number[row]]
            if reason is not None:
                why.setdefault(reason.code, reason)
        told = list(why.values())
        km = minutes = None
        for reached in self._near:
            place = int(np.searchsorted(reached.rows, row))
            # a place found by a name like 驻地 need not lie near
            if place < len(reached.rows) and reached.rows[place] == row:
                km = float(reached.km[place])
                if reached.minutes is not None:
                    minutes = float(reached.minutes[place])
                told.append(told_reach(reached, place))
        return Hit(self._index.ids[row], round(float(total[at]), 4), tuple(told), km, minutes)

    def _written(self, start: int, end: int) -> str:
        first, last = self._folded.written(start, end)
        return self._query[first:last]

    def _far(self, far: Far[Place]) -> Weighed:
        """Rows within a distance; all rows while the place to measure from is not known."""
        count = len(self._index.ids)
        place = self._home if far.place is None else far.place
        written = self._written(far.start, far.end)
        km = self._index.rules.near_km if far.km is None and far.minutes is None else far.km
        if far.unread:
            told = Reason("search_near_unknown", {"text": far.unread})
            term = Understood(Term.NEAR, written, told, km=km, minutes=far.minutes)
            return Weighed(np.zeros(count, np.float32), [(far.start, term)])
        if place.point is None:
            told = Reason("search_home_unset")
            term = Understood(Term.NEAR, written, told, km=km, minutes=far.minutes)
            return Weighed(np.full(count, BY_DISTANCE, np.float32), [(far.start, term)])
        named = {"place": place.name, "place_en": place.name_en or place.name}
        if far.minutes is None:
            assert km is not None
            reached = self._index.reaches.by_km(place.point, km)
            share = reached.km / km if km else reached.km
            told = Reason("search_near", {**named, "km": km})
        else:
            reached = self._index.reaches.by_minutes(place, place.point, far.minutes, self._drives)
            assert reached.minutes is not None
            share = reached.minutes / far.minutes if far.minutes else reached.minutes
            told = Reason("search_near_minutes", {**named, "minutes": far.minutes})
        scores = np.zeros(count, np.float32)
        scores[reached.rows] = BY_DISTANCE * (2 - share)
        self._near.append(reached)
        term = Understood(Term.NEAR, written, told, "", place.site_id, km, far.minutes)
        return Weighed(scores, [(far.start, term)])

    def _with_names(self, run: Run) -> Run:
        """The run with those words as names that places have for their own."""
        pieces = tuple(
            replace(piece, meaning=None)
            if piece.meaning is not None and self._index.meaning(piece.text) is None
            else piece
            for piece in run.pieces
        )
        return replace(run, pieces=pieces)

    def _run(self, run: Run) -> Weighed:
        """The meaning of a run; or the name that it is, or is part of."""
        if not run.is_named:
            return self._meant(run, run.pieces)
        named = self._index.names.find(run.words)
        best = float(named.scores.max(initial=0))
        if best >= STRONG:
            return self._as_name(run, named)
        if len(run.pieces) > 1:
            apart = self._apart(run.pieces)
            if apart.scores.any() or not best:
                return apart
        if best < WEAK:
            spelled = spelled_out(run, self._index.lexicon)
            if spelled is not None:
                return self._meant(spelled, spelled.pieces)
        return self._as_name(run, named)

    def _as_name(self, run: Run | Piece, named: Named) -> Weighed:
        term = told_name(self._written(run.start, run.end))
        return Weighed(named.scores, [(run.start, term)], [(named.why, REASONS)])

    def _meant(self, run: Run, pieces: Sequence[Piece]) -> Weighed:
        """What the words mean; places whose names hold them come first."""
        meant = self._together([self._piece(piece) for piece in pieces])
        named = self._index.names.find(run.words, sure=True)
        by_name = named.scores > 0
        meant.scores = np.where(
            by_name,
            BY_NAME + (1 - BY_NAME) * named.scores + 0.01 * meant.scores,
            BY_MEANING * meant.scores,
        ).astype(np.float32)
        meant.layers.append((np.where(by_name, named.why, Why.NAME).astype(np.uint8), REASONS))
        return meant

    def _apart(self, pieces: Sequence[Piece]) -> Weighed:
        """The words each by itself; neighbouring names as one where some place bears it."""
        parts: list[Weighed] = []
        group: list[Piece] = []
        for piece in [*pieces, None]:
            if piece is not None and piece.meaning is None:
                group.append(piece)
                continue
            parts += self._names(group)
            group = []
            if piece is not None:
                parts.append(self._piece(piece))
        return self._together(parts)

    def _names(self, group: Sequence[Piece]) -> list[Weighed]:
        if len(group) > 1:
            named = self._index.names.find([piece.text for piece in group])
            if named.scores.max(initial=0) >= STRONG:
                whole = Piece(group[0].start, group[-1].end, "", None)
                return [self._as_name(whole, named)]
        return [self._as_name(piece, self._index.names.find([piece.text])) for piece in group]

    def _piece(self, piece: Piece) -> Weighed:
        if piece.meaning is None:
            return self._as_name(piece, self._index.names.find([piece.text]))
        if piece.meaning.term is Term.NEAR:
            return self._far(Far(piece.start, piece.end, None, None, None))
        scores, by, served = self._index.features.scores(piece.meaning)
        reasons = [None, *(Reason("found_stand_in", {"served": code}) for code in served)]
        term = told_of(piece.meaning, self._written(piece.start, piece.end))
        return Weighed(scores, [(piece.start, term)], [(by, reasons)])

    @staticmethod
    def _together(parts: Sequence[Weighed]) -> Weighed:
        """Rows that meet every part, with the mean of their scores."""
        met = np.logical_and.reduce([part.scores > 0 for part in parts])
        mean = np.mean([part.scores for part in parts], axis=0)
        return Weighed(
            np.where(met, mean, 0).astype(np.float32),
            [term for part in parts for term in part.terms],
            [layer for part in parts for layer in part.layers],
        )


def answer(index: Index, query: str, home: Place, drives: Drives) -> Found:
    """Find the sites that meet every part of ``query``, best first.

    ``home`` is the home city of the crew (its point None while unknown); ``drives`` are those that
    the user's own road file tells.
    """
    return Answering(index, query, home, drives).answer()
