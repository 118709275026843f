"""Of what is said about one thing while the disk is busy, only the newest is written."""

from __future__ import annotations

from threading import Lock

from geo.model.field import Json

Line = tuple[str, str]


class Newest:
    """The window puts, a worker takes; neither ever loses the last word to the other."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[Line, Json] = {}

    def put(self, line: Line, value: Json) -> bool:
        """Say ``value`` of a line; whether somebody has to be sent to take it."""
        with self._lock:
            fresh = line not in self._waiting
            self._waiting[line] = value
            return fresh

    def take(self, line: Line) -> Json:
        """The newest said of a line."""
        with self._lock:
            return self._waiting.pop(line)
