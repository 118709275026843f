"""Reading into a preview: nothing of the project changes before it is imported."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from geo.errors import ScriptError
from geo.model import Criterion, Fate, Tag
from gui.session import Session
from gui.session.reading import is_draft
from gui.task import InstantPool
from tests.gui.stand_in import SCRIPT, WEIGHTS, StandIn, retagged

ASSETS = Path("assets")


@pytest.fixture
def actions():
    return StandIn()


@pytest.fixture
def session(qtbot, actions, tmp_path):
    made = Session(actions, ASSETS, tmp_path, pool=InstantPool())
    made.open()
    yield made
    made.close()


@pytest.fixture
def project(session):
    session.take_in(Path("一曲姑苏.txt"))
    return session


def ids(script):
    return [scene.id for scene in script.scenes]


class TestPreview:
    def test_a_file_is_shown_and_nothing_else_happens(self, session, actions):
        session.read(Path("/far/一曲姑苏.docx"))
        state = session.state
        assert state.script is None
        assert state.shown is state.preview.script
        assert state.preview.path == Path("/far/一曲姑苏.docx")
        assert state.preview.changes is None
        assert state.preview.seconds >= 0
        assert not state.can_undo
        assert actions.count("rank") == 0
        assert state.selection.scene == "1-1"
        session.save()
        assert actions.count("save_project") == 0

    def test_importing_makes_it_the_script_and_one_undo_opens_it_again(self, session, actions):
        session.read(Path("a.docx"))
        read = session.state.preview
        session.take_preview()
        assert session.state.script is read.script
        assert session.state.name == "a"
        assert session.state.preview is None
        assert session.state.ranking is not None
        session.undo()
        assert session.state.script is None
        assert session.state.preview is read
        assert session.state.ranking is None
        session.take_preview()
        assert session.state.script is read.script

    def test_not_now(self, project):
        before = project.state.script
        project.change_scene("1-1", place="水榭")
        project.read(Path("b.docx"))
        assert not project.state.can_undo
        project.drop_preview()
        assert project.state.preview is None
        assert project.state.shown.scenes[0].place == "水榭"
        project.undo()
        assert project.state.script is before
        project.drop_preview()

    def test_a_bad_file_leaves_the_preview(self, session):
        session.read(Path("a.docx"))
        shown = session.state.shown
        session.read(Path("x.empty"))
        assert session.state.shown is shown
        assert session.state.notes[0].code == "script_empty"

    def test_edits_are_of_the_preview(self, project, actions):
        kept, ranked = project.state.script, actions.count("rank")
        project.read(Path("一曲姑苏.docx"))
        project.merge_sets("garden", "house")
        project.change_scene("1-1", place="水榭")
        project.accept_warning(0)
        project.settle("heading_like|x")
        project.remove_scene("2-1")
        shown = project.state.shown
        assert [one.id for one in shown.sets] == ["garden"]
        assert shown.scenes[0].place == "水榭"
        assert shown.settled == ("heading_like|x",)
        assert shown.warnings == ()
        assert project.state.script is kept
        assert actions.count("rank") == ranked
        # the comparison follows
        assert project.state.preview.changes.count(Fate.OMITTED) == 1
        for _ in range(5):
            project.undo()
        assert project.state.shown.scenes == SCRIPT.scenes
        assert project.state.preview.changes.count(Fate.OMITTED) == 0
        assert not project.state.can_undo

    def test_an_imported_preview_can_be_taken_apart_step_by_step(self, session):
        session.read(Path("a.docx"))
        session.retag([11], Tag.HEADING)
        session.take_preview()
        assert len(session.state.script.scenes) == 4
        session.undo()
        assert len(session.state.preview.script.scenes) == 4
        session.undo()
        assert len(session.state.preview.script.scenes) == 3
        session.redo()
        assert len(session.state.preview.script.scenes) == 4

    def test_closing_leads_back_to_the_start(self, project):
        project.read(Path("b.docx"))
        project.close_script()
        assert project.state.shown is None


class TestDrafts:
    def test_the_same_scenes_are_another_draft(self, project, actions):
        old = project.state.script
        project.read(Path("别的名字.docx"))
        preview = project.state.preview
        assert preview.as_draft
        assert preview.changes.count(Fate.SAME) == 3
        project.take_preview()
        assert actions.count("take_draft") == 1
        assert project.state.script.draft == 2
        assert project.state.name == "一曲姑苏"
        project.undo()
        assert project.state.script is old
        assert project.state.preview is preview

    def test_or_a_project_of_its_own_when_the_user_says_so(self, project, actions):
        project.read(Path("别的.docx"))
        project.choose_draft(as_draft=False)
        project.take_preview()
        assert actions.count("take_draft") == 0
        assert project.state.name == "别的"
        project.undo()
        assert project.state.name == "一曲姑苏"
        project.take_preview(as_draft=True)
        assert project.state.name == "一曲姑苏"

    def test_other_scenes_are_another_film(self, project, actions):
        other = tuple(replace(one, heading=f"X{one.heading}") for one in SCRIPT.scenes)
        new = replace(SCRIPT, scenes=other, origin="别的.docx")
        assert not is_draft(SCRIPT, new, actions.compare_drafts(SCRIPT, new))
        assert is_draft(SCRIPT, replace(new, origin=SCRIPT.origin),
                        actions.compare_drafts(SCRIPT, new))  # fmt: skip
        assert not is_draft(SCRIPT, SCRIPT, None)

    def test_without_a_script_there_is_nothing_to_be_a_draft_of(self, session):
        session.read(Path("a.docx"))
        session.choose_draft(as_draft=True)
        assert not session.state.preview.as_draft


class TestRetag:
    @pytest.mark.parametrize("imported", [False, True])
    def test_lines_become_what_the_user_says_in_one_step(self, session, actions, imported):
        session.read(Path("a.docx"))
        if imported:
            session.take_preview()
        before = session.state.shown
        session.retag((11, *session.lines_like(11)), Tag.HEADING, remember=True)
        assert ("retag", {11: Tag.HEADING, 13: Tag.HEADING}, True) in actions.asked
        assert ids(session.state.shown) == ["1-1", "1-2", "n11", "n13", "2-1"]
        assert session.state.can_undo
        session.undo()
        assert session.state.shown is before
        session.redo()
        assert len(session.state.shown.scenes) == 5

    def test_the_scene_pointed_at_is_the_one_of_the_line(self, session):
        session.read(Path("a.docx"))
        session.select(scene="1-2", line=11)
        session.retag([11], Tag.HEADING)
        assert (session.state.selection.scene, session.state.selection.line) == ("n11", 11)
        session.retag([11], Tag.ACTION)
        assert session.state.selection.scene == "1-2"
        session.select(scene="1-2", line=9)
        session.retag([9], Tag.SPEAKER)
        assert session.state.selection.scene == "1-1"
        session.undo()
        assert session.state.selection.scene == "1-2"
        session.select(scene="2-1")
        session.retag([15], Tag.ACTION)
        assert session.state.selection.scene == "1-1"

    def test_what_it_would_do_is_found_out_without_doing_it(self, session):
        session.read(Path("a.docx"))
        before = session.state.shown
        session.try_retag((11, 13), Tag.HEADING)
        assert session.state.trial.more == 2
        assert session.state.shown is before
        session.try_retag((9,), Tag.ACTION)
        assert session.state.trial.more == -1
        session.forget_trial()
        assert session.state.trial is None

    def test_a_place_word_is_learned_and_everything_read_again(self, session, actions):
        session.read(Path("a.docx"))
        session.learn_place("水阁", "teahouse")
        assert "水阁" in session.state.vocabulary.scene_types["teahouse"].synonyms
        assert ("retag", {}, False) in actions.asked
        session.learn_place("暖阁", "teahouse")
        assert session.state.vocabulary.scene_types["teahouse"].synonyms[-2:] == ("水阁", "暖阁")

    def test_what_goes_wrong_is_told_and_the_next_wish_granted(self, session, actions):
        session.read(Path("a.docx"))
        actions.trouble["retag"] = ScriptError("script_empty", name="a")
        session.retag([11], Tag.HEADING)
        assert session.state.notes[0].about == "retag"
        del actions.trouble["retag"]
        session.retag([11], Tag.HEADING)
        assert session.state.notes == ()
        assert len(session.state.shown.scenes) == 4

    def test_nothing_to_read_before_there_is_a_script(self, session, actions):
        session.retag([1], Tag.HEADING)
        assert session.lines_like(1) == ()
        assert actions.count("retag") == 0
        session.try_retag([1], Tag.HEADING)
        assert session.state.trial is None


class TestWithThreads:
    @pytest.fixture
    def gate(self):
        return threading.Event()

    @pytest.fixture
    def live(self, qtbot, tmp_path, gate):
        actions = StandIn(retag_gate=gate)
        made = Session(actions, ASSETS, tmp_path)
        with qtbot.waitSignal(made.idle):
            made.open()
        with qtbot.waitSignal(made.idle):
            made.read(Path("a.docx"))
        yield made
        gate.set()
        made.close()

    def test_two_re_tags_in_a_row_are_both_done(self, qtbot, live, gate):
        live.retag([11], Tag.HEADING)
        live.retag([13], Tag.HEADING)
        assert len(live.state.shown.scenes) == 3
        gate.set()
        qtbot.waitUntil(lambda: len(live.state.shown.scenes) == 5)
        live.undo()
        assert len(live.state.shown.scenes) == 4

    def test_an_edit_made_in_the_meantime_is_kept(self, qtbot, live, gate):
        live.retag([11], Tag.HEADING)
        live.change_scene("1-1", place="水榭")
        gate.set()
        qtbot.waitUntil(lambda: len(live.state.shown.scenes) == 4)
        assert live.state.shown.scenes[0].place == "水榭"

    def test_imported_in_the_meantime(self, qtbot, live, gate):
        live.retag([11], Tag.HEADING)
        live.take_preview()
        gate.set()
        qtbot.waitUntil(lambda: len(live.state.script.scenes) == 4)

    def test_closed_in_the_meantime(self, qtbot, live, gate):
        live.retag([11], Tag.HEADING)
        live.drop_preview()
        live.start_by_hand("新片")
        gate.set()
        qtbot.wait(50)
        assert live.state.shown.scenes == ()

    def test_undo_gives_up_what_is_not_done_yet(self, qtbot, live, gate):
        live.retag([11], Tag.HEADING)
        live.retag([13], Tag.HEADING)
        live.undo()
        live.undo()
        assert not live.state.is_busy("retag")
        gate.set()
        qtbot.wait(50)
        assert len(live.state.shown.scenes) == 3
        live.retag([13], Tag.HEADING)
        qtbot.waitUntil(lambda: len(live.state.shown.scenes) == 4)


class TestRequest:
    def test_what_was_confirmed_becomes_scenes_and_facts(self, project):
        request = project.read_request("水榭园林，茶馆，45 人")
        kept = tuple(part for part in request.parts if part.value != "茶馆")
        project.start_request(replace(request, parts=kept))
        state = project.state
        assert [scene.place for scene in state.script.scenes] == ["园林"]
        assert state.facts.get("crew.size") == 45
        assert state.ranking is not None
        project.undo()
        assert project.state.script.scenes == SCRIPT.scenes
        assert project.state.facts.get("crew.size") is None

    def test_there_is_nobody_to_ask_before_the_catalogue_is_open(self, qtbot, actions, tmp_path):
        closed = Session(actions, ASSETS, tmp_path, pool=InstantPool())
        assert closed.read_request("园林") is None
        closed.read(Path("a.txt"))
        assert actions.asked == []


def test_the_breakdown_is_of_what_is_shown(project, actions, tmp_path):
    project.export_breakdown(tmp_path / "顺场表.xlsx")
    assert actions.asked[-1] == ("export_breakdown", tmp_path / "顺场表.xlsx", "zh", True)
    assert project.state.notes[-1].path == tmp_path / "顺场表.xlsx"
    project.read(Path("b.docx"))
    project.export_breakdown(tmp_path / "b.csv")
    assert actions.asked[-1][-1] is False


def test_sets_are_split_and_numbers_locked(project):
    project.merge_sets("garden", "house")
    project.split_set("garden", ["1-2"])
    assert [one.scenes for one in project.state.script.sets] == [("1-1",), ("1-2",), ("2-1",)]
    project.lock_numbers()
    assert project.state.script.locked
    project.unlock_numbers()
    assert not project.state.script.locked


def test_weights_moved_in_a_preview_go_back_with_its_undo(project):
    project.read(Path("b.docx"))
    project.set_weights({**WEIGHTS, Criterion.FIT: 0.7, Criterion.COST: 0.0})
    project.undo()
    assert project.state.weights == WEIGHTS
    assert project.state.preview is not None


def test_the_stand_in_retags_as_its_tests_count_on():
    assert ids(retagged(SCRIPT, {9: Tag.ACTION})) == ["1-1", "2-1"]
