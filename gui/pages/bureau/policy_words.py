"""Words for the codes of policies: places, payees, gates, shapes, operators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from geo.model import FactField, FactType, Policy, Region
from gui.session import State

MODES = (
    "fixed",
    "rate_of_base",
    "per_unit",
    "tiered",
    "sum_of_parts",
    "uplift",
    "match",
    "ceiling",
    "in_kind",
)
EXPIRED, DRAFT = "expired", "draft"


def said(state: State, code: str) -> str:
    """The phrase for ``code`` in the language of the interface; the code where there is none."""
    return code if state.phrases is None else state.phrases.say(code, state.language)


def coded(state: State, prefix: str, code: str) -> str:
    """The phrase ``prefix.code``; a code that nobody has put into words is shown as itself."""
    told = said(state, f"{prefix}.{code}")
    return code if told == f"{prefix}.{code}" else told


def status_word(state: State, status: str) -> str:
    """有效, 征求意见, 已过期, 待核."""
    return coded(state, "policy_status", status)


def type_word(state: State, code: str) -> str:
    """制作补助, 播出奖励 and so on."""
    return coded(state, "policy_type", code)


def fact_word(state: State, fact: str) -> str:
    """What a fact of the project is called."""
    return coded(state, "fact", fact)


def title_of(policy: Policy, lang: str) -> str:
    """The title in the language of the interface."""
    return policy.title_en or policy.title_zh if lang == "en" else policy.title_zh


def place_names(state: State) -> Mapping[str, str]:
    """The English names of provinces, cities and counties, where the interface is English."""
    english = state.basemap.english if state.basemap is not None else None
    if state.language != "en" or not english:
        return {}
    return {one.name: english[one.adcode] for one in state.divisions if one.adcode in english}


def region_word(region: Region, names: Mapping[str, str]) -> str:
    """江苏省 苏州市 吴中区; a municipality is named once; 全国 for the nation.

    ``names`` of places in the language of the interface (``place_names``).
    """
    named = dict.fromkeys(names.get(level, level) for level in region.levels if level)
    gap = ", " if names else " "
    return gap.join(named) or QCoreApplication.translate("PolicyWords", "全国")


def payee_word(payee: str) -> str:
    """Who gets the money."""
    return _of(
        payee,
        {
            "producer": QCoreApplication.translate("PolicyWords", "出品方或制作公司"),
            "rights_holder": QCoreApplication.translate("PolicyWords", "版权方"),
            "mixed": QCoreApplication.translate("PolicyWords", "几方都有"),
            "author": QCoreApplication.translate("PolicyWords", "编剧"),
            "base": QCoreApplication.translate("PolicyWords", "拍摄基地"),
            "borrower": QCoreApplication.translate("PolicyWords", "贷款的企业"),
            "company": QCoreApplication.translate("PolicyWords", "落户企业"),
            "exporter": QCoreApplication.translate("PolicyWords", "出海企业"),
            "funder": QCoreApplication.translate("PolicyWords", "出资方"),
            "organiser": QCoreApplication.translate("PolicyWords", "活动主办方"),
            "platform": QCoreApplication.translate("PolicyWords", "平台"),
            "service_firm": QCoreApplication.translate("PolicyWords", "当地服务公司"),
            "talent": QCoreApplication.translate("PolicyWords", "个人（人才）"),
            "tech_firm": QCoreApplication.translate("PolicyWords", "技术公司"),
            "tenant": QCoreApplication.translate("PolicyWords", "租户"),
        },
    )


def gate_word(gate: str | None) -> str:
    """What stands between meeting the conditions and the money."""
    return _of(
        gate or "",
        {
            "": QCoreApplication.translate("PolicyWords", "没有，条件符合就给"),
            "review": QCoreApplication.translate("PolicyWords", "要审核"),
            "audit": QCoreApplication.translate("PolicyWords", "要审计"),
            "expert_review": QCoreApplication.translate("PolicyWords", "专家评审"),
            "competitive_selection": QCoreApplication.translate("PolicyWords", "择优评选"),
            "ranking": QCoreApplication.translate("PolicyWords", "按排名给"),
        },
    )


def scope_word(scope: str | None) -> str:
    """What a cap counts for."""
    return _of(
        scope or "",
        {
            "": QCoreApplication.translate("PolicyWords", "没写"),
            "per_work": QCoreApplication.translate("PolicyWords", "一部戏"),
            "per_work_cumulative": QCoreApplication.translate("PolicyWords", "一部戏累计"),
            "per_episode": QCoreApplication.translate("PolicyWords", "一集"),
            "per_project": QCoreApplication.translate("PolicyWords", "一个项目"),
            "per_company_per_year": QCoreApplication.translate("PolicyWords", "一家公司一年"),
            "per_company_once": QCoreApplication.translate("PolicyWords", "一家公司一次"),
            "per_unit_per_year": QCoreApplication.translate("PolicyWords", "一个单位一年"),
            "pool_per_year": QCoreApplication.translate("PolicyWords", "全市一年总盘子"),
        },
    )


def stack_word(rule: str) -> str:
    """Whether the award goes together with others."""
    return _of(
        rule,
        {
            "silent": QCoreApplication.translate("PolicyWords", "文件没写"),
            "alternative": QCoreApplication.translate("PolicyWords", "几条里只能拿一条"),
            "highest_only": QCoreApplication.translate("PolicyWords", "各级只给最高的一笔"),
            "adds": QCoreApplication.translate("PolicyWords", "可以叠加"),
            "adds_to_cap": QCoreApplication.translate("PolicyWords", "可以叠加，但合计有上限"),
        },
    )


def confidence_word(code: str) -> str:
    """How well a policy is known."""
    return _of(
        code,
        {
            "high": QCoreApplication.translate("PolicyWords", "看过原文"),
            "medium": QCoreApplication.translate("PolicyWords", "报道里有数字"),
            "low": QCoreApplication.translate("PolicyWords", "只有标题、转述或没有数字"),
        },
    )


def local_word(code: str) -> str:
    """Whether the claimant must be registered there."""
    return _of(
        code,
        {
            "required": QCoreApplication.translate("PolicyWords", "要在当地注册"),
            "not_required": QCoreApplication.translate("PolicyWords", "不用在当地注册"),
            "unknown": QCoreApplication.translate("PolicyWords", "没写要不要在当地注册"),
        },
    )


def share_word(code: str | None) -> str:
    """How a pool is shared out."""
    return _of(
        code or "",
        {
            "": QCoreApplication.translate("PolicyWords", "没写"),
            "pro_rata": QCoreApplication.translate("PolicyWords", "申报多了大家按比例少拿"),
            "first_come": QCoreApplication.translate("PolicyWords", "先到先得"),
            "ranked": QCoreApplication.translate("PolicyWords", "按排名给"),
        },
    )


def mode_word(mode: str | None) -> str:
    """The shape of an amount, in plain words."""
    return _of(
        mode or "",
        {
            "": QCoreApplication.translate("PolicyWords", "没有数字"),
            "fixed": QCoreApplication.translate("PolicyWords", "一口价"),
            "rate_of_base": QCoreApplication.translate("PolicyWords", "按比例"),
            "per_unit": QCoreApplication.translate("PolicyWords", "按数量"),
            "tiered": QCoreApplication.translate("PolicyWords", "分档"),
            "sum_of_parts": QCoreApplication.translate("PolicyWords", "几项相加"),
            "uplift": QCoreApplication.translate("PolicyWords", "在别的奖上再加"),
            "match": QCoreApplication.translate("PolicyWords", "配套上级"),
            "ceiling": QCoreApplication.translate("PolicyWords", "只知道上限"),
            "in_kind": QCoreApplication.translate("PolicyWords", "实物或免费"),
        },
    )


def operator_word(op: str, kind: str) -> str:
    """The comparison as one says it; dates are earlier and later."""
    if kind == "date":
        return _of(
            op,
            {
                "==": QCoreApplication.translate("PolicyWords", "就是"),
                ">": QCoreApplication.translate("PolicyWords", "晚于"),
                ">=": QCoreApplication.translate("PolicyWords", "不早于"),
                "<": QCoreApplication.translate("PolicyWords", "早于"),
                "<=": QCoreApplication.translate("PolicyWords", "不晚于"),
                "between": QCoreApplication.translate("PolicyWords", "在两者之间"),
            },
        )
    if kind == "level":
        return _of(
            op,
            {
                "==": QCoreApplication.translate("PolicyWords", "是"),
                ">": QCoreApplication.translate("PolicyWords", "高于"),
                ">=": QCoreApplication.translate("PolicyWords", "至少是"),
                "<": QCoreApplication.translate("PolicyWords", "低于"),
                "<=": QCoreApplication.translate("PolicyWords", "至多是"),
            },
        )
    return _of(
        op,
        {
            "==": QCoreApplication.translate("PolicyWords", "是"),
            ">": QCoreApplication.translate("PolicyWords", "超过"),
            ">=": QCoreApplication.translate("PolicyWords", "不少于"),
            "<": QCoreApplication.translate("PolicyWords", "不到"),
            "<=": QCoreApplication.translate("PolicyWords", "不超过"),
            "between": QCoreApplication.translate("PolicyWords", "在两者之间"),
            "in": QCoreApplication.translate("PolicyWords", "是其中之一"),
        },
    )


def colon(name: str, text: str) -> str:
    """总投资：300 万元."""
    return QCoreApplication.translate("PolicyWords", "{name}：{text}").format(name=name, text=text)


def bracket(text: str, note: str) -> str:
    """A sentence with its note behind it."""
    both = QCoreApplication.translate("PolicyWords", "{text}（{note}）")
    return both.format(text=text, note=note)


def comma(words: Iterable[str]) -> str:
    """Words in a row."""
    return QCoreApplication.translate("PolicyWords", "、").join(words)


def level_word(fields: tuple[FactField, ...], fact: str, level: str, lang: str) -> str:
    """One of the words of a fact (national, vertical …) as the project form calls it."""
    for field in fields:
        if field.key == fact:
            for option in field.options:
                if option.value == level:
                    return option.en if lang == "en" else option.zh
    return _of(
        level,
        {
            "none": QCoreApplication.translate("PolicyWords", "没有"),
            "platform": QCoreApplication.translate("PolicyWords", "平台"),
            "provincial": QCoreApplication.translate("PolicyWords", "省级"),
            "national": QCoreApplication.translate("PolicyWords", "国家级"),
            "vertical": QCoreApplication.translate("PolicyWords", "竖屏"),
            "horizontal": QCoreApplication.translate("PolicyWords", "横屏"),
        },
    )


def unit_of(state: State, kind: FactType) -> str:
    """What a number of a fact counts: 天, 集, 次; empty where it counts nothing."""
    return coded(state, "unit", kind.unit) if kind.unit else ""


def _of(code: str, words: Mapping[str, str]) -> str:
    return words.get(code, code)
