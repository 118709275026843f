from __future__ import annotations

from pathlib import Path

import pytest

from geo import actions
from geo.progress import finish

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture(scope="session")
def ws(tmp_path_factory):
    made = finish(actions.open_workspace(ASSETS, tmp_path_factory.mktemp("data")))
    yield made
    made.store.close()
