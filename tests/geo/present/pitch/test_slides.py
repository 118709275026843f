"""Slides: real text, native tables and charts, names that stay names, read by another program."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation
from pptx.util import Emu

from geo.errors import ExportError
from geo.model.pitch import PitchLang, PitchPart
from geo.present.pitch import plain as plain_module
from geo.present.pitch import slides
from geo.present.pitch.blocks import Bar, Cell, Chart, Page, Said, Table, Words
from geo.present.pitch.plain import ELLIPSIS, line_count, plain, shortened
from geo.present.pitch.slide_charts import chart_title
from geo.present.pitch.slides import write_pptx
from tests.geo.present.pitch import samples
from tests.geo.present.pitch.offices import fonts_of, needs_slides, printed, words_of
from tests.geo.present.pitch.reading import paper_of
from tests.geo.present.pitch.sample_pages import FIRSTS
from tests.geo.present.pitch.sample_pitch import pitch

TEMPLATE = Path(__file__).parents[4] / "assets" / "templates" / "pitch.pptx"


def shapes_of(shapes):
    for one in shapes:
        yield from shapes_of(one.shapes) if one.shape_type == 6 else (one,)


def texts_of(slide):
    for shape in shapes_of(slide.shapes):
        if shape.has_text_frame:
            yield shape.text_frame.text.replace("\v", "\n")
        if getattr(shape, "has_table", False) and shape.has_table:
            for row in shape.table.rows:
                yield from (cell.text_frame.text for cell in row.cells)


def all_text(path):
    return "\n".join(text for slide in Presentation(path).slides for text in texts_of(slide))


def charts_of(path):
    slides = Presentation(path).slides
    return [s.chart for slide in slides for s in slide.shapes if getattr(s, "has_chart", False)]


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rich")
    path = folder / "rich.pptx"
    write_pptx(samples.paper(folder, PitchLang.BOTH), path, TEMPLATE)
    return path


@pytest.fixture(scope="module")
def traps(tmp_path_factory):
    folder = tmp_path_factory.mktemp("traps")
    return write_pptx(samples.hostile(folder), folder / "traps.pptx", TEMPLATE)


def test_every_scene_stands_in_a_native_table_under_its_head(rich):
    found = []
    for slide in Presentation(rich).slides:
        for shape in slide.shapes:
            if shape.has_table and shape.table.first_row:
                head = shape.table.cell(0, 0).text_frame.text.split("\n")
                if head == ["场", "Scene"]:
                    rows = list(shape.table.rows)[1:]
                    found += [row.cells[0].text_frame.text for row in rows]
    scenes = [label for label in found if "-" in label]
    # sixty of the script, then those of the table of light
    assert scenes[:60] == [f"{1 + n // 12}-{1 + n % 12}" for n in range(60)]


def test_nothing_stands_beyond_the_edge_of_a_slide(rich, traps):
    for path in (rich, traps):
        show = Presentation(path)
        for slide in show.slides:
            for shape in slide.shapes:
                assert shape.left >= 0
                assert shape.top >= 0
                assert shape.left + shape.width <= show.slide_width + Emu(20_000)
                assert shape.top + shape.height <= show.slide_height + Emu(20_000), shape.name


def test_a_chart_is_native_and_its_figures_can_be_edited(rich):
    chart = charts_of(rich)[0]
    # charts of this kind begin at the foot; the venue nobody priced has no bar
    assert list(chart.plots[0].series[0].values) == [None, 10.0, 0.0, 6.0]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    rows = list(book.active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == [None, 10, 0, 6]
    # whiskers reach from 4.6 to 8.4 about 6
    assert rows[4][2] == pytest.approx(2.4)
    assert rows[4][3] == pytest.approx(1.4)
    assert "errBars" in chart._chartSpace.xml
    assert chart.value_axis.minimum_scale == 0


def test_a_bar_below_nought_is_not_cut_off(tmp_path):
    chart = Chart(Said("净"), Said("万元"), (Bar(Said("甲"), -2.0, -4.0, 1.0),))
    paper = samples.bare()
    page = Page(PitchPart.MONEY, Said("钱"), (chart,))
    path = write_pptx(replace(paper, pages=(page,)), tmp_path / "a.pptx", TEMPLATE)
    assert charts_of(path)[0].value_axis.minimum_scale is None


def test_names_stay_names(traps):
    told = all_text(traps)
    for trap in samples.TRAPS[:3] + samples.TRAPS[5:7]:
        assert plain(trap) in told
    assert "\u202e" not in told
    assert "\x07" not in told
    for chart in charts_of(traps):
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        assert all(cell.data_type != "f" for cell in cells)
    with zipfile.ZipFile(traps) as archive:
        links = [name for name in archive.namelist() if name.endswith(".rels")]
        assert all(b'TargetMode="External"' not in archive.read(name) for name in links)


def test_a_name_that_begins_like_a_formula_is_text_in_the_book_of_a_chart(tmp_path):
    chart = Chart(Said("甲"), Said("=1+1"), (Bar(Said("=cmd()|'/c calc'!A1"), 3.0),))
    paper = samples.bare()
    made = replace(paper, pages=(Page(PitchPart.MONEY, Said("钱"), (chart,)),))
    path = write_pptx(made, tmp_path / "a.pptx", TEMPLATE)
    blob = charts_of(path)[0].part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob)).active
    assert sheet["A2"].value.startswith("=cmd()")
    assert (sheet["A2"].data_type, sheet["B1"].data_type) == ("s", "s")


def test_sources_that_a_slide_cites_stand_in_its_notes(rich):
    notes = [
        slide.notes_slide.notes_text_frame.text
        for slide in Presentation(rich).slides
        if slide.has_notes_slide
    ]
    assert any("[1] 吴江区文体广电和旅游局《取景服务指南》 2026-03-01" in note for note in notes)


def test_the_logo_and_the_photos_are_pictures_with_words(tmp_path):
    logo = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), "#c23b22").save(logo)
    paper = samples.paper(tmp_path)
    made = replace(paper, logo=str(logo))
    path = write_pptx(made, tmp_path / "a.pptx", TEMPLATE)
    cover = Presentation(path).slides[0]
    pictures = [shape for shape in cover.shapes if shape.shape_type == 13]
    shown = next(shape for shape in pictures if shape.name == "logo")
    assert shown.width / shown.height == pytest.approx(3, rel=0.01)
    described = [one._element.nvPicPr.cNvPr.get("descr") for one in pictures if one is not shown]
    assert described
    assert all(described)


def test_photos_of_rows_stand_over_the_table(tmp_path):
    paper = samples.paper(tmp_path, scenes=8)
    scenes = next(one for one in paper.pages if one.part is PitchPart.SCENES)
    show = Presentation(write_pptx(replace(paper, pages=(scenes,)), tmp_path / "a.pptx", TEMPLATE))
    described = [
        shape._element.nvPicPr.cNvPr.get("descr")
        for slide in show.slides
        for shape in slide.shapes
        if shape.shape_type == 13
    ]
    assert described == [
        cell.text.main for row in scenes.blocks[1].rows for cell in row if cell.photo
    ]
    assert len(described) == len(FIRSTS)


def test_photos_that_are_gone_or_broken_are_left_out(tmp_path):
    paper = samples.paper(tmp_path)
    for photo in tmp_path.glob("*.jpg"):
        photo.write_bytes(b"" if photo.stem.endswith("1") else b"no picture")
    path = write_pptx(paper, tmp_path / "a.pptx", TEMPLATE)
    show = Presentation(path)
    assert all(shape.shape_type != 13 for slide in show.slides for shape in slide.shapes)
    assert "Plain" in show.slides[0].slide_layout.name


@pytest.mark.parametrize("content", [b"", b"PK no archive", None])
def test_a_broken_template_is_told(tmp_path, content):
    template = tmp_path / "own.pptx"
    if content is None:
        with zipfile.ZipFile(template, "w") as archive:
            archive.writestr("[Content_Types].xml", "<broken")
    else:
        template.write_bytes(content)
    with pytest.raises(ExportError) as told:
        write_pptx(samples.bare(), tmp_path / "a.pptx", template)
    assert (told.value.code, told.value.values) == ("pitch_template_broken", {"file": "own.pptx"})
    assert not (tmp_path / "a.pptx").exists()


def test_any_other_presentation_will_do_as_a_template(tmp_path):
    other = Presentation()
    slide = other.slides.add_slide(other.slide_layouts[0])
    slide.shapes.title.text = "去年的片子"
    other.save(tmp_path / "own.pptx")
    paper = samples.paper(tmp_path, scenes=4)
    path = write_pptx(paper, tmp_path / "a.pptx", tmp_path / "own.pptx")
    told = all_text(path)
    assert "去年的片子" not in told
    assert "《一曲姑苏》可以在吴江拍" in told
    assert "4" in told


def test_long_tables_go_on_and_no_slide_is_left_with_a_single_row(tmp_path):
    rows = tuple((Cell(Said(f"第{n}行")), Cell(Said("字" * 60))) for n in range(43))
    table = Table("long", (Said("甲"), Said("乙")), rows, (0.2, 0.8))
    paper = samples.bare()
    page = Page(PitchPart.SCENES, Said("长表"), (Words(Said("先说一句")), table))
    made = replace(paper, pages=(page,))
    show = Presentation(write_pptx(made, tmp_path / "a.pptx", TEMPLATE))
    counts = [
        len(shape.table.rows) - 1
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_table
    ]
    assert sum(counts) == 43
    assert min(counts) > 1


def test_text_is_measured_and_cut_by_what_it_takes():
    # ten characters of 10 points in 50 points take two lines and, as none fills up, a third
    assert line_count("字" * 5, 10, 52) == 1
    assert line_count("字" * 10, 10, 50) == 3
    assert line_count("", 10, 50) == 0
    assert line_count("一\n二", 10, 50) == 2
    cut = shortened("字" * 100, 10, 50, 2)
    assert cut.endswith(ELLIPSIS)
    assert line_count(cut, 10, 50) <= 2
    assert shortened("短", 10, 50, 1) == "短"


@needs_slides
def test_libreoffice_prints_every_word_and_figure(rich, tmp_path):
    (document,) = printed(tmp_path, rich)
    told = words_of(document)
    wanted = ("≈4.6–8.4万元", "待同里影视基地确认", "TobeconfirmedbyTongli", "20个工作日")
    for text in (*wanted, "5-12", "沈家正厅", "0512-60000000", "34km·50分"):
        assert text.lower() in told.lower(), text
    assert len(document) == len(Presentation(rich).slides)
    assert not [name for name in fonts_of(tmp_path / "rich.pdf") if b"Bullet" in name]


def test_every_source_is_listed_under_its_number_at_the_end(rich):
    last = Presentation(rich).slides[-1]
    told = "\n".join(texts_of(last))
    for number in (1, 2, 3):
        assert f"[{number}]" in told
    assert "同里影视基地 电话口述 2026-11-10" in told


def test_a_chart_in_two_languages_tells_its_unit_in_both(tmp_path):
    chart = chart_title(Chart(Said("费用", "Cost"), Said("万元", "RMB 10,000"), ()))
    assert chart == Said("费用 (万元)", "Cost (RMB 10,000)")
    both = paper_of(pitch(lang=PitchLang.BOTH))
    path = write_pptx(both, tmp_path / "a.pptx", TEMPLATE)
    assert "Cost and support (RMB 10,000)" in all_text(path)
    english = write_pptx(paper_of(pitch(lang=PitchLang.EN)), tmp_path / "b.pptx", TEMPLATE)
    assert "Cost and support (RMB)" in all_text(english)


def test_the_figures_of_a_chart_are_by_the_program(rich):
    blob = charts_of(rich)[0].part.chart_workbook.xlsx_part.blob
    assert openpyxl.load_workbook(io.BytesIO(blob)).properties.creator == "勘景"


@given(
    st.text("沈家abWil \n—·12…", max_size=60),
    st.sampled_from((8.0, 12.65, 20.0)),
    st.sampled_from((30.0, 61.0, 300.0)),
    st.integers(1, 6),
)
def test_a_text_is_cut_where_trying_every_length_would_cut_it(text, size, width, lines):
    lengths = [
        n for n in range(len(text) + 1) if line_count(text[:n] + ELLIPSIS, size, width) <= lines
    ]
    whole = line_count(text, size, width) <= lines
    wanted = text if whole else text[: max(lengths)].rstrip() + ELLIPSIS
    assert shortened(text, size, width, lines) == wanted


def test_long_names_are_measured_once_however_many_sizes_are_tried(tmp_path, monkeypatch):
    names = [f"{n}" + "沈家正厅 hall " * 40 for n in range(60)]
    rows = tuple((Cell(Said(one)), Cell(Said(one[::-1]))) for one in names)
    table = Table("scenes", (Said("甲"), Said("乙")), rows, (0.5, 0.5))
    notes = tuple(Words(Said(f"注 {n}"), "note") for n in range(6))
    page = Page(PitchPart.SCENES, Said("场"), (*notes, table, *notes))
    measured = []
    real = slides._height_of
    monkeypatch.setattr(
        slides,
        "_height_of",
        lambda block, *more: measured.append((id(block), *more)) or real(block, *more),
    )
    plain_module._ends.cache_clear()
    write_pptx(replace(samples.bare(), pages=(page,)), tmp_path / "a.pptx", TEMPLATE)
    assert len(measured) == len(set(measured))
    # each text is walked once whole and once as it was cut at each of the sizes
    cells = 2 * len(names)
    assert plain_module._ends.cache_info().misses < cells * (len(slides.SCALES) + 2)
