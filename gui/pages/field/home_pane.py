"""三个人的包合到一起: packs come home, what came of it, and what somebody has to decide."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from geo.model.field import FieldKey
from gui.pages.field.home_counts import HomeCounts
from gui.pages.field.home_question import HomeQuestion
from gui.pages.page import Page
from gui.pages.plan.empty import Emptiness, EmptyView
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane

ENDINGS = (".gpkg", ".zip")
MERGE = "merge"
LEAST = 320
HEARD = ("outdoors", "busy", "ready", "language", "phrases")


class HomePane(Page):
    """``merge_asked``: these packs (paths) were given to be brought home; it does so itself."""

    merge_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.setMinimumWidth(LEAST)
        self.setAcceptDrops(True)
        self._looked = False
        self._sign, self._title = QLabel(), ElidedLabel(role="heading")
        self._sign.setFixedSize(18, 18)
        self.merge_button = QPushButton()
        self.merge_button.setProperty("small", "true")
        self.merge_button.clicked.connect(self.choose_packs)
        self.counts = HomeCounts()
        self.counts.undo_asked.connect(session.undo_batch)
        self.question = HomeQuestion(session)
        self.question.history_asked.connect(self._open_history)
        self.empty = EmptyView()
        self.empty.setProperty("ground", "none")
        self.empty.chosen.connect(lambda _: self.choose_packs())
        self.undo_all, self.next = QPushButton(), QPushButton()
        self.undo_all.clicked.connect(self._undo_all)
        self.next.clicked.connect(self._show_next)
        self._views = QStackedWidget()
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        head = Pane()
        head.setProperty("hair", "bottom")
        head.setMinimumHeight(38)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._title, 1)
        row.addWidget(self.merge_button)
        inner = QWidget()
        inner.setProperty("ground", "none")
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.question)
        # large words in a narrow pane want more than its height
        self._views.addWidget(ColumnArea(self.empty))
        self._views.addWidget(ColumnArea(inner))
        self._foot = Pane()
        self._foot.setProperty("hair", "top")
        below = QHBoxLayout(self._foot)
        below.setContentsMargins(16, 8, 16, 8)
        below.addWidget(self.undo_all)
        below.addStretch(1)
        below.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.counts)
        column.addWidget(self._views, 1)
        column.addWidget(self._foot)

    def show_state(self, changes: Changes) -> None:
        """Show what came home, or how it can."""
        if changes.touch("ready") and self.state.ready and not self._looked:
            self._looked = True
            self.session.load_contested()
        if not changes.touch(*HEARD):
            return
        field = self.state.outdoors
        brought = bool(field.reports)
        self._tell_title()
        # after a restart there is no merge to tell of, only what is left to decide
        self.counts.setVisible(brought)
        self.counts.tell(self.state)
        self.empty.tell(self._emptiness())
        held = self.empty.isAncestorOf(self.focusWidget()) or self.empty.hasFocus()
        self._views.setCurrentIndex(1 if field.contested else 0)
        if held and field.contested:
            # left to Qt they would go to whatever comes next in the window
            QTimer.singleShot(0, self.question, self._go_to_question)
        self.merge_button.setVisible(brought or bool(field.contested))
        self._foot.setVisible(brought or len(field.contested) > 1)
        self._enable()

    def _go_to_question(self) -> None:
        if self.question.cards:
            self.question.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_title(self) -> None:
        field = self.state.outdoors
        count = sum(not one.undone for one in field.reports)
        if count > 1:
            text = self.tr("{n} 个包合到一起").format(n=count)
        elif count:
            text = self.tr("一个包回来了")
        else:
            text = self.tr("有几处要你定") if field.contested else self.tr("把包合回来")
        self._title.setText(text)

    def _emptiness(self) -> Emptiness:
        field, state = self.state.outdoors, self.state
        if state.is_busy(MERGE):
            return Emptiness(self.tr("在合…"), self.tr("先备份，再一条条收。"), icon="git-merge")
        if field.reports and all(one.undone for one in field.reports):
            return Emptiness(
                self.tr("都撤销了"),
                self.tr("景库和合之前一样。撤掉的留在历史里，能再放回来。"),
                icon="arrow-back-up",
            )
        if field.reports:
            return Emptiness(
                self.tr("都合好了"),
                self.tr("没有要你定的。每一条是谁、什么时候写的，历史里都看得到。"),
                icon="circle-check",
            )
        return Emptiness(
            self.tr("大家回来了，合到一起"),
            self.tr(
                "每个人的包放进来就行，先放谁的、放几遍都一样。"
                "各写各的自动合好，同一格写得不一样的，才并排来问你。"
            ),
            (
                self.tr("合之前先备份，合完也能全部撤销"),
                self.tr("QGIS、QField 里改过的包也收"),
                self.tr("可以把 .gpkg 或 .zip 拖到这里，一次几个都行"),
            ),
            ((MERGE, self.tr("合回来…")),),
            "git-merge",
        )

    def _enable(self) -> None:
        state, field = self.state, self.state.outdoors
        free = state.ready and not state.is_busy("home") and not state.is_busy(MERGE)
        self.merge_button.setEnabled(free)
        self.undo_all.setEnabled(free and bool(field.reports))
        self.undo_all.setVisible(bool(field.reports))
        gone = bool(field.reports) and all(one.undone for one in field.reports)
        self.undo_all.setText(self.tr("全部放回来") if gone else self.tr("全部撤销"))
        self.next.setVisible(len(field.contested) > 1)

    # ---- what is asked

    def choose_packs(self) -> None:
        """Ask which packs come home."""
        word = self.tr("外勘包")
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        memory = DialogMemory.of(self)
        folder = "" if memory is None else str(memory.folder())
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("合回来"), folder, f"{word} ({kinds})"
        )
        if names and memory is not None:
            memory.keep_folder(Path(names[0]).parent)
        self.merge([Path(name) for name in names])

    def merge(self, paths: Sequence[Path]) -> None:
        """Bring packs home, one after the other; which comes first changes nothing."""
        for path in paths:
            self.session.merge_pack(path)
        if paths:
            self.merge_asked.emit(tuple(paths))

    def _undo_all(self) -> None:
        reports = self.state.outdoors.reports
        gone = all(one.undone for one in reports)
        for one in reports if gone else reversed(reports):
            if gone or not one.undone:
                self.session.undo_batch(one.batch)

    def _show_next(self) -> None:
        field = self.state.outdoors
        if field.contested:
            self.session.show_question((field.question + 1) % len(field.contested))

    def _open_history(self, key: FieldKey) -> None:
        from gui.pages.field.openers import open_history

        open_history(self.session, self, key)

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        if self._views.currentIndex() and self.question.cards:
            return (self.question.cards[0],)
        return (self.empty.keys(),)

    # ---- files let go over it

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take packs."""
        if self.state.ready and _packs(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring them home."""
        paths = _packs(event)
        if paths:
            event.acceptProposedAction()
            self.merge(paths)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self._sign.setPixmap(icons.pixmap("git-merge", 18))
        self.undo_all.setIcon(icons.icon("arrow-back-up", 16))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.merge_button.setText(self.tr("合回来…"))
        self.merge_button.setToolTip(self.tr("再合几个包，合过的再合一遍也不要紧"))
        self.next.setText(self.tr("下一个"))


def _packs(event: QDropEvent) -> list[Path]:
    files = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return [path for path in files if path.suffix.lower() in ENDINGS]
