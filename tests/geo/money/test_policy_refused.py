"""Everything a policy file may get wrong: refused by code, path and line; text stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import FactsError
from geo.model import Source
from geo.money.marked import LONGEST_TEXT
from geo.money.subsidy.files import sheet_of
from geo.money.subsidy.terms import MOST_CONDITIONS, MOST_PARTS, MOST_TIERS
from geo.phrases import LANGUAGES, load_phrases
from tests.geo.money.made import CALM
from tests.geo.money.policy_made import GOOD, RATE, item, sheet, text_of, why

FIXED = {"mode": "fixed", "cny": 5, "is_upper_bound": False}
UNIT = {"mode": "per_unit", "unit_fact": "work.episodes", "per_unit_cny": 1, "is_upper_bound": True}
TIERS = {"mode": "tiered", "tier_key": "work.plays", "is_upper_bound": True}
WORDS = {"mode": "tiered", "tier_key": "work.orientation", "is_upper_bound": True}
PARTS = {"mode": "sum_of_parts", "is_upper_bound": True}
UPLIFT = {"mode": "uplift", "rate": 0.2, "is_upper_bound": True}
CEILING = {"mode": "ceiling", "cap_cny": 5, "is_upper_bound": True}
BIG = [{"fact": "work.aired_online", "op": "==", "value": True}] * (MOST_CONDITIONS + 1)


def amount(shape, **changes):
    merged = {**shape, **changes}
    return {"amount": {key: value for key, value in merged.items() if value is not None}}


def one(**condition):
    return {"conditions": [condition]}


def example(**changes):
    good = {"name": "例", "facts": {"work.episodes": 3}, "certain": 0, "ceiling": 0}
    return {"examples": [{**good, **changes}]}


REFUSED = [
    (amount(RATE, rate=1.2), "rate", "amount.rate"),
    (amount(RATE, rate=-0.1), "rate", "amount.rate"),
    (amount(RATE, rate="0.2"), "number", "amount.rate"),
    (amount(RATE, rate=True), "number", "amount.rate"),
    (amount(RATE, rate=None), "missing", "amount.rate"),
    (amount(RATE, base=None), "missing", "amount.base"),
    (amount(RATE, base="work.nothing"), "unknown_fact", "amount.base"),
    (amount(RATE, base="work.aired_online"), "fact_type", "amount.base"),
    (amount(RATE, cny=3), "not_here", "amount.cny"),
    (amount(RATE, evil=3), "unknown_key", "amount.evil"),
    (amount(RATE, mode="magic"), "unknown_word", "amount.mode"),
    (amount(RATE, is_upper_bound=None), "missing", "amount.is_upper_bound"),
    (amount(RATE, is_upper_bound="yes"), "wrong", "amount.is_upper_bound"),
    (amount(RATE, cap_scope="per_moon"), "unknown_word", "amount.cap_scope"),
    (amount(RATE, cap_cny=-1), "range", "amount.cap_cny"),
    (amount(RATE, cap_cny=1e13), "range", "amount.cap_cny"),
    (amount(RATE, cap_cny=0.001), "fen", "amount.cap_cny"),
    (amount(RATE, floor_cny=1000001), "floor", "amount.floor_cny"),
    (amount(RATE, cap_rate=0.5), "not_here", "amount.cap_rate"),
    (amount(RATE, cap_fact="work.plays", cap_rate=1.5), "rate", "amount.cap_rate"),
    (amount(RATE, base_heads="all"), "list", "amount.base_heads"),
    (amount(RATE, base_heads=["x"] * 201), "many", "amount.base_heads"),
    (amount(RATE, base_heads=[""]), "wrong", "amount.base_heads"),
    (amount(RATE, base_heads=[{"a": 1}]), "wrong", "amount.base_heads"),
    (amount(FIXED, cap_cny=4), "cap", "amount.cap_cny"),
    (amount(UNIT, unit_fact=None), "missing", "amount.unit_fact"),
    (amount(UNIT, per_unit_cny=None), "missing", "amount.per_unit_cny"),
    (amount(UNIT, unit_size=0), "range", "amount.unit_size"),
    (amount(UNIT, cap_cny=0.5), "cap", "amount.cap_cny"),
    (amount(TIERS), "missing", "amount.tiers"),
    (amount(TIERS, tiers=[{"cny": 1}]), "one_key", "amount.tiers[0].equals"),
    (amount(TIERS, tiers=[{"cny": 1, "above": 1, "at_least": 2}]), "one_key", None),
    (amount(TIERS, tiers=[{"cny": 1, "equals": "x"}]), "fact_type", "amount.tiers[0].equals"),
    (amount(TIERS, tiers=[{"above": 1}]), "missing", "amount.tiers[0].cny"),
    (amount(TIERS, tiers=[{"cny": 1, "above": 1}] * (MOST_TIERS + 1)), "many", "amount.tiers"),
    (amount(TIERS, tiers=[{"cny": 1, "above": 1}, 3]), "wrong", None),
    (amount(TIERS, tiers="many"), "list", "amount.tiers"),
    (amount(TIERS, tier_key="award_or_title_date"), "fact_type", "amount.tier_key"),
    (amount(WORDS, tiers=[{"cny": 1, "above": 1}]), "fact_type", "amount.tiers[0].above"),
    (amount(WORDS, tiers=[{"cny": 1, "equals": "round"}]), "unknown_word", None),
    (amount(PARTS), "missing", "amount.parts"),
    (amount(PARTS, parts=[{"name": "x"}]), "missing", "amount.parts[0].amount"),
    (amount(PARTS, parts=[{"name": "x", "amount": PARTS}]), "unknown_word", None),
    (amount(PARTS, parts=[{"name": "x", "amount": FIXED}] * (MOST_PARTS + 1)), "many", None),
    (amount(UPLIFT), "of_or_base", "amount.of"),
    (amount(UPLIFT, of="x", base="work.prize_received"), "of_or_base", "amount.of"),
    (amount(CEILING, cap_cny=None), "missing", "amount.cap_cny"),
    ({"amount": 3}, "wrong", "amount"),
    (one(fact="work.nothing", op="==", value=1), "unknown_fact", "conditions[0].fact"),
    (one(op="==", value=1), "missing", "conditions[0].fact"),
    (one(fact="work.aired_online", op=">", value=True), "operator", "conditions[0].op"),
    (one(fact="work.theme", op="contains", value="x"), "operator", "conditions[0].op"),
    (one(fact="work.aired_online", op="==", value="yes"), "wrong", "conditions[0].value"),
    (one(fact="work.aired_online", op="=="), "missing", "conditions[0].value"),
    (one(fact="shoot.local_share", op=">", value=80), "rate", "conditions[0].value"),
    (one(fact="work.episodes", op=">", value="x"), "number", "conditions[0].value"),
    (one(fact="work.episodes", op="between", value=[3, 1]), "ends", "conditions[0].value"),
    (one(fact="work.episodes", op="between", value=[1, "x"]), "ends", "conditions[0].value"),
    (one(fact="work.episodes", op="between", value=[1, True]), "ends", "conditions[0].value"),
    (one(fact="work.episodes", op="between", value=7), "list", "conditions[0].value"),
    (one(fact="shoot.local_share", op="between", value=[0.5, 2]), "ends", None),
    (one(fact="work.episodes", op="between", value=[3, 3]), "ends", None),
    (one(fact="work.episodes", op="between", value=[3]), "ends", None),
    (one(fact="work.theme", op="in", value=[]), "missing", "conditions[0].value"),
    (one(fact="work.theme", op="in", value="x"), "list", "conditions[0].value"),
    (one(fact="work.orientation", op="in", value=["round"]), "unknown_word", None),
    (one(fact="work.orientation", op="==", value="round"), "unknown_word", None),
    (one(fact="work.premiere_date", op=">", value="soon"), "day", "conditions[0].value"),
    (one(fact="work.premiere_date", op=">", value="2026-02-31"), "day", "conditions[0].value"),
    (one(fact="work.premiere_date", op=">", value=""), "missing", "conditions[0].value"),
    (one(any=[]), "missing", "conditions[0].any"),
    (one(any=[{"any": []}]), "unknown_key", "conditions[0].any[0].any"),
    (one(any=BIG), "many", "conditions[0].any"),
    ({"conditions": BIG}, "many", "conditions"),
    ({"conditions": {"fact": "x"}}, "list", "conditions"),
    ({"id": "x.y"}, "id", "id"),
    ({"id": "x" * 65}, "id", "id"),
    ({"id": None}, "missing", "id"),
    ({"title_zh": None}, "missing", "title_zh"),
    ({"title_zh": ["x"]}, "wrong", "title_zh"),
    ({"sources": None}, "missing", "sources"),
    ({"sources": [{"title": "x"}]}, "missing", "sources[0].publisher"),
    ({"sources": [{**GOOD["sources"][0], "url": "javascript:alert(1)"}]}, "link", None),
    ({"status": "forever"}, "unknown_word", "status"),
    ({"valid_from": "2026-02", "valid_to": "2026-01-31"}, "dates", "valid_to"),
    ({"valid_from": "some day"}, "day", "valid_from"),
    ({"valid_from": True}, "wrong", "valid_from"),
    ({"told_on": "now"}, "day", "told_on"),
    ({"computable": "formula"}, "no_amount", "computable"),
    ({"applies_to": {"age": 3}}, "unknown_key", "applies_to.age"),
    ({"observed_selection": {"rate": 2}}, "rate", "observed_selection.rate"),
    ({"observed_selection": {"rate": 1, "applied": 1, "chosen": 2}}, "range", None),
    ({"budget": {"works": 1.5}}, "number", "budget.works"),
    ({"budget": {"share": "never"}}, "unknown_word", "budget.share"),
    ({"claim": {"after": "work.theme"}}, "fact_type", "claim.after"),
    ({"claim": {"lag_months": [5, 1]}}, "ends", "claim.lag_months"),
    ({"claim": {"lag_months": 5}}, "list", "claim.lag_months"),
    ({"stacking": {"rule": "all"}}, "unknown_word", "stacking.rule"),
    ({"observed_payments": [{"payee": "x", "cny": 1}]}, "missing", "observed_payments[0].paid"),
    ({"observed_payments": [{"payee": "x", "paid": "2026"}]}, "missing", None),
    (example(facts={"work.nothing": 1}), "unknown_fact", "examples[0].facts.work.nothing"),
    (example(facts={"policy.one.luck": 1}), "unknown_fact", None),
    (example(facts={"policy.one.amount": "x"}), "number", "examples[0].facts.policy.one.amount"),
    (example(facts={"work.theme": None}), "missing", None),
    (example(facts={"shoot.local_share": 2}), "rate", "examples[0].facts.shoot.local_share"),
    (example(certain=None), "missing", "examples[0].certain"),
    (example(certain=5, ceiling=4), "cap", "examples[0].ceiling"),
]


@pytest.mark.parametrize(("changes", "code", "path"), REFUSED)
def test_what_is_wrong_is_told_by_code_and_path(book, changes, code, path):
    found, where = why(book.words, **changes)
    assert found == code
    assert path is None or where == path


def test_every_refusal_has_words_and_a_line(book, assets):
    phrases = load_phrases(assets / "phrases")
    items = [item(**{"id": f"i{n}", **changes}) for n, (changes, _, _) in enumerate(REFUSED)]
    found = sheet(book.words, *items, item())
    assert [policy.id for policy in found.policies] == ["one"]
    assert len(found.refused) == len(REFUSED)
    assert [each.line for each in found.refused] == sorted(each.line for each in found.refused)
    for each in found.refused:
        assert each.reason.code in phrases.templates
        for lang in LANGUAGES:
            assert phrases.tell(each.reason, lang)


def test_hostile_text_is_refused_or_stays_text(book):
    runs = "__import__('os').system('true'); ${7*7}; {{7*7}}; =cmd|' /C calc'!A0"
    (kept,) = sheet(book.words, item(title_zh=runs, notes="one\ntwo\t three")).policies
    assert kept.title_zh == runs
    assert kept.notes == "one two three"
    for sign in ("\u202e", "\u200b", "\x1b", "\u2028", "\ufeff", "\ue000"):
        text = text_of(item(issuer=f"a{sign}b"), item(id="good"))
        found = sheet_of(text, "made.yaml", book.words)
        assert [policy.id for policy in found.policies] == ["good"], repr(sign)
        assert {each.reason.code for each in found.refused} == {"policy_refused.characters"}
        assert {each.item for each in found.refused} == {"one"}


def test_a_tag_or_a_copy_loses_only_its_item(book):
    text = text_of(item(), item(id="two"), item(id="three"))
    tagged = text.replace("title_zh: 某办法", "title_zh: !!python/object/apply:os.system [ls]", 1)
    found = sheet_of(tagged, "made.yaml", book.words)
    assert [policy.id for policy in found.policies] == ["two", "three"]
    assert [(each.item, each.line) for each in found.refused] == [("one", 4)]
    copied = text.replace("issuer: 某局", "issuer: &x 某局", 1).replace(
        "issuer: 某局", "issuer: *x", 1
    )
    found = sheet_of(copied, "made.yaml", book.words)
    assert [policy.id for policy in found.policies] == ["three"]
    assert {each.reason.code for each in found.refused} == {"policy_refused.alias"}


def test_a_million_terms(book):
    line = "  - {fact: work.episodes, op: '>=', value: 1}\n"
    one, good = text_of(item(conditions=["HERE"])), text_of(item(id="good")).partition("- id:")
    text = one.replace("  - HERE\n", line * 20_000) + "".join(good[1:])
    assert text.count("fact") == 20_000
    found = sheet_of(text, "made.yaml", book.words)
    assert [policy.id for policy in found.policies] == ["good"]
    assert found.refused[0].reason.code == "policy_refused.too_many"
    assert found.refused[0].item == "one"
    long = sheet(book.words, item(notes="x" * (LONGEST_TEXT + 1)), item(id="good"))
    assert [policy.id for policy in long.policies] == ["good"]
    assert long.refused[0].reason.code == "policy_refused.too_long"


def test_what_may_be_left_out(book):
    (plain,) = sheet(book.words, item()).policies
    assert (plain.title_en, plain.who, plain.computable) == ("", "", "none")
    assert (plain.local_registration, plain.selection) == ("unknown", None)
    (told,) = sheet(book.words, item(observed_selection={"rate": 0.5}, amount=CEILING)).policies
    assert (told.selection_rate, told.selection, told.computable) == (0.5, None, "ceiling")
    (paid,) = sheet(
        book.words, item(amount={**UPLIFT, "mode": "match", "of": "x", "rate": None})
    ).policies or (None,)
    assert paid.amount.rate == 1.0
    (firm,) = sheet(book.words, item(amount=FIXED)).policies
    assert firm.computable == "formula"
    (own,) = sheet(book.words, item(sources=None), own=True).policies
    assert own.sources == (Source("某办法", "某局", None, confidence="high"),)


WILD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-10, 10**13)
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(
        ["one", "work.theme", "==", "fixed", "in_force", "2026-01-31", "of", "uplift"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["fact", "op", "value", "mode", "any", "cny"]), inner)
    ),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    [*GOOD, "conditions", "amount", "stacking", "budget", "claim", "examples", "gate", "valid_to"]
)


@CALM
@given(st.dictionaries(FIELDS, WILD, max_size=3))
def test_any_content_is_taken_or_refused_and_the_rest_loads(book, changes):
    text = text_of({**GOOD, **changes}, {**GOOD, "id": "good"})
    try:
        found = sheet_of(text, "made.yaml", book.words)
    except FactsError as error:
        raise AssertionError from error
    ids = [policy.id for policy in found.policies]
    assert "good" in ids
    assert len(ids) == 2 or found.refused
