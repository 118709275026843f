"""Why there is no pack to show, and the nearest way on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.pages.plan.empty import Emptiness
from gui.session import State

PACK = ("pitch", "pitch_pages", "pitch_desk")
PAGE = "file-text"
SCRIPT, PLACES, CARD, AGAIN = "script", "places", "card", "again"
"""What a button asks for: a page of the window, a dialog, or to try again."""


def emptiness(state: State) -> Emptiness | None:
    """Why there are no pages; None where there are some, or will be in a moment."""
    if state.pitch_pages or any(state.is_busy(kind) for kind in PACK):
        return None
    if not state.ready or state.is_busy("open"):
        return Emptiness(
            QCoreApplication.translate("PitchPage", "在打开…"),
            QCoreApplication.translate("PitchPage", "上次的项目一会儿就回来。"),
            icon=PAGE,
        )
    if state.script is not None and (state.is_busy("rank") or state.ranking is None):
        return Emptiness(
            QCoreApplication.translate("PitchPage", "在排名…"),
            QCoreApplication.translate("PitchPage", "先看哪些地方能拍，一两秒。"),
            icon=PAGE,
        )
    wishes = state.pitch_wishes
    if state.script is None and not (wishes.sites or wishes.needs or state.card.city):
        return _nobody()
    if any(note.about in PACK and note.error is not None for note in state.notes):
        return Emptiness(
            QCoreApplication.translate("PitchPage", "这次没做出来"),
            QCoreApplication.translate("PitchPage", "原因在上面。改过了再试一次，别的都没动。"),
            (),
            ((AGAIN, _again()), (PLACES, _choose())),
            "alert-triangle",
        )
    if state.pitch is not None and not state.pitch.sites:
        return Emptiness(
            QCoreApplication.translate("PitchPage", "还没有要推介的地方"),
            QCoreApplication.translate(
                "PitchPage", "名次里一处都没有拿到。自己挑几处，或者换一座城。"
            ),
            (),
            ((PLACES, _choose()), (CARD, _card())),
            PAGE,
        )
    return Emptiness(
        QCoreApplication.translate("PitchPage", "还没有页面"),
        QCoreApplication.translate("PitchPage", "挑好地方，几秒钟就画出来。"),
        (),
        ((AGAIN, _again()), (PLACES, _choose())),
        PAGE,
    )


def _nobody() -> Emptiness:
    return Emptiness(
        QCoreApplication.translate("PitchPage", "把地方推介给剧组"),
        QCoreApplication.translate(
            "PitchPage",
            "有剧本，就逐场答复：哪几场能在这里拍、花多少、补多少、找谁。"
            "没有剧本，就介绍这个地方。做成 PDF、PPT、网页，或者发微信的长图。",
        ),
        (
            QCoreApplication.translate("PitchPage", "负责人的手机、底价、备注，不勾就不会进文件"),
            QCoreApplication.translate("PitchPage", "不知道的写“待谁确认”，不会当成 0"),
        ),
        (
            (PLACES, _choose()),
            (SCRIPT, QCoreApplication.translate("PitchPage", "去打开剧本")),
            (CARD, _card()),
        ),
        "building-pavilion",
    )


def _again() -> str:
    return QCoreApplication.translate("PitchPage", "再做一次")


def _choose() -> str:
    return QCoreApplication.translate("PitchPage", "挑几处地方…")


def _card() -> str:
    return QCoreApplication.translate("PitchPage", "填局的名片…")
