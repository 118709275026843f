"""The middle of the page: the pack as it will be written, page by page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.pages.page import Page
from gui.pages.pitch.empty import PACK, emptiness
from gui.pages.pitch.words import template_word
from gui.pages.plan.empty import EmptyView
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.page_strip import PageStrip
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments

PAPER, PHONE = "paper", "phone"
NARROW = 540
"""px: below that the head does not hold all its words."""


class PagesPane(Page):
    """``asked``: what a button of the empty view wants."""

    asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("ground", "win")
        self.where, self.drawing = label(role="second"), label(chip="flag")
        self.smaller, self.larger, self.whole = QToolButton(), QToolButton(), QToolButton()
        self.shapes = Segments([(PAPER, ""), (PHONE, "")])
        self.shapes.chosen.connect(session.show_pitch_as)
        self.template = QToolButton()
        self.template.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.template.setMenu(self.menu)
        self.strip = PageStrip()
        self.empty = EmptyView()
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        head = self._head = Pane()
        head.setProperty("pane", "true")
        head.setMinimumHeight(38)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(6)
        row.addWidget(self.where)
        row.addWidget(self.drawing)
        row.addStretch(1)
        for button in (self.smaller, self.whole, self.larger):
            button.setProperty("small", "true")
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.shapes)
        row.addWidget(self.template)
        self.template.setProperty("small", "true")
        for view in (self.strip, self.empty):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.strip.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.strip.zoom_by(1))
        self.whole.clicked.connect(lambda: self.strip.set_zoom(1.0))
        self.strip.moved.connect(self._tell_where)
        self.strip.zoomed.connect(self._tell_zoom)
        self.empty.chosen.connect(self.asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window figure and word give way to what is pressed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < round(NARROW * theme.text_scale()) + 6 * theme.current().grow
        styles = Qt.ToolButtonStyle
        self.whole.setVisible(not narrow)
        self.template.setToolButtonStyle(
            styles.ToolButtonIconOnly if narrow else styles.ToolButtonTextBesideIcon
        )

    def first(self) -> QWidget:
        """Where the keys go: the pages, or what leads to some."""
        return self.empty.keys() if self._views.currentIndex() else self.strip

    def show_state(self, changes: Changes) -> None:
        """Show the pages, grey bars while there are none yet, or why there will be none."""
        state = self.state
        if changes.touch("pitch_shape"):
            self.shapes.choose(state.pitch_shape)
            self.strip.go_to(1)
        heard = ("pitch", "pitch_pages", "pitch_wishes", "busy", "ready", "script", "ranking")
        if not changes.touch(*heard, "card", "language", "phrases", "notes"):
            return
        nothing = emptiness(state)
        if nothing is not None:
            self.empty.tell(nothing)
        at_work = any(state.is_busy(kind) for kind in PACK)
        waiting = 1 if state.pitch_shape == PHONE else 2
        self.strip.show_pages(state.pitch_pages, waiting)
        self._views.setCurrentIndex(0 if nothing is None else 1)
        self._head.setVisible(nothing is None)
        self.drawing.setVisible(at_work and bool(state.pitch_pages))
        self._tell_where()

    def _tell_where(self) -> None:
        first, last = self.strip.in_sight()
        every = self.strip.count
        if not every:
            text = self.tr("在画第一页…")
        elif first == last:
            text = self.tr("第 {n} 页，共 {of} 页").format(n=first, of=every)
        else:
            text = self.tr("第 {n}–{to} 页，共 {of} 页").format(n=first, to=last, of=every)
        self.where.setText(text)

    def _tell_zoom(self) -> None:
        self.whole.setText(f"{self.strip.zoom:.0%}")

    def _fill_menu(self) -> None:
        self.menu.clear()
        for one in self.session.pitch_templates():
            text = (
                self.tr("{what}：改我的 {name}")
                if one.own
                else self.tr("{what}：拿一份 {name} 来改")
            )
            action = self.menu.addAction(text.format(what=template_word(one.name), name=one.name))
            action.setToolTip(one.path)
            action.triggered.connect(partial(self.session.own_template, one.name))
        if self.menu.isEmpty():
            self.menu.addAction(self.tr("没有模板")).setEnabled(False)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.smaller.setIcon(icons.icon("minus", 14))
        self.larger.setIcon(icons.icon("plus", 14))
        self.template.setIcon(icons.icon("template", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self.shapes.set_options([(PAPER, self.tr("纸面")), (PHONE, self.tr("手机"))])
        self.shapes.setAccessibleName(self.tr("看纸面的还是手机的"))
        self.template.setText(self.tr("模板"))
        self.template.setToolTip(self.tr("版式是文件，可以改成自己的"))
        self.template.setAccessibleName(self.tr("模板"))
        for button, name in (
            (self.smaller, self.tr("缩小")),
            (self.larger, self.tr("放大")),
            (self.whole, self.tr("整页")),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.drawing.setText(self.tr("在重画…"))
        self.strip.setAccessibleName(self.tr("推介包的页面"))
        self._tell_zoom()
        self._tell_where()
