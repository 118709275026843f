"""Stand-in answers about the plan: three strips on two days, sums that can be added in the head.

A day costs 10,000, a hired site 2,000 a day, a company move nothing; each strip left out counts
50,000. Nothing is subsidised.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from geo.model import (
    Alternative,
    Arrangement,
    Basis,
    Beat,
    BookingStatus,
    Candidate,
    CityMoney,
    DayOrder,
    Due,
    DueKind,
    Entry,
    Hotel,
    Insisted,
    Line,
    MoveKind,
    PlanBlock,
    PlanChanges,
    PlanDay,
    PlanMoney,
    PlanMove,
    PlanProgress,
    PlanRule,
    PlanStatus,
    Range,
    Reason,
    SetChoice,
    Shifted,
    ShootPlan,
    Strip,
    StripKind,
    Subsidy,
    SunTimes,
    Uncovered,
    unknown,
)
from geo.progress import Step

DAY_COST, RENT, MISSED = 10_000.0, 2_000.0, 50_000.0
SUN = SunTimes(345, 371, 1083, 1109)
OTHER_SITE = {"tongli": "couple", "couple": "tongli", "luzhen": "couple"}


def around(mid, unit="CNY"):
    return Range(mid * 0.8, mid, mid * 1.3, unit, Basis.ESTIMATED, (), "method.plan_prices")


@dataclass(frozen=True)
class Desk:
    """What the desk was asked for, so that tests can see it."""

    script: object
    facts: object
    planned: object
    sites: dict

    @property
    def strips(self):
        kinds = {"EXT DAY": StripKind.EXT_DAY, "INT NIGHT": StripKind.INT_NIGHT}
        found = []
        for one in self.script.sets:
            for scene in (each for each in self.script.scenes if each.id in one.scenes):
                side = f"{scene.int_ext} {scene.time}"
                kind = kinds.get(side, StripKind.DAWN)
                minutes = 60 * max(1, scene.length_eighths // 2)
                strip = Strip(f"{one.id}.{kind}", one.id, kind, (scene.id,), minutes, scene.cast)
                found.append(strip)
        return tuple(found)


def strips_at(desk):
    """Where each strip goes: where its set is locked, else by turns, the last one nowhere."""
    places, locks = list(desk.sites), desk.planned.wishes.locks
    return [
        (strip, locks.get(strip.set_id, places[at % len(places)]))
        for at, strip in enumerate(desk.strips)
    ]


class PlanStandIn:
    """Mixed into the stand-in for ``geo.actions``."""

    plan_gate: object = None

    def plan_desk(self, ws, ranking, script, facts, planned, today=None):
        yield Step("plan_prepare", 0, 1)
        self._note("plan_desk", planned)
        return Desk(script, facts, planned, {one.site.id: one.site for one in ranking.sites})

    def make_plan(self, desk, *, time_limit=None, stop=None):
        self._note("make_plan", desk.planned)
        yield Step("plan_search", 0, 0, PlanProgress("search", (Beat(0.1, None, 20_000.0),)))
        at = strips_at(desk)
        entries = [Entry(one.id, site, one.minutes) for one, site in at]
        days = tuple(
            DayOrder(day, tuple(entries[2 * day : 2 * day + 2]))
            for day in range((len(entries) + 1) // 2)
        )
        rough = self.lay_by_hand(desk, Arrangement(days))
        beats = (Beat(0.1, None, 20_000.0), Beat(0.4, 30_000.0, 22_000.0))
        yield Step("plan_search", 1, 0, PlanProgress("search", beats, rough))
        if self.plan_gate is not None:
            while not (self.plan_gate.wait(0.01) or (stop is not None and stop.is_set())):
                yield Step("plan_search", 2, 0, PlanProgress("search", beats, rough))
        stopped = stop is not None and stop.is_set()
        status = PlanStatus.FEASIBLE if stopped else PlanStatus.OPTIMAL
        counted = rough.money.counted
        return replace(
            rough, status=status, bound=counted * 0.99, gap=0.01, open_search=0.0, seconds=0.5,
            saves=around(4_000.0), saves_moves=2,
        )  # fmt: skip

    def lay_by_hand(self, desk, arrangement):
        self._note("lay_by_hand", arrangement)
        return laid(desk, arrangement)

    def alternatives(self, desk, plan):
        self._note("alternatives")
        now = Alternative(
            "now", plan.arrangement, plan.money.net, plan.uplift, plan.moves,
            plan.shooting_days, len(plan.sites), 3,
        )  # fmt: skip
        yield Step("plan_more", 1, 2, (now,))
        swapped = Arrangement(tuple(reversed_days(plan.arrangement)))
        fewer = replace(now, code="fewer_moves", arrangement=swapped, net=around(31_000.0), moves=0)
        only = replace(now, code="only_city", city="苏州", city_en="Suzhou", proven=False)
        return (now, fewer, only)

    def insist(self, desk, plan, site_id, set_id=None):
        yield Step("plan_insist")
        self._note("insist", site_id, set_id)
        if site_id == "luzhen":
            return Insisted(site_id, set_id, None, None, (Reason("plan_no_fit", {}),))
        return Insisted(site_id, set_id, 3_000.0, plan)

    def explain_set(self, desk, plan, set_id):
        self._note("explain_set", set_id)
        site_id = next((one for strip, one in plan.arrangement.sites.items()
                        if strip.startswith(f"{set_id}.")), None)  # fmt: skip
        because = (Reason("fit_direct", {"count": 1}),)
        yield Step("plan_why", 0, 1, SetChoice(set_id, site_id, because, (), done=False))
        other = Candidate(OTHER_SITE[site_id or "couple"], 0.8, 1_500.0)
        none = Candidate("luzhen", 0.5, None)
        return SetChoice(set_id, site_id, because, (other, none))

    def compare_plans(self, old, new, bookings=()):
        before, after = old.arrangement.sites, new.arrangement.sites
        shifted = tuple(
            Shifted(strip.rpartition(".")[0], before.get(strip), after.get(strip))
            for strip in {**before, **after}
            if before.get(strip) != after.get(strip)
        )
        return PlanChanges(shifted, new.money.counted - old.money.counted)

    def plan_rules(self, ws):
        why = {"zh": "公开说法", "en": "as reported"}
        return (
            PlanRule("day_minutes", 840, 120, 1440, why),
            PlanRule("call", 360, 0, 1439, why),
            PlanRule("setup", 30, 0, 119, why),
            PlanRule("left_out", 50_000, 0, 1e9, why),
        )

    def due_list(self, bookings, today):
        dates = [
            (one.expires, DueKind.HOLD_EXPIRES, one, None) for one in bookings
        ] + [(one.deposit_due, DueKind.DEPOSIT, one, one.deposit) for one in bookings]  # fmt: skip
        told = [
            Due(day, kind, one.set_id, one.site_id, amount, day < today)
            for day, kind, one, amount in dates
            if day is not None and one.status is not BookingStatus.REFUSED
        ]
        return tuple(sorted(told, key=lambda due: due.on))

    def export_plan(self, ws, plan, planned, script, path, lang):
        yield Step("export_write")
        self._note("export_plan", path, lang)
        path.write_text(lang, encoding="utf-8")
        return path


def reversed_days(arrangement):
    days = arrangement.days
    orders = [day.entries for day in reversed(days)]
    return [
        DayOrder(day.day, entries) for day, entries in zip(arrangement.days, orders, strict=True)
    ]


def laid(desk, arrangement):
    """Shooting from 8:00 on, strip after strip, an hour's move between two sites."""
    strips = {one.id: one for one in desk.strips}
    start = desk.facts.get("shoot.start_date")
    days = tuple(_day(desk, strips, order, start) for order in arrangement.days)
    at = arrangement.sites
    left = [one for one in desk.strips if one.id not in at]
    hired = sum(len({one.site_id for one in order.entries}) for order in arrangement.days)
    counted = DAY_COST * len(days) + RENT * hired
    sites = tuple(dict.fromkeys(at.values()))
    none = Subsidy(unknown("CNY"), 0.0, 100_000.0)
    lines = (
        Line("venue", unknown("CNY/day"), (), Range(0.0, None, None, "CNY", Basis.UNKNOWN)),
        Line("living", around(DAY_COST, "CNY/day"), (), around(DAY_COST * len(days))),
    )
    money = PlanMoney(
        around(counted), lines,
        tuple(CityMoney(city, none, len(days), around(counted), (), en)
              for city, en in dict.fromkeys((desk.sites[one].city_zh, desk.sites[one].city_en)
                                            for one in sites if one in desk.sites)),
        0.0, None, 100_000.0, around(counted), unknown("CNY"), counted, sites, MISSED * len(left),
    )  # fmt: skip
    names = {one.id: one.name for one in desk.script.sets}
    return ShootPlan(
        PlanStatus.BY_HAND, arrangement, desk.strips, days,
        tuple(Uncovered(one.set_id, one.scenes, Reason("plan_no_site", {"set": names[one.set_id]}))
              for one in left),
        money, around(300.0, "visits/12mo"), 0.9,
    )  # fmt: skip


def _day(desk, strips, order, start):
    blocks, moves, now, before = [], [], order.call or 480, None
    names = {one.id: one.name for one in desk.script.sets}
    for entry in order.entries:
        strip = strips[entry.strip_id]
        if before is not None and before != entry.site_id:
            moves.append(PlanMove(MoveKind.MOVE, before, entry.site_id, now, 60, 30, 19.0))
            now += 60
        end = now + entry.minutes
        locked = desk.planned.wishes.locks.get(strip.set_id)
        fit = 0.9 if locked is None else 0.8
        rain = None if "int" in strip.kind else ""
        blocks.append(
            PlanBlock(strip.id, strip.set_id, names[strip.set_id], strip.kind, entry.site_id,
                      strip.scenes, now, now, end, fit, True, False, rain, strip.cast)
        )  # fmt: skip
        now, before = end, entry.site_id
    city = desk.sites[before].city_zh if before in desk.sites else ""
    when = None if not isinstance(start, date) else start + timedelta(days=order.day)
    late = (Reason("plan_shift_long", {"hours": 14}),) if now > 480 + 840 else ()
    return PlanDay(
        order.day, when, city, SUN, 480, now, tuple(blocks), tuple(moves),
        Hotel(city, "吴江区", 23, before or "", "Suzhou"), around(DAY_COST + RENT), (), (), late,
        "Suzhou",
    )  # fmt: skip
