"""Fields of the forms of this page: several lines, and a form of names and fields."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QPlainTextEdit, QWidget

from gui import theme

LINES = 2


class Lines(QPlainTextEdit):
    """A few lines of words; Tab goes on to the next field."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, lines: int = LINES
    ) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        high = round(lines * 20 * theme.text_scale()) + 8
        # the sheet of the program has the last word on heights, so its word is changed
        self.setStyleSheet(f"min-height: {high}px; max-height: {high}px")

    def text(self) -> str:
        """What stands there, without blank ends."""
        return self.toPlainText().strip()


def form_of(rows: tuple[tuple[str, QWidget], ...]) -> QFormLayout:
    """Names at the left, fields at the right, each bearing its name."""
    form = QFormLayout()
    form.setVerticalSpacing(8)
    form.setHorizontalSpacing(12)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for name, field in rows:
        if not field.accessibleName():
            field.setAccessibleName(name)
        form.addRow(name, field)
    return form
