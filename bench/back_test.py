"""How the tourism model did on cases it had not seen, failures printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from geo.money import load_money
from geo.money.uplift.route_a import PastCase, back_test, coverage, load_cases

SETS: dict[str, Callable[[PastCase], bool]] = {
    "all": lambda _case: True,
    "one attraction or village": lambda case: case.scale == "A",
    "county or city": lambda case: case.scale == "B",
    "prefecture or larger": lambda case: case.scale == "C",
    "systematic cases only": lambda case: not case.success,
    "micro-drama": lambda case: case.kind == "micro_drama",
}


def run(assets: Path) -> None:
    """Print the coverage of the 80% interval, one production left out at a time."""
    cases = [case for case in load_cases(assets / "money" / "cases.yaml") if case.role == "main"]
    verdicts = back_test(cases, load_money(assets).uplift.priors)
    print("tourism model, reference class: cases inside the 80% interval (leave one title out)")
    for name, keep in SETS.items():
        inside, judged, score = coverage(verdicts, keep)
        print(f"  {name:<28} {inside:>2} of {judged:<2}   interval score {score:.2f}")
    for verdict in verdicts:
        if not verdict.inside:
            print(f"  missed: {verdict.case.work}, {verdict.case.place}")
    print(
        "  the forecast for a new title (route B) is not validated: four cases, prior set in view"
    )
