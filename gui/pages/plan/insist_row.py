"""坚持用 X，要多花多少: asked of any place, for one set or at all; answered by solving again."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model import Insisted
from gui.pages.page import Page
from gui.pages.plan.aside_words import reckoned, sentences, set_name, site_name
from gui.pages.plan.plan_answers import PlanAnswers
from gui.session import OFFERS, Changes, Session
from gui.widgets.fields import StillBox
from gui.widgets.number_label import NumberLabel
from gui.widgets.pane import label
from gui.widgets.word_picker import Choice, WordPicker

INSIST = "plan_insist"


class InsistRow(Page):
    """A place and a set are picked, the answer comes under them, with a way to do so."""

    def __init__(
        self, session: Session, answers: PlanAnswers, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, parent)
        self._answers = answers
        self._site: str | None = None
        self._before, self._between = label(), label()
        self.picker = WordPicker(keep=True)
        self.picker.picked.connect(self._pick)
        self.picker.textEdited.connect(lambda _: self._pick(None))
        self.box = StillBox()
        self.box.setSizeAdjustPolicy(
            StillBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(6)
        self.ask = QPushButton()
        self.ask.setProperty("small", "true")
        self.ask.clicked.connect(self._ask)
        self.told = label(role="second", wrap=True)
        self.adds = NumberLabel()
        self.adds.asked.connect(self._explain)
        self.keep = QPushButton()
        self.keep.setProperty("small", "true")
        self.keep.clicked.connect(session.take_insisted)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row, name, field in (
            (upper, self._before, self.picker),
            (lower, self._between, self.box),
        ):
            row.setSpacing(6)
            row.addWidget(name)
            row.addWidget(field, 1)
        lower.addWidget(self.ask)
        self._answer = QWidget()
        below = QHBoxLayout(self._answer)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.told, 1)
        below.addWidget(self.adds)
        below.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 14, 7)
        column.setSpacing(3)
        column.addLayout(upper)
        column.addLayout(lower)
        column.addWidget(self._answer)

    def show_state(self, changes: Changes) -> None:
        """Offer places and sets; tell the answer."""
        if changes.touch(OFFERS, "language"):
            self._offer_places()
        if changes.touch("script", "language"):
            self._offer_sets()
        if changes.touch("selection"):
            self._follow_selection()
        if changes.touch("insisted", "busy", "language", "phrases", "plan"):
            self._show_answer()

    def _offer_places(self) -> None:
        ranking, lang = self.state.ranking, self.state.language
        sites = [offer.site for offer in ranking.sites] if ranking is not None else []
        self.picker.set_choices(
            Choice(
                one.id,
                one.name_en or one.name_zh if lang == "en" else one.name_zh,
                f"{one.name_zh} {one.name_en} {one.city_zh} {one.city_en}",
            )
            for one in sites
        )
        if self._site is not None:
            self.picker.show_key(self._site)

    def _offer_sets(self) -> None:
        script = self.state.script
        with QSignalBlocker(self.box):
            kept = self.box.currentData()
            self.box.clear()
            self.box.addItem(self.tr("哪个景都行"), None)
            for one in script.sets if script is not None else ():
                self.box.addItem(one.name, one.id)
            self.box.setCurrentIndex(max(0, self.box.findData(kept)))

    def _follow_selection(self) -> None:
        at = self.box.findData(self.state.selection.script_set)
        if at > 0:
            self.box.setCurrentIndex(at)

    def _pick(self, site_id: str | None) -> None:
        self._site = site_id
        self._may_ask()

    def _may_ask(self) -> None:
        plan = self.state.plan
        ready = plan is not None and bool(plan.days)
        self.ask.setEnabled(self._site is not None and ready and not self.state.is_busy(INSIST))

    def _ask(self) -> None:
        if self._site is not None:
            self.session.insist(self._site, self.box.currentData())

    def _show_answer(self) -> None:
        state, insisted = self.state, self.state.insisted
        busy = state.is_busy(INSIST)
        self._may_ask()
        self._answer.setVisible(busy or insisted is not None)
        self.adds.setVisible(not busy and insisted is not None and _matters(insisted))
        self.keep.setVisible(not busy and insisted is not None and insisted.plan is not None)
        if busy:
            self.told.setText(self.tr("在重算一遍…"))
        elif insisted is not None:
            self._tell(insisted)

    def _tell(self, insisted: Insisted) -> None:
        site = site_name(self.state, insisted.site_id)
        if insisted.set_id is None:
            what = self.tr("坚持用{site}").format(site=site)
        else:
            name = set_name(self.state, insisted.set_id)
            what = self.tr("坚持用{site}拍{name}").format(site=site, name=name)
        if insisted.adds is None:
            told = sentences(self.state, insisted.because)
            text = self.tr("{what}：排不出来。{why}")
            self.told.setText(text.format(what=what, why=told).strip())
        elif not _matters(insisted):
            self.told.setText(self.tr("{what}：不多花钱").format(what=what))
        else:
            more = self.tr("{what}：多花") if insisted.adds > 0 else self.tr("{what}：反而省")
            self.told.setText(more.format(what=what))
            figure = reckoned(abs(insisted.adds))
            self.adds.set_figure(figure, name=self.told.text(), full=True)

    def _explain(self) -> None:
        told = self.tr("照这条重算了一整套，两套按同样的规矩比。")
        self._answers.answer(self.adds, self.told.text(), told)

    def retranslate(self) -> None:
        """Set the texts that are ours."""
        self._before.setText(self.tr("坚持用"))
        self._between.setText(self.tr("拍"))
        self.picker.setPlaceholderText(self.tr("哪一处"))
        self.picker.setAccessibleName(self.tr("坚持用哪一处"))
        self.box.setAccessibleName(self.tr("拍哪个景"))
        self.ask.setText(self.tr("要多花多少"))
        self.keep.setText(self.tr("就这样排"))
        self.keep.setToolTip(self.tr("照这套排，并且记住这条"))
        self._may_ask()


def _matters(insisted: Insisted) -> bool:
    return insisted.adds is not None and abs(insisted.adds) >= 1
