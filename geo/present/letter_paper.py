"""The letter that asks an office to help with a shoot (协拍函): police, traffic, heritage.

It says what the ledger knows; whatever nobody has told is a line to write on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from docx.enum.text import WD_ALIGN_PARAGRAPH

from geo.model import Scalar, Site, in_language
from geo.model.hosting import Enquiry, LetterTo
from geo.model.pitch import BureauCard
from geo.phrases import Phrases
from geo.present.ledger_period import bare_title, days_told, said_day
from geo.present.office_paper import NUMBER, TITLE, TO, OfficePaper

ITEMS = 3
MOST_NAMED = 3
PLACES = (0.1, 0.34, 0.22, 0.34)
PROTECTED = "heritage_"
COUNTY_CITIES = ("市", "县", "旗")


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What a letter may say: the line, to whom, from whom, the places, and where the office is.

    ``city`` is the full name (苏州市), empty where the places are not in one; ``district`` is given
    where all lie in it.
    """

    enquiry: Enquiry
    to: LetterTo
    card: BureauCard
    sites: tuple[Site, ...]
    today: date
    city: str = ""
    district: str = ""


def write_office_letter(
    facts: LetterFacts, phrases: Phrases, path: Path, lang: str, template: Path | None = None
) -> Path:
    """Write the letter.

    Raises ExportError: ``pitch_template_broken`` (file), ``export_refused``, ``export_disk_full``.
    """
    told = _Told(facts, phrases, lang)
    paper = OfficePaper(template, lang, told.title)
    paper.mast(told.office)
    paper.red_line()
    paper.add(told.say("letter_number", year=facts.today.year), NUMBER)
    paper.add(told.title, TITLE)
    paper.add(told.addressee, TO)
    paper.add(told.opening())
    for number in range(1, ITEMS + 1):
        paper.head(told.say(f"letter_{facts.to.value}_{number}_head"))
        paper.add(told.item(number))
    if facts.sites:
        paper.head(told.say("letter_places"))
        paper.table(told.columns(), told.places(), PLACES)
    paper.add(told.say("letter_close")).paragraph_format.keep_with_next = True
    paper.add("")
    paper.add(told.say("letter_enclosed"))
    paper.sign(told.office, said_day(facts.today, lang))
    paper.add("")
    paper.add(told.contacts()).alignment = WD_ALIGN_PARAGRAPH.LEFT
    return paper.save(path)


class _Told:
    """The letter in words."""

    def __init__(self, facts: LetterFacts, phrases: Phrases, lang: str) -> None:
        self.facts = facts
        self.phrases = phrases
        self.lang = lang
        self.blank = phrases.say("office_blank", lang)
        card = facts.card
        self.office = in_language(card.name_en, card.name, lang) or self.blank
        self.crew = bare_title(facts.enquiry.title) or self.blank
        self.title = self.say("letter_title", title=self.crew)

    def say(self, code: str, **values: Scalar) -> str:
        """A phrase in the language of the letter."""
        return self.phrases.say(code, self.lang, values)

    @property
    def addressee(self) -> str:
        """The office of the city or of the district; a line where nobody knows which."""
        facts = self.facts
        to = facts.to.value
        if facts.district and self.lang == "zh":
            county = facts.district.endswith(COUNTY_CITIES)
            kind = "county" if county else "district"
            return self.say(f"letter_to_{to}_{kind}", area=facts.district)
        area = facts.city if self.lang == "zh" else self._city_en()
        return self.say(f"letter_to_{to}", area=area or self.blank)

    def _city_en(self) -> str:
        cities = {one.city_en for one in self.facts.sites}
        return next(iter(cities)) if len(cities) == 1 else self.facts.city

    def opening(self) -> str:
        """Who shoots where and when, and what is asked."""
        one = self.facts.enquiry
        company = self.say("letter_company", company=one.company) if one.company else ""
        people = self.say("letter_people", n=one.people) if one.people is not None else ""
        return self.say(
            "letter_opening",
            title=self.crew,
            company=company,
            days=days_told(one, self.lang) or self.blank,
            places=self._places(),
            people=people or self.say("letter_people_unknown"),
        )

    def _places(self) -> str:
        names = [in_language(one.name_en, one.name_zh, self.lang) for one in self.facts.sites]
        comma = "、" if self.lang == "zh" else ", "
        if not names:
            return self.blank
        if len(names) <= MOST_NAMED:
            return comma.join(names)
        return self.say("letter_places_more", places=comma.join(names[:MOST_NAMED]), n=len(names))

    def item(self, number: int) -> str:
        """One thing asked; of heritage the first names the protected places."""
        if self.facts.to is LetterTo.HERITAGE and number == 1:
            protected = self._protected()
            if protected:
                return self.say("letter_heritage_1", places=protected)
            return self.say("letter_heritage_1_unknown")
        return self.say(f"letter_{self.facts.to.value}_{number}")

    def _protected(self) -> str:
        """Places of a protected grade, with the grade."""
        told = []
        for one in self.facts.sites:
            grades = [level.code for level in one.levels if level.code.startswith(PROTECTED)]
            if grades:
                name = in_language(one.name_en, one.name_zh, self.lang)
                told.append(self.say("letter_graded", name=name, grade=grades[0]))
        return ("、" if self.lang == "zh" else ", ").join(told)

    def columns(self) -> list[str]:
        """The head of the table of places."""
        return [
            self.say("ledger_number"),
            self.say("letter_place"),
            self.say("letter_area"),
            self.say("letter_when"),
        ]

    def places(self) -> list[tuple[str, ...]]:
        """Each place; when it is its turn stands in the plan, which is enclosed."""
        rows: list[tuple[str, ...]] = []
        for number, one in enumerate(self.facts.sites, 1):
            name = in_language(one.name_en, one.name_zh, self.lang)
            where = one.city_en if self.lang == "en" else one.city_zh + (one.district_zh or "")
            rows.append((str(number), name, where, ""))
        return rows

    def contacts(self) -> str:
        """Whom to call at the office and at the crew."""
        card, one = self.facts.card, self.facts.enquiry
        return self.say(
            "letter_contacts",
            ours=" ".join(part for part in (card.contact, card.phone) if part) or self.blank,
            theirs=" ".join(part for part in (one.contact, one.phone) if part) or self.blank,
        )
