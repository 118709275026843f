"""What a pack needs before it is written: only the photos it shows, base maps told when broken."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from geo import actions
from geo.actions.pitch.ready import CACHE, made_ready
from geo.model import ProjectFacts
from geo.model.pitch import (
    Audience,
    BureauCard,
    PitchFormat,
    PitchPart,
    PitchScene,
    PitchWishes,
)
from geo.present.pitch.blocks import Table
from geo.progress import finish

ASSETS = Path(__file__).parents[3] / "assets"
TODAY = date(2026, 11, 22)
PLACE = "suzhou-lili"
MANIFEST = "name: {name}\nsource: 某院\nlicence: 授权\nreview: {review}\ndatum: wgs84\n"


@pytest.fixture
def desk(tmp_path):
    ws = finish(actions.open_workspace(ASSETS, tmp_path / "data"))
    yield ws
    ws.store.close()


def pitched(desk, **wishes):
    wanted = PitchWishes((PLACE,), audience=Audience.PUBLIC, **wishes)
    return finish(actions.make_pitch(desk, None, None, ProjectFacts(), wanted, today=TODAY))


def hang(desk, folder, count):
    """Photos on the place, each of a colour of its own."""
    paths = [folder / f"{n}.jpg" for n in range(count)]
    for n, path in enumerate(paths):
        Image.effect_noise((300, 200), 10 + n).convert("RGB").save(path)
    desk.store.set_photos(PLACE, [str(path) for path in paths])
    return paths


def kept(desk):
    folder = desk.data / CACHE
    return sorted(folder.iterdir()) if folder.exists() else []


def test_only_the_photos_that_pages_show_are_prepared(desk, tmp_path):
    hang(desk, tmp_path, 5)
    ready = finish(made_ready(desk, pitched(desk)))
    assert [str(one) for one in kept(desk)] == list(ready.pitch.sites[0].photos)
    assert len(kept(desk)) == 1


def test_a_row_of_the_scene_table_shows_the_prepared_photo_and_nothing_of_the_camera(
    desk, tmp_path
):
    first, *_ = hang(desk, tmp_path, 2)
    exif = Image.Exif()
    exif[0x010F] = "Secret camera"
    with Image.open(first) as photo:
        photo.save(first, exif=exif)
    desk.store.set_photos(PLACE, [str(first)])
    pitch = pitched(desk, parts=(PitchPart.SCENES,))
    scene = PitchScene("1", "1-1", "s", "河埠", None, None, PLACE, fit=0.9)
    ready = finish(made_ready(desk, replace(pitch, scenes=(scene,))))
    (page,) = ready.paper.pages
    rows = next(one for one in page.blocks if isinstance(one, Table)).rows
    assert [cell.photo for cell in rows[0] if cell.photo] == [str(kept(desk)[0])]
    assert b"Secret camera" in first.read_bytes()
    assert b"Secret camera" not in kept(desk)[0].read_bytes()


def test_files_in_words_prepare_none(desk, tmp_path):
    hang(desk, tmp_path, 2)
    words = frozenset({PitchFormat.XLSX, PitchFormat.DOCX, PitchFormat.TEXT})
    finish(actions.export_pitch(desk, pitched(desk, formats=words), tmp_path / "out"))
    assert len(list((tmp_path / "out").iterdir())) == 3
    assert kept(desk) == []


def test_another_photo_stands_in_for_one_whose_points_cannot_be_read(desk, tmp_path):
    hang(desk, tmp_path, 2)
    pitch = pitched(desk)
    # the catalogue keeps copies
    first = Path(pitch.sites[0].photos[0])
    first.write_bytes(first.read_bytes()[:4_000])
    # its head is whole, so nobody can tell before
    pitch = pitched(desk)
    assert next(one for one in pitch.disclosed if one.code == "photos").count == 2
    ready = finish(made_ready(desk, pitch))
    assert [(one.code, one.values["file"]) for one in ready.left_out] == [
        ("pitch_photo_broken", first.name)
    ]
    assert len(ready.pitch.sites[0].photos) == 1
    steps = list(actions.preview_pitch(desk, pitch, pixels=60))
    assert [one.so_far for one in steps if one.so_far is not None] == [ready.left_out]


def base_pack(desk, name, review):
    folder = desk.data / "own" / "basemaps" / name
    folder.mkdir(parents=True)
    (folder / "manifest.yaml").write_text(MANIFEST.format(name=name, review=review), "utf-8")
    shapes = {"type": "FeatureCollection", "features": []}
    (folder / "base.geojson").write_text(json.dumps(shapes), "utf-8")
    return folder


def test_a_base_map_that_cannot_be_used_is_told(desk):
    (base_pack(desk, "坏的", "GS(2024)1") / "base.geojson").unlink()
    told = next(one for one in pitched(desk).disclosed if one.code == "broken_packs")
    assert (told.count, told.private, told.given) == (1, False, False)
    assert told.items[0].code == "pack_unreadable"
    assert "坏的" in desk.phrases.tell(told.items[0], "zh")


def test_who_draws_on_a_reviewed_base_hears_that_the_review_is_of_the_base(desk):
    base_pack(desk, "市图", "苏S(2024)7号")
    base_pack(desk, "没审", "''")
    base_pack(desk, "等着审", "pending")

    def notes(base):
        return [one for one in pitched(desk, base=base).notes if one.code == "pitch_base_added"]

    (note,) = notes("市图")
    assert "苏S(2024)7号" in desk.phrases.tell(note, "zh")
    assert notes("没审") == notes("等着审") == notes("") == []


def test_a_logo_that_cannot_be_read_is_told_beforehand(desk, tmp_path):
    logo = tmp_path / "logo.png"
    Image.new("RGB", (40, 40)).save(logo)
    assert "broken_logo" not in [one.code for one in pitched(desk).disclosed]
    actions.save_bureau_card(desk, BureauCard("黎里镇文旅办", city="苏州", logo=str(logo)))
    kept_logo = Path(actions.bureau_card(desk).logo)
    assert "broken_logo" not in [one.code for one in pitched(desk).disclosed]
    kept_logo.write_bytes(b"")
    told = next(one for one in pitched(desk).disclosed if one.code == "broken_logo")
    assert (told.count, told.private, told.given) == (1, False, False)
    assert kept_logo.name in desk.phrases.tell(told.items[0], "zh")
    # photos that go out are counted without it
    assert next(one for one in pitched(desk).disclosed if one.code == "photos").count == 0
