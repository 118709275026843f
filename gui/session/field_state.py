"""What the window knows of work in the field; one part of the state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.model.field import (
    Approval,
    Backup,
    Contested,
    FieldKey,
    FieldPhoto,
    Fix,
    HistoryLine,
    Lock,
    MergeReport,
    Near,
    RecceDesk,
    RecceField,
    Settling,
    Track,
)


@dataclass(frozen=True, slots=True)
class FieldState:
    """``site``: id of the place whose form is shown; ``saved``: whether every answer is on disk.

    ``photo``: id of the photo pointed at; ``seen_photos``: a place of the catalogue and its photos.
    ``question``: number of the contested field shown; ``settling``: what each side of it would
    change, by side. ``reports``: packs brought home in this sitting, newest last. ``port``: what
    positions are read from (empty: nothing). ``watched``: the folder photos are taken from.
    """

    desk: RecceDesk | None = None
    fields: tuple[RecceField, ...] = ()
    site: str | None = None
    saved: bool = True
    fix: Fix | None = None
    port: str = ""
    track: Track | None = None
    near: tuple[Near, ...] = ()
    watched: str = ""
    photo: str = ""
    seen_photos: tuple[str, tuple[FieldPhoto, ...]] = ("", ())
    contested: tuple[Contested, ...] = ()
    question: int = 0
    settling: Mapping[int, Settling] = field(default_factory=dict)
    reports: tuple[MergeReport, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    history_of: FieldKey | None = None
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    backups: tuple[Backup, ...] = ()
    lock: Lock = Lock.NONE
    can_undo: bool = False

    @property
    def asked(self) -> Contested | None:
        """The contested field that is shown."""
        if not self.contested:
            return None
        return self.contested[min(self.question, len(self.contested) - 1)]
