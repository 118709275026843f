"""Windows and pages over the stand-in, drawn once the loop has turned."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from gui import theme
from gui.session import Session
from gui.task import InstantPool
from tests.gui.stand_in import StandIn

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.fixture(autouse=True)
def _dressed_as_new(qapp):
    """Every test begins in Chinese, light, at normal size, whatever the last one wore."""
    if (theme.current(), theme.language(), theme.text_scale()) != (theme.LIGHT, "zh", 1.0):
        theme.apply(qapp, theme.LIGHT, "zh")


@pytest.fixture
def stand_in():
    return StandIn()


@pytest.fixture
def desk(qtbot, qapp, stand_in, tmp_path):
    """A session over the stand-in that answers at once, with its script read."""
    theme.apply(qapp, theme.LIGHT, "zh")
    session = Session(stand_in, ASSETS, tmp_path, pool=InstantPool())
    session.open()
    session.take_in(Path("一曲姑苏.txt"))
    yield session
    session.close()


@pytest.fixture
def shown(qtbot):
    """Show a widget at a size and wait until it is there."""

    def show(widget, width=1440, height=900):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def snap(qapp, tmp_path):
    """Write a photo of one colour and a size under a name; its path."""

    def make(name="a.jpg", width=30, height=40, colour="teal"):
        path = tmp_path / name
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(path))
        return path

    return make
