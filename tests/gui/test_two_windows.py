"""Two windows on one data folder: nothing that either of them says is lost."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from geo.model import Basis, Hire
from gui.session import Session
from gui.task import InstantPool

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture
def windows(tmp_path, qapp):
    both = [Session(None, ASSETS, tmp_path, pool=InstantPool()) for _ in range(2)]
    for at, one in enumerate(both):
        one.open()
        one.set_who(("沈砚", "顾南")[at])
    yield both
    for one in both:
        one.close()


def a_site(session):
    return next(one for one in session.state.sites if one.city_zh == "苏州")


def test_what_both_change_of_one_place_comes_together(windows):
    one, other = windows
    site = a_site(one)
    one.save_site(replace(site, ticket_cny=77.0))
    # the second window has not looked since
    other.save_site(replace(other.state.site(site.id), notes_zh="院子很深"))
    now = other.state.site(site.id)
    assert (now.ticket_cny, now.notes_zh) == (77.0, "院子很深")
    assert not other.state.outdoors.contested


def test_what_both_say_differently_of_one_field_is_asked(windows):
    one, other = windows
    site = a_site(one)
    hire = Hire(6000.0, "day", Basis.QUOTED, "陆经理", "2026-11-21")
    one.save_site(replace(site, hires=(hire,)))
    other.save_site(replace(other.state.site(site.id), hires=(replace(hire, amount=8000.0),)))
    (asked,) = other.state.outdoors.contested
    assert (asked.key.record, asked.key.field) == (site.id, "hires/day")
    assert {side.edits[0].who for side in asked.sides} == {"沈砚", "顾南"}
    # until somebody decides, what both had seen stands
    assert other.state.site(site.id).hires == site.hires


def test_the_other_window_hears_of_it(windows):
    one, other = windows
    site = a_site(one)
    one.save_site(replace(site, ticket_cny=78.0))
    assert other.state.site(site.id).ticket_cny != 78.0
    other._look_elsewhere()
    assert other.state.site(site.id).ticket_cny == 78.0
    assert "changed_elsewhere" in [note.code for note in other.state.notes]
    one._look_elsewhere()
    assert "changed_elsewhere" not in [note.code for note in one.state.notes]


def test_two_windows_on_one_project_keep_both(windows):
    one, other = windows
    for at, session in enumerate(windows):
        session.put(name="一曲姑苏")
        session.set_fact("crew.size", 40 + at)
        session.save()
    assert one.state.name == "一曲姑苏"
    assert other.state.name == "一曲姑苏（2）"
    assert "project_kept_beside" in [note.code for note in other.state.notes]


def test_a_copy_put_back_is_ones_own_doing_and_the_project_keeps_its_name(windows):
    one, other = windows
    site = a_site(one)
    one.put(name="一曲姑苏")
    one.set_fact("crew.size", 40)
    one.save()
    one.back_up()
    one.save_site(replace(site, ticket_cny=78.0))
    one.set_fact("crew.size", 41)
    one.save()
    one.load_safety()
    one.restore_backup(next(each for each in one.state.outdoors.backups if each.why == "hand"))
    assert one.state.site(site.id).ticket_cny == site.ticket_cny
    one._look_elsewhere()
    assert "changed_elsewhere" not in [note.code for note in one.state.notes]
    other._look_elsewhere()
    assert "changed_elsewhere" in [note.code for note in other.state.notes]
    one.set_fact("crew.size", 42)
    one.save()
    assert one.state.name == "一曲姑苏"
    assert "project_kept_beside" not in [note.code for note in one.state.notes]
    assert one._ws.store.load_project()["name"] == "一曲姑苏"


def test_the_whole_check_sees_rows_that_do_not_say_what_was_edited(windows, tmp_path):
    one, _ = windows
    site = a_site(one)
    one.save_site(replace(site, ticket_cny=78.0))
    one.check_catalogue()
    assert one.state.notes[-1].code == "catalogue_sound"
    with sqlite3.connect(tmp_path / "catalogue.sqlite") as file:
        file.execute("UPDATE site SET ticket_cny = 9 WHERE id = ?", (site.id,))
    file.close()
    one.check_catalogue()
    told = one.state.notes[-1]
    assert (told.code, told.reasons[0].code) == ("catalogue_unsound", "unsound_rows")
    assert told.reasons[0].values["site"] == site.name_zh
