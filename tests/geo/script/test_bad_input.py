"""Files that cannot be read: one code each, with a sentence in both languages and a way out."""

import pytest

from geo.errors import ScriptError
from geo.phrases import LANGUAGES, load_phrases
from geo.progress import finish
from geo.script import read_script
from tests.geo.script.conftest import ASSETS

PHRASES = load_phrases(ASSETS / "phrases")
SCRIPT = "1-1 日 内 客厅\n林晚：你来了。\n"
STORY = "从前有座山，山里有座庙。\n庙里有个老和尚在讲故事。\n" * 30
BILLION_LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>
<FinalDraft><Content><Paragraph Type="Scene Heading"><Text>&lol3;</Text></Paragraph></Content>
</FinalDraft>"""
OUTSIDE_ENTITY = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>
<FinalDraft><Content><Paragraph Type="Scene Heading"><Text>&file;</Text></Paragraph></Content>
</FinalDraft>"""
BAD = {
    "empty.txt": (b"", "script_empty"),
    "blank.txt": ("\ufeff  \n\n　\n".encode(), "script_empty"),
    "zeros.txt": (b"\x00" * 4096, "script_empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "script_binary"),
    "program.txt": (b"\x7fELF" + bytes(range(256)) * 20, "script_binary"),
    "noise.md": (
        bytes((i * 97 + 13) % 256 for i in range(5000)),
        ("script_binary", "script_encoding"),
    ),
    "russian.txt": ("Сцена первая. Гостиная, день.".encode("cp1251"), "script_encoding"),
    "story.txt": (STORY.encode(), "script_no_scenes"),
    "list.txt": ("1、买菜\n2、去医院\n3、回家\n".encode(), "script_no_scenes"),
    "score.txt": ("3-2 我们赢了\n他说。\n1-1 平局\n".encode(), "script_no_scenes"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "script_old_doc"),
    "old.txt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "script_old_doc"),
    "new.docx": (b"PK\x03\x04" + b"x" * 100, "script_format"),
    "zipped.txt": (b"PK\x03\x04" + b"x" * 100, "script_format"),
    "script.pdf": (b"%PDF-1.7 ...", "script_format"),
    "table.xlsx": (b"PK\x03\x04", "script_format"),
    "rich.txt": (rb"{\rtf1\ansi hello}", "script_format"),
    "cut.fdx": (b"<?xml version='1.0'?><FinalDraft><Content><Parag", "script_broken_xml"),
    "plain.fdx": (SCRIPT.encode(), "script_broken_xml"),
    "other.fdx": (b"<html><body>hi</body></html>", "script_broken_xml"),
    "encoding.fdx": (b"<?xml version='1.0' encoding='x-no'?><FinalDraft/>", "script_broken_xml"),
    "bomb.fdx": (BILLION_LAUGHS.encode(), "script_unsafe_xml"),
    "outside.fdx": (OUTSIDE_ENTITY.encode(), "script_unsafe_xml"),
    "bomb.txt": (BILLION_LAUGHS.encode(), "script_unsafe_xml"),
    "empty.fountain": (b"Title: X\n\n", "script_no_scenes"),
}


def refused(path, vocabulary):
    with pytest.raises(ScriptError) as caught:
        finish(read_script(path, vocabulary))
    return caught.value


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_code(name, vocabulary, tmp_path):
    content, codes = BAD[name]
    path = tmp_path / name
    path.write_bytes(content)
    error = refused(path, vocabulary)
    assert error.code in (codes if isinstance(codes, tuple) else (codes,))
    assert path.read_bytes() == content
    for lang in LANGUAGES:
        sentence = PHRASES.say(error.code, lang, error.values)
        assert sentence != error.code
        assert "{" not in sentence


def test_a_missing_file_a_folder_and_an_odd_path_are_missing(vocabulary, tmp_path):
    assert refused(tmp_path / "no.txt", vocabulary).code == "script_missing"
    assert refused(tmp_path, vocabulary).code == "script_missing"
    odd = tmp_path / ("长" * 500 + ".txt")
    assert refused(odd, vocabulary).code in {"script_missing", "script_unreadable"}


def test_more_than_fifty_megabytes_are_refused_before_reading(vocabulary, tmp_path, monkeypatch):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    monkeypatch.setattr(type(path), "read_bytes", lambda _self: pytest.fail("it was read"))
    error = refused(path, vocabulary)
    assert error.code == "script_too_large"
    assert error.values["size_mb"] == error.values["limit_mb"] == 50


def test_a_file_that_may_not_be_read_is_said_to_be_so(vocabulary, tmp_path, monkeypatch):
    path = tmp_path / "locked.txt"
    path.write_text(SCRIPT, encoding="utf-8")

    def refuse(_self):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    assert refused(path, vocabulary).code == "script_unreadable"


def test_a_script_behind_a_wrong_extension_is_read(vocabulary, tmp_path):
    path = tmp_path / "script.dat"
    path.write_text(SCRIPT, encoding="utf-8")
    assert len(finish(read_script(path, vocabulary)).scenes) == 1


def test_reading_can_be_stopped_between_steps(vocabulary, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text(
        "".join(f"1-{n} 日 内 客厅\n林晚：你来了。\n" for n in range(1, 3000)), encoding="utf-8"
    )
    job = read_script(path, vocabulary)
    seen = [next(job) for _ in range(6)]
    job.close()
    assert {step.code for step in seen} <= set(PHRASES.templates)
    with pytest.raises(StopIteration):
        next(job)
    steps = sum(1 for _ in read_script(path, vocabulary))
    assert steps > 150


@pytest.mark.parametrize("hostile", ["1-1 ", "（", "[[ ", "/*", "人物：", "第", "沈", "△"])
@pytest.mark.parametrize("name", ["x.txt", "x.fountain"])
def test_hostile_lines_are_no_trouble(hostile, name, vocabulary, tmp_path):
    path = tmp_path / name
    path.write_text(".内景 客厅 - 日\n\n1-1 日 内 客厅\n" + hostile * 10_000, encoding="utf-8")
    assert finish(read_script(path, vocabulary)).scenes
