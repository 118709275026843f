"""改比例: the mix of genres that made-up titles come from, and what one of each asks for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from geo.model.hosting import Genre
from gui.pages.host.corpus import genre_name
from gui.pages.host.needs_editor import NeedsEditor
from gui.pages.host.parts import button, indent
from gui.pages.script.dialogs import dialog_foot
from gui.session import Session
from gui.widgets.pane import label, mark

SIZE = (820, 600)


class GenresDialog(QDialog):
    """Genres at the left, the chosen one at the right; nothing is kept before 存下来."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        demand = session.state.demand
        self.genres: list[Genre] = list(demand.genres) if demand is not None else []
        self._filling = False
        self.setWindowTitle(self.tr("题材比例"))
        self.resize(*SIZE)
        self.list = QListWidget()
        self.share, self.scenes, self.night = QSpinBox(), QSpinBox(), QSpinBox()
        for field, low, high, unit in (
            (self.share, 0, 100, " %"),
            (self.scenes, 1, 400, self.tr(" 场")),
            (self.night, 0, 100, " %"),
        ):
            field.setRange(low, high)
            field.setSuffix(unit)
            field.setFixedWidth(110)
            field.valueChanged.connect(self._typed)
        indent(self.share, self.scenes, self.night)
        self.needs = NeedsEditor(session.state)
        self.needs.changed.connect(self._typed)
        self.why = QPlainTextEdit()
        self.why.setFixedHeight(72)
        self.why.setPlaceholderText(self.tr("照什么假设的？以后别人看得懂"))
        self.why.textChanged.connect(self._typed)
        self.sum = label(role="second", wrap=True)
        self.save_button = QPushButton(self.tr("存下来，重新比"))
        self.save_button.clicked.connect(self.save)
        self._lay_out()
        for genre in self.genres:
            self.list.addItem(genre_name(genre, session.state.language))
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        self._add_up()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        for name, field in (
            (self.tr("占多少"), self.share),
            (self.tr("一部几场"), self.scenes),
            (self.tr("夜戏"), self.night),
            (self.tr("要什么景"), self.needs),
            (self.tr("为什么这样假设"), self.why),
        ):
            field.setAccessibleName(name)
            form.addRow(label(name, role="second"), field)
        self.list.setFixedWidth(210)
        self.list.setProperty("desk", "true")
        self.list.setSpacing(2)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.list)
        middle.addLayout(form, 1)
        foot = dialog_foot(self, self.save_button, self.tr("不改了"))
        back = button(self.tr("回到原来的"), self._back, quiet=True)
        demand = self._session.state.demand
        back.setVisible(demand is not None and demand.own)
        foot.insertWidget(0, back)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        intro = self.tr(
            "没人知道明年来哪些戏，所以先假设一个比例，写明为什么。改了就照新的比，原来的能拿回来。"
        )
        column.addWidget(label(intro, role="second", wrap=True))
        column.addLayout(middle, 1)
        column.addWidget(self.sum)
        column.addLayout(foot)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self.genres):
            return
        genre, lang = self.genres[row], self._session.state.language
        self._filling = True
        self.share.setValue(round(genre.share * 100))
        self.scenes.setValue(genre.scenes)
        self.night.setValue(round(genre.night * 100))
        self.needs.show_needs(genre.needs)
        self.why.setPlainText(genre.why.get(lang) or genre.why.get("zh", ""))
        self._filling = False

    def _typed(self) -> None:
        row = self.list.currentRow()
        if self._filling or not 0 <= row < len(self.genres):
            return
        genre = self.genres[row]
        share, night = self.share.value() / 100, self.night.value() / 100
        self.genres[row] = replace(
            genre,
            # what only rounding shows otherwise stays as exact as it was
            share=genre.share if round(genre.share * 100) == self.share.value() else share,
            night=genre.night if round(genre.night * 100) == self.night.value() else night,
            scenes=self.scenes.value(),
            needs=self.needs.needs(),
            why={**genre.why, self._session.state.language: self.why.toPlainText().strip()},
        )
        self._add_up()

    def _add_up(self) -> None:
        whole = round(sum(one.share for one in self.genres) * 100)
        asks = all(any(one.needs.values()) for one in self.genres if one.share > 0)
        self.save_button.setEnabled(bool(whole) and asks)
        told = self.tr("各题材加起来 {sum}%").format(sum=whole)
        if whole != 100 and whole:
            told += self.tr("，会按比例摊成 100%")
        if not asks:
            told = self.tr("占了份额的题材，至少要有一种要的景")
        mark(self.sum, tone="" if asks else "warn")
        self.sum.setText(told)

    def _back(self) -> None:
        self._session.save_genres(None)
        self.accept()

    def save(self) -> None:
        """Keep the mix, shares brought to a whole."""
        whole = sum(one.share for one in self.genres)
        if whole > 0:
            self._session.save_genres(
                [replace(one, share=one.share / whole) for one in self.genres]
            )
        self.accept()
