"""The ground of a plan: sites, ways, towns, light and holidays, looked up when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from math import ceil
from pathlib import Path
from typing import Generic, TypeVar

from geo.actions.planning.hires import owner_of
from geo.actions.planning.rules import PlanRules
from geo.actions.planning.strips import Work
from geo.actions.regions import home_city
from geo.actions.workspace import Workspace, locate
from geo.catalogue.search.rules import Drive, load_search_rules
from geo.errors import FactsError, PlanError
from geo.match import great_circle_km
from geo.model import Division, PlanWishes, ProjectFacts, Ranking, Site, SunTimes
from geo.money import CostFacts, Stop
from geo.money.cost.price import stop_at
from geo.money.cost.roads import Roads
from geo.plan.calendar import holidays_within, sun_times
from geo.plan.ground import Ground, Spot, Town, Way

START = "shoot.start_date"
FIRST_YEAR, LAST_YEAR = 1950, 2099
"""Years whose holidays are known or follow from the law."""

LONGEST = 400
"""Days from the first on of which holidays are looked up."""

K = TypeVar("K")
V = TypeVar("V")


class Asked(Mapping[K, V], Generic[K, V]):
    """A mapping whose values are worked out when first asked for; it lists those asked so far."""

    def __init__(self, make: Callable[[K], V]) -> None:
        self._make = make
        self._made: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(key)
        return found

    def __contains__(self, key: object) -> bool:
        try:
            self[key]  # type: ignore[index]
        except KeyError:
            return False
        return True

    def __iter__(self) -> Iterator[K]:
        return iter(tuple(self._made))

    def __len__(self) -> int:
        return len(self._made)


def make_ground(
    ws: Workspace,
    ranking: Ranking,
    facts: ProjectFacts,
    wishes: PlanWishes,
    work: Work,
    rules: PlanRules,
    cities: Sequence[str],
) -> Ground:
    """The ground of all sites of ``ranking``; ``cities`` gives the order of the towns.

    Ways are those of the user's road file, else the straight line by the rule of the search.
    """
    sites = tuple(offer.site for offer in ranking.sites)
    towns = tuple(_town(city, sites) for city in cities)
    index = {city: at for at, city in enumerate(cities)}
    owners = owner_of(sites)
    spots = {
        site.id: _spot(site, index[site.city_zh], rules, wishes, owners[site.id]) for site in sites
    }
    drive, roads = _drive(ws.assets), ws.money.costs.roads
    stops = {site.id: stop_at(site) for site in sites}

    def way(pair: tuple[str, str]) -> Way:
        return road_between(stops[pair[0]], stops[pair[1]], drive, roads, rules["truck"])

    start = start_of(facts)
    detour = ws.money.costs.assumed["rail_detour"].span.mid

    def light(at: tuple[int, date | None]) -> SunTimes:
        town = towns[at[0]]
        return sun_times(town.lat, town.lon, at[1])

    return Ground(
        {strip.id: strip for strip in work.strips},
        spots,
        towns,
        rules.of_work(),
        Asked(way),
        _legs(towns, home_city(facts), rules, roads, drive, detour),
        start,
        Asked(light),
        {} if start is None else holidays_within(start, LONGEST).names,
        rooms_of(facts, ws.money.costs),
    )


def start_of(facts: ProjectFacts) -> date | None:
    """The first shooting day, None while nobody has said."""
    told = facts.get(START)
    return told if isinstance(told, date) else None


def check_start(facts: ProjectFacts) -> None:
    """Refuse a first day that no calendar reaches. Raises PlanError("plan_start_bad")."""
    start = start_of(facts)
    if start is not None and not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise PlanError(
            "plan_start_bad", date=start.isoformat(), low=str(FIRST_YEAR), high=str(LAST_YEAR)
        )


def rooms_of(facts: ProjectFacts, costs: CostFacts) -> int:
    """Rooms for the crew, for one of the usual size where nobody has told it."""
    told = facts.get("crew.size")
    usual = costs.assumed["crew_unset"].span.mid
    people = told if isinstance(told, int | float) and told > 0 else usual
    return ceil(people / costs.assumed["persons_per_room"].span.mid)


@lru_cache(maxsize=2)
def _drive(assets: Path) -> Drive:
    return load_search_rules(assets / "search.yaml").drive


def road_between(one: Stop, two: Stop, drive: Drive, roads: Roads, truck: float) -> Way:
    """Kilometres and minutes of a truck from one stop to another; a time told is taken as it is."""
    road = roads.find(one, two)
    straight = great_circle_km(one.point, two.point)
    km = straight * drive.winding if road is None or road.km is None else road.km
    if road is not None and road.minutes is not None:
        return Way(km, round(road.minutes))
    return Way(km, round(drive.road_minutes(km) * truck))


def _town(city: str, sites: Sequence[Site]) -> Town:
    here = [site for site in sites if site.city_zh == city]
    found: Division | None = locate(city)
    lat = found.lat if found else sum(site.lat for site in here) / len(here)
    lon = found.lon if found else sum(site.lon for site in here) / len(here)
    # cities go by their Chinese name wherever they are priced
    return Town(city, city, next((site.city_en for site in here), city), lat, lon)


def _spot(site: Site, city: int, rules: PlanRules, wishes: PlanWishes, owner: str) -> Spot:
    return Spot(
        site.id,
        city,
        site.lat,
        site.lon,
        site.district_zh or "",
        bool(site.scene_types) and all(had.exposure == "outside" for had in site.scene_types),
        rules.has_homes(site),
        rules.is_crowded(site),
        frozenset(site.closed_weekdays or ()),
        tuple(wishes.windows.get(site.id, ())),
        site.parent or "",
        hire=owner,
    )


def _legs(
    towns: Sequence[Town],
    home: Division | None,
    rules: PlanRules,
    roads: Roads,
    drive: Drive,
    detour: float,
) -> dict[tuple[int, int], int]:
    """Minutes from town to town: by rail with both stations, or by road where that is sooner.

    Legs from a home that nobody has named take none; the plan says so.
    """
    stops = {at: Stop((one.zh,), (one.lat, one.lon)) for at, one in enumerate(towns)}
    if home is not None:
        stops[-1] = Stop((home.name,), (home.lat, home.lon))
    legs: dict[tuple[int, int], int] = {}
    for one in (-1, *range(len(towns))):
        for two in (-1, *range(len(towns))):
            if one == two or one not in stops or two not in stops:
                legs[one, two] = 0
                continue
            road = road_between(stops[one], stops[two], drive, roads, rules["truck"]).minutes
            km = great_circle_km(stops[one].point, stops[two].point) * detour
            rail = round(km / rules["rail_kmh"] * 60 + rules["station"])
            legs[one, two] = min(road, rail)
    return legs


def check_points(sites: Sequence[Site]) -> None:
    """Refuse a site that is nowhere. Raises FactsError("plan_no_point") with its name."""
    for site in sites:
        if not (-90 <= site.lat <= 90 and -180 <= site.lon <= 180):
            raise FactsError("plan_no_point", site=site.name_zh, site_en=site.name_en)
