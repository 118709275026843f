"""The cover: whom it is for, what it says in a line, who hands it out."""

from __future__ import annotations

from collections.abc import Iterator

from geo.model.pitch import Audience
from geo.present.pitch.blocks import Block, Fact, Facts, Picture, Pictures, Said, Words
from geo.present.pitch.names import one_line
from geo.present.pitch.parts.fits import DIRECT, fit_of
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
    if tell.kinds:
        needs = tell.types(one.asked for one in pitch.scenes)
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
    if figures := tuple(_figures(words)):
        blocks.append(Facts(figures))
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


def _figures(words: PitchWords) -> Iterator[Fact]:
    """Two or three counts to read from afar: scenes taken, scenes that fit as they are, places."""
    pitch, end = words.pitch, words.first.what_is_asked

    def counted(code: str, unit: str, count: int) -> Fact:
        label = words.say(f"pitch_cover_{code}", total=len(pitch.scenes))
        return Fact(label, words.say(f"pitch_cover_n_{unit}", n=count))

    served = len(pitch.served)
    if served:
        whole = "_all" if served == len(pitch.scenes) else ""
        unit = f"scenes{end}"
        yield counted(f"served{whole}{end}", unit, served)
        direct = sum(fit_of(one) == DIRECT for one in pitch.served)
        if 0 < direct < served:
            yield counted("direct", unit, direct)
    if pitch.sites and (served or not pitch.scenes):
        yield counted("places", "places", len(pitch.sites))
    types = {one.scene_type for place in pitch.sites for one in place.site.scene_types}
    if types and not pitch.scenes:
        yield counted("types", "scenes_kinds", len(types))


def _addressee(tell: Tell) -> str:
    if named := one_line(tell.pitch.wishes.addressee):
        return tell.say("pitch_to", whom=named)
    return tell.say("pitch_to_crew", title=tell.title) if tell.title else ""


def _from(tell: Tell) -> str:
    return "\n".join(one for one in (tell.bureau, tell.day(tell.pitch.today)) if one)
