"""The money page (费用): cost, subsidy and what a place gains, every figure with its source."""

from __future__ import annotations

from gui.pages.money.page import MoneyPage

__all__ = ["MoneyPage"]
