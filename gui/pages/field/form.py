"""The form of one place: every line of it, photos, what to find out; kept as it is typed."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from geo.model.field import RECCE, SITE, FieldKey, RecceField, RecceSheet
from gui.pages.field.form_foot import FormFoot
from gui.pages.field.form_head import FormHead
from gui.pages.field.form_line import FormLine
from gui.pages.field.open_card import OpenCard
from gui.pages.field.openers import open_history
from gui.pages.field.photos import PhotoBlock
from gui.pages.field.seen_editors import PositionEditor
from gui.pages.field.words import group_word
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.settings import Settings
from gui.widgets.column_area import ColumnArea
from gui.widgets.pane import label

WIDEST = 1120
ARRIVE_S = 0.8
"""So long the form may still be laid out after going to a line."""


class FormPane(Page):
    """Asks the session to keep every answer."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.lines: list[FormLine] = []
        self._shown: tuple[RecceField, ...] = ()
        self._site: str | None = None
        self.head = FormHead(session)
        self.open = OpenCard()
        self.open.checks.told.connect(session.answer)
        self.open.checks.dropped.connect(session.drop_check)
        self.photos = PhotoBlock(session, settings)
        self.foot = FormFoot()
        self._room = QWidget()
        self._room.setProperty("ground", "none")
        self._column = QVBoxLayout(self._room)
        self._column.setContentsMargins(18, 6, 18, 16)
        self._column.setSpacing(0)
        self._column.addWidget(self.open)
        self._column.addWidget(self.photos)
        self._column.addStretch(1)
        self.area = ColumnArea(self._room, most=WIDEST, centred=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)
        self._expecting = False
        self._going: FormLine | None = None
        self._going_until = 0.0
        # the lines take their places after the form has taken its height
        self.area.verticalScrollBar().rangeChanged.connect(
            lambda *_: QTimer.singleShot(0, self, self._follow)
        )
        self._headings: list[tuple[QWidget, RecceField]] = []
        self.foot.done_asked.connect(self.finish)
        self.foot.back_asked.connect(lambda: self.step(-1))
        self.foot.history_asked.connect(self._open_place_history)
        self.foot.photos_asked.connect(self.show_photos)

    # ---- what is shown

    def sheet(self) -> RecceSheet | None:
        """The form that is shown."""
        field = self.state.outdoors
        return None if field.desk is None else field.desk.sheet(field.site)

    def show_state(self, changes: Changes) -> None:
        """Show the place, its answers, photos and questions."""
        if not changes.touch("outdoors", "busy", "language", "phrases", "vocabulary"):
            return
        field, sheet = self.state.outdoors, self.sheet()
        desk = field.desk
        self._room.setEnabled(sheet is not None)
        if desk is None or sheet is None:
            return
        if desk.fields != self._shown:
            self._build(desk.fields)
        if changes.touch("language", "phrases", "vocabulary"):
            self._speak()
        moved = sheet.site.id != self._site
        if moved:
            self._site = sheet.site.id
            for line in self.lines:
                line.forget()
            self.area.verticalScrollBar().setValue(0)
        settled = moved or (field.saved and not self.state.is_busy("recce"))
        for line in self.lines:
            line.show_answers(sheet.answers, settled=settled)
            if isinstance(line.editor, PositionEditor):
                line.editor.show_fix()
        self._tell(sheet)
        held = QApplication.focusWidget()
        # who walks through the list of places stays there
        stays = held is not None and not self.isAncestorOf(held) and not self._expecting
        if moved and self.isVisible() and not stays:
            self._expecting = False
            self.focus_first()

    def _tell(self, sheet: RecceSheet) -> None:
        self.head.tell(self.state, sheet, unkept=self._unkept())
        self.open.tell(self.state, sheet)
        self.photos.tell(sheet)
        self.foot.tell(self.state, sheet)

    def _unkept(self) -> RecceField | None:
        """A line with something half typed that could not be kept."""
        return next((one.line for one in self.lines if not one.editor.kept), None)

    def _build(self, fields: tuple[RecceField, ...]) -> None:
        self._shown = fields
        for old in (*self.lines, *(heading for heading, _ in self._headings)):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines, self._headings, self._going = [], [], None
        at, group = self._column.indexOf(self.photos), None
        for field in fields:
            if field.type == "photo":
                continue
            heading = (field.own, field.group)
            if heading != group:
                group = heading
                words = label(role="caption")
                words.setContentsMargins(0, 12, 0, 2)
                self._headings.append((words, field))
                self._column.insertWidget(at, words)
                at += 1
            line = self._line(field)
            self._column.insertWidget(at, line)
            at += 1
        self._speak()

    def _line(self, field: RecceField) -> FormLine:
        line = FormLine(field, lambda: self.session.state)
        line.answered.connect(self.session.answer)
        line.next_asked.connect(lambda: self.go_on(line))
        line.kept_changed.connect(self._tell_kept)
        line.history_asked.connect(self._open_line_history)
        self.lines.append(line)
        return line

    def _speak(self) -> None:
        for line in self.lines:
            line.speak(self.state.language)
        for words, field in self._headings:
            told = group_word(field, self.state)
            words.setText(told)  # type: ignore[attr-defined]
            words.setVisible(bool(told))

    def _tell_kept(self) -> None:
        sheet = self.sheet()
        if sheet is not None:
            self.head.tell(self.state, sheet, unkept=self._unkept())

    # ---- going on

    def focus_first(self) -> None:
        """The keys go to the first line that is not answered."""
        line = self._open_line()
        if line is not None:
            self._go_to(line)

    def expect_place(self) -> None:
        """A place was added: its form has the keys as soon as it is there."""
        self._expecting = True

    def keys(self) -> QWidget:
        """Where the keys go: the first line that is not answered."""
        line = self._open_line()
        return self.foot.done if line is None else line.editor.first()

    def _open_line(self) -> FormLine | None:
        sheet = self.sheet()
        if sheet is None or not self.lines:
            return None
        stems = {key.partition("@")[0] for key in sheet.answers}
        # without a position known, nobody can take it
        free = (one for one in self.lines if one.editor.first().isEnabled())
        return next((one for one in free if one.line.key not in stems), self.lines[0])

    def go_on(self, line: FormLine) -> None:
        """From a line to the next that takes keys; after the last one to the main button."""
        after = self.lines[self.lines.index(line) + 1 :]
        wanted = next((one for one in after if one.editor.first().isEnabled()), None)
        if wanted is not None:
            self._go_to(wanted)
        else:
            self.foot.done.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to(self, line: FormLine) -> None:
        line.editor.first().setFocus(Qt.FocusReason.TabFocusReason)
        self._going = line
        self._going_until = time.monotonic() + ARRIVE_S
        # a line just made has no place yet: again whenever the form takes another height
        QTimer.singleShot(0, line, self._follow)

    def _follow(self) -> None:
        """Keep the line that was gone to in sight until it stands still."""
        if self._going is not None and time.monotonic() < self._going_until:
            self.area.ensureWidgetVisible(self._going, 0, 60)

    def show_photos(self) -> None:
        """Bring the photos into sight."""
        self.photos.add.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(self.photos, 0, 400)

    def finish(self) -> None:
        """The place shown is done; on to the next that is not."""
        sheet = self.sheet()
        if sheet is None:
            return
        if not sheet.done:
            self.session.finish_sheet(done=True)
        self._go_next()

    def reopen(self) -> None:
        """The place shown is not done after all."""
        self.session.finish_sheet(done=False)

    def _go_next(self) -> None:
        field = self.state.outdoors
        if field.desk is None:
            return
        ids = [one.site.id for one in field.desk.sheets]
        here = ids.index(field.site) if field.site in ids else -1
        order = (*field.desk.sheets[here + 1 :], *field.desk.sheets[: max(here, 0)])
        left = [one.site.id for one in order if not one.done and one.site.id != field.site]
        if left:
            self.session.show_sheet(left[0])

    def step(self, by: int) -> None:
        """The place before or after, in the order of the list."""
        field = self.state.outdoors
        ids = [one.site.id for one in field.desk.sheets] if field.desk is not None else []
        if field.site in ids:
            self.session.show_sheet(ids[(ids.index(field.site) + by) % len(ids)])

    # ---- history

    def _open_line_history(self, line: RecceField) -> None:
        sheet = self.sheet()
        if sheet is not None:
            open_history(self.session, self.window(), key_of(line, sheet))

    def _open_place_history(self) -> None:
        sheet = self.sheet()
        if sheet is not None:
            open_history(self.session, self.window(), FieldKey(RECCE, sheet.site.id, ""))


def key_of(line: RecceField, sheet: RecceSheet) -> FieldKey:
    """The field whose changes are the history of a line."""
    if line.target != SITE:
        answered = [key for key in sheet.answers if key.partition("@")[0] == line.key]
        newest = max(answered, key=lambda key: sheet.answers[key].when, default=line.key)
        return FieldKey(RECCE, sheet.site.id, newest)
    if line.type == "price":
        answer = sheet.answers.get(line.key)
        value = answer.value if answer is not None else None
        per = value.get("per") if isinstance(value, dict) else None
        return FieldKey(SITE, sheet.site.id, f"hires/{per or 'day'}")
    return FieldKey(SITE, sheet.site.id, "position" if line.type == "position" else "")
