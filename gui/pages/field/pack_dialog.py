"""做外勘包: which places go into it, what else, and where the file is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model.field import Lock, PackWishes
from gui.pages.pitch.places_dialog import CHOSEN, PLANNED, PlacesDialog
from gui.pages.pitch.words import place_name
from gui.session import Session
from gui.widgets.pane import label, mark

ENDING = ".gpkg"
INDENT = 6
KM = (1.0, 100.0, 10.0)
"""Least, most and usual radius around a point, km."""


class PackDialog(PlacesDialog):
    """``sites`` are ticked to begin with; where there are none, those of the plan."""

    memory_key = "field_pack"
    _laid_out = False
    usual = (620, 720)

    def __init__(
        self, session: Session, sites: Sequence[str], parent: QWidget | None = None
    ) -> None:
        plan = session.state.plan
        chosen = list(sites) or ([] if plan is None else list(dict.fromkeys(plan.sites)))
        super().__init__(session, chosen, parent)
        self.setWindowTitle(self.tr("做外勘包"))
        self.take_button.setText(self.tr("做好，存到…"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("空着就照城市叫"))
        self.photos = QCheckBox(self.tr("带上已有的照片"))
        self.photos.setChecked(True)
        self.private = QCheckBox(self.tr("带上联系人和口头报价"))
        self.private.toggled.connect(lambda _: self._warn())
        self.warning = label(wrap=True)
        self.km = QDoubleSpinBox()
        self.km.setRange(KM[0], KM[1])
        self.km.setValue(KM[2])
        self.km.setDecimals(0)
        self.km.setSuffix(" km")
        self.km.lineEdit().setTextMargins(INDENT, 0, 0, 0)
        self.around_button = QPushButton()
        self.around_button.setAutoDefault(False)
        self.around_button.clicked.connect(self._tick_around)
        self._lay_out_more()
        self._laid_out = True
        self._warn()
        if chosen:
            self.views.choose(PLANNED if plan is not None and not sites else CHOSEN)
            self._fill()
        self._tell()

    def _lead(self) -> QWidget:
        told = self.tr(
            "一个文件带上这些地方、底图、勘景表、清单和还要打听的事。"
            "没有信号也能用；QGIS、QField 也打得开。"
        )
        return label(told, role="second", wrap=True)

    def _leave(self) -> str:
        return self.tr("先不做")

    def _lay_out_more(self) -> None:
        near = QHBoxLayout()
        near.addWidget(self.around_button)
        near.addWidget(self.km)
        near.addStretch(1)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        self.name.setAccessibleName(self.tr("包叫什么"))
        form.addRow(self.tr("包叫什么"), self.name)
        form.addRow("", self.photos)
        form.addRow("", self.private)
        form.addRow("", self.warning)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            # over the list the ways to tick, under it what else goes in
            column.insertLayout(column.count() - 3, near)
            column.insertLayout(column.count() - 1, form)

    # ---- around a point

    def _point(self) -> tuple[str, float, float] | None:
        """Where we are, else the place pointed at: its name, and degrees on WGS-84."""
        fix = self.state.outdoors.fix
        if fix is not None:
            return self.tr("我这里"), fix.lat, fix.lon
        here = self.state.site(self.state.selection.site) or self.state.site(
            self.chosen[0] if self.chosen else None
        )
        if here is None:
            return None
        return place_name(self.state, here.id), here.lat, here.lon

    def _name_around(self) -> None:
        point = self._point()
        if point is None:
            self.around_button.setText(self.tr("先勾一处，再勾它周围的"))
        else:
            self.around_button.setText(self.tr("勾上{name}周围的").format(name=point[0]))
        self.around_button.setEnabled(point is not None)
        self.km.setEnabled(point is not None)
        self.km.setAccessibleName(self.tr("周围多少公里"))

    def _tick_around(self) -> None:
        point = self._point()
        if point is not None:
            near = self._session.sites_around(point[1], point[2], self.km.value())
            self.chosen = list(dict.fromkeys((*self.chosen, *near)))
            self.views.choose(CHOSEN)
            self._fill()
            self._tell()

    # ---- what goes in

    def _warn(self) -> None:
        locked = self.state.outdoors.lock is Lock.LOCKED
        self.private.setEnabled(not locked)
        if locked:
            text, tone = self.tr("联系人和报价锁着。要带上，先在菜单“口令”里开锁。"), ""
        elif self.private.isChecked():
            text = self.tr(
                "谁拿到这个文件，谁就看得到电话、底价和报价，包里不加密。交给外人的包别勾。"
            )
            tone = "warn"
        else:
            text = self.tr("电话、底价、口头报价都不进包；外勘时问到的新报价照样能记。")
            tone = ""
        self.warning.setText(text)
        mark(self.warning, tone=tone, role="" if tone else "caption")

    def _nothing(self) -> str:
        return self.tr("先勾几处要去看的。")

    def _tell(self, *, full: bool = False) -> None:
        super()._tell(full=full)
        self.take_button.setEnabled(bool(self.chosen))
        if self._laid_out:
            self._name_around()

    def wishes(self) -> PackWishes | None:
        """What is wished for; None before the catalogue is open."""
        wishes = self._session.pack_wishes(self.chosen)
        if wishes is None:
            return None
        name = self.name.text().strip() or wishes.name
        private = self.private.isEnabled() and self.private.isChecked()
        return replace(wishes, name=name, private=private, photos=self.photos.isChecked())

    def _take(self) -> None:
        wishes = self.wishes()
        path = None if wishes is None else self._ask_where(wishes.name)
        if wishes is not None and path is not None:
            self._session.make_pack(wishes, path)
            self.accept()

    def _ask_where(self, name: str) -> Path | None:
        safe = "".join("-" if one in '\\/:*?"<>|' else one for one in name)
        kinds = self.tr("外勘包") + f" (*{ENDING})"
        folder = Path.home() if self._memory is None else self._memory.folder()
        told, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里"), str(folder / f"{safe}{ENDING}"), kinds
        )
        if not told:
            return None
        path = Path(told)
        if self._memory is not None:
            self._memory.keep_folder(path.parent)
        return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)
