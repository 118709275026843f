"""Over the form: which place, who said something last, and whether every word is on disk."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton

from geo.model import Kind
from geo.model.field import RecceField, RecceSheet
from gui import theme
from gui.pages.field.words import line_word, moment_word, site_word, told_here
from gui.session import Session, State
from gui.widgets import icons
from gui.widgets.elided import ElidedLabel
from gui.widgets.painters import paint_kind
from gui.widgets.pane import Pane, label, mark

MARK = 18


class FormHead(Pane):
    """``sunlit_asked``: the strong-light theme on or off."""

    sunlit_asked = Signal(bool)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kind: Kind | None = None
        self.setProperty("hair", "bottom")
        self.setMinimumHeight(46)
        self._mark = QLabel()
        self._mark.setFixedWidth(MARK)
        self.name, self.last = ElidedLabel(role="heading"), ElidedLabel(role="second", tail=True)
        self.saved = label(chip="ok")
        self.sunlit = QToolButton()
        self.sunlit.setCheckable(True)
        self.sunlit.setProperty("answer", "true")
        self.sunlit.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sunlit.clicked.connect(lambda on: self.sunlit_asked.emit(on))
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.name)
        row.addWidget(self.last, 1)
        row.addWidget(self.saved)
        row.addWidget(self.sunlit)
        row.addWidget(self.more)
        self.retranslate()
        self.restyle()

    def tell(self, state: State, sheet: RecceSheet, *, unkept: RecceField | None) -> None:
        """Show the place and what stands of it."""
        lang = state.language
        self._kind = sheet.site.kind
        self._draw_mark()
        self.name.setText(site_word(sheet.site, lang))
        newest = max(sheet.answers.values(), key=lambda one: one.when, default=None)
        told = "" if newest is None else moment_word(newest.when, lang)
        who = "" if newest is None else newest.who
        self.last.setText(" · ".join(part for part in (who, told) if part))
        self._tell_saved(state, sheet, unkept)

    def _tell_saved(self, state: State, sheet: RecceSheet, unkept: RecceField | None) -> None:
        """What is on disk, and nothing that is not."""
        if unkept is not None:
            chip, text = (
                "warn",
                self.tr("“{line}”还没存").format(line=line_word(unkept, state.language)),
            )
        elif state.is_busy("recce"):
            chip, text = "flag", self.tr("在存…")
        elif not state.outdoors.saved:
            chip, text = "err", self.tr("没存上，原因在上面")
        elif told_here(sheet) or sheet.photos or sheet.done:
            chip, text = "ok", self.tr("每个字都已存")
        else:
            chip, text = "flag", self.tr("还没有填")
        self.saved.setText(text)
        mark(self.saved, chip=chip)

    def _draw_mark(self) -> None:
        if self._kind is None:
            return
        dpr = self.devicePixelRatioF()
        picture = QPixmap(round(MARK * dpr), round(MARK * dpr))
        picture.setDevicePixelRatio(dpr)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_kind(painter, QPointF(MARK / 2, MARK / 2), self._kind, 6.5)
        painter.end()
        self._mark.setPixmap(picture)

    def restyle(self) -> None:
        """Fetch the icons again."""
        on = theme.current() is theme.SUNLIT
        self.sunlit.setChecked(on)
        self.sunlit.setIcon(icons.icon("sun", 16, theme.current().on_prim if on else None))
        self.more.setIcon(icons.icon("dots", 16))
        self._draw_mark()

    def retranslate(self) -> None:
        """Set every text again."""
        self.sunlit.setText(self.tr("户外"))
        self.sunlit.setToolTip(self.tr("太阳底下看得清：白底黑字，字大一号。再点一下换回来。"))
        self.more.setToolTip(self.tr("自己加几行、打印空白表、换名字、收起外勘包"))
        self.more.setAccessibleName(self.tr("更多"))
