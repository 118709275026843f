"""必须: what one insists on, as chips; what they take out of the list is told and can be read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from geo.model import Excluded, Must, MustCode
from gui.pages.page import Page
from gui.pages.wishes.home_city import HOME, ask_home_city
from gui.pages.wishes.must_editor import CitiesMust, MustEditor, NumberMust
from gui.pages.wishes.must_words import must_menu_words, must_words
from gui.session import OFFERS, Changes, Session
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label
from gui.widgets.text_popover import TextPopover

PLAIN = (MustCode.STAGE, MustCode.NO_RISK)
LISTED = 12


class MustChip(Pane):
    """One must-have: a click on its words changes it, the cross takes it away."""

    changed = Signal()
    dropped = Signal()

    def __init__(self, text: str, drop_tip: str, change_tip: str = "") -> None:
        super().__init__()
        self.setProperty("part", "sel")
        self.words = self._words(text, change_tip)
        self.cross = QToolButton()
        self.cross.setProperty("quiet", "true")
        self.cross.setProperty("cross", "true")
        self.cross.setToolTip(drop_tip)
        self.cross.setAccessibleName(f"{drop_tip} {text}")
        self.cross.clicked.connect(self.dropped)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 1, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.cross)
        self.restyle()

    def _words(self, text: str, change_tip: str) -> QWidget:
        """What the chip says: a button where there is something to change."""
        if not change_tip:
            words = label(text)
            words.setContentsMargins(3, 0, 3, 0)
            return words
        button = QPushButton(text)
        button.setProperty("row", "true")
        button.setProperty("caption", "true")
        button.setToolTip(change_tip)
        button.clicked.connect(self.changed)
        return button

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.cross.setIcon(icons.icon("x", 12))


class MustsBar(Page):
    """The present must-haves. Without ``always`` it is there only while there are any.

    ``menu`` offers one more; without ``always`` it hangs on somebody else's button.
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, always: bool = True
    ) -> None:
        super().__init__(session, parent)
        self._always = always
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill_menu)
        self.editor: MustEditor | None = None
        self.chips: dict[MustCode, MustChip] = {}
        self._drawn: object = None
        self._title = label(role="second")
        self.add_button = QToolButton()
        self.add_button.setProperty("small", "true")
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add_button.setMenu(self.menu)
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._none = label(role="caption")
        self.told = label(role="caption")
        self.count = QPushButton()
        self.home_button = QPushButton()
        for button in (self.count, self.home_button):
            button.setProperty("quiet", "true")
            button.setProperty("caption", "true")
        self.count.clicked.connect(self._list_excluded)
        self.home_button.clicked.connect(lambda: ask_home_city(self.session, self))
        self.popover = TextPopover(self)
        self._lay_out()
        self.restyle()
        self.retranslate()
        if not always and not self.state.wishes.musts:
            # a page that is made later finds what was insisted on before
            self.hide()

    def _lay_out(self) -> None:
        holder = QWidget()
        self._flow = FlowLayout(holder, gap=6)
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._title, 0, top)
        row.addWidget(holder, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self._column.addWidget(self.home_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _hear(self, changes: Changes) -> None:
        if changes.touch("wishes"):
            self._come_or_go()
        super()._hear(changes)

    def _come_or_go(self) -> None:
        musts = self.state.wishes.musts
        self.setVisible(self._always or bool(musts) or self.editor is not None)

    def show_state(self, changes: Changes) -> None:
        """Draw chips, and how many places they take out."""
        if changes.touch("wishes", "language", OFFERS):
            self._show_chips()
        if changes.touch("wishes", "facts", "language"):
            near = any(one.code is MustCode.NEAR for one in self.state.wishes.musts)
            self.home_button.setVisible(near and self.state.facts.get(HOME) is None)
        if changes.touch("wishes", OFFERS, "language"):
            self._show_count()

    def _show_chips(self) -> None:
        names = self._city_names()
        told = tuple((one.code, must_words(one, names)) for one in self.state.wishes.musts)
        drawn = (self.state.language, told)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        drop, change = self.tr("不再必须："), self.tr("点一下改")
        for code, words in told:
            chip = MustChip(words, drop, "" if code in PLAIN else change)
            chip.dropped.connect(partial(self.drop, code))
            chip.changed.connect(partial(self.ask, code))
            self._flow.addWidget(chip)
            self.chips[code] = chip
        high = max((chip.sizeHint().height() for chip in self.chips.values()), default=0)
        for part in (self._none, self.told, self.count, self.add_button):
            self._flow.addWidget(part)
            part.setMinimumHeight(high)
        self._none.setVisible(not told)
        self.add_button.setVisible(self._always)

    @property
    def _excluded(self) -> list[Excluded]:
        ranking = self.state.ranking
        return [one for one in ranking.excluded if not one.by_rule] if ranking is not None else []

    def _show_count(self) -> None:
        """How many the must-haves take out; while it is reckoned anew there is no count."""
        state = self.state
        ranking, musts = state.ranking, state.wishes.musts
        fresh = ranking is not None and ranking.wishes.musts == musts
        gone = len(self._excluded) if fresh else 0
        # where the bar is a guest, the page itself tells what is left out
        self.count.setVisible(self._always and gone > 0)
        self.count.setText(self.tr("去掉 {n} 处").format(n=gone))
        self.told.setVisible(bool(musts) and not gone and ranking is not None)
        self.told.setText(self.tr("一处没去掉") if fresh else self.tr("在算…"))

    def _list_excluded(self) -> None:
        """Which places the must-haves take out, and why."""
        state, gone = self.state, self._excluded
        lines = []
        for one in gone[:LISTED]:
            name = one.name_en or one.name if state.language == "en" else one.name
            why = [
                state.phrases.tell(reason, state.language) if state.phrases else reason.code
                for reason in one.because
            ]
            lines.append(self.tr("{name}：{why}").format(name=name, why="".join(why)))
        if len(gone) > LISTED:
            lines.append(self.tr("还有 {n} 处。").format(n=len(gone) - LISTED))
        title = self.tr("去掉 {n} 处").format(n=len(gone))
        self.popover.tell(self.tr("必须"), title, "\n".join(lines))
        self.popover.open_under(self.count)

    def fill_menu(self) -> None:
        """Offer what can be insisted on; what is has a tick."""
        self.menu.clear()
        for code in MustCode:
            action = self.menu.addAction(must_menu_words(code))
            if code in PLAIN:
                action.setCheckable(True)
                action.setChecked(self._present(code) is not None)
                action.triggered.connect(lambda on, code=code: self._insist(code, on=on))
            else:
                action.triggered.connect(lambda _=False, code=code: self.ask(code))

    def _present(self, code: MustCode) -> Must | None:
        return next((one for one in self.state.wishes.musts if one.code is code), None)

    def _insist(self, code: MustCode, *, on: bool) -> None:
        if on:
            self.put(Must(code))
        else:
            self.drop(code)

    def put(self, must: Must) -> None:
        """Insist on ``must``, in place of the one of its kind."""
        musts = list(self.state.wishes.musts)
        codes = [one.code for one in musts]
        if must.code in codes:
            musts[codes.index(must.code)] = must
        else:
            musts.append(must)
        self.session.set_musts(musts)

    def drop(self, code: MustCode) -> None:
        """Insist on it no more."""
        self.session.set_musts([one for one in self.state.wishes.musts if one.code is not code])
        left = next(reversed(self.chips.values()), None)
        after = self.add_button if left is None else left.cross
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, code: MustCode) -> None:
        """Open the fields of a must-have; how far is asked only where it is known from where."""
        lost = code is MustCode.NEAR and self.state.facts.get(HOME) is None
        if lost and not ask_home_city(self.session, self.window()):
            return
        self._close_editor()
        known = self._present(code)
        if code is MustCode.CITY:
            self.editor = CitiesMust(self._cities(), known.names if known else ())
        else:
            self.editor = NumberMust(code, known.amount if known else None)
        self.editor.told.connect(self._take)
        self._column.addWidget(self.editor)
        self._come_or_go()
        self.editor.show()
        self.editor.begin()

    def _take(self, must: Must | None) -> None:
        self._close_editor()
        if must is not None:
            self.put(must)
        self._come_or_go()
        chip = self.chips.get(must.code) if must is not None else None
        after = self.add_button if chip is None else chip.words
        # what closes hands the focus to whatever is next, which may be anywhere in the window
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_editor(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()

    def _city_names(self) -> dict[str, str]:
        """Cities as the reader calls them, as far as they were ranked."""
        ranking, english = self.state.ranking, self.state.language == "en"
        return {
            one.city: one.city_en or one.city if english else one.city.removesuffix("市")
            for one in (ranking.cities if ranking is not None else ())
        }

    def _cities(self) -> dict[str, str]:
        """The cities that are ranked, with their names."""
        names = self._city_names()
        ranked = self.state.cities or self.state.home_cities
        return {one: names.get(one, one) for one in ranked}

    def restyle(self) -> None:
        """Fetch the icon again."""
        self.add_button.setIcon(icons.icon("plus", 14))

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self._title.setText(self.tr("必须"))
        self._none.setText(self.tr("没有，都可以商量"))
        self.add_button.setText(self.tr("加一条必须"))
        self.add_button.setToolTip(self.tr("加一条必须"))
        self.add_button.setAccessibleName(self.tr("加一条必须"))
        self.home_button.setText(self.tr("还没填驻地，判不了远近。填驻地"))
