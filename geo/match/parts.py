"""The parts of a fit beside the place itself: era, hour, size, flags, craft, distance.

Each part gives one column of factors per kind of scene, so that a hundred night scenes cost one
look at the opening hours; the sentence for a factor is made only when someone asks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

import numpy as np

from geo.match.culture import carriers
from geo.match.opening import hours, open_at, told
from geo.match.rules import ERAS, Rules
from geo.model import FitPart, FloatArray, IntExt, Kind, Reason, Scene, Site, Vocabulary

CROWD = "crowd"
UNVERIFIED = "unverified"
EARTH_KM = 6371.0088
Key = TypeVar("Key", bound=Hashable)
Homes = Mapping[str, frozenset[str]]
Teller = Callable[[int, Site, Key, float], Reason | None]


@dataclass(frozen=True, slots=True)
class Side(Generic[Key]):
    """One part: ``keys`` per scene (None: it says nothing there), a column of factors per key.

    ``worst`` are the factors were every thing that nobody knows the worse; keys that have none are
    known. A part that is not ``counted`` is told alone. ``told`` keeps what has been said of a row
    and a key.
    """

    code: str
    keys: tuple[Key | None, ...]
    columns: Mapping[Key, FloatArray]
    tell: Teller[Key]
    worst: Mapping[Key, FloatArray] = field(default_factory=dict)
    counted: bool = True
    told: dict[tuple[int, Key], FitPart | None] = field(default_factory=dict)

    def column(self, scene: int, *, worst: bool = False) -> FloatArray | None:
        """The factors of all sites for scene number ``scene``, or None where all are 1."""
        key = self.keys[scene]
        if key is None or not self.counted:
            return None
        return self.worst.get(key, self.columns[key]) if worst else self.columns[key]

    def part(self, row: int, site: Site, scene: int) -> FitPart | None:
        """The part for one site and scene number ``scene``, None where it has nothing to say."""
        key = self.keys[scene]
        if key is None:
            return None
        if (row, key) not in self.told:
            factor = float(self.columns[key][row])
            reason = self.tell(row, site, key, factor)
            counts = factor if self.counted else 1.0
            part = None if reason is None else FitPart(self.code, counts, reason)
            self.told[row, key] = part
        return self.told[row, key]


def sides(
    sites: Sequence[Site],
    scenes: Sequence[Scene],
    vocabulary: Vocabulary,
    rules: Rules,
    base: tuple[float, float] | None,
    homes: Homes | None = None,
    uncounted: Collection[str] = (),
) -> tuple[Side[Any], ...]:
    """All parts of ``scenes`` (columns) against ``sites`` (rows).

    ``homes``: the cities of each craft, where ``sites`` are not all there are. The parts
    ``uncounted`` (codes) are told alone.
    """
    made: list[Side[Any]] = [
        _era(sites, scenes, rules),
        _time(sites, scenes, rules),
        _size(sites, scenes, rules),
        _flags(sites, scenes, rules),
        _culture(sites, scenes, vocabulary, rules, homes or {}),
    ]
    if base is not None:
        made.append(_distance(sites, scenes, rules, base))
    return tuple(replace(side, counted=side.code not in uncounted) for side in made)


def _side(
    code: str,
    keys: Sequence[Key | None],
    column: Callable[[Key], FloatArray],
    tell: Teller[Key],
    worst: Callable[[Key, FloatArray], FloatArray] | None = None,
) -> Side[Key]:
    columns = {key: column(key) for key in dict.fromkeys(keys) if key is not None}
    low = {} if worst is None else {key: worst(key, had) for key, had in columns.items()}
    return Side(code, tuple(keys), columns, tell, low)


def _era(sites: Sequence[Site], scenes: Sequence[Scene], rules: Rules) -> Side[str]:
    def column(era: str) -> FloatArray:
        table = rules.era[era]
        known: dict[tuple[str, ...], float] = {}
        for eras in {site.eras for site in sites}:
            known[eras] = max((table.get(had, 1.0) for had in eras), default=1.0)
        return np.array([known[site.eras] for site in sites], np.float32)

    def worst(era: str, had: FloatArray) -> FloatArray:
        return np.where(unknown, np.float32(min(rules.era[era].values())), had)

    def tell(_row: int, site: Site, era: str, factor: float) -> Reason:
        code = "ask_era" if not site.eras else "fit_era" if factor < 1 else "fit_era_right"
        return Reason(code, {"era": era})

    unknown = np.array([not site.eras for site in sites], bool)
    keys = [scene.era if scene.era in ERAS else None for scene in scenes]
    return _side("era", keys, column, tell, worst)


def _time(sites: Sequence[Site], scenes: Sequence[Scene], rules: Rules) -> Side[float]:
    """Opening hours against the hour of an outside scene; a room can be made dark at noon."""
    hour_of = rules.parts.open_at
    windows = [() if site.kind is Kind.BASE else hours(site) for site in sites]

    def column(hour: float) -> FloatArray:
        shut = [bool(known) and not open_at(known, hour) for known in windows]
        return np.where(shut, np.float32(rules.parts.shut), np.float32(1))

    def worst(_hour: float, had: FloatArray) -> FloatArray:
        return np.where(unknown, np.float32(rules.parts.shut), had)

    def tell(row: int, _site: Site, hour: float, factor: float) -> Reason:
        known = windows[row]
        if not known:
            return Reason("ask_time", {"hour": hour})
        code = "fit_time_shut" if factor < 1 else "fit_time_open"
        return Reason(code, {"hour": hour, "open": told(known)})

    unknown = np.array([not known for known in windows], bool)
    outside = [None if scene.int_ext is IntExt.INT else scene.time for scene in scenes]
    keys = [None if time is None else hour_of.get(time) for time in outside]
    return _side("time", keys, column, tell, worst)


def _people(scene: Scene) -> int | None:
    """Cast and extras of an inside scene, None where nobody wrote how many extras."""
    if scene.int_ext is not IntExt.INT:
        return None
    counts = [flag.count for flag in scene.flags if flag.code == CROWD and flag.count]
    return sum(counts) + len(scene.cast) if counts else None


def _size(sites: Sequence[Site], scenes: Sequence[Scene], rules: Rules) -> Side[int]:
    """Room for the people in the picture: a set can have no more than all floors of its site."""
    parts = rules.parts
    areas = np.array([site.indoor_area_m2 or np.inf for site in sites], np.float32)
    # the floor of one set, where anybody can tell
    floors = [(site.indoor_area_m2 or 0) / (site.sets_count or np.inf) for site in sites]
    sets = np.array(floors, np.float32)

    def column(people: int) -> FloatArray:
        share = areas / np.float32(people * parts.m2_per_person)
        held: FloatArray = np.clip(share, np.float32(parts.tight), np.float32(1))
        return held

    def worst(people: int, had: FloatArray) -> FloatArray:
        asked = (had >= 1) & (sets < np.float32(people * parts.m2_per_person))
        return np.where(asked, np.float32(parts.tight), had)

    def tell(_row: int, site: Site, people: int, factor: float) -> Reason:
        area = site.indoor_area_m2
        if area and factor < 1:
            return Reason("fit_size_tight", {"people": people, "area": area})
        if area and site.sets_count and area / site.sets_count >= people * parts.m2_per_person:
            return Reason("fit_size_room", {"people": people, "area": area / site.sets_count})
        return Reason("ask_size", {"people": people})

    return _side("size", [_people(scene) for scene in scenes], column, tell, worst)


def _flags(sites: Sequence[Site], scenes: Sequence[Scene], rules: Rules) -> Side[frozenset[str]]:
    """Fire, fights and the like at a protected place: the worst of them counts."""
    factors, protected = rules.parts.flags, set(rules.parts.protected)
    guarded = np.array([_grade(site, protected) is not None for site in sites], bool)

    def key(scene: Scene) -> frozenset[str] | None:
        return frozenset(flag.code for flag in scene.flags if flag.code in factors) or None

    def column(flags: frozenset[str]) -> FloatArray:
        worst = min(factors[code] for code in flags)
        return np.where(guarded, np.float32(worst), np.float32(1))

    def tell(row: int, site: Site, flags: frozenset[str], _factor: float) -> Reason | None:
        if not guarded[row]:
            return None
        codes = [code for code in factors if code in flags]
        values = {"flags": ",".join(codes), "level": str(_grade(site, protected))}
        return Reason("fit_flags", values)

    return _side("flags", [key(scene) for scene in scenes], column, tell)


def _grade(site: Site, protected: set[str]) -> str | None:
    known = (level for level in site.levels if level.certainty != UNVERIFIED)
    return next((level.code for level in known if level.code in protected), None)


def _culture(
    sites: Sequence[Site],
    scenes: Sequence[Scene],
    vocabulary: Vocabulary,
    rules: Rules,
    homes: Homes,
) -> Side[tuple[str, ...]]:
    """Living crafts: the mean over the terms that a scene leans on."""
    asked = {need.term for scene in scenes for need in scene.culture} & set(vocabulary.culture)
    found = carriers(sites, [vocabulary.culture[code] for code in asked])
    rows: dict[str, FloatArray] = {}
    for code, (own, here) in found.items():
        cities = homes.get(code, here)
        row = np.full(len(sites), rules.culture_none, np.float32)
        row[[i for i, site in enumerate(sites) if site.adcode in cities]] = rules.culture_city
        row[list(own)] = rules.culture_site
        rows[code] = row

    def column(terms: tuple[str, ...]) -> FloatArray:
        known = [rows[term] for term in terms if term in rows]
        mean: FloatArray = np.mean(known, axis=0, dtype=np.float32)
        return mean

    def tell(_row: int, _site: Site, terms: tuple[str, ...], share: float) -> Reason:
        code = "fit_culture_none" if share < 1 else "fit_culture"
        return Reason(code, {"terms": ",".join(terms), "share": round(share, 3)})

    asking = [tuple(need.term for need in scene.culture) for scene in scenes]
    keys = [terms if any(term in rows for term in terms) else None for terms in asking]
    return _side("culture", keys, column, tell)


def distance_km(sites: Sequence[Site], base: tuple[float, float]) -> FloatArray:
    """Great-circle kilometres from ``base`` (latitude, longitude) to each site."""
    return _km([(site.lat, site.lon) for site in sites], base)


def great_circle_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle kilometres between two points (latitude, longitude)."""
    return float(_km([one], other)[0])


def _km(points: Sequence[tuple[float, float]], base: tuple[float, float]) -> FloatArray:
    places = np.radians(np.array(points, float).reshape(-1, 2))
    lat, lon = np.radians(base)
    half = np.sin((places[:, 0] - lat) / 2) ** 2
    half += np.cos(lat) * np.cos(places[:, 0]) * np.sin((places[:, 1] - lon) / 2) ** 2
    km: FloatArray = (2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1)))).astype(np.float32)
    return km


def _distance(
    sites: Sequence[Site], scenes: Sequence[Scene], rules: Rules, base: tuple[float, float]
) -> Side[str]:
    parts = rules.parts
    km = distance_km(sites, base)
    share = np.clip((km - parts.near_km) / (parts.far_km - parts.near_km), 0, 1)
    factors = (1 - share * (1 - parts.far)).astype(np.float32)

    def tell(row: int, _site: Site, _key: str, _factor: float) -> Reason:
        return Reason("fit_distance", {"km": round(float(km[row]), 1)})

    return _side("distance", ["base"] * len(scenes), lambda _key: factors, tell)
