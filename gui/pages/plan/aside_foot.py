"""撤销, 重排, 导出 under the column."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from gui import theme
from gui.pages.page import Page
from gui.pages.plan.proof_card import PLAN
from gui.session import OFFERS, Changes, Session
from gui.widgets import icons

ENDINGS = (".pdf", ".xlsx", ".ics", ".uss")


class AsideFoot(Page):
    """``export_asked`` tells the ending of the file that is wanted."""

    export_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "top")
        self.undo, self.again, self.export = QPushButton(), QPushButton(), QPushButton()
        self.undo.setProperty("plain", "true")
        self.undo.clicked.connect(session.undo)
        self.again.clicked.connect(session.make_plan)
        self.export.setProperty("main", "true")
        self.menu = QMenu(self)
        self.actions_by: dict[str, QAction] = {}
        for ending in ENDINGS:
            action = self.menu.addAction("")
            action.triggered.connect(partial(self.export_asked.emit, ending))
            self.actions_by[ending] = action
        self.menu.addSeparator()
        self.along = self.menu.addAction("")
        self.along.triggered.connect(self._take_along)
        self.export.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(self.again)
        row.addWidget(self.export)
        self.restyle()
        self.retranslate()

    def _open_menu(self) -> None:
        """Above the button: it stands at the foot of the window."""
        at = self.export.mapToGlobal(self.export.rect().topRight())
        size = self.menu.sizeHint()
        at.setX(at.x() - size.width())
        at.setY(at.y() - size.height() - 2)
        self.menu.popup(at)

    def _take_along(self) -> None:
        from gui.pages.field.openers import open_pack_dialog

        open_pack_dialog(self.session, self)

    def show_state(self, changes: Changes) -> None:
        """What can be done now."""
        if not changes.touch(
            "can_undo", "plan", "plan_stale", "busy", "script", "language", OFFERS
        ):
            return
        state = self.state
        busy = state.is_busy(PLAN)
        self.undo.setEnabled(state.can_undo)
        ready = state.ranking is not None and state.script is not None
        self.again.setEnabled(ready and not busy)
        laid = state.plan is not None and bool(state.plan.days)
        self.again.setText(self.tr("重排") if laid else self.tr("排一排"))
        self.export.setEnabled(laid and not busy)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.undo.setIcon(icons.icon("arrow-back-up", 16))
        self.again.setIcon(icons.icon("refresh", 16))
        self.export.setIcon(icons.icon("table-export", 16, theme.current().on_prim))

    def retranslate(self) -> None:
        """Set every text again."""
        self.undo.setText(self.tr("撤销"))
        self.undo.setToolTip(self.tr("退回上一步（Ctrl+Z）"))
        self.again.setText(self.tr("重排"))
        self.again.setToolTip(self.tr("照现在的要求重新找最省的；谈好的尽量不动"))
        self.export.setText(self.tr("导出通告"))
        self.along.setText(self.tr("带去外勘…"))
        words = {
            ".pdf": self.tr("通告单 PDF…"),
            ".xlsx": self.tr("拍摄计划 Excel（.xlsx）…"),
            ".ics": self.tr("日历（.ics）：拍摄日、档期、付款…"),
            ".uss": self.tr("统筹软件 USS（.uss）…"),
        }
        for ending, action in self.actions_by.items():
            action.setText(words[ending])
