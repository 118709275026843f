"""What may leave the office: everything private is taken out here, before anything is worked out.

Prices told on the phone are taken from the sites and the rates before a cost is made of them, so
that no figure of the pack can be undone into one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.model import Basis, Policy, Range, Reason, Site, Source, Subsidy, Takings, Uplift
from geo.model.pitch import Audience, Disclosed, Disclosure, PitchWishes, SiteFile
from geo.money import CostFacts, UpliftModel

Kinds = Collection[Disclosure]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the office has of the places pitched, private things and all.

    ``left_out``: photos that cannot be put into a pack, and why; ``broken_packs``: base maps that
    cannot be used; ``broken_logo``: why the logo cannot.
    """

    sites: tuple[Site, ...]
    files: Mapping[str, SiteFile]
    contacts: Mapping[str, str]
    costs: CostFacts
    rivals: tuple[str, ...] = ()
    left_out: tuple[Reason, ...] = ()
    broken_packs: tuple[Reason, ...] = ()
    broken_logo: tuple[Reason, ...] = ()


def public_site(site: Site, given: Kinds) -> Site:
    """``site`` without prices told to the office, and without notes of its own, unless given."""
    if Disclosure.QUOTES not in given and told_prices(site):
        site = replace(site, hires=tuple(one for one in site.hires if one.basis != Basis.QUOTED))
    if Disclosure.NOTES not in given and own_notes(site):
        site = replace(site, notes_zh=None, notes_en=None)
    return site


def told_prices(site: Site) -> bool:
    """Whether a price of the site was told to the office."""
    return any(one.basis is Basis.QUOTED for one in site.hires)


def own_notes(site: Site) -> bool:
    """Whether the notes of the site may be the office's own: a published record has been edited."""
    return site.by_hand and bool(site.notes_zh or site.notes_en)


def public_costs(costs: CostFacts, given: Kinds) -> CostFacts:
    """``costs`` without the rates that the user told, unless given."""
    return costs if Disclosure.QUOTES in given else replace(costs, own_rates={})


def public_uplift(uplift: Uplift, model: UpliftModel) -> Uplift:
    """``uplift`` without the names of those who told the office its own assumptions."""
    parameters = model.parameters.values()
    own = {source for one in parameters if one.told_by for source in one.sources}

    def nameless(given: Range) -> Range:
        kept = (replace(one, publisher="") if one in own else one for one in given.sources)
        return replace(given, sources=tuple(kept))

    if not own:
        return uplift
    takings = uplift.takings
    if takings is not None:
        names = ("site", "jobs", "jobs_nation", "jobs_local")
        takings = Takings(*(nameless(getattr(takings, name)) for name in names))
    return replace(
        uplift,
        visits=nameless(uplift.visits),
        city_revenue=nameless(uplift.city_revenue),
        crew_spending=nameless(uplift.crew_spending),
        takings=takings,
        quarters=tuple(map(nameless, uplift.quarters)),
    )


def public_subsidy(subsidy: Subsidy, policies: Iterable[Policy]) -> Subsidy:
    """``subsidy`` without the names of those who told the office of ``policies``.

    A policy that nobody printed has the one who told it as its source; here its issuer stands.
    """
    own = {
        source: replace(source, publisher=one.issuer)
        for one in policies
        if one.told_by
        for source in one.sources
        if source.publisher == one.told_by
    }
    if not own:
        return subsidy

    def nameless(sources: Iterable[Source]) -> tuple[Source, ...]:
        return tuple(own.get(source, source) for source in sources)

    amount = replace(subsidy.amount, sources=nameless(subsidy.amount.sources))
    judged = (replace(one, sources=nameless(one.sources)) for one in subsidy.policies)
    return replace(subsidy, amount=amount, policies=tuple(judged))


def public_file(file: SiteFile, site: Site, contact: str, given: Kinds) -> SiteFile:
    """``file`` with what may be given out; ``contact`` is what the project itself has noted.

    What the office wrote into the record of ``site`` stands with its other notes.
    """
    if Disclosure.OWNER not in given:
        file = replace(file, owner="", owner_phone="")
    elif contact and not (file.owner or file.owner_phone) and contact not in said(file):
        file = replace(file, owner=contact)
    if Disclosure.FLOOR not in given:
        file = replace(file, floor_price=None)
    if Disclosure.NOTES not in given:
        file = replace(file, notes="")
    elif own_notes(site):
        own = site.notes_zh or site.notes_en or ""
        file = replace(file, notes="\n".join(dict.fromkeys(filter(None, (file.notes, own)))))
    # who told it is the office's own affair
    return replace(file, told_by="", told_on="")


def said(file: SiteFile) -> tuple[str, ...]:
    """The public contact, in the ways in which people write it."""
    both = f"{file.contact} {file.phone}".strip()
    return tuple(one for one in (file.contact, file.phone, both) if one)


def shows_rivals(wishes: PitchWishes) -> bool:
    """Whether places of other cities may stand beside ours."""
    return Disclosure.RIVALS in wishes.disclose or wishes.audience is not Audience.PUBLIC


def disclosed(kept: Kept, wishes: PitchWishes) -> tuple[Disclosed, ...]:
    """Everything that the pack gives out or holds back, kind by kind, the open kinds first."""
    sites, files, given = kept.sites, kept.files, wishes.disclose

    def of(code: str, some: Iterable[Site], kind: Disclosure | None = None) -> Disclosed:
        named = tuple(named_site(site) for site in some)
        goes = kind is None or kind in given
        return Disclosed(code, len(named), kind is not None, goes, named)

    def filed(*names: str) -> list[Site]:
        return [
            site
            for site in sites
            if site.id in files
            and any(getattr(files[site.id], one) not in ("", None) for one in names)
        ]

    rates = tuple(kept.costs.own_rates)
    quotes = of("quotes", filter(told_prices, sites), Disclosure.QUOTES)
    if rates:
        own = Reason("disclosed_own_rates", {"n": len(rates)})
        quotes = replace(quotes, count=quotes.count + len(rates), items=(*quotes.items, own))
    contacts = [
        site
        for site in sites
        if kept.contacts.get(site.id)
        and kept.contacts[site.id] not in said(files.get(site.id, SiteFile(site.id)))
    ]
    owners = list(dict.fromkeys((*filed("owner", "owner_phone"), *contacts)))
    notes = list(dict.fromkeys((*filed("notes"), *filter(own_notes, sites))))
    logo = Disclosed("broken_logo", len(kept.broken_logo), False, False, kept.broken_logo)
    photos = of("photo_place", (site for site in sites if site.photos), Disclosure.PHOTO_PLACE)
    return (
        of("sites", sites),
        of("contacts", filed("contact", "phone")),
        _photos(sites, kept.left_out),
        of("owner", owners, Disclosure.OWNER),
        of("floor", filed("floor_price"), Disclosure.FLOOR),
        quotes,
        of("notes", notes, Disclosure.NOTES),
        replace(photos, count=sum(len(site.photos) for site in sites)),
        _rivals(kept.rivals, wishes),
        Disclosed("broken_packs", len(kept.broken_packs), False, False, kept.broken_packs),
        *([logo] if logo.count else []),
    )


def _photos(sites: Sequence[Site], left_out: tuple[Reason, ...]) -> Disclosed:
    """The photos that go out, and those that cannot, with what to do about it."""
    with_some = [site for site in sites if site.photos]
    count = sum(len(site.photos) for site in with_some) - len(left_out)
    items = (*map(named_site, with_some), *left_out)
    return Disclosed("photos", count, False, True, items)


def _rivals(names: Sequence[str], wishes: PitchWishes) -> Disclosed:
    items = tuple(Reason("disclosed_rival", {"name": name}) for name in names)
    return Disclosed("rivals", len(names), True, shows_rivals(wishes), items)


def named_site(site: Site) -> Reason:
    """A place by its names."""
    values = {"site": site.name_zh, "site_en": site.name_en or site.name_zh}
    return Reason("disclosed_site", values)
