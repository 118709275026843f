"""The corpus: what is kept of a script, and titles made up from a mix."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import actions
from geo.actions.hosting.ground import asked_of
from geo.actions.hosting.mix import demand_rules, genre_row, made_titles, read_genre
from geo.errors import FactsError
from geo.model import Need, Scene, Script
from geo.model.hosting import Genre, Origin
from geo.progress import finish
from geo.script import load_vocabulary
from tests.geo.actions.conftest import ASSETS

RULES = demand_rules(ASSETS)
WORDS = load_vocabulary(ASSETS / "vocabulary")


@pytest.fixture
def own(tmp_path):
    made = finish(actions.open_workspace(ASSETS, tmp_path))
    yield made
    made.store.close()


def by_origin(demand):
    return Counter(one.origin for one in demand.titles)


def test_the_mix_that_ships_is_told_with_its_assumptions(ws):
    assert sum(one.share for one in RULES.genres) == pytest.approx(1)
    for genre in RULES.genres:
        assert sum(genre.needs.values()) == pytest.approx(1)
        assert set(genre.needs) <= set(ws.vocabulary.scene_types)
        assert "假定" in genre.why["zh"]
        assert "assumed" in genre.why["en"]
    assert set(RULES.buildable) <= set(ws.vocabulary.scene_types)
    assert all(why["zh"] and why["en"] for why in RULES.why.values())


def test_titles_are_drawn_from_the_mix(ws):
    titles = made_titles(RULES.genres, RULES, ws.vocabulary, 400)
    counts = Counter(one.genre for one in titles)
    for genre in RULES.genres:
        assert counts[genre.code] == pytest.approx(400 * genre.share, abs=1)
    romance = RULES.genres[0]
    scenes = [s for t in titles if t.genre == romance.code for s in t.script.scenes]
    asked = Counter(one.needs[0].scene_type for one in scenes)
    # titles differ among themselves, so that a share over all of them is known to a few points
    for code, share in romance.needs.items():
        assert asked[code] / len(scenes) == pytest.approx(share, abs=0.03)
    lengths = Counter(len(t.script.scenes) for t in titles if t.genre == romance.code)
    assert set(lengths) == {68, 90, 112}
    nights = sum(one.time.value == "NIGHT" for one in scenes) / len(scenes)
    assert nights == pytest.approx(romance.night, abs=0.02)
    assert {one.era for one in scenes} == {"contemporary"}


def test_an_edited_genre_moves_no_title_of_another(ws):
    before = made_titles(RULES.genres, RULES, ws.vocabulary)
    assert before == made_titles(RULES.genres, RULES, ws.vocabulary)
    first = replace(RULES.genres[0], night=0.9, scenes=33)
    after = made_titles((first, *RULES.genres[1:]), RULES, ws.vocabulary)
    same = [one for one in before if one.genre != first.code]
    assert [one for one in after if one.genre != first.code] == same
    assert [one for one in after if one.genre == first.code] != before[: len(before) - len(same)]


@given(
    st.lists(st.floats(0, 1), min_size=1, max_size=8).filter(lambda s: sum(s) > 1e-6),
    st.integers(0, 200),
)
def test_all_titles_are_shared_out(shares, total):
    types = ("office",)
    genres = [Genre(str(n), "", "", share, 1, {types[0]: 1.0}) for n, share in enumerate(shares)]
    found = Counter(one.genre for one in made_titles(genres, RULES, WORDS, total))
    assert found.total() == total
    for genre in genres:
        assert abs(found[genre.code] - genre.share / sum(shares) * total) <= 1


def test_an_opened_script_counts_once_and_stands_for_its_sample(own, script):
    before = by_origin(finish(actions.demand(own)))
    assert (before[Origin.SAMPLE], before[Origin.OPENED]) == (4, 0)
    actions.note_script(own, script)
    actions.note_script(own, replace(script, scenes=script.scenes[:5], draft=2))
    demand = finish(actions.demand(own))
    after = by_origin(demand)
    assert (after[Origin.SAMPLE], after[Origin.OPENED]) == (3, 1)
    # nobody edits what was worked out of a script: it makes the log no longer
    assert own.store.edits("demand") == ()
    assert own.store.disagreeing() == ()
    kept = next(one for one in demand.titles if one.origin is Origin.OPENED)
    assert (len(kept.script.scenes), kept.script.draft) == (5, 2)
    assert kept.weight == RULES.values["opened"]
    actions.drop_title(own, kept.id)
    assert kept.id in finish(actions.demand(own)).dropped
    actions.drop_title(own, kept.id, dropped=False)
    assert kept.id not in finish(actions.demand(own)).dropped


def test_nothing_private_of_a_script_is_kept(own):
    secret = "天机不可泄漏"
    scene = Scene(
        "s1", 1, 1, None, None, secret, cast=(secret,), heading=secret,
        needs=(Need("office", 0.9, (secret,)),), details=(("props", secret),),
    )  # fmt: skip
    actions.note_script(own, Script("名字", (scene,), origin=secret))
    assert secret not in json.dumps(dict(own.store.records("demand")), ensure_ascii=False)


def test_what_is_kept_fits_as_what_was_read(own, script):
    actions.note_script(own, replace(script, title="来过的"))
    demand = finish(actions.demand(own))
    kept = next(one for one in demand.titles if one.origin is Origin.OPENED)
    read = replace(kept, script=script)
    ids = [replace(one, id="") for one in asked_of(replace(demand, titles=(read,))).kinds]
    again = asked_of(replace(demand, titles=(kept,))).kinds
    assert len(again) == len(ids)
    for one, other in zip(again, ids, strict=True):
        assert (one.int_ext, one.time, one.era) == (other.int_ext, other.time, other.era)
        assert [n.scene_type for n in one.needs] == [n.scene_type for n in other.needs]
        assert [f.code for f in one.flags] == [f.code for f in other.flags]


def test_a_mix_of_the_users_own_stands_until_it_is_taken_away(own):
    mine = (Genre("x", "我的", "Mine", 1.0, 12, {"office": 1.0}, 0.5, {"zh": "来过", "en": "was"}),)
    actions.save_genres(own, mine)
    demand = finish(actions.demand(own))
    assert demand.own
    assert [one.code for one in demand.genres] == ["x"]
    assert {one.genre for one in demand.titles if one.origin is Origin.MIX} == {"x"}
    actions.save_genres(own, None)
    again = finish(actions.demand(own))
    assert not again.own
    assert again.genres == RULES.genres


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("genre_share", {"share": -0.1}),
        ("genre_share", {"night": float("nan")}),
        ("genre_scenes", {"scenes": 0}),
        ("genre_words", {"needs": {"moon": 1.0}}),
        ("genre_words", {"era": "tomorrow"}),
        ("genre_needs", {"needs": {"office": 0.0}}),
        ("genre_needs", {"needs": {"office": float("nan")}}),
    ],
)
def test_a_genre_that_cannot_be_is_refused(own, code, change):
    with pytest.raises(FactsError) as caught:
        actions.save_genres(own, (RULES.genres[1], replace(RULES.genres[0], **change)))
    assert caught.value.code == code
    assert not finish(actions.demand(own)).own


def test_no_genre_and_the_same_twice_are_refused(own):
    for code, genres in (("genres_none", ()), ("genres_twice", (RULES.genres[0],) * 2)):
        with pytest.raises(FactsError, match=code):
            actions.save_genres(own, genres)


def test_a_genre_comes_back_as_it_was_kept():
    for genre in RULES.genres:
        assert read_genre(genre_row(genre)) == genre


def test_records_that_cannot_be_read_are_none(own):
    own.store.save_record(
        "demand", "opened.x", {"title": "坏的", "draft": 1, "scenes": [{"id": 1}]}
    )
    own.store.save_record("genres", "mix", {"genres": [{"code": "x"}]})
    demand = finish(actions.demand(own))
    assert not demand.own
    assert by_origin(demand)[Origin.OPENED] == 0


def test_a_sample_that_is_opened_is_still_a_sample(own, script):
    """Nobody came with it: it counts as one title, as before, with what was read of it."""
    before = {one.id: one for one in finish(actions.demand(own)).titles}
    actions.note_script(own, script)
    demand = finish(actions.demand(own))
    assert by_origin(demand)[Origin.OPENED] == 0
    assert by_origin(demand)[Origin.SAMPLE] == 4
    mine = next(one for one in demand.titles if one.title == script.title)
    assert mine.weight == before[mine.id].weight == RULES.values["sample"]
    actions.drop_title(own, mine.id)
    assert script.title not in {one.title for one in finish(actions.demand(own)).titles}


def test_what_is_left_out_keeps_its_name(own, script):
    real = replace(script, title="真来过的")
    actions.note_script(own, real)
    title = next(t for t in finish(actions.demand(own)).titles if t.title == real.title)
    actions.drop_title(own, title.id)
    demand = finish(actions.demand(own))
    assert [(one.id, one.title) for one in demand.left_out] == [(title.id, "真来过的")]
    assert demand.dropped == (title.id,)


def test_a_title_made_up_says_so_in_its_name(own):
    made = [one for one in finish(actions.demand(own)).titles if one.origin is Origin.MIX]
    assert made
    for one in made:
        assert "假设" in one.title
        assert "Assumed" in one.title_en
        assert one.script.title == one.title


@pytest.mark.parametrize("wrong", [{"share": 0.0}, {"needs": {"moon": 1.0}}, {"scenes": 0}])
def test_a_kept_mix_that_cannot_be_is_none(own, wrong):
    kept = genre_row(replace(RULES.genres[0], **wrong))
    own.store.save_record("genres", "mix", {"genres": [kept]})
    demand = finish(actions.demand(own))
    assert not demand.own
    assert demand.genres == RULES.genres


def test_many_opened_scripts_are_read_in_steps(own, script):
    for number in range(30):
        actions.note_script(own, replace(script, title=f"来过 {number}"))
    assert len(list(actions.demand(own))) >= 10
