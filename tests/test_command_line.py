"""The command line: documents of the promised shape, and one sentence for the world's faults."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "assets" / "samples" / "yiqu_gusu.fdx"
BASES = {"published", "quoted", "measured", "estimated", "unknown"}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def kanjing(data, capsys):
    """Runs the command line: exit status, what it printed, what it complained of."""

    def run(*arguments, folder=data):
        status = main.main(["--data", str(folder), *map(str, arguments)])
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def told(kanjing):
    """Runs a command that must succeed and reads its document."""

    def run(*arguments):
        status, out, err = kanjing(*arguments, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return run


def assert_range(given, unit):
    parts = {"low", "mid", "high", "unit", "basis", "method", "beyond", "sources"}
    assert set(given) == parts
    assert given["unit"] == unit
    assert given["basis"] in BASES
    ends = [given[end] for end in ("low", "mid", "high") if given[end] is not None]
    assert ends == sorted(ends)
    for source in given["sources"]:
        assert set(source) == {
            "title",
            "publisher",
            "title_en",
            "publisher_en",
            "date",
            "url",
            "link_safe",
            "confidence",
        }


def test_rank_tells_how_firm_the_order_is_and_what_to_ask(told):
    document = told("rank", SAMPLE, "--top", 400)
    for place, site in enumerate(document["sites"]):
        shares = site["robustness"]
        assert set(shares) == {"first", "top3", "top10", "loses_at"}
        assert 0 <= shares["first"] <= shares["top3"] <= shares["top10"] <= 1
        assert place == 0 or shares["loses_at"] is None
        assert {"first", "top3", "top10"} == set(site["as_known"])
        best, worst = site["ranks"]
        assert 1 <= best <= place + 1 <= worst
    assert sum(site["robustness"]["first"] for site in document["sites"]) == pytest.approx(
        1, abs=0.03
    )
    assert 0 < document["sites"][0]["robustness"]["loses_at"] < 1
    for one in document["find_out"]:
        assert {"site_id", "fact", "gain", "first", "way", "about", "whom", "lifts"} <= set(one)
        assert 0 < one["gain"] <= 1
    holds = {one["criterion"]: one for one in document["holds"]}
    assert list(holds) == document["criteria"]
    assert all(one["low"] <= one["now"] <= one["high"] for one in holds.values())
    lead = document["sites"][0]
    nearest = min(
        abs(one[end] - one["now"])
        for one in holds.values()
        for end, by in (("low", "below"), ("high", "above"))
        if one[by] is not None
    )
    assert lead["robustness"]["loses_at"] == pytest.approx(nearest, abs=2e-4)
    methods = {one["method"]: one["first"] for one in document["methods"]}
    assert methods["weighted_sum"] == [site["site_id"] for site in document["sites"][:3]]
    assert set(methods) == {"weighted_sum", "topsis", "promethee", "vikor"}
    assert sum(city["robustness"]["first"] for city in document["cities"]) == pytest.approx(
        1, abs=0.01
    )
    assert {"site_id", "because"} == set(document["excluded"][0])
    assert all(one["because"] for one in document["excluded"])
    ranked = {site["site_id"] for site in document["sites"]}
    assert not ranked & {one["site_id"] for one in document["excluded"]}


def test_rank_tells_in_words_how_firm_and_whom_to_ask(kanjing):
    status, out, _ = kanjing("rank", SAMPLE, "--top", 3)
    assert status == 0
    lines = out.splitlines()
    at = lines.index("稳不稳")
    assert "居首" in lines[at + 1]
    assert "%" in lines[at + 2]
    assert "就排到前面" in lines[at + 3]
    at = lines.index("还需打听")
    assert "一天的场地价（打电话，" in "".join(lines[at + 1 : at + 4])
    assert lines[at + 4] == ""
    assert "没有列进来" in lines
    status, out, _ = kanjing("rank", SAMPLE, "--top", 3, "--lang", "en", "--method", "vikor")
    lines = out.splitlines()
    at = lines.index("How firm")
    assert "of weightings" in lines[at + 1]
    assert "weighted sum" in lines[at + 4]
    assert "To find out" in lines


def test_rank_keeps_to_what_one_insists_on_and_weighs_what_one_asks_for(told):
    facts = ROOT / "docs" / "project.example.toml"
    wishes = ("--must", "near=300", "--must", "city=苏州,city=绍兴", "--extra", "travel,risk")
    document = told("rank", SAMPLE, "--facts", facts, *wishes, "--method", "vikor", "--top", 400)
    assert document["criteria"] == ["fit", "cost", "subsidy", "uplift", "travel", "risk"]
    assert document["method"] == "vikor"
    assert [one["code"] for one in document["musts"]] == ["near", "city"]
    for site in document["sites"]:
        assert 0 < site["travel_km"] <= 300 + 20
        assert site["fit_low"] <= site["fit"] <= site["fit_high"]
        scenes = {scene for one in site["permits"] for scene in one["scenes"]}
        assert scenes <= set(site["scenes"])
        assert site["risk"] == pytest.approx(len(scenes) / max(1, len(site["scenes"])), abs=1e-4)
        for one in site["permits"]:
            assert one["effect"] in {"permit", "ask"}
            assert all(one[key] for key in ("rule", "what", "what_en", "who", "who_en"))
        assert not {one["scene"] for one in site["lost"]} & set(site["scenes"])
    codes = {reason["code"] for one in document["excluded"] for reason in one["because"]}
    assert {"must_city", "must_near"} <= codes
    far = next(one for one in document["excluded"] if one["site_id"].startswith("chengdu"))
    near = next(reason for reason in far["because"] if reason["code"] == "must_near")
    assert near["km"] > near["most"] == 300


def test_a_wish_nobody_knows_names_the_one_that_is_meant(kanjing):
    status, out, err = kanjing("rank", SAMPLE, "--must", "stag")
    assert (status, out) == (2, "")
    assert "stage" in err
    assert err.count("\n") == 1


def test_read_tells_scenes_sets_and_warnings(told):
    document = told("read", SAMPLE)
    assert document["title"] == "一曲姑苏"
    assert len(document["scenes"]) == 36
    for scene in document["scenes"]:
        assert scene["int_ext"] in {"INT", "EXT", "BOTH", None}
        assert scene["time"] in {"DAY", "NIGHT", "DAWN", "DUSK", None}
        for need in scene["needs"]:
            assert {"scene_type", "confidence", "because"} <= set(need)
    ids = {scene["id"] for scene in document["scenes"]}
    assert {sid for each in document["sets"] for sid in each["scenes"]} == ids
    assert {warning["code"] for warning in document["warnings"]} <= {"sets_alike"}


def test_explain_prints_every_line_with_what_it_was_taken_for(kanjing):
    sample = ROOT / "assets" / "samples" / "xiujiang.txt"
    status, out, _ = kanjing("read", "--explain", sample)
    assert status == 0
    written = sample.read_text("utf-8").splitlines()
    printed = out.splitlines()
    assert len(printed) >= len(written)
    for number, (text, line) in enumerate(zip(written, printed, strict=False), start=1):
        assert line.split()[0] == str(number)
        assert line.endswith(text.rstrip())
    heading = next(line for line in printed if line.endswith("1-1 日 内 直播间"))
    assert heading.split()[1:3] == ["场景", "1-1"]
    assert "Heading" in kanjing("read", "--explain", sample, "--lang", "en")[1]


def test_rank_tells_ranges_with_basis_and_sources(told):
    document = told("rank", SAMPLE, "--top", 5)
    assert [site["rank"] for site in document["sites"]] == [1, 2, 3, 4, 5]
    scores = [site["score"] for site in document["sites"]]
    assert scores == sorted(scores, reverse=True)
    for row in [*document["sites"], *document["cities"]]:
        assert_range(row["cost"], "CNY/day")
        assert_range(row["subsidy"], "CNY")
        assert_range(row["uplift"], "visits/12mo")
    assert {city["city"] for city in document["cities"]} == {"南宁", "绍兴", "成都", "苏州"}
    for city in document["cities"]:
        assert city["covered"] + len(city["uncovered"]) == 36
    shaoxing = next(city for city in document["cities"] if city["city"] == "绍兴")
    figures = {end: shaoxing["subsidy"][end] for end in ("low", "mid", "high")}
    assert figures == {"low": 0, "mid": None, "high": None}
    assert shaoxing["subsidy"]["basis"] == "unknown"


def test_rank_keeps_to_the_cities_and_weights_asked_for(told):
    document = told("rank", SAMPLE, "--cities", "苏州,绍兴", "--weights", "cost=1,fit=0")
    assert {site["city"] for site in document["sites"]} <= {"苏州", "绍兴"}
    assert document["weights"]["cost"] == 1
    assert document["weights"]["fit"] == 0


def test_project_facts_reach_the_price(told):
    plain = told("rank", SAMPLE, "--top", 1)
    facts = ROOT / "docs" / "project.example.toml"
    known = told("rank", SAMPLE, "--top", 1, "--facts", facts)

    def travel(document):
        lines = document["cities"][0]["cost_lines"]
        return next(line["amount"]["mid"] for line in lines if line["code"] == "travel")

    assert travel(plain) is None
    assert travel(known) > 0


def test_sites_and_policies_are_listed(told):
    bases = told("sites", "--city", "成都", "--kind", "filming_base")["sites"]
    assert bases
    assert {site["city"] for site in bases} == {"成都"}
    assert all("scene_types" in site for site in bases)
    policies = told("policies", "--city", "苏州")["policies"]
    assert "sz-2025-tourism" in {policy["policy_id"] for policy in policies}


@pytest.fixture
def parcel(tmp_path):
    """One policy that ships, put right; one new; one that cannot be meant."""
    shipped = (ROOT / "assets" / "policies" / "suzhou.yaml").read_text(encoding="utf-8")
    start = shipped.index("- id: sz-2025-tourism")
    one = shipped[start : shipped.index("- id:", start + 1)]
    right = one.replace("per_unit_cny: 10000", "per_unit_cny: 12000")
    new = one.replace("sz-2025-tourism", "brand-new")
    evil = one.replace("sz-2025-tourism", "evil").replace("gate: review", "gate: 120%")
    path = tmp_path / "from.yaml"
    path.write_text(f"schema: 1\npolicies:\n{right}{new}{evil}", encoding="utf-8")
    return path


def test_a_policy_file_is_checked(kanjing, parcel):
    status, out, err = kanjing("policies", "check", parcel)
    assert (status, err) == (1, "")
    assert "每个多少(元)：10000 → 12000" in out
    assert "brand-new" in out
    # nine episodes now make 108,000, more than the cap
    assert "例子“9 集”对不上：写的是确定 0 元、最多 9 万元，算出来确定 0 元、最多 10 万元" in out
    line = parcel.read_text(encoding="utf-8").splitlines().index("  gate: 120%") + 1
    assert f"from.yaml 第 {line} 行 evil：gate 里没有“120%”这个选项。" in out
    english = kanjing("--lang", "en", "policies", "check", parcel)[1]
    assert f"from.yaml, line {line}, evil: gate has no option 120%." in english


def test_a_policy_file_is_checked_for_other_programs(kanjing, told, parcel):
    status, out, err = kanjing("policies", "check", parcel, "--json")
    assert (status, err) == (1, "")
    document = json.loads(out)
    assert document["policies"] == ["sz-2025-tourism", "brand-new"]
    assert [(each["id"], each["new"]) for each in document["changes"]] == [
        ("sz-2025-tourism", False),
        ("brand-new", True),
    ]
    (refused,) = document["refused"]
    assert (refused["item"], refused["code"]) == ("evil", "policy_refused.unknown_word")
    assert not all(each["agrees"] for each in document["examples"])
    clean = told("policies", "check", ROOT / "assets" / "policies" / "shaoxing.yaml")
    assert (len(clean["policies"]), clean["changes"], clean["refused"]) == (2, [], [])


def test_a_policy_file_that_is_none(kanjing, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xff\xfe")
    status, out, _ = kanjing("policies", "check", path)
    assert status == 1
    assert "x.yaml：文件不是 UTF-8 文字" in out
    status, out, err = kanjing("policies", "check", tmp_path / "nowhere.yaml")
    assert (status, out) == (2, "")
    assert "nowhere.yaml" in err


def test_money_tells_the_four_cities_or_those_asked_for(told):
    four = told("money", SAMPLE)["accounts"]
    assert [one["city"] for one in four] == ["南宁", "绍兴", "成都", "苏州"]
    two = told("money", SAMPLE, "--city", "苏州市,绍兴", "--city", "苏州")["accounts"]
    assert [one["city"] for one in two] == ["苏州", "绍兴"]
    for one in four:
        assert_range(one["cost"]["priced_total"], "CNY")
        assert_range(one["net"]["certain"], "CNY")
        assert_range(one["uplift"]["visits"], "visits/12mo")
        assert {"certain", "expected", "ceiling", "paid", "policies"} <= set(one["subsidy"])
        assert all(question["whom"] for question in one["questions"])


def test_money_says_what_of_ones_own_was_not_taken(kanjing, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    broken = "schema: 1\nrates:\n- {code: generator, value: -5}\n"
    (own / "rates.yaml").write_text(broken, encoding="utf-8")
    (own / "roads.csv").write_bytes(b"\xff\xfe\x00")
    status, out, err = kanjing("money", SAMPLE, "--city", "苏州", folder=tmp_path)
    assert (status, out.splitlines()[0]) == (0, "== 苏州")
    assert "generator" in err
    assert "roads.csv" in err


def test_money_of_one_site_by_part_of_its_name(told, kanjing):
    (one,) = told("money", SAMPLE, "--site", "拙政", "--city", "苏州")["accounts"]
    assert one["site_id"] == "suzhou-zhuozheng-garden"
    _, out, _ = kanjing("money", SAMPLE, "--site", "拙政", "--city", "苏州")
    assert out.splitlines()[0] == "== 苏州，拙政园"
    _, out, _ = kanjing("money", SAMPLE, "--site", "拙政", "--lang", "en")
    assert out.splitlines()[0].startswith("== Suzhou, ")


def test_money_writes_a_workbook_and_says_so(kanjing, tmp_path):
    path = tmp_path / "money.xlsx"
    status, out, err = kanjing("money", SAMPLE, "--city", "苏州", "--out", path)
    assert status == 0
    assert "money.xlsx" in err
    assert "苏州" in out
    assert path.stat().st_size > 5_000


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("money", SAMPLE, "--city", "甲,乙,丙,丁,戊,己,庚"), "7"),
        (("money", SAMPLE, "--city", "亚特兰蒂斯"), "亚特兰蒂斯"),
        (("money", SAMPLE, "--site", "龙宫"), "龙宫"),
        (("money", SAMPLE, "--site", "博物馆"), "博物馆"),
        (("read", "nowhere.txt"), "nowhere.txt"),
        (("read", "README.md"), None),
        (("rank", SAMPLE, "--cities", "亚特兰蒂斯"), "亚特兰蒂斯"),
        (("rank", SAMPLE, "--weights", "cost=much"), "cost=much"),
        (("rank", SAMPLE, "--weights", "cost=1e308,fit=1e308"), "cost=1e308"),
        (("rank", SAMPLE, "--method", ""), "topsis"),
        (("rank", SAMPLE, "--facts", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_a_fault_of_the_world_is_one_sentence_and_status_2(kanjing, arguments, word):
    status, out, err = kanjing(*arguments)
    assert (status, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert word is None or word in err


@pytest.mark.parametrize("most", ["-3", "1.5", "all", "²"])
def test_how_many_to_show_is_a_whole_number(kanjing, capsys, most):
    with pytest.raises(SystemExit) as left:
        kanjing("rank", SAMPLE, "--top", most)
    assert left.value.code == 2
    assert f"“{most}”" in capsys.readouterr().err


def test_a_slip_in_the_project_file_is_named(kanjing, tmp_path):
    path = tmp_path / "project.toml"
    for text, word in (
        ('[crew]\nsize = "many"\n', "crew.size"),
        ("[crew]\nsiez = 45\n", "是不是 crew.size"),
        ('[work]\norientation = "diagonal"\n', "work.orientation"),
        ("[crew\n", "project.toml"),
    ):
        path.write_text(text, encoding="utf-8")
        status, _, err = kanjing("rank", SAMPLE, "--facts", path)
        assert status == 2
        assert word in err


def test_a_damaged_catalogue_is_set_aside_and_said(kanjing, tmp_path):
    (tmp_path / "catalogue.sqlite").write_bytes(b"this is no catalogue" * 100)
    status, _, err = kanjing("sites", folder=tmp_path)
    assert status == 2
    assert len(err.strip().splitlines()) == 1
    assert any("damaged" in path.name for path in tmp_path.iterdir())
    assert kanjing("sites", folder=tmp_path)[0] == 0


def test_it_runs_as_a_program_of_its_own(data, tmp_path):
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(data), "sites", "--json"]
    run = subprocess.run(command, capture_output=True, cwd=tmp_path, check=True)
    assert len(json.loads(run.stdout)["sites"]) == 426


def test_the_example_project_names_every_field():
    from geo.money import load_fields
    from geo.phrases import load_phrases

    texts = load_phrases(ROOT / "assets" / "phrases").templates
    text = (ROOT / "docs" / "project.example.toml").read_text(encoding="utf-8")
    for field in load_fields(ROOT / "assets" / "money", texts):
        assert f"{field.key.split('.', 1)[1]} = " in text
