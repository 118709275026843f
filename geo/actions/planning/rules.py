"""The rules of a plan: ``assets/rules/plan.yaml``, with what the user says in place of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from geo.errors import FactsError, PlanError
from geo.files import UnreadableError, read_yaml
from geo.model import PlanRule, Site
from geo.plan.ground import Rules

FILE = "plan.yaml"
DAY = 1_440
MOST = 1e9

# what a value of the user's may be; what is not named here may be 0 or more
_LIMITS: Mapping[str, tuple[float, float]] = {
    "day_minutes": (120, DAY),
    "call": (0, DAY - 1),
    "rest": (0, DAY),
    "late": (0, 2 * DAY),
    "inside_from": (0, 2 * DAY),
    "inside_to": (0, 2 * DAY),
    "quiet": (0, 2 * DAY),
    "least": (1, 240),
    "truck": (1, 5),
    "told_share": (0.1, 1),
    "least_fit": (0, 1),
    "rail_kmh": (10, 400),
    "setup": (0, 119),
    "change": (0, 119),
    "wrap": (0, 240),
    "load": (0, 240),
    "unload": (0, 240),
    "relight": (0, 240),
}


@dataclass(frozen=True, slots=True)
class PlanRules:
    """Values by name, and why each is so; kinds of places that want care.

    ``homes``: where people live beside; ``crowded``: full on holidays; ``narrow``: scene types of
    places of which somebody must say whether a truck gets in.
    """

    values: Mapping[str, float]
    why: Mapping[str, Mapping[str, str]]
    home_kinds: frozenset[str]
    home_types: frozenset[str]
    crowd_kinds: frozenset[str]
    crowd_levels: frozenset[str]
    narrow: frozenset[str]

    def __getitem__(self, name: str) -> float:
        return self.values[name]

    def with_own(self, own: Mapping[str, float]) -> PlanRules:
        """These rules with the user's own values; PlanError plan_rule_unknown, plan_rule_bad."""
        for name, value in own.items():
            if name not in self.values:
                raise PlanError("plan_rule_unknown", rule=name)
            low, high = _LIMITS.get(name, (0, MOST))
            if not (isfinite(value) and low <= value <= high):
                raise PlanError("plan_rule_bad", rule=name, low=low, high=high)
        values = {**self.values, **own}
        values["setup"] = max(values["setup"], values["change"])
        # after a whole day and the rest the next one can begin at its own clock
        values["rest"] = min(values["rest"], DAY - values["day_minutes"])
        made = (self.why, self.home_kinds, self.home_types, self.crowd_kinds, self.crowd_levels)
        return PlanRules(values, *made, self.narrow)

    def of_work(self) -> Rules:
        """The rules that clocks are worked out by."""
        return Rules(
            day=int(self["day_minutes"]),
            **{
                name: int(self[name])
                for name in (
                    "call",
                    "rest",
                    "setup",
                    "change",
                    "wrap",
                    "load",
                    "unload",
                    "relight",
                    "late",
                    "long_drive",
                    "quiet",
                    "least",
                    "inside_from",
                    "inside_to",
                )
            },
        )

    def has_homes(self, site: Site) -> bool:
        """Whether people live beside the site."""
        types = {had.scene_type for had in site.scene_types}
        return site.kind in self.home_kinds or bool(types & self.home_types)

    def is_crowded(self, site: Site) -> bool:
        """Whether holidays bring crowds to the site."""
        levels = {level.code for level in site.levels}
        return site.kind in self.crowd_kinds or bool(levels & self.crowd_levels)

    def is_narrow(self, site: Site) -> bool:
        """Whether somebody must say if a truck gets in."""
        return any(had.scene_type in self.narrow for had in site.scene_types)


def load_plan_rules(folder: Path) -> PlanRules:
    """Read ``plan.yaml`` in ``folder``. Raises FactsError("rules_broken")."""
    try:
        content = read_yaml(folder / FILE)
        rows: Mapping[str, Mapping[str, Any]] = content["rules"]
        values = {name: float(row["value"]) for name, row in rows.items()}
        why = {name: {"zh": row["why_zh"], "en": row["why_en"]} for name, row in rows.items()}
        homes, crowded = content["homes"], content["crowded"]
        rules = PlanRules(
            values,
            why,
            frozenset(homes["kinds"]),
            frozenset(homes["scene_types"]),
            frozenset(crowded["kinds"]),
            frozenset(crowded["levels"]),
            frozenset(content["narrow"]),
        )
        rules.of_work()
        return rules
    except (KeyError, TypeError, ValueError, AttributeError, UnreadableError) as error:
        raise FactsError("rules_broken", file=FILE, detail=str(error)) from error


def listed(rules: PlanRules) -> tuple[PlanRule, ...]:
    """The rules one by one, with what each may be set to."""
    return tuple(
        PlanRule(name, value, *_LIMITS.get(name, (0, MOST)), rules.why[name])
        for name, value in rules.values.items()
    )
