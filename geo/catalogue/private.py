"""What is nobody else's: contacts and quotes, kept out of packs unless wished, sealed at rest."""

from __future__ import annotations

from collections.abc import Mapping

from geo.catalogue.site_fields import HIRES
from geo.model import Basis
from geo.model.field import OWN_PRIVATE, RECCE, SITE, FieldKey, Json

FIELDS: Mapping[str, frozenset[str]] = {
    "site_file": frozenset({"owner", "owner_phone", "floor_price", "notes", "contact", "phone"}),
    "enquiry": frozenset({"contact", "phone"}),
    RECCE: frozenset({"signer"}),
}


def is_private(key: FieldKey, value: Json) -> bool:
    """Whether what a field says is a contact or a quote.

    A list of prices is as soon as one of them was quoted. Of the recce form it is who signs, and
    the user's lines whose key says so.
    """
    if key.kind == RECCE and key.field.startswith(OWN_PRIVATE):
        return True
    if key.kind == SITE and key.field.startswith(HIRES):
        prices = value if isinstance(value, list) else []
        return any(isinstance(one, dict) and one.get("basis") == Basis.QUOTED for one in prices)
    return key.field in FIELDS.get(key.kind, ())
