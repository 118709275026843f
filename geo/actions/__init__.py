"""What a user can ask for: one function each, the same for the window and the command line.

The only package that joins rooms. Slow actions are jobs (generators of steps); the rest answer
at once.
"""

from __future__ import annotations

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
from geo.actions.ranking import FOUR_CITIES, rank, reweight
from geo.actions.scripts import load_project, read_script, save_project
from geo.actions.workspace import (
    Workspace,
    divisions,
    load_basemap,
    locate,
    open_workspace,
    samples,
)
from geo.script import add_scene, change_scene, merge_sets, remove_scene

__all__ = [
    "FOUR_CITIES",
    "Workspace",
    "add_photos",
    "add_scene",
    "change_scene",
    "divisions",
    "export_map",
    "export_ranking",
    "import_sites",
    "list_policies",
    "list_sites",
    "load_basemap",
    "load_project",
    "locate",
    "merge_sets",
    "open_workspace",
    "rank",
    "read_facts",
    "read_script",
    "remove_scene",
    "retire_site",
    "reweight",
    "samples",
    "save_project",
    "save_site",
    "settle_site",
]
