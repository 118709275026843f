"""The rules of fit and score, read from ``assets/ranking.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from geo.errors import FactsError
from geo.files import read_yaml
from geo.model import CRITERIA, EXTRA_CRITERIA, Bound, DayPart, Exposure, IntExt, Weights

ERAS = ("ancient", "republican", "1950s-80s", "contemporary", "futuristic")

COMBINE: Mapping[str, np.ufunc] = {"product": np.multiply, "least": np.minimum}
"""How the parts of a fit come together."""


@dataclass(frozen=True, slots=True)
class PartRules:
    """The factors of hour, size, flags and distance, and how all parts come together."""

    combine: np.ufunc
    open_at: Mapping[DayPart, float]
    shut: float
    m2_per_person: float
    tight: float
    protected: tuple[str, ...]
    flags: Mapping[str, float]
    near_km: float
    far_km: float
    far: float


@dataclass(frozen=True, slots=True)
class Rules:
    """Weights, fixed bounds, the factors that make a fit, and how many sites a city prices."""

    weights: Weights
    presets: Mapping[str, Weights]
    site_bounds: Mapping[str, Bound]
    city_bounds: Mapping[str, Bound]
    least: float
    exposure: Mapping[IntExt, Mapping[IntExt, Mapping[Exposure, float]]]
    era: Mapping[str, Mapping[str, float]]
    culture_site: float
    culture_city: float
    culture_none: float
    parts: PartRules
    priced_per_city: int


def _weights(table: Mapping[str, float]) -> Weights:
    return {criterion: float(table[criterion.value]) for criterion in CRITERIA}


def _bounds(table: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Bound]:
    return {
        criterion: Bound(
            float(table[criterion.value]["worst"]),
            float(table[criterion.value]["best"]),
            bool(table[criterion.value].get("log", False)),
        )
        for criterion in (*CRITERIA, *EXTRA_CRITERIA)
    }


def _share(number: object) -> float:
    """A factor: it may lower a fit, never raise it."""
    share = float(number)  # type: ignore[arg-type]  # ValueError and TypeError name it
    if not 0 <= share <= 1:
        raise ValueError(number)
    return share


def _count(number: object) -> int:
    if not isinstance(number, int) or number < 1:
        raise ValueError(number)
    return number


def _parts(fit: Mapping[str, Any]) -> PartRules:
    near, far = float(fit["distance"]["near_km"]), float(fit["distance"]["far_km"])
    if far <= near:
        raise ValueError(far)
    return PartRules(
        combine=COMBINE[fit["combine"]],
        open_at={DayPart(time): float(at) for time, at in fit["time"]["open_at"].items()},
        shut=_share(fit["time"]["shut"]),
        m2_per_person=float(fit["size"]["m2_per_person"]),
        tight=_share(fit["size"]["tight"]),
        protected=tuple(fit["flags"]["protected"]),
        flags={code: _share(factor) for code, factor in fit["flags"]["factors"].items()},
        near_km=near,
        far_km=far,
        far=_share(fit["distance"]["far"]),
    )


def load_rules(path: Path) -> Rules:
    """Read the rules; FactsError when the file lacks a part."""
    try:
        content = read_yaml(path)
        fit = content["fit"]
        return Rules(
            weights=_weights(content["weights"]),
            presets={name: _weights(table) for name, table in content["presets"].items()},
            site_bounds=_bounds(content["bounds"]["site"]),
            city_bounds=_bounds(content["bounds"]["city"]),
            least=float(fit["least"]),
            exposure={
                kind: {
                    asked: {had: float(row[had.value]) for had in Exposure}
                    for asked in IntExt
                    for row in [fit["exposure"][kind.value][asked.value]]
                }
                for kind in IntExt
            },
            era={era: {had: float(fit["era"][era][had]) for had in ERAS} for era in ERAS},
            culture_site=float(fit["culture"]["site"]),
            culture_city=float(fit["culture"]["city"]),
            culture_none=float(fit["culture"]["none"]),
            parts=_parts(fit),
            priced_per_city=_count(content["limits"]["priced_per_city"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FactsError("rules_broken", file=path.name, detail=str(error)) from error
