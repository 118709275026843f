"""A word that somebody teaches is kept, wins, and hurts nothing that was there."""

import pytest
import yaml

from geo.errors import FactsError
from geo.progress import finish
from geo.script import learn_word, load_vocabulary, read_script, retag
from geo.script.breakdown.needs import Reader
from tests.geo.script.conftest import ASSETS

FOLDER = ASSETS / "vocabulary"


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own.yaml"


def first(own, place, era=None):
    need = Reader(load_vocabulary(FOLDER, own)).needs(place, "", era)[0]
    return need.scene_type, need.confidence


def test_a_taught_place_is_known_for_sure(own):
    learn_word(own, "阿福的修表棚", "market")
    assert first(own, "阿福的修表棚") == ("market", 0.98)
    assert first(own, "阿福的修表棚后门")[0] == "market"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("客栈", "hotel_lobby"),
        ("医院", "office"),
        ("田园", "farmhouse_courtyard"),
        ("宅", "prison"),
    ],
)
def test_a_taught_word_wins_over_the_shipped_one(word, code, own):
    learn_word(own, word, code)
    assert first(own, word)[0] == code
    assert first(own, word, "ancient")[0] == code


def test_a_longer_shipped_word_still_wins_over_a_shorter_taught_one(own):
    learn_word(own, "花园", "hospital")
    assert first(own, "花园")[0] == "hospital"
    assert first(own, "花园洋房", "republican")[0] == "western_villa"


def test_a_word_taught_twice_means_the_last(own):
    learn_word(own, "云顶", "rooftop")
    learn_word(own, "云顶", "mansion_villa")
    learn_word(own, "云顶", "mansion_villa")
    assert first(own, "云顶")[0] == "mansion_villa"
    content = yaml.safe_load(own.read_text("utf-8"))
    assert content == {"scene_types": [{"code": "mansion_villa", "synonyms": ["云顶"]}]}


def test_what_was_there_stays(own):
    own.write_text(
        "culture:\n- {code: pingtan, in_script: [弦词]}\nscene_types:\n"
        "- {code: office, synonyms: [牛马工位], stand_ins: {cafe: 0.35}}\n",
        encoding="utf-8",
    )
    learn_word(own, "打工人之家", "office")
    content = yaml.safe_load(own.read_text("utf-8"))
    assert content["culture"] == [{"code": "pingtan", "in_script": ["弦词"]}]
    assert content["scene_types"] == [
        {"code": "office", "synonyms": ["牛马工位", "打工人之家"], "stand_ins": {"cafe": 0.35}}
    ]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a: [", b"- list", b"scene_types: 3"])
def test_a_damaged_file_is_told_and_left_alone(content, own):
    own.write_bytes(content)
    with pytest.raises(FactsError):
        learn_word(own, "云顶", "rooftop")
    assert own.read_bytes() == content


def test_a_script_read_again_after_teaching_asks_no_more(own, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1-1 日 内 阿福的修表棚\n人物：阿福\n阿福：走。\n", encoding="utf-8")
    script = finish(read_script(path, load_vocabulary(FOLDER)))
    assert [one.code for one in script.warnings] == ["place_guessed"]
    learn_word(own, "阿福的修表棚", "market")
    again = finish(retag(script, load_vocabulary(FOLDER, own), {}))
    assert again.warnings == ()
    assert again.scenes[0].needs[0].scene_type == "market"
