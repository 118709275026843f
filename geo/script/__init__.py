"""Read: script files of many shapes into scenes, sets and what each scene needs.

A module is loaded when something of it is first asked for: the grammar alone takes a quarter of a
second, and a window that opens reads no script yet.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geo.script.breakdown.learning import learn_word
    from geo.script.breakdown.length import total_seconds
    from geo.script.breakdown.sets import group_sets
    from geo.script.breakdown.vocabulary import load_vocabulary
    from geo.script.document import dump_script, restore_script, script_to_json
    from geo.script.drafts.comparing import (
        carry_over,
        compare_drafts,
        lock_numbers,
        take_draft,
        unlock_numbers,
    )
    from geo.script.drafts.lines import hand_tags
    from geo.script.edits import (
        add_scene,
        change_scene,
        merge_sets,
        remove_scene,
        rename,
        rename_set,
        settle,
        split_set,
    )
    from geo.script.grammar.habits import Habit, add_habit, habit_of, load_habits, save_habits
    from geo.script.grammar.shapes import lines_like
    from geo.script.questions import question_key
    from geo.script.reader import read_script
    from geo.script.requests.reading import read_request, request_facts, request_script
    from geo.script.retagging import retag
    from geo.script.text.fold import fold

__all__ = [
    "Habit",
    "add_habit",
    "add_scene",
    "carry_over",
    "change_scene",
    "compare_drafts",
    "dump_script",
    "fold",
    "group_sets",
    "habit_of",
    "hand_tags",
    "learn_word",
    "lines_like",
    "load_habits",
    "load_vocabulary",
    "lock_numbers",
    "merge_sets",
    "question_key",
    "read_request",
    "read_script",
    "remove_scene",
    "rename",
    "rename_set",
    "request_facts",
    "request_script",
    "restore_script",
    "retag",
    "save_habits",
    "script_to_json",
    "settle",
    "split_set",
    "take_draft",
    "total_seconds",
    "unlock_numbers",
]

_HOMES = {
    "geo.script.breakdown.learning": ("learn_word",),
    "geo.script.breakdown.length": ("total_seconds",),
    "geo.script.breakdown.sets": ("group_sets",),
    "geo.script.breakdown.vocabulary": ("load_vocabulary",),
    "geo.script.document": (
        "dump_script",
        "restore_script",
        "script_to_json",
    ),
    "geo.script.drafts.comparing": (
        "carry_over",
        "compare_drafts",
        "lock_numbers",
        "take_draft",
        "unlock_numbers",
    ),
    "geo.script.drafts.lines": ("hand_tags",),
    "geo.script.edits": (
        "add_scene",
        "change_scene",
        "merge_sets",
        "remove_scene",
        "rename",
        "rename_set",
        "settle",
        "split_set",
    ),
    "geo.script.grammar.habits": (
        "Habit",
        "add_habit",
        "habit_of",
        "load_habits",
        "save_habits",
    ),
    "geo.script.grammar.shapes": ("lines_like",),
    "geo.script.questions": ("question_key",),
    "geo.script.reader": ("read_script",),
    "geo.script.requests.reading": (
        "read_request",
        "request_facts",
        "request_script",
    ),
    "geo.script.retagging": ("retag",),
    "geo.script.text.fold": ("fold",),
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What ``name`` is; its module is loaded now."""
        for module, names in _HOMES.items():
            if name in names:
                return getattr(import_module(module), name)
        raise AttributeError(name)
