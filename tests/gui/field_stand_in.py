"""Stand-in for work in the field: a desk in memory, one question, copies that are not there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from geo.errors import SyncError
from geo.model import Kind, Reason, VenueClass
from geo.model.field import (
    SITE,
    Answer,
    Approval,
    Backup,
    Contested,
    Edit,
    FieldKey,
    FieldPhoto,
    HistoryLine,
    Lock,
    MergeReport,
    Near,
    PackInfo,
    PackWishes,
    RecceDesk,
    RecceField,
    RecceOption,
    RecceSheet,
    Recovered,
    Settling,
    Side,
    Stage,
    Track,
    Why,
)
from geo.model.sites import Site
from geo.progress import Step

FORM = (
    RecceField(
        "truck",
        "choice",
        "access",
        "车能到",
        "Truck access",
        "truck",
        options=(
            RecceOption("door", "门口", "At the door"),
            RecceOption("near", "200 m 内", "Within 200 m"),
            RecceOption("walk", "要走", "On foot"),
        ),
    ),
    RecceField("ceiling", "number", "room", "层高", "Ceiling", unit="m", low=1, high=60),
    RecceField("price", "price", "money", "报价", "Price quoted", target=SITE, private=True),
    RecceField("said", "text", "talk", "一句话", "In a word"),
)
PRICE = FieldKey(SITE, "suzhou-tongli", "hires/day")


def told(amount, who, when):
    value = [
        {"amount": amount, "per": "day", "basis": "quoted", "who": "陆经理", "date": when[:10]}
    ]
    return Side(value, (Edit(f"e-{who}", PRICE, value, None, (), who, when, "p1"),))


def question():
    sides = (
        told(6000.0, "沈砚", "2026-11-21T14:32+08:00"),
        told(8000.0, "顾南", "2026-11-20T10:05+08:00"),
    )
    return Contested(PRICE, "同里影视摄制基地", "Tongli studio", None, sides, both=True)


@dataclass
class FieldStandIn:
    """Answers at once; what was kept can be read back in ``field_kept``."""

    field_kept: list = field(default_factory=list)
    disputes: list = field(default_factory=lambda: [question()])
    lock_is: Lock = Lock.NONE
    stages: dict = field(default_factory=dict)
    elsewhere: bool = False
    sheets: dict = field(default_factory=dict)

    def pack_wishes(self, ws, sites, ranking=None, plan=None, lang="zh"):
        named = tuple(sites) or (() if plan is None else plan.sites)
        return PackWishes(named, "外勘包", questions=(Reason("ask_venue", {"site": "同里"}),))

    def sites_around(self, ws, lat, lon, km):
        return tuple(one.id for one in self.list_sites(ws))[:3]

    def _info(self, path, count):
        return PackInfo("p1", "吴江", str(path), "沈砚", "2026-11-21", count, 0, 0, False, 1, 3.4)

    def make_pack(self, ws, wishes, path):
        yield Step("pack")
        self.field_kept.append(("pack", wishes, path))
        if path.parent.is_dir():
            path.write_bytes(b"")
        return self._info(path, len(wishes.sites))

    def open_pack(self, ws, path):
        yield Step("pack")
        if path.suffix == ".zip":
            path = path.with_suffix(".gpkg")
        if path.suffix != ".gpkg":
            raise SyncError("pack_foreign", file=path.name)
        sheets = tuple(RecceSheet(one) for one in self.list_sites(ws)[:5])
        return RecceDesk(self._info(path, len(sheets)), FORM, sheets)

    def home_desk(self, ws, sites):
        yield Step("pack")
        known = [one for one in self.list_sites(ws) if one.id in set(sites)]
        return RecceDesk(None, FORM, tuple(RecceSheet(one) for one in known))

    def _sheet(self, desk, site_id):
        return self.sheets.get(site_id) or desk.sheet(site_id)

    def answer(self, ws, desk, site_id, key, value, who):
        sheet = self._sheet(desk, site_id)
        answers = {**sheet.answers, key: Answer(value, who, "2026-11-22T10:00+08:00")}
        after = replace(sheet, answers=answers, answered=len(answers))
        self.field_kept.append(("answer", site_id, key, value, sheet))
        self.sheets[site_id] = after
        return after

    def undo_answer(self, ws, desk, who):
        while self.field_kept:
            done = self.field_kept.pop()
            if done[0] == "answer":
                self.sheets[done[1]] = done[4]
                return done[4]
        return None

    def finish_sheet(self, ws, desk, site_id, who, *, done=True):
        self.sheets[site_id] = replace(self._sheet(desk, site_id), done=done)
        return self.sheets[site_id]

    def hang_field_photos(self, ws, desk, site_id, paths, who):
        yield Step("field_photos", 0, len(paths))
        sheet = self._sheet(desk, site_id)
        good = [one for one in paths if one.suffix.lower() in (".jpg", ".png")]
        new = tuple(FieldPhoto(str(one), str(one), who=who) for one in good)
        self.sheets[site_id] = replace(sheet, photos=(*sheet.photos, *new))
        refused = tuple(
            Reason("field_photo_unreadable", {"file": one.name}) for one in paths if one not in good
        )
        return self.sheets[site_id], refused

    def watched_files(self, folder, known):
        return tuple(one for one in sorted(folder.glob("*.jpg")) if str(one) not in known)

    def add_place(self, ws, desk, name, kind, fix, who):
        site = Site(
            f"own-{name}", name, name, Kind(kind), "320500", "苏州", "Suzhou", None,
            fix.lat, fix.lon, "gps", fix.accuracy_m or 30.0, VenueClass.OPEN, by_hand=True,
        )  # fmt: skip
        return replace(desk, sheets=(*desk.sheets, RecceSheet(site)))

    def recce_fields(self, ws):
        return FORM

    def save_own_fields(self, ws, fields):
        self.field_kept.append(("form", tuple(fields)))

    def print_form(self, ws, sites, path, lang):
        yield Step("form")
        path.write_bytes(b"%PDF-")
        return path

    # ---- where we are

    def ports(self):
        return ("/dev/ttyUSB0",)

    def listen(self, port, baud=9600):
        yield Step("position")

    def read_track(self, path):
        yield Step("track")
        return Track(())

    def near(self, sites, fix, count=50):
        return tuple(Near(one.id, 300.0 * at, 45.0) for at, one in enumerate(sites, 1))[:count]

    # ---- home

    def merge_pack(self, ws, path, who):
        yield Step("merge")
        return MergeReport(self._info(path, 5), 126, 0, len(self.disputes), 0, 3, "b1")

    def contested(self, ws):
        return tuple(self.disputes)

    def what_if(self, ws, question, side, ranking, script, facts):
        yield Step("what_if")
        return Settling(question.key, side, ())

    def settle_field(self, ws, question, side, who, value=None):
        key = question.key
        self.disputes = [one for one in self.disputes if one.key != key]
        self.field_kept.append(("settled", key, side, value))
        return "b2"

    def undo_batch(self, ws, batch, who):
        self.field_kept.append(("undone", batch))
        if batch == "b2":
            self.disputes = [question()]
        return "b3"

    def history(self, ws, kind, record, field=""):
        key = FieldKey(kind, record, field or "name_zh")
        when = "2026-11-21T14:32+08:00"
        return (HistoryLine(key, "旧", "新", "沈砚", when, Why.TYPED, "吴江", ("e1",), True),)

    def restore_value(self, ws, line, who):
        self.field_kept.append(("restored", line))
        return "b4"

    def approvals(self, ws, kind="site"):
        return dict(self.stages)

    def approve(self, ws, kind, records, stage, who):
        for one in records:
            self.stages[one] = Approval(kind, one, Stage(stage), who, "2026-11-22T10:00+08:00")
        return "b5"

    # ---- safety

    def changed_elsewhere(self, ws):
        found, self.elsewhere = self.elsewhere, False
        return found

    def backups(self, ws):
        return (Backup("/data/backups/a.sqlite", "2026-11-22T09:00+08:00", "start", 1.2, 426, 0),)

    def back_up(self, ws, why="hand"):
        yield Step("backup")
        return self.backups(ws)[0]

    def restore_backup(self, ws, backup):
        yield Step("backup")

    def check_catalogue(self, ws):
        yield Step("check")
        return ()

    def recover(self, ws, damaged):
        yield Step("recover")
        return Recovered(damaged.name, 426, 0)

    def lock_state(self, ws):
        return self.lock_is

    def set_passphrase(self, ws, old, new):
        yield Step("lock")
        self.lock_is = Lock.NONE if new is None else Lock.OPEN

    def unlock(self, ws, passphrase):
        yield Step("lock")
        if passphrase != "勘景":
            raise SyncError("passphrase_wrong")
        self.lock_is = Lock.OPEN

    def lock(self, ws):
        self.lock_is = Lock.LOCKED
        return 3
