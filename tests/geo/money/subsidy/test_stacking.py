"""Which awards go together: every stacking rule by a worked example, and why one is left out."""

from __future__ import annotations

from geo.model import Amount, ClaimRules, Condition, ProjectFacts, Region, Stacking
from geo.money.subsidy.judge import judge
from tests.geo.money.made import TODAY
from tests.geo.money.subsidy.made import book_of, codes, fixed, policy

PLACE = ("甲省", "乙市", "丙区")
AIRED = Condition("work.aired_online", "==", True)


def paid(*policies, **values):
    facts = {key.replace("__", "."): value for key, value in values.items()}
    return judge(book_of(*policies), PLACE, ProjectFacts(facts), TODAY)


def award(name, cny, rule="silent", region=None, amount=None, **changes):
    stacking = {key: changes.pop(key) for key in list(changes) if key in _STACKING}
    return policy(
        name,
        amount or fixed(cny),
        stacking=Stacking(rule, **stacking),
        region=region or Region("甲省", "乙市"),
        **changes,
    )


_STACKING = ("alternatives", "within", "umbrella", "upgrade")


def chosen(subsidy):
    return {each.policy_id: each.chosen for each in subsidy.policies}


def left_out(combination):
    return {one: reason.code for one, reason in combination.left_out}


def test_silent_texts_are_told_both_ways():
    """Certain money follows the lower, the ceiling the higher of the two."""
    both = paid(award("a", 30_000), award("b", 50_000))
    assert both.summed.certain == 80_000
    assert both.highest.certain == 50_000
    assert (both.certain, both.expected, both.counted) == (50_000, 50_000, 50_000)
    assert both.ceiling == 80_000
    assert both.highest.chosen == ("b",)
    assert chosen(both) == {"a": None, "b": True}
    assert left_out(both.highest) == {"a": "left_out.silent"}
    told = {reason.code: reason.values for reason in both.reasons}
    assert told["stacking_silent"] == {"sum": 80_000, "highest": 50_000}


def test_one_award_alone_says_nothing_of_stacking():
    assert "stacking_silent" not in codes(paid(award("a", 30_000)))


def test_awards_that_say_so_add_up():
    both = paid(award("a", 30_000, "adds"), award("b", 50_000, "adds"))
    assert both.certain == both.ceiling == 80_000
    assert "stacking_silent" not in codes(both)


def test_an_award_that_adds_goes_with_a_silent_one():
    one = paid(award("a", 30_000, "adds"), award("b", 50_000), award("c", 40_000))
    assert one.certain == 80_000
    assert one.highest.chosen == ("a", "b")
    assert one.summed.certain == 120_000


def test_of_alternatives_one_is_paid():
    """The group is the award and all that it names, whether or not those name it back."""
    three = paid(
        award("a", 30_000, "adds", alternatives=("b", "c")),
        award("b", 50_000, "adds"),
        award("c", 40_000, "adds"),
        award("d", 1_000, "adds"),
    )
    assert three.certain == three.ceiling == 51_000
    assert left_out(three.summed) == {"a": "left_out.alternative", "c": "left_out.alternative"}
    reason = dict(three.summed.left_out)["c"]
    assert (reason.values["other"], reason.values["title"]) == ("b", "办法b")


def test_an_alternative_that_is_not_paid_excludes_nobody():
    two = (award("a", 90_000, alternatives=("b",), conditions=(AIRED,)), award("b", 50_000))
    assert paid(*two, work__aired_online=True).certain == 90_000
    assert paid(*two, work__aired_online=False).certain == 50_000
    open_one = paid(*two)
    # the second is sure to come; at most the first
    assert (open_one.certain, open_one.ceiling) == (50_000, 90_000)
    assert paid(award("a", 90_000, alternatives=("b",), status="draft"), two[1]).certain == 50_000


def test_a_text_holds_between_the_awards_it_names_also_when_its_own_fails():
    """Else learning that the first fails would raise what the others come to."""
    three = (
        award("a", 10_000, "adds", alternatives=("b", "c"), conditions=(AIRED,)),
        award("b", 50_000, "adds"),
        award("c", 40_000, "adds"),
    )
    assert paid(*three).ceiling == 50_000
    assert paid(*three, work__aired_online=False).ceiling == 50_000


def test_excluding_payment_is_not_excluding_an_application():
    """A sure 50,000 stays sure beside a better chance, and the chance weighs the better one."""
    gate = {"gate": "review", "selection_rate": 0.6}
    two = paid(award("a", 100_000, alternatives=("b",), **gate), award("b", 50_000))
    assert (two.certain, two.expected, two.ceiling) == (50_000, 60_000, 100_000)
    assert two.summed.chosen == ("a",)


def test_greedy_is_not_best():
    """The highest award alone is 100,000; the two it excludes come to 120,000."""
    three = paid(
        award("a", 100_000, "highest_only", within=("b", "c")),
        award("b", 60_000, "adds"),
        award("c", 60_000, "adds"),
    )
    assert three.certain == 120_000
    assert left_out(three.summed) == {"a": "left_out.highest_only"}
    assert "stacking_highest_only" in codes(three)


def test_highest_only_looks_at_its_own_level_and_above():
    district = Region("甲省", "乙市", "丙区")
    below = award("low", 40_000, "adds", region=district)
    city = award("city", 50_000, "highest_only")
    above = award("up", 70_000, "adds", region=Region("甲省"))
    assert paid(below, city).certain == 90_000
    assert paid(city, above).certain == 70_000
    mean = award("low", 40_000, "highest_only", region=district)
    assert paid(mean, city, above).certain == 70_000


# ---- umbrellas


def roof(name, cap, **changes):
    return policy(
        name,
        Amount("ceiling", is_upper_bound=True, cap=float(cap), **changes.pop("amount", {})),
        region=Region("甲省", "乙市"),
        stacking=Stacking("adds_to_cap", umbrella=changes.pop("umbrella", None)),
        **changes,
    )


def test_parts_add_up_to_the_cap_of_their_umbrella():
    parts = [award(each, 40_000, "adds_to_cap", umbrella="roof") for each in "abc"]
    capped = paid(roof("roof", 100_000), *parts)
    assert (capped.certain, capped.ceiling) == (100_000, 100_000)
    room = paid(roof("roof", 130_000), *parts)
    assert (room.certain, room.ceiling) == (120_000, 130_000)
    assert room.highest == room.summed


def test_a_part_beyond_the_cap_adds_nothing():
    parts = [award(each, 50_000, "adds_to_cap", umbrella="roof") for each in "abc"]
    full = paid(roof("roof", 100_000), *parts)
    assert left_out(full.summed) == {"a": "left_out.cap_reached"}
    assert dict(full.summed.left_out)["a"].values["title"] == "办法roof"


def test_umbrellas_stand_under_umbrellas():
    parts = [award("a", 80_000, umbrella="in"), award("b", 80_000, umbrella="out")]
    nested = paid(roof("out", 100_000), roof("in", 50_000, umbrella="out"), *parts)
    assert (nested.certain, nested.ceiling) == (100_000, 100_000)
    alone = paid(roof("out", 100_000), roof("in", 50_000, umbrella="out"), parts[0])
    assert alone.certain == 50_000


def test_an_unknown_sum_under_an_umbrella_is_at_most_its_cap():
    vague = award("a", 0, amount=Amount("fixed", is_upper_bound=True), umbrella="roof")
    assert paid(roof("roof", 100_000), vague).ceiling == 100_000
    assert paid(vague).ceiling is None


def test_an_umbrella_out_of_force_holds_nothing():
    part = award("a", 80_000, umbrella="roof")
    assert paid(roof("roof", 50_000, status="expired"), part).certain == 80_000
    assert paid(roof("roof", 50_000, reaches_crew=False, payee="company"), part).certain == 50_000


def test_an_umbrella_without_a_cap_holds_nothing():
    bare = policy("roof", None, region=Region("甲省", "乙市"))
    assert paid(bare, award("a", 80_000, umbrella="roof")).certain == 80_000


def test_umbrellas_in_a_circle_are_cut_open():
    one = roof("one", 50_000, umbrella="two")
    two = roof("two", 40_000, umbrella="one")
    itself = roof("self", 30_000, umbrella="self")
    assert paid(one, two, award("a", 90_000, umbrella="one")).certain in (40_000, 50_000)
    assert paid(itself, award("a", 90_000, umbrella="self")).certain == 30_000


def test_a_company_cap_over_several_awards():
    over = roof("roof", 100_000, amount={"cap_scope": "per_company_per_year"})
    parts = [award("a", 60_000, umbrella="roof"), award("b", 70_000, umbrella="roof")]
    unsaid = paid(over, *parts)
    assert (unsaid.certain, unsaid.ceiling) == (0, 100_000)
    said = paid(over, *parts, policy__roof__used_this_year=30_000)
    assert (said.certain, said.ceiling) == (70_000, 70_000)
    gone = paid(over, *parts, policy__roof__used_this_year=100_000)
    assert (gone.certain, gone.ceiling) == (0, 0)


def test_a_cap_per_episode_over_several_awards():
    over = roof("roof", 1_000, amount={"cap_scope": "per_episode"})
    part = award("a", 60_000, umbrella="roof")
    assert paid(over, part).certain == 0
    assert paid(over, part, work__episodes=20).certain == 20_000


def test_an_unknown_award_is_taken_before_a_known_nothing():
    nothing = award("a", 0, alternatives=("b",))
    vague = award("b", 0, amount=Amount("fixed", is_upper_bound=True))
    assert paid(nothing, vague).summed.chosen == ("b",)


# ---- what is told of the place


def test_expected_money_is_unknown_only_while_nothing_can_be_said():
    vague = award("a", 10_000, gate="review")
    assert paid(vague).expected is None
    assert paid(vague).counted == 0
    both = paid(vague, award("b", 20_000, "adds", gate="review", selection_rate=0.5))
    assert both.expected == both.counted == 10_000
    hanging = [reason for reason in both.reasons if reason.code == "subsidy_no_chance"]
    assert hanging[0].values == {"n": 1}
    failed = award("a", 10_000, gate="review", conditions=(AIRED,))
    assert paid(failed, work__aired_online=False).expected == 0


def test_the_certain_and_the_hoped_for_part_are_told_apart():
    told = paid(
        award("a", 10_000, "adds"),
        award("b", 20_000, "adds", gate="review", selection_rate=0.5),
    )
    values = {reason.code: reason.values for reason in told.reasons}
    assert values["subsidy_counts"] == {"certain": 10_000, "expected": 10_000}
    assert told.paid.reasons[0].code == "paid_after_delivery"


def test_money_of_nothing_is_never_paid():
    assert paid(award("a", 0)).paid is None


def test_the_first_and_the_last_day_of_all_awards():
    def after(name, low, high):
        claim = ClaimRules(after="work.premiere_date", lag_months=(low, high))
        return award(name, 10, claim=claim)

    two = paid(after("a", 1, 2), after("b", 3, 14), work__premiere_date=TODAY)
    assert (two.paid.earliest.isoformat(), two.paid.latest.isoformat()) == (
        "2026-05-01",
        "2027-06-01",
    )
    open_end = paid(after("a", 1, 2), award("b", 5), work__premiere_date=TODAY)
    assert open_end.paid.earliest.isoformat() == "2026-05-01"
    assert open_end.paid.latest is None
