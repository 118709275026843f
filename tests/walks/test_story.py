"""The whole job told through the actions: a script in, ranked real places on a map out."""

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from geo import actions
from geo.model import Basis, Criterion, ProjectFacts
from geo.progress import finish

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
CHARACTER = {"yiqu_gusu": "苏州", "shuixiang": "绍兴", "bianlian": "成都", "xiujiang": "南宁"}


@pytest.fixture(scope="module")
def ws(tmp_path_factory):
    workspace = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("data")))
    yield workspace
    workspace.store.close()


@pytest.fixture(scope="module")
def scripts(ws):
    return {s.id: finish(actions.read_script(ws, s.path)) for s in actions.samples(ws)}


def ranked(ws, script, facts=None, **more):
    return finish(actions.rank(ws, script, facts or ProjectFacts(), ws.default_weights, **more))


@pytest.fixture(scope="module")
def garden(ws, scripts):
    return ranked(ws, scripts["yiqu_gusu"])


def first_city(ranking):
    return ranking.cities[ranking.city_order.index[0]].city


def place_names(ws):
    names = {division.name for division in actions.divisions(ws)}
    names |= {re.sub("(特别行政区|自治区|省|市|区|县)$", "", name) for name in names}
    names |= {site.name_zh for site in ws.store.sites()}
    usable = sorted((name for name in names if len(name) >= 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, usable)))


@pytest.mark.parametrize(("sample", "city"), CHARACTER.items())
def test_the_city_whose_character_a_script_carries_comes_first(ws, scripts, sample, city):
    ranking = ranked(ws, scripts[sample])
    assert first_city(ranking) == city
    told = ranking.cities[ranking.city_order.index[0]].reasons
    assert "city_only_crafts" in {reason.code for reason in told}


@pytest.mark.parametrize(("sample", "city"), CHARACTER.items())
def test_it_still_does_with_every_place_name_masked(ws, sample, city, tmp_path):
    path = next(s.path for s in actions.samples(ws) if s.id == sample)
    encoding = "gb18030" if sample == "shuixiang" else "utf-8"
    text = place_names(ws).sub("某地", path.read_text(encoding=encoding))
    masked = tmp_path / f"masked{path.suffix}"
    masked.write_text(text, encoding="utf-8")
    assert first_city(ranked(ws, finish(actions.read_script(ws, masked)))) == city


def test_every_site_of_the_four_cities_is_told(ws, garden):
    four = [site for site in ws.store.sites() if site.city_zh in actions.FOUR_CITIES]
    assert {offer.site.id for offer in garden.sites} == {site.id for site in four}
    assert len(garden.cities) == 4


def test_open_heritage_is_never_priced_from_indoor_bases(garden):
    for offer in garden.sites:
        venue = next(line for line in offer.cost.lines if line.code == "venue")
        if offer.site.venue_class in ("open", "backlot") and not offer.site.hires:
            assert venue.amount.mid is None
            assert venue.amount.basis is Basis.UNKNOWN


def test_no_figure_stands_without_a_basis_and_sources(garden):
    for offer in garden.sites[:60]:
        for line in offer.cost.lines:
            if line.amount.mid is not None:
                assert line.amount.sources, line.code
                assert line.amount.basis is not Basis.UNKNOWN


def test_unknown_subsidies_count_nothing_and_their_slider_says_so(garden):
    assert all(offer.subsidy.counted == 0 for offer in garden.sites)
    assert Criterion.SUBSIDY in garden.idle
    assert {hint.code for hint in garden.hints} <= {
        "subsidy_unknown_would_lead",
        "subsidy_ceiling_would_lead",
        "sites_excluded",
    }


def test_home_city_prices_travel_for_every_city_and_distance_tells(ws, scripts):
    facts = ProjectFacts({"crew.home_city": "上海", "crew.size": 45, "shoot.days": 6})
    near = {c.city: c for c in ranked(ws, scripts["yiqu_gusu"], facts).cities}

    def travel(city):
        return next(line.amount.mid for line in near[city].cost.lines if line.code == "travel")

    assert travel("苏州") < travel("绍兴") < travel("成都")
    assert travel("苏州") < travel("南宁")


def test_weights_reorder_without_pricing_again(ws, garden):
    only_cost = actions.reweight(garden, {Criterion.COST: 1.0})
    costs = [garden.sites[i].cost.ranked for i in only_cost.site_order.index]
    assert costs == sorted(costs)
    assert only_cost.sites is garden.sites


def test_a_site_explains_scene_by_scene(ws, garden):
    best = garden.sites[garden.site_order.index[0]]
    for match in best.matches:
        told = ws.phrases.tell(match.reasons[0], "zh")
        assert ws.vocabulary.scene_types[match.served].zh in told
        assert "{" not in told


def test_corrections_change_the_ranking(ws, scripts):
    script = scripts["yiqu_gusu"]
    emptied = script
    for scene in script.scenes[1:]:
        emptied = actions.remove_scene(emptied, scene.id)
    assert len(ranked(ws, emptied).cities[0].covered) <= 1


def test_a_project_is_taken_up_as_it_was_left(ws, scripts):
    from geo.model import Project

    facts = ProjectFacts({"crew.size": 45, "work.aired_on": "红果"})
    project = Project("晚上的活", scripts["xiujiang"], facts, ws.default_weights, ("南宁",), "南宁")
    actions.save_project(ws, project)
    assert actions.load_project(ws) == project


def test_the_workbook_opens_elsewhere_and_keeps_unknown_a_word(ws, scripts, garden, tmp_path):
    path = tmp_path / "rank.xlsx"
    finish(actions.export_ranking(ws, garden, scripts["yiqu_gusu"], path, "zh"))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        "取景地", "没有列进来", "怎么排的", "城市", "费用明细", "政策", "场景", "出处",
    ]  # fmt: skip
    sheet = book["取景地"]
    head = [cell.value for cell in sheet[1]]
    column = head.index("补贴有望 元") + 1
    values = {sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)}
    assert values == {"未知"}


def test_a_name_that_looks_like_a_formula_stays_a_name(ws, scripts, garden, tmp_path):
    offer = garden.sites[garden.site_order.index[0]]
    evil = replace(offer, site=replace(offer.site, name_zh='=HYPERLINK("http://x","y")'))
    sites = tuple(evil if o is offer else o for o in garden.sites)
    path = tmp_path / "evil.xlsx"
    finish(
        actions.export_ranking(ws, replace(garden, sites=sites), scripts["yiqu_gusu"], path, "zh")
    )
    cell = openpyxl.load_workbook(path)["取景地"]["B2"]
    assert cell.data_type == "s"
    assert cell.value == evil.site.name_zh


class Addresses(HTMLParser):
    """What the elements of a page would fetch or link to; text of scripts is not markup."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [
            value for name, value in attrs if name in ("src", "href", "srcset", "action")
        ]


def addresses(page):
    parser = Addresses()
    parser.feed(page)
    return parser.found


def test_the_html_map_asks_nobody_and_runs_nothing_from_data(ws, scripts, garden, tmp_path):
    offer = garden.sites[garden.site_order.index[0]]
    evil = replace(offer.site, name_zh="</script><script>alert(1)</script>{{ 7*7 }}")
    sites = tuple(replace(o, site=evil) if o is offer else o for o in garden.sites)
    path = tmp_path / "map.html"
    finish(actions.export_map(ws, replace(garden, sites=sites), scripts["yiqu_gusu"], path, "zh"))
    page = path.read_text(encoding="utf-8")
    assert page.count("<script") == page.count("</script>")
    assert "<script>alert" not in page
    # Folium reads its scripts as templates once more: the sum must not be done
    assert r"\u007b{ 7*7 }}" in page
    assert addresses(page) == []
    assert len(page) < 5_000_000


def test_the_command_line_imports_no_qt():
    code = (
        "import sys; sys.argv=['kanjing','--help']\n"
        "import main\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6','gui'))]"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
