"""Accounts in the session: which place, when asked again, what is thrown away."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from geo.errors import FactsError
from gui.session import Session
from gui.task import ThreadPool
from tests.gui.conftest import ASSETS


def asked(stand_in, name):
    return [call[1:] for call in stand_in.asked if call[0] == name]


@pytest.fixture
def watched(desk):
    desk.watch_money(on=True)
    return desk


class TestWhen:
    def test_nothing_is_reckoned_while_nobody_looks(self, desk, stand_in):
        desk.set_fact("crew.size", 60)
        assert not asked(stand_in, "account")
        assert desk.state.account is None

    def test_a_look_reckons_once_and_the_cities_after_it(self, watched, stand_in):
        assert asked(stand_in, "account") == [(None, "苏州", None)]
        assert asked(stand_in, "compare") == [(("苏州", "绍兴"),)]
        watched.watch_money(on=False)
        watched.watch_money(on=True)
        assert len(asked(stand_in, "account")) == len(asked(stand_in, "compare")) == 1

    def test_every_ranking_reckons_anew(self, watched, stand_in):
        watched.set_fact("crew.size", 60)
        assert asked(stand_in, "account")[-1] == (60, "苏州", None)
        assert len(asked(stand_in, "compare")) == 2
        assert watched.state.account.cost.lines[0].total.mid == 60_000

    def test_other_weights_leave_the_money_alone(self, watched, stand_in):
        weights = dict.fromkeys(watched.state.weights, 0.25)
        watched.set_weights(weights)
        assert len(asked(stand_in, "account")) == 1

    def test_another_place_leaves_the_cities_alone(self, watched, stand_in):
        watched.show_site_money("couple")
        assert asked(stand_in, "account")[-1] == (None, "苏州", "couple")
        assert len(asked(stand_in, "compare")) == 1

    def test_undo_brings_the_old_figures_back(self, watched):
        before = watched.state.account
        watched.set_fact("crew.size", 60)
        watched.undo()
        assert watched.state.account == before

    def test_without_a_script_there_is_no_account(self, watched):
        watched.close_script()
        watched.rank()
        assert watched.state.account is None
        assert watched.state.accounts == ()

    def test_an_error_is_told_once_and_leaves_no_account(self, watched, stand_in):
        stand_in.trouble["account"] = FactsError("city_unknown", city="苏州")
        watched.set_fact("crew.size", 60)
        assert watched.state.account is None
        assert [note.code for note in watched.state.notes if note.about == "account"] == [
            "city_unknown"
        ]
        assert len(asked(stand_in, "compare")) == 1
        del stand_in.trouble["account"]
        watched.set_fact("crew.size", 61)
        assert watched.state.account is not None
        assert not [note for note in watched.state.notes if note.about == "account"]


class TestWhere:
    def test_the_site_selected_is_the_place(self, watched):
        watched.select(site="tongli")
        assert watched.money_place == ("苏州", "tongli")
        assert watched.state.account.site_id == "tongli"

    def test_whole_city_and_back(self, watched):
        watched.select(site="couple")
        watched.show_whole_city(on=True)
        assert watched.money_place == ("苏州", None)
        watched.show_whole_city(on=False)
        assert watched.money_place == ("苏州", "couple")

    def test_a_city_is_looked_at_as_a_whole(self, watched):
        watched.select(site="couple")
        watched.show_city_money("绍兴")
        assert watched.state.account.city == "绍兴"
        assert watched.state.account.site_id is None

    def test_from_a_city_to_its_best_site(self, watched):
        watched.select(site="couple")
        watched.show_city_money("绍兴")
        watched.show_whole_city(on=False)
        assert watched.money_place == ("绍兴", "luzhen")
        assert watched.state.selection.site == "luzhen"

    def test_a_city_that_is_no_longer_ranked_gives_way(self, watched, stand_in):
        watched.show_city_money("绍兴")
        watched.retire_site("luzhen")
        assert watched.money_place == ("苏州", None)

    def test_six_cities_at_most_each_once(self, watched, stand_in):
        watched.compare(["苏州", "绍兴", "苏州", "a", "b", "c", "d", "e"])
        assert watched.state.compared == ("苏州", "绍兴", "a", "b", "c", "d")
        assert asked(stand_in, "compare")[-1] == (("苏州", "绍兴", "a", "b", "c", "d"),)
        watched.compare([])
        assert watched.compared_cities == ("苏州", "绍兴")


def test_what_is_written_names_the_place_first_and_no_city_twice(watched, stand_in, tmp_path):
    watched.export_accounts(tmp_path / "a.xlsx")
    assert asked(stand_in, "export_accounts") == [((("苏州", None), ("绍兴", None)), "zh")]
    watched.show_site_money("tongli")
    watched.export_accounts(tmp_path / "b.xlsx")
    places = (("苏州", "tongli"), ("苏州", None), ("绍兴", None))
    assert asked(stand_in, "export_accounts")[-1] == (places, "zh")


def test_a_late_answer_is_thrown_away(qtbot, qapp, stand_in, tmp_path):
    session = Session(stand_in, ASSETS, tmp_path, pool=ThreadPool())
    with qtbot.waitSignal(session.idle):
        session.open()
    with qtbot.waitSignal(session.idle):
        session.take_in(Path("一曲姑苏.txt"))
    qtbot.waitUntil(lambda: session.state.ranking is not None and not session.state.busy)
    stand_in.account_gate = threading.Event()
    gate = stand_in.account_gate
    session.watch_money(on=True)
    qtbot.waitUntil(lambda: stand_in.count("account") == 1)
    stand_in.account_gate = None
    session.show_site_money("couple")
    qtbot.waitUntil(lambda: session.state.account is not None)
    seen = []
    session.changed.connect(lambda changes: seen.append(session.state.account.site_id))
    gate.set()
    qtbot.waitUntil(lambda: not session.state.busy)
    qtbot.wait(30)
    assert set(seen) <= {"couple"}
    assert session.state.account.site_id == "couple"
    session.close()


def test_a_city_told_gives_way_to_the_next_site(watched):
    watched.select(site="couple")
    watched.show_city_money("绍兴")
    watched.select(scene="1-2")
    assert watched.money_place == ("绍兴", None)
    watched.select(site="tongli")
    assert watched.money_place == ("苏州", None)
