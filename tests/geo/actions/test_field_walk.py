"""The walk of the field, without a window: out with a pack, home from two copies of it."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from geo import actions
from geo.model import ProjectFacts
from geo.model.field import SITE, FieldKey, Why
from geo.progress import finish
from tests.geo.actions.field_desks import all_said, home_of, merged, picture, price
from tests.geo.sync.gdal_hand import change

FACTS = ProjectFacts()


def ranked(ws, script):
    return finish(actions.rank(ws, script, FACTS, ws.default_weights, ["苏州"]))


def place(ranking, site_id):
    column = next(at for at, one in enumerate(ranking.sites) if one.site.id == site_id)
    return ranking.site_order.place(column)


def test_five_places_two_copies_one_question_and_back(home, untouched, script, tmp_path):
    before = ranked(home, script)
    first = [before.sites[int(at)].site.id for at in before.site_order.first(5)]
    target = first[0]
    wishes = replace(actions.pack_wishes(home, first, before), who="沈砚", private=True)
    assert {one.values["site_id"] for one in wishes.questions} <= set(first)
    one, other = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    assert finish(actions.make_pack(home, wishes, one)).sites == 5
    shutil.copy(one, other)

    # one copy is worked in with Kanjing, on a laptop with a catalogue of its own
    with home_of(untouched, tmp_path / "laptop") as laptop:
        desk = finish(actions.open_pack(laptop, one))
        assert [sheet.site.id for sheet in desk.sheets] == first
        actions.answer(laptop, desk, target, "price", price(60_000.0), "沈砚")
        actions.answer(laptop, desk, target, "truck", "near", "沈砚")
        photo = picture(tmp_path / "茶馆.jpg")
        shown, refused = finish(
            actions.hang_field_photos(laptop, desk, target, [photo, tmp_path / "no.jpg"], "沈砚")
        )
        assert len(shown.photos) == 1
        assert [reason.code for reason in refused] == ["field_photo_unreadable"]
        assert actions.finish_sheet(laptop, desk, target, "沈砚").done
    # the other is edited in place by GDAL, as QGIS would
    said = {"price": 8_000.0, "price_per": "day", "price_who": "前台"}
    change(other, target, **said, who="顾南", signal="good")

    report, again, twice = merged(home, one, other, one)
    assert (report.contested, report.lost, report.photos) == (0, 0, 1)
    assert (again.contested, again.lost) == (1, 0)
    assert (twice.merged, twice.known, twice.lost) == (0, report.merged, 0)
    (question,) = actions.contested(home)
    assert question.key == FieldKey(SITE, target, "hires/day")
    assert question.both
    assert question.stands is None
    amounts = {side.edits[0].who: side.value[0]["amount"] for side in question.sides}
    assert amounts == {"沈砚": 60_000.0, "顾南": 8_000.0}
    (shot,) = next(side.photos for side in question.sides if side.edits[0].who == "沈砚")
    assert (home.data / "photos").samefile(shot.rpartition("/")[0])

    # deciding for the dear price moves the place down, and says so beforehand
    side = next(at for at, one in enumerate(question.sides) if one.edits[0].who == "沈砚")
    now = ranked(home, script)
    told = finish(actions.what_if(home, question, side, now, script, FACTS))
    batch = actions.settle_field(home, question, side, "沈砚")
    after = ranked(home, script)
    assert place(now, target) == place(before, target) == 0
    assert place(after, target) > 0
    moved = next(one for one in told.reasons if one.code == "settling_rank")
    assert moved.values["before"] == 1
    assert moved.values["after"] == place(after, target) + 1
    assert not actions.contested(home)
    offer = next(one for one in after.sites if one.site.id == target)
    assert offer.reasons[0].code == "seen_by"
    assert offer.cost.lines[0].amount.mid == 60_000.0
    assert offer.cost.lines[0].amount.sources[0].publisher == "陆经理"

    # and all of it can be taken back
    actions.undo_batch(home, batch, "沈砚")
    assert actions.contested(home)[0].key == question.key
    assert place(ranked(home, script), target) == 0
    whys = {line.why for line in actions.history(home, SITE, target, "hires/day")}
    assert {Why.SETTLED, Why.OUTSIDE, Why.NOTED} <= whys

    # in the other order the same comes out
    with home_of(untouched, tmp_path / "elsewhere") as elsewhere:
        merged(elsewhere, other, one)
        assert _told(actions.contested(elsewhere)) == _told(actions.contested(home))
        assert all_said(elsewhere) == all_said(home)


def _told(questions):
    """Questions without what differs from house to house."""
    return [
        (one.key, one.stands, [(side.value, side.edits[0].who) for side in one.sides])
        for one in questions
    ]


def test_a_whole_merge_is_taken_back_and_brought_again(home, tmp_path):
    said = all_said(home)
    path = tmp_path / "a.gpkg"
    finish(actions.make_pack(home, actions.pack_wishes(home, ["suzhou-tongli-film-base"]), path))
    desk = finish(actions.open_pack(home, path))
    actions.answer(home, desk, desk.sheets[0].site.id, "power", "enough", "沈砚")
    (report,) = merged(home, path)
    assert all_said(home) != said
    undone = actions.undo_batch(home, report.batch, "沈砚")
    assert all_said(home) == said
    # merging it again does not bring back what was taken back, and says so
    (again,) = merged(home, path)
    assert all_said(home) == said
    assert (again.merged, again.lost) == (0, 0)
    assert [(one.code, one.values["count"]) for one in again.notes] == [("merge_taken_back", 1)]
    actions.undo_batch(home, undone, "沈砚")
    assert not merged(home, path)[0].notes
    assert all_said(home) != said


@pytest.mark.parametrize("name", ["a.gpkg", "b.zip"])
def test_a_file_that_is_no_pack_is_refused_and_nothing_changes(home, tmp_path, name):
    from geo.errors import SyncError

    said, path = all_said(home), tmp_path / name
    path.write_bytes(b"no pack at all")
    with pytest.raises(SyncError):
        merged(home, path)
    assert all_said(home) == said
    assert actions.backups(home) == ()
