"""The crew ledger (协拍台账): its lines as they are kept, and a new one begun from a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any
from uuid import uuid4

from geo.actions.workspace import Workspace
from geo.model import Scalar
from geo.model.hosting import Enquiry, EnquiryStatus
from geo.model.pitch import Pitch

KIND = "enquiry"
DAYS = ("received", "answered", "start", "end", "release")
NAMED = 3


def enquiries(ws: Workspace) -> tuple[Enquiry, ...]:
    """The ledger, newest first, without retired lines; those without a day come last."""
    kept = (_restored(one, document) for one, document in ws.store.records(KIND).items())
    lines = [one for one in kept if not one.retired]
    lines.reverse()
    return tuple(sorted(lines, key=lambda one: one.received or date.min, reverse=True))


def save_enquiry(ws: Workspace, enquiry: Enquiry) -> Enquiry:
    """Keep a line; a new one (empty id) gets its id. Raises CatalogueError."""
    kept = enquiry if enquiry.id else replace(enquiry, id=uuid4().hex)
    ws.store.save_record(KIND, kept.id, _document(kept))
    return kept


def enquiry_of(ws: Workspace, pitch: Pitch) -> Enquiry:
    """A new line begun from a pack: title, places, what was answered, the day of the pack."""
    lang = "zh"  # the ledger is kept for the office
    names = [one.site.name_zh for one in pitch.sites]
    places = "、".join(names[:NAMED]) + ("等" if len(names) > NAMED else "")
    values: dict[str, Scalar] = {"places": places, "n": len(pitch.sites)}
    if pitch.scenes:
        values |= {"served": len(pitch.served), "scenes": len(pitch.scenes)}
        answer = ws.phrases.say("ledger_answer_scenes", lang, values)
    else:
        answer = ws.phrases.say("ledger_answer_places", lang, values)
    return Enquiry(
        "",
        pitch.title,
        pitch.today,
        company=pitch.wishes.addressee,
        answered=pitch.today,
        answer=answer,
        status=EnquiryStatus.ANSWERED,
        sites=tuple(one.site.id for one in pitch.sites),
    )


def _document(enquiry: Enquiry) -> dict[str, Any]:
    """A line as plain values."""
    document = asdict(enquiry)
    for name in DAYS:
        day = document[name]
        document[name] = None if day is None else day.isoformat()
    return {**document, "status": enquiry.status.value, "sites": list(enquiry.sites)}


def _restored(enquiry_id: str, document: Mapping[str, Any]) -> Enquiry:
    """A line from its document; fields that this version does not know are left out."""
    known = {one.name for one in fields(Enquiry)}
    given = {key: value for key, value in document.items() if key in known}
    for name in DAYS:
        given[name] = date.fromisoformat(given[name]) if given.get(name) else None
    status = EnquiryStatus(given.get("status", EnquiryStatus.ASKED))
    given |= {"id": enquiry_id, "status": status, "sites": tuple(given.get("sites", ()))}
    return Enquiry(**given)
