"""Read: script files of many shapes into scenes, sets and what each scene needs."""

from __future__ import annotations

from geo.script.document import dump_script, restore_script, script_to_json
from geo.script.edits import add_scene, change_scene, merge_sets, remove_scene, rename
from geo.script.reader import read_script
from geo.script.sets import group_sets
from geo.script.vocabulary import load_vocabulary

__all__ = [
    "add_scene",
    "change_scene",
    "dump_script",
    "group_sets",
    "load_vocabulary",
    "merge_sets",
    "read_script",
    "remove_scene",
    "rename",
    "restore_script",
    "script_to_json",
]
