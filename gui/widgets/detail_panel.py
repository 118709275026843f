"""Why this place: what keeps it away, how firm it stands, figures that answer, and its photos."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from geo.model import Source
from gui import theme
from gui.texts import present_number
from gui.widgets.alike_section import AlikeSection
from gui.widgets.detail_figures import DetailFigures
from gui.widgets.detail_sections import Item, Section
from gui.widgets.detail_view import DetailView
from gui.widgets.elided import ElidedLabel
from gui.widgets.fold_section import FoldSection
from gui.widgets.kin_list import KinList
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import Pane, label, mark
from gui.widgets.photo_drop import PhotoDrop, Target
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.photo_strip import PhotoStrip
from gui.widgets.record_strip import RecordStrip
from gui.widgets.source_popover import SourcePopover
from gui.widgets.standing_section import StandingSection

PERMITS, MONEY, SOURCES = "permits", "money", "sources"


class DetailPanel(Pane):
    """Explains the selected row. Every figure opens the pop-over with its sources.

    ``quote_asked`` tells id and line key when the reader has a price told on the phone;
    ``photos_asked`` the id when photos are to be added, ``photo_opened`` id and number of the one
    clicked, ``photos_dropped`` id and paths; ``edit_asked`` when the place is to be put right,
    ``set_wanted`` when a set is to be added to it, ``agreed`` what its manager said;
    ``alike_wanted`` when places like it are to be looked for; ``site_asked`` another place's id.
    """

    quote_asked = Signal(str, str)
    photos_asked = Signal(str)
    photo_opened = Signal(str, int)
    photos_dropped = Signal(str, object)
    edit_asked = Signal(str)
    set_wanted = Signal(str)
    agreed = Signal(str, bool)
    alike_wanted = Signal(str)
    site_asked = Signal(str)
    standing_asked = Signal()

    def __init__(self, parent: QWidget | None = None, shelf: PhotoShelf | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "true")
        self._view: DetailView | None = None
        # what the reader opened or folded stays so from place to place
        self._turned: dict[str, bool] = {}
        self._title = ElidedLabel(role="heading")
        self._hint = label(role="caption")
        self.edit_button = QPushButton()
        self.edit_button.setProperty("quiet", "true")
        self.record = RecordStrip()
        self.kin = KinList()
        self.strip = PhotoStrip(shelf if shelf is not None else PhotoShelf(self))
        self._no_photo = label(role="caption")
        self._no_photo.setTextFormat(Qt.TextFormat.RichText)
        self._no_photo.setTextFormat(Qt.TextFormat.RichText)
        self.popover = SourcePopover(self)
        self.standing = StandingSection()
        self.alike = AlikeSection()
        self.sections: dict[str, FoldSection] = {}
        self.agree_box: QCheckBox | None = None
        self._table: DetailFigures | None = None
        # words, permits, figures, other sections, footnotes
        self._words, self._first, self._money = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._late, self._notes = QVBoxLayout(), QVBoxLayout()
        self.drop = PhotoDrop(self, self._target)
        self._lay_out()
        self._connect()
        self.explain(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._hint)
        head.addWidget(self.edit_button)
        inside = QWidget()
        inside.setProperty("ground", "panel")
        flow = QVBoxLayout(inside)
        flow.setContentsMargins(14, 0, 14, 12)
        flow.setSpacing(6)
        for box in self._boxes:
            box.setSpacing(4)
        self._words.setSpacing(2)
        self._notes.setSpacing(0)
        flow.addLayout(self._words)
        flow.addWidget(self.strip)
        flow.addWidget(self._no_photo)
        flow.addWidget(self.record)
        flow.addLayout(self._first)
        flow.addWidget(self.standing)
        flow.addLayout(self._money)
        flow.addWidget(self.kin)
        flow.addLayout(self._late)
        flow.addWidget(self.alike)
        flow.addLayout(self._notes)
        flow.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 8, 0, 0)
        body.setSpacing(6)
        body.addLayout(head)
        body.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.edit_button.clicked.connect(lambda: self._tell(self.edit_asked))
        self._no_photo.linkActivated.connect(lambda _link: self._tell(self.photos_asked))
        self.strip.more_asked.connect(lambda: self._tell(self.photos_asked))
        self.strip.opened.connect(self._open_photo)
        self.drop.dropped.connect(self.photos_dropped)
        self.kin.site_asked.connect(self.site_asked)
        self.kin.set_wanted.connect(lambda: self._tell(self.set_wanted))
        self.popover.quote_asked.connect(self._ask_quote)
        self.standing.page_asked.connect(self.standing_asked)
        self.standing.toggled.connect(lambda opened: self._keep("standing", opened))
        self.alike.wanted.connect(lambda: self._tell(self.alike_wanted))
        self.alike.site_asked.connect(self.site_asked)

    @property
    def _boxes(self) -> tuple[QVBoxLayout, ...]:
        """What is filled anew for each place."""
        return self._words, self._first, self._money, self._late, self._notes

    @property
    def view(self) -> DetailView | None:
        """What is explained now."""
        return self._view

    def explain(self, view: DetailView | None) -> None:
        """Explain ``view``; None asks to choose a row."""
        if view is not None and view == self._view:
            return
        before, self._view = self._view, view
        focused = self.agree_box is not None and self.agree_box.hasFocus()
        self.popover.hide()
        for box in self._boxes:
            _clear(box)
        self.sections, self._table, self.agree_box = {}, None, None
        is_site = view is not None and view.is_site
        if before is None or view is None or before.id != view.id:
            self.alike.begin()
            self._scroll.verticalScrollBar().setValue(0)
        self.strip.show_photos(view.photos if view else ())
        self._no_photo.setVisible(bool(view and is_site and not view.photos))
        self.edit_button.setVisible(is_site)
        self.record.setVisible(is_site)
        self.alike.setVisible(is_site)
        self.standing.setVisible(bool(view and view.ranked and not view.excluded))
        self.kin.tell(view.sets if view else None, view.base if view else None)
        if view is not None:
            self._fill(view)
        if focused and self.agree_box is not None:
            self.agree_box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.retranslate()

    def _fill(self, view: DetailView) -> None:
        if view.excluded:
            self._words.addWidget(self._left_out(view))
        for sentence in view.sentences:
            self._words.addWidget(label(sentence, role="second", wrap=True))
        for section in view.sections:
            box = self._first if section.key == PERMITS else self._late
            box.addWidget(self._section(view, section))
        if self._ticked(view) and PERMITS not in self.sections:
            self._first.addWidget(self._agree(view))
        if view.lines:
            self._money.addWidget(self._figures(view))
        if view.sources:
            self._notes.addWidget(self._sources(view))

    def _left_out(self, view: DetailView) -> Pane:
        """The strip that says why the place is not in the list, and what would bring it back."""
        strip = Pane()
        strip.setProperty("strip", "warn")
        column = QVBoxLayout(strip)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(2)
        column.addWidget(label(self.tr("没有列进来"), role="strong"))
        for sentence in view.excluded:
            column.addWidget(label(sentence, wrap=True))
        if view.agreed is not None:
            column.addWidget(self._agree(view))
        return strip

    def _ticked(self, view: DetailView) -> bool:
        """Whether what the manager said is asked among the permits, not above all."""
        return view.agreed is not None and not view.excluded

    def _agree(self, view: DetailView) -> QCheckBox:
        box = self.agree_box = QCheckBox(self.tr("管理处已同意"))
        box.setToolTip(self.tr("勾上就当规定挡不住这里，重新排名；要问的还留着。撤回按 Ctrl+Z。"))
        box.setChecked(bool(view.agreed))
        box.clicked.connect(lambda checked: self.agreed.emit(view.id, checked))
        return box

    def _fold(self, key: str, *, opened: bool) -> FoldSection:
        fold = self.sections[key] = FoldSection()
        fold.open(opened=self._turned.get(key, opened))
        fold.toggled.connect(lambda opened: self._keep(key, opened))
        return fold

    def _section(self, view: DetailView, section: Section) -> FoldSection:
        # what keeps a place out altogether is told above
        fold = self._fold(section.key, opened=section.opened and not view.excluded)
        fold.tell(section.title, section.gist, warn=section.warn)
        ticked = section.key == PERMITS and self._ticked(view)

        def make() -> list[QWidget]:
            tick: list[QWidget] = [self._agree(view)] if ticked else []
            return [*tick, *map(_entry, section.items)]

        fold.hold(make)
        return fold

    def _figures(self, view: DetailView) -> FoldSection:
        fold = self._fold(MONEY, opened=True)

        def make() -> list[QWidget]:
            self._table = DetailFigures(view.lines, self.popover)
            return [
                self._table,
                *(label(sentence, role="second", wrap=True) for sentence in view.money),
            ]

        fold.hold(make)
        return fold

    def _sources(self, view: DetailView) -> FoldSection:
        fold = self._fold(SOURCES, opened=False)
        lang = theme.language()
        fold.hold(
            lambda: [
                label(_footnote(number, source, lang), role="caption", wrap=True)
                for number, source in enumerate(view.sources, 1)
            ]
        )
        return fold

    def _keep(self, key: str, opened: bool) -> None:
        self._turned[key] = opened

    def open_section(self, key: str) -> None:
        """Open a section and bring it into sight."""
        fold = self.standing if key == "standing" else self.sections.get(key)
        if fold is not None:
            fold.open(opened=True)
            self._keep(key, opened=True)
            self._scroll.ensureWidgetVisible(fold)

    def figure(self, group: str, key: str) -> NumberLabel:
        """The label of one figure, by group and key; KeyError where there is none."""
        self.sections[MONEY].fill()
        if self._table is None:
            raise KeyError(key)
        return self._table.figure(group, key)

    def ask(self, group: str, key: str, anchor: QRect | None = None) -> None:
        """Open the pop-over of a figure, beside ``anchor`` (global) or beside the figure."""
        if MONEY in self.sections:
            self.sections[MONEY].fill()
        if self._table is not None:
            self._table.ask(group, key, anchor)

    def _target(self, _at: QPoint) -> Target | None:
        """The whole panel stands for the place that it explains."""
        view = self._view
        if view is None or not view.is_site:
            return None
        return view.id, view.name(theme.language()), self.rect()

    def _tell(self, signal: SignalInstance) -> None:
        """Send ``signal`` with the id of what is explained."""
        if self._view is not None:
            signal.emit(self._view.id)

    def _open_photo(self, number: int) -> None:
        if self._view is not None:
            self.photo_opened.emit(self._view.id, number)

    def _ask_quote(self) -> None:
        if self._view is not None and self._table is not None and self._table.asked:
            self.quote_asked.emit(self._view.id, self._table.asked)

    def restyle(self) -> None:
        """Links take the colour of the new theme."""
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts that are ours; the rest is explained again by whoever explained it."""
        lang, view = theme.language(), self._view
        if view is None:
            self._title.setText(self.tr("选一处，看它为什么排在这里"))
        elif view.ranked and not view.excluded:
            self._title.setText(self.tr("为什么是{name}").format(name=view.name(lang)))
        else:
            self._title.setText(view.name(lang))
        self._hint.setText(self.tr("点任何数字，看它从哪来"))
        self._hint.setVisible(bool(view and view.lines))
        self.edit_button.setText(self.tr("改这处"))
        self.edit_button.setToolTip(self.tr("名字、位置、能拍什么、价钱、照片都能改"))
        if view is not None:
            self._head_sections(view)
        if self.agree_box is not None:
            self.agree_box.setText(self.tr("管理处已同意"))
        link = f'<a href="photos" style="color:{theme.current().link}">'
        words = self.tr("还没有照片。{link}加几张{end}，或者拖进来。")
        self._no_photo.setText(words.format(link=link, end="</a>"))

    def _head_sections(self, view: DetailView) -> None:
        """The heads that are ours: what the figures come to, how many sources there are."""
        if MONEY in self.sections:
            day = next((one.figure for one in view.lines if one.key == "per_day"), None)
            gist = ""
            if day is not None:
                look = present_number(day, theme.language(), compact=True)
                gist = self.tr("每天 {price}").format(price=look.text)
            self.sections[MONEY].tell(self.tr("费用、补贴、拉动"), gist)
        if SOURCES in self.sections:
            count = self.tr("{n} 条").format(n=len(view.sources))
            self.sections[SOURCES].tell(self.tr("出处"), count)


def _entry(item: Item) -> QWidget:
    """One entry of a section: what, and lines about it."""
    if item.heading:
        return label(item.text, role="strong")
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(0)
    what = label(item.text, wrap=True)
    mark(what, tone="warn" if item.warn else "")
    column.addWidget(what)
    for line in item.more:
        column.addWidget(label(line, role="caption", wrap=True))
    return holder


def _footnote(number: int, source: Source, lang: str) -> str:
    named = (source.publisher_in(lang), source.title_in(lang), source.date or "")
    parts = [part for part in named if part]
    return f"[{number}] " + " · ".join(parts)


def _clear(box: QVBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
