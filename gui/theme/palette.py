"""Every colour of the program, once per theme; nothing outside this file may name one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.model import Criterion, Kind, StripKind, Tag

_CRITERIA = frozenset(one.value for one in Criterion)


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#RRGGBB``; ``grow`` px are added to text, ``target`` is the least height."""

    name: str
    dark: bool
    grow: int
    target: int
    hairline: float
    win: str
    panel: str
    card: str
    sunk: str
    hair: str
    line: str
    ink: str
    ink2: str
    ink3: str
    off: str
    sel: str
    link: str
    prim: str
    on_prim: str
    err: str
    err_bg: str
    warn: str
    warn_bg: str
    ok: str
    ok_bg: str
    base: str
    ich: str
    scenic: str
    community: str
    fit: str
    cost: str
    subsidy: str
    subsidy_soft: str
    uplift: str
    travel: str
    risk: str
    own: str
    land: str
    focus: str
    water: str
    water_name: str
    province_line: str
    city_line: str
    county_line: str
    map_label: str
    halo: str
    day: str
    night: str
    strip_int_day: str
    strip_ext_day: str
    strip_int_night: str
    strip_ext_night: str
    strip_dawn: str
    on_strip: str
    on_strip2: str
    on_strip_dark: str
    tag_heading: str
    tag_episode: str
    tag_cast: str
    tag_action: str
    tag_speaker: str
    tag_dialogue: str
    tag_card: str
    tag_detail: str
    tag_front: str
    tag_skip: str
    seal: str
    on_seal: str
    shadow: str

    def kind(self, kind: Kind) -> str:
        """The colour that means a kind of place."""
        return {
            Kind.BASE: self.base,
            Kind.ICH: self.ich,
            Kind.SCENIC: self.scenic,
            Kind.COMMUNITY: self.community,
        }[kind]

    def strip(self, kind: StripKind) -> str:
        """The fill of a strip on the plan board; dawn and dusk share one."""
        return {
            StripKind.INT_DAY: self.strip_int_day,
            StripKind.EXT_DAY: self.strip_ext_day,
            StripKind.INT_NIGHT: self.strip_int_night,
            StripKind.EXT_NIGHT: self.strip_ext_night,
            StripKind.DAWN: self.strip_dawn,
            StripKind.DUSK: self.strip_dawn,
        }[kind]

    def on_strips(self, kind: StripKind) -> tuple[str, str]:
        """First and second ink on a strip."""
        if kind is StripKind.EXT_NIGHT:
            return self.on_strip_dark, self.on_strip_dark
        return self.on_strip, self.on_strip2

    def tag(self, tag: Tag) -> str:
        """The strip of a line of script; its word always stands beside it."""
        return str(getattr(self, f"tag_{tag.value}", self.tag_skip))

    def criterion(self, code: str) -> str:
        """The colour that means a criterion; all of the user's own share one."""
        return str(getattr(self, code)) if code in _CRITERIA else self.own


LIGHT = Palette(
    name="light",
    dark=False,
    grow=0,
    target=28,
    hairline=1.0,
    win="#F3F0E9",
    panel="#FAF8F3",
    card="#FFFFFF",
    sunk="#EAE5DB",
    hair="#E3DDD1",
    line="#CBC3B4",
    ink="#24221F",
    ink2="#555048",
    ink3="#665F54",
    off="#A59E92",
    sel="#F4E8CF",
    link="#835609",
    prim="#2B2926",
    on_prim="#FFFFFF",
    err="#A1203F",
    err_bg="#F8E6E6",
    warn="#9A4F00",
    warn_bg="#FBEBD6",
    ok="#2C6B45",
    ok_bg="#E4EFE6",
    base="#C23B22",
    ich="#1F4A80",
    scenic="#2E9478",
    community="#5B2340",
    fit="#3C3833",
    cost="#86492A",
    subsidy="#B98512",
    subsidy_soft="#E7C878",
    uplift="#76548F",
    travel="#669099",
    risk="#888C73",
    own="#506262",
    land="#ECE7DC",
    focus="#F8F5EE",
    water="#CBDADC",
    water_name="#3D5F69",
    province_line="#A89C86",
    city_line="#CFC6B5",
    county_line="#DDD5C6",
    map_label="#6E665A",
    halo="#FBF9F4",
    day="#EFD48A",
    night="#55688C",
    strip_int_day="#FDFBF5",
    strip_ext_day="#F3DC9B",
    strip_int_night="#C9D4E6",
    strip_ext_night="#62779F",
    strip_dawn="#F2C9B4",
    on_strip="#24221F",
    on_strip2="#555048",
    on_strip_dark="#FFFFFF",
    tag_heading="#24221F",
    tag_episode="#24221F",
    tag_cast="#86492A",
    tag_action="#555048",
    tag_speaker="#76548F",
    tag_dialogue="#A59E92",
    tag_card="#B98512",
    tag_detail="#7D8A68",
    tag_front="#D5CDBE",
    tag_skip="#CBC3B4",
    seal="#C23B22",
    on_seal="#FFFFFF",
    shadow="#24221F",
)

DARK = Palette(
    name="dark",
    dark=True,
    grow=0,
    target=28,
    hairline=1.0,
    win="#191816",
    panel="#21201D",
    card="#2A2825",
    sunk="#141311",
    hair="#35322D",
    line="#4D4841",
    ink="#EDE8DE",
    ink2="#BDB6A9",
    ink3="#A8A194",
    off="#6B655B",
    sel="#3C321D",
    link="#E0AE4E",
    prim="#EDE8DE",
    on_prim="#1C1B18",
    err="#F2889A",
    err_bg="#3E2127",
    warn="#EFA75B",
    warn_bg="#3D2C18",
    ok="#7DC596",
    ok_bg="#1F3226",
    base="#EE7A60",
    ich="#7CA4DC",
    scenic="#68D2B1",
    community="#C2649A",
    fit="#D8D2C6",
    cost="#C58358",
    subsidy="#EBC269",
    subsidy_soft="#7A6330",
    uplift="#B797CF",
    travel="#497D88",
    risk="#73735E",
    own="#8CA196",
    land="#262420",
    focus="#302D28",
    water="#1B2A2F",
    water_name="#7FA0A9",
    province_line="#6E6655",
    city_line="#413C34",
    county_line="#3A362F",
    map_label="#A79F91",
    halo="#211F1C",
    day="#C9A94F",
    night="#8096BF",
    strip_int_day="#D7D5D0",
    strip_ext_day="#CFBB84",
    strip_int_night="#ABB4C4",
    strip_ext_night="#536587",
    strip_dawn="#CEAB99",
    on_strip="#24221F",
    on_strip2="#3E3A33",
    on_strip_dark="#FFFFFF",
    tag_heading="#EDE8DE",
    tag_episode="#EDE8DE",
    tag_cast="#C58358",
    tag_action="#BDB6A9",
    tag_speaker="#B797CF",
    tag_dialogue="#77716A",
    tag_card="#EBC269",
    tag_detail="#97A77E",
    tag_front="#45413B",
    tag_skip="#4D4841",
    seal="#C23B22",
    on_seal="#FFFFFF",
    shadow="#000000",
)

SUNLIT = replace(
    LIGHT,
    name="sunlit",
    grow=2,
    target=40,
    hairline=1.5,
    win="#FFFFFF",
    panel="#FFFFFF",
    card="#FFFFFF",
    sunk="#EFEFEC",
    hair="#B9B5AC",
    line="#77736B",
    ink="#000000",
    ink2="#26241F",
    ink3="#3E3A33",
    sel="#FFE9B0",
    link="#6B4500",
    prim="#000000",
    base="#B0260F",
    ich="#0D3A75",
    scenic="#0E7257",
    community="#4E1E36",
    land="#F1EFEA",
    focus="#FFFFFF",
    water="#B5CDD3",
    water_name="#123F4B",
    city_line="#8C8474",
    county_line="#B7AF9F",
    map_label="#2E2A23",
    halo="#FFFFFF",
    tag_heading="#000000",
    tag_episode="#000000",
    tag_action="#26241F",
    tag_dialogue="#77736B",
    tag_front="#B9B5AC",
    tag_skip="#B9B5AC",
)

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, SUNLIT)}
