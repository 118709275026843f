"""What the explanation of a site or city says, as plain values made from an offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.model import (
    CityOffer,
    Cost,
    Excluded,
    Line,
    PolicyResult,
    Range,
    Reason,
    Site,
    SiteOffer,
    Source,
    Subsidy,
)
from gui.texts import Scale, nice_top
from gui.widgets.detail_sections import (
    Item,
    Say,
    Section,
    may_agree,
    permit_section,
    scene_section,
)

NO_LABELS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class DetailLine:
    """One line of the table: a figure, why it is so, and the numbers of its sources.

    ``group`` is cost, subsidy or uplift; ``colour`` names a palette token; ``triple`` is certain,
    expected and ceiling money, for the line of the subsidy alone.
    """

    group: str
    key: str
    label: str
    figure: Range
    scale: Scale
    colour: str
    why: str = ""
    notes: tuple[int, ...] = ()
    quotable: bool = False
    triple: tuple[float, float | None, float | None] | None = None


@dataclass(frozen=True, slots=True)
class Kin:
    """A place that belongs to the one explained: a set of a base, or the base of a set."""

    id: str
    name: str
    price: str = ""


@dataclass(frozen=True, slots=True)
class DetailView:
    """The whole explanation: sentences, lines, footnotes, photos, and sections that fold.

    ``ranked`` is False for a place that is only shown, not explained; ``is_site`` for what can be
    put right; ``sets`` are None where there can be none. ``money`` tells how the price came about.
    ``excluded``: why a place was left out of the list. ``agreed``: whether its manager has said
    yes, None where that would change nothing.
    """

    id: str
    name_zh: str
    name_en: str
    sentences: tuple[str, ...]
    lines: tuple[DetailLine, ...]
    sources: tuple[Source, ...]
    photos: tuple[str, ...] = ()
    ranked: bool = True
    is_site: bool = False
    sets: tuple[Kin, ...] | None = None
    base: Kin | None = None
    sections: tuple[Section, ...] = ()
    money: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    agreed: bool | None = None

    def name(self, lang: str) -> str:
        """The name in the reader's language."""
        return self.name_en if lang == "en" and self.name_en else self.name_zh


def detail_of_site(
    offer: SiteOffer,
    say: Say,
    *,
    labels: Mapping[str, str] = NO_LABELS,
    hints: Iterable[Reason] = (),
    about: Iterable[str] = (),
    photos: tuple[str, ...] = (),
    sets: tuple[Kin, ...] | None = None,
    base: Kin | None = None,
    excluded: Excluded | None = None,
    agreed: bool = False,
) -> DetailView:
    """Explain a site; ``say`` tells reasons, and the codes ``line.*`` and ``detail.*``.

    ``labels`` are the numbers of scenes by id. ``about`` is what the catalogue knows of the place,
    resting on the site's own sources. ``excluded``: it was left out, and why. ``agreed``: its
    manager has agreed to this shoot.
    """
    book = _Footnotes()
    lines = _lines(offer, say, book)
    cited = " ".join(f"[{number}]" for number in book.cite(offer.site.sources))
    known = Section(
        "about",
        f"{say(Reason('detail.about'))} {cited}",
        items=tuple(Item(one) for one in about if one),
    )
    because = excluded.because if excluded is not None else ()
    yes_counts = excluded.by_rule if excluded is not None else may_agree(offer)
    sections = (permit_section(offer, say, labels), scene_section(offer, say, labels), known)
    reasons = (reason for reason in offer.reasons if reason not in because)
    return DetailView(
        id=offer.site.id,
        name_zh=offer.site.name_zh,
        name_en=offer.site.name_en,
        sentences=_sentences((*reasons, *hints), say),
        lines=lines,
        sources=tuple(book.sources),
        photos=photos,
        is_site=True,
        sets=sets,
        base=base,
        sections=tuple(one for one in sections if one is not None and (one.items or one.gist)),
        money=_sentences(offer.cost.reasons, say),
        excluded=_sentences(because, say),
        agreed=agreed if agreed or yes_counts else None,
    )


def detail_of_place(
    site: Site,
    sentences: Iterable[str],
    *,
    sets: tuple[Kin, ...] | None = None,
    base: Kin | None = None,
) -> DetailView:
    """Show a place that is not ranked: what is known of it, and from where."""
    return DetailView(
        id=site.id,
        name_zh=site.name_zh,
        name_en=site.name_en,
        sentences=tuple(one for one in sentences if one),
        lines=(),
        sources=site.sources,
        photos=site.photos,
        ranked=False,
        is_site=True,
        sets=sets,
        base=base,
    )


def detail_of_city(
    offer: CityOffer, say: Say, *, name_en: str = "", hints: Iterable[Reason] = ()
) -> DetailView:
    """Explain a city."""
    book = _Footnotes()
    return DetailView(
        id=offer.city,
        name_zh=offer.city,
        name_en=name_en,
        sentences=_sentences((*offer.reasons, *hints), say),
        lines=_lines(offer, say, book),
        sources=tuple(book.sources),
        money=_sentences(offer.cost.reasons, say),
    )


class _Footnotes:
    """Numbers sources from 1 in the order met; the same source keeps its number."""

    def __init__(self) -> None:
        self.sources: list[Source] = []

    def cite(self, sources: Iterable[Source]) -> tuple[int, ...]:
        numbers = []
        for source in sources:
            key = (source.title, source.publisher, source.date)
            known = [(one.title, one.publisher, one.date) for one in self.sources]
            if key not in known:
                self.sources.append(source)
                known.append(key)
            numbers.append(known.index(key) + 1)
        return tuple(dict.fromkeys(numbers))


def _sentences(reasons: Iterable[Reason], say: Say) -> tuple[str, ...]:
    told = (say(reason).strip() for reason in reasons)
    return tuple(dict.fromkeys(sentence for sentence in told if sentence))


def _join(reasons: Sequence[Reason], say: Say) -> str:
    return " ".join(_sentences(reasons, say))


def _lines(offer: SiteOffer | CityOffer, say: Say, book: _Footnotes) -> tuple[DetailLine, ...]:
    return (
        *_cost_lines(offer.cost, say, book),
        *_subsidy_lines(offer.subsidy, say, book),
        *_uplift_lines(offer, say, book),
    )


# lines that wait for the user's own rate: a sentence tells how many, the money page lists them
_WAITING = ("own_unknown", "own_reference")


def _waits(line: Line) -> bool:
    return any(reason.code in _WAITING for reason in line.reasons)


def _cost_lines(cost: Cost, say: Say, book: _Footnotes) -> Iterable[DetailLine]:
    scale = Scale(0, nice_top([cost.priced, *(line.amount for line in cost.lines)], 1000, 1))
    sums = (Line("per_day", cost.priced), Line("total", cost.priced_total))
    for line in (*(line for line in cost.lines if not _waits(line)), *sums):
        whole = line.code == "total"
        book_of = "detail" if line in sums else "line"
        axis = Scale(0, nice_top([cost.priced_total], 1000, 1)) if whole else scale
        yield DetailLine(
            group="cost",
            key=line.code,
            label=say(Reason(f"{book_of}.{line.code}")),
            figure=line.amount,
            scale=axis,
            colour="cost",
            why=_join(line.reasons, say),
            notes=book.cite(line.amount.sources),
            quotable=line.code == "venue",
        )


def _subsidy_lines(subsidy: Subsidy, say: Say, book: _Footnotes) -> Iterable[DetailLine]:
    scale = Scale(0, nice_top([subsidy.amount], 10_000, 1))
    sources = tuple(source for policy in subsidy.policies for source in policy.sources)
    amount = subsidy.amount
    yield DetailLine(
        group="subsidy",
        key="subsidy",
        label=say(Reason("detail.subsidy")),
        figure=amount,
        scale=scale,
        colour="subsidy",
        triple=_triple(subsidy),
        why=_join((*subsidy.reasons, *_first_reasons(subsidy.policies)), say),
        notes=book.cite(amount.sources or sources),
    )


def _triple(subsidy: Subsidy) -> tuple[float, float | None, float | None]:
    certain = sum(policy.certain for policy in subsidy.policies)
    return certain, subsidy.amount.mid, subsidy.ceiling


def _first_reasons(policies: Iterable[PolicyResult]) -> tuple[Reason, ...]:
    return tuple(policy.reasons[0] for policy in policies if policy.reasons)


def _uplift_lines(offer: SiteOffer | CityOffer, say: Say, book: _Footnotes) -> Iterable[DetailLine]:
    """What stays in the place first: a crew surely spends; visitors only may come."""
    uplift = offer.uplift
    figures = (
        ("crew_spending", uplift.crew_spending, "cost", False),
        ("city_revenue", uplift.city_revenue, "uplift", True),
        ("visits", uplift.visits, "uplift", True),
    )
    why = _join(uplift.reasons, say)
    for key, figure, colour, log in figures:
        yield DetailLine(
            group="uplift",
            key=key,
            label=say(Reason(f"detail.{key}")),
            figure=figure,
            scale=Scale(0, nice_top([figure], 100, 1), log),
            colour=colour,
            why=why if key == "visits" else "",
            notes=book.cite(figure.sources),
        )
