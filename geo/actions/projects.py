"""The project: keep it, take it up again."""

from __future__ import annotations

from geo.actions.documents import project_document, restore_project
from geo.actions.workspace import Workspace
from geo.model import Project


def save_project(ws: Workspace, project: Project) -> str:
    """Keep the project as it stands; the name it is kept under.

    That is another where a second window works on the project of this name: both are kept.
    """
    return ws.store.save_project(project.name, project_document(project))


def load_project(ws: Workspace) -> Project | None:
    """Take up the last project, if there is one."""
    document = ws.store.load_project()
    return restore_project(document) if document else None
