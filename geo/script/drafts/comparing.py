"""From draft to draft: what became of each scene, and every decision carried over.

Scenes keep the id they had; what hangs on it (decisions, sets, answers) stays with them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from geo.model import DraftChanges, Fate, Scene, SceneChange, Script, ScriptWarning
from geo.script.drafts.carrying import TO_CHECK, carry, interleave, put_aside
from geo.script.drafts.fields import asked_again, differences
from geo.script.drafts.matching import match
from geo.script.drafts.numbers import number_locked
from geo.script.drafts.words import Key, Words, words_of
from geo.script.questions import question_key

HEADING = frozenset({"place", "time", "int_ext"})


def compare_drafts(old: Script, new: Script) -> DraftChanges:
    """What became of each scene of ``old`` in ``new``, in the order of ``new``.

    A scene is MOVED when it left the order that most scenes keep (it may have changed too, see
    ``what``), and SAME when at most its number differs: what is inserted before it is no change of
    its own. Scenes made by hand are in no draft: each is SAME, without a new id. A scene omitted
    already is told only when the new draft plays it: it is NEW and has an old id; one that the new
    draft itself calls omitted is OMITTED and has a new id.
    """
    mine, yours = _words(old, new)
    found = match(mine, yours, by_number=old.locked)
    changes = {
        yours[j].scene.id: _change(mine[i], yours[j], (i, j) in found.steady, old.locked)
        for i, j in found.pairs
    }
    paired = {mine[i].scene.id for i, _ in found.pairs}
    kept = [changes.get(scene.id) or _unpaired(scene) for scene in new.scenes]
    gone = [
        SceneChange(Fate.SAME if scene.by_hand else Fate.OMITTED, scene.id, None)
        for scene in old.scenes
        if scene.id not in paired and (scene.by_hand or not scene.omitted)
    ]
    order = [scene.id for scene in old.scenes]
    trusted = {mine[i].scene.id for i, _ in found.steady}
    return DraftChanges(interleave(order, trusted, kept, gone, lambda one: one.old or ""))


def take_draft(old: Script, new: Script, changes: DraftChanges) -> Script:
    """``new`` as the next draft of ``old``, with every decision made on the scenes it still has.

    ``changes`` is what ``compare_drafts`` found. Scenes made by hand stay where they stood. With
    ``old.locked`` scenes keep their numbers, new ones are numbered in between (3A), and omitted
    ones stay without needs; else numbers are those of ``new`` and omitted scenes go. Decisions
    whose ground has changed are asked about (``decision_to_check``).
    """
    pairs = {change.new: change.old for change in changes.changes if change.new and change.old}
    paired = set(pairs.values())
    steady = {
        change.old for change in changes.changes if change.old and change.fate is not Fate.MOVED
    }
    staying = [
        scene if scene.by_hand or scene.omitted else put_aside(scene)
        for scene in old.scenes
        if scene.id not in paired and (scene.by_hand or old.locked)
    ]
    script = carry(old, new, pairs, steady & paired, staying)
    if old.locked:
        still = steady | {scene.id for scene in staying}
        script = replace(script, scenes=number_locked(script.scenes, _numbers(old), still))
    return _ask(replace(script, draft=old.draft + 1), changes)


def carry_over(old: Script, new: Script) -> Script:
    """``new``, another reading of the text of ``old``, with all that was decided on ``old``.

    Scenes are the same when their headings stand on the same line, else when they share most
    lines. Scenes made by hand and omitted ones stay where they stood; draft and title stay.
    """
    pairs = _by_lines(old, new) if _same_text(old, new) else _by_words(old, new)
    paired = set(pairs.values())
    staying = [
        scene for scene in old.scenes if scene.id not in paired and (scene.by_hand or scene.omitted)
    ]
    return carry(old, new, pairs, paired, staying)


def lock_numbers(script: Script) -> Script:
    """``script`` with the numbers of its scenes kept from draft to draft.

    Scenes without a number are given one: 1, 2, 3 when none has one, else between the others.
    """
    return replace(
        script,
        locked=True,
        scenes=number_locked(script.scenes, _numbers(script), {one.id for one in script.scenes}),
    )


def unlock_numbers(script: Script) -> Script:
    """``script`` whose next draft numbers its scenes afresh; numbers stay until then."""
    return replace(script, locked=False)


def _words(old: Script, new: Script) -> tuple[list[Words], list[Words]]:
    """The words of both drafts; without any text when one of them is kept without its lines."""
    text = bool(old.lines and new.lines)
    return words_of(old, text=text), words_of(new, text=text)


def _change(one: Words, other: Words, steady: bool, locked: bool) -> SceneChange:
    was, now = one.scene, other.scene
    if one.gone or other.gone:
        fate = Fate.SAME if one.gone and other.gone else Fate.NEW if one.gone else Fate.OMITTED
        return SceneChange(fate, was.id, now.id)
    what = differences(one, other)
    if locked:
        what = tuple(name for name in what if name != "number")
    asked = asked_again(one, other, what)
    # the heading changed, in nothing but what was decided
    if not HEADING & set(what):
        what += tuple(name for name in asked if name in HEADING)
    changed = Fate.CHANGED if set(what) - {"number"} else Fate.SAME
    kept = tuple(name for name in was.edited if name not in asked)
    return SceneChange(changed if steady else Fate.MOVED, was.id, now.id, what, kept, asked)


def _unpaired(scene: Scene) -> SceneChange:
    return SceneChange(Fate.OMITTED if scene.omitted else Fate.NEW, None, scene.id)


def _ask(script: Script, changes: DraftChanges) -> Script:
    """``script`` with a question for each decision to look at again, asked before or not."""
    lines = {scene.id: scene.line for scene in script.scenes}
    asked = [
        ScriptWarning(lines[change.old], TO_CHECK, {"scene": change.old, "field": name})
        for change in changes.changes
        for name in change.asked
        if change.old
    ]
    keys = {question_key(warning, script) for warning in asked}
    open_still = [one for one in script.warnings if question_key(one, script) not in keys]
    return replace(
        script,
        warnings=tuple(sorted((*open_still, *asked), key=lambda warning: warning.line)),
        settled=tuple(key for key in script.settled if key not in keys),
    )


def _numbers(script: Script) -> dict[str, Key]:
    return {scene.id: (scene.episode, scene.number, scene.suffix) for scene in script.scenes}


def _same_text(old: Script, new: Script) -> bool:
    return [line.text for line in old.lines] == [line.text for line in new.lines]


def _by_words(old: Script, new: Script) -> dict[str, str]:
    mine, yours = _words(old, new)
    found = match(mine, yours, by_number=old.locked)
    return {yours[j].scene.id: mine[i].scene.id for i, j in found.pairs}


def _by_lines(old: Script, new: Script) -> dict[str, str]:
    """The old id of each new scene, by the line of its heading, else by the lines they share."""
    stood = {line.number: line.scene for line in old.lines}
    headed = {scene.line: scene.id for scene in old.scenes if stood.get(scene.line) == scene.id}
    pairs = {scene.id: headed[scene.line] for scene in new.scenes if scene.line in headed}
    taken = set(pairs.values())
    shared: Counter[tuple[str, str]] = Counter()
    for line in new.lines:
        was = stood.get(line.number, "")
        if line.scene and was and line.scene not in pairs and was not in taken:
            shared[line.scene, was] += 1
    for (now, was), _ in shared.most_common():
        if now not in pairs and was not in taken:
            pairs[now] = was
            taken.add(was)
    return pairs
