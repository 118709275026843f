"""排期要求: days, cities, places, and how a day is reckoned. Nothing is kept before 照这样."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import PlanWishes
from geo.phrases import pct
from gui.pages.plan.aside_words import in_lang
from gui.pages.plan.date_field import DateField
from gui.pages.plan.wish_picks import LockPicks, SitePicks, WeightPicks, WindowPicks
from gui.pages.plan.wish_rules import RulesForm
from gui.pages.script.dialogs import dialog_foot
from gui.pages.typed import read_number, write_number
from gui.session import Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.flow import FlowLayout
from gui.widgets.fold_section import FoldSection
from gui.widgets.pane import label, mark

SIZE = (680, 680)
KEY = "plan_wishes"
START = "shoot.start_date"
LEAST_FIT = "least_fit"
NARROW = 76
MOST = 10_000


class PlanWishesDialog(QDialog):
    """What is asked of a plan. Kept as one step; the plan on show is then out of date."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = DialogMemory.of(parent)
        self._wishes = session.state.planned.wishes
        self.setWindowTitle(self.tr("排期要求"))
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self._rules = session.plan_rules()
        self._make_days()
        self._make_places()
        self._make_switches()
        self.keep_button = QPushButton(self.tr("照这样"))
        self.keep_button.clicked.connect(self._keep)
        self._lay_out()
        self._check()

    def _make_days(self) -> None:
        wishes, start = self._wishes, self._session.state.facts.get(START)
        self._begun = start if isinstance(start, date) else None
        self.start = DateField(self.tr("开机日"), self._begun)
        self.start.typed.connect(self._check)
        self.most_days = self._number(self.tr("最多拍几天"), wishes.most_days)
        self.most_sites = self._number(self.tr("最多用几处"), wishes.most_sites)
        least = wishes.least_fit
        self.least_fit = self._number(
            self.tr("至少合适几成"), None if least is None else round(least * 100, 4)
        )
        rule = next((one.value for one in self._rules if one.name == LEAST_FIT), None)
        self.least_fit.setPlaceholderText("" if rule is None else pct(rule).removesuffix("%"))

    def _number(self, name: str, value: float | None) -> QLineEdit:
        field = QLineEdit(write_number(value))
        field.setFixedWidth(NARROW)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(name)
        field.setPlaceholderText(self.tr("不限"))
        field.setProperty("wrong", "")
        field.textChanged.connect(lambda _: self._check())
        return field

    def _make_places(self) -> None:
        state, wishes = self._session.state, self._wishes
        offers = state.ranking.cities if state.ranking is not None else ()
        self.cities = {
            one.city: QCheckBox(in_lang(one.city, self._city_en(one.city), state.language))
            for one in offers
        }
        for city, box in self.cities.items():
            box.setChecked(city in wishes.cities)
        drop = self.tr("去掉")
        self.must_use = SitePicks(state, wishes.must_use, self.tr("一定要用"), drop)
        self.must_not = SitePicks(state, wishes.must_not_use, self.tr("不要用"), drop)
        self.locks = LockPicks(state, wishes.locks, self.tr("松开"))
        self.windows = WindowPicks(state, wishes.windows, drop)
        self.weights = WeightPicks(state, wishes.weights, drop)

    def _city_en(self, city: str) -> str:
        site = self._session.state.sites.cities.get(city)
        return site.city_en if site is not None else ""

    def _make_switches(self) -> None:
        wishes = self._wishes
        self.expected = QCheckBox(self.tr("有望的补贴也算（不算只看确定的）"))
        self.short_holds = QCheckBox(self.tr("同一座城里，按演员等戏最少来排先后"))
        self.keep = QCheckBox(self.tr("重排时尽量不动谈好的"))
        self.expected.setChecked(wishes.expected)
        self.short_holds.setChecked(wishes.short_holds)
        self.keep.setChecked(wishes.keep)
        self.rules = RulesForm(self._rules, wishes.rules, self._session.state.language)
        self.rules.typed.connect(self._check)
        self.fold = FoldSection()
        self.fold.tell(self.tr("怎么算一天"), self.tr("空着照规矩；都是可以改的规矩，不是法规"))
        self.fold.hold(lambda: (self.rules,))
        self.fold.open(opened=bool(wishes.rules))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(12)
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.setHorizontalSpacing(12)
        days = (self.most_days, self.tr("天，最多"), self.most_sites, self.tr("处"))
        form.addRow(self.tr("开机日"), self._row(self.start, self.tr("不填就不算节假日和日出")))
        form.addRow(self.tr("最多拍"), self._row(*days))
        fit = self.tr("%，和这个景最合适的那处比")
        form.addRow(self.tr("至少合适"), self._row(self.least_fit, fit))
        form.addRow(self.tr("哪几座城"), self._city_boxes())
        form.addRow(self.tr("一定要用"), self.must_use)
        form.addRow(self.tr("不要用"), self.must_not)
        form.addRow(self.tr("锁住的"), self.locks)
        form.addRow(self.tr("只能这几天用"), self.windows)
        form.addRow(self.tr("更缺不得的"), self.weights)
        column.addLayout(form)
        for box in (self.expected, self.short_holds, self.keep):
            column.addWidget(box)
        column.addWidget(self.fold)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(ColumnArea(inner), 1)
        self.told = label(role="caption", wrap=True)
        mark(self.told, tone="err")
        whole.addWidget(self.told)
        whole.addLayout(dialog_foot(self, self.keep_button, self.tr("不改")))
        for button in self.findChildren(QPushButton):
            # Enter in a field is an answer, not a button
            button.setAutoDefault(False)
            button.setDefault(False)

    def _row(self, *parts: QWidget | str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in parts:
            row.addWidget(label(part, role="second") if isinstance(part, str) else part)
        row.addStretch(1)
        return holder

    def _city_boxes(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        boxes = QWidget()
        flow = FlowLayout(boxes, gap=10)
        for box in self.cities.values():
            flow.addWidget(box)
        column.addWidget(boxes)
        column.addWidget(label(self.tr("都不勾就都可以用"), role="caption"))
        return holder

    def _check(self) -> None:
        """Only what can be read is kept."""
        wrong = [
            field
            for field, most in (
                (self.most_days, MOST), (self.most_sites, MOST), (self.least_fit, 100),
            )
            if not _can_take(field.text(), most)
        ]  # fmt: skip
        for field in (self.most_days, self.most_sites, self.least_fit):
            mark(field, wrong="true" if field in wrong else "")
        rules = self.rules.right
        bad = bool(wrong) or not self.start.right or not rules
        self.told.setVisible(bad)
        self.told.setText(
            self.tr("标红的看不懂，或者超出能排的范围，改好才能照这样。") if bad else ""
        )
        self.keep_button.setEnabled(not bad)

    def wishes(self) -> PlanWishes:
        """What the form says."""
        least = read_number(self.least_fit.text())
        return PlanWishes(
            locks=self.locks.locks,
            must_use=frozenset(self.must_use.ids),
            must_not_use=frozenset(self.must_not.ids),
            windows=self.windows.windows(),
            weights=self.weights.weights,
            cities=tuple(city for city, box in self.cities.items() if box.isChecked()),
            most_days=_whole(self.most_days.text()),
            most_sites=_whole(self.most_sites.text()),
            least_fit=None if least is None else least / 100,
            rules=self.rules.own(),
            expected=self.expected.isChecked(),
            short_holds=self.short_holds.isChecked(),
            keep=self.keep.isChecked(),
        )

    def _keep(self) -> None:
        wishes = self.wishes()
        told = {name: getattr(wishes, name) for name in PlanWishes.__dataclass_fields__}
        self._session.wish_plan(**told)
        if self.start.day != self._begun:
            self._session.set_fact(START, self.start.day)
        self.accept()

    def done(self, answer: int) -> None:
        """Remember the size."""
        if self._memory is not None:
            self._memory.keep(self, KEY)
        super().done(answer)


def _can_take(text: str, most: float) -> bool:
    """Whether it is nothing, or a number that can be wished for."""
    try:
        number = read_number(text)
    except ValueError:
        return False
    return number is None or 0 < number <= most


def _whole(text: str) -> int | None:
    number = read_number(text)
    return None if number is None else max(1, round(number))
