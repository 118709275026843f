"""What counts: criteria and their weights, values of one's own, must-haves."""

from __future__ import annotations

from gui.pages.wishes.home_city import ask_home_city
from gui.pages.wishes.musts_bar import MustsBar
from gui.pages.wishes.own_value import ask_own_value
from gui.pages.wishes.weighing import WeighingPane

__all__ = ["MustsBar", "WeighingPane", "ask_home_city", "ask_own_value"]
