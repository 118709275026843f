"""One source of a policy, as it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from gui.pages.bureau.policy_proof import PHONE, SourceCard


def test_the_keyboard_stays_in_the_card_when_it_becomes_a_call(qtbot, shown):
    card = shown(SourceCard())
    card.title.setFocus()
    qtbot.waitUntil(card.title.hasFocus)
    phone = next(one for one in card.findChildren(QToolButton) if one.text() == "电话里问到的")
    phone.click()
    assert card.kind.choice == PHONE
    assert card.publisher.hasFocus()
    assert card.day.text()
