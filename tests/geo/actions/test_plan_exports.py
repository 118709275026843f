"""Plan exports: the right writer by the ending, nothing lost when one cannot be written."""

from __future__ import annotations

import shutil
from dataclasses import replace

import openpyxl
import pypdfium2
import pytest

from geo.actions.planning.exports import export_plan, plan_paper
from geo.errors import ExportError
from geo.model import ShootPlan
from geo.progress import finish
from tests.geo.present.plans import ASSETS, PLAN, PLANNED, SCRIPT, TODAY

KINDS = ("xlsx", "pdf", "uss", "ics")


def exported(ws, path, plan=PLAN, lang="zh"):
    return finish(export_plan(ws, plan, PLANNED, SCRIPT, path, lang, TODAY))


@pytest.fixture
def at_home(ws, tmp_path):
    """A workspace whose data folder is this test's alone."""
    return replace(ws, data=tmp_path / "data")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_ending_says_what_is_written(ws, tmp_path, kind, lang):
    path = exported(ws, tmp_path / f"plan.{kind.upper()}", lang=lang)
    data = path.read_bytes()
    begins = {"xlsx": b"PK", "pdf": b"%PDF", "uss": b'{\n "universal', "ics": b"BEGIN:VCALENDAR"}
    assert data.startswith(begins[kind])
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_real_places_bring_their_names_and_positions(ws, tmp_path):
    site = next(one for one in ws.store.sites() if one.name_en and one.district_zh)
    day = PLAN.days[0]
    blocks = tuple(replace(block, site_id=site.id) for block in day.blocks)
    plan = replace(PLAN, days=(replace(day, blocks=blocks), *PLAN.days[1:]))
    book = openpyxl.load_workbook(exported(ws, tmp_path / "a.xlsx", plan))
    told = {cell.value for row in book["取景地"].iter_rows() for cell in row}
    assert {site.name_zh, site.district_zh, f"{site.lat:.6f}"} <= told


def test_papers_tell_what_scenes_are_about_and_what_falls_due(ws, script):
    paper = plan_paper(ws, PLAN, PLANNED, script, TODAY)
    assert len(paper.contents) > len(script.scenes) / 2
    assert [due.on.isoformat() for due in paper.dues][:2] == ["2026-11-10", "2026-11-12"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_stood_there_stays_when_the_file_cannot_be_written(ws, tmp_path, kind):
    taken = tmp_path / f"plan.{kind}"
    taken.mkdir()
    (taken / "keep").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="export_refused"):
        exported(ws, taken)
    assert [one.name for one in tmp_path.iterdir()] == [taken.name]
    assert (taken / "keep").read_text(encoding="utf-8") == "mine"


def test_other_endings_and_empty_plans_are_told_kindly(ws, tmp_path):
    with pytest.raises(ExportError) as caught:
        exported(ws, tmp_path / "plan.docx")
    assert (caught.value.code, caught.value.values["format"]) == ("plan_export_format", ".docx")
    for kind in KINDS:
        with pytest.raises(ExportError, match="plan_export_empty"):
            exported(ws, tmp_path / f"plan.{kind}", ShootPlan(PLAN.status))
    assert list(tmp_path.iterdir()) == []


def test_a_template_of_ones_own_is_used_and_its_faults_are_told(at_home, tmp_path):
    own = at_home.data / "own" / "callsheet.typ"
    own.parent.mkdir(parents=True)
    shutil.copy(ASSETS / "templates" / "callsheet.typ", own)
    own.write_text(own.read_text(encoding="utf-8") + "\n自己的模板", encoding="utf-8")
    with pypdfium2.PdfDocument(exported(at_home, tmp_path / "a.pdf")) as document:
        assert "自己的模板" in document[len(document) - 1].get_textpage().get_text_bounded()
    own.write_text("#let", encoding="utf-8")
    with pytest.raises(ExportError) as caught:
        exported(at_home, tmp_path / "b.pdf")
    assert (caught.value.code, caught.value.values["line"]) == ("paper_template", 1)
    sentence = at_home.phrases.say(caught.value.code, "zh", caught.value.values)
    assert "callsheet.typ 第 1 行" in sentence
    assert "什么文件都没写" in sentence
    assert not (tmp_path / "b.pdf").exists()
