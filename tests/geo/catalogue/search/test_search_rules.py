"""The rule for drives, and the words that ship."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.search import load_search_rules
from geo.catalogue.search.rules import Drive
from geo.errors import FactsError
from geo.model import Kind
from geo.phrases import load_levels

ASSETS = Path(__file__).parents[4] / "assets"
RULES = load_search_rules(ASSETS / "search.yaml")


def test_a_drive_worked_by_hand():
    drive = Drive(1.5, ((15, 30), (60, 50)))
    # 10 km straight are 15 km of road: half an hour
    assert drive.minutes(10) == pytest.approx(30)
    # 50 km straight are 75: 30 min, then 45 km and another 15 at 50 km/h
    assert drive.minutes(50) == pytest.approx(30 + 72)
    assert drive.reach_km(102) == pytest.approx(50)


@given(st.floats(0, 20_000), st.floats(0, 20_000))
def test_reach_undoes_minutes_and_farther_takes_longer(one, other):
    drive = RULES.drive
    assert drive.reach_km(drive.minutes(one)) == pytest.approx(one, abs=1e-6)
    if one < other:
        assert drive.minutes(one) <= drive.minutes(other)


def test_every_code_that_has_words_is_one_that_places_have():
    levels = load_levels(ASSETS / "vocabulary" / "levels.yaml")
    assert set(RULES.levels) <= set(levels)
    assert set(RULES.kinds) == {kind.value for kind in Kind}
    assert set(RULES.eras) == {
        "ancient", "republican", "1950s-80s", "contemporary", "futuristic",
    }  # fmt: skip


@pytest.mark.parametrize(
    "break_it",
    [
        lambda content: content.pop("kinds"),
        lambda content: content["kinds"].update({"pub": ["酒吧"]}),
        lambda content: content["drive"].update(winding=0.5),
        lambda content: content["drive"].update(steps=[]),
        lambda content: content["drive"].update(steps=[{"km": 9, "kmh": 0}]),
        lambda content: content.update(areas=[{"zh": "江南"}]),
    ],
)
def test_a_broken_file_is_told(tmp_path, break_it):
    content = yaml.safe_load((ASSETS / "search.yaml").read_text(encoding="utf-8"))
    break_it(content)
    path = tmp_path / "search.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(FactsError, match="rules_broken"):
        load_search_rules(path)
