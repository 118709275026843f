"""What the window remembers between two sittings: one table of keys with type and default."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar, cast

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", str, float, bytes, tuple[str, ...])

PAGES = ("script", "sites", "money", "defend", "plan", "pitch", "field")
SIZE_CLASSES = ("small", "medium", "large")
# px of the left and the right pane until the user moves them; the middle takes the rest
PANES: dict[str, dict[str, tuple[int, int]]] = {
    "script": {"small": (216, 372), "medium": (236, 400), "large": (300, 480)},
    "sites": {"small": (248, 420), "medium": (296, 460), "large": (340, 560)},
    "money": {"small": (264, 0), "medium": (280, 392), "large": (340, 520)},
    "defend": {"small": (420, 332), "medium": (460, 368), "large": (620, 560)},
    # two panes: the board takes what is left
    "plan": {"small": (0, 384), "medium": (0, 412), "large": (0, 560)},
    "pitch": {"small": (256, 304), "medium": (272, 336), "large": (340, 460)},
    "field": {"small": (236, 372), "medium": (272, 436), "large": (360, 620)},
}
MEDIUM_FROM, LARGE_FROM = 1400, 2200
RECENT_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One remembered value."""

    key: str
    default: T
    choices: tuple[T, ...] = ()


LANGUAGE = Setting("language", "zh", ("zh", "en"))
THEME = Setting("theme", "system", ("system", "light", "dark", "sunlit"))
TEXT_SCALE = Setting("text_scale", 1.0)
GEOMETRY = Setting("window/geometry", b"")
LAST_FOLDER = Setting("last_folder", "")
RECENT: Setting[tuple[str, ...]] = Setting("recent", ())
PAGE = Setting("window/page", "script", PAGES)
WHO = Setting("who", "")
"""Who works at this machine; stands with every change."""
BEFORE_SUNLIT = Setting("field/theme_before", "system", ("system", "light", "dark"))
PACK = Setting("field/pack", "")
PLACE = Setting("field/place", "")
"""The pack that was worked in and the place shown: a lid shut in the field loses neither."""
PORT = Setting("field/port", "")
BAUD = Setting("field/baud", "9600")
WATCHED = Setting("field/watched", "")
SPLITTERS: dict[tuple[str, str], Setting[bytes]] = {
    (page, size): Setting(f"splitter/{page}/{size}", b"") for page in PAGES for size in SIZE_CLASSES
}
DIALOGS: dict[str, Setting[bytes]] = {
    name: Setting(f"dialog/{name}", b"")
    for name in (
        "backups",
        "claims",
        "criterion",
        "field_places",
        "field_pack",
        "history",
        "parameters",
        "parcel",
        "photos",
        "pitch_files",
        "pitch_places",
        "plan_due",
        "plan_sites",
        "plan_wishes",
        "policies",
        "policy",
        "press",
        "rates",
        "register",
    )
}
AnySetting: TypeAlias = Setting[str] | Setting[float] | Setting[bytes] | Setting[tuple[str, ...]]
_ALL: tuple[AnySetting, ...] = (
    LANGUAGE,
    THEME,
    TEXT_SCALE,
    GEOMETRY,
    LAST_FOLDER,
    RECENT,
    PAGE,
    WHO,
    BEFORE_SUNLIT,
    PACK,
    PLACE,
    PORT,
    BAUD,
    WATCHED,
    *SPLITTERS.values(),
    *DIALOGS.values(),
)
TABLE: dict[str, AnySetting] = {setting.key: setting for setting in _ALL}


def size_class(width: int) -> str:
    """Which set of splitter positions a window ``width`` px wide uses."""
    if width >= LARGE_FROM:
        return "large"
    return "medium" if width >= MEDIUM_FROM else "small"


class Settings:
    """Typed reading and writing; anything strange in the file reads as the default."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """The value of ``setting``; KeyError when the table does not know it."""
        raw = self._store.value(self._known(setting))
        if raw is None:
            return setting.default
        value = _typed(raw, setting.default)
        if setting.choices and value not in setting.choices:
            return setting.default
        return value

    def put(self, setting: Setting[T], value: T) -> None:
        """Remember ``value``; KeyError when the table does not know ``setting``."""
        key = self._known(setting)
        if isinstance(value, bytes):
            self._store.setValue(key, QByteArray(value))
        elif isinstance(value, tuple):
            self._store.setValue(key, list(value))
        else:
            self._store.setValue(key, value)

    def remember_file(self, path: Path) -> None:
        """Put ``path`` first among the recent files."""
        name = str(path)
        older = [one for one in self.get(RECENT) if one != name]
        self.put(RECENT, (name, *older)[:RECENT_LIMIT])
        self.put(LAST_FOLDER, str(path.parent))

    def flush(self) -> None:
        """Write to disk now."""
        self._store.sync()

    @staticmethod
    def _known(setting: Setting[T]) -> str:
        if TABLE[setting.key].default != setting.default:
            raise KeyError(setting.key)
        return setting.key


def _typed(raw: object, default: T) -> T:
    """``raw`` as the type of ``default``: an INI file gives numbers and flags back as text."""
    try:
        value = _convert(raw, default)
    except (TypeError, ValueError):
        return default
    return cast("T", value)


def _convert(raw: object, default: object) -> object:
    if isinstance(default, bytes):
        return bytes(raw.data()) if isinstance(raw, QByteArray) else b""
    if isinstance(default, tuple):
        parts = raw if isinstance(raw, (list, tuple)) else [raw]
        return tuple(str(part) for part in parts if part)
    if isinstance(default, float):
        return float(str(raw))
    return str(raw)
