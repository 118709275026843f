"""The lines of the recce form, the user's own, and the blank form on paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from geo.model import Site
from geo.model.field import RecceField
from geo.progress import Job, Step
from geo.sync.form_fields import load_form, save_own

if TYPE_CHECKING:
    from geo.actions.workspace import Workspace

FORM_FILE = "recce.yaml"


def recce_fields(ws: Workspace) -> tuple[RecceField, ...]:
    """The lines of the form, the user's own last. Raises FactsError, SyncError form_*."""
    return load_form(ws.assets / FORM_FILE, ws.data / "own" / FORM_FILE)


def save_own_fields(ws: Workspace, fields: Sequence[RecceField]) -> None:
    """Keep the user's own lines of the form. Raises SyncError form_*."""
    save_own(ws.data / "own" / FORM_FILE, [one for one in fields if one.own])


def print_form(ws: Workspace, sites: Sequence[Site], path: Path, lang: str) -> Job[Path]:
    """The blank form on A4 (PDF), a copy for each place; without places one for any place.

    Raises ExportError.
    """
    from geo.present.recce_paper import NAME, BlankForm, write_recce_paper

    yield Step("recce_print")
    form = BlankForm(recce_fields(ws), tuple(sites), ws.phrases, lang, date.today())
    own = ws.data / "own" / f"{NAME}.typ"
    template = own if own.is_file() else ws.assets / "templates" / own.name
    return write_recce_paper(form, template, path)
