"""Wishes as people write them, and the word that is meant where one is not known."""

import pytest

from geo import actions
from geo.errors import FactsError
from geo.model import CRITERIA, Criterion, Method, Must, MustCode, Wishes

STAGE, SAFE = Must(MustCode.STAGE), Must(MustCode.NO_RISK)


def test_words_stand_with_commas_or_one_by_one(ws):
    together = actions.read_wishes(ws, ["stage,no_risk，near=100, price=8000"], ["travel,risk"])
    apart = actions.read_wishes(
        ws, ["stage", "no_risk", "near=100", "price=8000"], ["travel", "risk", "travel"]
    )
    near, price = Must(MustCode.NEAR, 100.0), Must(MustCode.PRICE, 8_000.0)
    assert together == apart == Wishes((STAGE, SAFE, near, price), extra=("travel", "risk"))
    assert actions.read_wishes(ws) == Wishes()


def test_cities_are_alternatives_and_may_be_named_in_either_language(ws):
    wishes = actions.read_wishes(ws, ["city=苏州市", "stage", "city=shaoxing,city=苏州"])
    assert wishes.musts == (STAGE, Must(MustCode.CITY, names=("苏州", "绍兴")))


@pytest.mark.parametrize(
    ("musts", "extra", "method", "code", "near"),
    [
        (["stag"], [], None, "wish_unknown_near", "stage"),
        (["no-risk"], [], None, "wish_unknown_near", "no_risk"),
        (["city=苏洲"], [], None, "wish_unknown_near", "苏州"),
        ([], ["travels"], None, "wish_unknown_near", "travel"),
        ([], [], "vicor", "wish_unknown_near", "vikor"),
        ([], [], "saw", "wish_unknown", None),
        ([], [], "", "wish_unknown", None),
        (["near"], [], None, "wish_amount", None),
        (["price=-1"], [], None, "wish_amount", None),
        (["near=nan"], [], None, "wish_amount", None),
        (["stage=3"], [], None, "wish_takes_nothing", None),
    ],
)
def test_a_bad_word_names_what_was_meant(ws, musts, extra, method, code, near):
    with pytest.raises(FactsError) as caught:
        actions.read_wishes(ws, musts, extra, method)
    assert caught.value.code == code
    assert caught.value.values.get("near") == near
    for lang in ("zh", "en"):
        assert "{" not in ws.phrases.say(code, lang, caught.value.values)


def test_the_project_file_may_wish_too(ws, tmp_path):
    path = tmp_path / "project.toml"
    site = ws.store.sites()[0].id
    path.write_text(
        "[crew]\nsize = 45\n[wishes]\nmust = ['near=300']\nextra = ['risk']\n"
        f"agreed = ['{site}']\nmethod = 'topsis'\n",
        encoding="utf-8",
    )
    assert actions.read_facts(ws, path).values == {"crew.size": 45}
    wishes = actions.read_wishes(ws, ["stage"], ["travel"], None, path)
    assert wishes == Wishes(
        (Must(MustCode.NEAR, 300.0), STAGE),
        frozenset({site}),
        ("risk", "travel"),
        method=Method.TOPSIS,
    )
    assert actions.read_wishes(ws, method="vikor", path=path).method is Method.VIKOR


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("wishes = 3", "facts_wanted.table"),
        ("[wishes]\nmusts = []", "wish_unknown_near"),
        ("[wishes]\nmust = 'stage'", "facts_wanted.tags"),
        ("[wishes]\nmethod = 2", "facts_wanted.text"),
        ("[wishes]\nagreed = ['nobody']", "wish_place_unknown"),
        ("[wishes]\nagreed = ['']", "wish_place_unknown"),
    ],
)
def test_a_bad_wish_in_the_project_file_is_told(ws, tmp_path, text, code):
    path = tmp_path / "project.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        actions.read_wishes(ws, path=path)
    assert caught.value.code == code
    assert "{" not in ws.phrases.say(code, "zh", caught.value.values)


def test_an_extra_criterion_takes_a_tenth_unless_its_weight_is_told():
    even = dict.fromkeys(CRITERIA, 0.25)
    weights, wishes = actions.read_weights("", even, Wishes(extra=("travel", "risk")))
    total = sum(weights.values())
    assert weights["travel"] / total == weights["risk"] / total == pytest.approx(0.1)
    assert weights[Criterion.FIT] / total == pytest.approx(0.2)
    told, implied = actions.read_weights("cost=.4,travel=0.2", even, Wishes())
    assert (told["cost"], told["travel"], implied.extra) == (0.4, 0.2, ("travel",))
    assert wishes.extra == ("travel", "risk")


@pytest.mark.parametrize(
    "text", ["cost=x", "cost=-1", "cost=nan", "cost=inf", "cost=1e300", "cost"]
)
def test_weights_that_are_no_weights(text):
    with pytest.raises(FactsError, match="weights_unreadable"):
        actions.read_weights(text, dict.fromkeys(CRITERIA, 0.25), Wishes())
    with pytest.raises(FactsError, match="weights_unreadable"):
        actions.read_weights("cost=0", {Criterion.COST: 1.0}, Wishes())
