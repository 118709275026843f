"""Press claims to try the check with: read from their file, each of them on record."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.errors import FactsError
from geo.money.uplift.cases import load_case_book
from geo.money.uplift.examples import load_examples

ASSETS = Path(__file__).resolve().parents[4] / "assets" / "money"
ONE = (
    "schema: 1\nexamples:\n- {id: a, work: 剧, place: 平潭, scale: B, start: 2024-06-01, "
    "end: 2024-06-30, growth: 0.134}\n"
)


def test_each_stands_in_the_case_file_with_its_growth():
    growths = {round(case.raw, 4) for case in load_case_book(ASSETS).cases}
    examples = load_examples(ASSETS)
    assert len(examples) == 4
    assert {round(one.claim.growth, 4) for one in examples} <= growths


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("2024-06-30", "2024-05-30", "end"),
        ("2024-06-30", "June", "end"),
        ("growth: 0.134", "growth: -1.5", "growth"),
        ("scale: B", "scale: D", "scale"),
        ("growth: 0.134", "growth: 0.134, release: soon", "release"),
        ("growth: 0.134", "growth: 0.134, colour: red", "colour"),
        ("start: 2024-06-01, ", "", "end"),
    ],
)
def test_a_broken_one_is_refused_by_name(tmp_path, old, new, field):
    (tmp_path / "press_examples.yaml").write_text(ONE, encoding="utf-8")
    assert load_examples(tmp_path)[0].claim.place == "平潭"
    (tmp_path / "press_examples.yaml").write_text(ONE.replace(old, new), encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_examples(tmp_path)
    assert caught.value.values["field"] == field
