"""One row each: how complete a field is, and one thing to mend."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from geo.model.hosting import HealthIssue
from gui.pages.host.parts import ToneBar, button
from gui.pages.host.words import field_word, health_word, percent, plain, site_word
from gui.session import State
from gui.widgets.elided import ElidedLabel
from gui.widgets.pane import Pane, label

NAME, SHARE, VALUE = 96, 44, 96


class FieldRow(Pane):
    """The share of places whose field is known."""

    def __init__(self, code: str, share: float, sites: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        name = label(field_word(code), wrap=True)
        name.setFixedWidth(NAME)
        lacking = sites - round(share * sites)
        spoken = self.tr("{name}：{share}，还缺 {n} 处").format(
            name=name.text(), share=percent(share), n=lacking
        )
        figure = label(percent(share), role="strong")
        figure.setFixedWidth(SHARE)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        figure.setToolTip(spoken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        row.addWidget(name)
        row.addWidget(ToneBar([(share, "fit")], spoken), 1)
        row.addWidget(figure)
        self.setAccessibleName(spoken)


class IssueRow(Pane):
    """What is wrong, with which place, what hangs on it. ``asked`` opens its form.

    Without ``counted`` nobody knows how many scenes hang on it.
    """

    asked = Signal(object)

    def __init__(
        self,
        state: State,
        issue: HealthIssue,
        place: int,
        told: str,
        parent: QWidget | None = None,
        *,
        counted: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setProperty("hair", "bottom")
        self.issue = issue
        number = label(str(place), role="caption")
        number.setFixedWidth(22)
        site = ElidedLabel(site_word(state, issue.site_id), role="strong")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(site)
        # a sentence nobody wrote yet is not shown as its code
        text = told if told and told != issue.what.code else self._plain(state)
        words.addWidget(label(text, role="caption", wrap=True))
        value = "" if issue.value is None else percent(issue.value)
        scenes = self.tr("{n} 场").format(n=plain(round(issue.scenes, 1))) if counted else ""
        figures = QVBoxLayout()
        figures.setSpacing(0)
        for shown, role in (
            (value, "strong"),
            (scenes, "caption"),
        ):
            figure = label(shown, role=role)
            figure.setFixedWidth(VALUE)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            figure.setVisible(bool(shown))
            figures.addWidget(figure)
        self.button = button(self.tr("去补"), lambda: self.asked.emit(issue))
        self.button.setProperty("small", "true")
        self.button.setAccessibleName(self.tr("去补 {site}").format(site=site.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        row.addWidget(number)
        row.addLayout(words, 1)
        row.addWidget(label(health_word(issue.kind), chip="flag"))
        row.addLayout(figures)
        row.addWidget(self.button)
        self.setAccessibleName(f"{place} {site.text()} {health_word(issue.kind)}")
        self.setAccessibleDescription(text)

    def _plain(self, state: State) -> str:
        if self.issue.other:
            return self.tr("和{other}").format(other=site_word(state, self.issue.other))
        return health_word(self.issue.kind)
