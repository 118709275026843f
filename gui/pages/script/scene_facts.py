"""What else is known of the scene pointed at: people, flags, length, props, wardrobe, remarks."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from geo.model import Scene
from gui.pages.page import Page
from gui.pages.script.flag_words import flag_name
from gui.pages.script.need_chip import NeedChip
from gui.session import Changes, Session
from gui.texts import pages_text, seconds_text
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label

MOST_PEOPLE = 12


class SceneFacts(Page):
    """Filled by the editor; only a flag can be taken off here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._scene: Scene | None = None
        self.length = label(role="second")
        self.omitted = label(chip="warn")
        self.cast, self.flags = FlowLayout(gap=4), FlowLayout(gap=4)
        self._heads = [label(role="second") for _ in range(2)]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._details: list[QWidget] = []
        self._cast_box, self._flags_box = _box(self.cast), _box(self.flags)
        for row, (head, box) in enumerate(
            zip(self._heads, (self._cast_box, self._flags_box), strict=True)
        ):
            self._grid.addWidget(head, row, 0)
            self._grid.addWidget(box, row, 1)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.length)
        first.addWidget(self.omitted)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(self._grid)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """The editor says when there is something new."""

    def show_scene(self, scene: Scene) -> None:
        """Tell what is known of ``scene``."""
        self._scene = scene
        parts = [self.tr("{n} 页").format(n=pages_text(scene.length_eighths))]
        if scene.screen is not None:
            parts.append(self.tr("{n} 秒").format(n=seconds_text(scene.screen)))
        self.length.setText(" · ".join(parts))
        self.length.setVisible(not scene.omitted)
        self.omitted.setText(self.tr("省略：这场不拍了，场号留着"))
        self.omitted.setVisible(scene.omitted)
        self._show_cast(scene)
        self._show_flags(scene)
        self._show_details(scene)

    def _show_cast(self, scene: Scene) -> None:
        self.cast.clear()
        for name in scene.cast[:MOST_PEOPLE]:
            self.cast.addWidget(label(name, chip="need"))
        left = scene.cast[MOST_PEOPLE:]
        if left:
            more = label(self.tr("还有 {n} 人").format(n=len(left)), chip="need")
            more.setToolTip("、".join(left))
            self.cast.addWidget(more)
        self._heads[0].setVisible(bool(scene.cast))
        self._cast_box.setVisible(bool(scene.cast))

    def _show_flags(self, scene: Scene) -> None:
        self.flags.clear()
        drop = self.tr("去掉")
        for flag in scene.flags:
            name = flag_name(self.state.vocabulary, flag.code, self.state.language)
            if flag.count:
                name = self.tr("{name} 约 {n} 人").format(name=name, n=flag.count)
            words = "、".join(flag.because)
            tip = self.tr("读到：{words}").format(words=words) if words else ""
            chip = NeedChip(flag.code, name, tip, drop, sure=True, chip="flag")
            chip.dropped.connect(self._drop)
            self.flags.addWidget(chip)
        self._heads[1].setVisible(bool(scene.flags))
        self._flags_box.setVisible(bool(scene.flags))

    def _drop(self, code: str) -> None:
        if self._scene is not None:
            kept = tuple(flag for flag in self._scene.flags if flag.code != code)
            self.session.change_scene(self._scene.id, flags=kept)

    def _show_details(self, scene: Scene) -> None:
        for old in self._details:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._details = []
        for row, (kind, text) in enumerate(scene.details, len(self._heads)):
            head, words = label(self._kind(kind), role="second"), label(text, wrap=True)
            self._grid.addWidget(head, row, 0)
            self._grid.addWidget(words, row, 1)
            self._details += [head, words]

    def _kind(self, kind: str) -> str:
        return {
            "props": self.tr("道具"),
            "wardrobe": self.tr("服装"),
            "weather": self.tr("天气"),
            "remarks": self.tr("备注"),
            "synopsis": self.tr("提要"),
            "pages": self.tr("页数"),
        }.get(kind, kind)

    def retranslate(self) -> None:
        """Set every text again."""
        for head, text in zip(self._heads, (self.tr("人物"), self.tr("要报批的")), strict=True):
            head.setText(text)


def _box(flow: FlowLayout) -> Pane:
    """A widget around a flow, so that it can be hidden with its chips."""
    box = Pane()
    box.setLayout(flow)
    return box
