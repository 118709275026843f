"""A picture of the real window, drawn off screen, once all of its work is done."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from gui.session import State
from gui.settings import LANGUAGE, PAGE, PAGES, TEXT_SCALE, THEME, WHO, Settings
from gui.window.build import build_window
from gui.window.field_shot import FIRST, copy_of, lay_out_desk
from gui.window.main_window import MainWindow

PATIENCE_MS = 120_000
SETTLE_MS, SETTLE_TURNS = 30, 6
PLAN_MS = 30_000


class ShotError(RuntimeError):
    """The window did not come to rest, or the file could not be written."""


def shoot(
    out: Path,
    *,
    assets: Path,
    data: Path,
    script: Path | None = None,
    page: str = "sites",
    lang: str = "zh",
    size: tuple[int, int] = (1440, 900),
    theme: str = "light",
) -> Path:
    """Write a PNG of the window at ``size`` px showing ``page``: start, import or one of PAGES.

    Without a QApplication one is made. On the page field there is an example desk, made of a copy
    of the data. The user's own window settings are not touched. Raises
    ValueError for an unknown page, ShotError when the picture cannot be had.
    """
    if page not in (*PAGES, "start", "import"):
        raise ValueError(page)
    app = QApplication.instance() or QApplication(["kanjing"])
    with tempfile.TemporaryDirectory() as folder:
        settings = _settings(Path(folder), lang, theme, page)
        if page == "field":
            # its example writes: never to anybody's catalogue
            data = copy_of(data, Path(folder) / "data")
            settings.put(WHO, FIRST)
        window = build_window(assets, data, settings=settings)
        window.resize(QSize(*size))
        window.show()
        window.begin(restore=False)
        _rest(window)
        if script is not None and page != "start" and window.session.state.ready:
            read = window.session.read if page == "import" else window.session.take_in
            read(script)
            _rest(window)
            if page == "plan":
                window.session.make_plan()
                # a shot shows what there is by then, proven or not
                QTimer.singleShot(PLAN_MS, window, window.session.stop_here)
                _rest(window)
            if page == "field":
                lay_out_desk(window.session, Path(folder), lambda: _rest(window))
        picture = window.grab()
        saved = picture.save(str(out))
        window.session.discard()
        window.close()
        window.deleteLater()
    del app
    if not saved:
        raise ShotError(str(out))
    return out


def _settings(folder: Path, lang: str, theme: str, page: str) -> Settings:
    settings = Settings(folder / "window.ini")
    settings.put(LANGUAGE, lang)
    settings.put(THEME, theme)
    settings.put(TEXT_SCALE, 1.0)
    settings.put(PAGE, page if page in PAGES else "script")
    return settings


def _rest(window: MainWindow) -> None:
    """Run the event loop until nothing is left to do and what changed has been laid out."""
    loop = QEventLoop()
    patience, settle = QTimer(), QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(lambda: loop.exit(1))
    settle.setInterval(SETTLE_MS)
    session, left = window.session, SETTLE_TURNS

    def start() -> None:
        nonlocal left
        if not settle.isActive() and _settled(session.state):
            left = SETTLE_TURNS
            settle.start()

    def turn() -> None:
        # a layout may ask for another: several turns of the loop, not one long wait
        nonlocal left
        left -= 1
        if not _settled(session.state):
            settle.stop()
        elif left <= 0:
            loop.quit()

    settle.timeout.connect(turn)
    # an answer may be drawn a moment after the last request ended
    for signal in (session.idle, session.changed):
        signal.connect(start)
    patience.start(PATIENCE_MS)
    # all may be done already, and then nothing tells of it any more
    start()
    late = loop.exec()
    for signal in (session.idle, session.changed):
        signal.disconnect(start)
    patience.stop()
    settle.stop()
    if late:
        raise ShotError(f"the window did not come to rest: {_under_way(session.state)}")


def _settled(state: State) -> bool:
    """Whether nothing is under way and the ranking, if there is one, has been defended."""
    return not _under_way(state)


def _under_way(state: State) -> str:
    """What is still to come; empty when nothing is."""
    ranking = state.ranking
    if state.busy:
        return ", ".join(one.kind for one in state.busy)
    if state.rested is not ranking:
        return "ranking"
    if ranking is None or not ranking.sites:
        return ""
    return "" if state.defence is not None and state.defence.done else "defence"
