"""Bring in a list of places: which file, and what its degrees are measured on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui.pages.script.dialogs import dialog_foot
from gui.session import Session
from gui.widgets.pane import label

PLACE_FILES = "*.csv *.tsv *.xlsx *.geojson *.json *.gpkg"


class ImportDialog(QDialog):
    """The datum is asked, never guessed: a wrong guess is off by half a kilometre."""

    def __init__(
        self, session: Session, path: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("导入取景地"))
        self.setMinimumWidth(520)
        self.file = QLineEdit(str(path) if path else "")
        self.file.setAccessibleName(self.tr("文件"))
        self.file.setPlaceholderText(self.tr("CSV、Excel、GeoJSON 或 GeoPackage"))
        self.file.textChanged.connect(self._check)
        self.choose_button = QPushButton(self.tr("挑文件…"))
        self.choose_button.clicked.connect(self._choose)
        self.datums = QButtonGroup(self)
        self._codes = ("wgs84", "gcj02", "bd09")
        texts = (
            self.tr("WGS-84：GPS、天地图、国外网站"),
            self.tr("GCJ-02：高德、腾讯地图上抄来的"),
            self.tr("BD-09：百度地图上抄来的"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.choose_button)
        column.addLayout(row)
        column.addWidget(label(self.tr("经纬度是哪一种？"), role="strong"))
        for at, text in enumerate(texts):
            button = QRadioButton(text)
            self.datums.addButton(button, at)
            column.addWidget(button)
        self.datums.idClicked.connect(self._check)
        note = self.tr("选错会偏几百米。原文件不会动，导入的地点都能再去掉。")
        column.addWidget(label(note, role="caption", wrap=True))
        self.import_button = QPushButton(self.tr("导入"))
        self.import_button.clicked.connect(self._import)
        column.addLayout(dialog_foot(self, self.import_button, self.tr("先不导")))
        self._check()

    def _choose(self) -> None:
        kinds = self.tr("地点表")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("挑文件"), "", f"{kinds} ({PLACE_FILES})"
        )
        if name:
            self.file.setText(name)

    def _check(self) -> None:
        chosen = self.datums.checkedId() >= 0
        self.import_button.setEnabled(bool(self.file.text().strip()) and chosen)

    def _import(self) -> None:
        datum = self._codes[self.datums.checkedId()]
        self._session.import_sites(Path(self.file.text().strip()), datum)
        self.accept()
