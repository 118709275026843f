"""Which sites and cities carry a living craft, read from the catalogue's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from geo.model import CultureTerm, Kind, Site


def carriers(
    sites: Sequence[Site], terms: Iterable[CultureTerm]
) -> Mapping[str, tuple[frozenset[int], frozenset[str]]]:
    """Per term code: the indices of sites that carry it, and the codes of their cities.

    The notes of an ICH site describe the craft itself; those of other sites may merely mention
    one, so only their names count.
    """
    terms = tuple(terms)
    words = {word for term in terms for word in term.in_catalogue}
    # one look at a name says whether any craft is in it; most have none
    any_word = re.compile("|".join(map(re.escape, sorted(words))) or r"(?!)")
    told = ((row, _text(site)) for row, site in enumerate(sites))
    texts = [(row, text) for row, text in told if any_word.search(text)]
    found: dict[str, tuple[frozenset[int], frozenset[str]]] = {}
    for term in terms:
        own = frozenset(
            row for row, text in texts if any(word in text for word in term.in_catalogue)
        )
        found[term.code] = own, frozenset(sites[row].adcode for row in own)
    return found


def _text(site: Site) -> str:
    """What the catalogue says of the crafts that live at ``site``."""
    if site.kind is Kind.ICH and site.notes_zh:
        return f"{site.name_zh}\n{site.notes_zh}"
    return site.name_zh
