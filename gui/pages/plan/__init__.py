"""The page 排期: the strip board, and beside it what the plan costs and why."""

from __future__ import annotations

from gui.pages.plan.page import PlanPage

__all__ = ["PlanPage"]
