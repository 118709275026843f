"""What a user can ask for: one function each, the same for the window and the command line.

The only package that joins rooms. Slow actions are jobs (generators of steps); the rest answer
at once.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from geo.actions.documents import read_facts
from geo.actions.exports import export_map, export_ranking
from geo.actions.places import (
    add_photos,
    import_sites,
    list_sites,
    retire_site,
    save_site,
    settle_site,
)
from geo.actions.policies import list_policies
from geo.actions.projects import load_project, save_project
from geo.actions.ranking import FOUR_CITIES, rank, reweight
from geo.actions.workspace import (
    Workspace,
    divisions,
    load_basemap,
    locate,
    open_workspace,
    samples,
)

if TYPE_CHECKING:
    from geo.actions.scripts import (
        export_breakdown,
        learn_place,
        prepare_reading,
        read_request,
        read_script,
        retag,
    )
    from geo.script import (
        add_scene,
        change_scene,
        compare_drafts,
        lines_like,
        lock_numbers,
        merge_sets,
        question_key,
        remove_scene,
        rename_set,
        request_facts,
        request_script,
        settle,
        split_set,
        take_draft,
        unlock_numbers,
    )

__all__ = [
    "FOUR_CITIES",
    "Workspace",
    "add_photos",
    "add_scene",
    "change_scene",
    "compare_drafts",
    "divisions",
    "export_breakdown",
    "export_map",
    "export_ranking",
    "import_sites",
    "learn_place",
    "lines_like",
    "list_policies",
    "list_sites",
    "load_basemap",
    "load_project",
    "locate",
    "lock_numbers",
    "merge_sets",
    "open_workspace",
    "prepare_reading",
    "question_key",
    "rank",
    "read_facts",
    "read_request",
    "read_script",
    "remove_scene",
    "rename_set",
    "request_facts",
    "request_script",
    "retag",
    "retire_site",
    "reweight",
    "samples",
    "save_project",
    "save_site",
    "settle",
    "settle_site",
    "split_set",
    "take_draft",
    "unlock_numbers",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What works on scripts: loaded when first asked for, not while the window opens."""
        if name not in __all__:
            raise AttributeError(name)
        own = import_module("geo.actions.scripts")
        return getattr(own if hasattr(own, name) else import_module("geo.script"), name)
