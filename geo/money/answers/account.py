"""What is left to pay: gross cost less what surely, likely and at most comes back."""

from __future__ import annotations

from geo.model import Basis, Cost, Range, Subsidy, unknown

CNY = "CNY"
METHOD = "method.net"


def nets(cost: Cost, subsidy: Subsidy) -> tuple[Range, Range, Range]:
    """Net cost (CNY) less certain, expected and ceiling money; unknown where either is unknown.

    A total without its venue keeps ``beyond``: the venue comes on top of every net.
    """
    return (
        net(cost.priced_total, subsidy.certain, subsidy),
        net(cost.priced_total, subsidy.expected, subsidy),
        net(cost.priced_total, subsidy.ceiling, subsidy),
    )


def net(gross: Range, back: float | None, subsidy: Subsidy) -> Range:
    """``gross`` less ``back`` end by end: the subsidy does not move with the price of the day."""
    if back is None or not gross.known:
        return unknown(CNY, low=None)

    def less(end: float | None) -> float | None:
        return None if end is None else round(end - back, 2)

    sources = dict.fromkeys((*gross.sources, *(subsidy.amount.sources if back else ())))
    return Range(
        less(gross.low),
        less(gross.mid),
        less(gross.high),
        CNY,
        Basis.ESTIMATED,
        tuple(sources),
        METHOD,
        gross.beyond,
    )
