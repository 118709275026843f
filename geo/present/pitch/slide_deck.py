"""The slides of a pack: opened from a template, its places for title, words and photo as boxes.

A bureau moves the boxes of the layouts, and what we write follows.
"""

# the library gives what it has no words for only through its elements
# ruff: noqa: SLF001
from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError, PythonPptxError
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from geo.errors import ExportError
from geo.model.pitch import PitchLang
from geo.present.pitch.blocks import Page, PitchPaper, Said
from geo.present.pitch.plain import joined, plain
from geo.present.pitch.slide_text import Ink, Voice, fitted, write

# what the layouts of our template call their places
TITLE, BODY, LOGO, NOTE, PHOTO, RUNNING, SECOND = 0, 1, 21, 22, 23, 24, 25
FOOT_KINDS = ("ftr", "sldNum")
BROKEN = (PackageNotFoundError, PythonPptxError, zipfile.BadZipFile, etree.XMLSyntaxError)
VOICES = {
    PitchLang.ZH: Voice("zh-CN", "en-US"),
    PitchLang.EN: Voice("en-US", "zh-CN"),
    PitchLang.BOTH: Voice("zh-CN", "en-US"),
}


class Box(NamedTuple):
    """A box on a slide, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """As the library takes it."""
        left, top, width, height = (Pt(side) for side in self)
        return Emu(left), Emu(top), Emu(width), Emu(height)


class Deck:
    """Slides in the making."""

    def __init__(self, paper: PitchPaper, template: Path | None) -> None:
        self.paper = paper
        self.voice = VOICES[paper.lang]
        self.show = _opened(template)
        layouts = list(self.show.slide_layouts)
        self.cover_layout = _layout(layouts, "cover", 0)
        # where there is no photo
        self.plain_layout = _layout(layouts, "plain", layouts.index(self.cover_layout))
        self.page_layout = _layout(layouts, "page", min(1, len(layouts) - 1))
        width, height = self.show.slide_width, self.show.slide_height
        self.width, self.height = Emu(width or 0).pt, Emu(height or 0).pt
        props = self.show.core_properties
        props.title = joined(paper.title)[:250]
        props.author = props.last_modified_by = ""

    @property
    def body(self) -> Box:
        """Where the blocks of a page go."""
        found = _box_of(self.page_layout, BODY)
        if found is not None:
            return found
        side = self.width * 0.045
        return Box(side, self.height * 0.23, self.width - 2 * side, self.height * 0.68)

    def holder(self, slide: Any, idx: int) -> Any | None:  # noqa: ANN401
        """The placeholder of a slide with that number."""
        for one in slide.placeholders:
            if one.placeholder_format.idx == idx:
                return one
        return None

    def fill(self, slide: Any, idx: int, ink: Ink) -> bool:  # noqa: ANN401
        """Write into a placeholder what fits; one with nothing to say goes."""
        holder = self.holder(slide, idx)
        if holder is None:
            return False
        if not plain(ink.said.main):
            take_out(holder)
            return True
        width, height = Emu(holder.width).pt, Emu(holder.height).pt
        write(holder.text_frame, fitted(ink, width, height), self.voice)
        return True

    def open_page(self, page: Page) -> Any:  # noqa: ANN401
        """A new slide with its head and foot."""
        slide = self.show.slides.add_slide(self.page_layout)
        running = Ink(Said(joined(self.paper.running)), 9, quiet=True)
        self.fill(slide, RUNNING, running)
        self.entitle(slide, page.title, "")
        body = self.holder(slide, BODY)
        if body is not None:
            take_out(body)
        self.foot(slide)
        return slide

    def entitle(self, slide: Any, title: Said, tail: str) -> None:  # noqa: ANN401
        """Write the title of a slide; ``tail``: which of several it is."""
        for idx in (TITLE, SECOND):
            holder = self.holder(slide, idx)
            if holder is not None:
                clear(holder.text_frame)
        if self.holder(slide, SECOND) is not None:
            self.fill(slide, TITLE, Ink(Said(title.main), 26, bold=True, song=True, tail=tail))
            holder = self.holder(slide, SECOND)
            if title.second and holder is not None:
                small = Ink(Said(title.second), 12, quiet=True)
                width, height = Emu(holder.width).pt, Emu(holder.height).pt
                write(holder.text_frame, fitted(small, width, height), Voice("en-US", "en-US"))
        else:
            self.fill(slide, TITLE, Ink(Said(joined(title)), 26, bold=True, song=True, tail=tail))

    def foot(self, slide: Any) -> None:  # noqa: ANN401
        """Foot and number, where the layout has a place for them."""
        for one in self.page_layout.placeholders:
            mark = one._element.find(".//" + qn("p:ph"))
            if mark is None or mark.get("type") not in FOOT_KINDS:
                continue
            copied = deepcopy(one._element)
            slide.shapes._spTree.append(copied)
            shape = slide.shapes[-1]
            if mark.get("type") == "ftr":
                clear(shape.text_frame)
                foot = joined(self.paper.foot)
                write(shape.text_frame, fitted(Ink(Said(foot), 9, quiet=True), 760, 14), self.voice)

    def note(self, slide: Any, numbers: Sequence[int]) -> None:  # noqa: ANN401
        """The sources of a slide in its notes."""
        lines = [
            f"[{number}] {joined(self.paper.sources[number - 1])}"
            for number in sorted(set(numbers))
            if 0 < number <= len(self.paper.sources)
        ]
        if lines:
            frame = slide.notes_slide.notes_text_frame
            if frame is not None:
                frame.text = "\n".join(lines)

    def saved(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        self.show.save(out)
        return out.getvalue()


def _opened(template: Path | None) -> Any:  # noqa: ANN401 (the library's own class)
    """The template without the slides that may stand in it; ExportError where it is broken."""
    try:
        show = Presentation(None if template is None else str(template))
        listed = show.slides._sldIdLst
        for one in list(listed):
            show.part.drop_rel(one.rId)
            listed.remove(one)
        if not len(show.slide_layouts):
            raise ValueError
    except (*BROKEN, OSError, KeyError, ValueError, AttributeError) as error:
        name = "" if template is None else template.name
        raise ExportError("pitch_template_broken", file=name) from error
    return show


def _layout(layouts: list[Any], name: str, other: int) -> Any:  # noqa: ANN401
    """The layout whose name says what it is for, else the one that usually is."""
    named = [one for one in layouts if name in one.name.lower()]
    return named[0] if named else layouts[other]


def _box_of(layout: Any, idx: int) -> Box | None:  # noqa: ANN401
    for one in layout.placeholders:
        if one.placeholder_format.idx == idx and one.width:
            return Box(*(Emu(side).pt for side in (one.left, one.top, one.width, one.height)))
    return None


def box_of(shape: Any) -> Box:  # noqa: ANN401
    """Where a shape stands."""
    return Box(*(Emu(side).pt for side in (shape.left, shape.top, shape.width, shape.height)))


def take_out(shape: Any) -> None:  # noqa: ANN401
    """Remove a shape."""
    shape._element.getparent().remove(shape._element)


def clear(frame: Any) -> None:  # noqa: ANN401
    """Leave one empty paragraph."""
    frame.clear()
    for run in list(frame.paragraphs[0]._p):
        frame.paragraphs[0]._p.remove(run)
