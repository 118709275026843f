"""Charts on slides: native bars with whiskers, their figures in a workbook that can be edited."""

# the library gives what it has no words for only through its elements
# ruff: noqa: SLF001
from __future__ import annotations

import io
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import Cell
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from geo.present.pitch.blocks import Bar, Chart, Said
from geo.present.pitch.plain import joined, plain, shortened
from geo.present.pitch.slide_deck import Box
from geo.present.sheet import MADE_BY, put

CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SHEET = "Sheet1"
ROW, FRAME = 26.0, 36.0
SIZE = 10
NAME_WIDTH = 270.0


def chart_height(chart: Chart) -> float:
    """Points a chart wants."""
    return FRAME + ROW * len(chart.bars)


def chart_title(chart: Chart) -> Said:
    """What it shows, and in which unit."""
    if not chart.unit.main:
        return chart.title
    second = chart.title.second
    if second and chart.unit.second:
        second = f"{second} ({chart.unit.second})"
    return Said(f"{chart.title.main} ({chart.unit.main})", second)


def draw_chart(slide: Any, box: Box, chart: Chart) -> None:  # noqa: ANN401 (the library's class)
    """Bars lying, the first on top; a bar nobody knows has its words and no length."""
    if not chart.bars:
        return
    # such charts begin at the foot
    bars = tuple(reversed(chart.bars))
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [_name(bar) for bar in bars]
    data.add_series(plain(chart.unit.main) or "CNY", [bar.mid for bar in bars])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box.emu(), data)
    frame.name = joined(chart.title)[:100]
    shown = frame.chart
    shown.has_legend = shown.has_title = False
    shown.font.size = Pt(SIZE)
    shown.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    plot = shown.plots[0]
    plot.gap_width = 70
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_6
    _axes(shown, bars)
    plot.has_data_labels = plot.vary_by_categories = False
    _whiskers(series._element, bars)
    # the library would write a name such as =cmd() as a formula
    shown.part.chart_workbook.update_from_xlsx_blob(_workbook(plain(chart.unit.main), bars))


def _name(bar: Bar) -> str:
    said = joined(bar.label)
    told = joined(Said(bar.text.main))
    name = f"{said}  {told}" if told else said
    return shortened(name.replace("\n", " "), SIZE, NAME_WIDTH, 1)


def _axes(chart: Any, bars: tuple[Bar, ...]) -> None:  # noqa: ANN401
    values, names = chart.value_axis, chart.category_axis
    values.has_major_gridlines = True
    # a bar that does not begin at nought misleads
    if all(end is None or end >= 0 for bar in bars for end in (bar.low, bar.mid)):
        values.minimum_scale = 0
    values.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    values.format.line.fill.background()
    values.tick_labels.font.size = Pt(SIZE - 1)
    values.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    values.tick_labels.number_format = "#,##0"
    values.tick_labels.number_format_is_linked = False
    names.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_1
    names.has_major_gridlines = False


def _whiskers(series: Any, bars: tuple[Bar, ...]) -> None:  # noqa: ANN401
    """The doubt of each bar, as error bars that point to the workbook."""
    if all(bar.low is None and bar.high is None for bar in bars):
        return
    errors = etree.Element(f"{{{CHARTS}}}errBars")
    for tag, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(errors, f"{{{CHARTS}}}{tag}").set("val", value)
    for tag, column in (("plus", "C"), ("minus", "D")):
        reference = etree.SubElement(
            etree.SubElement(errors, f"{{{CHARTS}}}{tag}"), f"{{{CHARTS}}}numRef"
        )
        formula = etree.SubElement(reference, f"{{{CHARTS}}}f")
        formula.text = f"{SHEET}!${column}$2:${column}${len(bars) + 1}"
        cache = etree.SubElement(reference, f"{{{CHARTS}}}numCache")
        etree.SubElement(cache, f"{{{CHARTS}}}formatCode").text = "General"
        etree.SubElement(cache, f"{{{CHARTS}}}ptCount").set("val", str(len(bars)))
        for number, bar in enumerate(bars):
            point = etree.SubElement(cache, f"{{{CHARTS}}}pt", idx=str(number))
            etree.SubElement(point, f"{{{CHARTS}}}v").text = f"{_doubt(bar)[column == 'D']:g}"
    series.insert(list(series).index(series.find(qn("c:cat"))), errors)


def _doubt(bar: Bar) -> tuple[float, float]:
    """How far a bar may reach above and below; nothing is drawn where nobody knows."""
    if bar.mid is None:
        return 0.0, 0.0
    above = 0.0 if bar.high is None else max(0.0, bar.high - bar.mid)
    return above, 0.0 if bar.low is None else max(0.0, bar.mid - bar.low)


def _workbook(unit: str, bars: tuple[Bar, ...]) -> bytes:
    """The figures of a chart, names as text."""
    book = Workbook()
    book.properties.creator = MADE_BY
    sheet = book.active or book.create_sheet()
    sheet.title = SHEET
    rows = [["", unit or "CNY", "+", "\N{MINUS SIGN}"]]
    for number, row in enumerate(rows + [[_name(bar), bar.mid, *_doubt(bar)] for bar in bars], 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(cell, Cell):
                put(cell, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
