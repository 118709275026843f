"""Why this place: sentences, a table of figures that answer clicks, and numbered sources."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from geo.model import Source
from gui import theme
from gui.texts import NumberStyle, style_of
from gui.widgets.detail_view import DetailLine, DetailView
from gui.widgets.elided import ElidedLabel
from gui.widgets.kin_list import KinList
from gui.widgets.number_label import NumberLabel, RangeBar, SubsidyBar
from gui.widgets.pane import Pane, label
from gui.widgets.row_paint import paint_photo
from gui.widgets.source_popover import SourcePopover


class _Photo(QWidget):
    """A 9:16 crop of the user's own photo."""

    def __init__(self) -> None:
        super().__init__()
        self._path = ""
        self.setFixedSize(QSize(72, 128))

    def show_file(self, path: str) -> None:
        self._path = path
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._path:
            paint_photo(QPainter(self), QRectF(self.rect()), self._path)


class DetailPanel(Pane):
    """Explains the selected row. Every figure opens the pop-over with its sources.

    ``quote_asked`` tells id and line key when the reader has a price told on the phone;
    ``photos_asked`` the id when photos are to be added, ``edit_asked`` when the place is to be put
    right, ``set_wanted`` when a set is to be added to it; ``site_asked`` another place's id.
    """

    quote_asked = Signal(str, str)
    photos_asked = Signal(str)
    edit_asked = Signal(str)
    set_wanted = Signal(str)
    site_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self._view: DetailView | None = None
        self._asked: DetailLine | None = None
        self._figures: dict[str, NumberLabel] = {}
        self._title = ElidedLabel(role="heading")
        self._hint = label(role="caption")
        self.edit_button = QPushButton()
        self.edit_button.setProperty("quiet", "true")
        self.edit_button.clicked.connect(self._ask_edit)
        self.kin = KinList()
        self.kin.site_asked.connect(self.site_asked)
        self.kin.set_wanted.connect(self._ask_set)
        self._photo = _Photo()
        self._no_photo = label(role="caption")
        self._no_photo.setTextFormat(Qt.TextFormat.RichText)
        self._no_photo.linkActivated.connect(self._ask_photos)
        self._popover = SourcePopover(self)
        self._popover.quote_asked.connect(self._ask_quote)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._table = QWidget()
        self._table_place = QVBoxLayout()
        self._notes = QVBoxLayout()
        self._parts = QVBoxLayout()
        self._parts.setSpacing(3)
        self._notes.setSpacing(0)
        self._lay_out()
        self.explain(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        head.addWidget(self.edit_button)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addLayout(self._words, 1)
        top.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget()
        inside.setProperty("ground", "panel")
        flow = QVBoxLayout(inside)
        flow.setContentsMargins(14, 0, 14, 12)
        flow.setSpacing(8)
        flow.addLayout(top)
        flow.addWidget(self._no_photo)
        flow.addLayout(self._table_place)
        flow.addWidget(self.kin)
        flow.addLayout(self._parts)
        flow.addLayout(self._notes)
        flow.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 8, 0, 0)
        body.setSpacing(6)
        head.setContentsMargins(14, 0, 14, 0)
        body.addLayout(head)
        body.addWidget(scroll, 1)

    @property
    def view(self) -> DetailView | None:
        """What is explained now."""
        return self._view

    def explain(self, view: DetailView | None) -> None:
        """Explain ``view``; None asks to choose a row."""
        if view is not None and view == self._view:
            return
        self._view = view
        self._popover.hide()
        _clear(self._words)
        _clear(self._parts)
        _clear(self._notes)
        _clear(self._table_place)
        self._figures = {}
        self._photo.setVisible(bool(view and view.photo))
        self._no_photo.setVisible(bool(view and view.photos_wanted and not view.photo))
        self.edit_button.setVisible(bool(view and view.is_site))
        self.kin.tell(view.sets if view else None, view.base if view else None)
        if view is not None:
            self._fill(view)
        self.retranslate()

    def _fill(self, view: DetailView) -> None:
        for sentence in view.sentences:
            self._words.addWidget(label(sentence, role="second", wrap=True))
        self._words.addStretch(1)
        if view.photo:
            self._photo.show_file(view.photo)
        self._table_place.addWidget(self._make_table(view))
        for heading, sentences in view.parts:
            self._parts.addWidget(label(heading, role="heading"))
            for sentence in sentences:
                self._parts.addWidget(label(sentence, role="second", wrap=True))
        for number, source in enumerate(view.sources, 1):
            self._notes.addWidget(label(_footnote(number, source), role="caption", wrap=True))

    def _make_table(self, view: DetailView) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        row = 0
        group = ""
        for line in view.lines:
            if group and line.group != group:
                rule = Pane()
                rule.setProperty("rule", "h")
                grid.addWidget(rule, row, 0, 1, 4)
                row += 1
            group = line.group
            self._add_line(grid, row, line)
            row += 1
        return table

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
        lines = self._view.lines if self._view else ()
        for line in lines:
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
    def popover(self) -> SourcePopover:
        """The pop-over that figures open."""
        return self._popover

    def _ask_quote(self) -> None:
        if self._view is not None and self._asked is not None:
            self.quote_asked.emit(self._view.id, self._asked.key)

    def _ask_photos(self) -> None:
        if self._view is not None:
            self.photos_asked.emit(self._view.id)

    def _ask_edit(self) -> None:
        if self._view is not None:
            self.edit_asked.emit(self._view.id)

    def _ask_set(self) -> None:
        if self._view is not None:
            self.set_wanted.emit(self._view.id)

    def restyle(self) -> None:
        """Links take the colour of the new theme."""
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts that are ours; the rest is explained again by whoever explained it."""
        lang = theme.language()
        if self._view is None:
            self._title.setText(self.tr("选一处，看它为什么排在这里"))
        elif self._view.ranked:
            self._title.setText(self.tr("为什么是{name}").format(name=self._view.name(lang)))
        else:
            self._title.setText(self._view.name(lang))
        self._hint.setText(self.tr("点任何数字，看它从哪来"))
        self._hint.setVisible(bool(self._view and self._view.lines))
        self.edit_button.setText(self.tr("改这处"))
        self.edit_button.setToolTip(self.tr("名字、位置、能拍什么、价钱、照片都能改"))
        link = f'<a href="photos" style="color:{theme.current().link}">'
        words = self.tr("还没有照片。{link}加几张{end}").format(link=link, end="</a>")
        self._no_photo.setText(words)


def _footnote(number: int, source: Source) -> str:
    lang = theme.language()
    named = (source.publisher_in(lang), source.title_in(lang), source.date or "")
    parts = [part for part in named if part]
    return f"[{number}] " + " · ".join(parts)


def _clear(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
