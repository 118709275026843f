"""Find: sites by what is typed, in Chinese, pinyin, initials or English, and by distance."""

from __future__ import annotations

from geo.catalogue.search.answering import answer
from geo.catalogue.search.index import Index, build_index
from geo.catalogue.search.reach import Drives, Place, ToldDrive
from geo.catalogue.search.rules import load_search_rules

__all__ = [
    "Drives",
    "Index",
    "Place",
    "ToldDrive",
    "answer",
    "build_index",
    "load_search_rules",
]
