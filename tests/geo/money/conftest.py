from __future__ import annotations

from pathlib import Path

import pytest

from geo.money import load_money
from geo.money.uplift.route_a import load_cases

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture(scope="session")
def assets():
    return ASSETS


@pytest.fixture(scope="session")
def money():
    return load_money(ASSETS)


@pytest.fixture(scope="session")
def costs(money):
    return money.costs


@pytest.fixture(scope="session")
def book(money):
    return money.policies


@pytest.fixture(scope="session")
def model(money):
    return money.uplift


@pytest.fixture(scope="session")
def cases():
    return load_cases(ASSETS / "money" / "cases.yaml")
