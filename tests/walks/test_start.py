"""What a window that opens loads, and what it does not."""

from __future__ import annotations

import subprocess
import sys

LIST = """
import sys
from geo import actions
actions.open_workspace
print(*(name for name in sys.modules if name.startswith("geo.script.")))
from geo.progress import finish
assert all(callable(getattr(actions, name)) for name in actions.__all__ if name[0].islower())
print(*(name for name in sys.modules if name.startswith("geo.script.")))
try:
    actions.no_such_action
except AttributeError:
    print("none")
"""


def test_opening_loads_no_grammar_and_every_action_is_there_when_asked_for():
    done = subprocess.run([sys.executable, "-c", LIST], check=True, capture_output=True, text=True)
    before, after, missing = done.stdout.splitlines()
    assert "geo.script.grammar.headings" not in before
    assert "geo.script.grammar.headings" in after
    assert missing == "none"
