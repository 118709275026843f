"""What stands in the menus of the window, in order, with the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gui import settings as remembered
from gui.window.about import AboutDialog
from gui.window.field_doors import FieldDoors
from gui.window.menus import BREAKDOWNS, PLANS
from gui.window.stage import DEFEND, FIELD, MONEY, PITCH, PLAN, SCRIPT, SITES

if TYPE_CHECKING:
    from gui.window.main_window import MainWindow


def fill_menus(window: MainWindow) -> None:
    """Hang every action on its menu."""
    _project(window)
    _money(window)
    _field(window)
    _export(window)
    _settings(window)
    _keys(window)
    window.top.set_menus(window.menus.project, window.menus.settings)


def _project(window: MainWindow) -> None:
    menus, session, project = window.menus, window.session, window.menus.project
    menus.add("open", window.choose_script, menu=project, keys="Ctrl+O")
    project.addMenu(menus.recent)
    menus.add("by_hand", window.start_page.list_button.click, menu=project)
    menus.add("request", window.paste_request, menu=project, keys="Ctrl+Shift+V")
    menus.add("close_script", session.close_script, menu=project)
    project.addSeparator()
    menus.add("sets", window.show_sets, menu=project, keys="Ctrl+M")
    menus.add("lock", window.lock_numbers, menu=project).setCheckable(True)
    project.addSeparator()
    menus.add("add_site", window.add_site, menu=project, keys="Ctrl+Shift+N")
    menus.add("import", window.import_places, menu=project)
    menus.add("cities", window.choose_cities, menu=project)
    project.addSeparator()
    menus.add("make_plan", window.make_plan, menu=project, keys="Ctrl+Shift+P")
    project.addSeparator()
    project.addMenu(menus.money)
    project.addMenu(menus.field)
    project.addMenu(menus.export)
    project.addSeparator()
    menus.add("undo", window.undo, menu=project, keys="Ctrl+Z")
    menus.add("redo", session.redo, menu=project, keys=["Ctrl+Shift+Z", "Ctrl+Y"])
    project.addSeparator()
    menus.add("quit", window.close, menu=project, keys="Ctrl+Q")


def _money(window: MainWindow) -> None:
    for name in ("policies", "rates", "press", "parameters"):
        window.menus.add(name, partial(window.open_bureau, name), menu=window.menus.money)


def _field(window: MainWindow) -> None:
    menus, doors = window.menus, FieldDoors(window)
    menus.add("field_pack", doors.make_pack, menu=menus.field)
    menus.add("field_open", doors.open_pack, menu=menus.field)
    menus.add("field_merge", doors.merge, menu=menus.field)
    menus.field.addSeparator()
    menus.add("history", doors.history, menu=menus.field, keys="Ctrl+H")
    menus.add("register", doors.register, menu=menus.field)
    menus.field.addSeparator()
    menus.add("backups", doors.backups, menu=menus.field)
    window.notes.backups_asked.connect(doors.backups)
    window.notes.passphrase_asked.connect(doors.passphrase)
    menus.add("passphrase", doors.passphrase, menu=menus.field)


def _export(window: MainWindow) -> None:
    menus, exports = window.menus, window.exports
    menus.add("export_map", exports.map, menu=menus.export, keys="Ctrl+E")
    menus.add("export_ranking", exports.ranking, menu=menus.export, keys="Ctrl+Shift+E")
    menus.add("export_accounts", exports.accounts, menu=menus.export)
    menus.export.addSeparator()
    for ending in BREAKDOWNS:
        menus.add(f"export{ending}", partial(exports.breakdown, ending), menu=menus.export)
    menus.export.addSeparator()
    for ending in PLANS:
        menus.add(f"plan{ending}", partial(exports.plan, ending), menu=menus.export)
    menus.export.addSeparator()
    menus.add("export_pitch", window.make_pack, menu=menus.export)


def _settings(window: MainWindow) -> None:
    menus, looks = window.menus, window.looks
    menus.settings.addMenu(menus.themes)
    menus.offer_themes(window.settings.get(remembered.THEME), looks.wear)
    menus.add("larger", lambda: looks.grow(1), menu=menus.settings, keys="Ctrl++")
    menus.add("smaller", lambda: looks.grow(-1), menu=menus.settings, keys="Ctrl+-")
    menus.settings.addSeparator()
    menus.add("log", window.open_data, menu=menus.settings)
    menus.add("about", lambda: AboutDialog(window).exec(), menu=menus.settings)


def _keys(window: MainWindow) -> None:
    menus = window.menus
    for at, page in enumerate((SCRIPT, SITES, MONEY, DEFEND, PLAN, PITCH, FIELD), 1):
        menus.add(f"page_{page}", partial(window.show_page, page), keys=f"Ctrl+{at}")
    menus.add("fold", window.stage.fold, keys="Ctrl+B")
    menus.add("next_pane", lambda: window.next_pane(1), keys="F6")
    menus.add("last_pane", lambda: window.next_pane(-1), keys="Shift+F6")
