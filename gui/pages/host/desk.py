"""给局里: a list of questions at the left, the answer to one of them at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.pages.host.section import Section
from gui.pages.host.words import place_name
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.pane import label

DEMAND, GAINS, POLICY, HEALTH = "demand", "gains", "policy", "health"
LEDGER, WATCH, VISIT = "ledger", "watch", "visit"
KEYS = (DEMAND, GAINS, POLICY, HEALTH, LEDGER, WATCH, VISIT)
ICONS = {
    DEMAND: "users",
    GAINS: "plus",
    POLICY: "clipboard-text",
    HEALTH: "circle-check",
    LEDGER: "list",
    WATCH: "calendar-event",
    VISIT: "car",
}
LEFT = 224


class BureauDesk(Page):
    """``page_asked``: another page of the window; ``card_asked``: the bureau's card is wanted.

    ``site_asked``: a place (id) is to be shown where places are.
    """

    page_asked = Signal(str)
    card_asked = Signal()
    site_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.sections: dict[str, Section] = {}
        self.where = label(role="strong", wrap=True)
        self.card_button = QPushButton()
        self.card_button.setProperty("quiet", "true")
        self.card_button.clicked.connect(self.card_asked)
        self.questions = QListWidget()
        self.questions.setFrameShape(QListWidget.Shape.NoFrame)
        self.questions.setProperty("desk", "true")
        self.questions.setWordWrap(True)
        for key in KEYS:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.questions.addItem(item)
        self.questions.currentRowChanged.connect(lambda row: self.show_section(KEYS[row]))
        self._stack = QStackedWidget()
        self._lay_out()
        self.retranslate()
        self.restyle()

    def _lay_out(self) -> None:
        self.left = QWidget()
        self.left.setProperty("ground", "panel")
        self.left.setFixedWidth(LEFT)
        side = QVBoxLayout(self.left)
        side.setContentsMargins(0, 14, 0, 0)
        side.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(2)
        head.addWidget(self.where)
        head.addWidget(self.card_button, 0, Qt.AlignmentFlag.AlignLeft)
        side.addLayout(head)
        side.addWidget(self.questions, 1)
        rule = QWidget()
        rule.setProperty("ground", "win")
        rule.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(rule)
        row.addWidget(self._stack, 1)

    def show_section(self, key: str) -> None:
        """Show one question; its page is made when it is first wanted."""
        if key not in self.sections:
            section = _MAKERS[key](self.session)
            self.sections[key] = section
            self._stack.addWidget(section)
            self._join(section)
        if self.questions.currentRow() != KEYS.index(key):
            self.questions.setCurrentRow(KEYS.index(key))
        self._stack.setCurrentWidget(self.sections[key])

    def _join(self, section: Section) -> None:
        """Pass on what a section asks of others."""
        for name, way in (
            ("section_asked", self.show_section),
            ("page_asked", self.page_asked.emit),
            ("card_asked", self.card_asked.emit),
            ("site_asked", self.site_asked.emit),
        ):
            signal = getattr(section, name, None)
            if signal is not None:
                signal.connect(way)

    @property
    def section(self) -> Section | None:
        """The question on show."""
        return self.sections.get(KEYS[max(self.questions.currentRow(), 0)])

    def show_state(self, changes: Changes) -> None:
        """Tell whose desk it is."""
        if not self.sections:
            self.show_section(DEMAND)
        if changes.touch("card", "pitch_wishes", "ranking", "home_cities", "sites", "language"):
            self._say_where()

    def _say_where(self) -> None:
        state = self.state
        place = place_name(state, self.session.ours)
        named = state.card.name_en if state.language == "en" else state.card.name
        self.where.setText(named or place or self.tr("还没说是哪里"))
        self.card_button.setText(self.tr("改局的名片…") if state.card.city else self._unsaid())

    def _unsaid(self) -> str:
        return self.tr("先照这里算，去说是哪里…") if self.session.ours else self.tr("说是哪里…")

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets that F6 goes through."""
        section = self.section
        return (self.questions, *(section.panes() if section is not None else ()))

    def fold_left(self) -> None:
        """Give the answer the room of the list, or take it back."""
        self.left.setVisible(not self.left.isVisible())

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        names = {
            DEMAND: self.tr("谁用得上"),
            GAINS: self.tr("做什么能多来"),
            POLICY: self.tr("奖补试算"),
            HEALTH: self.tr("景库体检"),
            LEDGER: self.tr("协拍台账"),
            WATCH: self.tr("播出以后"),
            VISIT: self.tr("跟着剧去旅行"),
        }
        for row, key in enumerate(KEYS):
            self.questions.item(row).setText(names[key])
        self.questions.setAccessibleName(self.tr("给局里的几件事"))
        self._say_where()

    def restyle(self) -> None:
        """Fetch the icons again."""
        high = round(theme.current().target * theme.text_scale()) + 10
        for row, key in enumerate(KEYS):
            item = self.questions.item(row)
            item.setIcon(icons.icon(ICONS[key], 16))
            item.setSizeHint(QSize(0, high))


def _demand(session: Session) -> Section:
    from gui.pages.host.demand_section import DemandSection

    return DemandSection(session)


def _gains(session: Session) -> Section:
    from gui.pages.host.gains_section import GainsSection

    return GainsSection(session)


def _policy(session: Session) -> Section:
    from gui.pages.host.policy_section import PolicySection

    return PolicySection(session)


def _health(session: Session) -> Section:
    from gui.pages.host.health_section import HealthSection

    return HealthSection(session)


def _ledger(session: Session) -> Section:
    from gui.pages.host.ledger_section import LedgerSection

    return LedgerSection(session)


def _watch(session: Session) -> Section:
    from gui.pages.host.watch_section import WatchSection

    return WatchSection(session)


def _visit(session: Session) -> Section:
    from gui.pages.host.visit_section import VisitSection

    return VisitSection(session)


_MAKERS: dict[str, Callable[[Session], Section]] = {
    DEMAND: _demand,
    GAINS: _gains,
    POLICY: _policy,
    HEALTH: _health,
    LEDGER: _ledger,
    WATCH: _watch,
    VISIT: _visit,
}
