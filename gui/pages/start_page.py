"""Before there is a script: one sentence, one main button, four samples, and where one works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from geo.model import Division
from gui import theme
from gui.pages.page import Page
from gui.pages.sample_card import Picture, SampleCard
from gui.session import Changes, Session
from gui.widgets import icons
from gui.widgets.pane import Pane, label
from gui.widgets.word_picker import Choice, WordPicker

WIDEST = 860


class StartPage(Page):
    """``open_asked``, ``request_asked``, ``import_asked``, ``add_asked``: the window answers."""

    open_asked = Signal()
    request_asked = Signal()
    import_asked = Signal()
    add_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._title = label(role="empty")
        self._formats = label(role="second", wrap=True)
        self.open_button = QPushButton()
        self.open_button.setProperty("main", "true")
        self.open_button.clicked.connect(self.open_asked)
        self.list_button = QPushButton()
        self.list_button.clicked.connect(self._start_by_hand)
        self.request_button = QPushButton()
        self.request_button.clicked.connect(self.request_asked)
        self._samples_head = label(role="caption")
        self._samples = QGridLayout()
        self._samples.setSpacing(8)
        self.cards: list[SampleCard] = []
        self._where = label(role="strong")
        self.place = WordPicker(keep=True)
        self.place.picked.connect(self.session.set_workplace)
        self._place_note = label(role="second", wrap=True)
        self._import = QPushButton()
        self._import.setProperty("small", "true")
        self._import.clicked.connect(self.import_asked)
        self._add = QPushButton()
        self._add.setProperty("small", "true")
        self._add.clicked.connect(self.add_asked)
        self._lay_out()
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(0, 24, 0, 24)
        body.setSpacing(12)
        body.addWidget(self._first_card())
        body.addWidget(self._where_card())
        body.addWidget(self._steps_card())
        body.addStretch(1)
        inner = QWidget()
        inner.setProperty("ground", "none")
        inner.setMaximumWidth(WIDEST)
        inner.setLayout(body)
        holder = QWidget()
        holder.setProperty("ground", "none")
        centred = QHBoxLayout(holder)
        centred.addStretch(1)
        centred.addWidget(inner, 100)
        centred.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _first_card(self) -> QWidget:
        """One sentence, two buttons, the samples."""
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._title)
        words.addWidget(self._formats)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.list_button)
        buttons.addWidget(self.request_button)
        buttons.addStretch(1)
        words.addSpacing(4)
        words.addLayout(buttons)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(Picture(), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        card, rule = Pane(), Pane()
        card.setProperty("card", "true")
        rule.setProperty("rule", "h")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 20, 20)
        column.setSpacing(10)
        column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(rule)
        column.addWidget(self._samples_head)
        column.addLayout(self._samples)
        return card

    def _where_card(self) -> QWidget:
        card = Pane()
        card.setProperty("card", "true")
        self.place.setMaximumWidth(320)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._where)
        row.addWidget(self.place, 1)
        row.addStretch(1)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self._import)
        ways.addWidget(self._add)
        ways.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._place_note)
        column.addLayout(ways)
        return card

    def _steps_card(self) -> QWidget:
        """What comes next, in three steps."""
        card = Pane()
        card.setProperty("card", "true")
        row = QHBoxLayout(card)
        row.setContentsMargins(24, 16, 20, 16)
        row.setSpacing(20)
        self._steps = [(label(role="strong"), label(role="second", wrap=True)) for _ in range(3)]
        for number, (title, text) in enumerate(self._steps, 1):
            figure = label(str(number), role="key")
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(title)
            words.addWidget(text)
            words.addStretch(1)
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
        return card

    def _start_by_hand(self) -> None:
        self.session.start_by_hand(self.tr("未命名"))

    def show_state(self, changes: Changes) -> None:
        """Draw samples, the places to choose from, and what is known there."""
        if changes.touch("ready", "language"):
            self.open_button.setEnabled(self.state.ready)
            self.list_button.setEnabled(self.state.ready)
            self.request_button.setEnabled(self.state.ready)
        if changes.touch("samples", "language"):
            self._show_samples()
        if changes.touch("divisions"):
            self._offer_places()
        if changes.touch("ready", "divisions", "workplace", "sites", "language"):
            self._show_place()

    def _show_samples(self) -> None:
        for card in self.cards:
            self._samples.removeWidget(card)
            card.hide()
            card.deleteLater()
        lang = self.state.language
        self.cards = [SampleCard(sample, lang) for sample in self.state.samples]
        for at, card in enumerate(self.cards):
            self._samples.addWidget(card, at // 4, at % 4)
            self._samples.setColumnStretch(at % 4, 1)
            card.clicked.connect(
                lambda _checked=False, path=card.sample.path: self.session.take_in(path)
            )
        self._samples_head.setVisible(bool(self.cards))

    def _offer_places(self) -> None:
        by_code = {one.adcode: one for one in self.state.divisions}
        self.place.set_choices(
            Choice(one.adcode, _whole_name(one, by_code))
            for one in self.state.divisions
            if one.level != "province" or not one.adcode.startswith("00")
        )

    def _show_place(self) -> None:
        state = self.state
        if not self.place.hasFocus():
            self.place.show_key(state.workplace)
        known = _sites_in(state.workplace, [site.adcode for site in state.sites])
        cities = len({site.adcode[:4] for site in state.sites})
        empty = state.ready and state.workplace is not None and not known
        if not state.ready:
            # nobody has looked yet: unknown is not 0
            text = ""
        elif state.workplace is None:
            text = self.tr("可以不选。景库里现有 {n} 处，分布在 {m} 个市。")
            text = text.format(n=len(state.sites), m=cities)
        elif empty:
            text = self.tr(
                "景库里这里还没有取景地。可以导入一张表，也可以手工添一处；别处的照样能用。"
            )
        else:
            text = self.tr("景库里这里有 {n} 处取景地。").format(n=known)
        self._place_note.setText(text)
        self._place_note.setVisible(bool(text))
        self._import.setVisible(empty)
        self._add.setVisible(empty)

    def restyle(self) -> None:
        """Fetch icons again."""
        colour = theme.current().on_prim
        self.open_button.setIcon(icons.icon("folder-open", 16, colour))
        self.request_button.setIcon(icons.icon("clipboard-text", 16))
        self._import.setIcon(icons.icon("upload", 14))
        self._add.setIcon(icons.icon("plus", 14))

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("打开一个剧本，看它能在哪拍"))
        self._formats.setText(
            self.tr(
                "Word、Excel 顺场表、PDF、文本、FDX、Fountain 都行。只在这台电脑上读，不会上传。"
            )
        )
        self.open_button.setText(self.tr("打开剧本…"))
        self.list_button.setText(self.tr("没有剧本，先列场景"))
        self.request_button.setText(self.tr("粘贴一段要求…"))
        self.request_button.setToolTip(self.tr("群里的一段话就行：要什么景、哪天、多少人、多少钱"))
        self._samples_head.setText(self.tr("或者先用样本看看"))
        self._where.setText(self.tr("你在哪里工作"))
        self.place.setPlaceholderText(self.tr("打几个字找：市、区、县"))
        self.place.setAccessibleName(self.tr("你在哪里工作"))
        steps = (
            (self.tr("读剧本"), self.tr("分好场，看出每场要什么景。拿不准的请你看一眼。")),
            (self.tr("排取景地"), self.tr("按匹配、费用、补贴、拉动排先后，侧重什么由你拖。")),
            (self.tr("带走"), self.tr("地图和排名导出成文件，每个数都带出处。")),
        )
        for (title, text), (name, told) in zip(self._steps, steps, strict=True):
            title.setText(name)
            text.setText(told)
        self._import.setText(self.tr("导入取景地…"))
        self._add.setText(self.tr("添一处…"))


def _whole_name(one: Division, by_code: dict[str, Division]) -> str:
    """江苏省 苏州市 吴江区: a name alone may stand for many places."""
    names = [one.name]
    above = one.parent
    while above is not None and above in by_code:
        names.append(by_code[above].name)
        above = by_code[above].parent
    return " ".join(dict.fromkeys(reversed(names)))


def _sites_in(adcode: str | None, codes: list[str]) -> int:
    """How many of ``codes`` lie in the division ``adcode``."""
    if adcode is None:
        return len(codes)
    stem = adcode[:4] if adcode.endswith("00") else adcode
    stem = adcode[:2] if adcode.endswith("0000") else stem
    return sum(code.startswith(stem) for code in codes)
