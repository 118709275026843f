"""Stand-in answers about the pitch: every place pitched takes the scenes in turn; pages are plain.

A page is a one-colour picture; the text to paste names the title and the places.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from geo.errors import ExportError
from geo.model import Basis, Cost, Range, Reason, Subsidy, Uplift, unknown
from geo.model.pitch import (
    BasePack,
    BureauCard,
    Compared,
    Disclosed,
    Disclosure,
    Pitch,
    PitchLeg,
    PitchMoney,
    PitchScene,
    PitchSite,
    PlaceGain,
    SiteFile,
    Template,
    ToConfirm,
)
from geo.progress import Step

TODAY = date(2026, 11, 22)
# a picture of one white point
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)
COST = Range(46_000.0, 60_000.0, 84_000.0, "CNY", Basis.ESTIMATED, (), "method.plan_prices")


def cost_of(mid=60_000.0):
    total = Range(mid * 0.8, mid, mid * 1.4, "CNY", Basis.ESTIMATED)
    day = Range(mid / 4, mid / 3, mid / 2, "CNY/day", Basis.ESTIMATED)
    days = Range(2, 3, 4, "days", Basis.ESTIMATED)
    return Cost(day, total, days, (), mid, day, total)


def gain_of():
    spending = Range(40_000.0, 52_000.0, 70_000.0, "CNY", Basis.ESTIMATED)
    visits = Range(0.0, 120.0, 1_050.0, "visits", Basis.ESTIMATED)
    return PlaceGain(
        spending,
        Range(60.0, 80.0, 110.0, "nights", Basis.ESTIMATED),
        unknown("days"),
        Uplift(visits, unknown("CNY"), spending, None),
    )


@dataclass
class PitchStandIn:
    """Answers at once; what it was asked to keep and write can be read back."""

    card: BureauCard = field(default_factory=BureauCard)
    files: dict = field(default_factory=dict)
    packs: tuple = ()
    written: list = field(default_factory=list)

    def site_files(self, ws):
        return dict(self.files)

    def save_site_file(self, ws, file, who="", today=None):
        kept = replace(file, told_by=who, told_on=(today or TODAY).isoformat())
        self.files[kept.site_id] = kept
        return kept

    def bureau_card(self, ws):
        return self.card

    def save_bureau_card(self, ws, card):
        self.card = card
        return card

    def base_packs(self, ws):
        return self.packs

    def pitch_templates(self, ws):
        return (Template("pitch.typ", "/assets/templates/pitch.typ"),)

    def own_template(self, ws, name):
        return ws.data / "own" / name if hasattr(ws, "data") else None

    def make_pitch(self, ws, ranking, script, facts, wishes, planned=None, today=None):
        yield Step("pitch")
        known = {one.id: one for one in self.list_sites(ws)}
        ids = wishes.sites or tuple(known)[:2]
        sites = tuple(
            PitchSite(known[one], self._given(one, wishes), cost=cost_of())
            for one in ids
            if one in known
        )
        played = () if script is None else script.played
        scenes = tuple(
            PitchScene(
                scene.id,
                scene.label,
                "",
                scene.place,
                scene.int_ext,
                scene.time,
                sites[at % len(sites)].site.id if sites and at % 3 < 2 else None,
                fit=0.8,
            )
            for at, scene in enumerate(played)
        )
        city = sites[0].site.city_zh if sites else ""
        subsidy = Subsidy(unknown("CNY"), 0.0, None)
        money = PitchMoney(city, "", cost_of(), subsidy, COST, unknown("CNY"), unknown("CNY"))
        compared = tuple(
            Compared(one, one, one, 3, 2, cost_of(), subsidy, COST, gain_of().uplift, ours=at == 0)
            for at, one in enumerate(wishes.compare)
        )
        yield Step("pitch")
        return Pitch(
            "" if script is None else script.title,
            city,
            "",
            sites,
            scenes,
            (money,) if sites else (),
            gain_of(),
            tuple(
                PitchLeg(one.site.id, two.site.id, 12.0, 90.0, 17.0, 26.0)
                for one, two in pairwise(sites)
            ),
            tuple(
                ToConfirm(Reason("venue_unpriced", {}), "管理处", one.site.id) for one in sites[:1]
            ),
            self._told(wishes),
            self.card,
            wishes,
            today or TODAY,
            compared,
        )

    def _given(self, site_id, wishes):
        file = self.files.get(site_id, SiteFile(site_id))
        if Disclosure.OWNER not in wishes.disclose:
            file = replace(file, owner="", owner_phone="")
        if Disclosure.FLOOR not in wishes.disclose:
            file = replace(file, floor_price=None)
        if Disclosure.NOTES not in wishes.disclose:
            file = replace(file, notes="")
        return file

    def _told(self, wishes):
        owners = sum(bool(one.owner_phone) for one in self.files.values())
        return (
            Disclosed("sites", 2, private=False, given=True),
            Disclosed("owner", owners, private=True, given=Disclosure.OWNER in wishes.disclose),
        )

    def preview_pitch(self, ws, pitch, shape="paper", pixels=800):
        yield Step("pitch_pages")
        return (DOT,) * (len(pitch.wishes.parts) if shape == "paper" else 1)

    def pitch_text(self, ws, pitch):
        return "\n".join([pitch.title, *(one.site.name_zh for one in pitch.sites)])

    def export_pitch(self, ws, pitch, folder):
        yield Step("export_write")
        if pitch.wishes.audience is None:
            raise ExportError("pitch_audience_unknown")
        made = tuple(folder / f"pack.{one}" for one in sorted(pitch.wishes.formats))
        self.written.append((pitch, made))
        return made


def a_pack(name="吴江"):
    """A base pack with a review number."""
    return BasePack(name, "天地图", "免费使用", "GS(2024)0650号", "wgs84", "/packs/wujiang")
