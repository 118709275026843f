"""Which sites and cities carry a living craft, read from the catalogue's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geo.model import CultureTerm, Kind, Site


def carries(site: Site, term: CultureTerm) -> bool:
    """Whether the catalogue says that ``site`` carries ``term``.

    The notes of an ICH site describe the craft itself; those of other sites may merely mention
    one, so only their names count.
    """
    text = site.name_zh
    if site.kind is Kind.ICH:
        text = f"{text}\n{site.notes_zh or ''}"
    return any(word in text for word in term.in_catalogue)


def carriers(
    sites: Sequence[Site], terms: Iterable[CultureTerm]
) -> Mapping[str, tuple[frozenset[int], frozenset[str]]]:
    """Per term code: the indices of sites that carry it, and the codes of their cities."""
    found: dict[str, tuple[frozenset[int], frozenset[str]]] = {}
    for term in terms:
        own = frozenset(i for i, site in enumerate(sites) if carries(site, term))
        found[term.code] = own, frozenset(sites[i].adcode for i in own)
    return found
