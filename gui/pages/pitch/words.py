"""What the page 推介 calls parts, files, private things, places."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from geo.model import Reason
from geo.model.pitch import Disclosed, Disclosure, Pitch, PitchFormat, PitchPart, ToConfirm
from gui.session import State
from gui.texts import count


def say(state: State, reason: Reason) -> str:
    """A reason as a sentence in the language of the interface."""
    return reason.code if state.phrases is None else state.phrases.tell(reason, state.language)


def place_name(state: State, key: str) -> str:
    """The name of a site by its id, or of a city, in the reader's language."""
    site, english = state.site(key), state.language == "en"
    if site is None:
        return state.sites.city_en(key) or key if english else key
    return site.name_en or site.name_zh if english else site.name_zh


def part_word(part: PitchPart) -> str:
    """What a part of the pack is called."""
    return {
        PitchPart.COVER: QCoreApplication.translate("PitchPage", "封面"),
        PitchPart.ANSWER: QCoreApplication.translate("PitchPage", "一页答复"),
        PitchPart.SCENES: QCoreApplication.translate("PitchPage", "逐场对照"),
        PitchPart.MONEY: QCoreApplication.translate("PitchPage", "费用与补贴"),
        PitchPart.PERMITS: QCoreApplication.translate("PitchPage", "许可与时间"),
        PitchPart.SERVICES: QCoreApplication.translate("PitchPage", "剧组服务"),
        PitchPart.MAP: QCoreApplication.translate("PitchPage", "地图"),
        PitchPart.LIGHT: QCoreApplication.translate("PitchPage", "光线"),
        PitchPart.COMPARE: QCoreApplication.translate("PitchPage", "并排比较"),
        PitchPart.CONTACTS: QCoreApplication.translate("PitchPage", "联系与来源"),
    }[part]


def part_note(part: PitchPart, state: State) -> str:
    """What a part holds now, in a word or two; empty where there is nothing to count."""
    pitch, lang = state.pitch, state.language
    if pitch is None:
        return ""
    counts = {
        PitchPart.SCENES: (len(pitch.scenes), QCoreApplication.translate("PitchPage", "{n} 场")),
        PitchPart.COMPARE: (len(pitch.compared), QCoreApplication.translate("PitchPage", "{n} 个")),
        PitchPart.CONTACTS: (
            len(pitch.sources),
            QCoreApplication.translate("PitchPage", "{n} 条来源"),
        ),
    }
    if part in counts:
        number, text = counts[part]
        return text.format(n=count(number, lang)) if number else _nothing(part)
    if part is PitchPart.MAP:
        return map_word(state)
    return ""


def _nothing(part: PitchPart) -> str:
    return {
        PitchPart.SCENES: QCoreApplication.translate("PitchPage", "没有剧本"),
        PitchPart.COMPARE: QCoreApplication.translate("PitchPage", "还没挑"),
    }.get(part, "")


def map_word(state: State) -> str:
    """What kind of map the pack will hold: 示意图 has no boundaries."""
    wishes = state.pitch_wishes
    if wishes.audience is not None and wishes.audience.value == "internal":
        return QCoreApplication.translate("PitchPage", "带界线")
    if wishes.base:
        return QCoreApplication.translate("PitchPage", "审过的底图")
    return QCoreApplication.translate("PitchPage", "示意图")


def format_word(form: PitchFormat) -> str:
    """What a file is called."""
    return {
        PitchFormat.PDF: "PDF",
        PitchFormat.PPTX: "PPTX",
        PitchFormat.HTML: QCoreApplication.translate("PitchPage", "网页"),
        PitchFormat.XLSX: "XLSX",
        PitchFormat.DOCX: "DOCX",
        PitchFormat.LONG: QCoreApplication.translate("PitchPage", "长图"),
        PitchFormat.PHONE: QCoreApplication.translate("PitchPage", "竖版 PDF"),
        PitchFormat.TEXT: QCoreApplication.translate("PitchPage", "文字"),
    }[form]


def format_note(form: PitchFormat) -> str:
    """What a file is for."""
    return {
        PitchFormat.PDF: QCoreApplication.translate("PitchPage", "打印、发邮件"),
        PitchFormat.PPTX: QCoreApplication.translate("PitchPage", "字、表、图都能改"),
        PitchFormat.HTML: QCoreApplication.translate("PitchPage", "手机上看，地图能动"),
        PitchFormat.XLSX: QCoreApplication.translate("PitchPage", "给制片算账"),
        PitchFormat.DOCX: QCoreApplication.translate("PitchPage", "公函"),
        PitchFormat.LONG: QCoreApplication.translate("PitchPage", "一张图，发微信"),
        PitchFormat.PHONE: QCoreApplication.translate("PitchPage", "手机上翻，10 MB 以内"),
        PitchFormat.TEXT: QCoreApplication.translate("PitchPage", "一段话，粘进群里"),
    }[form]


def template_word(name: str) -> str:
    """What a template lays out; its own name where it is none of ours."""
    words = {
        "pitch.typ": QCoreApplication.translate("PitchPage", "纸面 PDF"),
        "phone.typ": QCoreApplication.translate("PitchPage", "竖版 PDF 和长图"),
        "pieces.typ": QCoreApplication.translate("PitchPage", "两种 PDF 共用的零件"),
        "pitch.pptx": "PPTX",
        "letter.docx": QCoreApplication.translate("PitchPage", "函"),
        "page.html": QCoreApplication.translate("PitchPage", "网页"),
        "report.docx": QCoreApplication.translate("PitchPage", "专报"),
        "office_letter.docx": QCoreApplication.translate("PitchPage", "协拍函"),
        "route.typ": QCoreApplication.translate("PitchPage", "旅行路线 PDF"),
    }
    return words.get(name, name)


def private_word(kind: Disclosure) -> str:
    """Something that leaves only when ticked."""
    return {
        Disclosure.OWNER: QCoreApplication.translate("PitchPage", "场地负责人和手机"),
        Disclosure.FLOOR: QCoreApplication.translate("PitchPage", "底价"),
        Disclosure.QUOTES: QCoreApplication.translate("PitchPage", "电话里谈的价"),
        Disclosure.NOTES: QCoreApplication.translate("PitchPage", "内部备注"),
        Disclosure.PHOTO_PLACE: QCoreApplication.translate("PitchPage", "照片里的位置和机型"),
        Disclosure.RIVALS: QCoreApplication.translate("PitchPage", "和外地的比较"),
    }[kind]


def given_word(state: State, one: Disclosed) -> str:
    """What a pack gives out or holds back, by its code."""
    if one.code in set(Disclosure):
        return private_word(Disclosure(one.code))
    told = say(state, Reason(f"disclosed.{one.code}"))
    return told if told != f"disclosed.{one.code}" else one.code


def private_kinds(pitch: Pitch | None) -> dict[Disclosure, Disclosed]:
    """What the pack tells of each private thing it knows of."""
    if pitch is None:
        return {}
    known = set(Disclosure)
    return {Disclosure(one.code): one for one in pitch.disclosed if one.code in known}


def rivals_go_out(state: State) -> bool:
    """Whether the files will compare us with places of other cities."""
    wishes = state.pitch_wishes
    told = private_kinds(state.pitch).get(Disclosure.RIVALS)
    given = told is not None and told.given and told.count > 0
    return (given or Disclosure.RIVALS in wishes.disclose) and PitchPart.COMPARE in wishes.parts


def whom_word(state: State, one: ToConfirm) -> str:
    """Who could say, in the reader's language."""
    return one.whom_en or one.whom if state.language == "en" else one.whom
