"""The photos and clips of a place: dragged in, pasted, chosen, or taken from a watched folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from geo.model.field import FieldPhoto, RecceSheet
from gui import settings as remembered
from gui.pages.field.photo_card import PhotoCard
from gui.pages.field.photo_tile import AddTile, PhotoTile
from gui.pages.field.words import site_word
from gui.pages.photo_words import MARS, convertible
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
        self._copies = 0
        self.viewer: PhotoViewer | None = None
        self.shelf = PhotoShelf(self)
        self.tiles: list[PhotoTile] = []
        self.setAcceptDrops(True)
        self.card = PhotoCard()
        self.card.noted.connect(lambda one, words: session.answer(f"photo_note@{one}", words))
        self.card.moved.connect(lambda one, datum: session.answer(f"photo_at@{one}", datum))
        self.card.opened.connect(self._open_pointed)
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
        column.addWidget(self.card)

    def tell(self, sheet: RecceSheet) -> None:
        """Show the photos of a place."""
        self._sheet = sheet
        if [one.path for one in sheet.photos] != [one.path for one in self._shown]:
            self._build(sheet.photos)
        self._shown = sheet.photos
        outdoors = self._session.state.outdoors
        for tile, photo in zip(self.tiles, sheet.photos, strict=True):
            pointed = bool(photo.id) and photo.id == outdoors.photo
            tile.tell(photo, self._doubt(photo), pointed=pointed)
        pointed_at = next(
            (one for one in sheet.photos if one.id and one.id == outdoors.photo), None
        )
        self.card.tell(self._session.state, pointed_at)
        self.retranslate()
        watched = outdoors.watched
        if bool(watched) != self._looker.isActive():
            if watched:
                self._looker.start()
            else:
                self._looker.stop()

    def _build(self, photos: tuple[FieldPhoto, ...]) -> None:
        for old in (*self.tiles, self.add):
            self._flow.removeWidget(old)
        for old in self.tiles:
            old.hide()
            old.deleteLater()
        lang = self._session.state.language
        self.tiles = [PhotoTile(self.shelf, photo, self._doubt(photo), lang) for photo in photos]
        for at, tile in enumerate(self.tiles):
            tile.clicked.connect(lambda _checked=False, at=at: self.point(at))
            tile.opened.connect(lambda at=at: self.open(at))
            tile.menu_asked.connect(lambda where, at=at: self.ask_menu(at, where))
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
            self._take_copied(mime)
        else:
            self._how.setText(self.tr("没有复制照片。先在别处复制一张，再来粘贴。"))

    def _take_copied(self, mime: QMimeData) -> None:
        """The picture copied, as a file of its own; it is gone when the window is."""
        image = QImage(mime.imageData())
        if image.isNull():
            return
        if self._pasted is None:
            self._pasted = QTemporaryDir()
        self._copies += 1
        name = self.tr("粘贴的图")
        path = Path(self._pasted.path()) / f"{name} {self._copies}.png"
        self._session.hang_picture(path, lambda to: image.save(to, quality=80))

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

    def point(self, at: int) -> None:
        """Point at a photo, here and on the map; a second time: no longer."""
        photo = self._shown[at].id if at < len(self._shown) else ""
        self._session.point_at_photo("" if photo == self._session.state.outdoors.photo else photo)

    def ask_menu(self, at: int, where: QPoint) -> None:
        """What can be done with a photo."""
        photo, menu = self._shown[at], QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.card.large.text(), lambda: self.open(at))
        if photo.id != self._session.state.outdoors.photo:
            menu.addAction(self.tr("写一句备注"), lambda: self.point(at))
        key = f"photo_at@{photo.id}"
        if convertible(photo):
            menu.addAction(self.card.convert.text(), lambda: self._session.answer(key, MARS))
        if photo.converted:
            menu.addAction(self.card.back.text(), lambda: self._session.answer(key, None))
        menu.popup(where)

    def _open_pointed(self) -> None:
        photo = self._session.state.outdoors.photo
        self.open(next((at for at, one in enumerate(self._shown) if one.id == photo), 0))

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
        busy = self._session.state.is_busy("field_photos") or self._session.state.is_busy("picture")
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
        self.card.retranslate()
        self.add.setAccessibleName(self.tr("加照片"))
        self.add.words = self.tr("加照片")
        self.add.update()
