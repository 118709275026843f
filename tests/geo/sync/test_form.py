"""The recce form: its lines, what can be an answer, and where each answer is kept."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.private import is_private
from geo.errors import FactsError, SyncError
from geo.model.field import RECCE, SITE, Answer, Edit, FieldKey, RecceField, RecceOption
from geo.phrases import load_phrases
from geo.sync.form import (
    DONE,
    answers_of,
    checked,
    done_key,
    is_done,
    keys_of,
    line_of,
    load_form,
)
from geo.sync.form_fields import documents_of, fields_of, joined, own_line, save_own

ROOT = Path(__file__).parents[3]
NOWHERE = ROOT / "no such file.yaml"
FORM = load_form(ROOT / "assets" / "recce.yaml", NOWHERE)
PHRASES = load_phrases(ROOT / "assets" / "phrases")
LINES = {one.key: one for one in FORM}
TODAY = "2026-11-22"
DOGS = RecceField("", "flag", "", "能带狗", "Dogs allowed")
LIFT = RecceField(
    "",
    "choice",
    "",
    "货梯",
    "Goods lift",
    options=(RecceOption("big", "大", "Big"), RecceOption("none", "没有", "None")),
)


def site(field):
    return FieldKey(SITE, "tongli", field)


def recce(field):
    return FieldKey(RECCE, "tongli", field)


def put(standing, key, value):
    """The fields of the place after the form answered ``value`` at ``key``."""
    line = line_of(FORM, key)
    after = {**standing, **keys_of(line, key, "tongli", value, standing, TODAY)}
    return {one: said for one, said in after.items() if said is not None}


def told(standing):
    return {key: answer.value for key, answer in answers_of(standing, FORM, "tongli").items()}


# ---- the lines


def test_the_form_asks_what_a_scout_must_know():
    wanted = (
        "truck power power_kw three_phase depth waiting makeup onlookers signer parking noise "
        "water toilets ceiling floor signal sun safety neighbours mood price permission verdict "
        "said scenes position"
    )
    assert set(wanted.split()) <= set(LINES)
    assert DONE not in LINES


def test_every_line_has_a_picture_and_every_heading_its_words():
    for line in FORM:
        assert (ROOT / "assets" / "icons" / f"{line.icon}.svg").is_file(), line.key
        assert f"recce_group.{line.group}" in PHRASES.templates
    # a heading is one stretch of the form
    groups = [line.group for line in FORM]
    assert groups == sorted(groups, key=groups.index)


def test_short_answers_stay_short():
    for line in FORM:
        assert len(line.zh) <= 6, line.key
        assert all(len(one.zh) <= 7 for one in line.options), line.key
        assert len(line.options) in (0, 2, 3)


def test_contacts_and_quotes_are_private():
    assert {one.key for one in FORM if one.private} == {"price", "signer"}


def test_what_is_private_is_known_by_its_key_alone():
    private = own_line(replace(DOGS, private=True))
    for line in (*FORM, private, own_line(DOGS)):
        if line.target == RECCE:
            assert is_private(recce(line.key), "x") is line.private


def test_every_code_said_here_has_a_sentence():
    codes = set()
    for name in ("answers", "form", "form_fields", "position", "tracks"):
        text = (ROOT / "geo" / "sync" / f"{name}.py").read_text(encoding="utf-8")
        text = re.sub(r'"""(?s:.*?)"""', "", text)
        codes |= set(re.findall(r'"((?:answer|gpx|port|recce|position)_[a-z_]+)"', text))
    codes -= {"gpx_"}
    assert len(codes) > 20
    assert codes <= set(PHRASES.templates)


# ---- lines of one's own


def test_own_lines_follow_those_that_ship_and_come_back_as_they_were(tmp_path):
    own = tmp_path / "own" / "recce.yaml"
    save_own(own, [DOGS, LIFT, replace(DOGS, zh="房东", en="Landlord", type="text", private=True)])
    lines = load_form(ROOT / "assets" / "recce.yaml", own)
    assert lines[: len(FORM)] == FORM
    dogs, lift, landlord = lines[len(FORM) :]
    assert (dogs.zh, dogs.own, dogs.group, dogs.type) == ("能带狗", True, "own", "flag")
    assert lift.options == LIFT.options
    assert landlord.private
    assert landlord.key.startswith("own.private-")
    assert not dogs.key.startswith("own.private-")
    save_own(own, [dogs, lift, landlord, DOGS])
    assert load_form(ROOT / "assets" / "recce.yaml", own) == lines


def test_the_same_line_made_by_two_people_is_one_line():
    one, two = own_line(DOGS), own_line(replace(DOGS, unit=""))
    assert one.key == two.key
    assert own_line(LIFT).key != one.key
    # renamed later it stays the same line
    assert own_line(replace(one, zh="狗能进")).key == one.key
    assert joined([one], [two, own_line(LIFT)]) == (one, own_line(LIFT))


def test_a_line_with_one_name_has_it_in_both_languages():
    assert own_line(replace(DOGS, en="")).en == "能带狗"


@pytest.mark.parametrize(
    "broken",
    [
        replace(DOGS, zh="", en=""),
        replace(DOGS, type="price"),
        replace(LIFT, options=()),
        replace(LIFT, options=(*LIFT.options, LIFT.options[0])),
        replace(DOGS, zh="长" * 300),
        RecceField("truck", "text", "", "车", "Truck"),
    ],
)
def test_a_line_that_cannot_be_is_refused_and_nothing_is_written(tmp_path, broken):
    own = tmp_path / "recce.yaml"
    with pytest.raises(SyncError, match="recce_line"):
        save_own(own, [DOGS, broken])
    assert not own.exists()


@pytest.mark.parametrize(
    "text",
    [
        "just words",
        "- 3",
        "- {key: own.a, type: text, zh: 甲}",
        "- {key: truck, type: text, zh: 甲, en: A}",
        "- {key: own.a, type: number, zh: 甲, en: A, low: .nan}",
        "- {key: own.a, type: number, zh: 甲, en: A, low: 5, high: 1}",
        "- {key: own.a, type: text, zh: 甲, en: A, private: true}",
        "- {key: own.a, type: choice, zh: 甲, en: A, options: [x]}",
        "- {key: own.a@3, type: text, zh: 甲, en: A}",
        "- {key: own.a, type: text, zh: 甲, en: A}\n- {key: own.a, type: text, zh: 乙, en: B}",
        "- {key: [own.a], type: text, zh: 甲, en: A}",
        "{: :",
        "- !!python/object/apply:os.system [echo]",
    ],
)
def test_a_broken_file_of_ones_own_is_told_with_its_name(tmp_path, text):
    own = tmp_path / "recce.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as told_of:
        load_form(ROOT / "assets" / "recce.yaml", own)
    assert told_of.value.code == "recce_broken"
    assert told_of.value.values["file"] == "recce.yaml"


def test_the_form_travels_in_a_pack_and_a_hostile_one_is_refused():
    lines = (*FORM, own_line(DOGS))
    assert fields_of(documents_of(lines)) == lines
    for hostile in ({"a": 1}, [None], [{}], [{"key": "x"}] * 400, documents_of([FORM[0]] * 2)):
        with pytest.raises(SyncError, match="recce_form"):
            fields_of(hostile)


# ---- what can be an answer


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("truck", "near", "near"),
        ("truck", "", None),
        ("truck", None, None),
        ("ceiling", "３．８", 3.8),
        ("ceiling", "3.", 3.0),
        ("power_kw", "1,200", 1200.0),
        ("power_kw", 0, 0.0),
        ("said", "  河边\n好 ", "  河边\n好 "),
        ("said", " \n", None),
        ("said", "a\x00b\x1bc\ud800", "abc"),
        ("scenes", {}, None),
        ("scenes", {"teahouse": "inside", "pier": None}, {"teahouse": "inside", "pier": None}),
        (
            "price",
            {"amount": "6000", "who": "陆经理"},
            {"amount": 6000.0, "per": "day", "who": "陆经理", "date": "", "until": ""},
        ),
        (
            "position",
            {"lat": 31.16, "lon": "120.7"},
            {"lat": 31.16, "lon": 120.7, "uncertainty_m": None},
        ),
    ],
)
def test_what_is_kept_of_an_answer(key, value, kept):
    assert checked(LINES[key], value) == kept


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("truck", "fly", "answer_choice"),
        ("truck", True, "answer_choice"),
        ("truck", ["near"], "answer_choice"),
        ("noise", "loud", "answer_choice"),
        ("ceiling", "三米八", "answer_number"),
        ("ceiling", float("nan"), "answer_number"),
        ("ceiling", "inf", "answer_number"),
        ("ceiling", True, "answer_number"),
        ("ceiling", 10**400, "answer_number"),
        ("ceiling", 380, "answer_range"),
        ("ceiling", "-1", "answer_range"),
        ("said", "长" * 5000, "answer_text"),
        ("said", 3, "answer_text"),
        ("price", 6000, "answer_amount"),
        ("price", {"who": "陆经理"}, "answer_amount"),
        ("price", {"amount": -1}, "answer_range"),
        ("price", {"amount": 6000, "per": "year"}, "answer_per"),
        ("price", {"amount": 6000, "per": ["day"]}, "answer_per"),
        ("price", {"amount": 6000, "until": "12-31"}, "answer_date"),
        ("price", {"amount": 6000, "who": 5}, "answer_text"),
        ("scenes", ["teahouse"], "answer_scene"),
        ("scenes", {"teahouse": "under"}, "answer_scene"),
        ("position", {"lat": 120.7, "lon": 31.16}, "answer_position"),
        ("position", {"lat": 31.16}, "answer_position"),
        ("position", {"lat": 31.16, "lon": 120.7, "uncertainty_m": -1}, "answer_position"),
    ],
)
def test_what_cannot_be_an_answer_is_told_with_the_line(key, value, code):
    with pytest.raises(SyncError) as refused:
        checked(LINES[key], value)
    assert refused.value.code == code
    said = PHRASES.say(code, "zh", refused.value.values)
    assert LINES[key].zh in said
    assert LINES[key].en in PHRASES.say(code, "en", refused.value.values)


def test_lines_of_ones_own_take_yes_and_no_and_open_ended_numbers():
    assert checked(own_line(DOGS), True) is True
    assert checked(own_line(DOGS), False) is False
    with pytest.raises(SyncError, match="answer_flag"):
        checked(own_line(DOGS), "yes")
    steps = own_line(RecceField("", "number", "", "几级台阶", "Steps", low=0))
    assert checked(steps, 400) == 400
    with pytest.raises(SyncError, match="answer_least"):
        checked(steps, -1)
    with pytest.raises(SyncError, match="answer_most"):
        checked(replace(steps, low=None, high=9), 10)


# ---- where answers are kept


DATES = st.dates().map(lambda day: day.isoformat())
WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
ANSWERS = {
    "number": lambda line: st.floats(line.low, line.high),
    "text": lambda _: WORDS,
    "choice": lambda line: st.sampled_from([one.value for one in line.options]),
    "noise": lambda line: st.sampled_from([one.value for one in line.options]),
    "scenes": lambda _: st.dictionaries(
        WORDS, st.sampled_from(["inside", "outside", "unknown"]), min_size=1, max_size=4
    ),
    "price": lambda line: st.fixed_dictionaries(
        {
            "amount": st.floats(line.low, line.high),
            "per": st.sampled_from(["day", "half_day", "hour"]),
            "who": st.one_of(st.just(""), WORDS),
            "date": DATES,
            "until": st.one_of(st.just(""), DATES),
        }
    ),
    "position": lambda _: st.fixed_dictionaries(
        {
            "lat": st.floats(-90, 90),
            "lon": st.floats(-180, 180),
            "uncertainty_m": st.floats(0.1, 500),
        }
    ),
}


@st.composite
def answered(draw):
    line = draw(st.sampled_from(FORM))
    key = line.key
    if line.type == "noise":
        key = draw(st.sampled_from([key, *(f"{key}@{hour:02d}" for hour in range(24))]))
    return key, draw(ANSWERS[line.type](line))


@given(st.lists(answered(), max_size=12))
def test_the_form_says_again_what_was_answered_last(given_answers):
    standing, last = {}, {}
    for key, value in given_answers:
        standing = put(standing, key, value)
        if key == "scenes":
            # scene types come one by one; those named before stay
            value = last.get(key, {}) | value
        last[key] = value
    assert told(standing) == last
    for key in list(last):
        if key != "position":
            standing = put(standing, key, None)
            del last[key]
            assert told(standing) == last


def test_noise_is_kept_by_the_hour():
    standing = put({}, "noise@14", "quiet")
    standing = put(standing, "noise@7", "traffic")
    assert standing == {recce("noise@14"): "quiet", recce("noise@07"): "traffic"}
    assert told(standing) == {"noise@07": "traffic", "noise@14": "quiet"}
    for wrong in ("noise@24", "noise@-1", "noise@now", "truck@14", "noise@١٢"):
        with pytest.raises(SyncError, match="answer_hour"):
            keys_of(line_of(FORM, wrong), wrong, "tongli", "quiet" if "n" in wrong[0] else "near")


def test_a_line_that_nobody_asks_is_told():
    with pytest.raises(SyncError, match="answer_line"):
        line_of(FORM, "weather")


PUBLISHED = {"amount": 9000.0, "per": "day", "basis": "published", "date": "2024-01-01"}
BY_PHONE = {"amount": 8000.0, "per": "day", "basis": "quoted", "who": "前台", "date": "2026-10-01"}


def test_what_is_published_is_no_answer_and_stays_beside_a_quote():
    standing = {site("hires/day"): [PUBLISHED]}
    assert told(standing) == {}
    standing = put(standing, "price", {"amount": 6000, "who": "陆经理", "until": "2026-12-31"})
    quote = {
        "amount": 6000.0,
        "per": "day",
        "who": "陆经理",
        "date": TODAY,
        "until": "2026-12-31",
        "basis": "quoted",
    }
    assert standing == {site("hires/day"): [PUBLISHED, quote]}
    assert put(standing, "price", None) == {site("hires/day"): [PUBLISHED]}


def test_typing_a_price_never_heaps_up_quotes():
    standing = {site("hires/day"): [PUBLISHED]}
    for amount in (6, 60, 600, 6000):
        standing = put(standing, "price", {"amount": amount, "who": "陆"})
    assert [one["amount"] for one in standing[site("hires/day")]] == [9000.0, 6000.0]


def test_the_newest_quote_is_the_one_shown_and_others_stay():
    older = {**BY_PHONE, "date": "2026-09-01", "amount": 7500.0}
    standing = {site("hires/day"): [older, BY_PHONE]}
    assert told(standing)["price"]["amount"] == 8000.0
    standing = put(standing, "price", {"amount": 6500, "per": "half_day", "who": "前台"})
    assert standing[site("hires/day")] == [older]
    assert standing[site("hires/half_day")][0]["amount"] == 6500.0


def test_a_price_for_another_unit_leaves_none_behind():
    standing = put({}, "price", {"amount": 6000})
    standing = put(standing, "price", {"amount": 500, "per": "hour"})
    assert list(standing) == [site("hires/hour")]


def test_scenes_seen_become_facts_with_a_source():
    guessed = {site("scenes/pier"): {"exposure": "outside", "sourced": False}}
    assert told(guessed) == {}
    standing = put(guessed, "scenes", {"teahouse": "inside"})
    assert standing[site("scenes/teahouse")] == {"exposure": "inside", "sourced": True}
    assert standing[site("scenes/pier")] == guessed[site("scenes/pier")]
    standing = put(standing, "scenes", {"pier": "outside", "teahouse": None})
    assert told(standing) == {"scenes": {"pier": "outside"}}


def test_standing_there_gives_the_place_its_position():
    guess = {"lat": 31.0, "lon": 120.0, "basis": "district", "uncertainty_m": 600}
    assert told({site("position"): guess}) == {}
    here = {"lat": 31.16, "lon": 120.71}
    standing = put({site("position"): guess}, "position", {**here, "uncertainty_m": 6.0})
    assert standing[site("position")] == {**here, "basis": "gps", "uncertainty_m": 6.0}
    with pytest.raises(SyncError, match="answer_position_stays"):
        keys_of(LINES["position"], "position", "tongli", None)


def test_how_good_a_position_is_nobody_claims_who_was_not_told():
    here = {"lat": 31.16, "lon": 120.71}
    unsaid = put({}, "position", here)
    assert unsaid[site("position")] == {**here, "basis": "gps_unsaid", "uncertainty_m": 50.0}
    assert told(unsaid) == {"position": {**here, "uncertainty_m": None}}
    typed = {**here, "uncertainty_m": 1112.0, "basis": "typed"}
    written = put({}, "position", typed)
    assert written[site("position")] == typed
    assert told(written) == {"position": typed}


def test_answers_tell_by_whom_and_when_and_whether_they_are_disputed():
    old = Edit("e1", site("hires/day"), None, None, (), "顾南", "2026-11-20T10:05+08:00")
    new = replace(old, id="e2", key=site("hires/hour"), who="沈砚", when="2026-11-21T14:32+08:00")
    quote = {**BY_PHONE, "until": "", "per": "hour"}
    standing = {site("hires/hour"): [quote], recce("truck"): "near", recce("power"): None}
    last = {old.key: old, new.key: new}
    answers = answers_of(standing, FORM, "tongli", last, {recce("power")})
    shown = {name: quote[name] for name in ("amount", "per", "who", "date", "until")}
    assert answers["price"] == Answer(shown, "沈砚", "2026-11-21T14:32+08:00")
    assert answers["truck"] == Answer("near")
    assert answers["power"] == Answer(None, contested=True)
    assert answers_of(standing, FORM, "elsewhere") == {}


def test_a_place_seen_to_the_end_says_so():
    assert not is_done({}, "tongli")
    assert is_done({done_key("tongli"): True}, "tongli")
    assert told({done_key("tongli"): True}) == {}
