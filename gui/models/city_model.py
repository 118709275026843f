"""The ranked cities of a ranking."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from geo.model import CityOffer, Ranking
from gui.models.ranked import RankedModel
from gui.texts import ListFrame, RankedRow, city_row, city_scales


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
        first = {city: columns[0] for city, columns in ranking.columns.by_city.items()}
        self._english = {
            city.removesuffix("市"): ranking.sites[column].site.city_en
            for city, column in first.items()
        }
        frame = ListFrame(scales=city_scales(ranking.cities))
        ids = ranking.city_board.ids
        places = {city: column for column, city in enumerate(ids)}
        self.fill(ids, places, ranking.city_order, frame)

    def offer(self, city: str | None) -> CityOffer | None:
        """The offer of a city."""
        column = self.column(city)
        return None if column is None else self._offers[column]

    def make_row(self, column: int) -> RankedRow:
        """The row of one city."""
        offer = self._offers[column]
        return city_row(offer, self._english.get(offer.city.removesuffix("市"), ""))
