"""The palettes keep what look.md promises: contrast, colour-blind distance, one place for hex."""

from __future__ import annotations

import itertools
import re
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

from geo.model import CRITERIA, EXTRA_CRITERIA, Kind, StripKind, Tag
from gui import theme
from gui.theme import DARK, LIGHT, PALETTES, SUNLIT, app_style, font_families

GUI = Path(__file__).resolve().parents[2] / "gui"
# Machado, Oliveira and Fernandes 2009, full severity, on linear sRGB
BLIND = {
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)


def linear(colour):
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    """WCAG 2.2 contrast ratio."""
    a, b = (float(linear(c) @ [0.2126, 0.7152, 0.0722]) + 0.05 for c in (one, other))
    return max(a, b) / min(a, b)


def lab(rgb):
    xyz = TO_XYZ @ np.clip(rgb, 0, 1) / [0.95047, 1, 1.08883]
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one, other, sight):
    see = np.array(BLIND[sight]) if sight else np.eye(3)
    return float(np.linalg.norm(lab(see @ linear(one)) - lab(see @ linear(other))))


def test_the_formulas_give_known_values():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert distance("#FFFFFF", "#000000", None) == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("ground", ["win", "panel", "card", "sunk", "sel"])
@pytest.mark.parametrize("ink", ["ink", "ink2", "ink3", "link", "err", "warn", "ok"])
def test_text_can_be_read(palette, ground, ink):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.75


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_on_coloured_ground_can_be_read(palette):
    pairs = [
        (palette.on_prim, palette.prim),
        (palette.on_seal, palette.seal),
        (palette.ink, palette.err_bg),
        (palette.err, palette.err_bg),
        (palette.warn, palette.warn_bg),
        (palette.ok, palette.ok_bg),
        (palette.map_label, palette.land),
        (palette.water_name, palette.water),
    ]
    assert min(contrast(*pair) for pair in pairs) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("kind", StripKind)
def test_words_on_strips_can_be_read(palette, kind):
    fill = palette.strip(kind)
    assert min(contrast(ink, fill) for ink in palette.on_strips(kind)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_marks_stand_out_on_the_chosen_city(palette):
    assert min(contrast(palette.kind(kind), palette.focus) for kind in Kind) >= 3.4


@pytest.mark.parametrize(
    ("palette", "sight", "least"),
    [
        (LIGHT, "protan", 25),
        (LIGHT, "deutan", 29),
        (LIGHT, "tritan", 28),
        (DARK, "protan", 20),
        (DARK, "deutan", 21),
        (DARK, "tritan", 20),
        (SUNLIT, "protan", 20),
        (SUNLIT, "deutan", 20),
        (SUNLIT, "tritan", 20),
    ],
)
def test_kinds_differ_for_the_colour_blind(palette, sight, least):
    kinds = [palette.kind(kind) for kind in Kind]
    assert min(distance(a, b, sight) for a, b in itertools.combinations(kinds, 2)) >= least


@pytest.mark.parametrize("sight", [None, *BLIND])
@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_criteria_differ_for_the_colour_blind(palette, sight):
    colours = [palette.criterion(one) for one in (*CRITERIA, *EXTRA_CRITERIA)]
    assert min(distance(a, b, sight) for a, b in itertools.combinations(colours, 2)) >= 18.9
    # those of the user's own are hatched besides
    own = palette.criterion("own.1")
    assert min(distance(own, other, sight) for other in colours) >= 17


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_a_slider_stands_out_on_its_ground(palette):
    extras = [palette.criterion(one) for one in (*EXTRA_CRITERIA, "own.1")]
    grounds = [palette.win, palette.panel, palette.card]
    assert min(contrast(one, ground) for one in extras for ground in grounds) >= 3


def test_no_colour_is_named_outside_the_palette():
    pattern = re.compile(r"""["'(\s:]#[0-9A-Fa-f]{3,8}\b""")
    named = [
        path.relative_to(GUI).as_posix()
        for path in GUI.rglob("*.py")
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert named == ["theme/palette.py"]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_colour_is_a_colour(palette):
    texts = {key: value for key, value in asdict(palette).items() if isinstance(value, str)}
    del texts["name"]
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in texts.values())


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_qt_takes_the_style_sheet(qtbot, palette, scale):
    app = QApplication.instance()
    theme.apply(app, palette, "zh", scale)
    try:
        label = QLabel("可拍")
        qtbot.addWidget(label)
        label.ensurePolished()
        assert label.palette().windowText().color().name().upper() == palette.ink
        assert "$" not in app_style(palette, scale)
        assert theme.font().pixelSize() == round((13 + palette.grow) * scale)
    finally:
        theme.apply(app, LIGHT, "zh")


def test_sunlit_is_larger():
    small, large = app_style(LIGHT), app_style(SUNLIT)
    button = re.compile(r"QPushButton, QToolButton \{[^}]*min-height: (\d+)px")
    assert int(button.findall(large)[0]) >= 38 > int(button.findall(small)[0])
    # what a cold finger answers is as large in every light: 44 px with its borders
    big = re.compile(r'QLineEdit\[big="true"\][^}]*min-height: (\d+)px')
    assert big.findall(small)[0] == big.findall(large)[0] == "42"


def test_documents_keep_their_own_punctuation_in_an_english_window(qapp):
    def wide(font):
        return QFontMetricsF(font).horizontalAdvance("先，昨，")

    before = [wide(theme.song(15)), wide(theme.ui_font("zh", 15))]
    theme.apply(qapp, LIGHT, "en")
    assert [wide(theme.song(15)), wide(theme.ui_font("zh", 15))] == before


def test_what_stands_there_speaks_chinese_again_after_english(qapp, qtbot):
    label = QLabel("先，昨，")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.sizeHint().width()
    theme.apply(qapp, LIGHT, "en")
    theme.apply(qapp, LIGHT, "zh")
    assert b"pwid" not in {bytes(tag.toString()) for tag in label.font().featureTags()}
    assert label.sizeHint().width() == before


def test_each_tag_of_a_line_has_a_colour_of_its_own_family():
    for palette in PALETTES.values():
        strips = {tag: palette.tag(tag) for tag in Tag if tag is not Tag.BLANK}
        # a heading and an episode are both ink; words stand beside every strip
        assert len(set(strips.values())) >= len(strips) - 2
        for tag in (Tag.HEADING, Tag.CAST, Tag.ACTION, Tag.SPEAKER):
            assert contrast(strips[tag], palette.card) >= 3


def test_english_asks_a_latin_font_first():
    assert font_families("en")[0] == "Segoe UI"
    assert font_families("zh")[0] == "Microsoft YaHei UI"
