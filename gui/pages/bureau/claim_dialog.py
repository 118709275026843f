"""材料清单: what each award of a city needs, what of the spending is evidenced, the bills."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from geo.model import ClaimFile, PolicyResult
from gui.pages.bureau.aside import Aside, bring_up, calm
from gui.pages.bureau.claim_papers import PapersPane, ReminderList
from gui.pages.bureau.claim_spend import SpendPane
from gui.pages.bureau.policy_words import type_word
from gui.pages.bureau.voucher_table import VoucherTable
from gui.session import Changes, Session, State
from gui.texts import money
from gui.widgets import icons
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments

PAPERS, BILLS = "papers", "bills"
ID_ROLE = Qt.ItemDataRole.UserRole + 1
LIST_WIDTH = 300
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def award_name(result: PolicyResult, state: State) -> str:
    """What kind of award it is and the most it gives: items of one text share its title."""
    kind = type_word(state, result.type)
    if result.failed:
        unmet = QCoreApplication.translate("ClaimDialog", "{kind}，条件没满足")
        return unmet.format(kind=kind)
    if result.ceiling is None:
        return kind
    most = QCoreApplication.translate("ClaimDialog", "{kind}，最多 {money}")
    return most.format(kind=kind, money=money(result.ceiling, state.language))


class ClaimDialog(Aside):
    """Papers are ticked, bills are written; all of it belongs to the project and can be undone."""

    key = "claims"
    about = ("claims",)
    size_px = (1020, 660)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.city = ""
        self.files: dict[str, ClaimFile] = {}
        self._names: dict[str, str] = {}
        self._policy: str | None = None
        self._asked: set[str] = set()
        self._filling = False
        self._title = label(role="heading")
        self.export_button = QPushButton()
        self.export_button.clicked.connect(self.export)
        self.spend = SpendPane()
        self.which = Segments([(PAPERS, ""), (BILLS, "")])
        self.which.choose(PAPERS)
        self.which.chosen.connect(self.show_part)
        self.model = QStandardItemModel(self)
        self.awards = QTreeView()
        self.awards.setProperty("table", "true")
        self.awards.setRootIsDecorated(False)
        self.awards.setUniformRowHeights(True)
        self.awards.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.awards.setModel(self.model)
        self.awards.selectionModel().currentChanged.connect(self._choose)
        self.reminders = ReminderList()
        self.reminders.chosen.connect(self.show_paper)
        self.papers = PapersPane()
        self.papers.ticked.connect(self._tick)
        self.bills = VoucherTable(session)
        self.empty = EmptyCard("clipboard-text")
        self.close_button = QPushButton()
        self.close_button.setProperty("main", "true")
        self.close_button.clicked.connect(self.accept)
        self.undo_button = QPushButton()
        self.undo_button.setProperty("plain", "true")
        self.undo_button.clicked.connect(self.undo)
        calm(self.export_button, self.close_button, self.undo_button)
        self._lay_out()
        session.load_rates()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.which)
        head.addWidget(self.export_button)
        self._parts = QStackedWidget()
        self._parts.addWidget(self._papers_part())
        self._parts.addWidget(self.bills)
        foot = QHBoxLayout()
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.spend)
        column.addWidget(self._parts, 1)
        column.addLayout(foot)

    def _papers_part(self) -> QWidget:
        left = Pane()
        left.setFixedWidth(LIST_WIDTH)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(10)
        side.addWidget(self.awards, 1)
        side.addWidget(self.reminders)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.papers.setProperty("ground", "none")
        area.setWidget(self.papers)
        self._area = area
        card = Pane()
        card.setProperty("card", "true")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 6, 12)
        inside.addWidget(area, 1)
        inside.addWidget(self.empty)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(left)
        row.addWidget(card, 1)
        return part

    def show_award(self, policy_id: str, city: str) -> None:
        """Show what the award ``policy_id`` needs in ``city``; it is listed from now on."""
        if city != self.city:
            self.city, self._asked = city, set()
        self._asked.add(policy_id)
        self._policy = policy_id
        self.retranslate()
        self._fill()

    @property
    def city_name(self) -> str:
        """The city in the language of the interface."""
        if self.state.language != "en":
            return self.city
        named = (site.city_en for site in self.state.sites if site.city_zh == self.city)
        return next(filter(None, named), self.city)

    def show_part(self, part: str) -> None:
        """Papers or bills."""
        self.which.choose(part)
        self._parts.setCurrentIndex((PAPERS, BILLS).index(part))

    def show_paper(self, policy_id: str, key: str) -> None:
        """Go to the box of one paper."""
        self.show_part(PAPERS)
        self._policy = policy_id
        self._fill()
        box = self.papers.boxes.get(key)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(box)

    def show_state(self, changes: Changes) -> None:
        """Draw papers, spend and bills."""
        self.bills.show_state(self.state, changes)
        if changes.touch(
            "evidence", "facts", "ranking", "account", "language", "phrases", "divisions", "ready"
        ):
            self._fill()
        if changes.touch("can_undo", "ready"):
            self.undo_button.setEnabled(self.state.can_undo)

    def wanted(self) -> tuple[PolicyResult, ...]:
        """The awards listed: those that can reach the crew, those asked for, those begun."""
        begun = {policy_id for policy_id, _ in self.state.evidence.done} | self._asked
        listed = [
            one for one in self.session.awards_of(self.city) if one.counts or one.policy_id in begun
        ]
        return tuple(
            sorted(
                listed,
                key=lambda one: (one.policy_id not in begun, not one.chosen, -(one.ceiling or 0)),
            )
        )

    def _where_bills_count(self, awards: Iterable[PolicyResult]) -> str:
        """The district of the chosen award, where it is one of a district; else the city."""
        region = next((one.region for one in awards if one.policy_id == self._policy), "")
        inside = self.session.lies_in(region, self.city)
        return region if inside and not self.session.lies_in(self.city, region) else self.city

    def _fill(self) -> None:
        wanted = self.wanted()
        english = self.state.language == "en"
        self.files = {}
        for one in wanted:
            file = self.session.claim_file(one, self.city)
            if file is not None:
                title = one.title_en if english and one.title_en else file.title
                self.files[one.policy_id] = replace(file, title=title)
        self._names = {one.policy_id: award_name(one, self.state) for one in wanted}
        if self._policy not in self.files:
            self._policy = next(iter(self.files), None)
        today = date.today()
        state = self.state
        self._fill_awards()
        self.bills.set_city(self._where_bills_count(wanted))
        named = tuple((file, self._names[key]) for key, file in self.files.items())
        self.reminders.show_files(named, state.language, today)
        self.reminders.setVisible(bool(self.files))
        file = self.files.get(self._policy or "")
        if file is not None:
            name = self._names[file.policy_id]
            self.papers.show_file(file, name, state.language, state.phrases, today)
        self.papers.setVisible(file is not None)
        self._area.setVisible(file is not None)
        self.empty.setVisible(file is None)
        self.awards.setVisible(bool(self.files))
        self.spend.show_spend(file, state, self.city_name)
        steps = [step for one in self.files.values() for step in one.steps]
        done = sum(step.done for step in steps)
        self.which.set_options(
            [
                (PAPERS, self.tr("材料 {k}/{n}").format(k=done, n=len(steps))),
                (BILLS, self.tr("票据 {n}").format(n=len(state.evidence.vouchers))),
            ]
        )
        self.export_button.setEnabled(bool(self.files))

    def _fill_awards(self) -> None:
        self._filling = True
        if [self._id(row) for row in range(self.model.rowCount())] != list(self.files):
            self.model.clear()
            for policy_id in self.files:
                first, second = QStandardItem(), QStandardItem()
                first.setData(policy_id, ID_ROLE)
                second.setTextAlignment(RIGHT)
                self.model.appendRow([first, second])
            head = self.awards.header()
            head.setStretchLastSection(False)
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.model.setHorizontalHeaderLabels([self.tr("奖补"), self.tr("材料")])
        for row, (policy_id, file) in enumerate(self.files.items()):
            item = self.model.item(row, 0)
            item.setText(self._names[policy_id])
            item.setToolTip(file.title)
            done = sum(step.done for step in file.steps)
            self.model.item(row, 1).setText(f"{done}/{len(file.steps)}")
            if policy_id == self._policy:
                self.awards.setCurrentIndex(self.model.index(row, 0))
        self._filling = False

    def _id(self, row: int) -> str:
        return str(self.model.item(row, 0).data(ID_ROLE))

    def _choose(self, index: QModelIndex) -> None:
        if not self._filling and index.isValid():
            self._policy = self._id(index.row())
            self._fill()

    def _tick(self, policy_id: str, key: str, on: bool) -> None:
        self.session.tick_paper(policy_id, key, done=on)

    def export(self) -> None:
        """Ask where, then write papers and bills."""
        what = self.tr("材料清单")
        name = f"{self.state.name or '勘景'} {self.city} {what}.xlsx"
        kinds = f"{what} (*.xlsx)"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里"), name, kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != ".xlsx":
            path = path.with_name(path.name + ".xlsx")
        self.session.export_claims(tuple(self.files.values()), path)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.export_button.setIcon(icons.icon("table-export", 16))
        self.undo_button.setIcon(icons.icon("arrow-back-up", 16))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.setWindowTitle(self.tr("材料清单"))
        self._title.setText(self.tr("材料清单 · {city}").format(city=self.city_name))
        self.export_button.setText(self.tr("导出清单"))
        self.undo_button.setText(self.tr("撤销"))
        self.undo_button.setToolTip("Ctrl+Z")
        self.close_button.setText(self.tr("看好了"))
        self.bills.retranslate()
        self.bills.restyle()
        self.awards.setAccessibleName(self.tr("奖补"))
        self.empty.tell(
            self.tr("{city}眼下没有剧组能申请的奖补").format(city=self.city_name),
            self.tr("票据照样可以先记。在“费用”页点一条政策，也能看它要哪些材料。"),
        )
        self.restyle()


def open_claim_file(
    session: Session, parent: QWidget | None, policy_id: str, city: str
) -> ClaimDialog:
    """Open the papers of the award ``policy_id`` in ``city``."""
    dialog = bring_up(ClaimDialog, session, parent)
    dialog.show_award(policy_id, city)
    return dialog
