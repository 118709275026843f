"""Conditions and amounts of a policy file, read and checked against the vocabulary."""

from __future__ import annotations

from collections.abc import Collection

from geo.model import Amount, AnyOf, Condition, FactType, FactValue, Part, PolicyWords, Rule, Tier
from geo.money.subsidy.items import MOST_MONEY, Item

MOST_CONDITIONS = 60
MOST_WORDS = 200
MOST_TIERS = 60
MOST_PARTS = 40
NUMERIC = ("number", "money", "share")
_COUNTED = ("number", "money")
_WORDED = ("text", "tags", "choice", "level")
_COMMON = ("mode", "is_upper_bound", "cap_cny", "cap_scope", "cap_fact", "cap_rate", "floor_cny")
SHAPES = {
    "fixed": ("cny",),
    "per_unit": ("unit", "unit_fact", "unit_size", "per_unit_cny"),
    "rate_of_base": ("base", "base_else", "base_heads", "rate"),
    "tiered": ("tier_key", "tiers"),
    "sum_of_parts": ("parts",),
    "uplift": ("of", "base", "rate"),
    "match": ("of", "base", "rate"),
    "in_kind": ("in_kind", "in_kind_zh"),
    "ceiling": (),
}
"""The fields that each shape of amount reads beside the common ones."""


def read_rules(item: Item, words: PolicyWords, field: str = "conditions") -> tuple[Rule, ...]:
    """Conditions that must all hold; ``any`` holds alternatives. FactsError."""
    found: list[Rule] = []
    for each in item.many(field, MOST_CONDITIONS):
        if "any" not in each.raw:
            found.append(read_condition(each, words))
            continue
        each.only(("any",))
        options = tuple(read_condition(one, words) for one in each.many("any", MOST_CONDITIONS))
        if not options:
            raise each.broken("any", "missing")
        found.append(AnyOf(options))
    return tuple(found)


def read_condition(item: Item, words: PolicyWords, also: Collection[str] = ()) -> Condition:
    """``fact op value``: a known fact, an operator of its type, a value of its type. FactsError."""
    item.only(("fact", "op", "value", "note", "note_zh", *also))
    fact = _fact(item, "fact", words)
    kind = words.facts[fact]
    op = item.text("op")
    if op not in kind.operators:
        allowed = ", ".join(kind.operators)
        raise item.broken("op", "operator", op=op[:20], fact=fact, allowed=allowed)
    if op == "between":
        value: FactValue | tuple[float, float] = _ends(item, kind)
    else:
        value = _several(item, kind) if op == "in" else read_value(item, "value", kind)
    return Condition(fact, op, value, item.maybe_text("note"), item.maybe_text("note_zh"))


def _several(item: Item, kind: FactType) -> tuple[str, ...]:
    many = item.words("value", MOST_WORDS)
    if not many:
        raise item.broken("value", "missing")
    for each in many:
        if kind.levels and each not in kind.levels:
            raise item.broken("value", "unknown_word", value=each[:60])
    return many


def _ends(item: Item, kind: FactType) -> tuple[float, float]:
    low, high = item.ends("value", _most(kind))
    if low == high:
        raise item.broken("value", "ends")
    return (low, high)


def _most(kind: FactType) -> float:
    return 1.0 if kind.kind == "share" else MOST_MONEY


def read_value(item: Item, field: str, kind: FactType) -> FactValue:
    """One value of a fact in its type. FactsError."""
    if item.raw.get(field) is None:
        raise item.broken(field, "missing")
    if kind.kind == "bool":
        return item.flag(field)
    if kind.kind == "share":
        return item.rate(field)
    if kind.kind in NUMERIC:
        return item.number(field)
    if kind.kind == "date":
        day = item.day(field)
        if day is None:
            raise item.broken(field, "missing")
        return day
    return item.choice(field, kind.levels) if kind.levels else item.text(field)


def _fact(item: Item, field: str, words: PolicyWords, kinds: Collection[str] = ()) -> str:
    """The name of a known fact, of one of ``kinds`` where they are given."""
    name = item.text(field)
    if name not in words.facts:
        raise item.broken(field, "unknown_fact", fact=name[:60])
    if kinds and words.facts[name].kind not in kinds:
        raise item.broken(field, "fact_type", fact=name)
    return name


def _maybe_fact(item: Item, field: str, words: PolicyWords, *, needed: bool = False) -> str | None:
    """A fact that can be counted, or nothing."""
    if item.raw.get(field) is None and not needed:
        return None
    return _fact(item, field, words, _COUNTED)


def read_amount(item: Item, words: PolicyWords, *, part: bool = False) -> Amount:
    """One amount of any shape. FactsError for all that cannot be meant."""
    mode = item.choice("mode", [each for each in SHAPES if not part or each != "sum_of_parts"])
    for key in item.raw:
        if key not in (*_COMMON, *SHAPES[mode], "bonus", "note", "note_zh"):
            known = any(key in fields for fields in SHAPES.values())
            raise item.broken(key, "not_here" if known else "unknown_key", mode=mode)
    bonus = item.maybe_child("bonus")
    tiers = _tiers(item, words) if mode == "tiered" else ()
    amount = Amount(
        mode=mode,
        is_upper_bound=item.flag("is_upper_bound"),
        cap=item.money("cap_cny"),
        cap_scope=item.maybe_choice("cap_scope", words.cap_scopes),
        cap_fact=_maybe_fact(item, "cap_fact", words),
        cap_rate=item.rate("cap_rate") if "cap_rate" in item.raw else 1.0,
        floor=item.money("floor_cny"),
        sum=item.money("cny"),
        unit=item.maybe_text("unit"),
        unit_fact=_maybe_fact(item, "unit_fact", words, needed=mode == "per_unit"),
        unit_size=_unit_size(item),
        per_unit=_price(item) if mode == "per_unit" else 0.0,
        base=_base(item, words, mode),
        base_else=_maybe_fact(item, "base_else", words),
        base_heads=item.words("base_heads", MOST_WORDS),
        rate=_rate(item, mode),
        of=item.maybe_text("of"),
        tier_key=item.text("tier_key") if mode == "tiered" else None,
        tiers=tiers,
        parts=_parts(item, words) if mode == "sum_of_parts" else (),
        bonus_if=read_condition(bonus, words, ("rate",)) if bonus else None,
        bonus_rate=bonus.rate("rate") if bonus else 0.0,
        in_kind=item.maybe_text("in_kind"),
        note=item.maybe_text("note"),
        in_kind_zh=item.maybe_text("in_kind_zh"),
        note_zh=item.maybe_text("note_zh"),
    )
    _check_bounds(item, amount, part=part)
    return amount


def _unit_size(item: Item) -> float:
    size = item.maybe_number("unit_size")
    if size == 0:
        raise item.broken("unit_size", "range", value=0.0, low=0.01, high=MOST_MONEY)
    return 1.0 if size is None else size


def _price(item: Item) -> float:
    price = item.money("per_unit_cny")
    if price is None:
        raise item.broken("per_unit_cny", "missing")
    return price


def _rate(item: Item, mode: str) -> float:
    if mode == "match" and item.raw.get("rate") is None:
        return 1.0
    return item.rate("rate") if mode in ("rate_of_base", "uplift", "match") else 0.0


def _base(item: Item, words: PolicyWords, mode: str) -> str | None:
    """The base; uplift and match name either another award or the fact that tells what it gave."""
    if mode in ("uplift", "match"):
        if (item.raw.get("of") is None) == (item.raw.get("base") is None):
            raise item.broken("of", "of_or_base")
        return _maybe_fact(item, "base", words)
    return _maybe_fact(item, "base", words, needed=mode == "rate_of_base")


def _tiers(item: Item, words: PolicyWords) -> tuple[Tier, ...]:
    kind = words.facts[_fact(item, "tier_key", words, (*_COUNTED, "share", *_WORDED))]
    found = []
    for each in item.many("tiers", MOST_TIERS):
        each.only(("equals", "above", "at_least", "cny", "is_upper_bound", "note", "note_zh"))
        keys = [key for key in ("equals", "above", "at_least") if each.raw.get(key) is not None]
        if len(keys) != 1:
            raise each.broken("equals", "one_key")
        if (keys[0] == "equals") != (kind.kind in _WORDED):
            raise each.broken(keys[0], "fact_type", fact=str(item.raw["tier_key"]))
        cny = each.money("cny")
        if cny is None:
            raise each.broken("cny", "missing")
        found.append(
            Tier(
                cny=cny,
                is_upper_bound=each.flag("is_upper_bound")
                if each.raw.get("is_upper_bound") is not None
                else None,
                equals=str(read_value(each, "equals", kind)) if keys[0] == "equals" else None,
                above=each.maybe_number("above", high=_most(kind)),
                at_least=each.maybe_number("at_least", high=_most(kind)),
                note=each.maybe_text("note"),
                note_zh=each.maybe_text("note_zh"),
            )
        )
    if not found:
        raise item.broken("tiers", "missing")
    return tuple(found)


def _parts(item: Item, words: PolicyWords) -> tuple[Part, ...]:
    found = []
    for each in item.many("parts", MOST_PARTS):
        each.only(("name", "name_zh", "amount", "conditions"))
        if each.raw.get("amount") is None:
            raise each.broken("amount", "missing")
        amount = read_amount(each.child("amount"), words, part=True)
        name, name_zh = each.maybe_text("name"), each.maybe_text("name_zh")
        if not name and not name_zh:
            raise each.broken("name", "missing")
        found.append(Part(name or "", amount, read_rules(each, words), name_zh))
    if not found:
        raise item.broken("parts", "missing")
    return tuple(found)


def _check_bounds(item: Item, amount: Amount, *, part: bool) -> None:
    """A cap stands above what it caps, a floor below; a ceiling has its sum."""
    most = max((amount.sum or 0.0, amount.per_unit, *(tier.cny for tier in amount.tiers)))
    cap = amount.cap
    if cap is not None and amount.cap_scope != "per_episode" and cap < most:
        raise item.broken("cap_cny", "cap", cap=cap, most=most)
    if cap is not None and amount.floor is not None and cap < amount.floor:
        raise item.broken("floor_cny", "floor", cap=cap, floor=amount.floor)
    if amount.cap_fact is None and amount.cap_rate != 1.0:
        raise item.broken("cap_rate", "not_here", mode=amount.mode)
    if amount.mode == "ceiling" and cap is None and not part:
        raise item.broken("cap_cny", "missing")
