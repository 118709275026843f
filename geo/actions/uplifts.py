"""Uplift: the model's parameters and the user's own, press claims, past cases alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from geo.actions.workspace import Workspace, locate, renew_money
from geo.errors import FactsError
from geo.model import (
    ClaimVerdict,
    Comparable,
    Division,
    Parameter,
    PressClaim,
    PressExample,
    ProjectFacts,
)
from geo.money import CaseBook, Spot, checked, keep_own, load_case_book, load_examples
from geo.money import check_claim as judge_claim
from geo.money import comparables as alike

OWN_FILE = Path("own") / "uplift.yaml"
_SHORTEST_NAME = 2


def case_book(ws: Workspace) -> CaseBook:
    """Past cases, refused numbers and market growth; read when first asked for, then kept."""
    return _case_book(ws.assets)


@lru_cache(maxsize=2)
def _case_book(assets: Path) -> CaseBook:
    return load_case_book(assets / "money")


def place_comparables(
    ws: Workspace,
    facts: ProjectFacts,
    city: str,
    site_id: str | None = None,
    n: int = 5,
    *,
    shows: bool = True,
) -> tuple[Comparable, ...]:
    """Past cases like ``city`` or one site of it, nearest first; () where there is none.

    Raises FactsError("city_unknown") or ("site_unknown").
    """
    if site_id is not None:
        found = next((site for site in ws.store.sites() if site.id == site_id), None)
        if found is None:
            raise FactsError("site_unknown", site=site_id)
        return alike(Spot.of_site(found, shows=shows), facts, case_book(ws), n)
    division = locate(city)
    if division is None:
        raise FactsError("city_unknown", city=city)
    place = Spot.of_city(city, division.adcode, shows=shows)
    return alike(place, facts, case_book(ws), n)


def uplift_parameters(ws: Workspace) -> tuple[Parameter, ...]:
    """Every parameter as it is used now, in the order of the model."""
    return tuple(ws.money.uplift.parameters.values())


def set_parameter(
    ws: Workspace,
    key: str,
    values: Mapping[str, float] | None,
    who: str = "",
    today: date | None = None,
) -> None:
    """Keep the user's ``values`` of parameter ``key``; those not named stay as they are now.

    ``values`` None takes the user's away: what ships stands again. Raises FactsError
    parameter_unknown, parameter_value_unknown, parameter_out_of_range, parameter_order, or
    parameters_not_kept where the file cannot be written.
    """
    now = ws.money.uplift.parameters.get(key)
    if now is None:
        raise FactsError("parameter_unknown", key=key)
    wanted = None if values is None else checked(key, {**now.values, **values})
    when = (today or date.today()).isoformat()
    try:
        keep_own(ws.data / OWN_FILE, key, wanted, who, when)
    except OSError as error:
        raise FactsError("parameters_not_kept", file=OWN_FILE.name) from error
    renew_money(ws)


def press_examples(ws: Workspace) -> tuple[PressExample, ...]:
    """Published claims to try the check with."""
    return load_examples(ws.assets / "money")


def check_claim(ws: Workspace, claim: PressClaim) -> ClaimVerdict:
    """Judge a press claim against market growth, noise and the record.

    Raises FactsError claim_scale, claim_dates_reversed, claim_growth or claim_market_growth.
    """
    return judge_claim(claim, case_book(ws), ws.money.uplift, province_of(ws, claim.place))


def province_of(ws: Workspace, place: str) -> str | None:
    """The province of a place as people write it (平潭综合实验区, 福建); None where unclear.

    Each part is tried whole, then shorter from its end: 大理州 is found as 大理.
    """
    for part in place.replace("，", ",").replace("、", ",").replace(" ", ",").split(","):
        for end in range(len(part), _SHORTEST_NAME - 1, -1):
            found: Division | None = locate(part[:end])
            if found is not None:
                province = ws.regions.get(f"{found.adcode[:2]}0000")
                return province.name if province else None
    return None
