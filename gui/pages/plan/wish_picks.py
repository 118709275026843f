"""Lists in the form of the plan's wishes: places, days of places, weights of sets, locks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.pages.plan.aside_words import date_word, set_name, site_name
from gui.pages.plan.date_field import DateField
from gui.pages.typed import read_number
from gui.session import State
from gui.widgets.fields import StillBox
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label, mark
from gui.widgets.part_chip import PartChip
from gui.widgets.word_picker import Choice, WordPicker

Windows = Mapping[str, tuple[tuple[date, date], ...]]
NARROW = 64


def site_choices(state: State) -> list[Choice]:
    """Every place that is ranked, found by either name and by its city."""
    ranking = state.ranking
    sites = [offer.site for offer in ranking.sites] if ranking is not None else []
    return [
        Choice(
            one.id,
            site_name(state, one.id),
            f"{one.name_zh} {one.name_en} {one.city_zh} {one.city_en}",
        )
        for one in sites
    ]


class Chips(Pane):
    """Chips under a row of fields; each has a key and can be dropped."""

    def __init__(self, drop_tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = drop_tip
        self.chips: dict[object, PartChip] = {}
        self.row = QHBoxLayout()
        self.row.setSpacing(6)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=4)
        self._holder.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.row)
        column.addWidget(self._holder)

    def show_chips(
        self, told: Iterable[tuple[object, str]], drop: Callable[[object], None]
    ) -> None:
        """Chips for these keys and words, in place of those there are."""
        self._flow.clear()
        self.chips = {}
        for key, words in told:
            chip = PartChip(words, f"{self._tip} {words}", look="sel")
            chip.dropped.connect(lambda key=key: drop(key))
            self._flow.addWidget(chip)
            self.chips[key] = chip
        self._holder.setVisible(bool(self.chips))
        self._holder.updateGeometry()


class SitePicks(Chips):
    """Places, picked one by one."""

    def __init__(self, state: State, ids: Iterable[str], name: str, drop_tip: str) -> None:
        super().__init__(drop_tip)
        self._state = state
        self.ids: list[str] = sorted(ids)
        self.picker = WordPicker()
        self.picker.set_choices(site_choices(state))
        self.picker.setPlaceholderText(self.tr("打几个字挑一处"))
        self.picker.setAccessibleName(name)
        self.picker.picked.connect(self.add)
        self.row.addWidget(self.picker)
        self._show()

    def add(self, site_id: str) -> None:
        """One more."""
        if site_id not in self.ids:
            self.ids.append(site_id)
        self._show()

    def drop(self, site_id: object) -> None:
        """One less."""
        self.ids = [one for one in self.ids if one != site_id]
        self._show()

    def _show(self) -> None:
        self.show_chips(((one, site_name(self._state, one)) for one in self.ids), self.drop)


class LockPicks(Chips):
    """Sets locked to a site: made on the board, let go here."""

    def __init__(self, state: State, locks: Mapping[str, str], drop_tip: str) -> None:
        super().__init__(drop_tip)
        self._state = state
        self.locks = dict(locks)
        self._none = label(self.tr("没有。在排期上点右键就能锁。"), role="caption")
        self.row.addWidget(self._none)
        self._show()

    def drop(self, set_id: object) -> None:
        """Let a set go where it is best."""
        self.locks = {one: at for one, at in self.locks.items() if one != set_id}
        self._show()

    def _show(self) -> None:
        self._none.setVisible(not self.locks)
        text = self.tr("{what}：{where}")
        told = (
            (one, text.format(what=set_name(self._state, one), where=site_name(self._state, at)))
            for one, at in self.locks.items()
        )
        self.show_chips(told, self.drop)


class WindowPicks(Chips):
    """Days on which a site can be used at all; a site that is not listed is always free."""

    def __init__(self, state: State, windows: Windows, drop_tip: str) -> None:
        super().__init__(drop_tip)
        self._state = state
        self._site: str | None = None
        self.spans = [(site, *span) for site, spans in windows.items() for span in spans]
        self.picker = WordPicker(keep=True)
        self.picker.set_choices(site_choices(state))
        self.picker.setPlaceholderText(self.tr("打几个字挑一处"))
        self.picker.setAccessibleName(self.tr("哪一处只能哪几天用"))
        self.picker.picked.connect(self._pick)
        self.picker.textEdited.connect(lambda _: self._pick(None))
        self.first = DateField(self.tr("从哪天"))
        self.last = DateField(self.tr("到哪天"))
        self.add_button = QPushButton(self.tr("加上"))
        self.add_button.setProperty("small", "true")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        for field in (self.first, self.last):
            field.typed.connect(self._check)
        self.row.addWidget(self.picker, 1)
        self.row.addWidget(self.first)
        self.row.addWidget(label(self.tr("到")))
        self.row.addWidget(self.last)
        self.row.addWidget(self.add_button)
        self._show()
        self._check()

    def windows(self) -> Windows:
        """Spans by site, in the order of their days."""
        sites = dict.fromkeys(one[0] for one in self.spans)
        return {
            site: tuple(sorted((a, b) for at, a, b in self.spans if at == site)) for site in sites
        }

    def _pick(self, site_id: str | None) -> None:
        self._site = site_id
        self._check()

    def _check(self) -> None:
        first, last = self.first.day, self.last.day
        turned = first is not None and last is not None and last < first
        if turned:
            mark(self.last, wrong="true")
        known = first is not None and last is not None and not turned
        self.add_button.setEnabled(self._site is not None and known)

    def _add(self) -> None:
        first, last = self.first.day, self.last.day
        if self._site is not None and first is not None and last is not None:
            span = (self._site, first, last)
            self.spans = [*(one for one in self.spans if one != span), span]
            self.picker.clear()
            self._pick(None)
            for field in (self.first, self.last):
                field.clear()
            self._show()

    def drop(self, span: object) -> None:
        """Forget a span."""
        self.spans = [one for one in self.spans if one != span]
        self._show()

    def _show(self) -> None:
        lang = self._state.language
        text = self.tr("{where}：{first} 到 {last}")
        told = (
            (
                one,
                text.format(
                    where=site_name(self._state, one[0]),
                    first=date_word(one[1], lang, today=one[2]),
                    last=date_word(one[2], lang),
                ),
            )
            for one in self.spans
        )
        self.show_chips(told, self.drop)


class WeightPicks(Chips):
    """How much more than others a scene of a set is missed."""

    def __init__(self, state: State, weights: Mapping[str, float], drop_tip: str) -> None:
        super().__init__(drop_tip)
        self._state = state
        self.weights = dict(weights)
        self.box = StillBox()
        self.box.setAccessibleName(self.tr("哪个景"))
        for one in state.script.sets if state.script is not None else ():
            self.box.addItem(one.name, one.id)
        self.times = QLineEdit("3")
        self.times.setFixedWidth(NARROW)
        self.times.setAccessibleName(self.tr("一场顶几场"))
        self.times.setProperty("wrong", "")
        self.times.textChanged.connect(lambda _: self._check())
        self.add_button = QPushButton(self.tr("加上"))
        self.add_button.setProperty("small", "true")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        self.row.addWidget(self.box, 1)
        self.row.addWidget(label(self.tr("一场顶")))
        self.row.addWidget(self.times)
        self.row.addWidget(label(self.tr("场")))
        self.row.addWidget(self.add_button)
        self._show()
        self._check()

    def _read(self) -> float | None:
        try:
            return read_number(self.times.text())
        except ValueError:
            return None

    def _check(self) -> None:
        right = bool(self._read())
        mark(self.times, wrong="" if right else "true")
        self.add_button.setEnabled(right and self.box.count() > 0)

    def _add(self) -> None:
        times, set_id = self._read(), self.box.currentData()
        if times and set_id is not None:
            self.weights[set_id] = times
            self._show()

    def drop(self, set_id: object) -> None:
        """A scene of this set counts as any other."""
        self.weights = {one: times for one, times in self.weights.items() if one != set_id}
        self._show()

    def _show(self) -> None:
        told = (
            (one, f"{set_name(self._state, one)} ×{times:g}") for one, times in self.weights.items()
        )
        self.show_chips(told, self.drop)
