"""The checklist of a recce: what to take along and what to do, ticked at each place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the checklist at one place, by whom and when it was ticked.

    ``key``: its key among the answers of the form. ``own``: somebody added it out there.
    """

    key: str
    zh: str
    en: str
    done: bool = False
    who: str = ""
    when: str = ""
    own: bool = False
