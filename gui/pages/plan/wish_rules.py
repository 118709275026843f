"""怎么算一天: the rules a plan is made by, each with its reason; empty fields follow the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from geo.model import PlanRule
from gui.widgets.pane import Pane, label, mark

FIELD = 76
HOURS, CLOCK, MINUTES, YUAN, TIMES, KMH, SHARE = (
    "hours", "clock", "minutes", "yuan", "times", "kmh", "share",
)  # fmt: skip
# told in the form above the rules
ELSEWHERE = ("least_fit",)
_UNITS: Mapping[str, str] = {
    "day_minutes": HOURS,
    "rest": HOURS,
    "call": CLOCK,
    "late": CLOCK,
    "quiet": CLOCK,
    "left_out": YUAN,
    "change_confirmed": YUAN,
    "change_hold": YUAN,
    "truck": TIMES,
    "told_share": SHARE,
    "rail_kmh": KMH,
}


def rule_word(name: str) -> str:
    """What a rule is called; one that nobody named is called by its code."""
    return {
        "day_minutes": QCoreApplication.translate("PlanRules", "一天最长"),
        "call": QCoreApplication.translate("PlanRules", "最早开工"),
        "rest": QCoreApplication.translate("PlanRules", "收工到开工"),
        "setup": QCoreApplication.translate("PlanRules", "到一处先布置"),
        "change": QCoreApplication.translate("PlanRules", "同一处换景"),
        "wrap": QCoreApplication.translate("PlanRules", "转场前收机器"),
        "load": QCoreApplication.translate("PlanRules", "装车"),
        "unload": QCoreApplication.translate("PlanRules", "卸车"),
        "relight": QCoreApplication.translate("PlanRules", "重新布光"),
        "truck": QCoreApplication.translate("PlanRules", "器材车比小车慢"),
        "late": QCoreApplication.translate("PlanRules", "之后不跑长途"),
        "long_drive": QCoreApplication.translate("PlanRules", "多久算长途"),
        "quiet": QCoreApplication.translate("PlanRules", "之后不吵邻居"),
        "least": QCoreApplication.translate("PlanRules", "一场最少拍"),
        "told_share": QCoreApplication.translate("PlanRules", "一天里真在拍的"),
        "left_out": QCoreApplication.translate("PlanRules", "少拍一场记"),
        "change_confirmed": QCoreApplication.translate("PlanRules", "改掉定好的记"),
        "change_hold": QCoreApplication.translate("PlanRules", "改掉留档的记"),
        "rail_kmh": QCoreApplication.translate("PlanRules", "城市之间高铁"),
        "station": QCoreApplication.translate("PlanRules", "进出站"),
    }.get(name, name)


def unit_of(name: str) -> str:
    """The unit in which a rule is typed."""
    return _UNITS.get(name, MINUTES)


def unit_word(unit: str) -> str:
    """What stands after the field."""
    return {
        HOURS: QCoreApplication.translate("PlanRules", "小时"),
        CLOCK: "",
        MINUTES: QCoreApplication.translate("PlanRules", "分钟"),
        YUAN: QCoreApplication.translate("PlanRules", "元"),
        TIMES: QCoreApplication.translate("PlanRules", "倍"),
        KMH: QCoreApplication.translate("PlanRules", "公里/小时"),
        SHARE: "%",
    }[unit]


def write_rule(value: float, unit: str) -> str:
    """A value as it is typed: 14, 6:00, 50,000."""
    if unit == HOURS:
        return f"{value / 60:.4g}"
    if unit == CLOCK:
        return f"{int(value) // 60}:{int(value) % 60:02d}"
    if unit == SHARE:
        return f"{value * 100:.4g}"
    return f"{value:,.10g}"


def read_rule(text: str, rule: PlanRule) -> float | None:
    """What was typed, as a value of the rule; None for nothing. Raises ValueError otherwise."""
    text = text.replace(",", "").replace("，", "").replace("：", ":").strip().removesuffix("%")
    if not text:
        return None
    unit = unit_of(rule.name)
    if unit == CLOCK:
        hours, _, minutes = text.partition(":")
        value = float(int(hours) * 60 + int(minutes or 0))
    else:
        value = float(text) * {HOURS: 60.0, SHARE: 0.01}.get(unit, 1.0)
    if not rule.low <= value <= rule.high:
        raise ValueError(text)
    return value


class RulesForm(Pane):
    """One row for each rule. ``typed``: something changed."""

    typed = Signal()

    def __init__(
        self,
        rules: Sequence[PlanRule],
        own: Mapping[str, float],
        lang: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = {one.name: one for one in rules if one.name not in ELSEWHERE}
        # what is told elsewhere, or has no rule any more, is left as it was
        self._rest = {name: value for name, value in own.items() if name not in self._rules}
        self.fields: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(3, 1)
        for at, rule in enumerate(self._rules.values()):
            unit = unit_of(rule.name)
            field = self._field(rule, own.get(rule.name))
            grid.addWidget(label(rule_word(rule.name)), at, 0)
            grid.addWidget(field, at, 1)
            grid.addWidget(label(unit_word(unit), role="caption"), at, 2)
            why: QLabel = label(rule.why.get(lang, ""), role="caption", wrap=True)
            grid.addWidget(why, at, 3, Qt.AlignmentFlag.AlignVCenter)

    def _field(self, rule: PlanRule, own: float | None) -> QLineEdit:
        unit = unit_of(rule.name)
        field = QLineEdit("" if own is None else write_rule(own, unit))
        field.setPlaceholderText(write_rule(rule.value, unit))
        field.setFixedWidth(FIELD)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(f"{rule_word(rule.name)} {unit_word(unit)}".strip())
        field.setProperty("wrong", "")
        field.textChanged.connect(lambda _: self._check(rule.name))
        self.fields[rule.name] = field
        return field

    def _check(self, name: str) -> None:
        mark(self.fields[name], wrong="" if self._can_read(name) else "true")
        self.typed.emit()

    def _can_read(self, name: str) -> bool:
        try:
            read_rule(self.fields[name].text(), self._rules[name])
        except ValueError:
            return False
        return True

    @property
    def right(self) -> bool:
        """Whether every field can be taken."""
        return all(map(self._can_read, self.fields))

    def own(self) -> Mapping[str, float]:
        """The user's own values; what says the same as the rule is none. Raises ValueError."""
        told = {
            name: read_rule(field.text(), self._rules[name]) for name, field in self.fields.items()
        }
        return self._rest | {
            name: value
            for name, value in told.items()
            if value is not None and value != self._rules[name].value
        }
