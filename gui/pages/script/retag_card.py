"""The card under a line: what it really is, and all lines like it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import Tag
from gui import theme
from gui.pages.script.tags import CHOICES, TAG_OF_KEY
from gui.texts import tag_word
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label

ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
LARGE = 40
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagButton(QAbstractButton):
    """A tag and the key that chooses it."""

    def __init__(self, tag: Tag, key: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tag = tag
        self._key = str(key)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Word, key, and air around them."""
        words = QFontMetrics(theme.font(13)).horizontalAdvance(self.text())
        key = QFontMetrics(theme.font(12)).horizontalAdvance(self._key)
        target = theme.current().target
        least = target if target >= LARGE else 24
        high = max(least, QFontMetrics(theme.font(13)).height() + 6)
        return QSize(words + key + 28, high)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dark when chosen, a line around it otherwise; a ring when it has the focus."""
        palette, on = theme.current(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = palette.prim if on else palette.off if self.underMouse() else palette.line
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(edge), palette.hairline))
        painter.setBrush(QColor(palette.prim if on else palette.card))
        painter.drawRoundedRect(box, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.link), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        room = box.adjusted(11, 0, -11, 0)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(palette.on_prim if on else palette.ink))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | side), self.text())
        painter.setFont(theme.font(12))
        painter.setPen(QColor(palette.on_prim if on else palette.ink3))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | side), self._key)
        painter.end()


@dataclass(frozen=True, slots=True)
class Question:
    """What the card asks: about line ``number``, proposing ``tag``; ``like`` other lines like it.

    ``what`` and ``why`` stand above the choices; ``all_ticked`` when all of them are proposed.
    """

    number: int
    tag: Tag
    what: str
    why: str
    like: int
    all_ticked: bool


class RetagCard(Pane):
    """``chosen``: tag, all lines like it, remember. ``considered``: the same not yet applied.

    ``moved``: a step to the next line or back. ``closed``: nothing is changed.
    """

    chosen = Signal(str, bool, bool)
    considered = Signal(str, bool)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("retag", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.question: Question | None = None
        self.what = label(role="strong")
        self.why = label(role="caption", wrap=True)
        self._cross = QToolButton()
        self._cross.setProperty("quiet", "true")
        self._cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cross.clicked.connect(self.closed)
        self.buttons: Mapping[Tag, TagButton] = {
            tag: TagButton(tag, key) for key, tag in enumerate(CHOICES, 1)
        }
        for tag, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, tag=tag: self._choose(tag))
        self.all_box, self.remember_box = QCheckBox(), QCheckBox()
        self.all_box.toggled.connect(self._tick_all)
        self.more = label(role="caption")
        self.more.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.restyle()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.what)
        head.addWidget(self.why, 1)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        choices = FlowLayout(gap=6)
        for button in self.buttons.values():
            choices.addWidget(button)
        boxes = FlowLayout(gap=10)
        boxes.addWidget(self.all_box)
        boxes.addWidget(self.remember_box)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addLayout(boxes, 1)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 8, 9)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(choices)
        column.addLayout(foot)

    def ask(self, question: Question) -> None:
        """Show ``question``."""
        self.question = question
        self.what.setText(question.what)
        self.why.setText(question.why)
        for tag, button in self.buttons.items():
            button.setChecked(tag is question.tag)
        if question.tag not in self.buttons:
            self._check_none()
        self.all_box.setVisible(question.like > 0)
        self.all_box.setChecked(question.like > 0 and question.all_ticked)
        self.remember_box.setChecked(self.all_box.isChecked())
        self._count_like()
        self.tell_more(None)
        self.considered.emit(question.tag.value, self.all_box.isChecked())

    def _check_none(self) -> None:
        """A tag that is none of the eight: nothing is chosen."""
        for button in self.buttons.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)

    @property
    def tag(self) -> Tag | None:
        """The tag that Enter would choose."""
        return next((tag for tag, button in self.buttons.items() if button.isChecked()), None)

    def tell_more(self, more: int | None) -> None:
        """How many scenes more there would be; None when it is not known."""
        if not more:
            self.more.setText("")
        elif more > 0:
            self.more.setText(self.tr("改完多出 {n} 场").format(n=more))
        else:
            self.more.setText(self.tr("改完少 {n} 场").format(n=-more))

    def _choose(self, tag: Tag) -> None:
        self.buttons[tag].setChecked(True)
        self.chosen.emit(tag.value, self.all_box.isChecked(), self.remember_box.isChecked())

    def _tick_all(self, on: bool) -> None:
        self.remember_box.setChecked(on)
        if self.isVisible() and self.tag is not None:
            self.considered.emit(self.tag.value, on)

    def _step_aside(self, step: int) -> None:
        tag = self.tag
        at = (CHOICES.index(tag) + step) % len(CHOICES) if tag is not None else 0
        self.buttons[CHOICES[at]].setChecked(True)
        self.considered.emit(CHOICES[at].value, self.all_box.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 8 choose, left and right consider, Enter takes it, up and down go on, Esc closes."""
        key = event.key()
        if (tag := TAG_OF_KEY.get(key)) is not None:
            self._choose(tag)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in ENTER:
            if self.tag is not None:
                self._choose(self.tag)
        elif key in ARROWS:
            self.moved.emit(ARROWS[Qt.Key(key)])
        elif key in ASIDE:
            self._step_aside(ASIDE[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._cross.setIcon(icons.icon("x", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        for key, (tag, button) in enumerate(self.buttons.items(), 1):
            button.setText(tag_word(tag))
            button.setAccessibleName(f"{tag_word(tag)} {key}")
        self.remember_box.setText(self.tr("下次遇到这种写法也这样读"))
        # room for the answer, so that nothing jumps when it comes
        widest = self.tr("改完多出 {n} 场").format(n=999)
        self.more.setMinimumWidth(QFontMetrics(theme.font(12)).horizontalAdvance(widest))
        self._cross.setToolTip(self.tr("关上，不改"))
        self._cross.setAccessibleName(self.tr("关上，不改"))
        self.setAccessibleName(self.tr("这一行是什么"))
        self._count_like()

    def _count_like(self) -> None:
        like = self.question.like if self.question is not None else 0
        self.all_box.setText(self.tr("像这样的还有 {n} 行，一起改").format(n=f"{like:,}"))
