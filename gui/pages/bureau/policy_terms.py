"""What stands between the conditions and the money: gate, chance, stacking, budget."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from geo.model import Policy, Stacking, in_language
from gui.pages.bureau.policy_amount import AwardPicker
from gui.pages.bureau.policy_fields import (
    MONEY,
    PERCENT,
    WHOLE,
    CodeBox,
    NumberEdit,
    Row,
    beside,
    typed,
)
from gui.pages.bureau.policy_words import gate_word, share_word, stack_word
from gui.session import State
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label

_SHARES = ("", "pro_rata", "first_come", "ranked")


class AwardList(Pane):
    """Several other policies, each a chip that can be taken away."""

    changed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self.ids: tuple[str, ...] = ()
        self.picker = AwardPicker(state)
        self.picker.chosen.connect(self._take)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.picker)
        column.addWidget(self._chips)
        self.setFocusProxy(self.picker)
        self.show_ids(())

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Show these policies."""
        self.ids = ids
        self._flow.clear()
        for policy_id in ids:
            chip = QToolButton()
            chip.setProperty("small", "true")
            chip.setText((self.picker.text_of(policy_id) or policy_id).replace("&", "&&"))
            chip.setIcon(icons.icon("x", 12))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setToolTip(self.tr("不要这条"))
            chip.clicked.connect(lambda _on=False, gone=policy_id: self._drop(gone))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(ids))
        self._chips.updateGeometry()

    def _take(self) -> None:
        found = self.picker.policy_id
        self.picker.choose("")
        if found and found not in self.ids:
            self.show_ids((*self.ids, found))
            self.changed.emit()

    def _drop(self, gone: str) -> None:
        self.show_ids(tuple(one for one in self.ids if one != gone))
        self.changed.emit()


class TermsForm(Pane):
    """The fourth section of the form."""

    changed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self._lang = state.language
        words = None if state.book is None else state.book.words
        gates = ("", *(words.gates if words is not None else ()))
        stacks = words.stacks if words is not None else ()
        self.gate = CodeBox(self.tr("还要过哪一关"), [(one, gate_word(one)) for one in gates])
        self.chance = NumberEdit(self.tr("选上的比例"), PERCENT)
        self.stack = CodeBox(self.tr("能不能叠加"), [(one, stack_word(one)) for one in stacks])
        self.alternatives = AwardList(state)
        self.within = AwardList(state)
        self.umbrella = AwardPicker(state)
        self.upgrade = QCheckBox(self.tr("后来拿到更高的，只补差额"))
        self.stack_note = QLineEdit()
        self.pool = NumberEdit(self.tr("一年总共多少钱"), MONEY)
        self.works = NumberEdit(self.tr("最多几部"), WHOLE, self.tr("部"))
        self.share = CodeBox(self.tr("不够分怎么办"), [(one, share_word(one)) for one in _SHARES])
        self.listed = QCheckBox(self.tr("只列出来，不算进这部戏的钱"))
        self.rows: dict[str, Row] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        pool = beside(self.pool, label(self.tr("名额"), role="second"), self.works)
        known = self.tr("公布过才填，例如 128 部选 10 部就是 7.8；没公布就空着")
        rows = (
            ("gate", self.tr("还要过哪一关"), beside(self.gate), ""),
            ("chance", self.tr("选上的比例"), self.chance, known),
            (
                "stack",
                self.tr("能不能叠加"),
                beside(self.stack),
                self.tr("没写的，两种算法都给出来"),
            ),
            ("alternatives", self.tr("和哪几条二选一"), self.alternatives, ""),
            ("within", self.tr("和哪几条比高低"), self.within, self.tr("空着：和当地各级的都比")),
            ("umbrella", self.tr("合计上限是哪条"), self.umbrella, ""),
            ("upgrade", self.tr("补差额"), self.upgrade, ""),
            ("stack_note", self.tr("原文怎么写"), self.stack_note, ""),
            ("pool", self.tr("一年总共"), pool, ""),
            ("share", self.tr("不够分怎么办"), beside(self.share), ""),
            ("listed", self.tr("只列出来"), self.listed, ""),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for key, name, editor, hint in rows:
            self.rows[key] = Row(name, editor, hint)
            column.addWidget(self.rows[key])

    def _connect(self) -> None:
        self.gate.currentIndexChanged.connect(self._take)
        self.stack.currentIndexChanged.connect(self._take)
        self.share.currentIndexChanged.connect(self.changed)
        for edit in (self.chance, self.pool, self.works, self.alternatives, self.within):
            edit.changed.connect(self.changed)
        self.umbrella.chosen.connect(self.changed)
        self.stack_note.textChanged.connect(self.changed)
        self.upgrade.toggled.connect(self.changed)
        self.listed.toggled.connect(self.changed)

    def show_policy(self, policy: Policy) -> None:
        """Fill in what is known."""
        stacking, budget = policy.stacking, policy.budget
        self.gate.choose(policy.gate or "", gate_word(policy.gate))
        self.chance.show_value(policy.selection_rate)
        self.stack.choose(stacking.rule, stack_word(stacking.rule))
        self.alternatives.show_ids(stacking.alternatives)
        self.within.show_ids(stacking.within)
        self.umbrella.choose(stacking.umbrella or "")
        self.upgrade.setChecked(stacking.upgrade)
        self.stack_note.setText(in_language(stacking.note, stacking.note_zh, self._lang))
        self.stack_note.setCursorPosition(0)
        self.pool.show_value(budget.pool)
        self.works.show_value(budget.works)
        self.share.choose(budget.share or "", share_word(budget.share))
        self.listed.setChecked(policy.listed_only)
        self._show_rows()

    def _take(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        """Only the rows that the rule asks for, and those that say something."""
        rule = self.stack.code
        shown = {
            "chance": bool(self.gate.code),
            "alternatives": rule == "alternative" or bool(self.alternatives.ids),
            "within": rule == "highest_only",
            "umbrella": rule == "adds_to_cap" or bool(self.umbrella.policy_id),
            "upgrade": rule in ("highest_only", "alternative"),
        }
        for key, on in shown.items():
            self.rows[key].setVisible(on)

    def apply(self, policy: Policy) -> Policy:
        """``policy`` with what this section says."""
        works = self.works.value
        before = policy.stacking
        note, note_zh = typed(self.stack_note.text(), before.note, before.note_zh, self._lang)
        rule = self.stack.code
        chance = self.chance.value if self.gate.code else None
        upgrade = self.upgrade.isChecked() and rule in ("highest_only", "alternative")
        return replace(
            policy,
            gate=self.gate.code or None,
            selection_rate=chance,
            selection=policy.selection if chance == policy.selection_rate else None,
            stacking=Stacking(
                rule=rule,
                alternatives=self.alternatives.ids,
                within=self.within.ids if rule == "highest_only" else (),
                umbrella=self.umbrella.policy_id or None,
                upgrade=upgrade,
                note=note,
                note_zh=note_zh,
            ),
            budget=replace(
                policy.budget,
                pool=self.pool.value,
                works=None if works is None else int(works),
                share=self.share.code or None,
            ),
            listed_only=self.listed.isChecked(),
        )

    def unread(self) -> dict[str, str]:
        """What cannot be read, by row."""
        found = {
            "chance": self.chance.problem if self.gate.code else "",
            "pool": self.pool.problem or self.works.problem,
        }
        return {key: told for key, told in found.items() if told}
