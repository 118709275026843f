"""Days of the cast: who works, who is held, and an order of days that holds less."""

from geo.plan.holds import cast_days
from geo.plan.lay import lay
from geo.progress import finish
from tests.geo.plan.grounds import ground, order, plan, spot, strip
from tests.geo.plan.stays import posed


def test_who_works_and_who_is_held():
    strips = [
        strip("a", "int_day", 60, cast=("甲", "乙")),
        strip("b", "int_day", 60, cast=("乙",)),
        strip("c", "int_day", 60, cast=("甲",)),
    ]
    land = ground(strips, [spot("p")])
    found = cast_days(
        land.strips,
        plan(
            order(0, ("a.int_day", "p", 60)),
            order(1, ("b.int_day", "p", 60), ("gone", "p", 60)),
            order(4, ("c.int_day", "p", 60)),
        ),
    )
    assert [(one.name, one.works, one.holds) for one in found] == [
        ("乙", (0, 1), ()),
        ("甲", (0, 4), (1, 2, 3)),
    ]


def test_days_of_one_actor_are_laid_together():
    # five full days at five places; nothing but the cast tells them apart
    casts = {"a": "甲", "b": "乙", "c": "甲", "d": "乙", "e": "甲"}
    strips = [strip(one, "int_day", 800, cast=(name,)) for one, name in casts.items()]
    land = ground(strips, [spot(one) for one in casts])
    problem, found = posed(land, {one: one for one in casts}, dict.fromkeys(casts, 10_000))
    free = finish(lay(problem, found, land))
    short = finish(lay(problem, found, land, short_holds=True))
    held = [sum(len(one.holds) for one in cast_days(land.strips, laid.arrangement))
            for laid in (free, short)]  # fmt: skip
    assert held[0] > held[1] == 0
    assert free.counted == short.counted


def test_a_closed_day_stands_in_the_way():
    # c is open on its own day alone: b cannot be brought next to the other day of its actor
    names = {"a": "甲", "b": "乙", "c": "甲"}
    strips = [strip(one, "int_day", 800, cast=(name,)) for one, name in names.items()]
    spots = [spot("a", closed=frozenset(range(1, 7))), spot("b", closed=frozenset({0, 2, 3, 4, 5})),
             spot("c", closed=frozenset({0, 1, 3, 4, 5, 6}))]  # fmt: skip
    land = ground(strips, spots)
    problem, found = posed(land, {one: one for one in names}, dict.fromkeys(names, 10_000))
    laid = finish(lay(problem, found, land, short_holds=True))
    assert [day.entries[0].site_id for day in laid.arrangement.days] == ["a", "b", "c"]
