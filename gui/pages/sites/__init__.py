"""The sites page and its parts."""

from __future__ import annotations

from gui.pages.sites.page import SitesPage

__all__ = ["SitesPage"]
