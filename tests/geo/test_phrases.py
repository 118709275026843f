"""Sentences: every code that geo can utter has both languages, and figures are written right."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FactsError
from geo.model import Reason
from geo.phrases import LANGUAGES, Phrases, load_phrases, span, yuan

ROOT = Path(__file__).parents[2]
PHRASES = load_phrases(ROOT / "assets" / "phrases")
UTTERED = re.compile(
    r"\b(?:Reason|Step|KnownError|ScriptError|CatalogueError|ImportLayerError|FactsError"
    r'|ExportError|ScriptWarning)\(\s*(?:\w+(?:\.\w+)*,\s*)?"([a-z_0-9.]+)"'
)


def uttered():
    for path in sorted((ROOT / "geo").rglob("*.py")):
        for code in UTTERED.findall(path.read_text(encoding="utf-8")):
            yield code, path.relative_to(ROOT).as_posix()


def test_the_search_finds_codes():
    assert len(set(uttered())) > 30


@pytest.mark.parametrize(("code", "where"), sorted(set(uttered())))
def test_every_code_has_a_sentence(code, where):
    assert code in PHRASES.templates, f"{code} of {where} has no phrase"


def test_chinese_and_english_ask_for_the_same_values():
    # {city_en} is the English of {city}
    field = re.compile(r"{(\w+?)(?:_en)?[:}]")
    for code, texts in PHRASES.templates.items():
        assert set(field.findall(texts["zh"])) == set(field.findall(texts["en"])), code


def test_no_sentence_speaks_like_a_machine():
    forbidden = re.compile("您|用户|请稍候|操作成功|非法|无效")
    for code, texts in PHRASES.templates.items():
        assert not forbidden.search(texts["zh"]), code


def test_an_unknown_code_is_shown_not_hidden():
    assert PHRASES.tell(Reason("no_such_code"), "zh") == "no_such_code"


def test_a_change_bears_a_plus_or_a_minus_sign():
    phrases = Phrases({"x": dict.fromkeys(LANGUAGES, "{one:+.0%} {two:+.0%} {three:.1f}")}, {})
    values = {"one": 0.14, "two": -0.04, "three": -0.5}
    assert phrases.say("x", "zh", values) == "+14% −4% -0.5"


def test_names_are_told_in_the_language_asked():
    named = Phrases(
        {"x": dict.fromkeys(LANGUAGES, "{codes:name}")},
        {"a": {"zh": "茶馆", "en": "Teahouse"}, "b": {"zh": "码头", "en": "Dock"}},
    )
    assert named.say("x", "zh", {"codes": "a,b"}) == "茶馆、码头"
    assert named.say("x", "en", {"codes": "a,b"}) == "Teahouse, Dock"


def test_a_code_that_stands_twice_is_refused(tmp_path):
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text("same: {zh: 一, en: one}\n", encoding="utf-8")
    with pytest.raises(FactsError, match="phrase_broken"):
        load_phrases(tmp_path)


def test_a_code_without_english_is_refused(tmp_path):
    (tmp_path / "one.yaml").write_text("half: {zh: 一}\n", encoding="utf-8")
    with pytest.raises(FactsError, match="phrase_broken"):
        load_phrases(tmp_path)


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        (0, "0", "0"),
        (9_999, "9,999", "9,999"),
        (14_000, "1.4 万", "14,000"),
        (100_000, "10 万", "100,000"),
        (-29_000, "−2.9 万", "−29,000"),
    ],
)
def test_money_is_written_as_people_write_it(amount, zh, en):
    assert (yuan(amount, "zh"), yuan(amount, "en")) == (zh, en)


@given(st.floats(10_000, 1e9))
def test_ten_thousands_round_to_one_decimal(amount):
    number = float(yuan(amount, "zh").removesuffix(" 万").replace(",", ""))
    assert abs(number - amount / 10_000) <= 0.05 + 1e-9


def test_both_ends_of_an_estimate_are_written_alike():
    # 4,523 alone would read as if it were known better than the 2 万 beside it
    assert span(4523, 20428, "zh") == "0.5–2.0 万元"
    assert span(312, 9876, "zh") == "312–9,880 元"
    assert span(4523, 20428, "en") == "RMB 4,520–20,400"
    assert span(-3000, 20000, "zh") == "−0.3 到 2.0 万元"
    assert span(6000, 6000, "zh") == "6,000 元"
    ends = {"before_low": 4523.0, "before_high": 20428.0, "after_low": 1e4, "after_high": 26000.0}
    told = PHRASES.say("settling_net", "zh", ends)
    assert told == "净费用 ≈ 0.5–2.0 万元变成 ≈ 1.0–2.6 万元。"
