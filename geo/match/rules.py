"""The rules of fit and score, read from ``assets/ranking.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import FactsError
from geo.files import read_yaml
from geo.model import Bound, Criterion, Exposure, IntExt, Weights

ERAS = ("ancient", "republican", "1950s-80s", "contemporary", "futuristic")


@dataclass(frozen=True, slots=True)
class Rules:
    """Weights, fixed bounds and the factors that make a fit."""

    weights: Weights
    presets: Mapping[str, Weights]
    site_bounds: Mapping[Criterion, Bound]
    city_bounds: Mapping[Criterion, Bound]
    least: float
    exposure: Mapping[IntExt, Mapping[IntExt, Mapping[Exposure, float]]]
    era: Mapping[str, Mapping[str, float]]
    culture_site: float
    culture_city: float
    culture_none: float


def _weights(table: Mapping[str, float]) -> Weights:
    return {criterion: float(table[criterion.value]) for criterion in Criterion}


def _bounds(table: Mapping[str, Mapping[str, Any]]) -> Mapping[Criterion, Bound]:
    return {
        criterion: Bound(
            float(table[criterion.value]["worst"]),
            float(table[criterion.value]["best"]),
            bool(table[criterion.value].get("log", False)),
        )
        for criterion in Criterion
    }


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
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FactsError("rules_broken", file=path.name, detail=str(error)) from error
