"""Which names of land and water a view asks for, and where they would like to stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from geo.model import BaseMap, Rings
from gui import theme
from gui.widgets.map_camera import Bounds, Camera, to_world
from gui.widgets.map_labels import Voice, Wish
from gui.widgets.map_paths import label_point

PROVINCES = (3.3, 6.4)
CITIES = (6.6, 10.6)
COUNTIES_FROM = 8.3
HOMES_BELOW = 7.6
SHIFTS = (
    (0.0, 0.0),
    (0.0, -16.0),
    (0.0, 16.0),
    (-26.0, 0.0),
    (26.0, 0.0),
    (0.0, -30.0),
    (0.0, 30.0),
)
# names of the cities in question stand round the group of their sites
ROUND_GROUP = ((0.0, -38.0), (0.0, 38.0), (-50.0, 0.0), (50.0, 0.0), *SHIFTS)
BRACKETS = re.compile(r"[（(][^）)]*[）)]")
LONG_NAME, MOST_HAN, MOST_LATIN = 8, 13, 26
PEOPLES = re.compile(
    "(?:土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古"
    "|哈萨克|柯尔克孜|朝鲜族)+自治州$"
)
LONG_SUFFIXES = ("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区")


def short_name(name: str) -> str:
    """A province or city as a map writes it: 广西, 苏州."""
    for suffix in LONG_SUFFIXES:
        if name.endswith(suffix):
            return name.removesuffix(suffix)
    name = PEOPLES.sub("", name)
    return name[:-1] if len(name) > 2 and name[-1] in "省市" else name


def label_text(name: str) -> str:
    """A site's name short enough for a label: without what stands in brackets, then cut."""
    bare = BRACKETS.sub("", name).strip() or name
    short = bare if len(name) > LONG_NAME else name
    most = MOST_HAN if any(ord(letter) > 0x2E80 for letter in short) else MOST_LATIN
    return short if len(short) <= most else short[: most - 1].rstrip(" ·,") + "…"


class _Places:
    """Areas with boxes; label points are worked out when first in view."""

    def __init__(self, areas: Iterable[Rings]) -> None:
        self.areas = tuple(area for area in areas if len(area.points))
        points = [area.points for area in self.areas] or [np.empty((0, 2))]
        starts = np.cumsum([0, *(len(each) for each in points[:-1])])
        flat = np.vstack(points)
        self._boxes: NDArray[np.float64] = np.empty((0, 4))
        if len(flat):
            low, high = (f.reduceat(flat, starts) for f in (np.minimum, np.maximum))
            self._boxes = np.hstack([low, high])
        self._spots: dict[int, tuple[float, float]] = {}

    def touching(self, bounds: Bounds) -> Sequence[int]:
        """Which areas' boxes meet ``(west, south, east, north)``."""
        west, south, east, north = bounds
        box = self._boxes
        meets = (box[:, 0] <= east) & (box[:, 2] >= west)
        meets &= (box[:, 1] <= north) & (box[:, 3] >= south)
        answer: list[int] = np.flatnonzero(meets).tolist()
        return answer

    def has_spot(self, at: int) -> bool:
        """Whether the place of a name is worked out already."""
        return at in self._spots

    def spot(self, at: int) -> tuple[float, float]:
        """World point at which the name of an area reads best."""
        if at not in self._spots:
            lon, lat = label_point(self.areas[at])
            x, y = to_world(np.array([lon]), np.array([lat]))
            self._spots[at] = (float(x[0]), float(y[0]))
        return self._spots[at]


class MapNames:
    """The names of a base map."""

    def __init__(self, base: BaseMap) -> None:
        self._provinces = _Places(base.provinces)
        self._cities = _Places(base.cities)
        self._base = base
        self._counties: dict[str, _Places] = {}
        self._english = base.english or {}
        water = base.water_names
        self._water_x, self._water_y = to_world(
            np.array([one.lon for one in water], dtype=np.float64),
            np.array([one.lat for one in water], dtype=np.float64),
        )
        self._water_zoom = np.array([one.from_zoom for one in water], dtype=np.float64)

    def name(self, area: Rings, *, short: bool) -> str:
        """The name in the language that is on."""
        if theme.language() == "en" and area.adcode in self._english:
            return self._english[area.adcode]
        return short_name(area.name) if short else area.name

    def city_name(self, adcode: str) -> str | None:
        """The short name of a city."""
        found = (area for area in self._base.cities if area.adcode == adcode)
        city = next(found, None)
        return None if city is None else self.name(city, short=True)

    def wishes(self, camera: Camera, focus: tuple[str, ...], *, known: bool = False) -> list[Wish]:
        """Labels for the view, the more important first; ``known``: only those placed before."""
        zoom = camera.zoom
        west, north = camera.degrees(0, 0)
        east, south = camera.degrees(camera.width, camera.height)
        bounds = (west, south, east, north)
        answer: list[Wish] = []
        if zoom < HOMES_BELOW:
            homes = [
                i for i in self._cities.touching(bounds) if self._cities.areas[i].adcode in focus
            ]
            answer += self._asked(self._cities, homes, camera, Voice.HOME, known)
        if zoom >= COUNTIES_FROM:
            for code in focus:
                counties = self._counties_of(code)
                inside = counties.touching(bounds)
                answer += self._asked(counties, inside, camera, Voice.DISTRICT, known)
        if CITIES[0] <= zoom < CITIES[1]:
            others = [
                i
                for i in self._cities.touching(bounds)
                if self._cities.areas[i].adcode not in focus
            ]
            answer += self._asked(self._cities, others, camera, Voice.CITY, known)
        if PROVINCES[0] <= zoom < PROVINCES[1]:
            seen = self._provinces.touching(bounds)
            answer += self._asked(self._provinces, seen, camera, Voice.PROVINCE, known)
        return answer + self._waters(camera)

    def _counties_of(self, code: str) -> _Places:
        if code not in self._counties:
            inner = (c for c in self._base.counties if c.adcode[:4] == code[:4])
            self._counties[code] = _Places(inner)
        return self._counties[code]

    def _asked(
        self,
        places: _Places,
        which: Sequence[int],
        camera: Camera,
        voice: Voice,
        known: bool,
    ) -> list[Wish]:
        short = voice is not Voice.DISTRICT
        wishes = []
        for at in which:
            if known and not places.has_spot(at):
                continue
            x, y = places.spot(at)
            text = self.name(places.areas[at], short=short)
            shifts = ROUND_GROUP if voice is Voice.HOME else SHIFTS
            wishes.append(Wish(voice, text, _spots(x, y, camera, shifts)))
        return wishes

    def _waters(self, camera: Camera) -> list[Wish]:
        left, top, right, bottom = camera.view()
        x, y = self._water_x, self._water_y
        seen = (self._water_zoom <= camera.zoom) & (x > left) & (x < right)
        seen &= (y > top) & (y < bottom)
        english = theme.language() == "en"
        wishes = []
        for at in np.flatnonzero(seen).tolist():
            name = self._base.water_names[at]
            shifts = SHIFTS[:3] if name.kind == "lake" else SHIFTS
            spots = _spots(float(x[at]), float(y[at]), camera, shifts)
            wishes.append(Wish(Voice.WATER, name.en if english else name.zh, spots))
        return wishes


def _spots(
    x: float, y: float, camera: Camera, shifts: tuple[tuple[float, float], ...] = SHIFTS
) -> tuple[tuple[float, float], ...]:
    px, py = x * camera.scale - camera.left, y * camera.scale - camera.top
    return tuple((px + dx, py + dy) for dx, dy in shifts)
