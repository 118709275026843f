"""Which cities to rank: the four, or any that the catalogue has places in."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.pages.script.dialogs import dialog_foot
from gui.session import Session
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import label


class CitiesDialog(QDialog):
    """Tick cities; none ticked means the four."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        state = session.state
        self.setWindowTitle(self.tr("比哪些城市"))
        self.resize(520, 420)
        counts = Counter(site.city_zh for site in state.sites)
        english = {site.city_zh: site.city_en for site in state.sites}
        chosen = state.cities or state.home_cities
        self.boxes: dict[str, QCheckBox] = {}
        inner = QWidget()
        inner.setProperty("ground", "none")
        flow = FlowLayout(inner, gap=10)
        for city, count in counts.most_common():
            name = english.get(city) or city if state.language == "en" else city
            box = QCheckBox(f"{name} {count}")
            box.setChecked(city in chosen)
            box.toggled.connect(self._check)
            self.boxes[city] = box
            flow.addWidget(box)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self.rank_button = QPushButton(self.tr("就比这些"))
        self.rank_button.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        note = self.tr("数字是景库里那里的取景地。城市越多，排得越久。")
        column.addWidget(label(note, role="second", wrap=True))
        column.addWidget(area, 1)
        column.addLayout(dialog_foot(self, self.rank_button, self.tr("不改")))

    def _ticked(self) -> list[str]:
        return [city for city, box in self.boxes.items() if box.isChecked()]

    def _check(self) -> None:
        self.rank_button.setEnabled(bool(self._ticked()))

    def _take(self) -> None:
        ticked = self._ticked()
        four = set(ticked) == set(self._session.state.home_cities)
        self._session.set_cities(() if four else ticked)
        self.accept()
