"""A policy read aloud: every field in plain words, in the order in which one asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from geo.model import Policy, Source, in_language
from gui.pages.bureau.policy_says import (
    amount_details,
    day_text,
    pays,
    percent,
    rule_sentences,
)
from gui.pages.bureau.policy_words import (
    confidence_word,
    fact_word,
    gate_word,
    local_word,
    payee_word,
    place_names,
    region_word,
    share_word,
    stack_word,
    status_word,
    title_of,
    type_word,
)
from gui.session import State
from gui.texts import money


@dataclass(frozen=True, slots=True)
class Told:
    """One field: its key, its name and what it says, line by line."""

    key: str
    name: str
    lines: tuple[str, ...]


def tell_policy(policy: Policy, state: State) -> tuple[Told, ...]:
    """All that is known of ``policy``; what the text does not say is left out."""
    return tuple(one for one in _all(policy, state) if any(one.lines))


def differences(
    old: Policy | None, new: Policy, state: State
) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Fields that read otherwise: name, old lines, new lines."""
    before = {} if old is None else {one.name: one.lines for one in _all(old, state)}
    after = {one.name: one.lines for one in _all(new, state)}
    return tuple(
        (name, before.get(name, ()), lines)
        for name, lines in after.items()
        if before.get(name, ()) != lines and (before.get(name, ()) or any(lines))
    )


def _all(policy: Policy, state: State) -> Iterator[Told]:
    lang = state.language
    yield Told("title", _name("title"), (title_of(policy, lang),))
    yield Told("pays", _name("pays"), (pays(policy, state), *_more(policy, state)))
    yield Told("conditions", _name("conditions"), tuple(rule_sentences(policy.conditions, state)))
    yield Told("gate", _name("gate"), tuple(_gate(policy)))
    yield Told("payee", _name("payee"), tuple(_payee(policy)))
    who = in_language(policy.who, policy.who_zh, lang)
    yield Told("who", _name("who"), (who, local_word(policy.local_registration)))
    yield Told("stacking", _name("stacking"), tuple(_stacking(policy, state)))
    yield Told("budget", _name("budget"), tuple(_budget(policy, lang)))
    yield Told("claim", _name("claim"), tuple(_claim(policy, state)))
    clawback = in_language(policy.clawback, policy.clawback_zh, lang)
    yield Told("clawback", _name("clawback"), (clawback,))
    yield Told("region", _name("region"), (region_word(policy.region, place_names(state)),))
    issued = in_language(policy.issued, policy.issued_zh, lang)
    yield Told("issuer", _name("issuer"), (_comma(policy.issuer, issued),))
    yield Told("valid", _name("valid"), (_validity(policy),))
    yield Told("status", _name("status"), (status_word(state, policy.status),))
    yield Told("type", _name("type"), (type_word(state, policy.type),))
    yield Told("confidence", _name("confidence"), (confidence_word(policy.confidence),))
    notes = in_language(policy.notes, policy.notes_zh, lang)
    yield Told("notes", _name("notes"), (notes,))
    yield Told("sources", _name("sources"), tuple(source_line(one, lang) for one in policy.sources))


def _more(policy: Policy, state: State) -> list[str]:
    lines = [] if policy.amount is None else amount_details(policy.amount, state)
    if policy.listed_only:
        lines.append(QCoreApplication.translate("PolicyTold", "只列出来，不算进这部戏的钱"))
    return lines


def _gate(policy: Policy) -> Iterator[str]:
    yield gate_word(policy.gate)
    if policy.selection_rate is not None:
        chance = QCoreApplication.translate("PolicyTold", "见过的入选比例 {rate}")
        yield chance.format(rate=percent(policy.selection_rate))


def _payee(policy: Policy) -> Iterator[str]:
    yield payee_word(policy.payee)
    if not policy.reaches_crew:
        yield QCoreApplication.translate("PolicyTold", "到不了剧组，只列出来")


def _stacking(policy: Policy, state: State) -> Iterator[str]:
    stacking, lang = policy.stacking, state.language
    yield stack_word(stacking.rule)
    for ids, text in (
        (stacking.alternatives, QCoreApplication.translate("PolicyTold", "和它只能拿一条：{name}")),
        (stacking.within, QCoreApplication.translate("PolicyTold", "和它比高低：{name}")),
        (
            (stacking.umbrella,) if stacking.umbrella else (),
            QCoreApplication.translate("PolicyTold", "合计上限看：{name}"),
        ),
    ):
        for policy_id in ids:
            other = None if state.book is None else state.book.get(policy_id)
            name = policy_id if other is None else title_of(other, lang)
            yield text.format(name=name)
    if stacking.upgrade:
        yield QCoreApplication.translate("PolicyTold", "后来拿到更高的，只补差额")
    yield in_language(stacking.note, stacking.note_zh, lang)


def _budget(policy: Policy, lang: str) -> Iterator[str]:
    budget = policy.budget
    if budget.pool is not None:
        pool = QCoreApplication.translate("PolicyTold", "一年总共 {sum}")
        yield pool.format(sum=money(budget.pool, lang))
    if budget.works is not None:
        works = QCoreApplication.translate("PolicyTold", "最多 {n} 部")
        yield works.format(n=budget.works)
    if budget.share:
        yield share_word(budget.share)
    yield in_language(budget.note, budget.note_zh, lang)


def _claim(policy: Policy, state: State) -> Iterator[str]:
    claim = policy.claim
    lang = state.language
    yield in_language(claim.docs, claim.docs_zh, lang)
    yield in_language(claim.timing, claim.timing_zh, lang)
    if claim.lag_months is not None:
        first, last = claim.lag_months
        lag = QCoreApplication.translate("PolicyTold", "见过的到账时间：{first} 到 {last} 个月")
        if claim.after:
            lag = QCoreApplication.translate(
                "PolicyTold", "见过的到账时间：{fact}之后 {first} 到 {last} 个月"
            )
        fact = fact_word(state, claim.after or "")
        yield lag.format(first=f"{first:g}", last=f"{last:g}", fact=fact)
    yield in_language(claim.lag_note, claim.lag_note_zh, lang)


def _validity(policy: Policy) -> str:
    first, last = day_text(policy.valid_from), day_text(policy.valid_to)
    if first and last:
        text = QCoreApplication.translate("PolicyTold", "{first} 到 {last}")
    elif first:
        text = QCoreApplication.translate("PolicyTold", "{first} 起，没写到哪天")
    elif last:
        text = QCoreApplication.translate("PolicyTold", "到 {last}")
    else:
        text = QCoreApplication.translate("PolicyTold", "没写")
    return text.format(first=first, last=last)


def source_line(source: Source, lang: str) -> str:
    """Title, publisher, day."""
    return _comma(source.title_in(lang), source.publisher_in(lang), source.date or "")


def _comma(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


def _name(field: str) -> str:
    return {
        "title": QCoreApplication.translate("PolicyTold", "名称"),
        "pays": QCoreApplication.translate("PolicyTold", "给多少"),
        "conditions": QCoreApplication.translate("PolicyTold", "什么条件"),
        "gate": QCoreApplication.translate("PolicyTold", "还要过哪一关"),
        "payee": QCoreApplication.translate("PolicyTold", "付给谁"),
        "who": QCoreApplication.translate("PolicyTold", "谁能申报"),
        "stacking": QCoreApplication.translate("PolicyTold", "能不能叠加"),
        "budget": QCoreApplication.translate("PolicyTold", "总盘子和名额"),
        "claim": QCoreApplication.translate("PolicyTold", "怎么领"),
        "clawback": QCoreApplication.translate("PolicyTold", "什么情况要退"),
        "region": QCoreApplication.translate("PolicyTold", "在哪儿有效"),
        "issuer": QCoreApplication.translate("PolicyTold", "谁发的"),
        "valid": QCoreApplication.translate("PolicyTold", "有效期"),
        "status": QCoreApplication.translate("PolicyTold", "状态"),
        "type": QCoreApplication.translate("PolicyTold", "是哪一类"),
        "confidence": QCoreApplication.translate("PolicyTold", "有多可靠"),
        "notes": QCoreApplication.translate("PolicyTold", "备注"),
        "sources": QCoreApplication.translate("PolicyTold", "出处"),
    }[field]
