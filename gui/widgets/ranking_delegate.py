"""Draws a ranked site or city: name, then fit, cost, subsidy and uplift under shared scales."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from geo.model import Criterion
from gui import theme
from gui.texts import ListFrame, RankedRow, Role, Scale, known_ends, present_number
from gui.widgets.number_paint import number_font, paint_number
from gui.widgets.painters import paint_bar, paint_kind, paint_range, paint_unknown
from gui.widgets.ranking_cells import RankingCells, ranking_cells, row_height
from gui.widgets.row_paint import factor, paint_ground, paint_photo, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
PICTURES = 160
"""Rows whose pictures are kept: a few screens full."""


class RankingDelegate(QStyledItemDelegate):
    """``figureClicked`` tells the row's id and the ``Criterion`` whose figure was clicked."""

    figureClicked = Signal(str, object)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All rows are alike, so that ten thousand of them cost nothing."""
        return QSize(240, row_height())

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[tuple[object, ...], tuple[RankedRow, ListFrame, QPixmap]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row: its kept picture, and its place in the list."""
        row: RankedRow = index.data(Role.ROW)
        frame: ListFrame = index.data(Role.FRAME)
        rect = option.rect
        painter.drawPixmap(rect.topLeft(), self._picture(painter, option, row, frame))
        cells = ranking_cells(rect.width(), photos=frame.photos)
        room = cells.rank.translated(QPointF(rect.topLeft()))
        number = str(index.data(Role.RANK))
        paint_text(painter, room, number, theme.font(12), theme.current().ink2, right=True)

    def _picture(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: RankedRow,
        frame: ListFrame,
    ) -> QPixmap:
        """The row without its rank. Kept, for a moved slider shows much the same rows again."""
        size, dpr = option.rect.size(), painter.device().devicePixelRatioF()
        look = (id(theme.current()), theme.language(), theme.text_scale(), theme.font(12).key())
        key = (id(row), id(frame), size.toTuple(), dpr, option.state.value, *look)
        known = self._pictures.get(key)
        if known is not None:
            return known[2]
        picture = QPixmap(size * dpr)
        picture.setDevicePixelRatio(dpr)
        inner = QPainter(picture)
        ground = QStyleOptionViewItem(option)
        ground.rect = QRect(QPoint(), size)
        paint_ground(inner, ground)
        self._paint_row(inner, ranking_cells(size.width(), photos=frame.photos), row, frame)
        inner.end()
        if len(self._pictures) >= PICTURES:
            self._pictures.clear()
        # the row and its frame are kept with it, so that their ids stay theirs
        self._pictures[key] = row, frame, picture
        return picture

    def _paint_row(
        self, painter: QPainter, cells: RankingCells, row: RankedRow, frame: ListFrame
    ) -> None:
        self._head(painter, cells, row, frame)
        self._fit(painter, cells, row)
        for criterion in (Criterion.COST, Criterion.SUBSIDY, Criterion.UPLIFT):
            self._figure(painter, cells, row, criterion, frame.scales[criterion])
        if cells.photo is not None and row.photo:
            paint_photo(painter, cells.photo, row.photo)

    def _head(
        self, painter: QPainter, cells: RankingCells, row: RankedRow, frame: ListFrame
    ) -> None:
        palette, lang = theme.current(), theme.language()
        head = cells.head
        if row.kind is None:
            head = head.adjusted(-19 * factor(), 0, 0, 0)
        else:
            at = QPointF(cells.mark.left() + 6 * factor(), cells.mark.center().y())
            paint_kind(painter, at, row.kind, 5.5 * factor())
        place = row.place(lang, many_cities=frame.many_cities)
        width = paint_text(painter, head, row.name(lang), theme.font(13, bold=True), palette.ink)
        rest = head.adjusted(width + 8, 0, 0, 0)
        if place and rest.width() > 30:
            paint_text(painter, rest, place, theme.font(12), palette.ink3)

    def _fit(self, painter: QPainter, cells: RankingCells, row: RankedRow) -> None:
        palette = theme.current()
        soft = QColor(palette.fit)
        soft.setAlphaF(0.45)
        picture = cells.picture(Criterion.FIT)
        bar = QRectF(picture.left(), picture.center().y() - 2.5, picture.width(), 5)
        total = max(1, row.total)
        parts = [(row.direct / total, palette.fit), (row.stand_in / total, soft.name(_ARGB))]
        paint_bar(painter, bar, parts)
        room, font = cells.figure(Criterion.FIT), theme.font(12)
        words = self.fit_words(row)
        if QFontMetricsF(font).horizontalAdvance(words) > room.width() + 8:
            words = f"{row.direct} + {row.stand_in}"
        paint_text(painter, room, words, font, palette.ink, elide=False)

    def fit_words(self, row: RankedRow) -> str:
        """Fit as people say it: scenes shot as written, and scenes stood in for."""
        if row.kind is None:
            missing = row.total - row.direct
            both = self.tr("可拍 {direct}·缺 {missing}")
            one = self.tr("可拍 {direct}")
            return (both if missing else one).format(direct=row.direct, missing=missing)
        if not row.direct and not row.stand_in:
            return self.tr("拍不了")
        if not row.stand_in:
            return self.tr("可拍 {direct}").format(direct=row.direct)
        if not row.direct:
            return self.tr("代用 {stand_in}").format(stand_in=row.stand_in)
        both = self.tr("可拍 {direct}·代用 {stand_in}")
        return both.format(direct=row.direct, stand_in=row.stand_in)

    def _figure(
        self,
        painter: QPainter,
        cells: RankingCells,
        row: RankedRow,
        criterion: Criterion,
        scale: Scale,
    ) -> None:
        figure = row.figure(criterion)
        if figure is None:
            return
        palette = theme.current()
        look = present_number(figure, theme.language(), compact=True)
        picture = cells.picture(criterion)
        if criterion is not Criterion.SUBSIDY:
            paint_range(painter, picture, figure, scale, palette.criterion(criterion))
        elif look.boxed:
            paint_unknown(painter, picture)
        else:
            bar = QRectF(picture.left(), picture.center().y() - 2.5, picture.width(), 5)
            certain = scale.at(row.certain)
            top = scale.at(known_ends(figure)[1] or 0.0)
            parts = [(certain, palette.subsidy), (top - certain, palette.subsidy_soft)]
            paint_bar(painter, bar, parts)
        paint_number(painter, cells.figure(criterion), look, number_font(look, 12))

    def _cell(
        self, option: QStyleOptionViewItem, index: AnyIndex, at: QPointF
    ) -> tuple[Criterion, QRectF] | None:
        rect = option.rect
        frame: ListFrame = index.data(Role.FRAME)
        cells = ranking_cells(rect.width(), photos=frame.photos)
        here = at - QPointF(rect.topLeft())
        criterion = cells.at(here.x(), here.y())
        if criterion is None:
            return None
        return criterion, cells.columns[criterion].translated(rect.topLeft())

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """A click on a figure asks where it comes from; the row is selected all the same."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            cell = self._cell(option, index, event.position())
            if cell is not None and event.button() is Qt.MouseButton.LeftButton:
                self.figureClicked.emit(str(index.data(Role.ID)), cell[0])
        return super().editorEvent(event, model, option, index)

    def figure_rect(
        self, view: QAbstractItemView, index: QModelIndex, criterion: Criterion
    ) -> QRectF:
        """Where a figure stands on the viewport, to open a pop-over beside it."""
        rect = view.visualRect(index)
        frame: ListFrame = index.data(Role.FRAME)
        cells = ranking_cells(rect.width(), photos=frame.photos)
        return cells.columns[criterion].translated(rect.topLeft())

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Tell the figure in full under the pointer."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        cell = self._cell(option, index, QPointF(event.pos()))
        row: RankedRow = index.data(Role.ROW)
        text = row.name(theme.language()) if cell is None else self.tip(row, cell[0])
        where = option.rect if cell is None else cell[1].toRect()
        QToolTip.showText(event.globalPos(), text, view, where)
        return True

    def tip(self, row: RankedRow, criterion: Criterion) -> str:
        """One figure in full words."""
        figure = row.figure(criterion)
        if figure is None:
            words = self.tr("{total} 场里可拍 {direct} 场，代用 {stand_in} 场")
            return words.format(total=row.total, direct=row.direct, stand_in=row.stand_in)
        names = {
            Criterion.COST: self.tr("每天费用"),
            Criterion.SUBSIDY: self.tr("补贴"),
            Criterion.UPLIFT: self.tr("首年新增人次"),
        }
        look = present_number(figure, theme.language())
        ask = self.tr("点一下，看它从哪来")
        return f"{names[criterion]} {look.full}\n{ask}"


_ARGB = QColor.NameFormat.HexArgb
