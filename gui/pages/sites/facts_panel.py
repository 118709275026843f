"""The project (这个项目): what is known of the production. What nobody says stays unknown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui import theme
from gui.pages.fact_editor import FactEditor
from gui.pages.fact_fields import city_choices, make_editor
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.widgets.pane import Pane, label

EDITOR_WIDTH = 138


class FactsPanel(Page):
    """A form built from the table of fields; each answer ranks again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.editors: dict[str, FactEditor] = {}
        self._told = label(role="caption", wrap=True)
        self._inner = QWidget()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        foot = Pane()
        foot.setProperty("hair", "top")
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self._told)
        column.addWidget(self._area, 1)
        column.addWidget(foot)

    def show_state(self, changes: Changes) -> None:
        """Build the form anew for other fields or another language; fill it otherwise."""
        if changes.touch("fields", "language", "divisions"):
            self._build()
        if changes.touch("fields", "language", "divisions", "facts"):
            facts = self.state.facts
            for key, editor in self.editors.items():
                editor.show_value(facts.get(key))
            unsaid = sum(facts.get(key) is None for key in self.editors)
            self._told.setText(
                self.tr("还有 {n} 项不知道。“不知道”不会当作“否”，只会把区间放宽。").format(
                    n=unsaid
                )
            )

    def _build(self) -> None:
        lang = self.state.language
        self._inner = QWidget()
        self._inner.setProperty("ground", "none")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(16, 10, 14, 12)
        column.setSpacing(8)
        self.editors = {}
        group = ""
        cities = city_choices(self.state.divisions)
        for field in self.state.fields:
            if field.group != group:
                group = field.group
                column.addSpacing(4)
                column.addWidget(label(self._group_name(group), role="strong"))
            editor = make_editor(field, lang, cities)
            editor.said.connect(lambda value, key=field.key: self.session.set_fact(key, value))
            self.editors[field.key] = editor
            column.addLayout(self._row(editor))
        column.addStretch(1)
        self._area.setWidget(self._inner)

    @staticmethod
    def _row(editor: FactEditor) -> QBoxLayout:
        """Label and editor side by side, one above the other where the editor is wide."""
        name = label(editor.name, role="second", wrap=True)
        if editor.wide:
            row: QBoxLayout = QVBoxLayout()
            row.setSpacing(2)
            row.addWidget(name)
            row.addWidget(editor)
            return row
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(name, 1)
        row.addWidget(editor)
        editor.setFixedWidth(round(EDITOR_WIDTH * theme.text_scale()))
        return row

    def _group_name(self, group: str) -> str:
        return {
            "crew": self.tr("剧组"),
            "work": self.tr("作品"),
            "release": self.tr("播出"),
            "filing": self.tr("备案和荣誉"),
            "company": self.tr("出品公司"),
            "place": self.tr("在当地"),
            "story": self.tr("戏里的当地"),
            "shoot": self.tr("拍摄"),
        }.get(group, group)
