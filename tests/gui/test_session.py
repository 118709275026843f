"""The session: one state, one signal; newer requests replace older, edits can be undone."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from geo.model import Criterion, Need, Project, ProjectFacts
from gui.session import OFFERS, Changes, Session, State
from gui.session.state import PARTS
from gui.task import InstantPool
from tests.gui.stand_in import LOCKED, SCRIPT, SITES, TOLD, WEIGHTS, StandIn, site

TILTED = {**WEIGHTS, Criterion.FIT: 0.7, Criterion.COST: 0.0}


@pytest.fixture
def actions():
    return StandIn()


@pytest.fixture
def session(qtbot, actions, tmp_path):
    made = Session(actions, Path("assets"), tmp_path, pool=InstantPool())
    yield made
    made.close()


@pytest.fixture
def reading(session):
    session.open()
    session.take_in(Path("一曲姑苏.txt"))
    return session


def heard(session):
    parts = []
    session.changed.connect(lambda changes: parts.append(changes.parts))
    return parts


def test_opening_brings_everything_a_page_draws(session):
    session.open()
    state = session.state
    assert state.ready
    assert state.sites == SITES
    assert state.basemap is not None
    assert state.phrases is not None
    assert state.vocabulary is not None
    assert state.fields
    assert state.divisions
    assert state.samples
    assert state.weights == WEIGHTS
    assert state.script is None
    assert state.busy == ()


def test_reading_ranks_at_once(reading, actions):
    assert reading.state.script.title == "一曲姑苏"
    assert reading.state.name == "一曲姑苏"
    assert reading.state.ranking is not None
    assert reading.state.rank_seconds >= 0
    assert not reading.state.can_undo


def test_what_changed_is_told_by_name(reading):
    parts = heard(reading)
    reading.select(site="tongli")
    reading.select(site="tongli")
    assert parts == [{"selection"}]


def test_a_misspelt_part_is_a_bug():
    with pytest.raises(KeyError):
        Changes(frozenset({"script"})).touch("scirpt")
    assert Changes(frozenset({"script"})).touch("facts", "script")
    assert not Changes(frozenset({"script"})).touch("facts")
    assert {*State.__dataclass_fields__, OFFERS} == PARTS


def test_a_bad_script_leaves_the_good_one(reading):
    before = reading.state
    reading.take_in(Path("x.empty"))
    after = reading.state
    assert after.script is before.script
    assert after.ranking is before.ranking
    [note] = after.notes
    assert (note.level, note.about, note.code) == ("err", "read", "script_empty")
    reading.take_in(Path("good.txt"))
    assert reading.state.notes == ()
    assert reading.state.script.title == "good"


def test_a_note_is_gone_when_read(reading):
    reading.take_in(Path("x.empty"))
    reading.dismiss(reading.state.notes[0].key)
    assert reading.state.notes == ()


def test_a_locked_catalogue_leaves_the_window_usable(session, actions, tmp_path):
    actions.trouble["open_workspace"] = LOCKED
    session._assets = tmp_path
    (tmp_path / "phrases").mkdir()
    session.open()
    assert not session.state.ready
    assert session.state.notes[0].code == "catalogue_locked"
    session.read(Path("a.txt"))
    session.rank()
    session.save_site(SITES[0])
    session.import_sites(Path("a.csv"), "WGS-84")
    session.export_map(Path("a.html"))
    assert actions.count("read_script") == 0
    del actions.trouble["open_workspace"]
    session.open()
    assert session.state.ready
    assert session.state.notes == ()


def test_a_broken_project_is_told_and_the_rest_opens(session, actions):
    actions.trouble["load_project"] = LOCKED
    session.open()
    assert session.state.ready
    assert session.state.notes[0].about == "project"


def test_a_bug_goes_to_the_excepthook(session, actions, monkeypatch):
    bugs = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: bugs.append(what))
    session.open()
    actions.trouble["read_script"] = ZeroDivisionError("ours")
    session.read(Path("a.txt"))
    assert bugs[0][0] is ZeroDivisionError
    assert session.state.notes == ()


def test_edits_are_undone_and_redone_in_order(reading, actions):
    first = reading.state
    reading.change_scene("1-1", place="水榭")
    reading.remove_scene("1-2")
    reading.merge_sets("garden", "wharf")
    edited = reading.state.script
    assert [scene.id for scene in edited.scenes] == ["1-1", "2-1"]
    for _ in range(3):
        reading.undo()
    assert reading.state.script is first.script
    assert not reading.state.can_undo
    for _ in range(3):
        reading.redo()
    assert reading.state.script is edited
    assert not reading.state.can_redo
    reading.undo()
    reading.change_scene("2-1", place="码头")
    assert not reading.state.can_redo


def test_every_edit_ranks_again_with_the_edited_script(reading, actions):
    reading.change_scene("2-1", needs=(Need("river_wharf", 1.0),))
    _, script, *_ = [asked for asked in actions.asked if asked[0] == "rank"][-1]
    assert script is reading.state.script
    reading.undo()
    _, script, *_ = [asked for asked in actions.asked if asked[0] == "rank"][-1]
    assert script is reading.state.script


def test_a_scene_can_be_listed_without_any_script(session):
    session.open()
    session.start_by_hand("新片")
    assert session.state.ranking is None
    session.add_scene(place="总裁办公室", needs=(Need("ceo_office", 1.0),))
    assert session.state.selection.scene == session.state.script.scenes[0].id
    assert session.state.ranking is not None
    session.remove_scene(session.state.script.scenes[0].id)
    assert session.state.ranking is None
    assert session.state.selection.scene is None


def test_a_warning_that_was_looked_at_goes_and_comes_back(reading, actions):
    ranked = actions.count("rank")
    reading.accept_warning(0)
    assert reading.state.script.warnings == ()
    assert actions.count("rank") == ranked
    reading.undo()
    assert reading.state.script.warnings == SCRIPT.warnings


def test_facts_are_said_and_taken_back(reading, actions):
    reading.set_fact("crew.size", 45)
    assert reading.state.facts.get("crew.size") == 45
    reading.set_fact("crew.size", None)
    assert reading.state.facts == ProjectFacts()
    ranked = actions.count("rank")
    reading.set_fact("crew.size", None)
    assert actions.count("rank") == ranked


def test_a_slider_reorders_without_pricing_and_counts_as_one_edit(reading, actions):
    reading._history.clock = lambda: 0.0
    ranked, first = actions.count("rank"), list(reading.state.ranking.site_order.index)
    for share in (0.4, 0.5, 0.7):
        reading.set_weights({**TILTED, Criterion.FIT: share, Criterion.UPLIFT: 0.8 - share})
    assert actions.count("rank") == ranked
    assert list(reading.state.ranking.site_order.index) != first
    reading.undo()
    assert reading.state.weights == WEIGHTS
    assert list(reading.state.ranking.site_order.index) == first
    assert not reading.state.can_undo
    assert actions.count("rank") == ranked


def test_a_place_by_hand_is_kept_ranked_and_shown(reading, actions, snap):
    new = site("villa", "老洋房", "Villa", SITES[0].kind, 31.3, 120.6, "ceo_office")
    reading.add_site(replace(new, id=""), "gcj02", [snap("a.jpg")])
    kept = reading.state.selection.site
    assert reading.state.site(kept).name_zh == "老洋房"
    assert reading.state.site(kept).photos == ("a.jpg",)
    assert reading.state.notes[0].code == "site_added"
    assert kept in reading.state.ranking.site_board.ids
    reading.retire_site(kept)
    assert reading.state.site(kept) is None
    assert reading.state.selection.site is None


def test_a_price_told_on_the_phone_is_kept(reading):
    reading.quote_price("tongli", TOLD)
    assert reading.state.site("tongli").hires == (TOLD,)
    reading.quote_price("nobody", TOLD)


def test_photos_and_import(reading, tmp_path, snap):
    reading.add_photos("couple", [snap("x.jpg")])
    assert reading.state.site("couple").photos == ("x.jpg",)
    reading.import_sites(Path("places.csv"), "GCJ-02")
    assert reading.state.site("kashgar") is not None
    assert reading.state.notes[-1].values == {"count": 1}


def test_exports_say_where_the_file_is(qtbot, reading, actions, tmp_path):
    reading.export_map(tmp_path / "图.html")
    assert (tmp_path / "图.html").exists()
    assert reading.state.notes[-1].path == tmp_path / "图.html"
    qtbot.waitUntil(lambda: reading.state.defence is not None)
    reading.export_ranking(tmp_path / "表.xlsx")
    # how firm the ranking is goes with it
    assert actions.asked[-1] == (
        "export_ranking",
        tmp_path / "表.xlsx",
        "zh",
        reading.state.defence,
    )
    assert [note.about for note in reading.state.notes] == ["export"]


def test_cities_and_workplace(reading, actions):
    reading.set_cities(("绍兴",))
    assert actions.asked[-1][-1] == ("绍兴",) or actions.asked[-2][-1] == ("绍兴",)
    reading.set_workplace("653100")
    assert reading.state.workplace == "653100"


def test_the_project_is_kept_and_comes_back(qtbot, reading, actions, tmp_path):
    reading.set_fact("crew.size", 45)
    reading.change_scene("1-1", place="水榭")
    reading.close()
    assert actions.project.facts.get("crew.size") == 45
    again = Session(actions, Path("assets"), tmp_path, pool=InstantPool())
    again.open()
    assert again.state.script.scenes[0].place == "水榭"
    assert again.state.ranking is not None
    saves = actions.count("save_project")
    again.close()
    assert actions.count("save_project") == saves


def test_saving_waits_for_a_pause(qtbot, reading, actions):
    assert actions.count("save_project") == 0
    qtbot.waitUntil(lambda: actions.count("save_project") == 1, timeout=5000)
    assert reading.state.saved_at is not None


def test_what_could_not_be_saved_is_tried_again(reading, actions):
    actions.trouble["save_project"] = LOCKED
    reading.set_fact("crew.size", 45)
    reading.save()
    assert reading.state.saved_at is None
    assert reading.state.notes[-1].about == "save"
    del actions.trouble["save_project"]
    reading.save()
    assert reading.state.saved_at is not None
    assert actions.project.facts.get("crew.size") == 45


def test_a_read_only_catalogue_is_told_and_usable(session, actions):
    store = SimpleNamespace(
        catalogue_date=lambda: None,
        why_read_only="catalogue_read_only",
        start=SimpleNamespace(told=()),
        close=lambda: None,
    )
    actions.store = store
    session.open()
    [note] = session.state.notes
    assert note.about == "read_only"
    assert set(note.values) == {"file", "folder"}
    assert session.state.ready


def test_closing_a_script_leads_back_to_the_start(reading):
    reading.close_script()
    assert reading.state.script is None
    assert reading.state.ranking is None
    reading.undo()
    assert reading.state.script is None


class TestWithThreads:
    @pytest.fixture
    def gate(self):
        return threading.Event()

    @pytest.fixture
    def live(self, qtbot, tmp_path, gate):
        actions = StandIn(project=Project("旧", SCRIPT))
        made = Session(actions, Path("assets"), tmp_path)
        with qtbot.waitSignal(made.idle):
            made.open()
        actions.gate = gate
        yield made
        gate.set()
        made.close()

    def test_idle_comes_after_the_restored_project_is_ranked(self, live):
        assert live.state.ranking is not None

    def test_a_newer_request_wins(self, qtbot, live, gate):
        live.set_fact("crew.size", 10)
        live.set_fact("crew.size", 20)
        first = live.state.ranking
        with qtbot.waitSignal(live.idle):
            gate.set()
        ranked = [asked for asked in live._actions.asked if asked[0] == "rank"]
        assert ranked[-1][2].get("crew.size") == 20
        assert live.state.ranking is not first

    def test_a_stopped_request_keeps_what_was_shown(self, qtbot, live, gate):
        before = live.state.ranking
        live.set_fact("crew.size", 10)
        assert live.state.is_busy("rank")
        with qtbot.waitSignal(live.idle):
            live.stop("rank")
        gate.set()
        live._desk.close()
        assert live.state.ranking is before
        assert not live.state.is_busy("rank")

    def test_weights_moved_while_ranking_are_not_lost(self, qtbot, live, gate):
        live.set_fact("crew.size", 10)
        live.set_weights(TILTED)
        with qtbot.waitSignal(live.idle):
            gate.set()
        assert live.state.ranking.weights == TILTED

    def test_writes_are_carried_out_in_order_even_on_close(self, live, gate):
        gate.set()
        for number in range(5):
            live.save_site(replace(SITES[0], notes_zh=str(number)))
        live.close()
        kept = [asked[1].notes_zh for asked in live._actions.asked if asked[0] == "save_site"]
        assert kept == ["0", "1", "2", "3", "4"]
