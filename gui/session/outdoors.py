"""In the field: packs, the recce form, photos and positions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from geo.errors import KnownError
from geo.model import Kind, Reason, Scalar, Site
from geo.model.field import (
    Fix,
    Json,
    PackInfo,
    PackWishes,
    RecceDesk,
    RecceField,
    RecceSheet,
    Track,
)
from gui.session.core import as_job
from gui.session.hosting import Hosting
from gui.session.newest import Line, Newest

NO_LINE: Line = ("", "")


class Outdoors(Hosting):
    """Work in a pack, or straight on the catalogue; every answer is kept at once."""

    # the form wrote to the catalogue itself
    catalogue_written = Signal()

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 (as Hosting has them)
        super().__init__(*given, **named)
        self._lines_newest = Newest()
        self._lines_waiting: list[Line] = []
        self._lines_failed: set[Line] = set()

    def put_field(self, **parts: Any) -> None:  # noqa: ANN401 (any part of it)
        """Replace parts of what is known of the field."""
        self.put(outdoors=replace(self.state.outdoors, **parts))

    # ---- packs

    def pack_wishes(self, sites: Sequence[str]) -> PackWishes | None:
        """Wishes for a pack of these places; of the plan's where none are named."""
        if self._ws is None:
            return None
        state = self.state
        wishes = self._actions.pack_wishes(
            self._ws, sites, state.ranking, state.plan, state.language
        )
        return replace(wishes, who=self._who)

    def sites_around(self, lat: float, lon: float, km: float) -> tuple[str, ...]:
        """Ids of the places of an area, nearest first."""
        return () if self._ws is None else self._actions.sites_around(self._ws, lat, lon, km)

    def make_pack(self, wishes: PackWishes, path: Path) -> None:
        """Write a pack, and say where it is."""
        if self._ws is None:
            return
        self.forget_notes("pack")

        def done(info: PackInfo) -> None:
            values: dict[str, Scalar] = {
                "name": info.name,
                "count": info.sites,
                "megabytes": info.megabytes,
            }
            self.tell("pack", "pack_made", values, path=path)

        self.ask("pack", self._actions.make_pack(self._ws, wishes, path), done)

    def open_pack(self, path: Path) -> None:
        """Work in a pack."""
        if self._ws is not None:
            self.forget_notes("pack")
            self.ask(
                "pack",
                self._actions.open_pack(self._ws, path),
                lambda desk: self._take_opened(desk, path),
            )

    def _take_opened(self, desk: RecceDesk, asked: Path) -> None:
        """The pack is open; out of a .zip it lies somewhere else now, and that is told."""
        self._take_desk(desk)
        if desk.pack is not None and asked.suffix.lower() == ".zip":
            path = Path(desk.pack.path)
            self.tell("pack", "pack_unzipped", {"name": path.name, "zip": asked.name}, path=path)

    def work_at_home(self, sites: Sequence[str]) -> None:
        """Fill the form in straight on the catalogue."""
        if self._ws is not None:
            self.ask("pack", self._actions.home_desk(self._ws, sites), self._take_desk)

    def close_desk(self) -> None:
        """Put the pack away; every answer is in it."""
        self.put_field(desk=None, site=None, can_undo=False)

    def _take_desk(self, desk: RecceDesk) -> None:
        first = desk.sheets[0].site.id if desk.sheets else None
        self._lines_failed.clear()
        self.put_field(desk=desk, fields=desk.fields, site=first, saved=True, can_undo=False)
        self._look_around()

    def read_desk_again(self) -> None:
        """What the form shows straight on the catalogue, after something else wrote to that."""
        desk = self.state.outdoors.desk
        if self._ws is None or desk is None or desk.pack is not None:
            return

        def done(found: RecceDesk) -> None:
            now = self.state.outdoors
            if now.desk is desk and now.saved:
                # a place that is not there any more cannot be shown
                left = [one.site.id for one in found.sheets]
                at = now.site if now.site in left else next(iter(left), None)
                self.put_field(desk=found if left else None, site=at)

        ids = tuple(one.site.id for one in desk.sheets)
        self.ask("desk_again", self._actions.home_desk(self._ws, ids), done)

    def show_sheet(self, site_id: str) -> None:
        """Show the form of a place."""
        self.put_field(site=site_id, photo="")

    # ---- the form

    def answer(self, key: str, value: Json) -> None:
        """Keep an answer at once; only the newest of one line waits while the disk is busy."""
        desk, site_id = self.state.outdoors.desk, self.state.outdoors.site
        if self._ws is None or desk is None or site_id is None:
            return
        line = site_id, key
        if self._lines_newest.put(line, value):
            who = self._who

            def work(ws: Any) -> RecceSheet | None:  # noqa: ANN401 (a Workspace)
                return self._actions.answer(
                    ws, desk, site_id, key, self._lines_newest.take(line), who
                )

            self._keep_sheet(work, line)
        else:
            self.put_field(saved=False)

    def finish_sheet(self, *, done: bool = True) -> None:
        """The place shown has been seen to the end, or not yet."""
        desk, site_id = self.state.outdoors.desk, self.state.outdoors.site
        if desk is None or site_id is None:
            return
        self._keep_sheet(
            lambda ws: self._actions.finish_sheet(ws, desk, site_id, self._who, done=done)
        )

    def undo_answer(self) -> None:
        """Take the last change of the form back."""
        desk = self.state.outdoors.desk
        if desk is not None:
            self._keep_sheet(lambda ws: self._actions.undo_answer(ws, desk, self._who))

    def _keep_sheet(self, work: Callable[[Any], RecceSheet | None], line: Line = NO_LINE) -> None:
        if self._ws is None:
            return
        ws = self._ws
        self._lines_waiting.append(line)
        self.put_field(saved=False)

        def done(sheet: RecceSheet | None) -> None:
            self._lines_waiting.remove(line)
            # what failed before has been said anew, and is on disk now
            self._lines_failed.discard(line)
            saved = not self._lines_waiting and not self._lines_failed
            if sheet is None:
                self.put_field(saved=saved, can_undo=False)
                return
            self._swap_sheet(sheet, saved=saved, can_undo=True)
            desk = self.state.outdoors.desk
            if desk is not None and desk.pack is None:
                self.catalogue_written.emit()

        def failed(_error: KnownError) -> None:
            self._lines_waiting.remove(line)
            if line != NO_LINE:
                self._lines_failed.add(line)
            self.put_field(saved=not self._lines_waiting and not self._lines_failed)

        self.ask("recce", as_job("recce", lambda: work(ws)), done, write=True, failed=failed)

    def _swap_sheet(self, sheet: RecceSheet, **parts: Any) -> None:  # noqa: ANN401 (as put_field)
        desk = self.state.outdoors.desk
        if desk is None:
            return
        if desk.pack is None and self.state.outdoors.seen_photos[0] == sheet.site.id:
            parts["seen_photos"] = sheet.site.id, sheet.photos
        sheets = tuple(sheet if one.site.id == sheet.site.id else one for one in desk.sheets)
        self.put_field(desk=replace(desk, sheets=sheets), **parts)

    def hang_field_photos(self, paths: Sequence[Path]) -> None:
        """Copy photos and clips to the place shown; those refused are told of."""
        desk, site_id = self.state.outdoors.desk, self.state.outdoors.site
        if self._ws is None or desk is None or site_id is None or not paths:
            return
        self.forget_notes("field_photos")

        def done(answer: tuple[RecceSheet, tuple[Reason, ...]]) -> None:
            sheet, refused = answer
            self._swap_sheet(sheet, can_undo=True)
            if refused:
                values = {"count": len(refused)}
                self.tell(
                    "field_photos", "field_photos_refused", values, level="warn", reasons=refused
                )

        job = self._actions.hang_field_photos(self._ws, desk, site_id, paths, self._who)
        self.ask("field_photos", job, done, write=True)

    def hang_picture(self, path: Path, save: Callable[[str], bool]) -> None:
        """Hang a picture that is nobody's file yet; ``save`` writes it, beside the window."""

        def done(saved: bool) -> None:
            if saved:
                self.hang_field_photos((path,))

        self.ask("picture", as_job("field_photos", lambda: save(str(path))), done, write=True)

    def point_at_photo(self, photo: str) -> None:
        """Point at a photo of the place shown, in the strip and on the map; empty: at none."""
        self.put_field(photo=photo)

    def find_photos(self, site_id: str) -> None:
        """Bring what the photos of a place of the catalogue say: ``State.outdoors.seen_photos``."""
        if self._ws is None:
            return

        def done(desk: RecceDesk) -> None:
            photos = desk.sheets[0].photos if desk.sheets else ()
            self.put_field(seen_photos=(site_id, photos))

        self.ask("site_photos", self._actions.home_desk(self._ws, (site_id,)), done)

    def drop_check(self, key: str) -> None:
        """Take a line that was added to the checklist away, at every place of the desk."""
        desk = self.state.outdoors.desk
        if desk is None:
            return
        for sheet in desk.sheets:
            if any(one.key == key for one in sheet.checks):
                self._drop_check(desk, sheet.site.id, key)

    def _drop_check(self, desk: RecceDesk, site_id: str, key: str) -> None:
        self._keep_sheet(
            lambda ws: self._actions.answer(ws, desk, site_id, key, None, self._who),
            (site_id, key),
        )

    def watch_folder(self, folder: Path | None) -> None:
        """Take photos in as they appear in a folder; None: no longer."""
        self.put_field(watched="" if folder is None else str(folder))

    def watched_files(self, known: Sequence[str]) -> tuple[Path, ...]:
        """What is new in the watched folder; quick."""
        folder = self.state.outdoors.watched
        if self._ws is None or not folder:
            return ()
        return self._actions.watched_files(Path(folder), known)

    def add_place(self, name: str, kind: str, fix: Fix) -> None:
        """A new place where we are; its form is shown."""
        desk = self.state.outdoors.desk
        if self._ws is None or desk is None:
            return
        ws, known = self._ws, {one.site.id for one in desk.sheets}

        def done(after: RecceDesk) -> None:
            new = [one.site.id for one in after.sheets if one.site.id not in known]
            self.put_field(desk=after, site=new[0] if new else self.state.outdoors.site)
            self._look_around()
            if after.pack is None:
                self.catalogue_written.emit()

        work = as_job(
            "recce", lambda: self._actions.add_place(ws, desk, name, kind, fix, self._who)
        )
        self.ask("recce", work, done, write=True)

    def load_form(self) -> None:
        """Bring the lines of the form."""
        if self._ws is not None:
            self.put_field(fields=self._actions.recce_fields(self._ws))

    def save_own_fields(self, fields: Sequence[RecceField]) -> None:
        """Keep the user's own lines of the form; an open desk shows them."""
        if self._ws is None:
            return
        ws = self._ws

        def work() -> tuple[RecceField, ...]:
            self._actions.save_own_fields(ws, fields)
            return self._actions.recce_fields(ws)

        def done(known: tuple[RecceField, ...]) -> None:
            desk = self.state.outdoors.desk
            after = None if desk is None else replace(desk, fields=known)
            self.put_field(fields=known, desk=after)

        self.ask("form", as_job("form", work), done, write=True)

    def print_form(self, sites: Sequence[Site], path: Path) -> None:
        """Write the blank form as PDF."""
        if self._ws is not None:
            self.write_file(self._actions.print_form(self._ws, sites, path, self.state.language))

    # ---- where we are

    def ports(self) -> tuple[str, ...]:
        """Ports that might be a receiver."""
        return () if self._ws is None else self._actions.ports()

    def listen(self, port: str, baud: int = 9600) -> None:
        """Follow a receiver; the newest position is ``State.outdoors.fix``."""
        if self._ws is None:
            return
        self.forget_notes("position")
        self.put_field(port=port)
        self.ask(
            "position",
            self._actions.listen(port, baud),
            lambda _: self.put_field(port=""),
            failed=lambda _: self.put_field(port=""),
            partly=self.set_fix,
        )

    def stop_listening(self) -> None:
        """Let go of the port."""
        self.stop("position")
        self.put_field(port="")

    def set_fix(self, fix: Fix) -> None:
        """We are here."""
        self.put_field(fix=fix)
        self._look_around()

    def set_typed_fix(self, lat: float, lon: float, datum: str, doubt_m: float) -> None:
        """We are at degrees typed from a map on ``datum``, good to about ``doubt_m``."""
        if self._ws is None:
            return
        spot = Site(
            "here", "", "", Kind.COMMUNITY, "", "", "", None, lat, lon, "typed", 0.0, by_hand=True
        )  # fmt: skip
        try:
            true = self._actions.settle_site(self._ws, spot, datum)
        except KnownError as error:
            self.tell_error("position", error)
            return
        self.set_fix(Fix(true.lat, true.lon, doubt_m, source="typed", estimated=True))

    def read_track(self, path: Path) -> None:
        """Show a track; its last point is where we are."""
        if self._ws is None:
            return
        self.forget_notes("position")

        def done(track: Track) -> None:
            self.put_field(track=track)
            if track.fixes:
                self.set_fix(track.fixes[-1])

        self.ask("track", self._actions.read_track(path), done)

    def _look_around(self) -> None:
        outdoors = self.state.outdoors
        if self._ws is None or outdoors.fix is None or outdoors.desk is None:
            return
        places = tuple(one.site for one in outdoors.desk.sheets)
        self.put_field(near=self._actions.near(places, outdoors.fix))
