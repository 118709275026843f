"""Scripts and projects: read, keep, take up again."""

from __future__ import annotations

from pathlib import Path

from geo.actions.documents import project_document, restore_project
from geo.actions.workspace import Workspace
from geo.model import Project, Script
from geo.progress import Job
from geo.script import read_script as read_file


def read_script(ws: Workspace, path: Path) -> Job[Script]:
    """Read a script file; ScriptError says kindly why it cannot be."""
    return (yield from read_file(path, ws.vocabulary))


def save_project(ws: Workspace, project: Project) -> None:
    """Keep the project as it stands."""
    ws.store.save_project(project.name, project_document(project))


def load_project(ws: Workspace) -> Project | None:
    """Take up the last project, if there is one."""
    document = ws.store.load_project()
    return restore_project(document) if document else None
