"""What counts most (侧重什么): one stacked bar and a slider for each criterion; they sum to 100."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from geo.model import CRITERIA, Weights
from gui.texts import criterion_name
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments
from gui.widgets.weight_row import WeightRow
from gui.widgets.weight_shares import Shares, from_weights, move, to_weights
from gui.widgets.weight_slider import WeightSlider
from gui.widgets.weight_stack import WeightStack

ABREAST = 2
ADD_COLUMN = 4 * ABREAST


class WeightBoard(Pane):
    """Sliders for any criteria, two abreast. ``weightsChanged`` tells while they move.

    The dict maps each code to a fraction; the fractions sum to 1. Double-click locks.
    ``way_asked`` tells the code of an idle criterion whose way out was chosen.
    """

    weightsChanged = Signal(dict)
    way_asked = Signal(str)

    def __init__(self, weights: Weights | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = from_weights(weights or {}, CRITERIA)
        self._given: dict[str, Weights] = {}
        self._presets: dict[str, Shares] = {}
        self._origin: tuple[str, Shares] | None = None
        self._names: dict[str, str] = {}
        self._rows: dict[str, WeightRow] = {}
        self._compact = False
        self._stack = WeightStack()
        self._segments = Segments()
        self._question = label(role="second")
        self.add_button = QToolButton()
        self.add_button.setProperty("small", "true")
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_button.hide()
        self._lay_out()
        self.set_criteria([(str(one), criterion_name(one)) for one in CRITERIA])
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = self._head_row = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self._question)
        head.addWidget(self._stack, 1)
        head.addWidget(self._segments)
        head.addWidget(self.add_button)
        grid = self._grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        for place in range(ABREAST):
            grid.setColumnStretch(4 * place + 1, 1)
        grid.setColumnMinimumWidth(3, 8)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 8, 14, 8)
        body.setSpacing(4)
        body.addWidget(self._head)
        body.addLayout(grid)
        self._segments.chosen.connect(self._pick)

    @property
    def weights(self) -> dict[str, float]:
        """The weights as fractions that sum to 1."""
        return to_weights(self._shares)

    @property
    def shares(self) -> Shares:
        """The weights as whole numbers that sum to 100."""
        return dict(self._shares)

    @property
    def locked(self) -> frozenset[str]:
        """Criteria that do not give way."""
        return frozenset(one for one, row in self._rows.items() if row.slider.locked)

    def slider(self, one: str) -> WeightSlider:
        """The slider of one criterion."""
        return self._rows[one].slider

    def set_criteria(self, criteria: Sequence[tuple[str, str]]) -> None:
        """Offer a slider for each code under its name; those that stay keep share and lock."""
        self._names = dict(criteria)
        if list(self._names) != list(self._rows):
            self._rebuild()
        for code, name in self._names.items():
            self._rows[code].call(name)
        self._show()

    def _rebuild(self) -> None:
        for row in self._rows.values():
            row.take_out(self._grid)
        old, self._rows = self._rows, {}
        for place, code in enumerate(self._names):
            row = old.pop(code) if code in old else self._new_row(code)
            row.place(self._grid, 2 * (place // ABREAST), 4 * (place % ABREAST))
            self._rows[code] = row
        for row in old.values():
            row.go()
        self._origin = None
        self._shares = from_weights(self._shares, list(self._rows))
        self._fit_presets()
        self._place_captions()
        self._order_tabs()

    def _new_row(self, code: str) -> WeightRow:
        row = WeightRow(code, self)
        row.slider.valueChanged.connect(lambda value: self._moved(code, value))
        row.slider.lock_asked.connect(lambda: self.toggle_lock(code))
        row.way_chosen.connect(lambda: self.way_asked.emit(code))
        return row

    def _order_tabs(self) -> None:
        chain = [row.slider for row in self._rows.values()]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def set_weights(self, weights: Weights) -> None:
        """Show ``weights`` without telling anybody."""
        shares = from_weights(weights, list(self._rows))
        if shares != self._shares:
            self._origin = None
            self._shares = shares
        self._show()

    def set_presets(self, presets: Mapping[str, Weights]) -> None:
        """Offer named weights: scout, producer, bureau; other keys show themselves.

        They share out among the four; whatever else is weighed gets nothing.
        """
        self._given = dict(presets)
        self._fit_presets()
        self.retranslate()
        self._show()

    def _fit_presets(self) -> None:
        codes = list(self._rows)
        self._presets = {key: from_weights(one, codes) for key, one in self._given.items()}

    def set_idle(self, captions: Mapping[str, str], ways: Mapping[str, str] | None = None) -> None:
        """Say under a slider why it can move nothing, ``ways`` what to do about it, if anything."""
        for one, row in self._rows.items():
            row.set_idle(captions.get(one, ""), (ways or {}).get(one, ""))
        self._place_captions()
        self._describe()

    def _place_captions(self) -> None:
        """A caption has the width of both columns where its neighbour says nothing."""
        rows = list(self._rows.values())
        terse = self._compact and len(rows) > len(CRITERIA)
        for row in rows:
            row.set_terse(terse)
            row.set_narrow(self._compact)
        for at in range(0, len(rows), ABREAST):
            abreast = rows[at : at + ABREAST]
            alone = sum(row.says for row in abreast) == 1
            for row in abreast:
                row.place_caption(
                    self._grid, column=0 if alone else None, span=ADD_COLUMN - 1 if alone else 3
                )

    def set_menu(self, menu: QMenu) -> None:
        """Hang ``menu`` on the button that adds a criterion, which is hidden without one."""
        self.add_button.setMenu(menu)
        self._dress()

    def set_compact(self, compact: bool) -> None:
        """Leave out the stacked bar and the question where room is short."""
        self._compact = compact
        self._dress()
        self._place_captions()
        self._describe()

    def _dress(self) -> None:
        """The head where there is room or a preset; without it the button stands by the sliders."""
        compact, head = self._compact, not self._compact or bool(self._presets)
        self._stack.setVisible(not compact)
        self._question.setVisible(not compact)
        self._head.setVisible(head)
        button = self.add_button
        self._head_row.removeWidget(button)
        self._grid.removeWidget(button)
        if head:
            self._head_row.addWidget(button)
        else:
            self._grid.addWidget(button, 0, ADD_COLUMN, Qt.AlignmentFlag.AlignTop)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonTextOnly if head else style.ToolButtonIconOnly)
        button.setVisible(button.menu() is not None)

    def toggle_lock(self, one: str) -> None:
        """Hold ``one`` where it is, or let it go."""
        self._origin = None
        slider = self._rows[one].slider
        slider.set_locked(not slider.locked)
        self._describe()

    def _moved(self, one: str, value: int) -> None:
        if self._origin is None or self._origin[0] != one:
            self._origin = (one, self._shares)
        # reckoned from where this slider began, so that there and back again changes nothing
        self._take(move(self._origin[1], self.locked, one, value))

    def _pick(self, key: str) -> None:
        self._origin = None
        for row in self._rows.values():
            row.slider.set_locked(False)
        self._take(dict(self._presets[key]))

    def _take(self, shares: Shares) -> None:
        changed = shares != self._shares
        self._shares = {one: shares[one] for one in self._rows}
        self._show()
        if changed:
            self.weightsChanged.emit(self.weights)

    def _show(self) -> None:
        for one, row in self._rows.items():
            row.show_share(self._shares[one])
        self._stack.show_shares(self._shares, self._names)
        same = (key for key, shares in self._presets.items() if shares == self._shares)
        self._segments.choose(next(same, None))
        self._describe()

    def _describe(self) -> None:
        for one, row in self._rows.items():
            lock = self.tr("锁住了") if row.slider.locked else ""
            parts = [f"{self._shares[one]}%", lock, row.idle]
            row.slider.setAccessibleDescription(" ".join(part for part in parts if part))
            said = row.idle if not row.says else ""
            row.slider.setToolTip("\n".join(part for part in (said, self._tip()) if part))

    def _tip(self) -> str:
        return self.tr("双击锁住。方向键动 1，翻页键动 5。")

    def restyle(self) -> None:
        """Measure and fetch the icon again."""
        for row in self._rows.values():
            row.measure()
        self.add_button.setIcon(icons.icon("plus", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours; criteria are named by whoever offers them."""
        self._question.setText(self.tr("侧重什么"))
        self.add_button.setText(self.tr("加一项"))
        self.add_button.setAccessibleName(self.tr("加一项"))
        self.add_button.setToolTip(self.tr("多看一项，或者说清什么必须有"))
        known = {
            "scout": self.tr("勘景"),
            "producer": self.tr("制片"),
            "bureau": self.tr("文旅局"),
        }
        self._segments.set_options([(key, known.get(key, key)) for key in self._presets])
        self._segments.setVisible(bool(self._presets))
        self._describe()
