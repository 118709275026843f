"""The later pages of the rich pack: permits, services, light, comparison, contacts."""

from __future__ import annotations

from geo.model import Kind
from geo.model.pitch import PitchPart
from geo.present.pitch.blocks import (
    Cell,
    Drawing,
    Fact,
    Facts,
    Look,
    Mark,
    Page,
    Said,
    Table,
    Way,
    Words,
)


def permits(t):
    return Page(
        PitchPart.PERMITS,
        t("要办什么，提前多久", "Papers and lead times"),
        (
            Table(
                "permits",
                (t("地点", "Place"), t("要办什么", "What"), t("找谁", "Whom"), t("提前", "Ahead")),
                (
                    (
                        Cell(t("退思园", "Garden of Retreat"), mark=Kind.SCENIC),
                        Cell(
                            t(
                                "全国重点文保单位，内景须报批",
                                "National heritage; inside needs approval",
                            ),
                            look=Look.WARN,
                        ),
                        Cell(t("区文物局", "heritage office")),
                        Cell(t("20 个工作日", "20 working days"), 20.0),
                    ),
                    (
                        Cell(t("黎里古镇", "Lili old town"), mark=Kind.COMMUNITY),
                        Cell(t("夜间拍摄先报社区", "Tell the community of night work")),
                        Cell(t("古镇管委会", "town office")),
                        Cell(
                            t("待管委会确认", "to be confirmed by the town office"),
                            look=Look.UNKNOWN,
                        ),
                    ),
                ),
                (0.22, 0.4, 0.2, 0.18),
            ),
        ),
    )


def services(t):
    return Page(
        PitchPart.SERVICES,
        t("来了有人管", "What we do for a crew"),
        (
            Words(
                t(
                    "派一名联络员全程跟组，协调交警、文物和社区。",
                    "One liaison stays with the crew and speaks to police and neighbours.",
                )
            ),
            Facts(
                (
                    Fact(
                        t("同里影视取景点", "Tongli filming spots"),
                        t("化妆间两间，停车 30 辆", "Two make-up rooms, parking for 30"),
                    ),
                )
            ),
        ),
    )


def drawing(t, review="", areas=()):
    """A sketch of three places; with ``areas`` it is a map."""
    return Drawing(
        (
            Mark(0.55, 0.2, t("同里", "Tongli"), Kind.BASE, "site0"),
            Mark(0.2, 0.7, t("黎里", "Lili"), Kind.COMMUNITY, "site1"),
            Mark(0.82, 0.62, t("丝绸园", "Silk park"), Kind.BASE, "site2"),
        ),
        (
            Way(0, 1, t("19 km · 35 分", "19 km · 35 min")),
            Way(0, 2, t("34 km · 50 分", "34 km · 50 min")),
        ),
        t("示意图，不含边界，不表比例", "A sketch without boundaries, not to scale"),
        review=review,
        areas=areas,
        km_per_width=60.0,
    )


def light(t):
    return Page(
        PitchPart.LIGHT,
        t("什么时候有光", "When there is light"),
        (
            Table(
                "light",
                (t("场", "Scene"), t("剧本", "Script"), t("日出", "Sunrise"), t("日落", "Sunset")),
                (
                    (
                        Cell(Said("1-2")),
                        Cell(t("沈家花园", "Shen family garden")),
                        Cell(Said("06:31")),
                        Cell(Said("16:59")),
                    ),
                    (
                        Cell(Said("1-3")),
                        Cell(t("青石巷", "Bluestone lane")),
                        Cell(Said("06:31")),
                        Cell(t("天黑 17:25", "dark from 17:25")),
                    ),
                ),
                (0.12, 0.48, 0.2, 0.2),
                frozenset({2, 3}),
            ),
        ),
    )


def compare(t):
    return Page(
        PitchPart.COMPARE,
        t("几处并排看", "Side by side"),
        (
            Table(
                "compare",
                (
                    t("地方", "Place"),
                    t("可拍", "Scenes"),
                    t("净费用", "Net cost"),
                    t("奖补最多", "Support at most"),
                ),
                (
                    (
                        Cell(t("吴江三处", "Wujiang, three places"), look=Look.STRONG),
                        Cell(t("40 场", "40"), 40.0),
                        Cell(t("≈ 4.6–8.4 万", "≈ 46,000–84,000"), 60_000.0, look=Look.ESTIMATE),
                        Cell(t("10 万", "100,000"), 100_000.0),
                    ),
                    (
                        Cell(t("鲁镇、安昌", "Luzhen and Anchang")),
                        Cell(t("34 场", "34"), 34.0),
                        Cell(t("≈ 5.1–9 万", "≈ 51,000–90,000"), 66_000.0, look=Look.ESTIMATE),
                        Cell(t("未知", "not yet known"), look=Look.UNKNOWN),
                    ),
                ),
                (0.34, 0.16, 0.28, 0.22),
                frozenset({1, 2, 3}),
            ),
        ),
    )


def contacts(t):
    return Page(
        PitchPart.CONTACTS,
        t("找谁，凭什么", "Contacts and sources"),
        (
            Facts(
                (
                    Fact(
                        t("吴江区文旅局影视服务", "Wujiang film office"),
                        Said("0512-6000 0000"),
                        t("工作日 9:00–17:00", "weekdays 9:00–17:00"),
                        Look.STRONG,
                    ),
                )
            ),
            Facts(
                (
                    Fact(
                        t("同里场地价", "Day rate of Tongli"),
                        t("待同里影视基地确认", "to be confirmed by Tongli base"),
                        look=Look.UNKNOWN,
                    ),
                ),
                t("还没定的", "Still open"),
            ),
        ),
    )
