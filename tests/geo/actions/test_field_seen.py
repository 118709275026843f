"""What was told from a place: in the ranking who was there, and what was published since."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from geo import actions
from geo.actions.field.seen import seen_reasons
from geo.catalogue import open_store
from geo.model.field import SITE, Hand
from geo.progress import finish
from tests.geo.actions.field_desks import (
    ASSETS,
    TONGLI,
    answered,
    merged,
    packed,
    picture,
    price,
)

WAYS = ("price", "scenes", "position", "photo", "truck")


def told(home, site_id=TONGLI):
    found = seen_reasons(home, home.store.sites()).get(site_id, ())
    return {one.code: one.values.get("who") for one in found}


def tell(home, path, who, way, folder):
    said = {
        "price": price(6000),
        "scenes": {"teahouse": "inside"},
        "position": {"lat": 31.1605, "lon": 120.7205, "accuracy_m": 5.0},
        "truck": "near",
    }
    desk, _ = answered(home, path, who, **({way: said[way]} if way in said else {}))
    if way == "photo":
        finish(actions.hang_field_photos(home, desk, TONGLI, [picture(folder / "p.jpg")], who))
    return desk


@pytest.mark.parametrize("way", WAYS)
def test_each_fact_alone_says_who_was_there_from_a_pack_and_from_the_form(
    home, blank_pack, tmp_path, way
):
    pack = shutil.copy(blank_pack, tmp_path / "a.gpkg")
    assert told(home) == {}
    tell(home, pack, "沈砚", way, tmp_path)
    assert told(home) == {}
    (report,) = merged(home, pack)
    assert told(home) == {"seen_by": "沈砚"}
    actions.undo_batch(home, report.batch, "顾南")
    assert told(home) == {}
    desk = tell(home, None, "顾南", way, tmp_path)
    assert told(home) == {"seen_by": "顾南"}
    while actions.undo_answer(home, desk, "顾南") is not None:
        pass
    assert told(home) == {}


def test_the_newest_is_told_and_work_at_home_is_no_visit(home, tmp_path):
    site = home.store.site(TONGLI)
    home.store.save_site(replace(site, ticket_cny=55.0, notes_zh="电话里问的"), by=Hand("局里"))
    assert told(home) == {}
    answered(home, None, "沈砚", truck="near")
    answered(home, None, "顾南", power="enough")
    assert told(home) == {"seen_by": "顾南"}
    answered(home, None, "顾南", power=None)
    assert told(home) == {"seen_by": "沈砚"}
    # a list of things to bring is ticked anywhere
    desk, sheet = answered(home, None, "周白")
    check = sheet.checks[0]
    actions.answer(home, desk, TONGLI, check.key, {"line": check.zh, "done": True}, "周白")
    assert told(home) == {"seen_by": "沈砚"}


def test_both_sides_of_a_question_were_there(home, tmp_path):
    one, other = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    packed(home, one)
    shutil.copy(one, other)
    answered(home, one, "沈砚", price=price(6000))
    answered(home, other, "顾南", price=price(8000))
    merged(home, other, one)
    assert actions.contested(home)
    assert told(home) == {"seen_by": "顾南"}


# ---- what was published since


def newer_seed(folder, day, **changed):
    """What ships, a place of it changed, with a source of that day for each change."""
    seed = folder / "seed"
    shutil.copytree(ASSETS / "catalogue", seed)
    for path in (seed / "sites").glob("*.json"):
        held = json.loads(path.read_text("utf-8"))
        for record in held["sites"]:
            if record["id"] != TONGLI:
                continue
            source = {**record["sources"][0], "title": "新公布的", "date": day}
            record["sources"].append({**source, "supports": list(changed)})
            record.update(changed)
            path.write_text(json.dumps(held, ensure_ascii=False), "utf-8")
    manifest = json.loads((seed / "manifest.json").read_text("utf-8"))
    manifest["date"] = "2099-12-31"
    (seed / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")
    return seed


@pytest.mark.parametrize(
    ("day", "since"), [("2099-12", True), ("2099-12-30", True), ("2026-11-01", False)]
)
def test_what_was_published_since_is_told_and_what_was_seen_stands(home, tmp_path, day, since):
    tell(home, None, "沈砚", "position", tmp_path)
    seen = home.store.site(TONGLI)
    assert "press_newer.position" not in told(home)
    seed = newer_seed(tmp_path, day, lat=31.2, lon=120.8)
    home.store.close()
    store = finish(open_store(home.data / "catalogue.sqlite", seed))
    try:
        later = replace(home, store=store)
        assert (store.site(TONGLI).lat, store.site(TONGLI).lon) == (seen.lat, seen.lon)
        found = seen_reasons(later, store.sites())[TONGLI]
        press = [one for one in found if one.code == "press_newer.position"]
        assert [one.values for one in press] == ([{"field": "position", "date": day}] * since)
        assert all(day in home.phrases.tell(one, "zh") for one in press)
        # somebody looks at it and goes by what was published: nothing is left to say
        spot = replace(store.site(TONGLI), lat=31.2, lon=120.8, coord_uncertainty_m=100.0)
        store.save_site(spot, by=Hand("局里"))
        assert "press_newer.position" not in told(later)
        assert {one.key.kind for one in store.edits()} == {SITE}
    finally:
        store.close()
