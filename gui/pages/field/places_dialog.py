"""Which places to fill the form in for, straight in the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.pages.pitch.places_dialog import PlacesDialog
from gui.session import Session
from gui.widgets.pane import label


class RecceDialog(PlacesDialog):
    """The ticked places come onto the form, in the order in which they were ticked."""

    memory_key = "field_places"

    def __init__(
        self, session: Session, chosen_keys: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(session, chosen_keys, parent)
        self.setWindowTitle(self.tr("要去看哪几处"))

    def _lead(self) -> QWidget:
        told = self.tr("勾上的排进勘景表，填的直接记进景库；先勾的排在前面。")
        return label(told, role="second", wrap=True)

    def _tell(self, *, full: bool = False) -> None:
        super()._tell(full=full)
        self.take_button.setEnabled(bool(self.chosen))

    def _nothing(self) -> str:
        return self.tr("勾上要去看的，一处也行。")

    def _keep(self, chosen: list[str]) -> None:
        self._session.work_at_home(chosen)
