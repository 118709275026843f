"""The two menus and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.pages.words import export_word, plan_word
from gui.session import State
from gui.settings import THEME

Do = Callable[[], object]
BREAKDOWNS = (".xlsx", ".csv", ".uss")
PLANS = (".pdf", ".xlsx", ".ics", ".uss")
FIELD_WORK = (
    "field_pack",
    "field_open",
    "field_merge",
    "history",
    "register",
    "backups",
    "passphrase",
)


class Menus(QWidget):
    """Actions with their keys; ``retranslate`` writes all texts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.project = QMenu(parent)
        self.settings = QMenu(parent)
        self.recent = QMenu(self.project)
        self.export = QMenu(self.project)
        self.money = QMenu(self.project)
        self.field = QMenu(self.project)
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

    def enable(self, state: State) -> None:
        """Offer what can be done in ``state``."""
        shown, ranked = state.shown, state.ranking is not None
        scenes = shown is not None and bool(shown.scenes)
        laid = state.plan is not None and bool(state.plan.days)
        on = {
            "open": state.ready,
            "by_hand": state.ready,
            "request": state.ready,
            "close_script": shown is not None,
            "sets": scenes,
            "lock": scenes,
            "add_site": state.ready,
            "import": state.ready,
            "cities": state.ready,
            "export_map": ranked,
            "export_ranking": ranked,
            "export_accounts": state.account is not None,
            "policies": state.ready,
            "rates": state.ready,
            "press": state.ready,
            "parameters": state.ready,
            **{f"export{ending}": scenes for ending in BREAKDOWNS},
            "make_plan": ranked and scenes,
            **{f"plan{ending}": laid for ending in PLANS},
            "export_pitch": state.ready,
            **dict.fromkeys(FIELD_WORK, state.ready),
            "undo": state.can_undo,
            "redo": state.can_redo,
        }
        for name, can in on.items():
            self.actions_by_name[name].setEnabled(can)
        self.actions_by_name["lock"].setChecked(shown is not None and shown.locked)

    def retranslate(self) -> None:
        """Set every text again."""
        texts = {
            "open": self.tr("打开剧本…"),
            "by_hand": self.tr("没有剧本，先列场景"),
            "request": self.tr("粘贴一段要求…"),
            "close_script": self.tr("回到开始页"),
            "sets": self.tr("场景表…"),
            "lock": self.tr("锁定场号"),
            "add_site": self.tr("添一处取景地…"),
            "import": self.tr("导入取景地…"),
            "cities": self.tr("比哪些城市…"),
            "export_map": self.tr("地图（网页）…"),
            "export_ranking": self.tr("排名 Excel（.xlsx）…"),
            "export_accounts": self.tr("费用明细 Excel（.xlsx）…"),
            "policies": self.tr("政策库…"),
            "rates": self.tr("我的行价…"),
            "press": self.tr("核对一条报道…"),
            "parameters": self.tr("拉动的参数…"),
            **{f"export{ending}": export_word(ending) for ending in BREAKDOWNS},
            "make_plan": self.tr("排一排"),
            **{f"plan{ending}": plan_word(ending) for ending in PLANS},
            "export_pitch": self.tr("推介包…"),
            "field_pack": self.tr("做外勘包…"),
            "field_open": self.tr("打开外勘包…"),
            "field_merge": self.tr("合回来…"),
            "history": self.tr("这处的历史…"),
            "register": self.tr("登记…"),
            "backups": self.tr("备份和恢复…"),
            "passphrase": self.tr("口令…"),
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
        self._name_menus()

    def _name_menus(self) -> None:
        told = self.tr("场号从此不变：以后加的场编成 3A，不拍的留着号，写“省略”。")
        self.actions_by_name["lock"].setToolTip(told)
        self.project.setToolTipsVisible(True)
        self.export.setTitle(self.tr("导出"))
        self.money.setTitle(self.tr("费用"))
        self.field.setTitle(self.tr("外勘和数据"))
        self.recent.setTitle(self.tr("最近打开的"))
        self.themes.setTitle(self.tr("外观"))
