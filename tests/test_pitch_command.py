"""The pack on the command line: files in a folder, a document, one sentence for faults."""

import json

import pytest

import main
from tests.test_plan_command import SCENES


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
def kanjing(data, capsys):
    """Runs ``pitch``: exit status, what it printed, what it complained of."""

    def run(*arguments):
        status = main.main(["--data", str(data), "pitch", *map(str, arguments)])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_the_document_is_as_promised(kanjing, short):
    sites = "黎里古镇,suzhou-jinxi"
    status, out, err = kanjing("--script", short, "--sites", sites, "--compare", "苏州", "--json")
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert {"title", "city", "served", "scenes", "sites", "money", "gain", "disclosed"} <= set(told)
    assert [one["id"] for one in told["sites"]] == ["suzhou-lili", "suzhou-jinxi"]
    assert len(told["scenes"]) == 5
    taken = [scene for one in told["sites"] for scene in one["scenes"]]
    assert told["served"] == len(taken)
    for scene in told["scenes"]:
        assert (scene["site_id"] is None) == (scene["fit"] is None)
    assert told["compared"][0]["name"] == "苏州"
    assert told["audience"] is None
    assert [one["code"] for one in told["disclosed"] if one["private"]] == [
        "owner", "floor", "quotes", "notes", "photo_place", "rivals",
    ]  # fmt: skip


def test_files_are_written_and_named(kanjing, short, tmp_path):
    out = tmp_path / "pack"
    words = ("--script", short, "--city", "苏州", "--lang", "both", "--format", "text,xlsx")
    status, _, err = kanjing(*words, "--out", out, "--public")
    assert status == 0
    made = sorted(out.iterdir())
    assert [path.suffix for path in made] == [".txt", ".xlsx"]
    assert all(str(path) in err for path in made)


def test_words_come_in_the_language_asked_for(kanjing, short):
    for lang, word in (("zh", "还没定的"), ("en", "Still open"), ("both", "还没定的")):
        status, out, _ = kanjing("--script", short, "--city", "苏州", "--lang", lang)
        assert status == 0
        assert word in out


def test_needs_and_a_profile_want_no_script(kanjing):
    _, out, _ = kanjing("--needs", "茶馆,hospital", "--city", "绍兴", "--json")
    assert [one["asked"] for one in json.loads(out)["scenes"]] == ["teahouse", "hospital"]
    _, out, _ = kanjing("--city", "绍兴", "--json")
    told = json.loads(out)
    assert (told["scenes"], told["gain"]) == ([], None)
    assert told["money"][0]["cost"]["basis"] == "unknown"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--city", "绍兴", "--out", "x"), "谁看"),
        (("--city", "绍兴", "--format", "pdf,doc"), "“doc”"),
        (("--city", "绍兴", "--disclose", "everything"), "everything"),
        (("--needs", "月球", "--city", "绍兴"), "月球"),
        (("--sites", "没有这个地方"), "没有这个地方"),
        ((), "推哪里"),
        (("--city", "拉萨"), "拉萨"),
    ],
)
def test_faults_are_one_kind_sentence(kanjing, words, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    status, out, err = kanjing(*words)
    assert (status, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_public_and_internal_exclude_each_other(kanjing, capsys):
    with pytest.raises(SystemExit):
        kanjing("--city", "绍兴", "--public", "--internal")
    assert "not allowed with" in capsys.readouterr().err
