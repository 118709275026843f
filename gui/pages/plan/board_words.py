"""The plan as the strip board draws it: columns, blocks and ways with all their words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from geo.model import (
    Booking,
    BookingStatus,
    DayOrder,
    MoveKind,
    PlanBlock,
    PlanDay,
    PlanMove,
    ShootPlan,
    Site,
    StripKind,
)
from gui.pages.plan.aside_words import (
    date_word,
    day_word,
    in_lang,
    join,
    method_text,
    say,
    site_name,
    status_word,
)
from gui.session import State
from gui.texts import aloud, present_number
from gui.texts.strips import JOIN, Board, BoardBlock, BoardDay, BoardMove, clock

BLACK_OUT = "plan_black_out"


def kind_word(kind: StripKind) -> str:
    """内日, 外日, 内夜, 外夜, 晨, 昏."""
    return {
        StripKind.INT_DAY: QCoreApplication.translate("PlanPage", "内日"),
        StripKind.EXT_DAY: QCoreApplication.translate("PlanPage", "外日"),
        StripKind.INT_NIGHT: QCoreApplication.translate("PlanPage", "内夜"),
        StripKind.EXT_NIGHT: QCoreApplication.translate("PlanPage", "外夜"),
        StripKind.DAWN: QCoreApplication.translate("PlanPage", "晨"),
        StripKind.DUSK: QCoreApplication.translate("PlanPage", "昏"),
    }[kind]


def week_word(when: date) -> str:
    """周一 to 周日."""
    return (
        QCoreApplication.translate("PlanPage", "周一"),
        QCoreApplication.translate("PlanPage", "周二"),
        QCoreApplication.translate("PlanPage", "周三"),
        QCoreApplication.translate("PlanPage", "周四"),
        QCoreApplication.translate("PlanPage", "周五"),
        QCoreApplication.translate("PlanPage", "周六"),
        QCoreApplication.translate("PlanPage", "周日"),
    )[when.weekday()]


def length_text(minutes: int) -> str:
    """35 分, 2 小时, 2 小时 5 分."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return QCoreApplication.translate("PlanPage", "{n} 分").format(n=rest)
    if not rest:
        return QCoreApplication.translate("PlanPage", "{h} 小时").format(h=hours)
    return QCoreApplication.translate("PlanPage", "{h} 小时 {n} 分").format(h=hours, n=rest)


def scenes_text(count: int) -> str:
    """6 场."""
    return QCoreApplication.translate("PlanPage", "{n} 场").format(n=count)


def span_text(start: int, end: int) -> str:
    """12:30–16:25."""
    return f"{clock(start)}\N{EN DASH}{clock(end)}"


def make_board(plan: ShootPlan | None, state: State, *, movable: bool) -> Board:
    """Everything the board shows of ``plan``; ``movable``: a day may be added by hand."""
    if plan is None or not plan.days:
        return Board()
    words = _Words(state, {order.day: order for order in plan.arrangement.days})
    days = tuple(words.day(day) for day in plan.days)
    return Board(days, plan.days[-1].day + 1 if movable else None)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one plan; ``orders`` is its arrangement by day."""

    state: State
    orders: Mapping[int, DayOrder]

    @property
    def lang(self) -> str:
        return self.state.language

    def day(self, day: PlanDay) -> BoardDay:
        """One column."""
        dark = {one.values.get("set_id") for one in day.notes if one.code == BLACK_OUT}
        blocks = tuple(self._blocks(day, dark))
        # windows to black out are told on their blocks
        told = [*day.breaches, *(one for one in day.notes if one.code != BLACK_OUT)]
        broken = bool(day.breaches)
        trouble = [say(self.state, one) for one in told]
        title, when = day_word(day.day), self._date(day)
        where = in_lang(day.city, day.city_en, self.lang)
        where = " · ".join(part for part in (day.holiday, where) if part)
        cost = None if day.cost is None else present_number(day.cost, self.lang)
        hotel = self._hotel(day)
        reached = [say(self.state, one) for one in day.reached]
        head = [f"{title} {when}".strip(), where, self._sun(day), *trouble]
        foot = [hotel, "" if cost is None else cost.full, self._method(day), *reached]
        return BoardDay(
            day=day.day,
            title=title,
            date=when,
            sun=day.sun,
            where=where,
            blocks=blocks,
            moves=tuple(self._move(one) for one in day.moves),
            hotel=hotel,
            cost=cost,
            reached=reached[0] if reached else "",
            trouble=trouble[0] if trouble else "",
            troubles=len(trouble),
            tone="err" if broken else "warn" if told else "",
            tip="\n".join(filter(None, head)),
            foot_tip="\n".join(filter(None, foot)),
            spoken=aloud([*head[:2], *(one.spoken for one in blocks), *foot[:2]], self.lang),
        )

    def _date(self, day: PlanDay) -> str:
        if day.date is None:
            return ""
        return f"{date_word(day.date, self.lang)} {week_word(day.date)}"

    def _sun(self, day: PlanDay) -> str:
        sun = day.sun
        text = QCoreApplication.translate(
            "PlanPage", "天亮 {light}，日出 {rise}，日落 {sets}，天黑 {dark}"
        ).format(
            light=clock(sun.light),
            rise=clock(sun.rise),
            sets=clock(sun.sets),
            dark=clock(sun.dark),
        )
        if sun.dated:
            return text
        note = QCoreApplication.translate("PlanPage", "没定日期，先按春分秋分算")
        return f"{text}\n{note}"

    def _method(self, day: PlanDay) -> str:
        return "" if day.cost is None else method_text(self.state, day.cost)

    def _hotel(self, day: PlanDay) -> str:
        hotel = day.hotel
        if hotel is None:
            return ""
        city = in_lang(hotel.city, hotel.city_en, self.lang)
        district = hotel.district if self.lang == "zh" else ""
        if self.lang == "zh" and district:
            city = f"{city}{district}"
        text = QCoreApplication.translate("PlanPage", "{where} · {n} 间")
        return text.format(where=city, n=hotel.rooms)

    # ---- blocks

    def _blocks(self, day: PlanDay, dark: Container[object]) -> Iterable[BoardBlock]:
        order = self.orders.get(day.day)
        left = list(enumerate(order.entries)) if order is not None else []
        at = 0
        for block in day.blocks:
            # one entry may be shot in two goes: the second finds no entry of its own
            for place in left:
                if (place[1].strip_id, place[1].site_id) == (block.strip_id, block.site_id):
                    left.remove(place)
                    at = place[0]
                    break
            shaded = block.set_id in dark and block.kind is StripKind.INT_NIGHT
            yield self._block(day, block, at, shaded=shaded)

    def _block(self, day: PlanDay, block: PlanBlock, at: int, *, shaded: bool) -> BoardBlock:
        state = self.state
        site = state.site(block.site_id)
        base = None if site is None or site.parent is None else state.site(site.parent)
        head: Site | None = base or site
        locked = state.planned.wishes.locks.get(block.set_id) == block.site_id
        parts = [kind_word(block.kind)]
        if shaded:
            parts.append(QCoreApplication.translate("PlanPage", "遮光"))
        parts += self._marks(block, base is not None)
        under = JOIN.join(parts)
        where = site_name(state, block.site_id)
        return BoardBlock(
            day=day.day,
            at=at,
            strip_id=block.strip_id,
            set_id=block.set_id,
            site_id=block.site_id,
            name=block.set_name,
            kind=block.kind,
            start=block.start,
            end=block.end,
            count=scenes_text(len(block.scenes)),
            under=under,
            place=where if head is None else site_name(state, head.id),
            group=block.site_id if head is None else head.id,
            place_kind=None if head is None else head.kind,
            locked=locked,
            spoken=self._spoken(day, block, parts, where, locked=locked),
        )

    def _marks(self, block: PlanBlock, child: bool) -> list[str]:
        """What is worth a word on the block beside its light."""
        marks = [site_name(self.state, block.site_id)] if child else []
        if not block.direct:
            marks.append(QCoreApplication.translate("PlanPage", "代用"))
        if block.part:
            marks.append(QCoreApplication.translate("PlanPage", "分开拍"))
        booking = self._booking(block)
        if booking is not None and booking.status is not BookingStatus.OPEN:
            marks.append(status_word(booking.status))
        if block.rain == "":
            marks.append(QCoreApplication.translate("PlanPage", "没有雨备"))
        return marks

    def _booking(self, block: PlanBlock) -> Booking | None:
        pair = (block.set_id, block.site_id)
        kept = self.state.planned.bookings
        return next((one for one in kept if (one.set_id, one.site_id) == pair), None)

    def _spoken(
        self, day: PlanDay, block: PlanBlock, parts: list[str], where: str, *, locked: bool
    ) -> str:
        lang = self.lang
        told = [
            block.set_name,
            *parts,
            QCoreApplication.translate("PlanPage", "第 {names} 场").format(
                names=join(block.scenes, lang)
            ),
            day_word(day.day),
            span_text(block.start, block.end),
            QCoreApplication.translate("PlanPage", "在{site}").format(site=where),
            QCoreApplication.translate("PlanPage", "合适 {share}").format(
                share=f"{block.fit * 100:.0f}%"
            )
            if block.fit
            else "",
            QCoreApplication.translate("PlanPage", "锁定了") if locked else "",
            QCoreApplication.translate("PlanPage", "雨备：{set}").format(set=self._rain(block))
            if block.rain
            else "",
        ]
        return aloud(told, lang)

    def _rain(self, block: PlanBlock) -> str:
        set_id = (block.rain or "").rpartition(".")[0]
        script = self.state.script
        sets = script.sets if script is not None else ()
        return next((one.name for one in sets if one.id == set_id), set_id)

    # ---- ways

    def _move(self, move: PlanMove) -> BoardMove:
        texts = {
            MoveKind.ARRIVAL: QCoreApplication.translate("PlanPage", "进组"),
            MoveKind.COMMUTE: QCoreApplication.translate("PlanPage", "出车"),
            MoveKind.MOVE: QCoreApplication.translate("PlanPage", "转场"),
            MoveKind.CITY: QCoreApplication.translate("PlanPage", "去{city}"),
            MoveKind.DEPARTURE: QCoreApplication.translate("PlanPage", "返程"),
        }
        city = self._town(move.two)
        word = texts[move.kind].format(city=city)
        if move.kind is MoveKind.COMMUTE and move.two == "":
            word = QCoreApplication.translate("PlanPage", "回住处")
        length = length_text(move.minutes)
        way = word if move.km is None else f"{word} {move.km:.0f} km"
        return BoardMove(f"{way} · {length}", move.leave, move.minutes, f"{word} {length}")

    def _town(self, name: str) -> str:
        english = self.state.sites.city_en(name) if self.lang == "en" else None
        return english or name
