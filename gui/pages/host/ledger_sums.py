"""The ledger of a year in a few figures; what is not told is counted apart, never as 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.model.hosting import Enquiry, EnquiryStatus

CAME = (EnquiryStatus.LANDED, EnquiryStatus.RELEASED)


@dataclass(frozen=True, slots=True)
class Sums:
    """Crews that asked, came, were lost, or are still talked to; nights, CNY, days to answer.

    ``beds`` and ``spend`` sum those that are told, None where none is; ``no_beds`` and ``no_spend``
    count the crews that came and told none.
    """

    asked: int
    landed: int
    lost: int
    open: int
    beds: float | None
    no_beds: int
    spend: float | None
    no_spend: int
    days: float | None


def add_up(enquiries: Sequence[Enquiry], year: int) -> Sums:
    """Add up the lines received in ``year``; a line without a day counts for none."""
    lines = [one for one in enquiries if one.received is not None and one.received.year == year]
    came = [one for one in lines if one.status in CAME]
    lost = sum(one.status is EnquiryStatus.LOST for one in lines)
    beds = [one.bed_nights for one in came if one.bed_nights is not None]
    spend = [one.spend for one in came if one.spend is not None]
    days = [
        (one.answered - one.received).days
        for one in lines
        if one.answered is not None and one.received is not None
    ]
    return Sums(
        asked=len(lines),
        landed=len(came),
        lost=lost,
        open=len(lines) - len(came) - lost,
        beds=sum(beds) if beds else None,
        no_beds=len(came) - len(beds),
        spend=sum(spend) if spend else None,
        no_spend=len(came) - len(spend),
        days=sum(days) / len(days) if days else None,
    )
