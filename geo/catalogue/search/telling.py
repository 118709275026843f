"""What was understood and why a place was found, as codes to tell."""

from __future__ import annotations

from geo.catalogue.search.lexicon import Meaning
from geo.catalogue.search.reach import Reached
from geo.model import Reason, Scalar, Term, Understood

NAMED = 2
"""So many grades or scene types of one word are named; more are told by the word itself."""

LONGEST_NAME = 30
"""Characters of a name told back; of more only the beginning."""

WHOLE_KM = 10
"""From here on kilometres are told without decimals."""


def told_name(written: str) -> Understood:
    """A part taken as a name, or as part of one."""
    text = written if len(written) <= LONGEST_NAME else f"{written[:LONGEST_NAME]}…"
    return Understood(Term.NAME, written, Reason("search_name", {"text": text}))


def told_of(meaning: Meaning, written: str) -> Understood:
    """What a word was taken for."""
    codes = ",".join(meaning.codes)
    return Understood(meaning.term, written, _told(meaning, codes, written), codes)


def _told(meaning: Meaning, codes: str, written: str) -> Reason:
    if meaning.term is Term.CITY:
        name = meaning.name
        return Reason("search_city", {"city": name, "city_en": meaning.name_en or name})
    if meaning.term in (Term.KIND, Term.ERA):
        return Reason(f"{meaning.term.value}_{meaning.codes[0]}")
    if len(meaning.codes) <= NAMED:
        return Reason("search_codes", {"codes": codes})
    return Reason("search_several", {"text": written, "n": len(meaning.codes)})


def told_reach(reached: Reached, place: int) -> Reason:
    """How far one of the rows reached is; minutes are an estimate unless a file tells them."""
    km = float(reached.km[place])
    values: dict[str, Scalar] = {"km": round(km, 1) if km < WHOLE_KM else round(km)}
    if reached.minutes is None:
        return Reason("found_near", values)
    values["minutes"] = round(float(reached.minutes[place]))
    told = reached.told is not None and bool(reached.told[place])
    return Reason("found_minutes_told" if told else "found_minutes", values)
