"""The labelled set is as large as it claims, the aims hold, and the printed table is the truth."""

import re
from pathlib import Path

import pytest

from bench import accuracy, scripts
from geo.script import load_vocabulary

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def measured():
    return accuracy.measure(load_vocabulary(ROOT / "assets" / "vocabulary"))


@pytest.fixture(scope="module")
def whole(measured):
    return scripts.total(score for _, score, _ in measured)


def test_the_set_is_what_was_asked_for(measured):
    assert len(measured) >= 12
    assert len({document.style for document, _, _ in measured}) >= 8
    assert sum(len(document.labels) for document, _, _ in measured) >= 600
    formats = {document.path.suffix for document, _, _ in measured}
    assert formats >= {".txt", ".md", ".docx", ".xlsx", ".pdf", ".fdx", ".fountain", ".html"}


def test_labels_name_known_scene_types(measured):
    known = load_vocabulary(ROOT / "assets" / "vocabulary").scene_types
    named = {
        code
        for document, _, _ in measured
        for label in document.labels
        for code in (*label.types, *label.accepted)
    }
    assert named <= set(known)


def test_the_aims_hold(whole):
    assert whole.f1 >= scripts.AIMS["f1"]
    assert whole.all_fields >= scripts.AIMS["fields"]
    assert whole.top1 >= scripts.AIMS["top1"]
    assert whole.top3 >= scripts.AIMS["top3"]


def test_no_style_falls_behind(measured):
    behind = {
        document.path.name: round(score.f1, 3)
        for document, score, _ in measured
        if score.f1 < scripts.AIMS["style"]
    }
    assert not behind


def test_the_table_in_the_docs_is_what_is_measured(measured):
    assert scripts.table(measured) in scripts.TABLE.read_text(encoding="utf-8")


def test_the_readme_tells_the_same_figures(measured, whole):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.search(r"<!-- accuracy -->(.*?)<!-- end -->", text, re.DOTALL)
    assert told is not None
    figures = {round(float(one), 3) for one in re.findall(r"0\.\d{3}|1\.000", told[1])}
    wanted = {round(v, 3) for v in (whole.f1, whole.all_fields, whole.top1, whole.top3)}
    assert wanted <= figures
    assert str(whole.labelled) in told[1]
    assert str(len(measured)) in told[1]


def test_the_measure_can_fail(measured):
    document, right, _ = measured[0]
    script = accuracy.finish(
        accuracy.read_script(document.path, load_vocabulary(ROOT / "assets" / "vocabulary"))
    )
    from dataclasses import replace

    half = replace(
        script,
        scenes=tuple(
            replace(scene, place="别处", needs=()) for scene in script.scenes[: right.read // 2]
        ),
    )
    worse = accuracy.score(document, half)
    assert worse.recall < 0.6
    assert worse.exact("place") == 0
    assert worse.top1 == 0
