"""What was done about a catalogue when it was opened, for people to be told."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model import Reason, Scalar
from geo.model.field import Recovered


@dataclass(frozen=True, slots=True)
class Start:
    """``from_backup``: name of the copy that took the place of a missing or damaged file.

    ``recovered``: what was saved of damaged files; ``why_not_saved``: the code that says why
    nothing was; ``why_no_copy``: why no copy could be made at the start. ``sealed``: how many
    contacts and quotes are locked.
    """

    from_backup: str = ""
    recovered: tuple[Recovered, ...] = ()
    why_not_saved: str = ""
    why_no_copy: str = ""
    sealed: int = 0

    @property
    def told(self) -> tuple[Reason, ...]:
        """What of this people ought to know."""
        found: list[Reason] = []
        if self.from_backup:
            found.append(Reason("went_on_from_copy", {"file": self.from_backup}))
        for one in self.recovered:
            values: dict[str, Scalar] = {
                "file": one.kept,
                "edits": one.edits,
                "newer": one.newer,
                "broken": one.broken_pages,
                "pages": one.pages,
            }
            found.append(Reason(_code(one), values))
        if self.why_not_saved:
            found.append(Reason("not_saved_yet"))
        if self.why_no_copy:
            found.append(Reason("no_copy_at_start"))
        if self.sealed:
            found.append(Reason("vault_sealed", {"count": self.sealed}))
        return tuple(found)


def _code(one: Recovered) -> str:
    if not one.edits:
        return "saved_nothing"
    return "saved_of_damaged" if one.broken_pages or one.lost_tables else "saved_all"
