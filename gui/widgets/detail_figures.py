"""The figures of an explanation as a table: each answers a click with where it comes from."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.texts import NumberStyle, style_of
from gui.widgets.detail_view import DetailLine
from gui.widgets.number_label import NumberLabel, RangeBar, SubsidyBar
from gui.widgets.pane import Pane, label
from gui.widgets.source_popover import SourcePopover


class DetailFigures(Pane):
    """Labels, bars and figures; ``popover`` is opened for the figure asked about."""

    def __init__(self, lines: tuple[DetailLine, ...], popover: SourcePopover) -> None:
        super().__init__()
        self._lines, self._popover = lines, popover
        self._figures: dict[str, NumberLabel] = {}
        self._asked: DetailLine | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        row, group = 0, ""
        for line in lines:
            if group and line.group != group:
                rule = Pane()
                rule.setProperty("rule", "h")
                grid.addWidget(rule, row, 0, 1, 4)
                row += 1
            group = line.group
            self._add_line(grid, row, line)
            row += 1

    def _add_line(self, grid: QGridLayout, row: int, line: DetailLine) -> None:
        name = label(line.label)
        if line.why:
            name.setToolTip(line.why)
        number = NumberLabel(line.figure, name=line.label, right=True, compact=True)
        bar: QWidget
        if line.triple is not None and style_of(line.figure) is not NumberStyle.UNKNOWN:
            bar = SubsidyBar(line.triple, line.scale)
        else:
            bar = RangeBar()
            bar.show_range(line.figure, line.scale, line.colour)
        number.asked.connect(lambda: self._ask(line, number))
        self._figures[f"{line.group}.{line.key}"] = number
        notes = " ".join(f"[{note}]" for note in line.notes[:2]) + (" …" if line.notes[2:] else "")
        grid.addWidget(name, row, 0)
        grid.addWidget(bar, row, 1)
        grid.addWidget(number, row, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label(notes, role="caption"), row, 3)

    def figure(self, group: str, key: str) -> NumberLabel:
        """The label of one figure, by group and key."""
        return self._figures[f"{group}.{key}"]

    def ask(self, group: str, key: str, anchor: QRect | None = None) -> None:
        """Open the pop-over of a figure, beside ``anchor`` (global) or beside the figure."""
        for line in self._lines:
            if (line.group, line.key) == (group, key):
                self._ask(line, self.figure(group, key), anchor)

    def _ask(self, line: DetailLine, number: NumberLabel, anchor: QRect | None = None) -> None:
        self._asked = line
        self._popover.explain(
            line.figure, title=line.label, sentence=line.why, quotable=line.quotable
        )
        beside = QRect(number.mapToGlobal(number.rect().topLeft()), number.size())
        self._popover.open_at(anchor or beside)

    @property
    def asked(self) -> str:
        """The key of the line whose pop-over was opened last."""
        return self._asked.key if self._asked is not None else ""
