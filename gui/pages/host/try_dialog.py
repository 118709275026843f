"""试一个: a change of the user's own, to be worked out like the others."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from geo.model.hosting import Improvement, ImprovementKind
from gui.pages.host.cost_dialog import CostField
from gui.pages.host.parts import indent
from gui.pages.host.words import kind_of_change, our_sites, site_word
from gui.pages.script.dialogs import dialog_foot
from gui.pages.typed import WAN
from gui.pages.words import type_name
from gui.session import Session
from gui.widgets.fields import StillBox
from gui.widgets.pane import label

PLACE, TYPE, RATE, SHARE, CAP, DAYS, KM = "place", "type", "rate", "share", "cap", "days", "km"
COST, YEARLY = "cost", "yearly"
_ROWS = {
    ImprovementKind.ADD_SET: (PLACE, TYPE, COST, YEARLY),
    ImprovementKind.REBATE: (SHARE, CAP, DAYS),
    ImprovementKind.OPEN_NIGHT: (PLACE, COST, YEARLY),
    ImprovementKind.PUBLISH_RATE: (PLACE, RATE, COST, YEARLY),
    ImprovementKind.OPEN_INSIDE: (PLACE, TYPE, COST, YEARLY),
    ImprovementKind.ROAD: (PLACE, KM, COST, YEARLY),
}


class TryDialog(QDialog):
    """What to change, where, and what it would cost."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("试一个"))
        self.setMinimumWidth(520)
        self.kind, self.place, self.type = StillBox(), StillBox(), StillBox()
        self.rate, self.share, self.cap = QDoubleSpinBox(), QSpinBox(), QDoubleSpinBox()
        self.days, self.km = QSpinBox(), QDoubleSpinBox()
        self.cost, self.yearly = CostField(), QCheckBox(self.tr("每年都要花"))
        self.told = label(role="caption", wrap=True)
        self.save_button = QPushButton(self.tr("试这一条"))
        self.save_button.clicked.connect(self.accept)
        self._rows: dict[str, tuple[QLabel, QWidget]] = {}
        self._offer()
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_rows)
        self.cost.textChanged.connect(self._check)
        self._show_rows()

    def _offer(self) -> None:
        state = self._session.state
        for kind in ImprovementKind:
            self.kind.addItem(kind_of_change(kind), kind)
        for site in our_sites(state, self._session.ours):
            self.place.addItem(site_word(state, site.id), site.id)
        types = state.vocabulary.scene_types if state.vocabulary is not None else {}
        for code, known in types.items():
            self.type.addItem(type_name(known, code, state.language), code)
        indent(self.rate, self.share, self.cap, self.days, self.km)
        self.rate.setRange(0, 1_000_000)
        self.rate.setDecimals(0)
        self.rate.setValue(3000)
        self.rate.setSuffix(self.tr(" 元/天"))
        self.share.setRange(1, 60)
        self.share.setValue(10)
        self.share.setSuffix(" %")
        self.cap.setRange(0.1, 10_000)
        self.cap.setDecimals(1)
        self.cap.setValue(10)
        self.cap.setSuffix(self.tr(" 万元"))
        self.days.setRange(0, 90)
        self.days.setValue(7)
        self.days.setSuffix(self.tr(" 天"))
        self.km.setRange(0.5, 200)
        self.km.setDecimals(1)
        self.km.setValue(10)
        self.km.setSuffix(self.tr(" 公里"))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, str, QWidget], ...] = (
            ("", self.tr("做什么"), self.kind),
            (PLACE, self.tr("在哪里"), self.place),
            (TYPE, self.tr("什么景"), self.type),
            (RATE, self.tr("场地价"), self.rate),
            (SHARE, self.tr("本地花费奖补多少"), self.share),
            (CAP, self.tr("封顶"), self.cap),
            (DAYS, self.tr("至少在本地连拍"), self.days),
            (KM, self.tr("近多少"), self.km),
            (COST, self.tr("要花多少（万元）"), self.cost),
            (YEARLY, "", self.yearly),
        )
        for key, name, field in rows:
            words = label(name, role="second")
            if name:
                field.setAccessibleName(name)
            form.addRow(words, field)
            if key:
                self._rows[key] = (words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(dialog_foot(self, self.save_button, self.tr("不试了")))

    def _show_rows(self) -> None:
        kind = self.kind.currentData()
        wanted = _ROWS[ImprovementKind(kind)]
        for key, (words, field) in self._rows.items():
            words.setVisible(key in wanted)
            field.setVisible(key in wanted)
        fair = self.tr("奖补要发文，先过公平竞争审查。花多少会照来的戏算，不用填。")
        free = self.tr("空着就是未知，不当 0。资料和政策都不动，只是算一算。")
        self.told.setText(fair if kind == ImprovementKind.REBATE else free)
        self._check()
        self.adjustSize()

    def _check(self) -> None:
        needs_place = PLACE in _ROWS[ImprovementKind(self.kind.currentData())]
        placed = not needs_place or self.place.count() > 0
        self.save_button.setEnabled(self.cost.right and placed)

    def improvement(self) -> Improvement:
        """The change as typed."""
        kind = ImprovementKind(self.kind.currentData())
        rows = _ROWS[kind]
        cost = self.cost.cost()
        return Improvement(
            kind,
            site_id=str(self.place.currentData() or "") if PLACE in rows else "",
            scene_type=str(self.type.currentData() or "") if TYPE in rows else "",
            rate=self.rate.value() if RATE in rows else None,
            share=self.share.value() / 100 if SHARE in rows else None,
            cap=self.cap.value() * WAN if CAP in rows else None,
            days=(self.days.value() or None) if DAYS in rows else None,
            km=self.km.value() if KM in rows else None,
            cost=cost if cost.known and COST in rows else None,
            yearly=self.yearly.isChecked() and YEARLY in rows,
        )
