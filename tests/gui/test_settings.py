"""What is remembered: typed, with defaults, and nothing that the table does not name."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui import settings as table
from gui.settings import Setting, Settings, size_class


@pytest.fixture
def kept(tmp_path):
    return Settings(tmp_path / "window.ini")


def reopened(tmp_path):
    return Settings(tmp_path / "window.ini")


def test_everything_has_a_default_of_its_type(kept):
    for setting in table.TABLE.values():
        assert kept.get(setting) == setting.default
        assert type(kept.get(setting)) is type(setting.default)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (table.LANGUAGE, "en"),
        (table.THEME, "sunlit"),
        (table.TEXT_SCALE, 1.25),
        (table.GEOMETRY, bytes(range(256))),
        (table.LAST_FOLDER, "剧本/第 2 稿"),
        (table.RECENT, ("一,二.txt", "三.txt")),
        (table.RECENT, ("one.txt",)),
        (table.RECENT, ()),
        (table.SPLITTERS["sites", "small"], b"\x00\xff"),
    ],
)
def test_a_value_comes_back_as_it_went(kept, tmp_path, setting, value):
    kept.put(setting, value)
    kept.flush()
    assert reopened(tmp_path).get(setting) == value


@pytest.mark.parametrize("setting", [Setting("colour", "red"), Setting("language", "fr")])
def test_an_unknown_key_is_a_bug(kept, setting):
    with pytest.raises(KeyError):
        kept.get(setting)
    with pytest.raises(KeyError):
        kept.put(setting, setting.default)


def test_keys_stand_once():
    assert all(key == setting.key for key, setting in table.TABLE.items())
    count = sum(isinstance(value, Setting) for value in vars(table).values())
    assert len(table.TABLE) == count + len(table.SPLITTERS) + len(table.DIALOGS)


@pytest.mark.parametrize("text", ["language=klingon", "text_scale=wide", "window\\geometry=7"])
def test_a_file_with_nonsense_reads_as_defaults(tmp_path, text):
    (tmp_path / "window.ini").write_text(f"[General]\n{text}\n", encoding="utf-8")
    kept = reopened(tmp_path)
    assert all(kept.get(one) == one.default for one in table.TABLE.values())


def test_recent_files_newest_first_and_few(kept):
    for number in [*range(12), 5]:
        kept.remember_file(Path("folder") / f"{number}.txt")
    recent = kept.get(table.RECENT)
    assert [Path(name).stem for name in recent] == ["5", "11", "10", "9", "8", "7", "6", "4"]
    assert kept.get(table.LAST_FOLDER) == "folder"


def test_size_classes_follow_the_pictures():
    assert [size_class(width) for width in (1366, 1440, 2560)] == ["small", "medium", "large"]
