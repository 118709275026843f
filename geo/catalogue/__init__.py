"""Keep: the catalogue of sites, boundaries and their names, and lists of places in and out."""

from __future__ import annotations

from geo.catalogue.boundaries import (
    all_divisions,
    city_of,
    distance_to_division_m,
    division,
    division_at,
    division_near,
    division_radius_m,
    find_division,
    load_boundaries,
    load_undetermined,
)
from geo.catalogue.datum import Datum, from_wgs84, to_wgs84
from geo.catalogue.health import completeness, newest
from geo.catalogue.health import issues as record_issues
from geo.catalogue.layers import read_layer, site_template_csv, write_layer
from geo.catalogue.opening import open_store
from geo.catalogue.places import locate, own_id
from geo.catalogue.seed import Seed, open_seed, read_seed
from geo.catalogue.store import Store
from geo.catalogue.water import load_english_names, load_water, load_water_names

__all__ = [
    "Datum",
    "Seed",
    "Store",
    "all_divisions",
    "city_of",
    "completeness",
    "distance_to_division_m",
    "division",
    "division_at",
    "division_near",
    "division_radius_m",
    "find_division",
    "from_wgs84",
    "load_boundaries",
    "load_english_names",
    "load_undetermined",
    "load_water",
    "load_water_names",
    "locate",
    "newest",
    "open_seed",
    "open_store",
    "own_id",
    "read_layer",
    "read_seed",
    "record_issues",
    "site_template_csv",
    "to_wgs84",
    "write_layer",
]
