"""Stand-in answers to a bureau's questions, small enough to add in the head."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from geo.model import Basis, Range, Reason, unknown
from geo.model.hosting import (
    Demand,
    DemandTitle,
    Enquiry,
    EnquiryStatus,
    Gained,
    Genre,
    Health,
    HealthIssue,
    HealthKind,
    Improvement,
    ImprovementKind,
    NeedServed,
    Origin,
    PolicyEffect,
    ReverseMatch,
    SiteUse,
    TitleWon,
    VisitDay,
    VisitRoute,
    VisitStop,
    WatchVerdict,
)
from geo.progress import Step

TODAY = date(2026, 11, 22)


def span(low, mid, high, unit):
    return Range(low, mid, high, unit, Basis.ESTIMATED)


@dataclass
class HostingStandIn:
    """Two needs, two titles, three improvements; a ledger that keeps what it is given."""

    noted: list = field(default_factory=list)
    dropped: set = field(default_factory=set)
    genres: tuple | None = None
    ledger: dict = field(default_factory=dict)
    series: dict = field(default_factory=dict)

    # ---- demand

    def demand(self, ws):
        yield Step("demand")
        script = self.script
        titles = [DemandTitle("s1", "一曲姑苏", Origin.SAMPLE, script)]
        titles += [DemandTitle(one.title, one.title, Origin.OPENED, one) for one in self.noted]
        titles.append(DemandTitle("m1", "民国 1", Origin.MIX, script, 2.0, "republic"))
        kept = tuple(one for one in titles if one.id not in self.dropped)
        genre = Genre("republic", "民国", "Republican era", 0.3, 40, {"water_town": 0.4})
        out = tuple(one for one in titles if one.id in self.dropped)
        own, names = self.genres is not None, tuple(one.id for one in out)
        return Demand(kept, self.genres or (genre,), own, names, out)

    def note_script(self, ws, script):
        self.noted = [one for one in self.noted if one.title != script.title] + [script]

    def drop_title(self, ws, title_id, *, dropped=True):
        (self.dropped.add if dropped else self.dropped.discard)(title_id)

    def save_genres(self, ws, genres):
        self.genres = None if genres is None else tuple(genres)

    def reverse_match(self, ws, ours, demand):
        yield Step("reverse")
        needs = (
            NeedServed("garden", 40.0, 0.9, 0.7, "绍兴", 0.2),
            NeedServed("hospital", 10.0, 0.2, 0.1, "成都", 0.6, (Reason("need_absent", {}),)),
        )
        titles = tuple(
            TitleWon(one.id, one.title, one.origin, one.genre, 12, 0.8, 0.6, 1, "绍兴")
            for one in demand.titles
        )
        crews = span(0.5, 1.5, 2.5, "crews")
        sites = (SiteUse("tongli", 25.0, 2, ("garden",), 3.0),)
        return ReverseMatch(ours, 50.0, 0.76, 0.58, crews, needs, sites, titles)

    def improvements(self, ws, ours, demand, match):
        cheap = Improvement(
            ImprovementKind.PUBLISH_RATE, "tongli", rate=3000.0, cost=span(0, 0, 0, "CNY")
        )
        built = Improvement(
            ImprovementKind.ADD_SET,
            "tongli",
            "hospital",
            cost=span(300_000, 450_000, 600_000, "CNY"),
        )
        night = Improvement(ImprovementKind.OPEN_NIGHT, "couple", cost=unknown("CNY"), yearly=True)
        first = yield from self.try_improvement(ws, ours, demand, cheap)
        yield Step("improve", 1, 3, (first,))
        second = yield from self.try_improvement(ws, ours, demand, built)
        third = yield from self.try_improvement(ws, ours, demand, night)
        return first, second, third

    def try_improvement(self, ws, ours, demand, improvement):
        yield Step("improve")
        cost = improvement.cost or unknown("CNY")
        more = span(2, 4, 6, "crews")
        per = unknown("CNY") if cost.mid is None else replace(cost, mid=cost.mid / 4)
        return Gained(improvement, span(3, 5, 9, "scenes"), more, per, titles=("s1",))

    def simulate_policy(self, ws, ours, demand, policy):
        yield Step("simulate")
        return PolicyEffect(
            policy,
            span(1, 2, 3, "crews"),
            1.0,
            span(100_000, 200_000, 300_000, "CNY"),
            span(80_000, 150_000, 260_000, "CNY"),
            span(0, 240, 2_100, "visits"),
            unknown("CNY/visit"),
        )

    def health(self, ws, ours, demand=None):
        yield Step("health")
        issues = (
            HealthIssue(HealthKind.NO_PRICE, "tongli", Reason("health_no_price", {}), 25.0, 0.3),
            HealthIssue(HealthKind.NO_PHOTO, "couple", Reason("health_no_photo", {}), 8.0),
        )
        return Health(ours, 3, {"price": 0.0, "photo": 0.33}, issues, "2024-05-01")

    def write_import_sheet(self, ws, path, lang, ours=None):
        yield Step("export_write")
        return path

    # ---- ledger

    def enquiries(self, ws):
        return tuple(one for one in reversed(self.ledger.values()) if not one.retired)

    def save_enquiry(self, ws, enquiry):
        kept = enquiry if enquiry.id else replace(enquiry, id=f"q{len(self.ledger) + 1}")
        self.ledger[kept.id] = kept
        return kept

    def enquiry_of(self, ws, pitch):
        return Enquiry(
            "",
            pitch.title,
            TODAY,
            sites=tuple(one.site.id for one in pitch.sites),
            status=EnquiryStatus.ANSWERED,
        )

    def export_ledger(self, ws, first, last, path, lang):
        yield Step("export_write")
        return path

    def export_report(self, ws, first, last, path, lang):
        yield Step("export_write")
        return path

    def export_letter(self, ws, enquiry, to, path, lang):
        yield Step("export_write")
        return path

    # ---- after release

    def watches(self, ws):
        return tuple(one for one in self.series.values() if not one.retired)

    def save_watch(self, ws, watch):
        kept = watch if watch.id else replace(watch, id=f"w{len(self.series) + 1}")
        self.series[kept.id] = kept
        return kept

    def judge_watch(self, ws, watch):
        usual = span(-0.15, 0.0, 0.15, "share")
        if len(watch.months) < 6:
            return WatchVerdict(unknown("share", low=None), None, unknown("share", low=None))
        return WatchVerdict(span(-0.02, 0.08, 0.2, "share"), True, usual)

    def write_watch_sheet(self, ws, watch, path, lang):
        yield Step("export_write")
        return path

    def read_watch_sheet(self, ws, watch, path):
        return watch

    # ---- visitors

    def visit_route(self, ws, title, sites, scenes=(), day_minutes=480):
        yield Step("visit")
        ticket = unknown("CNY")
        stops = tuple(
            VisitStop(one, 540 + 120 * at, 630 + 120 * at, ticket, km=5.0 * bool(at), minutes=12.0)
            for at, one in enumerate(sites)
        )
        return VisitRoute(title, (VisitDay(1, "苏州", "Suzhou", stops),), ticket, 5.0)

    def export_visit(self, ws, route, path, lang):
        yield Step("export_write")
        return path
