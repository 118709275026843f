"""A shooting plan as a JSON document for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geo.model import (
    Alternative,
    CityMoney,
    PlanBlock,
    PlanDay,
    PlanMove,
    Scenario,
    Script,
    ShootPlan,
    Site,
    StripKind,
    Uncovered,
)
from geo.present.documents import (
    Document,
    line_document,
    policy_document,
    range_document,
    reason_documents,
)

_CENTS = 2


def plan_document(
    plan: ShootPlan,
    script: Script,
    sites: Mapping[str, Site],
    alternatives: Sequence[Alternative] = (),
) -> Document:
    """The plan; ``net_cost`` is what is left to pay after certain money, with its range.

    ``bound``: no plan under the same wishes counts less, proven; ``gap`` the share of what this one
    counts that is still open, ``open_search`` of it because the search was stopped. ``counted`` is
    the sum the plan was chosen by, ``missed`` what it counts for scenes left out, which is no
    money. Null is not known, never 0. What an alternative ``adds`` is counted the same way, what it
    leaves out included.
    """
    money = plan.money
    labels = {scene.id: scene.label for scene in script.scenes}
    return {
        "status": plan.status.value,
        "net_cost": None if money is None else range_document(money.net),
        "bound": _cents(plan.bound),
        "gap": None if plan.gap is None else round(plan.gap, 6),
        "open_search": None if plan.open_search is None else round(plan.open_search, 6),
        "seconds": round(plan.seconds, 2),
        "days": [_day(day, sites) for day in plan.days],
        "moves": [_move(day, move) for day in plan.days for move in day.moves],
        "company_moves": plan.moves,
        "uncovered": [one for each in plan.uncovered for one in _uncovered(each, labels)],
        "subsidy": [] if money is None else [_city(one) for one in money.cities],
        "alternatives": [_alternative(one) for one in alternatives],
        "binding": reason_documents(plan.binding),
        "conflict": reason_documents(plan.conflict),
        "breaches": reason_documents(plan.breaches),
        "notes": reason_documents(plan.notes),
        "compared": reason_documents(plan.compared),
        "saves": None if plan.saves is None else range_document(plan.saves),
        "saves_moves": plan.saves_moves,
        "fit": round(plan.fit, 4),
        "uplift": None if plan.uplift is None else range_document(plan.uplift),
        **_money(plan),
    }


def _cents(amount: float | None) -> float | None:
    return None if amount is None else round(amount, _CENTS)


def _money(plan: ShootPlan) -> Document:
    money = plan.money
    if money is None:
        return {"money": None}
    return {
        "money": {
            "gross": range_document(money.gross),
            "lines": [line_document(line) for line in money.lines],
            "certain": money.certain,
            "expected": money.expected,
            "ceiling": money.ceiling,
            "net_expected": range_document(money.net_expected),
            "counted": _cents(money.counted),
            "missed": _cents(money.missed),
            "unpriced": list(money.unpriced),
            "scenarios": [_scenario(one) for one in money.scenarios],
        }
    }


def _scenario(one: Scenario) -> Document:
    return {"code": one.code, "net": _cents(one.net), "saves": _cents(one.saves)}


def _day(day: PlanDay, sites: Mapping[str, Site]) -> Document:
    hotel = day.hotel
    return {
        "day": day.day + 1,
        "date": None if day.date is None else day.date.isoformat(),
        "city": day.city,
        "call": clock(day.call),
        "wrap": clock(day.wrap),
        "sunrise": clock(day.sun.rise),
        "sunset": clock(day.sun.sets),
        "sun_dated": day.sun.dated,
        "holiday": day.holiday or None,
        "blocks": [_block(block, sites) for block in day.blocks],
        "hotel": None
        if hotel is None
        else {"city": hotel.city, "district": hotel.district, "rooms": hotel.rooms},
        "cost": None if day.cost is None else range_document(day.cost),
        "reached": reason_documents(day.reached),
        "notes": reason_documents(day.notes),
        "breaches": reason_documents(day.breaches),
    }


def _block(block: PlanBlock, sites: Mapping[str, Site]) -> Document:
    site = sites.get(block.site_id)
    return {
        "site_id": block.site_id,
        "site": site.name_zh if site else block.site_id,
        "set": block.set_name,
        "set_id": block.set_id,
        "kind": block.kind.value,
        "scenes": list(block.scenes),
        "hours": round((block.end - block.start) / 60, 2),
        "shift": "night" if block.kind is StripKind.EXT_NIGHT else "day",
        "start": clock(block.start),
        "end": clock(block.end),
        "fit": round(block.fit, 4),
        "direct": block.direct,
        "part": block.part,
        "rain_cover": block.rain or None,
        "cast": list(block.cast),
    }


def clock(minutes: int) -> str:
    """A clock; work after midnight goes on past 24:00 as call sheets write it."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _move(day: PlanDay, move: PlanMove) -> Document:
    return {
        "day": day.day + 1,
        "kind": move.kind.value,
        "from": move.one or None,
        "to": move.two or None,
        "leave": clock(move.leave),
        "minutes": move.minutes,
        "drive_minutes": move.drive,
        "km": None if move.km is None else round(move.km, 1),
    }


def _uncovered(one: Uncovered, labels: Mapping[str, str]) -> Iterable[Document]:
    """One document for each scene, so that nobody has to look sets up."""
    for scene in one.scenes:
        yield {
            "scene": scene,
            "label": labels.get(scene, scene),
            "set_id": one.set_id,
            "because": reason_documents([one.because])[0],
            "remedies": reason_documents(one.remedies),
        }


def _city(one: CityMoney) -> Document:
    subsidy = one.subsidy
    return {
        "city": one.city,
        "days": one.days,
        "spend": range_document(one.spend),
        "certain": subsidy.certain,
        "expected": subsidy.expected,
        "ceiling": subsidy.ceiling,
        "effect": reason_documents(one.effect),
        "policies": [policy_document(each) for each in subsidy.policies if each.counts],
    }


def _alternative(one: Alternative) -> Document:
    return {
        "code": one.code,
        "city": one.city or None,
        "net_cost": range_document(one.net),
        "uplift": range_document(one.uplift),
        "company_moves": one.moves,
        "days": one.days,
        "sites": one.sites,
        "covered": one.covered,
        "adds": _cents(one.adds),
        "proven": one.proven,
        "assignment": dict(sorted(one.arrangement.sites.items())),
    }
