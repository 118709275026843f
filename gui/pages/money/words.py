"""Words of the money page: figures, names of lines, sentences of reasons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from geo.model import Account, Basis, PolicyResult, Range, Reason, Source
from gui.session import State
from gui.texts import present_number

CNY = "CNY"


def say(state: State, reason: Reason) -> str:
    """A reason as a sentence in the language of the interface."""
    return reason.code if state.phrases is None else state.phrases.tell(reason, state.language)


def sentences(state: State, reasons: Iterable[Reason]) -> str:
    """Reasons, one below the other."""
    return "\n".join(dict.fromkeys(say(state, one) for one in reasons))


def coded(state: State, prefix: str, code: str) -> str:
    """The phrase ``prefix.code``; a code that nobody has put into words is shown as itself."""
    told = say(state, Reason(f"{prefix}.{code}"))
    return code if told == f"{prefix}.{code}" else told


def line_name(state: State, code: str) -> str:
    """What a line of the cost is called; an own line brings its words."""
    for own in state.own_lines:
        if own.code == code:
            return own.en if state.language == "en" else own.zh
    return coded(state, "line", code)


def policy_title(result: PolicyResult, lang: str) -> str:
    """The title in the language of the interface."""
    return result.title_en or result.title if lang == "en" else result.title


def money_of(
    low: float | None, high: float | None = None, *, sources: Iterable[Source] = ()
) -> Range:
    """A sum, or the sums between two; None at the top: nobody knows."""
    top = low if high is None else high
    basis = Basis.UNKNOWN if low is None else Basis.PUBLISHED
    return Range(low, None, None if low is None else top, CNY, basis, tuple(sources))


def up_to(top: float | None, *, sources: Iterable[Source] = (), low: float = 0.0) -> Range:
    """From ``low`` to ``top``; None: nobody knows how much."""
    basis = Basis.UNKNOWN if top is None else Basis.PUBLISHED
    return Range(low, None, top, CNY, basis, tuple(sources))


def figure_text(figure: Range, lang: str) -> str:
    """A figure with its unit."""
    return present_number(figure, lang).full


def short(figure: Range, lang: str) -> str:
    """A figure as columns write it: always in 万, or in thousands."""
    return present_number(figure, lang, compact=True).text


def spoken(name: str, figure: Range, lang: str) -> str:
    """A name and its figure as one sentence for a screen reader."""
    return f"{name}{', ' if lang == 'en' else '，'}{present_number(figure, lang).spoken}"


def city_name(state: State, account: Account) -> str:
    """The city in the language of the interface."""
    return account.city_en or account.city if state.language == "en" else account.city


def place_name(state: State, account: Account) -> str:
    """The site, or the whole city."""
    site = state.site(account.site_id)
    if site is None:
        return city_name(state, account)
    return site.name_en or site.name_zh if state.language == "en" else site.name_zh


def join(parts: Iterable[str], lang: str) -> str:
    """Names in a row."""
    return (", " if lang == "en" else "、").join(parts)


def no_price() -> str:
    """What stands beside a line that nobody has priced."""
    return QCoreApplication.translate("MoneyPage", "没有价，未计入")
