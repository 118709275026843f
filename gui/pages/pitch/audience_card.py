"""Who will see the pack, and so which map it may hold."""

from __future__ import annotations

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model.pitch import Audience
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.widgets.fields import StillBox
from gui.widgets.pane import label
from gui.widgets.segments import Segments


class AudienceCard(Page):
    """Neither is chosen until somebody says; a public map needs a base pack or is a sketch."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, heading: bool = True
    ) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "bottom" if heading else "")
        self.title = label(role="strong")
        self.segments = Segments([(one.value, "") for one in Audience])
        self.segments.chosen.connect(lambda key: session.set_audience(Audience(key)))
        self.base = StillBox()
        self.base.activated.connect(lambda at: session.wish_pitch(base=self.base.itemData(at)))
        self.told = label(role="caption", wrap=True)
        column = QVBoxLayout(self)
        edge = 14 if heading else 0
        column.setContentsMargins(edge, 10, edge, 10)
        column.setSpacing(6)
        for part in (self.title, self.segments, self.base, self.told):
            column.addWidget(part)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """Say what follows from the choice."""
        if not changes.touch("pitch_wishes", "base_packs", "language"):
            return
        wishes, packs = self.state.pitch_wishes, self.state.base_packs
        chosen = wishes.audience
        self.segments.choose(None if chosen is None else chosen.value)
        public = chosen is Audience.PUBLIC
        self.base.setVisible(public and bool(packs))
        self.base.clear()
        self.base.addItem(self.tr("不用底图，画示意图"), "")
        for pack in packs:
            words = pack.review or self.tr("没有审图号，不能公开用")
            self.base.addItem(f"{pack.name} · {words}", pack.name)
            rows = self.base.model()
            if not pack.review and isinstance(rows, QStandardItemModel):
                rows.item(self.base.count() - 1).setEnabled(False)
        self.base.setCurrentIndex(max(0, self.base.findData(wishes.base)))
        self.told.setText(self._told(public=public, base=wishes.base))

    def _told(self, *, public: bool, base: str) -> str:
        pack = next((one for one in self.state.base_packs if one.name == base), None)
        if self.state.pitch_wishes.audience is None:
            return self.tr("还没说给谁看。做文件之前会问一次。")
        if not public:
            return self.tr("只给剧组和局里看，地图带界线，别转到公开的地方。")
        if pack is not None:
            return self.tr("用这份底图，图上写明审图号 {review}。").format(review=pack.review)
        if self.state.base_packs:
            return self.tr("示意图不画界线，只有地点、距离和方向。")
        return self.tr(
            "公开的图不画界线，只有地点、距离和方向。要用底图，"
            "把带审图号的底图包放进 data/own/basemaps。"
        )

    def retranslate(self) -> None:
        """Set every text again."""
        self.title.setText(self.tr("给谁看"))
        self.segments.set_options(
            [
                (Audience.INTERNAL.value, self.tr("内部")),
                (Audience.PUBLIC.value, self.tr("公开")),
            ]
        )
        self.segments.setAccessibleName(self.tr("给谁看"))
        self.base.setAccessibleName(self.tr("公开地图用哪份底图"))
