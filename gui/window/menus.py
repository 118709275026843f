"""The two menus and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.settings import THEME

Do = Callable[[], object]


class Menus(QWidget):
    """Actions with their keys; ``retranslate`` writes all texts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.project = QMenu(parent)
        self.settings = QMenu(parent)
        self.recent = QMenu(self.project)
        self.themes = QMenu(self.settings)
        self.actions_by_name: dict[str, QAction] = {}
        self._window = parent
        self._theme_group = QActionGroup(self)

    def add(
        self, name: str, do: Do, *, menu: QMenu | None = None, keys: str | list[str] = ""
    ) -> QAction:
        """An action called ``name`` in the code, in ``menu`` or on its ``keys`` alone."""
        action = QAction(self._window)
        action.triggered.connect(lambda _checked=False: do())
        shortcuts = [keys] if isinstance(keys, str) else keys
        action.setShortcuts([QKeySequence(key) for key in shortcuts if key])
        self._window.addAction(action)
        if menu is not None:
            menu.addAction(action)
        self.actions_by_name[name] = action
        return action

    def offer_themes(self, present: str, choose: Callable[[str], object]) -> None:
        """The themes as an exclusive choice."""
        for name in THEME.choices:
            action = self.add(f"theme_{name}", partial(choose, name), menu=self.themes)
            action.setCheckable(True)
            action.setChecked(name == present)
            self._theme_group.addAction(action)

    def show_recent(self, names: tuple[str, ...], read: Callable[[Path], object]) -> None:
        """List the files opened last; those that are gone are left out."""
        self.recent.clear()
        for path in map(Path, names):
            if path.exists():
                action = self.recent.addAction(path.name)
                action.setToolTip(str(path))
                action.triggered.connect(lambda _checked=False, path=path: read(path))
        self.recent.setEnabled(not self.recent.isEmpty())

    def retranslate(self) -> None:
        """Set every text again."""
        texts = {
            "open": self.tr("打开剧本…"),
            "by_hand": self.tr("没有剧本，先列场景"),
            "close_script": self.tr("回到开始页"),
            "add_site": self.tr("添一处取景地…"),
            "import": self.tr("导入取景地…"),
            "cities": self.tr("比哪些城市…"),
            "export_map": self.tr("导出地图（网页）…"),
            "export_ranking": self.tr("导出排名（Excel）…"),
            "undo": self.tr("撤销"),
            "redo": self.tr("重做"),
            "quit": self.tr("退出"),
            "theme_system": self.tr("跟着系统"),
            "theme_light": self.tr("浅色"),
            "theme_dark": self.tr("深色"),
            "theme_sunlit": self.tr("户外（强光）"),
            "larger": self.tr("字大一点"),
            "smaller": self.tr("字小一点"),
            "log": self.tr("日志所在的文件夹"),
            "about": self.tr("关于勘景"),
        }
        for name, action in self.actions_by_name.items():
            action.setText(texts.get(name, name))
        self.recent.setTitle(self.tr("最近打开的"))
        self.themes.setTitle(self.tr("外观"))
