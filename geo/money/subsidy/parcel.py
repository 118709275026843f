"""Policy files from elsewhere: read, checked against what stands, told field by field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.model import Policy, PolicyBook, PolicyChange, PolicyParcel, Refused
from geo.money.subsidy.files import read_sheet
from geo.money.subsidy.links import bad_links
from geo.money.subsidy.writing import Plain, policy_record

_NOT_SHOWN = ("id", "told_by", "told_on")


def open_parcel(path: Path, book: PolicyBook) -> PolicyParcel:
    """The policies of a file, what they would change in ``book``, and what was refused.

    Nothing is taken. A policy may lean on another one of the file or of the book.
    """
    sheet = read_sheet(path, path.name, book.words)
    policies = {policy.id: policy for policy in sheet.policies}
    refused = list(sheet.refused)
    while True:
        gone = {each.item for each in (*refused, *book.refused)}
        bad = bad_links({each.id: each for each in book.policies} | policies, gone)
        mine = {key: reason for key, reason in bad.items() if key in policies}
        if not mine:
            break
        for key, reason in mine.items():
            refused.append(Refused(path.name, sheet.lines[key], key, reason))
            del policies[key]
    found = tuple(policies.values())
    changes = (change_of(book.get(policy.id), policy) for policy in found)
    return PolicyParcel(
        path.name, found, tuple(each for each in changes if each is not None), tuple(refused)
    )


def change_of(old: Policy | None, new: Policy) -> PolicyChange | None:
    """What ``new`` says otherwise than ``old``; None where they say the same."""
    before = _flat(policy_record(old)) if old else {}
    after = _flat(policy_record(new))
    fields = tuple(
        (name, before.get(name, ""), after.get(name, ""))
        for name in dict.fromkeys((*after, *before))
        if before.get(name, "") != after.get(name, "")
    )
    return PolicyChange(new.id, old, new, fields) if fields else None


def _flat(plain: Plain, above: str = "") -> dict[str, str]:
    """Each field by its path, told in words; a list stands in one field."""
    found: dict[str, str] = {}
    for key, value in plain.items():
        if not above and key in _NOT_SHOWN:
            continue
        if isinstance(value, Mapping) and key != "bonus":
            found |= _flat(dict(value), f"{above}{key}.")
        else:
            found[f"{above}{key}"] = tell(value)
    return found


def tell(value: Any) -> str:  # noqa: ANN401 (any plain value)
    """A value in words: a condition as ``fact op value``, a list joined, a number as it stands."""
    if isinstance(value, Mapping):
        if {"fact", "op", "value"} <= set(value):
            rest = {key: each for key, each in value.items() if key not in ("fact", "op", "value")}
            said = f"{value['fact']} {value['op']} {tell(value['value'])}"
            return f"{said} ({tell(rest)})" if rest else said
        if set(value) == {"any"}:
            return " | ".join(tell(each) for each in value["any"])
        return ", ".join(f"{key}: {tell(each)}" for key, each in value.items())
    if isinstance(value, list):
        nested = any(isinstance(each, Mapping) for each in value)
        return ("; " if nested else ", ").join(tell(each) for each in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)
