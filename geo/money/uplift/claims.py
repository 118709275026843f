"""A press claim judged: was it after the release, against which market, within noise or beyond.

Three yardsticks: growth of the market over the same period; the swing of places without a drama
(one county and one prefecture were measured; an attraction swings more, in the proportion of the
errors of the reference class); the most that unselected past cases reached.
"""

from __future__ import annotations

import math
from datetime import date

from geo.errors import FactsError
from geo.model import Basis, ClaimVerdict, PressClaim, Range, Reason, Scalar
from geo.money.uplift.cases import CaseBook, Market
from geo.money.uplift.model import Z90, UpliftModel
from geo.money.uplift.route_a import quantile, record_fit
from geo.money.uplift.spots import COUNTY, SCALES

NATION = "全国"
COVERED = 0.9
"""Share of a claim's days that a market figure must cover."""
WIDER = 4
"""From this many times the claim's days on, a market figure is told to be a wide one."""


def check_claim(
    claim: PressClaim, book: CaseBook, model: UpliftModel, province: str | None = None
) -> ClaimVerdict:
    """Judge ``claim``; ``province`` is where the place lies, None = not known.

    Raises FactsError: claim_scale, claim_dates_reversed, claim_growth, claim_market_growth.
    """
    _refuse_nonsense(claim)
    market = None if claim.market is not None else market_for(claim, book, province)
    control = claim.market if market is None else market.growth
    relative = None if control is None else (1 + claim.growth) / (1 + control) - 1
    swing = _swing(claim.scale, book, model)
    sd = model.of("noise")["placebo_sd"] * swing
    noise = Range(
        math.expm1(-Z90 * sd),
        0.0,
        math.expm1(Z90 * sd),
        "share",
        Basis.ESTIMATED,
        model.sources(["noise"]),
        "method.placebo_noise",
    )
    code = _code(claim, relative, _visible(swing, model), model.of("u_max")[claim.scale])
    reasons = [
        *_why(code, claim, relative, _visible(swing, model), model),
        *_against(claim, market),
        *_release(claim),
        *_typical(claim, relative, book, model),
        *_known(claim, book),
    ]
    sources = () if market is None else (market.source,)
    return ClaimVerdict(code, relative, control, noise, tuple(reasons), sources)


def market_for(claim: PressClaim, book: CaseBook, province: str | None) -> Market | None:
    """The market figure for the claim's days: of the province before the nation, nearest in length.

    None where no figure covers nine tenths of the days.
    """
    for region in (province, NATION):
        fits = [
            market
            for market in book.markets
            if market.region == region and _shared(claim, market) >= COVERED * _days(claim)
        ]
        if fits:
            return min(fits, key=lambda market: market.days)
    return None


def _refuse_nonsense(claim: PressClaim) -> None:
    if claim.scale not in SCALES:
        raise FactsError("claim_scale", scale=claim.scale)
    if claim.end < claim.start:
        raise FactsError("claim_dates_reversed", start=str(claim.start), end=str(claim.end))
    # -1 is the loss of every visitor
    if not (math.isfinite(claim.growth) and claim.growth > -1):
        raise FactsError("claim_growth", growth=claim.growth)
    if claim.market is not None and not (math.isfinite(claim.market) and claim.market > -1):
        raise FactsError("claim_market_growth", growth=claim.market)


def _days(claim: PressClaim) -> int:
    return (claim.end - claim.start).days + 1


def _shared(claim: PressClaim, market: Market) -> int:
    return max(0, (min(claim.end, market.end) - max(claim.start, market.start)).days + 1)


def _swing(scale: str, book: CaseBook, model: UpliftModel) -> float:
    """How much more a place of ``scale`` swings than a county; never less."""
    scales = record_fit(book, model).scales
    return max(1.0, scales[scale] / scales[COUNTY])


def _visible(swing: float, model: UpliftModel) -> float:
    """Relative growth from which one place and one period show anything but noise."""
    return math.expm1(math.log1p(model.of("noise")["detectable"]) * swing)


def _code(claim: PressClaim, relative: float | None, visible: float, record: float) -> str:
    if claim.release is not None and claim.end < claim.release:
        return "baseline"
    if relative is None:
        return "no_control"
    if relative > record:
        return "beyond_record"
    if relative > visible:
        return "above_noise"
    return "within_noise" if relative > 0 else "below_market"


def _why(
    code: str, claim: PressClaim, relative: float | None, visible: float, model: UpliftModel
) -> list[Reason]:
    values: dict[str, Scalar] = {"place": claim.place, "growth": claim.growth, "visible": visible}
    if claim.release is not None:
        values["weeks"] = round((claim.release - claim.end).days / 7)
    values["record"] = model.of("u_max")[claim.scale]
    if relative is not None:
        values["relative"] = relative
    reasons = [Reason(f"claim_{code}", values)]
    if relative is None:
        asked = {"place": claim.place, "start": str(claim.start), "end": str(claim.end)}
        reasons.append(Reason(f"claim_ask_control.{claim.scale}", asked))
    return reasons


def _against(claim: PressClaim, market: Market | None) -> list[Reason]:
    """Which market it was held against."""
    if market is None:
        given = claim.market
        return [] if given is None else [Reason("claim_market_told", {"market": given})]
    values: dict[str, Scalar] = {
        "region": market.region,
        "start": str(market.start),
        "end": str(market.end),
        "market": market.growth,
    }
    reasons = [Reason("claim_market", values)]
    if market.days >= WIDER * _days(claim):
        reasons.append(Reason("claim_market_wide", {"days": market.days, "asked": _days(claim)}))
    return reasons


def _release(claim: PressClaim) -> list[Reason]:
    """What part of the period lies after the release."""
    release: date | None = claim.release
    if release is None:
        return [Reason("claim_release_unset")]
    if claim.start < release <= claim.end:
        after = (claim.end - release).days + 1
        return [Reason("claim_partly_before", {"after": after, "days": _days(claim)})]
    return []


def _typical(
    claim: PressClaim, relative: float | None, book: CaseBook, model: UpliftModel
) -> list[Reason]:
    """Where unselected cases of that size lie, so that the claim can be seen beside them."""
    if relative is None:
        return []
    fitted = record_fit(book, model)
    low, mid, high = (math.expm1(quantile(fitted, claim.scale, x)) for x in (0.1, 0.5, 0.9))
    values = {"low": low, "mid": mid, "high": high}
    return [Reason(f"claim_record.{claim.scale}", values)]


def _known(claim: PressClaim, book: CaseBook) -> list[Reason]:
    """A number about the same place that was refused before."""
    return [
        Reason(
            f"claim_rejected_before.{case.why}",
            {"title": case.work, "title_en": case.work_en or case.work},
        )
        for case in book.rejected
        if case.place.split(",")[0] in claim.place
    ]
