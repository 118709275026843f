"""Permission rules: read with names for what is wrong, dated, never surer than the facts."""

from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FactsError
from geo.match import Terms, fit_table, load_permissions
from geo.match.permits import on_place, on_scene, on_site, permit_sheet
from geo.model import DayPart, Effect, Exposure, IntExt, Must, MustCode, SiteScene
from geo.phrases import LANGUAGES, load_levels, load_phrases
from geo.script import load_vocabulary
from tests.geo.match.made import ASSETS, LEVELS, RULES, WORDS, scene, site

TODAY = date(2026, 11, 22)
PHRASES = load_phrases(ASSETS / "phrases")
SHIPPED = load_permissions(
    ASSETS / "rules" / "permissions.yaml",
    load_vocabulary(ASSETS / "vocabulary"),
    load_levels(ASSETS / "vocabulary" / "levels.yaml"),
)
ENTRY = {
    "id": "inside",
    "effect": "outdoors",
    "what": {"zh": "不能进", "en": "Stay out"},
    "who": {"zh": "馆方", "en": "the keeper"},
    "sites": [{"levels": ["heritage_national"]}],
    "scenes": {"buildings": ["palace"]},
    "from": date(2000, 1, 1),
    "to": date(2030, 12, 31),
    "confidence": "high",
    "sources": [{"title": "规定", "publisher": "局"}],
}
BAR = {**ENTRY, "id": "closed", "effect": "excluded", "scenes": {}}
PAPER = {**ENTRY, "id": "paper", "effect": "permit", "scenes": {"flags": ["fire"]}}


@pytest.fixture(scope="module")
def book_of(tmp_path_factory):
    path = tmp_path_factory.mktemp("rules") / "some.yaml"

    def made(*entries):
        path.write_text(yaml.safe_dump({"schema": 1, "rules": list(entries)}), encoding="utf-8")
        return load_permissions(path, WORDS, LEVELS)

    return made


def terms(book, *codes, today=TODAY):
    return Terms(today, book, tuple(Must(MustCode(code)) for code in codes))


def findings(book, place, played, had=None, today=TODAY):
    """What the rules say of one scene at one place, which gives it ``had``."""
    sheet = permit_sheet(book, [place], [played], today)
    return sheet.findings(0, 0, had or next(iter(place.scene_types), HALL))


def effects(book, place, played, had=None, today=TODAY):
    return [one.effect for one in findings(book, place, played, had, today)]


HALL = SiteScene("palace", Exposure("inside"))
OLD_HOUSE = site("故居", ("palace", "inside"), levels=["heritage_national"])


def test_every_rule_that_ships_is_taken_dated_or_told_to_be_unchecked():
    assert SHIPPED.refused == ()
    assert len({rule.id for rule in SHIPPED.rules}) >= 12
    for rule in SHIPPED.rules:
        assert rule.sources, rule.id
        assert rule.valid_from or not rule.checked, rule.id
        assert rule.valid_to is None, rule.id


def test_every_rule_and_every_finding_speaks_both_languages():
    for rule in SHIPPED.rules:
        assert all((*rule.what, *rule.who)), rule.id
    codes = {f"permit_{effect.value}" for effect in Effect}
    codes |= {"permit_unsure", "permit_lead", "permit_lead_working", "permit_lead_unknown"}
    codes |= {"permit_unchecked", "permit_undated"}
    for code in codes:
        assert all(PHRASES.templates[code][lang] for lang in LANGUAGES)


def shipped(place, played, had=None):
    return {one.rule_id: one for one in findings(SHIPPED, place, played, had)}


def test_a_national_monument_is_filmed_outside_and_never_inside():
    hall = SiteScene("mansion_ancient", Exposure("unknown"))
    inside = shipped(OLD_HOUSE, scene("palace"), hall)["heritage_national_inside"]
    assert inside.effect is Effect.OUTDOORS
    assert "1985-04-19" in PHRASES.tell(inside.reasons[-1], "zh")
    assert shipped(OLD_HOUSE, scene("palace", IntExt.EXT), hall) == {}


@pytest.mark.parametrize(
    ("int_ext", "had"),
    [
        (IntExt.INT, SiteScene("classroom", Exposure("inside"))),
        (IntExt.INT, SiteScene("mansion_ancient", Exposure("outside"))),
        (IntExt.BOTH, SiteScene("mansion_ancient", Exposure("inside"))),
        (None, SiteScene("mansion_ancient", Exposure("inside"))),
    ],
)
def test_where_it_is_not_sure_that_the_room_is_the_monument_one_asks(int_ext, had):
    found = shipped(OLD_HOUSE, scene("palace", int_ext), had)["heritage_national_inside"]
    assert found.effect is Effect.ASK
    assert "permit_unsure" in [reason.code for reason in found.reasons]


def test_the_gardens_of_suzhou_keep_their_own_rules():
    walk = scene("garden", IntExt.EXT)
    film = shipped(site("拙政园", city="320500"), walk)["suzhou_gardens_film"]
    assert film.effect is Effect.PERMIT
    assert "permit_lead_unknown" in [reason.code for reason in film.reasons]
    assert "suzhou_gardens_photo" in shipped(site("网师园", city="320500"), walk)
    assert shipped(site("网师园", city="330600"), walk) == {}


def test_lead_times_belong_to_their_authority():
    tomb = site("王陵", levels=["heritage_national"], city="640100")
    paper = shipped(tomb, scene("garden", IntExt.EXT))["heritage_ningxia_month"]
    assert (paper.lead_days, paper.working) == (30, False)
    flight = shipped(site("山"), scene("garden", IntExt.EXT, "drone"))["drone_airspace"]
    assert (flight.effect, flight.lead_days, flight.working) == (Effect.ASK, 7, True)


def test_fights_at_a_monument_and_objects_of_a_museum_are_asked_about():
    outside = scene("palace", IntExt.EXT, "fight")
    assert shipped(OLD_HOUSE, outside)["heritage_fights"].effect is Effect.ASK
    show = scene("office", IntExt.EXT)
    assert set(shipped(site("某某博物馆"), show)) == {"museum_objects"}


def test_what_only_the_press_says_is_asked_and_bars_nothing():
    found = shipped(site("故宫博物院", city="110100"), scene("palace", IntExt.EXT))
    assert found["beijing_press_tells"].effect is Effect.ASK
    elsewhere = shipped(site("沈阳故宫博物院", city="210100"), scene("palace"))
    assert "beijing_press_tells" not in elsewhere


def test_a_rule_outside_its_dates_has_no_effect(book_of):
    book, paper = book_of(ENTRY, BAR, PAPER), scene("palace", IntExt.INT, "fire")
    for day, bears in (
        (date(1999, 12, 31), False),
        (date(2000, 1, 1), True),
        (date(2030, 12, 31), True),
        (date(2031, 1, 1), False),
    ):
        assert bool(effects(book, OLD_HOUSE, paper, HALL, day)) is bears
        table = fit_table([OLD_HOUSE], [paper], WORDS, RULES, terms(book, "no_risk", today=day))
        assert bool(table.fit[0, 0]) is not bears
        assert bool(table.excluded()) is bears


def test_an_unverified_grade_only_asks(book_of):
    place = site("老屋", ("palace", "inside"), levels=["heritage_national"], certainty="unverified")
    book = book_of(ENTRY, BAR, PAPER)
    played = scene("palace", IntExt.INT, "fire")
    assert set(effects(book, place, played, HALL)) == {Effect.ASK}
    table = fit_table([place], [played], WORDS, RULES, terms(book, "no_risk"))
    assert table.fit[0, 0] > 0
    assert table.excluded() == ()


def test_another_room_of_the_same_house_takes_the_scene(book_of):
    house = site("大宅", ("palace", "inside"), ("garden", "outside"), levels=["heritage_national"])
    played = scene("palace", IntExt.INT)
    free = fit_table([house], [played], WORDS, RULES).matches(0)
    (kept,) = fit_table([house], [played], WORDS, RULES, terms(book_of(ENTRY))).matches(0)
    assert (free[0].served, kept.served) == ("palace", "garden")
    assert [one.effect for one in kept.findings] == [Effect.ASK]


def test_a_site_whose_scenes_are_all_barred_is_excluded_with_the_rule(book_of):
    scenes = [scene("palace"), scene("office", number=2)]
    table = fit_table([OLD_HOUSE], scenes, WORDS, RULES, terms(book_of(ENTRY, PAPER)))
    (out,) = table.excluded()
    assert out.site_id == "故居"
    assert [reason.code for reason in out.because] == ["permit_outdoors"]
    assert out.by_rule
    (lost,) = table.lost(0)
    assert (lost.scene_id, lost.findings[0].rule_id) == ("1-1", "inside")


def test_papers_cost_nothing_unless_no_risk_is_a_must(book_of):
    place = site("国保", ("garden", "outside"), levels=["heritage_national"])
    played = scene("garden", IntExt.EXT, "fire")
    book = book_of(PAPER)
    bare = fit_table([place], [played], WORDS, RULES)
    told = fit_table([place], [played], WORDS, RULES, terms(book))
    assert told.fit[0, 0] == bare.fit[0, 0] > 0
    assert [one.effect for one in told.matches(0)[0].findings] == [Effect.PERMIT]
    strict = fit_table([place], [played], WORDS, RULES, terms(book, "no_risk"))
    assert not strict.fit.any()
    assert strict.excluded()[0].because[0].code == "permit_permit"


def test_a_manager_who_agreed_leaves_only_questions(book_of):
    ask = {**PAPER, "id": "ask", "effect": "ask"}
    book, played = book_of(ENTRY, BAR, PAPER, ask), scene("palace", IntExt.INT, "fire")
    agreed = replace(terms(book, "no_risk"), agreed=frozenset({"故居"}))
    table = fit_table([OLD_HOUSE], [played], WORDS, RULES, agreed)
    free = fit_table([OLD_HOUSE], [played], WORDS, RULES)
    assert table.fit[0, 0] == free.fit[0, 0] > 0
    (match,) = table.matches(0)
    assert [one.rule_id for one in match.findings] == ["ask"]
    assert findings(book, OLD_HOUSE, played, HALL) != match.findings


def test_times_and_kinds_and_places_narrow_a_rule(book_of):
    night = {
        **PAPER,
        "sites": [{"kinds": ["scenic_area"], "regions": ["3306"], "ids": ["湖"]}],
        "scenes": {"times": ["NIGHT"]},
    }
    book = book_of(night)
    lake = site("湖", ("garden", "outside"))
    dark = scene("garden", IntExt.EXT, time=DayPart.NIGHT)
    assert effects(book, lake, dark) == [Effect.PERMIT]
    assert effects(book, lake, replace(dark, time=None)) == [Effect.ASK]
    assert effects(book, lake, replace(dark, time=DayPart.DAY)) == []
    for other in (replace(lake, id="河"), replace(lake, adcode="320500")):
        assert effects(book, other, dark) == []


places = st.builds(
    lambda had, levels, certainty, city: site(
        "地点", *had, levels=levels, certainty=certainty, city=city
    ),
    st.lists(
        st.tuples(
            st.sampled_from(sorted(WORDS.scene_types)),
            st.sampled_from(["inside", "outside", "unknown"]),
        ),
        max_size=4,
        unique_by=lambda one: one[0],
    ),
    st.lists(st.sampled_from(LEVELS), max_size=2, unique=True),
    st.sampled_from(["sourced", "general_knowledge", "unverified"]),
    st.sampled_from(["330600", "320500"]),
)
played = st.builds(
    scene,
    st.sampled_from(sorted(WORDS.scene_types)),
    st.sampled_from([*IntExt, None]),
    st.sampled_from(["fire", "fight", "drone"]),
    time=st.sampled_from([*DayPart, None]),
)


@given(st.lists(places, min_size=1, max_size=4), st.lists(played, min_size=1, max_size=4))
def test_the_table_says_what_each_rule_holds_by_itself(book_of, some, scenes):
    book = book_of(
        ENTRY, PAPER, {**ENTRY, "id": "all", "scenes": {}, "sites": [{"regions": ["32"]}]}
    )
    table = fit_table(some, scenes, WORDS, RULES, terms(book))
    free = fit_table(some, scenes, WORDS, RULES)
    assert (table.fit <= free.fit).all()
    for row, place in enumerate(some):
        for match in table.matches(row):
            column = next(n for n, one in enumerate(scenes) if one.id == match.scene_id)
            need = table.picks.slot[row, column]
            had = place.scene_types[need]
            bears = {
                rule.id: (
                    rule.effect,
                    min(on_site(rule, place), on_scene(rule, scenes[column]), on_place(rule, had)),
                )
                for rule in book.rules
            }
            again = {
                name: effect if sure == 2 else Effect.ASK
                for name, (effect, sure) in bears.items()
                if sure
            }
            if len({one.id for one in scenes}) == len(scenes):
                assert {one.rule_id: one.effect for one in match.findings} == again
            assert not any(one.effect.bars for one in match.findings)
        for lost in table.lost(row):
            assert any(one.effect.bars for one in lost.findings)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"effect": "forbidden"}, "effect"),
        ({"effect": None}, "effect"),
        ({"what": {"zh": "只有中文"}}, "what"),
        ({"what": "text"}, ""),
        ({"colour": "red"}, "colour"),
        ({"sites": [{"levels": ["heritage_galactic"]}]}, "levels"),
        ({"sites": [{"kinds": ["moon"]}]}, "kinds"),
        ({"sites": [{}]}, "sites"),
        ({"sites": [{"level": ["heritage_national"]}]}, "level"),
        ({"sites": {"levels": []}}, "sites"),
        ({"sites": [{"names": [""]}]}, "names"),
        ({"scenes": {"flags": ["fier"]}}, "flags"),
        ({"scenes": {"times": ["NOON"]}}, "times"),
        ({"scenes": {"buildings": ["castle"]}}, "buildings"),
        ({"scenes": {"inside": "yes"}}, "inside"),
        ({"lead": {"days": -1}}, "days"),
        ({"lead": {"days": True}}, "days"),
        ({"from": "1985"}, "from"),
        ({"to": date(1999, 1, 1)}, "to"),
        ({"confidence": "sure"}, "confidence"),
        ({"sources": []}, "sources"),
        ({"sources": [{"title": "无名"}]}, "sources"),
    ],
)
def test_a_broken_rule_is_refused_by_name_and_the_rest_stands(book_of, change, field):
    book = book_of({**ENTRY, **change, "id": "bad"}, BAR)
    assert [rule.id for rule in book.rules] == ["closed"]
    (refused,) = book.refused
    assert refused.item == "bad"
    assert refused.reason.code == "facts_field_broken"
    assert refused.reason.values["field"] == field


def test_a_rule_without_or_with_a_used_name_is_refused(book_of):
    nameless = {key: value for key, value in ENTRY.items() if key != "id"}
    book = book_of(ENTRY, ENTRY, nameless, "text")
    assert [rule.id for rule in book.rules] == ["inside"]
    assert [one.item for one in book.refused] == ["inside", "rules[2]", "rules[3]"]


def test_the_users_own_rule_counts_and_a_broken_own_file_stops_nothing(tmp_path):
    path, own = tmp_path / "all.yaml", tmp_path / "own.yaml"
    path.write_text(yaml.safe_dump({"schema": 1, "rules": [ENTRY, BAR]}), encoding="utf-8")
    assert len(load_permissions(path, WORDS, LEVELS, own).rules) == 2
    mine = {**BAR, "effect": "ask"}
    own.write_text(yaml.safe_dump({"schema": 1, "rules": [mine]}), encoding="utf-8")
    book = load_permissions(path, WORDS, LEVELS, own)
    assert [rule.effect for rule in book.rules] == [Effect.OUTDOORS, Effect.ASK]
    for text in ("[", "rules: 3"):
        own.write_text(text, encoding="utf-8")
        book = load_permissions(path, WORDS, LEVELS, own)
        assert len(book.rules) == 2
        assert [one.file for one in book.refused] == ["own.yaml"]


@pytest.mark.parametrize("text", ["{", "- list", "schema: 2\nrules: []"])
def test_a_shipped_file_that_cannot_be_read_is_said_so(tmp_path, text):
    path = tmp_path / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError):
        load_permissions(path, WORDS, LEVELS)
