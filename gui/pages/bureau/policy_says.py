"""Policies told in sentences: what one pays, on which conditions, with what beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from geo.model import (
    Amount,
    AnyOf,
    Condition,
    FactType,
    FactValue,
    Policy,
    PolicyWords,
    Rule,
    Tier,
    in_language,
)
from gui.pages.bureau.policy_words import (
    bracket,
    colon,
    comma,
    fact_word,
    level_word,
    mode_word,
    operator_word,
    scope_word,
    title_of,
    unit_of,
)
from gui.session import State
from gui.texts import count, money

PER_CENT = 100


def percent(rate: float) -> str:
    """0.2 as 20%."""
    return f"{rate * PER_CENT:.6g}%"


def day_text(day: date | None) -> str:
    """A day as 2026-11-20."""
    return "" if day is None else day.isoformat()


def pays(policy: Policy, state: State) -> str:
    """What a policy pays, in a few words."""
    if policy.amount is None:
        return QCoreApplication.translate("PolicySays", "金额不详")
    text = amount_line(policy.amount, state)
    return text[:1].upper() + text[1:]


def amount_line(amount: Amount, state: State) -> str:
    """An amount in a few words: 最多 10 万元; 10%，最多 10 万元."""
    if amount.mode == "in_kind":
        lang = state.language
        given = in_language(amount.in_kind, amount.in_kind_zh, lang)
        return given or in_language(amount.note, amount.note_zh, lang) or mode_word("in_kind")
    core, cap = _core(amount, state), amount.cap
    up_to = QCoreApplication.translate("PolicySays", "最多 {sum}")
    if not core:
        if cap is None:
            return QCoreApplication.translate("PolicySays", "金额不详")
        return up_to.format(sum=money(cap, state.language))
    flat = amount.mode == "fixed" and cap in (None, amount.sum)
    if flat and amount.is_upper_bound:
        return up_to.format(sum=core)
    if cap is None or flat:
        return core
    comma = QCoreApplication.translate("PolicySays", "，")
    return core + comma + up_to.format(sum=money(cap, state.language))


def _core(amount: Amount, state: State) -> str:
    """The formula alone, without its cap; empty where there is only a cap."""
    lang = state.language
    if amount.mode == "fixed":
        return "" if amount.sum is None else money(amount.sum, lang)
    if amount.mode == "per_unit":
        each = QCoreApplication.translate("PolicySays", "每{unit} {sum}")
        if amount.unit_size != 1:
            each = QCoreApplication.translate("PolicySays", "每 {n} {unit} {sum}")
        fact = amount.unit_fact or ""
        unit = unit_of(state, fact_kind(state, fact)) or fact_word(state, fact)
        per = money(amount.per_unit, lang)
        return each.format(n=count(amount.unit_size, lang), unit=unit, sum=per)
    if amount.mode == "rate_of_base":
        of = QCoreApplication.translate("PolicySays", "{base}的 {rate}")
        return of.format(base=fact_word(state, amount.base or ""), rate=percent(amount.rate))
    if amount.mode == "tiered":
        return _tiers(amount.tiers, lang)
    if amount.mode == "sum_of_parts":
        parts = QCoreApplication.translate("PolicySays", "{n} 项相加")
        return parts.format(n=len(amount.parts))
    if amount.mode == "uplift":
        more = QCoreApplication.translate("PolicySays", "在“{award}”上再加 {rate}")
        return more.format(award=award_word(amount, state), rate=percent(amount.rate))
    if amount.mode == "match":
        same = QCoreApplication.translate("PolicySays", "照“{award}”配套 {rate}")
        return same.format(award=award_word(amount, state), rate=percent(amount.rate))
    return ""


def award_word(amount: Amount, state: State) -> str:
    """The award that another builds on: a policy of the book, else a fact."""
    other = state.book.get(amount.of) if state.book is not None and amount.of else None
    if other is not None:
        return title_of(other, state.language)
    return amount.of or fact_word(state, amount.base or "")


def _tiers(tiers: tuple[Tier, ...], lang: str) -> str:
    sums = sorted({tier.cny for tier in tiers})
    if len(sums) == 1:
        return money(sums[0], lang)
    text = QCoreApplication.translate("PolicySays", "分 {n} 档，{low} 到 {high}")
    return text.format(n=len(tiers), low=money(sums[0], lang), high=money(sums[-1], lang))


def amount_details(amount: Amount, state: State) -> list[str]:
    """Everything else that an amount says, one sentence each."""
    lang = state.language
    lines = [tier_line(tier, amount.tier_key or "", state) for tier in amount.tiers]
    for part in amount.parts:
        name = in_language(part.name, part.name_zh, lang)
        text = colon(name, amount_line(part.amount, state))
        given = comma(rule_sentences(part.conditions, state))
        lines.append(bracket(text, given) if given else text)
    if amount.cap is not None and amount.cap_scope:
        cap = QCoreApplication.translate("PolicySays", "上限 {sum} 按{scope}算")
        lines.append(cap.format(sum=money(amount.cap, lang), scope=scope_word(amount.cap_scope)))
    if amount.cap_fact:
        by = QCoreApplication.translate("PolicySays", "不超过{fact}的 {rate}")
        rate = percent(amount.cap_rate)
        lines.append(by.format(fact=fact_word(state, amount.cap_fact), rate=rate))
    if amount.floor is not None:
        floor = QCoreApplication.translate("PolicySays", "给就不少于 {sum}")
        lines.append(floor.format(sum=money(amount.floor, lang)))
    if amount.base_else:
        other = QCoreApplication.translate("PolicySays", "没有这个数时先按{fact}估")
        lines.append(other.format(fact=fact_word(state, amount.base_else)))
    if amount.base_heads:
        heads = QCoreApplication.translate("PolicySays", "只算这些开支：{heads}")
        lines.append(heads.format(heads=comma(amount.base_heads)))
    if amount.bonus_if is not None:
        more = QCoreApplication.translate("PolicySays", "{when}的，再加 {rate}")
        when = condition_sentence(amount.bonus_if, state)
        lines.append(more.format(when=when, rate=percent(amount.bonus_rate)))
    note = in_language(amount.note, amount.note_zh, lang)
    return [*lines, note] if note else lines


def tier_line(tier: Tier, key: str, state: State) -> str:
    """One tier: when it is reached, and what it pays."""
    lang, fact = state.language, fact_word(state, key)
    kind = fact_kind(state, key)
    if tier.equals is not None:
        reached = value_word(tier.equals, key, kind, state)
    else:
        op = ">" if tier.above is not None else ">="
        edge = tier.above if tier.above is not None else tier.at_least
        reached = f"{operator_word(op, kind.kind)} {value_word(edge or 0.0, key, kind, state)}"
    most = QCoreApplication.translate("PolicySays", "最多 {sum}")
    paid = money(tier.cny, lang)
    return colon(f"{fact} {reached}", most.format(sum=paid) if tier.is_upper_bound else paid)


def rule_sentences(rules: Iterable[Rule], state: State) -> list[str]:
    """Conditions, one sentence each; alternatives together."""
    either = QCoreApplication.translate("PolicySays", "，或者 ")
    told = []
    for rule in rules:
        if isinstance(rule, AnyOf):
            told.append(either.join(condition_sentence(one, state) for one in rule.options))
        else:
            told.append(condition_sentence(rule, state))
    return told


def condition_sentence(condition: Condition, state: State) -> str:
    """One condition: 总投资 不少于 300 万元（审计数）."""
    kind = fact_kind(state, condition.fact)
    name = fact_word(state, condition.fact)
    value = condition.value
    if isinstance(value, bool):
        never = QCoreApplication.translate("PolicySays", "不能是：{fact}")
        text = name if value else never.format(fact=name)
    elif condition.op == "between" and isinstance(value, tuple):
        ends = QCoreApplication.translate("PolicySays", "{fact} 在 {low} 到 {high} 之间")
        low, high = (value_word(one, condition.fact, kind, state) for one in value)
        text = ends.format(fact=name, low=low, high=high)
    elif isinstance(value, tuple):
        text = colon(name, value_word(value, condition.fact, kind, state))
    else:
        told = value_word(value, condition.fact, kind, state)
        text = f"{name} {operator_word(condition.op, kind.kind)} {told}"
    note = in_language(condition.note, condition.note_zh, state.language)
    return bracket(text, note) if note else text


def value_word(
    value: FactValue | tuple[float, float], fact: str, kind: FactType, state: State
) -> str:
    """A value of a fact with its unit, as the reader says it."""
    lang = state.language
    if isinstance(value, bool):
        yes, no = (
            QCoreApplication.translate("PolicySays", "是"),
            QCoreApplication.translate("PolicySays", "否"),
        )
        return yes if value else no
    if isinstance(value, tuple):
        each = (level_word(state.fields, fact, str(one), lang) for one in value)
        return comma(each)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        if kind.kind == "money":
            return money(value, lang)
        if kind.kind == "share":
            return percent(value)
        return f"{count(value, lang)} {unit_of(state, kind)}".strip()
    return level_word(state.fields, fact, value, lang)


def fact_kind(state: State, fact: str) -> FactType:
    """The type of a fact; of one that the book does not know, a text."""
    words: PolicyWords | None = None if state.book is None else state.book.words
    known = None if words is None else words.facts.get(fact)
    return known if known is not None else FactType("text", operators=("==", "in"))
