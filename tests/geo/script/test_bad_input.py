"""Files that cannot be read: one code each, with a sentence in both languages and a way out."""

import subprocess
import sys
from pathlib import Path

import pytest

from geo.errors import ScriptError
from geo.phrases import LANGUAGES, load_phrases
from geo.progress import finish
from geo.script import read_script
from tests.geo.script.conftest import ASSETS
from tests.geo.script.hostile import HOSTILE, workbook_parts
from tests.geo.script.packing import docx, paragraph, zipped

PHRASES = load_phrases(ASSETS / "phrases")
SCRIPT = "1-1 日 内 客厅\n林晚：你来了。\n"
STORY = "从前有座山，山里有座庙。\n庙里有个老和尚在讲故事。\n" * 30
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_2003 = (
    '<?xml version="1.0"?><w:x xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
)
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
    "old.doc": (OLE + b"x" * 600, "script_old_doc"),
    "old.txt": (OLE + b"x" * 600, "script_old_doc"),
    "old.wps": (OLE + "WordDocument".encode("utf-16-le") + bytes(600), "script_old_doc"),
    "old.et": (OLE + bytes(600), "script_old_sheet"),
    "old.xls": (OLE + "Workbook".encode("utf-16-le") + bytes(600), "script_old_sheet"),
    "new.docx": (b"PK\x03\x04" + b"x" * 100, "script_damaged"),
    "zipped.txt": (b"PK\x03\x04" + b"x" * 100, "script_damaged"),
    "cut.docx": (docx(paragraph("1-1 日 内 客厅") * 50)[:700], "script_damaged"),
    "text.docx": (SCRIPT.encode(), "script_damaged"),
    "archive.zip": (zipped({"剧本.docx": docx("")}), "script_archive"),
    "archive.rar": (b"Rar!\x1a\x07\x00" + bytes(100), "script_archive"),
    "slides.pptx": (zipped({"ppt/presentation.xml": "<p/>"}), "script_format"),
    "book.epub": (zipped({"META-INF/container.xml": "<c/>"}), "script_format"),
    "text.odt": (zipped({"content.xml": "<c/>"}), "script_format"),
    "mac.pages": (zipped({"Index/Document.iwa": "x"}), "script_format"),
    "binary.xlsx": (zipped({"xl/workbook.bin": "x"}), "script_format"),
    "page.mht": (b"MIME-Version: 1.0\r\n\r\n<html>", "script_format"),
    "word2003.xml": (WORD_2003.encode(), "script_format"),
    "film.celtx": (zipped({"project.rdf": "<r/>"}), "script_celtx"),
    "empty.docx": (docx(""), "script_empty"),
    "blank.docx": (docx(paragraph("　")), "script_empty"),
    "nothing.xlsx": (zipped(workbook_parts(rows=())), "script_empty"),
    "no_parts.xlsx": (zipped({"xl/workbook.xml": "<w/>"}), "script_damaged"),
    "script.pdf": (b"%PDF-1.7 ...", "script_damaged"),
    "table.xlsx": (b"PK\x03\x04", "script_damaged"),
    "rich.txt": (rb"{\rtf1\ansi hello}", "script_format"),
    "page.html": (b"<html><head><title>x</title></head><body></body></html>", "script_empty"),
    "cut.fdx": (b"<?xml version='1.0'?><FinalDraft><Content><Parag", "script_damaged"),
    "plain.fdx": (SCRIPT.encode(), "script_damaged"),
    "other.fdx": (b"<scrivener><body>hi</body></scrivener>", "script_damaged"),
    "encoding.fdx": (b"<?xml version='1.0' encoding='x-no'?><FinalDraft/>", "script_damaged"),
    "bomb.fdx": (BILLION_LAUGHS.encode(), "script_unsafe"),
    "outside.fdx": (OUTSIDE_ENTITY.encode(), "script_unsafe"),
    "bomb.txt": (BILLION_LAUGHS.encode(), "script_unsafe"),
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


MEMORY_MB, SECONDS = 300, 10.0
MEASURE = """
import sys, time
from pathlib import Path
from geo.errors import KnownError
from geo.progress import finish
from geo.script.opening import open_source
import lxml.etree, openpyxl, pypdfium2

def highest():
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))

for name in sys.argv[1:]:
    began = time.process_time()
    try:
        code = str(len(finish(open_source(Path(name))).lines))
    except KnownError as error:
        code = error.code
    print(Path(name).name, code, time.process_time() - began, highest() // 1024)
"""


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """What a process of its own says of each hostile file: code, seconds, highest memory in MB."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (build, _) in HOSTILE.items():
        (folder / name).write_bytes(build())
    names = [str(folder / name) for name in HOSTILE]
    command = [sys.executable, "-c", MEASURE, *names]
    ran = subprocess.run(
        command, capture_output=True, text=True, timeout=300, cwd=ASSETS.parent, check=True
    )
    found = (line.split() for line in ran.stdout.splitlines())
    return {name: (code, float(seconds), int(high)) for name, code, seconds, high in found}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told by Linux")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_or_read_within_bounds(name, measured):
    _, codes = HOSTILE[name]
    code, seconds, highest = measured[name]
    assert code.isdigit() if codes is None else code in codes
    assert seconds < SECONDS
    assert highest < MEMORY_MB


def test_nothing_outside_is_fetched(vocabulary, tmp_path, monkeypatch):
    monkeypatch.setattr("socket.socket", lambda *_: pytest.fail("it reached out"))
    for name in ("outside.docx", "elsewhere.docx", "outside.fdx"):
        path = tmp_path / name
        path.write_bytes(HOSTILE[name][0]())
        assert refused(path, vocabulary).code == "script_unsafe"
