"""备份和恢复: copies of the catalogue, the way back to one, and whether the file is sound."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model.field import Backup
from gui.pages.page import Page
from gui.pages.told import DialogNews
from gui.pages.words import when_word
from gui.session import Changes, Session
from gui.texts import count
from gui.widgets.column_area import ColumnArea
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.message_strip import MessageStrip
from gui.widgets.pane import Pane, label

SIZE = (640, 560)
KEY = "backups"
WORK = ("backup", "check", "safety")
TAKE, LEAVE = "take", "leave"


class BackupList(Page):
    """Copies, newest first. Restoring one asks first, in place."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._wanted: Backup | None = None
        self._drawn: object = None
        self.question = MessageStrip()
        self.question.chosen.connect(self._answer)
        self.question.closed.connect(lambda: self._answer(LEAVE))
        self.rows: list[QWidget] = []
        self.backs: list[QPushButton] = []
        self._none = label(role="second", wrap=True)
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 10, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.now, self.check, self.rescue = QPushButton(), QPushButton(), QPushButton()
        self.folder = QPushButton()
        self.folder.setProperty("quiet", "true")
        self.now.setProperty("main", "true")
        for button, do in (
            (self.now, session.back_up),
            (self.check, session.check_catalogue),
            (self.rescue, self._choose_damaged),
            (self.folder, self._open_folder),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=do: do())
        buttons = QHBoxLayout()
        for button in (self.now, self.check, self.rescue):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(buttons)
        column.addWidget(self.question)
        column.addWidget(self._none)
        column.addWidget(ColumnArea(inner), 1)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Show the copies there are."""
        basis = (self.state.outdoors.backups, self.state.language)
        if basis != self._drawn:
            self._drawn = basis
            self._fill()
        if changes.touch("busy", "outdoors", "language"):
            self._enable()

    def _fill(self) -> None:
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows, self.backs = [], []
        for at, backup in enumerate(self.state.outdoors.backups):
            row = self._row(backup)
            self._column.insertWidget(at, row)
            self.rows.append(row)
        self._none.setVisible(not self.rows)

    def _row(self, backup: Backup) -> QWidget:
        row = Pane()
        row.setProperty("hair", "bottom")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(f"{backup.when[:4]}-{when_word(backup.when)}", role="strong"))
        head.addWidget(label(self._why_word(backup.why), role="second"))
        if not backup.sound:
            head.addWidget(label(self.tr("坏了"), chip="err"))
        if backup.sealed:
            head.addWidget(label(self.tr("要口令"), chip="need"))
        head.addStretch(1)
        lang = self.state.language
        told = self.tr("{sites} 处 · {edits} 条改动 · {mb} MB").format(
            sites=count(backup.sites, lang),
            edits=count(backup.edits, lang),
            mb=f"{backup.megabytes:.1f}",
        )
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(head)
        words.addWidget(label(told, role="caption"))
        back = QPushButton(self.tr("换成这份…"))
        back.setProperty("small", "true")
        back.setAutoDefault(False)
        back.clicked.connect(partial(self.ask_back, backup))
        self.backs.append(back)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(2, 8, 2, 8)
        inside.addLayout(words, 1)
        inside.addWidget(back)
        return row

    def _why_word(self, why: str) -> str:
        return {
            "start": self.tr("打开时"),
            "merge": self.tr("合包之前"),
            "migration": self.tr("升级之前"),
            "restore": self.tr("换备份之前"),
            "hand": self.tr("自己备的"),
            "passphrase": self.tr("改口令之前"),
            "recover": self.tr("救文件之前"),
        }.get(why, why)

    def _enable(self) -> None:
        free = self.state.ready and not any(self.state.is_busy(kind) for kind in WORK)
        for button in (self.now, self.check, self.rescue, *self.backs):
            button.setEnabled(free)
        for back, backup in zip(self.backs, self.state.outdoors.backups, strict=True):
            back.setEnabled(free and backup.sound)
        self._none.setText(
            self.tr("在看…") if self.state.is_busy("safety") else self.tr("还没有备份。")
        )
        self.folder.setEnabled(bool(self.backs))

    def ask_back(self, backup: Backup, _checked: bool = False) -> None:
        """Ask before the catalogue is replaced."""
        self._wanted = backup
        when = when_word(backup.when)
        self.question.tell(
            "warn",
            self.tr("整个景库换成 {when} 的样子？").format(when=when),
            self.tr("那以后改的先看不到。现在的样子会另存一份，随时能换回来。"),
            actions=((TAKE, self.tr("换成这份")), (LEAVE, self.tr("不换"))),
        )

    def _answer(self, way: str) -> None:
        wanted, self._wanted = self._wanted, None
        self.question.hide()
        if way == TAKE and wanted is not None:
            self.session.restore_backup(wanted)

    def _choose_damaged(self) -> None:
        ours, every = self.tr("景库文件"), self.tr("所有文件")
        kinds = f"{ours} (*.sqlite *.db *.part *);;{every} (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("从坏文件里救"), "", kinds)
        if name:
            self.session.recover_file(Path(name))

    def _open_folder(self) -> None:
        backups = self.state.outdoors.backups
        if backups:
            folder = Path(backups[0].path).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.now.setText(self.tr("现在备份"))
        self.check.setText(self.tr("检查文件"))
        self.check.setToolTip(self.tr("一页一页查过，看有没有坏；只看，不改"))
        self.rescue.setText(self.tr("从坏文件里救…"))
        self.rescue.setToolTip(self.tr("能读出多少救多少，和现在的合在一起；坏文件不动"))
        self.folder.setText(self.tr("打开文件夹"))


class BackupsDialog(QDialog):
    """Brings the list when it opens."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = DialogMemory.of(parent)
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self.setWindowTitle(self.tr("备份和恢复"))
        told = self.tr(
            "每次打开、合包、升级之前自动备份；最近 10 份都留，再往前每天、每月各留一份。"
        )
        self.backups = BackupList(session)
        self.news = DialogNews(session, ("safety", "backup", "check"))
        close = QPushButton(self.tr("关上"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(told, role="second", wrap=True))
        column.addWidget(self.news)
        column.addWidget(self.backups, 1)
        column.addLayout(foot)
        session.load_safety()

    def done(self, answer: int) -> None:
        """Remember the size."""
        if self._memory is not None:
            self._memory.keep(self, KEY)
        self.news.put_away()
        super().done(answer)
