"""What came home in this sitting, in four numbers, and each pack with its own undo."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model.field import MergeReport
from gui.pages.value_words import say
from gui.session import State
from gui.texts import count
from gui.texts.tips import plain_tip
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label, mark


class _Figure(Pane):
    def __init__(self) -> None:
        super().__init__()
        self.value, self.name = label(role="key"), label(role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.value, self.name):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)

    def tell(self, number: str, name: str, tone: str = "") -> None:
        self.value.setText(number)
        self.name.setText(name)
        for part in (self.value, self.name):
            mark(part, tone=tone)
        self.setAccessibleName(f"{number} {name}")


class _PackRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.name, self.told = ElidedLabel(), label(role="caption")
        self.undo = QPushButton()
        self.undo.setProperty("quiet", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.told)
        row.addWidget(self.undo)


class HomeCounts(Pane):
    """``undo_asked``: the batch of a pack that is to be taken back, or brought back."""

    undo_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.figures = tuple(_Figure() for _ in range(4))
        self.rows: list[_PackRow] = []
        self.more = label(role="caption", wrap=True)
        four = QHBoxLayout()
        four.setSpacing(0)
        for figure in self.figures:
            four.addWidget(figure, 1)
        self._packs = QVBoxLayout()
        self._packs.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(four)
        column.addWidget(self.more)
        column.addLayout(self._packs)

    def tell(self, state: State) -> None:
        """Tell what the packs brought, and what is still to be decided."""
        field, lang = state.outdoors, state.language
        live = [one for one in field.reports if not one.undone]
        merged = sum(one.merged for one in live)
        lost = sum(one.lost for one in live)
        asked = sum(one.contested for one in live)
        still = len(field.contested)
        numbers = (
            (count(merged + asked + lost, lang), self.tr("条改动"), ""),
            (count(merged, lang), self.tr("自动合好"), ""),
            (count(still, lang), self.tr("要你定"), "warn" if still else ""),
            (count(lost, lang), self.tr("丢失"), "err" if lost else ""),
        )
        for figure, told in zip(self.figures, numbers, strict=True):
            figure.tell(*told)
        spots = self.tr("{n} 条改动说法不一，落在 {spots} 处") if still else ""
        self.figures[2].setToolTip(spots.format(n=count(asked, lang), spots=count(still, lang)))
        self._tell_more(state, live)
        self._tell_packs(state)

    def _tell_more(self, state: State, live: list[MergeReport]) -> None:
        known = sum(one.known for one in live)
        photos = sum(one.photos for one in live)
        parts = (
            (known, self.tr("{n} 条早就在了，没有再收")),
            (photos, self.tr("收进 {n} 张照片")),
        )
        told = [text.format(n=count(n, state.language)) for n, text in parts if n > 0]
        told += [say(state, reason) for one in live for reason in one.notes]
        self.more.setText(" · ".join(told))
        self.more.setVisible(bool(told))

    def _tell_packs(self, state: State) -> None:
        reports = state.outdoors.reports
        while len(self.rows) > len(reports):
            old = self.rows.pop()
            self._packs.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self.rows) < len(reports):
            row = _PackRow()
            row.undo.clicked.connect(partial(self._ask, len(self.rows)))
            self._packs.addWidget(row)
            self.rows.append(row)
        self._batches = [one.batch for one in reports]
        free = not state.is_busy("home") and not state.is_busy("merge")
        for row, report in zip(self.rows, reports, strict=True):
            pack = report.pack
            row.name.setText(" · ".join(one for one in (pack.name, Path(pack.path).name) if one))
            row.name.setToolTip(plain_tip(pack.path))
            number = count(report.merged + report.contested, state.language)
            told = self.tr("{n} 条").format(n=number)
            row.told.setText(self.tr("撤销了") if report.undone else told)
            row.undo.setText(self.tr("放回来") if report.undone else self.tr("撤销"))
            row.undo.setEnabled(free)

    def _ask(self, number: int, _checked: bool = False) -> None:
        self.undo_asked.emit(self._batches[number])
