"""A subsidy as typed: a new one, or one of the book changed; nothing of the book is touched."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from geo.model import Amount, Condition, Policy, Region, Rule
from geo.model.hosting import Ours
from gui.pages.bureau.policy_new import blank_policy, region_of
from gui.pages.bureau.policy_says import pays
from gui.pages.bureau.policy_words import title_of
from gui.pages.host.parts import Card, button, indent
from gui.pages.typed import WAN
from gui.session import Session, State
from gui.widgets.fields import StillBox
from gui.widgets.pane import label

SPENT, STAYED = "spend.local_eligible", "shoot.consecutive_local_days"
RATED = "rate_of_base"
NEW, DRAFT_ID = "", "own-draft"
SHARE, CAP, DAYS = 10, 10.0, 3
LIST = 520


class PolicyDraft(Card):
    """``asked`` hands over the policy to be worked out."""

    asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._offered: tuple[tuple[str, str], ...] = ()
        self._policies: dict[str, Policy] = {}
        self.which = StillBox()
        self.which.setMinimumContentsLength(10)
        self.which.setSizeAdjustPolicy(
            StillBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.which.view().setMinimumWidth(LIST)
        self.share, self.cap, self.days = QSpinBox(), QDoubleSpinBox(), QSpinBox()
        self.says = label(role="caption", wrap=True)
        self.go = button("", self._ask, main=True)
        self.which.currentIndexChanged.connect(self._fill)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(12)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._names = {
            field: label(role="second") for field in (self.which, self.share, self.cap, self.days)
        }
        for field, name in self._names.items():
            self._form.addRow(name, field)
        self.rows.addLayout(self._form)
        self.rows.addSpacing(8)
        self.rows.addWidget(self.says)
        self.rows.addSpacing(10)
        self.rows.addWidget(self.go)
        self._set_ranges()
        self.retranslate()

    def _set_ranges(self) -> None:
        indent(self.share, self.cap, self.days)
        self.share.setRange(1, 60)
        self.share.setSuffix(" %")
        self.cap.setRange(0.0, 100_000)
        self.cap.setDecimals(1)
        self.days.setRange(0, 180)

    def offer(self, state: State, ours: Ours | None) -> None:
        """Offer a new one and those of the book that hold here."""
        region = region_of(state, ours.city if ours is not None else "")
        book = state.book.policies if state.book is not None else ()
        here = [one for one in book if one.amount is not None and _holds(one.region, region)]
        self._policies = {one.id: one for one in here}
        new = self.tr("新起草一条")
        # several lines of one text have the same title: what they pay tells them apart
        known = ((one.id, f"{title_of(one, state.language)} · {pays(one, state)}") for one in here)
        wanted = ((NEW, new), *known)
        if wanted == self._offered:
            return
        before = self.which.currentData()
        self._offered = wanted
        self.which.blockSignals(True)
        self.which.clear()
        for key, text in wanted:
            self.which.addItem(text, key)
            self.which.setItemData(self.which.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        at = self.which.findData(before)
        self.which.setCurrentIndex(max(at, 0))
        self.which.blockSignals(False)
        if before is None or at < 0:
            self._fill()

    @property
    def base(self) -> Policy | None:
        """The policy of the book that is being changed; None for a new one."""
        return self._policies.get(str(self.which.currentData() or ""))

    def _fill(self) -> None:
        """Show what the chosen one says; what it has no room for cannot be typed."""
        base = self.base
        amount = base.amount if base is not None else None
        rated = amount is None or amount.mode == RATED
        self.share.setEnabled(rated)
        if amount is None:
            self.share.setValue(SHARE)
            self.cap.setValue(CAP)
            self.days.setValue(DAYS)
        else:
            self.share.setValue(round(amount.rate * 100) if rated else self.share.minimum())
            self.cap.setValue((amount.cap or 0.0) / WAN)
            self.days.setValue(round(_stay(base.conditions) if base is not None else 0))
        for field in (self.share, self._names[self.share]):
            field.setVisible(rated)
        self._say()

    def _say(self) -> None:
        base = self.base
        if base is None:
            self.says.setText(self.tr("奖补的是剧组在本地花的、拿得出票的钱；不分哪里注册的企业。"))
        else:
            told = self.tr("现在是：{pays}。别的条件照旧。")
            self.says.setText(told.format(pays=pays(base, self._session.state)))

    def policy(self) -> Policy:
        """The policy as typed."""
        base = self.base
        cap = self.cap.value() * WAN or None
        days = self.days.value()
        if base is not None and base.amount is not None:
            rate = base.amount.rate
            if base.amount.mode == RATED and round(rate * 100) != self.share.value():
                rate = self.share.value() / 100
            amount = replace(base.amount, cap=cap, rate=rate)
            return replace(base, amount=amount, conditions=_staying(base.conditions, days))
        blank = blank_policy(self._session.state)
        title = self.tr("起草中的奖补")
        return replace(
            blank,
            id=DRAFT_ID,
            title_zh=title,
            title_en=title,
            region=self._region(),
            local_registration="not_required",
            conditions=_staying((), days),
            amount=Amount(
                RATED, is_upper_bound=False, cap=cap, base=SPENT, rate=self.share.value() / 100
            ),
            computable="formula",
        )

    def _region(self) -> Region:
        ours = self._session.ours
        region = region_of(self._session.state, ours.city if ours is not None else "")
        if ours is not None and ours.district:
            return replace(region, district=ours.district)
        return region

    def _ask(self) -> None:
        self.asked.emit(self.policy())

    def retranslate(self) -> None:
        """Set every text again."""
        self.name(self.tr("写一条"))
        for field, text in (
            (self.which, self.tr("从哪条改起")),
            (self.share, self.tr("本地花费的")),
            (self.cap, self.tr("每部封顶")),
            (self.days, self.tr("至少连拍")),
        ):
            self._names[field].setText(text)
            field.setAccessibleName(text)
        self.cap.setSuffix(self.tr(" 万元"))
        self.cap.setSpecialValueText(self.tr("不封顶"))
        self.days.setSuffix(self.tr(" 天"))
        self.days.setSpecialValueText(self.tr("不要求"))
        self.go.setText(self.tr("算一算"))
        self._say()


def _holds(policy: Region, here: Region) -> bool:
    """Whether a policy is of this city, or of a part of it."""
    return bool(here.city) and policy.city == here.city


def _stay(conditions: tuple[Rule, ...]) -> float:
    """The least days that the conditions ask for; 0 where they ask for none."""
    for one in conditions:
        if isinstance(one, Condition) and one.fact == STAYED and isinstance(one.value, int | float):
            return float(one.value)
    return 0.0


def _staying(conditions: tuple[Rule, ...], days: int) -> tuple[Rule, ...]:
    """The conditions with these least days in place of those they had."""
    others = tuple(
        one for one in conditions if not (isinstance(one, Condition) and one.fact == STAYED)
    )
    return (*others, Condition(STAYED, ">=", float(days))) if days else others
