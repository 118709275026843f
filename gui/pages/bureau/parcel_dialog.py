"""A policy file from elsewhere: what it would change, before anything is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from geo.model import PolicyChange, PolicyParcel
from gui import theme
from gui.pages.bureau.aside import Aside, calm
from gui.pages.bureau.policy_new import last_teller
from gui.pages.bureau.policy_says import pays
from gui.pages.bureau.policy_told import differences
from gui.pages.bureau.policy_words import colon, place_names, region_word, title_of
from gui.pages.script.dialogs import dialog_foot
from gui.session import Changes, Session, State
from gui.widgets.message_strip import MessageStrip
from gui.widgets.pane import Pane, label
from gui.widgets.reading_order import step_on


class ChangeCard(Pane):
    """One policy of the file: a tick, and field by field what stands here and what comes."""

    def __init__(self, change: PolicyChange, state: State) -> None:
        super().__init__()
        self.change = change
        self.setProperty("card", "true")
        policy = change.new or change.old
        self.same = change.old is not None and not change.fields
        self.tick = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.tick, 1)
        head.addWidget(self._kind())
        column.addLayout(head)
        if policy is None:
            return
        self.tick.setText(title_of(policy, state.language).replace("&", "&&"))
        self.tick.setChecked(not self.same)
        self.tick.setEnabled(not self.same)
        below = f"{region_word(policy.region, place_names(state))} · {pays(policy, state)}"
        column.addWidget(label(below, role="caption", wrap=True))
        if not self.same and change.new is not None and change.old is not None:
            column.addLayout(self._table(change, state))

    def _kind(self) -> QWidget:
        if self.change.old is None:
            return label(self.tr("新的"), chip="ok")
        if self.same:
            return label(self.tr("和这里一样"), chip="need")
        return label(self.tr("改了"), chip="warn")

    def _table(self, change: PolicyChange, state: State) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for at, text in enumerate((self.tr("现在这里是"), self.tr("文件里是")), 1):
            grid.addWidget(label(text, role="caption"), 0, at)
        told = () if change.new is None else differences(change.old, change.new, state)
        rows = [(name, "\n".join(old), "\n".join(new)) for name, old, new in told]
        # what has no words of its own is shown as it stands in the file
        for row, (name, old, new) in enumerate(rows or change.fields, 1):
            grid.addWidget(label(name, role="second"), row, 0, Qt.AlignmentFlag.AlignTop)
            before = label(old or self.tr("没写"), role="second", wrap=True)
            after = label(new or self.tr("没写"), role="strong", wrap=True)
            for at, cell in enumerate((before, after), 1):
                cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(cell, row, at, Qt.AlignmentFlag.AlignTop)
        return grid


class ParcelDialog(Aside):
    """``State.parcel``: tick what to take; nothing is changed until 收下."""

    key = "parcel"
    about = ("policy",)
    size_px = (860, 640)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.cards: list[ChangeCard] = []
        self.refused = MessageStrip()
        self._told = label(role="second", wrap=True)
        self.who = QLineEdit(last_teller(session.state.book))
        self.who.setFixedWidth(round(200 * theme.text_scale()))
        self.take_button = QPushButton()
        self.none_button = QPushButton()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._who_label = label(role="second")
        buttons = dialog_foot(self, self.take_button, self.tr("先不收"))
        for at, widget in enumerate((self.none_button, self._who_label, self.who)):
            buttons.insertWidget(at, widget)
        self.take_button.setDefault(False)
        self.none_button.setProperty("quiet", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        for widget in (self._told, self.strip, self.refused):
            column.addWidget(widget)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        calm(*self.findChildren(QPushButton))
        self.who.textChanged.connect(self._check)
        self.take_button.clicked.connect(self.take)
        self.none_button.clicked.connect(self._toggle_all)

    def show_state(self, changes: Changes) -> None:
        """Draw the file; taken or put aside, the window goes."""
        if not changes.touch("parcel", "language", "phrases"):
            return
        parcel = self.state.parcel
        if parcel is None:
            self.accept()
            return
        self._list(parcel)
        self._tell_refused(parcel)
        self._check()
        if self.cards:
            self.cards[0].tick.setFocus()

    def _list(self, parcel: PolicyParcel) -> None:
        inner = QWidget()
        inner.setProperty("ground", "none")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        self.cards = []
        coming = [one for one in parcel.changes if one.new is not None]
        # what changes something stands first
        for change in sorted(coming, key=lambda one: one.old is not None and not one.fields):
            card = ChangeCard(change, self.state)
            card.tick.toggled.connect(self._check)
            self.cards.append(card)
            column.addWidget(card)
        column.addStretch(1)
        self._area.setWidget(inner)
        new = sum(card.change.old is None for card in self.cards)
        same = sum(card.same for card in self.cards)
        self._told.setText(
            self.tr(
                "{file}：新的 {new} 条，改了 {changed} 条，一样的 {same} 条。勾上的才收。"
            ).format(file=parcel.file, new=new, changed=len(self.cards) - new - same, same=same)
        )

    def _tell_refused(self, parcel: PolicyParcel) -> None:
        if not parcel.refused:
            self.refused.hide()
            return
        phrases, lang = self.state.phrases, self.state.language
        lines = []
        for one in parcel.refused:
            why = one.reason.code if phrases is None else phrases.tell(one.reason, lang)
            line = "" if one.line is None else self.tr("第 {line} 行").format(line=one.line)
            lines.append(colon(f"{line} {one.item}".strip(), why))
        what = self.tr("{n} 条有问题，不能收").format(n=len(lines))
        todo = (
            self.tr("别的照收。把下面的话发给寄文件的人。")
            if parcel.policies
            else self.tr("一条也没收，原来的没有动。把下面的话发给寄文件的人。")
        )
        self.refused.tell("warn", what, todo, details="\n".join(lines))

    @property
    def ticked(self) -> list[str]:
        """The ids to take."""
        return [
            card.change.policy_id for card in self.cards if card.tick.isChecked() and not card.same
        ]

    def _check(self) -> None:
        count = len(self.ticked)
        self.take_button.setText(self.tr("收下 {n} 条").format(n=count))
        self.take_button.setEnabled(count > 0 and bool(self.who.text().strip()))
        self.none_button.setText(self.tr("都不勾") if count else self.tr("都勾上"))
        self.none_button.setVisible(any(not card.same for card in self.cards))

    def _toggle_all(self) -> None:
        on = not self.ticked
        for card in self.cards:
            card.tick.setChecked(on and not card.same)

    def take(self) -> None:
        """Take what is ticked."""
        if self.ticked and self.who.text().strip():
            self.session.take_parcel(self.ticked, self.who.text().strip())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on as one reads."""
        return step_on(self, forward=forward)

    def done(self, answer: int) -> None:
        """Put the file aside."""
        super().done(answer)
        self.session.drop_parcel()

    def undo(self) -> None:
        """Nothing is taken yet."""

    def redo(self) -> None:
        """Nothing is taken yet."""

    def retranslate(self) -> None:
        """Set every text again."""
        self.setWindowTitle(self.tr("收别人发来的政策"))
        self._who_label.setText(self.tr("谁收的"))
        self.who.setAccessibleName(self.tr("谁收的"))
        self.who.setPlaceholderText(self.tr("例如 吴中文旅局 小周"))
