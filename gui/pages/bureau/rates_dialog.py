"""我的行价: what one is used to pay for the lines that no table holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import Cost, OwnRate, Refused
from gui.pages.bureau.aside import Aside, bring_up, calm
from gui.pages.bureau.rates_row import RateRow
from gui.pages.typed import write_number
from gui.session import Changes, Session, State
from gui.widgets.column_area import ColumnArea
from gui.widgets.empty_card import EmptyCard
from gui.widgets.message_strip import MessageStrip
from gui.widgets.pane import Pane, label, mark
from gui.widgets.segments import Segments

EVERY, UNPRICED, FILLED = "every", "unpriced", "filled"
ROAD_FILES = "*.csv"
REFUSED = 4


def present_cost(state: State) -> Cost | None:
    """The cost looked at: of the account, else of the city ranked first."""
    if state.account is not None:
        return state.account.cost
    ranking = state.ranking
    if ranking is None or not ranking.cities:
        return None
    return ranking.cities[int(ranking.city_order.index[0])].cost


def unpriced_lines(state: State) -> frozenset[str]:
    """Codes of the cost lines that nobody has priced for the place looked at."""
    cost = present_cost(state)
    lines = cost.lines if cost is not None else ()
    return frozenset(line.code for line in lines if line.amount.mid is None)


class RatesDialog(Aside):
    """Every own line with its field. What is typed prices again at once."""

    key = "rates"
    about = ("rates", "own_rate", "roads")
    size_px = (820, 640)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows: dict[str, RateRow] = {}
        self._rates: dict[str, OwnRate] = {}
        self._last: str | None = None
        self._wanted: str | None = None
        self._intro = label(role="second", wrap=True)
        self.which = Segments([(EVERY, ""), (UNPRICED, ""), (FILLED, "")])
        self.which.choose(EVERY)
        self.which.chosen.connect(lambda _: self._sift())
        self.changed_strip = MessageStrip()
        self.changed_strip.chosen.connect(lambda _: self.undo())
        self.empty = EmptyCard("list")
        self._inner = QWidget()
        self._inner.setProperty("ground", "none")
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._area = ColumnArea(self._inner)
        self.roads = RoadsPane(session)
        self._lay_out()
        session.load_rates()

    def _lay_out(self) -> None:
        self.close_button = QPushButton()
        self.close_button.setProperty("main", "true")
        self.close_button.clicked.connect(self.accept)
        calm(self.close_button, self.roads.choose_button, self.roads.remove_button)
        head = QHBoxLayout()
        head.addWidget(self.which)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._intro)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.changed_strip)
        column.addWidget(self._area, 1)
        column.addWidget(self.empty)
        column.addWidget(self.roads)
        column.addLayout(foot)

    def show_line(self, code: str | None) -> None:
        """Go to the field of ``code``."""
        self._wanted = code
        row = self.rows.get(code or "")
        if row is None:
            return
        self._wanted = None
        self.which.choose(EVERY)
        self._sift()
        row.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(row)

    def show_state(self, changes: Changes) -> None:
        """Draw lines, rates, and which of them this project lacks."""
        if changes.touch("own_lines"):
            self._build()
        if changes.touch("own_lines", "language", "phrases"):
            for row in self.rows.values():
                row.speak(self.state.language, self.state.phrases)
        if changes.touch("own_lines", "own_rates", "account", "ranking", "language", "phrases"):
            self._fill()
        self.roads.show_state(self.state, changes)
        if self._wanted is not None and self._wanted in self.rows:
            self.show_line(self._wanted)

    def _build(self) -> None:
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {line.code: RateRow(line, self._inner) for line in self.state.own_lines}
        for row in self.rows.values():
            row.told.connect(self._tell)
            self._list.insertWidget(self._list.count() - 1, row)

    def _fill(self) -> None:
        lacking = unpriced_lines(self.state)
        self._rates = {rate.code: rate for rate in self.state.own_rates}
        for code, row in self.rows.items():
            row.show_rate(self._rates.get(code), unpriced=code in lacking)
        count = {
            EVERY: len(self.rows),
            UNPRICED: sum(code in lacking and code not in self._rates for code in self.rows),
            FILLED: sum(code in self._rates for code in self.rows),
        }
        names = {EVERY: self.tr("全部"), UNPRICED: self.tr("这次没价"), FILLED: self.tr("填过的")}
        self.which.set_options([(key, f"{names[key]} {count[key]}") for key in names])
        self._sift()

    def _sift(self) -> None:
        lacking = unpriced_lines(self.state)
        which = self.which.choice
        shown = 0
        for code, row in self.rows.items():
            wanted = {
                UNPRICED: code in lacking and code not in self._rates,
                FILLED: code in self._rates,
            }.get(which or EVERY, True)
            # a row that is being typed in does not go away under the hands
            wanted = wanted or row.value.hasFocus() or row.who.hasFocus()
            row.setVisible(wanted)
            shown += wanted
        self._area.setVisible(shown > 0)
        self.empty.setVisible(shown == 0)
        self._tell_empty()

    def _tell_empty(self) -> None:
        if not self.rows:
            self.empty.tell(self.tr("还没有读到费用项"), self.tr("景库打开以后就有。"))
        elif self.which.choice == FILLED:
            self.empty.tell(
                self.tr("一个价还没填过"), self.tr("填一个，名次马上重算，下个项目也接着用。")
            )
        else:
            self.empty.tell(
                self.tr("这次的费用项都有价了"), self.tr("换个地方看，可能还有没价的。")
            )

    def _tell(self, code: str, value: float | None, who: str) -> None:
        self._last = code
        self.session.set_rate(code, value, who)
        row = self.rows[code]
        what = (
            self.tr("忘掉了：{name}") if value is None else self.tr("记下了：{name} {value} {unit}")
        )
        said = {"name": row.name.text(), "value": write_number(value), "unit": row.unit.text()}
        self.changed_strip.tell(
            "ok",
            what.format(**said),
            self.tr("名次按新的算。下个项目也接着用这个价。"),
            actions=[("back", self.tr("改回去"))],
        )

    def undo(self) -> None:
        """Put the rate that was told last back; the strip offers no more than that."""
        if self._last is None:
            return
        code, self._last = self._last, None
        self.rows[code].put_back(self.session.revert_rate())
        self.changed_strip.hide()

    def redo(self) -> None:
        """Rates keep one step only."""

    def done(self, answer: int) -> None:
        """What is half typed counts."""
        for row in self.rows.values():
            row.hush()
        super().done(answer)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self.setWindowTitle(self.tr("我的行价"))
        self._intro.setText(
            self.tr(
                "剧组常付、却没有公开价的钱，填你平常付多少。空着就是不知道，不当 0。"
                "只存在这台电脑上，下个项目接着用。"
            )
        )
        self.close_button.setText(self.tr("填好了"))
        self.changed_strip.hide()
        self.roads.retranslate()


class RoadsPane(Pane):
    """路程表: how far it is by road, from the user's own table."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._session = session
        self._title = label(role="strong")
        self._told = label(role="second", wrap=True)
        self.refused = label(role="caption", wrap=True)
        mark(self.refused, tone="warn")
        self.choose_button = QPushButton()
        self.choose_button.clicked.connect(self.choose)
        self.remove_button = QPushButton()
        self.remove_button.clicked.connect(lambda: session.take_roads(None))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._told)
        words.addWidget(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)

    def show_state(self, state: State, changes: Changes) -> None:
        """How many pairs are known."""
        if not changes.touch("roads", "own_refused", "phrases", "language"):
            return
        self.refused.setText("\n".join(map(self._refused, state.own_refused[:REFUSED])))
        self.refused.setVisible(bool(state.own_refused))
        self.remove_button.setVisible(bool(state.roads))
        if state.roads:
            text = self.tr("在用：{n} 对地点的公里数。表里没有的，照直线乘绕行系数。")
            self._told.setText(text.format(n=state.roads))
        else:
            self._told.setText(
                self.tr("没有。路程照直线乘绕行系数。有自己的表（从、到、公里三列的 CSV）就用它。")
            )

    def _refused(self, one: Refused) -> str:
        state = self._session.state
        line = self.tr("第 {n} 行").format(n=one.line) if one.line else ""
        phrases = state.phrases
        why = phrases.tell(one.reason, state.language) if phrases else one.reason.code
        return " ".join(part for part in (one.file, line, why) if part)

    def choose(self) -> None:
        """Ask for a table of roads."""
        table = self.tr("路程表")
        kinds = f"{table} ({ROAD_FILES})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("挑路程表"), "", kinds)
        if name:
            self._session.take_roads(Path(name))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self._title.setText(self.tr("路程表"))
        self.choose_button.setText(self.tr("挑文件…"))
        self.remove_button.setText(self.tr("不用了"))


def open_rates(
    session: Session, parent: QWidget | None = None, code: str | None = None
) -> RatesDialog:
    """Open the own rates, at the line ``code`` where one is named."""
    dialog = bring_up(RatesDialog, session, parent)
    dialog.show_line(code)
    return dialog
