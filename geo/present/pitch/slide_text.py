"""Runs of text on slides: two languages beneath one another, and how sure a figure is by form."""

# the library gives what it has no words for only through its elements
# ruff: noqa: SLF001
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from pptx.dml.color import ColorFormat
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from geo.model import Kind
from geo.present.pitch.blocks import Look, Said
from geo.present.pitch.plain import line_count, plain, shortened, width_of

INK, QUIET = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
WARN = MSO_THEME_COLOR.ACCENT_6
# square, circle, triangle, diamond: the form tells the kind, the colour repeats it
MARKS = {
    Kind.BASE: ("■", MSO_THEME_COLOR.ACCENT_1),
    Kind.ICH: ("●", MSO_THEME_COLOR.ACCENT_2),
    Kind.SCENIC: ("▲", MSO_THEME_COLOR.ACCENT_3),
    Kind.COMMUNITY: ("◆", MSO_THEME_COLOR.ACCENT_4),
}
LEADING = 1.32
SMALLER, LEAST = 2.0, 8.0
LARGE, SHRUNK, BOLDER = 24.0, 0.6, 1.05
UNDER = {Look.ESTIMATE: "dotted", Look.UNKNOWN: "dash"}
STEPS, FULL, EMPTY = 5, "●", "○"


class Voice(NamedTuple):
    """The languages of the two lines, as files name them."""

    main: str
    second: str


@dataclass(frozen=True, slots=True)
class Ink:
    """A text and its look: ``size`` in points, ``tail`` set small behind it.

    ``most``: lines it may take at most before it is cut.
    """

    said: Said
    size: float = 12.0
    look: Look = Look.PLAIN
    bold: bool = False
    quiet: bool = False
    song: bool = False
    mark: Kind | None = None
    share: float | None = None
    tail: str = ""
    most: int = 12

    @property
    def second_size(self) -> float:
        """Points of the second language."""
        return max(LEAST, self.size * SHRUNK if self.size >= LARGE else self.size - SMALLER)

    def height(self, width: float) -> float:
        """Points it takes in ``width`` points."""
        lead = "■ " if self.mark is not None else ""
        dots = 0.0 if self.share is None else width_of(f" {FULL * STEPS}", self.size - 3)
        text = f"{lead}{plain(self.said.main)}{self.tail}"
        # bold runs wider
        size = self.size * BOLDER if self.bold else self.size
        main = min(self.most, max(1, line_count(text, size, width - dots)))
        second = min(self.most, line_count(plain(self.said.second), self.second_size, width))
        return (main * self.size + second * self.second_size) * LEADING


def write(frame: Any, ink: Ink, voice: Voice, *, right: bool = False) -> None:  # noqa: ANN401
    """Write ``ink`` into an empty text frame of a shape or a cell."""
    add(frame.paragraphs[0], ink, voice, right=right)
    if plain(ink.said.second):
        said = Said(ink.said.second)
        small = replace(ink, said=said, size=ink.second_size, quiet=True, bold=False)
        small = replace(small, mark=None, share=None, tail="", look=Look.PLAIN)
        add(frame.add_paragraph(), small, Voice(voice.second, voice.second), right=right)


def add(
    paragraph: Any,  # noqa: ANN401 (the library's own paragraph)
    ink: Ink,
    voice: Voice,
    *,
    right: bool = False,
) -> None:
    """Write the first language of ``ink`` into an empty paragraph."""
    paragraph.line_spacing = Pt(round(ink.size * LEADING, 1))
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    if ink.mark is not None:
        sign, colour = MARKS[ink.mark]
        mark = _run(paragraph, f"{sign} ", ink.size - 1, voice.main)
        _colour(mark.font.color, colour)
    for number, line in enumerate(plain(ink.said.main).split("\n")):
        if number:
            paragraph.add_line_break()
        _say(_run(paragraph, line, ink.size, voice.main), ink)
    if ink.share is not None:
        full = min(STEPS, max(0, round(ink.share * STEPS)))
        gap = "\N{NO-BREAK SPACE}" if ink.said.main else ""
        dots = _run(paragraph, gap + FULL * full + EMPTY * (STEPS - full), ink.size - 3, voice.main)
        _colour(dots.font.color, QUIET)
    if ink.tail:
        tail = _run(paragraph, ink.tail, max(LEAST, ink.size - 4), voice.main)
        _colour(tail.font.color, QUIET)


def _say(run: Any, ink: Ink) -> None:  # noqa: ANN401
    quiet = ink.quiet or ink.look in (Look.QUIET, Look.UNKNOWN)
    _colour(run.font.color, WARN if ink.look is Look.WARN else QUIET if quiet else INK)
    run.font.bold = ink.bold or ink.look in (Look.STRONG, Look.ZERO, Look.WARN)
    props = run._r.get_or_add_rPr()
    if ink.look in UNDER and ink.said.main:
        props.set("u", UNDER[ink.look])
    if ink.song:
        # the face of titles, wherever the bureau's theme says that is
        for tag, face in (("latin", "+mj-lt"), ("ea", "+mj-ea")):
            one = props.makeelement(
                f"{{http://schemas.openxmlformats.org/drawingml/2006/main}}{tag}"
            )
            one.set("typeface", face)
            props.append(one)


def _run(paragraph: Any, text: str, size: float, lang: str) -> Any:  # noqa: ANN401
    run = paragraph.add_run()
    run.text = text
    run.font.size = Pt(max(1.0, size))
    props = run._r.get_or_add_rPr()
    props.set("lang", lang)
    props.set("altLang", "zh-CN" if lang == "en-US" else "en-US")
    return run


def _colour(given: ColorFormat, theme: MSO_THEME_COLOR) -> None:
    given.theme_color = theme


def fitted(ink: Ink, width: float, height: float) -> Ink:
    """``ink`` small enough for its box: first smaller, at last cut."""
    size = ink.size
    while size > LEAST + 2 and replace(ink, size=size).height(width) > height:
        size -= 1
    small = replace(ink, size=size)
    if small.height(width) <= height:
        return held(small, width)
    lines = max(1, int(height // (size * LEADING)))
    if ink.said.second:
        lines = max(1, lines // 2)
    main = shortened(plain(ink.said.main), size, width, lines)
    return replace(small, said=Said(main, cut(ink.said.second, small.second_size, width, lines)))


def cut(text: str, size: float, width: float, lines: int) -> str:
    """A text plain, and no longer than ``lines``."""
    return shortened(plain(text), size, width, lines)


def held(ink: Ink, width: float) -> Ink:
    """``ink`` with its text cut to the lines it may take."""
    main = cut(ink.said.main, ink.size, width, ink.most)
    second = cut(ink.said.second, ink.second_size, width, ink.most)
    return replace(ink, said=Said(main, second))
