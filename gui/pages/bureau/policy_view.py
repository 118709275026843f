"""The reading view of one policy: what it says, in words, with who says so."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTextBrowser

from geo.model import Policy, Source
from gui import theme
from gui.pages.bureau.policy_says import pays
from gui.pages.bureau.policy_told import tell_policy
from gui.pages.bureau.policy_words import place_names, region_word, status_word, title_of
from gui.session import State

STALE = ("draft", "expired")


class PolicyView(QTextBrowser):
    """Shows one policy. A link is one only where its source says that it is safe."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.anchorClicked.connect(_follow)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._shown: tuple[Policy | None, State | None] = (None, None)

    def show_policy(self, policy: Policy | None, state: State) -> None:
        """Write ``policy``; nothing where none is chosen."""
        before = self._shown[0]
        at = self.verticalScrollBar().value()
        self._shown = (policy, state)
        self.setAccessibleName(self.tr("这条政策"))
        text = (
            self.tr("左边挑一条来看。")
            if policy is None
            else _page(policy, state, self._notes(policy))
        )
        self.document().setDefaultStyleSheet(_sheet())
        self.document().setDocumentMargin(16)
        self.setHtml(text)
        if before is not None and policy is not None and before.id == policy.id:
            self.verticalScrollBar().setValue(at)

    def restyle(self) -> None:
        """Write it again in other colours."""
        policy, state = self._shown
        if state is not None:
            self.show_policy(policy, state)

    def _notes(self, policy: Policy) -> list[str]:
        """What must be known before any figure is read."""
        told = []
        if policy.status == "draft":
            told.append(self.tr("征求意见稿，还没生效，不算钱。"))
        if policy.status == "expired":
            told.append(self.tr("已经过期，不算钱。"))
        if policy.status == "unknown":
            told.append(self.tr("是否还有效没核到，用之前先打电话问。"))
        if policy.own:
            mine = self.tr("这一条是{who}在 {day} 填的。")
            if not policy.id.startswith("own-"):
                mine = self.tr("这一条是{who}在 {day} 填的，代替了原来的。")
            who = policy.told_by or self.tr("本机")
            told.append(mine.format(who=who, day=policy.told_on or "–"))
        return told


def _page(policy: Policy, state: State, notes: list[str]) -> str:
    head = f"{region_word(policy.region, place_names(state))} · {status_word(state, policy.status)}"
    parts = [
        f"<h2>{escape(title_of(policy, state.language))}</h2>",
        f"<p class=cap>{escape(head)}</p>",
        f"<p class=key>{escape(pays(policy, state))}</p>",
    ]
    tone = "warn" if policy.status in STALE else "note"
    parts += [f"<p class={tone}>{escape(one)}</p>" for one in notes]
    rows = []
    for field in tell_policy(policy, state):
        lines = [escape(line) for line in field.lines if line]
        if field.key == "pays":
            # the first line of the amount stands large above
            lines = lines[1:]
        if field.key == "sources":
            lines = [_source(one, state.language) for one in policy.sources]
        if field.key != "title" and lines:
            text = "<br>".join(lines)
            rows.append(f"<tr><td class=name>{escape(field.name)}</td><td>{text}</td></tr>")
    return "".join(parts) + f"<table cellspacing=0 cellpadding=5>{''.join(rows)}</table>"


def _source(source: Source, lang: str) -> str:
    title = escape(source.title_in(lang))
    url = QUrl(source.url or "")
    if source.link_safe and url.scheme() in {"http", "https"}:
        title = f'<a href="{escape(url.toString(), quote=True)}">{title}</a>'
    said = (source.publisher_in(lang), source.date or "")
    who = escape(" · ".join(one for one in said if one))
    return f"{title}<br><span class=cap>{who}</span>"


def _follow(url: QUrl) -> None:
    QDesktopServices.openUrl(url)


def _sheet() -> str:
    palette = theme.current()
    return (
        f"h2 {{ font-size: {theme.px(16)}px; margin-bottom: 2px; }}"
        f".cap {{ color: {palette.ink3}; font-size: {theme.px(12)}px; margin-top: 0; }}"
        f".key {{ font-size: {theme.px(18)}px; margin: 8px 0; }}"
        f".warn {{ color: {palette.warn}; }}"
        f".note {{ color: {palette.ink2}; }}"
        f".name {{ color: {palette.ink3}; white-space: nowrap; }}"
        f"a {{ color: {palette.link}; }}"
    )
