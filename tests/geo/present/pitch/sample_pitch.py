"""A pitch as nouns, made by hand: three places of one city, twelve scenes, much still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from geo.model import (
    Basis,
    Cost,
    DayPart,
    Effect,
    Exposure,
    Finding,
    IntExt,
    Kind,
    Level,
    Line,
    PolicyResult,
    Range,
    Reason,
    Review,
    Site,
    SiteScene,
    Source,
    Subsidy,
    SunTimes,
    Uplift,
    unknown,
)
from geo.model.pitch import (
    Audience,
    BureauCard,
    Compared,
    Pitch,
    PitchLeg,
    PitchMoney,
    PitchPart,
    PitchScene,
    PitchSite,
    PitchWishes,
    PlaceGain,
    SiteFile,
    ToConfirm,
)
from geo.phrases import load_phrases
from geo.script import load_vocabulary

ASSETS = Path(__file__).parents[4] / "assets"
VOCABULARY = load_vocabulary(ASSETS / "vocabulary")
PHRASES = load_phrases(ASSETS / "phrases").naming(VOCABULARY)
TODAY = date(2026, 11, 22)
GUIDE = Source("取景服务指南", "吴江区文旅局", "2026-03-01", title_en="Guide to filming")
RULES = Source("关于利用文物拍摄的规定", "文化部", "1985-08-02")
MEASURES = Source("影视产业若干措施", "吴江区政府", "2025-06-01", "https://example.gov.cn/a")
SUN = SunTimes(373, 399, 1020, 1046)


def span(low, mid, high, unit="CNY", basis=Basis.ESTIMATED, sources=(GUIDE,), **more):
    return Range(low, mid, high, unit, basis, sources, **more)


def site(site_id, zh, en, kind, types=(), **changes):
    values = {
        "adcode": "320509",
        "city_zh": "苏州",
        "city_en": "Suzhou",
        "district_zh": "吴江区",
        "lat": 31.15,
        "lon": 120.72,
        "coord_basis": "source",
        "coord_uncertainty_m": 50.0,
        "scene_types": types,
    } | changes
    return Site(site_id, zh, en, kind, **values)


TONGLI = site(
    "tongli",
    "同里影视取景点",
    "Tongli filming spots",
    Kind.BASE,
    (
        SiteScene("mansion_ancient", Exposure.INSIDE, sourced=True),
        SiteScene("ancient_street", Exposure.OUTSIDE, sourced=True),
        SiteScene("teahouse", Exposure.UNKNOWN),
    ),
    sets_count=40,
    opening_note_zh="8:00–17:00",
    opening_note_en="8:00–17:00",
)
LILI = site("lili", "黎里古镇", "Lili old town", Kind.COMMUNITY)
GARDEN = site(
    "garden",
    "退思园",
    "Garden of Retreat",
    Kind.SCENIC,
    levels=(Level("5A", "sourced", "5A"),),
)
GUARDED = Finding(
    "relic_inside",
    Effect.OUTDOORS,
    (
        Reason(
            "permit_outdoors",
            {
                "what": "全国重点文物保护单位的内景不作为电视剧布景",
                "what_en": "no interior of a national monument as a set",
                "who": "市文物局",
                "who_en": "city heritage office",
            },
        ),
        Reason("permit_unchecked", {"dated": "1985-08-02"}),
    ),
    sources=(RULES,),
)
PAPERS = Finding(
    "relic_permit",
    Effect.PERMIT,
    (
        Reason(
            "permit_permit",
            {
                "what": "外景报批",
                "what_en": "outside work needs approval",
                "who": "市文物局",
                "who_en": "city heritage office",
            },
        ),
        Reason("permit_lead_working", {"days": 20}),
    ),
    20,
    working=True,
    sources=(RULES,),
)


def cost(venue=None):
    """Beds, meals and a venue that nobody has priced, unless it is given."""
    lines = (
        Line("lodging", span(4_000, 5_000, 7_000, "CNY/day"), total=span(12_000, 15_000, 21_000)),
        Line("meals", span(2_000, 2_700, 3_400, "CNY/day"), total=span(6_000, 8_000, 10_000)),
        Line("venue", venue or unknown("CNY/day"), total=venue or unknown("CNY")),
        Line("keeper", unknown("CNY/day")),
        Line("cleaning", unknown("CNY/day")),
    )
    whole = span(46_000.0, 60_000.0, 84_000.0, beyond=venue is None)
    total = replace(whole, beyond=False) if venue else replace(whole, mid=None, high=None)
    day = span(15_000.0, 20_000.0, 28_000.0, "CNY/day")
    days = span(3, 3, 3, "days")
    crew = Reason("crew_unset", {"low": 30, "high": 50, "mid": 40})
    return Cost(day, total, days, lines, 20_000.0, day, whole, (crew,))


AWARD = PolicyResult(
    "wujiang",
    "吴江取景奖补",
    "location_subsidy",
    "320509",
    "in_force",
    0.0,
    20_000.0,
    100_000.0,
    open=("crew.size",),
    sources=(MEASURES,),
    title_en="Wujiang location support",
    gate="expert_review",
    counts=True,
    chosen=True,
)
SUBSIDY = Subsidy(
    span(0.0, 20_000.0, 100_000.0),
    20_000.0,
    100_000.0,
    (AWARD,),
    (Reason("paid_after_delivery"),),
    0.0,
    20_000.0,
)
MONEY = PitchMoney(
    "苏州",
    "Suzhou",
    cost(),
    SUBSIDY,
    span(46_000.0, 60_000.0, 84_000.0, beyond=True),
    span(26_000.0, 40_000.0, 64_000.0, beyond=True),
    span(-54_000.0, -40_000.0, -16_000.0, beyond=True),
    Review(None, ("ordinary", "other"), "省级广电", unknown("days")),
)
UPLIFT = Uplift(span(0.0, 120.0, 1_050.0, "visits"), unknown("CNY"), unknown("CNY"), None)
CARD = BureauCard(
    "吴江区文体广电和旅游局",
    "Wujiang Bureau of Culture and Tourism",
    "苏州",
    "吴江区",
    "影视服务专员 沈静",
    "0512-6000 0000",
    "松陵大道 1 号",
    services="派一名联络员跟组，协调交警、文物和社区。",
    services_en="A liaison stays with the crew.",
)
WHY = Reason("fit_direct", {"served": "mansion_ancient", "words": "正厅"})
SHORT = Reason("fit_stand_in", {"asked": "hospital", "served": "mansion_ancient", "words": "医院"})


def scene(number, site_id, *, direct=True, side=IntExt.INT, time=DayPart.DAY, **more):
    values = {
        "asked": "mansion_ancient" if direct else "hospital",
        "fit": 0.9 if direct else 0.55,
        "direct": direct,
        "reasons": (WHY if direct else SHORT,),
    } | more
    return PitchScene(
        f"s{number}", f"1-{number}", "hall", "沈家正厅", side, time, site_id, **values
    )


SCENES = (
    *(scene(n, "tongli") for n in range(1, 6)),
    scene(6, "lili", side=IntExt.EXT, sun=SUN),
    scene(7, "lili", side=IntExt.EXT, time=DayPart.NIGHT, sun=SUN),
    scene(8, "garden", side=IntExt.EXT, sun=SUN, findings=(PAPERS,)),
    scene(9, "lili", direct=False),
    scene(10, None, direct=False, reasons=()),
    scene(11, None, asked="", reasons=()),
    scene(12, None, direct=False, reasons=()),
)


def sites(folder=None):
    """The three places; with a folder of photos each has one."""
    photos = [(), (), ()] if folder is None else [(str(folder / f"{n}.jpg"),) for n in range(3)]
    taken = {
        one: tuple(each.scene_id for each in SCENES if each.site_id == one)
        for one in ("tongli", "lili", "garden")
    }
    return (
        PitchSite(
            TONGLI,
            SiteFile("tongli", "同里影视基地", "0512-6333 0000", "化妆间两间，停车 30 辆"),
            taken["tongli"],
            cost(),
            photos=photos[0],
        ),
        PitchSite(LILI, SiteFile("lili"), taken["lili"], cost(), photos=photos[1]),
        PitchSite(
            GARDEN,
            SiteFile("garden", permit="向园林处递交拍摄方案", permit_days=5),
            taken["garden"],
            cost(),
            (GUARDED, PAPERS),
            photos[2],
        ),
    )


def pitch(folder=None, **wishes):
    """The whole pitch; ``wishes`` change what the pack is asked to be."""
    asked = PitchWishes(
        sites=("tongli", "lili", "garden"), parts=tuple(PitchPart), audience=Audience.INTERNAL
    )
    return Pitch(
        "一曲姑苏",
        "苏州",
        "Suzhou",
        sites(folder),
        SCENES,
        (MONEY,),
        PlaceGain(
            span(40_000.0, 52_000.0, 70_000.0),
            span(60.0, 80.0, 110.0, "nights"),
            unknown("days"),
            UPLIFT,
        ),
        (
            PitchLeg("tongli", "lili", 14.2, 222.0, 19.0, 35.0),
            PitchLeg("tongli", "garden", 0.8, 90.0, 1.1, 5.0),
        ),
        (
            ToConfirm(
                Reason(
                    "confirm_venue_price",
                    {"site": "同里影视取景点", "site_en": "Tongli filming spots"},
                ),
                "同里影视基地",
                "tongli",
            ),
            ToConfirm(Reason("permit_lead_unknown"), "退思园管理处", "garden"),
        ),
        (),
        CARD,
        replace(asked, **wishes),
        TODAY,
        (
            Compared(
                "wujiang",
                "吴江三处",
                "Wujiang",
                9,
                8,
                cost(),
                SUBSIDY,
                MONEY.net_certain,
                UPLIFT,
                ours=True,
            ),
            Compared(
                "luzhen",
                "鲁镇",
                "Luzhen",
                7,
                5,
                cost(),
                Subsidy(unknown("CNY"), 0.0, None),
                unknown("CNY"),
                UPLIFT,
            ),
        ),
        (GUIDE, RULES),
    )
