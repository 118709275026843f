"""What the explanation of the chosen place or city is made of."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import CityOffer, Hire, Range, Reason, Site, SiteOffer
from gui.pages.words import kind_word, type_name
from gui.session import State
from gui.texts import present_number
from gui.widgets.alike_section import Likeness
from gui.widgets.detail_sections import Say
from gui.widgets.detail_view import (
    DetailView,
    Kin,
    detail_of_city,
    detail_of_place,
    detail_of_site,
)

SCENES_TOLD = 8
_UNITS = {"hour": "CNY/hour", "overtime": "CNY/hour", "day": "CNY/day", "base_day": "CNY/day"}


def price_words(hires: tuple[Hire, ...], lang: str) -> str:
    """What a place costs to hire, as people say it: 300 元/小时 · 2,000 元/天."""
    told = []
    for hire in hires:
        unit = _UNITS.get(hire.per, "CNY")
        figure = Range(hire.amount, hire.amount, hire.amount, unit, hire.basis)
        words = present_number(figure, lang).full
        told.append(_priced(hire.per).format(price=words))
    return " · ".join(told) or QCoreApplication.translate("Words", "价钱还没问")


def _priced(per: str) -> str:
    """What a price is for, around the figure; a day and an hour say so by their unit."""
    words = {
        "base_day": QCoreApplication.translate("Words", "整个基地 {price}"),
        "half_day": QCoreApplication.translate("Words", "半天 {price}"),
        "overtime": QCoreApplication.translate("Words", "超时 {price}"),
        "minimum": QCoreApplication.translate("Words", "最少 {price}"),
        "deposit": QCoreApplication.translate("Words", "押金 {price}"),
    }
    return words.get(per, "{price}")


def explain_site(
    state: State, offer: SiteOffer | None, say: Say, hints: tuple[Reason, ...]
) -> DetailView | None:
    """Why the chosen place stands where it does; of one that is not ranked, what is known."""
    site = state.site(state.selection.site)
    if site is None:
        return None
    sets, base = _sets(state, site), _base(state, site)
    if offer is None:
        return detail_of_place(site, _facts(state, site, say), sets=sets, base=base)
    mine = [one for one in hints if one.values.get("site_id") == site.id]
    about = site_facts(site, say, english=state.language == "en")
    scenes = state.script.scenes if state.script is not None else ()
    left_out = state.ranking.excluded if state.ranking is not None else ()
    return detail_of_site(
        offer,
        say,
        labels={scene.id: scene.label for scene in scenes},
        hints=mine,
        about=about,
        photos=site.photos,
        sets=sets,
        base=base,
        excluded=next((one for one in left_out if one.site_id == site.id), None),
        agreed=site.id in state.wishes.agreed,
    )


def likenesses(state: State, say: Say) -> tuple[Likeness, ...]:
    """The places like the one asked about, as they are told."""
    told = []
    for one in state.alike:
        site = state.site(one.site_id)
        if site is not None:
            why = " ".join(say(reason) for reason in one.why)
            told.append(Likeness(site.id, _name(state, site), one.likeness, why))
    return tuple(told)


def explain_city(
    state: State, offer: CityOffer | None, say: Say, hints: tuple[Reason, ...]
) -> DetailView | None:
    """Why a city stands where it does."""
    if offer is None:
        return None
    mine = [one for one in hints if one.values.get("city") == offer.city]
    english = (site.city_en for site in state.sites if site.city_zh == offer.city)
    return detail_of_city(offer, say, name_en=next(english, ""), hints=mine)


def _name(state: State, site: Site) -> str:
    return site.name_en or site.name_zh if state.language == "en" else site.name_zh


def _sets(state: State, site: Site) -> tuple[Kin, ...] | None:
    """The sets of a base; None for what can have none."""
    found = tuple(
        Kin(one.id, _name(state, one), price_words(one.hires, state.language))
        for one in state.sites.sets.get(site.id, ())
    )
    return found if found or (site.kind == "filming_base" and site.parent is None) else None


def _base(state: State, site: Site) -> Kin | None:
    base = state.site(site.parent)
    if base is None:
        return None
    return Kin(base.id, _name(state, base), price_words(base.hires, state.language))


def _facts(state: State, site: Site, say: Say) -> tuple[str, ...]:
    """Kind, where, what it is good for, what it costs, what was noted."""
    english = state.language == "en"
    where = site.city_en if english else f"{site.city_zh} {site.district_zh or ''}".strip()
    known = state.vocabulary.scene_types if state.vocabulary is not None else {}
    types = [
        type_name(known.get(one.scene_type), one.scene_type, state.language)
        for one in site.scene_types[:SCENES_TOLD]
    ]
    return (
        f"{kind_word(site.kind)} · {where}",
        (", " if english else "、").join(types),
        price_words(site.hires, state.language) if site.hires else "",
        *site_facts(site, say, english=english),
    )


def site_facts(site: Site, say: Say, *, english: bool) -> tuple[str, ...]:
    """What the catalogue knows of a place, a sentence each; what nobody knows is left out."""
    told: list[str | None] = []
    if site.levels:
        codes = ",".join(level.code for level in site.levels)
        sure = all(level.certainty == "sourced" for level in site.levels)
        told.append(say(Reason("about.level" if sure else "about.level_unsure", {"levels": codes})))
    told += (
        (site.opening_note_en, site.notes_en)
        if english
        else (
            site.opening_note_zh,
            site.notes_zh,
        )
    )
    if site.ticket_cny is not None:
        code = "about.ticket" if site.ticket_cny else "about.ticket_free"
        told.append(say(Reason(code, {"amount": site.ticket_cny})))
    if site.annual_visitors is not None:
        year = site.annual_visitors_year
        values = {"visitors": site.annual_visitors, "year": year or 0}
        told.append(say(Reason("about.visitors" if year else "about.visitors_no_year", values)))
    if site.indoor_area_m2 is not None:
        told.append(say(Reason("about.indoor", {"area": site.indoor_area_m2})))
    if site.sets_count is not None:
        told.append(say(Reason("about.sets", {"count": site.sets_count})))
    told.append(site.crews_hosted_en if english else site.crews_hosted_zh)
    if site.known_productions:
        titles = (", " if english else "、").join(site.known_productions)
        told.append(say(Reason("about.productions", {"titles": titles})))
    return tuple(one for one in told if one)
