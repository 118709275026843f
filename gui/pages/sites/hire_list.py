"""What a place costs to hire: one row for each price, with who said so and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from geo.model import Basis, Hire
from gui import theme
from gui.pages.typed import can_read, read_day, read_number, write_number
from gui.texts import basis_word
from gui.widgets import icons
from gui.widgets.fields import StillBox
from gui.widgets.pane import Pane, label

PER = ("day", "hour", "base_day", "half_day", "overtime", "minimum", "deposit")


class HireRow(Pane):
    """One price. What was published stays so until the figure is touched."""

    changed = Signal()
    gone = Signal()

    def __init__(self, hire: Hire | None, per: str = PER[0]) -> None:
        super().__init__()
        self._before = hire
        self.amount, self.who, self.day = QLineEdit(), QLineEdit(), QLineEdit()
        self.per = StillBox()
        self._basis = label(role="caption")
        self.remove = QToolButton()
        self.remove.setProperty("quiet", "true")
        self.remove.clicked.connect(self.gone)
        names = (
            self.tr("一天"),
            self.tr("一小时"),
            self.tr("整个基地一天"),
            self.tr("半天"),
            self.tr("超时一小时"),
            self.tr("最少收"),
            self.tr("押金"),
        )
        for code, name in zip(PER, names, strict=True):
            self.per.addItem(name, code)
        self.per.setCurrentIndex(max(0, self.per.findData(hire.per if hire else per)))
        self.amount.setText(write_number(hire.amount if hire else None))
        self.who.setText(hire.who if hire else "")
        self.day.setText(hire.date if hire else date.today().isoformat())
        for field in (self.amount, self.who, self.day):
            field.setCursorPosition(0)
            field.textChanged.connect(self._tell)
        self.per.currentIndexChanged.connect(self._tell)
        self._lay_out()
        self.restyle()
        self._tell()

    def _lay_out(self) -> None:
        for field, name, hint in (
            (self.amount, self.tr("多少钱（元）"), self.tr("元")),
            (self.per, self.tr("租什么"), ""),
            (self.who, self.tr("谁说的"), self.tr("谁说的，例如 陆经理")),
            (self.day, self.tr("哪天说的"), self.tr("哪天")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(name)
            if isinstance(field, QLineEdit):
                field.setPlaceholderText(hint)
        self.amount.setFixedWidth(round(84 * theme.text_scale()))
        self.day.setFixedWidth(round(96 * theme.text_scale()))
        self.remove.setToolTip(self.tr("去掉这个价"))
        self.remove.setAccessibleName(self.tr("去掉这个价"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.amount)
        row.addWidget(self.per)
        row.addWidget(self.who, 1)
        row.addWidget(self.day)
        row.addWidget(self._basis)
        row.addWidget(self.remove)

    @property
    def empty(self) -> bool:
        """Whether no amount was told."""
        return not self.amount.text().strip()

    @property
    def right(self) -> bool:
        """Whether amount and day can be read."""
        try:
            read_day(self.day.text())
        except ValueError:
            return False
        return can_read(self.amount.text())

    def hire(self) -> Hire | None:
        """The price; None when the row is empty or cannot be read."""
        amount = read_number(self.amount.text()) if self.right else None
        if amount is None:
            return None
        per, before = str(self.per.currentData()), self._before
        kept = before is not None and (amount, per) == (before.amount, before.per)
        basis = before.basis if kept and before is not None else Basis.QUOTED
        return Hire(amount, per, basis, self.who.text().strip(), read_day(self.day.text()))

    def _tell(self) -> None:
        hire = self.hire()
        self._basis.setText(basis_word(hire.basis, theme.language()) if hire else "")
        self.changed.emit()

    def restyle(self) -> None:
        """Fetch icons again."""
        self.remove.setIcon(icons.icon("x", 14))


class HireList(QWidget):
    """All prices of a place, none of them needed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[HireRow] = []
        self.per = PER[0]
        self.add_button = QPushButton(self.tr("加一个价"))
        self.add_button.setProperty("quiet", "true")
        self.add_button.clicked.connect(self._more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self, hire: Hire | None = None) -> HireRow:
        """A row for ``hire``, or an empty one."""
        row = HireRow(hire, self.per)
        row.changed.connect(self.changed)
        row.gone.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        self.changed.emit()
        return row

    def _more(self) -> None:
        self.add().amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, row: HireRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.changed.emit()

    @property
    def right(self) -> bool:
        """Whether every row can be read."""
        return all(row.right for row in self.rows)

    def hires(self) -> tuple[Hire, ...]:
        """The prices told."""
        return tuple(hire for row in self.rows if (hire := row.hire()) is not None)
