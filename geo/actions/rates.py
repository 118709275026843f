"""What the user is used to pay (我的行价), and the roads he knows: kept for the next project."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

from geo.actions.workspace import Workspace, renew_money
from geo.errors import FactsError
from geo.files import write_whole
from geo.model import OwnLine, OwnRate, Refused
from geo.money import load_roads, most_rate, write_rates

OWN, RATES_FILE, ROADS_FILE = "own", "rates.yaml", "roads.csv"


def own_lines(ws: Workspace) -> tuple[OwnLine, ...]:
    """List what crews pay and no table holds, in the order of showing."""
    return ws.money.costs.own_lines


def own_rates(ws: Workspace) -> tuple[OwnRate, ...]:
    """List what the user typed, in the order of the lines."""
    rates = ws.money.costs.own_rates
    return tuple(rates[line.code] for line in own_lines(ws) if line.code in rates)


def refused_own(ws: Workspace) -> tuple[Refused, ...]:
    """Tell what could not be taken of the user's own rates and roads, with line and reason."""
    return ws.money.costs.refused


def set_rate(
    ws: Workspace, code: str, value: float | None, who: str = "", today: date | None = None
) -> None:
    """Keep what the user is used to pay for the line ``code``; None forgets it.

    Raises FactsError for a line that is not there (rate_unknown), a number that is no price
    (rate_out_of_range), or a folder that cannot be written (own_not_kept).
    """
    line = next((each for each in own_lines(ws) if each.code == code), None)
    if line is None:
        raise FactsError("rate_unknown", line=code)
    most = most_rate(line)
    if value is not None and not (math.isfinite(value) and 0 <= value <= most):
        raise FactsError("rate_out_of_range", line=line.zh, line_en=line.en, most=most)
    rates = {each.code: each for each in own_rates(ws)}
    if value is None:
        rates.pop(code, None)
    else:
        day = (today or date.today()).isoformat()
        rates[code] = OwnRate(code, float(value), " ".join(who.split()), day)
    path = ws.data / OWN / RATES_FILE
    try:
        if any(each.file == RATES_FILE for each in refused_own(ws)):
            # what could not be read is not lost: it stays beside the new file
            write_whole(path.with_suffix(".yaml.old"), path.read_bytes())
        write_rates(path, tuple(rates.values()))
    except OSError as error:
        raise FactsError("own_not_kept", file=path.name) from error
    renew_money(ws)


def road_count(ws: Workspace) -> int:
    """How many drives the user's own road file tells; 0 without one."""
    return len(ws.money.costs.roads)


def take_roads(ws: Workspace, path: Path | None) -> int:
    """Take a road file (CSV: from, to, km or minutes) in place of the estimate; None removes it.

    Returns how many drives it tells; rows that were not taken stand in ``refused_own``. Raises
    FactsError when the file tells no drive at all, or cannot be read or kept: what was there stays.
    """
    kept = ws.data / OWN / ROADS_FILE
    roads = None if path is None else load_roads(path)
    if roads is not None and not len(roads):
        first = roads.refused[0].line if roads.refused else None
        raise FactsError("roads_empty", file=roads.file, line=first or 1)
    try:
        if path is None:
            kept.unlink(missing_ok=True)
        else:
            write_whole(kept, path.read_bytes())
    except OSError as error:
        raise FactsError("own_not_kept", file=kept.name) from error
    renew_money(ws)
    return 0 if roads is None else len(roads)
