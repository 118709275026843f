"""The status bar: how old the ranking is, what is chosen, which catalogue, what is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.pages.page import Page
from gui.session import OFFERS, SHOWN, Changes, Session
from gui.widgets.pane import label

HEIGHT = 26


class Status(Page):
    """Some short sentences."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setProperty("pane", "true")
        self.setMinimumHeight(HEIGHT)
        self._script = self._field = False
        self.local = label(role="caption")
        self.keys = label(role="caption")
        self.ranked = label(role="caption")
        self.chosen = label(role="caption")
        self.pack = label(role="caption")
        self.datum = label(role="caption")
        self.catalogue = label(role="caption")
        self.saved = label(role="caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        for part in (self.local, self.pack, self.keys, self.ranked, self.chosen):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.datum, self.catalogue, self.saved):
            row.addWidget(part)

    def show_page(self, *, script: bool, field: bool = False) -> None:
        """On the script page and on a form: which keys there are; else the ranking and the choice.

        In the field the form is what is saved, not the project.
        """
        if field != self._field:
            self._field = field
            self.saved.setText(self._saved())
            self._place()
        if script != self._script:
            self._script = script
            self._place()

    def _place(self) -> None:
        keys = self._script and self.state.shown is not None
        # in the field nothing is ranked or chosen while there is a form
        form = self._field and self.state.outdoors.desk is not None
        self.keys.setText(self._keys(form=form))
        self.local.setVisible(keys)
        self.keys.setVisible(keys or form)
        for part in (self.ranked, self.chosen):
            part.setVisible(not keys and not form)
        self.pack.setVisible(not keys)

    def _keys(self, *, form: bool) -> str:
        if form:
            return self.tr("1–9 选　Enter 下一行　Ctrl Enter 做完　Ctrl Z 撤销")
        return self.tr("↑↓ 移动　1–8 改标记　Enter 细看　Ctrl Z 撤销")

    def show_state(self, changes: Changes) -> None:
        """Write what changed."""
        state = self.state
        if changes.touch(*SHOWN, "language"):
            self._place()
        if changes.touch("language"):
            self.local.setText(self.tr("文件只在本机读取，没有上传"))
        if changes.touch(OFFERS, "rank_seconds", "language", "busy"):
            self.ranked.setText(self._ranked())
        if changes.touch("selection", "sites", "language"):
            site = state.site(state.selection.site)
            name = "" if site is None else site.name_zh
            if site is not None and state.language == "en" and site.name_en:
                name = site.name_en
            self.chosen.setText(self.tr("已选 {name}").format(name=name) if name else "")
        if changes.touch("language"):
            self.datum.setText(self.tr("坐标 WGS-84"))
        if changes.touch("sites", "catalogue_date", "language", "ready"):
            self.catalogue.setText(self._catalogue())
        if changes.touch("outdoors", "language"):
            self._place()
            self.pack.setText(self._pack())
        if changes.touch("saved_at", "script", "outdoors", "language"):
            self.saved.setText(self._saved())

    def _saved(self) -> str:
        """What is on disk: of the form in the field, else of the project."""
        state, at = self.state, self.state.saved_at
        desk = state.outdoors.desk
        if desk is not None and (self._field or at is None):
            if not state.outdoors.saved:
                return self.tr("表还在存…")
            where = self.tr("包里") if desk.pack is not None else self.tr("景库里")
            return self.tr("填的都已存在{where}").format(where=where)
        if at is not None:
            return self.tr("已保存 {time}").format(time=f"{at:%H:%M}")
        return self.tr("还没有要保存的")

    def _pack(self) -> str:
        """The pack that is worked in."""
        desk = self.state.outdoors.desk
        if desk is None or desk.pack is None:
            return ""
        name = Path(desk.pack.path).name
        told = self.tr("外勘包 {name} · {megabytes:.1f} MB")
        return told.format(name=name, megabytes=desk.pack.megabytes)

    def _ranked(self) -> str:
        seconds = self.state.rank_seconds
        if self.state.is_busy("rank"):
            return self.tr("正在排…")
        if self.state.ranking is None or seconds is None:
            return ""
        return self.tr("排名用了 {s} 秒").format(s=f"{seconds:.2f}")

    def _catalogue(self) -> str:
        state = self.state
        if not state.ready:
            return ""
        text = self.tr("景库 {n} 处").format(n=len(state.sites))
        return f"{text} · {state.catalogue_date}" if state.catalogue_date else text
