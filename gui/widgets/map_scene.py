"""One frame of the map: what is where in the view, and how it is painted. No widget in here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from geo.model import BaseMap, Kind
from gui.theme import Palette
from gui.widgets.map_base import MapBase
from gui.widgets.map_camera import TILE, Camera
from gui.widgets.map_card import Card, card_size, card_spot, paint_card
from gui.widgets.map_clusters import ClusterStamps, Groups, first_of, grouped, radius
from gui.widgets.map_frame import Frame, IntArray
from gui.widgets.map_labels import LabelStamps, Placed, Placer, Voice, Wish, beside
from gui.widgets.map_marks import REACH, RING_CHOSEN, Look, MarkStamps, faint_picture
from gui.widgets.map_names import MapNames, label_text
from gui.widgets.map_shapes import shapes_of
from gui.widgets.map_sites import KINDS, SiteSet

BLOCK = 128.0
LABEL_AREA = 15_000.0  # square pixels of view for each site name
SITE_NAMES_FROM = 5.0
PICK = 11.0
CARRY = 90.0  # pixels that one may drag before labels find new places
KEEP_GROUPS = 1.1  # zoom levels within which a turning wheel keeps the groups
NONE = -1
Edges = tuple[int, int, int, int]
NOWHERE: tuple[float, Edges] = (0.0, (0, 0, 0, 0))


class MapScene:
    """The data of the map and its painting."""

    def __init__(self, palette: Palette) -> None:
        self.sites = SiteSet()
        self.kinds: frozenset[Kind] = frozenset(KINDS)
        self.focus: tuple[str, ...] = ()
        self.chosen = NONE
        self.hovered = NONE
        self.chosen_card: Card | None = None
        self.hover_card: Card | None = None
        self.names: MapNames | None = None
        self.base = MapBase(palette)
        self.frame: Frame | None = None
        self._block: tuple[float, Edges] = NOWHERE
        self._faint: tuple[tuple[tuple[float, Edges], float], QImage] | None = None
        self._grouped: tuple[IntArray, Groups, IntArray] | None = None
        self._group_zoom = 0.0
        self._laid: tuple[Frame, tuple[object, ...]] | None = None
        self._only_ready = 0.0
        self.dress(palette)

    def dress(self, palette: Palette) -> None:
        """Wear another palette, or re-read fonts and language."""
        self.palette = palette
        self.base.palette = palette
        self.base.forget()
        self._faint = None
        self._laid = None
        self._marks = MarkStamps(palette)
        self._clusters = ClusterStamps(palette)
        self._labels = LabelStamps(palette)

    def load_base(self, base: BaseMap) -> None:
        """Take in boundaries and water."""
        self.base.load(base)
        self.names = shapes_of(base).names

    def load_sites(self, sites: SiteSet) -> None:
        """Take in sites; nothing is chosen."""
        self.sites = sites
        self.chosen = self.hovered = NONE
        self.chosen_card = self.hover_card = None
        self.regroup()

    def set_focus(self, adcodes: Sequence[str]) -> None:
        """The cities that are painted lighter and whose counties are named."""
        self.focus = tuple(adcodes)
        self.base.set_focus(self.focus)

    def regroup(self) -> None:
        """Forget the groups, as sites, kinds, ranks or the choice changed."""
        self._block = NOWHERE
        self._grouped = None
        self._faint = None
        self._laid = None

    def rerank(self) -> None:
        """Other sites come first; groups and what serves nothing stay as they are."""
        if self._grouped is not None:
            rows, groups, faint = self._grouped
            best = first_of(self.sites.rank[rows], groups.member, len(groups))
            self._grouped = rows, replace(groups, best=best), faint
        self._laid = None

    def paint(
        self, painter: QPainter, camera: Camera, obstacles: Sequence[QRectF], *, quick: bool = False
    ) -> Frame:
        """Paint the whole view. ``quick`` may stretch the last picture of the ground."""
        dpr = painter.device().devicePixelRatioF()
        self._paint_ground(painter, camera, dpr, quick=quick)
        frame = self._look(camera, quick=quick)
        self._only_ready = dpr if quick else 0.0
        if not (quick and self._carry_over(frame)):
            self._lay_out(frame, obstacles)
            self._laid = (frame, self._layout_key())
        self._paint_marks(painter, frame, dpr)
        for label in frame.labels:
            self._labels.draw(painter, label)
        self._paint_special(painter, frame)
        self.frame = frame
        return frame

    def _paint_ground(self, painter: QPainter, camera: Camera, dpr: float, *, quick: bool) -> None:
        stretched = self.base.stretched(camera, dpr) if quick else None
        if stretched is not None:
            picture, target = stretched
            painter.fillRect(QRectF(0, 0, camera.width, camera.height), QColor(self.palette.land))
            painter.drawPixmap(target, picture, QRectF(picture.rect()))
            return
        picture, dx, dy = self.base.picture(camera, dpr)
        painter.drawPixmap(QPointF(dx, dy), picture)

    def _look(self, camera: Camera, *, quick: bool) -> Frame:
        block: Edges = (
            math.floor(camera.left / BLOCK) - 1,
            math.floor(camera.top / BLOCK) - 1,
            math.ceil((camera.left + camera.width) / BLOCK) + 1,
            math.ceil((camera.top + camera.height) / BLOCK) + 1,
        )
        # while the wheel turns the groups stay as they are: less to do, and nothing jumps about
        near = abs(camera.zoom - self._group_zoom) < KEEP_GROUPS
        held = quick and self._block != NOWHERE and near
        if self._grouped is None or not (held or (camera.zoom, block) == self._block):
            self._block = (camera.zoom, block)
            self._group_zoom = camera.zoom
            self._grouped = self._group(camera.scale, block)
        rows, groups, faint = self._grouped
        ratio = 2.0 ** (camera.zoom - self._group_zoom)
        x, y = groups.x * ratio - camera.left, groups.y * ratio - camera.top
        return Frame(camera, rows, groups, x, y, faint)

    def _group(self, scale: float, block: Edges) -> tuple[IntArray, Groups, IntArray]:
        left, top, right, bottom = (edge * BLOCK / scale for edge in block)
        sites = self.sites
        rows = sites.within((left, top, right, bottom), self.kinds)
        # what was looked for is drawn in full, whether or not the script can use it
        served = sites.served[rows] if sites.only is None else np.ones(len(rows), dtype=bool)
        faint, rows = rows[~served], rows[served]
        rows = rows[rows != self.chosen]
        groups = grouped(
            sites.x[rows] * scale, sites.y[rows] * scale, sites.kind[rows], sites.rank[rows]
        )
        return rows, groups, faint

    def _lay_out(self, frame: Frame, obstacles: Sequence[QRectF]) -> None:
        camera = frame.camera
        placer = Placer(camera.width, camera.height, obstacles)
        near = self._near(frame)
        reach = radius(frame.groups.count[near]) + 1.0
        x, y = frame.x[near], frame.y[near]
        placer.block_many(np.column_stack([x - reach, y - reach, x + reach, y + reach]))
        chosen = self._chosen_spot(camera)
        if chosen is not None:
            self._lay_out_chosen(frame, chosen, placer, obstacles)
        self._lay_out_sites(frame, near, placer)
        if self.names is not None:
            known = bool(self._only_ready)
            for wish in self.names.wishes(camera, self.focus, known=known):
                self._place(frame, placer, wish)

    def _layout_key(self) -> tuple[object, ...]:
        return (self._block[0], self.chosen, self.chosen_card, self.kinds, self.focus)

    def _carry_over(self, frame: Frame) -> bool:
        """While one drags, labels travel with the ground, so that none jumps; False to renew."""
        if self._laid is None or self._laid[1] != self._layout_key():
            return False
        old, camera = self._laid[0], frame.camera
        dx, dy = old.camera.left - camera.left, old.camera.top - camera.top
        if old.camera.zoom != camera.zoom or max(abs(dx), abs(dy)) > CARRY:
            return False
        frame.labels = [Placed(o.voice, o.text, o.box.translated(dx, dy)) for o in old.labels]
        frame.card = old.card.translated(dx, dy) if old.card is not None else None
        return True

    def _near(self, frame: Frame) -> IntArray:
        margin = 24.0
        inside = (frame.x > -margin) & (frame.x < frame.camera.width + margin)
        inside &= (frame.y > -margin) & (frame.y < frame.camera.height + margin)
        return np.flatnonzero(inside)

    def _chosen_spot(self, camera: Camera) -> tuple[float, float] | None:
        if self.chosen == NONE:
            return None
        x, y = self.sites.pixels(np.array([self.chosen]), camera)
        px, py = float(x[0]), float(y[0])
        inside = -20 < px < camera.width + 20 and -20 < py < camera.height + 20
        return (px, py) if inside else None

    def _lay_out_chosen(
        self, frame: Frame, spot: tuple[float, float], placer: Placer, obstacles: Sequence[QRectF]
    ) -> None:
        x, y = spot
        ring = RING_CHOSEN
        mark = QRectF(x - ring, y - ring, 2 * ring, 2 * ring)
        placer.block(mark)
        camera = frame.camera
        if self.chosen_card is not None:
            room = QRectF(12, 52, camera.width - 24, camera.height - 116)
            size = card_size(self.chosen_card)
            frame.card = card_spot(x, y, size, room, ring + 9, obstacles)
            placer.block(frame.card)
        text = self.sites.names[self.chosen]
        size = self._labels.size(Voice.CHOSEN, text)
        right, left, above, below = beside(x, y, ring - 2, size)
        self._place(frame, placer, Wish(Voice.CHOSEN, text, (above, right, left, below)))

    def _lay_out_sites(self, frame: Frame, near: IntArray, placer: Placer) -> None:
        sites, groups = self.sites, frame.groups
        camera = frame.camera
        if not len(near) or camera.zoom < SITE_NAMES_FROM:
            return
        best = frame.rows[groups.best[near]]
        count = groups.count[near]
        rank = sites.rank[best]
        order = np.lexsort((rank, count == 1))
        reaches = radius(count) + 2.0
        left = int(camera.width * camera.height / LABEL_AREA)
        tries = 3 * left
        for at in order.tolist():
            if left <= 0 or tries <= 0:
                break
            many = count[at] > 1
            if many and rank[at] > sites.named_to:
                continue
            group = near[at]
            reach = float(reaches[at])
            text = label_text(sites.names[int(best[at])])
            spots = beside(
                float(frame.x[group]),
                float(frame.y[group]),
                reach,
                self._labels.size(Voice.SITE, text),
            )
            tries -= 1
            left -= self._place(frame, placer, Wish(Voice.SITE, text, spots))

    def _place(self, frame: Frame, placer: Placer, wish: Wish) -> bool:
        if self._only_ready and not self._labels.ready(wish.voice, wish.text, self._only_ready):
            return False
        box = placer.place(self._labels.size(wish.voice, wish.text), wish.spots)
        if box is not None:
            frame.labels.append(Placed(wish.voice, wish.text, box))
        return box is not None

    def _paint_marks(self, painter: QPainter, frame: Frame, dpr: float) -> None:
        sites = self.sites
        if len(frame.faint):
            self._paint_faint(painter, frame, dpr)
        groups = frame.groups
        near = self._near(frame)
        # best last, so that it lies on top
        order = near[np.argsort(-sites.rank[frame.rows[groups.best[near]]], kind="stable")]
        reach = radius(groups.count)
        for at in order.tolist():
            x, y = float(frame.x[at]), float(frame.y[at])
            if groups.count[at] > 1:
                self._clusters.draw(painter, x, y, groups.kinds[at], float(reach[at]))
            else:
                row = int(frame.rows[groups.best[at]])
                sourced = bool(sites.sourced[row])
                look = Look.PLAIN if sourced else Look.HOLLOW
                self._marks.draw(painter, x, y, int(sites.kind[row]), look, sourced)

    def _paint_faint(self, painter: QPainter, frame: Frame, dpr: float) -> None:
        """Draw the sites that serve nothing, from one picture of the block round the view."""
        left, top, right, bottom = (edge * BLOCK for edge in self._block[1])
        key = (self._block, dpr)
        if self._faint is None or self._faint[0] != key:
            sites, scale = self.sites, 2.0**self._group_zoom * TILE
            x, y = sites.x[frame.faint] * scale - left, sites.y[frame.faint] * scale - top
            size = (round((right - left) * dpr), round((bottom - top) * dpr))
            codes = sites.kind[frame.faint]
            self._faint = (key, faint_picture(x, y, codes, size, self.palette, dpr))
        camera = frame.camera
        ratio = 2.0 ** (camera.zoom - self._group_zoom)
        target = QRectF(
            left * ratio - camera.left,
            top * ratio - camera.top,
            (right - left) * ratio,
            (bottom - top) * ratio,
        )
        if ratio == 1.0:
            painter.drawImage(target.topLeft(), self._faint[1])
        else:
            painter.drawImage(target, self._faint[1])

    def _paint_special(self, painter: QPainter, frame: Frame) -> None:
        camera, sites = frame.camera, self.sites
        spot = self._chosen_spot(camera)
        if spot is not None:
            row = self.chosen
            self._marks.draw(
                painter, *spot, int(sites.kind[row]), Look.CHOSEN, bool(sites.sourced[row])
            )
            if self.chosen_card is not None and frame.card is not None:
                paint_card(painter, frame.card, self.chosen_card, self.palette)
        if self.hovered not in (NONE, self.chosen):
            self._paint_hovered(painter, frame)

    def _paint_hovered(self, painter: QPainter, frame: Frame) -> None:
        camera, sites, row = frame.camera, self.sites, self.hovered
        x, y = (float(v[0]) for v in sites.pixels(np.array([row]), camera))
        if not (0 <= x <= camera.width and 0 <= y <= camera.height):
            return
        self._marks.draw(painter, x, y, int(sites.kind[row]), Look.HOVER, bool(sites.sourced[row]))
        if self.hover_card is not None:
            room = QRectF(8, 8, camera.width - 16, camera.height - 16)
            box = card_spot(x, y, card_size(self.hover_card), room, 16)
            paint_card(painter, box, self.hover_card, self.palette)

    def row_at(self, px: float, py: float) -> int:
        """The site whose lone mark lies under the pixel, or ``NONE``."""
        frame = self.frame
        if frame is None:
            return NONE
        spot = self._chosen_spot(frame.camera)
        if spot is not None and np.hypot(spot[0] - px, spot[1] - py) <= REACH["chosen"] * 0.7:
            return self.chosen
        group = self.group_at(px, py)
        if group != NONE:
            return int(frame.rows[frame.groups.best[group]]) if self._lone(group) else NONE
        if len(frame.faint):
            x, y = self.sites.pixels(frame.faint, frame.camera)
            gap = np.hypot(x - px, y - py)
            nearest = int(np.argmin(gap))
            if gap[nearest] <= 5:
                return int(frame.faint[nearest])
        return NONE

    def _lone(self, group: int) -> bool:
        return self.frame is not None and int(self.frame.groups.count[group]) == 1

    def group_at(self, px: float, py: float) -> int:
        """The group (lone marks too) under the pixel, or ``NONE``."""
        frame = self.frame
        if frame is None or not len(frame.x):
            return NONE
        reach = np.maximum(radius(frame.groups.count) + 1.5, PICK)
        gap = np.hypot(frame.x - px, frame.y - py) - reach
        nearest = int(np.argmin(gap))
        return nearest if gap[nearest] <= 0 else NONE

    def members(self, group: int) -> IntArray:
        """Rows of the sites in a group, best first."""
        frame = self.frame
        if frame is None:
            return np.empty(0, dtype=np.int64)
        rows: IntArray = frame.rows[frame.groups.member == group]
        order: IntArray = np.argsort(self.sites.rank[rows], kind="stable")
        return rows[order]

    def cycle(self) -> list[int]:
        """Lone marks in view, nearest to the middle first, for the Tab key."""
        frame = self.frame
        if frame is None:
            return []
        near = self._near(frame)
        lone = near[frame.groups.count[near] == 1]
        middle_x, middle_y = frame.camera.width / 2, frame.camera.height / 2
        gap = np.hypot(frame.x[lone] - middle_x, frame.y[lone] - middle_y)
        rows: list[int] = frame.rows[frame.groups.best[lone[np.argsort(gap)]]].tolist()
        return rows
