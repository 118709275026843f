"""The demand corpus: the samples, every script opened here, and titles made up from a mix.

Of an opened script only what a place is matched by is kept: no line of it, no name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.actions.hosting.mix import (
    DemandRules,
    checked_genres,
    demand_rules,
    genre_row,
    made_titles,
    read_genre,
)
from geo.actions.scripts import read_script
from geo.actions.workspace import Workspace, samples
from geo.errors import FactsError
from geo.model import CultureNeed, DayPart, Flag, IntExt, Need, Scene, Script, ScriptSet
from geo.model.hosting import Demand, DemandTitle, Genre, Origin
from geo.progress import Job, Step, finish

KIND, GENRES, MIX = "demand", "genres", "mix"
DROPPED = "demand_dropped"
SAMPLE = "sample."
SCRIPTS_PER_STEP = 4
MOSTLY = 0.8
"""Share of headings by which a script put right is still the same script."""


def demand(ws: Workspace) -> Job[Demand]:
    """The corpus: samples, scripts opened here, titles made up from the genre mix.

    A sample that was opened counts once, as the sample it is; another script of its name stands
    for it. Raises FactsError("demand_broken").
    """
    yield Step("demand")
    rules = demand_rules(ws.assets)
    opened = yield from _opened(ws, rules)
    found: list[DemandTitle] = []
    for sample in samples(ws):
        yield Step("demand")
        script = _sample(ws.assets, sample.path, ws)
        same = next((one for one in opened if one.title == script.title), None)
        if same is not None and _is_the_sample(same.script, script):
            # nobody came with it: it is no more than a sample, with what was put right in it
            opened.remove(same)
            script, same = same.script, None
        if same is None:
            weight = rules.values["sample"]
            found.append(
                DemandTitle(SAMPLE + sample.id, script.title, Origin.SAMPLE, script, weight)
            )
    yield Step("demand")
    own = _own_genres(ws)
    genres = own or rules.genres
    titles = (*found, *opened, *made_titles(genres, rules, ws.vocabulary))
    out = frozenset(
        key for key, kept in ws.store.records(DROPPED).items() if kept.get("dropped") is True
    )
    return Demand(
        tuple(one for one in titles if one.id not in out),
        genres,
        bool(own),
        tuple(one.id for one in titles if one.id in out),
        tuple(one for one in titles if one.id in out),
    )


def note_script(ws: Workspace, script: Script) -> None:
    """Keep an opened script in the corpus; another draft of it takes its place.

    Does nothing where the catalogue can only be read, or where the script has no scene.
    """
    if ws.store.why_read_only is None and script.played:
        ws.store.keep_record(KIND, _id_of(script.title), _kept(script))


def drop_title(ws: Workspace, title_id: str, *, dropped: bool = True) -> None:
    """Leave a title out of the corpus, or take it back. Raises CatalogueError."""
    ws.store.save_record(DROPPED, title_id, {"dropped": dropped})


def save_genres(ws: Workspace, genres: Sequence[Genre] | None) -> None:
    """Keep the user's own genre mix; None: what ships stands again.

    Raises FactsError genres_none, genres_twice, genre_share, genre_scenes, genre_words or
    genre_needs, and CatalogueError.
    """
    rows = [] if genres is None else checked_genres(genres, ws.vocabulary)
    ws.store.save_record(GENRES, MIX, {"genres": [genre_row(one) for one in rows]})


def _own_genres(ws: Workspace) -> tuple[Genre, ...]:
    """The user's own mix; a kept one that cannot be read, or cannot be, is none."""
    kept = ws.store.records(GENRES).get(MIX, {})
    try:
        own = [read_genre(row) for row in kept.get("genres", ())]
        return checked_genres(own, ws.vocabulary) if own else ()
    except (KeyError, TypeError, ValueError, AttributeError, FactsError):
        return ()


@lru_cache(maxsize=16)
def _read(assets: Path, path: Path, changed: int) -> list[Script]:
    """Where a sample once read is kept; a file that has changed is another."""
    return []


def _sample(assets: Path, path: Path, ws: Workspace) -> Script:
    kept = _read(assets, path, path.stat().st_mtime_ns)
    if not kept:
        kept.append(finish(read_script(ws, path)))
    return kept[0]


def _id_of(title: str) -> str:
    return "opened." + hashlib.sha256(title.encode()).hexdigest()[:16]


def _opened(ws: Workspace, rules: DemandRules) -> Job[list[DemandTitle]]:
    weight, found = rules.values["opened"], []
    for number, (key, kept) in enumerate(ws.store.records(KIND).items()):
        if number % SCRIPTS_PER_STEP == 0:
            yield Step("demand")
        script = _script(kept)
        if script is not None:
            found.append(DemandTitle(key, script.title, Origin.OPENED, script, weight))
    return found


def _is_the_sample(opened: Script, sample: Script) -> bool:
    """Whether what was opened under the name of a sample is the sample, as read or put right."""
    mine, theirs = ([(one.int_ext, one.time) for one in of.played] for of in (opened, sample))
    same = sum(one == other for one, other in zip(mine, theirs, strict=False))
    return len(mine) == len(theirs) and same >= MOSTLY * len(theirs)


def _kept(script: Script) -> dict[str, Any]:
    """What is kept of a script."""
    return {"title": script.title, "draft": script.draft, "scenes": [*map(_row, script.played)]}


def _row(scene: Scene) -> dict[str, Any]:
    return {
        "id": scene.id,
        "int_ext": None if scene.int_ext is None else scene.int_ext.value,
        "time": None if scene.time is None else scene.time.value,
        "era": scene.era,
        "cast": len(scene.cast),
        "eighths": scene.length_eighths,
        "needs": [[need.scene_type, need.confidence] for need in scene.needs],
        "culture": [need.term for need in scene.culture],
        "flags": [[flag.code, flag.count] for flag in scene.flags],
    }


def _script(kept: Mapping[str, Any]) -> Script | None:
    """A script as kept; None where the record cannot be read."""
    try:
        scenes = tuple(map(_scene, kept["scenes"]))
        title, draft = str(kept["title"]), int(kept["draft"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    by_type: dict[str, list[str]] = {}
    for one in scenes:
        by_type.setdefault(one.place, []).append(one.id)
    sets = tuple(ScriptSet(code, code, tuple(ids)) for code, ids in by_type.items() if code)
    return Script(title, scenes, sets, draft=draft)


def _scene(row: Mapping[str, Any]) -> Scene:
    needs = tuple(Need(str(code), float(sure)) for code, sure in row["needs"])
    surest = max(needs, key=lambda one: one.confidence, default=None)
    return Scene(
        str(row["id"]),
        None,
        None,
        None if row["int_ext"] is None else IntExt(row["int_ext"]),
        None if row["time"] is None else DayPart(row["time"]),
        "" if surest is None else surest.scene_type,
        None if row["era"] is None else str(row["era"]),
        # who plays is nobody's business here, how many is
        ("",) * int(row["cast"]),
        int(row["eighths"]),
        needs,
        tuple(CultureNeed(str(term)) for term in row["culture"]),
        flags=tuple(
            Flag(str(code), (), None if count is None else int(count))
            for code, count in row["flags"]
        ),
    )
