"""Random histories of three to five packs, brought home in every order, against what must be.

What must be is reckoned another way than the program does it: everybody's edits carry the whole set
of edits their author had before the eyes, and an edit is out of date where somebody who had seen it
wrote the same field again. A question must be asked where what is left differs, nowhere else.
"""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from geo import edits as algebra
from geo.catalogue import Store, open_store
from geo.model import Kind, Site
from geo.model.field import SITE, Edit, FieldKey, Json
from geo.progress import finish

SITES, FIELDS = 3, ("ticket_cny", "notes_zh", "eras/ming", "hires/day")
PACKS = (3, 4, 5)
CLOCKS = ("2026-11-21T09:00+08:00", "1999-01-01T00:00+08:00", "2031-05-05T05:05+00:00", "")
"""Machines whose clocks are wrong; nothing may come of it."""


@dataclass
class Hands:
    """One copy of the data: the edits it holds, and what its author sees of each field."""

    name: str
    held: dict[str, Edit] = field(default_factory=dict)


@dataclass
class Told:
    """What a run of histories came to."""

    histories: int = 0
    orders: int = 0
    divergences: int = 0
    lost: int = 0
    false_questions: int = 0
    missed_questions: int = 0

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.divergences or self.lost or self.false_questions or self.missed_questions)


def value_of(rng: random.Random, name: str) -> Json:
    """A value that the field may hold; few of them, so that two people often say the same."""
    if name == "ticket_cny":
        return rng.choice((None, 10.0, 20.0, 30.0))
    if name == "eras/ming":
        return rng.choice((None, True))
    if name == "hires/day":
        amount = rng.choice((5000.0, 6000.0, 8000.0))
        told = {"amount": amount, "per": "day", "basis": "quoted", "who": "陆", "date": ""}
        return rng.choice((None, [{**told, "until": ""}]))
    return rng.choice((None, "潮湿", "临河", "要预约"))


def history(seed: int, packs: int) -> tuple[list[Hands], dict[str, frozenset[str]]]:
    """Packs made of one catalogue and worked in; some are copied on halfway, some come by another.

    Also, of each edit, the ids of all that its author had seen.
    """
    rng = random.Random(seed)
    copies = [Hands(f"pack{number}") for number in range(packs)]
    seen: dict[str, frozenset[str]] = {}
    for number in range(rng.randint(packs * 2, packs * 7)):
        mine = rng.choice(copies)
        if rng.random() < 0.2:
            other = rng.choice(copies)
            mine.held.update(other.held)
            continue
        name = rng.choice(FIELDS)
        key = FieldKey(SITE, f"torture-{rng.randrange(SITES)}", name)
        before = [one for one in mine.held.values() if one.key == key]
        parents = tuple(one.id for one in algebra.heads(before))
        one = Edit(
            f"{seed}-{number}",
            key,
            value_of(rng, name),
            algebra.standing(before, None),
            parents,
            mine.name,
            rng.choice(CLOCKS),
            mine.name,
        )
        seen[one.id] = frozenset(each.id for each in before)
        mine.held[one.id] = one
    return copies, seen


def must_be(
    every: Mapping[str, Edit], seen: Mapping[str, frozenset[str]]
) -> dict[FieldKey, set[str]]:
    """What is left of each field: the texts of the values that nobody who saw them replaced."""
    left: dict[FieldKey, set[str]] = {}
    for one in every.values():
        later = (other for other in every.values() if other.key == one.key)
        if not any(one.id in seen[other.id] for other in later):
            left.setdefault(one.key, set()).add(algebra.canonical(one.value))
    return left


def bare_store(folder: Path) -> Store:
    """A catalogue of a few places, nothing else."""
    seed = Path(__file__).resolve().parents[1] / "assets" / "catalogue"
    store = finish(open_store(folder / "catalogue.sqlite", seed))
    like = store.sites()[0]
    for number in range(SITES):
        bare = replace(
            like, id=f"torture-{number}", name_zh=f"{number}", kind=Kind.COMMUNITY, hires=(),
            eras=(), notes_zh=None, ticket_cny=None, photos=(),
        )  # fmt: skip
        store.save_site(bare)
    return store


def comes_to(store: Store) -> tuple[tuple[Site, ...], tuple[str, ...]]:
    """All that the catalogue says of the places, and which fields ask."""
    sites = tuple(store.site(f"torture-{number}") for number in range(SITES))
    asking = sorted(str(one[0]) for one in store.rivals())
    return sites, tuple(asking)


def orders(
    copies: Sequence[Hands], rng: random.Random, most: int
) -> Iterator[list[tuple[Edit, ...]]]:
    """The packs in every order (``most`` at random of many); some come twice, some in two parts."""
    every = list(itertools.permutations(copies))
    if len(every) > most:
        every = rng.sample(every, most)
    for order in every:
        parcels: list[tuple[Edit, ...]] = []
        for one in order:
            edits = list(one.held.values())
            rng.shuffle(edits)
            cut = rng.randint(0, len(edits))
            # half of it came, then the whole of it again
            parcels += [tuple(edits[:cut]), tuple(edits)] if rng.random() < 0.3 else [tuple(edits)]
        if rng.random() < 0.3:
            parcels.append(rng.choice(parcels))
        yield parcels


def run(histories: int, seed: int = 1, most: int = 120) -> Told:
    """Bring ``histories`` home in all orders (at most ``most``), each into its own catalogue."""
    told = Told()
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh"
        bare_store(fresh).close()
        model = (fresh / "catalogue.sqlite").read_bytes()
        for number in range(histories):
            copies, seen = history(seed * 100_000 + number, PACKS[number % len(PACKS)])
            every = {one.id: one for copy in copies for one in copy.held.values()}
            _bring_home(told, copies, every, seen, model, Path(folder), most)
            told.histories += 1
    return told


def _bring_home(
    told: Told,
    copies: Sequence[Hands],
    every: Mapping[str, Edit],
    seen: Mapping[str, frozenset[str]],
    model: bytes,
    folder: Path,
    most: int,
) -> None:
    left = must_be(every, seen)
    questions = {str(key) for key, values in left.items() if len(values) > 1}
    first: tuple[tuple[Site, ...], tuple[str, ...]] | None = None
    rng = random.Random(len(every))
    for number, parcels in enumerate(orders(copies, rng, most)):
        home = folder / f"home-{told.histories}-{number}"
        home.mkdir()
        (home / "catalogue.sqlite").write_bytes(model)
        seed = Path(__file__).resolve().parents[1] / "assets" / "catalogue"
        store = finish(open_store(home / "catalogue.sqlite", seed))
        for parcel in parcels:
            store.take_edits(parcel)
        found = comes_to(store)
        held = {one.id for one in store.edits()}
        told.orders += 1
        told.lost += len(set(every) - held)
        told.false_questions += len(set(found[1]) - questions)
        told.missed_questions += len(questions - set(found[1]))
        first = found if first is None else first
        told.divergences += found != first
        store.close()
