"""Filming permission as dated rules: who must agree, what is barred, and what to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.model.figures import Reason, Source
from geo.model.policy_book import Refused
from geo.model.script import DayPart


class Effect(StrEnum):
    """What a rule does to a scene at a site; ``OUTDOORS`` bars the inside alone."""

    EXCLUDED = "excluded"
    OUTDOORS = "outdoors"
    PERMIT = "permit"
    ASK = "ask"

    @property
    def bars(self) -> bool:
        """Whether the scene cannot be shot there at all."""
        return self in (Effect.EXCLUDED, Effect.OUTDOORS)


@dataclass(frozen=True, slots=True)
class SitePick:
    """Sites that meet every field given; within a field one match is enough.

    ``regions`` are the first digits of adcodes; ``names`` are parts of Chinese names.
    """

    levels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PermitRule:
    """One rule: on which sites and scenes it bears, what it does, from when to when, says who.

    ``sites`` are alternatives, none means every site. A scene must carry one of ``flags`` and play
    at one of ``times`` where these are given; with ``inside`` it must play inside one of
    ``buildings`` (scene types as the site offers them; none means any). ``lead_days`` are working
    days when ``working``. ``checked`` is False while nobody has confirmed that the text is still
    in force; ``valid_to`` None means that no end is known. ``what`` and ``who`` are texts by
    language: what the rule says and who decides.
    """

    id: str
    effect: Effect
    what: tuple[str, str]
    who: tuple[str, str]
    sites: tuple[SitePick, ...] = ()
    flags: tuple[str, ...] = ()
    times: tuple[DayPart, ...] = ()
    inside: bool = False
    buildings: tuple[str, ...] = ()
    lead_days: int | None = None
    working: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    checked: bool = True
    confidence: str = "low"
    sources: tuple[Source, ...] = ()

    def in_force(self, today: date) -> bool:
        """Whether ``today`` lies within the dates known of the rule."""
        started = self.valid_from is None or self.valid_from <= today
        return started and (self.valid_to is None or today <= self.valid_to)


@dataclass(frozen=True, slots=True)
class PermitBook:
    """All rules in the order of their files, and the entries that could not be taken."""

    rules: tuple[PermitRule, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one scene at one site, as codes to tell.

    ``effect`` is ASK where the rule would say more but it is not known whether it bears.
    """

    rule_id: str
    effect: Effect
    reasons: tuple[Reason, ...]
    lead_days: int | None = None
    working: bool = False
    confidence: str = "low"
    sources: tuple[Source, ...] = ()
