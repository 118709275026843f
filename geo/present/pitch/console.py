"""A pack on the command line: what can be asked of it, its figures in plain words, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.model.pitch import (
    Compared,
    Disclosed,
    Disclosure,
    Pitch,
    PitchFormat,
    PitchPart,
    ToConfirm,
)
from geo.phrases import Phrases
from geo.present.console import table
from geo.present.documents import Document, range_document, reason_documents, source_document
from geo.present.figures import figure

WORDS: Mapping[str, str] = {
    "city": "the city that pitches (default: the bureau's own, else the best for the script)",
    "sites": "names or ids of the places pitched (default: those the ranking takes)",
    "needs": "scene types asked for where there is no script",
    "format": ", ".join(PitchFormat) + " (default: pdf,html)",
    "parts": ", ".join(PitchPart),
    "disclose": "private things that may go out: " + ", ".join(Disclosure),
    "compare": "up to six cities or places to stand side by side",
}
"""What is asked of a pack in lists, and how to say it."""

MOST_OPEN = 12


def pitch_document(pitch: Pitch) -> Document:
    """The ``pitch --json`` document: what the pack says, never what it holds back."""
    gain = pitch.gain
    return {
        "title": pitch.title,
        "city": pitch.city,
        "city_en": pitch.city_en,
        "date": pitch.today.isoformat(),
        "audience": None if pitch.wishes.audience is None else pitch.wishes.audience.value,
        "served": len(pitch.served),
        "scenes": [
            {
                "scene": scene.scene_id,
                "label": scene.label,
                "set": scene.set_name,
                "asked": scene.asked,
                "site_id": scene.site_id,
                "served": scene.served,
                "fit": scene.fit if scene.site_id is not None else None,
                "direct": scene.direct if scene.site_id is not None else None,
                "reasons": reason_documents(scene.reasons),
            }
            for scene in pitch.scenes
        ],
        "sites": [
            {
                "id": one.site.id,
                "name": one.site.name_zh,
                "name_en": one.site.name_en,
                "scenes": list(one.scenes),
                "contact": one.file.contact,
                "phone": one.file.phone,
                "cost": None if one.cost is None else range_document(one.cost.priced_total),
            }
            for one in pitch.sites
        ],
        "money": [
            {
                "city": one.city,
                "cost": range_document(one.cost.priced_total),
                "days": range_document(one.cost.days),
                "certain": one.subsidy.certain,
                "expected": one.subsidy.expected,
                "ceiling": one.subsidy.ceiling,
                "net_certain": range_document(one.net_certain),
            }
            for one in pitch.money
        ],
        "gain": None
        if gain is None
        else {
            "crew_spending": range_document(gain.crew_spending),
            "bed_nights": range_document(gain.bed_nights),
            "work_days": range_document(gain.work_days),
            "visits": None if gain.uplift is None else range_document(gain.uplift.visits),
        },
        "legs": [
            {"one": leg.one, "two": leg.two, "km": leg.km, "minutes": leg.minutes}
            for leg in pitch.legs
        ],
        "to_confirm": [_open(one) for one in pitch.to_confirm],
        "disclosed": [_disclosed(one) for one in pitch.disclosed],
        "compared": [_compared(one) for one in pitch.compared],
        "sources": [source_document(source) for source in pitch.sources],
        "notes": reason_documents(pitch.notes),
    }


def _open(one: ToConfirm) -> Document:
    what = reason_documents((one.what,))[0]
    return {"what": what, "whom": one.whom, "whom_en": one.whom_en, "site_id": one.site_id}


def _disclosed(one: Disclosed) -> Document:
    return {"code": one.code, "count": one.count, "private": one.private, "given": one.given}


def _compared(one: Compared) -> Document:
    return {
        "key": one.key,
        "name": one.name_zh,
        "name_en": one.name_en,
        "ours": one.ours,
        "served": one.served,
        "direct": one.direct,
        "cost": range_document(one.cost.priced_total),
        "certain": one.subsidy.certain,
        "net_certain": range_document(one.net_certain),
        "visits": range_document(one.uplift.visits),
    }


def pitch_lines(pitch: Pitch, phrases: Phrases, lang: str) -> list[str]:
    """The pack in plain words: places, money, what is open, what goes out."""
    return list(_Teller(pitch, phrases, lang).lines())


class _Teller:
    def __init__(self, pitch: Pitch, phrases: Phrases, lang: str) -> None:
        self.pitch, self.phrases, self.lang = pitch, phrases, lang

    def say(self, code: str, **values: str | int | float) -> str:
        return self.phrases.say(code, self.lang, values)

    def lines(self) -> Iterator[str]:
        pitch = self.pitch
        city = (pitch.city_en if self.lang == "en" else "") or pitch.city
        if pitch.scenes:
            counts = {"served": len(pitch.served), "total": len(pitch.scenes)}
            yield self.say("pitch_tell_head", city=city, sites=len(pitch.sites), **counts)
        else:
            yield self.say("pitch_tell_profile", city=city, sites=len(pitch.sites))
        yield from (f"  {line}" for line in table(list(self._sites())))
        for one in pitch.money:
            yield self.say(
                "pitch_tell_money",
                city=one.city if self.lang == "zh" else one.city_en or one.city,
                cost=figure(one.cost.priced_total, self.lang),
                certain=one.subsidy.certain,
                net=figure(one.net_certain, self.lang),
            )
        yield from (self.phrases.tell(note, self.lang) for note in pitch.notes)
        if pitch.to_confirm:
            yield self.say("pitch_tell_open", n=len(pitch.to_confirm))
        for asked in pitch.to_confirm[:MOST_OPEN]:
            whom = (asked.whom_en if self.lang == "en" else "") or asked.whom
            what = self.phrases.tell(asked.what, self.lang)
            yield f"  {self.say('pitch_tell_ask', what=what, whom=whom)}"
        yield self.say("pitch_tell_private")
        for kind in pitch.disclosed:
            if kind.private and kind.count:
                code = "pitch_tell_given" if kind.given else "pitch_tell_held"
                name = self.say(f"disclosed.{kind.code}")
                yield f"  {self.say(code, what=name, n=kind.count)}"

    def _sites(self) -> Iterator[list[str]]:
        for one in self.pitch.sites:
            name = (one.site.name_en if self.lang == "en" else "") or one.site.name_zh
            scenes = self.say("pitch_tell_scenes", n=len(one.scenes)) if self.pitch.scenes else ""
            yield [name, scenes, one.file.contact, one.file.phone]
