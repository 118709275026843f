"""The ranking as a workbook that a line producer can go on calculating with."""

from __future__ import annotations

from pathlib import Path

from geo.model import Cost, Defence, Range, Ranking, Script, SiteOffer, Subsidy, Uplift
from geo.phrases import Phrases
from geo.present.basis_book import write_basis, write_own
from geo.present.figures import NO_CREDIT, NOT_SHOWN, UNKNOWN, city_name, site_name
from geo.present.firm_book import write_calls, write_excluded, write_firm
from geo.present.sheet import Book, Value


def _ends(given: Range, lang: str) -> list[Value]:
    """Low, mid, high in whole yuan or visits; an end nobody knows is the word, never a 0."""
    ends = (given.low, given.mid, given.high)
    if given.method == NOT_SHOWN:
        return [NO_CREDIT[lang]] * len(ends)
    return [UNKNOWN[lang] if end is None else _whole(end) for end in ends]


def _whole(amount: float) -> Value:
    """Round to whole ones, for nothing here is known better; a little is not nothing."""
    return "<1" if 0 < amount < 1 else round(amount)


class _Book(Book):
    """The sheets of one ranking."""

    def __init__(self, ranking: Ranking, script: Script, phrases: Phrases, lang: str) -> None:
        super().__init__(phrases, lang)
        self.ranking = ranking
        self.script = script

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
        out = {one.site_id for one in self.ranking.excluded}
        for offer in self.ranking.sites:
            for match in () if offer.site.id in out else offer.matches:
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


def write_workbook(
    ranking: Ranking,
    script: Script,
    phrases: Phrases,
    path: Path,
    lang: str,
    defence: Defence | None = None,
) -> Path:
    """Write the ranking as XLSX, with a ``defence`` of it also how firm it is.

    Raises ExportError when the file cannot be written.
    """
    book = _Book(ranking, script, phrases, lang)
    book.write_sites()
    if defence is not None:
        write_firm(book, ranking, defence)
        write_calls(book, defence)
    if ranking.excluded:
        write_excluded(book, ranking)
    write_basis(book, ranking)
    if any(one.values for one in ranking.wishes.own):
        write_own(book, ranking)
    book.write_cities()
    book.write_lines()
    book.write_policies()
    book.write_scenes()
    book.write_sources()
    return book.save(path)
