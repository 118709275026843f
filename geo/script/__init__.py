"""Read: script files of many shapes into scenes, sets and what each scene needs."""

from __future__ import annotations

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

__all__ = [
    "Habit",
    "add_habit",
    "add_scene",
    "carry_over",
    "change_scene",
    "compare_drafts",
    "dump_script",
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
