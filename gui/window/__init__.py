"""The window: places pages, menus and bars; opens and closes."""

from __future__ import annotations

from gui.window.build import build_window, run
from gui.window.main_window import MainWindow
from gui.window.shots import shoot

__all__ = ["MainWindow", "build_window", "run", "shoot"]
