"""Over the board: how large the plan is, and what the colours mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from geo.model import ShootPlan, StripKind
from gui import theme
from gui.pages.plan.aside_words import plan_size, sentences
from gui.pages.plan.board_words import kind_word
from gui.session import State
from gui.texts import aloud
from gui.widgets.pane import Pane, label
from gui.widgets.row_paint import paint_text

SWATCH, GAP = 13.0, 12.0
LEGEND = (
    (StripKind.INT_DAY,),
    (StripKind.EXT_DAY,),
    (StripKind.INT_NIGHT,),
    (StripKind.EXT_NIGHT,),
    (StripKind.DAWN, StripKind.DUSK),
)


class Legend(Pane):
    """The five fills with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def words(self) -> list[str]:
        """What stands beside each fill."""
        return ["/".join(kind_word(kind) for kind in kinds) for kinds in LEGEND]

    def sizeHint(self) -> QSize:
        """Fills and words side by side."""
        self.setFont(theme.font(12))
        wide = sum(self.fontMetrics().horizontalAdvance(one) for one in self.words())
        return QSize(round(wide + len(LEGEND) * (SWATCH + 5 + GAP)), max(20, theme.px(12) + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them."""
        palette, font = theme.current(), theme.font(12)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0.5, self.height() / 2
        for kinds, word in zip(LEGEND, self.words(), strict=True):
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.setBrush(QColor(palette.strip(kinds[0])))
            painter.drawRoundedRect(QRectF(x, middle - SWATCH / 2, SWATCH, SWATCH), 3, 3)
            x += SWATCH + 5
            room = QRectF(x, 0, self.width() - x, self.height())
            x += paint_text(painter, room, word, font, palette.ink2, elide=False) + GAP

    def retranslate(self) -> None:
        """Other words take other room."""
        self.setAccessibleName(aloud(self.words(), theme.language()))
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Another theme may write larger."""
        self.updateGeometry()


class PlanHead(Pane):
    """Told by whoever knows which plan is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.setMinimumHeight(38)
        self.size_of = label(role="heading")
        self.covered = label(role="second")
        self.broken = label(chip="err")
        self.legend = Legend()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 12, 4)
        row.setSpacing(10)
        for part in (self.size_of, self.covered, self.broken):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.legend)

    def show_plan(self, plan: ShootPlan | None, state: State) -> None:
        """Tell the size of ``plan``, and how many rules it breaks."""
        laid = plan is not None and bool(plan.days)
        self.setVisible(laid)
        broken = plan.breaches if plan is not None else ()
        self.broken.setVisible(bool(broken))
        if plan is None or not laid:
            return
        self.size_of.setText(plan_size(plan))
        shot = {scene for day in plan.days for one in day.blocks for scene in one.scenes}
        every = len(shot.union(*(one.scenes for one in plan.uncovered)))
        self.covered.setText(self.tr("已排 {n} / {of} 场").format(n=len(shot), of=every))
        self.broken.setText(self.tr("{n} 处不合规矩").format(n=len(broken)))
        self.broken.setToolTip(sentences(state, broken))
