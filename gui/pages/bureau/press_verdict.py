"""The verdict on a press claim: one plain sentence, a small picture, why, from where."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from geo.model import ClaimVerdict, PressClaim
from gui.session import Checked, State
from gui.widgets.growth_line import GrowthLine, GrowthPicture, percent
from gui.widgets.pane import Pane, label, mark
from gui.widgets.source_popover import SourceLine

RECORD, VISIBLE = "record", "visible"
SOURCES = 4
TONES = {
    "no_control": "warn",
    "baseline": "warn",
    "below_market": "warn",
    "within_noise": "warn",
    "above_noise": "ok",
    "beyond_record": "err",
}


class VerdictPane(Pane):
    """Says what can be said of the claim, and never a number without what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked: Checked | None = None
        self.chip = label(chip="warn")
        self._about = label(role="caption", wrap=True)
        self.sentence = label(role="heading", wrap=True)
        self.advice = label(role="second", wrap=True)
        self.line = GrowthLine()
        self._caption = label(role="caption", wrap=True)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(4)
        self._sources = QVBoxLayout()
        self._sources.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._about, self.sentence, self.advice, self.line, self._caption):
            column.addWidget(widget)
        column.addLayout(self._reasons)
        column.addLayout(self._sources)
        column.addStretch(1)

    def show_checked(self, checked: Checked, state: State) -> None:
        """Say what ``checked`` came to, in the language of ``state``."""
        self._checked = checked
        claim, verdict = checked.claim, checked.verdict
        self.chip.setText(self._chip(verdict.code))
        mark(self.chip, chip=TONES.get(verdict.code, "flag"))
        told = [state.phrases.tell(one, state.language) for one in verdict.reasons if state.phrases]
        first, *more = told or [""]
        self.sentence.setText(first)
        self.advice.setText(self._advice(verdict.code))
        self.advice.setVisible(bool(self.advice.text()))
        picture = picture_of(claim, verdict)
        self.line.show_picture(picture)
        self.line.setVisible(picture is not None)
        self._about.setText(
            self.tr("{place}，{start} 到 {end}，报道涨 {growth}").format(
                place=claim.place,
                start=claim.start.isoformat(),
                end=claim.end.isoformat(),
                growth=percent(claim.growth),
            )
        )
        self._caption.setText(self._noise_words(verdict))
        self._caption.setVisible(picture is None)
        _clear(self._reasons)
        _clear(self._sources)
        for text in more:
            self._reasons.addWidget(label(text, role="second", wrap=True))
        for source in verdict.sources[:SOURCES]:
            self._sources.addWidget(SourceLine(source))
        if not verdict.sources:
            self._sources.addWidget(label(self.tr("没有可引的来源"), role="caption"))

    def _chip(self, code: str) -> str:
        return {
            "no_control": self.tr("没有对照"),
            "baseline": self.tr("剧还没播"),
            "below_market": self.tr("没跑赢大盘"),
            "within_noise": self.tr("分不清"),
            "above_noise": self.tr("超出平常"),
            "beyond_record": self.tr("先核口径"),
        }.get(code, code)

    def _advice(self, code: str) -> str:
        return {
            "baseline": self.tr("要看首播以后的数，再跟前一年同期比。"),
            "below_market": self.tr("引用时把大盘一起写上。"),
            "within_noise": self.tr("多要几个月的数，或找一个没拍剧的邻县一起比。"),
            "above_noise": self.tr("引用前问问：同期有没有新开的路、节庆、免票。"),
            "beyond_record": self.tr("问清楚数的是人次还是人数，去年是不是停业或闭园。"),
        }.get(code, "")

    def _noise_words(self, verdict: ClaimVerdict) -> str:
        low, high = verdict.noise.low, verdict.noise.high
        if low is None or high is None:
            return self.tr("这么大的地方，平常上下多少没人量过。")
        text = self.tr("没拍剧的同类地方，跟大盘比，八成在 {low} 到 {high} 之间。")
        return text.format(low=percent(low), high=percent(high))

    def retranslate(self) -> None:
        """The dialog shows what was checked again."""


def picture_of(claim: PressClaim, verdict: ClaimVerdict) -> GrowthPicture | None:
    """The claim less the market, with the band of places without a drama; None without a market."""
    if verdict.relative is None or verdict.market is None:
        return None
    return GrowthPicture(
        verdict.relative,
        claim.growth,
        verdict.market,
        verdict.noise.low,
        verdict.noise.high,
        _told(verdict, VISIBLE),
        _told(verdict, RECORD),
    )


def _told(verdict: ClaimVerdict, name: str) -> float | None:
    """A figure that the reasons carry."""
    found = (reason.values[name] for reason in verdict.reasons if name in reason.values)
    value = next(found, None)
    return float(value) if isinstance(value, (int, float)) else None


def _clear(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
