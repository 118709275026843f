"""What is still missing: facts nobody has said, lines and awards nobody has priced; whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.model import (
    Basis,
    Cost,
    Line,
    Policy,
    PolicyResult,
    Question,
    Range,
    Reason,
    Site,
    Subsidy,
    unknown,
)
from geo.money.answers.case import Case, alive, result_of, with_facts
from geo.money.answers.papers import ISSUER, Papers
from geo.money.answers.possible import answers

CNY = "CNY"
METHOD = "method.effect"
CITY_LEVEL = 2
_UNKNOWN = ("policy", "fact", "venue", "line")
# project facts that the price assumes while nobody has said: reason -> fact
_ASSUMED = {"crew_unset": "crew.size", "shoot_days_unset": "shoot.days"}


def questions(
    case: Case, cost: Cost, papers: Papers, sites: Sequence[Site] = ()
) -> tuple[Question, ...]:
    """Everything unknown that matters here, largest effect first, unknown effects last.

    ``sites``: the places whose venue stands in ``cost``.
    """
    near = case.here()
    asked = [
        *_facts(near, papers),
        *_assumed(case, cost),
        *_lines(cost, papers, sites),
        *_amounts(near),
    ]
    return tuple(sorted(asked, key=_by_effect))


def _by_effect(one: Question) -> tuple[bool, float, int]:
    """Known effects first, the largest first; of unknown ones awards, facts, places, lines."""
    rank = _UNKNOWN.index("venue" if one.key == "venue" else one.kind)
    return (not one.effect.known, -(one.effect.high or 0.0), rank)


def _facts(case: Case, papers: Papers) -> Iterator[Question]:
    """Facts open in a condition, or needed to work out an amount."""
    open_in: dict[str, list[Policy]] = {}
    for policy in case.book.policies:
        result = result_of(case.judged(), policy.id)
        if not result.counts or result.failed:
            continue
        for fact in dict.fromkeys((*_open(result), *_bases(policy, case))):
            open_in.setdefault(fact, []).append(policy)
    for fact, policies in open_in.items():
        effect = _effect(case, fact, policies)
        if effect is not None:
            yield Question(
                "fact",
                fact,
                effect,
                _whom(fact, policies, papers),
                (Reason("question_fact", {"fact": fact, "n": len(policies)}),),
                tuple(policy.id for policy in policies),
            )


def _open(result: PolicyResult) -> list[str]:
    return [fact for names in result.open for fact in names.split("|")]


def _bases(policy: Policy, case: Case) -> Iterator[str]:
    amount = policy.amount
    if amount is None or policy.listed_only:
        return
    for fact in (amount.base, amount.unit_fact, amount.tier_key):
        if fact and case.facts.get(fact) is None:
            yield fact


def _whom(fact: str, policies: Sequence[Policy], papers: Papers) -> str:
    """The issuers where they judge it, else the role of the crew that knows."""
    role = papers.asks.get(fact, "producer")
    if role == ISSUER:
        return "; ".join(dict.fromkeys(policy.issuer for policy in policies))
    return f"role.{role}"


def _effect(case: Case, fact: str, policies: Sequence[Policy]) -> Range | None:
    """Most less least money over the answers; None where no answer changes anything.

    low: certain money, mid: expected, high: the most that any text allows.
    """
    ids = {policy.id for policy in policies}
    judged = [
        case.judged(with_facts(case.facts, {fact: value}))
        for value in answers(case, fact, policies)
    ]
    if not judged:
        return unknown(CNY)
    certain = _spread([each.certain for each in judged])
    expected = _spread([each.counted for each in judged])
    tops = [_most(each, ids) for each in judged]
    if None in tops:
        return unknown(CNY)
    ceiling = _spread([top for top in tops if top is not None])
    if not max(certain, expected, ceiling):
        return None
    sources = tuple(dict.fromkeys(source for policy in policies for source in policy.sources))
    mid = expected if expected or not ceiling else None
    return Range(certain, mid, max(ceiling, expected), CNY, Basis.ESTIMATED, sources[:6], METHOD)


def _spread(values: Sequence[float]) -> float:
    return round(max(values) - min(values), 2)


def _most(subsidy: Subsidy, ids: set[str]) -> float | None:
    """The most that comes back; where another award is unknown, of these awards alone."""
    if subsidy.ceiling is not None:
        return subsidy.ceiling
    tops = [each.ceiling for each in subsidy.policies if each.policy_id in ids]
    return None if None in tops else sum(top for top in tops if top is not None)


def _assumed(case: Case, cost: Cost) -> Iterator[Question]:
    """Size and time of the project, where the price had to assume them."""
    for reason in cost.reasons:
        fact = _ASSUMED.get(reason.code)
        if fact is None or case.price is None:
            continue
        ends = [reason.values.get(end) for end in ("low", "high")]
        totals = [
            case.price(with_facts(case.facts, {fact: round(end)})).priced_total.mid
            for end in ends
            if isinstance(end, int | float)
        ]
        known = [total for total in totals if total is not None]
        effect = unknown(CNY)
        if len(known) == len(ends):
            spread = _spread(known)
            effect = Range(spread, spread, spread, CNY, Basis.ESTIMATED, (), METHOD)
        yield Question("fact", fact, effect, "role.line_producer", (reason,))


def _lines(cost: Cost, papers: Papers, sites: Sequence[Site]) -> Iterator[Question]:
    """Lines without a price, and those that only a reference class prices."""
    for line in cost.lines:
        if line.code == "venue":
            yield from _venues(line, sites)
        elif line.amount.mid is None:
            reasons = (Reason("question_line", {"line": f"line.{line.code}"}), *line.reasons)
            whom = papers.lines.get(line.code, "line_producer")
            yield Question("line", line.code, unknown(CNY), f"role.{whom}", reasons)


def _venues(line: Line, sites: Sequence[Site]) -> Iterator[Question]:
    """One call for each place; what a call may change is known where a class stands for prices."""
    known = line.amount.mid is not None
    if known and line.amount.basis is not Basis.ESTIMATED:
        return
    total = line.total
    effect = unknown(CNY)
    if known and total is not None and total.low is not None and total.high is not None:
        spread = round(total.high - total.low, 2)
        effect = Range(spread, spread, spread, CNY, Basis.ESTIMATED, line.amount.sources, METHOD)
    for site in sites:
        values = {"site": site.name_zh, "site_en": site.name_en or site.name_zh, "id": site.id}
        reasons = (Reason("question_venue", values), *line.reasons)
        yield Question("line", line.code, effect, site.name_zh, reasons)


def _amounts(case: Case) -> Iterator[Question]:
    """Awards whose sum nobody has published: the issuer knows."""
    for policy in sorted(case.book.policies, key=_nearness):
        result = result_of(case.judged(), policy.id)
        if result.failed or result.ceiling is not None or not alive(policy, case.today):
            continue
        titles = {"policy": policy.title_zh, "policy_en": policy.title_en}
        reason = Reason("question_policy", {**titles, "type": f"policy_type.{policy.type}"})
        yield Question("policy", policy.id, unknown(CNY), policy.issuer, (reason,), (policy.id,))


def _nearness(policy: Policy) -> tuple[bool, int]:
    """The city's own micro-drama policies first, then the lower levels, then the upper ones."""
    depth = sum(1 for level in policy.region.levels if level)
    return (not policy.micro_drama_specific, abs(depth - CITY_LEVEL))
