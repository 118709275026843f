"""Fields in which a must-have is told: a number, or the cities."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import Must, MustCode
from gui.pages.typed import read_number, write_number
from gui.widgets.column_area import ColumnArea
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label, mark

FIELD = 84
MANY_CITIES, ROOM_FOR_MANY = 24, 120


class MustEditor(Pane):
    """``told`` carries the Must, or None for leaving it as it was. Enter is yes, Esc leaves."""

    told = Signal(object)

    def __init__(self, code: MustCode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.yes_button = QPushButton(self.tr("就这样"))
        self.leave_button = QPushButton(self.tr("算了"))
        for button in (self.yes_button, self.leave_button):
            button.setProperty("small", "true")
            button.setAutoDefault(False)
        self.yes_button.clicked.connect(self.tell)
        self.leave_button.clicked.connect(lambda: self.told.emit(None))

    def must(self) -> Must | None:
        """What the fields say; None while they say nothing that can be taken."""
        raise NotImplementedError

    def begin(self) -> None:
        """Take the keyboard."""
        raise NotImplementedError

    def tell(self) -> None:
        """Tell what the fields say, if it can be taken."""
        must = self.must()
        if must is not None:
            self.told.emit(must)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.told.emit(None)
        else:
            super().keyPressEvent(event)


class NumberMust(MustEditor):
    """Kilometres or yuan."""

    def __init__(self, code: MustCode, amount: float | None, parent: QWidget | None = None) -> None:
        super().__init__(code, parent)
        near = code is MustCode.NEAR
        before, after = (
            (self.tr("离驻地"), self.tr("公里以内"))
            if near
            else (self.tr("场地一天不超过"), self.tr("元"))
        )
        self._wrong = self.tr("写公里数，例如 60") if near else self.tr("写多少元，例如 8000")
        self.field = QLineEdit(write_number(amount))
        self.field.setFixedWidth(FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setPlaceholderText("60" if near else "8000")
        self.field.setAccessibleName(f"{before} {after}")
        self.field.textChanged.connect(lambda _: self._check())
        self.field.returnPressed.connect(self.tell)
        self.wrong: QLabel = label(role="caption")
        mark(self.wrong, tone="err")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(before))
        row.addWidget(self.field)
        row.addWidget(label(after))
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.yes_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.wrong)
        self._check()

    def must(self) -> Must | None:
        """A number above 0."""
        try:
            amount = read_number(self.field.text())
        except ValueError:
            return None
        return Must(self.code, amount) if amount else None

    def begin(self) -> None:
        """Type over what stands there."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _check(self) -> None:
        right = self.must() is not None
        reproach = not right and bool(self.field.text().strip())
        mark(self.field, wrong="true" if reproach else "")
        self.wrong.setText(self._wrong if reproach else "")
        self.wrong.setVisible(reproach)
        self.yes_button.setEnabled(right)


class CitiesMust(MustEditor):
    """One or more of the cities that are ranked."""

    def __init__(
        self, cities: Mapping[str, str], ticked: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(MustCode.CITY, parent)
        self.boxes = {city: QCheckBox(name) for city, name in cities.items()}
        holder = QWidget()
        holder.setProperty("ground", "none")
        flow = FlowLayout(holder, gap=10)
        for city, box in self.boxes.items():
            box.setChecked(city in ticked)
            box.toggled.connect(lambda _: self._check())
            flow.addWidget(box)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.yes_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if len(cities) > MANY_CITIES:
            area = ColumnArea(holder)
            area.setFixedHeight(ROOM_FOR_MANY)
            column.addWidget(area)
        else:
            column.addWidget(holder)
        column.addLayout(foot)
        self._check()

    def must(self) -> Must | None:
        """The ticked cities."""
        names = tuple(city for city, box in self.boxes.items() if box.isChecked())
        return Must(self.code, names=names) if names else None

    def begin(self) -> None:
        """The first box."""
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        self.yes_button.setEnabled(self.must() is not None)
