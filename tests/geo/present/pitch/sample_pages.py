"""The pages of the rich pack, made by hand."""

from __future__ import annotations

from PIL import Image, ImageDraw

from geo.model import Kind
from geo.model.pitch import PitchLang, PitchPart
from geo.present.pitch.blocks import (
    Bar,
    Cell,
    Chart,
    Fact,
    Facts,
    Look,
    Page,
    Picture,
    Pictures,
    Said,
    Table,
    Words,
)

PLACES = (
    ("同里影视取景点", "Tongli filming spots", Kind.BASE),
    ("黎里古镇", "Lili old town", Kind.COMMUNITY),
    ("吴江丝绸文化创意产业园", "Wujiang silk park", Kind.BASE),
    ("先蚕祠", "Silkworm shrine", Kind.ICH),
    ("退思园", "Garden of Retreat", Kind.SCENIC),
)
# the scenes that are the first of a place to be served
FIRSTS = (0, 1, 3, 4, 7)
SETS = (
    ("沈家正厅", "Shen family hall", "内日", "INT · DAY"),
    ("沈家花园", "Shen family garden", "外日", "EXT · DAY"),
    ("青石巷", "Bluestone lane", "外夜", "EXT · NIGHT"),
    ("河埠码头", "River landing", "外夜", "EXT · NIGHT"),
    ("丝厂车间", "Silk mill floor", "内日", "INT · DAY"),
    ("先蚕祠", "Silkworm shrine", "外日", "EXT · DAY"),
)
TINTS = ("#8fa596", "#b2a288", "#7d8fa1", "#a9b7a4", "#c2b49a")


def photo(folder, number, size=(1600, 1067)):
    """A drawn photo on disk; its path."""
    path = folder / f"photo{number}.jpg"
    if not path.exists():
        picture = Image.new("RGB", size, TINTS[number % len(TINTS)])
        pen = ImageDraw.Draw(picture)
        width, height = size
        pen.polygon(
            [
                (width * 0.3, height * 0.5),
                (width * 0.5, height * 0.35),
                (width * 0.7, height * 0.5),
            ],
            fill="#4d4740",
        )
        pen.rectangle((width * 0.36, height * 0.5, width * 0.64, height * 0.7), fill="#dcd4c4")
        picture.save(path, quality=80)
    return str(path)


def said(lang, zh, en):
    """A text in one language or both."""
    if lang is PitchLang.BOTH:
        return Said(zh, en)
    return Said(en if lang is PitchLang.EN else zh)


def cover(t, folder):
    return Page(
        PitchPart.COVER,
        t("《一曲姑苏》可以在吴江拍", "A Song of Gusu can be shot in Wujiang"),
        (
            Words(t("致《一曲姑苏》剧组", "To the crew of A Song of Gusu"), "lead"),
            Pictures((Picture(photo(folder, 0), t("同里", "Tongli"), "tongli"),)),
            Words(
                t(
                    "苏州市吴江区文体广电和旅游局\n2026年11月22日",
                    "Wujiang Bureau of Culture and Tourism\n22 November 2026",
                )
            ),
        ),
    )


def answer(t, folder):
    return Page(
        PitchPart.ANSWER,
        t("一页答复", "The answer on one page"),
        (
            Words(
                t(
                    "三处地方，能拍 60 场里的 40 场。园林、老街、水埠、丝厂都在 50 分钟车程内。",
                    "Three places can take 40 of your 60 scenes, all within 50 minutes.",
                ),
                "lead",
            ),
            Pictures(
                tuple(
                    Picture(photo(folder, n), t(PLACES[n][0], PLACES[n][1]), f"site{n}")
                    for n in range(3)
                )
            ),
            Facts(
                (
                    Fact(
                        t("净费用", "Net cost"),
                        t("≈ 4.6–8.4 万元", "≈ RMB 46,000–84,000"),
                        t("三天 · 估算", "three days · estimate"),
                        Look.ESTIMATE,
                        (1,),
                    ),
                    Fact(
                        t("奖补", "Support"),
                        t("确定 0；最多 10 万元", "certain 0; at most RMB 100,000"),
                        t("评审后、播出后付", "paid after review and release"),
                        Look.PLAIN,
                        (1, 2),
                    ),
                    Fact(
                        t("场地", "Venue"),
                        t("待同里影视基地确认", "to be confirmed by Tongli base"),
                        t("11月28日前答复", "answer by 28 November"),
                        Look.UNKNOWN,
                    ),
                    Fact(
                        t("许可", "Permits"),
                        t(
                            "退思园：外景可拍，内景须另批",
                            "Garden: outside yes, inside needs a permit",
                        ),
                        look=Look.WARN,
                    ),
                    Fact(
                        t("联系", "Contact"),
                        t(
                            "吴江区文旅局影视服务 0512-6000 0000",
                            "Wujiang film office 0512-6000 0000",
                        ),
                        look=Look.STRONG,
                    ),
                )
            ),
        ),
    )


def scene_table(t, count, folder=None):
    """The scenes; with a folder the first row of each place bears a photo."""
    rows = []
    for n in range(count):
        zh, en, when_zh, when_en = SETS[n % len(SETS)]
        place = PLACES[n % len(PLACES)]
        served = n % 3 < 2
        rows.append(
            (
                Cell(Said(f"{n // 12 + 1}-{n % 12 + 1}")),
                Cell(t(zh, en)),
                Cell(t(when_zh, when_en)),
                Cell(
                    t(place[0], place[1]),
                    mark=place[2],
                    photo=photo(folder, n % len(PLACES)) if folder and n in FIRSTS else "",
                )
                if served
                else Cell(t("这里没有", "none here"), look=Look.UNKNOWN),
                Cell(
                    t("正好", "fits") if n % 2 else t("代用", "stand-in"),
                    number=0.9 if n % 2 else 0.6,
                    share=0.9 if n % 2 else 0.6,
                )
                if served
                else Cell(t("没有", "none")),
                Cell(
                    t(
                        "有明清大宅；剧本写着“正厅”。",
                        "Has a Ming–Qing mansion; the script says “hall”.",
                    )
                    if served
                    else t("三处都没有医院。", "None of the three has a hospital.")
                ),
            )
        )
    return Page(
        PitchPart.SCENES,
        t("哪一场，在哪拍", "Which scene, where"),
        (
            Words(
                t(
                    "共 60 场：正好 20 场，代用 20 场，这里拍不了 20 场。",
                    "60 scenes: 20 fit, 20 by a stand-in, 20 not here.",
                )
            ),
            Table(
                "scenes",
                (
                    t("场", "Scene"),
                    t("剧本", "Script"),
                    t("内外", "INT/EXT"),
                    t("地点", "Place"),
                    t("合适", "Fit"),
                    t("为什么", "Why"),
                ),
                tuple(rows),
                (0.08, 0.16, 0.12, 0.22, 0.14, 0.28),
                wide=True,
            ),
        ),
    )


def money(t):
    def row(zh, en, low, mid, high):
        text = t(f"≈ {low:,}–{high:,}", f"≈ {low:,}–{high:,}")
        return (
            Cell(t(zh, en)),
            Cell(text, number=float(mid), look=Look.ESTIMATE),
            Cell(t("估算", "estimate"), look=Look.QUIET),
        )

    return Page(
        PitchPart.MONEY,
        t("要花多少，能补多少", "What it costs, what comes back"),
        (
            Table(
                "cost",
                (t("项目", "Item"), t("金额（元）", "RMB"), t("依据", "Basis")),
                (
                    row("住宿", "Beds", 12_000, 15_000, 21_000),
                    row("伙食", "Meals", 6_000, 8_000, 10_000),
                    row("市内用车", "Local transport", 9_000, 11_000, 14_000),
                    (
                        Cell(t("场地", "Venue")),
                        Cell(
                            t("待同里影视基地确认", "to be confirmed by Tongli base"),
                            look=Look.UNKNOWN,
                        ),
                        Cell(),
                    ),
                ),
                (0.4, 0.35, 0.25),
                frozenset({1}),
                t("费用", "Cost"),
            ),
            Chart(
                t("费用、奖补和净费用", "Cost, support and net cost"),
                t("万元", "RMB 10,000"),
                (
                    Bar(t("总费用", "Gross"), 6.0, 4.6, 8.4, t("≈ 4.6–8.4", "≈ 4.6–8.4")),
                    Bar(t("奖补：确定", "Support: certain"), 0.0, text=Said("0")),
                    Bar(t("奖补：最多", "Support: at most"), 10.0, text=Said("10")),
                    Bar(t("场地", "Venue"), None, text=t("待确认", "to be confirmed")),
                ),
            ),
            Table(
                "subsidy",
                (
                    t("办法", "Rule"),
                    t("确定", "Certain"),
                    t("有望", "Expected"),
                    t("最多", "At most"),
                    t("什么时候给", "When"),
                ),
                (
                    (
                        Cell(t("吴江取景奖补", "Wujiang location support")),
                        Cell(Said("0"), 0.0, look=Look.ZERO),
                        Cell(t("说不准", "cannot be told"), look=Look.UNKNOWN),
                        Cell(t("10 万", "100,000"), 100_000.0),
                        Cell(t("播出后", "after release")),
                    ),
                ),
                (0.36, 0.14, 0.16, 0.14, 0.2),
                frozenset({1, 2, 3}),
                t("奖补", "Support"),
            ),
            Words(
                t(
                    "“最多”不是“会有”。奖补以当年文件和评审为准，须过公平竞争审查。",
                    "“At most” is no promise; fair-competition review applies.",
                ),
                "warn",
            ),
        ),
    )
