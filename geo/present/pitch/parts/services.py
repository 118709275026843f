"""What the bureau and the places do for a crew, and what is known of each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geo.model.pitch import PitchSite
from geo.present.pitch.blocks import Block, Fact, Facts, Look, Said, Words
from geo.present.pitch.words import PitchWords, Tell

# a grade that is none of the list
OTHER_LEVEL = "other"


def services(words: PitchWords) -> tuple[Block, ...]:
    """The services of the bureau, then one block for each place."""
    card = words.pitch.card
    blocks: list[Block] = []
    told = words.either(card.services, card.services_en)
    if told.main:
        blocks.append(Words(told))
    elif words.pitch.sites:
        blocks.append(Words(words.said(_open)))
    for place in words.pitch.sites:
        rows = list(_about(words, place))
        if rows:
            rows[-1] = replace(rows[-1], sources=words.cited(place.site.sources))
            blocks += (Facts(tuple(rows), _head(words, place)),)
    return tuple(blocks)


def _open(tell: Tell) -> str:
    whom = tell.bureau or tell.say("find_out_whom_bureau")
    return tell.say("pitch_services_open", confirm=tell.confirm(whom))


def _head(words: PitchWords, place: PitchSite) -> Said:
    site = place.site

    def told(tell: Tell) -> str:
        district = site.district_zh if tell.lang == "zh" else ""
        where = " ".join(one for one in (tell.city_of(site), district) if one)
        kind = tell.say(f"kind_{site.kind.value}")
        return tell.say("pitch_place_head", site=tell.site(site), kind=kind, where=where)

    return words.said(told)


def _about(words: PitchWords, place: PitchSite) -> Iterator[Fact]:
    site, file = place.site, place.file
    if file.services or file.services_en:
        told = words.either(file.services, file.services_en)
        yield Fact(words.say("pitch_service"), told)
    graded = [one for one in site.levels if one.code != OTHER_LEVEL]
    if graded:
        levels = ",".join(one.code for one in graded)
        sure = all(one.certainty == "sourced" for one in graded)
        note = words.say("pitch_level_unsure") if not sure else Said("")
        yield Fact(words.say("pitch_level"), words.say("names", codes=levels), note)
    if site.sets_count:
        yield Fact(words.say("pitch_sets"), words.say("about.sets", count=site.sets_count))
    if site.indoor_area_m2:
        area = words.say("about.indoor", area=site.indoor_area_m2)
        yield Fact(words.say("pitch_indoor"), area)
    opening = words.either(site.opening_note_zh or "", site.opening_note_en or "")
    if opening.main:
        yield Fact(words.say("pitch_opening"), opening)
    hosted = words.either(site.crews_hosted_zh or "", site.crews_hosted_en or "")
    if hosted.main:
        yield Fact(words.say("pitch_hosted"), hosted)
    elif site.known_productions:
        told = words.said(lambda tell: tell.listed(site.known_productions[:5]))
        yield Fact(words.say("pitch_hosted"), told)
    phone = " ".join(one for one in (file.contact, file.phone) if one)
    if phone:
        yield Fact(words.say("pitch_contact"), words.name(phone), look=Look.STRONG)
