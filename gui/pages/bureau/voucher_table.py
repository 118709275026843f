"""票据: the bills of the project, typed in or pasted from a sheet; what keeps one from counting."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from geo.model import Voucher
from gui import theme
from gui.models.vouchers import Column, VoucherModel
from gui.pages.bureau.aside import calm
from gui.pages.bureau.voucher_paste import read_pasted
from gui.session import Changes, Session, State
from gui.widgets import icons
from gui.widgets.empty_card import EmptyCard
from gui.widgets.pane import Pane, label, mark

WIDTHS: Mapping[int, int] = {
    Column.DATE: 92,
    Column.LINE: 104,
    Column.VENDOR: 128,
    Column.TITLE: 128,
    Column.PROOF: 112,
    Column.CITY: 72,
    Column.AMOUNT: 92,
    Column.NOTE: 96,
}
ROWS_NAMED = 6
LINE = "line."


class _LineEditor(QStyledItemDelegate):
    """A cost line is picked from the list, or called what the crew calls it."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A box that can be typed in."""
        box = QComboBox(parent)
        box.setEditable(True)
        model = index.model()
        if isinstance(model, VoucherModel):
            box.addItems(list(model.lines.values()))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setEditText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take the words."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())


class VoucherTable(Pane):
    """Every change is one step that can be undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._city = ""
        self.model = VoucherModel()
        self.model.setParent(self)
        self.view = QTableView()
        self.view.setModel(self.model)
        self._set_up_view()
        self.told = label(role="second", wrap=True)
        self.empty = EmptyCard("clipboard-text")
        self.add_button = QPushButton()
        self.paste_button = QPushButton()
        self.drop_button = QPushButton()
        calm(self.add_button, self.paste_button, self.drop_button)
        self._connect()
        self._lay_out()

    def _set_up_view(self) -> None:
        view = self.view
        view.setShowGrid(False)
        view.setItemDelegateForColumn(Column.LINE, _LineEditor(view))
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.current().target + 4)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, wide in WIDTHS.items():
            head.resizeSection(column, wide)

    def _connect(self) -> None:
        # the table is filled again, which it does not bear while it writes a cell down
        queued = Qt.ConnectionType.QueuedConnection
        self.model.changed.connect(self._keep, queued)
        self.model.added.connect(self._keep, queued)
        self.model.refused.connect(self._refuse)
        self.model.dataChanged.connect(lambda *_: self._tell())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.add_button.clicked.connect(self.begin)
        self.paste_button.clicked.connect(self.paste)
        self.drop_button.clicked.connect(self.drop)
        for keys, do in ((QKeySequence.StandardKey.Paste, self.paste), ("Del", self.drop)):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(do)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add_button, self.paste_button, self.drop_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty)
        column.addWidget(self.told)

    def set_city(self, city: str) -> None:
        """Where a bill is from that does not say so; elsewhere it does not count."""
        if city == self._city:
            return
        self._city = city
        self._speak(self._session.state)
        self._show_bills()

    def show_state(self, state: State, changes: Changes) -> None:
        """Draw the bills."""
        if changes.touch("language", "phrases", "own_lines"):
            self._speak(state)
        if changes.touch("evidence", "language"):
            self._show_bills()

    def _show_bills(self) -> None:
        bills = self._session.state.evidence.vouchers
        self.model.show_bills(bills, {bill.id: self._lack(bill) for bill in bills})
        self.empty.setVisible(not bills)
        self._tell()
        self._offer()

    def _speak(self, state: State) -> None:
        heads = [
            self.tr("日期"),
            self.tr("费用项"),
            self.tr("商户"),
            self.tr("发票抬头"),
            self.tr("付款凭证"),
            self.tr("城市"),
            self.tr("金额（元）"),
            self.tr("备注"),
            self.tr("算不算数"),
        ]
        words = (self.tr("在这行接着记"), self.tr("算"))
        self.model.set_words(heads, line_names(state), words, self._city)

    def _lack(self, bill: Voucher) -> str:
        """What keeps ``bill`` from counting here, in words."""
        title, proof = bill.invoice_title.strip(), bill.proof.strip()
        if not title and not proof:
            return self.tr("缺发票抬头和付款凭证")
        if not title:
            return self.tr("缺发票抬头")
        if not proof:
            return self.tr("缺付款凭证")
        if self._city and not self._session.lies_in(bill.city, self._city):
            return self.tr("不在{city}").format(city=self._city)
        return ""

    def _keep(self, bill: Voucher) -> None:
        kept = self._session.keep_voucher(bill)
        if not bill.id:
            row = self.model.rowCount() - 1
            self.view.setCurrentIndex(self.model.index(row, Column.DATE))
        elif kept == bill.id:
            self._tell()

    def _refuse(self, column: int) -> None:
        words = {
            Column.DATE: self.tr("日期写成 2026-03-08 这样。刚才那个没有记下。"),
            Column.AMOUNT: self.tr("金额写大于 0 的数，例如 1200 或 1.2 万。刚才那个没有记下。"),
        }
        self._say(words[Column(column)], tone="err")

    def begin(self) -> None:
        """Write the next bill."""
        index = self.model.index(self.model.rowCount() - 1, Column.DATE)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    def paste(self) -> None:
        """Take rows copied in a sheet, as one step."""
        text = QGuiApplication.clipboard().text()
        pasted = read_pasted(text, self._city, self.model.line_code)
        self._session.add_vouchers(pasted.bills)
        if not pasted.bills and not pasted.unread:
            self._say(self.tr("剪贴板里没有表格。在 Excel 里选中几行，复制，再来粘贴。"))
            return
        words = self.tr("粘贴了 {n} 笔。").format(n=len(pasted.bills))
        if pasted.unread:
            rows = "、".join(str(row) for row in pasted.unread[:ROWS_NAMED])
            more = self.tr("第 {rows} 行的金额或日期看不懂，没有记。列的顺序和上面的表头一样就行。")
            words += more.format(rows=rows)
        self._say(words, tone="err" if pasted.unread else "")

    def drop(self) -> None:
        """Take the chosen bills out."""
        chosen = self._chosen()
        self._session.drop_vouchers(chosen)
        if chosen:
            self._say(self.tr("去掉了 {n} 笔，Ctrl+Z 能找回来。").format(n=len(chosen)))

    def _chosen(self) -> frozenset[str]:
        rows = {index.row() for index in self.view.selectionModel().selectedIndexes()}
        bills = (self.model.bill(row) for row in rows)
        return frozenset(bill.id for bill in bills if bill is not None)

    def _offer(self) -> None:
        self.drop_button.setEnabled(bool(self._chosen()))

    def _tell(self) -> None:
        """What stands in the way of bills, counted."""
        if self.model.pending:
            self._say(self.tr("写上金额，这一笔就记下了。"))
            return
        bills = self._session.state.evidence.vouchers
        untitled = sum(not bill.invoice_title.strip() for bill in bills)
        unproved = sum(not bill.proof.strip() for bill in bills)
        words = []
        if untitled:
            words.append(self.tr("{n} 笔没写发票抬头").format(n=untitled))
        if unproved:
            words.append(self.tr("{n} 笔没有付款凭证").format(n=unproved))
        if words:
            text = self.tr("{what}，这些还不能当凭据，补上就算。")
            self._say(text.format(what=self.tr("，").join(words)), tone="warn")
        elif bills:
            self._say(self.tr("{n} 笔的凭据都齐了。").format(n=len(bills)))
        else:
            self._say("")

    def _say(self, text: str, *, tone: str = "") -> None:
        self.told.setText(text)
        mark(self.told, tone=tone)

    def restyle(self) -> None:
        """Fetch the icons again."""
        self.add_button.setIcon(icons.icon("plus", 16))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.add_button.setText(self.tr("加一笔"))
        self.paste_button.setText(self.tr("从 Excel 粘贴"))
        self.paste_button.setToolTip("Ctrl+V")
        self.drop_button.setText(self.tr("去掉"))
        self.drop_button.setToolTip("Del")
        self.view.setAccessibleName(self.tr("票据"))
        self.empty.tell(
            self.tr("一笔票据还没记"),
            self.tr("有发票抬头、又有付款凭证的，才算得上当地花费。可以从 Excel 整块粘过来。"),
        )


def line_names(state: State) -> dict[str, str]:
    """Cost lines by code, as they are called: those of the account, then those of one's own."""
    phrases, lang = state.phrases, state.language
    if phrases is None:
        return {}
    lines = (code for code in phrases.templates if code.startswith(LINE))
    names = {code.removeprefix(LINE): phrases.say(code, lang) for code in lines}
    own = {one.code: one.en if lang == "en" else one.zh for one in state.own_lines}
    return {**names, **own}
