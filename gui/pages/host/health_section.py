"""景库体检: how complete our records are, what is wrong, what to gather first."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from geo.model.hosting import Health, HealthIssue, HealthKind
from gui.pages.host.demand_section import CARD, no_place
from gui.pages.host.files import ask_where
from gui.pages.host.health_rows import FieldRow, IssueRow
from gui.pages.host.parts import Card, Tile, beside, button, tools
from gui.pages.host.section import Section
from gui.pages.host.words import health_word, says
from gui.pages.plan.empty import Emptiness
from gui.session import Changes, Session
from gui.texts import count
from gui.widgets.pane import label
from gui.widgets.segments import Segments

LOOK, SHEET = "look", "sheet"
EVERY, FEW, LEFT = "every", 30, 320


class HealthSection(Section):
    """Bars of completeness at the left, what to mend at the right, in the order to gather it."""

    jobs = ("health",)
    heard = ("health", "sites", "site_files", "card", "pitch_wishes", "home_cities", "demand")
    card_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows: list[IssueRow] = []
        self._shown: Health | None = None
        self._every = False
        self._mended = False
        self.counted, self.broken, self.old = Tile(), Tile(), Tile()
        self.fields, self.issues = Card(), Card()
        self.fields.setFixedWidth(LEFT)
        self.kinds = Segments()
        self.kinds.chosen.connect(lambda _: self._draw_issues())
        self.issues.put_under_head(self.kinds)
        self.gather = label(role="caption", wrap=True)
        self.column.addWidget(beside(self.counted, self.broken, self.old))
        both = beside(self.fields, self.issues, grow=1)
        row = both.layout()
        if row is not None:
            for card in (self.fields, self.issues):
                row.setAlignment(card, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(both)
        self.column.addWidget(self.gather)
        self.column.addStretch(1)

    def say_head(self) -> None:
        """Write the question and what it goes by."""
        self.title.setText(self.tr("{place}的资料，先补哪一条？").format(place=self.place))
        self.told.setText(self.tr("缺的、旧的、对不上的都列出来，最影响名次的排在前面。"))
        sheet = button(self.tr("要一张导入表…"), self.write_sheet)
        take = button(self.tr("导入填好的表…"), self.import_sites)
        sheet.setToolTip(self.tr("Excel，一行一处，能挑的都有下拉表，带一行例子"))
        again = button(self.tr("再查一遍"), self.session.look_at_health)
        found = self.state.health is not None
        tools(self.tools, (again, sheet, take) if found else (sheet, take))

    def nothing(self) -> Emptiness | None:
        """Why there is nothing to mend on show."""
        if self.session.ours is None:
            return no_place(self.tr("先说是哪里的局"), self.tr("填局的名片"))
        if self.state.health is not None:
            return None
        if self.waiting():
            return Emptiness(
                self.tr("在一处一处查…"), self.tr("先查出来的先摆上。"), icon="circle-check"
            )
        hint = self.tr("先在“谁用得上”里比过，才知道哪一条最影响名次；没比过也能查。")
        return Emptiness(
            self.tr("查一查我们的资料"),
            self.tr("没有价的、没有照片的、联系人空着的、前后对不上的、像是重的，一条条列好。"),
            (hint,) if self.state.demand is None else (),
            ((LOOK, self.tr("查一遍")), (SHEET, self.tr("要一张导入表…"))),
            "circle-check",
        )

    def follow(self, way: str) -> None:
        """Do what a button of the empty view offers."""
        if way == LOOK:
            self.session.look_at_health()
        elif way == SHEET:
            self.write_sheet()
        elif way == CARD:
            self.card_asked.emit()

    def job_title(self, kind: str) -> str:
        """What is said of slow work while it lasts."""
        return self.tr("一处一处查")

    def draw(self, changes: Changes) -> None:
        """Draw bars and issues, unless just other things changed."""
        if changes.touch("sites", "site_files") and self._mended and not self.waiting():
            self._mended = False
            self.session.look_at_health()
        health = self.state.health
        if health is None or (health is self._shown and not changes.touch("language", "phrases")):
            return
        self._shown = health
        lang = self.state.language
        self.counted.tell(
            self.tr("我们的地方"), self.tr("{n} 处").format(n=count(health.sites, lang)), self.place
        )
        self.broken.tell(
            self.tr("要补的"),
            self.tr("{n} 条").format(n=count(len(health.issues), lang)),
            self.tr("涉及 {n} 处").format(n=len({one.site_id for one in health.issues})),
        )
        self.old.tell(
            self.tr("最旧的出处"),
            health.oldest or self.tr("没有日期"),
            self.tr("越旧越要打个电话核一核"),
        )
        self.fields.clear()
        self.fields.name(self.tr("齐不齐"), self.tr("有的占几成"))
        for code, share in sorted(health.complete.items(), key=lambda one: one[1]):
            self.fields.rows.addWidget(FieldRow(code, share, health.sites))
        self._offer_kinds(health)
        self._draw_issues()
        if not any(one.scenes for one in health.issues):
            self.gather.setText(self.tr("先在“谁用得上”里比过，再查一遍，才知道哪一条最影响名次。"))
            return
        meant = self.tr(
            "“影响名次”是：查清这一条以后，头名换人的机会有多大，对要比的每部戏取平均。"
            "空着的是还没算。"
        )
        over = says(self.state, health.reasons)
        self.gather.setText("\n".join(filter(None, (meant, over))))

    def _offer_kinds(self, health: Health) -> None:
        counts = Counter(one.kind for one in health.issues)
        some = [kind for kind, _ in counts.most_common(4)]
        before = self.kinds.choice
        options = [(EVERY, self.tr("全部 {n}").format(n=len(health.issues)))]
        options += [(kind.value, f"{health_word(kind)} {counts[kind]}") for kind in some]
        self.kinds.set_options(options)
        known = {key for key, _ in options}
        self.kinds.choose(before if before in known else EVERY)

    def _picked(self) -> list[HealthIssue]:
        issues = self.state.health.issues if self.state.health is not None else ()
        kind = self.kinds.choice
        if kind in (None, EVERY):
            return list(issues)
        return [one for one in issues if one.kind == HealthKind(kind)]

    def _draw_issues(self) -> None:
        self.issues.clear()
        picked = self._picked()
        # without titles to go by nobody has counted: that is not 0
        counted = any(one.scenes for one in picked)
        self.issues.name(self.tr("先补哪一条"), self.tr("影响名次 · 牵着几场") if counted else "")
        self.rows = []
        shown = picked if self._every else picked[:FEW]
        for place, issue in enumerate(shown, 1):
            row = IssueRow(
                self.state, issue, place, says(self.state, (issue.what,)), counted=counted
            )
            row.asked.connect(self.mend)
            self.rows.append(row)
            self.issues.rows.addWidget(row)
        if not picked:
            self.issues.rows.addWidget(label(self.tr("这一类都齐了。"), role="second"))
        if len(picked) > FEW:
            text = self.tr("只看前 {n} 条") if self._every else self.tr("全部 {n} 条")
            number = FEW if self._every else len(picked)
            fold = button(text.format(n=number), self._turn, quiet=True)
            self.issues.rows.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)

    def _turn(self) -> None:
        self._every = not self._every
        self._draw_issues()

    def mend(self, issue: HealthIssue) -> None:
        """Open the form of a place, or what is kept of it; once it is saved, look again."""
        from gui.pages.pitch.openers import open_site_file
        from gui.pages.sites.site_dialog import SiteDialog

        site = self.state.site(issue.site_id)
        if site is None:
            return
        if issue.kind is HealthKind.NO_CONTACT:
            self._mended = True
            open_site_file(self.session, self.window(), issue.site_id)
            return
        dialog = SiteDialog(self.session, self, site=site)
        # there is no map here to click on
        dialog.map_button.hide()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._mended = True
        dialog.show()

    def write_sheet(self) -> None:
        """Write a sheet to fill in with places of our own."""
        what = self.tr("取景地导入表")
        if path := ask_where(self, f"{self.place}{what}", what, ".xlsx"):
            self.session.write_import_sheet(path)

    def import_sites(self) -> None:
        """Take a sheet that was filled in."""
        from gui.pages.sites.import_dialog import ImportDialog

        self._mended = True
        dialog = ImportDialog(self.session, None, self)
        dialog.exec()
        dialog.deleteLater()
