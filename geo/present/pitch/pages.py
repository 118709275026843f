"""A pitch put in words: its pages, its sources, its short text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from geo.model import Vocabulary
from geo.model.pitch import Audience, Pitch, PitchFormat, PitchPart
from geo.phrases import Phrases
from geo.present.pitch.blocks import Block, Drawing, Page, PitchPaper, Said
from geo.present.pitch.chat import chat_text
from geo.present.pitch.names import file_stem
from geo.present.pitch.parts.answer import answer
from geo.present.pitch.parts.brief import brief
from geo.present.pitch.parts.compare import compare
from geo.present.pitch.parts.contacts import contacts
from geo.present.pitch.parts.cover import cover, headline
from geo.present.pitch.parts.light import light
from geo.present.pitch.parts.map_page import map_page
from geo.present.pitch.parts.money import money
from geo.present.pitch.parts.permits import permits
from geo.present.pitch.parts.scene_table import scene_table
from geo.present.pitch.parts.services import services
from geo.present.pitch.words import PitchWords

Part = Callable[[PitchWords], tuple[Block, ...]]
PARTS: Mapping[PitchPart, Part] = {
    PitchPart.COVER: cover,
    PitchPart.ANSWER: answer,
    PitchPart.SCENES: scene_table,
    PitchPart.MONEY: money,
    PitchPart.PERMITS: permits,
    PitchPart.SERVICES: services,
    PitchPart.LIGHT: light,
    PitchPart.COMPARE: compare,
    PitchPart.CONTACTS: contacts,
}


def pitch_paper(
    pitch: Pitch, vocabulary: Vocabulary, phrases: Phrases, drawing: Drawing | None
) -> PitchPaper:
    """The pack in the language that its wishes name, part after part; empty parts are left out."""
    words = PitchWords(pitch, vocabulary, phrases)
    title = headline(words)
    pages = []
    # a cover further in would be a page in the middle that looks like a beginning
    for part in sorted(dict.fromkeys(pitch.wishes.parts), key=lambda one: one != PitchPart.COVER):
        blocks = map_page(words, drawing) if part is PitchPart.MAP else PARTS[part](words)
        if blocks:
            pages.append(Page(part, _title(words, part, title), blocks))
    sources = words.sources
    asked = PitchFormat.LONG in pitch.wishes.formats
    return PitchPaper(
        title,
        words.say("pitch_subtitle"),
        words.said(lambda tell: tell.say("pitch_running", area=tell.region)),
        words.say("pitch_foot"),
        pitch.wishes.lang,
        pitch.wishes.audience or Audience.INTERNAL,
        pitch.today,
        tuple(pages),
        sources,
        chat_text(words),
        pitch.card.logo,
        file_stem(title.main),
        words.say("pitch_book_sources"),
        brief(words, pages, drawing, len(sources)) if asked else (),
    )


def _title(words: PitchWords, part: PitchPart, headline: Said) -> Said:
    if part is PitchPart.COVER:
        return headline
    if part is PitchPart.SCENES and not words.pitch.scenes:
        return words.say("pitch_title_places")
    if part is PitchPart.SCENES and words.first.kinds:
        return words.say("pitch_title_kinds")
    return words.say(f"pitch_title_{part.value}")
