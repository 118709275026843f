"""Keep: the catalogue of sites, boundaries and their names, and lists of places in and out."""

from __future__ import annotations

from geo.catalogue.backups import back_up, list_backups
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
from geo.catalogue.edit_log import Batch
from geo.catalogue.health import completeness, newest
from geo.catalogue.health import issues as record_issues
from geo.catalogue.layers import read_layer, site_template_csv, write_layer
from geo.catalogue.log import Taken
from geo.catalogue.opening import open_store
from geo.catalogue.places import locate, own_id
from geo.catalogue.private import is_private
from geo.catalogue.recovery import recover, set_aside_files
from geo.catalogue.restoring import check_catalogue, restore_backup
from geo.catalogue.seed import Seed, open_seed, read_seed
from geo.catalogue.site_fields import fields_of, in_order, site_of
from geo.catalogue.sound import may_say
from geo.catalogue.store import Store
from geo.catalogue.water import load_english_names, load_water, load_water_names

__all__ = [
    "Batch",
    "Datum",
    "Seed",
    "Store",
    "Taken",
    "all_divisions",
    "back_up",
    "check_catalogue",
    "city_of",
    "completeness",
    "distance_to_division_m",
    "division",
    "division_at",
    "division_near",
    "division_radius_m",
    "fields_of",
    "find_division",
    "from_wgs84",
    "in_order",
    "is_private",
    "list_backups",
    "load_boundaries",
    "load_english_names",
    "load_undetermined",
    "load_water",
    "load_water_names",
    "locate",
    "may_say",
    "newest",
    "open_seed",
    "open_store",
    "own_id",
    "read_layer",
    "read_seed",
    "record_issues",
    "recover",
    "restore_backup",
    "set_aside_files",
    "site_of",
    "site_template_csv",
    "to_wgs84",
    "write_layer",
]
