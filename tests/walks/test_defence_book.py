"""The ranking handed out with how firm it is: a workbook that opens elsewhere and runs nothing."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from geo import actions
from geo.model import OwnCriterion, ProjectFacts, Reason, Wishes
from geo.progress import finish

ASSETS = Path(__file__).parents[2] / "assets"
SOFFICE = shutil.which("soffice")
EVIL = '=HYPERLINK("http://x","y")'
SHEETS = [
    "取景地",
    "稳不稳",
    "还需打听",
    "没有列进来",
    "城市",
    "费用明细",
    "政策",
    "场景",
    "出处",
]


@pytest.fixture(scope="module")
def ws(tmp_path_factory):
    made = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("data")))
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def script(ws):
    path = next(one.path for one in actions.samples(ws) if one.id == "yiqu_gusu")
    return finish(actions.read_script(ws, path))


@pytest.fixture(scope="module")
def garden(ws, script):
    # names that would be formulas wherever a name can come from outside
    own = OwnCriterion("own.1", EVIL, "")
    wishes = Wishes(extra=("own.1",), own=(own,))
    weights = {**ws.default_weights, "own.1": 0.3}
    ranking = finish(actions.rank(ws, script, ProjectFacts(), weights, wishes=wishes))
    sites = tuple(
        replace(one, site=replace(one.site, name_zh=EVIL, name_en="+1"))
        if place == int(ranking.site_order.index[0])
        else one
        for place, one in enumerate(ranking.sites)
    )
    because = (Reason("rules_broken", {"file": EVIL, "detail": EVIL}),)
    excluded = tuple(replace(one, name=EVIL, because=because) for one in ranking.excluded)
    return replace(ranking, sites=sites, excluded=excluded)


@pytest.fixture(scope="module")
def written(ws, script, garden, tmp_path_factory):
    defence = finish(actions.defend(garden))
    path = tmp_path_factory.mktemp("out") / "排名.xlsx"
    finish(actions.export_ranking(ws, garden, script, path, "zh", defence))
    return defence, path


def test_the_workbook_tells_how_firm_what_to_ask_and_who_is_left_out(garden, written):
    defence, path = written
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == SHEETS
    firm = [list(row) for row in book["稳不稳"].iter_rows(min_row=2, values_only=True)]
    assert len(firm) == len(garden.site_order.index)
    lead = int(garden.site_order.index[0])
    assert firm[0][0] == 1
    assert firm[0][3] == pytest.approx(float(defence.as_known.first[lead]) * 100, abs=0.06)
    assert firm[0][6] == pytest.approx(float(defence.robustness.first[lead]) * 100, abs=0.06)
    assert firm[0][9:] == defence.ranks[:, lead].tolist()
    asked = list(book["还需打听"].iter_rows(min_row=2, values_only=True))
    assert len(asked) == len(defence.find_out)
    assert {row[3] for row in asked} <= {"打电话", "去看一趟", "发函问"}
    out = list(book["没有列进来"].iter_rows(min_row=2, values_only=True))
    assert len(out) == len(garden.excluded)
    assert all(row[1] for row in out)


def test_no_name_becomes_a_formula(written):
    book = openpyxl.load_workbook(written[1])
    told = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in told)
    evil = [cell for cell in told if isinstance(cell.value, str) and cell.value.startswith("=")]
    assert len({cell.parent.title for cell in evil}) >= 3
    assert all(cell.quotePrefix for cell in evil)


def test_without_a_defence_the_workbook_is_as_before(ws, script, garden, tmp_path):
    path = finish(
        actions.export_ranking(ws, replace(garden, excluded=()), script, tmp_path / "a.xlsx", "en")
    )
    names = openpyxl.load_workbook(path).sheetnames
    assert names == ["Sites", "Cities", "Cost lines", "Policies", "Scenes", "Sources"]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_finds_no_formula(written, tmp_path):
    again = tmp_path / "again"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", again]
    subprocess.run([*command, written[1]], check=True, capture_output=True, timeout=180)
    book = openpyxl.load_workbook(again / written[1].name)
    assert book.sheetnames == SHEETS
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
