"""Policies of every shape, drawn by hypothesis within the schema."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from geo.model import (
    Amount,
    AnyOf,
    Budget,
    ClaimRules,
    Condition,
    Part,
    Policy,
    ProjectFacts,
    Region,
    SeenPayment,
    Source,
    Stacking,
    Tier,
    WorkedExample,
)

MONEY = st.integers(0, 10**12).map(lambda fen: fen / 100)
SHARE = st.integers(0, 1000).map(lambda part: part / 1000)
TEXT = (
    st.text("abc甲乙 丙,:;#&*!|>-{}[]'\"%@`~=?0123456789._", min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
MAYBE = st.none() | TEXT
DAY = st.dates(date(2000, 1, 1), date(2099, 12, 31))
NAMES = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,20}", fullmatch=True)


def value_of(kind):
    """A value of a fact in its type."""
    if kind.levels:
        return st.sampled_from(kind.levels)
    return {
        "bool": st.booleans(),
        "number": MONEY,
        "money": MONEY,
        "share": SHARE,
        "date": DAY,
    }.get(kind.kind, TEXT)


def words_of(kind):
    word = st.sampled_from(kind.levels) if kind.levels else TEXT
    return st.lists(word, min_size=1, max_size=4).map(tuple)


@st.composite
def condition(draw, words):
    fact = draw(st.sampled_from(sorted(words.facts)))
    kind = words.facts[fact]
    op = draw(st.sampled_from(kind.operators))
    if op == "in":
        value = draw(words_of(kind))
    elif op == "between":
        low, high = sorted(draw(st.lists(value_of(kind), min_size=2, max_size=2, unique=True)))
        value = (low, high)
    else:
        value = draw(value_of(kind))
    return Condition(fact, op, value, draw(MAYBE), draw(MAYBE))


def rule(words):
    one = condition(words)
    return one | st.lists(one, min_size=1, max_size=3).map(lambda some: AnyOf(tuple(some)))


def rules(words):
    return st.lists(rule(words), max_size=3).map(tuple)


def counted(words):
    return st.sampled_from([key for key, kind in words.facts.items() if kind.kind in COUNTED])


COUNTED = ("number", "money")


@st.composite
def tier(draw, kind):
    own = {"note": draw(MAYBE), "note_zh": draw(MAYBE)}
    own |= {"is_upper_bound": draw(st.none() | st.booleans())}
    if kind.kind in COUNTED or kind.kind == "share":
        key = draw(st.sampled_from(["above", "at_least"]))
        own[key] = draw(value_of(kind))
    else:
        own["equals"] = draw(value_of(kind))
    return Tier(cny=draw(MONEY), **own)


@st.composite
def tiered(draw, words):
    kinds = (*COUNTED, "share", "text", "tags", "choice", "level")
    keys = [key for key, kind in words.facts.items() if kind.kind in kinds]
    key = draw(st.sampled_from(keys))
    tiers = draw(st.lists(tier(words.facts[key]), min_size=1, max_size=4))
    return {"tier_key": key, "tiers": tuple(tiers)}


@st.composite
def shape(draw, words, mode):
    fact = counted(words)
    if mode == "fixed":
        return {"sum": draw(st.none() | MONEY)}
    if mode == "per_unit":
        return {
            "unit": draw(MAYBE),
            "unit_fact": draw(fact),
            "unit_size": draw(st.integers(1, 10**7).map(float)),
            "per_unit": draw(MONEY),
        }
    if mode == "rate_of_base":
        return {
            "base": draw(fact),
            "base_else": draw(st.none() | fact),
            "base_heads": draw(st.lists(TEXT, max_size=3).map(tuple)),
            "rate": draw(SHARE),
        }
    if mode in ("uplift", "match"):
        other = {"of": "two"} if draw(st.booleans()) else {"base": draw(fact)}
        return {**other, "rate": draw(SHARE)}
    if mode == "tiered":
        return draw(tiered(words))
    if mode == "in_kind":
        return {"in_kind": draw(MAYBE), "in_kind_zh": draw(MAYBE)}
    return {}


@st.composite
def amount(draw, words, nested=False):
    modes = ["fixed", "per_unit", "rate_of_base", "tiered", "uplift", "match", "in_kind", "ceiling"]
    mode = draw(st.sampled_from(modes if nested else [*modes, "sum_of_parts"]))
    own = draw(shape(words, mode)) if mode != "sum_of_parts" else {}
    if mode == "sum_of_parts":
        part = st.builds(Part, TEXT, amount(words, nested=True), rules(words), MAYBE)
        part |= st.builds(Part, st.just(""), amount(words, nested=True), rules(words), TEXT)
        own = {"parts": draw(st.lists(part, min_size=1, max_size=3).map(tuple))}
    most = max(
        (own.get("sum") or 0, own.get("per_unit", 0), *(each.cny for each in own.get("tiers", ())))
    )
    cap = draw(st.none() | MONEY.map(lambda more: min(1e12, round(most + more, 2))))
    if mode == "ceiling" and not nested and cap is None:
        cap = 1.0
    cap_fact = draw(st.none() | counted(words))
    floor = draw(st.none() | SHARE)
    bonus = draw(st.none() | condition(words))
    return Amount(
        mode=mode,
        is_upper_bound=draw(st.booleans()),
        cap=cap,
        cap_scope=draw(st.none() | st.sampled_from(words.cap_scopes)),
        cap_fact=cap_fact,
        cap_rate=draw(SHARE) if cap_fact else 1.0,
        floor=None if floor is None else round(floor * (1.0 if cap is None else cap), 2),
        bonus_if=bonus,
        bonus_rate=draw(SHARE) if bonus else 0.0,
        note=draw(MAYBE),
        note_zh=draw(MAYBE),
        **own,
    )


@st.composite
def example(draw, words):
    keys = draw(st.lists(st.sampled_from(sorted(words.facts)), max_size=3, unique=True))
    values = {key: draw(value_of(words.facts[key])) for key in keys}
    for key in keys:
        if words.facts[key].kind in ("tags", "places") and draw(st.booleans()):
            values[key] = draw(words_of(words.facts[key]))
    if draw(st.booleans()):
        values["policy.one.amount"] = draw(MONEY)
    certain = draw(MONEY)
    more = draw(st.none() | MONEY)
    ceiling = None if more is None else round(certain + more, 2)
    return WorkedExample(
        draw(TEXT), ProjectFacts(values), certain, ceiling, draw(st.just("") | TEXT)
    )


def source(confidence):
    link = st.none() | st.just("https://example.org/a?b=c")
    return st.builds(
        Source,
        title=TEXT,
        publisher=TEXT,
        date=MAYBE,
        url=link,
        link_safe=st.booleans(),
        confidence=st.just(confidence),
        title_en=MAYBE,
        publisher_en=MAYBE,
    )


def stacking(words):
    names = st.lists(st.sampled_from(["two", "three"]), max_size=2).map(tuple)
    return st.builds(
        Stacking,
        rule=st.sampled_from(words.stacks),
        alternatives=names,
        within=names,
        umbrella=st.none() | st.just("two"),
        upgrade=st.booleans(),
        note=MAYBE,
        note_zh=MAYBE,
    )


def budget(words):
    return st.builds(
        Budget,
        pool=st.none() | MONEY,
        works=st.none() | st.integers(1, 999),
        share=st.none() | st.sampled_from(words.shares),
        note=MAYBE,
        total=st.none() | MONEY,
        at_least=st.booleans(),
        period=MAYBE,
        note_zh=MAYBE,
        period_zh=MAYBE,
    )


LAG = st.lists(st.integers(0, 240).map(float), min_size=2, max_size=2).map(
    lambda ends: tuple(sorted(ends))
)
CLAIM = st.builds(
    ClaimRules,
    docs=MAYBE,
    timing=MAYBE,
    after=st.none() | st.just("work.premiere_date"),
    lag_months=st.none() | LAG,
    lag_note=MAYBE,
    docs_zh=MAYBE,
    timing_zh=MAYBE,
    lag_note_zh=MAYBE,
)
PAYMENT = st.builds(SeenPayment, TEXT, MONEY, DAY, MAYBE, MAYBE)
REGIONS = st.sampled_from([Region(), Region("甲省"), Region("甲省", "乙市"), Region("a", "b", "c")])


@st.composite
def policies(draw, words, own=False):
    """One policy of any shape, called ``one``; it may name the policies two and three."""
    payee = draw(st.sampled_from(sorted(words.payees)))
    days = sorted(draw(st.lists(DAY, min_size=2, max_size=2)))
    paid = draw(st.none() | amount(words))
    confidence = draw(st.sampled_from(words.confidences))
    applied = draw(st.integers(1, 500))
    rate = draw(st.none() | SHARE)
    chosen = None if rate is None else draw(st.none() | st.integers(0, applied))
    return Policy(
        id="one",
        title_zh=draw(TEXT),
        title_en=draw(st.just("") | TEXT),
        region=draw(REGIONS),
        issuer=draw(TEXT),
        issued=draw(MAYBE),
        valid_from=draw(st.none() | st.just(days[0])),
        valid_to=draw(st.none() | st.just(days[1])),
        status=draw(st.sampled_from(words.statuses)),
        micro_drama_specific=draw(st.booleans()),
        type=draw(st.sampled_from(words.types)),
        payee=payee,
        reaches_crew=words.payees[payee],
        who=draw(st.just("") | TEXT),
        who_zh=draw(st.just("") | TEXT),
        local_registration=draw(st.sampled_from(words.registrations)),
        conditions=draw(rules(words)),
        gate=draw(st.none() | st.sampled_from(words.gates)),
        selection_rate=rate,
        amount=paid,
        computable=draw(st.sampled_from(words.computables if paid else ("none",))),
        stacking=draw(stacking(words)),
        listed_only=draw(st.booleans()),
        claim=draw(CLAIM),
        clawback=draw(MAYBE),
        confidence=confidence,
        notes=draw(MAYBE),
        sources=tuple(draw(st.lists(source(confidence), min_size=1, max_size=2))),
        budget=draw(budget(words)),
        examples=tuple(draw(st.lists(example(words), max_size=2))),
        own=own,
        told_by=draw(st.just("") | TEXT),
        told_on=draw(st.just("") | DAY.map(date.isoformat)),
        selection=None if chosen is None else (applied, chosen),
        payments=tuple(draw(st.lists(PAYMENT, max_size=2))),
        issued_zh=draw(MAYBE),
        clawback_zh=draw(MAYBE),
        notes_zh=draw(MAYBE),
    )
