"""What else can be done with the form, under its three dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from gui.pages.field.page import FieldPage


def fill_menu(menu: QMenu, page: FieldPage) -> None:
    """Hang on ``menu`` what can be done now."""
    session, field = page.session, page.state.outdoors
    menu.clear()
    undo = menu.addAction(
        QCoreApplication.translate("FormMenu", "撤销上一个改动"), session.undo_answer
    )
    undo.setEnabled(field.can_undo)
    sheet = page.form.sheet()
    if sheet is not None and sheet.done:
        menu.addAction(QCoreApplication.translate("FormMenu", "这一处还没做完"), page.form.reopen)
    menu.addAction(QCoreApplication.translate("FormMenu", "在大地图上看"), page.show_on_map)
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("FormMenu", "自己加几行…"), page.own_lines)
    menu.addAction(QCoreApplication.translate("FormMenu", "打印空白表（PDF）…"), page.print_form)
    who = QCoreApplication.translate("FormMenu", "我是{name}，换个名字…").format(name=session.who)
    if session.who:
        menu.addAction(who, page.who.ask)
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("FormMenu", "打开别的外勘包…"), page.choose_pack)
    packed = field.desk is not None and field.desk.pack is not None
    shut = (
        QCoreApplication.translate("FormMenu", "收起这个包")
        if packed
        else QCoreApplication.translate("FormMenu", "收起这张表")
    )
    menu.addAction(shut, session.close_desk)
