"""The ranked sites of a ranking."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from geo.model import Ranking, SiteOffer
from gui.models.ranked import RankedModel
from gui.texts import ListFrame, RankedRow, Role, site_row, site_scales

NO_PHOTOS: Mapping[str, tuple[str, ...]] = {}


class RankingModel(RankedModel):
    """Sites best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = NO_PHOTOS
        self._offers: tuple[SiteOffer, ...] = ()
        self._total = 0

    def set_ranking(self, ranking: Ranking | None, total: int = 0) -> None:
        """Show ``ranking`` of a script of ``total`` scenes; None empties the list."""
        if ranking is None:
            self.clear()
            return
        if ranking.sites is self._offers and total == self._total:
            self.set_order(ranking.site_order)
            return
        self._offers, self._total = ranking.sites, total
        columns = ranking.columns
        frame = ListFrame(
            scales=site_scales(columns), photos=True, many_cities=len(columns.by_city) > 1
        )
        self.fill(ranking.site_board.ids, columns.of_site, ranking.site_order, frame)

    def clear(self) -> None:
        """Show nothing."""
        self._offers = ()
        self.empty()

    def offer(self, site_id: str | None) -> SiteOffer | None:
        """The offer of a site."""
        column = self.column(site_id)
        return None if column is None else self._offers[column]

    def make_row(self, column: int) -> RankedRow:
        """The row of one site."""
        return site_row(self._offers[column], self._total)

    def set_photos(self, photos: Mapping[str, tuple[str, ...]]) -> None:
        """The photos of the places that have some, by id; those of a ranking may be older."""
        if photos != self._photos:
            self._photos = photos
            self.retell(Role.PHOTO)

    def photo(self, one: str) -> str:
        """The path of the first photo of a place, empty without any."""
        return self._photos.get(one, ("",))[0]
