"""Places inside a vehicle: any road will do for them, so no place is looked for."""

from __future__ import annotations

import re

from geo.script.text.fold import fold

VEHICLE = re.compile(
    r"(?:车|轿)(?:内|里|上|中|厢内)?$|轿车|豪车|跑车|面包车|出租车|网约车|公交车|马车|车里|车内"
)
# what ends in 车 or speaks of cars and is a place after all
NO_VEHICLE = re.compile(
    r"火车|列车|高铁|动车|地铁|车站|车间|车库|停车|洗车|修车|车行|车位|车厢|缆车|过山车"
)


def in_vehicle(place: str) -> bool:
    """Whether ``place`` is inside a car, a carriage or the like."""
    folded = fold(place)
    return bool(VEHICLE.search(folded)) and not NO_VEHICLE.search(folded)
