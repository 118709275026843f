"""The ranked sites of a ranking."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from geo.model import Ranking, SiteOffer
from gui.models.ranked import RankedModel
from gui.texts import ListFrame, RankedRow, shared_scales, site_row


class RankingModel(RankedModel):
    """Sites best first. ``photo_of`` turns a photo's name into the path of its file."""

    def __init__(
        self, photo_of: Callable[[str], str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._photo_of = photo_of
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
        frame = ListFrame(
            scales=shared_scales(ranking.sites),
            photos=any(offer.site.photos for offer in ranking.sites),
            many_cities=len({offer.site.city_zh for offer in ranking.sites}) > 1,
        )
        self.fill(ranking.site_board.ids, ranking.site_order, frame)

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
        offer = self._offers[column]
        photos = offer.site.photos
        photo = photos[0] if photos else None
        if photo and self._photo_of:
            photo = self._photo_of(photo)
        return site_row(offer, self._total, photo)
