"""Sentences for codes: what the rooms say as code and numbers, told in Chinese or English.

``assets/phrases/*.yaml`` map each code to ``{zh: ..., en: ...}`` templates in ``str.format`` style.
Extra format specs: ``yuan`` (1.4 万 / 14,000), ``rmb`` (1.4 万元 / RMB 14,000), ``to {high}``
(an estimate from here to ``high``: 0.5–2.0 万元), ``count`` (1,230), ``pct`` (0.2 -> 20%,
0.001 -> <1%) and ``name`` (a code, or several with commas between, told as the names of what they
stand for).
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml
from geo.model import Reason, Scalar, Vocabulary

LANGUAGES = ("zh", "en")
FACT, SCENE_FIELD = "fact.", "scene_field."
"""Phrases that name the facts of a project and the fields of a scene, told by their own keys."""
WHOLE = ("line.", "role.", "tier.", "policy_type.")
"""Phrases that are names themselves: cost lines, crew, review tiers, types of award."""
Names: TypeAlias = Mapping[str, Mapping[str, str]]
WAN = 10_000


def yuan(amount: float, lang: str) -> str:
    """Money as the reader writes it: 万 from 10,000 up in Chinese, thousands commas in English."""
    sign = "\N{MINUS SIGN}" if amount < 0 else ""
    amount = abs(amount)
    if lang == "zh" and amount >= WAN:
        text = f"{amount / WAN:,.1f}".removesuffix(".0")
        return f"{sign}{text} 万"
    return f"{sign}{amount:,.0f}"


def rmb(amount: float, lang: str) -> str:
    """Money with its unit, for sentences: 1.4 万元, 9,000 元, RMB 14,000."""
    if lang == "en":
        return f"RMB {yuan(amount, lang)}"
    told = yuan(amount, lang)
    return f"{told}元" if told.endswith("万") else f"{told} 元"


def span(low: float, high: float, lang: str) -> str:
    """An estimate of money, both ends written alike: 0.5–2.0 万元, 450–900 元, RMB 4,520–20,400.

    Three figures, for nothing is known better.
    """
    wan = lang == "zh" and max(abs(low), abs(high)) >= WAN
    first, last = (f"{one / WAN:,.1f}" if wan else f"{_three(one):,.0f}" for one in (low, high))
    joint = "\N{EN DASH}" if low >= 0 else (" 到 " if lang == "zh" else " to ")
    told = first if first == last else f"{first}{joint}{last}"
    told = told.replace("-", "\N{MINUS SIGN}")
    return f"RMB {told}" if lang == "en" else f"{told} {'万元' if wan else '元'}"


def _three(amount: float) -> float:
    """To three figures; whole below 1,000."""
    step = 10.0 ** max(0, len(f"{abs(amount):.0f}") - 3)
    return round(amount / step) * step


def pct(share: float) -> str:
    """A share of 1 as people say it: what is not nought is never told as 0%, nor all but 100%."""
    told = f"{share * 100:.0f}%"
    if told == "0%" and share > 0:
        return "<1%"
    return ">99%" if told == "100%" and share < 1 else told


class _Formatter(string.Formatter):
    def __init__(self, lang: str, names: Names) -> None:
        self.lang = lang
        self.names = names

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 (str.format's own)
        if format_spec == "yuan":
            return yuan(float(value), self.lang)
        if format_spec == "rmb":
            return rmb(float(value), self.lang)
        if format_spec.startswith("to "):
            return span(float(value), float(format_spec[3:]), self.lang)
        if format_spec == "count":
            return f"{float(value):,.0f}"
        if format_spec == "pct":
            return pct(float(value))
        if format_spec == "name":
            told = [self.names.get(code, {}).get(self.lang, code) for code in str(value).split(",")]
            return ("、" if self.lang == "zh" else ", ").join(told)
        plain = str(super().format_field(value, format_spec))
        # a fall bears the minus sign, not a hyphen
        return plain.replace("-", "−") if format_spec.startswith("+") else plain


@dataclass(frozen=True, slots=True)
class Phrases:
    """All templates by code, then language; ``names`` tells types, crafts, flags and facts."""

    templates: Names
    names: Names = field(default_factory=dict)

    def naming(self, vocabulary: Vocabulary, levels: Names | None = None) -> Phrases:
        """Return these phrases with the names of ``vocabulary`` and of the grades of places."""
        names: dict[str, Mapping[str, str]] = dict(levels or {})
        for code, kind in vocabulary.scene_types.items():
            names[code] = {"zh": kind.zh, "en": kind.en}
        for code, term in vocabulary.culture.items():
            names[code] = {"zh": term.zh, "en": term.en}
        for code, flag in vocabulary.flags.items():
            names[code] = {"zh": flag.zh, "en": flag.en}
        for code, texts in self.templates.items():
            for prefix in (FACT, SCENE_FIELD):
                if code.startswith(prefix):
                    names[code.removeprefix(prefix)] = texts
            if code.startswith(WHOLE):
                names[code] = texts
        return Phrases(self.templates, names)

    def say(self, code: str, lang: str, values: Mapping[str, Scalar] | None = None) -> str:
        """Tell ``code`` in ``lang``; an unknown code is told as itself, never hidden."""
        template = self.templates.get(code, {}).get(lang)
        if template is None:
            return code
        return _Formatter(lang, self.names).vformat(template, (), dict(values or {}))

    def can_tell(self, reason: Reason) -> bool:
        """Whether a reason that came from elsewhere has a sentence, and the values it asks for."""
        try:
            return all(self.tell(reason, lang) != reason.code for lang in LANGUAGES)
        except (LookupError, ValueError, TypeError, AttributeError, OverflowError):
            return False

    def tell(self, reason: Reason, lang: str) -> str:
        """Tell a reason with its numbers."""
        return self.say(reason.code, lang, reason.values)


def load_levels(path: Path) -> Names:
    """Read the names of the grades of places by code. Raises FactsError."""
    try:
        return {row["code"]: {lang: row[lang] for lang in LANGUAGES} for row in read_yaml(path)}
    except (KeyError, TypeError, UnreadableError) as error:
        raise FactsError("phrase_broken", phrase=str(error), file=path.name) from error


def load_phrases(folder: Path) -> Phrases:
    """Read every phrase file in ``folder``.

    Raises FactsError when a code stands twice or lacks a language.
    """
    templates: dict[str, Mapping[str, str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            content = read_yaml(path) or {}
        except UnreadableError as error:
            raise FactsError("phrase_broken", phrase="", file=path.name) from error
        for code, texts in content.items():
            if code in templates or any(lang not in texts for lang in LANGUAGES):
                raise FactsError("phrase_broken", phrase=code, file=path.name)
            templates[code] = texts
    return Phrases(templates)
