"""How a figure is written: five styles, money and counts in Chinese and English."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.model import Basis, Range

WAN = 10_000
MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
_UNITS = {
    "CNY": ("元", "RMB"),
    "CNY/day": ("元/天", "RMB a day"),
    "CNY/hour": ("元/小时", "RMB an hour"),
    "CNY/person": ("元/人", "RMB a head"),
    "CNY/night": ("元/晚", "RMB a night"),
    "CNY/visit": ("元/人次", "RMB a visit"),
    "crews": ("部", "crews"),
    "visits/12mo": ("人次", "visits"),
    "visits": ("人次", "visits"),
    "people": ("人", "people"),
    "days": ("天", "days"),
    "day": ("天", "days"),
    "scenes": ("场", "scenes"),
    "episodes": ("集", "episodes"),
    "minutes": ("分钟", "minutes"),
    "plays": ("次", "plays"),
    "jobs": ("个全职工作", "full-time jobs"),
}
_BASIS = {
    Basis.PUBLISHED: ("公布", "Published"),
    Basis.QUOTED: ("口头报价", "Quoted"),
    Basis.MEASURED: ("实测", "Measured"),
    Basis.ESTIMATED: ("估算", "Estimated"),
    Basis.UNKNOWN: ("未知", "Not yet known"),
}
# nobody counts a third of a visitor
_HEADS = {"visits/12mo", "visits", "people"}
_BEYOND = ("，还要加上没问到的场地价", ", plus the venue that nobody has priced")
# a rule, no count: nobody can tell the place on screen, so nothing is credited to it
_NOT_SHOWN = "method.place_not_shown"
_NO_CREDIT = (
    ("认不出", "画面里认不出是这里，不算游客"),
    ("not shown", "not recognisable on screen"),
)
_UNBOUNDED = ("未知，从 0 起，上限未知", "Not yet known, from 0, no known limit")


class NumberStyle(StrEnum):
    """The five ways a number looks."""

    PUBLISHED = "published"
    QUOTED = "quoted"
    ESTIMATED = "estimated"
    UNKNOWN = "unknown"
    ZERO = "zero"


@dataclass(frozen=True, slots=True)
class NumberLook:
    """A figure ready to draw: ``text`` is short, ``full`` has the unit, ``spoken`` is for ears."""

    style: NumberStyle
    text: str
    full: str
    spoken: str

    @property
    def boxed(self) -> bool:
        """Whether a dashed box stands round it."""
        return self.style is NumberStyle.UNKNOWN

    @property
    def dotted(self) -> bool:
        """Whether a dotted line stands under it."""
        return self.style is NumberStyle.ESTIMATED

    @property
    def phone(self) -> bool:
        """Whether a telephone follows it."""
        return self.style is NumberStyle.QUOTED


def basis_word(basis: Basis, lang: str) -> str:
    """The word on the chip: 公布, 口头报价, 实测, 估算, 未知."""
    return _BASIS[basis][lang == "en"]


def unit_word(unit: str, lang: str) -> str:
    """``unit`` as the reader says it; an unknown code is shown as itself."""
    return _UNITS.get(unit, (unit, unit))[lang == "en"]


def known_ends(figure: Range) -> tuple[float | None, float | None]:
    """Lowest and highest known value, in order; a bare ``mid`` counts as both ends."""
    return figure.ends


def style_of(figure: Range) -> NumberStyle:
    """Which of the five styles ``figure`` takes."""
    ends = known_ends(figure)
    if figure.basis is Basis.UNKNOWN or ends == (None, None) or ends == (0, None):
        return NumberStyle.UNKNOWN
    if ends == (0, 0) and not figure.mid:
        return NumberStyle.ZERO
    return {
        Basis.ESTIMATED: NumberStyle.ESTIMATED,
        Basis.QUOTED: NumberStyle.QUOTED,
    }.get(figure.basis, NumberStyle.PUBLISHED)


def present_number(figure: Range, lang: str, *, compact: bool = False) -> NumberLook:
    """Write ``figure``. ``compact`` is for list cells: always 万 in Chinese, 14–26k in English.

    Unknown is never written as 0; an open top is written ≥ and 起, an open bottom ≤. Estimated
    counts keep three figures, for nothing here is known better.
    """
    if figure.method == _NOT_SHOWN:
        text, full = _NO_CREDIT[lang == "en"]
        return NumberLook(NumberStyle.PUBLISHED, text, full, full)
    style = style_of(figure)
    low, high = known_ends(figure)
    money = figure.unit.startswith("CNY")
    unit = unit_word(figure.unit, lang)
    if low is None and high is None:
        word = "未知" if lang == "zh" else "unknown"
        return NumberLook(style, word, word, basis_word(Basis.UNKNOWN, lang))
    if high is None and low == 0:
        text = f"0 {DASH} ?"
        full = f"{text} {unit}" if lang == "zh" else f"{unit.partition(' ')[0]} {text}"
        return NumberLook(style, text, full.strip(), _UNBOUNDED[lang == "en"])
    way = _way(figure, lang, compact=compact, money=money)
    text = _span(low, high, way, lang)
    if style is NumberStyle.ESTIMATED and low is not None and high is not None:
        text = f"≈ {text}"
    full = _with_unit(text, unit, lang, money=money, wan=way.wan)
    if lang == "zh" and (way.wan or (money and text != "0")):
        text = f"{text} {'万' if way.wan else '元'}{'起' if high is None else ''}"
    if figure.beyond:
        text, full = f"{text} + ?", f"{full}{_BEYOND[lang == 'en']}"
    return NumberLook(style, text, full, _spoken(full, figure, lang))


def money(amount: float | None, lang: str) -> str:
    """One amount of CNY with its unit: 1.4 万元, RMB 14,000; None is 未知."""
    return present_number(Range(amount, amount, amount, "CNY", Basis.PUBLISHED), lang).full


def count(amount: float, lang: str) -> str:
    """A count: 1,230; from 100,000 up 12.35 万 in Chinese."""
    figure = Range(amount, amount, amount, "", Basis.PUBLISHED)
    return present_number(figure, lang).text


@dataclass(frozen=True, slots=True)
class _Way:
    """How both ends of a range are written alike."""

    wan: bool
    thousands: bool
    whole: bool
    rounded: bool
    heads: bool
    exact: bool
    fine: bool = False


def _way(figure: Range, lang: str, *, compact: bool, money: bool) -> _Way:
    ends = [end for end in known_ends(figure) if end is not None]
    top = max(abs(end) for end in ends)
    small = not compact and top < (WAN if money else 10 * WAN)
    wan = lang == "zh" and not (small or (compact and not money and top < 10 * WAN)) and top > 0
    whole = all(math.isclose(end / WAN, round(end / WAN), abs_tol=1e-9) for end in ends)
    return _Way(
        wan=wan,
        thousands=compact and lang == "en" and top >= WAN,
        whole=wan and whole,
        rounded=figure.basis in (Basis.ESTIMATED, Basis.UNKNOWN),
        heads=figure.unit in _HEADS,
        exact=figure.basis is not Basis.ESTIMATED and ends.count(ends[0]) == 2,
        fine=wan and top < WAN,
    )


def _span(low: float | None, high: float | None, way: _Way, lang: str) -> str:
    """The figures without sign of estimate or unit; one of the ends is known."""
    if low is None or high is None:
        known = low if low is not None else high
        return f"{'≥' if high is None else '≤'} {_trim(_figure(known or 0.0, way))}"
    first, last = _figure(low, way), _figure(high, way)
    if first == last and low != high:
        way = replace(way, fine=True, whole=False)
        first, last = _figure(low, way), _figure(high, way)
    if first == last:
        return _trim(first)
    if low < 0:
        return f"{first} {'到' if lang == 'zh' else 'to'} {last}"
    if first.endswith("k") and last.endswith("k"):
        first = first[:-1]
    return f"{first}{DASH}{last}"


def _figure(value: float, way: _Way) -> str:
    sign = MINUS if value < 0 else ""
    value = abs(value)
    if value == 0:
        return "0"
    if way.wan:
        return sign + _decimal(value / WAN, way, small=0.05)
    if way.thousands:
        return f"{sign}{_decimal(value / 1000, replace(way, whole=not way.fine), small=1)}k"
    if way.heads and value < 100:
        return sign + (f"{value:.0f}" if value > 0.5 else "<1")
    if value < 1:
        return sign + (f"{value:.2g}" if value >= 0.01 else "<0.01")
    if value < 100 and not float(value).is_integer():
        return f"{sign}{value:.1f}"
    return f"{sign}{_three(value) if way.rounded and not way.fine else value:,.0f}"


def _trim(text: str) -> str:
    """A lone figure drops the noughts after its point, which a range keeps for evenness."""
    digits = text.removesuffix("k")
    if "." in digits and "<" not in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits + ("k" if text.endswith("k") else "")


def _decimal(value: float, way: _Way, *, small: float) -> str:
    """One decimal; none for whole figures and large ones, two for small, close or exact ones."""
    if value >= 100 or (way.whole and value >= small):
        return f"{value:,.0f}"
    # binary fractions lie a hair below the half that people round up
    text = f"{value + 1e-9:.{2 if way.fine or way.exact or value < small else 1}f}"
    if float(text) == 0:
        return "<0.01"
    return text.removesuffix(".0") if value >= 10 else text


def _three(value: float) -> float:
    """``value`` to three figures; whole below 1,000."""
    step = 10.0 ** max(0, math.floor(math.log10(value)) - 2)
    return round(value / step) * step


def _with_unit(text: str, unit: str, lang: str, *, money: bool, wan: bool) -> str:
    if lang == "zh":
        return f"{text} {'万' if wan else ''}{unit}".rstrip()
    if not money or not unit:
        return f"{text} {unit}".rstrip()
    currency, _, per = unit.partition(" ")
    for mark in ("≈ ", "≥ ", "≤ "):
        if text.startswith(mark):
            return f"{mark}{currency} {text.removeprefix(mark)} {per}".rstrip()
    return f"{currency} {text} {per}".rstrip()


def _spoken(full: str, figure: Range, lang: str) -> str:
    """A sentence for a screen reader: basis, then the figure without signs."""
    words = {"≈ ": "", DASH: " 到 ", "≥ ": "至少 ", "≤ ": "最多 "}
    if lang == "en":
        words = {"≈ ": "", DASH: " to ", "≥ ": "at least ", "≤ ": "at most "}
    for sign, word in words.items():
        full = full.replace(sign, word)
    return f"{basis_word(figure.basis, lang)}{', ' if lang == 'en' else '，'}{full}"
