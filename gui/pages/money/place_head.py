"""Which place the page is about: its mark and name, and whether its whole city is meant."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from geo.model import Account, CityOffer, Kind, SiteOffer
from gui import theme
from gui.pages.money.place_chooser import PlaceChooser
from gui.pages.money.words import city_name, figure_text, place_name
from gui.pages.page import Page
from gui.session import Changes, Session
from gui.widgets.elided import ElidedLabel
from gui.widgets.painters import paint_kind
from gui.widgets.segments import Segments

SITE, CITY = "site", "city"
CHART, AWARDS = "chart", "awards"


class _KindMark(QWidget):
    """The mark of a kind of place; nothing for a city."""

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind | None = None
        self.setFixedSize(QSize(14, 14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if self.kind is not None:
            paint_kind(QPainter(self), QPointF(7, 7), self.kind)


class PlaceHead(Page):
    """``view_chosen``: in a narrow window, the charts or the awards."""

    view_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("hair", "bottom")
        self.setMinimumHeight(38)
        self._mark = _KindMark()
        self.name = QToolButton()
        self.name.setProperty("quiet", "true")
        self.name.clicked.connect(self._choose)
        self._where = ElidedLabel(role="caption")
        self._where.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.view = Segments([(CHART, ""), (AWARDS, "")])
        self.view.choose(CHART)
        self.view.chosen.connect(self.view_chosen)
        self.scope = Segments([(SITE, ""), (CITY, "")])
        self.scope.chosen.connect(lambda key: session.show_whole_city(on=key == CITY))
        self.chooser = PlaceChooser(session, parent=self)
        self.chooser.city_chosen.connect(session.show_city_money)
        self.chooser.site_chosen.connect(session.show_site_money)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        for part in (self._mark, self.name):
            row.addWidget(part)
        row.addWidget(self._where, 1)
        row.addWidget(self.view)
        row.addWidget(self.scope)
        self.restyle()
        self.retranslate()

    def _choose(self) -> None:
        self.chooser.open_for(self.name)

    def show_state(self, changes: Changes) -> None:
        """Write the place."""
        if changes.touch("account", "language", "ranking"):
            self._show(self.state.account)

    def _show(self, account: Account | None) -> None:
        for part in (self._mark, self.name, self.scope):
            part.setVisible(account is not None)
        if account is None:
            self._where.setText("")
            return
        site = self.state.site(account.site_id)
        self._mark.kind = site.kind if site is not None else None
        self._mark.setVisible(site is not None)
        self.name.setText(f"{place_name(self.state, account)} ▾")
        name = place_name(self.state, account)
        self.name.setAccessibleName(self.tr("{name}，换一个地方").format(name=name))
        self._where.setText(self._about(account))
        city = city_name(self.state, account)
        self.scope.set_options([(SITE, self.tr("地点")), (CITY, self.tr("整个{c}").format(c=city))])
        self.scope.choose(CITY if account.site_id is None else SITE)

    def _about(self, account: Account) -> str:
        """Where it lies, how many scenes, how many days."""
        state, parts = self.state, []
        site = state.site(account.site_id)
        if site is not None:
            city = city_name(state, account)
            district = site.district_zh if state.language == "zh" else ""
            parts.append(f"{city} · {district}" if district else city)
        offer = self._offer(account)
        if isinstance(offer, CityOffer):
            parts.append(self.tr("{n} 处取景地").format(n=len(offer.sites)))
        if offer is not None:
            scenes = len(offer.covered) if isinstance(offer, CityOffer) else len(offer.matches)
            parts.append(self.tr("{n} 场").format(n=scenes))
        if account.cost.days.known:
            days = figure_text(account.cost.days, state.language)
            parts.append(self.tr("拍 {days}").format(days=days))
        return "　".join(parts)

    def _offer(self, account: Account) -> SiteOffer | CityOffer | None:
        ranking = self.state.ranking
        if ranking is None:
            return None
        if account.site_id is None:
            return next((one for one in ranking.cities if one.city == account.city), None)
        return ranking.columns.offer(account.site_id)

    def restyle(self) -> None:
        """Draw the mark again."""
        self.name.setFont(theme.font(14, bold=True))
        self._mark.update()

    def retranslate(self) -> None:
        """Set every text again."""
        self.view.set_options([(CHART, self.tr("费用图")), (AWARDS, self.tr("补贴"))])
        self.view.setAccessibleName(self.tr("看费用图还是补贴"))
        self.scope.setAccessibleName(self.tr("看这个地点还是整个城市"))
        self.name.setToolTip(self.tr("换一个城市或取景地"))
