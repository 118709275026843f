"""A policy file as it was checked: lines of text for a terminal, and a JSON document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geo.model import ExampleResult, PolicyChange, PolicyParcel, Refused, Scalar
from geo.phrases import Phrases, rmb

Examples = Mapping[str, Sequence[ExampleResult]]
_SHORT = 160


def refused_line(refused: Refused, phrases: Phrases, lang: str) -> str:
    """One entry that was not taken: file, line, item and why."""
    why = phrases.tell(refused.reason, lang)
    if refused.line is None:
        return phrases.say("policy_refused_file", lang, {"file": refused.file, "why": why})
    values: dict[str, Scalar] = {"file": refused.file, "line": refused.line, "item": refused.item}
    values["why"] = why
    return phrases.say("policy_refused_at" if refused.item else "policy_refused_line", lang, values)


def parcel_lines(
    parcel: PolicyParcel, examples: Examples, phrases: Phrases, lang: str
) -> list[str]:
    """What a policy file holds, what it would change, and what was not taken."""
    counts = {"n": len(parcel.policies), "refused": len(parcel.refused)}
    lines = [phrases.say("policy_check_holds", lang, {"file": parcel.file, **counts})]
    changes = {change.policy_id: change for change in parcel.changes}
    for policy in parcel.policies:
        change = changes.get(policy.id)
        code = "same" if change is None else "new" if change.old is None else "changed"
        title = policy.title_zh if lang == "zh" else policy.title_en or policy.title_zh
        values = {"item": policy.id, "title": title}
        lines.append(phrases.say(f"policy_check_{code}", lang, values))
        if change is not None and change.old is not None:
            lines += _change_lines(change, phrases, lang)
        for each in examples.get(policy.id, ()):
            if not each.agrees:
                lines.append(_example_line(each, phrases, lang))
    if parcel.refused:
        lines.append(phrases.say("policy_check_refused", lang))
        lines += [f"    {refused_line(each, phrases, lang)}" for each in parcel.refused]
    return lines


def _change_lines(change: PolicyChange, phrases: Phrases, lang: str) -> Iterator[str]:
    nothing = phrases.say("policy_nothing", lang)
    for path, old, new in change.fields:
        code = f"policy_field.{path}"
        name = phrases.say(code, lang) if code in phrases.templates else path
        values = {"field": name, "old": _short(old) or nothing, "new": _short(new) or nothing}
        yield phrases.say("policy_check_field", lang, values)


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _example_line(result: ExampleResult, phrases: Phrases, lang: str) -> str:
    def told(amount: float | None) -> str:
        return phrases.say("policy_amount_open", lang) if amount is None else rmb(amount, lang)

    values: dict[str, Scalar] = {
        "name": result.example.name,
        "certain": result.example.certain,
        "ceiling": told(result.example.ceiling),
        "now_certain": result.certain,
        "now_ceiling": told(result.ceiling),
    }
    return phrases.say("policy_check_example", lang, values)


def parcel_document(parcel: PolicyParcel, examples: Examples) -> dict[str, Any]:
    """The same as one JSON document: policies, changes, examples that disagree, refused."""
    return {
        "file": parcel.file,
        "policies": [policy.id for policy in parcel.policies],
        "changes": [
            {
                "id": change.policy_id,
                "new": change.old is None,
                "fields": [
                    {"field": path, "old": old, "new": new} for path, old, new in change.fields
                ],
            }
            for change in parcel.changes
        ],
        "examples": [
            {
                "id": policy_id,
                "name": each.example.name,
                "agrees": each.agrees,
                "certain": each.certain,
                "ceiling": each.ceiling,
            }
            for policy_id, results in examples.items()
            for each in results
        ],
        "refused": [
            {
                "file": each.file,
                "line": each.line,
                "item": each.item,
                "code": each.reason.code,
                **{key: value for key, value in each.reason.values.items() if key != "item"},
            }
            for each in parcel.refused
        ],
    }
