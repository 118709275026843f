"""The photos and clips of a place: dragged in, pasted, chosen, or taken from a watched folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from geo.model.field import FieldPhoto, RecceSheet
from gui import settings as remembered
from gui.pages.field.photo_tile import AddTile, PhotoTile
from gui.pages.field.words import site_word
from gui.session import Session
from gui.settings import Settings
from gui.widgets.flow import FlowLayout
from gui.widgets.pane import Pane, label, mark
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.photo_viewer import PhotoViewer

LOOK_MS = 2_000


class PhotoBlock(Pane):
    """Hands files to the session; a tile opens what it shows."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session, self._settings = session, settings
        self._sheet: RecceSheet | None = None
        self._shown: tuple[FieldPhoto, ...] = ()
        self._known: list[str] = []
        self._pasted: QTemporaryDir | None = None
        self.viewer: PhotoViewer | None = None
        self.shelf = PhotoShelf(self)
        self.tiles: list[PhotoTile] = []
        self.setAcceptDrops(True)
        self._title, self._how = label(role="strong"), label(role="second", wrap=True)
        self.add = AddTile()
        self.add.clicked.connect(self.choose)
        self.paste_button, self.watch_button = QPushButton(), QPushButton()
        for button in (self.paste_button, self.watch_button):
            button.setProperty("small", "true")
        self.paste_button.clicked.connect(self.paste)
        self.watch_button.clicked.connect(self._turn_watch)
        self._looker = QTimer(self)
        self._looker.setInterval(LOOK_MS)
        self._looker.timeout.connect(self.look)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._how, 1)
        head.addWidget(self.paste_button)
        head.addWidget(self.watch_button)
        self._flow_room = QWidget()
        self._flow = FlowLayout(self._flow_room, gap=8)
        self._flow.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._flow_room)

    def tell(self, sheet: RecceSheet) -> None:
        """Show the photos of a place."""
        self._sheet = sheet
        if sheet.photos != self._shown:
            self._show(sheet.photos)
        self.retranslate()
        watched = self._session.state.outdoors.watched
        if bool(watched) != self._looker.isActive():
            if watched:
                self._looker.start()
            else:
                self._looker.stop()

    def _show(self, photos: tuple[FieldPhoto, ...]) -> None:
        self._shown = photos
        for old in (*self.tiles, self.add):
            self._flow.removeWidget(old)
        for old in self.tiles:
            old.hide()
            old.deleteLater()
        self.tiles = [PhotoTile(self.shelf, photo, self._doubt(photo)) for photo in photos]
        for at, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _checked=False, at=at: self.open(at))
            self._flow.addWidget(tile)
            tile.show()
        self._flow.addWidget(self.add)
        self._flow_room.updateGeometry()

    def _doubt(self, photo: FieldPhoto) -> str:
        phrases = self._session.state.phrases
        if photo.doubt is None or phrases is None:
            return ""
        return phrases.tell(photo.doubt, self._session.state.language)

    # ---- in

    def choose(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("加照片或录像"),
            self._settings.get(remembered.LAST_FOLDER),
            self.tr("照片和录像")
            + " (*.jpg *.jpeg *.png *.heic *.heif *.webp *.tif *.tiff *.mp4 *.mov *.m4v)",
        )
        if names:
            self._settings.put(remembered.LAST_FOLDER, str(Path(names[0]).parent))
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Hang files on the place that is shown."""
        self._session.hang_field_photos(tuple(paths))

    def paste(self) -> None:
        """Take what was copied: files, or a picture."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.take(paths)
        elif mime.hasImage():
            if path := self._keep_pasted():
                self.take([path])
        else:
            self._how.setText(self.tr("没有复制照片。先在别处复制一张，再来粘贴。"))

    def _keep_pasted(self) -> Path | None:
        """The picture copied, as a file of its own; it is gone when the window is."""
        image = QGuiApplication.clipboard().image()
        if self._pasted is None:
            self._pasted = QTemporaryDir()
        name = self.tr("粘贴的图") + f" {len(list(Path(self._pasted.path()).iterdir())) + 1}.png"
        path = Path(self._pasted.path()) / name
        # little packing: a picture of a whole screen is written while one waits
        return path if not image.isNull() and image.save(str(path), quality=80) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files; the session says which were none of its."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hang what was dropped."""
        event.accept()
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # ---- the watched folder

    def _turn_watch(self) -> None:
        if self._session.state.outdoors.watched:
            self._session.watch_folder(None)
            return
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("看着哪个文件夹"), self._settings.get(remembered.WATCHED)
        )
        if folder:
            self.watch(Path(folder))

    def watch(self, folder: Path) -> None:
        """Take in what comes into ``folder`` from now on; what lies there stays there."""
        self._settings.put(remembered.WATCHED, str(folder))
        self._known = [str(one) for one in folder.iterdir()] if folder.is_dir() else []
        self._session.watch_folder(folder)

    def look(self) -> None:
        """Take in what is new in the watched folder."""
        state = self._session.state
        if state.outdoors.site is None or state.is_busy("field_photos"):
            return
        new = self._session.watched_files(tuple(self._known))
        if new:
            self._known += [str(one) for one in new]
            self.take(new)

    # ---- out

    def open(self, at: int) -> None:
        """Look at a photo; a clip opens in the program for it."""
        if at >= len(self._shown) or self._sheet is None:
            return
        photo = self._shown[at]
        if photo.clip:
            QDesktopServices.openUrl(QUrl.fromLocalFile(photo.path))
            return
        stills = [one for one in self._shown if not one.clip]
        viewer = self.viewer = PhotoViewer(self.shelf, self.window())
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.finished.connect(self._forget_viewer)
        for button in (viewer.cover_button, viewer.remove_button, viewer.undo_button):
            button.hide()
        name = site_word(self._sheet.site, self._session.state.language)
        viewer.show_photos(name, tuple(one.shown for one in stills), stills.index(photo))
        viewer.show()

    def _forget_viewer(self) -> None:
        self.viewer = None

    def retranslate(self) -> None:
        """Set every text again."""
        self._title.setText(self.tr("照片 {n}").format(n=len(self._shown)))
        busy = self._session.state.is_busy("field_photos")
        watched = self._session.state.outdoors.watched
        if busy:
            how = self.tr("在收照片…原件不改动")
        elif watched:
            how = self.tr("看着“{folder}”，新的自己进来").format(folder=Path(watched).name)
        else:
            how = self.tr("拖进来、粘贴，或放进监看文件夹")
        self._how.setText(how)
        self.paste_button.setText(self.tr("粘贴"))
        self.watch_button.setText(self.tr("不看了") if watched else self.tr("监看文件夹…"))
        mark(self.watch_button, on="true" if watched else "false")
        self.watch_button.setToolTip(
            self.tr("相机、手机往哪个文件夹传，就看着哪个：新来的照片自己归到正在填的这一处")
        )
        self.add.setAccessibleName(self.tr("加照片"))
        self.add.words = self.tr("加照片")
        self.add.update()
