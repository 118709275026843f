"""Parts of the explanation of a place: what must be allowed first, which scenes it serves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from geo.model import Effect, Finding, Match, Reason, SiteOffer, Source

Say = Callable[[Reason], str]
SCENES_TOLD = 10


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: what, then lines about it. ``warn``: it keeps something away.

    A ``heading`` stands over the entries after it.
    """

    text: str
    more: tuple[str, ...] = ()
    warn: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a head that folds; ``gist`` is what the head tells of them.

    ``opened``: shown open till the reader folds it. ``warn``: something is kept away.
    """

    key: str
    title: str
    gist: str = ""
    items: tuple[Item, ...] = ()
    opened: bool = False
    warn: bool = False


@dataclass(slots=True)
class _Rule:
    """What one rule says at a place, and of which scenes."""

    finding: Finding
    scenes: list[str] = field(default_factory=list)


def permit_section(offer: SiteOffer, say: Say, labels: Mapping[str, str]) -> Section | None:
    """Before the shoot: what is barred, what needs papers, what to ask; None when nothing is."""
    barred, wanted, asked = _rules(offer, labels)
    lost = tuple(dict.fromkeys(labels.get(one.scene_id, one.scene_id) for one in offer.lost))
    items = [_item(rule, say, warn=True) for rule in barred]
    items += [_item(rule, say) for rule in wanted]
    asks = [_item(rule, say) for rule in asked]
    musts = [Item(say(reason)) for reason in offer.asks]
    if (asks or musts) and (items or lost):
        items.append(Item(say(Reason("detail.to_ask")), heading=True))
    items += [*musts, *asks]
    if not items and not lost:
        return None
    days = max((rule.finding.lead_days or 0 for rule in wanted), default=0)
    longest = next((one.finding for one in wanted if one.finding.lead_days == days and days), None)
    gist = [
        _count(say, "detail.lost", len(lost)),
        _count(say, "detail.papers", len(wanted)),
        _count(say, "detail.asks", len(asks) + len(musts)),
        _lead(say, longest),
    ]
    if lost:
        told = Reason("detail.lost_scenes", {"n": len(lost), "scenes": _scenes(lost, say)})
        items.insert(0, Item(say(told), warn=True))
    return Section(
        "permits",
        say(Reason("detail.permits")),
        say(Reason("detail.comma")).join(part for part in gist if part),
        tuple(items),
        opened=bool(lost),
        warn=bool(lost),
    )


def may_agree(offer: SiteOffer) -> bool:
    """Whether the manager's yes would change anything: some rule does more than ask."""
    findings = (one for match in offer.matches for one in match.findings)
    return bool(offer.lost) or any(one.effect is not Effect.ASK for one in findings)


def _rules(
    offer: SiteOffer, labels: Mapping[str, str]
) -> tuple[list[_Rule], list[_Rule], list[_Rule]]:
    """What bars a scene, what wants papers, what is a question; each rule once."""
    barring: dict[tuple[str, Effect], _Rule] = {}
    others: dict[tuple[str, Effect], _Rule] = {}
    for lost in offer.lost:
        # where nothing bars, the user takes no risk: the papers themselves keep it away
        bars = [one for one in lost.findings if one.effect.bars]
        kept = bars or [one for one in lost.findings if one.effect is Effect.PERMIT]
        _note(barring, kept, labels.get(lost.scene_id, lost.scene_id))
    for match in offer.matches:
        _note(others, match.findings, labels.get(match.scene_id, match.scene_id))
    asked = [rule for (_, effect), rule in others.items() if effect is Effect.ASK]
    wanted = [rule for (_, effect), rule in others.items() if effect is not Effect.ASK]
    return list(barring.values()), wanted, asked


def _note(book: dict[tuple[str, Effect], _Rule], findings: Iterable[Finding], scene: str) -> None:
    for finding in findings:
        rule = book.setdefault((finding.rule_id, finding.effect), _Rule(finding))
        if scene not in rule.scenes:
            rule.scenes.append(scene)


def _item(rule: _Rule, say: Say, *, warn: bool = False) -> Item:
    finding = rule.finding
    first, *rest = (say(reason) for reason in finding.reasons)
    scenes = say(Reason("detail.for_scenes", {"scenes": _scenes(rule.scenes, say)}))
    sources = tuple(_source(one, say) for one in finding.sources)
    return Item(first, (scenes, *rest, *sources), warn)


def _source(source: Source, say: Say) -> str:
    values = {
        "title": source.title_in("zh"),
        "title_en": source.title_in("en"),
        "publisher": source.publisher_in("zh") or "",
        "publisher_en": source.publisher_in("en") or "",
        "date": source.date or "",
    }
    code = "detail.source" if source.date else "detail.source_undated"
    return say(Reason(code, values))


def _scenes(scenes: Sequence[str], say: Say) -> str:
    told = say(Reason("detail.comma_list")).join(scenes[:SCENES_TOLD])
    if len(scenes) <= SCENES_TOLD:
        return told
    return say(Reason("detail.and_more", {"scenes": told, "n": len(scenes)}))


def _count(say: Say, code: str, n: int) -> str:
    return say(Reason(code, {"n": n})) if n else ""


def _lead(say: Say, finding: Finding | None) -> str:
    if finding is None or finding.lead_days is None:
        return ""
    code = "detail.lead_working" if finding.working else "detail.lead"
    return say(Reason(code, {"days": finding.lead_days}))


def scene_section(offer: SiteOffer, say: Say, labels: Mapping[str, str]) -> Section | None:
    """Which scenes the place serves by which scene type, stand-ins after; why, part by part."""
    groups: dict[tuple[str, ...], list[Match]] = {}
    for match in sorted(offer.matches, key=lambda one: not one.direct):
        key = (match.asked, match.served, *_why(match, say))
        groups.setdefault(key, []).append(match)
    if not groups:
        return None
    items = []
    for (asked, served, *why), matches in groups.items():
        scenes = ", ".join(labels.get(one.scene_id, one.scene_id) for one in matches)
        code = "detail.serves" if asked == served else "detail.stands_in"
        head = say(Reason(code, {"asked": asked, "served": served, "scenes": scenes}))
        items.append(Item(head, tuple(why)))
    direct = sum(match.direct for match in offer.matches)
    stand_in = len(offer.matches) - direct
    gist = Reason(
        "detail.scenes_gist" if stand_in else "detail.scenes_direct",
        {"direct": direct, "stand_in": stand_in},
    )
    return Section("scenes", say(Reason("detail.scenes")), say(gist), tuple(items))


def _why(match: Match, say: Say) -> tuple[str, ...]:
    """Every part of a fit with its reason: what costs first, then what to ask, then what agrees."""
    costs, asks, agrees = [], [], []
    for part in match.parts:
        told = say(part.reason)
        if part.factor < 1:
            costs.append(told)
        elif part.reason.code.startswith("ask_"):
            asks.append(told)
        else:
            agrees.append(told)
    if not match.parts:
        agrees = [say(reason) for reason in match.reasons]
    return tuple(" ".join(one) for one in (costs, asks, agrees) if one)
