"""局的名片: who hands the pack out, for which place, and what it does for crews."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from geo.model.pitch import BureauCard
from gui.pages.pitch.form_fields import Lines, form_of
from gui.pages.script.dialogs import dialog_foot
from gui.pictures import small_copy
from gui.session import Session
from gui.widgets.column_area import ColumnArea
from gui.widgets.fields import StillBox
from gui.widgets.pane import label

SIZE = (560, 660)
LOGO = QSize(120, 48)
PICTURES = "*.png *.jpg *.jpeg *.webp"


class CardDialog(QDialog):
    """All of it is public: it stands on the cover and the last page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        card = session.state.card
        self.setWindowTitle(self.tr("局的名片"))
        self.resize(*SIZE)
        self.name, self.name_en = QLineEdit(card.name), QLineEdit(card.name_en)
        self.contact, self.phone = QLineEdit(card.contact), QLineEdit(card.phone)
        self.address, self.address_en = QLineEdit(card.address), QLineEdit(card.address_en)
        self.services, self.services_en = (
            Lines(one, lines=4) for one in (card.services, card.services_en)
        )
        self.city, self.district = StillBox(), StillBox()
        self.district_en = QLineEdit(card.district_en)
        self.logo = card.logo
        self.picture = QLabel()
        self.choose_logo, self.drop_logo = QPushButton(), QPushButton()
        self.keep_button = QPushButton(self.tr("记下来"))
        self.keep_button.clicked.connect(self._keep)
        self._hint()
        self._fill_cities(card)
        self._lay_out()
        self._show_logo()

    def _hint(self) -> None:
        hints = (
            (self.name, self.tr("例如“吴江区文旅局影视服务窗口”")),
            (self.name_en, "Wujiang Film Office"),
            (self.district_en, "Wujiang District"),
            (self.contact, self.tr("找谁")),
            (self.phone, self.tr("可以公开的电话")),
        )
        for field, text in hints:
            field.setPlaceholderText(text)
        self.services.setPlaceholderText(
            self.tr("一行一样：协调封路、群演、住宿协议价、车位、报批代办…")
        )
        self.services_en.setPlaceholderText("Road closures, extras, hotel rates, permits …")

    def _fill_cities(self, card: BureauCard) -> None:
        """Cities that the catalogue has places in; the home cities first."""
        state = self._session.state
        english = state.language == "en"
        self.city.addItem(self.tr("还没说"), "")
        names = dict.fromkeys((*state.home_cities, *state.sites.cities, *filter(None, [card.city])))
        for city in names:
            self.city.addItem((state.sites.city_en(city) if english else "") or city, city)
        self.city.setCurrentIndex(max(0, self.city.findData(card.city)))
        self.city.currentIndexChanged.connect(lambda _: self._fill_districts(""))
        # the English of another district would be wrong
        self.district.activated.connect(lambda _: self.district_en.clear())
        self._fill_districts(card.district)

    def _fill_districts(self, chosen: str) -> None:
        city = self.city.currentData()
        here = [one.district_zh for one in self._session.state.sites if one.city_zh == city]
        self.district.clear()
        self.district.addItem(self.tr("全市"), "")
        for name in sorted({*filter(None, here), *filter(None, [chosen])}):
            self.district.addItem(name, name)
        self.district.setCurrentIndex(max(0, self.district.findData(chosen)))
        self.district.setEnabled(bool(city))
        self.district_en.setEnabled(bool(city))

    def _lay_out(self) -> None:
        area = _beside(self.city, self.district)
        self.city.setAccessibleName(self.tr("城市"))
        self.district.setAccessibleName(self.tr("区县"))
        logo = _beside(self.picture, self.choose_logo, self.drop_logo)
        self.choose_logo.clicked.connect(self._choose_logo)
        self.drop_logo.setText(self.tr("不要标志"))
        self.drop_logo.setProperty("quiet", "true")
        self.drop_logo.clicked.connect(lambda: self._take_logo(""))
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("单位"), self.name),
            (self.tr("英文名"), self.name_en),
            (self.tr("管哪里"), area),
            (self.tr("区县英文名"), self.district_en),
            (self.tr("联系人"), self.contact),
            (self.tr("电话"), self.phone),
            (self.tr("地址"), self.address),
            (self.tr("英文地址"), self.address_en),
            (self.tr("能帮剧组什么"), self.services),
            (self.tr("用英文说"), self.services_en),
            (self.tr("标志"), logo),
        )
        inner = QWidget()
        inner.setProperty("ground", "none")
        form = form_of(rows)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 8, 0)
        whole.addLayout(form)
        whole.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        note = self.tr("印在封面和末页，都是公开的。没有的空着。")
        column.addWidget(label(note, role="second", wrap=True))
        column.addWidget(ColumnArea(inner), 1)
        column.addLayout(dialog_foot(self, self.keep_button, self.tr("先不记")))

    def _choose_logo(self) -> None:
        title = self.tr("挑一张标志")
        pictures = self.tr("图片")
        kinds = f"{pictures} ({PICTURES})"
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self._take_logo(path)

    def _take_logo(self, path: str) -> None:
        self.logo = path
        self._show_logo()

    def _show_logo(self) -> None:
        """A picture that cannot be read is told, and not kept."""
        self.choose_logo.setText(self.tr("换一张…") if self.logo else self.tr("挑一张…"))
        self.drop_logo.setVisible(bool(self.logo))
        self.picture.setVisible(bool(self.logo))
        if not self.logo:
            return
        image = small_copy(self.logo, LOGO * 2, crop=False)
        if image.isNull():
            self.picture.setText(self.tr("{name} 打不开").format(name=Path(self.logo).name))
            return
        picture = QPixmap.fromImage(image)
        ways = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(picture.scaled(LOGO, *ways))

    def card(self) -> BureauCard:
        """What the fields say."""
        return BureauCard(
            self.name.text().strip(),
            self.name_en.text().strip(),
            self.city.currentData() or "",
            self.district.currentData() or "",
            self.contact.text().strip(),
            self.phone.text().strip(),
            self.address.text().strip(),
            self.address_en.text().strip(),
            self.services.text(),
            self.services_en.text(),
            self.logo,
            self.district_en.text().strip(),
        )

    def _keep(self) -> None:
        self._session.save_card(self.card())
        self.accept()


def _beside(*parts: QWidget) -> QWidget:
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder
