"""A small stand-in for ``geo.actions``: three places, one script of three scenes, plain sums."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np

from geo.errors import CatalogueError, ScriptError
from geo.model import (
    CRITERIA,
    OWN_CRITERION,
    BaseMap,
    Basis,
    Board,
    Bound,
    CityOffer,
    Cost,
    Criterion,
    CultureTerm,
    DayPart,
    Division,
    DraftChanges,
    Excluded,
    Exposure,
    FactField,
    FactOption,
    Fate,
    FlagKind,
    Hire,
    IntExt,
    Kind,
    Line,
    Match,
    MustCode,
    Need,
    Order,
    Project,
    ProjectFacts,
    Range,
    Ranking,
    Reason,
    Request,
    RequestPart,
    Rings,
    Sample,
    Scene,
    SceneChange,
    SceneType,
    Script,
    ScriptLine,
    ScriptSet,
    ScriptWarning,
    Site,
    SiteOffer,
    SiteScene,
    Source,
    Subsidy,
    Tag,
    Uplift,
    Vocabulary,
    unknown,
)
from geo.phrases import Phrases
from geo.progress import Step
from tests.gui.accounts_stand_in import AccountsStandIn
from tests.gui.claims_stand_in import ClaimsStandIn
from tests.gui.field_stand_in import FieldStandIn
from tests.gui.hosting_stand_in import HostingStandIn
from tests.gui.pitch_stand_in import PitchStandIn
from tests.gui.plan_stand_in import PlanStandIn
from tests.gui.ranking_stand_in import RankingStandIn

WEIGHTS = {
    Criterion.FIT: 0.3,
    Criterion.COST: 0.4,
    Criterion.SUBSIDY: 0.2,
    Criterion.UPLIFT: 0.1,
}
PRESETS = {
    "scout": {**WEIGHTS, Criterion.FIT: 0.6, Criterion.COST: 0.1},
    "producer": WEIGHTS,
    "bureau": {**WEIGHTS, Criterion.UPLIFT: 0.4, Criterion.COST: 0.1},
}
PAPER = Source("苏州日报报道", "苏州日报", "2024-12-20", None, False, ("name_zh",))
VOCABULARY = Vocabulary(
    {
        code: SceneType(code, zh, en, group, side, ("republican", "contemporary"), (zh,))
        for code, zh, en, group, side in (
            ("classical_garden", "古典园林", "Classical garden", "garden", IntExt.EXT),
            ("teahouse", "茶馆", "Teahouse", "venue", IntExt.INT),
            ("river_wharf", "河埠码头", "River wharf", "water", IntExt.EXT),
            ("ceo_office", "总裁办公室", "CEO office", "office", IntExt.INT),
        )
    },
    {"pingtan": CultureTerm("pingtan", "评弹", "Pingtan", ("评弹",), ("评弹",))},
    {
        code: FlagKind(code, zh, en, (zh,))
        for code, zh, en in (
            ("rain", "雨", "Rain"),
            ("crowd", "群演", "Extras"),
            ("night", "夜戏", "Night"),
        )
    },
)
PHRASES = Phrases(
    {
        "script_empty": {
            "zh": "{name} 是空的。请换一个文件。原文件没有动。",
            "en": "{name} is empty. Choose another file. The file is unchanged.",
        },
        "catalogue_locked": {"zh": "景库正被占用。请关掉另一个窗口。", "en": "Locked. Close it."},
        "fit_direct": {"zh": "可拍 {count} 场", "en": "Serves {count} scenes"},
        "line.venue": {"zh": "场地费", "en": "Venue"},
        "line.living": {"zh": "食宿", "en": "Living"},
        "plan_no_site": {"zh": "{set}：没有能拍的地方", "en": "{set}: no place serves it"},
        "plan_no_fit": {"zh": "这里拍不了", "en": "It cannot be shot here"},
        "plan_shift_long": {"zh": "这天超过 {hours} 小时", "en": "Longer than {hours} hours"},
        "scene_no_number": {"zh": "第 {line} 行没有场号", "en": "No number in line {line}"},
    }
)


def site(site_id, zh, en, kind, lat, lon, *codes, **more):
    return Site(
        id=site_id,
        name_zh=zh,
        name_en=en,
        kind=kind,
        adcode="320509",
        city_zh="苏州",
        city_en="Suzhou",
        district_zh="吴江区",
        lat=lat,
        lon=lon,
        coord_basis="source",
        coord_uncertainty_m=600,
        scene_types=tuple(SiteScene(code, Exposure.OUTSIDE, True) for code in codes),
        sources=(PAPER,),
        **more,
    )


SITES = (
    site("tongli", "同里影视基地", "Tongli base", Kind.BASE, 31.16, 120.72, "teahouse"),
    site("couple", "耦园", "Couple's garden", Kind.SCENIC, 31.31, 120.64, "classical_garden"),
    replace(
        site("luzhen", "鲁镇", "Luzhen", Kind.BASE, 30.06, 120.48, "river_wharf"),
        city_zh="绍兴",
        city_en="Shaoxing",
        district_zh="柯桥区",
        adcode="330603",
    ),
)
SCENES = (
    Scene(
        "1-1", 1, 1, IntExt.EXT, DayPart.DAY, "沈家花园", "republican", ("沈知秋",), 8,
        (Need("classical_garden", 0.9, ("花园",)),), (), 3, "1-1 日 外 沈家花园",
    ),
    Scene(
        "1-2", 1, 2, IntExt.INT, DayPart.NIGHT, "评弹书场", "republican", ("顾三",), 6,
        (Need("teahouse", 0.8, ("书场",)),), (), 9, "1-2 夜 内 评弹书场",
    ),
    Scene("2-1", 2, 1, IntExt.EXT, DayPart.DAWN, "河埠", None, (), 4, (), (), 15, "2-1 晨 外 河埠"),
)  # fmt: skip
LINES = tuple(
    ScriptLine(number, text, tag, scene)
    for number, text, tag, scene in (
        (1, "一曲姑苏", Tag.FRONT, ""),
        (2, "第一集", Tag.EPISODE, ""),
        (3, "1-1 日 外 沈家花园", Tag.HEADING, "1-1"),
        (4, "人物：沈知秋", Tag.CAST, "1-1"),
        (5, "△ 雨点打在水榭的瓦上。", Tag.ACTION, "1-1"),
        (6, "沈知秋", Tag.SPEAKER, "1-1"),
        (7, "先生请坐。", Tag.DIALOGUE, "1-1"),
        (8, "", Tag.BLANK, "1-1"),
        (9, "1-2 夜 内 评弹书场", Tag.HEADING, "1-2"),
        (10, "△ 灯亮着。", Tag.ACTION, "1-2"),
        (11, "沈家大厅 夜 内", Tag.DIALOGUE, "1-2"),
        (12, "【字幕：民国二十三年】", Tag.CARD, "1-2"),
        (13, "沈家绣坊 夜 内", Tag.DIALOGUE, "1-2"),
        (14, "第二集", Tag.EPISODE, ""),
        (15, "2-1 晨 外 河埠", Tag.HEADING, "2-1"),
        (16, "服装：蓑衣", Tag.DETAIL, "2-1"),
        (17, "△ 船靠岸。", Tag.ACTION, "2-1"),
        (18, "——完——", Tag.SKIP, "2-1"),
    )
)
SCRIPT = Script(
    "一曲姑苏",
    SCENES,
    (
        ScriptSet("garden", "沈家花园", ("1-1",)),
        ScriptSet("house", "评弹书场", ("1-2",)),
        ScriptSet("wharf", "河埠", ("2-1",)),
    ),
    (ScriptWarning(15, "scene_no_number", {"line": 15}),),
    "一曲姑苏.txt",
    lines=LINES,
)
FIELDS = (
    FactField("crew.size", "int", "crew", "剧组人数", "Crew", "people"),
    FactField("crew.home_city", "city", "crew", "从哪来", "Home city"),
    FactField("shoot.start_date", "date", "shoot", "开机", "First day"),
    FactField("work.investment_total", "float", "work", "总投资", "Investment", "CNY"),
    FactField("shoot.local_day_share", "share", "shoot", "在当地拍的比例", "Share of days"),
    FactField("producer.first_producer_local", "bool", "producer", "本地第一出品", "Local"),
    FactField(
        "work.orientation", "choice", "work", "横竖屏", "Orientation", "",
        (FactOption("vertical", "竖屏", "Vertical"), FactOption("horizontal", "横屏", "Wide")),
    ),
    FactField("shoot.main_location", "text", "shoot", "主要场地", "Main place"),
)  # fmt: skip
DIVISIONS = (
    Division("320000", "江苏省", "province", 32.0, 119.0),
    Division("320500", "苏州市", "city", 31.3, 120.6, "320000"),
    Division("320509", "吴江区", "county", 31.1, 120.6, "320500"),
    Division("650000", "新疆维吾尔自治区", "province", 43.8, 87.6),
    Division("653100", "喀什地区", "city", 39.5, 76.0, "650000"),
)


def _box(name, adcode, west, south, east, north):
    points = np.array(
        [[west, south], [east, south], [east, north], [west, north], [west, south]], float
    )
    return Rings(name, adcode, points, np.array([0, len(points)], np.int64))


BASEMAP = BaseMap(
    provinces=(_box("江苏省", "320000", 118, 30.8, 122, 35),),
    cities=(
        _box("苏州市", "320500", 119.9, 30.8, 121.3, 32),
        _box("绍兴市", "330600", 120, 29.2, 121.2, 30.3),
    ),
    counties=(_box("吴江区", "320509", 120.3, 30.8, 120.9, 31.2),),
    nine_dash=_box("", "", 110, 10, 112, 12),
    land=(_box("", "", 73, 18, 135, 53),),
    rivers=(),
    lakes=(_box("太湖", "", 119.95, 30.95, 120.4, 31.5),),
    credit="边界：天地图",
    english={"320500": "Suzhou", "330600": "Shaoxing", "320509": "Wujiang"},
)


def money(low, mid, high, unit="CNY/day"):
    return Range(low, mid, high, unit, Basis.ESTIMATED, (PAPER,), "reference class")


def cost(mid):
    return Cost(
        per_day=money(mid * 0.7, mid, mid * 1.4),
        total=money(mid * 2, mid * 3, mid * 4, "CNY"),
        days=money(2, 3, 4, "days"),
        lines=(Line("venue", unknown("CNY/day")), Line("living", money(1, 2, 3))),
        ranked=mid,
        priced=money(mid * 0.7, mid, mid * 1.4),
        priced_total=money(mid * 2, mid * 3, mid * 4, "CNY"),
    )


def offer(one, fit, mid):
    scenes = [scene for scene in SCENES if scene.needs]
    wanted = {kept.scene_type for kept in one.scene_types}
    matches = tuple(
        Match(one.id, scene.id, fit, scene.needs[0].scene_type, scene.needs[0].scene_type, True)
        for scene in scenes
        if scene.needs[0].scene_type in wanted
    )
    return SiteOffer(
        site=one,
        fit=fit,
        matches=matches,
        cost=cost(mid),
        subsidy=Subsidy(unknown("CNY"), 0.0, 100_000.0),
        uplift=Uplift(
            money(0, 120, 1050, "visits/12mo"), unknown("CNY"), money(1e4, 2e4, 3e4, "CNY"), 300.0
        ),
        reasons=(Reason("fit_direct", {"count": len(matches)}),),
    )


@dataclass
class Workspace:
    data: Path
    store: object = field(
        default_factory=lambda: SimpleNamespace(
            catalogue_date=lambda: "2026-11-20",
            why_read_only=None,
            start=SimpleNamespace(told=()),
            close=lambda: None,
        )
    )
    vocabulary: Vocabulary = VOCABULARY
    phrases: Phrases = PHRASES
    fields: tuple[FactField, ...] = FIELDS
    default_weights: dict = field(default_factory=lambda: dict(WEIGHTS))
    presets: dict = field(default_factory=lambda: dict(PRESETS))


@dataclass
class StandIn(
    AccountsStandIn,
    ClaimsStandIn,
    FieldStandIn,
    HostingStandIn,
    PitchStandIn,
    PlanStandIn,
    RankingStandIn,
):
    """The shape of ``geo.actions``; keeps what was asked in ``asked``."""

    sites_kept: dict[str, Site] = field(default_factory=lambda: {one.id: one for one in SITES})
    sites_retired: dict[str, Site] = field(default_factory=dict)
    project: Project | None = None
    kept_as: str = ""
    asked: list[tuple] = field(default_factory=list)
    trouble: dict[str, Exception] = field(default_factory=dict)
    gate: object = None
    retag_gate: object = None
    store: object = None
    FOUR_CITIES: tuple = ("苏州", "绍兴")
    script: Script = SCRIPT

    def _note(self, name, *what):
        self.asked.append((name, *what))
        if name in self.trouble:
            raise self.trouble[name]

    def count(self, name):
        return sum(1 for asked in self.asked if asked[0] == name)

    def open_workspace(self, assets, data):
        yield Step("open")
        self._note("open_workspace", assets, data)
        return Workspace(data) if self.store is None else Workspace(data, self.store)

    def prepare_reading(self, ws):
        yield Step("words", 0, 1)

    def read_script(self, ws, path, over=None):
        yield Step("read", 0, 2)
        self._note("read_script", path)
        if path.suffix == ".empty":
            raise ScriptError("script_empty", name=path.name)
        yield Step("read", 1, 2)
        return replace(self.script, title=path.stem, origin=path.name)

    def retag(self, ws, script, tags, remember=False):
        """Only headings matter here: each begins a scene, and has the lines down to the next."""
        yield Step("retag", 0, 1)
        self._note("retag", dict(tags), remember)
        if self.retag_gate is not None:
            self.retag_gate.wait(5)
            yield Step("retag", 1, 1)
        return retagged(script, tags)

    def lines_like(self, script, number):
        def shape(line):
            return (line.tag, len(line.text.split()))

        one = next(line for line in script.lines if line.number == number)
        like = (line for line in script.lines if shape(line) == shape(one))
        return tuple(line.number for line in like if line.number != number)

    def compare_drafts(self, old, new):
        here = {scene.heading: scene.id for scene in old.scenes}
        there = {scene.heading for scene in new.scenes}
        changes = [
            SceneChange(Fate.SAME if one.heading in here else Fate.NEW,
                        here.get(one.heading), one.id)
            for one in new.scenes
        ]  # fmt: skip
        gone = [one for one in old.scenes if one.heading not in there]
        changes += [SceneChange(Fate.OMITTED, one.id, None) for one in gone]
        return DraftChanges(tuple(changes))

    def take_draft(self, old, new, changes):
        self._note("take_draft", old, new, changes)
        return replace(new, draft=old.draft + 1)

    def lock_numbers(self, script):
        return replace(script, locked=True)

    def unlock_numbers(self, script):
        return replace(script, locked=False)

    def question_key(self, warning, script):
        asks = {"heading_like", "sets_alike", "place_unknown", "place_guessed", "place_mentioned"}
        return f"{warning.code}|{warning.line}" if warning.code in asks else ""

    def rename_set(self, script, set_id, name):
        sets = (replace(one, name=name) if one.id == set_id else one for one in script.sets)
        return replace(script, sets=tuple(sets))

    def settle(self, script, key):
        kept = (one for one in script.warnings if self.question_key(one, script) != key)
        return replace(script, settled=(*script.settled, key), warnings=tuple(kept))

    def split_set(self, script, set_id, scenes):
        old = next(one for one in script.sets if one.id == set_id)
        left = replace(old, scenes=tuple(one for one in old.scenes if one not in scenes))
        new = ScriptSet(f"{set_id}-2", old.name, tuple(scenes))
        sets = [part for one in script.sets for part in ((left, new) if one is old else (one,))]
        return replace(script, sets=tuple(sets))

    def learn_place(self, ws, word, code):
        self._note("learn_place", word, code)
        types = dict(ws.vocabulary.scene_types)
        types[code] = replace(types[code], synonyms=(*types[code].synonyms, word))
        return replace(ws, vocabulary=replace(ws.vocabulary, scene_types=types))

    def read_request(self, ws, text):
        self._note("read_request", text)
        parts = tuple(
            RequestPart("place", word, word, needs=(Need(code, 0.9, (word,)),))
            for word, code in (("园林", "classical_garden"), ("茶馆", "teahouse"))
            if word in text
        )
        told = (
            ("怪地方", RequestPart("place", "怪地方", "怪地方")),
            ("45", RequestPart("crew_size", 45, "45 人", "~")),
            ("3.8", RequestPart("start_date", "2027-03-08", "3.8")),
            ("3 千", RequestPart("price_cap", 3000, "3 千/天", "day")),
            ("两万", RequestPart("price_cap", 20_000, "两万以内")),
        )
        parts += tuple(part for words, part in told if words in text)
        return Request(text, parts, ("随便",) if "随便" in text else ())

    def request_script(self, request):
        places = [part for part in request.parts if part.key == "place"]
        scenes = tuple(
            Scene(f"r{at}", None, at, None, None, str(part.value), needs=part.needs, by_hand=True)
            for at, part in enumerate(places, 1)
        )
        sets = tuple(ScriptSet(f"set-{one.id}", one.place, (one.id,)) for one in scenes)
        return Script("微信需求", scenes, sets)

    def request_facts(self, request):
        told = {part.key: part.value for part in request.parts}
        return {"crew.size": told["crew_size"]} if "crew_size" in told else {}

    def export_breakdown(self, ws, script, path, lang, ranking=None):
        yield Step("export")
        self._note("export_breakdown", path, lang, ranking is not None)
        path.write_bytes(b"PK")
        return path

    def samples(self, ws):
        return (Sample("gusu", "一曲姑苏", {"zh": "园林", "en": "Gardens"}, Path("一曲姑苏.txt")),)

    def rank(self, ws, script, facts, weights, cities=(), *, wishes=None):
        self._note("rank", script, facts, weights, cities)
        self.wishes = wishes
        yield Step("rank", 0, 1)
        if self.gate is not None:
            self.gate.wait(5)
            yield Step("rank", 1, 1)
        return wished(ranking(tuple(self.sites_kept.values()), weights), wishes)

    def reweight(self, old, weights):
        self.asked.append(("reweight", weights))
        out = {one.site_id for one in old.excluded}
        return replace(old, weights=weights, site_order=order(old.site_board, weights, out),
                       city_order=order(old.city_board, weights))  # fmt: skip

    def list_sites(self, ws):
        return tuple(self.sites_kept.values())

    def settle_site(self, ws, one, datum):
        self._note("settle_site", one, datum)
        return replace(one, id=one.id or f"own-{one.name_zh}", city_zh=one.city_zh or "苏州")

    def save_site(self, ws, one, seen=None, who=""):
        self._note("save_site", one)
        self.sites_kept[one.id] = one
        return one

    def add_photos(self, ws, site_id, paths, who=""):
        self._note("add_photos", site_id, tuple(paths))
        kept = self.sites_kept[site_id]
        self.sites_kept[site_id] = replace(
            kept, photos=(*kept.photos, *(path.name for path in paths))
        )
        return self.sites_kept[site_id]

    def set_photos(self, ws, site_id, photos, who=""):
        self._note("set_photos", site_id, tuple(photos))
        self.sites_kept[site_id] = replace(self.sites_kept[site_id], photos=tuple(photos))
        return self.sites_kept[site_id]

    def retire_site(self, ws, site_id, *, retired=True, who=""):
        self._note("retire_site", site_id, retired)
        kept, gone = self.sites_kept, self.sites_retired
        source, target = (kept, gone) if retired else (gone, kept)
        mine = [one for one in source.values() if site_id in (one.id, one.parent)]
        for one in mine:
            target[one.id] = source.pop(one.id)

    def change_scene(self, script, scene_id, vocabulary=None, **changes):
        return replace(
            script,
            scenes=tuple(
                replace(one, **changes) if one.id == scene_id else one for one in script.scenes
            ),
        )

    def add_scene(self, script, *, place, int_ext=None, time=None, needs=(), **more):
        new = Scene(f"h-{len(script.scenes) + 1}", more.get("episode"), None, int_ext, time, place,
                    needs=tuple(needs), by_hand=True)  # fmt: skip
        return replace(
            script,
            scenes=(*script.scenes, new),
            sets=(*script.sets, ScriptSet(new.id, place, (new.id,))),
        )

    def remove_scene(self, script, scene_id):
        return replace(
            script,
            scenes=tuple(one for one in script.scenes if one.id != scene_id),
            sets=tuple(one for one in script.sets if scene_id not in one.scenes),
        )

    def merge_sets(self, script, keep, merge):
        kept = next(one for one in script.sets if one.id == keep)
        gone = next(one for one in script.sets if one.id == merge)
        joined = replace(kept, scenes=(*kept.scenes, *gone.scenes))
        return replace(
            script,
            sets=tuple(joined if one is kept else one for one in script.sets if one is not gone),
        )

    def load_basemap(self, ws):
        yield Step("map")
        self._note("load_basemap")
        return BASEMAP

    def divisions(self, ws):
        return DIVISIONS

    def import_sites(self, ws, path, datum):
        yield Step("import")
        self._note("import_sites", path, datum)
        new = site("kashgar", "喀什古城", "Kashgar", Kind.SCENIC, 39.47, 75.99, "teahouse")
        self.sites_kept[new.id] = new
        return SimpleNamespace(sites=(new,), notes=(Reason("fit_direct", {"count": 1}),))

    def save_project(self, ws, project):
        self._note("save_project", project)
        self.project = replace(project, name=self.kept_as or project.name)
        return self.project.name

    def load_project(self, ws):
        self._note("load_project")
        return self.project

    def export_map(self, ws, made, script, path, lang):
        yield Step("export")
        self._note("export_map", path, lang)
        path.write_text("<html></html>", encoding="utf-8")
        return path

    def export_ranking(self, ws, made, script, path, lang, defence=None):
        yield Step("export")
        self._note("export_ranking", path, lang, defence)
        path.write_bytes(b"PK")
        return path


def retagged(script, tags):
    """``script`` with these tags said by hand; scenes follow their headings."""
    if not tags:
        return script
    lines, scenes, here = [], [], ""
    known = {scene.line: scene for scene in script.scenes if scene.line}
    for line in script.lines:
        tag = tags.get(line.number, line.tag)
        by_hand = line.by_hand or line.number in tags
        if tag is Tag.HEADING:
            scene = known.get(line.number)
            if scene is None:
                place = line.text.split()[0]
                scene = Scene(f"n{line.number}", 1, None, None, None, place,
                              line=line.number, heading=line.text)  # fmt: skip
            scenes.append(scene)
            here = scene.id
        elif tag is Tag.EPISODE:
            here = ""
        lines.append(replace(line, tag=tag, scene=here, by_hand=by_hand))
    scenes += [scene for scene in script.scenes if not scene.line]
    sets = tuple(ScriptSet(f"set-{one.id}", one.place, (one.id,)) for one in scenes)
    return replace(script, lines=tuple(lines), scenes=tuple(scenes), sets=sets)


def order(board, weights, out=()):
    row = np.array([weights.get(one, 0.0) for one in board.criteria], np.float32)
    scores = row @ board.values
    index = np.argsort(-scores, kind="stable")
    return Order(np.array([at for at in index if board.ids[at] not in out], np.intp), scores)


def wished(made, wishes):
    """``made`` as wished: own criteria have a row; STAGE leaves out all but bases, CITY the rest.

    A value counts in tenths, none counts 0.
    """
    if wishes is None:
        return made
    rows = [
        [said.low / 10 if (said := one.values.get(site)) else 0.0 for site in made.site_board.ids]
        for code in wishes.extra
        for one in wishes.own
        if one.code == code
    ]
    codes = (*CRITERIA, *(code for code in wishes.extra if code.startswith(OWN_CRITERION)))
    values = np.vstack([made.site_board.values, *(np.array([row], np.float32) for row in rows)])
    board = replace(made.site_board, values=values, criteria=codes)
    out = tuple(
        Excluded(offer.site.id, (Reason(f"must_{must.code.value}"),), offer.site.name_zh)
        for must in wishes.musts
        for offer in made.sites
        if (must.code is MustCode.STAGE and offer.site.kind is not Kind.BASE)
        or (must.code is MustCode.CITY and offer.site.city_zh not in must.names)
    )
    gone = {one.site_id for one in out}
    return replace(made, wishes=wishes, excluded=out, site_board=board,
                   site_order=order(board, made.weights, gone))  # fmt: skip


def ranking(sites, weights):
    offers = tuple(offer(one, 0.9 - 0.1 * at, 10_000 + 9_000 * at) for at, one in enumerate(sites))
    bounds = {one: Bound(0.0, 1.0) for one in CRITERIA}
    count = len(sites)
    values = np.zeros((4, count), np.float32)
    values[0] = np.linspace(0.2, 0.9, count)
    values[1] = np.linspace(0.9, 0.1, count)
    board = Board(tuple(one.id for one in sites), values, bounds)
    cities = tuple(dict.fromkeys(one.city_zh for one in sites))
    city_board = Board(cities, np.full((4, len(cities)), 0.5, np.float32), bounds)
    city_offers = tuple(
        CityOffer(
            city, "320500", 0.8, ("1-1", "1-2"), ("2-1",),
            tuple(one.id for one in sites if one.city_zh == city),
            cost(12_000), offers[0].subsidy, offers[0].uplift,
        )
        for city in cities
    )  # fmt: skip
    return Ranking(
        offers, city_offers, board, city_board, weights,
        order(board, weights), order(city_board, weights), (Criterion.SUBSIDY,),
    )  # fmt: skip


LOCKED = CatalogueError("catalogue_locked", file="catalogue.sqlite")
TOLD = Hire(6000, "day", Basis.QUOTED, "陆经理", "2026-11-21")
NOTHING_SAID = ProjectFacts()
