"""What counts most (侧重什么): one stacked bar and four sliders that sum to 100."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from geo.model import CRITERIA, Criterion, Weights
from gui import theme
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments
from gui.widgets.weight_shares import Shares, from_weights, move, to_weights
from gui.widgets.weight_slider import WeightSlider


class _Stack(QWidget):
    """The four shares as one bar."""

    def __init__(self) -> None:
        super().__init__()
        self.shares: Shares = {}
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x = 0.0
        for one, share in self.shares.items():
            width = self.width() * share / 100
            colour = QColor(theme.current().criterion(one))
            painter.fillRect(QRectF(x, 0, max(0.0, width - 1), self.height()), colour)
            x += width


class WeightBoard(Pane):
    """Sliders for fit, cost, subsidy and uplift. ``weightsChanged`` tells while they move.

    The dict maps each ``Criterion`` to a fraction; the fractions sum to 1. Double-click locks.
    """

    weightsChanged = Signal(dict)

    def __init__(self, weights: Weights | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = from_weights(weights or {})
        self._presets: dict[str, Shares] = {}
        self._origin: tuple[Criterion, Shares] | None = None
        self._idle: dict[Criterion, str] = {}
        self._sliders = {one: WeightSlider(one) for one in CRITERIA}
        self._names: dict[Criterion, QLabel] = {}
        self._numbers: dict[Criterion, QLabel] = {}
        self._captions: dict[Criterion, QLabel] = {}
        self._stack = _Stack()
        self._segments = Segments()
        self._question = label(role="second")
        self._lay_out()
        self.restyle()
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(self._question)
        head.addWidget(self._stack, 1)
        head.addWidget(self._segments)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        for place, (one, slider) in enumerate(self._sliders.items()):
            row, column = 2 * (place // 2), 4 * (place % 2)
            self._names[one], self._numbers[one] = label(), label()
            self._captions[one] = label(role="caption", wrap=True)
            self._numbers[one].setAlignment(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            self._names[one].setBuddy(slider)
            grid.addWidget(self._names[one], row, column)
            grid.addWidget(slider, row, column + 1)
            grid.addWidget(self._numbers[one], row, column + 2)
            grid.addWidget(self._captions[one], row + 1, column, 1, 3)
            self._captions[one].hide()
            slider.valueChanged.connect(lambda value, one=one: self._moved(one, value))
            slider.lock_asked.connect(lambda one=one: self.toggle_lock(one))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(5, 1)
        grid.setColumnMinimumWidth(3, 8)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 8, 14, 8)
        body.setSpacing(4)
        body.addWidget(self._head)
        body.addLayout(grid)
        self._segments.chosen.connect(self._pick)

    @property
    def weights(self) -> dict[Criterion, float]:
        """The weights as fractions that sum to 1."""
        return to_weights(self._shares)

    @property
    def shares(self) -> Shares:
        """The weights as whole numbers that sum to 100."""
        return dict(self._shares)

    @property
    def locked(self) -> frozenset[Criterion]:
        """Criteria that do not give way."""
        return frozenset(one for one, slider in self._sliders.items() if slider.locked)

    def slider(self, one: Criterion) -> WeightSlider:
        """The slider of one criterion."""
        return self._sliders[one]

    def set_weights(self, weights: Weights) -> None:
        """Show ``weights`` without telling anybody."""
        shares = from_weights(weights)
        if shares != self._shares:
            self._origin = None
            self._shares = shares
        self._show()

    def set_presets(self, presets: Mapping[str, Weights]) -> None:
        """Offer named weights: scout, producer, bureau; other keys show themselves."""
        self._presets = {key: from_weights(weights) for key, weights in presets.items()}
        self.retranslate()
        self._show()

    def set_idle(self, captions: Mapping[Criterion, str]) -> None:
        """Say under a slider why it can move nothing; others have no caption."""
        self._idle = dict(captions)
        for one, caption in self._captions.items():
            caption.setText(captions.get(one, ""))
            caption.setVisible(one in captions)
        self._describe()

    def set_compact(self, compact: bool) -> None:
        """Leave out the stacked bar and the question where room is short."""
        self._stack.setVisible(not compact)
        self._question.setVisible(not compact)
        self._head.setVisible(not compact or bool(self._presets))

    def toggle_lock(self, one: Criterion) -> None:
        """Hold ``one`` where it is, or let it go."""
        self._origin = None
        self._sliders[one].set_locked(not self._sliders[one].locked)
        self._describe()

    def _moved(self, one: Criterion, value: int) -> None:
        if self._origin is None or self._origin[0] is not one:
            self._origin = (one, self._shares)
        # reckoned from where this slider began, so that there and back again changes nothing
        self._take(move(self._origin[1], self.locked, one, value))

    def _pick(self, key: str) -> None:
        self._origin = None
        for slider in self._sliders.values():
            slider.set_locked(False)
        self._take(dict(self._presets[key]))

    def _take(self, shares: Shares) -> None:
        changed = shares != self._shares
        self._shares = {one: shares[one] for one in CRITERIA}
        self._show()
        if changed:
            self.weightsChanged.emit(self.weights)

    def _show(self) -> None:
        for one, slider in self._sliders.items():
            slider.blockSignals(True)
            slider.setValue(self._shares[one])
            slider.blockSignals(False)
            self._numbers[one].setText(str(self._shares[one]))
        self._stack.shares = self._shares
        self._stack.update()
        same = (key for key, shares in self._presets.items() if shares == self._shares)
        self._segments.choose(next(same, None))
        self._describe()

    def _describe(self) -> None:
        for one, slider in self._sliders.items():
            lock = self.tr("锁住了") if slider.locked else ""
            parts = [f"{self._shares[one]}%", lock, self._idle.get(one, "")]
            slider.setAccessibleDescription(" ".join(part for part in parts if part))

    def restyle(self) -> None:
        """Numbers keep the room of three digits, so that nothing shifts while one drags."""
        wide = self.fontMetrics().horizontalAdvance("100")
        for number in self._numbers.values():
            number.setMinimumWidth(wide)

    def retranslate(self) -> None:
        """Set every text again."""
        names = {
            Criterion.FIT: self.tr("匹配"),
            Criterion.COST: self.tr("费用"),
            Criterion.SUBSIDY: self.tr("补贴"),
            Criterion.UPLIFT: self.tr("拉动"),
        }
        tip = self.tr("双击锁住。方向键动 1，翻页键动 5。")
        for one, name in names.items():
            self._names[one].setText(name)
            self._sliders[one].setAccessibleName(name)
            self._sliders[one].setToolTip(tip)
        self._question.setText(self.tr("侧重什么"))
        known = {
            "scout": self.tr("勘景"),
            "producer": self.tr("制片"),
            "bureau": self.tr("文旅局"),
        }
        self._segments.set_options([(key, known.get(key, key)) for key in self._presets])
        self._segments.setVisible(bool(self._presets))
        self._describe()
