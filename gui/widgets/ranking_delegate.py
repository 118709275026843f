"""Draws a ranked row: photo, name, then fit, cost, subsidy, uplift and how firm it stands."""

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
from geo.phrases import pct
from gui import theme
from gui.texts import (
    ListFrame,
    RankedRow,
    Role,
    RowShares,
    Scale,
    known_ends,
    present_number,
)
from gui.texts.tips import plain_tip
from gui.widgets.number_paint import number_font, paint_number
from gui.widgets.painters import paint_bar, paint_kind, paint_range, paint_unknown
from gui.widgets.photo_paint import paint_no_photo, paint_photo
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.ranking_cells import SHARE, RankingCells, ranking_cells, row_height
from gui.widgets.row_paint import factor, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
PICTURES = 160
"""Rows whose pictures are kept: a few screens full."""

BARS = 512
"""Pictures of shares that are kept: they come in whole percents, so many rows have the same."""

PHOTO = "photo"
_ARGB = QColor.NameFormat.HexArgb


class RankingDelegate(QStyledItemDelegate):
    """``figureClicked`` tells the row's id and the ``Criterion`` whose figure was clicked.

    ``sharesClicked`` and ``photoClicked`` tell the id alone; the latter only where there is one.
    What changes while a slider moves or photos come is drawn over a kept picture of the rest.
    """

    figureClicked = Signal(str, object)
    sharesClicked = Signal(str)
    photoClicked = Signal(str)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """All rows are alike, so that ten thousand of them cost nothing."""
        return QSize(240, row_height())

    def __init__(self, parent: QObject | None = None, shelf: PhotoShelf | None = None) -> None:
        super().__init__(parent)
        self.shelf = shelf if shelf is not None else PhotoShelf(self)
        self._pictures: dict[tuple[object, ...], tuple[RankedRow, ListFrame, QPixmap]] = {}
        self._bars: dict[tuple[object, ...], QPixmap] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row: its kept picture, its place in the list, its shares and its photo."""
        row: RankedRow = index.data(Role.ROW)
        frame: ListFrame = index.data(Role.FRAME)
        rect = option.rect
        path: str | None = index.data(Role.PHOTO)
        whole = self._picture(painter, option, row, frame, bare=path == "")
        painter.drawPixmap(rect.topLeft(), whole)
        cells = ranking_cells(rect.width(), photos=frame.photos)
        painter.save()
        painter.translate(rect.topLeft())
        number = str(index.data(Role.RANK))
        # beside the photo the rank begins the line; alone it ends its own column
        right = cells.photo is None
        ink = theme.current().ink2
        paint_text(painter, cells.rank, number, theme.font(12), ink, right=right)
        self._shares(painter, cells, index.data(Role.SHARES))
        if cells.photo is not None and path:
            paint_photo(painter, cells.photo, path, self.shelf)
        elif cells.photo is not None:
            paint_no_photo(painter, cells.photo)
        painter.restore()

    def _shares(self, painter: QPainter, cells: RankingCells, shares: RowShares | None) -> None:
        """First and first 3 as one bar with its words; while nobody knows, the track alone."""
        cell = cells.columns[SHARE]
        if shares is None:
            y = cells.picture(SHARE).center().y()
            track = QRectF(cell.left(), y - 0.75, cell.width(), 1.5)
            painter.fillRect(track, QColor(theme.current().hair))
            return
        dpr = painter.device().devicePixelRatioF()
        words = pct(shares.first), pct(shares.top3)
        key = (words, cell.size().toTuple(), dpr, *_dress())
        picture = self._bars.get(key)
        if picture is None:
            if len(self._bars) >= BARS:
                self._bars.clear()
            picture = self._bars[key] = _share_picture(cells, shares, words, dpr)
        painter.drawPixmap(cell.topLeft(), picture)

    def _picture(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: RankedRow,
        frame: ListFrame,
        *,
        bare: bool,
    ) -> QPixmap:
        """The row without what changes. Kept, for a moved slider shows much the same rows again.

        ``bare``: it is to have photos and has none.
        """
        size, dpr = option.rect.size(), painter.device().devicePixelRatioF()
        key = (id(row), id(frame), bare, size.toTuple(), dpr, option.state.value, *_dress())
        known = self._pictures.get(key)
        if known is not None:
            return known[2]
        picture = QPixmap(size * dpr)
        picture.setDevicePixelRatio(dpr)
        inner = QPainter(picture)
        ground = QStyleOptionViewItem(option)
        ground.rect = QRect(QPoint(), size)
        paint_ground(inner, ground)
        cells = ranking_cells(size.width(), photos=frame.photos)
        self._head(inner, cells, row, frame, bare=bare)
        self._paint_row(inner, cells, row, frame)
        inner.end()
        if len(self._pictures) >= PICTURES:
            self._pictures.clear()
        # the row and its frame are kept with it, so that their ids stay theirs
        self._pictures[key] = row, frame, picture
        return picture

    def _paint_row(
        self, painter: QPainter, cells: RankingCells, row: RankedRow, frame: ListFrame
    ) -> None:
        self._fit(painter, cells, row)
        for criterion in (Criterion.COST, Criterion.SUBSIDY, Criterion.UPLIFT):
            if criterion not in cells.columns:
                continue
            self._figure(painter, cells, row, criterion, frame.scales[criterion])

    def _head(
        self,
        painter: QPainter,
        cells: RankingCells,
        row: RankedRow,
        frame: ListFrame,
        *,
        bare: bool,
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
        rest, font = head.adjusted(width + 8, 0, 0, 0), theme.font(12)
        if place and rest.width() > 30:
            rest.setLeft(rest.left() + paint_text(painter, rest, place, font, palette.ink3) + 16)
        words = self.tr("还没有照片")
        if bare and QFontMetricsF(font).horizontalAdvance(words) <= rest.width():
            paint_text(painter, rest, words, font, palette.ink3, right=True)

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
        if QFontMetricsF(font).horizontalAdvance(words) > room.width() + 2:
            short = f"{row.direct}/{row.total}" if row.kind is None else None
            words = short or f"{row.direct} + {row.stand_in}"
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
    ) -> tuple[str, QRectF] | None:
        rect = option.rect
        frame: ListFrame = index.data(Role.FRAME)
        cells = ranking_cells(rect.width(), photos=frame.photos)
        here = at - QPointF(rect.topLeft())
        column = cells.at(here.x(), here.y())
        if column is not None:
            return column, cells.columns[column].translated(rect.topLeft())
        if cells.photo is not None and cells.photo.contains(here):
            return PHOTO, cells.photo.translated(rect.topLeft())
        return None

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
                self._clicked(index, cell[0])
        return super().editorEvent(event, model, option, index)

    def _clicked(self, index: AnyIndex, cell: str) -> None:
        one = str(index.data(Role.ID))
        if cell == PHOTO:
            if index.data(Role.PHOTO):
                self.photoClicked.emit(one)
        elif cell != SHARE:
            self.figureClicked.emit(one, cell)
        elif index.data(Role.SHARES) is not None:
            self.sharesClicked.emit(one)

    def figure_rect(self, view: QAbstractItemView, index: QModelIndex, criterion: str) -> QRectF:
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
        if cell is None:
            text = row.name(theme.language())
        elif cell[0] == PHOTO:
            text = self.photo_tip(index.data(Role.PHOTO))
        elif cell[0] == SHARE:
            text = self.shares_tip(index.data(Role.SHARES))
        else:
            text = self.tip(row, Criterion(cell[0]))
        where = option.rect if cell is None else cell[1].toRect()
        QToolTip.showText(event.globalPos(), plain_tip(text), view, where)
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

    def photo_tip(self, path: str) -> str:
        """What the photo, or the want of one, has to say."""
        if path:
            return self.tr("点一下，看这里的照片")
        return self.tr("还没有照片。把照片拖到这一行，就放到这里。")

    def shares_tip(self, shares: RowShares | None) -> str:
        """How firm the row stands, in full words."""
        if shares is None:
            return self.tr("换着侧重正在算它几成能排第一")
        both = self.tr("居首 {first}，前三 {top3}")
        told = [both.format(first=pct(shares.first), top3=pct(shares.top3))]
        if shares.known is not None:
            told[0] += self.tr("（侧重换着来，没问清的数按可能范围抽）")
            first, top3 = map(pct, shares.known)
            known = self.tr("数都照现在的算：居首 {first}，前三 {top3}")
            told.append(known.format(first=first, top3=top3))
        if shares.ranks is not None:
            best, worst = shares.ranks
            ranks = f"{best}" if best == worst else f"{best}–{worst}"
            told.append(self.tr("按现在的侧重，名次 {ranks}（十回里八回）").format(ranks=ranks))
        return "\n".join(told)


def _dress() -> tuple[object, ...]:
    """What a kept picture depends on beside what it shows."""
    return id(theme.current()), theme.language(), theme.text_scale(), theme.font(12).key()


def _share_picture(
    cells: RankingCells, shares: RowShares, words: tuple[str, str], dpr: float
) -> QPixmap:
    """The bar of a row with its words beneath."""
    palette, cell = theme.current(), cells.columns[SHARE]
    # the words may reach a little beyond their column
    picture = QPixmap(QSize(round(cell.width() + 8), round(cell.height() + 2)) * dpr)
    picture.setDevicePixelRatio(dpr)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(-cell.topLeft())
    line = cells.picture(SHARE)
    bar = QRectF(line.left(), line.center().y() - 2.5, line.width(), 5)
    rest = max(0.0, shares.top3 - shares.first)
    paint_bar(painter, bar, [(shares.first, palette.ink), (rest, palette.off)])
    room, font = cells.figure(SHARE), theme.font(12)
    done = paint_text(painter, room, words[0], font, palette.ink, elide=False)
    room.setLeft(room.left() + done + 4 * factor())
    paint_text(painter, room, words[1], font, palette.ink3, elide=False)
    painter.end()
    return picture
