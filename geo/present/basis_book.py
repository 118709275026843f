"""Sheets that tell by what the ranking was made: weights, method, must-haves, own values."""

from __future__ import annotations

from collections.abc import Sequence

from geo.model import Must, MustCode, Ranking
from geo.present.figures import UNKNOWN, city_name, site_name
from geo.present.firm_text import FirmWords
from geo.present.sheet import Book, Value

PERCENT = 100
BASIS_HEAD = ("head_basis_what", "head_basis_said", "head_basis_note")
OWN_HEAD = (
    "head_basis_what", "head_name", "head_own_low", "head_own_high", "head_own_who", "head_date",
)  # fmt: skip


def write_basis(book: Book, ranking: Ranking) -> None:
    """What the user asked for: whoever gets the workbook can make the ranking again."""
    words = FirmWords(ranking, book.phrases, book.lang)
    sheet = book.open("sheet_basis", BASIS_HEAD)
    method = ranking.wishes.method.value
    note = book.say(f"method_weakness_{method}")
    sheet.add([book.say("basis_method"), book.say(f"method_{method}"), note])
    for row in _weights(words, ranking):
        sheet.add(row)
    for must in ranking.wishes.musts:
        sheet.add([book.say("basis_must"), _must(words, must), ""])
    cities = "、" if book.lang == "zh" else ", "
    sheet.add(
        [
            book.say("basis_cities"),
            cities.join(city_name(one, book.lang) for one in ranking.cities),
            "",
        ]
    )
    sheet.add([book.say("basis_home"), ranking.home_city or UNKNOWN[book.lang], ""])
    agreed = [one.site for one in ranking.sites if one.site.id in ranking.wishes.agreed]
    for site in agreed:
        sheet.add([book.say("basis_agreed"), site_name(site, book.lang), ""])
    sheet.fit()


def _weights(words: FirmWords, ranking: Ranking) -> list[Sequence[Value]]:
    """Per criterion: its share of the weights in percent, and where its scale begins and ends."""
    board = ranking.site_board
    total = sum(ranking.weights.get(code, 0.0) for code in board.criteria) or 1.0
    rows: list[Sequence[Value]] = []
    for code in board.criteria:
        bound = board.bounds[code]
        ends = words.say("basis_ends", worst=f"{bound.worst:,g}", best=f"{bound.best:,g}")
        share = round(ranking.weights.get(code, 0.0) / total * PERCENT, 1)
        rows.append([words.say("basis_weight", criterion=words.criterion(code)), share, ends])
    return rows


def _must(words: FirmWords, must: Must) -> str:
    if must.code is MustCode.CITY:
        return words.say("basis_must_city", cities=", ".join(must.names))
    if must.code in (MustCode.NEAR, MustCode.PRICE):
        return words.say(f"basis_must_{must.code.value}", amount=must.amount)
    return words.say(f"basis_must_{must.code.value}")


def write_own(book: Book, ranking: Ranking) -> None:
    """What the user said of places by criteria of their own, and on whose word."""
    sites = {one.site.id: one.site for one in ranking.sites}
    sheet = book.open("sheet_own", OWN_HEAD)
    for criterion in ranking.wishes.own:
        for site_id, value in criterion.values.items():
            name = site_name(sites[site_id], book.lang) if site_id in sites else site_id
            told = criterion.name if not criterion.unit else f"{criterion.name} ({criterion.unit})"
            sheet.add([told, name, value.low, value.high, value.who, value.date])
    sheet.fit()
