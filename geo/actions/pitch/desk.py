"""What a bureau keeps: its card, what it knows of its sites, base maps, templates of its own."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from geo.actions.workspace import OWN, Workspace
from geo.catalogue.photos import keep_photos
from geo.errors import ExportError
from geo.files import exported_file
from geo.model import Reason
from geo.model.pitch import BasePack, BureauCard, PitchWishes, SiteFile, Template

FILES, CARD = "site_file", "bureau_card"
MINE = "mine"
"""The id of the only card there is."""
TEMPLATES, PACKS = "templates", "basemaps"
NAMES = (
    "pitch.typ",
    "phone.typ",
    "pieces.typ",
    "pitch.pptx",
    "letter.docx",
    "page.html",
    "report.docx",
    "office_letter.docx",
    "route.typ",
)

Kept = TypeVar("Kept", SiteFile, BureauCard)


def site_files(ws: Workspace) -> Mapping[str, SiteFile]:
    """What the bureau keeps of its sites, by id."""
    kept = ws.store.records(FILES)
    return {
        site_id: _restored(SiteFile, {**document, "site_id": site_id})
        for site_id, document in kept.items()
    }


def save_site_file(
    ws: Workspace, file: SiteFile, who: str = "", today: date | None = None
) -> SiteFile:
    """Keep what was told of a site; it comes back with who and when. Raises CatalogueError."""
    kept = replace(file, told_by=who, told_on=(today or date.today()).isoformat())
    ws.store.save_record(FILES, kept.site_id, asdict(kept))
    return kept


def bureau_card(ws: Workspace) -> BureauCard:
    """Who hands the pack out; an empty card where nobody has said."""
    document = ws.store.records(CARD).get(MINE)
    if document is None:
        return BureauCard()
    card = _restored(BureauCard, document)
    # the logo lies beside the catalogue, so that its folder can move
    return replace(card, logo=str(ws.data / card.logo)) if card.logo else card


def save_bureau_card(ws: Workspace, card: BureauCard) -> BureauCard:
    """Keep the card; a logo from elsewhere is copied in.

    Raises CatalogueError photo_unreadable, disk_full, catalogue_read_only.
    """
    logo = keep_photos(ws.data, (Path(card.logo),))[0] if card.logo else ""
    ws.store.save_record(CARD, MINE, asdict(replace(card, logo=logo)))
    return bureau_card(ws)


def _restored(noun: type[Kept], document: Mapping[str, Any]) -> Kept:
    """A noun from its document; fields that this version does not know are left out."""
    known = {one.name for one in fields(noun)}
    return noun(**{key: value for key, value in document.items() if key in known})


def base_packs(ws: Workspace) -> tuple[BasePack, ...]:
    """The base maps the user has put in."""
    from geo.present.pitch.base_packs import read_base_packs

    return tuple(read_base_packs(ws.data / OWN / PACKS))


def broken_packs(ws: Workspace) -> tuple[Reason, ...]:
    """Why the other folders there are no base maps."""
    from geo.present.pitch.base_packs import broken_base_packs

    return broken_base_packs(ws.data / OWN / PACKS)


def reviewed_pack(ws: Workspace, wishes: PitchWishes, today: date) -> BasePack | None:
    """The base map wished for, where its review lets the public see it."""
    if not wishes.base:
        return None
    from geo.present.pitch.base_packs import reviewed

    named = (one for one in base_packs(ws) if one.name == wishes.base)
    return next((one for one in named if reviewed(one, today)), None)


def pitch_templates(ws: Workspace) -> tuple[Template, ...]:
    """The templates of the pack, each as it would be used: the user's own copy wins."""
    return tuple(
        Template(name, str(template_path(ws, name)), (ws.data / OWN / name).is_file())
        for name in NAMES
    )


def template_path(ws: Workspace, name: str) -> Path:
    """The template ``name`` to use: the user's own, else the one that ships."""
    own = ws.data / OWN / name
    return own if own.is_file() else ws.assets / TEMPLATES / name


def own_template(ws: Workspace, name: str) -> Path:
    """A copy of a template in the user's folder, made where there is none, to be changed.

    Raises ExportError pitch_template_unknown, export_refused, export_disk_full.
    """
    if name not in NAMES:
        raise ExportError("pitch_template_unknown", name=name)
    own = ws.data / OWN / name
    if not own.is_file():
        with exported_file(own) as part:
            shutil.copyfile(ws.assets / TEMPLATES / name, part)
    return own
