"""Stands in for the actions about claims, own rates, press figures and parameters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from geo.errors import FactsError
from geo.model import (
    Basis,
    ClaimFile,
    ClaimStep,
    ClaimVerdict,
    OwnLine,
    OwnRate,
    Parameter,
    PolicyResult,
    PressClaim,
    PressExample,
    Range,
    Reason,
    Source,
)

LINES = (
    OwnLine("generator", "day", "发电车", "Generator"),
    OwnLine("parking", "vehicle_day", "停车", "Parking"),
    OwnLine("tax_points", "percent", "税点", "Tax points", ("all",)),
    OwnLine("living", "person_day", "食宿", "Living"),
)
PAPER = Source("苏州日报报道", "苏州日报", "2024-12-20")
AWARD = PolicyResult(
    "suzhou-tourism", "旅游宣传奖", "tourism_promo_reward", "苏州", "in_force", 0.0, None,
    100_000.0, title_en="Tourism award", issuer="苏州市委宣传部", counts=True, sources=(PAPER,),
)  # fmt: skip
OTHER = replace(AWARD, policy_id="suzhou-honour", title="荣誉奖", ceiling=None, counts=False)
STEPS = (
    ClaimStep("contract", {"zh": "摄制合同", "en": "Contract"}, "producer", date(2026, 1, 5)),
    ClaimStep("invoices", {"zh": "发票", "en": "Invoices"}, "accountant", None, usual=True),
)
PARAMETERS = (
    Parameter(
        "visits_per_play", {"median": 2e-5, "log_sd": 2.0}, "visits_per_play", "weak", (PAPER,),
        {"zh": "只有四个数", "en": "four numbers"},
    ),
    Parameter("half_life", {"months": 4.0}, "months", "assumption"),
)  # fmt: skip


def proved(voucher):
    return bool(voucher.invoice_title and voucher.proof)


@dataclass
class ClaimsStandIn:
    """Rates and parameters as typed; a verdict by plain difference."""

    rates: dict[str, OwnRate] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(
        default_factory=lambda: {one.key: one for one in PARAMETERS}
    )
    roads: int = 0
    refused: tuple = ()
    claims_asked: list = field(default_factory=list)

    def claim_file(self, ws, result, city, facts, evidence):
        steps = tuple(
            replace(step, done=(result.policy_id, step.key) in evidence.done) for step in STEPS
        )
        spent = sum(one.amount for one in evidence.vouchers)
        return ClaimFile(
            result.policy_id, result.title, city, result.issuer, steps,
            self.evidenced_spend(evidence, city), spent, result.ceiling,
            (Reason("remind"),), (PAPER,),
        )  # fmt: skip

    def evidenced_spend(self, evidence, city):
        mine = (
            one for one in evidence.vouchers if one.city.removesuffix("市") == city and proved(one)
        )
        return float(sum(one.amount for one in mine))

    def export_claims(self, ws, files, evidence, path, lang):
        yield from ()
        self.claims_asked.append(("export_claims", files, path))
        path.write_bytes(b"PK")
        return path

    def own_lines(self, ws):
        return LINES

    def own_rates(self, ws):
        return tuple(self.rates.values())

    def refused_own(self, ws):
        return self.refused

    def road_count(self, ws):
        return self.roads

    def set_rate(self, ws, code, value, who="", today=None):
        if value is None:
            self.rates.pop(code, None)
        else:
            day = (today or date(2026, 3, 8)).isoformat()
            self.rates[code] = OwnRate(code, value, who, day)

    def take_roads(self, ws, path):
        if path is not None and path.name == "bad.csv":
            raise FactsError("script_empty", name=path.name)
        self.roads = 0 if path is None else 12
        return self.roads

    def uplift_parameters(self, ws):
        return tuple(self.parameters.values())

    def set_parameter(self, ws, key, values, who="", today=None):
        shipped = next(one for one in PARAMETERS if one.key == key)
        if values is None:
            self.parameters[key] = shipped
            return
        if any(value < 0 for value in values.values()):
            raise FactsError("script_empty", name=key)
        self.parameters[key] = replace(
            shipped, values=values, told_by=who or "own", told_on="2026-03-08"
        )

    def press_examples(self, ws):
        june = PressClaim("平潭", "B", date(2024, 6, 1), date(2024, 6, 30), 0.134)
        return (PressExample("那个重逢的夜晚", june),)

    def check_claim(self, ws, claim):
        self.claims_asked.append(("check_claim", claim))
        market = claim.market if claim.market is not None else 0.118
        relative = (1 + claim.growth) / (1 + market) - 1
        code = "below_market" if relative < 0 else "within_noise"
        noise = Range(-0.12, 0.0, 0.14, "share", Basis.ESTIMATED)
        told = Reason("claim_told", {"visible": 0.25, "record": 0.9})
        return ClaimVerdict(code, relative, market, noise, (told,), (PAPER,))
