"""勘景 Kanjing: read the arguments, choose the folders, open the window or run one action."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO, TypeAlias

from platformdirs import user_data_path

from geo import actions
from geo.errors import FactsError, KnownError, ScriptError
from geo.model import Account, Kind, ProjectFacts, Script
from geo.model.field import MergeReport
from geo.phrases import LANGUAGES, Phrases, load_phrases
from geo.present import (
    console,
    documents,
    field_console,
    money_documents,
    money_text,
    policy_text,
    search_text,
)
from geo.present.console_options import OPTIONS
from geo.present.pitch import console as pitch_console
from geo.present.plan_console import plan_lines
from geo.present.plan_documents import plan_document
from geo.progress import finish
from geo.script import script_to_json

ASSETS = Path(__file__).resolve().parent / "assets"
OUT = Path("out")
EXIT_REFUSED = 1
EXIT_KNOWN = 2
FACTS = "project.toml"
Parser: TypeAlias = argparse.ArgumentParser
Run: TypeAlias = Callable[["Desk"], int | None]


def parser() -> argparse.ArgumentParser:
    """Build the command line; without a command the window opens."""
    top = argparse.ArgumentParser(prog="kanjing", description=__doc__)
    top.add_argument("--data", type=Path, help="folder for the catalogue and projects")
    top.add_argument("--lang", choices=LANGUAGES, default="zh")
    top.set_defaults(run=open_or_show, desk=None, json=False)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, about: str, desk: Run | None = None, facts: str = "") -> Parser:
        """Add a command; what is asked of the whole may also stand after it, as people type it."""
        made = commands.add_parser(name, help=about)
        both = ("both",) if desk is run_pitch else ()
        made.add_argument("--lang", choices=(*LANGUAGES, *both), default=argparse.SUPPRESS)
        made.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        if facts:
            made.add_argument("--facts", type=Path, help=facts)
        if desk is not None:
            made.add_argument("--json", action="store_true", help="print a JSON document")
            made.set_defaults(desk=desk)
        for flag, how in OPTIONS.get(name, {}).items():
            made.add_argument(flag, **how)
        return made

    command("read", "read a script: scenes and what each needs", run_read)
    command("rank", "rank places and cities for a script", run_rank, FACTS)
    facts = "project.toml: its home city is 驻地"
    command("sites", "list places of the catalogue", run_sites, facts)
    policies = command("policies", "list support policies, judged", run_policies, FACTS)
    of_policies = policies.add_subparsers(title="commands", metavar="COMMAND")
    check = of_policies.add_parser("check", help="what a policy file would change, and errors")
    check.set_defaults(desk=run_policy_check)
    check.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    check.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    check.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    check.add_argument("file", type=Path, help="a file of policies (YAML)")
    command("money", "cost, subsidy and uplift of a place, side by side", run_money, FACTS)
    command("plan", "the cheapest plan for the whole script, proven", run_plan, FACTS)
    command("pack", "a field pack of some places: one file for a laptop, QGIS or QField", run_pack)
    command("merge", "bring field packs home; what disagrees is listed", run_merge)
    pitch = command(
        "pitch", "a pack for a crew: these scenes, here, at this cost", run_pitch, FACTS
    )
    audience = pitch.add_mutually_exclusive_group()
    for name in ("public", "internal"):
        audience.add_argument(f"--{name}", dest="audience", action="store_const", const=name)

    shot = command("window-shot", "write a picture of the window")
    shot.set_defaults(run=run_window_shot)
    return top


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

    def wrote(self, path: Path, stream: TextIO | None = None) -> None:
        """Tell which file was written."""
        told = self.ws.phrases.say("console_wrote", self.args.lang, {"file": str(path)})
        print(told, file=stream or sys.stderr)

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
        raise ScriptError("script_no_scenes", file=desk.args.script.name, lines=len(script.lines))
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
        desk.wrote(finish(actions.export_breakdown(desk.ws, script, args.out, args.lang)))
        if not (args.explain or args.json):
            return

    tell = console.explained_lines if args.explain else console.script_lines
    desk.show(lambda: script_to_json(script, say), lambda: tell(script, phrases, args.lang))


def run_rank(desk: Desk) -> None:
    """Rank places and cities for a script."""
    args, script = desk.args, read_scenes(desk)
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
    if args.find is not None or args.like is not None:
        find_sites(desk)
        return
    kind = Kind(args.kind) if args.kind else None
    sites = actions.list_sites(desk.ws, city=args.city, kind=kind, scene_type=args.scene_type)
    desk.show(
        lambda: {"sites": [documents.site_document(site) for site in sites]},
        lambda: console.site_lines(sites, desk.ws.phrases, args.lang),
    )


def find_sites(desk: Desk) -> None:
    """Search the catalogue in the words of the arguments, or list the places most like one."""
    args, ws = desk.args, desk.ws
    places = {site.id: site for site in actions.list_sites(ws)}
    if args.find is not None:
        found = finish(actions.search(ws, args.find, desk.facts()))
        desk.show(
            lambda: search_text.found_document(found, places, args.top),
            lambda: search_text.found_lines(found, places, ws.phrases, args.lang, args.top),
        )
        return
    site = finish(actions.named_site(ws, args.like))
    alike = finish(actions.alike(ws, site.id))
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
        desk.wrote(finish(actions.export_accounts(ws, accounts, args.out, args.lang)))
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


def run_pitch(desk: Desk) -> None:
    """Put a pack for a crew together, and write it where a folder is named."""
    args, ws = desk.args, desk.ws
    words = {name: split_names([getattr(args, name)]) for name in pitch_console.WORDS}
    wishes = actions.read_pitch(ws, words, args.pack, args.audience)
    script = read_scenes(desk) if args.script else None
    asked = actions.read_wishes(ws, path=args.facts)
    pitch = finish(actions.pitch_script(ws, script, desk.facts(), wishes, asked))
    for made in finish(actions.export_pitch(ws, pitch, args.out)) if args.out else ():
        desk.wrote(made)
    desk.show(
        lambda: pitch_console.pitch_document(pitch),
        lambda: pitch_console.pitch_lines(pitch, ws.phrases, args.lang),
    )


def run_pack(desk: Desk) -> None:
    """Make a field pack of the places named."""
    args, ws = desk.args, desk.ws
    sites = [finish(actions.named_site(ws, one)).id for one in split_names([args.sites])]
    wishes = actions.pack_wishes(ws, sites, lang=args.lang)
    wishes = replace(wishes, who=args.who, private=args.private, photos=not args.no_photos)
    info = finish(actions.make_pack(ws, wishes, args.out))
    desk.show(
        lambda: field_console.pack_document(info),
        lambda: field_console.pack_lines(info, ws.phrases, args.lang),
    )


def run_merge(desk: Desk) -> int:
    """Bring packs home in the order given; 1 while something wants a decision."""
    args, ws = desk.args, desk.ws
    reports: list[MergeReport] = []
    try:
        reports.extend(finish(actions.merge_pack(ws, path, args.who)) for path in args.packs)
    finally:
        # one that cannot be read takes nothing from those before it
        asked = actions.contested(ws)
        desk.show(
            lambda: field_console.merge_document(reports, asked),
            lambda: field_console.merge_lines(
                reports, asked, actions.recce_fields(ws), ws.phrases, args.lang
            ),
        )
    return EXIT_REFUSED if asked else 0


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
    told = {name: getattr(args, name) for name in ("script", "page", "lang", "theme")}
    shoot(args.out, assets=ASSETS, data=data_folder(args), size=size, **told)


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, by its server on Linux."""
    drawn = os.environ.get("QT_QPA_PLATFORM") not in ("offscreen", "minimal")
    served = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or bool(drawn and served)


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
    book, picture = OUT / "kanjing-ranking.xlsx", OUT / "kanjing-window.png"
    made = [finish(actions.export_map(ws, ranking, script, OUT / "kanjing-map.html", lang))]
    made.append(finish(actions.export_ranking(ws, ranking, script, book, lang)))
    shot = parser().parse_args(["window-shot", str(picture), "--script", str(sample.path)])
    run_window_shot(argparse.Namespace(**{**vars(shot), "data": args.data, "lang": lang}))
    for path in [*made, picture]:
        desk.wrote(path, sys.stdout)


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments ask; a known error is one sentence and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = parser().parse_args(argv)
    # a pack may speak two languages, we to whoever asks for it one
    args.pack, args.lang = args.lang, "en" if args.lang == "en" else "zh"
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
