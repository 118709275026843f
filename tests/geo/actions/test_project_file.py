"""project.toml: every fact of the policies and fields, typed; a slip is one clear sentence."""

import re
from datetime import date
from pathlib import Path

import pytest

from geo import actions
from geo.actions.project_file import POLICY_WORDS, SPOT_WORDS
from geo.errors import FactsError
from geo.model import MustCode

EXAMPLE = Path(__file__).parents[3] / "docs" / "project.example.toml"
GOOD = {
    "bool": "true",
    "number": "3",
    "money": "980000",
    "share": "0.5",
    "date": "2026-05-01",
    "place": '"苏州市"',
    "places": '["苏州市"]',
    "text": '"某"',
    "tags": '["甲", "乙"]',
}
BAD = {
    "bool": ['"yes"', "1"],
    "number": ["-1", "inf", "nan", "true", '"3"'],
    "money": ["-0.01", '"98万"', "[1]"],
    "share": ["1.01", "-0.1", "80", "true"],
    "date": ['"2026-05-01"', "2026-05-01T10:00:00", "20260501"],
    "place": ["1", '""'],
    "places": ["[]", "[1]", "3"],
    "text": ["1", "true", '" "'],
    "tags": ["[]", '["甲", 1]', "true"],
}


@pytest.fixture
def read(ws, tmp_path):
    def facts(text):
        path = tmp_path / "project.toml"
        path.write_text(text, encoding="utf-8")
        return dict(actions.read_facts(ws, path).values)

    return facts


@pytest.fixture
def refused(ws, read):
    def told(text):
        with pytest.raises(FactsError) as caught:
            read(text)
        return ws.phrases.say(caught.value.code, "zh", caught.value.values)

    return told


def test_every_fact_of_the_policies_is_read_in_its_type(ws, read, refused):
    for key, kind in ws.money.policies.words.facts.items():
        good = f'"{kind.levels[0]}"' if kind.levels else GOOD[kind.kind]
        assert key in read(f"{key} = {good}\n")
        for bad in ['"no such word"'] if kind.levels else BAD[kind.kind]:
            told = refused(f"{key} = {bad}\n")
            assert key in told, bad
            assert "{" not in told


def test_every_field_that_can_be_asked_for_is_read(ws, read):
    kinds = {
        "int": "3", "float": "3", "bool": "true", "text": '"某"', "date": "2026-05-01",
        "tags": '["甲"]', "share": "0.5", "city": '"苏州"',
    }  # fmt: skip
    for field in ws.fields:
        types = ws.money.policies.words.facts
        kind = types[field.key].kind if field.key in types else ""
        value = kinds.get(field.type, "")
        if field.type == "choice":
            value = f'"{field.options[0].value}"'
        if kind in ("tags", "places"):
            value = '["甲"]'
        assert field.key in read(f"{field.key} = {value}\n"), field


def test_values_come_as_facts(read):
    text = """
    crew.size = 45
    shoot.start_date = 2026-05-06
    work.theme = ["传统文化"]
    work.aired_on = "红果"
    [policy."sz-2025-invest"]
    amount = 50000
    probability = 0.3
    received = 1
    used_this_year = 2.5
    claims = 12
    """
    assert read(text) == {
        "crew.size": 45,
        "shoot.start_date": date(2026, 5, 6),
        "work.theme": ("传统文化",),
        "work.aired_on": "红果",
        "policy.sz-2025-invest.amount": 50000,
        "policy.sz-2025-invest.probability": 0.3,
        "policy.sz-2025-invest.received": 1,
        "policy.sz-2025-invest.used_this_year": 2.5,
        "policy.sz-2025-invest.claims": 12,
    }
    assert set(POLICY_WORDS) == {"amount", "probability", "received", "used_this_year", "claims"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("work.investment_totl = 1\n", ["work.investment_totl", "work.investment_total"]),
        ("policy.sz-2025-invets.amount = 1\n", ["policy.sz-2025-invest.amount"]),
        ("policy.sz-2025-invest.amuont = 1\n", ["policy.sz-2025-invest.amount"]),
        ("policy.sz-2025-invest.probability = 1.2\n", ["0 到 1"]),
        ("zzz = 1\n", ["zzz"]),
        ("crew.size = 4.5\n", ["crew.size", "整数"]),
        ('work.orientation = "diagonal"\n', ["vertical | horizontal"]),
        ("[crew\n", ["project.toml"]),
    ],
)
def test_a_slip_is_named_with_the_way_out(refused, text, words):
    told = refused(text)
    assert all(word in told for word in words), told


def test_what_is_known_of_a_place_names_a_real_place_and_word(ws, read, refused):
    word = next(iter(SPOT_WORDS))
    for place in ("site.suzhou-zhuozheng-garden", 'city."苏州"'):
        (key,) = read(f"{place}.{word} = 7\n")
        assert key == f"{place.replace(chr(34), '')}.{word}"
        assert word in refused(f'{place}.{word} = "many"\n')
        assert f".{word}" in refused(f"{place}.{word}x = 7\n")
    assert "suzhou-zhuozheng-garden" in refused(f"site.suzhou-zhuozheng-gardn.{word} = 7\n")
    assert "亚特兰蒂斯" in refused(f'city."亚特兰蒂斯".{word} = 7\n')


def test_a_missing_file_and_no_text_are_told(ws, tmp_path):
    with pytest.raises(FactsError, match="facts_missing"):
        actions.read_facts(ws, tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FactsError, match="facts_unreadable"):
        actions.read_facts(ws, tmp_path / "bytes.toml")


def test_the_example_is_read_with_every_line_uncommented(ws, read, tmp_path):
    plain = EXAMPLE.read_text(encoding="utf-8")
    assert read(plain)
    everything = re.sub(r"^# (?=[a-z\[])", "", plain, flags=re.MULTILINE)
    facts, _, wishes = everything.partition("[wishes]")
    assert len(read(everything)) == facts.count(" = ")
    path = tmp_path / "project.toml"
    path.write_text(f"[wishes]{wishes}", encoding="utf-8")
    told = actions.read_wishes(ws, path=path)
    assert len(told.musts) == len(MustCode)
    assert told.extra == ("travel", "risk")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('"crew.size" = 10001', "10,000"),
        ('"shoot.days" = 1_000_000_000_000', "3,660"),
        (f'"work.investment_actual" = {"9" * 400}', "1,000,000,000,000"),
        ('"spend.local_eligible" = 1e300', "太大了"),
    ],
)
def test_a_figure_beyond_all_reason_is_a_slip(refused, text, word):
    assert word in refused(text)


@pytest.mark.parametrize("key", ["crew.size", "shoot.days"])
def test_nobody_and_no_day_are_not_said_as_zero(read, refused, key):
    assert "至少写 1" in refused(f'"{key}" = 0')
    assert read(f'"{key}" = 1') == {key: 1}


def test_the_largest_figures_are_still_taken(read):
    values = read('"crew.size" = 10000\n"shoot.days" = 3660\n"work.investment_actual" = 1e12')
    assert values == {"crew.size": 10_000, "shoot.days": 3_660, "work.investment_actual": 1e12}


def test_a_file_nested_without_end_is_one_sentence(refused):
    assert "套得太深" in refused("a = " + "[" * 5_000 + "]" * 5_000)
