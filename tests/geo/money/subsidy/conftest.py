from __future__ import annotations

from pathlib import Path

import pytest

from geo.money.subsidy.files import load_policies

ASSETS = Path(__file__).parents[4] / "assets"


@pytest.fixture(scope="session")
def book():
    return load_policies(ASSETS / "policies")
