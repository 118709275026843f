"""What is known of the project, at the left: typed in, reckoned while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Account, FactField
from gui import theme
from gui.pages.fact_editor import FactEditor
from gui.pages.fact_fields import city_choices, make_editor
from gui.pages.money.hinges import hinge_fields
from gui.pages.money.missing import MissingList
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import Pane, label

INPUTS = (
    "crew.size",
    "shoot.days",
    "crew.home_city",
    "shoot.start_date",
    "work.investment_total",
    "work.episodes",
)
EDITOR_WIDTH = 132
_FORM = ("fields", "language", "divisions")


class InputsPane(Page):
    """Numbers first, then what the policies of this city hang on, then what is still missing."""

    export_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.editors: dict[str, FactEditor] = {}
        self.hinges: dict[str, FactEditor] = {}
        self._title = label(role="heading")
        self._how = label(role="caption")
        self._form_holder, self._facts_holder = QWidget(), QWidget()
        self._form = _column(self._form_holder, 7)
        self._facts = _column(self._facts_holder, 6)
        self._doubt = label(role="caption", wrap=True)
        self.missing = MissingList(session)
        self.export_button = QPushButton()
        self.export_button.clicked.connect(self.export_asked)
        self.missing.fact_asked.connect(self.go_to)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        head = Pane()
        head.setProperty("hair", "bottom")
        head.setMinimumHeight(38)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._how)
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(8)
        self._facts_rule = self._rule()
        for part in (self._form_holder, self._facts_rule, self._facts_holder):
            column.addWidget(part)
        column.addWidget(self._doubt)
        column.addWidget(self._rule())
        column.addWidget(self.missing)
        column.addStretch(1)
        area = self._area = ColumnArea(inner)
        foot = Pane()
        foot.setProperty("hair", "top")
        under = QHBoxLayout(foot)
        under.setContentsMargins(14, 9, 14, 9)
        under.addWidget(self.export_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(area, 1)
        whole.addWidget(foot)

    @staticmethod
    def _rule() -> Pane:
        rule = Pane()
        rule.setProperty("rule", "h")
        return rule

    def show_state(self, changes: Changes) -> None:
        """Build the form for other fields or another language; fill it otherwise."""
        state = self.state
        if changes.touch(*_FORM):
            known = {field.key: field for field in state.fields}
            self.editors = self._build(self._form, [known[key] for key in INPUTS if key in known])
        if changes.touch(*_FORM, "account"):
            self._offer_hinges(state.account, rebuild=changes.touch(*_FORM))
        if changes.touch(*_FORM, "account", "facts"):
            for key, editor in {**self.editors, **self.hinges}.items():
                editor.show_value(state.facts.get(key))
        if changes.touch("busy", "language"):
            working = state.is_busy("rank") or state.is_busy("account")
            self._how.setText(self.tr("在算…") if working else self.tr("边改边算"))
        if changes.touch("account", "language"):
            self.export_button.setEnabled(state.account is not None)

    def _offer_hinges(self, account: Account | None, *, rebuild: bool) -> None:
        """The yes-or-no facts of this city; rows stay where they are while they are answered."""
        fields = () if account is None else hinge_fields(account, self.state)
        if rebuild or [one.key for one in fields] != list(self.hinges):
            self.hinges = self._build(self._facts, fields)
        self.missing.above = frozenset({*self.editors, *self.hinges})
        self._facts_holder.setVisible(bool(fields))
        self._facts_rule.setVisible(bool(fields))
        self._doubt.setVisible(bool(fields))

    def go_to(self, key: str) -> None:
        """Put the keyboard into the editor of a fact."""
        editor = self.editors.get(key) or self.hinges.get(key)
        if editor is not None:
            editor.focus()
            self._area.ensureWidgetVisible(editor)

    def _build(self, column: QVBoxLayout, fields: Sequence[FactField]) -> dict[str, FactEditor]:
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        editors: dict[str, FactEditor] = {}
        cities = city_choices(self.state.divisions)
        for field in fields:
            editor = make_editor(field, self.state.language, cities)
            editor.said.connect(lambda value, key=field.key: self.session.set_fact(key, value))
            editors[field.key] = editor
            column.addWidget(_FactRow(editor))
        return editors

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.export_button.setIcon(icons.icon("table-export", 16))

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("这个项目"))
        self._doubt.setText(self.tr("“不知道”不会当作“否”，只会把区间放宽。"))
        self.export_button.setText(self.tr("导出明细"))


class _FactRow(QWidget):
    """A fact and its editor side by side; English words need a line above a wide editor."""

    def __init__(self, editor: FactEditor) -> None:
        super().__init__()
        above = editor.wide and editor.lang == "en"
        row: QBoxLayout = QVBoxLayout(self) if above else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 if above else 8)
        name = label(editor.name, role="second", wrap=True)
        row.addWidget(name, 0 if above else 1)
        row.addWidget(editor)
        if not editor.wide:
            editor.setFixedWidth(round(EDITOR_WIDTH * theme.text_scale()))


def _column(holder: QWidget, gap: int) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column
