"""The frame of a pane of the script page: head, body, foot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.widgets.pane import Pane

HEAD = 38


def pane_head(title: QWidget, *rest: QWidget) -> QWidget:
    """The head of a pane, 38 px: its question, then what there is to say."""
    head = Pane()
    head.setProperty("hair", "bottom")
    head.setMinimumHeight(HEAD)
    row = QHBoxLayout(head)
    row.setContentsMargins(16, 0, 14, 0)
    row.setSpacing(8)
    row.addWidget(title)
    for at, part in enumerate(rest):
        row.addWidget(part)
        if at == 0:
            row.addStretch(1)
    if not rest:
        row.addStretch(1)
    return head


def pane_of(head: QWidget, body: QWidget, foot: QWidget | None, *, least: int) -> QWidget:
    """A pane at least ``least`` px wide."""
    pane = Pane()
    pane.setProperty("pane", "true")
    pane.setMinimumWidth(least)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    if foot is not None:
        column.addWidget(foot)
    return pane


def rule() -> Pane:
    """A hair line across."""
    line = Pane()
    line.setProperty("rule", "h")
    return line
