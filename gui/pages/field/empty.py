"""Before there is anything to fill in: what a pack is, and three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.pages.plan.empty import Emptiness
from gui.session import State

MAKE, OPEN, HOME, SHUT = "make", "open", "home", "shut"
"""What a button asks for: make a pack, open one, work in the catalogue, close an empty desk."""


def emptiness(state: State) -> Emptiness | None:
    """Why there is no form; None where there is one."""
    desk = state.outdoors.desk
    if desk is not None and desk.sheets:
        return None
    if not state.ready or state.is_busy("open"):
        return Emptiness(
            QCoreApplication.translate("FieldPage", "在打开…"),
            QCoreApplication.translate("FieldPage", "景库一会儿就好。"),
            icon="camera",
        )
    if state.is_busy("pack"):
        return Emptiness(
            QCoreApplication.translate("FieldPage", "在拿外勘包…"),
            QCoreApplication.translate("FieldPage", "照片多的包要几秒。"),
            icon="camera",
        )
    if desk is not None:
        return Emptiness(
            QCoreApplication.translate("FieldPage", "这个外勘包里没有地方"),
            QCoreApplication.translate("FieldPage", "到了现场，也能在左下角就地加。"),
            (),
            ((SHUT, QCoreApplication.translate("FieldPage", "收起这个包")),),
            "map-pin-question",
        )
    return Emptiness(
        QCoreApplication.translate("FieldPage", "出门看景，带一个外勘包"),
        QCoreApplication.translate(
            "FieldPage",
            "一个文件，装着要看的地方、底图、照片、勘景表、要问的事。拷到哪台电脑都能打开，"
            "不用账号，不用网络。几个人各看各的，回来在右边合到一起。",
        ),
        (
            QCoreApplication.translate("FieldPage", "填一个字存一个字，随时能撤销"),
            QCoreApplication.translate("FieldPage", "照片原件不改动"),
            QCoreApplication.translate("FieldPage", "QGIS、QField 也能打开它、在里面填"),
        ),
        (
            (MAKE, QCoreApplication.translate("FieldPage", "做外勘包…")),
            (OPEN, QCoreApplication.translate("FieldPage", "打开外勘包…")),
            (HOME, QCoreApplication.translate("FieldPage", "不做包，直接在景库里记…")),
        ),
        "clipboard-text",
    )
