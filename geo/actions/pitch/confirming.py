"""What a pack does not know yet, and who could say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from geo.actions.pitch.guard import told_prices
from geo.actions.workspace import Workspace
from geo.model import Cost, Effect, Match, ProjectFacts, Reason, Scalar, Site
from geo.model.pitch import BureauCard, Disclosure, PitchMoney, PitchWishes, SiteFile, ToConfirm

ROUGH_METRES = 1_000
CREW_FACTS = ("crew.size", "crew.home_city", "shoot.start_date")
LANGS = ("zh", "en")
POLICY = "confirm_policy"
OPEN_PARTS = {
    "ask_inside": "confirm_inside",
    "ask_era": "confirm_era",
    "ask_time": "confirm_hours",
    "ask_size": "confirm_size",
}
"""What a fit leaves open, and what is then to be confirmed."""
Whom = tuple[str, str]


class Asker:
    """Who could say what is not known of a place, the crew or a policy."""

    def __init__(self, ws: Workspace, card: BureauCard, wishes: PitchWishes) -> None:
        self._ws, self._card, self._wishes = ws, card, wishes

    @property
    def has_contact(self) -> bool:
        """Whether the bureau itself can be called about any of its places."""
        return bool(self._card.contact or self._card.phone)

    def of_site(self, site: Site, file: SiteFile) -> Whom:
        """The contact of a place, else its office."""
        if file.contact:
            return file.contact, file.contact
        values = {"site": site.name_zh, "site_en": site.name_en or site.name_zh}
        return self._told(f"pitch_whom_{site.kind.value}", values)

    def bureau(self) -> Whom:
        """The bureau itself."""
        card = self._card
        return (
            (card.name, card.name_en or card.name) if card.name else self._told("pitch_whom_bureau")
        )

    def crew(self) -> Whom:
        """The crew."""
        named = self._wishes.addressee
        return (named, named) if named else self._told("pitch_whom_crew")

    def _told(self, code: str, values: Mapping[str, Scalar] | None = None) -> Whom:
        zh, en = (self._ws.phrases.say(code, lang, values) for lang in LANGS)
        return zh, en


def of_site(
    asker: Asker,
    site: Site,
    file: SiteFile,
    cost: Cost | None,
    taken: Sequence[Match],
    wishes: PitchWishes,
) -> Iterator[ToConfirm]:
    """What is not known of one place and the scenes it takes."""
    names: dict[str, Scalar] = {"site": site.name_zh, "site_en": site.name_en or site.name_zh}
    whom = asker.of_site(site, file)

    def ask(what: Reason, of: Whom = whom) -> ToConfirm:
        return ToConfirm(what, of[0], site.id, of[1])

    if told_prices(site) and Disclosure.QUOTES not in wishes.disclose:
        yield ask(Reason("confirm_quote", names))
    elif cost is not None and any(
        one.code == "venue" and one.amount.mid is None for one in cost.lines
    ):
        yield ask(Reason("confirm_venue_price", names))
    if not (file.contact or file.phone or asker.has_contact):
        yield ask(Reason("confirm_contact", names), asker.bureau())
    if not site.exact and site.coord_uncertainty_m >= ROUGH_METRES:
        yield ask(Reason("confirm_position", {**names, "km": site.coord_uncertainty_m / 1000}))
    for what in _open_parts(names, taken):
        yield ask(what)
    yield from _permits(site, names, taken, whom)


def _open_parts(names: Mapping[str, Scalar], taken: Sequence[Match]) -> Iterator[Reason]:
    """What to ask of a place for its scenes, each kind of question once."""
    asked: dict[str, dict[str, list[Scalar]]] = {}
    for part in (part for match in taken for part in match.parts):
        if part.reason.code in OPEN_PARTS:
            found = asked.setdefault(part.reason.code, {})
            for key, value in part.reason.values.items():
                found.setdefault(key, []).append(value)
    for code, values in asked.items():
        yield Reason(OPEN_PARTS[code], {**names, **_joined(values)})


def _joined(values: Mapping[str, Sequence[Scalar]]) -> dict[str, Scalar]:
    """All hours, the largest crowd, all scene types (with commas between) that are asked about."""
    joined: dict[str, Scalar] = {}
    for key, some in values.items():
        if key == "hour":
            hours = sorted({float(one) for one in some})
            joined["hours"] = ", ".join(f"{hour:.0f}:00" for hour in hours)
        elif key == "people":
            joined[key] = max(float(one) for one in some)
        else:
            joined[key] = ",".join(dict.fromkeys(map(str, some)))
    return joined


def _permits(
    site: Site, names: Mapping[str, Scalar], taken: Sequence[Match], whom: Whom
) -> Iterator[ToConfirm]:
    """Rules of which it is not known whether they bear, or how long the answer takes."""
    rules = {one.rule_id: one for match in taken for one in match.findings}
    for finding in rules.values():
        told = finding.reasons[0].values if finding.reasons else {}
        values = {**names, "what": told.get("what", ""), "what_en": told.get("what_en", "")}
        who = str(told.get("who", whom[0])), str(told.get("who_en", whom[1]))
        if finding.effect is Effect.ASK:
            yield ToConfirm(Reason("confirm_permit", values), who[0], site.id, who[1])
        elif finding.effect is Effect.PERMIT and finding.lead_days is None:
            yield ToConfirm(Reason("confirm_permit_days", values), who[0], site.id, who[1])


def of_crew(asker: Asker, facts: ProjectFacts) -> Iterator[ToConfirm]:
    """What the crew has not told and the figures hang on."""
    whom = asker.crew()
    for key in CREW_FACTS:
        if facts.get(key) is None:
            yield ToConfirm(Reason("confirm_fact", {"fact": key}), whom[0], "", whom[1])


def of_money(money: Sequence[PitchMoney]) -> Iterator[ToConfirm]:
    """Awards that may come and hang on what nobody has said."""
    for one in money:
        for result in one.subsidy.policies:
            if result.counts and result.open:
                values = {"policy": result.title, "policy_en": result.title_en or result.title}
                facts = ",".join(result.open)
                what = Reason("confirm_policy", {**values, "facts": facts})
                yield ToConfirm(what, result.issuer or result.region, "", "")


def open_things(given: Iterable[ToConfirm]) -> tuple[ToConfirm, ...]:
    """Each open thing once; what one policy still hangs on is put together."""
    found: dict[tuple[str, ...], ToConfirm] = {}
    for one in given:
        values = one.what.values
        if one.what.code != POLICY:
            told = tuple(f"{key}={value}" for key, value in sorted(values.items()))
            found.setdefault((one.what.code, one.whom, one.site_id, *told), one)
            continue
        key = POLICY, str(values.get("policy")), one.whom, one.site_id
        before = found.get(key)
        facts = str(values.get("facts", "")).split(",")
        if before is not None:
            facts = [*str(before.what.values.get("facts", "")).split(","), *facts]
        what = Reason(POLICY, {**values, "facts": ",".join(dict.fromkeys(facts))})
        found[key] = ToConfirm(what, one.whom, one.site_id, one.whom_en)
    return tuple(found.values())
