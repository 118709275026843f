"""The plan on the command line: the promised document, plain words, one sentence for faults."""

import json

import pytest

import main

SCENES = """Title: 短的

INT. 老茶馆 - DAY

阿成擦桌子。

EXT. 江边码头 - NIGHT

船靠岸。

INT. 总裁办 - DAY

他签字。

EXT. 江边码头 - DAY

人群散去。

INT. 老茶馆 - NIGHT

灯灭了。
"""


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    """A script of five scenes in three places."""
    path = tmp_path_factory.mktemp("script") / "short.fountain"
    path.write_text(SCENES, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def kanjing(data, short, capsys):
    """Runs ``plan``: exit status, what it printed, what it complained of."""

    def run(*arguments):
        status = main.main(["--data", str(data), "plan", str(short), *map(str, arguments)])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_the_document_is_as_promised(kanjing, tmp_path):
    facts = tmp_path / "project.toml"
    facts.write_text(
        "[crew]\nsize = 40\nhome_city = '上海'\n[shoot]\nstart_date = 2026-11-02\n",
        encoding="utf-8",
    )
    wanted = ("--cities", "苏州,绍兴", "--facts", facts, "--lock", "老茶馆=平江路")
    status, out, err = kanjing("--json", *wanted)
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert told["status"] == "optimal"
    assert {"net_cost", "bound", "gap", "days", "moves", "uncovered", "subsidy", "alternatives",
            "binding"} <= set(told)  # fmt: skip
    assert told["net_cost"]["unit"] == "CNY"
    assert told["bound"] <= told["money"]["counted"] + told["money"]["missed"] + 0.01
    assert told["days"][0]["date"] == "2026-11-02"
    block = told["days"][0]["blocks"][0]
    assert {"site_id", "set", "scenes", "hours", "shift"} <= set(block)
    assert block["shift"] in ("day", "night")
    assert {day["city"] for day in told["days"] if day["blocks"]} <= {"苏州", "绍兴"}
    shot = {scene for day in told["days"] for one in day["blocks"] for scene in one["scenes"]}
    left = {one["scene"] for one in told["uncovered"]}
    assert len(shot | left) == 5
    assert not shot & left
    assert all(one["because"]["code"] for one in told["uncovered"])
    assert {one["city"] for one in told["subsidy"]} <= {"苏州", "绍兴"}
    assert {one["code"] for one in told["alternatives"]} >= {"only_city"}
    assert {
        one["site"] for day in told["days"] for one in day["blocks"] if one["set"] == "老茶馆"
    } == {"平江路历史街区"}
    assert not [one for one in told["notes"] if one["code"] == "plan_home_unset"]


def test_plain_words_tell_day_by_day(kanjing):
    status, out, err = kanjing("--cities", "绍兴", "--lang", "en")
    assert (status, err) == (0, "")
    first = next(line for line in out.splitlines() if line.startswith("Day 1"))
    assert "Shaoxing" in first
    # every code has its sentence
    assert "plan_" not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--lock", "老茶馆"), "场景=取景地"),
        (("--lock", "月球=平江路"), "没有叫“月球”的场景"),
        (("--lock", "老茶馆=月球背面"), "月球背面"),
        (("--lock", "老茶馆=平江路", "--lock", "set-1=网师园"), "锁了两处"),
        (("--time-limit", "0"), "要写成秒"),
        (("--time-limit", "nan"), "要写成秒"),
        (("--cities", "哥谭"), "哥谭"),
    ],
)
def test_faults_are_one_sentence(kanjing, arguments, words):
    status, out, err = kanjing(*arguments)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert words in err


@pytest.mark.parametrize("content", [b"this is [not toml", b"\xff\xfe\x00"])
def test_a_project_file_nobody_can_read_is_one_sentence(kanjing, tmp_path, content):
    facts = tmp_path / "project.toml"
    facts.write_bytes(content)
    status, out, err = kanjing("--facts", facts)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "project.toml" in err
