"""A shooting plan as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geo.model import (
    Alternative,
    MoveKind,
    PlanDay,
    PlanMoney,
    ShootPlan,
    Site,
    in_language,
)
from geo.phrases import Phrases
from geo.present.console import table
from geo.present.figures import UNKNOWN, figure
from geo.present.plan_documents import clock

_NO_GAP = 0.0005
_IDLE = "plan_day_without_work"
_MOVES = (MoveKind.MOVE, MoveKind.CITY)


def plan_lines(
    plan: ShootPlan,
    sites: Mapping[str, Site],
    phrases: Phrases,
    lang: str,
    alternatives: Sequence[Alternative] = (),
) -> list[str]:
    """The plan in plain words: how sure it is, what it costs, day by day, what is missing."""
    teller = _Teller(plan, sites, phrases, lang)
    return [
        *teller.head(),
        *(line for day in plan.days for line in teller.day(day)),
        *teller.rest(alternatives),
    ]


class _Teller:
    def __init__(
        self, plan: ShootPlan, sites: Mapping[str, Site], phrases: Phrases, lang: str
    ) -> None:
        self.plan, self.sites, self.phrases, self.lang = plan, sites, phrases, lang

    def say(self, code: str, **values: str | int | float) -> str:
        return self.phrases.say(code, self.lang, values)

    def head(self) -> Iterator[str]:
        plan = self.plan
        yield self.say(f"plan_tell_status.{plan.status.value}")
        yield from (f"  {self.phrases.tell(one, self.lang)}" for one in plan.conflict)
        if plan.gap is not None:
            code = "plan_tell_gap_open" if plan.open_search else "plan_tell_gap"
            code = "plan_tell_gap_none" if plan.gap < _NO_GAP else code
            yield self.say(code, gap=plan.gap, seconds=plan.seconds)
        if plan.money is not None:
            yield self._net(plan.money)
            yield self.say(
                "plan_tell_size",
                days=plan.shooting_days,
                sites=len(plan.sites),
                moves=plan.moves,
            )
        yield from (self.phrases.tell(one, self.lang) for one in plan.compared)

    def _net(self, money: PlanMoney) -> str:
        return self.say(
            "plan_tell_net",
            net=figure(money.net, self.lang),
            gross=figure(money.gross, self.lang),
            certain=f"{money.certain:,.0f}",
        )

    def day(self, day: PlanDay) -> Iterator[str]:
        city = in_language(day.city_en, day.city, self.lang)
        parts = [self.say("plan_tell_day", day=day.day + 1)]
        parts += [day.date.isoformat()] if day.date else []
        parts += [city, day.holiday]
        if day.blocks:
            parts.append(self.say("plan_tell_hours", call=clock(day.call), wrap=clock(day.wrap)))
        else:
            idle = any(one.code == _IDLE for one in day.notes)
            parts.append(self.say("plan_tell_idle" if idle else "plan_tell_road"))
        parts += [figure(day.cost, self.lang)] if day.cost else []
        yield ""
        yield "  ".join(part for part in parts if part)
        yield from (f"  {line}" for line in table(self._rows(day)))
        if day.hotel is not None:
            town = in_language(day.hotel.city_en, day.hotel.city, self.lang)
            where = f"{town} {day.hotel.district}".strip()
            yield "  " + self.say("plan_tell_hotel", where=where, rooms=day.hotel.rooms)
        for one in (*day.reached, *day.breaches, *day.notes):
            yield f"  {self.phrases.tell(one, self.lang)}"

    def _rows(self, day: PlanDay) -> list[tuple[str, ...]]:
        rows: list[tuple[int, tuple[str, ...]]] = [
            (
                block.start,
                (
                    f"{clock(block.start)}–{clock(block.end)}",
                    self.say(f"plan_kind.{block.kind.value}"),
                    block.set_name,
                    self._site(block.site_id),
                    " ".join(block.scenes),
                ),
            )
            for block in day.blocks
        ]
        for move in day.moves:
            if move.kind in _MOVES:
                told = self.say("plan_tell_move", minutes=move.minutes)
                rows.append((move.leave, (clock(max(0, move.leave)), "", told, "", "")))
        return [row for _, row in sorted(rows, key=lambda each: each[0])]

    def _site(self, site_id: str) -> str:
        site = self.sites.get(site_id)
        return site_id if site is None else in_language(site.name_en, site.name_zh, self.lang)

    def rest(self, alternatives: Sequence[Alternative]) -> Iterator[str]:
        plan, tell = self.plan, self.phrases.tell
        if plan.uncovered:
            yield from ("", self.say("plan_tell_left"))
            for one in plan.uncovered:
                yield f"  {' '.join(one.scenes)}  {tell(one.because, self.lang)}"
                yield from (f"    {tell(each, self.lang)}" for each in one.remedies)
        if plan.money is not None and plan.money.cities:
            yield from ("", self.say("plan_tell_back"))
            yield from self._cities(plan.money)
        if plan.binding:
            yield from ("", self.say("plan_tell_binding"))
            yield from (f"  {tell(one, self.lang)}" for one in plan.binding)
        if alternatives:
            yield from ("", self.say("plan_tell_others"))
            yield from (f"  {line}" for line in table([self._other(one) for one in alternatives]))
        if plan.notes:
            yield ""
            yield from (tell(one, self.lang) for one in plan.notes)

    def _cities(self, money: PlanMoney) -> Iterator[str]:
        for one in money.cities:
            ceiling = one.subsidy.ceiling
            yield "  " + self.say(
                "plan_tell_city",
                city=in_language(one.city_en, one.city, self.lang),
                days=one.days,
                certain=f"{one.subsidy.certain:,.0f}",
                ceiling=UNKNOWN[self.lang] if ceiling is None else f"{ceiling:,.0f}",
            )
            yield from (f"    {self.phrases.tell(each, self.lang)}" for each in one.effect)

    def _other(self, one: Alternative) -> tuple[str, ...]:
        name = self.say(f"plan_other.{one.code}", city=one.city, city_en=one.city_en)
        size = self.say("plan_tell_size", days=one.days, sites=one.sites, moves=one.moves)
        return name, figure(one.net, self.lang), figure(one.uplift, self.lang), size
