"""Where a figure comes from: basis, one sentence, who published what and when."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Basis, Range, Source
from gui import theme
from gui.texts import basis_word
from gui.widgets import icons
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import Pane, label
from gui.widgets.popover import Popover

_MOST = 6
_WIDTH = 380


class SourcePopover(Popover):
    """Opens beside a figure. Esc closes it and gives the focus back.

    ``quote_asked`` asks for a form to type in a price that was told on the phone; ``chosen`` tells
    the key of another button.
    """

    quote_asked = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._title = label(role="caption")
        self._figure = NumberLabel(size=20, full=True)
        self._figure.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._figure.unsetCursor()
        self._basis = label(chip="flag")
        self._sentence = label(role="second", wrap=True)
        self._quote = QPushButton()
        self._quote.setProperty("small", "true")
        self._quote.clicked.connect(self._ask_quote)
        self.buttons: list[QPushButton] = []
        self._foot = QHBoxLayout()
        self._sources = QVBoxLayout()
        self._sources.setSpacing(0)
        self._sources.setContentsMargins(0, 4, 0, 0)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._figure)
        head.addStretch(1)
        head.addWidget(self._basis, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self._quote)
        self._foot.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(6)
        body.addWidget(self._title)
        body.addLayout(head)
        body.addWidget(self._sentence)
        body.addLayout(self._sources)
        body.addLayout(self._foot)

    def explain(
        self,
        figure: Range,
        *,
        title: str = "",
        sentence: str = "",
        quotable: bool = False,
        actions: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Fill in: what the figure is (``title``), how it is known, and whether one may ask.

        ``actions`` are further buttons: key, words.
        """
        lang = theme.language()
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._figure.set_figure(figure, name=title, full=not figure.beyond)
        self._basis.setText(basis_word(figure.basis, lang))
        sentences = [sentence or self._default_sentence(figure)]
        if figure.beyond:
            sentences.append(self.tr("还要加上场地价：没人问到过。"))
        self._sentence.setText("\n".join(filter(None, sentences)))
        self._quote.setVisible(quotable)
        self._offer(actions)
        self._list(figure.sources)
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._figure.accessibleName())

    def _default_sentence(self, figure: Range) -> str:
        if figure.basis is Basis.UNKNOWN:
            return self.tr("没有人公布过。未知不是 0，也不计入排名。")
        if figure.basis is Basis.ESTIMATED:
            return self.tr("这是推算，不是报价。")
        return ""

    def _offer(self, actions: Sequence[tuple[str, str]]) -> None:
        for button in self.buttons:
            self._foot.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, (key, words) in enumerate(actions, 1):
            button = QPushButton(words)
            button.setProperty("small", "true")
            button.clicked.connect(lambda _checked=False, key=key: self._choose(key))
            self._foot.insertWidget(place, button)
            self.buttons.append(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as the space bar does."""
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        button = next((one for one in (self._quote, *self.buttons) if one.hasFocus()), None)
        if pressed and button is not None:
            button.click()
        else:
            super().keyPressEvent(event)

    def _choose(self, key: str) -> None:
        self.hide()
        self.chosen.emit(key)

    def _list(self, sources: Sequence[Source]) -> None:
        while (item := self._sources.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for source in sources[:_MOST]:
            self._sources.addWidget(SourceLine(source))
        if len(sources) > _MOST:
            more = self.tr("还有 {n} 条来源").format(n=len(sources) - _MOST)
            self._sources.addWidget(label(more, role="caption"))
        if not sources:
            self._sources.addWidget(label(self.tr("没有可引的来源"), role="caption"))

    def first(self) -> QWidget:
        """The button, where there is one."""
        if not self._quote.isHidden():
            return self._quote
        return self.buttons[0] if self.buttons else self

    def _ask_quote(self) -> None:
        self.hide()
        self.quote_asked.emit()

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._quote.setIcon(icons.icon("phone-call", 14))

    def retranslate(self) -> None:
        """Set the button's text."""
        self._quote.setText(self.tr("填入口头报价"))


class SourceLine(Pane):
    """Title, then publisher and date; a link only where the fact says it is safe."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.setProperty("hair", "bottom")
        title = label(wrap=True)
        title.setTextFormat(Qt.TextFormat.RichText)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        url = QUrl(source.url or "")
        linked = source.link_safe and url.scheme() in {"http", "https"}
        lang = theme.language()
        text = escape(source.title_in(lang))
        if linked:
            href = escape(url.toString(), quote=True)
            text = f'<a href="{href}" style="color:{theme.current().link}">{text}</a>'
            title.linkActivated.connect(lambda link: QDesktopServices.openUrl(QUrl(link)))
        title.setText(text)
        who = " · ".join(part for part in (source.publisher_in(lang), source.date or "") if part)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 5, 0, 5)
        body.setSpacing(0)
        body.addWidget(title)
        body.addWidget(label(who, role="caption", wrap=True))
