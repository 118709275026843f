"""The pack as PDF and pictures: read back with pdfium and Pillow; data is never source."""

from __future__ import annotations

import ctypes
import io
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from geo.errors import ExportError
from geo.model import Kind
from geo.model.pitch import PitchLang, PitchPart
from geo.present.pitch.blocks import Cell, Facts, Page, Picture, Pictures, Said, Table
from geo.present.pitch.pdf import page_pictures, write_long, write_pdf, write_phone_pdf
from tests.geo.present.pitch import samples
from tests.geo.present.pitch.sample_pages import FIRSTS

TEMPLATES = Path(__file__).resolve().parents[4] / "assets" / "templates"
PITCH, PHONE, PIECES = (TEMPLATES / name for name in ("pitch.typ", "phone.typ", "pieces.typ"))
MEGABYTE = 1_000_000


def bare_text(text):
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def flat(path):
    """All text without the breaks that lines bring."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return bare_text("".join(pages))


def texts_of(paper, heads):
    """What the pages must say, word for word; on a phone a name goes without its column's head."""
    for page in paper.pages:
        yield from page.title
        for block in page.blocks:
            if isinstance(block, Facts):
                for row in block.rows:
                    yield from (*row.label, *row.value, *row.note)
            elif isinstance(block, Table):
                for head in block.head if heads else ():
                    yield from head
                for row in block.rows:
                    for cell in row:
                        yield from cell.text
    for source in paper.sources:
        yield from source


@pytest.fixture(scope="module", params=list(PitchLang), ids=str)
def rich(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rich")
    paper = samples.paper(folder, request.param)
    sheets = write_pdf(paper, PITCH, PIECES, folder / "a.pdf")
    phone = write_phone_pdf(paper, PHONE, PIECES, folder / "b.pdf")
    return paper, sheets, phone


def test_every_figure_and_name_is_in_both_files(rich):
    paper, *files = rich
    for path, heads in zip(files, (True, False), strict=True):
        whole = flat(path)
        missing = [text for text in texts_of(paper, heads) if bare_text(text) not in whole]
        assert missing == []


def test_it_is_tagged_for_screen_readers_and_has_no_empty_boxes(rich):
    # a file that names itself PDF/UA-1 was refused by the compiler had a sign had no glyph
    for path in rich[1:]:
        assert b"pdfuaid" in path.read_bytes()
        with pypdfium2.PdfDocument(path) as document:
            assert pdfium.FPDFCatalog_IsTagged(document)
            assert rich[0].title.main in document.get_metadata_value("Title")


def name_of(font):
    buffer = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 200)
    return buffer.value.decode()


def test_fonts_are_inside_and_titles_are_in_song(rich):
    sizes = {}
    with pypdfium2.PdfDocument(rich[1]) as document:
        for page in document:
            for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(item)
                assert pdfium.FPDFFont_GetIsEmbedded(font) == 1
                size = ctypes.c_float()
                assert pdfium.FPDFTextObj_GetFontSize(item, size)
                sizes[size.value] = name_of(font)
    title, small = sizes[max(sizes)], sizes[min(sizes)]
    assert title != small
    if rich[0].lang is not PitchLang.EN and "Noto" in title:
        assert "Serif" in title


def test_bookmarks_are_the_parts(rich):
    paper, *files = rich
    for path in files:
        with pypdfium2.PdfDocument(path) as document:
            top = [one.get_title() for one in document.get_toc() if one.level == 0]
        assert top == [page.title.main for page in paper.pages]


def test_pages_are_a4_and_tall_and_nothing_stands_outside(rich):
    for path, size in zip(rich[1:], ((595, 842), (360, 640)), strict=True):
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                width, height = page.get_size()
                assert (round(width), round(height)) == size
                for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                    left, bottom, right, top = item.get_bounds()
                    assert left >= 12
                    assert right <= width - 10
                    assert bottom >= 10
                    assert top <= height - 10


def test_pictures_of_the_pages_are_those_pages(rich):
    paper, sheets, phone = rich
    for path, template, pixels in ((sheets, PITCH, 240), (phone, PHONE, 180)):
        drawn = page_pictures(paper, template, PIECES, pixels)
        with pypdfium2.PdfDocument(path) as document:
            assert len(drawn) == len(document)
            wanted = [page.get_size() for page in document]
        for content, (width, height) in zip(drawn, wanted, strict=True):
            with Image.open(io.BytesIO(content)) as picture:
                assert picture.format == "PNG"
                assert abs(picture.width - pixels) <= 1
                assert abs(picture.height - pixels * height / width) <= 1


@pytest.mark.parametrize(
    ("lang", "scenes", "most"), [(PitchLang.ZH, 36, 9_000), (PitchLang.BOTH, 60, 14_000)]
)
def test_the_long_picture_is_one_that_people_read(tmp_path, lang, scenes, most):
    paper = samples.paper(tmp_path, lang, scenes=scenes)
    path = write_long(paper, PHONE, PIECES, tmp_path / "a.png")
    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.width == 1080
        assert scenes * 50 < picture.height < most
    assert path.stat().st_size < 5 * MEGABYTE


# ---- photos


def noise(folder, number, size=(1600, 1066)):
    """A photo that no format makes small."""
    path = folder / f"noise{number}.jpg"
    grain = Image.frombytes("L", (size[0] // 2, size[1] // 2), os.urandom(size[0] * size[1] // 4))
    grain.resize(size).convert("RGB").save(path, quality=82)
    return str(path)


def test_many_heavy_photos_still_go_through_wechat(tmp_path):
    kept = [noise(tmp_path, n) for n in range(3)]
    shots = tuple(Picture(kept[n % 3], Said(f"第 {n} 张"), f"s{n}") for n in range(20))
    page = Page(PitchPart.ANSWER, Said("照片"), (Pictures(shots),))
    paper = replace(samples.bare(), pages=(page,))
    assert sum(Path(one.path).stat().st_size for one in shots) > 10 * MEGABYTE
    phone = write_phone_pdf(paper, PHONE, PIECES, tmp_path / "a.pdf")
    assert phone.stat().st_size < 10 * MEGABYTE
    assert "第19张" in flat(phone)
    table = Table("t", (Said("地点"),), ((Cell(Said("同里"), mark=Kind.SCENIC),),), (1.0,))
    marked = replace(paper, pages=(page, Page(PitchPart.SCENES, Said("场"), (table,))))
    brief = replace(marked, brief=marked.pages)
    long = write_long(brief, PHONE, PIECES, tmp_path / "a.png")
    assert long.stat().st_size < 5 * MEGABYTE
    with Image.open(long) as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
    # however many colours photos take, paper, ink and the mark of a kind stay what they are
    assert {(255, 255, 255), (0x24, 0x22, 0x1F), (0x2E, 0x94, 0x78)} <= colours


def test_a_photo_that_cannot_be_read_is_left_out_and_no_path_is_told(tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8 no photo")
    paths = [str(broken), str(tmp_path / "gone.jpg"), samples.photo(tmp_path, 3), ""]
    shots = tuple(Picture(path, Said(f"图{n}")) for n, path in enumerate(paths))
    page = Page(PitchPart.ANSWER, Said("照片"), (Pictures(shots),))
    paper = replace(samples.bare(), pages=(page,), logo=str(broken))
    path = write_pdf(paper, PITCH, PIECES, tmp_path / "a.pdf")
    whole = flat(path)
    assert [f"图{n}" in whole for n in range(4)] == [False, False, True, False]
    assert b"photo3" not in path.read_bytes()
    assert tmp_path.name.encode() not in path.read_bytes()


def small_pictures(path):
    """Width and height in points of the photos no wider than a column, with what is cut off."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=9):
                left, bottom, right, top = one.get_bounds()
                if right - left < 100:
                    yield round(right - left), round(top - bottom)


def test_a_row_bears_its_photo_small_and_cut_not_stretched(tmp_path):
    samples.photo(tmp_path, 1, (900, 1200))
    paper = samples.paper(tmp_path)
    scenes = next(one for one in paper.pages if one.part is PitchPart.SCENES)
    paper = replace(paper, pages=(scenes,), logo="")
    path = write_pdf(paper, PITCH, PIECES, tmp_path / "a.pdf")
    # 22.5 mm by 15 mm; the tall one keeps its shape
    others = len(FIRSTS) - 1
    assert sorted(small_pictures(path)) == [(64, 43)] * others + [(64, 85)]
    phone = write_phone_pdf(paper, PHONE, PIECES, tmp_path / "b.pdf")
    assert sorted(small_pictures(phone)) == [(72, 48)] * others + [(72, 96)]


def test_the_logo_stands_on_the_cover(tmp_path):
    def photos(paper):
        path = write_pdf(paper, PITCH, PIECES, tmp_path / "a.pdf")
        with pypdfium2.PdfDocument(path) as document:
            return len(list(document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])))

    paper = samples.paper(tmp_path, scenes=2)
    logo = samples.photo(tmp_path, 4, (300, 120))
    assert photos(replace(paper, logo=logo)) == photos(paper) + 1


# ---- names that try it


def test_a_name_is_text_whatever_it_holds(tmp_path):
    paper = samples.hostile(tmp_path)
    for path in (
        write_pdf(paper, PITCH, PIECES, tmp_path / "a.pdf"),
        write_phone_pdf(paper, PHONE, PIECES, tmp_path / "b.pdf"),
    ):
        whole = flat(path)
        for trap in samples.TRAPS[:3] + samples.TRAPS[4:7]:
            assert bare_text(trap) in whole
        assert "\u202e" not in whole
        with pypdfium2.PdfDocument(path) as document:
            # the long name turns no page into a column of single characters
            assert len(document) < 30
            for page in document:
                width, height = page.get_size()
                for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                    left, bottom, right, top = item.get_bounds()
                    assert left >= 8
                    assert right <= width - 8
                    assert bottom >= 8
                    assert top <= height - 8
    write_long(paper, PHONE, PIECES, tmp_path / "a.png")


def test_next_to_nothing_is_a_page_too(tmp_path):
    for lang in PitchLang:
        path = write_pdf(samples.bare(lang), PITCH, PIECES, tmp_path / "a.pdf")
        with pypdfium2.PdfDocument(path) as document:
            assert len(document) == 1
    write_long(samples.bare(), PHONE, PIECES, tmp_path / "a.png")
    empty = replace(samples.bare(), pages=())
    assert len(page_pictures(empty, PITCH, PIECES, 200)) == 1


# ---- a template of the user's own


def test_a_changed_template_and_changed_pieces_are_used(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    template = Path(shutil.copy(PITCH, own))
    template.write_text(template.read_text(encoding="utf-8") + "\n自己加的一行", encoding="utf-8")
    path = write_pdf(samples.bare(), template, PIECES, tmp_path / "a.pdf")
    assert "自己加的一行" in flat(path)
    pieces = Path(shutil.copy(PIECES, own))
    text = pieces.read_text(encoding="utf-8")
    pieces.write_text(
        text.replace("#let title(pair", '#let title(pair, ..any) = "自己的标题"\n#let older(pair'),
        encoding="utf-8",
    )
    assert "自己的标题" in flat(write_pdf(samples.bare(), template, PIECES, path))


@pytest.mark.parametrize(
    ("line", "code"),
    [("#nobody()", "paper_template"), ('#import "@preview/cetz:0.3.0"', "paper_package")],
)
@pytest.mark.parametrize("name", ["pitch.typ", "pieces.typ"])
def test_a_broken_template_is_told_with_its_line(tmp_path, line, code, name):
    own = tmp_path / "own"
    own.mkdir()
    for file in (PITCH, PIECES):
        shutil.copy(file, own)
    broken = own / name
    broken.write_text(f"// one\n{line}\n{broken.read_text(encoding='utf-8')}", encoding="utf-8")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"as it was")
    with pytest.raises(ExportError) as caught:
        write_pdf(samples.bare(), own / "pitch.typ", PIECES, path)
    assert caught.value.code == code
    assert (caught.value.values["file"], caught.value.values["line"]) == (name, 2)
    assert path.read_bytes() == b"as it was"


@pytest.mark.parametrize("text", ["", " \n", "// a note to myself", "#set page(width: 9cm)"])
def test_a_template_that_makes_an_empty_page_is_refused(tmp_path, text):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"as it was")
    for name in ("pitch.typ", "phone.typ"):
        own = tmp_path / name
        own.write_text(text, encoding="utf-8")
        for write in (write_pdf, write_phone_pdf, write_long):
            with pytest.raises(ExportError) as caught:
                write(samples.bare(), own, PIECES, path)
            assert caught.value.code == "paper_template_empty"
            assert caught.value.values["file"] == name
        with pytest.raises(ExportError, match="paper_template_empty"):
            page_pictures(samples.bare(), own, PIECES, 100)
    assert path.read_bytes() == b"as it was"
