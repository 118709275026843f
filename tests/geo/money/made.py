"""Values made for tests."""

from __future__ import annotations

from datetime import date

from hypothesis import settings

from geo.model import Kind, ProjectFacts, Site, VenueClass

# a shared machine may be slow; slowness is no failure
CALM = settings(deadline=None)
TODAY = date(2026, 4, 1)
FOUR = {
    "南宁": ("广西壮族自治区", "南宁市", None),
    "绍兴": ("浙江省", "绍兴市", None),
    "成都": ("四川省", "成都市", None),
    "苏州": ("江苏省", "苏州市", None),
}


def site(**changes):
    values = {
        "id": "one",
        "name_zh": "某处",
        "name_en": "A place",
        "kind": Kind.SCENIC,
        "adcode": "320500",
        "city_zh": "苏州",
        "city_en": "Suzhou",
        "district_zh": "姑苏区",
        "lat": 31.3,
        "lon": 120.62,
        "coord_basis": "source",
        "coord_uncertainty_m": 100.0,
        "venue_class": VenueClass.OPEN,
    }
    return Site(**{**values, **changes})


def facts(**values):
    """``facts(crew__size=40)`` is the fact crew.size."""
    return ProjectFacts({key.replace("__", ".", 1): value for key, value in values.items()})
