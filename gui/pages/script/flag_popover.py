"""The scenes that have one flag, each with the words that raised it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from geo.model import Flag, Scene
from gui import theme
from gui.widgets import icons
from gui.widgets.pane import label
from gui.widgets.popover import Popover

AnyIndex = QModelIndex | QPersistentModelIndex
WIDTH, ROWS_SHOWN = 380, 7
NUMBER_WIDTH, CROSS = 52, 30
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FlagRole(IntEnum):
    """What can be asked of a row besides its place."""

    SCENE = Qt.ItemDataRole.UserRole + 1
    NUMBER = Qt.ItemDataRole.UserRole + 2
    WHY = Qt.ItemDataRole.UserRole + 3


class FlagDelegate(QStyledItemDelegate):
    """Number, place, the words below, and a cross at the right. ``crossed``: a click on it."""

    crossed = Signal(QModelIndex)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Two lines."""
        lines = QFontMetrics(theme.font(13)).height() + QFontMetrics(theme.font(12)).height()
        return QSize(WIDTH - 40, max(theme.current().target, lines + 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row."""
        palette, rect = theme.current(), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.sel))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()),
                             QColor(palette.link))  # fmt: skip
        first, second = theme.font(13), theme.font(12)
        top = rect.top() + 5
        upper = QRect(rect.left() + 10, top, NUMBER_WIDTH, QFontMetrics(first).height())
        painter.setFont(second)
        painter.setPen(QColor(palette.ink3))
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), index.data(FlagRole.NUMBER))
        wide = rect.width() - NUMBER_WIDTH - CROSS - 16
        place = QRect(upper.right(), top, wide, upper.height())
        painter.setFont(first)
        painter.setPen(QColor(palette.ink))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), _cut(index.data(), first, wide))
        why = QRect(place.left(), place.bottom() + 1, wide, QFontMetrics(second).height())
        painter.setFont(second)
        painter.setPen(QColor(palette.ink3))
        told = _cut(index.data(FlagRole.WHY), second, wide)
        painter.drawText(why, int(Qt.AlignmentFlag.AlignVCenter), told)
        cross = self.cross(rect)
        painter.drawPixmap(cross.center().x() - 7, cross.center().y() - 7, icons.pixmap("x", 14))
        painter.restore()

    @staticmethod
    def cross(rect: QRect) -> QRect:
        """Where the cross of a row is."""
        return QRect(rect.right() - CROSS, rect.top(), CROSS, rect.height())

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """A click on the cross is no click on the row."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            inside = self.cross(QRect(option.rect)).contains(event.position().toPoint())
            if inside and event.button() is Qt.MouseButton.LeftButton:
                self.crossed.emit(model.index(index.row(), index.column()))
                return True
        return super().editorEvent(event, model, option, index)


class FlagList(QListView):
    """Rows of scenes; Enter looks, Delete takes the flag off."""

    chosen = Signal(QModelIndex)
    dropped = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.painter_of_rows = FlagDelegate(self)
        self.painter_of_rows.crossed.connect(self.dropped)
        self.setItemDelegate(self.painter_of_rows)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row looks at it, on its cross takes the flag off."""
        index = self.indexAt(event.position().toPoint())
        on_cross = index.isValid() and FlagDelegate.cross(self.visualRect(index)).contains(
            event.position().toPoint()
        )
        super().mouseReleaseEvent(event)
        if index.isValid() and not on_cross and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete act on the present row."""
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self.chosen.emit(index)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self.dropped.emit(index)
        else:
            super().keyPressEvent(event)


class FlagPopover(Popover):
    """``scene_asked``: look at this scene. ``drop_asked``: the flag is wrong there."""

    scene_asked = Signal(str)
    drop_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._title = label(role="strong")
        self._count = label(role="caption")
        self.list = FlagList()
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.chosen.connect(self._choose)
        self.list.dropped.connect(self._drop)
        self.drop_button = QPushButton()
        self.drop_button.setProperty("small", "true")
        self.drop_button.clicked.connect(lambda: self._drop(self.list.currentIndex()))
        self._hint = label(role="caption")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self.drop_button)
        foot.addStretch(1)
        foot.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 10)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addLayout(foot)

    def first(self) -> QWidget:
        """The list has the focus."""
        return self.list

    def fill(self, name: str, found: list[tuple[Scene, Flag]]) -> None:
        """Show the scenes; the present row stays where it was."""
        here = max(0, self.list.currentIndex().row()) if self.isVisible() else 0
        self._title.setText(name)
        self._count.setText(self.tr("{n} 场").format(n=len(found)))
        self._model.clear()
        for scene, flag in found:
            self._model.appendRow(self._item(scene, flag))
        self.list.setCurrentIndex(self._model.index(min(here, len(found) - 1), 0))
        high = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(high * min(len(found), ROWS_SHOWN) + 2)
        self.list.setAccessibleName(name)
        self.adjustSize()

    def _item(self, scene: Scene, flag: Flag) -> QStandardItem:
        item = QStandardItem(scene.place or scene.heading)
        item.setEditable(False)
        why = self.tr("读到：{words}").format(words="、".join(flag.because))
        if not flag.because:
            why = self.tr("按场头定的")
        if flag.count:
            why = self.tr("约 {n} 人 · {why}").format(n=flag.count, why=why)
        number = scene.label
        item.setData(scene.id, FlagRole.SCENE)
        item.setData(number, FlagRole.NUMBER)
        item.setData(why, FlagRole.WHY)
        item.setData(f"{number} {item.text()} {why}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(why)
        return item

    def _choose(self, index: QModelIndex) -> None:
        scene = index.data(FlagRole.SCENE)
        self.hide()
        self.scene_asked.emit(scene)

    def _drop(self, index: QModelIndex) -> None:
        if index.isValid():
            self.drop_asked.emit(index.data(FlagRole.SCENE))

    def retranslate(self) -> None:
        """Set every text again."""
        self.drop_button.setText(self.tr("这场不算"))
        self.drop_button.setToolTip(self.tr("Delete 键也行，能撤销"))
        self._hint.setText(self.tr("点一场，去看那一行"))


def _cut(text: str, font: QFont, wide: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
