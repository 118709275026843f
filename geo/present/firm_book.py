"""Sheets of the ranking's workbook: how firm it is, who is left out and why, what to find out."""

from __future__ import annotations

from geo.model import Defence, Ranking
from geo.present.firm_text import FirmWords
from geo.present.sheet import Book, Value

PERCENT = 100

FIRM_HEAD = (
    "head_rank", "head_name", "head_city", "head_first_known", "head_top3_known",
    "head_top10_known", "head_first_open", "head_top3_open", "head_top10_open",
    "head_rank_best", "head_rank_worst",
)  # fmt: skip
EXCLUDED_HEAD = ("head_name", "head_because")
ASK_HEAD = (
    "head_rank", "head_ask", "head_whom", "head_way", "head_gain", "head_gain_first", "head_lifts",
)  # fmt: skip


def write_firm(book: Book, ranking: Ranking, defence: Defence) -> None:
    """A row for each site in the order of the list: percents of weightings, ranks left open."""
    words = FirmWords(ranking, book.phrases, book.lang)
    sheet = book.open("sheet_firm", FIRM_HEAD)
    for rank, column in enumerate(ranking.site_order.index, 1):
        site = ranking.sites[column].site
        shares: list[Value] = [
            round(float(share[column]) * PERCENT, 1)
            for known in (defence.as_known, defence.robustness)
            for share in (known.first, known.top3, known.top10)
        ]
        ranks: list[Value] = (
            ["", ""] if defence.ranks is None else [int(one) for one in defence.ranks[:, column]]
        )
        city = site.city_en if book.lang == "en" else site.city_zh
        sheet.add([rank, words.site(int(column)), city, *shares, *ranks])
    sheet.fit()


def write_excluded(book: Book, ranking: Ranking) -> None:
    """Sites that a must-have or a rule keeps out, with the reasons."""
    sheet = book.open("sheet_excluded", EXCLUDED_HEAD)
    for one in ranking.excluded:
        name = one.name_en if book.lang == "en" and one.name_en else one.name
        sheet.add([name or one.site_id, book.told(one.because)])
    sheet.fit()


def write_calls(book: Book, defence: Defence) -> None:
    """The calls and visits worth making, the most telling first."""
    sheet = book.open("sheet_find_out", ASK_HEAD)
    for rank, one in enumerate(defence.find_out, 1):
        sheet.add(
            [
                rank,
                book.told([one.about]),
                book.told([one.whom]),
                book.say(f"find_out_way_{one.way}"),
                round(one.gain * PERCENT, 1),
                round(one.first * PERCENT, 1),
                "" if one.lifts is None else book.told([one.lifts]),
            ]
        )
    sheet.fit()
