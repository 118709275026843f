"""Words for lines and scenes of a script, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import Tag


def tag_word(tag: Tag) -> str:
    """What a line was taken for, in a word; nothing for a blank line."""
    return {
        Tag.HEADING: QCoreApplication.translate("Words", "场景"),
        Tag.ACTION: QCoreApplication.translate("Words", "动作"),
        Tag.CAST: QCoreApplication.translate("Words", "人物"),
        Tag.SPEAKER: QCoreApplication.translate("Words", "说话人"),
        Tag.DIALOGUE: QCoreApplication.translate("Words", "对白"),
        Tag.CARD: QCoreApplication.translate("Words", "字幕"),
        Tag.SKIP: QCoreApplication.translate("Words", "略过"),
        Tag.EPISODE: QCoreApplication.translate("Words", "分集"),
        Tag.DETAIL: QCoreApplication.translate("Words", "细目"),
        Tag.FRONT: QCoreApplication.translate("Words", "前文"),
        Tag.BLANK: "",
    }[tag]
