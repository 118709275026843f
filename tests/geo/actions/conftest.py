from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geo import actions
from geo.catalogue import open_store
from geo.progress import Step, finish
from tests.geo.actions.field_desks import home_of, packed
from tests.geo.actions.shelf import CITIES, with_sites

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture(scope="session")
def ws(tmp_path_factory):
    made = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("data")))
    yield made
    made.store.close()


@pytest.fixture(scope="session")
def script(ws):
    return finish(actions.read_script(ws, ASSETS / "samples" / "yiqu_gusu.fdx"))


@pytest.fixture(scope="session")
def catalogue(ws):
    """A dozen places of each of two cities, some of them bases, some monuments."""
    sites = ws.store.sites()
    return tuple(
        site for city in CITIES for site in [one for one in sites if one.city_zh == city][::9][:12]
    )


@pytest.fixture(scope="session")
def some(ws, catalogue):
    return with_sites(ws, catalogue)


@pytest.fixture(scope="session")
def untouched(ws, tmp_path_factory):
    """A workspace whose catalogue is as it ships; nobody may write to it."""
    folder = tmp_path_factory.mktemp("untouched")
    store = finish(open_store(folder / "catalogue.sqlite", ASSETS / "catalogue"))
    yield replace(ws, data=folder, store=store)
    store.close()


def _no_base_map(_):
    yield Step("open_water")


@pytest.fixture(scope="session")
def blank_pack(untouched, tmp_path_factory):
    """A pack of one place that nobody has worked in; to be copied."""
    path = tmp_path_factory.mktemp("blank") / "a.gpkg"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("geo.actions.field.packs.load_basemap", _no_base_map)
        packed(untouched, path)
    return path


@pytest.fixture
def home(untouched, tmp_path, monkeypatch):
    """A workspace with a catalogue of its own, to write to; its packs are made without a map."""
    monkeypatch.setattr("geo.actions.field.packs.load_basemap", _no_base_map)
    with home_of(untouched, tmp_path / "home") as made:
        yield made
