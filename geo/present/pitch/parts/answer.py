"""The answer on one page: how many scenes, what it costs, what is open, whom to call."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from geo.model import Effect, Subsidy
from geo.model.pitch import PitchMoney, PitchPart, PitchSite
from geo.present.money_words import surely
from geo.present.pitch.blocks import NOTHING, Block, Fact, Facts, Look, Picture, Pictures, Words
from geo.present.pitch.parts.fits import fits
from geo.present.pitch.parts.money import gross_fact, look_of
from geo.present.pitch.parts.permits import gravest_lead, papers
from geo.present.pitch.parts.takers import most, takers
from geo.present.pitch.words import PitchWords, Tell

MOST_PICTURES = 3


def answer(words: PitchWords) -> tuple[Block, ...]:
    """The sentence that answers, photos, and the figures that a producer asks for first."""
    blocks: list[Block] = [Words(words.said(hero), "lead")]
    told = words.said(more)
    if told.main:
        blocks.append(Words(told))
    if shown := tuple(_photos(words)):
        blocks.append(Pictures(shown[:MOST_PICTURES]))
    blocks.append(Facts(tuple(answer_facts(words))))
    if table := takers(words):
        blocks.append(table)
        if (left := len(words.pitch.sites) - most(words)) > 0:
            blocks.append(Words(words.say("pitch_takers_more", n=left), "note"))
    return tuple(blocks)


# ---- the sentence


def hero(tell: Tell) -> str:
    """How many places take how many of the scenes."""
    pitch = tell.pitch
    count = len(pitch.sites)
    if not count:
        return tell.say("pitch_hero_no_place")
    asked, served = len(pitch.scenes), len(pitch.served)
    if not asked:
        return tell.say("pitch_hero_place", places=tell.places())
    if not served:
        return tell.say(f"pitch_hero_none{tell.what_is_asked}", total=asked)
    code = "pitch_hero_all" if served == asked else "pitch_hero"
    where = tell.say("pitch_hero_places", count=tell.number(count))
    if count == 1:
        where = tell.say("pitch_hero_one", site=tell.site(pitch.sites[0].site))
    return tell.say(f"{code}{tell.what_is_asked}", where=where, total=asked, served=served)


def more(tell: Tell) -> str:
    """Fit, ways and what is missing, each only where there is something to say."""
    pitch = tell.pitch
    told = []
    if pitch.served:
        told.append(tell.say("pitch_more_fit", parts=fits(tell, pitch.served)))
    told.append(_ways(tell))
    left = len(pitch.scenes) - len(pitch.served)
    if pitch.served and left:
        told.append(tell.say(f"pitch_more_left{tell.what_is_asked}", n=left))
    return tell.joined(told)


def _ways(tell: Tell) -> str:
    """The longest drive: between any two where every pair is told, else from the first place."""
    sites, legs = tell.pitch.sites, tell.pitch.legs
    pairs = len(sites) * (len(sites) - 1) // 2
    if len(legs) == pairs:
        minutes = [leg.minutes for leg in legs if leg.minutes is not None]
        if not minutes or len(minutes) < pairs:
            return ""
        return tell.say("pitch_more_ways", time=tell.driving(max(minutes)))
    times = [one.way.minutes for one in sites if one.way and one.way.minutes is not None]
    if not times or len(times) < len(sites) - 1:
        return ""
    first = tell.short(sites[0].site)
    return tell.say("pitch_more_ways_first", site=first, time=tell.driving(max(times)))


def _photos(words: PitchWords) -> Iterator[Picture]:
    for place in words.pitch.sites:
        if place.photos:
            caption = words.site(place.site)
            yield Picture(place.photos[0], caption, place.site.id)


# ---- the figures


def answer_facts(words: PitchWords, told: Collection[PitchPart] = ()) -> Iterator[Fact]:
    """What a producer asks for first, but for what the parts ``told`` tell."""
    for money in words.pitch.money if PitchPart.MONEY not in told else ():
        yield from money_facts(words, money)
    if words.pitch.sites:
        yield _venue(words)
        if PitchPart.PERMITS not in told:
            yield _permits(words)
    if PitchPart.CONTACTS not in told:
        yield _contact(words)


def money_facts(words: PitchWords, money: PitchMoney) -> Iterator[Fact]:
    """What is left to pay where it is known, and what comes back."""
    if money.net_certain.known:
        yield net_fact(words, money)
    yield support_fact(words, money)


def gross_of(words: PitchWords, money: PitchMoney) -> Fact:
    """What it costs before anything comes back, and in which city."""
    label = words.said(lambda tell: _of_city(tell, "pitch_gross", money))
    return replace(gross_fact(words, money), label=label)


def net_fact(words: PitchWords, money: PitchMoney) -> Fact:
    """What is left to pay once certain money is off, over how many days."""
    given = money.net_certain
    return Fact(
        words.said(lambda tell: _of_city(tell, "pitch_net", money)),
        words.said(lambda tell: tell.net(given)),
        words.said(lambda tell: tell.say("pitch_net_note", days=tell.days(money.cost.days))),
        look_of(given),
    )


def _of_city(tell: Tell, code: str, money: PitchMoney) -> str:
    told = tell.say(code)
    if len(tell.pitch.money) < 2:
        return told
    return tell.say("pitch_of", what=told, city=tell.either(money.city, money.city_en))


def support_fact(words: PitchWords, money: PitchMoney) -> Fact:
    """What comes back: certain, expected and at most, apart."""
    given = money.subsidy
    known = surely(given) is not None or given.expected is not None
    return Fact(
        words.said(lambda tell: _of_city(tell, "pitch_support", money)),
        words.said(lambda tell: told_support(tell, money)),
        words.say("pitch_support_late") if known else NOTHING,
        Look.PLAIN if known else Look.UNKNOWN,
        words.cited(source for one in given.policies if one.counts for source in one.sources),
    )


def told_support(tell: Tell, money: PitchMoney) -> str:
    """Certain, expected and ceiling money in one line; what nobody published says so."""
    given = money.subsidy
    certain = surely(given)
    if certain is None:
        return tell.confirm(tell.authority(money.city, money.city_en))
    told = [tell.say("pitch_certain", sum=tell.sum(certain))]
    if given.expected is not None and given.expected > certain:
        told.append(tell.say("pitch_expected", sum=tell.sum(given.expected)))
    if given.ceiling is None:
        told.append(tell.say("pitch_ceiling_unknown"))
    else:
        told.append(_ceiling(tell, given))
    return tell.say("pitch_semicolon").join(told)


def _ceiling(tell: Tell, given: Subsidy) -> str:
    """The ceiling; where texts are silent on stacking also what one award alone could give."""
    highest = given.highest.ceiling if given.highest is not None else given.ceiling
    if highest is None or highest == given.ceiling:
        return tell.say("pitch_ceiling", sum=tell.sum(given.ceiling))
    return tell.say("pitch_ceiling_two", sum=tell.sum(given.ceiling), one=tell.sum(highest))


def _venue(words: PitchWords) -> Fact:
    open_sites = [one for one in words.pitch.sites if not venue_known(one)]
    label = words.say("pitch_venue")
    if not open_sites:
        return Fact(label, words.say("pitch_venue_all"), words.say("pitch_venue_where"))
    whom = words.said(
        lambda tell: tell.confirm(
            tell.some([tell.keeper(one) for one in open_sites], "pitch_and_others")
        )
    )
    count, total = len(open_sites), len(words.pitch.sites)
    note = words.say("pitch_venue_open", n=count, total=total)
    if count == total:
        note = words.say("pitch_venue_none") if total > 1 else NOTHING
    return Fact(label, whom, note, Look.UNKNOWN)


def venue_known(place: PitchSite) -> bool:
    """Whether anybody has told or published, or a class of places lets one guess, its price."""
    lines = place.cost.lines if place.cost is not None else ()
    return any(line.code == "venue" and line.amount.known for line in lines)


def _permits(words: PitchWords) -> Fact:
    found = papers(words.pitch)
    label = words.say("pitch_permit")
    first = [one for one in found if one.finding.effect is not Effect.ASK]
    asks = len(found) - len(first)
    if not found:
        return Fact(label, words.say("pitch_permit_none"), words.say("pitch_permit_none_note"))
    code = "pitch_permit_first" if first else "pitch_permit_ask"
    value = words.say(code, n=len(first) or asks)
    lead = gravest_lead(found)
    note = NOTHING
    if lead is not None:
        note = words.said(lambda tell: tell.lead(lead[0], working=lead[1]))
    return Fact(label, value, note, Look.WARN if first else Look.PLAIN)


def _contact(words: PitchWords) -> Fact:
    card = words.pitch.card
    label = words.say("pitch_contact")
    parts = [one for one in (card.contact, card.phone) if one]
    if not parts:
        return Fact(label, words.say("pitch_contact_open"), look=Look.UNKNOWN)
    told = words.said(lambda tell: " ".join(one for one in (tell.bureau, *parts) if one))
    welcome = words.say("pitch_welcome") if card.phone and words.pitch.sites else NOTHING
    return Fact(label, told, welcome, Look.STRONG)
