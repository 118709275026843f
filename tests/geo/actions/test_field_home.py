"""Coming home: questions decided, histories told, values brought back, records approved."""

from __future__ import annotations

import shutil
from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from geo import actions
from geo.errors import SyncError
from geo.model import ProjectFacts
from geo.model.field import RECCE, SITE, Edit, FieldKey, Lock, Stage, Why
from geo.progress import finish
from geo.sync.pack import read_pack
from tests.geo.actions.field_desks import (
    PRICE,
    TONGLI,
    VERDICT,
    all_said,
    answered,
    copies,
    home_of,
    merged,
    picture,
    price,
)


@pytest.fixture(scope="module")
def out_there(untouched, blank_pack, tmp_path_factory):
    """Three copies of a pack: two disagree on the price, two say the same of the verdict."""
    folder = tmp_path_factory.mktemp("three")
    one, two, three = (shutil.copy(blank_pack, folder / f"{name}.gpkg") for name in "abc")
    answered(untouched, one, "沈砚", price=price(6000), verdict="shoot", truck="near")
    answered(untouched, two, "顾南", price=price(8000), verdict="shoot")
    answered(untouched, three, "周白", power="enough", truck="walk", said="夜里安静")
    return one, two, three


@pytest.fixture
def three(out_there, tmp_path):
    """Copies of them."""
    return tuple(shutil.copy(one, tmp_path / one.name) for one in out_there)


def asked(home, key):
    return next(one for one in actions.contested(home) if one.key == key)


def test_in_any_order_and_twice_the_same_comes_out(untouched, three, tmp_path):
    found = []
    for number, order in enumerate(permutations(three)):
        with home_of(untouched, tmp_path / str(number)) as home:
            reports = merged(home, *order, order[0])
            assert [one.lost for one in reports] == [0] * 4
            assert reports[-1].merged == 0
            asked = [(one.key, len(one.sides), one.stands) for one in actions.contested(home)]
            found.append((all_said(home), asked))
    truck = FieldKey(RECCE, TONGLI, "truck")
    assert {key for key, _, _ in found[0][1]} == {truck, PRICE}
    assert all(one == found[0] for one in found)


def test_both_answers_can_be_kept_where_the_field_holds_both(home, three):
    merged(home, *three)
    question = asked(home, PRICE)
    actions.settle_field(home, question, None, "沈砚")
    assert sorted(one.amount for one in home.store.site(TONGLI).hires) == [6000.0, 8000.0]
    with pytest.raises(SyncError, match="settled_elsewhere"):
        actions.settle_field(home, question, 0, "沈砚")


def test_nobody_decides_for_an_answer_that_was_not_shown(home, three, tmp_path):
    """A third answer that came meanwhile may stand in the place of the one that was clicked."""
    merged(home, *three)
    question = asked(home, PRICE)
    fourth = shutil.copy(three[2], tmp_path / "fourth.gpkg")
    answered(home, fourth, "吴越", price=price(5000))
    merged(home, fourth)
    assert len(asked(home, PRICE).sides) == 3
    with pytest.raises(SyncError, match="settled_elsewhere"):
        actions.settle_field(home, question, 0, "沈砚")
    assert home.store.site(TONGLI).hires == ()


def test_a_value_of_ones_own_decides_too(home, three):
    merged(home, *three)
    key = FieldKey(RECCE, TONGLI, "truck")
    (question,) = [one for one in actions.contested(home) if one.key == key]
    assert not question.both
    assert question.stands is None
    actions.settle_field(home, question, None, "沈砚", "door")
    assert home.store.values(RECCE, [TONGLI])[key] == "door"
    assert {one.key for one in actions.contested(home)} == {PRICE}


def test_a_decision_on_two_laptops_is_asked_again_only_if_they_differ(untouched, three, tmp_path):
    with home_of(untouched, tmp_path / "one") as one, home_of(untouched, tmp_path / "two") as two:
        for home in (one, two):
            merged(home, *three)
        for home, side in ((one, 0), (two, 0)):
            actions.settle_field(home, asked(home, PRICE), side, "沈砚")
        one.store.take_edits(two.store.edits(SITE, [TONGLI]))
        assert PRICE not in {each.key for each in actions.contested(one)}


def test_nothing_is_in_question_where_nobody_was_out(home):
    assert actions.contested(home) == ()


# ---- history


def test_quick_typing_is_one_line_and_others_stand_apart(home):
    for text in ("门", "门口", "门口有树"):
        answered(home, None, "沈砚", said=text)
    answered(home, None, "顾南", said="门口有树，也有车")
    last, first = actions.history(home, RECCE, TONGLI, "said")
    assert (first.before, first.after, len(first.edits)) == (None, "门口有树", 3)
    assert (last.before, last.after, last.who) == ("门口有树", "门口有树，也有车", "顾南")
    assert (first.current, last.current) == (False, True)


def test_an_earlier_value_comes_back_and_nothing_goes(home):
    answered(home, None, "沈砚", truck="near")
    answered(home, None, "顾南", truck="walk")
    line = actions.history(home, RECCE, TONGLI, "truck")[1]
    batch = actions.restore_value(home, line, "沈砚")
    key = FieldKey(RECCE, TONGLI, "truck")
    assert home.store.values(RECCE, [TONGLI])[key] == "near"
    told = actions.history(home, RECCE, TONGLI, "truck")
    assert [one.after for one in told] == ["near", "walk", "near"]
    assert told[0].why is Why.RESTORED
    actions.undo_batch(home, batch, "沈砚")
    assert home.store.values(RECCE, [TONGLI])[key] == "walk"


def test_the_history_says_from_which_pack(home, tmp_path):
    (path,) = copies(home, tmp_path, ("a",), name="吴江十一月")
    answered(home, path, "沈砚", truck="near")
    merged(home, path)
    (line,) = actions.history(home, RECCE, TONGLI)
    assert (line.pack_name, line.who, line.key.field) == ("吴江十一月", "沈砚", "truck")


# ---- approval


def test_records_go_step_by_step_and_a_change_sends_them_back(home):
    with pytest.raises(SyncError, match="approve_order"):
        actions.approve(home, SITE, [TONGLI], Stage.PUBLISHED, "局里")
    assert actions.approvals(home) == {}
    actions.approve(home, SITE, [TONGLI], Stage.REVIEWED, "局里")
    actions.approve(home, SITE, [TONGLI], Stage.PUBLISHED, "局里")
    found = actions.approvals(home)[TONGLI]
    assert (found.stage, found.who, found.changed_since) == (Stage.PUBLISHED, "局里", ())
    answered(home, None, "沈砚", price=price(6000))
    found = actions.approvals(home)[TONGLI]
    assert (found.stage, found.changed_since) == (Stage.PROPOSED, ("hires/day",))
    with pytest.raises(SyncError, match="approve_order"):
        actions.approve(home, SITE, [TONGLI], Stage.PUBLISHED, "局里")
    actions.approve(home, SITE, [TONGLI], Stage.REVIEWED, "局里")
    assert actions.approvals(home)[TONGLI].stage is Stage.REVIEWED


def test_one_record_that_would_skip_a_stage_holds_all_back(home):
    other = "suzhou-pingjiang-road"
    actions.approve(home, SITE, [TONGLI], Stage.REVIEWED, "局里")
    with pytest.raises(SyncError, match="approve_order"):
        actions.approve(home, SITE, [TONGLI, other], Stage.PUBLISHED, "局里")
    assert actions.approvals(home)[TONGLI].stage is Stage.REVIEWED
    assert other not in actions.approvals(home)


# ---- safety


def test_a_merge_makes_a_copy_first_and_the_copy_can_be_put_back(home, three):
    answered(home, None, "沈砚", truck="door")
    said = all_said(home)
    merged(home, three[1])
    (copy,) = actions.backups(home)
    assert (copy.why, copy.sound) == ("merge", True)
    assert all_said(home) != said
    finish(actions.restore_backup(home, copy))
    assert all_said(home) == said
    assert finish(actions.check_catalogue(home)) == ()
    assert actions.lock_state(home) is Lock.NONE


# ---- what was seen, in the ranking


def seen(home, script):
    ranking = finish(actions.rank(home, script, ProjectFacts(), home.default_weights, ["苏州"]))
    offer = next(one for one in ranking.sites if one.site.id == TONGLI)
    return offer, ranking


def test_the_ranking_says_who_saw_it_and_what_they_think(home, script):
    before, _ = seen(home, script)
    assert not [one for one in before.reasons if one.code.startswith("seen_")]
    answered(home, None, "沈砚", verdict="unfit")
    offer, ranking = seen(home, script)
    told = {one.code: one.values.get("who") for one in offer.reasons}
    assert (told["seen_by"], told["seen_unfit"]) == ("沈砚", "沈砚")
    assert TONGLI not in {one.site_id for one in ranking.excluded}
    assert home.store.values(RECCE, [TONGLI])[VERDICT] == "unfit"
    answered(home, None, "", verdict=None)
    offer, _ = seen(home, script)
    assert not [one for one in offer.reasons if one.code.startswith("seen_")]


# ---- photos beside a question


def shot(home, path, who, file):
    desk = finish(actions.open_pack(home, path))
    sheet, _ = finish(actions.hang_field_photos(home, desk, TONGLI, [file], who))
    return desk, sheet.photos[-1]


def test_each_answer_shows_the_photos_of_the_hand_that_gave_it(home, tmp_path):
    one, two = copies(home, tmp_path, ("a", "b"))
    colours = {"沈砚": "red", "顾南": "blue"}
    files = {who: picture(tmp_path / f"{who}.jpg", colour) for who, colour in colours.items()}
    for path, who, amount, truck in ((one, "沈砚", 6000, "near"), (two, "顾南", 8000, "walk")):
        answered(home, path, who, price=price(amount), truck=truck)
        shot(home, path, who, files[who])
    # one that was taken down again, and one of nobody's
    desk, _ = shot(home, one, "沈砚", picture(tmp_path / "no.jpg", "green"))
    actions.undo_answer(home, desk, "沈砚")
    shot(home, two, "", picture(tmp_path / "nobody.jpg", "white"))
    merged(home, one, two, one)
    found = actions.contested(home)
    assert {one.key.field for one in found} == {"hires/day", "truck"}
    for question in found:
        for side in question.sides:
            (photo,) = side.photos
            assert Path(photo).read_bytes() == files[side.edits[0].who].read_bytes()
    again = actions.contested(home)
    assert again == found


def test_a_pack_lets_nobody_approve_or_sign(home, blank_pack, tmp_path):
    path = shutil.copy(blank_pack, tmp_path / "p.gpkg")
    others = (("approval", f"site/{TONGLI}"), ("site_file", TONGLI), ("pitch_card", "mine"))
    with closing(read_pack(path)) as file:
        file.write(
            [Edit(f"{kind}-1", FieldKey(kind, one, "stage"), "published") for kind, one in others]
        )
    (report,) = merged(home, path)
    told = {one.code: one.values for one in report.notes}
    assert told["merge_refused"]["count"] == len(others)
    assert all(not home.store.records(kind) for kind, _ in others)
