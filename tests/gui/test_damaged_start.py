"""A catalogue file that really is damaged, from the session and in the window."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from geo.model.field import SITE
from gui.session import Session
from gui.settings import Settings
from gui.task import InstantPool
from gui.window.main_window import MainWindow

ASSETS = Path(__file__).parents[2] / "assets"
PAGE = 4096


def opened(folder):
    session = Session(None, ASSETS, folder, pool=InstantPool())
    session.open()
    session.set_who("沈砚")
    return session


@pytest.fixture(scope="module")
def worked_in(tmp_path_factory, qapp):
    """A data folder somebody worked in, with a copy of the catalogue from halfway."""
    folder = tmp_path_factory.mktemp("worked")
    session = opened(folder)
    session.put(name="一曲姑苏")
    first, second = session.state.sites[:2]
    session.save_site(replace(first, ticket_cny=77.0))
    session.back_up()
    session.save_site(replace(second, ticket_cny=78.0))
    session.close()
    return folder, first.id, second.id


@pytest.fixture
def damaged(worked_in, tmp_path):
    """The same folder, the pages from the schema on as a bad disk leaves them."""
    folder, *ids = worked_in
    data = tmp_path / "data"
    shutil.copytree(folder, data)
    file = data / "catalogue.sqlite"
    held = bytearray(file.read_bytes())
    held[100:PAGE] = bytes(PAGE - 100)
    file.write_bytes(held)
    return data, *ids


def codes(session):
    return [note.code for note in session.state.notes]


def test_what_was_found_and_saved_is_told_and_all_work_is_there(damaged):
    data, first, second = damaged
    session = opened(data)
    assert "catalogue_damaged" in codes(session)
    session.open()
    assert "catalogue_damaged" not in codes(session)
    assert "went_on_from_copy" in codes(session)
    saved = next(one for one in session.state.notes if one.code.startswith("saved_"))
    assert saved.values["newer"] == 1
    assert saved.values["edits"] == 2
    said = {one.id: one.ticket_cny for one in session.state.sites}
    assert (said[first], said[second]) == (77.0, 78.0)
    assert {one.key.record for one in session._ws.store.edits(SITE)} == {first, second}
    session.close()
    again = opened(data)
    assert not [one for one in codes(again) if one.startswith(("went_", "saved_"))]
    again.close()


def test_the_window_says_so_and_opens_the_copies(damaged, shown, monkeypatch):
    data, *_ = damaged
    asked = []
    monkeypatch.setattr(
        "gui.pages.field.openers.open_backups", lambda session, window: asked.append(session)
    )
    session = Session(None, ASSETS, data, pool=InstantPool())
    window = shown(MainWindow(session, Settings(data / "window.ini"), ASSETS, data))
    session.open()
    session.open()
    strips = {one.code: window.notes.strips[one.key] for one in session.state.notes}
    assert {"went_on_from_copy", "saved_of_damaged"} <= strips.keys()
    strips["went_on_from_copy"].chosen.emit("backups")
    assert asked == [session]
    session.close()
