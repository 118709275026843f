"""The pack as one long picture: what is read on a phone in a minute; the rest is in the PDF.

Nothing is said here that the pages do not say: the same sums with their doubt, the same words for
what is open. Cost lines, rules of support, reasons and sources stay with the PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from geo.model import Effect
from geo.model.pitch import PitchFormat, PitchPart, PitchScene, PitchSite
from geo.present.pitch.blocks import (
    NOTHING,
    Block,
    Cell,
    Drawing,
    Fact,
    Facts,
    Look,
    Page,
    Table,
    Words,
)
from geo.present.pitch.parts.answer import answer_facts, gross_of, hero, money_facts, more
from geo.present.pitch.parts.contacts import people
from geo.present.pitch.parts.cover import cover
from geo.present.pitch.parts.fits import DIRECT, NONE, fit_of
from geo.present.pitch.parts.permits import Paper, effect_told, papers, review_facts
from geo.present.pitch.parts.takers import takers_title, told_of
from geo.present.pitch.words import PitchWords, Tell

PLACES, LINES = "brief_places", "brief_scenes"
MOST_PLACES = 12
MOST_PAPERS = 4
# more scenes than that are told together where set, place and fit are the same
MOST_LINES = 72
MOST_LABELS = 3
LINE_WIDTHS = (0.1, 0.28, 0.46, 0.16)
KIND_WIDTHS = (0.34, 0.46, 0.2)
FULL_PACK = frozenset({PitchFormat.PDF, PitchFormat.PHONE})


def brief(
    words: PitchWords, pages: Sequence[Page], drawing: Drawing | None, sources: int
) -> tuple[Page, ...]:
    """The pages in brief, in their order; ``sources`` is how many the PDF lists."""
    parts = {page.part for page in pages}
    made = []
    for page in pages:
        blocks: tuple[Block, ...] = ()
        if page.part is PitchPart.MAP:
            blocks = (drawing,) if drawing is not None and drawing.marks else ()
        elif page.part in BRIEF:
            blocks = BRIEF[page.part](words, parts)
        if blocks:
            made.append(Page(page.part, page.title, blocks))
    if made:
        last = made[-1]
        made[-1] = replace(last, blocks=(*last.blocks, *_end(words, sources)))
    return tuple(made)


def _end(words: PitchWords, sources: int) -> Iterator[Words]:
    """How many things are open, where all of it stands, how to read it."""
    if count := len(words.pitch.to_confirm):
        yield Words(words.say("pitch_brief_open", n=count))
    code = "pitch_brief_pdf" if words.pitch.wishes.formats & FULL_PACK else "pitch_brief_ask"
    yield Words(words.say(code if sources else f"{code}_bare", n=sources))
    yield Words(words.say("pitch_brief_foot"), "note")


# ---- the parts


def _cover(words: PitchWords, _parts: set[PitchPart]) -> tuple[Block, ...]:
    return cover(words)


def _answer(words: PitchWords, parts: set[PitchPart]) -> tuple[Block, ...]:
    """The sentence that answers, the figures that no later part tells, and the places."""
    blocks: list[Block] = [Words(words.said(hero), "lead")]
    if (told := words.said(more)).main:
        blocks.append(Words(told))
    if rows := tuple(answer_facts(words, parts)):
        blocks.append(Facts(rows))
    return (*blocks, *_places(words))


def _scenes(words: PitchWords, parts: set[PitchPart]) -> tuple[Block, ...]:
    places = () if PitchPart.ANSWER in parts else _places(words)
    return (*places, *_lines(words)) if words.pitch.scenes else places


def _money(words: PitchWords, _parts: set[PitchPart]) -> tuple[Block, ...]:
    """Gross, support and net of each city: three lines."""
    blocks: list[Block] = []
    for one in words.pitch.money:
        if one.cost.priced_total.known:
            blocks.append(Facts((gross_of(words, one), *money_facts(words, one))))
        else:
            blocks += (Words(words.say("pitch_money_open")), Facts(tuple(money_facts(words, one))))
    return (*blocks, Words(words.say("pitch_money_warn"), "note")) if blocks else ()


def _contacts(words: PitchWords, _parts: set[PitchPart]) -> tuple[Block, ...]:
    rows = tuple(people(words))
    return (Facts(rows),) if rows else (Words(words.say("pitch_contact_open")),)


# ---- places


def _places(words: PitchWords) -> tuple[Block, ...]:
    """Each place with a small photo and what it takes; those that take nothing in one line."""
    taken = {one.site_id for one in words.pitch.served}
    sites = [one for one in words.pitch.sites if one.site.id in taken or not words.pitch.scenes]
    blocks: list[Block] = []
    if sites:
        blocks.append(_listed(words, sites[:MOST_PLACES]))
    if (left := len(sites) - MOST_PLACES) > 0:
        blocks.append(Words(words.say("pitch_brief_more", n=left), "note"))
    if idle := [one for one in words.pitch.sites if one not in sites]:
        blocks.append(Words(words.said(lambda tell: _idle(tell, idle)), "note"))
    return tuple(blocks)


def _idle(tell: Tell, places: Sequence[PitchSite]) -> str:
    names = tell.listed(tell.short(one.site) for one in places)
    return tell.say(f"pitch_brief_idle{tell.what_is_asked}", names=names)


def _listed(words: PitchWords, sites: Sequence[PitchSite]) -> Table:
    return Table(
        PLACES,
        (words.say("pitch_head_place"), words.say("pitch_head_takes")),
        tuple(_place(words, one) for one in sites),
        (0.4, 0.6),
        title=words.say(takers_title(words)),
    )


def _place(words: PitchWords, place: PitchSite) -> tuple[Cell, ...]:
    def takes(tell: Tell) -> str:
        columns: tuple[str, ...] = ("set_for", "which", "how")
        if not tell.pitch.scenes:
            columns = ("gives",)
        elif tell.kinds:
            columns = ("set_for", "how")
        return " · ".join(filter(None, (told_of(tell, one, place) for one in columns)))

    photo = place.photos[0] if place.photos else ""
    return (
        Cell(words.short(place.site), mark=place.site.kind, photo=photo),
        Cell(words.said(takes)),
    )


# ---- scenes


def _lines(words: PitchWords) -> tuple[Block, ...]:
    """A line for each scene; of very many, one for those that are alike."""
    groups = [[one] for one in words.pitch.scenes]
    if len(groups) > MOST_LINES:
        alike: dict[tuple[str, str, str], list[PitchScene]] = {}
        for one in words.pitch.scenes:
            alike.setdefault((one.set_name, one.site_id or "", fit_of(one)), []).append(one)
        groups = list(alike.values())
    heads = ("kind", "place", "fit") if words.first.kinds else ("scene", "set", "place", "fit")
    table = Table(
        LINES,
        tuple(words.say(f"pitch_head_{one}") for one in heads),
        tuple(_line(words, one) for one in groups[:MOST_LINES]),
        KIND_WIDTHS if words.first.kinds else LINE_WIDTHS,
    )
    left = len(groups) - MOST_LINES
    note = (Words(words.say("pitch_brief_lines", n=left), "note"),) if left > 0 else ()
    return (table, *note)


def _line(words: PitchWords, scenes: Sequence[PitchScene]) -> tuple[Cell, ...]:
    first = scenes[0]
    fit = fit_of(first)
    found = words.first.sites.get(first.site_id or "")
    look = {DIRECT: Look.STRONG, NONE: Look.QUIET}.get(fit, Look.PLAIN)
    end = (
        Cell(words.short(found.site), mark=found.site.kind) if found is not None else Cell(),
        Cell(words.say(f"pitch_fit_{fit}"), look=look),
    )
    if words.first.kinds:
        return (Cell(words.say("names", codes=first.asked)), *end)
    ids = [one.scene_id for one in scenes]
    label = words.said(lambda tell: tell.labels(ids, most=MOST_LABELS))
    return (Cell(label), Cell(words.name(first.set_name)), *end)


# ---- what to arrange first


def _permits(words: PitchWords, _parts: set[PitchPart]) -> tuple[Block, ...]:
    """The gravest papers with their time ahead, a rule once for all its places; the review."""
    found = papers(words.pitch)
    if not words.pitch.sites:
        return ()
    blocks: list[Block] = []
    rules: dict[tuple[str, Effect], list[Paper]] = {}
    for paper in found:
        rules.setdefault((paper.finding.rule_id, paper.finding.effect), []).append(paper)
    if not rules:
        blocks.append(Words(words.say("pitch_permits_none")))
    shown = [_rule(words, one) for one in list(rules.values())[:MOST_PAPERS]]
    if rows := (*shown, *review_facts(words)):
        blocks.append(Facts(rows))
    if (left := len(rules) - MOST_PAPERS) > 0:
        blocks.append(Words(words.say("pitch_brief_papers", n=left), "note"))
    return tuple(blocks)


def _rule(words: PitchWords, same: Sequence[Paper]) -> Fact:
    finding = same[0].finding

    def where(tell: Tell) -> str:
        return tell.some([tell.short(one.place.site) for one in same], "pitch_and_places")

    ahead = NOTHING
    if finding.effect in (Effect.PERMIT, Effect.ASK):
        days, working = finding.lead_days, finding.working
        ahead = words.said(lambda tell: tell.lead(days, working=working))
    firm = finding.effect is not Effect.ASK
    told = words.said(lambda tell: effect_told(tell, finding))
    return Fact(words.said(where), told, ahead, Look.WARN if firm else Look.PLAIN)


BRIEF: Mapping[PitchPart, Callable[[PitchWords, set[PitchPart]], tuple[Block, ...]]] = {
    PitchPart.COVER: _cover,
    PitchPart.ANSWER: _answer,
    PitchPart.SCENES: _scenes,
    PitchPart.MONEY: _money,
    PitchPart.PERMITS: _permits,
    PitchPart.CONTACTS: _contacts,
}
