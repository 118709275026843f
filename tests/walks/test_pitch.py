"""A pack for a crew through the window: catalogue, engines, typesetter and threads are real."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from geo.model.pitch import Audience, BureauCard, PitchFormat, PitchPart, SiteFile
from gui.pages.pitch import openers
from gui.window import build_window

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PATIENCE_MS = 90_000
SECRET = "13812345678"


@pytest.fixture
def window(qtbot, tmp_path):
    made = build_window(ASSETS, tmp_path / "data")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignal(made.session.idle, timeout=PATIENCE_MS):
        made.begin(restore=False)
    yield made
    made.session.discard()
    made.close()


def settle(qtbot, session):
    def quiet():
        return bool(session.state.pitch_pages) and not session.state.busy

    qtbot.waitUntil(quiet, timeout=PATIENCE_MS)


def test_script_pack_look_files(qtbot, window, tmp_path, monkeypatch):
    session = window.session
    session.take_in(ASSETS / "samples" / "yiqu_gusu.fdx")
    qtbot.waitUntil(
        lambda: session.state.ranking is not None and not session.state.busy, timeout=PATIENCE_MS
    )
    window.menus.actions_by_name["page_pitch"].trigger()
    crew = window.pitch_page.crew
    settle(qtbot, session)
    pitch = session.state.pitch
    assert crew.pages.strip.count > len(pitch.wishes.parts)
    assert len(pitch.scenes) == len(session.state.script.played)

    # a place of one's own, what is known of it, and one part less
    first = pitch.sites[0].site
    session.wish_pitch(sites=(first.id,))
    session.save_site_file(SiteFile(first.id, contact="王主任", owner="李四", owner_phone=SECRET))
    session.save_card(BureauCard("苏州影视服务窗口", city="苏州", phone="0512-65000000"))
    session.turn_part(PitchPart.SCENES, on=False)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: session.state.pitch.card.name != "", timeout=PATIENCE_MS)
    settle(qtbot, session)
    assert [one.site.id for one in session.state.pitch.sites] == [first.id]
    assert crew.left.addressed.places.text() == first.name_zh

    # rivals are compared on screen, and stay out of what the public gets
    session.wish_pitch(compare=("苏州", "绍兴"), audience=Audience.PUBLIC)
    settle(qtbot, session)
    assert [one.key for one in session.state.pitch_beside] == ["苏州", "绍兴"]
    assert [one.key for one in session.state.pitch.compared] == ["苏州"]

    session.wish_pitch(formats=frozenset({PitchFormat.PDF, PitchFormat.TEXT}))
    settle(qtbot, session)
    monkeypatch.setattr(openers, "ask_to_send", lambda *_: True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.mouseClick(crew.left.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: any(one.code == "pitch_written" for one in session.state.notes),
        timeout=PATIENCE_MS,
    )
    folder = tmp_path / session.pack_name()
    written = {path.suffix: path for path in folder.iterdir()}
    assert set(written) == {".pdf", ".txt"}
    with pypdfium2.PdfDocument(written[".pdf"]) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "苏州影视服务窗口" in text
    assert "王主任" in text
    assert SECRET not in text + written[".txt"].read_text(encoding="utf-8")
    assert "绍兴" not in text
