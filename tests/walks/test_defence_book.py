"""The ranking handed out with how firm it is: a workbook that opens elsewhere and runs nothing."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from geo import actions
from geo.model import (
    Method,
    Must,
    MustCode,
    OwnCriterion,
    OwnValue,
    ProjectFacts,
    Reason,
    Wishes,
)
from geo.progress import finish

ASSETS = Path(__file__).parents[2] / "assets"
SOFFICE = shutil.which("soffice")
EVIL = '=HYPERLINK("http://x","y")'
SHEETS = [
    "取景地",
    "稳不稳",
    "还需打听",
    "没有列进来",
    "怎么排的",
    "自己定的标准",
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
    values = {"suzhou-hongyin": OwnValue(6, 8, EVIL, "2026-11-20")}
    own = OwnCriterion("own.1", EVIL, "", values=values)
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
    kept = ["Cities", "Cost lines", "Policies", "Scenes", "Sources"]
    assert names == ["Sites", "How it was ranked", "Own criteria", *kept]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_finds_no_formula(written, tmp_path):
    again = tmp_path / "again"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", again]
    subprocess.run([*command, written[1]], check=True, capture_output=True, timeout=180)
    book = openpyxl.load_workbook(again / written[1].name)
    assert book.sheetnames == SHEETS
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)


def test_no_scene_is_given_to_a_place_that_is_left_out(ws, script, tmp_path):
    free = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))
    only = Wishes(musts=(Must(MustCode.CITY, names=("南宁",)),))
    strict = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights, wishes=only))

    def best(ranking, name):
        path = finish(actions.export_ranking(ws, ranking, script, tmp_path / name, "zh"))
        scenes = openpyxl.load_workbook(path)["场景"]
        return {row[5] for row in scenes.iter_rows(2, values_only=True)}

    out = {one.name for one in strict.excluded}
    assert best(free, "a.xlsx") & out
    assert not best(strict, "b.xlsx") & out


def test_the_workbook_tells_by_what_the_ranking_was_made(ws, script, tmp_path):
    musts = (
        Must(MustCode.NEAR, 900),
        Must(MustCode.PRICE, 8_000),
        Must(MustCode.CITY, 0, ("苏州", "绍兴")),
    )
    own = OwnCriterion("own.1", "停车", "辆", 0, 50, {"suzhou-hongyin": OwnValue(6, 8, "老王")})
    wishes = Wishes(
        musts, frozenset({"shaoxing-datong"}), ("travel", "own.1"), (own,), Method.VIKOR
    )
    weights = {
        "fit": 0.4,
        "cost": 0.3,
        "subsidy": 0.1,
        "uplift": 0.1,
        "travel": 0.05,
        "own.1": 0.05,
    }
    facts = ProjectFacts({"crew.home_city": "杭州"})
    ranking = finish(actions.rank(ws, script, facts, weights, ("苏州", "绍兴"), wishes=wishes))
    path = tmp_path / "排名.xlsx"
    finish(actions.export_ranking(ws, ranking, script, path, "zh"))
    book = openpyxl.load_workbook(path)
    told = [list(row) for row in book["怎么排的"].iter_rows(min_row=2, values_only=True)]
    assert told[0][:2] == ["算法", "VIKOR 折中"]
    said = [(row[0], row[1]) for row in told]
    for line in (
        ("侧重：匹配（%）", 40),
        ("侧重：停车（%）", 5),
        ("必须", "离驻地 900 公里以内"),
        ("必须", "场地一天不超过 8,000 元"),
        ("必须", "只要这几个城市：苏州, 绍兴"),
        ("排了哪些城市", "苏州、绍兴"),
        ("剧组从哪儿出发", "杭州"),
        ("管理处同意了", "大通学堂"),
    ):
        assert line in said
    [row] = book["自己定的标准"].iter_rows(min_row=2, values_only=True)
    assert row[:5] == ("停车 (辆)", "虹饮山房（木渎）", 6, 8, "老王")
