"""A catalogue of one's own for each test of the field, and packs made of it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from PIL import Image

from geo import actions
from geo.catalogue import open_store
from geo.model.field import RECCE, SITE, FieldKey
from geo.progress import finish

ASSETS = Path(__file__).parents[3] / "assets"
TONGLI = "suzhou-tongli-film-base"
PRICE = FieldKey(SITE, TONGLI, "hires/day")
VERDICT = FieldKey(RECCE, TONGLI, "verdict")


@contextmanager
def home_of(ws, folder):
    """A workspace whose catalogue is a copy of that of ``ws``, in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "catalogue.sqlite"
    with (
        closing(sqlite3.connect(ws.data / "catalogue.sqlite")) as one,
        closing(sqlite3.connect(target)) as other,
    ):
        one.backup(other)
    store = finish(open_store(target, ASSETS / "catalogue"))
    try:
        yield replace(ws, data=folder, store=store)
    finally:
        store.close()


def packed(ws, path, sites=(TONGLI,), **wishes):
    """A pack of these places at ``path``; contacts and quotes go along."""
    wanted = replace(actions.pack_wishes(ws, sites), private=True, **wishes)
    return finish(actions.make_pack(ws, wanted, path))


def copies(ws, folder, names, **wishes):
    """The same pack under several names."""
    first = folder / f"{names[0]}.gpkg"
    packed(ws, first, **wishes)
    paths = [folder / f"{name}.gpkg" for name in names]
    for path in paths[1:]:
        shutil.copy(first, path)
    return paths


def answered(ws, path, who, **answers):
    """The form of the first place of a pack (None: of the catalogue) after these answers."""
    if path is None:
        desk = finish(actions.home_desk(ws, [TONGLI]))
    else:
        desk = finish(actions.open_pack(ws, path))
    site_id, sheet = desk.sheets[0].site.id, desk.sheets[0]
    for key, value in answers.items():
        sheet = actions.answer(ws, desk, site_id, key, value, who)
    return desk, sheet


def price(amount, who="陆经理", until="2099-12-31"):
    return {"amount": amount, "per": "day", "who": who, "until": until}


def picture(path, colour="red"):
    Image.new("RGB", (64, 48), colour).save(path)
    return path


def merged(ws, *paths, who="沈砚"):
    return [finish(actions.merge_pack(ws, path, who)) for path in paths]


def all_said(ws):
    """Every standing value of every site and form: what a catalogue comes to."""
    ids = [one.id for one in ws.store.sites(include_retired=True)]
    return {**ws.store.values(SITE, ids), **ws.store.values(RECCE, ids)}
