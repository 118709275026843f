"""The session's part of the pitch: worked out when watched, kept to wishes, written once asked."""

from __future__ import annotations

import pytest

from geo.model.pitch import Audience, BureauCard, Disclosure, PitchFormat, PitchPart, SiteFile
from gui.session import Session
from gui.task import InstantPool
from tests.gui.conftest import ASSETS


@pytest.fixture
def watching(desk):
    desk.load_desk()
    desk.watch_pitch(watched=True)
    return desk


def test_nothing_is_worked_out_before_a_page_looks(desk):
    assert desk.state.pitch is None
    desk.wish_pitch(title="给导演")
    assert desk.state.pitch is None
    desk.watch_pitch(watched=True)
    assert desk.state.pitch.wishes.title == "给导演"


def test_a_part_left_out_goes_and_comes_back_to_its_usual_place(watching):
    pages = len(watching.state.pitch_pages)
    parts = watching.state.pitch_wishes.parts
    watching.turn_part(PitchPart.MONEY, on=False)
    assert len(watching.state.pitch_pages) == pages - 1
    watching.turn_part(PitchPart.MONEY, on=True)
    assert watching.state.pitch_wishes.parts == parts
    watching.undo()
    assert PitchPart.MONEY not in watching.state.pitch.wishes.parts
    assert len(watching.state.pitch_pages) == pages - 1


def test_the_audience_is_asked_before_anything_is_written(watching, stand_in, tmp_path):
    watching.export_pitch(tmp_path)
    assert watching.state.notes[-1].code == "pitch_audience_unknown"
    assert stand_in.written == []
    watching.set_audience(Audience.PUBLIC)
    watching.export_pitch(tmp_path)
    pitch, files = stand_in.written[-1]
    assert pitch.wishes.audience is Audience.PUBLIC
    assert {path.suffix for path in files} == {".pdf", ".html"}
    note = watching.state.notes[-1]
    assert (note.code, note.values["count"]) == ("pitch_written", 2)


def test_what_is_private_stays_until_it_is_ticked(watching):
    file = SiteFile("tongli", owner="王", owner_phone="13800000000", floor_price=900.0)
    watching.save_site_file(file, "小林")
    kept = watching.state.site_files["tongli"]
    assert (kept.owner_phone, kept.told_by) == ("13800000000", "小林")
    given = next(one for one in watching.state.pitch.sites if one.site.id == "tongli")
    assert (given.file.owner_phone, given.file.floor_price) == ("", None)
    watching.disclose(Disclosure.OWNER, on=True)
    given = next(one for one in watching.state.pitch.sites if one.site.id == "tongli")
    assert (given.file.owner_phone, given.file.floor_price) == ("13800000000", None)
    told = {one.code: one for one in watching.state.pitch.disclosed}
    assert told["owner"].given
    assert told["owner"].count == 1


def test_a_new_card_is_on_the_pack_at_once(watching):
    watching.save_card(BureauCard("吴江区文体广电和旅游局", city="苏州", district="吴江区"))
    assert watching.state.pitch.card.name == "吴江区文体广电和旅游局"
    assert watching.ours.district == "吴江区"


def test_formats_and_places_are_wishes_of_the_project(watching):
    watching.turn_format(PitchFormat.PDF, on=False)
    watching.turn_format(PitchFormat.DOCX, on=True)
    watching.wish_pitch(sites=("luzhen", "tongli"))
    wishes = watching.state.pitch_wishes
    assert wishes.formats == {PitchFormat.HTML, PitchFormat.DOCX}
    assert wishes.sites == ("luzhen", "tongli")
    assert [one.site.id for one in watching.state.pitch.sites] == ["luzhen", "tongli"]
    assert watching.pitch_text().splitlines()[0] == watching.state.name


def test_pages_follow_the_shape_they_are_shown_in(watching):
    paper = len(watching.state.pitch_pages)
    watching.show_pitch_as("phone")
    assert len(watching.state.pitch_pages) == 1 < paper


def test_another_script_keeps_how_one_writes_and_forgets_to_whom(watching, tmp_path):
    watching.wish_pitch(addressee="王导", sites=("tongli",), parts=(PitchPart.ANSWER,))
    watching.close_script()
    wishes = watching.state.pitch_wishes
    assert (wishes.addressee, wishes.sites) == ("", ())
    assert wishes.parts == (PitchPart.ANSWER,)


def test_a_pack_of_places_without_a_script_is_kept(stand_in, tmp_path):
    session = Session(stand_in, ASSETS, tmp_path, pool=InstantPool())
    session.open()
    session.save()
    assert stand_in.count("save_project") == 0
    session.wish_pitch(sites=("tongli",))
    session.close()
    assert stand_in.count("save_project") == 1
