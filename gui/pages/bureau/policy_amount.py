"""How much a policy pays: the shape first, then the fields that this shape needs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QVBoxLayout

from geo.model import Amount, in_language
from gui.pages.bureau.policy_conditions import ConditionRow
from gui.pages.bureau.policy_facts import FactPicker
from gui.pages.bureau.policy_fields import (
    MONEY,
    PERCENT,
    CodeBox,
    NumberEdit,
    Row,
    WordsEdit,
    beside,
    typed,
)
from gui.pages.bureau.policy_parts import PartList
from gui.pages.bureau.policy_tiers import TierList
from gui.pages.bureau.policy_words import (
    MODES,
    mode_word,
    place_names,
    region_word,
    scope_word,
    title_of,
)
from gui.session import State
from gui.widgets.pane import Pane, label
from gui.widgets.word_picker import Choice, WordPicker

NO_FIGURE = ""
COUNTED = ("money", "number")
# which rows each shape shows
_SHOWN = {
    NO_FIGURE: (),
    "fixed": ("sum", "bound", "cap", "scope", "bonus", "note"),
    "rate_of_base": (
        "rate", "base", "base_else", "heads", "bound", "cap", "scope", "cap_fact", "floor",
        "bonus", "note",
    ),
    "per_unit": ("unit", "bound", "cap", "scope", "cap_fact", "floor", "bonus", "note"),
    "tiered": ("tiers", "bound", "cap", "scope", "bonus", "note"),
    "sum_of_parts": ("parts", "bound", "cap", "scope", "cap_fact", "note"),
    "uplift": ("rate", "of", "prize", "bound", "cap", "scope", "note"),
    "match": ("rate", "of", "prize", "bound", "cap", "scope", "note"),
    "ceiling": ("cap", "scope", "note"),
    "in_kind": ("kind", "note"),
}  # fmt: skip
# few texts say these: they unfold
_RARE = ("base_else", "heads", "cap_fact", "floor", "bonus", "note")
_PART_MODES = ("fixed", "ceiling", "rate_of_base", "per_unit", "tiered")
_PART_ROWS = ("sum", "rate", "base", "unit", "tiers", "bound", "cap")


class AmountForm(Pane):
    """One amount. ``amount()`` is None where the text gives no figure."""

    changed = Signal()
    _only: tuple[str, ...] = ()
    _carried: tuple[str, ...] = ()
    _unfolded = False

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._before = Amount("fixed", is_upper_bound=True)
        modes = [(NO_FIGURE, mode_word(None)), *((one, mode_word(one)) for one in MODES)]
        self.mode = CodeBox(self.tr("怎么给"), modes)
        self.sum = NumberEdit(self.tr("给多少"), MONEY)
        self.rate = NumberEdit(self.tr("比例"), PERCENT)
        self.base = FactPicker(state, COUNTED)
        self.base_else = FactPicker(state, COUNTED)
        self.heads = WordsEdit(self.tr("只算哪些开支"))
        self.unit_fact = FactPicker(state, COUNTED)
        self.unit_size = NumberEdit(self.tr("每多少"))
        self.per_unit = NumberEdit(self.tr("给多少"), MONEY)
        self.tiers = TierList(state)
        self.parts = PartList(state, self._small)
        self.of = AwardPicker(state)
        self.prize = FactPicker(state, COUNTED)
        self.kind = QLineEdit()
        self.kind.setPlaceholderText(self.tr("给什么，例如“剧组进景区免门票”"))
        self.bound = QCheckBox(self.tr("原文写的是“最多”“不超过”，不是一定给这么多"))
        self.cap = NumberEdit(self.tr("上限"), MONEY)
        scopes = state.book.words.cap_scopes if state.book is not None else ()
        self.scope = CodeBox(self.tr("上限按什么算"), [("", scope_word(None))])
        for scope in scopes:
            self.scope.addItem(scope_word(scope), scope)
        self.cap_fact = FactPicker(state, COUNTED)
        self.cap_rate = NumberEdit(self.tr("它的百分之几"), PERCENT)
        self.floor = NumberEdit(self.tr("给就不少于"), MONEY)
        self.bonus_if = ConditionRow(state)
        self.bonus_if.remove.hide()
        self.bonus_rate = NumberEdit(self.tr("再加"), PERCENT)
        self.note = QLineEdit()
        self.more_button = QPushButton(self.tr("还写了别的：保底、加成、按哪些开支算"))
        self.more_button.setProperty("quiet", "true")
        self.more_button.setAutoDefault(False)
        self.rows: dict[str, Row] = {}
        self._lay_out()
        self._connect()
        self.show_amount(None)

    def _lay_out(self) -> None:
        per = beside(
            label(self.tr("每"), role="second"), self.unit_size, self.unit_fact, self.per_unit
        )
        self.cap_fact.setMinimumWidth(220)
        self.unit_fact.setMinimumWidth(200)
        limit = beside(self.cap_fact, self.cap_rate)
        more = beside(self.bonus_if, self.bonus_rate)
        rows = (
            ("mode", self.tr("怎么给"), beside(self.mode), ""),
            ("sum", self.tr("给多少"), self.sum, ""),
            ("rate", self.tr("比例"), self.rate, ""),
            ("base", self.tr("什么的比例"), self.base, ""),
            ("unit", self.tr("怎么数"), per, ""),
            ("tiers", self.tr("分几档"), self.tiers, ""),
            ("parts", self.tr("哪几项"), self.parts, ""),
            ("of", self.tr("在哪条上"), self.of, self.tr("库里没有那条，就空着，填下面一行")),
            ("prize", self.tr("或者哪笔钱"), self.prize, ""),
            ("kind", self.tr("给什么"), self.kind, ""),
            ("bound", self.tr("口气"), self.bound, ""),
            ("cap", self.tr("上限"), self.cap, ""),
            ("scope", self.tr("上限按什么算"), beside(self.scope), ""),
            ("base_else", self.tr("没有这个数时"), self.base_else, self.tr("先按它估，算作推算")),
            ("heads", self.tr("只算哪些开支"), self.heads, ""),
            ("cap_fact", self.tr("还不超过"), limit, self.tr("例如不超过当年纳税额的 100%")),
            ("floor", self.tr("给就不少于"), self.floor, ""),
            ("bonus", self.tr("另有加成"), more, self.tr("符合这个条件，再加百分之几")),
            ("note", self.tr("说明"), self.note, ""),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for key, name, editor, hint in rows:
            self.rows[key] = Row(name, editor, hint)
            column.addWidget(self.rows[key])
            if key == "scope":
                column.addWidget(beside(self.more_button))

    def _connect(self) -> None:
        self.mode.currentIndexChanged.connect(self._take_mode)
        self.more_button.clicked.connect(self._unfold)
        for edit in (
            *(self.sum, self.rate, self.unit_size, self.per_unit, self.cap, self.cap_rate),
            *(self.floor, self.bonus_rate, self.tiers, self.parts, self.bonus_if),
        ):
            edit.changed.connect(self.changed)
        for picker in (self.base, self.base_else, self.unit_fact, self.prize, self.cap_fact):
            picker.chosen.connect(self.changed)
        self.of.chosen.connect(self.changed)
        self.scope.currentIndexChanged.connect(self.changed)
        self.bound.toggled.connect(self.changed)
        for line in (self.heads, self.kind, self.note):
            line.textChanged.connect(self.changed)

    def _small(self) -> AmountForm:
        """A form for the amount of one part: fewer shapes, fewer rows."""
        form = AmountForm(self._state)
        form._only = _PART_ROWS
        for at in reversed(range(form.mode.count())):
            if form.mode.itemData(at) not in _PART_MODES:
                form.mode.removeItem(at)
        form.show_amount(Amount(_PART_MODES[0], is_upper_bound=True))
        return form

    def widget(self) -> AmountForm:
        """The form itself."""
        return self

    def complain(self, found: dict[str, str]) -> None:
        """Say what is wrong beside its field, and take back what was said before."""
        for key, row in self.rows.items():
            row.complain(found.get(key, ""))

    def show_amount(self, amount: Amount | None) -> None:
        """Fill in what is known."""
        self._before = amount or Amount("fixed", is_upper_bound=True)
        one = self._before
        self.mode.choose(NO_FIGURE if amount is None else one.mode, mode_word(one.mode))
        for edit, value in (
            (self.sum, one.sum),
            (self.rate, one.rate or None),
            (self.unit_size, one.unit_size),
            (self.per_unit, one.per_unit or None),
            (self.cap, one.cap),
            (self.cap_rate, one.cap_rate),
            (self.floor, one.floor),
            (self.bonus_rate, one.bonus_rate or None),
        ):
            edit.show_value(value)
        for picker, fact in (
            (self.base, one.base),
            (self.base_else, one.base_else),
            (self.unit_fact, one.unit_fact),
            (self.prize, one.base),
            (self.cap_fact, one.cap_fact),
        ):
            picker.choose(fact or "")
        self.of.choose(one.of or "")
        self.heads.show_words(one.base_heads)
        self.tiers.show_tiers(one.tier_key or "", one.tiers)
        self.parts.show_parts(one.parts)
        self.bound.setChecked(one.is_upper_bound)
        self.scope.choose(one.cap_scope or "", scope_word(one.cap_scope))
        lang = self._state.language
        self.kind.setText(in_language(one.in_kind, one.in_kind_zh, lang))
        self.note.setText(in_language(one.note, one.note_zh, lang))
        self.bonus_if.show_condition(one.bonus_if)
        told = (
            ("cap", one.cap),
            ("scope", one.cap_scope),
            ("cap_fact", one.cap_fact),
            ("floor", one.floor),
            ("bonus", one.bonus_if),
            ("base_else", one.base_else),
            ("heads", one.base_heads or None),
            ("note", one.note or one.note_zh),
        )
        self._carried = tuple(key for key, value in told if value is not None)
        self._show_rows()

    def _take_mode(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        shown = self._shown()
        for key, row in self.rows.items():
            few = not self._only or key in self._only or key in self._carried
            folded = key in _RARE and not (self._unfolded or key in self._carried)
            row.setVisible(key == "mode" or (key in shown and few and not folded))
        rare = {key for key in shown if key in _RARE and key not in self._carried}
        self.more_button.setVisible(bool(rare) and not self._unfolded and not self._only)

    def _unfold(self) -> None:
        """Show the rows that few texts need."""
        self._unfolded = True
        self._show_rows()
        wanted = next(row for key, row in self.rows.items() if key in _RARE and row.isVisible())
        wanted.editor.setFocus()

    def _shown(self) -> set[str]:
        """The rows of the shape, and those of any shape that say something already."""
        mode = self.mode.code
        return {*_SHOWN[mode], *(self._carried if mode != NO_FIGURE else ())}

    def amount(self) -> Amount | None:
        """The amount as told, fields of other shapes left out."""
        mode = self.mode.code
        if mode == NO_FIGURE:
            return None
        shown = self._shown()
        blank = Amount(mode, is_upper_bound=True)
        picked = self.prize if "prize" in shown else self.base
        bonus = self.bonus_if.condition() if "bonus" in shown else None
        told = {
            "sum": ("sum", self.sum.value),
            "rate": ("rate", self.rate.value or 0.0),
            "base_else": ("base_else", self.base_else.fact or None),
            "heads": ("base_heads", self.heads.words),
            "tiers": ("tiers", self.tiers.tiers()),
            "parts": ("parts", self.parts.parts()),
            "of": ("of", self.of.policy_id or None),
            "cap": ("cap", self.cap.value),
            "scope": ("cap_scope", self.scope.code or None),
            "floor": ("floor", self.floor.value),
        }
        fields: dict[str, object] = {
            name: value for key, (name, value) in told.items() if key in shown
        }
        if "base" in shown or ("prize" in shown and not self.of.policy_id):
            fields["base"] = picked.fact or None
        if mode == "match" and self.rate.value is None:
            # matched in full where the text names no share
            fields["rate"] = 1.0
        if "unit" in shown:
            fields |= {
                "unit": self._before.unit,
                "unit_fact": self.unit_fact.fact or None,
                "unit_size": self.unit_size.value or 1.0,
                "per_unit": self.per_unit.value or 0.0,
            }
        fields |= self._texts(shown)
        if "tiers" in shown:
            fields["tier_key"] = self.tiers.key or None
        if "cap_fact" in shown and self.cap_fact.fact:
            rate = self.cap_rate.value
            fields |= {"cap_fact": self.cap_fact.fact, "cap_rate": 1.0 if rate is None else rate}
        if bonus is not None:
            fields |= {"bonus_if": bonus, "bonus_rate": self.bonus_rate.value or 0.0}
        bound = self.bound.isChecked() if "bound" in shown else mode == "ceiling"
        return replace(blank, is_upper_bound=bound, **fields)  # type: ignore[arg-type]

    def _texts(self, shown: set[str]) -> dict[str, str | None]:
        """What is said in words, in the language in which it was typed."""
        one, lang = self._before, self._state.language
        found: dict[str, str | None] = {}
        if "kind" in shown:
            kind = typed(self.kind.text(), one.in_kind, one.in_kind_zh, lang)
            found |= {"in_kind": kind[0], "in_kind_zh": kind[1]}
        if "note" in shown:
            note = typed(self.note.text(), one.note, one.note_zh, lang)
            found |= {"note": note[0], "note_zh": note[1]}
        return found

    def unread(self) -> dict[str, str]:
        """What cannot be read, by row; each is told beside its field."""
        shown = self._shown()
        found = {
            "sum": self.sum.problem,
            "rate": self.rate.problem,
            "unit": self.unit_size.problem or self.per_unit.problem,
            "cap": self.cap.problem,
            "cap_fact": self.cap_rate.problem,
            "floor": self.floor.problem,
            "bonus": self.bonus_if.problem or self.bonus_rate.problem,
            "tiers": self.tiers.problem,
            "parts": self.parts.problem,
        }
        return {key: told for key, told in found.items() if told and key in shown}


class AwardPicker(WordPicker):
    """Finds another policy of the book by a part of its title or place."""

    chosen = Signal()

    def __init__(self, state: State) -> None:
        super().__init__(keep=True)
        self.policy_id = ""
        self.setPlaceholderText(self.tr("哪一条？打几个字，或按 ↓ 挑"))
        self.setAccessibleName(self.tr("哪一条"))
        lang, names = state.language, place_names(state)
        policies = state.book.policies if state.book is not None else ()
        self.set_choices(
            Choice(one.id, f"{region_word(one.region, names)} · {title_of(one, lang)}", one.id)
            for one in policies
        )
        self.picked.connect(self._choose)
        self.editingFinished.connect(self._left)

    def choose(self, policy_id: str) -> None:
        """Show a policy without telling anybody."""
        self.policy_id = policy_id
        self.setText(self.text_of(policy_id) or policy_id)
        self.setCursorPosition(0)
        self.setToolTip(self.text())

    def _choose(self, policy_id: str) -> None:
        self.choose(policy_id)
        self.chosen.emit()

    def _left(self) -> None:
        if not self.text().strip():
            if self.policy_id:
                self._choose("")
        else:
            self.choose(self.policy_id)
