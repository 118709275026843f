"""Names of files: whatever a title is, its file stays in its folder and can be opened anywhere."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geo.present.pitch.names import file_stem, one_line
from tests.geo.present.pitch.samples import TRAPS


@given(st.text(max_size=600))
@example("../../etc/passwd")
@example("..")
@example("a" * 59 + ".")
@example("\u202eexe.fdp")
def test_a_stem_is_one_plain_name(text):
    stem = file_stem(text)
    assert 0 < len(stem) <= 60
    assert not set(stem) & set('<>:"/\\|?*\n\r\t\x00')
    assert Path("folder", stem).parent == Path("folder")
    assert Path(stem).name == stem
    assert stem.strip(" .") == stem
    assert file_stem(stem) == stem
    assert len(f"{stem}-手机版.pdf".encode()) <= 255


@given(st.sampled_from(["con", "NUL", "com1", "Lpt9", "aux "]))
def test_devices_are_no_files(name):
    assert file_stem(name) == "pitch"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("《一曲姑苏》可以在吴江拍", "《一曲姑苏》可以在吴江拍"),
        ("  a:b/c ", "a b c"),
        ("", "pitch"),
        ("???", "pitch"),
    ],
)
def test_names_stay_readable(title, stem):
    assert file_stem(title) == stem


@pytest.mark.parametrize("trap", TRAPS)
def test_traps_become_files(trap, tmp_path):
    (tmp_path / f"{file_stem(trap)}.txt").write_text("x", encoding="utf-8")
    assert len(list(tmp_path.iterdir())) == 1


def test_marks_that_turn_text_are_gone():
    assert one_line("\u202eabc\u202c\n d") == "abc d"
