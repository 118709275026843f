"""播出以后: months of the place beside a control, and whether the difference is noise."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from geo.model.hosting import Watch
from gui.pages.host.files import ask_where, ask_which
from gui.pages.host.months_table import MonthsTable
from gui.pages.host.parts import Card, beside, button, tools
from gui.pages.host.section import Section
from gui.pages.host.watch_chart import WatchChart
from gui.pages.host.watch_words import verdict_words
from gui.pages.host.words import says, site_word
from gui.pages.plan.empty import Emptiness
from gui.session import Changes, Session
from gui.widgets.fields import StillBox
from gui.widgets.pane import label, mark

NEW, SHEET = "new", ".xlsx"
LEFT = 360


class WatchSection(Section):
    """The months at the left, to be typed; chart and verdict at the right, as they are typed."""

    jobs = ("ledger", "ledger_save", "watch", "export")
    heard = ("watches", "sites", "card", "watch_verdicts")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._loaded = False
        self._shown: Watch | None = None
        self.which = StillBox()
        # a title and the name of a place
        self.which.setMinimumContentsLength(18)
        self.which.currentIndexChanged.connect(lambda _: self._show_chosen())
        self.table = MonthsTable()
        self.table.typed.connect(self._judge)
        self.months, self.verdict = Card(), Card()
        self.months.setFixedWidth(LEFT)
        self.chart = WatchChart()
        self.scale = label(role="caption", wrap=True)
        self.sentence = label(role="heading", wrap=True)
        self.usual = label(role="second", wrap=True)
        self.reasons = label(role="caption", wrap=True)
        self.save_button = button("", self.save, main=True)
        self.new_button, self.edit_button = button("", self.add), button("", self.edit)
        self.sheet_button, self.read_button = button("", self.write), button("", self.read)
        self.drop_button = button("", self.retire, quiet=True)
        self.months.rows.addWidget(self.table)
        self.months.rows.addSpacing(8)
        self.months.rows.addWidget(self.save_button)
        for part in (self.sentence, self.usual, self.scale, self.chart, self.reasons):
            self.verdict.rows.addWidget(part)
            self.verdict.rows.addSpacing(6)
        both = beside(self.months, self.verdict, grow=1)
        row = both.layout()
        if row is not None:
            for card in (self.months, self.verdict):
                row.setAlignment(card, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(both)
        self.column.addStretch(1)
        tools(
            self.tools,
            (
                self.which,
                self.new_button,
                self.edit_button,
                self.sheet_button,
                self.read_button,
                self.drop_button,
            ),
        )

    def say_head(self) -> None:
        """Write the question and what can be done."""
        self.title.setText(self.tr("戏播了，游客真的多了吗？"))
        self.told.setText(
            self.tr("跟一处没拍戏的地方比着看。大盘在涨、赶上假期，都会像是剧带来的。")
        )
        self.new_button.setText(self.tr("看一部…"))
        self.edit_button.setText(self.tr("改…"))
        self.sheet_button.setText(self.tr("要一张表去填…"))
        self.read_button.setText(self.tr("读填好的表…"))
        self.drop_button.setText(self.tr("不看了"))
        self.save_button.setText(self.tr("存下来"))
        some = bool(self.state.watches)
        for one in (self.which, self.edit_button, self.sheet_button, self.read_button):
            one.setVisible(some)
        self.drop_button.setVisible(some)
        self.new_button.setVisible(some)

    def nothing(self) -> Emptiness | None:
        """Why nothing is watched."""
        if not self._loaded:
            self._loaded = True
            if not self.state.watches:
                self.session.load_ledger()
        if self.state.watches:
            return None
        if self.waiting():
            return Emptiness(self.tr("在翻记录…"), "", icon="calendar-event")
        return Emptiness(
            self.tr("还没有在看的戏"),
            self.tr(
                "每月记两个数：拍摄地来了多少人，一处相像、没拍戏的地方来了多少人。"
                "播出前先攒够十二个月，播出以后才分得清多出来的是剧带来的，还是平常就有的上下。"
            ),
            (),
            ((NEW, self.tr("看一部…")),),
            "calendar-event",
        )

    def follow(self, way: str) -> None:
        """Do what the button of the empty view offers."""
        self.add()

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        return self.tr("写文件") if kind == "export" else self.tr("翻记录")

    def draw(self, changes: Changes) -> None:
        """Draw the list of what is watched, and the one that is chosen."""
        if not changes.touch("watches", "sites", "language", "phrases"):
            return
        before = self.which.currentData()
        self.which.blockSignals(True)
        self.which.clear()
        for watch in self.state.watches:
            name = f"《{watch.title}》 · {site_word(self.state, watch.site_id)}"
            self.which.addItem(name, watch.id)
        at = self.which.findData(before)
        self.which.setCurrentIndex(max(at, 0))
        self.which.blockSignals(False)
        self._show_chosen()

    @property
    def chosen(self) -> Watch | None:
        """The watch on show, as it is kept."""
        wanted = self.which.currentData()
        return next((one for one in self.state.watches if one.id == wanted), None)

    def _show_chosen(self) -> None:
        watch = self.chosen
        if watch is None:
            return
        place = site_word(self.state, watch.site_id)
        self.months.name(self.tr("每个月的人次"), "", self.tr("空着就是没人数过，不当 0。"))
        self.table.show_watch(watch, place, watch.control or self.tr("对照"))
        self._judge()

    def typed(self) -> Watch | None:
        """The watch with the months as they stand in the table."""
        watch = self.chosen
        return None if watch is None else replace(watch, months=self.table.months())

    def _judge(self) -> None:
        watch = self.typed()
        kept = self.chosen
        if watch is None or kept is None:
            return
        right = self.table.right
        changed = any_count(watch) != any_count(kept)
        self.save_button.setEnabled(right and changed)
        where = site_word(self.state, watch.site_id)
        self.verdict.name(
            f"《{watch.title}》",
            self.tr("来源：{source}").format(source=watch.source) if watch.source else "",
            self.tr("{place}，对照：{control}，{month} 播出").format(
                place=where, control=watch.control or self.tr("还没说"), month=watch.released
            ),
        )
        self.chart.show_watch(watch, where, watch.control or self.tr("对照"))
        self.scale.setText(self.tr("竖着看：播出前的平均算 100。"))
        self.scale.setVisible(self.chart.drawn)
        found = self.session.judge_watch(watch) if right else None
        if found is None:
            self.sentence.setText(self.tr("表里有一格看不懂"))
            self.usual.setText(self.tr("写 12000 或 1.2 万；不知道就空着。"))
            self.reasons.clear()
            mark(self.sentence, tone="warn")
            return
        sentence, usual = verdict_words(watch, found)
        self.sentence.setText(sentence)
        self.usual.setText(usual)
        self.usual.setVisible(bool(usual))
        self.reasons.setText(says(self.state, found.reasons))
        self.reasons.setVisible(bool(found.reasons))
        mark(self.sentence, tone="")

    def save(self) -> None:
        """Keep the months as typed."""
        watch = self.typed()
        if watch is not None and self.table.right:
            self.session.save_watch(watch)

    def add(self) -> None:
        """Watch another title."""
        self._ask(None)

    def edit(self) -> None:
        """Put right what is watched."""
        self._ask(self.typed())

    def _ask(self, watch: Watch | None) -> None:
        from gui.pages.host.watch_dialog import WatchDialog

        dialog = WatchDialog(self.session, watch, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.session.save_watch(dialog.watch())
        dialog.deleteLater()

    def write(self) -> None:
        """Write the months as a sheet to fill in."""
        watch, what = self.typed(), self.tr("客流监测表")
        if watch is None:
            return
        if path := ask_where(self, f"{what} 《{watch.title}》", what, SHEET):
            self.session.write_watch_sheet(watch, path)

    def read(self) -> None:
        """Take the months of a sheet that was filled in."""
        watch = self.chosen
        if watch is None:
            return
        if path := ask_which(self, self.tr("客流监测表"), SHEET):
            self.session.read_watch_sheet(watch, path)

    def retire(self) -> None:
        """Watch it no longer; it is kept in the data."""
        watch = self.chosen
        if watch is not None:
            self.session.save_watch(replace(watch, retired=True))


def any_count(watch: Watch) -> tuple[tuple[str, float | None, float | None], ...]:
    """The months of which somebody told a figure."""
    return tuple(
        (one.month, one.place, one.control)
        for one in watch.months
        if one.place is not None or one.control is not None
    )
