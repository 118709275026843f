"""The explanation of the chosen place or city, and what can be asked and said there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from geo.model import Reason
from geo.model.field import SITE, Approval, FieldKey, Stage
from gui.pages.page import Page
from gui.pages.quote_dialog import QuoteDialog
from gui.pages.sites.explained import explain_city, explain_site, likenesses
from gui.pages.sites.list_pane import SITES, ListPane
from gui.pages.stage_words import stage_note, stands_word
from gui.pages.value_words import field_word
from gui.pictures import ENDINGS
from gui.session import Changes, Session
from gui.texts import RowShares, Shares, city_shares, site_shares
from gui.widgets.detail_panel import DetailPanel
from gui.widgets.detail_view import DetailView
from gui.widgets.photo_viewer import PhotoViewer

_CHIPS = {Stage.PROPOSED: "flag", Stage.REVIEWED: "sel", Stage.PUBLISHED: "ok"}


@dataclass(frozen=True, slots=True)
class _Basis:
    """What an explanation rests on; two that are equal need no second telling."""

    words: tuple[str, ...]
    agreed: frozenset[str]
    hints: tuple[Reason, ...]
    ids: tuple[int, ...]
    kept: tuple[object, ...] = field(compare=False)


class DetailPane(Page):
    """Explains what ``lists`` points at. ``page_asked`` tells the page that says more."""

    page_asked = Signal(str)

    def __init__(self, session: Session, lists: ListPane, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._lists = lists
        self.panel = DetailPanel(shelf=lists.shelf)
        self.viewer: PhotoViewer | None = None
        self._viewed = ""
        self._stages_asked = False
        self._explained: _Basis | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self._connect()

    def _connect(self) -> None:
        panel, lists, session = self.panel, self._lists, self.session
        panel.quote_asked.connect(self._quote)
        panel.photos_asked.connect(self._choose_photos)
        panel.photo_opened.connect(self.view_photos)
        panel.photos_dropped.connect(session.add_photos)
        panel.agreed.connect(lambda one, agreed: session.set_agreed(one, agreed=agreed))
        panel.alike_wanted.connect(self._look_alike)
        panel.standing_asked.connect(lambda: self.page_asked.emit("defend"))
        panel.record.history_asked.connect(self._open_history)
        panel.record.register_asked.connect(self._open_register)
        panel.record.field_asked.connect(self._take_along)
        lists.mode_changed.connect(lambda _mode: self.explain())
        lists.sites.drop.dropped.connect(session.add_photos)
        lists.sites.drawer.photoClicked.connect(self.view_photos)
        for ranked in (lists.sites, lists.cities):
            ranked.drawer.sharesClicked.connect(lambda _one: panel.open_section("standing"))

    def show_state(self, changes: Changes) -> None:
        """Explain again, or tell what came to be known since."""
        if changes.touch("rested", "script", "selection", "language", "sites", "wishes"):
            self.explain()
        elif changes.touch("defence"):
            self.panel.standing.show_shares(self._shares())
        if changes.touch("outdoors", "ready", "sites", "selection", "language", "phrases"):
            self._show_stage()
        if changes.touch("alike", "alike_of", "busy", "selection", "language"):
            self._show_alike()
        if changes.touch("sites"):
            self._show_photos()

    def explain(self) -> None:
        """Explain the chosen place or city; a slider on its way mostly changes nothing here."""
        basis = self._basis()
        if basis != self._explained:
            self._explained = basis
            view = self._view(basis.hints)
            if view != self.panel.view:
                self.panel.explain(view)
        self.panel.standing.show_shares(self._shares())

    def _basis(self) -> _Basis:
        state, chosen, ranking = self.state, self.state.selection, self.state.ranking
        one = chosen.site if self._lists.mode == SITES else chosen.city
        of = "site_id" if self._lists.mode == SITES else "city"
        hints = ranking.hints if ranking is not None else ()
        offers = (ranking.sites, ranking.cities, ranking.excluded) if ranking is not None else ()
        # alone their being the same objects counts: comparing them would take as long as telling
        kept = (state.sites, state.script, state.phrases, *offers)
        mine = tuple(hint for hint in hints if hint.values.get(of) == one)
        words = (self._lists.mode, one or "", state.language)
        return _Basis(words, state.wishes.agreed, mine, tuple(map(id, kept)), kept)

    def _view(self, hints: tuple[Reason, ...]) -> DetailView | None:
        state, chosen, ranking = self.state, self.state.selection, self.state.ranking
        if self._lists.mode == SITES:
            offer = ranking.columns.offer(chosen.site) if ranking is not None else None
            return explain_site(state, offer, self._say, hints)
        towns = ranking.cities if ranking is not None else ()
        town = next((one for one in towns if one.city == chosen.city), None)
        return explain_city(state, town, self._say, hints)

    def _say(self, reason: Reason) -> str:
        phrases = self.state.phrases
        return reason.code if phrases is None else phrases.tell(reason, self.state.language)

    def _shares(self) -> RowShares | None:
        """How firm the place that is explained stands, as far as anybody knows."""
        state, ranking, view = self.state, self.state.ranking, self.panel.view
        if ranking is None or view is None:
            return None
        known: Shares | None
        if view.is_site:
            known, column = site_shares(state.defence), ranking.columns.of_site.get(view.id)
        else:
            cities = ranking.city_board.ids
            known = city_shares(state.defence)
            column = cities.index(view.id) if view.id in cities else None
        if known is None or column is None or column >= len(known):
            return None
        return known.row(column)

    def _look_alike(self, site_id: str) -> None:
        self.session.look_alike(site_id)
        self._show_alike()

    def _show_alike(self) -> None:
        view, state = self.panel.view, self.state
        if view is not None and state.alike_of == view.id and self.panel.alike.opened:
            looking = state.is_busy("alike")
            self.panel.alike.show_alike(likenesses(state, self._say), looking=looking)

    def _quote(self, site_id: str, _line: str) -> None:
        site = self.state.site(site_id)
        if site is not None:
            QuoteDialog(self.session, site, self).exec()

    # ---- the register, the history, the field

    def _show_stage(self) -> None:
        view, state = self.panel.view, self.state
        if state.ready and not self._stages_asked:
            self._stages_asked = True
            self.session.load_approvals()
        if view is None or not view.is_site:
            return
        approval = state.outdoors.approvals.get(view.id, Approval(SITE, view.id))
        keys = (FieldKey(SITE, view.id, one) for one in approval.changed_since)
        changed = [field_word(state, one) for one in keys]
        chip = "warn" if changed else _CHIPS[approval.stage]
        self.panel.record.tell(
            stands_word(approval), chip, stage_note(approval, changed, state.language)
        )

    def _open_history(self) -> None:
        from gui.pages.field.openers import open_site_history

        if self.panel.view is not None:
            open_site_history(self.session, self, self.panel.view.id)

    def _open_register(self) -> None:
        from gui.pages.field.openers import open_register

        if self.panel.view is not None:
            open_register(self.session, self, (self.panel.view.id,))

    def _take_along(self) -> None:
        from gui.pages.field.openers import open_pack_dialog

        if self.panel.view is not None:
            open_pack_dialog(self.session, self, (self.panel.view.id,))

    def _choose_photos(self, site_id: str) -> None:
        kinds = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        word = self.tr("照片")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("加照片"), "", f"{word} ({kinds})")
        if names:
            self.session.add_photos(site_id, [Path(name) for name in names])

    def view_photos(self, site_id: str, number: int = 0) -> None:
        """Open the photos of a place, from ``number`` on."""
        if self.viewer is None:
            viewer = self.viewer = PhotoViewer(self._lists.shelf, self.window())
            viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            viewer.finished.connect(self._forget_viewer)
            viewer.cover_asked.connect(lambda path: self.session.make_cover(self._viewed, path))
            viewer.removal_asked.connect(lambda path: self.session.remove_photo(self._viewed, path))
            viewer.undo_asked.connect(self.session.revert_photos)
        self._viewed = site_id
        self._show_photos(number)
        self.viewer.show()
        self.viewer.raise_()
        self.viewer.activateWindow()

    def _show_photos(self, number: int | None = None) -> None:
        site = self.state.site(self._viewed)
        if self.viewer is not None and site is not None:
            english = self.state.language == "en"
            name = site.name_en or site.name_zh if english else site.name_zh
            self.viewer.show_photos(name, site.photos, number)

    def _forget_viewer(self) -> None:
        self.viewer = None
