"""Packs made for tests."""

from pathlib import Path

from geo.model import Reason
from geo.model.field import SITE, Edit, FieldKey, PackWishes, RecceOption
from geo.progress import finish
from geo.sync.form import load_form
from geo.sync.pack import PackContent, write_pack

ASSETS = Path(__file__).parents[3] / "assets"
FORM = load_form(ASSETS / "recce.yaml", Path("none"))
WHEN = "2026-11-22T10:00:00+08:00"
SCENES = (RecceOption("teahouse", "茶馆", "Teahouse"), RecceOption("dock", "码头", "Dock"))


def quoted(amount=6000.0, who="陆经理", date="2026-11-01"):
    return {
        "amount": amount,
        "per": "day",
        "basis": "quoted",
        "who": who,
        "date": date,
        "until": "",
    }


def published(amount=14000.0):
    return {
        "amount": amount,
        "per": "day",
        "basis": "published",
        "who": "官网",
        "date": "2025",
        "until": "",
    }


def document(site_id, at=0, **other):
    return {
        "id": site_id,
        "name_zh": f"同里“{site_id}”",
        "name_en": "Tongli",
        "kind": "filming_base",
        "adcode": "320509",
        "city_zh": "苏州市",
        "city_en": "Suzhou",
        "district_zh": "吴江区",
        "lat": 31.123456789012345 + at / 100,
        "lon": 120.72,
        "coord_basis": "source",
        "coord_uncertainty_m": 50.0,
        "ticket_cny": 100.0,
        "hires": [published()],
        "scene_types": [
            {"code": "teahouse", "exposure": "inside", "sourced": True},
            {"code": "dock", "exposure": "outside", "sourced": False},
        ],
        "opening_note_zh": None,
        "notes_zh": "水",
        **other,
    }


def private(key, value):
    """As the catalogue has it."""
    rows = value if key.field.startswith("hires/") and isinstance(value, list) else []
    return key.kind == "site_file" or any(row["basis"] == "quoted" for row in rows)


def content(**other):
    wishes = {
        "name": "吴江",
        "who": "沈砚",
        "private": True,
        "questions": (Reason("ask_venue", {"site": "同里", "count": 2}),),
        "checklist": ("带卷尺",),
    }
    wishes |= other.pop("wishes", {})
    parts = {
        "documents": {one: document(one, at) for at, one in enumerate("ab")},
        "form": FORM,
        "is_private": private,
        "scenes": SCENES,
        "made_on": "2026-11-21",
        "catalogue_date": "2026-11-20",
        **other,
    }
    return PackContent(PackWishes(tuple(parts["documents"]), **wishes), **parts)


def make(path, **other):
    """A pack of two places, a and b."""
    finish(write_pack(path, content(**other)))
    return path


def edit(name, field, value, *parents, record="a", kind="recce", before=None, who="沈砚"):
    key = FieldKey(kind, record, field)
    return Edit(name, key, value, before, parents, who, WHEN, "p")


def site_edit(name, field, value, *parents, record="a", who="沈砚"):
    return edit(name, field, value, *parents, record=record, kind=SITE, who=who)
