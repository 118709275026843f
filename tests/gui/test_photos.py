"""Photos: read beside the window, dropped on a place, leafed through, taken off and put back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QImageWriter,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from gui import pictures
from gui.pages.sites import SitesPage
from gui.task import InstantPool
from gui.texts import Role
from gui.widgets import photo_paint, photo_shelf
from gui.widgets.photo_drop import dragged_photos
from gui.widgets.photo_shelf import PhotoShelf
from gui.widgets.photo_stage import tall_crop
from gui.widgets.photo_viewer import PhotoViewer
from gui.window.notes import Notes

ROW = QSize(29, 51)
TURNED = Path(__file__).parents[1] / "data" / "field" / "turned.heic"
EXIF_6 = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"


def halves(path, width=80, height=40):
    """Left half red, right half blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("red"))
    assert image.save(str(path), None, 100)
    return path


def is_red(colour):
    return colour.red() > 200 and colour.blue() < 60


def is_blue(colour):
    return colour.blue() > 200 and colour.red() < 60


class TestReading:
    def test_a_crop_is_the_middle(self, qapp, tmp_path):
        path = halves(tmp_path / "a.png")
        image = pictures.small_copy(str(path), QSize(9, 16), crop=True)
        assert image.size() == QSize(9, 16)
        assert is_red(image.pixelColor(0, 8))
        assert is_blue(image.pixelColor(8, 8))

    def test_all_of_it_fits_without_growing(self, qapp, tmp_path):
        path = halves(tmp_path / "a.png")
        small = pictures.small_copy(str(path), QSize(40, 40), crop=False)
        assert small.size() == QSize(40, 20)
        large = pictures.small_copy(str(path), QSize(400, 400), crop=False)
        assert large.size() == QSize(80, 40)

    def test_what_a_camera_turned_stands_upright(self, qapp, tmp_path):
        """Orientation 6: what was stored at the left is seen above."""
        plain = halves(tmp_path / "plain.jpg", 160, 80).read_bytes()
        segment = b"\xff\xe1" + (len(EXIF_6) + 2).to_bytes(2, "big") + EXIF_6
        turned = tmp_path / "turned.jpg"
        turned.write_bytes(plain[:2] + segment + plain[2:])
        whole = pictures.small_copy(str(turned), QSize(100, 100), crop=False)
        assert whole.size() == QSize(50, 100)
        crop = pictures.small_copy(str(turned), QSize(18, 32), crop=True)
        for image in (whole, crop):
            middle = image.width() // 2
            assert is_red(image.pixelColor(middle, 2))
            assert is_blue(image.pixelColor(middle, image.height() - 3))

    @pytest.mark.parametrize("ending", ["jpg", "png", "webp", "bmp"])
    def test_photos_are_known_by_what_is_in_them(self, qapp, tmp_path, ending):
        path = tmp_path / "wechat.jpg"
        image = QImage(20, 20, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        assert QImageWriter(str(path), ending.encode()).write(image)
        assert pictures.readable(path)
        assert not pictures.small_copy(str(path), ROW, crop=True).isNull()

    @pytest.mark.parametrize("kept", [True, False])
    def test_a_photo_of_an_iphone_is_shown_by_its_jpeg(self, qapp, tmp_path, monkeypatch, kept):
        monkeypatch.setattr(pictures._Copies, "folder", None)
        if kept:
            pictures.keep_copies(tmp_path / "thumbs")
        path = tmp_path / "IMG_1.jpg"
        path.write_bytes(TURNED.read_bytes())
        assert pictures.readable(path)
        for size, crop in ((QSize(50, 50), False), (QSize(18, 32), True), (QSize(18, 32), True)):
            image = pictures.small_copy(str(path), size, crop=crop)
            middle = image.width() // 2
            assert is_red(image.pixelColor(middle, 3))
            assert is_blue(image.pixelColor(middle, image.height() - 4))
        assert image.size() == QSize(18, 32)
        copies = list((tmp_path / "thumbs").glob("*.jpg"))
        assert len(copies) == (1 if kept else 0)
        assert path.read_bytes() == TURNED.read_bytes()

    def test_a_folder_that_takes_nothing_more_hides_no_photo(self, qapp, tmp_path, monkeypatch):
        monkeypatch.setattr(pictures._Copies, "folder", None)
        (tmp_path / "file").write_bytes(b"")
        pictures.keep_copies(tmp_path / "file" / "thumbs")
        assert pictures.small_copy(str(TURNED), QSize(50, 50), crop=False).size() == QSize(25, 50)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"hello",
            b"\0\0\0\x18ftypheic" + bytes(80),
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        ],
    )
    def test_what_cannot_be_shown_is_no_photo(self, qapp, tmp_path, content):
        path = tmp_path / "a.jpg"
        path.write_bytes(content)
        assert not pictures.readable(path)
        assert pictures.small_copy(str(path), ROW, crop=True).isNull()


class TestClips:
    def test_a_clip_shows_a_film_not_a_broken_photo(self, qtbot, tmp_path, monkeypatch):
        signs = []
        real = photo_paint.icons.pixmap
        monkeypatch.setattr(
            photo_paint.icons, "pixmap", lambda name, *a: signs.append(name) or real(name, *a)
        )
        shelf = PhotoShelf(pool=InstantPool())
        canvas = QPixmap(60, 110)
        for name in ("a.mp4", "a.jpg"):
            path = tmp_path / name
            path.write_bytes(b"\0\0\0\x14ftypmp42" + bytes(40))
            size = QSize(58, 102)
            with qtbot.waitSignal(shelf.arrived):
                shelf.picture(str(path), size, 1.0)
            painter = QPainter(canvas)
            photo_paint.paint_photo(
                painter, canvas.rect().adjusted(1, 4, -1, -4).toRectF(), str(path), shelf
            )
            painter.end()
        assert signs == ["movie", "photo-off"]


class TestShelf:
    def test_a_photo_comes_later_and_stays(self, qtbot, snap):
        shelf = PhotoShelf()
        path = str(snap())
        assert shelf.picture(path, ROW, 2.0) is None
        with qtbot.waitSignal(shelf.arrived):
            pass
        picture = shelf.picture(path, ROW, 2.0)
        assert picture.size() == QSize(58, 102)
        assert picture.devicePixelRatio() == 2.0
        assert shelf.picture(path, ROW, 2.0).cacheKey() == picture.cacheKey()

    def test_nothing_is_read_in_the_thread_of_the_window(self, qtbot, snap, monkeypatch):
        readers, copy = [], photo_shelf.small_copy

        def note(*args, **more):
            readers.append(threading.current_thread())
            return copy(*args, **more)

        monkeypatch.setattr(photo_shelf, "small_copy", note)
        shelf = PhotoShelf()
        shelf.picture(str(snap()), ROW, 1.0)
        with qtbot.waitSignal(shelf.arrived):
            pass
        assert readers
        assert threading.main_thread() not in readers

    def test_the_window_stays_free_while_a_large_photo_is_read(self, qtbot, monkeypatch, snap):
        """The reader waits for the window: were it in its way, neither would ever go on."""
        gate, copy = threading.Event(), photo_shelf.small_copy

        def slow(*args, **more):
            assert gate.wait(10)
            return copy(*args, **more)

        monkeypatch.setattr(photo_shelf, "small_copy", slow)
        shelf = PhotoShelf()
        path = str(snap("large.jpg", 7300, 5480))
        assert shelf.picture(path, ROW, 1.0) is None
        for _ in range(5):
            qtbot.wait(1)
            assert shelf.picture(path, ROW, 1.0) is None
        with qtbot.waitSignal(shelf.arrived, timeout=20_000):
            gate.set()
        assert not shelf.picture(path, ROW, 1.0).isNull()

    def test_a_broken_file_is_told_apart_from_one_on_its_way(self, qtbot, tmp_path):
        broken = tmp_path / "a.png"
        broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
        shelf = PhotoShelf()
        assert shelf.picture(str(broken), ROW, 1.0) is None
        with qtbot.waitSignal(shelf.arrived):
            pass
        assert shelf.picture(str(broken), ROW, 1.0).isNull()
        assert shelf.picture(str(tmp_path / "gone.jpg"), ROW, 1.0).isNull()

    def test_a_file_written_anew_is_read_anew(self, qtbot, snap):
        shelf = PhotoShelf(pool=InstantPool())
        path = str(snap("a.png", colour="red"))
        with qtbot.waitSignal(shelf.arrived):
            shelf.picture(path, ROW, 1.0)
        snap("a.png", 60, 90, colour="blue")
        assert shelf.picture(path, ROW, 1.0) is None
        with qtbot.waitSignal(shelf.arrived):
            pass
        assert is_blue(shelf.picture(path, ROW, 1.0).toImage().pixelColor(14, 25))

    def test_the_oldest_go_when_room_is_short(self, qtbot, snap, monkeypatch):
        monkeypatch.setattr(photo_shelf, "ROOM_BYTES", 4 * ROW.width() * ROW.height() * 2)
        shelf = PhotoShelf(pool=InstantPool())
        paths = [str(snap(f"{n}.png")) for n in range(3)]
        for path in paths:
            with qtbot.waitSignal(shelf.arrived):
                shelf.picture(path, ROW, 1.0)
        assert [shelf.picture(path, ROW, 1.0) is None for path in paths] == [True, False, False]
        with qtbot.waitSignal(shelf.arrived):
            pass


def dragging(kind, at, mime):
    more = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier)  # fmt: skip
    return kind(QPointF(at) if kind is QDropEvent else at, *more)


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


@pytest.fixture
def page(shown, desk):
    return shown(SitesPage(desk))


class TestDropping:
    def send(self, widget, kind, at, mime):
        event = dragging(kind, at, mime)
        QApplication.sendEvent(widget, event)
        return event

    def hover(self, widget, at, mime):
        self.send(widget, QDragEnterEvent, at, mime)
        return self.send(widget, QDragMoveEvent, at, mime)

    def row(self, page, site_id):
        ranked = page.rank.lists.sites
        index = ranked.model.index_of(site_id)
        return ranked.view.viewport(), ranked.view.visualRect(index)

    def test_photos_go_to_the_row_they_are_dropped_on(self, page, desk, snap):
        port, rect = self.row(page, "couple")
        glass = page.rank.lists.sites.drop.glass
        mime = files(snap("a.jpg"), snap("b.png"))
        entered = self.send(port, QDragEnterEvent, rect.center(), mime)
        assert entered.isAccepted()
        self.send(port, QDragMoveEvent, rect.center(), mime)
        assert glass.isVisible()
        assert glass.geometry() == rect
        assert glass.words == "放到 耦园"
        assert not glass.grab().isNull()
        dropped = self.send(port, QDropEvent, rect.center(), mime)
        assert dropped.isAccepted()
        assert not glass.isVisible()
        assert desk.state.site("couple").photos == ("a.jpg", "b.png")
        assert page.rank.lists.sites.model.index_of("couple").data(Role.PHOTO) == "a.jpg"

    def test_nothing_is_ranked_again_for_a_photo(self, page, desk, snap, stand_in):
        ranked = desk.state.ranking
        desk.add_photos("couple", [snap()])
        assert desk.state.ranking is ranked

    def test_leaving_takes_the_words_away(self, page, snap):
        port, rect = self.row(page, "couple")
        mime = files(snap())
        self.hover(port, rect.center(), mime)
        QApplication.sendEvent(port, QDragLeaveEvent())
        assert not page.rank.lists.sites.drop.glass.isVisible()
        below = QPoint(20, port.height() - 2)
        self.hover(port, rect.center(), mime)
        assert not self.send(port, QDragMoveEvent, below, mime).isAccepted()
        assert not page.rank.lists.sites.drop.glass.isVisible()
        assert not self.send(port, QDropEvent, below, mime).isAccepted()

    def test_a_script_is_left_to_the_window(self, page, desk, tmp_path):
        port, rect = self.row(page, "couple")
        mime = files(tmp_path / "a.fdx")
        assert dragged_photos(mime) == []
        self.send(port, QDragEnterEvent, rect.center(), mime)
        self.send(port, QDropEvent, rect.center(), mime)
        assert not page.rank.lists.sites.drop.glass.isVisible()
        assert desk.state.site("couple").photos == ()

    def test_what_is_no_photo_is_told_in_one_sentence(self, page, desk, snap, tmp_path, shown):
        notes = shown(Notes(desk))
        port, rect = self.row(page, "couple")
        bad = tmp_path / "说明.docx"
        bad.write_bytes(b"PK")
        live = tmp_path / "IMG_1.heic"
        live.write_bytes(b"\0\0\0\x18ftypheic" + bytes(80))
        mime = files(bad, snap("a.jpg"), live)
        self.hover(port, rect.center(), mime)
        self.send(port, QDropEvent, rect.center(), mime)
        assert desk.state.site("couple").photos == ("a.jpg",)
        codes = [note.code for note in desk.state.notes]
        assert codes == ["photos_added", "photos_refused"]
        refused = desk.state.notes[1]
        assert refused.values == {"names": "说明.docx、IMG_1.heic", "count": 2}
        assert "HEIC" in notes._news(refused)[1]
        assert bad.exists()

    def test_the_whole_explanation_takes_them_too(self, page, desk, snap):
        desk.select(site="luzhen")
        detail = page.rank.detail
        self.hover(detail, QPoint(50, 50), files(snap()))
        assert detail.drop.glass.words == "放到 鲁镇"
        self.send(detail, QDropEvent, QPoint(50, 50), files(snap()))
        assert desk.state.site("luzhen").photos == ("a.jpg",)
        assert detail.strip.paths == ("a.jpg",)
        assert not detail._no_photo.isVisible()

    def test_a_mark_on_the_map_takes_them_too(self, page, desk, snap, monkeypatch):
        world = page.map.map
        monkeypatch.setattr(world, "site_at", lambda x, y: "tongli" if x < 100 else None)
        assert not self.hover(world, QPoint(300, 50), files(snap())).isAccepted()
        assert self.hover(world, QPoint(50, 50), files(snap())).isAccepted()
        assert page.map.drop.glass.words == "放到 同里影视基地"
        self.send(world, QDropEvent, QPoint(50, 50), files(snap()))
        assert desk.state.site("tongli").photos == ("a.jpg",)

    def test_cities_take_none(self, page, desk, snap):
        page.rank.lists.show_mode("cities")
        view = page.rank.lists.cities.view
        at = view.visualRect(view.model().index(0)).center()
        assert not self.hover(view.viewport(), at, files(snap())).isAccepted()


class TestGallery:
    @pytest.fixture
    def hung(self, page, desk, snap):
        desk.select(site="couple")
        desk.add_photos("couple", [snap(name) for name in ("a.jpg", "b.jpg", "c.jpg")])
        return page

    def photos(self, desk):
        return desk.state.site("couple").photos

    def test_a_tile_opens_its_photo(self, qtbot, hung):
        qtbot.mouseClick(hung.rank.detail.strip.tiles[1], Qt.MouseButton.LeftButton)
        viewer = hung.rank.explanation.viewer
        assert viewer.shown == "b.jpg"
        assert not viewer.grab().isNull()
        viewer.close()
        assert hung.rank.explanation.viewer is None

    def test_a_photo_in_a_row_opens_it_too(self, qtbot, hung):
        ranked = hung.rank.lists.sites
        rect = ranked.view.visualRect(ranked.model.index_of("couple"))
        at = rect.topLeft() + QPoint(20, 30)
        qtbot.mouseClick(ranked.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert hung.rank.explanation.viewer.shown == "a.jpg"
        hung.rank.explanation.viewer.close()

    def test_a_cover_comes_first_and_goes_back(self, hung, desk):
        hung.rank.explanation.view_photos("couple", 2)
        viewer = hung.rank.explanation.viewer
        viewer.cover_button.click()
        assert self.photos(desk) == ("c.jpg", "a.jpg", "b.jpg")
        assert viewer.shown == "c.jpg"
        assert not viewer.cover_button.isEnabled()
        assert hung.rank.detail.strip.paths[0] == "c.jpg"
        viewer.undo_button.click()
        assert self.photos(desk) == ("a.jpg", "b.jpg", "c.jpg")
        viewer.close()

    def test_a_photo_taken_off_can_come_back(self, hung, desk, shown):
        notes = shown(Notes(desk))
        hung.rank.explanation.view_photos("couple", 1)
        viewer = hung.rank.explanation.viewer
        viewer.remove_button.click()
        assert self.photos(desk) == ("a.jpg", "c.jpg")
        assert viewer.shown == "c.jpg"
        note = next(one for one in desk.state.notes if one.code == "photo_removed")
        notes._follow(note, notes._ways(note)[0][0])
        assert self.photos(desk) == ("a.jpg", "b.jpg", "c.jpg")
        # and what was undone can be done again
        desk.revert_photos()
        assert self.photos(desk) == ("a.jpg", "c.jpg")
        viewer.close()

    def test_ctrl_z_takes_back_what_was_done_in_the_viewer(self, qtbot, hung, desk):
        hung.rank.explanation.view_photos("couple", 1)
        viewer = hung.rank.explanation.viewer
        undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(viewer.isActiveWindow)
        qtbot.keyClick(viewer, *undo)
        assert self.photos(desk) == ("a.jpg", "b.jpg", "c.jpg")
        viewer.remove_button.click()
        assert self.photos(desk) == ("a.jpg", "c.jpg")
        qtbot.keyClick(viewer, *undo)
        assert self.photos(desk) == ("a.jpg", "b.jpg", "c.jpg")
        viewer.close()

    def test_the_last_one_leaves_words(self, hung, desk):
        hung.rank.explanation.view_photos("couple")
        viewer = hung.rank.explanation.viewer
        for _ in range(3):
            viewer.remove_button.click()
        assert viewer.shown == ""
        assert not viewer.remove_button.isEnabled()
        assert not viewer.grab().isNull()
        assert hung.rank.detail._no_photo.isVisible()
        viewer.close()

    def test_photos_that_are_there_already_are_told(self, hung, desk, snap, monkeypatch):
        kept = desk.state.site("couple")
        monkeypatch.setattr(desk._actions, "add_photos", lambda ws, one, paths, who: kept)
        desk.add_photos("couple", [snap("a.jpg")])
        note = next(one for one in desk.state.notes if one.about == "photos")
        assert note.values["count"] == 0

    def test_many_photos_fold_behind_the_last_tile(self, page, desk, snap):
        desk.select(site="couple")
        desk.add_photos("couple", [snap(f"{n}.jpg") for n in range(9)])
        strip = page.rank.detail.strip
        assert len(strip.tiles) == 6
        assert strip.tiles[-1]._more == 3
        assert not strip.grab().isNull()


class TestViewer:
    def test_lines_show_what_a_vertical_frame_keeps(self, qtbot, snap):
        shelf = PhotoShelf(pool=InstantPool())
        viewer = PhotoViewer(shelf)
        qtbot.addWidget(viewer)
        viewer.resize(600, 500)
        path = str(snap("wide.png", 320, 180, colour="red"))
        viewer.show_photos("耦园", (path,))
        looks = []
        with qtbot.waitSignal(shelf.arrived):
            looks.append(viewer.stage.grab().toImage())
        looks.append(viewer.stage.grab().toImage())
        viewer.lines.setChecked(False)
        looks.append(viewer.stage.grab().toImage())
        assert looks[0] != looks[1] != looks[2]
        middle = looks[2].rect().center()
        assert is_red(looks[1].pixelColor(middle))
        edge = QPoint(middle.x() - 140, middle.y())
        assert is_red(looks[2].pixelColor(edge))
        assert not is_red(looks[1].pixelColor(edge))

    def test_arrows_leaf_round_and_esc_closes(self, qtbot, shown):
        viewer = shown(PhotoViewer(PhotoShelf()), 600, 500)
        viewer.show_photos("耦园", ("a.jpg", "b.jpg", "c.jpg"), 2)
        qtbot.waitActive(viewer)
        for key, path in (
            (Qt.Key.Key_Right, "a.jpg"),
            (Qt.Key.Key_Left, "c.jpg"),
            (Qt.Key.Key_Left, "b.jpg"),
        ):
            qtbot.keyClick(viewer, key)
            assert viewer.shown == path
        with qtbot.waitSignal(viewer.removal_asked) as told:
            qtbot.keyClick(viewer, Qt.Key.Key_Delete)
        assert told.args == ["b.jpg"]
        qtbot.keyClick(viewer, Qt.Key.Key_Escape)
        assert not viewer.isVisible()

    def test_a_crop_stays_in_the_picture(self):
        for wide, high in ((320, 180), (100, 400), (90, 160)):
            box = QPixmap(wide, high).rect().toRectF()
            kept = tall_crop(box)
            assert kept.height() / kept.width() == pytest.approx(16 / 9)
            assert box.adjusted(-0.01, -0.01, 0.01, 0.01).contains(kept)

    def test_a_broken_photo_says_so(self, qtbot, tmp_path):
        shelf = PhotoShelf(pool=InstantPool())
        viewer = PhotoViewer(shelf)
        qtbot.addWidget(viewer)
        viewer.show_photos("耦园", (str(tmp_path / "gone.jpg"), str(tmp_path / "too.jpg")))
        before = viewer.stage.grab().toImage()
        colours = {before.pixelColor(x, y).name() for x in range(300, 600, 2)
                   for y in range(200, 400, 2)}  # fmt: skip
        assert len(colours) > 2


def test_a_new_theme_and_language_reach_the_strip(qtbot, page, desk, snap):
    desk.add_photos("couple", [snap()])
    desk.select(site="couple")
    strip = page.rank.detail.strip
    assert strip.tiles[0].accessibleName() == "封面"
    QApplication.sendEvent(strip, QEvent(QEvent.Type.LanguageChange))
    assert strip.tiles[0].toolTip()
