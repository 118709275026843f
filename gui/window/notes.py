"""News and slow work above the pages: strips that stay till read, one bar for each long job."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.messages import tell_error
from gui.pages.page import Page
from gui.pages.told import tell_news
from gui.session import Busy, Changes, Note, Session
from gui.widgets.message_strip import MessageStrip, Tone
from gui.widgets.progress_strip import ProgressStrip

OF_COPIES = frozenset(
    {
        "went_on_from_copy",
        "saved_of_damaged",
        "saved_nothing",
        "not_saved_yet",
        "no_copy_at_start",
        "catalogue_unsound",
    }
)
"""News after which one may want the copies of the catalogue."""
OF_LOCKS = frozenset({"vault_sealed", "locked", "locked_away"})
"""News after which one may want to unlock."""
TONES: dict[str, Tone] = {"err": "err", "warn": "warn", "ok": "ok"}


class Notes(Page):
    """``open_asked``: the reader wants another script file; ``page_asked``: another page.

    ``backups_asked``: the copies of the catalogue; ``passphrase_asked``: the way to unlock.
    """

    open_asked = Signal()
    page_asked = Signal(str)
    backups_asked = Signal()
    passphrase_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.strips: dict[int, MessageStrip] = {}
        self.bars: dict[str, ProgressStrip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_state(self, changes: Changes) -> None:
        """Add and remove strips and bars."""
        if changes.touch("notes", "phrases", "language"):
            self._show_notes()
        if changes.touch("busy", "language"):
            self._show_busy()

    def _show_notes(self) -> None:
        wanted = {note.key: note for note in self.state.notes}
        for key in [key for key in self.strips if key not in wanted]:
            _drop(self._column, self.strips.pop(key))
        for key, note in wanted.items():
            if key not in self.strips:
                strip = MessageStrip()
                strip.closed.connect(lambda key=key: self.session.dismiss(key))
                strip.chosen.connect(lambda way, note=note: self._follow(note, way))
                self._column.addWidget(strip)
                self.strips[key] = strip
            self._tell(self.strips[key], note)

    def _tell(self, strip: MessageStrip, note: Note) -> None:
        tone = TONES.get(note.level, "info")
        if note.error is not None:
            what, todo = tell_error(note.error, self.state.phrases, self.state.language)
        else:
            what, todo = self._news(note)
        phrases, lang = self.state.phrases, self.state.language
        details = "\n".join(phrases.tell(one, lang) for one in note.reasons) if phrases else ""
        strip.tell(tone, what, todo, actions=self._ways(note), details=details)

    def _news(self, note: Note) -> tuple[str, str]:
        values = dict(note.values)
        texts = {
            "site_added": (self.tr("添好了：{name}"), self.tr("已经排进名次，也在地图上。")),
            "site_saved": (self.tr("记下了：{name}"), self.tr("名次按新的算过了。")),
            "site_retired": (self.tr("不再列出：{name}"), self.tr("资料和照片都留着。")),
            "site_restored": (self.tr("放回来了：{name}"), self.tr("又排进名次了。")),
            "photos_added": (
                self.tr("给 {name} 添了 {count} 张照片"),
                self.tr("放错了就拿下来，照片文件不会丢。"),
            )
            if values.get("count")
            else (self.tr("{name} 已经有这几张照片了"), ""),
            "photos_refused": (
                self.tr("这 {count} 个打不开，没有放进来：{names}"),
                self.tr("要 JPG、HEIC、PNG 或 WebP；视频在外勘那一页放。原文件没有动。"),
            ),
            "photos_where": (
                self.tr("这些照片是哪一处的？"),
                self.tr("拖到名单里的一行、地图上的一处，或者右边的说明上。"),
            ),
            "photo_removed": (self.tr("从 {name} 拿下了一张照片"), self.tr("照片文件还在。")),
            "photo_cover": (self.tr("{name} 换了封面"), ""),
            "photos_back": (self.tr("{name} 的照片放回原样了"), ""),
            "sites_imported": (self.tr("导入了 {count} 处"), self.tr("都在地图上了。")),
            "numbers_locked": (
                self.tr("场号锁定了"),
                self.tr("以后加的场编成 3A，不拍的留着号，写“省略”。在项目菜单里能解开。"),
            ),
            "exported": (self.tr("导出好了：{name}"), ""),
            "pitch_written": (
                self.tr("做好了 {count} 个文件"),
                self.tr("都在文件夹“{folder}”里，和看到的一样。"),
            ),
            "template_copied": (
                self.tr("{name} 拿出来了一份"),
                self.tr("改好存下，下次做推介包就用它；删掉就用原来的。"),
            ),
            "policy_saved": (self.tr("存下了政策：{title}"), self.tr("名次按新的算过了。")),
            "policy_restored": (
                self.tr("恢复了原来的政策：{title}"),
                self.tr("名次按原来的算过了。"),
            ),
            "parcel_taken": (self.tr("收下了 {count} 条政策"), self.tr("名次按新的算过了。")),
            "policy_undone": (self.tr("政策改回去了：{title}"), self.tr("名次按原来的算过了。")),
        }
        if note.code not in texts:
            return tell_news(self.state, note)
        what, todo = texts[note.code]
        return what.format(**values), todo.format(**values)

    def _ways(self, note: Note) -> list[tuple[str, str]]:
        if note.code in ("pitch_written", "template_copied", "backup_made", "pack_unzipped"):
            return [("folder", self.tr("打开文件夹"))]
        if note.code == "exported":
            return [("open", self.tr("打开")), ("folder", self.tr("打开文件夹"))]
        if note.code == "site_added":
            return [("retire", self.tr("撤掉"))]
        if note.code == "site_saved":
            return [("revert", self.tr("改回去"))]
        if note.about == "photos" and note.error is None:
            return [("photos", self.tr("改回去"))] if note.values.get("count", 1) else []
        if note.about == "policy" and note.error is None and self.state.can_undo_policy:
            return [("undo_policy", self.tr("改回去"))]
        if note.code == "site_retired":
            return [("restore", self.tr("放回来"))]
        if note.level == "err" and note.about == "read":
            return [("file", self.tr("换个文件"))]
        if note.level == "err" and note.about == "open":
            return [("again", self.tr("再试一次"))]
        return self._ways_of_field(note)

    def _ways_of_field(self, note: Note) -> list[tuple[str, str]]:
        """What can be done with a pack just made, or with what came home in one go."""
        if note.code == "pack_made":
            return [("desk", self.tr("在这里打开")), ("folder", self.tr("打开文件夹"))]
        if note.code in OF_COPIES:
            return [("backups", self.tr("备份和恢复…"))]
        if note.code in OF_LOCKS:
            return [("passphrase", self.tr("开锁…"))]
        if note.values.get("batch"):
            back = note.code == "batch_undone"
            return [("batch", self.tr("放回来") if back else self.tr("撤销"))]
        return []

    def _follow(self, note: Note, way: str) -> None:
        if way == "file":
            self.open_asked.emit()
        elif way == "again":
            self.session.open()
        elif way == "revert":
            self.session.revert_site()
        elif way == "photos":
            self.session.revert_photos()
        elif way == "undo_policy":
            self.session.undo_policy()
        elif way in ("retire", "restore"):
            site_id = str(note.values.get("site", ""))
            self.session.retire_site(site_id, retired=way == "retire")
        elif way == "backups":
            self.backups_asked.emit()
        elif way == "passphrase":
            self.passphrase_asked.emit()
        elif way == "batch":
            self.session.undo_batch(str(note.values["batch"]))
        elif way == "desk" and note.path is not None:
            self.session.open_pack(note.path)
            self.page_asked.emit("field")
        elif note.path is not None:
            path = note.path if way == "open" else note.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _title(self, kind: str) -> str:
        """What is told of a kind of work; silent work has no title."""
        return {
            "open": self.tr("打开景库"),
            "read": self.tr("读剧本"),
            "rank": self.tr("排名"),
            "export": self.tr("导出"),
            "import": self.tr("导入取景地"),
            "pitch_export": self.tr("做推介包"),
            "pack": self.tr("外勘包"),
            "merge": self.tr("把包合回来"),
            "backup": self.tr("备份"),
            "check": self.tr("检查景库文件"),
            "lock": self.tr("口令"),
        }.get(kind, "")

    def _kept(self, kind: str) -> str:
        """What stopping leaves: files are written all or none."""
        if kind in ("merge", "backup", "lock"):
            return self.tr("停下就全当没做，原来的不动。")
        if kind in ("export", "pitch_export", "pack"):
            return self.tr("停下就一个文件也不写，原来的不动。")
        return self.tr("停下也会留着现在的结果。")

    def _show_busy(self) -> None:
        busy = {one.kind: one for one in self.state.busy if self._title(one.kind)}
        for kind in [kind for kind in self.bars if kind not in busy]:
            bar = self.bars.pop(kind)
            bar.finish()
            _drop(self._column, bar)
        for kind, one in busy.items():
            if kind not in self.bars:
                bar = ProgressStrip()
                bar.stop_asked.connect(lambda kind=kind: self.session.stop(kind))
                self._column.addWidget(bar)
                self.bars[kind] = bar
                bar.start(self._title(kind), self._kept(kind))
            self.bars[kind].call(self._title(kind), self._kept(kind))
            self._step(self.bars[kind], one)

    def _step(self, bar: ProgressStrip, one: Busy) -> None:
        phrases = self.state.phrases
        far = {"done": one.step.done, "total": one.step.total}
        text = phrases.say(one.step.code, self.state.language, far) if phrases is not None else ""
        bar.step("" if text == one.step.code else text, one.step.done, one.step.total)


def _drop(column: QVBoxLayout, widget: QWidget) -> None:
    column.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
