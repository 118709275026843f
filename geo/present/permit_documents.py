"""What stands around a place as parts of JSON documents: open fit, the way, risk, permissions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from geo.model import Effect, Finding, Lost, Match, Reason, SiteOffer

Document = dict[str, Any]
GRAVEST = tuple(Effect)


def around_document(offer: SiteOffer) -> Document:
    """Fit range, kilometres from the home city, risk, scenes lost, and permissions by rule."""
    return {
        "fit_low": None if offer.fit_low is None else round(offer.fit_low, 4),
        "fit_high": None if offer.fit_high is None else round(offer.fit_high, 4),
        "travel_km": None if offer.travel_km is None else round(offer.travel_km, 1),
        "risk": round(offer.risk, 4),
        "lost": [_lost(one) for one in offer.lost],
        "permits": permit_documents(offer.matches),
        "asks": [{"code": reason.code, **reason.values} for reason in offer.asks],
    }


def permit_documents(matches: Iterable[Match]) -> list[Document]:
    """What must be agreed first, a rule and its effect each once, with the scenes it bears on.

    The gravest come first. ``lead_days`` null: nobody has published how long it takes.
    """
    found: dict[tuple[str, Effect], tuple[Finding, list[str]]] = {}
    for match in matches:
        for finding in match.findings:
            key = finding.rule_id, finding.effect
            found.setdefault(key, (finding, []))[1].append(match.scene_id)
    ranked = sorted(found.values(), key=lambda one: GRAVEST.index(one[0].effect))
    return [{**_rule(finding), "scenes": scenes} for finding, scenes in ranked]


def _lost(one: Lost) -> Document:
    return {"scene": one.scene_id, "permits": [_rule(finding) for finding in one.findings]}


def _rule(finding: Finding) -> Document:
    texts = dict(_texts(finding.reasons))
    return {
        "rule": finding.rule_id,
        "effect": finding.effect.value,
        "lead_days": finding.lead_days,
        "working": finding.working,
        "confidence": finding.confidence,
        **{key: texts.get(key) for key in ("what", "what_en", "who", "who_en")},
    }


def _texts(reasons: Iterable[Reason]) -> Iterator[tuple[str, object]]:
    for reason in reasons:
        yield from reason.values.items()
