"""场地档案: what the bureau keeps of a place; what may be told, and what is locked away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from geo.model.pitch import SiteFile
from gui.pages.pitch.form_fields import Lines, form_of
from gui.pages.pitch.words import place_name
from gui.pages.script.dialogs import dialog_foot
from gui.pages.typed import can_read, read_number, write_number
from gui.session import Session
from gui.widgets import icons
from gui.widgets.column_area import ColumnArea
from gui.widgets.dialog_memory import DialogMemory
from gui.widgets.fields import StillBox
from gui.widgets.pane import Pane, label, mark

SIZE = (600, 700)
KEY = "pitch_files"


class SiteFileDialog(QDialog):
    """One place at a time; another can be chosen above. Kept at 记下来."""

    def __init__(self, session: Session, site_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = DialogMemory.of(parent)
        self.setWindowTitle(self.tr("场地档案"))
        self.resize(*SIZE)
        if self._memory is not None:
            self._memory.restore(self, KEY)
        self.place = StillBox()
        self.place.setAccessibleName(self.tr("哪一处"))
        self._fill_places(site_id)
        self._make_fields()
        self.told = label(role="caption", wrap=True)
        self.keep_button = QPushButton(self.tr("记下来"))
        self.keep_button.clicked.connect(self._keep)
        self._lay_out()
        # what was typed of a place stays while others are looked at
        self._typed: dict[str, SiteFile] = {}
        self._shown = ""
        self._show_place()
        self.place.currentIndexChanged.connect(lambda _: self._show_place())

    def _fill_places(self, site_id: str) -> None:
        """Those pitched first, then others that something is kept of."""
        state = self._session.state
        pitched = [one.site.id for one in state.pitch.sites] if state.pitch is not None else []
        kept = [one for one in state.site_files if state.site(one) is not None]
        every = dict.fromkeys((*filter(None, [site_id]), *pitched, *kept))
        for one in every:
            self.place.addItem(place_name(state, one), one)
        self.place.setCurrentIndex(max(0, self.place.findData(site_id)))

    def _make_fields(self) -> None:
        names = ("contact", "phone", "owner", "owner_phone", "floor_price", "permit_days", "who")
        self.fields = {name: QLineEdit() for name in names}
        texts = ("services", "services_en", "permit", "permit_en", "notes")
        self.texts = {name: Lines() for name in texts}
        hints = {
            "contact": self.tr("剧组来了找谁"),
            "phone": self.tr("可以公开的电话"),
            "permit_days": self.tr("几个工作日"),
            "floor_price": self.tr("元一天"),
            "who": self.tr("谁说的，例如“管理处 王主任”"),
        }
        for name, text in hints.items():
            self.fields[name].setPlaceholderText(text)
        self.texts["services"].setPlaceholderText(self.tr("车位、电、水、休息室、化妆间、库房…"))
        self.texts["permit"].setPlaceholderText(self.tr("向谁申请，要什么材料"))
        for name in ("floor_price", "permit_days"):
            self.fields[name].textChanged.connect(lambda _: self._check())

    def _lay_out(self) -> None:
        f, t = self.fields, self.texts
        public = form_of(
            (
                (self.tr("联系人"), f["contact"]),
                (self.tr("电话"), f["phone"]),
                (self.tr("能给剧组什么"), t["services"]),
                (self.tr("用英文说"), t["services_en"]),
                (self.tr("怎么报批"), t["permit"]),
                (self.tr("报批，英文"), t["permit_en"]),
                (self.tr("多少天答复"), f["permit_days"]),
            )
        )
        private = form_of(
            (
                (self.tr("负责人"), f["owner"]),
                (self.tr("负责人手机"), f["owner_phone"]),
                (self.tr("底价"), f["floor_price"]),
                (self.tr("备注"), t["notes"]),
            )
        )
        inner = QWidget()
        inner.setProperty("ground", "none")
        halves = QVBoxLayout(inner)
        halves.setContentsMargins(0, 0, 8, 0)
        halves.setSpacing(12)
        open_half = self._half(self.tr("给剧组看的"), self.tr("会写进推介包"), "", public)
        shut_half = self._half(
            self.tr("自己留着的"), self.tr("不勾，一个字也不出去"), "lock", private
        )
        for half in (open_half, shut_half):
            halves.addWidget(half)
        halves.addLayout(form_of(((self.tr("谁说的"), f["who"]),)))
        halves.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.place)
        column.addWidget(self.told)
        column.addWidget(ColumnArea(inner), 1)
        column.addLayout(dialog_foot(self, self.keep_button, self.tr("先不记")))

    def _half(self, title: str, told: str, icon: str, form: QFormLayout) -> Pane:
        """A card with its head; a lock stands on the private one."""
        card = Pane()
        card.setProperty("card", "true")
        head = QHBoxLayout()
        head.setSpacing(6)
        if icon:
            sign = QLabel()
            sign.setPixmap(icons.pixmap(icon, 15))
            head.addWidget(sign)
        head.addWidget(label(title, role="strong"))
        head.addStretch(1)
        head.addWidget(label(told, chip="warn" if icon else "ok"))
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(form)
        return card

    def _show_place(self) -> None:
        self._hold()
        site_id = self._shown = self.place.currentData() or ""
        kept = self._session.state.site_files.get(site_id, SiteFile(site_id))
        file = self._typed.get(site_id, kept)
        for name, field in self.fields.items():
            field.setText("" if name == "who" else _written(getattr(file, name)))
        for name, text in self.texts.items():
            text.setPlainText(getattr(file, name))
        told = self.tr("上次是{who}在 {on} 说的。").format(
            who=kept.told_by or self.tr("有人"), on=kept.told_on
        )
        self.told.setText(told if kept.told_on else self.tr("还没有记过。不知道的空着。"))
        self.keep_button.setEnabled(bool(site_id))
        self._check()

    def _hold(self) -> None:
        """Keep in mind what was typed of the place that is left."""
        if self._shown and self._right():
            self._typed[self._shown] = self.file()

    def _right(self) -> bool:
        return can_read(self.fields["floor_price"].text()) and self._days_right()

    def _days_right(self) -> bool:
        text = self.fields["permit_days"].text().strip()
        return not text or (text.isdigit() and len(text) < 4)

    def _check(self) -> None:
        """What cannot be read is not kept."""
        price, days = self.fields["floor_price"], self.fields["permit_days"]
        mark(price, wrong="" if can_read(price.text()) else "true")
        mark(days, wrong="" if self._days_right() else "true")
        self.keep_button.setEnabled(self._right() and bool(self._shown))

    def file(self) -> SiteFile:
        """What the fields say of the place on show."""
        kept = self._session.state.site_files.get(self._shown, SiteFile(self._shown))
        days = self.fields["permit_days"].text().strip()
        words = {
            name: self.fields[name].text().strip()
            for name in ("contact", "phone", "owner", "owner_phone")
        }
        return replace(
            kept,
            **words,
            **{name: text.text() for name, text in self.texts.items()},
            permit_days=int(days) if days else None,
            floor_price=read_number(self.fields["floor_price"].text()),
        )

    def _keep(self) -> None:
        self._hold()
        kept = self._session.state.site_files
        who = self.fields["who"].text().strip()
        for site_id, file in self._typed.items():
            if file != kept.get(site_id, SiteFile(site_id)):
                self._session.save_site_file(file, who)
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Typing comes first."""
        super().showEvent(event)
        self.fields["contact"].setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, answer: int) -> None:
        """Remember the size."""
        if self._memory is not None:
            self._memory.keep(self, KEY)
        super().done(answer)


def _written(value: str | float | None) -> str:
    """Words as they are, numbers as they are typed, nothing where nobody knows."""
    return value if isinstance(value, str) else write_number(value)
