"""What the months say, as sentences; and months as they are counted."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from geo.model.hosting import Watch, WatchVerdict

_MONTH = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?")
YEAR = 12
MINUS = "\N{MINUS SIGN}"


def read_month(text: str) -> str:
    """``2026-03`` out of 2026-3, 2026/03, 2026年3月; empty for nothing. Raises ValueError."""
    text = text.strip()
    if not text:
        return ""
    found = _MONTH.fullmatch(text)
    if found is None or not 1 <= int(found.group(2)) <= YEAR:
        raise ValueError(text)
    return f"{found.group(1)}-{int(found.group(2)):02d}"


def months_round(released: str, before: int = YEAR, after: int = YEAR) -> tuple[str, ...]:
    """The months from so many before a release to so many after it."""
    year, month = (int(part) for part in released.split("-"))
    first = year * YEAR + month - 1 - before
    every = range(first, first + before + after)
    return tuple(f"{one // YEAR}-{one % YEAR + 1:02d}" for one in every)


def before_release(watch: Watch) -> int:
    """Months before the release of which both figures are told."""
    return sum(
        one.month < watch.released and bool(one.place) and bool(one.control) for one in watch.months
    )


def signed(share: float) -> str:
    """A share with its sign: +8%, −2%, 0%."""
    told = f"{abs(share) * 100:.0f}%"
    if told == "0%":
        return told
    return f"{'+' if share > 0 else MINUS}{told}"


def verdict_words(watch: Watch, found: WatchVerdict) -> tuple[str, str]:
    """The verdict, and what differences were usual before."""
    middle = found.effect.mid
    if found.noise is None or middle is None:
        known = before_release(watch)
        title = QCoreApplication.translate("HostWords", "月份还不够，说不准")
        lack = QCoreApplication.translate(
            "HostWords", "播出前两边都有数的月份至少要 12 个，现在有 {n} 个；播出后也要有。"
        )
        return title, lack.format(n=known)
    low, high = found.effect.ends
    span = QCoreApplication.translate("HostWords", "{low} 到 {high}").format(
        low=signed(middle if low is None else low),
        high=signed(middle if high is None else high),
    )
    if found.noise:
        title = QCoreApplication.translate(
            "HostWords", "和对照差 {mid}（{span}），分不出是不是剧带来的"
        )
    elif middle > 0:
        title = QCoreApplication.translate("HostWords", "比对照多 {mid}（{span}），不像是碰巧")
    else:
        title = QCoreApplication.translate("HostWords", "比对照少 {mid}（{span}），不像是碰巧")
    mid = signed(middle) if found.noise else signed(middle).lstrip("+" + MINUS)
    usual_low, usual_high = found.usual.ends
    usual = ""
    if usual_low is not None and usual_high is not None:
        usual = QCoreApplication.translate(
            "HostWords", "播出前没有戏的时候，两边也常差 {low} 到 {high}。"
        ).format(low=signed(usual_low), high=signed(usual_high))
    return title.format(mid=mid, span=span), usual
