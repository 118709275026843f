"""Known errors are two kind lines; bugs are one report, in the log, with a way to copy it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QGuiApplication

from geo.errors import ScriptError
from geo.phrases import Phrases
from gui.messages import BugHook, ReportDialog, make_report, split_sentence, tell_error

PHRASES = Phrases(
    {
        "script_old_doc": {
            "zh": "{name} 读不了：旧版 .doc。请在 Word 里另存为 .docx。原文件没有动。",
            "en": "{name} cannot be read: old .doc. Save it as .docx in Word. It is unchanged.",
        }
    }
)


def test_an_error_is_told_as_what_happened_and_the_way_out():
    error = ScriptError("script_old_doc", name="a.doc")
    assert tell_error(error, PHRASES, "zh") == (
        "a.doc 读不了：旧版 .doc",
        "请在 Word 里另存为 .docx。原文件没有动。",
    )
    assert tell_error(error, PHRASES, "en") == (
        "a.doc cannot be read: old .doc",
        "Save it as .docx in Word. It is unchanged.",
    )
    assert tell_error(error, None, "zh") == ("script_old_doc", "")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("只有一句", ("只有一句", "")),
        ("要保存吗？先存。", ("要保存吗？", "先存。")),
        ("Costs 1.5 yuan. Go on.", ("Costs 1.5 yuan", "Go on.")),
        ("", ("", "")),
    ],
)
def test_sentences_split_at_the_first_stop(text, parts):
    assert split_sentence(text) == parts


def broken():
    try:
        raise ZeroDivisionError("ours")
    except ZeroDivisionError as error:
        return error


def test_the_hook_logs_and_shows_once(tmp_path):
    shown = []
    hook = BugHook(tmp_path / "data", shown.append)
    before = sys.excepthook
    hook.install()
    try:
        error = broken()
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        hook.remove()
    assert sys.excepthook is before
    [report] = shown
    assert "ZeroDivisionError: ours" in report.text
    assert "PySide6" in report.versions
    assert "ZeroDivisionError" in hook.log_file.read_text(encoding="utf-8")


def test_a_bug_in_showing_a_bug_does_not_go_round(tmp_path):
    calls = []

    def show(report):
        calls.append(report)
        error = broken()
        hook(type(error), error, error.__traceback__)
        raise RuntimeError("no window")

    hook = BugHook(tmp_path, show)
    error = broken()
    hook(type(error), error, error.__traceback__)
    hook.remove()
    assert len(calls) == 1
    assert "could not be shown" in hook.log_file.read_text(encoding="utf-8")


def test_ctrl_c_is_no_bug(tmp_path, monkeypatch):
    passed, shown = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *what: passed.append(what[0]))
    hook = BugHook(tmp_path, shown.append)
    hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    hook.remove()
    assert passed == [KeyboardInterrupt]
    assert shown == []


def test_the_report_can_be_copied(qtbot, tmp_path):
    dialog = ReportDialog(make_report(broken()), tmp_path)
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.report.text
    dialog.go_on_button.click()
    assert dialog.result() == ReportDialog.DialogCode.Accepted
