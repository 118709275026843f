"""What the stages of the register are called."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from geo.model.field import Approval, Stage
from gui.pages.words import day_word


def stage_word(stage: Stage) -> str:
    """待审, 审过, 公布."""
    return {
        Stage.PROPOSED: QCoreApplication.translate("Field", "待审"),
        Stage.REVIEWED: QCoreApplication.translate("Field", "审过"),
        Stage.PUBLISHED: QCoreApplication.translate("Field", "公布"),
    }[stage]


def registered(approval: Approval) -> bool:
    """Whether anybody has put the record into the register."""
    return bool(approval.when)


def stands_word(approval: Approval) -> str:
    """How far a record is; 没登记 where nobody has proposed it, as what came with the program."""
    if not registered(approval):
        return QCoreApplication.translate("Field", "没登记")
    return stage_word(approval.stage)


def stage_told(approval: Approval, changed: Sequence[str], lang: str) -> str:
    """A stage with who moved it there and when, or what was changed since."""
    told = (stands_word(approval), stage_note(approval, changed, lang))
    return " · ".join(part for part in told if part)


def stage_note(approval: Approval, changed: Sequence[str], lang: str) -> str:
    """What was changed since the review; else who moved it there and when."""
    if changed:
        comma = ", " if lang == "en" else "、"
        text = QCoreApplication.translate("Field", "审过又改了{fields}")
        return text.format(fields=comma.join(changed))
    return f"{approval.who} {day_word(approval.when)}".strip()
