"""Searching and likeness from the command line."""

import json

import pytest

import main


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def kanjing(data, capsys):
    """Runs the command line: exit status, what it printed, what it complained of."""

    def run(*arguments):
        status = main.main(["--data", str(data), "sites", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_find_lists_places_with_why(kanjing):
    status, out, err = kanjing("--find", "同里 30公里内 园林", "--top", "3")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("理解为：离同里影视摄制基地直线 30 公里内 + 古典园林")
    assert len(lines) == 5
    assert "直线" in lines[1]
    assert "列出 3 处" in lines[-1]


def test_find_as_a_document(kanjing):
    status, out, _ = kanjing("--find", "同里 30公里内 园林", "--top", "2", "--json")
    told = json.loads(out)
    assert status == 0
    assert told["query"] == "同里 30公里内 园林"
    assert [one["term"] for one in told["terms"]] == ["near", "scene_type"]
    assert told["terms"][0]["km"] == 30
    assert len(told["hits"]) == 2 <= told["count"]
    assert set(told["hits"][0]) == {
        "site_id", "name", "city", "score", "km", "minutes", "why",
    }  # fmt: skip


def test_find_measures_from_the_home_city_of_the_project(kanjing, tmp_path):
    facts = tmp_path / "project.toml"
    facts.write_text('[crew]\nhome_city = "绍兴"\n', encoding="utf-8")
    _, out, _ = kanjing("--find", "离驻地10公里", "--facts", str(facts), "--lang", "en")
    assert "within 10 km of Shaoxing" in out.splitlines()[0]


def test_find_what_is_not_there(kanjing):
    status, out, err = kanjing("--find", "qwertyuiop")
    assert (status, err) == (0, "")
    assert "找到 0 处" in out


def test_like_lists_places_alike(kanjing):
    status, out, _ = kanjing("--like", "拙政园")
    assert status == 0
    assert out.splitlines()[0] == "跟拙政园像的："
    assert "都有" in out.splitlines()[1]


def test_like_as_a_document(kanjing):
    status, out, _ = kanjing("--like", "suzhou-liuyuan", "--json")
    told = json.loads(out)
    assert (status, told["site_id"], len(told["alike"])) == (0, "suzhou-liuyuan", 12)
    assert set(told["alike"][0]) == {"site_id", "name", "city", "likeness", "why"}


@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "像的有：拙政园"), ("en", "Near it: Humble Administrator's Garden")]
)
def test_like_a_name_that_nobody_bears_tells_the_nearest(kanjing, lang, said):
    status, out, err = kanjing("--like", "拙正园", "--lang", lang)
    assert (status, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1
