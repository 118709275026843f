"""Shooting plans laid by hand: one as a first AD would hand out, and ones that try the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from geo.model import (
    Arrangement,
    Basis,
    Booking,
    BookingStatus,
    CityMoney,
    DayOrder,
    DayPart,
    Due,
    DueKind,
    Entry,
    Flag,
    Hotel,
    IntExt,
    Kind,
    Line,
    MoveKind,
    PlanBlock,
    PlanDay,
    PlanMoney,
    PlanMove,
    Planned,
    PlanStatus,
    PolicyResult,
    Range,
    Reason,
    Scene,
    Script,
    ScriptSet,
    ShootPlan,
    Site,
    Source,
    Strip,
    StripKind,
    Subsidy,
    SunTimes,
    Uncovered,
)
from geo.phrases import load_phrases
from geo.present.plan_words import PlanPaper
from geo.script import load_vocabulary

ASSETS = Path(__file__).parents[3] / "assets"
PHRASES = load_phrases(ASSETS / "phrases").naming(load_vocabulary(ASSETS / "vocabulary"))
START = date(2026, 11, 20)
TODAY = date(2026, 11, 1)
SUN = SunTimes(373, 399, 1020, 1046)
PRICES = Source("场租价目", "某基地", "2026-03-01")
MEASURE = Source("某措施", "某局", "2025-01-16")
KINDS = (
    StripKind.INT_DAY,
    StripKind.EXT_DAY,
    StripKind.INT_NIGHT,
    StripKind.EXT_NIGHT,
    StripKind.DAWN,
    StripKind.DUSK,
)
SIDES = {StripKind.INT_DAY: IntExt.INT, StripKind.INT_NIGHT: IntExt.INT}
TIMES = {
    StripKind.INT_NIGHT: DayPart.NIGHT,
    StripKind.EXT_NIGHT: DayPart.NIGHT,
    StripKind.DAWN: DayPart.DAWN,
    StripKind.DUSK: DayPart.DUSK,
}


def span(low, mid, high, basis=Basis.ESTIMATED, sources=(), unit="CNY"):
    return Range(low, mid, high, unit, basis, sources, "simulated" if mid else "")


def site(site_id, zh, en, city="苏州", city_en="Suzhou", district="姑苏区", **changes):
    values = {
        "kind": Kind.BASE,
        "adcode": "320500",
        "city_zh": city,
        "city_en": city_en,
        "district_zh": district,
        "lat": 31.3125,
        "lon": 120.6251,
        "coord_basis": "source",
        "coord_uncertainty_m": 50.0,
    } | changes
    return Site(site_id, zh, en, **values)


STAGE = site("stage", "平江影视基地", "Pingjiang Film Base")
GARDEN = site("garden", "沈园", "Shen Garden", "绍兴", "Shaoxing", "越城区", kind=Kind.SCENIC)
HALL = site("hall", "平江影视基地·民国厅", "Pingjiang Film Base: Republican hall", parent="stage")
SITES = {one.id: one for one in (STAGE, GARDEN, HALL)}


def scene(number, set_name, kind, cast, **changes):
    values = {
        "cast": tuple(cast),
        "length_eighths": 3 + number % 9,
        "heading": f"{number} {set_name}",
    } | changes
    side, time = SIDES.get(kind, IntExt.EXT), TIMES.get(kind, DayPart.DAY)
    return Scene(str(number), 1, number, side, time, set_name, **values)


SCENES = (
    scene(1, "沈家正厅", StripKind.INT_DAY, ("沈知秋", "顾三"), details=(("props", "怀表、家书"),)),
    scene(2, "沈家正厅", StripKind.INT_DAY, ("沈知秋",), flags=(Flag("crowd", ("宾客",), 40),)),
    scene(3, "沈家大门外", StripKind.EXT_DAY, ("顾三", "车夫"), details=(("wardrobe", "长衫"),)),
    scene(4, "码头", StripKind.EXT_NIGHT, ("沈知秋", "顾三")),
    scene(5, "园中小亭", StripKind.DUSK, ("沈知秋", "陆芸")),
    scene(6, "绣楼", StripKind.INT_NIGHT, ("陆芸",)),
    scene(7, "天台", StripKind.EXT_DAY, ("顾三",)),
)
SCRIPT = Script(
    "一曲姑苏",
    SCENES,
    (
        ScriptSet("hall", "沈家正厅", ("1", "2")),
        ScriptSet("gate", "沈家大门外", ("3",)),
        ScriptSet("dock", "码头", ("4",)),
        ScriptSet("kiosk", "园中小亭", ("5",)),
        ScriptSet("loft", "绣楼", ("6",)),
        ScriptSet("roof", "天台", ("7",)),
    ),
    origin="一曲姑苏.docx",
)
CONTENTS = {"1": "沈知秋把怀表放在桌上，顾三不敢接。", "4": "江风很大，两人谁也不先开口。"}


def block(set_id, name, kind, site_id, scenes, come, start, end, **changes):
    cast = tuple(dict.fromkeys(one for n in scenes for one in SCENES[int(n) - 1].cast))
    values = {"fit": 0.82, "cast": cast} | changes
    return PlanBlock(
        f"{set_id}.{kind}", set_id, name, kind, site_id, scenes, come, start, end, **values
    )


STRIPS = (
    Strip("hall.int_day", "hall", StripKind.INT_DAY, ("1", "2"), 240, ("沈知秋", "顾三")),
    Strip("gate.ext_day", "gate", StripKind.EXT_DAY, ("3",), 90, ("顾三", "车夫")),
    Strip("dock.ext_night", "dock", StripKind.EXT_NIGHT, ("4",), 150, ("沈知秋", "顾三")),
    Strip("kiosk.dusk", "kiosk", StripKind.DUSK, ("5",), 40, ("沈知秋", "陆芸")),
    Strip("loft.int_night", "loft", StripKind.INT_NIGHT, ("6",), 100, ("陆芸",)),
    Strip("roof.ext_day", "roof", StripKind.EXT_DAY, ("7",), 60, ("顾三",)),
)
ONE = PlanDay(
    0, START, "苏州", SUN, 360, 1530,
    (
        block("hall", "沈家正厅", StripKind.INT_DAY, "hall", ("1", "2"), 390, 420, 600, part=True),
        block("gate", "沈家大门外", StripKind.EXT_DAY, "stage", ("3",), 600, 610, 700,
              rain="hall.int_day"),
        block("dock", "码头", StripKind.EXT_NIGHT, "stage", ("4",), 1320, 1350, 1500),
    ),
    (
        PlanMove(MoveKind.ARRIVAL, "", "苏州", 180, 150, 130, None),
        PlanMove(MoveKind.COMMUTE, "", "hall", 360, 25, 25, 9.0),
        PlanMove(MoveKind.MOVE, "hall", "stage", 1230, 90, 35, 12.4),
    ),
    Hotel("苏州", "姑苏区", 24, "hall", "Suzhou"),
    span(41_000.0, 52_000.0, 68_000.0),
    (),
    (
        Reason(
            "plan_night_homes",
            {"site": "平江影视基地", "site_en": "Pingjiang base", "until": "23:30"},
        ),
    ),
    (), "Suzhou",
)  # fmt: skip
ROAD = PlanDay(
    1, START + timedelta(1), "绍兴", SUN, 540, 700, (),
    (PlanMove(MoveKind.CITY, "苏州", "绍兴", 540, 160, 150, 205.0),),
    Hotel("绍兴", "越城区", 24, "garden", "Shaoxing"), span(9_000.0, 12_000.0, 15_000.0),
    city_en="Shaoxing",
)  # fmt: skip
TWO = PlanDay(
    2, START + timedelta(2), "绍兴", SUN, 720, 1320,
    (
        block("hall", "沈家正厅", StripKind.INT_DAY, "hall", ("1", "2"), 740, 770, 830, part=True),
        block("loft", "绣楼", StripKind.INT_NIGHT, "hall", ("6",), 830, 840, 940),
        block("kiosk", "园中小亭", StripKind.DUSK, "garden", ("5",), 985, 1000, 1040),
    ),
    (PlanMove(MoveKind.DEPARTURE, "绍兴", "", 1200, 150, 130, None),),
    None, span(30_000.0, 36_000.0, None),
    (Reason("plan_night_homes", {"site": "够到了", "site_en": "Reached", "until": "22:30"}),), (),
    (Reason("plan_road_unknown", {"site": "沈园", "site_en": "Shen Garden"}),), "Shaoxing", "元旦",
)  # fmt: skip
MONEY = PlanMoney(
    span(80_000.0, 100_000.0, None),
    (
        Line("venue", span(4_000.0, 5_000.0, 9_000.0, sources=(PRICES,)), (),
             span(12_000.0, 15_000.0, 27_000.0, Basis.PUBLISHED, (PRICES,))),
        Line("hotel", span(2_000.0, 2_400.0, 3_000.0), (), span(6_000.0, 7_200.0, 9_000.0)),
        Line("venue", span(0.0, None, None, Basis.UNKNOWN), (),
             span(0.0, None, None, Basis.UNKNOWN)),
    ),
    (
        CityMoney(
            "苏州",
            Subsidy(
                span(0.0, None, 500_000.0), 0.0, 500_000.0,
                (PolicyResult("p", "=某措施", "production_rebate", "苏州市", "in_force", 0.0, None,
                              500_000.0, sources=(MEASURE,), title_en="A measure"),),
                certain=0.0,
            ),
            2, span(50_000.0, 60_000.0, 90_000.0), (), "Suzhou",
        ),
    ),
    0.0, None, 500_000.0, span(80_000.0, 100_000.0, None), span(80_000.0, 100_000.0, None),
    118_000.0, ("garden",), 20_000.0,
)  # fmt: skip


def arrangement_of(days):
    return Arrangement(
        tuple(
            DayOrder(
                day.day,
                tuple(Entry(b.strip_id, b.site_id, b.end - b.start) for b in day.blocks),
                day.call,
            )
            for day in days
            if day.blocks
        )
    )


PLAN = ShootPlan(
    PlanStatus.FEASIBLE,
    arrangement_of((ONE, ROAD, TWO)),
    STRIPS,
    (ONE, ROAD, TWO),
    (
        Uncovered(
            "roof", ("7",), Reason("plan_road_unknown", {"site": "天台", "site_en": "the roof"})
        ),
    ),
    MONEY,
    Range(0.0, 420.0, 1_050.0, "visits", Basis.ESTIMATED),
    0.82,
    116_100.0,
    0.016,
    0.004,
    2.5,
)
BOOKINGS = (
    Booking("hall", "hall", BookingStatus.FIRST_HOLD, "", "王主任", "0512-5550 0000",
            date(2026, 11, 10), 3_000.0, date(2026, 11, 12), 9_000.0, date(2026, 11, 19),
            date(2026, 12, 1), "周末不加价；要提前清场, 记得"),
    Booking("kiosk", "garden", BookingStatus.REFUSED, "=那天有花展", "李科"),
)  # fmt: skip
DUES = (
    Due(date(2026, 10, 30), DueKind.DEPOSIT, "kiosk", "garden", None, late=True),
    Due(date(2026, 11, 10), DueKind.HOLD_EXPIRES, "hall", "hall"),
    Due(date(2026, 11, 12), DueKind.DEPOSIT, "hall", "hall", 3_000.0),
    Due(date(2026, 11, 19), DueKind.BALANCE, "hall", "hall", 9_000.0),
    Due(date(2026, 12, 1), DueKind.DEPOSIT_BACK, "hall", "hall", 3_000.0),
)
PLANNED = Planned(
    arrangement=PLAN.arrangement,
    bookings=BOOKINGS,
    hospitals={"hall": "姑苏区人民医院 急诊 0512-5550 0120"},
    contacts={"hall": "王主任 0512-5550 0000"},
)


def paper_of(plan=PLAN, script=SCRIPT, **changes):
    """The papers of a plan, with everything that is known of it."""
    made = PlanPaper(plan, PLANNED, script, SITES, TODAY, CONTENTS, DUES)
    return replace(made, **changes)


def undated(plan=PLAN):
    """The same plan of a film nobody has named a first day for."""
    sun = replace(SUN, dated=False)
    return replace(plan, days=tuple(replace(d, date=None, sun=sun, holiday="") for d in plan.days))


def crowded(strips=60, days=3, name="绣楼深处的第二进回廊与临水小戏台"):
    """A plan of many strips a day, with names that are too long for any column."""
    sets = tuple(
        ScriptSet(f"s{n}", f"{name}{n}", (str(2 * n + 1), str(2 * n + 2))) for n in range(strips)
    )
    cast = ("沈知秋", "顾三", "阿卜杜热合曼·买买提", "Maximiliane von Hohenzollern-Sigmaringen")
    scenes = tuple(
        scene(int(number), one.name, KINDS[at % 6], cast[: 1 + at % 4])
        for at, one in enumerate(sets)
        for number in one.scenes
    )
    per_day = -(-strips // days)
    made = []
    for day in range(days):
        mine = sets[day * per_day : (day + 1) * per_day]
        blocks = tuple(
            PlanBlock(
                f"{one.id}.{KINDS[at % 6]}", one.id, one.name, KINDS[at % 6],
                ("hall", "stage")[at % 2], one.scenes, 360 + 36 * i, 366 + 36 * i, 396 + 36 * i,
            )
            for i, (at, one) in enumerate((sets.index(one), one) for one in mine)
        )  # fmt: skip
        made.append(replace(ONE, day=day, date=START + timedelta(day), blocks=blocks, wrap=1150))
    strips_made = tuple(
        Strip(f"{one.id}.{KINDS[at % 6]}", one.id, KINDS[at % 6], one.scenes, 30)
        for at, one in enumerate(sets)
    )
    script = replace(SCRIPT, scenes=scenes, sets=sets)
    plan = replace(
        PLAN, strips=strips_made, days=tuple(made), arrangement=arrangement_of(made), uncovered=()
    )
    return plan, script
