"""勘景 Kanjing: read the arguments, choose the folders, open the window or run one action."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from geo import actions
from geo.errors import FactsError, KnownError, ScriptError
from geo.model import Account, Kind, Method, ProjectFacts, Script
from geo.phrases import Phrases, load_phrases
from geo.present import console, documents, money_documents, money_text, policy_text, search_text
from geo.present.plan_console import plan_lines
from geo.present.plan_documents import plan_document
from geo.progress import finish
from geo.script import script_to_json

ASSETS = Path(__file__).resolve().parent / "assets"
OUT = Path("out")
EXIT_REFUSED = 1
EXIT_KNOWN = 2


def parser() -> argparse.ArgumentParser:
    """Build the command line; without a command the window opens."""
    top = argparse.ArgumentParser(prog="kanjing", description=__doc__)
    top.add_argument("--data", type=Path, help="folder for the catalogue and projects")
    top.add_argument("--lang", choices=("zh", "en"), default="zh")
    top.set_defaults(run=open_or_show, desk=None, json=False)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    read = commands.add_parser("read", help="read a script: scenes and what each needs")
    read.add_argument("script", type=Path)
    read.add_argument("--explain", action="store_true", help="print each line with its tag")
    read.add_argument("--out", type=Path, help="write the breakdown: .xlsx, .csv or .uss")
    read.set_defaults(desk=run_read)

    rank = commands.add_parser("rank", help="rank places and cities for a script")
    rank.add_argument("script", type=Path)
    rank.add_argument("--cities", default="", help="苏州,绍兴 (default: the four)")
    rank.add_argument("--weights", default="", help="cost=.4,subsidy=.2,uplift=.1,fit=.3")
    insist = "insist on it: stage, no_risk, near=KM, price=CNY, city=NAME (commas, or repeated)"
    rank.add_argument("--must", action="append", default=[], metavar="WORDS", help=insist)
    more = "weigh it too: travel (km from the home city), risk (scenes somebody must agree to)"
    rank.add_argument("--extra", action="append", default=[], metavar="WORDS", help=more)
    methods = ", ".join(Method)
    rank.add_argument("--method", help=f"{methods} (default: weighted_sum)")
    rank.add_argument("--facts", type=Path, help="project.toml")
    rank.add_argument("--top", type=whole, default=20)
    rank.set_defaults(desk=run_rank)

    sites = commands.add_parser("sites", help="list places of the catalogue")
    sites.add_argument("--city")
    sites.add_argument("--kind", choices=[kind.value for kind in Kind])
    sites.add_argument("--scene-type")
    sites.add_argument(
        "--find", metavar="WORDS", help="like 同里 30公里内 园林; pinyin or English too"
    )
    sites.add_argument("--like", metavar="SITE", help="places like this one (id or name)")
    sites.add_argument("--facts", type=Path, help="project.toml: its home city is 驻地")
    sites.add_argument("--top", type=whole, default=20, help="how many to show of what is found")
    sites.set_defaults(desk=run_sites)

    policies = commands.add_parser("policies", help="list support policies, judged")
    policies.add_argument("--city")
    policies.add_argument("--facts", type=Path, help="project.toml")
    policies.set_defaults(desk=run_policies)
    of_policies = policies.add_subparsers(title="commands", metavar="COMMAND")
    check = of_policies.add_parser("check", help="what a policy file would change, and errors")
    check.add_argument("file", type=Path, help="a file of policies (YAML)")
    check.set_defaults(desk=run_policy_check)
    check.add_argument("--json", action="store_true", default=argparse.SUPPRESS)

    money = commands.add_parser("money", help="cost, subsidy and uplift of a place, side by side")
    money.add_argument("script", type=Path)
    money.add_argument("--city", action="append", default=[], help="up to six (default: the four)")
    money.add_argument("--site", help="name or id of one place instead of whole cities")
    money.add_argument("--facts", type=Path, help="project.toml")
    money.add_argument("--out", type=Path, help="write a workbook: FILE.xlsx")
    money.set_defaults(desk=run_money)

    plan = commands.add_parser("plan", help="the cheapest plan for the whole script, proven")
    plan.add_argument("script", type=Path)
    plan.add_argument("--facts", type=Path, help="project.toml")
    plan.add_argument("--cities", default="", help="苏州,绍兴 (default: the four)")
    plan.add_argument(
        "--lock", action="append", default=[], metavar="SET=SITE", help="shoot it there"
    )
    plan.add_argument("--time-limit", type=float, default=60.0, metavar="S", help="default: 60")
    plan.set_defaults(desk=run_plan)
    for command in (read, rank, sites, policies, money, plan):
        command.add_argument("--json", action="store_true", help="print a JSON document")

    shot = commands.add_parser("window-shot", help="write a picture of the window")
    shot.add_argument("out", type=Path)
    shot.add_argument("--script", type=Path)
    pages = ("start", "import", "script", "sites", "money", "defend", "plan")
    shot.add_argument("--page", default="sites", choices=pages)
    shot.add_argument("--theme", choices=("light", "dark", "sunlit"), default="light")
    shot.add_argument("--size", default="1440x900", help="WIDTHxHEIGHT")
    shot.set_defaults(run=run_window_shot)
    for command in (read, rank, sites, policies, check, money, plan, shot):
        # also after the command, where people type them
        command.add_argument("--lang", choices=("zh", "en"), default=argparse.SUPPRESS)
        command.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    return top


def whole(text: str) -> int:
    """How many to show: a whole number, 0 or more."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number; write it like 20")
    return int(text)


@dataclass(frozen=True, slots=True)
class Desk:
    """The arguments, and the workspace that a command works in."""

    args: argparse.Namespace
    ws: actions.Workspace

    def show(
        self, document: Callable[[], Mapping[str, Any]], lines: Callable[[], Sequence[str]]
    ) -> None:
        """Print the document as JSON where asked, else the lines."""
        if self.args.json:
            print(json.dumps(document(), ensure_ascii=False, indent=1))
        else:
            print("\n".join(lines()))

    def facts(self) -> ProjectFacts:
        """Facts of the project file, or none."""
        path = self.args.facts
        return actions.read_facts(self.ws, path) if path else ProjectFacts()


def data_folder(args: argparse.Namespace) -> Path:
    """Choose the folder of the user's data: named, from KANJING_DATA, or the system's place."""
    named = args.data or os.environ.get("KANJING_DATA")
    return Path(named) if named else user_data_path("kanjing", appauthor=False)


@contextmanager
def open_desk(args: argparse.Namespace) -> Iterator[Desk]:
    """Open the workspace and close it again."""
    ws = finish(actions.open_workspace(ASSETS, data_folder(args)))
    try:
        yield Desk(args, ws)
    finally:
        ws.store.close()


def read_scenes(desk: Desk) -> Script:
    """Read the script of the arguments; ScriptError when nothing in it reads as a scene."""
    script = finish(actions.read_script(desk.ws, desk.args.script))
    if not script.scenes:
        file = desk.args.script.name
        raise ScriptError("script_no_scenes", file=file, lines=len(script.lines))
    return script


def run_read(desk: Desk) -> None:
    """Read a script and tell its scenes."""
    args = desk.args
    explained = args.explain and not args.out
    script = finish(actions.read_script(desk.ws, args.script)) if explained else read_scenes(desk)
    phrases = desk.ws.phrases

    def say(code: str, values: Any) -> str:  # noqa: ANN401 (a warning's own values)
        return phrases.say(code, args.lang, values)

    if args.out:
        made = finish(actions.export_breakdown(desk.ws, script, args.out, args.lang))
        print(phrases.say("console_wrote", args.lang, {"file": str(made)}), file=sys.stderr)
        if not (args.explain or args.json):
            return

    tell = console.explained_lines if args.explain else console.script_lines
    desk.show(
        lambda: script_to_json(script, say),
        lambda: tell(script, phrases, args.lang),
    )


def run_rank(desk: Desk) -> None:
    """Rank places and cities for a script."""
    args = desk.args
    script = read_scenes(desk)
    cities, facts = split_names([args.cities]), desk.facts()
    wishes = actions.read_wishes(desk.ws, args.must, args.extra, args.method, args.facts)
    weights, wishes = actions.read_weights(args.weights, desk.ws.default_weights, wishes)
    ranking = finish(actions.rank(desk.ws, script, facts, weights, cities, wishes=wishes))
    defence = finish(actions.defend(ranking))
    desk.show(
        lambda: documents.ranking_document(ranking, args.top, defence),
        lambda: console.ranking_lines(ranking, desk.ws.phrases, args.lang, args.top, defence),
    )


def run_sites(desk: Desk) -> None:
    """List places of the catalogue."""
    args = desk.args
    if args.find is not None:
        find_sites(desk)
        return
    if args.like is not None:
        like_site(desk)
        return
    kind = Kind(args.kind) if args.kind else None
    sites = actions.list_sites(desk.ws, city=args.city, kind=kind, scene_type=args.scene_type)
    desk.show(
        lambda: {"sites": [documents.site_document(site) for site in sites]},
        lambda: console.site_lines(sites, desk.ws.phrases, args.lang),
    )


def find_sites(desk: Desk) -> None:
    """Search the catalogue in the words of the arguments."""
    args, ws = desk.args, desk.ws
    found = finish(actions.search(ws, args.find, desk.facts()))
    places = {site.id: site for site in actions.list_sites(ws)}
    desk.show(
        lambda: search_text.found_document(found, places, args.top),
        lambda: search_text.found_lines(found, places, ws.phrases, args.lang, args.top),
    )


def like_site(desk: Desk) -> None:
    """List the places most like the one named in the arguments."""
    args, ws = desk.args, desk.ws
    site = finish(actions.named_site(ws, args.like))
    alike = finish(actions.alike(ws, site.id))
    places = {one.id: one for one in actions.list_sites(ws)}
    desk.show(
        lambda: search_text.alike_document(site, alike, places),
        lambda: search_text.alike_lines(site, alike, places, ws.phrases, args.lang),
    )


def run_policies(desk: Desk) -> None:
    """List policies, judged against the project facts."""
    args = desk.args
    judged = actions.list_policies(desk.ws, desk.facts(), args.city)
    desk.show(
        lambda: {"policies": [documents.policy_document(policy) for policy in judged]},
        lambda: console.policy_lines(judged, desk.ws.phrases, args.lang),
    )


def run_policy_check(desk: Desk) -> int:
    """Tell what a policy file holds; 1 when anything of it was refused."""
    args, ws = desk.args, desk.ws
    parcel = finish(actions.read_parcel(ws, args.file))
    examples = {policy.id: actions.rework(ws, policy) for policy in parcel.policies}
    desk.show(
        lambda: policy_text.parcel_document(parcel, examples),
        lambda: policy_text.parcel_lines(parcel, examples, ws.phrases, args.lang),
    )
    return EXIT_REFUSED if parcel.refused else 0


def run_money(desk: Desk) -> None:
    """Tell everything about money for cities side by side, or for one place."""
    args, ws, phrases = desk.args, desk.ws, desk.ws.phrases
    script, facts = read_scenes(desk), desk.facts()
    for refused in actions.refused_own(ws):
        print(policy_text.refused_line(refused, phrases, args.lang), file=sys.stderr)
    cities = split_names(args.city) or actions.FOUR_CITIES
    wishes = actions.read_wishes(ws, path=args.facts)
    if args.site:
        weights = ws.default_weights
        ranking = finish(actions.rank(ws, script, facts, weights, cities, wishes=wishes))
        site = actions.find_site(ranking, args.site)
        one = actions.account(ws, ranking, script, facts, site.city_zh, site.id)
        accounts: tuple[Account, ...] = (finish(one),)
    else:
        accounts = finish(actions.compare(ws, script, facts, cities, wishes=wishes))
    if args.out:
        made = finish(actions.export_accounts(ws, accounts, args.out, args.lang))
        print(phrases.say("console_wrote", args.lang, {"file": str(made)}), file=sys.stderr)
    desk.show(
        lambda: money_documents.accounts_document(accounts),
        lambda: money_text.account_lines(accounts, phrases, actions.fact_fields(ws), args.lang),
    )


def run_plan(desk: Desk) -> None:
    """Work out the cheapest plan for the whole script."""
    args, ws, script, facts = desk.args, desk.ws, read_scenes(desk), desk.facts()
    asked = actions.read_asked(
        ws, args.facts, split_names([args.cities]), args.lock, args.time_limit
    )
    found = finish(actions.plan_script(ws, script, facts, asked))
    desk.show(
        lambda: plan_document(found.plan, script, found.sites, found.alternatives),
        lambda: plan_lines(found.plan, found.sites, ws.phrases, args.lang, found.alternatives),
    )


def split_names(texts: Sequence[str]) -> tuple[str, ...]:
    """Names given one by one or with commas between."""
    return tuple(filter(None, ",".join(texts).replace("，", ",").split(",")))


def run_window_shot(args: argparse.Namespace) -> None:
    """Write a picture of the real window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gui.window import shoot

    width, _, height = args.size.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise FactsError("size_unreadable", text=args.size)
    size = int(width), int(height)
    shoot(
        args.out,
        assets=ASSETS,
        data=data_folder(args),
        script=args.script,
        page=args.page,
        lang=args.lang,
        theme=args.theme,
        size=size,
    )


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, by its server on Linux."""
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_or_show(args: argparse.Namespace) -> None:
    """Open the window; without a display tell the same story on a sample script."""
    if has_display():
        from gui.window import run

        sys.exit(run(ASSETS, data_folder(args)))
    with open_desk(args) as desk:
        tell_without_window(desk)


def tell_without_window(desk: Desk) -> None:
    """Rank a sample script, print it, and write the map, the workbook and a picture."""
    args, ws, lang = desk.args, desk.ws, desk.args.lang
    sample = actions.samples(ws)[0]
    print(ws.phrases.say("console_no_display", lang, {"sample": sample.title}))
    script = finish(actions.read_script(ws, sample.path))
    ranking = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))
    print("\n".join(console.ranking_lines(ranking, ws.phrases, lang, 10)))
    made = [
        finish(write(ws, ranking, script, OUT / name, lang))
        for write, name in (
            (actions.export_map, "kanjing-map.html"),
            (actions.export_ranking, "kanjing-ranking.xlsx"),
        )
    ]
    picture = OUT / "kanjing-window.png"
    shot = parser().parse_args(["window-shot", str(picture), "--script", str(sample.path)])
    run_window_shot(argparse.Namespace(**{**vars(shot), "data": args.data, "lang": lang}))
    for path in [*made, picture]:
        print(ws.phrases.say("console_wrote", lang, {"file": str(path)}))


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask; a known error is one sentence and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = parser().parse_args(argv)
    try:
        if args.desk is None:
            args.run(args)
        else:
            with open_desk(args) as desk:
                return args.desk(desk) or 0
    except KnownError as error:
        phrases: Phrases = load_phrases(ASSETS / "phrases")
        print(phrases.say(error.code, args.lang, error.values), file=sys.stderr)
        return EXIT_KNOWN
    except BrokenPipeError:
        # the reader of our output left (| head): point the stream elsewhere so that exit is quiet
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
