"""What the pop-overs of the money page say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import Account, Comparable, PolicyResult, Range, Reason, in_language
from gui.pages.money.awards import (
    award_figures,
    award_title,
    conditions_text,
    may_pay,
    paid_text,
    status_line,
)
from gui.pages.money.gains import CITY, gain_figures
from gui.pages.money.sums import BACK, TOTAL, priced, sum_figure, total_figure
from gui.pages.money.words import (
    coded,
    figure_text,
    join,
    line_name,
    say,
    sentences,
    short,
    up_to,
)
from gui.session import State


def method_text(figure: Range, state: State) -> str:
    """How a figure was worked out."""
    if not figure.method:
        return ""
    told = say(state, Reason(figure.method))
    return QCoreApplication.translate("MoneyPage", "算法：{how}").format(how=told)


def sum_text(account: Account, kind: str, state: State) -> str:
    """What a sum is made of."""
    if kind == TOTAL:
        return _total_text(account, state)
    if kind in BACK:
        return _awards_text(account, kind, state)
    return method_text(sum_figure(account, kind), state)


def _total_text(account: Account, state: State) -> str:
    """Each line with its sum, how they were added, what is held and given back."""
    cost = account.cost
    lines = [
        f"{line_name(state, line.code)}　{short(line.total, state.language)}"
        for line in cost.lines
        if line.total is not None and priced(line) and line.total.high
    ]
    lines += [method_text(total_figure(account), state), sentences(state, cost.reasons)]
    if cost.held:
        names = dict.fromkeys(line_name(state, line.code) for line in cost.held)
        held = QCoreApplication.translate("MoneyPage", "押着、会退的没有算：{lines}")
        lines.append(held.format(lines=join(names, state.language)))
    return "\n".join(filter(None, lines))


def _awards_text(account: Account, kind: str, state: State) -> str:
    """The awards that make the sum, and what the texts leave open."""
    lines = []
    for one in account.subsidy.policies:
        figure = award_figures(one)[BACK.index(kind)]
        if may_pay(one) and (figure.high is None or figure.high > 0):
            lines.append(f"{award_title(one, state)}　{figure_text(figure, state.language)}")
    return "\n".join(filter(None, (*lines, sentences(state, account.subsidy.reasons))))


def gain_text(account: Account, key: str, state: State) -> str:
    """How what the place gains was worked out, and how far it can be trusted."""
    uplift = account.uplift
    told = [method_text(gain_figures(account)[key], state)]
    if key == CITY:
        told.append(sentences(state, uplift.reasons))
        if uplift.exceeds_crew is not None:
            words = QCoreApplication.translate("MoneyPage", "比剧组自己花的还多的可能：{share}")
            told.append(words.format(share=f"{uplift.exceeds_crew:.0%}"))
    return "\n".join(filter(None, told))


def award_ceiling(result: PolicyResult) -> Range:
    """The most that an award can give, with its sources."""
    # "at most 300,000" is not "300,000"
    figure = up_to(result.ceiling, low=result.certain)
    return Range(
        figure.low, None, figure.high, "CNY", figure.basis, result.sources, "", figure.beyond
    )


def policy_text(result: PolicyResult, state: State) -> str:
    """Status, conditions, when paid, who issued it."""
    parts = [
        f"{coded(state, 'policy_status', result.status)} · {result.issuer}".rstrip(" ·"),
        status_line(result, state),
        conditions_text(result, state),
        in_language(result.in_kind, result.in_kind_zh, state.language),
        paid_text(result.paid, state),
    ]
    if result.own:
        parts.append(QCoreApplication.translate("MoneyPage", "这条是自己填的。"))
    return "\n".join(filter(None, parts))


def case_text(case: Comparable, state: State) -> str:
    """One comparable case: how it grew, how its market grew, how it was chosen."""
    told = QCoreApplication.translate(
        "MoneyPage", "{title}（{place}，{year}）：增长 {growth}，大盘 {market}，净 {relative}"
    ).format(
        title=in_language(case.title_en, case.title, state.language),
        place=in_language(case.place_en, case.place, state.language),
        year=case.year,
        growth=_signed(case.growth),
        market=_signed(case.market),
        relative=_signed(case.relative),
    )
    who = "；".join(source.publisher_in(state.language) for source in case.sources[:2])
    return "\n".join(filter(None, (told, sentences(state, case.reasons), who)))


def jobs_text(account: Account, state: State) -> str:
    """Jobs of the shoot, then visits by quarter after release."""
    lang, uplift, lines = state.language, account.uplift, []
    if uplift.takings is not None:
        for name, figure in (
            (QCoreApplication.translate("MoneyPage", "这次拍摄的用工"), uplift.takings.jobs),
            (
                QCoreApplication.translate("MoneyPage", "算上全国带动的（不都在当地）"),
                uplift.takings.jobs_nation,
            ),
            (QCoreApplication.translate("MoneyPage", "其中当地的"), uplift.takings.jobs_local),
        ):
            lines.append(f"{name}　{figure_text(figure, lang)}")
    for at, figure in enumerate(uplift.quarters, 1):
        name = QCoreApplication.translate("MoneyPage", "播出后第 {n} 季").format(n=at)
        lines.append(f"{name}　{figure_text(figure, lang)}")
    return "\n".join(lines)


def _signed(share: float) -> str:
    sign = "\N{MINUS SIGN}" if share < 0 else "+"
    return f"{sign}{abs(share):.0%}"
