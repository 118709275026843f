"""Finding places: the filter by distance at growing sizes, and one query per keystroke."""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import numpy as np

from bench.timing import milliseconds
from geo.catalogue import all_divisions, load_english_names, read_seed
from geo.catalogue.near import Spots
from geo.catalogue.search import Index, Place, answer, build_index, load_search_rules
from geo.match import Likeness
from geo.model import Site, Vocabulary
from geo.progress import finish
from geo.script import fold, load_vocabulary

SIZES = (1_000, 10_000, 100_000, 1_000_000)
RADII_KM = (30, 300)
SUZHOU = (31.3, 120.6)
CATALOGUES = (0, 100_000)
TYPED = (
    "同里30公里内的水乡",
    "suzhou garden",
    "pingjianglu",
    "绍兴 国保 老宅",
    "30分钟内 同里",
    "szyl",
    "xyzabc",
)


def spatial(size: int) -> None:
    """Print the filter by distance for points all over the country."""
    dice = np.random.default_rng(size)
    lat, lon = dice.uniform(20, 45, size), dice.uniform(98, 123, size)
    both = np.stack([lat, lon])
    read, _ = milliseconds(lambda: both.sum(), 20)
    spots = Spots(lat, lon)
    for km in RADII_KM:
        rows, _ = spots.within(*SUZHOU, km)
        taken, _ = milliseconds(lambda km=km: spots.within(*SUZHOU, km), 20)
        print(
            f"  {size:>9,} sites, within {km:>3} km: {len(rows):>6,} found"
            f" {taken:10.3f} ms  x{taken / read:<8.2f} of one numpy.sum ({read:.3f} ms)"
        )


def generated(sites: tuple[Site, ...], size: int) -> tuple[Site, ...]:
    """The shipped sites, and others made of their names, up to ``size``."""
    dice = random.Random(5)
    signs = sorted({sign for site in sites for sign in site.name_zh if "一" <= sign <= "鿿"})
    made = list(sites)
    while len(made) < size:
        site = sites[len(made) % len(sites)]
        name = "".join(dice.choices(signs, k=2)) + site.name_zh[: dice.randint(2, 9)]
        lat, lon = site.lat + dice.uniform(-2, 2), site.lon + dice.uniform(-2, 2)
        made.append(replace(site, id=f"{site.id}-{len(made)}", name_zh=name, lat=lat, lon=lon))
    return tuple(made)


def index_of(assets: Path, sites: tuple[Site, ...], vocabulary: Vocabulary) -> Index:
    """The index of ``sites``, with the words that ship."""
    rules = load_search_rules(assets / "search.yaml")
    english = load_english_names(assets / "basemap")
    return finish(build_index(sites, rules, vocabulary, all_divisions(), english, fold))


def typing(assets: Path, size: int) -> None:
    """Print what it takes to answer at every keystroke of some queries."""
    shipped = read_seed(assets / "catalogue")
    sites = generated(shipped, size)
    vocabulary = load_vocabulary(assets / "vocabulary")
    start = time.perf_counter()
    index = index_of(assets, sites, vocabulary)
    print(f"  {len(sites):,} sites: index built in {time.perf_counter() - start:.2f} s")
    home = Place("苏州", "Suzhou", SUZHOU, names=("苏州",))
    taken = []
    for query in TYPED:
        for typed in accumulate(query):
            start = time.perf_counter()
            answer(index, typed, home, lambda _: ()).hits[:12]
            taken.append((time.perf_counter() - start) * 1000)
    print(
        f"    {len(taken)} keystrokes: median {statistics.median(taken):.1f} ms,"
        f" slowest {max(taken):.1f} ms"
    )
    likeness = Likeness(sites, vocabulary)
    median, _ = milliseconds(lambda: likeness.like(sites[0], 12), 5)
    print(f"    places alike: {median:.1f} ms")


def run(assets: Path) -> None:
    """Print all of it."""
    print("finding places")
    for size in SIZES:
        spatial(size)
    for size in CATALOGUES:
        typing(assets, size)


if __name__ == "__main__":
    run(Path(__file__).resolve().parents[1] / "assets")
