"""Sites and seeds made for tests."""

from __future__ import annotations

import json
from dataclasses import replace

from geo.catalogue import open_store
from geo.catalogue.records import record_of
from geo.model import (
    Basis,
    Exposure,
    Hire,
    Kind,
    Level,
    Site,
    SiteScene,
    Source,
    VenueClass,
)
from geo.progress import finish

PNG = b"\x89PNG\r\n\x1a\n" + bytes(32)

GARDEN = Site(
    id="suzhou-garden",
    name_zh="试园",
    name_en="Trial Garden",
    kind=Kind.SCENIC,
    adcode="320500",
    city_zh="苏州",
    city_en="Suzhou",
    district_zh="姑苏区",
    lat=31.32,
    lon=120.62,
    coord_basis="source",
    coord_uncertainty_m=50.0,
    levels=(
        Level("world_heritage", "sourced", "世界文化遗产（1997）", None, 1997),
        Level("scenic_5a", "general_knowledge", "5A"),
    ),
    ich_category=None,
    scene_types=(
        SiteScene("classical_garden", Exposure.OUTSIDE, True),
        SiteScene("teahouse", Exposure.UNKNOWN),
    ),
    eras=("ancient", "republican"),
    ticket_cny=70.0,
    annual_visitors=1_000_000,
    annual_visitors_year=2024,
    known_productions=("红楼梦", "风月"),
    notes_zh="一座园子",
    closed_weekdays=(0,),
    notes_en="A garden",
    sources=(Source("名录", "文旅局", "2024-01-01", "https://a.example/1", True, ("lat", "lon")),),
)
BASE = replace(
    GARDEN,
    id="shaoxing-base",
    name_zh="试影视基地",
    kind=Kind.BASE,
    venue_class=VenueClass.INDOOR_BASE,
    adcode="330600",
    city_zh="绍兴",
    city_en="Shaoxing",
    district_zh="柯桥区",
    lat=30.08,
    lon=120.49,
    scene_types=(SiteScene("ceo_office", Exposure.INSIDE, True),),
    hires=(Hire(1200.0, "hour", Basis.QUOTED, "前台", "2026-10-01"),),
    indoor_area_m2=8000.0,
    sets_count=12,
    closed_weekdays=(),
    levels=(),
)


def make_seed(folder, *sites, date="2026-01-02"):
    """A seed folder that holds ``sites``."""
    (folder / "sites").mkdir(parents=True, exist_ok=True)
    manifest = {"schema": 1, "date": date, "credits": []}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    content = {"schema": 1, "sites": [record_of(site) for site in sites]}
    text = json.dumps(content, ensure_ascii=False)
    (folder / "sites" / "made.json").write_text(text, encoding="utf-8")
    return folder


def opened(path, seed, **more):
    """The store at ``path``, opened to the end."""
    return finish(open_store(path, seed, **more))
