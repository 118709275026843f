"""Policies: every rule known for a place, judged; the book of them, put right, sent, taken in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from geo.actions.ranking import FOUR_CITIES
from geo.actions.regions import city_place, region_parents
from geo.actions.workspace import OWN, Workspace, renew_money
from geo.errors import FactsError
from geo.files import exported_file
from geo.model import (
    ExampleResult,
    Policy,
    PolicyBook,
    PolicyParcel,
    PolicyResult,
    ProjectFacts,
)
from geo.money import (
    OWN_POLICIES,
    checked_policy,
    drop_kept,
    judge,
    judge_policy,
    keep_policies,
    load_policies,
    open_parcel,
    policies_text,
    told,
)
from geo.money import rework as work_again
from geo.progress import Job, Step


def list_policies(
    ws: Workspace, facts: ProjectFacts, city: str | None = None, today: date | None = None
) -> tuple[PolicyResult, ...]:
    """Judge the policies that reach ``city`` (none: the four), each listed once."""
    parents = region_parents()
    day = today or date.today()
    found: dict[str, PolicyResult] = {}
    for name in [city] if city else FOUR_CITIES:
        place = city_place(ws, name)
        judged = judge(ws.money.policies, place, facts, day, parents=parents)
        found |= {result.policy_id: result for result in judged.policies}
    return tuple(found.values())


def policy_book(ws: Workspace) -> PolicyBook:
    """All policies, the user's own in the place of those that ship, and what was refused."""
    return ws.money.policies


def save_policy(ws: Workspace, policy: Policy, who: str, today: date | None = None) -> Policy:
    """Keep ``policy`` as told by ``who``, in the place of one with its id; return it as kept.

    Raises FactsError policy_refused.<why> that names the field, or .not_kept where the file cannot
    be written; what was kept before stands.
    """
    mine = told(policy, who, today or date.today())
    kept = keep_policies(_own(ws), (mine,), ws.money.policies)
    renew_money(ws)
    return kept[0]


def drop_policy(ws: Workspace, policy_id: str) -> None:
    """Take the user's version away; what ships stands again.

    Raises FactsError policy_refused.not_own, .still_named or .not_kept.
    """
    shipped = load_policies(ws.assets / "policies")
    drop_kept(_own(ws), policy_id, ws.money.policies, shipped)
    renew_money(ws)


def try_policy(
    ws: Workspace, policy: Policy, facts: ProjectFacts, today: date | None = None
) -> PolicyResult:
    """Judge a policy that is not kept, where it holds. Raises FactsError that names the field."""
    book = ws.money.policies
    mine = checked_policy(replace(policy, own=True), book)
    return judge_policy(book, mine, facts, today or date.today(), parents=region_parents())


def rework(ws: Workspace, policy: Policy, today: date | None = None) -> tuple[ExampleResult, ...]:
    """Work the examples of a policy out again."""
    return work_again(ws.money.policies, policy, today or date.today())


def read_parcel(ws: Workspace, path: Path) -> Job[PolicyParcel]:
    """Read a policy file and compare it with what stands; nothing is taken.

    What is wrong in the file is told in ``refused``, with the line. Raises FactsError
    policy_refused.no_file where there is none.
    """
    yield Step("policy.parcel")
    if not path.is_file():
        raise FactsError("policy_refused.no_file", file=path.name)
    return open_parcel(path, ws.money.policies)


def take_parcel(
    ws: Workspace,
    parcel: PolicyParcel,
    ids: Collection[str],
    who: str,
    today: date | None = None,
) -> None:
    """Keep these policies of a parcel as told by ``who``. Raises FactsError as ``save_policy``."""
    day = today or date.today()
    chosen = [told(policy, who, day) for policy in parcel.policies if policy.id in ids]
    if chosen:
        keep_policies(_own(ws), chosen, ws.money.policies)
        renew_money(ws)


def export_policies(
    ws: Workspace, ids: Sequence[str], path: Path, today: date | None = None
) -> Job[Path]:
    """Write these policies as one file to send. Raises ExportError, or FactsError for no such id.

    The file says when it was made, and of the user's own policies who told them.
    """
    yield Step("export_write")
    found = []
    for policy_id in ids:
        policy = ws.money.policies.get(policy_id)
        if policy is None:
            raise FactsError("policy_refused.no_policy", item=policy_id)
        found.append(policy)
    tellers = dict.fromkeys(policy.told_by for policy in found if policy.told_by)
    text = policies_text(found, made_by="、".join(tellers), made_on=today or date.today())
    with exported_file(path) as part:
        part.write_text(text, encoding="utf-8")
    return path


def _own(ws: Workspace) -> Path:
    return ws.data / OWN / OWN_POLICIES
