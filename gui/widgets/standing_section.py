"""How firm the place of a row is: shares of the weightings, ranks, and the way to the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from geo.phrases import pct
from gui.texts import RowShares
from gui.widgets.fold_section import FoldSection
from gui.widgets.pane import label


class StandingSection(FoldSection):
    """``page_asked``: the reader wants to see what would change the order."""

    page_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: RowShares | None = None
        self._how = label(role="second", wrap=True)
        self._known = label(role="second", wrap=True)
        self.page_button = QPushButton()
        self.page_button.setProperty("quiet", "true")
        self.page_button.clicked.connect(self.page_asked)
        for part in (self._how, self._known):
            self.inner.addWidget(part)
        self.inner.addWidget(self.page_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def show_shares(self, shares: RowShares | None) -> None:
        """Tell ``shares``; None while they are being reckoned."""
        if shares != self._shares:
            self._shares = shares
            self.retranslate()

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        super().retranslate()
        self.tell(self.tr("名次稳不稳"), self._gist())
        self._how.setText(self.tr("换着各种侧重各算一遍；没问清的数，按可能的范围抽。"))
        self._known.setText(self._as_known())
        self._known.setVisible(bool(self._known.text()))
        self.page_button.setText(self.tr("什么会让名次变，去比选看"))

    def _gist(self) -> str:
        shares = self._shares
        if shares is None:
            return self.tr("正在算")
        text = self.tr("居首 {first}，前三 {top3}")
        told = text.format(first=pct(shares.first), top3=pct(shares.top3))
        if shares.ranks is None:
            return told
        best, worst = shares.ranks
        ranks = f"{best}" if best == worst else f"{best}–{worst}"
        return told + self.tr("，名次 {ranks}").format(ranks=ranks)

    def _as_known(self) -> str:
        if self._shares is None or self._shares.known is None:
            return ""
        first, top3 = map(pct, self._shares.known)
        text = self.tr("数都照现在的算：居首 {first}，前三 {top3}。")
        return text.format(first=first, top3=top3)
