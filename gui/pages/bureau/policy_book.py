"""The policy book (政策库): every policy known, to read, put right, send and take in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from geo.model import Policy
from gui.pages.bureau.aside import Aside, bring_up, calm
from gui.pages.bureau.parcel_dialog import ParcelDialog
from gui.pages.bureau.policy_form import PolicyForm
from gui.pages.bureau.policy_list import (
    ALL,
    HERE,
    ID_ROLE,
    MINE,
    STALE,
    PolicyDelegate,
    PolicyList,
    wanted,
)
from gui.pages.bureau.policy_new import blank_policy, city_here, here
from gui.pages.bureau.policy_view import PolicyView
from gui.pages.bureau.policy_words import colon
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.message_strip import MessageStrip
from gui.widgets.pane import label
from gui.widgets.search_field import SearchField
from gui.widgets.segments import Segments

FILE_ENDING = ".yaml"
FILES = "*.yaml *.yml"
LEFT_WIDTH = 400


class PolicySearch(SearchField):
    """Finds policies."""

    def retranslate(self) -> None:
        """Set every text again."""
        super().retranslate()
        self.invite((self.tr("找政策、城市、部门…"),))
        self.setToolTip("")


class PolicyBookDialog(Aside):
    """All policies at the left, the chosen one at the right."""

    key = "policies"
    about = ("book", "parcel", "policy", "export")
    size_px = (1080, 690)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.search = PolicySearch()
        self.show_box = Segments([(HERE, ""), (ALL, ""), (MINE, ""), (STALE, "")])
        self.model = PolicyList(self)
        self.list = QListView()
        self.view = PolicyView()
        self.news, self.refused = MessageStrip(), MessageStrip()
        self._count = label(role="caption")
        self.add_button, self.import_button = QPushButton(), QPushButton()
        self.edit_button, self.restore_button = QPushButton(), QPushButton()
        self.export_button, self.undo_button = QPushButton(), QPushButton()
        self.close_button = QPushButton()
        self._wanted: str | None = None
        self._told = -1
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(PolicyDelegate(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_box.choose(HERE)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(14, 12, 8, 12)
        column.setSpacing(8)
        foot = QHBoxLayout()
        for button in (self.add_button, self.import_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._count)
        for widget in (self.search, self.show_box, self.refused, self.list):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addLayout(foot)
        self.splitter = QSplitter()
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._right())
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([LEFT_WIDTH, self.size_px[0] - LEFT_WIDTH])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        for strip in (self.strip, self.news):
            outer.addWidget(strip)
        outer.addWidget(self.splitter, 1)

    def _right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 12, 14, 12)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.edit_button, self.restore_button, self.export_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.undo_button.setProperty("plain", "true")
        buttons.addWidget(self.undo_button)
        buttons.addWidget(self.close_button)
        self.edit_button.setProperty("main", "true")
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        calm(self.add_button, self.import_button, self.edit_button, self.restore_button)
        calm(self.export_button, self.undo_button, self.close_button)
        return right

    def _connect(self) -> None:
        self.search.changed.connect(lambda _text: self._fill())
        self.search.entered.connect(lambda _text: self.list.setFocus())
        self.show_box.chosen.connect(lambda _key: self._fill())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._read())
        self.list.activated.connect(lambda _index: self.edit())
        self.add_button.clicked.connect(self.add)
        self.import_button.clicked.connect(self.take_in)
        self.edit_button.clicked.connect(self.edit)
        self.restore_button.clicked.connect(self.restore)
        self.export_button.clicked.connect(self.send)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.accept)
        self.news.chosen.connect(lambda _way: self.undo())
        self.news.closed.connect(lambda: self.session.forget_notes("policy"))

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen policies, in the order of the list."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda one: one.row())
        return [index.data(ID_ROLE) for index in rows if index.data(ID_ROLE)]

    @property
    def policy(self) -> Policy | None:
        """The policy that is read."""
        book, ids = self.state.book, self.chosen
        return book.get(ids[0]) if book is not None and ids else None

    def show_policy(self, policy_id: str | None) -> None:
        """Choose a policy by id, whatever is listed now."""
        if policy_id is None:
            return
        self._wanted = policy_id
        if not self.model.index_of(policy_id).isValid():
            self.search.edit.clear()
            self.show_box.choose(ALL)
        self._fill()

    def show_state(self, changes: Changes) -> None:
        """List the book, tell what was refused, and open what was taken in."""
        if changes.touch("book", "language", "phrases", "selection", "money_city", "divisions"):
            self._fill()
            self._tell_refused()
        if changes.touch("can_undo_policy"):
            self.undo_button.setEnabled(self.state.can_undo_policy)
        if changes.touch("notes", "language"):
            self._tell_news()
        if changes.touch("parcel") and self.state.parcel is not None:
            bring_up(ParcelDialog, self.session, self)

    def _fill(self) -> None:
        book, state = self.state.book, self.state
        if book is None:
            return
        keep = self._wanted or next(iter(self.chosen), None)
        today, show = date.today(), self.show_box.choice or ALL
        city = city_here(state)
        if not city:
            self.show_box.button(HERE).setEnabled(False)
            if show == HERE:
                show = ALL
                self.show_box.choose(ALL)
        region = here(state)
        province = region.province or ""
        text = self.search.edit.text().strip()
        found = wanted(book.policies, show, text, city, province, today)
        if show == HERE:
            found.sort(key=lambda one: one.region.city is None)
        self.model.show_policies(found, state, today)
        self._count.setText(self.tr("{n} 条").format(n=len(found)))
        self._select(keep)
        name = city
        if state.language == "en":
            known = (site.city_en for site in state.sites if site.city_zh == city)
            name = next(known, city)
        self.show_box.button(HERE).setText(name or self.tr("当前城市"))

    def _select(self, policy_id: str | None) -> None:
        """Keep what was read; else the first of the list."""
        index = self.model.index_of(policy_id)
        if not index.isValid():
            first = next((row.id for row in self.model.rows if row.id), None)
            index = self.model.index_of(first)
        if index.isValid():
            self._wanted = None if index.data(ID_ROLE) == self._wanted else self._wanted
            ways = QItemSelectionModel.SelectionFlag
            model = self.list.selectionModel()
            model.setCurrentIndex(index, ways.ClearAndSelect)
            self.list.scrollTo(index)
        self._read()

    def _read(self) -> None:
        """Show what is chosen, and what can be done with it."""
        policy, many = self.policy, len(self.chosen)
        self.view.show_policy(policy, self.state)
        self.edit_button.setEnabled(policy is not None and many == 1)
        self.export_button.setEnabled(many > 0)
        self.restore_button.setVisible(policy is not None and policy.own and many == 1)
        ships = policy is not None and not policy.id.startswith("own-")
        self.restore_button.setText(self.tr("恢复原来的") if ships else self.tr("去掉这条"))
        self.export_button.setText(
            self.tr("导出 {n} 条…").format(n=many) if many > 1 else self.tr("导出…")
        )

    def _tell_refused(self) -> None:
        book, state = self.state.book, self.state
        if book is None or not book.refused:
            self.refused.hide()
            return
        lines = []
        for one in book.refused:
            why = one.reason.code
            if state.phrases is not None:
                why = state.phrases.tell(one.reason, state.language)
            line = self.tr("{file} 第 {line} 行") if one.line is not None else "{file}"
            where = f"{line.format(file=one.file, line=one.line)} {one.item}"
            lines.append(colon(where, why))
        what = self.tr("{n} 条没读进来，别的都在").format(n=len(lines))
        self.refused.tell("warn", what, details="\n".join(lines))

    def _tell_news(self) -> None:
        """What was done, with the way back beside it."""
        told = [one for one in self.state.notes if one.about == "policy" and one.error is None]
        if not told:
            self.news.hide()
            return
        note = told[-1]
        what, todo = {
            "policy_saved": (self.tr("存下了：{title}"), self.tr("排名按新的算过了。")),
            "policy_restored": (self.tr("恢复了原来的：{title}"), self.tr("排名按原来的算过了。")),
            "parcel_taken": (self.tr("收下了 {count} 条"), self.tr("排名按新的算过了。")),
            "policy_undone": (self.tr("改回去了：{title}"), self.tr("排名按原来的算过了。")),
        }[note.code]
        ways = [("undo", self.tr("改回去"))] if self.state.can_undo_policy else []
        self.news.tell("ok", what.format(**note.values), todo, actions=ways)
        policy_id = str(note.values.get("policy", ""))
        if note.key != self._told and policy_id:
            self._told = note.key
            self.show_policy(policy_id)

    def undo(self) -> None:
        """Bring back the policies as they stood before the last change."""
        self.session.undo_policy()

    def redo(self) -> None:
        """A policy that was brought back is changed again in its form."""

    def add(self) -> None:
        """Begin a new policy for the city looked at."""
        self._open_form(blank_policy(self.state))

    def edit(self) -> None:
        """Correct the policy that is read."""
        policy = self.policy
        if policy is not None and len(self.chosen) == 1:
            self._open_form(policy)

    def _open_form(self, policy: Policy) -> None:
        form = PolicyForm(self.session, policy, self)
        form.finished.connect(form.deleteLater)
        form.open()

    def restore(self) -> None:
        """The user's own version goes."""
        policy = self.policy
        if policy is not None and policy.own:
            self.session.restore_policy(policy.id)

    def send(self) -> None:
        """Write the chosen policies as one file."""
        ids = self.chosen
        kinds = self.tr("政策文件")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("导出"), str(Path.home() / f"{kinds}{FILE_ENDING}"), f"{kinds} ({FILES})"
        )
        if name and ids:
            path = Path(name)
            self.session.export_policies(ids, path if path.suffix else path.with_suffix(".yaml"))

    def take_in(self) -> None:
        """Choose a policy file; what it would change is shown before anything is taken."""
        kinds = self.tr("政策文件")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("导入"), str(Path.home()), f"{kinds} ({FILES})"
        )
        if name:
            self.session.read_parcel(Path(name))

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(self.tr("政策库"))
        self.show_box.set_options(
            [
                (HERE, self.tr("当前城市")),
                (ALL, self.tr("全部")),
                (MINE, self.tr("我改过的")),
                (STALE, self.tr("过期和草案")),
            ]
        )
        self.list.setAccessibleName(self.tr("政策"))
        for button, text, tip in (
            (self.add_button, self.tr("新增一条"), self.tr("写一条库里没有的")),
            (self.import_button, self.tr("导入…"), self.tr("收别人发来的政策文件，先看改了什么")),
            (self.edit_button, self.tr("改这条"), self.tr("改完马上重排")),
            (self.restore_button, self.tr("恢复原来的"), self.tr("去掉自己填的这一版")),
            (
                self.export_button,
                self.tr("导出…"),
                self.tr("存成一个文件发出去；按住 Ctrl 可挑几条"),
            ),
            (self.undo_button, self.tr("撤销"), "Ctrl+Z"),
            (self.close_button, self.tr("看好了"), ""),
        ):
            button.setText(text)
            button.setToolTip(tip)
        self.undo_button.setEnabled(self.state.can_undo_policy)
        self.restyle()

    def restyle(self) -> None:
        """Fetch the icons again."""
        for button, name in (
            (self.add_button, "plus"),
            (self.import_button, "upload"),
            (self.export_button, "table-export"),
            (self.undo_button, "arrow-back-up"),
        ):
            button.setIcon(icons.icon(name, 16))
        self.view.restyle()


def open_policy_book(
    session: Session, parent: QWidget | None = None, policy_id: str | None = None
) -> PolicyBookDialog:
    """Open the book, at ``policy_id`` where one is named; it stays beside the window."""
    dialog = bring_up(PolicyBookDialog, session, parent)
    if session.state.book is None:
        session.load_book()
    dialog.show_policy(policy_id)
    return dialog
