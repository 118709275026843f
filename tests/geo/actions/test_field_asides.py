"""Beside the form: ticks of the checklist, words on photos, positions on another datum."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from geo import actions
from geo.catalogue import Datum, from_wgs84
from geo.errors import SyncError
from geo.progress import finish
from geo.sync.photos import metres_between
from tests.geo.actions.field_desks import TONGLI, copies, merged, packed, picture


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


def said(sheet):
    return {one.zh: (one.done, one.who, one.own) for one in sheet.checks}


def tick(ws, desk, check, who, *, done=True, site=TONGLI):
    return actions.answer(ws, desk, site, check.key, {"line": check.zh, "done": done}, who)


def test_ticks_and_lines_added_are_there_again_and_taken_back(home, path):
    desk = opened(home, path)
    first, *others = desk.sheets[0].checks
    assert not any(one.done or one.own for one in desk.sheets[0].checks)
    assert "带卷尺" in "".join(one.zh for one in desk.sheets[0].checks)
    tick(home, desk, first, "沈砚")
    added = replace(first, key=f"{first.key.rpartition('.')[0]}.mine", zh="带梯子")
    tick(home, desk, added, "顾南", done=False)
    told = said(opened(home, path).sheets[0])
    assert told[first.zh] == (True, "沈砚", False)
    assert told["带梯子"] == (False, "顾南", True)
    assert not any(told[one.zh][0] for one in others)
    # a tick is no answer of the form
    assert opened(home, path).sheets[0].answered == 0
    assert not actions.undo_answer(home, desk, "沈砚").checks[0].done
    with pytest.raises(SyncError, match="answer_line"):
        actions.answer(home, desk, TONGLI, first.key, {"line": "", "done": True}, "沈砚")


def test_each_pack_has_its_own_ticks_and_they_come_home_with_it(home, tmp_path):
    one, two = tmp_path / "one.gpkg", tmp_path / "two.gpkg"
    packed(home, one)
    packed(home, two)
    desk = opened(home, one)
    tick(home, desk, desk.sheets[0].checks[1], "沈砚")
    other = opened(home, two)
    assert not any(check.done for check in other.sheets[0].checks)
    tick(home, other, other.sheets[0].checks[1], "顾南")
    merged(home, one)
    merged(home, two)
    merged(home, one)
    assert actions.contested(home) == ()
    # the catalogue has its own
    assert not any(check.done for check in opened(home, None).sheets[0].checks)
    kept = [line for line in actions.history(home, "recce", TONGLI) if "check@" in line.key.field]
    assert sorted(line.who for line in kept) == ["沈砚", "顾南"]


def test_words_on_a_photo_come_home_and_stand_in_the_layer(home, path, tmp_path):
    desk = opened(home, path)
    sheet, _ = finish(
        actions.hang_field_photos(home, desk, TONGLI, [picture(tmp_path / "一.jpg", "red")], "沈砚")
    )
    key = f"photo_note@{sheet.photos[0].id}"
    actions.answer(home, desk, TONGLI, key, "朝河的一面", "沈砚")
    actions.answer(home, desk, TONGLI, key, "朝河的一面，傍晚顺光", "顾南")
    assert opened(home, path).sheets[0].photos[0].note == "朝河的一面，傍晚顺光"
    if path is not None:
        with sqlite3.connect(path) as db:
            (told,) = db.execute("SELECT note FROM photos").fetchone()
        db.close()
        assert told == "朝河的一面，傍晚顺光"
        merged(home, path)
        assert opened(home, None).sheets[0].photos[0].note == "朝河的一面，傍晚顺光"
    assert actions.undo_answer(home, desk, "顾南").photos[0].note == "朝河的一面"


def on_the_spot(path, lat, lon):
    """A photo whose camera wrote a position, to a ten-thousandth of a second of arc."""
    exif = Image.Exif()

    def parts(value):
        whole = int(value)
        minutes = int((value - whole) * 60)
        return (whole, minutes, round(((value - whole) * 60 - minutes) * 60, 4))

    exif[0x8825] = {1: "N", 2: parts(lat), 3: "E", 4: parts(lon), 16: "T", 17: 45.0}
    Image.new("RGB", (64, 48), "green").save(path, exif=exif)
    return path


def test_a_photo_on_the_datum_of_public_maps_is_put_right_and_back(home, path, tmp_path):
    desk = opened(home, path)
    site = desk.sheets[0].site
    lat, lon = map(float, from_wgs84(site.lat, site.lon, Datum.GCJ02))
    given = on_the_spot(tmp_path / "手机.jpg", lat, lon)
    sheet, _ = finish(actions.hang_field_photos(home, desk, TONGLI, [given], "沈砚"))
    (photo,) = sheet.photos
    assert photo.doubt.code == "photo_datum_shifted"
    assert photo.away_m > 300
    key = f"photo_at@{photo.id}"
    sheet = actions.answer(home, desk, TONGLI, key, "gcj02", "沈砚")
    (right,) = opened(home, path).sheets[0].photos
    assert right == sheet.photos[0]
    assert right.doubt is None
    assert right.converted
    assert metres_between((right.lat, right.lon), (site.lat, site.lon)) < 2
    assert right.bearing == 45.0
    assert Path(right.path).read_bytes() == given.read_bytes()
    assert actions.undo_answer(home, desk, "沈砚").photos[0] == photo
    with pytest.raises(SyncError, match="photo_place_unknown"):
        actions.answer(home, desk, TONGLI, "photo_at@nothing", "gcj02", "沈砚")


def test_two_notes_on_one_photo_are_asked_and_can_both_stay(home, tmp_path):
    given = picture(tmp_path / "一.jpg", "red")
    desk = opened(home, None)
    sheet, _ = finish(actions.hang_field_photos(home, desk, TONGLI, [given], "沈砚"))
    key = f"photo_note@{sheet.photos[0].id}"
    one, two = copies(home, tmp_path, ["一", "二"])
    for path, who, words in ((one, "沈砚", "朝河"), (two, "顾南", "傍晚顺光")):
        actions.answer(home, opened(home, path), TONGLI, key, words, who)
        merged(home, path)
    (question,) = actions.contested(home)
    assert question.both
    assert opened(home, None).sheets[0].photos[0].note == ""
    actions.settle_field(home, question, None, "沈砚")
    assert sorted(opened(home, None).sheets[0].photos[0].note.split("\n")) == ["傍晚顺光", "朝河"]
