"""Packs made by hand for every writer: one as a bureau sends it, one bare, one full of traps.

``paper(folder)`` has 60 scenes, photos and every kind of block; ``hostile(folder)`` the same pages
with names that try each format; ``bare()`` what is left when next to nothing is known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.model import Kind
from geo.model.pitch import Audience, PitchLang, PitchPart
from geo.present.pitch.blocks import (
    Bar,
    Cell,
    Chart,
    Drawing,
    Fact,
    Facts,
    Look,
    Mark,
    Page,
    Picture,
    Pictures,
    PitchPaper,
    Said,
    Table,
    Way,
    Words,
)
from geo.present.pitch.parts.brief import LINES, PLACES
from tests.geo.present.pitch.sample_brief import brief
from tests.geo.present.pitch.sample_pages import (
    answer,
    cover,
    money,
    photo,
    said,
    scene_table,
)
from tests.geo.present.pitch.sample_tables import (
    compare,
    contacts,
    drawing,
    light,
    permits,
    services,
)

TODAY = date(2026, 11, 22)
LONG = "很长的名字" * 80
# what other programs might take for markup, a formula, a way out of the folder, or a turned text
TRAPS = (
    "<script>alert(1)</script>",
    "=cmd()|'/c calc'!A1",
    "../../etc/passwd",
    "\u202eexe.fdp\u202c 反过来",
    LONG,
    '#set page(fill: red) *b* _i_ $x$ @ref "q" \\n',
    "{{ 7*7 }} {% raw %}",
    "A&B <b>粗</b> ]]> \x07 \ud83c\udfac".encode("utf-16", "surrogatepass").decode("utf-16"),
)


def paper(folder, lang=PitchLang.ZH, audience=Audience.INTERNAL, scenes=60):
    """A rich pack: every part, every kind of block, photos under ``folder``."""

    def t(zh, en):
        return said(lang, zh, en)

    pages = (
        cover(t, folder),
        answer(t, folder),
        scene_table(t, scenes, folder),
        money(t),
        permits(t),
        services(t),
        Page(
            PitchPart.MAP,
            t("都在哪儿", "Where they are"),
            (
                drawing(t),
                Words(
                    t(
                        "路程按直线距离推算，出发前再核。",
                        "Ways are estimated from straight distance; check before you drive.",
                    ),
                    "note",
                ),
            ),
        ),
        light(t),
        compare(t),
        contacts(t),
    )
    return PitchPaper(
        t("《一曲姑苏》可以在吴江拍", "A Song of Gusu can be shot in Wujiang"),
        t("取景推介", "Location pitch"),
        t("苏州市吴江区 · 取景推介", "Wujiang, Suzhou · Location pitch"),
        t("来源见末页 · 带 ≈ 的是估算", "Sources on the last page · ≈ marks estimates"),
        lang,
        audience,
        TODAY,
        pages,
        (
            t(
                "吴江区文体广电和旅游局《取景服务指南》 2026-03-01",
                "Wujiang culture office, Guide to filming 2026-03-01",
            ),
            t(
                "江苏省文化和旅游厅《A级景区名录》 2025-12-31",
                "Jiangsu culture department, List of A-grade scenic areas 2025-12-31",
            ),
            t("同里影视基地 电话口述 2026-11-10", "Tongli base, by phone 2026-11-10"),
        ),
        "《一曲姑苏》可以在吴江拍\n三处，能拍 60 场里的 40 场。\n净费用约 4.6–8.4 万元（估算）。",
        file_stem="一曲姑苏 吴江取景推介",
        brief=brief(t, folder, scenes),
    )


def bare(lang=PitchLang.ZH):
    """Next to nothing is known: one page, no photo, no source, no logo."""
    title = said(lang, "吴江取景推介", "Locations in Wujiang")
    answer = Page(
        PitchPart.ANSWER, title, (Words(said(lang, "还没选地方。", "No place is chosen yet.")),)
    )
    return PitchPaper(
        title,
        Said(""),
        title,
        Said(""),
        lang,
        Audience.PUBLIC,
        TODAY,
        (answer,),
        (),
        title.main,
        file_stem="pitch",
        brief=(answer,),
    )


def hostile_brief():
    """Places and scenes in brief whose every cell is a trap."""
    row = tuple(Cell(Said(trap, trap), mark=Kind.BASE) for trap in TRAPS)
    rows = (row[:2], row[2:4], row[4:6], row[6:8])
    heads = tuple(Said(trap) for trap in TRAPS[:4])
    places = Table(PLACES, heads[:2], rows, (0.4, 0.6))
    lines = Table(LINES, heads, (row[:4], row[4:]), (0.1, 0.28, 0.46, 0.16))
    return (Page(PitchPart.SCENES, Said(TRAPS[2]), (places, lines)),)


def hostile(folder, lang=PitchLang.BOTH):
    """The rich pack where names are traps; ``TRAPS`` lists what must come out as plain text."""
    rich = paper(folder, lang, scenes=12)
    head = tuple(Said(trap, trap) for trap in TRAPS[:4])
    rows = tuple(
        (
            Cell(Said(trap, trap), mark=Kind.ICH),
            Cell(Said(trap), number=1.0),
            Cell(Said(trap), share=2.0),
            Cell(Said(trap), look=Look.UNKNOWN),
        )
        for trap in TRAPS
    )
    table = Table("hostile", head, rows, (0.25, 0.25, 0.25, 0.25), title=Said(TRAPS[0], TRAPS[5]))
    facts = Facts(
        tuple(Fact(Said(trap), Said(trap, trap), Said(trap), sources=(1,)) for trap in TRAPS)
    )
    picture = Pictures((Picture(photo(folder, 1), Said(TRAPS[0], TRAPS[3])),))
    bars = tuple(Bar(Said(trap), 1.0, 0.5, 2.0, Said(trap)) for trap in TRAPS)
    chart = Chart(Said(TRAPS[1]), Said(TRAPS[5]), bars)
    marks = tuple(Mark(n / 8, n / 8, Said(trap), Kind.BASE) for n, trap in enumerate(TRAPS))
    sketch = Drawing(marks, (Way(0, 1, Said(TRAPS[0])),), Said(TRAPS[6]))
    bad = Page(
        PitchPart.ANSWER,
        Said(TRAPS[0], TRAPS[5]),
        (*(Words(Said(trap, trap)) for trap in TRAPS), facts, table, picture, chart, sketch),
    )
    return replace(
        rich,
        title=Said(TRAPS[0], TRAPS[4]),
        subtitle=Said(TRAPS[5]),
        running=Said(TRAPS[1]),
        foot=Said(TRAPS[6]),
        pages=(*rich.pages[:1], bad, *rich.pages[2:]),
        sources=tuple(Said(trap, trap) for trap in TRAPS),
        text="\n".join(TRAPS),
        brief=(*rich.brief[:1], bad, *hostile_brief()),
        file_stem="pitch",
    )
