"""The policies as a list under the names of their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from geo.model import Policy, Region
from gui import theme
from gui.pages.bureau.policy_says import pays
from gui.pages.bureau.policy_words import place_names, region_word, status_word, title_of, type_word
from gui.session import State
from gui.widgets.row_paint import factor, paint_ground, paint_text

AnyIndex = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
HERE, ALL, MINE, STALE = "here", "all", "mine", "stale"
_ROW, _HEAD, _LEFT = 50, 26, 14


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """One line: a policy, or with an empty ``id`` the name of a place."""

    id: str
    title: str
    below: tuple[str, ...] = ()
    status: str = ""
    stale: bool = False
    own: bool = False


def wanted(
    policies: Iterable[Policy], show: str, text: str, city: str, province: str, today: date
) -> list[Policy]:
    """The policies that ``show`` asks for and whose words hold ``text``."""
    found = []
    for policy in policies:
        if show == HERE and not _reaches(policy.region, city, province):
            continue
        if show == MINE and not policy.own:
            continue
        if show == STALE and not stale(policy, today):
            continue
        region = " ".join(level for level in policy.region.levels if level)
        words = f"{policy.title_zh} {policy.title_en} {region} {policy.issuer}"
        if text.casefold() in words.casefold():
            found.append(policy)
    return found


def stale(policy: Policy, today: date) -> bool:
    """Whether a policy is a draft or over."""
    over = policy.valid_to is not None and policy.valid_to < today
    return over or policy.status in ("draft", "expired")


def _reaches(region: Region, city: str, province: str) -> bool:
    """Whether ``region`` is of the city, or of the province or nation above it."""
    if region.city is None:
        return region.province in (None, province)
    return bool(city) and region.city.startswith(city)


class PolicyList(QAbstractListModel):
    """Rows in the order of the book, under the names of their places."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[PolicyRow, ...] = ()

    def show_policies(self, policies: Iterable[Policy], state: State, today: date) -> None:
        """List ``policies``."""
        groups: dict[str, list[PolicyRow]] = {}
        names = place_names(state)
        for policy in policies:
            region = policy.region
            place = region_word(Region(region.province, region.city), names)
            groups.setdefault(place, []).append(_row(policy, state, names, today))
        rows: list[PolicyRow] = []
        for place, members in groups.items():
            rows += [PolicyRow("", place), *members]
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def index_of(self, policy_id: str | None) -> QModelIndex:
        """Where a policy stands; an invalid index when it is not here."""
        for at, row in enumerate(self.rows):
            if policy_id and row.id == policy_id:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """The name of a place cannot be chosen."""
        row = self.data(index, ROW_ROLE)
        if row is None or not row.id:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Title, sentence for a screen reader, id and row."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            own = self.tr("自己填的") if row.own else ""
            return " · ".join(one for one in (row.title, *row.below, row.status, own) if one)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.title, *row.below)) if row.id else None
        return {ID_ROLE: row.id, ROW_ROLE: row}.get(role)


def _row(policy: Policy, state: State, names: Mapping[str, str], today: date) -> PolicyRow:
    old = stale(policy, today)
    status = status_word(state, policy.status)
    if old and policy.status not in ("draft", "expired"):
        status = status_word(state, "expired")
    district = policy.region.district or ""
    parts = (names.get(district, district), pays(policy, state), type_word(state, policy.type))
    below = tuple(one for one in parts if one)
    return PolicyRow(policy.id, title_of(policy, state.language), below, status, old, policy.own)


class PolicyDelegate(QStyledItemDelegate):
    """Two lines for a policy: title and whose; what it pays and whether it is in force."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """A place takes one line."""
        row: PolicyRow = index.data(ROW_ROLE)
        return QSize(200, round((_ROW if row.id else _HEAD) * factor()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the row."""
        row: PolicyRow = index.data(ROW_ROLE)
        rect = QRectF(option.rect)
        painter.save()
        if row.id:
            selected = paint_ground(painter, option)
            painter.translate(rect.topLeft())
            self._policy(painter, rect, row, selected=selected)
        else:
            palette = theme.current()
            painter.fillRect(rect, QColor(palette.win))
            room = rect.adjusted(_LEFT, 2, -_LEFT, 0)
            paint_text(painter, room, row.title, theme.font(12, bold=True), palette.ink2)
        painter.restore()

    def _policy(self, painter: QPainter, rect: QRectF, row: PolicyRow, *, selected: bool) -> None:
        palette, f = theme.current(), factor()
        first = QRectF(_LEFT, 6 * f, rect.width() - 2 * _LEFT, 19 * f)
        second = QRectF(_LEFT, 26 * f, first.width(), 18 * f)
        small = theme.font(12)
        tone = palette.warn if row.stale else palette.ink3
        taken = paint_text(painter, first, row.status, small, tone, right=True, elide=False)
        first.setRight(first.right() - taken - 10)
        if row.own:
            word = self.tr("自己填的")
            room = QFontMetricsF(small).horizontalAdvance(word) + 12
            chip = QRectF(first.right() - room, first.top(), room, first.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.card if selected else palette.sel))
            painter.drawRoundedRect(chip, 3, 3)
            paint_text(painter, chip.adjusted(6, 0, -5, 0), word, small, palette.ink, elide=False)
            first.setRight(chip.left() - 8)
        ink = palette.ink3 if row.stale else palette.ink
        paint_text(painter, first, row.title, theme.font(13, bold=selected), ink)
        paint_text(painter, second, _fitting(row.below, second.width()), small, palette.ink2)


def _fitting(words: tuple[str, ...], width: float) -> str:
    """Place, what it pays, kind: the kind goes first, then the place; a figure is never cut."""
    metrics = QFontMetricsF(theme.font(12))
    texts = [" · ".join(part) for part in (words, words[:-1], words[-2:-1])]
    found = (text for text in texts if metrics.horizontalAdvance(text) <= width)
    return next(found, texts[-1])
