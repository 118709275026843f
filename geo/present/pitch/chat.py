"""The pack as a message: short, plain, without anything private, to paste into a chat."""

from __future__ import annotations

from geo.present.pitch.names import one_line
from geo.present.pitch.parts.answer import hero, told_support
from geo.present.pitch.words import PitchWords, Tell, capital

LONGEST = 600
BREAK = "\n\n"


def chat_text(words: PitchWords) -> str:
    """Title, answer, money, what is open, whom to call; under 600 characters in all."""
    first, *more = words.tells
    # the first language may take half, the second what is left
    told = _message(first, LONGEST // len(words.tells) - 1)
    for tell in more:
        told += BREAK + _message(tell, LONGEST - len(told) - len(BREAK) - 1)
    return told


def _message(tell: Tell, room: int) -> str:
    """The lines that fit, the less needed left out first."""
    needed = [_greeting(tell), capital(hero(tell), tell.lang), _call(tell)]
    places = tell.say("pitch_chat_places", places=tell.places()) if tell.pitch.sites else ""
    extra = ["\n".join(_money(tell)), places if tell.pitch.scenes else "", _open(tell)]
    extra.append(tell.say("pitch_chat_pack"))
    kept: list[str] = []
    for line in filter(None, extra):
        whole = "\n".join((*filter(None, needed), *kept, line))
        if len(whole) <= room:
            kept.append(line)
    # places stand before money in the message, though money is needed more
    kept.sort(key=lambda line: line != places)
    told = "\n".join(one for one in (*needed[:2], *kept, needed[2]) if one)
    return told if len(told) <= room else f"{told[: room - 1]}…"


def _greeting(tell: Tell) -> str:
    whom = one_line(tell.pitch.wishes.addressee)
    if whom:
        return tell.say("pitch_chat_to", whom=whom)
    return tell.say("pitch_chat_to_crew", title=tell.title) if tell.title else ""


def _money(tell: Tell) -> list[str]:
    told = []
    for money in tell.pitch.money:
        city = tell.either(money.city, money.city_en) if len(tell.pitch.money) > 1 else ""
        head = tell.say("pitch_chat_city", city=city) if city else ""
        if money.net_certain.known:
            net = tell.net(money.net_certain)
            days = tell.days(money.cost.days)
            told.append(head + tell.say("pitch_chat_net", net=net, days=days))
        told.append(head + tell.say("pitch_chat_support", support=told_support(tell, money)))
    return told


def _open(tell: Tell) -> str:
    count = len(tell.pitch.to_confirm)
    return tell.say("pitch_chat_open", n=count) if count else ""


def _call(tell: Tell) -> str:
    card = tell.pitch.card
    reached = " ".join(one_line(one) for one in (card.contact, card.phone) if one)
    who = " ".join(one for one in (tell.bureau, reached) if one)
    return tell.say("pitch_chat_call", who=who) if who else ""
