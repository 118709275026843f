"""One city of the comparison: certain, expected, ceiling and what is left to pay."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout

from geo.model import Account, Range
from gui import theme
from gui.pages.money.awards import heads, may_pay
from gui.pages.money.sums import ceiling_figure, certain_figure, expected_figure
from gui.pages.money.words import city_name
from gui.session import State
from gui.texts import present_number
from gui.widgets import icons
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import Pane, label

LEAST = 236


class CityCell(Pane):
    """Click or Enter chooses the city; Delete or the cross takes it out."""

    chosen = Signal(str)
    dropped = Signal(str)

    def __init__(self, account: Account, state: State, *, removable: bool) -> None:
        super().__init__()
        self.city = account.city
        self.told = told(account, removable=removable)
        self.on = False
        self._removable = removable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name, why = city_name(state, account), why_words(account)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 7)
        column.setSpacing(3)
        column.addLayout(self._head(name, why))
        said = self._figures(column, account, state.language)
        self.setMinimumWidth(max(LEAST, column.minimumSize().width()))
        self.setAccessibleName("，".join(filter(None, (name, *said, why))))
        self.setToolTip(why)
        self.restyle()
        self.retranslate()

    def _head(self, name: str, why: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(name, role="strong"))
        reason = label(why, role="caption")
        reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(reason, 1)
        self.cross = QToolButton()
        self.cross.setProperty("quiet", "true")
        self.cross.setProperty("cross", "true")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setVisible(self._removable)
        self.cross.clicked.connect(lambda: self.dropped.emit(self.city))
        head.addWidget(self.cross)
        return head

    def _figures(self, column: QVBoxLayout, account: Account, lang: str) -> list[str]:
        """Show the four figures, and answer them as words."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        said = []
        for at, (title, figure) in enumerate(figures(account, self.tr("净费用"))):
            look = present_number(figure, lang, compact=True)
            number = NumberLabel(figure, name=title, compact=True)
            number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            number.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # a figure is never cut: the strip scrolls sooner
            number.setMinimumWidth(number.sizeHint().width())
            grid.addWidget(label(title, role="caption"), 0, at)
            grid.addWidget(number, 1, at)
            said.append(f"{title} {look.spoken}")
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        return said

    def mark(self, *, on: bool) -> None:
        """Whether this is the city that the page is about."""
        self.on = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen city is ochre with a bar; the focus has a ring."""
        painter = QPainter(self)
        palette = theme.current()
        if self.on:
            painter.fillRect(self.rect(), QColor(palette.sel))
            painter.fillRect(0, 0, 3, self.height(), QColor(palette.link))
        painter.setPen(QPen(QColor(palette.hair), 1))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the city."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.city)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Delete takes out, the arrows walk."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.city)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._removable:
            self.dropped.emit(self.city)
        elif key is Qt.Key.Key_Right:
            self.focusNextChild()
        elif key is Qt.Key.Key_Left:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.cross.setIcon(icons.icon("x", 12))

    def retranslate(self) -> None:
        """Set the words of the cross."""
        self.cross.setToolTip(self.tr("不比这个城市"))
        self.cross.setAccessibleName(self.tr("不比 {city}").format(city=self.city))


def told(account: Account, *, removable: bool) -> tuple[object, ...]:
    """All that a cell of ``account`` says: another that says the same is not drawn again."""
    return (account.city, removable, figures(account, ""), why_words(account))


def figures(account: Account, net: str) -> list[tuple[str, Range]]:
    """What is left to pay, then certain, expected and ceiling money."""
    subsidy = account.subsidy
    back = (certain_figure(subsidy), expected_figure(subsidy), ceiling_figure(subsidy))
    return [(net, account.net_certain), *zip(heads(), back, strict=True)]


def why_words(account: Account) -> str:
    """What stands between the crew and the money here, in a few words."""
    able = [one for one in account.subsidy.policies if may_pay(one)]
    unsaid = sum(one.ceiling is None for one in able)
    missing = {fact for one in able for fact in one.open}
    if not account.subsidy.policies:
        return QCoreApplication.translate("MoneyPage", "没查到办法，要问")
    if not able:
        return QCoreApplication.translate("MoneyPage", "没有能拿的")
    if unsaid:
        return QCoreApplication.translate("MoneyPage", "{n} 条没公布金额").format(n=unsaid)
    if missing:
        return QCoreApplication.translate("MoneyPage", "{n} 项还不知道").format(n=len(missing))
    return QCoreApplication.translate("MoneyPage", "{n} 条能申报").format(n=len(able))
