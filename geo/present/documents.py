"""Rankings, sites and policies as JSON documents for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geo.model import (
    CityOffer,
    Cost,
    Defence,
    Line,
    PolicyResult,
    Range,
    Ranking,
    Reason,
    Site,
    SiteOffer,
    Source,
    Subsidy,
)
from geo.present.firm_documents import (
    city_firmness,
    firm_document,
    reason_document,
    site_firmness,
)
from geo.present.permit_documents import around_document

Document = dict[str, Any]


def source_document(source: Source) -> Document:
    """One source; the English names are null where there are none."""
    return {
        "title": source.title,
        "title_en": source.title_en,
        "publisher": source.publisher,
        "publisher_en": source.publisher_en,
        "date": source.date,
        "url": source.url,
        "link_safe": source.link_safe,
        "confidence": source.confidence,
    }


def range_document(given: Range) -> Document:
    """One figure; ``null`` at an end nobody knows."""
    return {
        "low": given.low,
        "mid": given.mid,
        "high": given.high,
        "unit": given.unit,
        "basis": given.basis.value,
        "method": given.method,
        "beyond": given.beyond,
        "sources": [source_document(source) for source in given.sources],
    }


def reason_documents(reasons: Sequence[Reason]) -> list[Document]:
    """Reasons as ``{code, values…}``."""
    return [reason_document(reason) for reason in reasons]


def line_document(line: Line) -> Document:
    """One cost line: CNY per shooting day, and for the whole stay where that is known."""
    return {
        "code": line.code,
        "amount": range_document(line.amount),
        "total": range_document(line.total) if line.total else None,
        "own": line.own,
        "reasons": reason_documents(line.reasons),
    }


def _money(cost: Cost, subsidy: Subsidy) -> Document:
    return {
        "cost": range_document(cost.per_day),
        "cost_total": range_document(cost.total),
        "cost_priced": range_document(cost.priced),
        "cost_ranked": cost.ranked,
        "cost_lines": [line_document(line) for line in cost.lines],
        "subsidy": range_document(subsidy.amount),
        "subsidy_counted": subsidy.counted,
        "subsidy_ceiling": subsidy.ceiling,
    }


def _site_offer(rank: int, score: float, offer: SiteOffer) -> Document:
    site = offer.site
    return {
        "rank": rank,
        "site_id": site.id,
        "name": site.name_zh,
        "name_en": site.name_en,
        "city": site.city_zh,
        "district": site.district_zh,
        "kind": site.kind.value,
        "lat": site.lat,
        "lon": site.lon,
        "score": round(score, 4),
        "fit": round(offer.fit, 4),
        "scenes": [match.scene_id for match in offer.matches],
        "stand_in_scenes": [match.scene_id for match in offer.matches if not match.direct],
        "fits": [
            {
                "scene": match.scene_id,
                "fit": match.fit,
                "asked": match.asked,
                "served": match.served,
                "reasons": reason_documents(match.reasons),
            }
            for match in offer.matches
        ],
        **around_document(offer),
        **_money(offer.cost, offer.subsidy),
        "uplift": range_document(offer.uplift.visits),
        "reasons": reason_documents(
            [
                *offer.reasons,
                *offer.cost.reasons,
                *offer.subsidy.reasons,
                *offer.uplift.reasons,
            ]
        ),
    }


def _city_offer(rank: int, score: float, offer: CityOffer) -> Document:
    return {
        "rank": rank,
        "city": offer.city,
        "covered": len(offer.covered),
        "covered_scenes": list(offer.covered),
        "uncovered": list(offer.uncovered),
        "sites": list(offer.sites),
        "score": round(score, 4),
        "fit": round(offer.fit, 4),
        "travel_km": None if offer.travel_km is None else round(offer.travel_km, 1),
        "risk": round(offer.risk, 4),
        **_money(offer.cost, offer.subsidy),
        "uplift": range_document(offer.uplift.visits),
        "reasons": reason_documents([*offer.reasons, *offer.cost.reasons, *offer.subsidy.reasons]),
    }


def ranking_document(
    ranking: Ranking, top: int | None = None, defence: Defence | None = None
) -> Document:
    """The ranking as the ``rank --json`` document; ``top`` limits the sites.

    With a ``defence`` each site tells in what share of weightings it is first, in the first three
    and ten, and the whole what to find out next; see ``firm_documents``.
    """
    order, cities = ranking.site_order, ranking.city_order
    out = {one.site_id for one in ranking.excluded}
    ranked = [i for i in order.index if ranking.sites[i].site.id not in out]
    return {
        "weights": {str(criterion): weight for criterion, weight in ranking.weights.items()},
        **wishes_document(ranking),
        "sites": [
            {
                **_site_offer(rank, float(order.scores[i]), ranking.sites[i]),
                **site_firmness(defence, int(i)),
            }
            for rank, i in enumerate(ranked[:top], 1)
        ],
        "cities": [
            {
                **_city_offer(rank, float(cities.scores[i]), ranking.cities[i]),
                **city_firmness(defence, int(i)),
            }
            for rank, i in enumerate(cities.index, 1)
        ],
        "hints": reason_documents(ranking.hints),
        "excluded": [
            {"site_id": one.site_id, "because": reason_documents(one.because)}
            for one in ranking.excluded
        ],
        **firm_document(ranking, defence),
    }


def wishes_document(ranking: Ranking) -> Document:
    """How the places were compared: criteria, method, must-haves, and sites too many to price."""
    wishes = ranking.wishes
    return {
        "criteria": [str(code) for code in ranking.site_board.criteria],
        "method": wishes.method.value,
        "musts": [
            {"code": must.code.value, "amount": must.amount, "names": list(must.names)}
            for must in wishes.musts
        ],
        "unpriced": ranking.unpriced,
    }


def site_document(site: Site) -> Document:
    """One site of the catalogue in full."""
    return {
        "site_id": site.id,
        "name": site.name_zh,
        "name_en": site.name_en,
        "kind": site.kind.value,
        "city": site.city_zh,
        "district": site.district_zh,
        "adcode": site.adcode,
        "lat": site.lat,
        "lon": site.lon,
        "coord_basis": site.coord_basis,
        "coord_uncertainty_m": site.coord_uncertainty_m,
        "levels": [
            {
                "code": level.code,
                "batch": level.batch,
                "year": level.year,
                "certainty": level.certainty,
                "text": level.text,
            }
            for level in site.levels
        ],
        "ich_category": site.ich_category,
        "scene_types": [had.scene_type for had in site.scene_types],
        "exposures": {had.scene_type: had.exposure.value for had in site.scene_types},
        "eras": list(site.eras),
        "ticket_cny": site.ticket_cny,
        "annual_visitors": site.annual_visitors,
        "annual_visitors_year": site.annual_visitors_year,
        "known_productions": list(site.known_productions),
        "notes": site.notes_zh,
        "notes_en": site.notes_en,
        "basis_default": site.basis_default,
        "sources": [
            {**source_document(source), "supports": list(source.supports)}
            for source in site.sources
        ],
    }


def policy_document(result: PolicyResult) -> Document:
    """One policy as judged against the project facts."""
    return {
        "policy_id": result.policy_id,
        "title": result.title,
        "type": result.type,
        "region": result.region,
        "status": result.status,
        "certain": result.certain,
        "expected": result.expected,
        "ceiling": result.ceiling,
        "met": list(result.met),
        "failed": list(result.failed),
        "open": list(result.open),
        "reasons": reason_documents(result.reasons),
        "sources": [source_document(source) for source in result.sources],
    }
