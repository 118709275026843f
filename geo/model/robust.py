"""How firm a ranking is: shares of weightings, what costs the lead, what is worth finding out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from geo.model.figures import Reason
from geo.model.ranking import FloatArray, Method


@dataclass(frozen=True, slots=True)
class Best:
    """The first few: ``index`` are columns of the board, best first, ``scores`` (k,) theirs."""

    index: NDArray[np.intp]
    scores: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Spread:
    """All open cells of a board (M,): row and column, value 0 to 1, number of the fact (of count).

    ``low`` is the worse end: for a cost it comes from the dearest price. ``mid`` is the likeliest
    value, as the board counts it; not a number where none is likelier. A fact is what one call or
    visit settles: its cells, one to a column, move together from low to high.
    """

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    low: NDArray[np.float64]
    mid: NDArray[np.float64]
    high: NDArray[np.float64]
    facts: NDArray[np.intp]
    count: int


@dataclass(frozen=True, slots=True)
class Robustness:
    """Shares (N,) of ``samples`` weightings in which a column is first, in the first 3, first 10.

    ``leaders`` (L,) are the columns that are first at least once, ``central`` (L, K) the mean
    of the weights that make each of them first.
    """

    samples: int
    first: FloatArray
    top3: FloatArray
    top10: FloatArray
    leaders: NDArray[np.intp]
    central: FloatArray


@dataclass(frozen=True, slots=True)
class Loss:
    """Where the leader falls: ``criterion`` moved by ``change`` to ``weight`` lets ``column`` by.

    Weights are shares of 1; the others shrink or grow in proportion.
    """

    criterion: str
    change: float
    weight: float
    column: int


@dataclass(frozen=True, slots=True)
class FactGain:
    """What knowing a fact is worth: chances (0 to 1) that the first three, or the first, change."""

    fact: int
    gain: float
    first: float


@dataclass(frozen=True, slots=True)
class Answer:
    """One comparison of the interview: ``one`` counts ``times`` as much as ``other`` (1/9 to 9)."""

    one: str
    other: str
    times: float


@dataclass(frozen=True, slots=True)
class Interview:
    """What the answers say: weights (sum 1) and how far the answers contradict each other.

    ``ratio`` is None while no answer could contradict another; up to 0.1 is taken as consistent.
    ``oddest`` is the number of the answer that fits the others least, None where several fit
    them equally ill: the round of the first questions alone never tells.
    """

    weights: Mapping[str, float]
    ratio: float | None
    oddest: int | None


@dataclass(frozen=True, slots=True)
class FindOut:
    """A call or a visit worth making: ``fact`` of a site that nobody has told yet.

    ``fact``: venue (what the place charges), cost (the rest of the price), subsidy (what the city
    pays; ``policy_id`` names the item to ask for), inside (what can be shot inside; ``gain`` over
    fit), or the code of a criterion of the user's own. ``gain``, ``first``: chances (0 to 1) that
    knowing it changes the first three, or the first. ``way`` is call, visit or write; ``about``
    says what to ask, ``whom`` whom to ask, ``lifts`` what could come of it (None: nothing short).
    """

    site_id: str
    fact: str
    gain: float
    about: Reason
    whom: Reason
    first: float = 0.0
    city: str = ""
    way: str = "call"
    lifts: Reason | None = None
    policy_id: str | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """Between which weights (shares of 1) of ``criterion`` the leader stays first.

    ``now`` is its weight; the others keep their proportions. ``below`` and ``above`` are columns
    that take the lead beyond the ends, None where the end is that of the scale.
    """

    criterion: str
    now: float
    low: float
    high: float
    below: int | None = None
    above: int | None = None


@dataclass(frozen=True, slots=True)
class Second:
    """What another method makes of the same board: its first columns, and what it gets wrong."""

    method: Method
    first: tuple[int, ...]
    weakness: Reason


@dataclass(frozen=True, slots=True)
class Defence:
    """How firm the order of the sites is, what would cost the leader the lead, what to ask.

    Columns are those of ``Ranking.site_board``. ``robustness`` is over weightings and all that is
    not settled, ``as_known`` over weightings alone with every figure as counted; ``cities`` the
    same for ``Ranking.city_board``. ``near``: only weightings like the user's own were drawn.
    ``ranks`` (2, N): the ranks, from 1, between which a column stays in eight of ten draws of the
    open figures under the present weights, its rank as counted among them; 0 for one left out.
    ``fronts``: by criterion (fit, subsidy, uplift) the columns that no other beats both in it and
    in cost. ``done`` is False while more weightings are being drawn.
    """

    robustness: Robustness
    as_known: Robustness
    loss: Loss | None
    find_out: tuple[FindOut, ...]
    cities: Robustness | None = None
    near: bool = False
    holds: tuple[Hold, ...] = ()
    ranks: NDArray[np.intp] | None = None
    fronts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    methods: tuple[Second, ...] = ()
    done: bool = True
