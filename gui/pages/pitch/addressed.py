"""Who the pack is written to, and which places it pitches."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.pages.page import Page
from gui.pages.pitch.words import place_name
from gui.pages.words import type_name
from gui.session import Changes, Session
from gui.widgets.pane import label

SHOWN = 3


class Addressed(Page):
    """``places_asked``, ``needs_asked``: a list is to be changed."""

    places_asked = Signal()
    needs_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "bottom")
        self.whom, self.title = QLineEdit(), QLineEdit()
        self.whom.editingFinished.connect(self._keep)
        self.title.editingFinished.connect(self._keep)
        captions = (label(role="caption") for _ in range(4))
        self._to, self._called, self._what, self._needs = captions
        self.places, self.needs = label(wrap=True), label(wrap=True)
        self.change, self.ask = QPushButton(), QPushButton()
        self.along = QPushButton()
        for button in (self.change, self.ask, self.along):
            button.setProperty("quiet", "true")
        self.along.clicked.connect(self._take_along)
        self.change.clicked.connect(self.places_asked)
        self.ask.clicked.connect(self.needs_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(3)
        column.addWidget(self._to)
        column.addWidget(self.whom)
        column.addWidget(self._called)
        column.addWidget(self.title)
        column.addSpacing(5)
        column.addLayout(_line(self._what, self.along, self.change))
        column.addWidget(self.places)
        self._asked = QWidget()
        inner = QVBoxLayout(self._asked)
        inner.setContentsMargins(0, 4, 0, 0)
        inner.setSpacing(3)
        inner.addLayout(_line(self._needs, self.ask))
        inner.addWidget(self.needs)
        column.addWidget(self._asked)
        self.retranslate()

    def _keep(self) -> None:
        told = self.whom.text().strip(), self.title.text().strip()
        self.session.wish_pitch(addressee=told[0], title=told[1])

    def show_state(self, changes: Changes) -> None:
        """Show what is wished and what that comes to."""
        heard = ("pitch_wishes", "pitch", "sites", "script", "name", "ranking", "card")
        if not changes.touch(*heard, "language", "vocabulary"):
            return
        state = self.state
        wishes = state.pitch_wishes
        for field, kept in ((self.whom, wishes.addressee), (self.title, wishes.title)):
            if field.text() != kept and not field.hasFocus():
                field.setText(kept)
        crew = self.tr("《{title}》剧组").format(title=state.name)
        self.whom.setPlaceholderText(crew if state.name else self.tr("剧组、公司，或者空着"))
        self.places.setText(self._pitched())
        self._asked.setVisible(state.script is None)
        lang, known = state.language, state.vocabulary
        needs = [
            type_name(known.scene_types.get(one) if known is not None else None, one, lang)
            for one in state.pitch_wishes.needs
        ]
        comma = ", " if lang == "en" else "、"
        self.needs.setText(comma.join(needs) or self.tr("没说，就介绍这个地方"))

    def _ids(self) -> tuple[str, ...]:
        """The places that are pitched; those that the ranking takes where none was chosen."""
        state = self.state
        shown = tuple(one.site.id for one in state.pitch.sites) if state.pitch else ()
        return state.pitch_wishes.sites or shown

    def _take_along(self) -> None:
        from gui.pages.field.openers import open_pack_dialog

        open_pack_dialog(self.session, self, self._ids())

    def _pitched(self) -> str:
        """The places, by name."""
        state = self.state
        chosen, ids = state.pitch_wishes.sites, self._ids()
        if not ids:
            return self.tr("还没挑")
        names = [place_name(state, one) for one in ids]
        comma = ", " if state.language == "en" else "、"
        text = comma.join(names[:SHOWN])
        if len(names) > SHOWN:
            text = self.tr("{names}等 {n} 处").format(names=text, n=len(names))
        if chosen:
            return text
        if state.ranking is None:
            return self.tr("{names}（先拿了这几处，可以换）").format(names=text)
        return self.tr("{names}（名次里挑的）").format(names=text)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self._to.setText(self.tr("写给"))
        self.whom.setAccessibleName(self.tr("写给"))
        self._called.setText(self.tr("标题"))
        self.title.setAccessibleName(self.tr("标题"))
        self.title.setPlaceholderText(self.tr("空着就照内容起"))
        self._what.setText(self.tr("推介哪些地方"))
        self._needs.setText(self.tr("他们要拍什么"))
        self.change.setText(self.tr("换地方…"))
        self.ask.setText(self.tr("挑几样…"))
        self.along.setText(self.tr("带去外勘…"))
        self.along.setToolTip(self.tr("把这几处放进外勘包，去补照片、问价钱"))


def _line(name: QLabel, *buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(name)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
