"""The plan in the session: worked out, laid by hand, agreed; kept, undone, and when asked anew."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import PlanError
from geo.model import (
    Arrangement,
    Booking,
    BookingStatus,
    DayOrder,
    DueKind,
    Entry,
    PlanStatus,
    PlanWishes,
    Reason,
    ShootPlan,
)
from geo.progress import Step
from gui.session import Session
from gui.session.plan_moves import laid_in, lock_after, moved
from gui.task import InstantPool, ThreadPool
from tests.gui.conftest import ASSETS
from tests.gui.plan_stand_in import DAY_COST, RENT
from tests.gui.stand_in import StandIn


@pytest.fixture
def planned(desk):
    desk.make_plan()
    return desk


def heard(session, *parts):
    """What the named parts of the state were, one after the other."""
    seen = []
    session.changed.connect(
        lambda changes: seen.extend(
            getattr(session.state, part) for part in parts if changes.touch(part)
        )
    )
    return seen


class TestWorkingOut:
    def test_the_answer_is_shown_and_kept(self, desk):
        desk.make_plan()
        state = desk.state
        assert state.plan.status is PlanStatus.OPTIMAL
        assert state.planned.arrangement == state.plan.arrangement
        assert not state.planned.by_hand
        assert not state.plan_stale
        assert state.busy == ()

    def test_other_ways_follow_by_themselves(self, planned):
        assert [one.code for one in planned.state.alternatives] == [
            "now",
            "fewer_moves",
            "only_city",
        ]

    def test_one_desk_serves_until_what_it_was_made_of_changes(self, planned, stand_in):
        assert stand_in.count("plan_desk") == 1
        planned.explain_set("garden")
        planned.insist("couple")
        assert stand_in.count("plan_desk") == 1
        planned.wish_plan(most_days=3)
        planned.explain_set("house")
        assert stand_in.count("plan_desk") == 2

    def test_nothing_happens_without_a_script(self, desk, stand_in):
        desk.close_script()
        desk.make_plan()
        assert stand_in.count("make_plan") == 0
        assert desk.state.plan is None

    def test_an_error_is_told_and_the_old_plan_stays(self, planned, stand_in):
        before = planned.state.plan
        stand_in.trouble["make_plan"] = PlanError("plan_bad_value", what="venue", about="couple")
        planned.make_plan()
        assert planned.state.plan is before
        assert [one.code for one in planned.state.notes if one.about == "plan"] == [
            "plan_bad_value"
        ]
        del stand_in.trouble["make_plan"]
        planned.make_plan()
        assert not [one for one in planned.state.notes if one.about == "plan"]

    def test_where_there_is_no_plan_the_old_days_are_not_lost(self, planned, stand_in, monkeypatch):
        before = planned.state.planned.arrangement
        conflict = (Reason("plan_no_site", {"set": "河埠"}),)

        def none(_desk, *, time_limit=None, stop=None):
            yield Step("plan_search")
            return ShootPlan(PlanStatus.INFEASIBLE, conflict=conflict)

        monkeypatch.setattr(stand_in, "make_plan", none)
        planned.make_plan()
        assert planned.state.plan.conflict == conflict
        assert planned.state.planned.arrangement == before
        planned.undo()
        assert planned.state.planned.arrangement is None

    def test_a_second_plan_is_compared_with_the_first(self, planned):
        assert planned.state.plan_changes is None
        at = planned.state.plan.arrangement.sites["garden.ext_day"]
        other = "couple" if at != "couple" else "tongli"
        planned.lock_set("garden", other)
        planned.make_plan()
        changes = planned.state.plan_changes
        assert {one.set_id for one in changes.moved} == {"garden"}
        assert changes.moved[0].old_site == at
        assert changes.moved[0].new_site == other

    def test_a_plan_is_undone_and_redone(self, planned):
        plan = planned.state.plan
        planned.undo()
        assert planned.state.plan is None
        ways = planned.state.alternatives
        planned.redo()
        assert planned.state.alternatives == ways != ()
        assert planned.state.plan == plan


@pytest.fixture
def searching(qtbot, tmp_path):
    """A search in a thread that goes on until it is told to end."""
    actions = StandIn()
    actions.plan_gate = threading.Event()
    session = Session(actions, ASSETS, tmp_path, pool=ThreadPool())
    session.open()
    qtbot.waitUntil(lambda: session.state.ready and not session.state.busy)
    session.take_in(ASSETS / "一曲姑苏.txt")
    qtbot.waitUntil(lambda: session.state.ranking is not None and not session.state.busy)
    session.make_plan()
    qtbot.waitUntil(lambda: getattr(session.state.plan_progress, "plan", None) is not None)
    yield session, actions
    actions.plan_gate.set()
    session.close()


class TestStopping:
    def test_what_is_found_on_the_way_is_told(self, searching):
        session, _ = searching
        progress = session.state.plan_progress
        assert progress.phase == "search"
        assert progress.beats[-1].best is not None
        assert session.state.plan is None
        assert session.state.planned.arrangement is None

    def test_stop_here_takes_the_best_so_far(self, qtbot, searching):
        session, _ = searching
        best = session.state.plan_progress.plan
        session.stop_here()
        qtbot.waitUntil(lambda: session.state.plan is not None)
        assert session.state.plan.status is PlanStatus.FEASIBLE
        assert session.state.plan.arrangement == best.arrangement

    def test_giving_up_leaves_what_was(self, qtbot, searching):
        session, _ = searching
        session.cancel_plan()
        assert not session.state.is_busy("plan")
        assert session.state.plan_progress is None
        assert session.state.planned.arrangement is None

    def test_wishes_changed_meanwhile_make_the_answer_stale(self, qtbot, searching):
        session, actions = searching
        session.wish_plan(most_sites=2)
        actions.plan_gate.set()
        qtbot.waitUntil(lambda: session.state.plan is not None)
        assert session.state.plan_stale

    def test_a_new_ranking_gives_the_search_up(self, qtbot, searching):
        session, _ = searching
        session.set_fact("crew.size", 60)
        qtbot.waitUntil(lambda: not session.state.is_busy("plan"))
        assert session.state.plan_progress is None


class TestByHand:
    def first(self, session):
        return session.state.planned.arrangement.days[0].entries[0]

    def test_another_day_is_one_step_and_laid_at_once(self, planned):
        before = planned.state.planned.arrangement
        entry = self.first(planned)
        planned.move_strip(entry, 0, 1, 0, entry.site_id)
        state = planned.state
        assert state.planned.by_hand
        assert state.planned.arrangement.days[1].entries[0] == entry
        assert state.plan.arrangement == state.planned.arrangement
        assert not state.planned.wishes.locks
        assert not state.plan_stale
        planned.undo()
        assert planned.state.plan.arrangement == before
        assert not planned.state.planned.by_hand
        planned.redo()
        assert planned.state.plan.arrangement == state.planned.arrangement

    def test_another_place_locks_the_set_there(self, planned):
        entry = self.first(planned)
        other = "couple" if entry.site_id != "couple" else "tongli"
        planned.move_strip(entry, 0, 0, 0, other)
        set_id = entry.strip_id.rpartition(".")[0]
        assert planned.state.planned.wishes.locks == {set_id: other}
        assert planned.state.plan.arrangement.sites[entry.strip_id] == other
        planned.undo()
        assert not planned.state.planned.wishes.locks

    def test_putting_it_back_where_it_was_is_no_step(self, planned):
        planned.undo()
        planned.redo()
        entry = self.first(planned)
        before = planned.state
        planned.move_strip(entry, 0, 0, 0, entry.site_id)
        assert planned.state is before

    def test_a_trial_tells_the_price_and_keeps_nothing(self, planned):
        kept, plan = planned.state.planned, planned.state.plan
        entry = self.first(planned)
        planned.try_move(entry, 0, 5, 0, entry.site_id)
        trial = planned.state.plan_trial
        # a third day, with one more site hired on it
        more = trial.money.counted - plan.money.counted
        left = {one.site_id for one in kept.arrangement.days[0].entries[1:]}
        assert more == DAY_COST + (RENT if entry.site_id in left else 0)
        assert planned.state.planned is kept
        assert planned.state.plan is plan
        planned.forget_plan_trial()
        assert planned.state.plan_trial is None

    def test_laying_needs_no_new_desk_for_a_lock(self, planned, stand_in):
        before = stand_in.count("plan_desk")
        entry = self.first(planned)
        other = "couple" if entry.site_id != "couple" else "tongli"
        planned.move_strip(entry, 0, 0, 0, other)
        assert stand_in.count("plan_desk") == before
        planned.wish_plan(rules={"setup": 60.0})
        planned.move_strip(self.first(planned), 0, 1, 0, other)
        assert stand_in.count("plan_desk") == before + 1

    def test_what_was_proven_bounds_what_is_laid_by_hand(self, planned):
        proven = planned.state.plan
        entry = self.first(planned)
        planned.move_strip(entry, 0, 5, 0, entry.site_id)
        laid = planned.state.plan
        assert laid.bound == proven.bound
        counted = laid.money.counted + laid.money.missed
        assert laid.gap == pytest.approx((counted - proven.bound) / counted)
        planned.undo()
        assert planned.state.plan is proven

    def test_under_other_wishes_nothing_is_proven(self, planned):
        planned.wish_plan(most_days=9)
        entry = self.first(planned)
        planned.move_strip(entry, 0, 5, 0, entry.site_id)
        assert planned.state.plan.bound is None

    def test_another_way_is_taken_and_undone(self, planned):
        before = planned.state.planned.arrangement
        way = planned.state.alternatives[1]
        planned.take_alternative(way)
        assert planned.state.plan.arrangement == way.arrangement
        assert not planned.state.planned.by_hand
        planned.undo()
        assert planned.state.plan.arrangement == before


class TestLayingIn:
    """What is left out is laid by hand."""

    @pytest.fixture
    def short(self, planned):
        """The same plan without the teahouse."""
        first, second = planned.state.planned.arrangement.days
        garden, house = first.entries
        days = (DayOrder(0, (garden,)), second)
        way = replace(planned.state.alternatives[0], arrangement=Arrangement(days))
        planned.take_alternative(way)
        assert [one.set_id for one in planned.state.plan.uncovered] == ["house"]
        return planned, house

    def test_the_whole_strip_is_laid_as_one_step(self, short):
        session, entry = short
        before = session.state.planned.arrangement
        strip = next(one for one in session.state.plan.strips if one.id == entry.strip_id)
        session.lay_strip(entry.strip_id, "luzhen", 0, 1)
        laid = session.state.planned
        assert laid.arrangement.days[0].entries[1] == Entry(strip.id, "luzhen", strip.minutes)
        assert laid.by_hand
        assert session.state.plan.arrangement == laid.arrangement
        assert session.state.plan.uncovered == ()
        session.undo()
        assert session.state.planned.arrangement == before

    def test_a_day_of_its_own(self, short):
        session, entry = short
        session.lay_strip(entry.strip_id, "luzhen", 4, 0)
        assert [one.day for one in session.state.planned.arrangement.days] == [0, 1, 4]

    def test_what_lies_already_or_is_unknown_stays(self, short):
        session, _entry = short
        before = session.state
        lies = before.planned.arrangement.days[0].entries[0].strip_id
        session.lay_strip(lies, "luzhen", 0, 0)
        session.lay_strip("nobody.int_day", "luzhen", 0, 0)
        session.try_lay("nobody.int_day", "luzhen", 0, 0)
        assert session.state is before

    def test_a_trial_keeps_nothing(self, short):
        session, entry = short
        kept, plan = session.state.planned, session.state.plan
        session.try_lay(entry.strip_id, "luzhen", 4, 0)
        assert session.state.plan_trial.money.counted - plan.money.counted == DAY_COST + RENT
        assert session.state.planned is kept

    def test_where_it_could_be_shot(self, short):
        session, _entry = short
        ranking = session.state.ranking
        [match] = next(one for one in ranking.sites if one.site.id == "tongli").matches
        fits = {"tongli": 0.9, "couple": 0.5, "luzhen": 0.8}
        sites = tuple(
            replace(one, matches=(replace(match, fit=fits[one.site.id]),)) for one in ranking.sites
        )
        session.put(ranking=replace(ranking, sites=sites))
        places = session.places_for
        # hired that day, in its city, used anyhow; luzhen is in another city
        assert places("house", 0) == ("tongli", "couple", "luzhen")
        assert places("house", 1) == ("luzhen", "tongli", "couple")
        assert places("house", 7) == ("luzhen", "tongli", "couple")
        session.wish_plan(least_fit=0.8)
        assert places("house", 0) == ("tongli", "luzhen")
        session.wish_plan(must_use=frozenset({"couple"}), cities=("苏州",))
        assert places("house", 0) == ("tongli", "couple")
        session.ban_site("couple")
        session.book(Booking("house", "tongli", BookingStatus.REFUSED))
        assert places("house", 0) == ()
        session.lock_set("house", "luzhen")
        assert places("house", 0) == ("luzhen",)
        # it lies there
        assert places("garden", 1) == ("tongli",)
        assert places("nobody", 0) == ()

    def test_a_set_is_one_place(self):
        whole = Arrangement((DayOrder(0, (Entry("a.int_day", "one", 60),)),))
        new = laid_in(whole, Entry("a.ext_day", "two", 30), 2, 9)
        assert [one.site_id for day in new.days for one in day.entries] == ["two", "two"]
        assert laid_in(new, Entry("a.ext_day", "one", 30), 0, 0) is new


class TestWishes:
    def test_a_lock_where_the_set_lies_anyhow_leaves_the_plan_as_it_is(self, planned):
        entry = planned.state.planned.arrangement.days[0].entries[0]
        set_id = entry.strip_id.rpartition(".")[0]
        planned.lock_set(set_id, entry.site_id)
        assert not planned.state.plan_stale
        planned.lock_set(set_id, None)
        assert not planned.state.plan_stale
        planned.lock_set(set_id, "couple" if entry.site_id != "couple" else "tongli")
        assert planned.state.plan_stale

    def test_a_wish_makes_the_plan_stale_until_it_is_undone(self, planned):
        planned.wish_plan(most_days=3)
        assert planned.state.plan_stale
        planned.undo()
        assert not planned.state.plan_stale
        planned.redo()
        assert planned.state.plan_stale
        planned.make_plan()
        assert not planned.state.plan_stale

    def test_the_same_wish_is_no_step(self, planned):
        before = planned.state
        planned.wish_plan(most_days=None)
        assert planned.state is before

    def test_locks_and_bans(self, planned):
        planned.lock_set("garden", "couple")
        planned.lock_set("house", "tongli")
        planned.lock_set("garden", None)
        assert planned.state.planned.wishes.locks == {"house": "tongli"}
        planned.ban_site("luzhen")
        planned.ban_site("couple")
        planned.ban_site("luzhen", banned=False)
        assert planned.state.planned.wishes.must_not_use == {"couple"}

    def test_without_a_plan_a_wish_makes_nothing_stale(self, desk):
        desk.wish_plan(most_days=3)
        assert not desk.state.plan_stale
        assert desk.state.planned.wishes == PlanWishes(most_days=3)


class TestAgreed:
    HOLD = Booking("garden", "couple", BookingStatus.FIRST_HOLD, expires=date(2026, 11, 20))

    def test_one_booking_for_each_set_and_site(self, planned):
        planned.book(self.HOLD)
        planned.book(replace(self.HOLD, site_id="tongli"))
        firm = replace(self.HOLD, status=BookingStatus.CONFIRMED, deposit=5_000.0)
        planned.book(firm)
        kept = planned.state.planned.bookings
        assert set(kept) == {replace(self.HOLD, site_id="tongli"), firm}
        before = planned.state
        planned.book(firm)
        assert planned.state is before
        planned.undo()
        assert self.HOLD in planned.state.planned.bookings

    def test_forgetting_one(self, planned):
        planned.book(self.HOLD)
        planned.drop_booking("garden", "tongli")
        assert planned.state.planned.bookings == (self.HOLD,)
        planned.drop_booking("garden", "couple")
        assert planned.state.planned.bookings == ()

    def test_what_falls_due(self, planned, tmp_path):
        planned.book(replace(self.HOLD, deposit=5_000.0, deposit_due=date(2026, 11, 18)))
        due = planned.due_list(date(2026, 11, 19))
        assert [(one.kind, one.amount, one.late) for one in due] == [
            (DueKind.DEPOSIT, 5_000.0, True),
            (DueKind.HOLD_EXPIRES, None, False),
        ]
        assert Session(None, ASSETS, tmp_path / "b").due_list() == ()

    def test_words_for_the_call_sheet(self, planned):
        planned.keep_site_words("couple", hospital=" 吴江区第一人民医院 ", contact="陆经理")
        planned.keep_site_words("tongli", hospital="", contact="")
        assert planned.state.planned.hospitals == {"couple": "吴江区第一人民医院"}
        assert planned.state.planned.contacts == {"couple": "陆经理"}
        planned.keep_site_words("couple", hospital="", contact="")
        assert planned.state.planned.hospitals == {}


class TestQuestions:
    def test_an_explanation_grows_while_others_are_tried(self, planned):
        seen = heard(planned, "choice")
        planned.explain_set("garden")
        assert [one.done for one in seen if one is not None] == [False, True]
        planned.explain_set("house")
        assert planned.state.choice.set_id == "house"

    def test_nothing_is_explained_without_days(self, desk, stand_in):
        desk.explain_set("garden")
        desk.insist("couple")
        assert stand_in.count("explain_set") == stand_in.count("insist") == 0

    def test_insisting_is_one_step(self, planned):
        before = planned.state.planned
        planned.insist("couple", "house")
        assert planned.state.insisted.adds == 3_000
        planned.take_insisted()
        assert planned.state.planned.wishes.locks == {"house": "couple"}
        planned.undo()
        assert planned.state.planned == before

    def test_what_cannot_be_is_not_taken(self, planned):
        planned.insist("luzhen")
        before = planned.state
        planned.take_insisted()
        assert planned.state is before

    def test_rules_are_those_of_the_program(self, planned, tmp_path):
        assert "day_minutes" in {one.name for one in planned.plan_rules()}
        assert Session(None, ASSETS, tmp_path / "b").plan_rules() == ()

    def test_the_plan_on_show_is_written(self, planned, stand_in, tmp_path):
        planned.export_plan(tmp_path / "a.ics")
        assert (tmp_path / "a.ics").read_text(encoding="utf-8") == "zh"
        assert planned.state.notes[-1].code == "exported"


class TestTheProjectAround:
    def test_other_prices_lay_the_same_days_anew(self, planned):
        arrangement, plan = planned.state.planned.arrangement, planned.state.plan
        planned.set_fact("crew.size", 60)
        assert planned.state.planned.arrangement == arrangement
        assert planned.state.plan is not plan
        assert planned.state.plan.arrangement == arrangement
        assert planned.state.plan_stale
        assert planned.state.alternatives == ()

    def test_closing_the_script_takes_the_plan_with_it(self, planned):
        planned.close_script()
        assert planned.state.plan is None
        assert planned.state.planned.arrangement is None

    def test_it_is_kept_with_the_project_and_laid_when_that_is_opened(
        self, planned, stand_in, qtbot, tmp_path
    ):
        planned.book(TestAgreed.HOLD)
        planned.save()
        kept = planned.state.planned
        assert stand_in.project.planned == kept
        again = Session(stand_in, ASSETS, tmp_path / "again", pool=InstantPool())
        again.open()
        assert again.state.planned == kept
        assert again.state.plan.arrangement == kept.arrangement
        assert not again.state.can_undo
        again.close()


# ---- a drag is a sum-free change of an arrangement

STRIPS = [f"{name}.{kind}" for name in "abc" for kind in ("int_day", "ext_day")]
SITES = {"a": "one", "b": "two", "c": "two"}


@st.composite
def arrangements(draw):
    """Some strips on up to four days, each set at its site, a strip split over days at times."""
    orders = {}
    for strip in draw(st.lists(st.sampled_from(STRIPS), min_size=1, unique=True)):
        days = draw(st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True))
        for day in days:
            entry = Entry(strip, SITES[strip[0]], draw(st.integers(15, 300)))
            orders.setdefault(day, []).append(entry)
    return Arrangement(tuple(DayOrder(day, tuple(orders[day])) for day in sorted(orders)))


@given(arrangements(), st.data())
def test_a_drag_moves_one_strip_and_loses_no_minute(arrangement, data):
    day = data.draw(st.sampled_from(arrangement.days))
    entry = data.draw(st.sampled_from(day.entries))
    to_day, at = data.draw(st.integers(0, 5)), data.draw(st.integers(0, 7))
    site = data.draw(st.sampled_from(["one", "two", "three"]))
    new = moved(arrangement, entry, day.day, to_day, at, site)

    def minutes(some):
        return Counter((one.strip_id, one.minutes) for order in some.days for one in order.entries)

    assert minutes(new) == minutes(arrangement)
    assert [order.day for order in new.days] == sorted({order.day for order in new.days})
    assert all(order.entries for order in new.days)
    for order in new.days:
        for one in order.entries:
            expected = site if one.strip_id[0] == entry.strip_id[0] else SITES[one.strip_id[0]]
            assert one.site_id == expected
    there = next(order for order in new.days if order.day == to_day)
    assert replace(entry, site_id=site) in there.entries
    others = [one for one in arrangement.days if one.day not in (day.day, to_day)]
    same = {order.day: [one.strip_id for one in order.entries] for order in new.days}
    assert all(same[one.day] == [each.strip_id for each in one.entries] for one in others)


def test_within_a_day_the_place_counts_among_the_others():
    entries = tuple(Entry(strip, "one", 60) for strip in ("a.x", "b.x", "c.x"))
    arrangement = Arrangement((DayOrder(0, entries, 400),))

    def order(at):
        new = moved(arrangement, entries[0], 0, 0, at, "one")
        assert new.days[0].call == 400
        return "".join(one.strip_id[0] for one in new.days[0].entries)

    assert [order(at) for at in range(5)] == ["abc", "abc", "bac", "bca", "bca"]


def test_a_strip_that_is_not_there_moves_nothing():
    arrangement = Arrangement((DayOrder(0, (Entry("a.x", "one", 60),)),))
    assert moved(arrangement, Entry("b.x", "one", 60), 0, 1, 0, "one") is arrangement
    assert lock_after({}, Entry("a.x", "one", 60), "one") == {}
    assert lock_after({"a": "one"}, Entry("a.x", "one", 60), "two") == {"a": "two"}
