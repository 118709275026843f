"""The desk of a recce: in a pack and on the catalogue the same form, kept at once."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from geo import actions
from geo.errors import SyncError
from geo.files import digest_at
from geo.model import Basis
from geo.model.field import Fix
from geo.progress import finish
from tests.geo.actions.field_desks import TONGLI, answered, merged, packed, picture, price

HOUSE = "河边的老屋"


@pytest.fixture(params=["pack", "home"])
def path(request, blank_pack, tmp_path):
    """Where the desk works: a pack, or (None) the catalogue."""
    if request.param == "home":
        return None
    return shutil.copy(blank_pack, tmp_path / "a.gpkg")


def opened(ws, path):
    if path is None:
        return finish(actions.home_desk(ws, [TONGLI]))
    return finish(actions.open_pack(ws, path))


def test_answers_are_there_when_the_desk_is_opened_again(home, path):
    answered(home, path, "沈砚", truck="near", **{"noise@14": "voices"}, said="门口有棵树，好看")
    desk, sheet = answered(home, path, "顾南", price=price(6000), scenes={"teahouse": "inside"})
    again = opened(home, path).sheets[0]
    assert again.answers == sheet.answers
    told = {key: (one.value, one.who) for key, one in again.answers.items()}
    assert told["truck"] == ("near", "沈砚")
    assert told["noise@14"] == ("voices", "沈砚")
    assert told["scenes"] == ({"teahouse": "inside"}, "顾南")
    assert again.answered == 5
    (quote,) = again.site.hires
    assert (quote.amount, quote.basis, quote.who) == (6000.0, Basis.QUOTED, "陆经理")
    assert quote.until == "2099-12-31"
    assert desk.sheets[0].site.id == TONGLI


def test_the_last_change_is_taken_back_first_and_only_ones_own(home, path):
    answered(home, path, "顾南", signal="weak")
    desk, _ = answered(home, path, "沈砚", truck="near", power="none", said="好")
    answered(home, path, "沈砚", truck="walk")
    keys = []
    while (sheet := actions.undo_answer(home, desk, "沈砚")) is not None:
        keys.append({key: one.value for key, one in sheet.answers.items()})
    assert keys == [
        {"signal": "weak", "truck": "near", "power": "none", "said": "好"},
        {"signal": "weak", "truck": "near", "power": "none"},
        {"signal": "weak", "truck": "near"},
        {"signal": "weak"},
    ]


def test_after_undoing_one_types_on_and_takes_that_back(home, path):
    desk, _ = answered(home, path, "沈砚", truck="near", power="none")
    actions.undo_answer(home, desk, "沈砚")
    answered(home, path, "沈砚", water="tap")
    left = [actions.undo_answer(home, desk, "沈砚") for _ in range(3)]
    assert sorted(left[0].answers) == ["truck"]
    assert not left[1].answers
    assert left[2] is None


def test_a_wrong_answer_is_refused_and_nothing_is_kept(home, path):
    desk = opened(home, path)
    with pytest.raises(SyncError, match="answer_choice"):
        actions.answer(home, desk, TONGLI, "truck", "by air", "沈砚")
    with pytest.raises(SyncError, match="answer_line"):
        actions.answer(home, desk, TONGLI, "nothing", 1, "沈砚")
    assert opened(home, path).sheets[0] == desk.sheets[0]


def test_saying_the_same_again_writes_nothing(home, path):
    desk, _ = answered(home, path, "沈砚", truck="near")
    answered(home, path, "顾南", truck="near")
    assert actions.undo_answer(home, desk, "顾南") is None


def test_done_is_told_and_taken_back(home, path):
    desk = opened(home, path)
    assert actions.finish_sheet(home, desk, TONGLI, "沈砚").done
    assert opened(home, path).sheets[0].done
    assert not actions.finish_sheet(home, desk, TONGLI, "沈砚", done=False).done
    assert not opened(home, path).sheets[0].done


def test_photos_lie_byte_for_byte_and_go_in_one_step(home, path, tmp_path):
    desk = opened(home, path)
    files = [picture(tmp_path / "一.jpg", "red"), picture(tmp_path / "二.jpg", "blue")]
    given = [hashlib.sha256(one.read_bytes()).hexdigest() for one in files]
    job = actions.hang_field_photos(home, desk, TONGLI, [*files, files[0]], "沈砚")
    sheet, refused = finish(job)
    assert refused == ()
    kept = [Path(one.path) for one in sheet.photos]
    assert sorted(map(digest_at, kept)) == sorted(given)
    assert {one.who for one in sheet.photos} == {"沈砚"}
    assert all(one.shown.endswith(".jpg") for one in sheet.photos)
    assert [Path(one.path) for one in opened(home, path).sheets[0].photos] == kept
    assert actions.undo_answer(home, desk, "沈砚").photos == ()


def test_a_new_place_keeps_how_good_its_position_is(home, path):
    desk = opened(home, path)
    after = actions.add_place(
        home, desk, " 河边的老屋 ", "community_venue", Fix(31.16, 120.72, 6.0), "沈砚"
    )
    new = after.sheets[-1].site
    assert (new.name_zh, new.city_zh, new.coord_basis) == ("河边的老屋", "苏州", "gps")
    assert (new.lat, new.lon, new.coord_uncertainty_m) == (31.16, 120.72, 6.0)
    actions.answer(home, after, new.id, "truck", "door", "沈砚")
    if path is not None:
        assert new.id in {one.site.id for one in opened(home, path).sheets}
        merged(home, path)
    assert home.store.site(new.id).name_zh == "河边的老屋"
    same = actions.add_place(
        home, after, "河边的老屋", "community_venue", Fix(31.16, 120.72), "沈砚"
    )
    assert same.sheets[-1].site.id != new.id
    unsaid = same.sheets[-1].site
    assert unsaid.coord_uncertainty_m > 6.0
    # nobody said how good it is: it is told as an estimate, not as what the receiver said
    assert unsaid.coord_basis == "gps_unsaid"
    typed = Fix(31.16, 120.73, 1112.0, source="typed", estimated=True)
    third = actions.add_place(home, same, "手填处", "community_venue", typed, "沈砚").sheets[-1]
    assert (third.site.coord_basis, third.site.coord_uncertainty_m) == ("typed", 1112.0)
    with pytest.raises(SyncError, match="place_unnamed"):
        actions.add_place(home, desk, "  ", "community_venue", Fix(31.16, 120.72), "沈砚")


def test_a_pack_of_one_place_is_named_after_it(home):
    assert actions.pack_wishes(home, [TONGLI]).name == home.store.site(TONGLI).name_zh


def test_quotes_and_private_lines_stay_at_home_unless_wished(home, tmp_path):
    answered(home, None, "沈砚", price=price(6000), signer="陆经理 139", truck="near")
    wishes = actions.pack_wishes(home, [TONGLI])
    assert not wishes.private
    target = tmp_path / "open.gpkg"
    finish(actions.make_pack(home, wishes, target))
    sheet = finish(actions.open_pack(home, target)).sheets[0]
    assert set(sheet.answers) == {"truck"}
    assert not sheet.site.hires
    whole = target.read_bytes()
    assert "陆经理".encode() not in whole
    finish(actions.make_pack(home, replace(wishes, private=True), target))
    sheet = finish(actions.open_pack(home, target)).sheets[0]
    assert set(sheet.answers) == {"truck", "price", "signer"}


def test_a_pack_without_places_is_not_made(home, tmp_path):
    with pytest.raises(SyncError, match="pack_empty"):
        finish(actions.make_pack(home, actions.pack_wishes(home, []), tmp_path / "a.gpkg"))
    assert list(tmp_path.glob("*.gpkg")) == []


def test_places_of_an_area_come_nearest_first(home):
    site = home.store.site(TONGLI)
    found = actions.sites_around(home, site.lat, site.lon, 20.0)
    assert found[0] == TONGLI
    places = [home.store.site(one) for one in found]
    metres = [one.metres for one in actions.near(places, Fix(site.lat, site.lon), len(places))]
    assert max(metres) <= 20_100
    assert metres == sorted(metres)
    assert len(found) < len(actions.sites_around(home, site.lat, site.lon, 60.0))


def test_what_the_pack_asks_stands_on_its_form(home, tmp_path):
    packed(home, tmp_path / "a.gpkg", sites=(TONGLI, "suzhou-pingjiang-road"))
    desk = finish(actions.open_pack(home, tmp_path / "a.gpkg"))
    for sheet in desk.sheets:
        assert sheet.questions
        assert {one.values["site_id"] for one in sheet.questions} == {sheet.site.id}
        assert all(home.phrases.tell(one, "zh") for one in sheet.questions)
    assert desk.pack.checklist


def test_every_kind_of_place_goes_into_a_pack_and_comes_out_as_it_was(home, tmp_path):
    desk = finish(actions.home_desk(home, [TONGLI]))
    after = actions.add_place(home, desk, HOUSE, "ich_site", Fix(31.16, 120.72, 6.0), "沈砚")
    mine = replace(
        home.store.site("suzhou-pingjiang-road"),
        id="",
        name_zh="自己标的",
        coord_basis="user",
        parent=TONGLI,
        adcode="",
    )
    by_hand = actions.save_site(home, actions.settle_site(home, mine, "wgs84"))
    first = [one.id for one in home.store.sites()[:60]]
    ids = [after.sheets[-1].site.id, by_hand.id, TONGLI, *first]
    packed(home, tmp_path / "all.gpkg", sites=ids)
    desk = finish(actions.open_pack(home, tmp_path / "all.gpkg"))
    assert len(desk.sheets) == len(set(ids))
    for sheet in desk.sheets:
        kept = home.store.site(sheet.site.id)
        same = replace(kept, by_hand=True, parent=None, photos=())
        assert replace(sheet.site, by_hand=True, parent=None, photos=()) == same


def test_what_was_seen_has_a_source_and_one_only_a_day(home, path):
    had = home.store.site(TONGLI).sources
    here = {"lat": 31.1605, "lon": 120.7163, "uncertainty_m": 5}
    desk, _ = answered(home, path, "沈砚", scenes={"teahouse": "inside"})
    _, sheet = answered(home, path, "沈砚", scenes={"street": "outside"}, position=here)
    new = [one for one in sheet.site.sources if one not in had]
    assert [(one.publisher, one.supports) for one in sorted(new, key=lambda one: one.supports)] == [
        ("沈砚", ("lat", "lon")),
        ("沈砚", ("scene_types",)),
    ]
    assert sheet.site.exact
    assert sheet.site.coord_uncertainty_m == 5
    taken_back = actions.undo_answer(home, desk, "沈砚").site
    assert [one.supports for one in taken_back.sources if one not in had] == [("scene_types",)]
    assert not taken_back.exact or taken_back.coord_basis == "source"


def test_a_clock_set_back_changes_nothing_of_what_is_taken_back_first(home, path, monkeypatch):
    clock = iter(f"2026-11-{day:02d}T10:00:00.000+08:00" for day in range(28, 0, -1))
    monkeypatch.setattr("geo.actions.field.standing.now", lambda: next(clock))
    desk, _ = answered(home, path, "沈砚", truck="near", power="none", signal="weak")
    answered(home, path, "沈砚", truck="walk")
    keys = []
    while (sheet := actions.undo_answer(home, desk, "沈砚")) is not None:
        keys.append({key: one.value for key, one in sheet.answers.items()})
    assert keys == [
        {"truck": "near", "power": "none", "signal": "weak"},
        {"truck": "near", "power": "none"},
        {"truck": "near"},
        {},
    ]
