"""The page 外勘: the recce form in the field, and everybody's packs coming together at home."""

from gui.pages.field.page import FieldPage

__all__ = ["FieldPage"]
