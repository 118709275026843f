"""How figures, sources and names are written in files and on the console.

Unknown is a word, an estimate has ≈ and three figures.
"""

from __future__ import annotations

import math

from geo.model import Basis, CityOffer, Range, Site, Source
from geo.phrases import WAN, yuan

UNKNOWN = {"zh": "未知", "en": "not yet known"}
FLOOR = {"zh": "{low} 起，其余未知", "en": "from {low}, rest unknown"}
BEYOND = {"zh": "，场地价另加", "en": ", venue on top"}
# a rule, no count: nobody can tell the place on screen
NOT_SHOWN = "method.place_not_shown"
NO_CREDIT = {"zh": "认不出是这里，不计", "en": "not recognisable, none credited"}
UP_TO = {"zh": "0 – {high}，最多", "en": "0 – {high} at most"}


def _amount(value: float, unit: str, lang: str) -> str:
    if unit.startswith("CNY"):
        return yuan(value, lang)
    return f"{value:,.0f}"


def _three(value: float) -> float:
    """Round to three figures, for no estimate here is known better."""
    step = 10.0 ** max(0, math.floor(math.log10(abs(value) or 1)) - 2)
    return round(value / step) * step


def figure(given: Range, lang: str) -> str:
    """Write ``given`` in ``lang`` without its unit; unknown never looks like 0."""
    if given.method == NOT_SHOWN:
        return NO_CREDIT[lang]
    low, mid, high = given.low, given.mid, given.high
    if given.basis is Basis.ESTIMATED:
        low, mid, high = (end if end is None else _three(end) for end in (low, mid, high))
    if not given.known or (mid is None and high is None and not low):
        return UNKNOWN[lang]
    if mid is None and high is not None:
        return UP_TO[lang].format(high=_amount(high, given.unit, lang))
    if high is None:
        return FLOOR[lang].format(low=_amount(low or 0.0, given.unit, lang))
    mark = "≈ " if given.basis is Basis.ESTIMATED else ""
    if low is None or low == high:
        return f"{mark}{_amount(high, given.unit, lang)}"
    ends = _amount(low, given.unit, lang), _amount(high, given.unit, lang)
    if ends[1].endswith(" 万"):
        # one unit for both ends, and two figures where one decimal would leave none
        start = low / WAN
        told = f"{start:,.1f}" if abs(start) >= 0.1 or not start else f"{start:.2f}"
        ends = told.replace("-", "\N{MINUS SIGN}").removesuffix(".0"), ends[1]
    joiner = ("到" if lang == "zh" else " to ") if low < 0 else "–"
    return f"{mark}{ends[0]}{joiner}{ends[1]}{BEYOND[lang] if given.beyond else ''}"


def published(source: Source, lang: str) -> str:
    """Publisher and date; the date once, where the publisher's name tells it already."""
    publisher, date = source.publisher_in(lang), source.date or ""
    return " ".join(part for part in (publisher, "" if date in publisher else date) if part)


def cite(source: Source, lang: str = "zh") -> str:
    """Name a source in ``lang``: publisher, title, date; a link only where it is safe."""
    publisher, date = source.publisher_in(lang), source.date or ""
    parts = [publisher, f"《{source.title_in(lang)}》", "" if date in publisher else date]
    link = source.url if source.link_safe and source.url else ""
    return " ".join(part for part in [*parts, link] if part)


def site_name(site: Site, lang: str) -> str:
    """Name a site in ``lang``, in Chinese where it has no other name."""
    return site.name_en if lang == "en" and site.name_en else site.name_zh


def city_name(city: CityOffer, lang: str) -> str:
    """Name a ranked city in ``lang``."""
    return city.city_en if lang == "en" and city.city_en else city.city
