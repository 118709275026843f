"""The user's own policies: kept in one file, checked before it is written, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from filecmp import cmp
from itertools import count
from pathlib import Path
from shutil import copyfile

from geo.errors import FactsError
from geo.files import whole_file, write_whole
from geo.model import Policy, PolicyBook
from geo.money.subsidy.files import own_name, read_sheet, sheet_of
from geo.money.subsidy.items import PREFIX
from geo.money.subsidy.links import bad_links, links
from geo.money.subsidy.writing import policies_text

_NOT_KEPT = f"{PREFIX}not_kept"


def checked_policy(policy: Policy, book: PolicyBook) -> Policy:
    """The policy as it would be read back. Raises FactsError that names the field.

    What the shape of its amount does not read falls away.
    """
    return checked_policies((policy,), book)[0]


def checked_policies(policies: Iterable[Policy], book: PolicyBook) -> tuple[Policy, ...]:
    """As ``checked_policy`` for several that may name each other."""
    found = []
    for policy in policies:
        sheet = sheet_of(policies_text((policy,)), policy.id, book.words, own=True)
        for each in sheet.refused:
            raise FactsError(
                each.reason.code, **{"file": "", **each.reason.values, "item": policy.id}
            )
        found.append(sheet.policies[0])
    merged = {each.id: each for each in (*book.policies, *found)}
    bad = bad_links(merged, {each.item for each in book.refused})
    for policy in found:
        if policy.id in bad:
            reason = bad[policy.id]
            raise FactsError(reason.code, file="", item=policy.id, **reason.values)
    return tuple(found)


def told(policy: Policy, who: str, today: date) -> Policy:
    """The policy as told by ``who`` on this day."""
    return replace(policy, own=True, told_by=who, told_on=today.isoformat())


def keep_policies(own: Path, policies: Iterable[Policy], book: PolicyBook) -> tuple[Policy, ...]:
    """Add the policies to the user's file, each in the place of one with its id.

    Returns them as kept. Raises FactsError for a field that is wrong, or policy_refused.not_kept
    where the file cannot be written; then it stands as it was.
    """
    checked = checked_policies(policies, book)
    kept = _kept(own, book)
    kept |= {policy.id: policy for policy in checked}
    _write(own, kept, book)
    return checked


def drop_kept(own: Path, policy_id: str, book: PolicyBook, shipped: PolicyBook) -> None:
    """Take the user's version away; what ships stands again.

    Raises FactsError: policy_refused.not_own, .still_named (another of the user's policies leans on
    it and nothing ships under its id) or .not_kept.
    """
    kept = _kept(own, book)
    if policy_id not in kept:
        raise FactsError(f"{PREFIX}not_own", item=policy_id)
    if shipped.get(policy_id) is None:
        for policy in book.policies:
            if policy.id != policy_id and policy_id in {other for _, other in links(policy)}:
                raise FactsError(f"{PREFIX}still_named", item=policy_id, other=policy.id)
    del kept[policy_id]
    _write(own, kept, book)


def _kept(own: Path, book: PolicyBook) -> dict[str, Policy]:
    """The user's policies by id, those included that the others do not let stand now."""
    sheet = read_sheet(own, own_name(own), book.words, own=True)
    return {policy.id: policy for policy in sheet.policies}


def _write(own: Path, kept: Mapping[str, Policy], book: PolicyBook) -> None:
    try:
        if read_sheet(own, own_name(own), book.words, own=True).refused:
            _set_aside(own)
        write_whole(own, policies_text(kept.values()).encode())
    except OSError as error:
        raise FactsError(_NOT_KEPT, file=own_name(own), detail=str(error)) from error


def _set_aside(own: Path) -> None:
    """Copy a file of which not all could be read: writing it anew would lose the rest."""
    names = (own.with_name(f"{own.stem}.unread-{number}{own.suffix}") for number in count(1))
    aside = next(path for path in names if not path.exists() or cmp(path, own, shallow=False))
    if not aside.exists():
        with whole_file(aside) as part:
            copyfile(own, part)
