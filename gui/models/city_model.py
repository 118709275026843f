"""The ranked cities of a ranking."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from geo.model import CityOffer, Ranking
from gui.models.ranked import RankedModel
from gui.texts import ListFrame, RankedRow, city_row, shared_scales


class CityModel(RankedModel):
    """Cities best first; the id of a row is the city's name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[CityOffer, ...] = ()
        self._english: Mapping[str, str] = {}

    def set_ranking(self, ranking: Ranking | None) -> None:
        """Show the cities of ``ranking``; None empties the list."""
        if ranking is None:
            self._offers = ()
            self.empty()
            return
        if ranking.cities is self._offers:
            self.set_order(ranking.city_order)
            return
        self._offers = ranking.cities
        self._english = {
            offer.site.city_zh.removesuffix("市"): offer.site.city_en for offer in ranking.sites
        }
        frame = ListFrame(scales=shared_scales(ranking.cities))
        self.fill(ranking.city_board.ids, ranking.city_order, frame)

    def offer(self, city: str | None) -> CityOffer | None:
        """The offer of a city."""
        column = self.column(city)
        return None if column is None else self._offers[column]

    def make_row(self, column: int) -> RankedRow:
        """The row of one city."""
        offer = self._offers[column]
        return city_row(offer, self._english.get(offer.city.removesuffix("市"), ""))
