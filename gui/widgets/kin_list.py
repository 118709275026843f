"""The sets of a base with what they cost, or the base that a set belongs to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.widgets.detail_view import Kin
from gui.widgets.pane import Pane, label

FEW = 3


class KinList(Pane):
    """``site_asked``: one of them was clicked; ``set_wanted``: a set is to be added."""

    site_asked = Signal(str)
    set_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, QPushButton] = {}
        self._sets: tuple[Kin, ...] | None = None
        self._base: Kin | None = None
        self._all = False
        self._head = label(role="strong")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.add_button = QPushButton()
        self.add_button.setProperty("quiet", "true")
        self.add_button.clicked.connect(self.set_wanted)
        self.all_button = QPushButton()
        self.all_button.setProperty("quiet", "true")
        self.all_button.clicked.connect(self._show_all)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._grid)
        self.retranslate()

    def tell(self, sets: tuple[Kin, ...] | None, base: Kin | None) -> None:
        """Show the ``sets`` of a base (None: it can have none) and the ``base`` of a set."""
        self._sets, self._base, self._all = sets, base, False
        self.add_button.setVisible(sets is not None)
        self.setVisible(sets is not None or base is not None)
        self._list()

    def _show_all(self) -> None:
        self._all = True
        self._list()

    def _list(self) -> None:
        """The figures of the place itself come next: many sets are folded away."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = {}
        kin = (*((self._base,) if self._base else ()), *(self._sets or ()))
        for at, one in enumerate(kin if self._all else kin[:FEW]):
            # a lone & would underline the letter after it
            button = self.rows[one.id] = QPushButton(one.name.replace("&", "&&"))
            button.setProperty("quiet", "true")
            button.clicked.connect(lambda _checked=False, key=one.id: self.site_asked.emit(key))
            price = label(one.price, role="second", wrap=True)
            price.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(button, at, 0, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(price, at, 1)
        self.all_button.setVisible(len(self.rows) < len(kin))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self._head.setText(self.tr("是这里的分景") if self._base else self.tr("分景"))
        self.all_button.setText(self.tr("全部 {n} 个").format(n=len(self._sets or ())))
        self.add_button.setText(self.tr("加一个分景"))
        self.add_button.setToolTip(self.tr("一个棚、一间屋有自己的价，就单列一个"))
