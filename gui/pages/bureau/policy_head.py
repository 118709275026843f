"""What a policy is: title, place, issuer, kind, how long it holds, whom it pays."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout

from geo.model import Policy, in_language
from gui.pages.bureau.policy_fields import CodeBox, DayEdit, Row, beside, typed
from gui.pages.bureau.policy_region import RegionPicker
from gui.pages.bureau.policy_words import local_word, payee_word, status_word, type_word
from gui.session import State
from gui.widgets.pane import Pane, label

_LOCAL = ("required", "not_required", "unknown")


class HeadForm(Pane):
    """The first section of the form."""

    changed = Signal()

    def __init__(self, state: State) -> None:
        super().__init__()
        self._lang = state.language
        self.title, self.title_en, self.issuer = QLineEdit(), QLineEdit(), QLineEdit()
        self.who = QLineEdit()
        self.region = RegionPicker(state)
        words = None if state.book is None else state.book.words
        types = words.types if words is not None else ()
        statuses = words.statuses if words is not None else ()
        payees = tuple(words.payees) if words is not None else ()
        self.type = CodeBox(self.tr("是哪一类"), [(one, type_word(state, one)) for one in types])
        self.status = CodeBox(self.tr("状态"), [(one, status_word(state, one)) for one in statuses])
        self.payee = CodeBox(self.tr("付给谁"), [(one, payee_word(one)) for one in payees])
        self.local = CodeBox(
            self.tr("要不要在当地注册"), [(one, local_word(one)) for one in _LOCAL]
        )
        self.valid_from = DayEdit(self.tr("从哪天起"))
        self.valid_to = DayEdit(self.tr("到哪天止"))
        # kept as the text has it: some say more than a day
        self.issued = QLineEdit()
        self.issued.setPlaceholderText("2026-11-20")
        self.specific = QCheckBox(self.tr("专门给微短剧的"))
        self.title.setPlaceholderText(self.tr("文件的名字，或大家怎么叫它"))
        self.who.setPlaceholderText(self.tr("谁能申报，例如“在本区拍满 7 天的剧组”"))
        self.rows: dict[str, Row] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        valid = beside(self.valid_from, label(self.tr("到"), role="second"), self.valid_to)
        rows = (
            ("title", self.tr("名称"), self.title, ""),
            ("title_en", self.tr("英文名"), self.title_en, ""),
            ("region", self.tr("在哪儿有效"), self.region, self.tr("园区不在名单里，就直接打字")),
            ("issuer", self.tr("谁发的"), self.issuer, ""),
            ("issued", self.tr("哪天发的"), self.issued, ""),
            ("type", self.tr("是哪一类"), beside(self.type, self.specific), ""),
            (
                "status",
                self.tr("状态"),
                beside(self.status),
                self.tr("征求意见和已过期的只列出来，不算钱"),
            ),
            ("valid", self.tr("有效期"), valid, self.tr("没写就空着")),
            ("payee", self.tr("付给谁"), beside(self.payee), self.tr("到不了剧组的，不算进这部戏")),
            ("who", self.tr("谁能申报"), self.who, ""),
            ("local", self.tr("当地注册"), beside(self.local), ""),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for key, name, editor, hint in rows:
            self.rows[key] = Row(name, editor, hint)
            column.addWidget(self.rows[key])

    def _connect(self) -> None:
        for line in (self.title, self.title_en, self.issuer, self.who, self.issued):
            line.textChanged.connect(self.changed)
        for box in (self.type, self.status, self.payee, self.local):
            box.currentIndexChanged.connect(self.changed)
        for day in (self.valid_from, self.valid_to):
            day.changed.connect(self.changed)
        self.region.changed.connect(self.changed)
        self.specific.toggled.connect(self.changed)

    def show_policy(self, policy: Policy) -> None:
        """Fill in what is known."""
        for line, text in (
            (self.title, policy.title_zh),
            (self.title_en, policy.title_en if policy.title_en != policy.title_zh else ""),
            (self.issuer, policy.issuer),
            (self.who, in_language(policy.who, policy.who_zh, self._lang)),
            (self.issued, in_language(policy.issued, policy.issued_zh, self._lang)),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        self.region.show_region(policy.region)
        self.type.choose(policy.type)
        self.status.choose(policy.status)
        self.payee.choose(policy.payee, payee_word(policy.payee))
        self.local.choose(policy.local_registration)
        self.valid_from.show_value(policy.valid_from)
        self.valid_to.show_value(policy.valid_to)
        self.specific.setChecked(policy.micro_drama_specific)

    def apply(self, policy: Policy, reaches: bool) -> Policy:
        """``policy`` with what this section says; ``reaches``: the payee is of the crew."""
        title = self.title.text().strip()
        who, who_zh = typed(self.who.text(), policy.who, policy.who_zh, self._lang)
        issued = typed(self.issued.text(), policy.issued, policy.issued_zh, self._lang)
        return replace(
            policy,
            title_zh=title,
            title_en=self.title_en.text().strip() or title,
            region=self.region.region,
            issuer=self.issuer.text().strip(),
            issued=issued[0],
            issued_zh=issued[1],
            type=self.type.code,
            status=self.status.code,
            valid_from=self.valid_from.value,
            valid_to=self.valid_to.value,
            payee=self.payee.code,
            reaches_crew=reaches,
            micro_drama_specific=self.specific.isChecked(),
            who=who or "",
            who_zh=who_zh or "",
            local_registration=self.local.code,
        )

    def unread(self) -> dict[str, str]:
        """What cannot be read, by row."""
        told = self.valid_from.problem or self.valid_to.problem
        return {"valid": told} if told else {}
