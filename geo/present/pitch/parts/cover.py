"""The cover: whom it is for, what it says in a line, who hands it out."""

from __future__ import annotations

from geo.model.pitch import Audience
from geo.present.pitch.blocks import Block, Picture, Pictures, Said, Words
from geo.present.pitch.names import one_line
from geo.present.pitch.words import PitchWords, Tell


def headline(words: PitchWords) -> Said:
    """The title of the whole pack: as wished, else by what was asked for."""
    wished = one_line(words.pitch.wishes.title)
    return Said(wished) if wished else words.said(_headline)


def _headline(tell: Tell) -> str:
    pitch = tell.pitch
    if tell.title:
        code = "pitch_headline_some" if pitch.served else "pitch_headline_none"
        if 2 * len(pitch.served) >= len(pitch.scenes) > 0:
            code = "pitch_headline"
        return tell.say(code, title=tell.title, area=tell.area)
    if pitch.wishes.needs:
        needs = tell.types(pitch.wishes.needs)
        return tell.say("pitch_headline_needs", area=tell.area, needs=needs)
    return tell.say("pitch_headline_place", area=tell.area)


def cover(words: PitchWords) -> tuple[Block, ...]:
    """Addressee, the best photo, the places, who and when."""
    pitch = words.pitch
    blocks: list[Block] = []
    if (told := words.said(_addressee)).main:
        blocks.append(Words(told, "lead"))
    if first := first_photo(words):
        blocks.append(Pictures((first,)))
    if pitch.sites:
        blocks.append(Words(words.said(lambda tell: tell.places())))
    blocks.append(Words(words.said(_from)))
    if pitch.wishes.audience is not Audience.PUBLIC:
        blocks.append(Words(words.say("pitch_internal"), "note"))
    return tuple(blocks)


def first_photo(words: PitchWords) -> Picture | None:
    """The first photo of the first place that has one."""
    for place in words.pitch.sites:
        if place.photos:
            site = place.site
            caption = words.site(site)
            return Picture(place.photos[0], caption, site.id)
    return None


def _addressee(tell: Tell) -> str:
    if named := one_line(tell.pitch.wishes.addressee):
        return tell.say("pitch_to", whom=named)
    return tell.say("pitch_to_crew", title=tell.title) if tell.title else ""


def _from(tell: Tell) -> str:
    return "\n".join(one for one in (tell.bureau, tell.day(tell.pitch.today)) if one)
