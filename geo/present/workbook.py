"""The ranking as a workbook that a line producer can go on calculating with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from geo.files import exported_file
from geo.model import Cost, Range, Ranking, Script, SiteOffer, Source, Subsidy, Uplift
from geo.phrases import Phrases
from geo.present.figures import UNKNOWN, cite, city_name, site_name

HEAD = PatternFill("solid", fgColor="EAE5DB")
WIDTHS = (6, 30, 10, 12)
WIDEST = 60

Value = str | float | int | None


def _put(cell: Cell, value: Value) -> None:
    """Write text as text: a name that starts with = is a name, not a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif value is not None:
        cell.number_format = "#,##0" if float(value).is_integer() else "0.00"


class _Sheet:
    """One sheet, filled row by row under a bold head that stays in sight."""

    def __init__(self, sheet: Worksheet, head: Sequence[str]) -> None:
        self.sheet = sheet
        self.row = 1
        self.add(head)
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            cell.fill = HEAD
        sheet.freeze_panes = "C2"

    def add(self, values: Iterable[Value]) -> None:
        for column, value in enumerate(values, 1):
            cell = self.sheet.cell(self.row, column)
            assert isinstance(cell, Cell)
            _put(cell, value)
        self.row += 1

    def fit(self) -> None:
        for number, column in enumerate(self.sheet.columns, 1):
            longest = max(len(str(cell.value or "")) for cell in column)
            least = WIDTHS[number - 1] if number <= len(WIDTHS) else 10
            width = min(max(least, longest * 1.4), WIDEST)
            self.sheet.column_dimensions[get_column_letter(number)].width = width


def _ends(given: Range, lang: str) -> list[Value]:
    """Low, mid, high in whole yuan or visits; an end nobody knows is the word, never a 0."""
    ends = (given.low, given.mid, given.high)
    return [UNKNOWN[lang] if end is None else _whole(end) for end in ends]


def _whole(amount: float) -> Value:
    """Round to whole ones, for nothing here is known better; a little is not nothing."""
    return "<1" if 0 < amount < 1 else round(amount)


class _Book:
    """The sheets of one ranking; sources are numbered as they are first used."""

    def __init__(self, ranking: Ranking, script: Script, phrases: Phrases, lang: str) -> None:
        self.ranking = ranking
        self.script = script
        self.phrases = phrases
        self.lang = lang
        self.book = Workbook()
        self.sources: dict[Source, int] = {}

    def say(self, code: str) -> str:
        return self.phrases.say(code, self.lang)

    def open(self, title: str, head: Iterable[str]) -> _Sheet:
        sheet = self.book.create_sheet(self.say(title))
        return _Sheet(sheet, [self.say(code) for code in head])

    def noted(self, sources: Iterable[Source]) -> str:
        numbers = [self.sources.setdefault(s, len(self.sources) + 1) for s in sources]
        return " ".join(f"[{number}]" for number in dict.fromkeys(numbers))

    def figures(self, cost: Cost, subsidy: Subsidy, uplift: Uplift) -> list[Value]:
        basis = self.say(f"basis_{cost.per_day.basis}")
        return [
            *_ends(cost.per_day, self.lang),
            basis,
            *_ends(subsidy.amount, self.lang),
            *_ends(uplift.visits, self.lang),
        ]

    def write_sites(self) -> None:
        sheet = self.open("sheet_sites", SITE_HEAD)
        order = self.ranking.site_order
        for rank, index in enumerate(order.index, 1):
            offer = self.ranking.sites[index]
            sheet.add(self.site_row(rank, offer, float(order.scores[index])))
        sheet.fit()

    def site_row(self, rank: int, offer: SiteOffer, score: float) -> list[Value]:
        site = offer.site
        direct = sum(match.direct for match in offer.matches)
        reasons = [*offer.reasons, *offer.cost.reasons, *offer.subsidy.reasons]
        return [
            rank,
            site_name(site, self.lang),
            site.city_en if self.lang == "en" else site.city_zh,
            site.district_zh or "",
            self.say(f"kind_{site.kind}"),
            direct,
            len(offer.matches) - direct,
            *self.figures(offer.cost, offer.subsidy, offer.uplift),
            round(score, 3),
            "\n".join(self.phrases.tell(reason, self.lang) for reason in reasons),
            self.noted(site.sources),
        ]

    def write_cities(self) -> None:
        sheet = self.open("sheet_cities", CITY_HEAD)
        order = self.ranking.city_order
        for rank, index in enumerate(order.index, 1):
            city = self.ranking.cities[index]
            sheet.add(
                [
                    rank,
                    city_name(city, self.lang),
                    len(city.covered),
                    " ".join(city.uncovered),
                    *self.figures(city.cost, city.subsidy, city.uplift),
                    round(float(order.scores[index]), 3),
                    "\n".join(self.phrases.tell(reason, self.lang) for reason in city.reasons),
                ]
            )
        sheet.fit()

    def write_lines(self, top: int = 50) -> None:
        sheet = self.open("sheet_lines", LINE_HEAD)
        for index in self.ranking.site_order.index[:top]:
            offer = self.ranking.sites[index]
            for line in offer.cost.lines:
                sheet.add(
                    [
                        site_name(offer.site, self.lang),
                        self.say(f"line.{line.code}"),
                        *_ends(line.amount, self.lang),
                        self.say(f"basis_{line.amount.basis}"),
                        "\n".join(self.phrases.tell(r, self.lang) for r in line.reasons),
                        self.noted(line.amount.sources),
                    ]
                )
        sheet.fit()

    def write_policies(self) -> None:
        sheet = self.open("sheet_policies", POLICY_HEAD)
        for city in self.ranking.cities:
            for policy in city.subsidy.policies:
                sheet.add(
                    [
                        city_name(city, self.lang),
                        policy.title,
                        self.say(f"policy_type.{policy.type}"),
                        self.say(f"policy_status.{policy.status}"),
                        policy.certain,
                        UNKNOWN[self.lang] if policy.expected is None else policy.expected,
                        UNKNOWN[self.lang] if policy.ceiling is None else policy.ceiling,
                        "\n".join(self.phrases.tell(r, self.lang) for r in policy.reasons),
                        self.noted(policy.sources),
                    ]
                )
        sheet.fit()

    def write_scenes(self) -> None:
        sheet = self.open("sheet_scenes", SCENE_HEAD)
        best: dict[str, tuple[float, str, bool]] = {}
        for offer in self.ranking.sites:
            for match in offer.matches:
                if match.fit > best.get(match.scene_id, (0.0, "", False))[0]:
                    best[match.scene_id] = match.fit, site_name(offer.site, self.lang), match.direct
        for scene in self.script.played:
            _, name, direct = best.get(scene.id, (0.0, UNKNOWN[self.lang], True))
            asked = ",".join(need.scene_type for need in scene.needs)
            sheet.add(
                [
                    scene.label,
                    scene.place,
                    scene.int_ext.value if scene.int_ext else "",
                    scene.time.value if scene.time else "",
                    self.phrases.say("names", self.lang, {"codes": asked}) if asked else "",
                    name,
                    "" if direct else self.say("stand_in"),
                ]
            )
        sheet.fit()

    def write_sources(self) -> None:
        sheet = self.open("sheet_sources", SOURCE_HEAD)
        for source, number in self.sources.items():
            sheet.add([number, cite(source)])
        sheet.fit()


SITE_HEAD = (
    "head_rank", "head_name", "head_city", "head_district", "head_kind", "head_direct",
    "head_stand_in", "head_cost_low", "head_cost_mid", "head_cost_high", "head_basis",
    "head_subsidy_low", "head_subsidy_mid", "head_subsidy_high", "head_uplift_low",
    "head_uplift_mid", "head_uplift_high", "head_score", "head_why", "head_sources",
)  # fmt: skip
CITY_HEAD = (
    "head_rank", "head_city", "head_covered", "head_uncovered", *SITE_HEAD[7:19],
)  # fmt: skip
LINE_HEAD = (
    "head_name", "head_line", "head_low", "head_mid", "head_high", "head_basis", "head_why",
    "head_sources",
)  # fmt: skip
POLICY_HEAD = (
    "head_city", "head_policy", "head_type", "head_status", "head_certain",
    "head_expected", "head_ceiling",
    "head_why", "head_sources",
)  # fmt: skip
SCENE_HEAD = (
    "head_scene", "head_place", "head_int_ext", "head_time", "head_needs", "head_best",
    "head_note",
)  # fmt: skip
SOURCE_HEAD = ("head_number", "head_source")


def write_workbook(
    ranking: Ranking, script: Script, phrases: Phrases, path: Path, lang: str
) -> Path:
    """Write the ranking as XLSX; ExportError when the file cannot be written."""
    book = _Book(ranking, script, phrases, lang)
    first = book.book.active
    book.write_sites()
    book.write_cities()
    book.write_lines()
    book.write_policies()
    book.write_scenes()
    book.write_sources()
    if first is not None:
        book.book.remove(first)
    with exported_file(path) as part:
        book.book.save(part)
    return path
