"""看一部: which title at which place, and what it is held against."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from geo.model.hosting import Watch
from gui.pages.host.watch_words import read_month
from gui.pages.host.words import bare_title, our_sites, site_word
from gui.pages.script.dialogs import dialog_foot
from gui.session import Session
from gui.widgets.fields import StillBox
from gui.widgets.pane import label, mark


class WatchDialog(QDialog):
    """Title, place, control and the month of the release are needed."""

    def __init__(
        self, session: Session, watch: Watch | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        state = session.state
        self._watch = watch or Watch("", state.name, "", "", "")
        self.setWindowTitle(self.tr("改这一部") if watch is not None else self.tr("看一部"))
        self.setMinimumWidth(480)
        self.title = QLineEdit(self._watch.title)
        self.place = StillBox()
        for site in our_sites(state, session.ours):
            self.place.addItem(site_word(state, site.id), site.id)
        if watch is not None and self.place.findData(watch.site_id) < 0:
            self.place.addItem(site_word(state, watch.site_id), watch.site_id)
        self.place.setCurrentIndex(max(self.place.findData(self._watch.site_id), 0))
        self.control = QLineEdit(self._watch.control)
        self.control.setPlaceholderText(self.tr("相像、近、没拍戏的一处，例如“周庄”"))
        self.released = QLineEdit(self._watch.released)
        self.released.setPlaceholderText("2026-03")
        self.released.setProperty("wrong", "")
        self.source = QLineEdit(self._watch.source)
        self.source.setPlaceholderText(self.tr("数从哪来，例如“景区月报”"))
        self.told = label(role="caption", wrap=True)
        self.save_button = QPushButton(self.tr("记下来"))
        self.save_button.clicked.connect(self.accept)
        self._lay_out()
        for field in (self.title, self.control, self.released):
            field.textChanged.connect(self._check)
        self._check()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (self.tr("哪部戏"), self.title),
            (self.tr("在哪里拍的"), self.place),
            (self.tr("跟哪里比"), self.control),
            (self.tr("哪个月播"), self.released),
            (self.tr("数从哪来"), self.source),
        ):
            field.setAccessibleName(name)
            form.addRow(label(name, role="second"), field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addLayout(dialog_foot(self, self.save_button, self.tr("先不看")))

    def _month(self) -> str | None:
        try:
            return read_month(self.released.text())
        except ValueError:
            return None

    def _check(self) -> None:
        month = self._month()
        mark(self.released, wrong="true" if month is None else "")
        said = ""
        if month is None:
            said = self.tr("月份写成 2026-03 这样")
        elif not self.control.text().strip():
            said = self.tr("没有对照就分不清是剧带来的，还是大家都多了。")
        self.told.setText(said)
        named = bool(bare_title(self.title.text()) and self.control.text().strip())
        self.save_button.setEnabled(bool(month) and named and self.place.count() > 0)

    def watch(self) -> Watch:
        """What was typed, with the months that are kept."""
        return Watch(
            self._watch.id,
            bare_title(self.title.text()),
            str(self.place.currentData() or ""),
            self.control.text().strip(),
            self._month() or "",
            self._watch.months,
            self.source.text().strip(),
        )
