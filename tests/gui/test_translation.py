"""Every text of the interface has its English, and the compiled file is that of the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "assets" / "i18n" / "kanjing_en.ts"
COMPILED = SOURCE.with_suffix(".qm")
HAN = re.compile(r"[\u4e00-\u9fff]")
HOLE = re.compile(r"\{(\w*)[^}]*\}")
FORBIDDEN = ("您", "用户", "请稍候", "操作成功", "非法", "无效")


def messages():
    """(context, Chinese, English, finished) of every message in the source file."""
    tree = ElementTree.parse(SOURCE)
    return [
        (
            context.findtext("name"),
            message.findtext("source"),
            message.findtext("translation"),
            message.find("translation").get("type") is None,
        )
        for context in tree.getroot().findall("context")
        for message in context.findall("message")
    ]


def texts_in_code():
    """(context, Chinese) of every tr() and translate() in gui, found by reading the code."""
    found = set()
    for path in sorted((ROOT / "gui").rglob("*.py")):
        found |= _texts_of(ast.parse(path.read_text(encoding="utf-8")), "")
    return found


def _texts_of(node, context):
    found = set()
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Attribute):
            texts = [one.value for one in child.args if isinstance(one, ast.Constant)]
            if child.func.attr == "tr" and texts:
                found.add((inner, texts[0]))
            elif child.func.attr == "translate" and len(texts) == 2:
                found.add((texts[0], texts[1]))
        found |= _texts_of(child, inner)
    return found


def test_every_text_in_the_code_is_in_the_file_and_no_other():
    written = {(context, source) for context, source, _, _ in messages()}
    assert texts_in_code() == written


def test_every_text_is_translated():
    assert [row for row in messages() if not row[3] or not row[2]] == []


def test_english_is_english_and_keeps_its_figures():
    for context, source, english, _ in messages():
        assert not HAN.search(english), (context, english)
        assert sorted(HOLE.findall(source)) == sorted(HOLE.findall(english)), (context, source)


def test_nobody_is_addressed_from_above():
    for _, source, _, _ in messages():
        assert not any(word in source for word in FORBIDDEN), source


def test_no_tr_hides_in_an_f_string():
    """lupdate does not see those."""
    for path in sorted((ROOT / "gui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                calls = [one for one in ast.walk(node) if isinstance(one, ast.Attribute)]
                assert all(one.attr != "tr" for one in calls), (path.name, node.lineno)


def test_the_compiled_file_says_the_same(qapp):
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    wrong = [
        (context, source)
        for context, source, english, _ in messages()
        if translator.translate(context, source) != english
    ]
    assert wrong == []


def test_the_compiled_file_is_made_of_this_source(tmp_path):
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    if not tool.exists():
        tool = Path(sys.executable).with_name("pyside6-lrelease")
    if not tool.exists():
        pytest.skip("lrelease comes with the development tools")
    made = tmp_path / "made.qm"
    subprocess.run([tool, SOURCE, "-silent", "-qm", made], check=True)
    assert made.read_bytes() == COMPILED.read_bytes()
