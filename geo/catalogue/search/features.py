"""What the sites of a catalogue are, by row: city, district, kind, grades, eras, scene types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from geo.catalogue.search.lexicon import Meaning
from geo.model import Site, Term, Vocabulary

Scores: TypeAlias = NDArray[np.float32]
Rows: TypeAlias = NDArray[np.int32]

MUNICIPALITIES = ("11", "12", "31", "50")

LATER, LESS = 4, 0.04
"""A scene type named later than first counts so much less for each place, up to the fifth."""

STAND_IN_SHARE = 0.8
"""A perfect stand-in would count so much of the real thing: it never comes before it."""


class Features:
    """Answers which rows are what; a row may be many things."""

    def __init__(self, sites: Sequence[Site], vocabulary: Vocabulary, least: float) -> None:
        self._count = len(sites)
        self._vocabulary = vocabulary
        self._least = least
        lists: dict[tuple[Term, str], list[int]] = {}
        for row, site in enumerate(sites):
            for key in _keys(site):
                lists.setdefault(key, []).append(row)
        self._rows = {key: np.array(rows, np.int32) for key, rows in lists.items()}
        self.cities = {site.city_zh: site.city_en for site in sites}
        self.districts = {
            (site.adcode[: 2 if site.adcode.endswith("0000") else 4], site.district_zh)
            for site in sites
            if site.district_zh
        }

    def rows(self, term: Term, codes: Iterable[str]) -> Rows:
        """Rows that have one of ``codes``; a row may repeat."""
        found = (self._rows[term, code] for code in codes if (term, code) in self._rows)
        return np.concatenate([np.empty(0, np.int32), *found])

    def scores(self, meaning: Meaning) -> tuple[Scores, NDArray[np.uint8], tuple[str, ...]]:
        """Scores (N,) 0 to 1, and by which of some scene types (from 1; 0: no stand-in) each row.

        Only a scene type has scores between 0 and 1: those of what stands in for it.
        """
        scores = np.zeros(self._count, np.float32)
        by = np.zeros(self._count, np.uint8)
        served: tuple[str, ...] = ()
        if meaning.term is Term.SCENE_TYPE:
            quality = self._stand_ins(meaning.codes)
            served = tuple(sorted(quality, key=lambda code: quality[code]))
            for number, code in enumerate(served, start=1):
                rows = self.rows(Term.SCENE_TYPE, (code,))
                scores[rows], by[rows] = quality[code] * STAND_IN_SHARE, number
        codes = meaning.codes
        if meaning.term is Term.CITY and len(codes[0]) == len("320508") and codes[0].isdigit():
            rows = self._district_rows(codes[0], meaning.name)
        else:
            rows = self.rows(meaning.term, codes)
        scores[rows], by[rows] = 1, 0
        if meaning.term is Term.SCENE_TYPE:
            self._typical(scores, codes)
        return scores, by, served

    def _typical(self, scores: Scores, codes: Sequence[str]) -> None:
        """Places that name one of ``codes`` among their first are more typical of it."""
        for place in range(LATER, -1, -1):
            rows = self.rows(Term.SCENE_TYPE, (f"{code} {place}" for code in codes))
            scores[rows] = 1 - LESS * place

    def _district_rows(self, adcode: str, name: str) -> Rows:
        """Rows in the county called ``name`` of the city of ``adcode``."""
        rows = self.rows(Term.CITY, (name,))
        city = adcode[:2] if adcode[:2] in MUNICIPALITIES else adcode[:4]
        return rows[np.isin(rows, self.rows(Term.CITY, (city,)))]

    def _stand_ins(self, codes: Sequence[str]) -> Mapping[str, float]:
        """How well each other scene type stands in for one of ``codes``, where well enough."""
        found: dict[str, float] = {}
        for code in codes:
            kind = self._vocabulary.scene_types.get(code)
            for one in kind.stand_ins if kind is not None else ():
                if one.quality >= self._least:
                    found[one.scene_type] = max(found.get(one.scene_type, 0.0), one.quality)
        return found


def _keys(site: Site) -> list[tuple[Term, str]]:
    """All that a site is; of its city the beginnings of the code, and the district's name."""
    keys = [
        (Term.CITY, site.adcode[:2]),
        (Term.CITY, site.adcode[:4]),
        (Term.KIND, site.kind.value),
    ]
    if site.district_zh:
        keys.append((Term.CITY, site.district_zh))
    keys += [(Term.LEVEL, level.code) for level in site.levels]
    keys += [(Term.ERA, era) for era in site.eras]
    for place, had in enumerate(site.scene_types):
        keys.append((Term.SCENE_TYPE, had.scene_type))
        keys.append((Term.SCENE_TYPE, f"{had.scene_type} {min(place, LATER)}"))
    return keys
