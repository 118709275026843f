"""Accounts: everything about money for one place, places side by side, and the claim files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from geo.actions.pricing import repricer, shows_place
from geo.actions.ranking import rank
from geo.actions.regions import city_place, place_of, region_parents
from geo.actions.uplifts import place_comparables
from geo.actions.workspace import Workspace
from geo.errors import FactsError
from geo.model import (
    Account,
    CityOffer,
    ClaimFile,
    Evidence,
    FactField,
    PolicyResult,
    ProjectFacts,
    Ranking,
    Reason,
    Review,
    Script,
    Site,
    SiteOffer,
    Wishes,
)
from geo.money import (
    Case,
    all_fields,
    nets,
    questions,
    review,
    unlocks,
    with_evidence,
)
from geo.money import claim_file as file_of
from geo.money import evidenced_spend as proved_spend
from geo.money.subsidy.places import bare
from geo.progress import Job, Step

MOST_CITIES = 6
NO_EVIDENCE = Evidence()
_PARTS = 3


def account(
    ws: Workspace,
    ranking: Ranking,
    script: Script,
    facts: ProjectFacts,
    city: str,
    site_id: str | None = None,
    evidence: Evidence = NO_EVIDENCE,
    today: date | None = None,
) -> Job[Account]:
    """Everything about money for ``city`` as ranked, or for one site of it.

    Local spending that nobody typed is taken from the bills of that city that prove it, and the
    account says so. Raises FactsError city_unknown or account_site_unknown when ``ranking`` does
    not hold it.
    """
    yield Step("account_sum", 0, _PARTS)
    offer = _offer(ranking, city, site_id)
    case, told = _case(ws, ranking, script, facts, offer, city, evidence, today)
    subsidy = case.judged() if told else offer.subsidy
    certain, expected, ceiling = nets(offer.cost, subsidy)
    yield Step("account_unlocks", 1, _PARTS)
    ways = unlocks(case, ws.money.changes)
    yield Step("account_questions", 2, _PARTS)
    own = replace(case, price=repricer(ws, ranking, script, city, site_id))
    asked = questions(own, offer.cost, ws.money.papers, _venues(ranking, offer))
    site = offer.site if isinstance(offer, SiteOffer) else None
    return Account(
        city,
        site_id,
        offer.cost,
        subsidy,
        offer.uplift,
        certain,
        expected,
        ceiling,
        review(case.book, case.place, case.facts, case.today),
        ways,
        asked,
        place_comparables(ws, case.facts, city, site_id, shows=_shown(ranking, offer)),
        reasons=(*offer.reasons, *told),
        city_en=offer.city_en if isinstance(offer, CityOffer) else offer.site.city_en,
        site_zh=site.name_zh if site is not None else "",
        site_en=site.name_en if site is not None else "",
    )


def _case(
    ws: Workspace,
    ranking: Ranking,
    script: Script,
    facts: ProjectFacts,
    offer: CityOffer | SiteOffer,
    city: str,
    evidence: Evidence,
    today: date | None,
) -> tuple[Case, tuple[Reason, ...]]:
    """How the project is judged, priced and reviewed there; what the bills add to the facts."""
    facts, told = with_evidence(facts, evidence, city, region_parents())
    site = offer.site if isinstance(offer, SiteOffer) else None
    place = (
        place_of(ws, site.adcode, site.city_zh, site.district_zh)
        if site is not None
        else city_place(ws, city)
    )
    day = today or date.today()
    book = ws.money.policies

    def reviewed(other: ProjectFacts) -> Review:
        return review(book, place, other, day)

    # facts of the shoot speak of the city: one day more is priced by its plan, not by one site
    price = repricer(ws, ranking, script, city)
    return Case(book, place, facts, day, region_parents(), price, reviewed), told


def _venues(ranking: Ranking, offer: CityOffer | SiteOffer) -> tuple[Site, ...]:
    """The places whose venue stands in the cost."""
    if isinstance(offer, SiteOffer):
        return (offer.site,)
    sites = {one.site.id: one.site for one in ranking.sites}
    return tuple(sites[each] for each in offer.sites)


def _shown(ranking: Ranking, offer: CityOffer | SiteOffer) -> bool:
    """Whether the audience would see the place itself."""
    if isinstance(offer, SiteOffer):
        return shows_place(offer.site, offer.matches)
    return any(
        shows_place(one.site, one.matches) for one in ranking.sites if one.site.id in offer.sites
    )


def compare(
    ws: Workspace,
    script: Script,
    facts: ProjectFacts,
    cities: Sequence[str],
    evidence: Evidence = NO_EVIDENCE,
    today: date | None = None,
    *,
    wishes: Wishes = Wishes(),  # noqa: B008 (frozen)
) -> Job[tuple[Account, ...]]:
    """Accounts of up to six cities side by side, in the order asked.

    ``wishes`` as for ``rank``, so that a city is priced by the same places as there.

    Raises FactsError too_many_cities beyond six, city_unknown for a city without sites.
    """
    wanted = tuple(dict.fromkeys(bare(city) for city in cities))
    if len(wanted) > MOST_CITIES:
        raise FactsError("too_many_cities", n=len(wanted), most=MOST_CITIES)
    weights = ws.default_weights
    ranking = yield from rank(ws, script, facts, weights, wanted, today, wishes=wishes)
    found = []
    for offer in ranking.cities:
        one = account(ws, ranking, script, facts, offer.city, None, evidence, today)
        found.append((yield from one))
    return tuple(found)


def _offer(ranking: Ranking, city: str, site_id: str | None) -> CityOffer | SiteOffer:
    if site_id is None:
        for town in ranking.cities:
            if town.city == city:
                return town
        raise FactsError("city_unknown", city=city)
    for offer in ranking.sites:
        if offer.site.id == site_id:
            return offer
    raise FactsError("account_site_unknown", site=site_id)


def find_site(ranking: Ranking, name: str) -> Site:
    """The ranked site with that id or name, or the only one whose name holds ``name``.

    Raises FactsError account_site_unknown, or account_site_many with their names.
    """
    sites = [offer.site for offer in ranking.sites]
    same = [one for one in sites if name in (one.id, one.name_zh, one.name_en)]
    found = same or [one for one in sites if name in one.name_zh or name in one.name_en]
    if not found:
        raise FactsError("account_site_unknown", site=name)
    if len(found) > 1:
        names = "、".join(one.name_zh for one in found[:MOST_CITIES])
        raise FactsError("account_site_many", site=name, n=len(found), names=names)
    return found[0]


def claim_file(
    ws: Workspace,
    result: PolicyResult,
    city: str,
    facts: ProjectFacts,
    evidence: Evidence,
    today: date | None = None,
) -> ClaimFile:
    """What one award needs: its papers, who gets them, by when, and the spending proved so far.

    Raises FactsError("claim_policy_gone") when the policy is in no file any more.
    """
    policy = ws.money.policies.get(result.policy_id)
    if policy is None:
        raise FactsError("claim_policy_gone", policy=result.title)
    day = today or date.today()
    parents = region_parents()
    return file_of(policy, result, city, facts, evidence, ws.money.papers, day, parents)


def evidenced_spend(evidence: Evidence, city: str) -> float:
    """Spending in ``city`` (CNY) that has an invoice title and a proof of payment."""
    return proved_spend(evidence.vouchers, city, parents=region_parents())


def fact_fields(ws: Workspace) -> tuple[FactField, ...]:
    """Every project fact that can be asked for, in the order of asking."""
    return all_fields(ws.fields, ws.money.policies, ws.phrases.templates)


def export_accounts(ws: Workspace, accounts: Sequence[Account], path: Path, lang: str) -> Job[Path]:
    """Write accounts side by side, then each place in full, as a workbook."""
    from geo.present.money_book import write_accounts

    yield Step("export_write")
    return write_accounts(accounts, ws.phrases, fact_fields(ws), path, lang)


def export_claims(
    ws: Workspace, files: Sequence[ClaimFile], evidence: Evidence, path: Path, lang: str
) -> Job[Path]:
    """Write the papers of the claims as a checklist, with the bills, as a workbook."""
    from geo.present.claim_book import write_claims

    yield Step("export_write")
    return write_claims(files, evidence, ws.phrases, path, lang)
