"""Small sites, scenes and words to match, and the rules that ship."""

from dataclasses import replace
from pathlib import Path

from geo.match import load_rules
from geo.model import (
    CultureTerm,
    DayPart,
    Exposure,
    Flag,
    FlagKind,
    IntExt,
    Kind,
    Level,
    Need,
    Scene,
    SceneType,
    Site,
    SiteScene,
    StandIn,
    Vocabulary,
)

ASSETS = Path(__file__).parents[3] / "assets"
RULES = load_rules(ASSETS / "ranking.yaml")
NOW = ("contemporary",)
OLD = ("ancient",)
TYPES = {
    "office": SceneType("office", "办公室", "Office", "modern", IntExt.INT, NOW, ()),
    "ceo_office": SceneType(
        "ceo_office", "总裁办公室", "CEO", "modern", IntExt.INT, NOW, (), (StandIn("office", 0.7),)
    ),
    "palace": SceneType(
        "palace", "宫殿", "Palace", "period", IntExt.BOTH, OLD, (), (StandIn("garden", 0.6),)
    ),
    "garden": SceneType("garden", "园林", "Garden", "period", IntExt.EXT, OLD, ()),
    "studio_stage": SceneType("studio_stage", "摄影棚", "Stage", "modern", IntExt.INT, NOW, ()),
}
FLAGS = {code: FlagKind(code, code, code, ()) for code in ("fire", "fight", "drone", "crowd")}
WORDS = Vocabulary(TYPES, {"yue": CultureTerm("yue", "越剧", "Yue", (), ("越剧",))}, FLAGS)
LEVELS = ("heritage_national", "heritage_provincial", "museum_first_grade", "world_heritage")


def site(name, *had, levels=(), city="330600", certainty="sourced", **more):
    """A site of Shaoxing with the scene types ``had`` as (code, exposure)."""
    return Site(
        name,
        name,
        name,
        more.pop("kind", Kind.SCENIC),
        city,
        "绍兴",
        "Shaoxing",
        None,
        more.pop("lat", 30.0),
        more.pop("lon", 120.0),
        "source",
        more.pop("doubt", 100.0),
        levels=tuple(Level(code, certainty, "") for code in levels),
        scene_types=tuple(SiteScene(code, Exposure(exposure)) for code, exposure in had),
        **more,
    )


def scene(code, int_ext=IntExt.INT, *flags, time=DayPart.DAY, number=1, **more):
    """A scene that surely asks for ``code``; a flag is a code or (code, count)."""
    raised = tuple(Flag(one) if isinstance(one, str) else Flag(one[0], (), one[1]) for one in flags)
    needs = (Need(code, 0.9, ("词",)),)
    return Scene(f"1-{number}", 1, number, int_ext, time, "某处", needs=needs, flags=raised, **more)


def rules_with(**parts):
    """The rules that ship with some of the part rules changed."""
    return replace(RULES, parts=replace(RULES.parts, **parts))
