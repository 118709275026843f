"""How to claim, how well it is known, and who says so: a figure without a source is not kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from geo.model import ClaimRules, Policy, Source, in_language
from gui import theme
from gui.pages.bureau.card_list import Card, CardList
from gui.pages.bureau.policy_facts import FactPicker
from gui.pages.bureau.policy_fields import (
    CodeBox,
    NumberEdit,
    Row,
    WordsEdit,
    beside,
    read_day,
    typed,
)
from gui.pages.bureau.policy_words import confidence_word
from gui.session import State
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.segments import Segments

# how an answer on the phone is titled in the files, in every language of the interface
PHONE_TITLE = "电话答复"
TEXT, PHONE = "text", "phone"


class SourceCard(Card):
    """One source: a text with publisher, title and day, or an answer on the phone."""

    def __init__(self, source: Source | None = None) -> None:
        super().__init__()
        self._before = source
        self._lang = theme.language()
        self._titles: tuple[str | None, str | None] = (None, None)
        self._publishers: tuple[str | None, str | None] = (None, None)
        self.setProperty("card", "true")
        self.kind = Segments([(TEXT, self.tr("文件或报道")), (PHONE, self.tr("电话里问到的"))])
        self.kind.setAccessibleName(self.tr("从哪儿知道的"))
        self.title, self.publisher, self.day = QLineEdit(), QLineEdit(), QLineEdit()
        self.link = QLineEdit()
        self.remove = QToolButton()
        self.remove.setProperty("quiet", "true")
        self.remove.setToolTip(self.tr("去掉这个出处"))
        self.remove.setAccessibleName(self.tr("去掉这个出处"))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 8, 8)
        grid.setSpacing(6)
        grid.addWidget(self.kind, 0, 0, 1, 2)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.title, 1, 0, 1, 3)
        grid.addWidget(self.publisher, 2, 0)
        grid.addWidget(self.day, 2, 1, 1, 2)
        grid.addWidget(self.link, 3, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self._fill(source)
        self.restyle()
        self.kind.chosen.connect(self._take_kind)
        for line in (self.title, self.publisher, self.day, self.link):
            line.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.gone)

    def _fill(self, source: Source | None) -> None:
        phone = source is not None and source.title == PHONE_TITLE
        self.kind.choose(PHONE if phone else TEXT)
        if source is not None:
            self._titles = (source.title_en, source.title)
            self._publishers = (source.publisher_en, source.publisher)
            self.title.setText(source.title_in(self._lang))
            self.publisher.setText(source.publisher_in(self._lang))
            self.day.setText(source.date or "")
            self.link.setText(source.url or "")
        for line in (self.title, self.link):
            line.setCursorPosition(0)
        self._name()

    def _name(self) -> None:
        """A phone call has no title and no address."""
        phone = self.kind.choice == PHONE
        self.title.setVisible(not phone)
        self.link.setVisible(not phone)
        for line, text in (
            (self.title, self.tr("文件或报道的标题")),
            (
                self.publisher,
                self.tr("谁说的，例如“区文旅局 陆科长”") if phone else self.tr("谁发布的"),
            ),
            (self.day, self.tr("哪天说的") if phone else self.tr("哪天发布的")),
            (self.link, self.tr("网址（可不填）")),
        ):
            line.setPlaceholderText(text)
            line.setAccessibleName(text)

    def _take_kind(self, kind: str) -> None:
        # a line that is hidden with the keyboard in it would throw it to the top of the form
        if self.title.hasFocus() or self.link.hasFocus():
            self.publisher.setFocus(Qt.FocusReason.OtherFocusReason)
        if kind == PHONE and not self.day.text().strip():
            self.day.setText(date.today().isoformat())
        if kind == TEXT and self.title.text() == PHONE_TITLE:
            self.title.clear()
        self._name()
        self.changed.emit()

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(
            line.text().strip() for line in (self.title, self.publisher, self.day, self.link)
        )

    @property
    def first(self) -> QWidget:
        """Where typing begins."""
        return self.title

    @property
    def problem(self) -> str:
        """What cannot be read; what was there before stays as it was found."""
        if self._before is not None and self.source() == self._before:
            return ""
        try:
            read_day(self.day.text())
        except ValueError:
            return self.tr("日期写成 2026-11-20 这样，只知道年月也行。")
        link = self.link.text().strip()
        if self.kind.choice == TEXT and link and not link.startswith(("http://", "https://")):
            return self.tr("网址要从 http 开始，没有就空着。")
        return ""

    def source(self) -> Source:
        """The source as told; a link is safe only where it was before and is the same."""
        phone = self.kind.choice == PHONE
        url = None if phone else self.link.text().strip() or None
        before = self._before
        publisher_en, publisher = typed(self.publisher.text(), *self._publishers, self._lang)
        title_en, title = typed(self.title.text(), *self._titles, self._lang)
        if phone:
            title_en, title = None, PHONE_TITLE
        return Source(
            title=title or title_en or "",
            publisher=publisher or publisher_en or "",
            date=self.day.text().strip() or None,
            url=url,
            link_safe=before is not None and before.url == url and before.link_safe,
            supports=before.supports if before is not None else (),
            confidence=before.confidence if before is not None else None,
            title_en=title_en if title else None,
            publisher_en=publisher_en if publisher else None,
        )

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.remove.setIcon(icons.icon("x", 14))


class SourceList(CardList[SourceCard]):
    """All sources."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("SourceList", "再加一个出处"))

    def show_sources(self, sources: tuple[Source, ...]) -> None:
        """Fill in ``sources``; where there is none, one empty card asks for it."""
        self.clear()
        for source in sources or (None,):
            self.take(SourceCard(source))

    def make_card(self) -> SourceCard:
        """An empty source."""
        return SourceCard(None)

    def take(self, card: SourceCard) -> SourceCard:
        """One more; typing begins in the first."""
        super().take(card)
        self.setFocusProxy(self.cards[0].first)
        return card

    def sources(self) -> tuple[Source, ...]:
        """The sources as told; empty cards are none."""
        return tuple(card.source() for card in self.cards if not card.empty)


class ProofForm(Pane):
    """The last section of the form."""

    changed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self._lang = state.language
        words = None if state.book is None else state.book.words
        codes = words.confidences if words is not None else ()
        self.docs, self.timing = WordsEdit(self.tr("要交什么")), QLineEdit()
        self.timing.setPlaceholderText(self.tr("原文怎么写，例如“每年 9 月申报”"))
        self.after = FactPicker(state, ("date",))
        self.soonest = NumberEdit(self.tr("最快几个月"), unit=self.tr("个月"), width=64)
        self.latest = NumberEdit(self.tr("最慢几个月"), unit=self.tr("个月"), width=64)
        self.lag_note, self.clawback = QLineEdit(), QLineEdit()
        self.confidence = CodeBox(
            self.tr("有多可靠"), [(one, confidence_word(one)) for one in codes]
        )
        self.sources = SourceList()
        self.notes = QPlainTextEdit()
        self.notes.setFixedHeight(64)
        self.notes.setTabChangesFocus(True)
        self.rows: dict[str, Row] = {}
        lag = beside(self.soonest, label(self.tr("到"), role="second"), self.latest)
        rows = (
            ("docs", self.tr("要交什么"), self.docs, ""),
            ("timing", self.tr("什么时候交"), self.timing, ""),
            ("after", self.tr("从哪天算起"), self.after, ""),
            ("lag", self.tr("多久到账"), lag, self.tr("见过实际到账的才填")),
            ("lag_note", self.tr("到账怎么知道的"), self.lag_note, ""),
            ("clawback", self.tr("什么情况要退"), self.clawback, ""),
            ("confidence", self.tr("有多可靠"), beside(self.confidence), ""),
            ("sources", self.tr("出处"), self.sources, self.tr("没有出处的数字存不了")),
            ("notes", self.tr("备注"), self.notes, ""),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for key, name, editor, hint in rows:
            self.rows[key] = Row(name, editor, hint)
            column.addWidget(self.rows[key])
        for line in (self.docs, self.timing, self.lag_note, self.clawback, self.notes):
            line.textChanged.connect(self.changed)
        for edit in (self.soonest, self.latest, self.sources):
            edit.changed.connect(self.changed)
        self.after.chosen.connect(self.changed)
        self.confidence.currentIndexChanged.connect(self.changed)

    def show_policy(self, policy: Policy) -> None:
        """Fill in what is known."""
        claim = policy.claim
        for line, en, zh in (
            (self.docs, claim.docs, claim.docs_zh),
            (self.timing, claim.timing, claim.timing_zh),
            (self.lag_note, claim.lag_note, claim.lag_note_zh),
            (self.clawback, policy.clawback, policy.clawback_zh),
        ):
            line.setText(in_language(en, zh, self._lang))
            line.setCursorPosition(0)
        self.after.choose(claim.after or "")
        first, last = claim.lag_months or (None, None)
        self.soonest.show_value(first)
        self.latest.show_value(last)
        self.confidence.choose(policy.confidence, confidence_word(policy.confidence))
        self.sources.show_sources(policy.sources)
        self.notes.setPlainText(in_language(policy.notes, policy.notes_zh, self._lang))

    def apply(self, policy: Policy) -> Policy:
        """``policy`` with what this section says."""
        first, last = self.soonest.value, self.latest.value
        if first is None or last is None:
            # one month told stands for both ends
            first = last = first if last is None else last
        lag = None if first is None or last is None else (first, last)
        before, lang = policy.claim, self._lang
        docs = typed(self.docs.text(), before.docs, before.docs_zh, lang)
        timing = typed(self.timing.text(), before.timing, before.timing_zh, lang)
        lag_note = typed(self.lag_note.text(), before.lag_note, before.lag_note_zh, lang)
        clawback = typed(self.clawback.text(), policy.clawback, policy.clawback_zh, lang)
        notes = typed(self.notes.toPlainText(), policy.notes, policy.notes_zh, lang)
        claim = ClaimRules(
            docs=docs[0],
            docs_zh=docs[1],
            timing=timing[0],
            timing_zh=timing[1],
            after=self.after.fact or None,
            lag_months=lag,
            lag_note=lag_note[0],
            lag_note_zh=lag_note[1],
        )
        return replace(
            policy,
            claim=claim,
            clawback=clawback[0],
            clawback_zh=clawback[1],
            confidence=self.confidence.code,
            sources=self.sources.sources(),
            notes=notes[0],
            notes_zh=notes[1],
        )

    def unread(self) -> dict[str, str]:
        """What cannot be read, by row."""
        found = {
            "lag": self.soonest.problem or self.latest.problem,
            "sources": self.sources.problem,
        }
        return {key: told for key, told in found.items() if told}
