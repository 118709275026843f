"""What crews pay and no table holds: the lines that ship, and what the user is used to pay."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from geo.errors import FactsError
from geo.files import UnreadableError, read_yaml, write_whole
from geo.model import OwnLine, OwnRate, Reason, Refused
from geo.money.records import Record, read_asset

OWN_LINES_FILE, RATES_FILE = "own_lines.yaml", "rates.yaml"
PER = ("project", "day", "person_day", "vehicle_day", "site", "venue_day", "percent")
# in ``of``: every line that is no percentage itself
ALL = "all"
MOST, MOST_PERCENT = 100_000_000.0, 100.0
# lines that the program prices itself, of which a percentage may be taken
PRICED = (
    "venue",
    "overtime",
    "lodging",
    "meals",
    "local_transport",
    "bus_overtime",
    "travel",
    "moves",
    "extras",
)


def load_own_lines(path: Path, facts: Collection[str]) -> tuple[OwnLine, ...]:
    """Read the lines in the order of showing. Raises FactsError with file, item and field.

    A percentage may be of other percentages only when they stand before it: no circles.
    """
    lines: dict[str, OwnLine] = {}
    for record in read_asset(path).children("lines", "code"):
        record.only(("code", "per", "zh", "en", "of", "facts"))
        line = OwnLine(
            record.text("code"),
            record.choice("per", PER),
            record.text("zh"),
            record.text("en"),
            record.texts("of"),
            record.texts("facts"),
        )
        if line.code in lines or line.code in (*PRICED, ALL):
            raise record.broken("code")
        if bool(line.of) != (line.per == "percent"):
            raise record.broken("of")
        if any(fact not in facts for fact in line.facts):
            raise record.broken("facts")
        if any(code not in (*PRICED, ALL, *lines) for code in line.of):
            raise record.broken("of")
        lines[line.code] = line
    return tuple(lines.values())


def most_rate(line: OwnLine) -> float:
    """The most that may be typed for a line: CNY, days of rent, or percent."""
    return MOST_PERCENT if line.per == "percent" else MOST


def load_rates(
    path: Path, lines: Collection[OwnLine]
) -> tuple[Mapping[str, OwnRate], tuple[Refused, ...]]:
    """Read what the user typed; whatever cannot be taken is told, the rest holds."""
    if not path.exists():
        return {}, ()
    known = {line.code: line for line in lines}
    try:
        raw = read_yaml(path)
        records = Record(raw, path.name, "").children("rates", "code")
    except (UnreadableError, FactsError):
        return {}, (Refused(path.name, None, "", Reason("rates_file_broken")),)
    rates: dict[str, OwnRate] = {}
    refused = []
    for record in records:
        try:
            rate = _rate(record, known)
        except FactsError as error:
            field = str(error.values["field"])
            reason = Reason("rate_refused", {"item": record.item, "field": field})
            refused.append(Refused(path.name, None, record.item, reason))
        else:
            rates[rate.code] = rate
    return rates, tuple(refused)


def _rate(record: Record, known: Mapping[str, OwnLine]) -> OwnRate:
    record.only(("code", "value", "who", "date"))
    line = known[record.choice("code", known)]
    return OwnRate(
        line.code,
        record.number("value", high=most_rate(line)),
        record.maybe_text("who") or "",
        record.maybe_text("date") or "",
    )


def write_rates(path: Path, rates: Collection[OwnRate]) -> None:
    """Put the rates at ``path`` in one piece. Raises OSError."""
    content = {
        "schema": 1,
        "rates": [
            {"code": each.code, "value": each.value, "who": each.who, "date": each.date}
            for each in rates
        ],
    }
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    write_whole(path, text.encode("utf-8"))
