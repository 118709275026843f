"""A small catalogue of two sites, and a plain user when the tests run as root."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.geo.catalogue.made import BASE, GARDEN, make_seed, opened

NOBODY = 65534


@pytest.fixture
def seed(tmp_path):
    return make_seed(tmp_path / "seed", GARDEN, BASE)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "catalogue.sqlite"


@pytest.fixture
def store(path, seed):
    made = opened(path, seed)
    yield made
    made.close()


@pytest.fixture
def plain_folder():
    """A folder in which a plain user may do anything."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def plain_user():
    """Rights bind root to nothing: be somebody else for a while."""
    if os.name != "posix":
        pytest.skip("file modes bind nobody here")
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    yield
    os.setresuid(0, 0, 0)
