"""The pack for a crew: wished for, shown as it will be written, written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from geo.errors import ExportError, KnownError
from geo.model import Reason, Scalar
from geo.model.pitch import (
    Audience,
    BureauCard,
    Disclosure,
    Pitch,
    PitchFormat,
    PitchPart,
    SiteFile,
    Template,
)
from geo.progress import Job, Step
from gui.session.core import as_job
from gui.session.photos import Photos
from gui.session.state import Changes

PAPER, PHONE = "paper", "phone"
PIXELS = {PAPER: 1000, PHONE: 760}


class Pitching(Photos):
    """A pack is worked out when its page looks at it, and again after whatever it says changed."""

    _pitch_watched = False
    # what the pack on show was made of
    _pitch_of: tuple[object, ...] = ()

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 (as Planning has them)
        super().__init__(*given, **named)
        self.changed.connect(self._follow_pitch)

    # ---- what a bureau keeps

    def load_desk(self) -> None:
        """Bring what the bureau keeps of itself and its sites, for whoever shows it first."""
        if self._ws is None:
            return
        actions, ws = self._actions, self._ws

        def work() -> dict[str, Any]:
            return {
                "card": actions.bureau_card(ws),
                "site_files": actions.site_files(ws),
                "base_packs": actions.base_packs(ws),
            }

        self.ask("pitch_desk", as_job("pitch_desk", work), lambda found: self.put(**found))

    def save_card(self, card: BureauCard) -> None:
        """Keep who hands the pack out."""
        if self._ws is None:
            return
        ws = self._ws
        work = as_job("pitch_desk", lambda: self._actions.save_bureau_card(ws, card))
        self.ask("pitch_save", work, lambda kept: self.put(card=kept), write=True)

    def save_site_file(self, file: SiteFile, who: str = "") -> None:
        """Keep what was told of a site; the pack follows."""
        if self._ws is None:
            return
        ws = self._ws

        def done(kept: SiteFile) -> None:
            self.put(site_files={**self.state.site_files, kept.site_id: kept})

        work = as_job("pitch_desk", lambda: self._actions.save_site_file(ws, file, who))
        self.ask("pitch_save", work, done, write=True)

    def pitch_templates(self) -> tuple[Template, ...]:
        """The templates of the pack."""
        return () if self._ws is None else self._actions.pitch_templates(self._ws)

    def own_template(self, name: str) -> None:
        """Make a copy of a template that can be changed, and say where it is."""
        if self._ws is None:
            return
        ws = self._ws

        def done(path: Path) -> None:
            self.tell("pitch_template", "template_copied", {"name": path.name}, path=path)

        work = as_job("pitch_desk", lambda: self._actions.own_template(ws, name))
        self.ask("pitch_save", work, done, write=True)

    # ---- what is asked of it

    def wish_pitch(self, merge: str = "", **changes: Any) -> None:  # noqa: ANN401 (any part of it)
        """Replace parts of what is wished of the pack; a step that can be undone."""
        wishes = replace(self.state.pitch_wishes, **changes)
        if wishes != self.state.pitch_wishes:
            self._history.note(self._snapshot(), merge)
            self.put(pitch_wishes=wishes, can_undo=True, can_redo=False)

    def turn_part(self, part: PitchPart, *, on: bool) -> None:
        """Take a part in (at its usual place) or leave it out."""
        parts = [one for one in self.state.pitch_wishes.parts if one != part]
        if on:
            usual = list(PitchPart)
            after = [at for at, one in enumerate(parts) if usual.index(one) < usual.index(part)]
            parts.insert(after[-1] + 1 if after else 0, part)
        self.wish_pitch(parts=tuple(parts))

    def turn_format(self, form: PitchFormat, *, on: bool) -> None:
        """Write a format too, or not."""
        known = self.state.pitch_wishes.formats
        self.wish_pitch(formats=known | {form} if on else known - {form})

    def disclose(self, kind: Disclosure, *, on: bool) -> None:
        """Let something private leave with this pack, or keep it back."""
        known = self.state.pitch_wishes.disclose
        self.wish_pitch(disclose=known | {kind} if on else known - {kind})

    def set_audience(self, audience: Audience) -> None:
        """Who will see what is written: asked once in a project."""
        self.wish_pitch(audience=audience)

    # ---- shown

    def watch_pitch(self, *, watched: bool) -> None:
        """Whether a page shows the pack: only then is it kept up to date."""
        self._pitch_watched = watched
        if watched:
            self.refresh_pitch()

    def show_pitch_as(self, shape: str) -> None:
        """Show its pages on paper or as on a phone."""
        if shape != self.state.pitch_shape:
            self.put(pitch_shape=shape)
            self._draw_pitch()

    def refresh_pitch(self) -> None:
        """Work the pack out for what is ranked, wished and kept now."""
        state = self.state
        if not self._pitch_asked():
            self.put(pitch=None, pitch_pages=(), pitch_beside=())
            return
        made_of = self._pitch_is_of()
        if self._ws is None or (state.pitch is not None and made_of == self._pitch_of):
            return
        self._pitch_of = made_of
        self.forget_notes("pitch")

        def done(pitch: Pitch) -> None:
            self.put(pitch=pitch)
            self._draw_pitch()
            self._set_beside(pitch)

        job = self._actions.make_pitch(
            self._ws, state.ranking, state.script, state.facts, state.pitch_wishes, state.planned
        )
        self.ask("pitch", job, done, failed=lambda _: self.put(pitch=None, pitch_pages=()))

    def _set_beside(self, pitch: Pitch) -> None:
        """On screen others' places are compared too, whatever the files may say of them."""
        state = self.state
        if self._ws is None or len(pitch.compared) == len(pitch.wishes.compare):
            self.stop("pitch_beside")
            self.put(pitch_beside=pitch.compared)
            return
        wishes = replace(pitch.wishes, disclose=pitch.wishes.disclose | {Disclosure.RIVALS})
        job = self._actions.make_pitch(
            self._ws, state.ranking, state.script, state.facts, wishes, state.planned
        )
        self.ask("pitch_beside", job, lambda wider: self.put(pitch_beside=wider.compared))

    def pitch_again(self) -> None:
        """Work it out and draw it once more, whether anything changed or not."""
        self._pitch_of = ()
        self.refresh_pitch()

    def pitch_text(self) -> str:
        """Text to paste into a chat; empty while there is no pack."""
        if self._ws is None or self.state.pitch is None:
            return ""
        return self._actions.pitch_text(self._ws, self.state.pitch)

    def _pitch_asked(self) -> bool:
        """Whether there is anything to pitch: a ranked script, places, needs, a city."""
        state = self.state
        wishes = state.pitch_wishes
        told = wishes.sites or wishes.needs or wishes.city or state.card.city
        if state.script is not None:
            # its places are ranked first
            return state.ranking is not None
        return bool(told)

    def _pitch_is_of(self) -> tuple[object, ...]:
        state = self.state
        offers = None if state.ranking is None else state.ranking.columns
        kept = state.card, state.site_files, state.sites, state.planned.contacts
        return (offers, state.script, state.facts, state.pitch_wishes, *kept)

    def _draw_pitch(self) -> None:
        pitch, shape = self.state.pitch, self.state.pitch_shape
        if self._ws is None or pitch is None:
            return

        def done(pages: tuple[bytes, ...]) -> None:
            self.put(pitch_pages=pages)

        def left_out(photos: tuple[Reason, ...]) -> None:
            first = photos[0]
            self.tell_error("pitch_photos", ExportError(first.code, **first.values))

        self.forget_notes("pitch_photos")
        job = self._actions.preview_pitch(self._ws, pitch, shape, PIXELS[shape])

        def failed(_: KnownError) -> None:
            self.put(pitch_pages=())

        self.ask("pitch_pages", job, done, failed=failed, partly=left_out)

    def _follow_pitch(self, changes: Changes) -> None:
        told = ("offers", "script", "facts", "pitch_wishes", "card", "site_files", "sites")
        if changes.touch(*told, "planned"):
            if self._pitch_watched:
                self.refresh_pitch()
            elif self.state.script is None and self.state.pitch is not None:
                self.put(pitch=None, pitch_pages=())

    # ---- written

    def export_pitch(self, folder: Path) -> None:
        """Write the formats wished for into a folder, of the pack as it is now."""
        state = self.state
        if self._ws is None:
            return
        actions, ws = self._actions, self._ws
        self.forget_notes("export")

        def job() -> Job[tuple[Path, ...]]:
            yield Step("pitch")
            pitch = yield from actions.make_pitch(
                ws,
                state.ranking,
                state.script,
                state.facts,
                state.pitch_wishes,
                state.planned,
            )
            return (yield from actions.export_pitch(ws, pitch, folder))

        def done(written: tuple[Path, ...]) -> None:
            values: dict[str, Scalar] = {"count": len(written), "folder": folder.name}
            self.tell("export", "pitch_written", values, path=written[0] if written else folder)

        self.ask("pitch_export", job(), done)

    def pack_name(self, on: date | None = None) -> str:
        """The folder proposed for a pack: its title and the day."""
        from geo.present.pitch.names import file_stem

        day = (on or date.today()).isoformat()
        title = self.state.name or self.state.card.name or "推介"
        return f"{file_stem(title)} {day}"
