"""Whom to call, what is still open, and what the bureau chose to add."""

from __future__ import annotations

from collections.abc import Iterator

from geo.model.pitch import PitchSite
from geo.present.pitch.blocks import NOTHING, Block, Fact, Facts, Look, Said, Words
from geo.present.pitch.names import one_line
from geo.present.pitch.parts.open_things import open_table
from geo.present.pitch.words import PitchWords, clean_lines


def contacts(words: PitchWords) -> tuple[Block, ...]:
    """The bureau, the places, the list of what is open; sources stand in the paper itself."""
    blocks: list[Block] = []
    if reached := tuple(people(words)):
        blocks.append(Facts(reached, words.say("pitch_contact")))
    else:
        blocks.append(Words(words.say("pitch_contact_open")))
    if added := tuple(_added(words)):
        blocks.append(Facts(added, words.say("pitch_added")))
    if words.pitch.to_confirm:
        blocks.append(open_table(words))
        blocks.append(Words(words.say("pitch_open_note"), "note"))
    blocks.extend(Words(words.reason(note), "note") for note in words.pitch.notes)
    return tuple(blocks)


def people(words: PitchWords) -> Iterator[Fact]:
    """The bureau, and the places that named somebody."""
    card = words.pitch.card
    reached = " ".join(one for one in (card.contact, card.phone) if one)
    address = words.said(lambda tell: one_line(tell.either(card.address, card.address_en)))
    if reached or (card.name and address.main):
        name = words.said(lambda tell: tell.bureau or tell.say("pitch_contact"))
        value = words.name(reached) if reached else address
        yield Fact(name, value, address if reached else NOTHING, Look.STRONG)
    for place in words.pitch.sites:
        reached = " ".join(one for one in (place.file.contact, place.file.phone) if one)
        if reached:
            yield Fact(
                words.site(place.site),
                words.name(reached),
            )


def _added(words: PitchWords) -> Iterator[Fact]:
    """What is private and was ticked: it is in the pitch only then."""
    for place in words.pitch.sites:
        for code, text in _private(words, place):
            yield Fact(_of_place(words, place, code), text)


def _of_place(words: PitchWords, place: PitchSite, code: str) -> Said:
    return words.said(
        lambda tell: tell.say("pitch_of_place", site=tell.site(place.site), what=tell.say(code))
    )


def _private(words: PitchWords, place: PitchSite) -> Iterator[tuple[str, Said]]:
    file = place.file
    owner = " ".join(one for one in (file.owner, file.owner_phone) if one)
    if owner:
        yield "pitch_owner", words.name(owner)
    if file.floor_price is not None:
        yield "pitch_floor", words.say("pitch_floor_value", amount=file.floor_price)
    if file.notes:
        yield "pitch_notes", words.said(lambda tell: clean_lines(file.notes))
