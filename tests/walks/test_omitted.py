"""A scene that is no longer played counts nowhere, on no page: one fact has one value."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geo.model import ProjectFacts
from gui.models.coverage import scene_coverage
from gui.pages.script import ScriptPage
from gui.pages.sites import SitesPage
from gui.session import Session
from gui.task import InstantPool

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "tests" / "data" / "scripts" / "numbered_rebirth.docx"


@pytest.fixture
def session(qtbot, qapp, tmp_path):
    made = Session(None, ROOT / "assets", tmp_path, pool=InstantPool())
    made.open(restore=False)
    made.read(SCRIPT)
    yield made
    made.close()


def test_every_page_counts_the_same_scenes(qtbot, session):
    preview = session.state.preview.script
    [gone] = [scene for scene in preview.scenes if scene.omitted]
    count = len(preview.scenes) - 1
    page, sites = ScriptPage(session), SitesPage(session)
    for one in (page, sites):
        qtbot.addWidget(one)
        one.show()
    assert f"{count} 场" in page._contents_count.text()
    assert str(count) in page.foot.import_button.text()
    session.take_preview()
    state = session.state
    coverage = scene_coverage(state.script, state.ranking.columns)
    assert len(coverage) == count
    assert gone.id not in coverage
    assert not [one for one in state.script.sets if gone.id in one.scenes]
    assert state.facts == ProjectFacts()
    back = replace(state.script, scenes=tuple(replace(s, omitted=False) for s in preview.scenes))
    assert len(scene_coverage(back, state.ranking.columns)) == count + 1
