"""Tab through a form in the order it is read, whatever order its rows were made in."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def step_on(root: QWidget, *, forward: bool) -> bool:
    """Give the focus to the next field of ``root`` (the one before); False where there is none."""
    fields = [one for one in fields_of(root) if _takes_focus(one)]
    here = root.focusWidget()
    if not fields:
        return False
    if here not in fields:
        wanted = fields[0 if forward else -1]
    else:
        wanted = fields[(fields.index(here) + (1 if forward else -1)) % len(fields)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    wanted.setFocus(reason)
    return True


def fields_of(root: QWidget) -> Iterator[QWidget]:
    """``root`` and all that its layouts hold, top to bottom."""
    yield root
    inner = root.widget() if isinstance(root, QScrollArea) else None
    if inner is not None:
        yield from fields_of(inner)
    layout = root.layout()
    if layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from fields_of(widget)
        elif inner is not None:
            yield from _of_layout(inner)


def _takes_focus(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    usable = widget.isEnabled() and widget.isVisible()
    return bool(policy) and usable and widget.focusProxy() is None
