"""Lines that crews pay and no table holds: unpriced until typed, then priced everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from geo.model import Basis, OwnLine, OwnRate, Reason, Scalar, Site, Source, VenueClass
from geo.money.cost.bills import Bill, Grounds, by_day, by_stay, priced, sum_of, unpriced
from geo.money.cost.draws import DRAWS, Draws, Fen, in_fen, per_day
from geo.money.cost.drivers import Drivers, Stay
from geo.money.cost.facts import CostFacts
from geo.money.cost.own_rates import ALL

DRESSING, PERMIT, TICKETS = "dressing", "permit", "park_tickets"
# why a line has no price: nobody publishes one and the user has not typed his
WAITING = ("own_unknown", "own_reference")
BY_SITE = (DRESSING, PERMIT, TICKETS)
_KEPT = ("heritage_national", "world_heritage")


def is_of_site(line: OwnLine) -> bool:
    """Whether the line hangs on a site; the others are paid once for all of them."""
    return line.per in ("site", "venue_day") or line.code in BY_SITE


def applies(line: OwnLine, site: Site, stand_ins: int) -> bool:
    """Whether a line of a site has a place there at all."""
    if line.code == DRESSING:
        return stand_ins > 0
    return line.code not in (PERMIT, TICKETS) or site.venue_class is VenueClass.OPEN


def open_key(line: OwnLine, site: Site, stand_ins: int) -> Scalar | None:
    """What makes the unpriced line of one site differ from that of another."""
    told = {DRESSING: stand_ins, PERMIT: _is_kept(site), TICKETS: site.ticket_cny}
    return told.get(line.code)


def open_site_bill(line: OwnLine, site: Site, stand_ins: int, costs: CostFacts) -> Bill:
    """A line of a site that nobody has priced, with the reason that holds there."""
    reasons: tuple[Reason, ...] = ()
    if line.code == DRESSING:
        reasons = (Reason("dressing_unpriced", {"n": stand_ins}),)
    elif line.code == PERMIT:
        reasons = (Reason("permit_heritage" if _is_kept(site) else "permit_unpriced"),)
    elif line.code == TICKETS and site.ticket_cny is not None:
        reasons = (Reason("tickets_published", {"amount": site.ticket_cny}),)
    return unpriced(line.code, reasons or _reference(line, costs))


def site_bill(line: OwnLine, rate: OwnRate, venue: Bill, shared: Drivers, stay: Stay) -> Bill:
    """A line of one site at the user's rate."""
    if line.per == "venue_day":
        return _rent_without_shooting(line, rate, venue, stay)
    return _told(line, rate, shared, stay.days, 1.0)


def open_bill(line: OwnLine, costs: CostFacts) -> Bill:
    """A line that nobody has priced, with what is published elsewhere to compare with."""
    sources = (costs.source(fact) for fact in line.facts)
    return unpriced(line.code, _reference(line, costs), sources)


def project_bill(line: OwnLine, rate: OwnRate, shared: Drivers, stay: Stay) -> Bill:
    """A line of the whole project; of what is paid once the stay bears its share."""
    return _told(line, rate, shared, stay.days, stay.share)


def percent_bill(line: OwnLine, rate: OwnRate, bills: Sequence[Bill], days: Fen) -> Bill:
    """A percentage of ``bills``, of which the line takes those it names."""
    parts = [bill for bill in bills if bill.code in line.of or (ALL in line.of and not bill.share)]
    told = [bill for bill in parts if bill.stay is not None]
    if not told:
        return unpriced(line.code, (Reason("own_percent_of_nothing", {"rate": rate.value}),))
    base = sum_of(bill.stay for bill in told)
    stay = np.rint(base * (rate.value / 100)).astype(np.int64)
    beyond = any(bill.open or bill.line.amount.beyond for bill in parts)
    reason = Reason("own_rate.percent", {"rate": rate.value, "lines": len(told)})
    bill = priced(line.code, per_day(stay, days), stay, _grounds(line, rate), (reason,), beyond)
    return replace(bill, share=True)


def _told(line: OwnLine, rate: OwnRate, shared: Drivers, days: Fen, share: Draws | float) -> Bill:
    reason = Reason(f"own_rate.{line.per}", {"rate": rate.value})
    grounds = _grounds(line, rate)
    value = np.full(DRAWS, rate.value)
    if line.per in ("project", "site"):
        return by_stay(line.code, value * share, days, grounds, (reason,))
    times: dict[str, Draws | float] = {"person_day": shared.people, "vehicle_day": shared.buses}
    return by_day(line.code, value * times.get(line.per, 1.0), days, grounds, (reason,))


def _rent_without_shooting(line: OwnLine, rate: OwnRate, venue: Bill, stay: Stay) -> Bill:
    reason = Reason("own_rate.venue_day", {"rate": rate.value})
    if venue.day is None:
        return unpriced(line.code, (reason, Reason("own_venue_unpriced")))
    total = in_fen(venue.day / 100 * rate.value)
    day = per_day(total, stay.days)
    return priced(line.code, day, total, _grounds(line, rate), (reason,))


def _grounds(line: OwnLine, rate: OwnRate) -> Grounds:
    source = Source(line.zh, rate.who, rate.date or None, supports=("own_rate",))
    return Grounds(Basis.QUOTED, (source,), "method.own_rate", True)


def _is_kept(site: Site) -> bool:
    return any(level.code in _KEPT for level in site.levels)


def _reference(line: OwnLine, costs: CostFacts) -> tuple[Reason, ...]:
    """What is published elsewhere, to compare with; never the price of this line."""
    found = []
    for fact_id in line.facts:
        fact = costs.facts[fact_id]
        values: dict[str, Scalar] = {"amount": fact.span.mid, "what": fact.item["zh"]}
        found.append(Reason("own_reference", {**values, "what_en": fact.item["en"]}))
    return tuple(found) or (Reason("own_unknown"),)
