"""Rankings, scenes, sites and policies as lines of text for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from geo.model import Defence, PolicyResult, Ranking, Script, Site, Tag
from geo.phrases import Phrases
from geo.present.figures import city_name, figure, site_name
from geo.present.firm_text import firm_lines


def _wide(text: str) -> int:
    """Columns that ``text`` takes on a terminal: Chinese takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lay ``rows`` out in columns, measured as a terminal shows them."""
    if not rows:
        return []
    widths = [max(_wide(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(
            cell + " " * (width - _wide(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def ranking_lines(
    ranking: Ranking, phrases: Phrases, lang: str, top: int, defence: Defence | None = None
) -> list[str]:
    """Tell cities, then the ``top`` sites, then how firm that is and what could change it."""

    def head(*codes: str) -> tuple[str, ...]:
        return tuple(phrases.say(code, lang) for code in codes)

    money = ("console_cost", "console_subsidy", "console_uplift")
    cities = [head("head_rank", "head_city", "console_scenes", *money)]
    for rank, index in enumerate(ranking.city_order.index, 1):
        city = ranking.cities[index]
        total = len(city.covered) + len(city.uncovered)
        cities.append(
            (
                str(rank),
                city_name(city, lang),
                f"{len(city.covered)}/{total}",
                figure(city.cost.priced, lang),
                figure(city.subsidy.amount, lang),
                figure(city.uplift.visits, lang),
            )
        )
    sites = [head("head_rank", "head_name", "head_city", "console_scenes", *money)]
    for rank, index in enumerate(ranking.site_order.index[:top], 1):
        offer = ranking.sites[index]
        sites.append(
            (
                str(rank),
                site_name(offer.site, lang),
                offer.site.city_en if lang == "en" else offer.site.city_zh,
                str(len(offer.matches)),
                figure(offer.cost.priced, lang),
                figure(offer.subsidy.amount, lang),
                figure(offer.uplift.visits, lang),
            )
        )
    lines = [*table(cities), "", *table(sites)]
    first = next((ranking.cities[index] for index in ranking.city_order.index), None)
    if first is not None and first.covered:
        lines += ["", phrases.say("console_why_city", lang, {"city": city_name(first, lang)})]
        lines += [f"  {phrases.tell(reason, lang)}" for reason in first.reasons]
    if ranking.site_order.index.size:
        best = ranking.sites[ranking.site_order.index[0]]
        lines += ["", phrases.say("console_why_site", lang, {"site": site_name(best.site, lang)})]
        reasons = [*best.reasons, *best.cost.reasons, *best.subsidy.reasons, *best.uplift.reasons]
        lines += [f"  {phrases.tell(reason, lang)}" for reason in reasons]
    hints = ranking.hints
    if defence is not None:
        lines += firm_lines(ranking, defence, phrases, lang)
        # who is left out has been told by name, each with why
        hints = tuple(hint for hint in hints if hint.code != "sites_excluded")
    return [*lines, "", *(phrases.tell(hint, lang) for hint in hints)]


def script_lines(script: Script, phrases: Phrases, lang: str) -> list[str]:
    """Tell the scenes of a script and what each needs, then what the reader is unsure of."""
    rows = []
    for scene in script.scenes:
        needs = ",".join(need.scene_type for need in scene.needs)
        crafts = ",".join(need.term for need in scene.culture)
        rows.append(
            (
                scene.label,
                scene.int_ext or "?",
                scene.time or "?",
                scene.place,
                phrases.say("names", lang, {"codes": needs}) if needs else "?",
                phrases.say("names", lang, {"codes": crafts}) if crafts else "",
            )
        )
    counts = {"scenes": len(script.played), "sets": len(script.sets)}
    lines = [phrases.say("console_script", lang, {"title": script.title, **counts}), *table(rows)]
    for warning in script.warnings:
        told = phrases.say(warning.code, lang, warning.values)
        lines.append(phrases.say("console_warning", lang, {"line": warning.line, "text": told}))
    return lines


def explained_lines(script: Script, phrases: Phrases, lang: str) -> list[str]:
    """Tell every line of a script: its number, what it was taken for, its scene, its text."""
    words = {tag: phrases.say(f"tag_{tag}", lang) for tag in Tag}
    digits = len(str(script.lines[-1].number)) if script.lines else 1
    tags = max(map(_wide, words.values()))
    scenes = max((_wide(line.scene) for line in script.lines), default=0)
    told = []
    for line in script.lines:
        tag = words[line.tag] + " " * (tags - _wide(words[line.tag]))
        told.append(f"{line.number:>{digits}}  {tag}  {line.scene:<{scenes}}  {line.text}".rstrip())
    return told


def site_lines(sites: Iterable[Site], phrases: Phrases, lang: str) -> list[str]:
    """Tell sites, a line each."""
    rows = [
        (
            site.id,
            site_name(site, lang),
            site.city_en if lang == "en" else site.city_zh,
            site.district_zh or "",
            phrases.say(f"kind_{site.kind}", lang),
            phrases.say(
                "names", lang, {"codes": ",".join(had.scene_type for had in site.scene_types)}
            )
            if site.scene_types
            else "",
        )
        for site in sites
    ]
    return [*table(rows), phrases.say("console_count", lang, {"count": len(rows)})]


def policy_lines(results: Iterable[PolicyResult], phrases: Phrases, lang: str) -> list[str]:
    """Tell policies as judged, with what each says of money."""
    lines: list[str] = []
    for result in results:
        kind = phrases.say(f"policy_type.{result.type}", lang)
        status = phrases.say(f"policy_status.{result.status}", lang)
        lines.append(f"{result.region}  {result.title}  {kind}  {status}")
        lines += [f"    {phrases.tell(reason, lang)}" for reason in result.reasons]
    return lines
