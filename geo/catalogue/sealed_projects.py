"""Contacts and agreed sums in the document of a project, sealed at rest.

They stand at known places of the document: whom to call at a place (``planned.contacts``), and
what was agreed with it (``planned.bookings``). What could not be opened when the project was read
is put back when it is saved, so that nothing is lost by working while it is locked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from geo.catalogue.private import AGREED, CONTACTS, PROJECT
from geo.catalogue.vault import EMPTY
from geo.edits import is_sealed
from geo.model.field import FieldKey, Json

Document: TypeAlias = dict[str, Any]
PLANNED, BOOKINGS = "planned", "bookings"


def private_values(document: Mapping[str, Any]) -> Iterator[tuple[FieldKey, Json]]:
    """Every private value of a project's document, with the key it is sealed for."""
    planned = document.get(PLANNED)
    if not isinstance(planned, Mapping):
        return
    for site, value in planned.get(CONTACTS, {}).items():
        yield FieldKey(PROJECT, "", f"{CONTACTS}/{site}"), value
    for booking, place in _placed(planned.get(BOOKINGS, ())):
        for name in AGREED:
            if name in booking:
                yield FieldKey(PROJECT, "", f"{place}/{name}"), booking[name]


def changed(
    document: Mapping[str, Any], change: Callable[[FieldKey, Json], Json | None]
) -> Document:
    """The document with every private value as ``change`` makes it; None: it says nothing."""
    if not isinstance(document.get(PLANNED), Mapping):
        return dict(document)
    planned = dict(document[PLANNED])
    if CONTACTS in planned:
        told = {
            site: change(FieldKey(PROJECT, "", f"{CONTACTS}/{site}"), value)
            for site, value in planned[CONTACTS].items()
        }
        planned[CONTACTS] = {site: value for site, value in told.items() if value is not None}
    if BOOKINGS in planned:
        planned[BOOKINGS] = [
            {
                name: change(FieldKey(PROJECT, "", f"{place}/{name}"), value)
                if name in AGREED
                else value
                for name, value in one.items()
            }
            for one, place in _placed(planned[BOOKINGS])
        ]
    return {**document, PLANNED: planned}


def without_sealed(document: Mapping[str, Any]) -> Document:
    """The document as it can be read: a text that is sealed is empty, a sum unknown."""

    def bare(key: FieldKey, value: Json) -> Json:
        return unknown(key) if is_sealed(value) else value

    return changed(document, bare)


def unknown(key: FieldKey) -> Json:
    """How a private value reads where nothing is known; None of a contact: it is not there."""
    name = key.field.rpartition("/")[2]
    return None if key.field.startswith(f"{CONTACTS}/") else AGREED[name]


def sealed_by_key(document: Mapping[str, Any]) -> Iterator[tuple[FieldKey, Json]]:
    """What is sealed of a document."""
    return ((key, value) for key, value in private_values(document) if is_sealed(value))


def sealed_values(document: Mapping[str, Any]) -> Iterator[tuple[str, Json]]:
    """What is sealed of a document, by the place where it stands."""
    return ((key.field, value) for key, value in sealed_by_key(document))


def with_withheld(document: Mapping[str, Any], withheld: Mapping[FieldKey, Json]) -> Document:
    """The document with what was withheld of it, wherever it says nothing else by now."""
    if not withheld:
        return dict(document)

    def back(key: FieldKey, value: Json) -> Json:
        return withheld.get(key, value) if value in EMPTY else value

    found = changed(document, back)
    planned = found.get(PLANNED)
    if isinstance(planned, dict):
        contacts = planned.setdefault(CONTACTS, {})
        for key, value in withheld.items():
            if key.field.startswith(f"{CONTACTS}/"):
                contacts.setdefault(key.field.removeprefix(f"{CONTACTS}/"), value)
    return found


def _placed(bookings: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Each booking with what it is known by: its set, its place, and which of theirs it is."""
    seen: Counter[str] = Counter()
    for one in bookings:
        place = f"{BOOKINGS}/{one.get('set_id')}/{one.get('site_id')}"
        yield one, f"{place}/{seen[place]}"
        seen[place] += 1
