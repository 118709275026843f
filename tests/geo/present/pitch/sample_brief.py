"""The long picture of the rich pack, made by hand: one line a scene, a small photo a place."""

from __future__ import annotations

from geo.model.pitch import PitchPart
from geo.present.pitch.blocks import Cell, Facts, Look, Page, Pictures, Said, Table, Words
from geo.present.pitch.parts.brief import LINES, PLACES
from tests.geo.present.pitch.sample_pages import PLACES as SITES
from tests.geo.present.pitch.sample_pages import SETS, answer, cover, photo
from tests.geo.present.pitch.sample_tables import contacts, drawing

HEADS = (("场", "Scene"), ("剧本里", "In the script"), ("地点", "Place"), ("合适", "Fit"))


def brief(t, folder, scenes):
    """Cover, answer with places, scenes, money, map, contacts."""
    told = [one for one in answer(t, folder).blocks if not isinstance(one, Pictures)]
    sums = tuple(Facts(one.rows[:2]) for one in told if isinstance(one, Facts))
    title = contacts(t).title
    return (
        cover(t, folder),
        Page(PitchPart.ANSWER, t("一页答复", "The answer on one page"), (*told, places(t, folder))),
        Page(PitchPart.SCENES, t("哪一场，在哪拍", "Which scene, where"), (lines(t, scenes),)),
        Page(PitchPart.MONEY, t("要花多少", "What it costs"), sums),
        Page(PitchPart.MAP, t("都在哪儿", "Where they are"), (drawing(t),)),
        Page(PitchPart.CONTACTS, title, (*contacts(t).blocks[:1], end(t))),
    )


def end(t):
    return Words(t("来源 3 条，来源和细节见 PDF。", "Sources: 3; sources and details in the PDF."))


def places(t, folder):
    rows = tuple(
        (
            Cell(t(zh, en), mark=kind, photo=photo(folder, n) if n < 3 else ""),
            Cell(t("沈家正厅等 3 个景 · 正好 4", "Shen family hall … (3 sets) · 4 fit")),
        )
        for n, (zh, en, kind) in enumerate(SITES)
    )
    heads = (t("地点", "Place"), t("接", "Takes"))
    return Table(PLACES, heads, rows, (0.4, 0.6), title=t("哪处接哪些场", "Who takes what"))


def lines(t, count):
    rows = []
    for n in range(count):
        zh, en, *_ = SETS[n % len(SETS)]
        name, name_en, kind = SITES[n % len(SITES)]
        fit = Cell(t("基本合适", "nearly")) if n % 2 else Cell(t("正好", "fits"), look=Look.STRONG)
        where = Cell(t(name, name_en), mark=kind)
        if n % 3 == 2:
            where, fit = Cell(), Cell(t("没有", "none"), look=Look.QUIET)
        rows.append((Cell(Said(f"{n // 12 + 1}-{n % 12 + 1}")), Cell(t(zh, en)), where, fit))
    heads = tuple(t(*one) for one in HEADS)
    return Table(LINES, heads, tuple(rows), (0.1, 0.28, 0.46, 0.16))
