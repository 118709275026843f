"""Words of a question: what is to be asked, what hangs on it, whom to ask."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import FactField, Question, Reason
from gui.pages.money.words import coded, figure_text, line_name, policy_title, say
from gui.session import State

FACT, LINE, POLICY = "fact", "line", "policy"
VENUE = "venue"
_ROLE = "role."


def field_of(state: State, key: str) -> FactField | None:
    """How the fact is asked for."""
    return next((one for one in state.fields if one.key == key), None)


def venue_of(question: Question) -> str | None:
    """The site whose price is asked for."""
    for reason in question.reasons:
        if (site_id := reason.values.get("id")) is not None:
            return str(site_id)
    return None


def question_text(state: State, question: Question) -> str:
    """What is to be asked, in words."""
    if question.kind == LINE:
        site = state.site(venue_of(question)) if question.key == VENUE else None
        if site is not None:
            name = site.name_en or site.name_zh if state.language == "en" else site.name_zh
            return QCoreApplication.translate("MoneyPage", "{site}一天多少钱？").format(site=name)
        line = line_name(state, question.key)
        return QCoreApplication.translate("MoneyPage", "{line}多少钱？").format(line=line)
    if question.kind == POLICY:
        results = state.account.subsidy.policies if state.account is not None else ()
        titles = {one.policy_id: policy_title(one, state.language) for one in results}
        title = titles.get(question.key, question.key)
        ask = QCoreApplication.translate("MoneyPage", "{policy}：给多少、怎么评？")
        return ask.format(policy=title)
    return QCoreApplication.translate("MoneyPage", "{fact}？").format(
        fact=fact_name(state, question.key).rstrip("？?")
    )


def fact_name(state: State, key: str) -> str:
    """What a fact of the project is called."""
    field = field_of(state, key)
    if field is not None:
        return field.en if state.language == "en" else field.zh
    return coded(state, "fact", key)


def effect_text(state: State, question: Question) -> str:
    """How much hangs on the answer."""
    effect = question.effect
    if not effect.known:
        return QCoreApplication.translate("MoneyPage", "影响多少说不准")
    told = figure_text(effect, state.language)
    return QCoreApplication.translate("MoneyPage", "影响 {sum}").format(sum=told)


def whom_text(state: State, question: Question) -> str:
    """Who would know: a role of the crew, or an office."""
    if question.whom.startswith(_ROLE):
        return say(state, Reason(question.whom))
    return question.whom or QCoreApplication.translate("MoneyPage", "当地广电或文旅局")
