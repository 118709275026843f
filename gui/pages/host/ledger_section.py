"""协拍台账: who asked, who went along, what was answered, whether the crew came, what it left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QMenu, QTreeView

from geo.model.hosting import Enquiry, LetterTo
from gui.pages.host.files import ask_where
from gui.pages.host.ledger_model import LedgerModel
from gui.pages.host.ledger_sums import Sums, add_up
from gui.pages.host.parts import Tile, beside, button, tools
from gui.pages.host.section import Section
from gui.pages.host.words import letter_word, plain
from gui.pages.plan.empty import Emptiness
from gui.session import Changes, Session
from gui.texts import money
from gui.widgets.pane import label

NEW, PITCH = "new", "pitch"
BOOK, REPORT, SLIDE = ".xlsx", ".docx", ".pptx"


class LedgerSection(Section):
    """Sums of this year on top, every line below. ``page_asked``: the pack for a crew is wanted."""

    jobs = ("ledger", "ledger_save", "export")
    heard = ("enquiries", "card", "sites", "pitch")
    page_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._loaded = False
        self.today = date.today()
        self.model = LedgerModel(self)
        self.table = QTreeView()
        self.table.setProperty("table", "true")
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu_at)
        self.table.activated.connect(lambda index: self.edit(self.model.line(index.row())))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.asked, self.came, self.beds, self.spent = Tile(), Tile(), Tile(), Tile()
        self.note = label(role="caption", wrap=True)
        self.edit_button = button("", self._edit_chosen)
        self.letter_button = button("", lambda: None)
        self.letters = QMenu(self)
        self.letter_button.setMenu(self.letters)
        self.files = QMenu(self)
        self.new_button = button("", self.add, main=True)
        self.pitch_button = button("", self.add_from_pitch)
        self.export_button = button("", lambda: None)
        self.export_button.setMenu(self.files)
        row = beside(self.asked, self.came, self.beds, self.spent, gap=10)
        self.column.addWidget(row)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.note)
        self._tools = (
            self.new_button,
            self.pitch_button,
            self.edit_button,
            self.letter_button,
            self.export_button,
        )
        tools(self.tools, self._tools)

    def say_head(self) -> None:
        """Write the question and what can be done."""
        self.title.setText(self.tr("哪些剧组来过，留下了什么？"))
        self.told.setText(self.tr("来问的每一拨记一条。空着就是不知道，合计里不当 0。"))
        self.new_button.setText(self.tr("新记一条…"))
        self.pitch_button.setText(self.tr("从推介新建…"))
        self.pitch_button.setEnabled(self.state.pitch is not None)
        no_pack = "" if self.state.pitch is not None else self.tr("先在“给剧组”那边做一份推介")
        self.pitch_button.setToolTip(no_pack)
        self.edit_button.setText(self.tr("改这条…"))
        self.letter_button.setText(self.tr("协拍函"))
        self.export_button.setText(self.tr("导出"))
        for one in self._tools:
            one.setVisible(bool(self.state.enquiries))
        self._fill_menus()
        self._offer()

    def nothing(self) -> Emptiness | None:
        """Why the ledger is empty."""
        if not self._loaded:
            self._loaded = True
            self.session.load_ledger()
        if self.state.enquiries:
            return None
        if self.waiting():
            return Emptiness(self.tr("在翻台账…"), "", icon="list")
        pitch = ((PITCH, self.tr("从推介新建…")),) if self.state.pitch is not None else ()
        return Emptiness(
            self.tr("台账还是空的"),
            self.tr(
                "剧组来问的那天就记一条：谁来的、谁陪的、怎么答的、后来落地没有、住了几晚。"
                "月底、年底的表和专报都从这里出。"
            ),
            (),
            ((NEW, self.tr("记第一条")), *pitch),
            "list",
        )

    def follow(self, way: str) -> None:
        """Do what a button of the empty view offers."""
        if way == NEW:
            self.add()
        else:
            self.add_from_pitch()

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        return self.tr("写文件") if kind == "export" else self.tr("翻台账")

    def draw(self, changes: Changes) -> None:
        """Draw sums and lines."""
        if not changes.touch("enquiries", "sites", "language", "phrases"):
            return
        chosen = self._chosen()
        self.model.show_lines(self.state.enquiries, self.state)
        header = self.table.header()
        for column in range(self.model.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == 1 else header.sectionResizeMode(0)
            header.setSectionResizeMode(column, mode)
            if column != 1:
                self.table.setColumnWidth(column, self.model.wide(column))
        header.setStretchLastSection(False)
        if chosen is not None:
            self._choose(chosen.id)
        self._say_sums(add_up(self.state.enquiries, self.today.year))
        self.note.setText(self.tr("点两下改一条；右键能写协拍函、拿掉一条。"))

    def _say_sums(self, sums: Sums) -> None:
        year = self.tr("{year} 年").format(year=self.today.year)
        self.asked.tell(
            self.tr("{year}来问的").format(year=year),
            self.tr("{n} 拨").format(n=sums.asked),
            self.tr("答复平均 {n} 天").format(n=plain(sums.days)) if sums.days is not None else "",
        )
        self.came.tell(
            self.tr("落地的"),
            self.tr("{n} 拨").format(n=sums.landed),
            self.tr("没来 {lost} 拨，还在谈 {open} 拨").format(lost=sums.lost, open=sums.open),
        )
        beds = self.tr("{n} 人晚").format(n=plain(sums.beds)) if sums.beds is not None else None
        self.beds.tell(self.tr("住了"), beds or self.tr("未知"), self._unknown(sums.no_beds))
        spent = money(sums.spend, self.state.language) if sums.spend is not None else None
        self.spent.tell(
            self.tr("在本地花了"), spent or self.tr("未知"), self._unknown(sums.no_spend)
        )

    def _unknown(self, lacking: int) -> str:
        if not lacking:
            return self.tr("落地的都有数")
        return self.tr("落地的里有 {n} 拨没有数，没算进来").format(n=lacking)

    # ---- lines

    def _chosen(self) -> Enquiry | None:
        index = self.table.currentIndex()
        rows = self.table.selectionModel().selectedRows()
        return self.model.line(index.row()) if index.isValid() and rows else None

    def _choose(self, enquiry_id: str) -> None:
        for row, one in enumerate(self.model.lines):
            if one.id == enquiry_id:
                self.table.setCurrentIndex(self.model.index(row, 0))

    def _offer(self) -> None:
        some = self._chosen() is not None and bool(self.state.enquiries)
        for one in (self.edit_button, self.letter_button):
            one.setEnabled(some)
            one.setToolTip("" if some else self.tr("先在表里挑一条"))
        self.export_button.setEnabled(bool(self.state.enquiries))

    def _edit_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.edit(chosen)

    def add(self) -> None:
        """Write a new line."""
        self.edit(Enquiry("", "", self.today))

    def add_from_pitch(self) -> None:
        """Write a new line begun from the pack on show."""
        begun = self.session.enquiry_of_pitch()
        if begun is None:
            self.page_asked.emit(PITCH)
            return
        self.edit(begun)

    def edit(self, enquiry: Enquiry) -> None:
        """Open the form of a line; what is kept comes back into the table."""
        from gui.pages.host.enquiry_form import EnquiryForm

        form = EnquiryForm(self.session, enquiry, self)
        if form.exec() == QDialog.DialogCode.Accepted:
            self.session.save_enquiry(form.enquiry())
        form.deleteLater()

    # ---- files

    def _fill_menus(self) -> None:
        self.letters.clear()
        for to in LetterTo:
            act = self.letters.addAction(letter_word(to))
            act.triggered.connect(lambda _=False, to=to: self.write_letter(to))
        self.files.clear()
        first, last = self.today.replace(day=1), self.today
        year = date(self.today.year, 1, 1)
        month = self.tr("{m} 月").format(m=self.today.month)
        for when, begin in ((month, first), (self.tr("{y} 年").format(y=year.year), year)):
            for ending, what in (
                (BOOK, self.tr("{when}台账 Excel（.xlsx）…")),
                (REPORT, self.tr("{when}专报 Word（.docx）…")),
                (SLIDE, self.tr("{when}一页幻灯（.pptx）…")),
            ):
                act = self.files.addAction(what.format(when=when))
                act.triggered.connect(
                    lambda _=False, begin=begin, end=ending, when=when: self.export(
                        begin, last, end, when
                    )
                )
            self.files.addSeparator()

    def export(self, first: date, last: date, ending: str, when: str) -> None:
        """Write the ledger, the report or the slide of a time."""
        what = {
            BOOK: self.tr("协拍台账"),
            REPORT: self.tr("协拍专报"),
            SLIDE: self.tr("协拍一页"),
        }[ending]
        name = f"{self.place}{what} {when}"
        if path := ask_where(self, name, what, ending):
            self.session.export_ledger(first, last, path)

    def write_letter(self, to: LetterTo) -> None:
        """Write a letter about the line that is chosen."""
        chosen = self._chosen()
        if chosen is None:
            return
        what = self.tr("协拍函")
        name = f"{what} {letter_word(to).rstrip('…')} 《{chosen.title}》"
        if path := ask_where(self, name, what, REPORT):
            self.session.export_letter(chosen, to, path)

    def _menu_at(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        if not index.isValid():
            return
        self.table.setCurrentIndex(index)
        enquiry = self.model.line(index.row())
        menu = QMenu(self)
        menu.addAction(self.tr("改这条…")).triggered.connect(lambda: self.edit(enquiry))
        menu.addSeparator()
        menu.addActions(self.letters.actions())
        menu.addSeparator()
        menu.addAction(self.tr("拿掉这条")).triggered.connect(lambda: self.retire(enquiry))
        menu.exec(self.table.viewport().mapToGlobal(where))
        menu.deleteLater()

    def retire(self, enquiry: Enquiry) -> None:
        """Take a line out of the list; it is kept in the data."""
        self.session.save_enquiry(replace(enquiry, retired=True))
