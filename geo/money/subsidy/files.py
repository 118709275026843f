"""Policy files: what ships, what the user of this computer put in its place, what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from geo.errors import FactsError
from geo.model import National, Policy, PolicyBook, PolicyWords, Reason, Refused
from geo.money.marked import MOST_BYTES, Fault, Marked, read_marked
from geo.money.subsidy.items import PREFIX, Item, refused
from geo.money.subsidy.links import bad_links
from geo.money.subsidy.national import load_national
from geo.money.subsidy.places import bare
from geo.money.subsidy.reading import read_policy
from geo.money.subsidy.words import load_words

SCHEMA = 1
OWN_POLICIES = "policies.yaml"
_HEADER = ("schema", "made_on", "made_by", "policies")


@dataclass(slots=True)
class Sheet:
    """The policies of one file in their order, the lines they stand on, and what was refused."""

    policies: list[Policy] = field(default_factory=list)
    lines: dict[str, int | None] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)


def load_policies(folder: Path, own: Path | None = None) -> PolicyBook:
    """What ships in ``folder``, with the policies of the file ``own`` in its place or beside it.

    An item that breaks the schema is refused and the rest stands. Raises FactsError only when the
    vocabulary or the national rules are broken.
    """
    paths = sorted(folder.glob("*.yaml"))
    stamps = tuple((each, (stat := each.stat()).st_mtime_ns, stat.st_size) for each in paths)
    words, sheet, homes, national = _shipped(folder, stamps)
    shipped = replace(sheet, policies=list(sheet.policies))
    told = Sheet() if own is None else read_sheet(own, own_name(own), words, own=True)
    policies, dropped = _joined(shipped, told, homes, own_name(own) if own else "")
    refusals = (*shipped.refused, *told.refused, *dropped)
    return PolicyBook(policies, words, _cities(policies), refusals, national)


# what ships is read once: an own policy that is saved is seen at once
@lru_cache(maxsize=2)
def _shipped(
    folder: Path, stamps: tuple[tuple[Path, int, int], ...]
) -> tuple[PolicyWords, Sheet, Mapping[str, str], National]:
    """Vocabulary, policies, file of each, national rules; read again when a file changed."""
    words, shipped = load_words(folder), Sheet()
    homes: dict[str, str] = {}
    for path, _, _ in stamps:
        if path.name.startswith("_"):
            continue
        sheet = read_sheet(path, path.name, words)
        for policy in sheet.policies:
            if policy.id in homes:
                line = sheet.lines[policy.id]
                shipped.refused.append(_twice(path.name, line, policy.id))
                continue
            shipped.policies.append(policy)
            shipped.lines[policy.id] = sheet.lines[policy.id]
            homes[policy.id] = path.name
        shipped.refused.extend(sheet.refused)
    return words, shipped, homes, load_national(folder / "_national.yaml")


def own_name(own: Path) -> str:
    """The user's file as it is told: folder and name."""
    return f"{own.parent.name}/{own.name}"


def read_sheet(path: Path, name: str, words: PolicyWords, *, own: bool = False) -> Sheet:
    """The policies of one file; a file of the user that is not there holds none."""
    if own and not path.exists():
        return Sheet()
    try:
        if path.stat().st_size > MOST_BYTES:
            return Sheet(refused=[_whole(name, "too_big", most=MOST_BYTES)])
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return Sheet(refused=[_whole(name, "not_text")])
    except OSError:
        return Sheet(refused=[_whole(name, "unreadable")])
    return sheet_of(text, name, words, own=own)


def sheet_of(text: str, name: str, words: PolicyWords, *, own: bool = False) -> Sheet:
    """The policies of a text in YAML."""
    root, faults = read_marked(text)
    sheet = Sheet()
    header = [] if isinstance(root, Marked) else [Fault(1, f"{PREFIX}no_policies")]
    if isinstance(root, Marked):
        header = _header(root)
    rows = root.get("policies") if isinstance(root, Marked) and not header else None
    rows = rows if isinstance(rows, list) else []
    for place, row in enumerate(rows):
        if not isinstance(row, Marked):
            fault = Fault(root.lines["policies"], f"{PREFIX}list", {"place": place + 1})
            header.append(fault)
            continue
        mine = [each for each in faults if row.line <= each.line <= row.end]
        faults = tuple(each for each in faults if each not in mine)
        _take(sheet, row, name, words, own, mine)
    sheet.refused.extend(_told(name, fault) for fault in (*header, *faults))
    sheet.refused.sort(key=lambda each: each.line or 0)
    return sheet


def _header(root: Marked) -> list[Fault]:
    """What is wrong above the policies."""
    faults = [
        Fault(root.lines[key], f"{PREFIX}unknown_key", {"field": key, "path": key})
        for key in root
        if key not in _HEADER
    ]
    if root.get("schema") != SCHEMA or isinstance(root.get("schema"), bool):
        return [Fault(root.lines.get("schema", root.line), f"{PREFIX}schema"), *faults]
    if not isinstance(root.get("policies") or [], list):
        return [Fault(root.lines["policies"], f"{PREFIX}no_policies"), *faults]
    return faults


def _take(
    sheet: Sheet, row: Marked, name: str, words: PolicyWords, own: bool, faults: list[Fault]
) -> None:
    """Read one policy into the sheet, or tell why not."""
    told = row.get("id")
    policy_id = told if isinstance(told, str) else ""
    if faults:
        sheet.refused.extend(_told(name, _placed(fault, row), policy_id) for fault in faults)
        return
    try:
        policy = read_policy(Item(row, name, policy_id), words, own=own)
    except FactsError as error:
        sheet.refused.append(refused(error))
        return
    if policy.id in sheet.lines:
        sheet.refused.append(_twice(name, row.lines.get("id"), policy.id))
        return
    sheet.policies.append(policy)
    sheet.lines[policy.id] = row.line


def _placed(fault: Fault, row: Marked) -> Fault:
    """The fault with the field of the policy that it stands in."""
    above = [key for key, line in row.lines.items() if line <= fault.line]
    field = max(above, key=lambda key: row.lines[key], default="")
    return replace(fault, values={"field": field, "path": field, **fault.values})


def _told(name: str, fault: Fault, policy_id: str = "") -> Refused:
    values = dict(fault.values)
    item = str(values.pop("item", policy_id))
    return Refused(name, fault.line, item, Reason(fault.code, values))


def _twice(name: str, line: int | None, policy_id: str) -> Refused:
    return Refused(name, line, policy_id, Reason(f"{PREFIX}twice", {"path": "id"}))


def _whole(name: str, why: str, **values: int) -> Refused:
    return Refused(name, None, "", Reason(PREFIX + why, values))


def _joined(
    shipped: Sheet, told: Sheet, homes: Mapping[str, str], own: str
) -> tuple[tuple[Policy, ...], list[Refused]]:
    """The user's policies in the place of those that ship; links are checked over all."""
    instead = {policy.id: policy for policy in told.policies}
    dropped: list[Refused] = []
    while True:
        merged = {policy.id: instead.get(policy.id, policy) for policy in shipped.policies}
        merged |= {key: policy for key, policy in instead.items() if key not in merged}
        gone = {each.item for each in (*shipped.refused, *told.refused, *dropped)}
        bad = bad_links(merged, gone)
        if not bad:
            return tuple(merged.values()), dropped
        for policy_id, reason in bad.items():
            mine = policy_id in instead
            line = (told if mine else shipped).lines[policy_id]
            dropped.append(Refused(own if mine else homes[policy_id], line, policy_id, reason))
            # the user's version goes first: what ships may then stand again
            if mine:
                del instead[policy_id]
            else:
                shipped.policies = [each for each in shipped.policies if each.id != policy_id]


def _cities(policies: Iterable[Policy]) -> dict[str, str]:
    return {
        bare(policy.region.city): bare(policy.region.province)
        for policy in policies
        if policy.region.city and policy.region.province
    }
