from __future__ import annotations

import pytest

from geo.money import load_costs, load_uplift


@pytest.fixture(scope="session")
def costs(assets):
    return load_costs(assets / "money" / "costs.yaml")


@pytest.fixture(scope="session")
def model(assets, costs):
    return load_uplift(assets / "money" / "uplift.yaml", costs)
