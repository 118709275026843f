"""What is kept comes back: sites, photos, projects."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from geo.errors import CatalogueError
from geo.model import (
    Basis,
    Exposure,
    Hire,
    Kind,
    Level,
    Site,
    SiteScene,
    Source,
    VenueClass,
)
from tests.geo.catalogue.made import BASE, GARDEN, PNG, opened

VILLA = replace(
    GARDEN, id="own-villa", name_zh="试别墅", kind=Kind.COMMUNITY, venue_class=VenueClass.ROOM
)
# a failing site is told as it was made: making it smaller takes minutes
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
maybe_words = st.none() | words
amounts = st.floats(0, 1e9)
SITES = st.builds(
    Site,
    id=words.map(lambda word: f"own-{word}"),
    name_zh=words.filter(str.strip),
    name_en=words,
    kind=st.sampled_from(Kind),
    adcode=st.from_regex(r"[0-9]{6}", fullmatch=True),
    city_zh=words.filter(str.strip),
    city_en=words,
    district_zh=maybe_words,
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    coord_basis=words,
    coord_uncertainty_m=amounts,
    venue_class=st.sampled_from(VenueClass),
    levels=st.lists(
        st.builds(Level, words, words, words, st.none() | st.integers(1, 9), st.none()),
        max_size=3,
        unique=True,
    ).map(tuple),
    ich_category=maybe_words,
    scene_types=st.lists(
        st.builds(SiteScene, words, st.sampled_from(Exposure), st.booleans()),
        max_size=3,
        unique_by=lambda one: one.scene_type,
    ).map(tuple),
    eras=st.lists(words, max_size=3, unique=True).map(tuple),
    hires=st.lists(
        st.builds(Hire, amounts, words, st.sampled_from(Basis), words, words, words), max_size=2
    ).map(tuple),
    ticket_cny=st.none() | amounts,
    annual_visitors=st.none() | st.integers(0, 10**9),
    known_productions=st.lists(words, max_size=3, unique=True).map(tuple),
    notes_zh=maybe_words,
    sources=st.lists(
        st.builds(
            Source,
            words,
            words,
            maybe_words,
            maybe_words,
            st.booleans(),
            st.lists(words, max_size=2).map(tuple),
            maybe_words,
        ),
        max_size=3,
        unique=True,
    ).map(tuple),
    by_hand=st.just(True),
)


def test_first_start_brings_in_the_seed(store):
    assert store.sites() == (BASE, GARDEN)
    assert store.catalogue_date() == "2026-01-02"
    assert store.counts() == {"绍兴": {Kind.BASE: 1}, "苏州": {Kind.SCENIC: 1}}
    assert store.why_read_only is None


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=40,
    deadline=None,
    phases=PHASES,
)
@given(site=SITES)
def test_any_site_saved_is_read_back_whole(store, site):
    kept = store.save_site(site)
    assert _sorted(kept) == _sorted(site)
    assert store.site(site.id) == kept
    # saved as it was read it stays as it is, in that order
    count = len(store.edits())
    assert store.save_site(kept) == kept
    assert len(store.edits()) == count


def _sorted(site):
    """The site, its lists in one order; what is a set has none of its own."""
    names = ("levels", "scene_types", "eras", "hires", "known_productions", "sources")
    return replace(site, **{name: sorted(getattr(site, name), key=repr) for name in names})


def test_saving_again_replaces_every_list(store):
    store.save_site(VILLA)
    bare = replace(VILLA, levels=(), scene_types=(), sources=(), known_productions=(), by_hand=True)
    store.save_site(bare)
    assert store.site(VILLA.id) == bare
    assert len(store.sites()) == 3


def test_sites_are_narrowed_by_city_kind_and_scene_type(store):
    store.save_site(VILLA)
    assert [site.id for site in store.sites(city="苏州")] == ["own-villa", "suzhou-garden"]
    assert store.sites(city="苏州市") == store.sites(city="320500") == store.sites(city="苏州")
    assert [site.id for site in store.sites(kind=Kind.COMMUNITY)] == ["own-villa"]
    assert [site.id for site in store.sites(scene_type="ceo_office")] == [BASE.id]
    assert store.sites(city="苏州", scene_type="ceo_office") == ()
    assert store.sites(city="' OR 1=1 --") == ()


def test_a_retired_site_is_left_out_but_not_lost(store):
    store.retire_site(GARDEN.id)
    assert store.sites() == (BASE,)
    assert store.site(GARDEN.id) == GARDEN
    assert store.sites(include_retired=True) == (BASE, GARDEN)
    assert "苏州" not in store.counts()
    store.retire_site(GARDEN.id, retired=False)
    assert store.sites() == (BASE, GARDEN)


def test_a_set_belongs_to_its_base_and_retires_with_it(store):
    child = replace(VILLA, id="own-set", parent=BASE.id)
    assert store.save_site(child).parent == BASE.id
    store.retire_site(BASE.id)
    assert [site.id for site in store.sites()] == [GARDEN.id]


def test_a_set_may_stand_before_its_base_in_one_import(store):
    base = replace(VILLA, id="own-z-base")
    child = replace(VILLA, id="own-a-set", parent=base.id)
    store.save_sites([child, base])
    assert store.site(child.id).parent == base.id


@pytest.mark.parametrize("parent", ["nobody", "own-villa"])
def test_a_set_without_a_base_is_refused(store, parent):
    with pytest.raises(CatalogueError) as told:
        store.save_site(replace(VILLA, parent=parent))
    assert told.value.code == "parent_unknown"
    assert len(store.sites()) == 2


@pytest.mark.parametrize(
    ("field", "value"),
    [("id", " "), ("name_zh", ""), ("city_zh", ""), ("lat", 91.0), ("lon", float("nan"))],
)
def test_an_unfinished_site_is_refused(store, field, value):
    for save in (store.save_site, lambda site: store.save_sites([VILLA, site])):
        with pytest.raises(CatalogueError) as told:
            save(replace(VILLA, **{field: value}))
        assert (told.value.code, told.value.values["field"]) == ("site_incomplete", field)
    assert len(store.sites()) == 2


def test_unknown_sites_are_told(store):
    for call in (store.site, store.retire_site, lambda key: store.add_photos(key, [])):
        with pytest.raises(CatalogueError) as told:
            call("nobody")
        assert told.value.code == "site_unknown"


def test_photos_are_copied_once_and_stay_when_the_seed_is_read_again(store, path, seed, tmp_path):
    photo = tmp_path / "门 厅.PNG"
    photo.write_bytes(PNG)
    (kept,) = store.add_photos(GARDEN.id, [photo, photo]).photos
    photo.unlink()
    assert Path(kept).read_bytes() == PNG
    assert Path(kept).parent == path.parent / "photos"
    assert len(os.listdir(path.parent / "photos")) == 1

    store.save_site(store.site(GARDEN.id))
    assert store.site(GARDEN.id).photos == (kept,)
    assert opened(path, seed).site(GARDEN.id).photos == (kept,)


def test_photos_are_put_in_order_and_taken_off_but_not_deleted(store, path, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.png").write_bytes(PNG + bytes([number]))
    first, second, third = store.add_photos(
        GARDEN.id, [tmp_path / f"{number}.png" for number in range(3)]
    ).photos
    assert store.set_photos(GARDEN.id, [third, first]).photos == (third, first)
    assert Path(second).exists()
    # a file that is gone keeps nobody from hanging the others
    Path(first).unlink()
    assert store.set_photos(GARDEN.id, [second, first, second]).photos == (second, first)
    with pytest.raises(CatalogueError) as told:
        store.set_photos("nobody", [])
    assert told.value.code == "site_unknown"


def test_a_moved_folder_keeps_its_photos(store, path, seed, tmp_path):
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(20))
    store.save_site(replace(VILLA, photos=(str(photo),)))
    store.close()
    moved = path.parent.rename(tmp_path / "elsewhere")
    (kept,) = opened(moved / path.name, seed).site(VILLA.id).photos
    assert Path(kept).is_relative_to(moved)
    assert Path(kept).exists()


@pytest.mark.parametrize("content", [b"", b"a note", b"%PDF-1.7 something"])
def test_what_is_no_photo_is_refused_and_changes_nothing(store, path, tmp_path, content):
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(content)
    good = tmp_path / "good.png"
    good.write_bytes(PNG)
    with pytest.raises(CatalogueError) as told:
        store.add_photos(GARDEN.id, [good, bad])
    assert (told.value.code, told.value.values["file"]) == ("photo_unreadable", "bad.jpg")
    assert store.site(GARDEN.id).photos == ()


def test_a_photo_that_is_gone_is_refused(store, tmp_path):
    with pytest.raises(CatalogueError) as told:
        store.add_photos(GARDEN.id, [tmp_path / "gone.jpg"])
    assert told.value.code == "photo_unreadable"


def test_the_project_saved_last_is_the_one_loaded(store, path, seed):
    assert store.load_project() is None
    store.save_project("一曲姑苏", {"scenes": [{"place": "茶馆", "eighths": 3}], "cities": []})
    store.save_project("别的", {"name": "别的"})
    store.save_project("一曲姑苏", {"scenes": [], "weights": {"fit": 0.3}})
    again = opened(path, seed)
    assert again.load_project() == {"scenes": [], "weights": {"fit": 0.3}}


def test_threads_read_while_others_write(store):
    wrong = []

    def write(number):
        for at in range(5):
            store.save_site(replace(VILLA, id=f"own-{number}-{at}"))

    def read():
        for _ in range(10):
            seen = store.sites()
            if not {BASE.id, GARDEN.id} <= {site.id for site in seen}:
                wrong.append(seen)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(3)]
    threads += [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert len(store.sites()) == 2 + 15


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs a list of open files")
def test_no_file_stays_open_between_calls(store, path):
    store.save_site(VILLA)
    store.sites()
    links = (os.path.realpath(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd"))
    assert not [link for link in links if link.startswith(str(path.parent))]


def test_all_sites_are_read_once_until_somebody_writes(store, path, seed):
    first = store.sites()
    assert store.sites() is first
    store.save_project("一曲", {"a": 1})
    assert store.sites() is first
    renamed = replace(first[0], name_zh="别名")
    store.save_site(renamed)
    second = store.sites()
    assert second is not first
    assert [one.name_zh for one in second if one.id == renamed.id] == ["别名"]
    # another window has the same file open
    other = opened(path, seed)
    other.retire_site(renamed.id)
    other.close()
    assert renamed.id not in [one.id for one in store.sites()]
    store.retire_site(renamed.id, retired=False)
    assert renamed.id in [one.id for one in store.sites()]


def test_what_sites_share_is_one_object(store):
    sites = store.sites()
    scenes = [scene for one in sites for scene in one.scene_types]
    assert len({id(scene) for scene in scenes}) == len(set(scenes))
