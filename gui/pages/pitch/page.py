"""推介: a bar that says for whom, and under it the pack for a crew or the bureau's own desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.pages.pitch.crew import CrewPitch
from gui.session import Session
from gui.widgets import icons
from gui.widgets.pane import Pane
from gui.widgets.segments import Segments

if TYPE_CHECKING:
    from gui.pages.host.desk import BureauDesk

CREW, BUREAU = "crew", "bureau"


class PitchPage(Pane):
    """``page_asked``: another page is wanted; ``pack_asked``: a folder for the files.

    ``site_asked``: a place (id) is to be shown on the map.
    """

    page_asked = Signal(str)
    pack_asked = Signal()
    site_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sides = Segments([(CREW, ""), (BUREAU, "")])
        self.sides.choose(CREW)
        self.sides.chosen.connect(self.show_side)
        self.card, self.files = QPushButton(), QPushButton()
        for button in (self.card, self.files):
            button.setProperty("plain", "true")
            button.setProperty("small", "true")
        self.crew = CrewPitch(session)
        self._bureau: BureauDesk | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.crew)
        bar = Pane()
        bar.setProperty("hair", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self.sides)
        row.addStretch(1)
        row.addWidget(self.card)
        row.addWidget(self.files)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._stack, 1)
        self.card.clicked.connect(self.crew.open_card)
        self.files.clicked.connect(lambda: self.crew.open_file())
        self.crew.page_asked.connect(self.page_asked)
        self.crew.pack_asked.connect(self.pack_asked)
        self.restyle()
        self.retranslate()

    @property
    def splitter(self) -> QSplitter:
        """The panes of the pack."""
        return self.crew.splitter

    @property
    def bureau(self) -> BureauDesk:
        """The bureau's desk, made when it is first wanted."""
        if self._bureau is None:
            from gui.pages.host.desk import BureauDesk

            desk = self._bureau = BureauDesk(self._session)
            desk.page_asked.connect(self._follow)
            desk.card_asked.connect(self.crew.open_card)
            desk.site_asked.connect(self.site_asked)
            self._stack.addWidget(desk)
        return self._bureau

    def _follow(self, page: str) -> None:
        """The pack is a page of the desk's own; others are the window's."""
        if page == "pitch":
            self.show_side(CREW)
        else:
            self.page_asked.emit(page)

    @property
    def side(self) -> CrewPitch | BureauDesk:
        """What is shown: the pack or the desk."""
        return self.crew if self.sides.choice == CREW else self.bureau

    def show_side(self, side: str) -> None:
        """Show the pack for a crew, or the bureau's desk."""
        self.sides.choose(side)
        self._stack.setCurrentWidget(self.side)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        chosen = self.sides.button(self.sides.choice or CREW)
        return (*self.side.panes(), chosen)

    def fold_left(self) -> None:
        """Fold the left pane, or bring it back."""
        self.side.fold_left()

    def showEvent(self, event: QShowEvent) -> None:
        """The keys go to what is read, not to the bar above it, unless they were elsewhere."""
        super().showEvent(event)
        kept = self.focusWidget()
        if kept is None or not kept.isVisible():
            self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.card.setIcon(icons.icon("id", 16))
        self.files.setIcon(icons.icon("lock", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        self.sides.set_options([(CREW, self.tr("给剧组")), (BUREAU, self.tr("给局里"))])
        self.sides.setAccessibleName(self.tr("给剧组还是给局里"))
        self.card.setText(self.tr("局的名片"))
        self.card.setToolTip(self.tr("谁来推介：单位、联系人、电话、能帮什么"))
        self.files.setText(self.tr("场地档案"))
        self.files.setToolTip(self.tr("每处找谁、怎么报批；负责人、底价、备注另外锁着"))
