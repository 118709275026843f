"""What a search found, and places alike, as lines for a terminal and as JSON documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.model import Alike, Found, Hit, Reason, Site, Understood
from geo.phrases import Phrases
from geo.present.console import table
from geo.present.documents import reason_documents
from geo.present.figures import site_name

Places = Mapping[str, Site]


def found_document(found: Found, places: Places, most: int) -> dict[str, Any]:
    """The query, how it was understood, how many places meet it, and the first ``most``."""
    return {
        "query": found.query,
        "terms": [_term_document(term) for term in found.terms],
        "count": len(found.hits),
        "hits": [_hit_document(hit, places[hit.site_id]) for hit in found.hits[:most]],
    }


def found_lines(
    found: Found, places: Places, phrases: Phrases, lang: str, most: int
) -> Sequence[str]:
    """How the query was understood, the first ``most`` places with why, and how many more."""
    told = [phrases.tell(term.told, lang) for term in found.terms]
    understood = phrases.say("console_understood", lang, {"terms": " + ".join(told)})
    rows = [
        (*_place(places[hit.site_id], lang), _why(hit.why, phrases, lang))
        for hit in found.hits[:most]
    ]
    count = phrases.say("console_found", lang, {"count": len(found.hits), "shown": len(rows)})
    return [*([understood] if told else []), *table(rows), count]


def alike_document(site: Site, alike: Sequence[Alike], places: Places) -> dict[str, Any]:
    """The place compared with, and those most like it."""
    return {
        "site_id": site.id,
        "name": site.name_zh,
        "alike": [
            {
                **_named(places[one.site_id]),
                "likeness": one.likeness,
                "why": reason_documents(one.why),
            }
            for one in alike
        ],
    }


def alike_lines(
    site: Site, alike: Sequence[Alike], places: Places, phrases: Phrases, lang: str
) -> Sequence[str]:
    """Places most like ``site``, with what they share and what is missing."""
    rows = [
        (
            f"{one.likeness:.2f}",
            *_place(places[one.site_id], lang),
            _why(one.why, phrases, lang),
        )
        for one in alike
    ]
    head = phrases.say("console_alike", lang, {"site": site.name_zh, "site_en": site.name_en})
    return [head, *table(rows)]


def _place(site: Site, lang: str) -> tuple[str, str, str]:
    city = site.city_en if lang == "en" else site.city_zh
    return site.id, site_name(site, lang), city


def _why(reasons: Sequence[Reason], phrases: Phrases, lang: str) -> str:
    between = "; " if lang == "en" else "；"
    return between.join(phrases.tell(one, lang) for one in reasons)


def _named(site: Site) -> dict[str, Any]:
    return {"site_id": site.id, "name": site.name_zh, "city": site.city_zh}


def _term_document(term: Understood) -> dict[str, Any]:
    return {
        "term": term.term.value,
        "written": term.written,
        "code": term.code,
        "site_id": term.site_id,
        "km": term.km,
        "minutes": term.minutes,
        "told": reason_documents([term.told])[0],
    }


def _hit_document(hit: Hit, site: Site) -> dict[str, Any]:
    return {
        **_named(site),
        "score": hit.score,
        "km": hit.km,
        "minutes": hit.minutes,
        "why": reason_documents(hit.why),
    }
