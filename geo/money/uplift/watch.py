"""Months after a release judged: growth beside a control, and whether that is anything unusual.

Each month counts as the log of visitors of the place less that of the control, held against the
same month of earlier years, so that seasons and the market cancel (difference in differences). How
large such differences are without a drama is seen in the months before the release. Nothing is
claimed with fewer than twelve of those, however large the difference is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import NormalDist

from geo.model import Basis, Range, Reason, Scalar, unknown
from geo.model.hosting import Watch, WatchVerdict
from geo.money.uplift.model import UpliftModel
from geo.money.uplift.spots import ATTRACTION

YEAR = 12
"""Months in which both were counted before a release that a verdict asks for at least."""

Z80, Z90 = NormalDist().inv_cdf(0.9), NormalDist().inv_cdf(0.95)
"""Quantiles between which, with their negatives, 80 and 90 of 100 lie."""

LEAST_DF = 3.0
MOST_ALIKE = 0.8
"""Months in a row are not taken to be more alike than this."""

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
SPRING = (1, 2)
"""Months between which the spring festival moves."""


@dataclass(frozen=True, slots=True)
class _Series:
    """Differences of logs by month (counted from year 0), before and after the release."""

    before: Mapping[int, float]
    after: Mapping[int, float]
    zeros: int


def judge_months(watch: Watch, model: UpliftModel) -> WatchVerdict:
    """What the months of ``watch`` say.

    ``noise`` None, and no effect, with fewer than 12 months before the release in which both were
    counted, or none after it. A month in which either had nobody, or of which no earlier year is
    known, is left out and told.
    """
    if not MONTH.fullmatch(watch.released):
        nobody = unknown("share", low=None)
        return WatchVerdict(nobody, None, nobody, (Reason("watch_no_release"),))
    had = _series(watch)
    lacking = tuple(_lacking(had))
    baseline = _by_season(had.before)
    changes = {
        m: value - baseline[m % YEAR] for m, value in had.after.items() if m % YEAR in baseline
    }
    if lacking or not changes:
        unmatched = () if lacking else (Reason("watch_no_same_month", {"n": len(had.after)}),)
        nobody = unknown("share", low=None)
        return WatchVerdict(nobody, None, nobody, (*lacking, *unmatched, *_left_out(had, 0)))
    effect = sum(changes.values()) / len(changes)
    sd, freedom, years = _swing(had.before, len(changes))
    reach = _student(Z90, freedom) * sd
    noise = abs(effect) <= reach
    told = _range(effect, _student(Z80, freedom) * sd, "method.watch_effect")
    usual = _range(0.0, reach, "method.watch_usual")
    reasons = (
        *_grown(watch, changes),
        Reason("watch_over", {"n": len(changes), "before": len(had.before)}),
        *_press(effect, noise, model),
        *((Reason("watch_one_year"),) if years == 1 else ()),
        *_spring(changes),
        *_left_out(had, len(had.after) - len(changes)),
    )
    return WatchVerdict(told, noise, usual, reasons)


def _range(mid: float, reach: float, method: str) -> Range:
    ends = (math.expm1(mid - reach), math.expm1(mid), math.expm1(mid + reach))
    return Range(*ends, "share", Basis.ESTIMATED, (), method)


def _number(month: str) -> int:
    year, _, of_year = month.partition("-")
    return int(year) * YEAR + int(of_year) - 1


def _series(watch: Watch) -> _Series:
    released = _number(watch.released)
    before: dict[int, float] = {}
    after: dict[int, float] = {}
    zeros = 0
    for one in watch.months:
        if one.place is None or one.control is None or not MONTH.fullmatch(one.month):
            continue
        if one.place <= 0 or one.control <= 0:
            zeros += 1
        else:
            at = _number(one.month)
            part = before if at < released else after
            part[at] = math.log(one.place) - math.log(one.control)
    return _Series(before, after, zeros)


def _lacking(had: _Series) -> list[Reason]:
    found = []
    if len(had.before) < YEAR:
        found.append(
            Reason("watch_too_few", {"n": len(had.before), "lack": YEAR - len(had.before)})
        )
    if not had.after:
        found.append(Reason("watch_none_after"))
    return found


def _by_season(before: Mapping[int, float]) -> dict[int, float]:
    """The latest year known of each calendar month."""
    return {month % YEAR: before[month] for month in sorted(before)}


def _swing(before: Mapping[int, float], count: int) -> tuple[float, float, int]:
    """Deviation of a mean over ``count`` months without a drama, its degrees of freedom, years.

    With a year and more between months before the release, from their changes over a year about
    nought, so that a steady drift apart counts as usual; else from how they scatter.
    """
    months = sorted(before)
    yearly = [before[m] - before[m - YEAR] for m in months if m - YEAR in before]
    if len(yearly) >= YEAR:
        spread = math.sqrt(sum(x * x for x in yearly) / len(yearly))
        alike = _alike(yearly)
        windows = [sum(yearly[at : at + count]) / count for at in range(len(yearly) - count + 1)]
        seen = math.sqrt(sum(x * x for x in windows) / len(windows)) if windows else 0.0
        freedom = len(yearly) * (1 - alike) / (1 + alike)
        return max(_mean_sd(spread, alike, count), seen), freedom, 2
    values = [before[m] for m in months]
    mean = sum(values) / len(values)
    rest = [x - mean for x in values]
    spread = math.sqrt(2 * sum(x * x for x in rest) / (len(rest) - 1))
    alike = _alike(rest)
    freedom = (len(rest) - 1) * (1 - alike) / (1 + alike)
    return _mean_sd(spread, alike, count), freedom, 1


def _alike(values: Sequence[float]) -> float:
    """How alike months in a row are (autocorrelation of lag 1, less its bias), 0 to 0.8."""
    total = sum(x * x for x in values)
    if total == 0:
        return 0.0
    seen = sum(a * b for a, b in pairwise(values)) / total
    # of few values it is found too small
    return min(MOST_ALIKE, max(0.0, seen + (1 + 3 * seen) / len(values)))


def _mean_sd(sd: float, alike: float, count: int) -> float:
    """Deviation of a mean over ``count`` months in a row that are ``alike``."""
    pairs = sum((1 - lag / count) * alike**lag for lag in range(1, count))
    return sd * math.sqrt((1 + 2 * pairs) / count)


def _student(z: float, freedom: float) -> float:
    """Quantile of Student's t from the normal one (Cornish-Fisher), 1% off at 3 degrees."""
    nu = max(LEAST_DF, freedom)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / nu + second / nu**2 + third / nu**3


def _grown(watch: Watch, changes: Mapping[int, float]) -> list[Reason]:
    """How both grew over the same months of the year before, as a press release would say it."""
    counts = {_number(one.month): one for one in watch.months if MONTH.fullmatch(one.month)}
    sums = [0.0] * 4
    for month in changes:
        now, then = counts[month], counts.get(month - YEAR)
        if then is None:
            return []
        for at, told in enumerate((then.place, then.control, now.place, now.control)):
            if told is None:
                return []
            sums[at] += told
    if not (sums[0] and sums[1]):
        return []
    values: dict[str, Scalar] = {
        "place": sums[2] / sums[0] - 1,
        "control": sums[3] / sums[1] - 1,
        "name": watch.control,
        "n": len(changes),
    }
    return [Reason("watch_grown", values)]


def _press(effect: float, noise: bool, model: UpliftModel) -> list[Reason]:
    """What the check of press claims would make of the same growth."""
    visible, record = model.of("noise")["detectable"], model.of("u_max")[ATTRACTION]
    relative = math.expm1(effect)
    if relative > record:
        return [Reason("watch_beyond_record", {"record": record})]
    if not noise and abs(relative) <= visible:
        return [Reason("watch_press_unsure", {"visible": visible})]
    return [] if noise else [Reason("watch_other_causes")]


def _spring(changes: Mapping[int, float]) -> list[Reason]:
    """The spring festival is in January one year and in February the next."""
    seen = {month % YEAR + 1 for month in changes} & set(SPRING)
    return [Reason("watch_spring")] if len(seen) == 1 else []


def _left_out(had: _Series, unmatched: int) -> list[Reason]:
    found = []
    if unmatched:
        found.append(Reason("watch_unmatched", {"n": unmatched}))
    if had.zeros:
        found.append(Reason("watch_zeros", {"n": had.zeros}))
    return found
