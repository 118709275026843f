"""Lines of one's own on the form: a question, how it is answered, and that is all."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geo.model.field import RecceField, RecceOption
from gui.pages.field.words import line_word
from gui.pages.script.dialogs import dialog_foot
from gui.session import Session
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.elided import ElidedLabel
from gui.widgets.fields import StillBox
from gui.widgets.pane import Pane, label

CHOICE = "choice"
TYPES = (CHOICE, "flag", "number", "text")
GROUP = "own"
MOST_OPTIONS = 6


def own_line(
    name: str, kind: str, answers: str, unit: str = "", *, private: bool = False
) -> RecceField:
    """A line of the user's own; its key is made of its words where it is kept."""
    name = name.strip()
    words: list[str] = []
    if kind == CHOICE:
        parts = answers.replace("，", ",").replace("、", ",").split(",")
        words = list(dict.fromkeys(one.strip() for one in parts if one.strip()))[:MOST_OPTIONS]
    options = tuple(RecceOption(word, word, word) for word in words)
    unit = unit.strip() if kind == "number" else ""
    return RecceField(
        "", kind, GROUP, name, name, unit=unit, options=options, own=True, private=private
    )


def same_line(one: RecceField, other: RecceField) -> bool:
    """Whether two lines ask the same."""
    return (one.zh, one.type) == (other.zh, other.type)


class OwnLinesDialog(QDialog):
    """What is answered already stays with its place, also when its line goes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.lines = [one for one in session.state.outdoors.fields if one.own]
        self.setWindowTitle(self.tr("自己加几行"))
        self.setMinimumWidth(520)
        self.name, self.answers, self.unit = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = StillBox()
        self.private = QCheckBox(self.tr("只自己看"))
        self.private.setToolTip(self.tr("像联系人和报价那样：不勾“连同私下的”，就不进外勘包"))
        for code, words in zip(
            TYPES,
            (self.tr("选一个"), self.tr("有没有"), self.tr("数字"), self.tr("几个字")),
            strict=True,
        ):
            self.kind.addItem(words, code)
        self.add_button = QPushButton(self.tr("加上"))
        self.add_button.setAutoDefault(False)
        self._told = label(role="caption", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._lay_out()
        self.name.textChanged.connect(lambda _: self._check())
        self.answers.textChanged.connect(lambda _: self._check())
        self.kind.currentIndexChanged.connect(lambda _: self._check())
        self.add_button.clicked.connect(self._add)
        self._show_lines()
        self._check()

    def _lay_out(self) -> None:
        self.name.setPlaceholderText(self.tr("问什么，例如 屋顶能上人吗"))
        self.name.setAccessibleName(self.tr("问什么"))
        self.kind.setAccessibleName(self.tr("怎么答"))
        self.answers.setPlaceholderText(self.tr("可选的答案，用逗号分开：能，不能，要问"))
        self.answers.setAccessibleName(self.tr("可选的答案"))
        self.unit.setPlaceholderText(self.tr("单位，例如 米"))
        self.unit.setAccessibleName(self.tr("单位"))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addWidget(self.kind)
        second.addWidget(self.answers, 1)
        second.addWidget(self.unit, 1)
        second.addWidget(self.private)
        second.addWidget(self.add_button)
        room = QWidget()
        inner = QVBoxLayout(room)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._list)
        inner.addStretch(1)
        keep = QPushButton(self.tr("就这样"))
        keep.clicked.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._told)
        area = ColumnArea(room)
        area.setMinimumHeight(180)
        column.addWidget(area, 1)
        told = self.tr("拿走一行，已经填过的答案还在，历史里看得到。")
        column.addWidget(label(told, role="caption", wrap=True))
        column.addLayout(dialog_foot(self, keep, self.tr("不改")))

    def _made(self) -> RecceField:
        kind = self.kind.currentData()
        return own_line(
            self.name.text(),
            kind,
            self.answers.text(),
            self.unit.text(),
            private=self.private.isChecked(),
        )

    def _check(self) -> None:
        made = self._made()
        self.answers.setVisible(made.type == CHOICE)
        self.unit.setVisible(made.type == "number")
        told = ""
        if made.type == CHOICE and made.zh and len(made.options) < 2:
            told = self.tr("写两个到六个答案")
        elif any(same_line(one, made) for one in self.lines):
            told = self.tr("已经有这一行了")
        self._told.setText(told)
        self.add_button.setEnabled(bool(made.zh) and not told)

    def _add(self) -> None:
        self.lines.append(self._made())
        for edit in (self.name, self.answers, self.unit):
            edit.clear()
        self._show_lines()
        self._check()
        self.name.setFocus()

    def _show_lines(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if not self.lines:
            self._list.addWidget(label(self.tr("还没有自己的行。"), role="second"))
        for line in self.lines:
            self._list.addWidget(self._row(line))

    def _row(self, line: RecceField) -> QWidget:
        lang = self._session.state.language
        row = Pane()
        row.setProperty("hair", "bottom")
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 4, 0, 4)
        inner.addWidget(ElidedLabel(line_word(line, lang)), 1)
        answers = " / ".join(one.zh for one in line.options) or self.kind.itemText(
            max(0, self.kind.findData(line.type))
        )
        inner.addWidget(ElidedLabel(answers, role="second", tail=True), 1)
        away = QToolButton()
        away.setProperty("quiet", "true")
        away.setIcon(icons.icon("x", 14))
        away.setToolTip(self.tr("拿走这一行"))
        away.setAccessibleName(self.tr("拿走“{line}”").format(line=line_word(line, lang)))
        away.clicked.connect(lambda: self._take_away(line))
        inner.addWidget(away)
        return row

    def _take_away(self, line: RecceField) -> None:
        self.lines.remove(line)
        self._show_lines()
        self._check()

    def _keep(self) -> None:
        if self.add_button.isEnabled():
            self._add()
        self._session.save_own_fields(self.lines)
        self.accept()
