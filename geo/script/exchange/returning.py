"""A breakdown of ours that comes back: what was kept in it, and which cells people changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from geo.model import Scene, Script, ScriptSet, ScriptWarning, Vocabulary
from geo.script.breakdown.sets import free_set_id, place_key
from geo.script.edits import add_scene, change_scene, remove_scene
from geo.script.exchange.answers import Answers, UnreadError
from geo.script.exchange.columns import COLUMNS, ID, Row, as_text, changed, set_names
from geo.script.exchange.parcel import Parcel

LONGEST_TOLD = 40
# without any of these a row is no scene
OF_A_SCENE = ("number", "place", "set", "time", "int_ext", "cast", "content")


def named_rows(cells: Sequence[Sequence[object]], parcel: Parcel) -> list[Row] | None:
    """Rows by column: the first of ``cells`` that bears our headings tells where each stands.

    None where no row does.
    """
    heads = {as_text(head): key for head, key in parcel.heads.items()}
    for at, row in enumerate(cells):
        texts = enumerate(map(as_text, row))
        columns = {index: heads[text] for index, text in texts if text in heads}
        if ID in columns.values():
            return [
                {key: _value(row[index]) for index, key in columns.items() if index < len(row)}
                for row in cells[at + 1 :]
            ]
    return None


def _value(cell: object) -> str | int | float | None:
    if cell is None or isinstance(cell, bool):
        return None if cell is None else str(cell)
    return cell if isinstance(cell, str | int | float) else str(cell)


def taken_back(
    parcel: Parcel,
    rows: Sequence[Row],
    vocabulary: Vocabulary,
    columns: Sequence[str] = tuple(COLUMNS),
) -> Script:
    """The kept script with what the rows say now: a changed cell wins, a row that is gone is gone.

    A cell that cannot be understood changes nothing and is told (``cell_unread``).
    """
    script = parcel.script
    ids = {scene.id for scene in script.scenes}
    seen: dict[str, Row] = {}
    added: list[tuple[int, Row]] = []
    for row in rows:
        key = as_text(row.get(ID))
        if key in ids and key not in seen:
            seen[key] = row
        elif any(as_text(row.get(column)) for column in OF_A_SCENE):
            added.append((len(seen) + len(added), row))
    for scene in parcel.script.scenes:
        if scene.id not in seen:
            script = remove_scene(script, scene.id)
    answers = Answers(vocabulary, parcel.words)
    kept = {scene.id: scene for scene in script.scenes}
    for key, row in seen.items():
        wanted = changed(row, parcel.shown.get(key, ""), columns) - {"set"}
        script = _changed(script, kept[key], row, wanted, answers)
    order = list(seen)
    for at, row in added:
        script, key = _with_new(script, row, answers)
        order.insert(at, key)
        seen[key] = row
    script = _in_order(script, order)
    moved = [
        key
        for key, row in seen.items()
        if "set" in changed(row, parcel.shown.get(key, ""), columns) and as_text(row.get("set"))
    ]
    return _moved(script, {key: as_text(seen[key]["set"]) for key in moved})


def _changed(script: Script, scene: Scene, row: Row, columns: set[str], answers: Answers) -> Script:
    changes, unread = _answers(scene, row, columns, answers)
    if changes:
        script = change_scene(script, scene.id, answers.vocabulary, **changes)
    return _told(script, scene, unread)


def _answers(
    scene: Scene, row: Row, columns: set[str], answers: Answers
) -> tuple[dict[str, Any], list[str]]:
    """Fields that differ from ``scene``, and the texts nobody understood."""
    before, unread = scene, []
    for column in COLUMNS:
        if column not in columns:
            continue
        try:
            scene = replace(scene, **answers.read(column, row.get(column), scene))
        except UnreadError:
            unread.append(as_text(row.get(column)))
    names = ("episode", "number", "suffix", "time", "int_ext", "place", "era", "length_eighths",
             "screen", "cast", "needs", "culture", "flags", "details", "omitted")  # fmt: skip
    now = {name: getattr(scene, name) for name in names}
    return {name: one for name, one in now.items() if one != getattr(before, name)}, unread


def _told(script: Script, scene: Scene, unread: Sequence[str]) -> Script:
    warnings = tuple(
        ScriptWarning(scene.line, "cell_unread", {"scene": scene.id, "text": text[:LONGEST_TOLD]})
        for text in unread
    )
    return replace(script, warnings=(*script.warnings, *warnings)) if warnings else script


def _with_new(script: Script, row: Row, answers: Answers) -> tuple[Script, str]:
    """A row that somebody wrote, as a scene by hand."""
    blank = Scene("", None, None, None, None, "")
    filled = {column for column in COLUMNS if as_text(row.get(column))} - {"set"}
    values, unread = _answers(blank, row, filled, answers)
    if not values.get("place") and as_text(row.get("set")):
        values["place"] = as_text(row["set"])
    known = {scene.id for scene in script.scenes}
    script = add_scene(script, **values)
    made = next(scene for scene in script.scenes if scene.id not in known)
    return _told(script, made, unread), made.id


def _in_order(script: Script, order: Sequence[str]) -> Script:
    if [scene.id for scene in script.scenes] == order:
        return script
    place = {key: at for at, key in enumerate(order)}
    scenes = tuple(sorted(script.scenes, key=lambda scene: place[scene.id]))
    sets = tuple(
        replace(one, scenes=tuple(sorted(one.scenes, key=lambda key: place[key])))
        for one in script.sets
    )
    return replace(script, scenes=scenes, sets=sets)


def _moved(script: Script, wanted: Mapping[str, str]) -> Script:
    """``script`` with scenes in the sets that are named for them, new ones where need be."""
    names = set_names(script)
    wanted = {key: name for key, name in wanted.items() if names.get(key) != name}
    if not wanted:
        return script
    sets = list(script.sets)
    by_name = {place_key(one.name): one.id for one in reversed(sets)}
    members = {one.id: [key for key in one.scenes if key not in wanted] for one in sets}
    for scene in script.scenes:
        name = wanted.get(scene.id)
        if name is None:
            continue
        key = place_key(name)
        if key not in by_name:
            made = ScriptSet(free_set_id(sets), name, ())
            sets.append(made)
            by_name[key], members[made.id] = made.id, []
        members[by_name[key]].append(scene.id)
    place = {scene.id: at for at, scene in enumerate(script.scenes)}
    filled = (
        replace(one, scenes=tuple(sorted(members[one.id], key=lambda key: place[key])))
        for one in sets
    )
    return replace(script, sets=tuple(one for one in filled if one.scenes))
