"""What is nobody else's: contacts and quotes, kept out of packs unless wished, sealed at rest."""

from __future__ import annotations

from collections.abc import Mapping

from geo.catalogue.site_fields import HIRES
from geo.edits import is_sealed
from geo.model import Basis
from geo.model.field import OWN_PRIVATE, RECCE, SITE, FieldKey, Json

FIELDS: Mapping[str, frozenset[str]] = {
    "site_file": frozenset({"owner", "owner_phone", "floor_price", "notes", "contact", "phone"}),
    "enquiry": frozenset({"contact", "phone"}),
    RECCE: frozenset({"signer"}),
}

PROJECT, CONTACTS = "project", "contacts"
AGREED: Mapping[str, Json] = {"who": "", "phone": "", "deposit": None, "balance": None, "note": ""}
"""Of what was agreed with a place for a project, what is private, and how it reads when unknown."""


def is_private(key: FieldKey, value: Json) -> bool:
    """Whether what a field says is a contact or a quote.

    A list of prices is as soon as one of them was quoted. Of the recce form it is who signs, and
    the user's lines whose key says so.
    """
    if key.kind == PROJECT or is_sealed(value):
        return True
    if key.kind == RECCE and key.field.startswith(OWN_PRIVATE):
        return True
    if key.kind == SITE and key.field.startswith(HIRES):
        prices = value if isinstance(value, list) else []
        return any(isinstance(one, dict) and one.get("basis") == Basis.QUOTED for one in prices)
    return key.field in FIELDS.get(key.kind, ())


def public_part(key: FieldKey, value: Json) -> Json:
    """What of a private value is nobody's secret: prices that were published among those quoted.

    None: all of it is private.
    """
    if is_sealed(value):
        return value.get("open") if isinstance(value, dict) else None
    if key.kind != SITE or not isinstance(value, list):
        return None
    shown: list[Json] = [
        one for one in value if isinstance(one, dict) and one.get("basis") != Basis.QUOTED
    ]
    return shown or None
