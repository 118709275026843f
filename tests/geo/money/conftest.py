from __future__ import annotations

from pathlib import Path

import pytest

from geo.money import load_case_book, load_money

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
def case_book():
    return load_case_book(ASSETS / "money")
