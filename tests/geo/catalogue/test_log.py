"""The log in the catalogue: rows are what the edits come to, however they came."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from itertools import count, permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.catalogue import fields_of, in_order, is_private, may_say, read_seed, site_of
from geo.catalogue import log as log_module
from geo.edits import same, standing
from geo.errors import CatalogueError
from geo.model import Basis, Exposure, Hire, SiteScene
from geo.model.field import APPROVAL, RECCE, SITE, Edit, FieldKey, Hand, Why
from tests.geo.catalogue.made import BASE, GARDEN, PNG, make_seed, opened

ASSETS = Path(__file__).parents[3] / "assets" / "catalogue"
TICKET = FieldKey(SITE, GARDEN.id, "ticket_cny")
NEW = "own-new"
SPOT = {"lat": 31.3, "lon": 120.6, "basis": "gps", "uncertainty_m": 8.0, "adcode": "320500"}
SPOT |= {"city_zh": "苏州", "city_en": "Suzhou", "district_zh": None}
SAID = {
    (SITE, GARDEN.id, "ticket_cny"): [None, 60.0, 70.0, 80.0],
    (SITE, GARDEN.id, "scenes/teahouse"): [None, {"exposure": "inside", "sourced": True}],
    (SITE, GARDEN.id, "retired"): [None, True],
    (SITE, GARDEN.id, "photo_order"): [["photos/b.jpg", "photos/a.jpg"], None],
    (SITE, NEW, "name_zh"): ["新地", "新址", None],
    (SITE, NEW, "position"): [SPOT, {**SPOT, "lat": 31.4}],
    (SITE, NEW, "parent"): [BASE.id, "own-later"],
    (SITE, "own-later", "name_zh"): ["后来"],
    (SITE, "own-later", "position"): [SPOT],
    (RECCE, GARDEN.id, "truck"): ["door", "walk", None],
    (APPROVAL, f"site/{GARDEN.id}", "stage"): [{"stage": "reviewed", "digest": "x"}],
    ("site_file", GARDEN.id, "phone"): ["1", "2"],
}


@pytest.fixture
def fresh(tmp_path):
    """Makes the same small catalogue again and again."""
    seed = make_seed(tmp_path / "seed", GARDEN, BASE)
    opened(tmp_path / "first.sqlite", seed, copies=False).close()
    numbers = count()

    def make():
        path = tmp_path / f"{next(numbers)}.sqlite"
        shutil.copy(tmp_path / "first.sqlite", path)
        return opened(path, seed, copies=False)

    return make


@st.composite
def histories(draw):
    """Edits of several records, each in sight of some made before at the same field."""
    made = []
    for number in range(draw(st.integers(1, 12))):
        where = draw(st.sampled_from(sorted(SAID)))
        key = FieldKey(*where)
        names = [one.id for one in made if one.key == key]
        parents = draw(st.lists(st.sampled_from(names), unique=True, max_size=2)) if names else []
        value = draw(st.sampled_from(SAID[where]))
        made.append(Edit(f"e{number}", key, value, None, tuple(parents), "甲", batch="there"))
    return made


def _shipped(key):
    return (
        fields_of(GARDEN).get(key.field) if key.record == GARDEN.id and key.kind == SITE else None
    )


def _model(edits):
    """What stands in each edited field, without any table."""
    keys = {one.key for one in edits}
    mine = {key: [one for one in edits if one.key == key] for key in keys}
    return {key: standing(mine[key], _shipped(key)) for key in keys}


def _all_it_says(store):
    kinds = {one.key.kind for one in store.edits()}
    return (
        store.sites(include_retired=True),
        [site.id for site in store.sites()],
        {kind: dict(store.records(kind)) for kind in sorted(kinds - {SITE})},
        store.rivals(),
    )


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=histories(), data=st.data())
def test_any_order_any_pieces_twice_gives_the_same_as_the_model(fresh, edits, data):
    one, other = fresh(), fresh()
    one.take_edits(edits)
    mixed = data.draw(st.permutations([*edits, *edits[:3]]))
    cut = data.draw(st.integers(0, len(mixed)))
    for piece in (mixed[:cut], mixed[cut:], edits):
        other.take_edits(piece, batch="home")
    assert _all_it_says(one) == _all_it_says(other)
    assert {each.id: each for each in other.edits()} == {each.id: each for each in edits}
    for store in (one, other):
        for key, value in _model(edits).items():
            assert same(store.values(key.kind, [key.record]).get(key), value), key
        assert store.disagreeing() == ()
    asked = {key for key, _, _ in one.rivals()}
    assert asked == {key for key in _model(edits) if _in_question(key, edits)}


def _in_question(key, edits):
    mine = [one for one in edits if one.key == key and key.field != "photo_order"]
    last = [one for one in mine if not any(one.id in other.parents for other in mine)]
    return any(not same(one.value, other.value) for one in last for other in last)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=histories())
def test_undoing_all_that_came_and_bringing_it_back(fresh, edits):
    store = fresh()
    before = store.sites()
    store.take_edits(edits, batch="home")
    after, asked = store.sites(), _questions(store)
    undone = store.undo_batch("home", Hand("我"))
    assert store.sites() == before
    assert store.rivals() == ()
    assert store.disagreeing() == ()
    store.undo_batch(undone, Hand("我"))
    standing_now = {site.id: site for site in store.sites()}
    if not asked:
        assert standing_now == {site.id: site for site in after}
    assert {each.id for each in edits} <= {each.id for each in store.edits()}


def _questions(store):
    return {key: [side[0].value for side in sides] for key, sides, _ in store.rivals()}


def test_every_shipped_site_is_its_fields():
    sites = read_seed(ASSETS)
    assert len(sites) > 400
    for site in sites:
        values = fields_of(site)
        assert site_of(site.id, values, by_hand=False) == site
        assert all(may_say(key, value) for key, value in values.items())
        # whoever sorts the fields changes no more than the order of lists
        mixed = in_order(values, dict(sorted(values.items())))
        assert site_of(site.id, mixed, by_hand=False) == site


def test_two_windows_on_two_fields_merge_and_on_one_field_ask(store, path, seed):
    other = opened(path, seed)
    seen = store.site(GARDEN.id)
    store.save_site(replace(seen, ticket_cny=80.0), seen=seen, by=Hand("沈砚"))
    other.save_site(replace(seen, notes_zh="有两座园子"), seen=seen, by=Hand("顾南"))
    both = store.site(GARDEN.id)
    assert (both.ticket_cny, both.notes_zh, both.by_hand) == (80.0, "有两座园子", True)
    assert store.rivals() == ()

    other.save_site(replace(seen, ticket_cny=90.0), seen=seen, by=Hand("顾南"))
    ((key, sides, stands),) = store.rivals()
    assert (key, stands) == (TICKET, 70.0)
    assert {(side[0].who, side[0].value) for side in sides} == {("沈砚", 80.0), ("顾南", 90.0)}
    assert store.site(GARDEN.id).ticket_cny == 70.0
    # who types it anew has decided
    assert store.save_site(replace(store.site(GARDEN.id), ticket_cny=85.0)).ticket_cny == 85.0
    assert store.rivals() == ()


def test_adding_to_one_set_never_clashes(store, path, seed):
    seen = store.site(GARDEN.id)
    for code in ("study", "alley"):
        mine = replace(
            seen, scene_types=(*seen.scene_types, SiteScene(code, Exposure.INSIDE, True))
        )
        store.save_site(mine, seen=seen)
    codes = [one.scene_type for one in store.site(GARDEN.id).scene_types]
    assert codes == ["classical_garden", "teahouse", "alley", "study"]
    assert store.rivals() == ()


def test_what_is_saved_unchanged_leaves_no_edit(store):
    store.save_site(GARDEN)
    store.save_site(store.site(BASE.id))
    store.retire_site(GARDEN.id, retired=False)
    assert store.edits() == ()
    assert not store.site(GARDEN.id).by_hand


def test_an_edit_tells_who_and_what_was_before(store):
    by = Hand("沈砚", "2026-11-21T14:32:00+08:00", Why.IMPORTED, "b1", "p1")
    store.save_site(replace(GARDEN, ticket_cny=80.0), by=by)
    (made,) = store.edits_of(TICKET)
    assert made == replace(
        made, key=TICKET, value=80.0, before=70.0, parents=(), who="沈砚", when=by.when
    )
    assert (made.pack, made.why, made.batch) == ("p1", Why.IMPORTED, "b1")
    assert store.shipped([TICKET]) == {TICKET: 70.0}
    assert store.shipped([replace(TICKET, record=BASE.id)]) == {
        replace(TICKET, record=BASE.id): BASE.ticket_cny
    }
    (batch,) = store.batches()
    assert (batch.id, batch.who, batch.edits, batch.records) == ("b1", "沈砚", 1, 1)


def test_undoing_a_decision_asks_again_with_the_names_of_both(store):
    sides = [Edit(f"s{n}", TICKET, n, 70.0, who=who) for n, who in ((80.0, "沈砚"), (90.0, "顾南"))]
    store.take_edits(sides, batch="home")
    (settled,) = store.write_values({TICKET: 80.0}, Hand("林", batch="settle", why=Why.SETTLED))
    assert set(settled.parents) == {"s80.0", "s90.0"}
    assert store.site(GARDEN.id).ticket_cny == 80.0
    undone = store.undo_batch("settle", Hand("林"))
    ((_, asked, stands),) = store.rivals()
    assert {(side[0].who, side[0].value) for side in asked} == {("沈砚", 80.0), ("顾南", 90.0)}
    assert stands == 70.0
    store.undo_batch(undone, Hand("林"))
    assert store.rivals() == ()
    assert store.site(GARDEN.id).ticket_cny == 80.0


def test_undoing_leaves_what_was_changed_again_since(store):
    store.save_site(replace(GARDEN, ticket_cny=80.0, notes_zh="乙"), by=Hand(batch="b1"))
    store.save_site(replace(store.site(GARDEN.id), ticket_cny=90.0))
    store.undo_batch("b1", Hand())
    site = store.site(GARDEN.id)
    assert (site.ticket_cny, site.notes_zh) == (90.0, GARDEN.notes_zh)


def test_a_place_that_came_home_is_retired_by_undoing_not_emptied(store):
    made = [
        Edit("n", FieldKey(SITE, NEW, "name_zh"), "新地"),
        Edit("p", FieldKey(SITE, NEW, "position"), SPOT),
    ]
    store.take_edits(made, batch="home")
    assert store.site(NEW).by_hand
    undone = store.undo_batch("home", Hand())
    assert NEW not in {one.id for one in store.sites()}
    assert store.site(NEW).name_zh == "新地"
    store.undo_batch(undone, Hand())
    assert NEW in {one.id for one in store.sites()}


def test_a_place_known_by_its_point_alone_gets_its_city(store):
    spot = {"lat": 31.32, "lon": 120.62, "basis": "gps", "uncertainty_m": 5}
    name = Edit("n", FieldKey(SITE, NEW, "name_zh"), "桥头")
    taken = store.take_edits([name])
    assert (taken.new, taken.touched) == (1, ((SITE, NEW),))
    assert NEW not in {one.id for one in store.sites(include_retired=True)}
    store.take_edits([Edit("p", FieldKey(SITE, NEW, "position"), spot)])
    site = store.site(NEW)
    assert (site.name_en, site.city_zh, site.coord_basis) == ("桥头", "苏州", "gps")


def test_an_error_halfway_leaves_everything_as_it_was(store, monkeypatch):
    edits = [
        Edit("a", TICKET, 80.0),
        Edit("b", FieldKey("site_file", GARDEN.id, "phone"), "1"),
    ]
    before = _all_it_says(store)

    def broken(*_args):
        raise CatalogueError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(log_module, "_write_records", broken)
        with pytest.raises(CatalogueError):
            store.take_edits(edits)
    assert store.edits() == ()
    assert _all_it_says(store) == before
    assert store.take_edits(edits).new == 2
    assert store.site(GARDEN.id).ticket_cny == 80.0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("ticket_cny", "七十"),
        ("ticket_cny", float("inf")),
        ("ticket_cny", True),
        ("sets_count", 2**70),
        ("kind", "castle"),
        ("position", {"lat": 91, "lon": 0, "uncertainty_m": 1}),
        ("position", [31, 120]),
        ("scenes/teahouse", {"exposure": "upside", "sourced": True}),
        ("hires/day", [{"amount": 1, "per": "hour", "basis": "quoted"}]),
        ("photos/../../x.jpg", True),
        ("photos//etc/x.jpg", True),
        ("photos/photos\\..\\x.jpg", True),
        ("cover", "../x.jpg"),
        ("notes_zh", "\ud800"),
        ("eras/ancient", "yes"),
    ],
)
def test_a_value_that_cannot_be_is_left_out_and_told(store, field, value):
    bad = Edit("bad", FieldKey(SITE, GARDEN.id, field), value)
    taken = store.take_edits([bad, Edit("good", TICKET, 80.0)])
    assert (taken.new, taken.refused) == (1, (bad,))
    assert store.site(GARDEN.id).ticket_cny == 80.0
    with pytest.raises(CatalogueError) as told:
        store.write_values({bad.key: value}, Hand())
    assert told.value.code == "value_unsound"


def test_a_field_of_a_later_version_is_kept_and_shows_nothing(store):
    later = Edit("l", FieldKey(SITE, GARDEN.id, "fire_exits"), {"count": 2})
    store.take_edits([later])
    assert replace(store.site(GARDEN.id), by_hand=False) == GARDEN
    assert store.values(SITE, [GARDEN.id])[later.key] == {"count": 2}
    store.save_site(replace(store.site(GARDEN.id), ticket_cny=1.0))
    assert store.values(SITE, [GARDEN.id])[later.key] == {"count": 2}


def test_newer_figures_that_ship_reach_what_nobody_edited(path, seed):
    store = opened(path, seed)
    store.save_site(replace(GARDEN, ticket_cny=80.0))
    make_seed(seed, replace(GARDEN, ticket_cny=75.0, notes_zh="新说法"), BASE, date="2026-02-03")
    store = opened(path, seed)
    site = store.site(GARDEN.id)
    assert (site.ticket_cny, site.notes_zh) == (80.0, "新说法")
    assert store.shipped([TICKET])[TICKET] == 75.0
    assert store.disagreeing() == ()
    # a question falls back to what ships now
    store.take_edits([Edit("x", TICKET, 99.0)])
    assert store.site(GARDEN.id).ticket_cny == 75.0


def test_edits_of_a_place_that_ships_later_wait_for_it(path, seed):
    store = opened(path, make_seed(seed, BASE))
    store.take_edits([Edit("x", TICKET, 99.0)])
    assert [one.id for one in store.sites()] == [BASE.id]
    make_seed(seed, BASE, GARDEN, date="2026-02-03")
    assert opened(path, seed).site(GARDEN.id).ticket_cny == 99.0


def test_what_was_typed_before_there_was_a_log_becomes_edits(path, seed):
    store = opened(path, seed)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE site SET by_hand = 1, ticket_cny = 5 WHERE id = ?", (GARDEN.id,))
        connection.commit()
    make_seed(seed, replace(GARDEN, ticket_cny=75.0, sets_count=3), BASE, date="2026-02-03")
    store = opened(path, seed)
    assert store.site(GARDEN.id).ticket_cny == 5.0
    assert [one.value for one in store.edits_of(TICKET)] == [5.0]


def test_documents_keep_their_empty_fields_and_merge_by_field(store, path, seed):
    first = {"owner": None, "phone": "1", "tags": ("a",)}
    store.save_record("site_file", "g", first)
    assert store.records("site_file") == {"g": {"owner": None, "phone": "1", "tags": ["a"]}}
    seen = store.records("site_file")["g"]
    store.save_record("site_file", "g", {**seen, "owner": "甲"}, seen=seen)
    opened(path, seed).save_record("site_file", "g", {**seen, "phone": "2"}, seen=seen)
    assert store.records("site_file")["g"] == {"owner": "甲", "phone": "2", "tags": ["a"]}
    assert store.rivals() == ()
    assert store.disagreeing() == ()


def test_a_document_that_no_json_can_say_is_refused(store):
    with pytest.raises(CatalogueError) as told:
        store.save_record("genres", "mix", {"title": "x", "share": float("nan")})
    assert (told.value.code, told.value.values["field"]) == ("value_unsound", "share")
    assert store.records("genres") == {}


def test_who_else_writes_is_told_once(store, path, seed):
    other = opened(path, seed)
    assert not store.changed_elsewhere()
    store.save_site(replace(GARDEN, ticket_cny=1.0))
    store.save_project("一曲", {})
    assert not store.changed_elsewhere()
    assert other.changed_elsewhere()
    other.save_record("enquiry", "1", {"title": "x"})
    store.save_site(replace(GARDEN, ticket_cny=2.0))
    assert store.changed_elsewhere()
    assert not store.changed_elsewhere()
    with pytest.raises(CatalogueError):
        other.retire_site("nobody")
    assert not store.changed_elsewhere()


def test_two_windows_on_one_project_keep_both(store, path, seed):
    assert store.save_project("一曲", {"name": "一曲", "v": 1}) == "一曲"
    one, two = opened(path, seed), opened(path, seed)
    assert one.load_project() == two.load_project()
    assert one.save_project("一曲", {"name": "一曲", "v": 2}) == "一曲"
    assert two.save_project("一曲", {"name": "一曲", "v": 3}) == "一曲（2）"
    assert two.save_project("一曲", {"name": "一曲", "v": 4}) == "一曲（2）"
    assert one.save_project("一曲", {"name": "一曲", "v": 5}) == "一曲"
    with closing(sqlite3.connect(path)) as connection:
        rows = dict(connection.execute("SELECT name, json_extract(document, '$.v') FROM project"))
    assert rows == {"一曲": 5, "一曲（2）": 4}
    assert opened(path, seed).load_project()["name"] == "一曲"


def test_photos_keep_their_order_and_two_who_add_do_not_clash(store, tmp_path):
    paths = []
    for number in range(4):
        paths.append(tmp_path / f"{number}.png")
        paths[-1].write_bytes(PNG + bytes([number]))
    hung = store.add_photos(GARDEN.id, paths[:3]).photos
    for order in permutations(hung):
        assert store.set_photos(GARDEN.id, order).photos == order
    assert store.add_photos(GARDEN.id, paths[3:]).photos[:3] == order
    assert not store.site(GARDEN.id).by_hand
    store.take_edits([Edit("c", FieldKey(SITE, GARDEN.id, "cover"), _inside(store, hung[1]))])
    assert store.site(GARDEN.id).photos[0] == hung[1]
    assert store.set_photos(GARDEN.id, hung).photos == hung


def _inside(store, photo):
    return f"photos/{Path(photo).name}"


@pytest.mark.parametrize(
    ("key", "value", "private"),
    [
        (FieldKey("site_file", "g", "owner_phone"), "1", True),
        (FieldKey("site_file", "g", "services"), "车", False),
        (FieldKey("enquiry", "g", "contact"), "甲", True),
        (FieldKey("enquiry", "g", "title"), "剧", False),
        (FieldKey(SITE, "g", "ticket_cny"), 70, False),
        (FieldKey(SITE, "g", "hires/day"), None, False),
    ],
)
def test_contacts_are_private(key, value, private):
    assert is_private(key, value) is private


@pytest.mark.parametrize("basis", Basis)
def test_quotes_are_private_and_published_prices_are_not(basis):
    hire = replace(BASE, hires=(Hire(1.0, "day", basis),))
    key = FieldKey(SITE, BASE.id, "hires/day")
    assert is_private(key, fields_of(hire)["hires/day"]) is (basis is Basis.QUOTED)


def test_a_set_that_comes_before_its_base_is_hung_on_it_when_it_comes(store):
    def place(site_id, **more):
        said = {"name_zh": site_id, "position": SPOT, **more}
        return [Edit(f"{site_id}.{key}", FieldKey(SITE, site_id, key), said[key]) for key in said]

    store.take_edits(place(NEW, parent="own-later"))
    assert store.site(NEW).parent is None
    store.take_edits(place("own-later"))
    assert store.site(NEW).parent == "own-later"
    assert store.disagreeing() == ()


def test_what_came_is_taken_back_after_a_decision_was_taken_back(fresh):
    """Two packs, a question, a decision; each of the three can be taken back in any order."""
    store = fresh()
    ticket = FieldKey(SITE, GARDEN.id, "ticket_cny")
    for name, value in (("a", 10.0), ("b", 20.0)):
        store.take_edits([Edit(name, ticket, value, who=name)], batch=f"merge-{name}")
    ((key, _, stands),) = store.rivals()
    assert (key, stands) == (ticket, GARDEN.ticket_cny)
    store.write_values({ticket: 20.0}, Hand("我", batch="decided"))
    assert store.site(GARDEN.id).ticket_cny == 20.0
    open_again = store.undo_batch("decided", Hand("我"))
    assert [side[0].who for side in store.rivals()[0][1]] == ["a", "b"]
    without_a = store.undo_batch("merge-a", Hand("我"))
    assert not store.rivals()
    assert store.site(GARDEN.id).ticket_cny == 20.0
    store.undo_batch("merge-b", Hand("我"))
    assert not store.rivals()
    assert store.site(GARDEN.id).ticket_cny == GARDEN.ticket_cny
    store.undo_batch(without_a, Hand("我"))
    assert store.site(GARDEN.id).ticket_cny == 10.0
    # the decision was for b's, which is not there any more; it stands all the same
    store.undo_batch(open_again, Hand("我"))
    assert store.site(GARDEN.id).ticket_cny == 20.0


def test_what_was_typed_after_it_came_stays_when_that_is_taken_back(fresh):
    store = fresh()
    ticket = FieldKey(SITE, GARDEN.id, "ticket_cny")
    store.take_edits([Edit("a", ticket, 10.0)], batch="merge")
    store.save_site(replace(store.site(GARDEN.id), ticket_cny=30.0), by=Hand("我", batch="typed"))
    store.undo_batch("merge", Hand("我"))
    assert store.site(GARDEN.id).ticket_cny == 30.0
    # and below it lies what was there before anybody came
    store.undo_batch("typed", Hand("我"))
    assert store.site(GARDEN.id).ticket_cny == GARDEN.ticket_cny


def test_an_edit_that_takes_the_id_of_another_is_told_not_taken_for_it(store):
    mine = Edit("x", TICKET, 80.0)
    store.take_edits([mine])
    assert store.take_edits([replace(mine, value=80, who="乙")]).known == 1
    for other in (replace(mine, value=90.0), replace(mine, parents=("y",))):
        taken = store.take_edits([other])
        assert (taken.new, taken.known, taken.refused) == (0, 0, (other,))
    assert store.edits_of(TICKET) == (mine,)


def test_values_that_no_row_can_hold_are_refused_one_by_one(store):
    nested = 1
    for _ in range(1_000):
        nested = [nested]
    other = FieldKey(SITE, GARDEN.id, "unknown")
    bad = [
        Edit("big", TICKET, 10**400),
        Edit("deep", other, nested),
        Edit("half", other, 1, pack="\ud800"),
        Edit("halves", other, 1, parents=("\ud800",)),
        Edit("long", other, 1, parents=("p" * 10**6,)),
    ]
    taken = store.take_edits([*bad, Edit("good", TICKET, 80.0)])
    assert (taken.new, list(taken.refused)) == (1, bad)
    assert store.site(GARDEN.id).ticket_cny == 80.0


def test_a_place_of_which_two_say_where_it_lies_leaves_the_same_rows_in_any_order(fresh):
    made = [
        Edit("n", FieldKey(SITE, NEW, "name_zh"), "新地"),
        Edit("p", FieldKey(SITE, NEW, "position"), SPOT),
        Edit("q", FieldKey(SITE, NEW, "position"), {**SPOT, "lat": 31.4}),
        Edit("c", FieldKey(SITE, GARDEN.id, "parent"), NEW),
    ]
    said = []
    for order in permutations(made):
        store = fresh()
        for one in order:
            store.take_edits([one])
        assert store.disagreeing() == ()
        said.append(_all_it_says(store))
        store.write_values({made[1].key: SPOT}, Hand())
        assert store.site(GARDEN.id).parent == NEW
        store.close()
    assert all(one == said[0] for one in said)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("photos/photos/../../etc/passwd", True),
        ("photos/backups/x.jpg", True),
        ("photos/photos/x.exe", True),
        ("cover", "catalogue.sqlite"),
    ],
)
def test_a_field_cannot_name_files_that_are_no_photos(key, value):
    assert not may_say(key, value)
    assert may_say("photos/photos/ab.jpg", True)
