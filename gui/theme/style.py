"""The style sheet: one template, filled from a palette."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from string import Template

from gui.theme import fonts
from gui.theme.palette import Palette

_ICONS = (Path(__file__).resolve().parents[2] / "assets" / "icons").as_posix()
_SHEET = Template(
    """
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[ground="win"] { background: $win; }
QWidget[ground="panel"], QFrame[pane="true"] { background: $panel; }
QWidget[ground="card"] { background: $card; }
QFrame[card="true"] { background: $card; border: ${rule}px solid $hair; border-radius: 8px; }
QFrame[popover="true"] { background: $panel; border: ${rule}px solid $line; border-radius: 7px; }
QFrame[side="off"] { background: $card; border: ${rule}px solid $line; border-radius: 8px; }
QFrame[side="on"] { background: $sel; border: 2px solid $link; border-radius: 8px; }
QFrame[side]:focus { border: 2px solid $link; }
QFrame[retag="true"] { background: $card; border: ${rule}px solid $link; border-radius: 7px; }
QFrame[tray="true"] { background: $card; border: ${rule}px dashed $warn; border-radius: 6px; }
QFrame[tray="true"]:focus, QFrame[tray="true"][on="true"] { border: 2px solid $link; }
QFrame[hair="bottom"] { border: none; border-bottom: ${rule}px solid $hair; }
QFrame[hair="top"] { border: none; border-top: ${rule}px solid $hair; }
QFrame[pick] { border: none; border-left: 3px solid transparent;
  border-bottom: ${rule}px solid $hair; }
QFrame[pick="on"] { background: $sel; border-left-color: $link; }
QFrame[rule="h"] { background: $hair; border: none; max-height: 1px; min-height: 1px; }
QFrame[rule="v"] { background: $hair; border: none; max-width: 1px; min-width: 1px; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; }
QScrollArea { border: none; }

QLabel { background: transparent; }
QLabel[role="hero"] { font-size: ${hero}px; font-weight: 500; }
QLabel[role="key"] { font-size: ${key}px; font-weight: 500; }
QLabel[role="empty"] { font-size: ${title}px; font-weight: bold; }
QLabel[role="heading"] { font-size: ${tab}px; font-weight: bold; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="second"] { color: $ink2; }
QLabel[role="caption"] { font-size: ${caption}px; color: $ink3; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="err"] { color: $err; }
QLabel[tone="ok"] { color: $ok; }
QLabel[chip] { font-size: ${caption}px; border-radius: 3px; padding: 1px 7px; background: $sunk; }
QLabel[chip="flag"] { background: transparent; border: ${rule}px solid $line; }
QLabel[chip="warn"] { background: $warn_bg; color: $warn; }
QLabel[chip="err"] { background: $err_bg; color: $err; }
QLabel[chip="ok"] { background: $ok_bg; color: $ok; }
QLabel[chip="sel"] { background: $sel; color: $ink; }
QFrame[part] { background: $sunk; border-radius: 4px; }
QFrame[part="sel"] { background: $sel; }
QFrame[part="float"] { background: $sel; border: ${rule}px solid $line; }
QFrame[part] QLabel { font-size: ${caption}px; }

QPushButton, QToolButton { background: $card; border: ${rule}px solid $line; border-radius: 5px;
  padding: 0 11px; min-height: ${button}px; }
QToolButton { padding: 0 7px; }
QPushButton:hover, QToolButton:hover { border-color: $off; }
QPushButton:pressed, QToolButton:pressed { background: $sunk; }
QPushButton:focus, QToolButton:focus { border: 2px solid $link; padding: 0 10px;
  min-height: ${button_in}px; }
QToolButton:focus { padding: 0 6px; }
QPushButton:disabled, QToolButton:disabled { color: $off; border-color: $hair; }
QPushButton[main="true"] { background: $prim; color: $on_prim; border-color: $prim; }
QPushButton[main="true"]:hover { background: $ink2; border-color: $ink2; }
QPushButton[main="true"]:focus { border: 2px solid $link; }
QPushButton[main="true"]:disabled { background: $sunk; color: $off; border-color: $sunk; }
QPushButton[small="true"], QToolButton[small="true"] { min-height: ${small}px; padding: 0 8px; }
QPushButton[small="true"]:focus { min-height: ${small_in}px; padding: 0 7px; }
QPushButton[quiet="true"], QToolButton[quiet="true"] { background: transparent;
  border: ${rule}px solid transparent; }
QPushButton[quiet="true"] { color: $link; padding: 0 4px; }
QPushButton[quiet="true"]:hover { text-decoration: underline; }
QToolButton[quiet="true"]:hover { background: $sunk; }
QPushButton[quiet="true"]:focus, QToolButton[quiet="true"]:focus { border: 2px solid $link; }
QPushButton[caption="true"] { font-size: ${caption}px; padding: 0 2px; min-height: ${small_in}px; }
QPushButton[flag="true"] { background: transparent; font-size: ${caption}px; border-radius: 3px;
  min-height: ${small_in}px; padding: 0 7px; }
QPushButton[flag="true"]:focus { padding: 0 6px; }
QPushButton[row="true"] { background: transparent; border: ${rule}px solid transparent;
  text-align: left; padding: 0 2px; min-height: 0; }
QPushButton[row="true"]:hover { color: $link; }
QPushButton[row="true"]:focus { border: 2px solid $link; padding: 0 1px; min-height: 0; }
QPushButton[strong="true"] { font-weight: bold; }
QToolButton[cross="true"] { padding: 0 4px; min-height: ${small_in}px; }
QToolButton[cross="true"]:focus { padding: 0 3px; }
QPushButton[plain="true"] { background: transparent; border: ${rule}px solid transparent; }
QPushButton[plain="true"]:hover { background: $sunk; }
QPushButton[plain="true"]:focus { border: 2px solid $link; }
QToolButton::menu-indicator { image: none; width: 0; }

QFrame[segments="true"] { background: $card; border: ${rule}px solid $line; border-radius: 5px; }
QFrame[segments="true"] QToolButton { border: none; border-radius: 4px; background: transparent;
  padding: 0 10px; min-height: ${small}px; }
QFrame[segments="true"] QToolButton:hover { background: $sunk; }
QFrame[segments="true"] QToolButton:checked { background: $prim; color: $on_prim; }
QFrame[segments="true"] QToolButton:focus { border: 2px solid $link; padding: 0 8px;
  min-height: ${small_in}px; }
QFrame[segments="true"][big="true"] QToolButton { min-height: ${big_in}px; padding: 0 4px;
  border-radius: 0; border-left: ${rule}px solid $hair; }
QFrame[segments="true"][big="true"] QToolButton[edge="true"] { border-left: none; }
QFrame[segments="true"][big="true"] QToolButton:checked { border-left-color: $prim; }
QFrame[segments="true"][big="true"]:focus { border: 2px solid $link; }
QPushButton[big="true"], QToolButton[big="true"] { min-height: ${big_in}px; }
QToolButton[answer="true"] { padding: 0 10px; }
QToolButton[answer="true"]:checked { background: $prim; color: $on_prim; border-color: $prim; }

QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox, QPlainTextEdit, QTextEdit {
  background: $card; border: ${rule}px solid $line; border-radius: 5px; padding: 0 8px;
  min-height: ${field}px; selection-background-color: $sel; selection-color: $ink; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QDateEdit:hover, QComboBox:hover {
  border-color: $off; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QComboBox:focus,
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $link; padding: 0 7px;
  min-height: ${field_in}px; }
QLineEdit[big="true"], QComboBox[big="true"] { min-height: ${big}px; }
QLineEdit[big="true"]:focus, QComboBox[big="true"]:focus { min-height: ${big_in}px; }
QLineEdit[wrong="true"], QLineEdit[wrong="true"]:focus { border-color: $err; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QDateEdit:disabled,
QComboBox:disabled { color: $off; background: $panel; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { padding: 0; border: none; min-height: 0;
  background: transparent; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right;
  width: 18px; border: none; background: transparent; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right;
  width: 18px; border: none; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$icons/arrow-up.svg"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$icons/arrow-down.svg"); width: 10px; height: 10px; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 18px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$icons/arrow-down.svg"); width: 14px;
  height: 14px; }
QComboBox QAbstractItemView { background: $panel; border: ${rule}px solid $line; outline: 0;
  selection-background-color: $sel; selection-color: $ink; }
QCheckBox, QRadioButton { spacing: 7px; background: transparent; min-height: ${small}px; }
QCheckBox:focus, QRadioButton:focus { color: $link; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: $card;
  border: 1px solid $off; border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate { background: $prim;
  border-color: $prim; image: url("$icons/$tick.svg"); }
QRadioButton::indicator:checked { border: 5px solid $prim; width: 6px; height: 6px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $link; }
QCheckBox::indicator:disabled { background: $sunk; border-color: $hair; }

QTabBar { background: transparent; border: none; font-size: ${tab}px; }
QTabBar::tab { background: transparent; color: $ink2; padding: 10px 4px 11px 4px;
  margin: 0 8px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:selected { color: $ink; font-weight: bold; border-bottom: 2px solid $ink; }
QTabBar::tab:selected:focus { border-bottom: 2px solid $link; }
QTabBar::tab:disabled { color: $off; }

QAbstractItemView { background: $panel; border: none; outline: 0; color: $ink;
  selection-background-color: $sel; selection-color: $ink; }
QListView[popover="true"] { background: $panel; border: ${rule}px solid $line; padding: 3px; }
QListView[popover="true"]::item { padding: 4px 8px; border-radius: 4px; }
QListView[popover="true"]::item:selected, QListView[popover="true"]::item:hover {
  background: $sel; color: $ink; }
QListView[desk="true"]::item { padding-left: 9px; border-left: 3px solid transparent; }
QListView[desk="true"]::item:selected { border-left-color: $link; background: $sel; color: $ink; }
QTableView, QTreeView { gridline-color: $hair; alternate-background-color: $panel; }
QTreeView::item { min-height: ${row}px; border: none; }
QTreeView::item:selected, QTableView::item:selected { background: $sel; color: $ink; }
QTreeView[table="true"]::item { border-bottom: ${rule}px solid $hair; padding: 0 8px; }
QTreeView[table="true"] QHeaderView::section { padding: 4px 8px; }
QTableView::item { border-bottom: ${rule}px solid $hair; padding: 0 4px; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $ink3; font-size: ${caption}px; border: none;
  border-bottom: ${rule}px solid $hair; padding: 4px; }
QTableCornerButton::section { background: $panel; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: $off; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hair; }
QSplitter::handle:hover { background: $line; }

QSlider { background: transparent; min-height: 24px; }
QSlider::groove:horizontal { height: 3px; background: $line; border-radius: 1px; }
QSlider::sub-page:horizontal { height: 3px; background: $fit; border-radius: 1px; }
QSlider::handle:horizontal { width: 10px; height: 10px; margin: -6px 0; border-radius: 7px;
  border: 2px solid $fit; background: $card; }
QSlider::handle:horizontal:focus { background: $link; }
QSlider[criterion="cost"]::sub-page:horizontal { background: $cost; }
QSlider[criterion="cost"]::handle:horizontal { border-color: $cost; }
QSlider[criterion="subsidy"]::sub-page:horizontal { background: $subsidy; }
QSlider[criterion="subsidy"]::handle:horizontal { border-color: $subsidy; }
QSlider[criterion="uplift"]::sub-page:horizontal { background: $uplift; }
QSlider[criterion="uplift"]::handle:horizontal { border-color: $uplift; }
QProgressBar { background: $hair; border: none; border-radius: 3px; min-height: 6px;
  max-height: 6px; }
QProgressBar::chunk { background: $fit; border-radius: 3px; }

QMenu { background: $panel; border: ${rule}px solid $line; border-radius: 7px; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $off; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 8px; }
QToolTip { background: $panel; color: $ink; border: ${rule}px solid $line; padding: 4px 6px; }
QStatusBar { background: $panel; border-top: ${rule}px solid $hair; color: $ink3;
  font-size: ${caption}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { padding: 0 6px; color: $ink3; font-size: ${caption}px; }

QFrame[strip] { border: none; border-left: 3px solid $ink2; background: $sunk;
  border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QFrame[strip="err"] { background: $err_bg; border-left-color: $err; }
QFrame[strip="warn"] { background: $warn_bg; border-left-color: $warn; }
QFrame[strip="ok"] { background: $ok_bg; border-left-color: $ok; }
QFrame[field="true"] { background: $card; border: ${rule}px solid $line; border-radius: 5px; }
QFrame[field="true"] QLineEdit { border: none; background: transparent; padding: 0; }
QFrame[field="true"][on="true"] { border: 2px solid $link; }
QLabel[key="true"] { font-size: ${caption}px; color: $ink3; border: ${rule}px solid $line;
  border-radius: 3px; padding: 0 4px; }
"""
)


def app_style(palette: Palette, scale: float = 1.0) -> str:
    """The whole style sheet for ``palette``, text ``scale`` times as large as drawn."""

    def text(px: int) -> int:
        return round((px + palette.grow) * scale)

    # a control's QSS height leaves out its borders; the focus ring takes 1 px more on each side
    button = max(round(palette.target * scale) - 2, 22)
    small = button if palette.target >= 40 else max(round(24 * scale) - 2, 20)
    field = max(round((palette.target - 1) * scale) - 2, 22)
    # for cold fingers: 44 px with its borders
    big = round(44 * scale) - 2
    sizes = {
        "hero": text(fonts.HERO),
        "key": text(fonts.KEY),
        "title": text(fonts.TITLE),
        "tab": text(fonts.TAB),
        "caption": text(fonts.CAPTION),
        "rule": 2 if palette.hairline > 1 else 1,
        "button": button,
        "button_in": button - 2,
        "small": small,
        "small_in": small - 2,
        "field": field,
        "big": big,
        "big_in": big - 2,
        "field_in": field - 2,
        "icons": _ICONS,
        "tick": "tick-black" if palette.dark else "tick-white",
        "row": round(palette.target * scale),
    }
    return _SHEET.substitute({**asdict(palette), **sizes})
