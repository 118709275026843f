"""The search of the top bar: asks at every keystroke, shows what was found under the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.session import Changes, Session, without
from gui.widgets.search_field import SearchField
from gui.widgets.search_popup import Answers, SearchPopup
from gui.window.search_words import SITE, SearchWords

PAGE_STEP = 6
SLOW_MS = 300
STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE_STEP,
    Qt.Key.Key_PageUp: -PAGE_STEP,
}


class SearchBox(SearchField):
    """Tells which place or set was chosen, that only what was found is shown, or one to be added.

    The popup is a child of the window, so the focus stays where one types and an input method is
    never disturbed; it closes as soon as the focus is anywhere else.
    """

    site_asked = Signal(str)
    set_asked = Signal(str)
    only_asked = Signal()
    add_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = SearchWords(self)
        self._popup: SearchPopup | None = None
        # an answer that comes late opens no popup that was put away
        self._wanted = False
        # Enter came before the answer did
        self._waits = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(lambda: self._show(slow=True))
        self.changed.connect(self._search)
        self.entered.connect(self._enter)
        session.changed.connect(self._hear)

    @property
    def popup(self) -> SearchPopup:
        """The popup; made when it is first wanted, for only then there is a window."""
        if self._popup is None:
            popup = self._popup = SearchPopup(self.window())
            popup.taken.connect(self._take)
            popup.dropped.connect(self._drop)
            popup.widened.connect(self._widen)
            popup.only_asked.connect(self._show_only)
            popup.add_asked.connect(self._add)
            popup.left.connect(self._back)
            self.window().installEventFilter(self)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._focus_moved)
        return self._popup

    @property
    def query(self) -> str:
        """What is looked for."""
        return self.edit.text().strip()

    @property
    def is_open(self) -> bool:
        """Whether the popup is shown."""
        return self._popup is not None and self._popup.isVisible()

    def close_popup(self) -> None:
        """Put the popup away; what is typed stays."""
        self._waits = self._wanted = False
        self._slow.stop()
        if self._popup is not None:
            self._popup.hide()

    def _search(self, text: str) -> None:
        self._waits = False
        self._wanted = bool(text) and self._has_focus()
        self._slow.start()
        self._session.search(text)
        if not text:
            self._session.show_only(None)
            self.close_popup()
        self._show()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        inside = self._popup is not None and focus is not None and self._popup.isAncestorOf(focus)
        return inside or self.edit.hasFocus()

    def _hear(self, changes: Changes) -> None:
        if changes.touch("only"):
            self._follow_only()
        if not self.query:
            return
        if changes.touch("sites") and self.is_open:
            self._session.search(self.query)
        if changes.touch("found", "wider", "script", "language", "sites"):
            self._show()
        if self._waits and changes.touch("busy") and not self._session.state.is_busy("search"):
            self._enter(self.query)

    def _follow_only(self) -> None:
        """The field says what the list is narrowed to; it empties when that is let go elsewhere."""
        if self._session.state.only is None and not self._has_focus():
            self.edit.clear()

    def _show(self, *, slow: bool = False) -> None:
        state = self._session.state
        if state.found is not None:
            self._slow.stop()
        if not (self._wanted and self._has_focus()):
            return
        told = self._words.answers(state, self.query, slow=slow)
        if told.rows or told.none:
            self.popup.tell(told)
            self.popup.open_under(self)
            self._chain(self.popup)
            self._tell_reader(told)
        elif not state.is_busy("search") and self.is_open:
            self.popup.hide()

    def _chain(self, popup: SearchPopup) -> None:
        """Tab goes from the field through the popup."""
        before: QWidget = self.edit
        for control in popup.controls():
            QWidget.setTabOrder(before, control)
            before = control

    def _tell_reader(self, told: Answers) -> None:
        """Say what Enter takes, as the focus never goes to the list."""
        current = self.popup.list.current
        spoken = current.spoken() if current is not None else told.none
        self.edit.setAccessibleDescription("；".join(part for part in (spoken, told.more) if part))

    def _enter(self, text: str) -> None:
        if not text:
            return
        if self._session.state.is_busy("search"):
            self._waits = True
            return
        self._waits = False
        told = self._words.answers(self._session.state, text)
        current = self.popup.list.current if self.is_open else None
        if current is None and told.rows:
            current = told.rows[0]
        if current is not None:
            self._take(current.key)

    def _take(self, key: str) -> None:
        kind, _, one = key.partition(":")
        self.close_popup()
        if kind == SITE:
            self._session.let_in(one)
        only = self._session.state.only
        self._write(only.query.strip() if only is not None else "")
        (self.site_asked if kind == SITE else self.set_asked).emit(one)

    def _write(self, text: str) -> None:
        """Say what the field is about, without looking for it again."""
        if self.edit.text() != text:
            self.edit.blockSignals(True)
            self.edit.setText(text)
            self.edit.blockSignals(False)
            self._hint.setVisible(not text)
        self._session.search("")

    def _drop(self, number: int) -> None:
        found = self._session.state.found
        if found is not None and number < len(found.terms):
            self.edit.setFocus()
            self.edit.setText(without(found.query, found.terms[number]))

    def _widen(self, number: int) -> None:
        wider = self._session.state.wider
        if number < len(wider):
            self.edit.setFocus()
            self.edit.setText(wider[number].query)

    def _show_only(self) -> None:
        found = self._session.state.found
        if found is not None and found.hits:
            self.close_popup()
            self._session.show_only(found)
            self.only_asked.emit()

    def _add(self) -> None:
        self.close_popup()
        self.add_asked.emit()

    def _back(self) -> None:
        self.edit.setFocus()
        self.close_popup()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        popup = self._popup
        if popup is None or not popup.isVisible():
            return
        if new is not self.edit and (new is None or not popup.isAncestorOf(new)):
            self.close_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the list, Esc puts it away; a press elsewhere or a new size closes it."""
        if watched is self.edit and event.type() is QEvent.Type.FocusIn:
            self._session.prepare_search()
        if watched is self.edit and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and self._key(Qt.Key(event.key())):
                return True
        elif watched is not self.edit and event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.Resize,
        ):
            self.close_popup()
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key not in STEPS or not self.query:
            return False
        if self.is_open:
            self.popup.list.walk(STEPS[key])
            self._tell_reader(self.popup.answers)
        else:
            self._search(self.query)
        return True

    def _escape(self) -> bool:
        """First the popup goes, then what was typed and with it the narrowing."""
        if self.is_open:
            self.close_popup()
        elif self.edit.text():
            self.edit.clear()
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing floats over a hidden bar."""
        self.close_popup()
        super().hideEvent(event)
