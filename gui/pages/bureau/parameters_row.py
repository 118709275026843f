"""One parameter of the uplift model: its values, how strong, where from, put back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.errors import KnownError
from geo.model import Basis, Parameter, Range
from geo.phrases import Phrases
from gui.texts import aloud, unit_word
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label, mark
from gui.widgets.source_popover import SourcePopover

VALUE = "value"
# who told it where no name was given
NOBODY = "own"
CHIPS = {"good": "ok", "fair": "need", "weak": "warn", "assumption": "warn"}


class ParameterRow(Pane):
    """``told``: key and all its values; ``restored``: key, back to what ships."""

    told = Signal(str, object)
    restored = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.key = key
        self._parameter: Parameter | None = None
        self._lang = "zh"
        self._phrases: Phrases | None = None
        self.fields: dict[str, QLineEdit] = {}
        self._names: dict[str, QLabel] = {}
        self.name = label(role="strong", wrap=True)
        self.strength = label(chip="need")
        self.edited = label(chip="sel")
        self.why = label(role="second", wrap=True)
        self.wrong = label(role="caption", wrap=True)
        mark(self.wrong, tone="err")
        self.source_button = QPushButton()
        self.restore_button = QPushButton()
        for button in (self.source_button, self.restore_button):
            button.setProperty("quiet", "true")
            button.setAutoDefault(False)
        self.source_button.clicked.connect(self._show_sources)
        self.restore_button.clicked.connect(lambda: self.restored.emit(self.key))
        self.popover = SourcePopover(self)
        self._values = FlowLayout(gap=10)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        for widget in (self.edited, self.restore_button, self.strength, self.source_button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addLayout(self._values)
        column.addWidget(self.wrong)

    def speak(self, lang: str, phrases: Phrases | None) -> None:
        """Set every text in ``lang``."""
        self._lang, self._phrases = lang, phrases
        self.source_button.setText(self.tr("从哪来"))
        self.restore_button.setText(self.tr("恢复原值"))
        if self._parameter is not None:
            self.show_parameter(self._parameter)

    def show_parameter(self, parameter: Parameter) -> None:
        """Show values and words without telling anybody; what is being typed stays."""
        self._parameter = parameter
        if list(self.fields) != list(parameter.values):
            self._build(parameter.values)
        name = self._say(f"parameter.{self.key}", self.key)
        self.name.setText(name)
        for part, field in self.fields.items():
            words = self._part(part, parameter)
            self._names[part].setText(words)
            field.setAccessibleName(aloud((name, words), self._lang))
            if not field.hasFocus():
                field.setText(_write(parameter.values[part]))
                mark(field, wrong="")
        self.strength.setText(self._strength_word(parameter.strength))
        mark(self.strength, chip=CHIPS.get(parameter.strength, "need"))
        self.why.setText(parameter.why.get(self._lang, ""))
        self.why.setVisible(bool(self.why.text()))
        changed = bool(parameter.told_by or parameter.told_on)
        teller = "" if parameter.told_by == NOBODY else parameter.told_by
        who = " · ".join(part for part in (teller, parameter.told_on) if part)
        self.edited.setText(self.tr("改过：{who}").format(who=who))
        self.edited.setVisible(changed)
        self.restore_button.setVisible(changed)
        self._complain("")

    def complain(self, error: KnownError) -> None:
        """What was typed was refused: say why beside the fields, and which it is."""
        values = dict(error.values)
        part = str(values.get("name", ""))
        if part in self.fields:
            mark(self.fields[part], wrong="true")
            values["name"] = self._names[part].text()
        values["key"] = self.name.text()
        phrases = self._phrases
        said = error.code if phrases is None else phrases.say(error.code, self._lang, values)
        self._complain(said)

    def _build(self, values: Mapping[str, float]) -> None:
        while (item := self._values.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.fields, self._names = {}, {}
        for part in values:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            words = label(role="caption")
            field = QLineEdit()
            field.setFixedWidth(104)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.editingFinished.connect(self._tell)
            row.addWidget(words)
            row.addWidget(field)
            self.fields[part], self._names[part] = field, words
            self._values.addWidget(box)

    def _tell(self) -> None:
        if self._parameter is None:
            return
        values = dict(self._parameter.values)
        for part, field in self.fields.items():
            try:
                values[part] = _read(field.text(), values[part])
            except ValueError:
                mark(field, wrong="true")
                self._complain(self.tr("写一个数，例如 0.4 或 2e-5。这个没有记下。"))
                return
            mark(field, wrong="")
        self._complain("")
        if values != dict(self._parameter.values):
            self.told.emit(self.key, values)

    def _complain(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def _say(self, code: str, otherwise: str) -> str:
        said = self._phrases.say(code, self._lang) if self._phrases else code
        return otherwise if said == code else said

    def _part(self, part: str, parameter: Parameter) -> str:
        """The name of one value with the unit; a lone value has the unit alone."""
        unit = self._say(f"unit.{parameter.unit}", unit_word(parameter.unit, self._lang))
        if part == VALUE:
            return unit
        return self._say(f"parameter.{self.key}.{part}", self._say(f"parameter_part.{part}", part))

    def _strength_word(self, strength: str) -> str:
        return {
            "good": self.tr("依据：好"),
            "fair": self.tr("依据：尚可"),
            "weak": self.tr("依据：弱"),
            "assumption": self.tr("只是假设"),
        }.get(strength, strength)

    def _show_sources(self) -> None:
        if self._parameter is None:
            return
        first = next(iter(self._parameter.values.values()))
        told = Basis.QUOTED if self._parameter.told_on else Basis.ESTIMATED
        figure = Range(first, first, first, "", told, self._parameter.sources)
        why = self._parameter.why.get(self._lang, "")
        self.popover.explain(figure, title=self.name.text(), sentence=why or " ")
        self.popover.open_under(self.source_button)


def _write(value: float) -> str:
    """``value`` as it is typed: small ones with an exponent, never more digits than were given."""
    return f"{value:,.10g}"


def _read(text: str, before: float) -> float:
    """The number typed; the former where its words were left alone. Raises ValueError."""
    if text == _write(before):
        return before
    text = text.replace(",", "").replace("，", "").strip()
    if text.endswith(("%", "％")):
        return float(text[:-1]) / 100
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number
