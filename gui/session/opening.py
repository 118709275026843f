"""Begin and end: open the catalogue, bring the last project back, keep the present one."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from geo.errors import KnownError
from geo.model import (
    BaseMap,
    Division,
    Evidence,
    Project,
    ProjectFacts,
    Ranking,
    Reason,
    Sample,
)
from geo.model.pitch import PitchWishes
from geo.progress import Job, Step
from gui.pictures import keep_copies
from gui.session.api import Actions
from gui.session.core import Core, as_job
from gui.session.listed import Listed
from gui.session.state import Changes
from gui.task import Pool

if TYPE_CHECKING:
    from geo import actions as real
    from geo.actions import Workspace

    # the real actions have the shape that the session counts on
    _shape: Actions = real

SAVE_AFTER_MS = 1200
CATALOGUE_FILE = "catalogue.sqlite"
COPIES = Path("cache") / "thumbs"
CALM = ("saved_all",)
"""What was found at the start and needs nobody's hand."""
KEPT = (
    "script",
    "facts",
    "weights",
    "cities",
    "workplace",
    "name",
    "evidence",
    "wishes",
    "planned",
    "pitch_wishes",
)


@dataclass(frozen=True, slots=True)
class _Opened:
    actions: Actions
    ws: Workspace
    sites: Listed
    divisions: tuple[Division, ...]
    samples: tuple[Sample, ...]
    project: Project | None
    trouble: KnownError | None
    catalogue_date: str | None


def _real_actions() -> Actions:
    """The actions, loaded beside the window: with the database they take longer than it does."""
    return cast("Actions", importlib.import_module("geo.actions"))


def _open_all(given: Actions | None, assets: Path, data: Path, *, restore: bool) -> Job[_Opened]:
    """Open the catalogue; a project that cannot be read back does not keep the window shut."""
    yield Step("open")
    actions = _real_actions() if given is None else given
    ws = yield from actions.open_workspace(assets, data)
    yield Step("open.sites")
    sites = Listed(actions.list_sites(ws)).prepare()
    yield Step("open.divisions")
    divisions = actions.divisions(ws)
    yield Step("open.project")
    project, trouble = None, None
    try:
        project = actions.load_project(ws) if restore else None
    except KnownError as error:
        trouble = error
    samples = actions.samples(ws)
    date = ws.store.catalogue_date()
    return _Opened(actions, ws, sites, divisions, samples, project, trouble, date)


def _prepare(actions: Actions, ws: Workspace) -> Job[None]:
    """Load the reading beside the window; even to name the action would load it."""
    yield Step("open")
    yield from actions.prepare_reading(ws)


class Opening(Core):
    """Opening, restoring, saving and closing."""

    def __init__(
        self,
        actions: Actions | None,
        assets: Path,
        data: Path,
        *,
        language: str = "zh",
        pool: Pool | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(actions, assets, data, language=language, pool=pool, parent=parent)
        self._unsaved = False
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(SAVE_AFTER_MS)
        self._saver.timeout.connect(self.save)
        self.changed.connect(self._save_later)

    def open(self, *, restore: bool = True) -> None:
        """Open the catalogue, then the map, then the last project."""
        self.forget_notes("open")
        job = _open_all(self._given, self._assets, self._data, restore=restore)
        self.ask("open", job, self._take_workspace)

    def _take_workspace(self, opened: _Opened) -> None:
        self._opened = opened.actions
        self._ws = opened.ws
        keep_copies(self._data / COPIES)
        weights = self.state.weights or opened.ws.default_weights
        self.put(
            ready=True,
            phrases=opened.ws.phrases,
            vocabulary=opened.ws.vocabulary,
            fields=opened.ws.fields,
            sites=opened.sites,
            catalogue_date=opened.catalogue_date,
            divisions=opened.divisions,
            samples=opened.samples,
            weights=weights,
            presets=opened.ws.presets,
            home_cities=self._actions.FOUR_CITIES,
        )
        self.ask("map", self._actions.load_basemap(self._ws), self._take_map)
        self._tell_start(opened.ws.store.start.told)
        why = opened.ws.store.why_read_only
        if why is not None:
            error = KnownError(why, file=CATALOGUE_FILE, folder=str(self._data))
            self.tell_error("read_only", error)
        if opened.trouble is not None:
            self.tell_error("project", opened.trouble)
        if opened.project is not None:
            self._take_project(opened.project)

    def _tell_start(self, told: Sequence[Reason]) -> None:
        """What was done about the catalogue file before it could be opened."""
        for number, one in enumerate(told):
            level = "ok" if one.code in CALM else "warn"
            self.tell(f"start.{number}", one.code, one.values, level=level)

    def _take_map(self, basemap: BaseMap) -> None:
        self.put(basemap=basemap)
        if self._ws is not None:
            self.ask("words", _prepare(self._actions, self._ws), lambda _: None)

    def _take_project(self, project: Project) -> None:
        self._kept_history.clear()
        self.put(
            name=project.name,
            script=project.script,
            facts=project.facts,
            weights=project.weights or self.state.weights,
            cities=project.cities,
            workplace=project.workplace,
            evidence=project.evidence,
            wishes=project.wishes,
            planned=project.planned,
            pitch_wishes=project.pitch,
            plan=None,
            plan_progress=None,
            plan_changes=None,
            alternatives=(),
            only=None,
            can_undo=False,
            can_redo=False,
        )
        self._unsaved = False
        self.rank()

    def set_workplace(self, adcode: str | None) -> None:
        """Where one works: the map opens there."""
        self.put(workplace=adcode)

    def rank(self) -> None:
        """Price and rank for the present script, facts and cities."""
        state = self.state
        if self._ws is None:
            return
        if state.script is None or not state.script.scenes:
            self.stop("rank")
            self.put(ranking=None)
            return
        self.forget_notes("rank")
        began = datetime.now().astimezone()
        job = self._actions.rank(
            self._ws,
            state.script,
            state.facts,
            state.weights,
            state.cities,
            wishes=state.wishes,
        )
        self.ask(
            "rank",
            job,
            lambda ranking: self._take_ranking(
                ranking, (datetime.now().astimezone() - began).total_seconds()
            ),
        )

    def _take_ranking(self, ranking: Ranking, seconds: float) -> None:
        wishes = replace(ranking.wishes, method=self.state.wishes.method)
        if ranking.weights != self.state.weights or ranking.wishes != wishes:
            # the sliders or the method moved on while this was reckoned
            ranking = replace(ranking, wishes=wishes)
            ranking = self._actions.reweight(ranking, self.state.weights)
        self.put(ranking=ranking, rank_seconds=seconds)

    def set_cities(self, cities: Sequence[str]) -> None:
        """Rank these cities only; none named means the four."""
        if tuple(cities) != self.state.cities:
            self.put(cities=tuple(cities))
            self.rank()

    def save(self) -> None:
        """Keep the project now."""
        self._saver.stop()
        if self._ws is None or not self._unsaved:
            return
        self._unsaved = False
        ws, project = self._ws, self._project()
        self.ask(
            "save",
            as_job("save", lambda: self._actions.save_project(ws, project)),
            lambda kept: self._saved(project.name, kept),
            write=True,
            failed=self._not_saved,
        )

    def _saved(self, name: str, kept: str | None) -> None:
        """It is kept; under another name where a second window works on the same project."""
        self.put(saved_at=datetime.now().astimezone())
        if kept is not None and kept != name and self.state.name == name:
            self.put(name=kept)
            self.tell("project", "project_kept_beside", {"name": name, "kept": kept}, level="warn")

    def _not_saved(self, _error: KnownError) -> None:
        """The next change, or closing, tries again."""
        self._unsaved = True

    def discard(self) -> None:
        """Do not keep what was done: for pictures of the window, which are nobody's project."""
        self._saver.stop()
        self._unsaved = False

    def close(self) -> None:
        """Keep the project, stop everything, wait for the threads."""
        self.save()
        self._saver.stop()
        self._desk.close()
        if self._ws is not None:
            self._ws.store.close()
        self._ws = None

    def _save_later(self, changes: Changes) -> None:
        if self._ws is None or not changes.touch(*KEPT):
            return
        state = self.state
        # a pack of places needs no script
        told = (state.script, state.facts, state.evidence, state.pitch_wishes)
        if told == (None, ProjectFacts(), Evidence(), PitchWishes()):
            return
        self._unsaved = True
        self._saver.start()
