from pathlib import Path

import pytest

from geo.progress import finish
from geo.script import load_vocabulary, read_script

ASSETS = Path(__file__).parents[3] / "assets"


@pytest.fixture(scope="session")
def vocabulary():
    return load_vocabulary(ASSETS / "vocabulary")


@pytest.fixture(scope="session")
def read(vocabulary, tmp_path_factory):
    """Read a text or bytes as a file of the given name."""
    folder = tmp_path_factory.mktemp("scripts")

    def reading(content, name="script.txt"):
        path = folder / name
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        path.write_bytes(data)
        return finish(read_script(path, vocabulary))

    return reading
