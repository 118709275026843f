"""The project as a JSON document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from geo.actions.pitch_documents import pitch_document, restore_pitch
from geo.actions.planned_documents import planned_document, restore_planned
from geo.model import (
    Evidence,
    FactValue,
    Method,
    Must,
    MustCode,
    OwnCriterion,
    OwnValue,
    Project,
    ProjectFacts,
    Voucher,
    Wishes,
)
from geo.script import dump_script, restore_script

DATE_KEY = "date"


def project_document(project: Project) -> dict[str, Any]:
    """Everything of ``project``, ready for JSON."""
    return {
        "name": project.name,
        "script": dump_script(project.script) if project.script else None,
        "facts": {key: _plain(value) for key, value in project.facts.values.items()},
        "weights": {str(code): weight for code, weight in project.weights.items()},
        "cities": list(project.cities),
        "workplace": project.workplace,
        "evidence": {
            "vouchers": [_voucher_document(each) for each in project.evidence.vouchers],
            "done": sorted(list(each) for each in project.evidence.done),
        },
        "wishes": _wishes_document(project.wishes),
        "planned": planned_document(project.planned),
        "pitch": pitch_document(project.pitch),
    }


def restore_project(document: Mapping[str, Any]) -> Project:
    """Turn a kept document back into the project."""
    return Project(
        name=document["name"],
        script=restore_script(document["script"]) if document["script"] else None,
        facts=ProjectFacts({k: _typed(v) for k, v in document["facts"].items()}),
        weights={str(k): float(v) for k, v in document["weights"].items()},
        cities=tuple(document["cities"]),
        workplace=document["workplace"],
        evidence=_evidence(document.get("evidence", {})),
        wishes=_wishes(document.get("wishes", {})),
        planned=restore_planned(document.get("planned", {})),
        pitch=restore_pitch(document.get("pitch", {})),
    )


def _voucher_document(one: Voucher) -> dict[str, Any]:
    return {
        "id": one.id,
        "line": one.line,
        "vendor": one.vendor,
        "city": one.city,
        "amount": one.amount,
        "date": one.date.isoformat() if one.date else None,
        "invoice_title": one.invoice_title,
        "proof": one.proof,
        "note": one.note,
    }


def _evidence(document: Mapping[str, Any]) -> Evidence:
    """The bills and the steps done; a project kept before there were any has none."""
    vouchers = tuple(
        Voucher(**{**each, "date": date.fromisoformat(each["date"]) if each["date"] else None})
        for each in document.get("vouchers", ())
    )
    done = frozenset((policy, step) for policy, step in document.get("done", ()))
    return Evidence(vouchers, done)


def _wishes_document(wishes: Wishes) -> dict[str, Any]:
    return {
        "musts": [
            {"code": must.code.value, "amount": must.amount, "names": list(must.names)}
            for must in wishes.musts
        ],
        "agreed": sorted(wishes.agreed),
        "extra": [str(code) for code in wishes.extra],
        "own": [
            {**asdict(own), "values": {site: asdict(said) for site, said in own.values.items()}}
            for own in wishes.own
        ],
        "method": wishes.method.value,
    }


def _wishes(document: Mapping[str, Any]) -> Wishes:
    """The wishes; a project kept before there were any has none."""
    return Wishes(
        tuple(
            Must(MustCode(each["code"]), float(each["amount"]), tuple(each["names"]))
            for each in document.get("musts", ())
        ),
        frozenset(document.get("agreed", ())),
        tuple(document.get("extra", ())),
        tuple(
            OwnCriterion(
                **{**each, "values": {k: OwnValue(**said) for k, said in each["values"].items()}}
            )
            for each in document.get("own", ())
        ),
        Method(document.get("method", Method.WEIGHTED_SUM)),
    )


def _plain(value: FactValue) -> Any:  # noqa: ANN401 (what JSON takes)
    if isinstance(value, date):
        return {DATE_KEY: value.isoformat()}
    return list(value) if isinstance(value, tuple) else value


def _typed(value: Any) -> FactValue:  # noqa: ANN401 (what JSON gives)
    if isinstance(value, dict):
        return date.fromisoformat(value[DATE_KEY])
    if isinstance(value, list):
        return tuple(value)
    return value  # type: ignore[no-any-return]
