"""Seed files: what breaks the schema is named by file, record and field."""

from __future__ import annotations

import json

import pytest

from geo.catalogue import open_seed, read_seed
from geo.catalogue.records import record_of, site_of
from geo.errors import FactsError
from tests.geo.catalogue.made import BASE, GARDEN, make_seed


@pytest.mark.parametrize("site", [GARDEN, BASE])
def test_a_site_survives_its_record(site):
    assert site_of(json.loads(json.dumps(record_of(site))), "made.json", 1) == site


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name_zh", ""),
        ("kind", "castle"),
        ("adcode", "3205"),
        ("lat", 120.6),
        ("lon", "120.6"),
        ("lat", float("nan")),
        ("coord_basis", "guess"),
        ("coord_uncertainty_m", -1),
        ("ticket_cny", True),
        ("annual_visitors", 1.5),
        ("eras", ["victorian"]),
        ("known_productions", "红楼梦"),
        ("levels", [None]),
        ("basis_default", None),
        ("closed_weekdays", "周一"),
        ("closed_weekdays", [7]),
        ("closed_weekdays", [0, 0]),
        ("closed_weekdays", [True]),
        ("closed_weekdays", [[]]),
    ],
)
def test_a_wrong_field_is_named(field, value):
    with pytest.raises(FactsError) as told:
        site_of(record_of(GARDEN) | {field: value}, "made.json", 7)
    assert told.value.code == "site_record_broken"
    assert told.value.values == {"file": "made.json", "record": "suzhou-garden", "field": field}


def test_a_record_from_before_closing_days_says_nothing_of_them():
    record = record_of(GARDEN)
    del record["closed_weekdays"]
    assert site_of(record, "made.json", 1).closed_weekdays is None


@pytest.mark.parametrize(
    ("part", "change", "field"),
    [
        ("scene_types", {"exposure": "maybe"}, "scene_types[0].exposure"),
        ("scene_types", {"strange": 1}, "scene_types[0].strange"),
        ("levels", {"certainty": "hearsay"}, "levels[0].certainty"),
        ("sources", {"supports": "lat"}, "sources[0].supports"),
    ],
)
def test_a_wrong_part_is_named(part, change, field):
    record = record_of(GARDEN)
    record[part][0] |= change
    with pytest.raises(FactsError) as told:
        site_of(record, "made.json", 7)
    assert told.value.values["field"] == field


def test_missing_and_strange_fields_are_named():
    record = record_of(GARDEN)
    del record["lat"]
    for broken, field in ((record, "lat"), (record_of(GARDEN) | {"stars": 5}, "stars")):
        with pytest.raises(FactsError) as told:
            site_of(broken, "made.json", 7)
        assert told.value.values["field"] == field
    with pytest.raises(FactsError) as told:
        site_of(["not", "a", "record"], "made.json", 7)
    assert told.value.values["record"] == "#7"


def test_an_id_that_stands_twice_is_told(tmp_path):
    with pytest.raises(FactsError) as told:
        read_seed(make_seed(tmp_path, GARDEN, BASE, GARDEN))
    assert (told.value.code, told.value.values["record"]) == ("site_twice", GARDEN.id)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"schema": 2}', '{"schema": 1, "sites": {}}'])
def test_a_broken_file_is_named(tmp_path, text):
    folder = make_seed(tmp_path, GARDEN)
    (folder / "sites" / "made.json").write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as told:
        read_seed(folder)
    assert (told.value.code, told.value.values["file"]) == ("seed_broken", "made.json")


def test_the_digest_follows_the_text(tmp_path):
    before = open_seed(make_seed(tmp_path, GARDEN))
    assert open_seed(make_seed(tmp_path, GARDEN)).digest == before.digest
    assert open_seed(make_seed(tmp_path, BASE)).digest != before.digest


def test_a_missing_manifest_is_told(tmp_path):
    with pytest.raises(FactsError) as told:
        open_seed(tmp_path)
    assert told.value.code == "seed_broken"
