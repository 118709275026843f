"""Papers before a shoot: what, from whom, how long ahead, for which scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from geo.model import Effect, Finding
from geo.model.pitch import Pitch, PitchMoney, PitchSite
from geo.present.pitch.blocks import NOTHING, Block, Cell, Fact, Facts, Look, Said, Table, Words
from geo.present.pitch.parts.citing import cited
from geo.present.pitch.words import PitchWords, Tell

GRAVEST = tuple(Effect)
WIDTHS = (0.2, 0.38, 0.18, 0.12, 0.12)
DOUBTS = frozenset({"permit_unsure", "permit_unchecked", "permit_undated"})
DAYS_A_WORKING_DAY = 1.4


@dataclass(slots=True)
class Paper:
    """One rule at one place, and the scenes it bears on."""

    place: PitchSite
    finding: Finding
    scenes: list[str] = field(default_factory=list)


def papers(pitch: Pitch) -> tuple[Paper, ...]:
    """Every rule at every place once, the gravest first."""
    found: dict[tuple[str, str, Effect], Paper] = {}
    for place in pitch.sites:
        for finding in place.findings:
            key = place.site.id, finding.rule_id, finding.effect
            found.setdefault(key, Paper(place, finding))
    places = {one.site.id: one for one in pitch.sites}
    for scene in pitch.served:
        for finding in scene.findings:
            key = scene.site_id or "", finding.rule_id, finding.effect
            if key[0] in places:
                paper = found.setdefault(key, Paper(places[key[0]], finding))
                paper.scenes.append(scene.scene_id)
    return tuple(sorted(found.values(), key=lambda one: GRAVEST.index(one.finding.effect)))


def gravest_lead(found: Sequence[Paper]) -> tuple[int, bool] | None:
    """The longest time ahead, and whether in working days; None where none is published."""
    told = [
        (one.finding.lead_days, one.finding.working)
        for one in found
        if one.finding.lead_days is not None and one.finding.effect is Effect.PERMIT
    ]
    # five working days take a week
    return max(told, key=lambda one: one[0] * (DAYS_A_WORKING_DAY if one[1] else 1), default=None)


def permits(words: PitchWords) -> tuple[Block, ...]:
    """The table of papers, how to apply at each place, and the review of the work."""
    if not words.pitch.sites:
        return ()
    found = papers(words.pitch)
    blocks: list[Block] = []
    if found:
        blocks.append(Words(words.say("pitch_permits_lead")))
        blocks.append(_table(words, found))
    else:
        blocks.append(Words(words.say("pitch_permits_none")))
    if ways := tuple(_ways(words)):
        blocks.append(Facts(ways, words.say("pitch_permit_ways")))
    if reviews := review_facts(words):
        blocks.append(Facts(reviews, words.say("pitch_review")))
    if found:
        blocks.append(Words(words.say("pitch_permits_note"), "note"))
    return tuple(blocks)


def _table(words: PitchWords, found: Sequence[Paper]) -> Table:
    heads = ("place", "paper", "office", "ahead", "for")
    return Table(
        "permits",
        tuple(words.say(f"pitch_head_{one}") for one in heads),
        tuple(_row(words, one) for one in found),
        WIDTHS,
    )


def _row(words: PitchWords, paper: Paper) -> tuple[Cell, ...]:
    finding, site = paper.finding, paper.place.site
    firm = finding.effect is not Effect.ASK
    lead: Cell = Cell()
    if finding.effect in (Effect.PERMIT, Effect.ASK):
        known = finding.lead_days is not None
        lead = Cell(
            words.said(lambda tell: tell.lead(finding.lead_days, working=finding.working)),
            float(finding.lead_days) if finding.lead_days is not None else None,
            look=Look.PLAIN if known else Look.UNKNOWN,
        )
    numbers = words.cited(finding.sources)
    return (
        Cell(words.site(site), mark=site.kind),
        Cell(
            words.said(lambda tell: cited(effect_told(tell, finding), numbers)),
            look=Look.WARN if firm else Look.PLAIN,
        ),
        Cell(words.said(lambda tell: _who(tell, finding))),
        lead,
        Cell(words.said(lambda tell: _scenes(tell, paper))),
    )


def _values(finding: Finding) -> dict[str, str]:
    return {key: str(value) for reason in finding.reasons for key, value in reason.values.items()}


def effect_told(tell: Tell, finding: Finding) -> str:
    """What a rule asks for, and what is not sure of it."""
    values = _values(finding)
    what = tell.either(values.get("what", ""), values.get("what_en", ""))
    if not what:
        return tell.joined(tell.reason(one) for one in finding.reasons)
    told = [tell.say(f"pitch_effect_{finding.effect.value}", what=what.rstrip("。."))]
    told += [tell.reason(one) for one in finding.reasons if one.code in DOUBTS]
    return tell.joined(told)


def _who(tell: Tell, finding: Finding) -> str:
    values = _values(finding)
    return tell.either(values.get("who", ""), values.get("who_en", ""))


def _scenes(tell: Tell, paper: Paper) -> str:
    return tell.labels(paper.scenes, most=6) if paper.scenes else tell.say("pitch_whole_place")


def _ways(words: PitchWords) -> Iterator[Fact]:
    """How to apply at each place, as the bureau keeps it."""
    for place in words.pitch.sites:
        file = place.file
        if not file.permit and file.permit_days is None:
            continue
        text = words.either(file.permit, file.permit_en)
        days = NOTHING
        if file.permit_days is not None:
            days = words.say("pitch_lead_working", days=file.permit_days)
        yield Fact(
            words.site(place.site),
            text if text.main else days,
            days if text.main else NOTHING,
        )


def review_facts(words: PitchWords) -> tuple[Fact, ...]:
    """The review that the work itself passes, for each city whose office is asked."""
    return tuple(_review(words, one) for one in words.pitch.money if one.review)


def _review(words: PitchWords, money: PitchMoney) -> Fact:
    review = money.review
    if review is None:
        return Fact(NOTHING, NOTHING)

    def tier(tell: Tell) -> str:
        told = (review.tier,) if review.tier else review.possible
        names = tell.say("pitch_or").join(tell.say(f"tier.{one}") for one in told)
        return names if review.tier else tell.say("pitch_review_open", tiers=names)

    def days(tell: Tell) -> str:
        if not review.lead_days.known:
            return tell.say("pitch_review_days_unknown")
        return tell.say("pitch_review_days", days=tell.range(review.lead_days))

    label: Said = words.said(lambda tell: tell.either(money.city, money.city_en))
    look = Look.PLAIN if review.tier else Look.UNKNOWN
    return Fact(label, words.said(tier), words.said(days), look, words.cited(review.sources))
