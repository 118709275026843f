"""自己定一项: a criterion of one's own, how it is measured, and what each place is worth by it."""

from __future__ import annotations

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

from geo.model import OwnCriterion
from gui.pages.script.dialogs import dialog_foot
from gui.pages.typed import read_span, write_number
from gui.pages.wishes.own_table import OwnTable
from gui.pages.wishes.own_words import scale_words
from gui.session import Session
from gui.texts import criterion_name
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.pane import label, mark

SIZE = (660, 600)
NARROW = 76
LONGEST = 20
KEY = "criterion"


class CriterionDialog(QDialog):
    """A new criterion, or with ``code`` one there is. Nothing is kept before 记下来."""

    def __init__(self, session: Session, code: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        own = session.state.wishes.own
        self._known = next((one for one in own if one.code == code), None)
        self._memory = DialogMemory.of(parent)
        start = self._known or OwnCriterion("", "")
        title = self.tr("改“{name}”").format(name=start.name) if self._known else ""
        self.setWindowTitle(title or self.tr("自己定一项"))
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self.name, self.unit = QLineEdit(start.name), QLineEdit(start.unit)
        self.worst = QLineEdit(write_number(start.worst))
        self.best = QLineEdit(write_number(start.best))
        self.told_name, self.told_scale = label(role="caption"), label(role="caption", wrap=True)
        self.table = OwnTable(session.state, start.values)
        self.keep_button = QPushButton(self.tr("记下来"))
        self.keep_button.clicked.connect(self._keep)
        self.drop_button = QPushButton(self.tr("不要这一项"))
        self.drop_button.setVisible(self._known is not None)
        self.drop_button.clicked.connect(self._drop)
        for field in (self.name, self.unit, self.worst, self.best):
            field.textChanged.connect(lambda _: self._check())
        self.table.changed.connect(self._check)
        self._lay_out()
        self._check()

    def _lay_out(self) -> None:
        self.name.setPlaceholderText(self.tr("例如 停车方便"))
        self.unit.setPlaceholderText(self.tr("分、分钟、米，可以空着"))
        self.drop_button.setToolTip(self.tr("连打的分一起去掉，Ctrl+Z 找得回来"))
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.addRow(self.tr("叫什么"), self._under(self.name, self.told_name))
        form.addRow(self.tr("单位"), self.unit)
        form.addRow(self.tr("怎么算好"), self._under(self._scale_row(), self.told_scale))
        self.name.setAccessibleName(self.tr("叫什么"))
        self.unit.setAccessibleName(self.tr("单位"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(form)
        note = self.tr("每处多少：写一个数，或者一段（6–8）。空着就是不知道，不当 0，先不加分。")
        column.addWidget(label(note, role="second", wrap=True))
        column.addWidget(self.table, 1)
        leave = self.tr("不改") if self._known else self.tr("先不定")
        foot = dialog_foot(self, self.keep_button, leave)
        foot.insertWidget(0, self.drop_button)
        column.addLayout(foot)
        self._calm()

    def _calm(self) -> None:
        """Enter in a field is an answer, not a button."""
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)

    @staticmethod
    def _under(field: QWidget, told: QLabel) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field)
        column.addWidget(told)
        return holder

    def _scale_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, field in ((self.tr("最差"), self.worst), (self.tr("最好"), self.best)):
            field.setFixedWidth(NARROW)
            field.setAccessibleName(text)
            row.addWidget(label(text, role="second"))
            row.addWidget(field)
        row.addStretch(1)
        return holder

    def _ends(self) -> tuple[float, float] | None:
        """Worst and best; None where they are no two different numbers."""
        try:
            worst, best = read_span(self.worst.text()), read_span(self.best.text())
        except ValueError:
            return None
        if worst is None or best is None or worst[0] != worst[1] or best[0] != best[1]:
            return None
        return None if worst[0] == best[0] else (worst[0], best[0])

    def _wrong_name(self) -> str:
        name = self.name.text().strip()
        if not name:
            return self.tr("起个名字")
        if len(name) > LONGEST:
            return self.tr("长了，{n} 个字以内").format(n=LONGEST)
        wishes = self._session.state.wishes
        mine = self._known.code if self._known else None
        codes = {str(code) for code in wishes.criteria} | {one.code for one in wishes.own}
        taken = {criterion_name(code, wishes.own) for code in codes if code != mine}
        return self.tr("已经有一项叫这个") if name in taken else ""

    def _check(self) -> None:
        wrong, ends = self._wrong_name(), self._ends()
        # an empty field needs no reproach before anything was typed
        blank = not self.name.text()
        mark(self.name, wrong="true" if wrong and not blank else "")
        mark(self.told_name, tone="err" if not blank else "")
        self.told_name.setText(wrong)
        self.told_name.setVisible(bool(wrong) and not blank)
        for field in (self.worst, self.best):
            mark(field, wrong="true" if ends is None else "")
        mark(self.told_scale, tone="err" if ends is None else "")
        unit = self.unit.text().strip()
        self.told_scale.setText(
            self.tr("写两个不一样的数，例如 最差 0，最好 10。")
            if ends is None
            else scale_words(*ends, unit)
        )
        self.table.set_scale(OwnCriterion("", "", "", *ends) if ends else None)
        self.keep_button.setEnabled(not wrong and ends is not None and self.table.right)

    def _keep(self) -> None:
        ends = self._ends()
        if ends is None or not self.table.right:
            return
        code = self._known.code if self._known else self._session.new_code()
        name, unit = self.name.text().strip(), self.unit.text().strip()
        self._session.keep_criterion(OwnCriterion(code, name, unit, *ends, self.table.values()))
        self.accept()

    def _drop(self) -> None:
        if self._known is not None:
            self._session.drop_criterion(self._known.code)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """What is asked first has the keyboard."""
        super().showEvent(event)
        first = self.table.search if self._known else self.name
        first.setFocus()

    def done(self, answer: int) -> None:
        """Remember the size."""
        if self._memory is not None:
            self._memory.keep(self, KEY)
        super().done(answer)
