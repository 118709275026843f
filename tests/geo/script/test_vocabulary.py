"""The vocabulary as shipped fits the catalogue; a user's own words are checked and laid over."""

import json

import pytest
import yaml

from geo.errors import FactsError
from geo.script import load_vocabulary
from tests.geo.script.conftest import ASSETS

CITIES = ("南宁", "绍兴", "成都", "苏州", "姑苏", "会稽", "蓉城", "邕城")
FOLDER = ASSETS / "vocabulary"


@pytest.fixture(scope="module")
def sites():
    files = sorted((ASSETS / "catalogue" / "sites").glob("*.json"))
    return [site for file in files for site in json.loads(file.read_text("utf-8"))["sites"]]


def test_every_scene_type_of_the_catalogue_is_known(vocabulary, sites):
    used = {scene["code"] for site in sites for scene in site["scene_types"]}
    assert used == set(vocabulary.scene_types)
    assert len(used) == 85


def test_every_type_has_words_and_someone_to_stand_in(vocabulary):
    for kind in vocabulary.scene_types.values():
        assert len(kind.synonyms) >= 5, kind.code
        assert kind.stand_ins or kind.code in {"hot_spring", "waterfall"}, kind.code
        assert all(0.3 <= other.quality <= 0.9 for other in kind.stand_ins), kind.code


def test_every_culture_term_is_met_by_some_site(vocabulary, sites):
    texts = [f"{site['name_zh']} {site['notes_zh'] or ''}" for site in sites]
    for term in vocabulary.culture.values():
        assert any(word in text for word in term.in_catalogue for text in texts), term.code


def test_no_culture_word_names_a_city(vocabulary):
    for term in vocabulary.culture.values():
        assert not any(city in word for word in term.in_script for city in CITIES), term.code


@pytest.mark.parametrize(
    ("term", "city"),
    {
        "zhuang_brocade": "南宁",
        "zhuang_song_fair": "南宁",
        "yue_opera": "绍兴",
        "rice_wine": "绍兴",
        "black_awning_boat": "绍兴",
        "face_changing": "成都",
        "covered_bowl_tea": "成都",
        "shu_embroidery": "成都",
        "pingtan": "苏州",
        "kunqu": "苏州",
        "su_embroidery": "苏州",
    }.items(),
)
def test_a_craft_of_one_city_does_not_leak(term, city, vocabulary, sites):
    words = vocabulary.culture[term].in_catalogue
    found = {
        site["city_zh"]
        for site in sites
        if any(word in f"{site['name_zh']} {site['notes_zh'] or ''}" for word in words)
    }
    assert found == {city}


def test_a_users_words_are_laid_over(tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(
        "scene_types:\n"
        "- {code: office, synonyms: [牛马工位], stand_ins: {cafe: 0.35}}\n"
        "- {code: spa, zh: 水疗, en: Spa, group: modern_interior, int_ext: INT,"
        " eras: [contemporary], synonyms: [水疗馆], stand_ins: {hot_spring: 0.5}}\n"
        "culture:\n- {code: pingtan, in_script: [弦词]}\n",
        encoding="utf-8",
    )
    shipped, laid = load_vocabulary(FOLDER), load_vocabulary(FOLDER, own)
    assert "牛马工位" in laid.scene_types["office"].synonyms
    assert set(shipped.scene_types["office"].synonyms) < set(laid.scene_types["office"].synonyms)
    assert list(laid.scene_types) == [*shipped.scene_types, "spa"]
    assert "弦词" in laid.culture["pingtan"].in_script


def test_no_file_of_the_users_is_no_trouble(tmp_path):
    assert load_vocabulary(FOLDER, tmp_path / "none.yaml") == load_vocabulary(FOLDER)


SPA = {
    "code": "spa",
    "zh": "水疗",
    "en": "Spa",
    "group": "modern_interior",
    "int_ext": "INT",
    "eras": ["contemporary"],
    "synonyms": ["水疗馆"],
}


@pytest.mark.parametrize(
    "entry",
    [
        SPA | {"stand_ins": {"no_such_type": 0.5}},
        SPA | {"stand_ins": {"spa": 0.5}},
        SPA | {"stand_ins": {"office": 1.5}},
        SPA | {"stand_ins": {"office": "much"}},
        SPA | {"eras": ["bronze age"]},
        SPA | {"eras": []},
        SPA | {"int_ext": "UP"},
        SPA | {"synonyms": [1, 2]},
        SPA | {"zh": ""},
        {"code": "spa"},
        "spa",
    ],
    ids=str,
)
def test_a_broken_entry_is_named(entry, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_text(yaml.safe_dump({"scene_types": [entry]}, allow_unicode=True), encoding="utf-8")
    with pytest.raises(FactsError, match="vocabulary_broken"):
        load_vocabulary(FOLDER, own)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a: [", b"- list"])
def test_a_damaged_file_is_named(content, tmp_path):
    own = tmp_path / "own.yaml"
    own.write_bytes(content)
    with pytest.raises(FactsError) as caught:
        load_vocabulary(FOLDER, own)
    assert caught.value.values["file"] == "own.yaml"


def test_a_missing_vocabulary_is_named(tmp_path):
    with pytest.raises(FactsError, match="vocabulary_unreadable"):
        load_vocabulary(tmp_path)
