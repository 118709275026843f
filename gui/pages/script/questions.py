"""请你看一眼: what the reader asks, each with its answers; nothing here stops anybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from geo.model import DayPart, IntExt, Need, Script, ScriptWarning, Tag
from gui import theme
from gui.pages.page import Page
from gui.pages.script.question_words import OF_A_PLACE, Asked, questions_of
from gui.pages.words import side_word, time_word, type_name
from gui.session import SHOWN, Changes, Session
from gui.session.api import SceneFields
from gui.widgets import icons
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label
from gui.widgets.word_picker import Choice, WordPicker

FEW, MANY = 6, 60
Fix = tuple[str, SceneFields]
Do = Callable[..., None]


class AskedRow(Pane):
    """One question: its words lead to the line, its buttons answer, beside or ``below``."""

    looked = Signal()

    def __init__(self, asked: Asked, *, below: bool = False) -> None:
        super().__init__()
        self.asked = asked
        self.setProperty("hair", "bottom")
        self.buttons: dict[str, QPushButton] = {}
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._icon.setContentsMargins(0, 3, 0, 0)
        self.words = _Words(asked)
        self.words.clicked.connect(self.looked)
        self._answers: QLayout = FlowLayout(gap=4) if below else QHBoxLayout()
        self._body = QVBoxLayout()
        self._body.setSpacing(5)
        self._body.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 8)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._body, 1)
        if below:
            self._body.addLayout(self._answers)
        else:
            self._answers.setSpacing(4)
            row.addLayout(self._answers)
            row.setAlignment(self._answers, Qt.AlignmentFlag.AlignTop)
        self.restyle()

    def add(self, key: str, text: str, *, plain: bool = False) -> QPushButton:
        """An answer."""
        button = QPushButton(text)
        button.setProperty("small", "true")
        if plain:
            button.setProperty("plain", "true")
        button.setAccessibleName(f"{text}：{self.asked.what}")
        self._answers.addWidget(button)
        self.buttons[key] = button
        return button

    def add_picker(self, choices: list[Choice], hint: str) -> WordPicker:
        """A field for all scene types, below the answers."""
        picker = WordPicker()
        picker.setPlaceholderText(hint)
        picker.setAccessibleName(hint)
        picker.set_choices(choices)
        self._body.addWidget(picker)
        picker.setFocus(Qt.FocusReason.OtherFocusReason)
        return picker

    def restyle(self) -> None:
        """Fetch the icon again."""
        self._icon.setPixmap(icons.pixmap(self.asked.icon, 16, theme.current().warn))


class _Words(QPushButton):
    """What is asked and why, as one thing that can be clicked."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.setProperty("row", "true")
        self.setAccessibleName(f"{asked.what} {asked.why}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 1, 2, 1)
        column.setSpacing(0)
        parts = [label(asked.what, wrap=True), label(asked.why, role="caption", wrap=True)]
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
            part.setVisible(bool(part.text()))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words at that width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0


class Questions(Page):
    """``line_asked``: a line whose tag is in question; ``look_asked``: a scene without needs."""

    line_asked = Signal(int)
    look_asked = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = label(role="strong")
        self._count = label(role="caption")
        self.rows: list[AskedRow] = []
        self._all = False
        self._asked: list[Asked] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.more_button = QPushButton()
        self.more_button.setProperty("quiet", "true")
        self.more_button.clicked.connect(self._show_more)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.more_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._list)
        column.addLayout(foot)
        self.retranslate()

    def show_state(self, changes: Changes) -> None:
        """List the questions again."""
        if changes.touch(*SHOWN, "phrases", "vocabulary", "language"):
            asked = questions_of(self.state)
            if asked != self._asked or changes.touch("language"):
                self._asked = asked
                self._show()
            self._tell_count()

    def _show(self) -> None:
        held = self._held()
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = self._asked[: MANY if self._all else FEW]
        self.rows = [self._row(one) for one in shown]
        for row in self.rows:
            self._list.addWidget(row)
        if held is not None and self.rows:
            # the answer took its row away: the next question has the focus
            self.rows[min(held, len(self.rows) - 1)].words.setFocus()

    def _held(self) -> int | None:
        """The row that has the focus."""
        focus = self.window().focusWidget()
        rows = (at for at, row in enumerate(self.rows) if focus and row.isAncestorOf(focus))
        return next(rows, None)

    def _tell_count(self) -> None:
        count, left = len(self._asked), len(self._asked) - len(self.rows)
        if not count:
            text = self.tr("没有要问的")
        elif self.state.shown is not None and not self.state.shown.scenes:
            text = ""
        elif self.state.preview is not None:
            text = self.tr("{n} 处，不看也能导入").format(n=count)
        else:
            text = self.tr("{n} 处，不看也能往下走").format(n=count)
        self._count.setText(text)
        self.more_button.setText(self.tr("还有 {n} 处").format(n=left))
        self.more_button.setVisible(left > 0 and not self._all)

    def _show_more(self) -> None:
        self._all = True
        self._show()
        self._tell_count()
        if len(self.rows) > FEW:
            self.rows[FEW].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, asked: Asked) -> AskedRow:
        row = AskedRow(asked, below=asked.code in OF_A_PLACE)
        row.looked.connect(partial(self._look, asked))
        if asked.warning is None:
            row.add("look", self.tr("挑一种景")).clicked.connect(partial(self._pick_need, asked))
            return row
        match asked.code:
            case "no_headings":
                pass
            case "heading_like":
                self._add(row, "yes", self.tr("是场景"), self._is_heading)
                self._add_right(row, self.tr("不是"))
            case "sets_alike":
                self._add(row, "yes", self.tr("是同一个"), self._merge)
                self._add_right(row, self.tr("分开"))
            case "place_unknown" | "place_guessed":
                self._offer_types(row)
            case "place_mentioned":
                self._add_right(row, self.tr("对"), plain=False)
                self._add(row, "count", self.tr("要算"), self._count_it, plain=True)
            case _:
                self._offer_fixes(row)
        return row

    def _add(
        self, row: AskedRow, key: str, text: str, do: Do, *, plain: bool = False
    ) -> QPushButton:
        button = row.add(key, text, plain=plain)
        button.clicked.connect(partial(do, row.asked))
        return button

    def _add_right(self, row: AskedRow, text: str, *, plain: bool = True) -> None:
        self._add(row, "right", text, self._accept, plain=plain)

    def _offer_types(self, row: AskedRow) -> None:
        """The guesses as buttons, a field for all others, and leave."""
        for code, name in row.asked.guesses:
            row.add(code, name).clicked.connect(partial(self._learn, row.asked, code))
        other = row.add("other", self.tr("选别的"), plain=bool(row.asked.guesses))
        other.clicked.connect(partial(self._pick_type, row))
        self._add_right(row, self.tr("先不管"))

    def _offer_fixes(self, row: AskedRow) -> None:
        asked = row.asked
        for at, (text, changes) in enumerate(self._fixes(asked.code)):
            if asked.scene is not None:
                row.add(f"fix{at}", text).clicked.connect(partial(self._fix, asked, changes))
        if asked.code == "scene_other_style" and asked.scene is not None:
            self._add(row, "refuse", self.tr("不是一场"), self._refuse)
        self._add_right(row, self.tr("没错"), plain=bool(row.buttons))

    def _fixes(self, code: str) -> list[Fix]:
        if code == "scene_without_time":
            times = (DayPart.DAY, DayPart.NIGHT)
            return [(time_word(one), SceneFields(time=one)) for one in times]
        if code == "scene_without_side":
            sides = (IntExt.INT, IntExt.EXT)
            return [(side_word(one), SceneFields(int_ext=one)) for one in sides]
        return []

    def _look(self, asked: Asked) -> None:
        """Go to the line; where its tag is in question the card opens."""
        if asked.code == "heading_like":
            self.line_asked.emit(asked.line)
        elif asked.scene is not None or asked.line:
            self.session.select(scene=asked.scene, line=asked.line or None)

    def _pick_need(self, asked: Asked, _on: bool = False) -> None:
        if asked.scene is not None:
            self.look_asked.emit(asked.scene)

    def _warning(self, asked: Asked) -> tuple[Script, ScriptWarning] | None:
        """The warning that a row was made of, if it is still there."""
        script = self.state.shown
        if script is None or asked.warning is None or asked.warning >= len(script.warnings):
            return None
        found = script.warnings[asked.warning]
        return (script, found) if found.code == asked.code else None

    def _is_heading(self, asked: Asked, _on: bool = False) -> None:
        self.session.retag((asked.line,), Tag.HEADING)

    def _merge(self, asked: Asked, _on: bool = False) -> None:
        if (found := self._warning(asked)) is not None:
            values = found[1].values
            self.session.merge_sets(str(values["keep"]), str(values["merge"]))

    def _learn(self, asked: Asked, code: str, _on: bool = False) -> None:
        if (found := self._warning(asked)) is not None and asked.code in OF_A_PLACE:
            self.session.learn_place(str(found[1].values["place"]), code)

    def _pick_type(self, row: AskedRow, _on: bool = False) -> None:
        vocabulary, lang = self.state.vocabulary, self.state.language
        if vocabulary is None:
            return
        choices = [
            Choice(
                one.code,
                type_name(one, one.code, lang),
                " ".join((one.zh, one.en, *one.synonyms)),
            )
            for one in vocabulary.scene_types.values()
        ]
        row.buttons["other"].setEnabled(False)
        picker = row.add_picker(choices, self.tr("打几个字挑一种景，例如“茶馆”"))
        picker.picked.connect(partial(self._learn, row.asked))

    def _count_it(self, asked: Asked, _on: bool = False) -> None:
        """What is only mentioned is wanted after all."""
        found = self._warning(asked)
        scenes = found[0].scenes if found is not None else ()
        scene = next((one for one in scenes if one.id == asked.scene), None)
        if found is None or scene is None or asked.warning is None:
            return
        values = found[1].values
        need = Need(str(values["code"]), 1.0, (str(values["word"]),))
        self.session.answer_warning(asked.warning, scene.id, needs=(*scene.needs, need))

    def _fix(self, asked: Asked, changes: SceneFields, _on: bool = False) -> None:
        if asked.warning is not None and asked.scene is not None:
            self.session.answer_warning(asked.warning, asked.scene, **changes)

    def _refuse(self, asked: Asked, _on: bool = False) -> None:
        if asked.warning is not None and asked.scene is not None:
            self.session.refuse_scene(asked.warning, asked.scene)

    def _accept(self, asked: Asked, _on: bool = False) -> None:
        if asked.warning is not None:
            self.session.accept_warning(asked.warning)

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("请你看一眼"))
