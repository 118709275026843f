"""How firm a ranking is, in words: nothing surer than it is, nothing that says nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo import actions
from geo.model import Loss, ProjectFacts
from geo.phrases import pct
from geo.present.firm_text import FirmWords
from geo.progress import finish

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture(scope="module")
def ranking(tmp_path_factory):
    ws = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("data")))
    script = finish(actions.read_script(ws, ASSETS / "samples" / "shuixiang.txt"))
    script = replace(script, scenes=script.scenes[:3])
    made = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights, ("绍兴",)))
    yield ws.phrases, made
    ws.store.close()


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (0, "0%"),
        (0.0001, "<1%"),
        (0.005, "<1%"),
        (0.614, "61%"),
        (0.995, ">99%"),
        (0.9999, ">99%"),
        (1, "100%"),
    ],
)
def test_a_share_is_never_told_surer_than_it_is(share, told):
    assert pct(share) == told


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("change", [0.002, -0.002, 0.0])
def test_a_change_that_percents_do_not_show_is_told_as_a_little(ranking, lang, change):
    phrases, made = ranking
    told = FirmWords(made, phrases, lang).loses(Loss("fit", change, 0.301 + change, 1))
    assert "30%" not in told
    assert "{" not in told
    clear = FirmWords(made, phrases, lang).loses(Loss("fit", 0.1, 0.4, 1))
    assert "30%" in clear
    assert "40%" in clear
