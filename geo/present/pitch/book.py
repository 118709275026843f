"""The pack as a workbook for the line producer: figures to calculate with, each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from geo.model import Range
from geo.model.pitch import Pitch, PitchLeg, PitchMoney, PitchPart, PitchScene, PitchSite
from geo.phrases import Phrases
from geo.present.money_words import surely
from geo.present.pitch.blocks import PitchPaper, Table
from geo.present.pitch.book_money import write_awards, write_compared, write_costs
from geo.present.pitch.book_words import PitchSheets
from geo.present.pitch.parts.fits import DIRECT, fit_of
from geo.present.pitch.words import Tell
from geo.present.sheet import Sheet, Value

OVERVIEW_HEAD = (
    "pitch_book_what", "pitch_book_low", "pitch_book_mid", "pitch_book_high", "pitch_book_unit",
    "head_basis", "pitch_book_note", "head_sources",
)  # fmt: skip
OVERVIEW_WIDTHS = (36, 14, 14, 14, 14, 12, 52, 24)
SCENE_HEAD = (
    "pitch_head_scene", "pitch_head_set", "pitch_head_side", "pitch_head_place",
    "pitch_book_city", "pitch_head_fit", "pitch_book_fit_share", "pitch_book_asked",
    "pitch_book_used", "pitch_head_why", "pitch_book_permit", "pitch_head_light",
    "pitch_head_rise", "pitch_head_sets", "pitch_head_dark",
)  # fmt: skip
SCENE_WIDTHS = (8, 22, 12, 30, 10, 10, 8, 16, 16, 56, 44, 8, 8, 8, 8)
SITE_HEAD = (
    "pitch_head_place", "head_kind", "pitch_book_city", "head_district", "pitch_book_count",
    "pitch_book_scene_list", "head_low_day", "head_mid_day", "head_high_day", "head_basis",
    "pitch_book_contact", "pitch_book_phone", "pitch_service", "pitch_book_apply",
    "pitch_book_apply_days",
)  # fmt: skip
SITE_WIDTHS = (28, 14, 12, 14, 9, 36, 12, 12, 12, 12, 16, 18, 36, 36, 12)
# beside these only where they were ticked: the pitch holds no others
PRIVATE = ("owner", "owner_phone", "floor_price", "notes")
PRIVATE_HEAD = ("pitch_owner", "pitch_book_phone", "pitch_floor", "pitch_notes")
PRIVATE_WIDTHS = (18, 18, 14, 40)
WAY_HEAD = (
    "pitch_head_from", "pitch_head_to", "pitch_head_bearing", "pitch_book_km",
    "pitch_book_minutes", "pitch_book_straight",
)  # fmt: skip
OPEN_HEAD = ("pitch_book_what", "pitch_head_place", "pitch_book_whom")


def write_book(paper: PitchPaper, pitch: Pitch, phrases: Phrases, path: Path) -> Path:
    """Write the figures of a pitch as XLSX, a sheet for each part wished for.

    No cell is a formula. ExportError when the file cannot be written.
    """
    book = _PitchBook(paper, pitch, phrases)
    parts = frozenset(pitch.wishes.parts)
    book.write_overview()
    if PitchPart.SCENES in parts and pitch.scenes:
        book.write_scenes()
    if pitch.sites:
        book.write_sites()
    if PitchPart.MONEY in parts and pitch.money:
        write_costs(book)
        write_awards(book)
    if PitchPart.PERMITS in parts:
        book.write_table("permits", "pitch_book_permits", (28, 60, 28, 18, 40))
    if PitchPart.MAP in parts and pitch.legs:
        book.write_ways()
    if PitchPart.COMPARE in parts and pitch.compared:
        write_compared(book)
    if pitch.to_confirm:
        book.write_open()
    book.write_sources()
    return book.save(path)


class _PitchBook(PitchSheets):
    """The sheets of one pitch."""

    # ---- the whole

    def write_overview(self) -> None:
        """What is offered, at what cost, with what money back, who gains what."""
        sheet = self.open("pitch_book_overview", OVERVIEW_HEAD)
        pitch = self.pitch
        sheet.add([self.text(self.paper.title), *[""] * 5, self.text(self.paper.subtitle)])
        sheet.add([self.say("pitch_book_day"), "", pitch.today])
        places = self.say("pitch_book_unit_places")
        sheet.add([self.say("pitch_book_sites"), "", len(pitch.sites), "", places])
        if pitch.scenes:
            direct = sum(fit_of(one) == DIRECT for one in pitch.scenes)
            for code, count in (
                ("pitch_book_asked_scenes", len(pitch.scenes)),
                ("pitch_book_served_scenes", len(pitch.served)),
                ("pitch_book_direct_scenes", direct),
            ):
                sheet.add([self.say(code), "", count, "", self.say("pitch_book_unit_scenes")])
        if PitchPart.MONEY in pitch.wishes.parts or PitchPart.ANSWER in pitch.wishes.parts:
            for money in pitch.money:
                self._money(sheet, money)
        self._gain(sheet)
        self._light(sheet)
        self._contact(sheet)
        self.settle(sheet, OVERVIEW_WIDTHS)

    def _money(self, sheet: Sheet, money: PitchMoney) -> None:
        def named(code: str) -> str:
            if len(self.pitch.money) < 2:
                return self.say(code)
            return self.both(
                lambda tell: tell.say(
                    "pitch_of", what=tell.say(code), city=tell.either(money.city, money.city_en)
                )
            )

        cost, subsidy = money.cost, money.subsidy
        self._figure(sheet, self.say("money_days"), cost.days)
        whole = cost.total.high is not None
        note = "" if whole else self.say("money_venue_open")
        gross = cost.total if whole else cost.priced_total
        self._figure(sheet, named("pitch_gross"), gross, note)
        yuan = self.say("pitch_book_unit.CNY")
        for code, amount in (
            ("pitch_back_certain", surely(subsidy)),
            ("pitch_back_expected", subsidy.expected),
            ("pitch_back_ceiling", subsidy.ceiling),
        ):
            told = self.say(f"{code}_note") if amount is not None else self.say(f"{code}_unknown")
            sheet.add([named(code), "", self.end(amount), "", yuan, "", told])
        for code, given in (
            ("pitch_net_certain", money.net_certain),
            ("pitch_net_expected", money.net_expected),
            ("pitch_net_ceiling", money.net_ceiling),
        ):
            told = self.net_told(given) or note
            self._row(sheet, named(code), given, self.net_ends(given), told)

    def _figure(self, sheet: Sheet, label: str, given: Range, note: str = "") -> None:
        self._row(sheet, label, given, self.ends(given), note)

    def _row(
        self, sheet: Sheet, label: str, given: Range, ends: Sequence[Value], note: str
    ) -> None:
        row = [label, *ends, self.unit(given), self.basis(given), note]
        sheet.add([*row, self.noted(given.sources)])

    def _gain(self, sheet: Sheet) -> None:
        """What the place gains: each apart, visits last and with their doubt."""
        gain = self.pitch.gain
        if gain is None or self.public or PitchPart.MONEY not in self.pitch.wishes.parts:
            return
        apart = self.say("pitch_book_apart")
        for code, given in (
            ("pitch_gain_spending", gain.crew_spending),
            ("pitch_gain_beds", gain.bed_nights),
            ("pitch_gain_days", gain.work_days),
        ):
            self._figure(sheet, self.say(code), given, apart)
        if gain.uplift is not None:
            doubt = self.say("pitch_gain_visits_note")
            self._figure(sheet, self.say("pitch_gain_visits"), gain.uplift.visits, doubt)

    def _light(self, sheet: Sheet) -> None:
        """That the clocks beside the scenes are those of the equinox, where they are."""
        suns = [one.sun for one in self.pitch.scenes if one.sun is not None]
        if PitchPart.SCENES in self.pitch.wishes.parts and any(not sun.dated for sun in suns):
            told = self.say("pitch_light_equinox")
            sheet.add([self.say("pitch_head_light"), *[""] * 5, told])

    def _contact(self, sheet: Sheet) -> None:
        card = self.pitch.card
        parts = (self.both(lambda tell: tell.bureau), card.contact, card.phone)
        told = " ".join(part for part in parts if part)
        sheet.add([self.say("pitch_contact"), *[""] * 5, told or self.say("pitch_contact_open")])

    # ---- scenes and places

    def write_scenes(self) -> None:
        """A row for each scene, also those that no place takes."""
        sheet = self.open("pitch_book_scenes", SCENE_HEAD)
        for scene in self.pitch.scenes:
            sheet.add(self._scene(scene))
        self.settle(sheet, SCENE_WIDTHS)

    def _scene(self, scene: PitchScene) -> list[Value]:
        served = scene.site_id is not None
        place = next((one for one in self.pitch.sites if one.site.id == scene.site_id), None)
        sun = scene.sun
        times = (sun.light, sun.rise, sun.sets, sun.dark) if sun is not None else ()
        dated = sun is not None and sun.dated
        return [
            scene.label,
            scene.set_name,
            self.both(lambda tell: tell.kind(scene)),
            self.place(scene.site_id) if scene.site_id else self.say("pitch_no_place"),
            "" if place is None else self.both(lambda tell: tell.city_of(place.site)),
            self.say(f"pitch_fit_{fit_of(scene)}"),
            round(scene.fit, 2) if served else "",
            self._types(scene.asked),
            self._types(scene.served) if served else "",
            self.told(scene.reasons),
            self.told(reason for one in scene.findings for reason in one.reasons),
            *(self.clock(minutes, dated=dated) for minutes in times),
        ]

    def _types(self, codes: str) -> str:
        """Scene types by name; a text that is no code stays as it is."""
        return self.both(lambda tell: tell.types(codes.split(","))) if codes else ""

    def write_sites(self) -> None:
        """A row for each place."""
        files = [one.file for one in self.pitch.sites]
        shown = [n for n, key in enumerate(PRIVATE) if any(getattr(one, key) for one in files)]
        head = (*SITE_HEAD, *(PRIVATE_HEAD[n] for n in shown))
        sheet = self.open("pitch_book_sites", head)
        for place in self.pitch.sites:
            private = [getattr(place.file, PRIVATE[n]) or "" for n in shown]
            sheet.add([*self._site(place), *private])
        self.settle(sheet, (*SITE_WIDTHS, *(PRIVATE_WIDTHS[n] for n in shown)))

    def _site(self, place: PitchSite) -> list[Value]:
        site, file = place.site, place.file
        cost = place.cost
        venue = None
        if cost is not None:
            venue = next((line.amount for line in cost.lines if line.code == "venue"), None)

        def service(tell: Tell) -> str:
            return tell.either(file.services, file.services_en)

        return [
            self.both(lambda tell: tell.site(site)),
            self.say(f"kind_{site.kind.value}"),
            self.both(lambda tell: tell.city_of(site)),
            site.district_zh or "",
            len(place.scenes),
            self.both(lambda tell: tell.labels(place.scenes, most=999)),
            *(self.ends(venue) if venue is not None else ["", self.end(None), ""]),
            self.basis(venue) if venue is not None else "",
            file.contact or self.both(lambda tell: tell.confirm(tell.keeper(place))),
            file.phone,
            self.both(service),
            self.both(lambda tell: tell.either(file.permit, file.permit_en)),
            self.end(file.permit_days),
        ]

    # ---- the rest

    def write_table(self, code: str, title: str, widths: tuple[float, ...]) -> None:
        """A table of the paper as it is worded there; nothing where there is none."""
        blocks = (block for page in self.paper.pages for block in page.blocks)
        table = next((one for one in blocks if isinstance(one, Table) and one.code == code), None)
        if table is None:
            return
        head = [self.text(said) for said in table.head]
        sheet = Sheet(self.book.create_sheet(self.named(title)), head)
        for row in table.rows:
            sheet.add(self.text(cell.text) for cell in row)
        self.settle(sheet, widths[: len(table.head)])

    def write_ways(self) -> None:
        """How far it is from place to place."""
        sheet = self.open("pitch_book_ways", WAY_HEAD)
        for leg in self.pitch.legs:
            row: list[Value] = [self.place(leg.one), self.place(leg.two), self._bearing(leg)]
            road = (self.end(_about(leg.km)), self.end(_about(leg.minutes)))
            sheet.add([*row, *road, round(leg.straight_km, 1)])
        self.settle(sheet, (30, 30, 12, 14, 14, 14))

    def _bearing(self, leg: PitchLeg) -> str:
        return self.both(lambda tell: tell.bearing(leg.bearing))

    def write_open(self) -> None:
        """What is not known, and who can say."""
        sheet = self.open("pitch_book_open", OPEN_HEAD)
        for one in self.pitch.to_confirm:
            place = self.place(one.site_id) if one.site_id else ""
            sheet.add([self.told([one.what]), place, self.either(one.whom, one.whom_en)])
        self.settle(sheet, (60, 30, 36))


def _about(amount: float | None) -> float | None:
    """An estimate without decimals; below one it keeps what tells it from nought."""
    if amount is None or amount >= 1:
        return None if amount is None else float(round(amount))
    return round(amount, 1) or round(amount, 2)
