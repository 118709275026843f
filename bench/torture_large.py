"""10,000 edits, a tenth of them questions, taken in on 100,000 places: seconds and memory.

Each part is a process of its own, so that the memory of one is not told for that of another.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from bench.generated import made_sites
from bench.torture_odd import in_child
from geo.catalogue import Store, open_store, read_seed
from geo.catalogue.records import record_of
from geo.model.field import SITE, Edit, FieldKey, Json
from geo.progress import finish

ASSETS = Path(__file__).resolve().parents[1] / "assets" / "catalogue"
EDITS, MANY = 10_000, 100_000
ASKED = EDITS // 10
STEP = 11  # places between two that are edited
PARTS, PER_PART = 20, MANY // 20


def tell_large() -> bool:
    """Take them in; whether every one of them is there and those that must be are asked."""
    folder = Path(tempfile.mkdtemp())
    try:
        began = monotonic()
        made = in_child(lambda: _build(folder))
        built = monotonic() - began
        told = in_child(lambda: _measure(folder))
    finally:
        shutil.rmtree(folder)
    if made or not told.startswith("{"):
        print(f"a large merge: {made or told}")
        return False
    found = json.loads(told)
    print(
        f"{EDITS} edits on {MANY} places: {found['taken']:.1f} s ({found['cpu']:.1f} s of one "
        f"processor), again: {found['again']:.1f} s, {found['questions']} questions found in "
        f"{found['asked']:.2f} s, peak {found['peak']:.0f} MB ({found['before']:.0f} before); "
        f"the places were made in {built:.0f} s"
    )
    wrong = [one for one in ("lost", "crooked", "twice") if found[one]]
    if wrong or found["questions"] != ASKED:
        print(f"  wrong: {', '.join(f'{one} {found[one]}' for one in (*wrong, 'questions'))}")
        return False
    return True


def large_edits() -> list[Edit]:
    """Edits of several fields; the last tenth says something else than the first, unseen."""
    return list(_edits())


def _edits() -> Iterator[Edit]:
    for number in range(EDITS):
        at = number % (EDITS - ASKED)
        name, value = _field(at, number)
        key = FieldKey(SITE, f"made-{at * STEP}", name)
        yield Edit(f"large-{number}", key, value, who=f"手{number % 5}", pack=f"p{number % 5}")


def _field(at: int, number: int) -> tuple[str, Json]:
    price = {"amount": 1000.0 + number, "per": "day", "basis": "published", "who": ""}
    values: tuple[tuple[str, Json], ...] = (
        ("ticket_cny", float(number)),
        ("notes_zh", f"看过了 {number}"),
        ("hires/day", [{**price, "date": "", "until": ""}]),
        ("eras/ming", True if number < EDITS - ASKED else None),
    )
    return values[at % len(values)]


def _build(folder: Path) -> str:
    """A catalogue of 100,000 places like those that ship, as if they all did."""
    seed = folder / "seed"
    shutil.copytree(ASSETS, seed)
    places = made_sites(read_seed(ASSETS), MANY)
    for part in range(PARTS):
        some = places[part * PER_PART : (part + 1) * PER_PART]
        content = {"schema": 1, "sites": [record_of(one) for one in some]}
        text = json.dumps(content, ensure_ascii=False)
        (seed / "sites" / f"made{part:02}.json").write_text(text, encoding="utf-8")
    _opened(folder).close()
    return ""


def _opened(folder: Path) -> Store:
    return finish(open_store(folder / "catalogue.sqlite", folder / "seed", copies=False))


def _measure(folder: Path) -> str:
    store, edits = _opened(folder), large_edits()
    before = _peak()
    began, busy = monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
    store.take_edits(edits)
    taken = monotonic() - began
    cpu, peak = resource.getrusage(resource.RUSAGE_SELF).ru_utime - busy, _peak()
    began = monotonic()
    questions = len(store.rivals())
    asked = monotonic() - began
    began = monotonic()
    twice = store.take_edits(edits).new
    again = monotonic() - began
    held = {one.id: one for one in store.edits()}
    found = {
        "before": before,
        "taken": taken,
        "cpu": cpu,
        "peak": peak,
        "questions": questions,
        "asked": asked,
        "twice": twice,
        "again": again,
        "lost": sum(held.get(one.id) != one for one in edits),
        "crooked": len(store.disagreeing()),
    }
    store.close()
    return json.dumps(found)


def _peak() -> float:
    """The most memory this process ever had, MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
