"""Where we are: from a receiver, a phone's GPX, or typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import settings as remembered
from gui.pages.field.words import accuracy_word, moment_word
from gui.pages.typed import doubt_of_degrees, read_degrees
from gui.session import Session
from gui.settings import Settings
from gui.widgets.fields import StillBox
from gui.widgets.pane import label, mark
from gui.widgets.popover import Popover

BAUDS = ("4800", "9600", "38400", "57600", "115200")
DATUMS = ("wgs84", "gcj02", "bd09")
WIDTH, PORT_WIDTH = 380, 150


class PositionPopover(Popover):
    """Everything at once, so that there is nothing to look for in the cold."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.setFixedWidth(WIDTH)
        self._now = label(role="strong", wrap=True)
        self.port, self.baud = StillBox(), StillBox()
        self.baud.addItems(list(BAUDS))
        self.port.setEditable(True)
        self.port.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.port.setMinimumWidth(PORT_WIDTH)
        self.listen, self.again = QPushButton(), QPushButton()
        self.port.editTextChanged.connect(lambda _: self._may_listen())
        box = self.port.lineEdit()
        if box is not None:
            box.returnPressed.connect(self.listen.click)
        self.listen.clicked.connect(self._turn)
        self.again.setProperty("plain", "true")
        self.again.clicked.connect(self._find_ports)
        self.gpx = QPushButton()
        self.gpx.clicked.connect(self._choose_track)
        self.point, self.datum = QLineEdit(), StillBox()
        self.point.textChanged.connect(lambda _: self._check())
        self.point.returnPressed.connect(self._take_point)
        self.here = QPushButton()
        self.here.clicked.connect(self._take_point)
        self._told = label(role="caption", wrap=True)
        self._heads = [label(role="second") for _ in range(3)]
        self._lay_out()
        self.retranslate()
        session.changed.connect(self._hear)

    def _lay_out(self) -> None:
        receiver, typed = QHBoxLayout(), QHBoxLayout()
        for part in (self.port, self.baud, self.listen):
            receiver.addWidget(part, 1 if part is self.port else 0)
        typed.addWidget(self.point, 1)
        typed.addWidget(self.datum)
        typed.addWidget(self.here)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._now)
        first, second, third = self._heads
        column.addSpacing(4)
        head = QHBoxLayout()
        head.addWidget(first, 1)
        head.addWidget(self.again)
        column.addLayout(head)
        column.addLayout(receiver)
        column.addSpacing(4)
        column.addWidget(second)
        column.addWidget(self.gpx)
        column.addSpacing(4)
        column.addWidget(third)
        column.addLayout(typed)
        column.addWidget(self._told)

    def fit(self) -> None:
        """Look for receivers as it opens."""
        self._find_ports()
        self._tell()
        super().fit()

    def first(self) -> QWidget:
        """The receiver where there is one, else the field to type in."""
        return self.listen if self.listen.isEnabled() else self.point

    # ---- receiver

    def _find_ports(self) -> None:
        state = self._session.state
        ports = self._session.ports()
        wanted = state.outdoors.port or self._settings.get(remembered.PORT)
        self.port.clear()
        self.port.addItems(list(ports))
        # one that was typed before is not among those found, and is meant all the same
        self.port.setEditText(wanted or (ports[0] if ports else ""))
        self.baud.setCurrentText(self._settings.get(remembered.BAUD))
        self._may_listen()

    def _may_listen(self) -> None:
        named = bool(self.port.currentText().strip())
        self.listen.setEnabled(named or bool(self._session.state.outdoors.port))

    def _turn(self) -> None:
        if self._session.state.outdoors.port:
            self._session.stop_listening()
            return
        port, baud = self.port.currentText().strip(), self.baud.currentText()
        if not port:
            return
        self._settings.put(remembered.PORT, port)
        self._settings.put(remembered.BAUD, baud)
        self._session.listen(port, int(baud))

    # ---- track

    def _choose_track(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.parentWidget(),
            self.tr("打开轨迹"),
            self._settings.get(remembered.LAST_FOLDER),
            self.tr("GPX 轨迹") + " (*.gpx)",
        )
        if name:
            self._settings.put(remembered.LAST_FOLDER, str(Path(name).parent))
            self._session.read_track(Path(name))

    # ---- typed

    def _check(self) -> None:
        degrees = read_degrees(self.point.text())
        self.here.setEnabled(degrees is not None)
        mark(self.point, wrong="true" if self.point.text().strip() and degrees is None else "false")

    def _take_point(self) -> None:
        degrees, doubt = read_degrees(self.point.text()), doubt_of_degrees(self.point.text())
        if degrees is not None and doubt is not None:
            self._session.set_typed_fix(*degrees, DATUMS[self.datum.currentIndex()], doubt)
            self.hide()

    # ---- words

    def _hear(self, changes: object) -> None:
        if self.isVisible():
            self._tell()

    def _tell(self) -> None:
        field, lang = self._session.state.outdoors, self._session.state.language
        fix = field.fix
        if fix is not None:
            parts = [f"{fix.lat:.5f}, {fix.lon:.5f}", accuracy_word(fix)]
            if fix.estimated and fix.source == "typed":
                parts.append(self.tr("（按小数位数估的）"))
            elif fix.estimated:
                parts.append(self.tr("（按卫星分布估的）"))
            if fix.satellites is not None:
                parts.append(self.tr("{n} 颗卫星").format(n=fix.satellites))
            if fix.when:
                parts.append(moment_word(fix.when, lang))
            self._now.setText("  ".join(parts))
        elif field.port:
            self._now.setText(self.tr("在等定位。到露天、窗边等一会儿。"))
        else:
            self._now.setText(self.tr("我们在哪？"))
        self.listen.setText(self.tr("停") if field.port else self.tr("开始"))
        track = field.track
        if track is not None:
            told = self.tr("{n} 个点").format(n=f"{len(track.fixes):,}")
            if track.refused:
                told += self.tr("，{n} 处读不了").format(n=track.refused)
            self._told.setText(" · ".join(part for part in (track.name, told) if part))
        self._told.setVisible(track is not None)
        self._check()

    def retranslate(self) -> None:
        """Set every text again."""
        words = (
            self.tr("接收机（串口、蓝牙，NMEA）"),
            self.tr("手机记的轨迹"),
            self.tr("手填经纬度"),
        )
        for head, text in zip(self._heads, words, strict=True):
            head.setText(text)
        self.again.setText(self.tr("再找找"))
        self.gpx.setText(self.tr("打开 GPX…"))
        self.point.setPlaceholderText("31.160, 120.720")
        self.here.setText(self.tr("就在这"))
        self.port.setAccessibleName(self.tr("接收机"))
        box = self.port.lineEdit()
        if box is not None:
            box.setPlaceholderText(self.tr("没找到，填端口名"))
        self.baud.setAccessibleName(self.tr("波特率"))
        self.baud.setToolTip(self.tr("每秒多少位，多数接收机是 9600"))
        self.point.setAccessibleName(self.tr("纬度, 经度"))
        self.datum.setAccessibleName(self.tr("坐标系"))
        chosen = max(0, self.datum.currentIndex())
        self.datum.clear()
        self.datum.addItems(
            [self.tr("WGS-84（GPS）"), self.tr("GCJ-02（高德）"), self.tr("BD-09（百度）")]
        )
        self.datum.setCurrentIndex(chosen)
        self._tell()
