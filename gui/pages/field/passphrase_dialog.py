"""口令: contacts and quotes are sealed with it; what that means, and the ways in and out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model.field import Lock
from gui.pages.page import Page
from gui.pages.told import DialogNews
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import label, mark

SIZE = (560, 520)
LEAST = 8
"""Characters of a passphrase."""


class PassphraseForm(Page):
    """Sets, opens, closes, changes or takes away, as the lock stands."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("ground", "none")
        self._sign, self._state = QLabel(), label(role="heading", wrap=True)
        self._sign.setFixedSize(20, 20)
        self._means = label(wrap=True, role="second")
        self.old, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self._names = {field: label() for field in (self.old, self.new, self.again)}
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        for field, name in self._names.items():
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(lambda _: self._check())
            self._form.addRow(name, field)
        self._wrong = label(role="caption", wrap=True)
        self._goes, self._lose = label(wrap=True, role="second"), label(wrap=True)
        mark(self._lose, tone="warn")
        self.main, self.lock, self.take_away = QPushButton(), QPushButton(), QPushButton()
        self.main.setProperty("main", "true")
        self.main.clicked.connect(self._do)
        self.lock.clicked.connect(session.lock_now)
        self.take_away.clicked.connect(self._take_away)
        for button in (self.lock, self.take_away):
            button.setAutoDefault(False)
        self.old.returnPressed.connect(self._do)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._state, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.lock)
        buttons.addWidget(self.take_away)
        buttons.addStretch(1)
        buttons.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._means)
        column.addLayout(self._form)
        column.addWidget(self._wrong)
        column.addWidget(self._goes)
        column.addWidget(self._lose)
        column.addLayout(buttons)
        column.addStretch(1)

    @property
    def stands(self) -> Lock:
        """How the lock stands."""
        return self.state.outdoors.lock

    def show_state(self, changes: Changes) -> None:
        """Offer what can be done with the lock as it stands."""
        if not changes.touch("outdoors", "busy", "language"):
            return
        stands = self.stands
        self._tell(stands)
        self._form.setRowVisible(self.old, stands is not Lock.NONE)
        for field in (self.new, self.again):
            self._form.setRowVisible(field, stands is not Lock.LOCKED)
        for told in (self._goes, self._lose):
            told.setVisible(stands is not Lock.LOCKED)
        self.lock.setVisible(stands is Lock.OPEN)
        self.take_away.setVisible(stands is Lock.OPEN)
        self._check()
        self.restyle()

    def _tell(self, stands: Lock) -> None:
        heads = {
            Lock.NONE: self.tr("联系人和报价没有加密"),
            Lock.LOCKED: self.tr("联系人和报价锁着"),
            Lock.OPEN: self.tr("已经开锁，在这个窗口里看得到"),
        }
        self._state.setText(heads[stands])
        self._means.setText(
            self.tr(
                "设了口令，场地的负责人、电话、底价、备注，剧组的联系方式，"
                "还有口头报价，在硬盘和备份里都是加密的。别的资料不加密，照常排名、查找。"
            )
        )
        self._goes.setText(
            self.tr(
                "坏了的备份、存在旁边的坏文件（catalogue-damaged-…）加密不了，加密时会删掉；"
                "坏文件里能救的，先救回景库。"
            )
        )
        self._lose.setText(
            self.tr(
                "口令不存在任何地方，忘了就打不开，我们也没有办法。写在纸上，收在电脑以外的地方。"
            )
        )
        self._names[self.old].setText(
            self.tr("口令") if stands is Lock.LOCKED else self.tr("现在的口令")
        )
        self._names[self.new].setText(
            self.tr("口令") if stands is Lock.NONE else self.tr("新的口令")
        )
        self._names[self.again].setText(self.tr("再打一遍"))
        for field, name in self._names.items():
            field.setAccessibleName(name.text())
        words = {
            Lock.NONE: self.tr("加密"),
            Lock.LOCKED: self.tr("开锁"),
            Lock.OPEN: self.tr("换口令"),
        }
        self.main.setText(words[stands])
        self.lock.setText(self.tr("现在就锁上"))
        self.take_away.setText(self.tr("不再加密"))
        self.take_away.setToolTip(self.tr("先打现在的口令"))

    def _check(self) -> None:
        stands = self.stands
        free = self.state.ready and not self.state.is_busy("lock")
        new, again = self.new.text(), self.again.text()
        wrong = ""
        if stands is not Lock.LOCKED:
            if new and len(new) < LEAST:
                wrong = self.tr("短了些，至少 {n} 个字，几个不相干的词最好记。").format(n=LEAST)
            elif again and new != again:
                wrong = self.tr("两遍打得不一样")
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        fits = stands is Lock.LOCKED or (len(new) >= LEAST and new == again)
        known = stands is Lock.NONE or bool(self.old.text())
        self.main.setEnabled(free and fits and known)
        self.lock.setEnabled(free)
        self.take_away.setEnabled(free and bool(self.old.text()))

    def _do(self) -> None:
        if not self.main.isEnabled():
            return
        old, new = self.old.text(), self.new.text()
        stands = self.stands
        self.clear()
        if stands is Lock.LOCKED:
            self.session.unlock(old)
        else:
            self.session.set_passphrase(old if stands is Lock.OPEN else None, new)

    def _take_away(self) -> None:
        old = self.old.text()
        self.clear()
        self.session.set_passphrase(old, None)

    def clear(self) -> None:
        """No passphrase stays in a field longer than it must."""
        for field in (self.old, self.new, self.again):
            field.clear()

    def restyle(self) -> None:
        """Fetch the icon again."""
        name = "lock" if self.stands is Lock.LOCKED else "lock-open"
        self._sign.setPixmap(icons.pixmap(name, 20))


class PassphraseDialog(QDialog):
    """Brings how the lock stands when it opens."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("口令"))
        self.resize(*SIZE)
        self.form = PassphraseForm(session)
        self.news = DialogNews(session, ("lock", "safety"))
        close = QPushButton(self.tr("关上"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.news)
        # news above takes room of the area, not of the fields
        column.addWidget(ColumnArea(self.form), 1)
        column.addLayout(foot)
        session.load_safety()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing comes first."""
        super().showEvent(event)
        first = self.form.new if self.form.stands is Lock.NONE else self.form.old
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, answer: int) -> None:
        """Leave no passphrase behind."""
        self.form.clear()
        self.news.put_away()
        super().done(answer)
