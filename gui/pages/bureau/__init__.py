"""Windows for those who know the money: the policy book, own rates, claims, press figures."""

from __future__ import annotations

from gui.pages.bureau.claim_dialog import open_claim_file
from gui.pages.bureau.parameters_dialog import open_parameters
from gui.pages.bureau.policy_book import open_policy_book
from gui.pages.bureau.press_dialog import open_press_check
from gui.pages.bureau.rates_dialog import open_rates

__all__ = [
    "open_claim_file",
    "open_parameters",
    "open_policy_book",
    "open_press_check",
    "open_rates",
]
