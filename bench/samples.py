"""Does the city whose character a sample carries come first, names masked or not?"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from geo import actions
from geo.actions import Workspace
from geo.model import ProjectFacts, Ranking
from geo.progress import finish


def place_names(ws: Workspace) -> re.Pattern[str]:
    """Match every province, city, county and site name of the catalogue, longest first."""
    names = {d.name for d in actions.divisions(ws)}
    names |= {re.sub("(特别行政区|自治区|省|市|区|县)$", "", name) for name in names}
    names |= {site.name_zh for site in ws.store.sites()}
    usable = sorted((name for name in names if len(name) >= 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, usable)))


def masked(ws: Workspace, path: Path, folder: Path) -> Path:
    """Write a copy of the script at ``path`` with every place name blotted out."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / path.name
    copy.write_text(place_names(ws).sub("某地", text), encoding="utf-8")
    return copy


def margin(ranking: Ranking) -> tuple[str, str, float]:
    """First city, second city, and the score between them."""
    first, second = ranking.city_order.index[:2]
    gap = float(ranking.city_order.scores[first] - ranking.city_order.scores[second])
    return ranking.cities[first].city, ranking.cities[second].city, gap


def run(assets: Path, data: Path) -> None:
    """Print the first city and its margin for each sample, as written and masked."""
    ws = finish(actions.open_workspace(assets, data))
    print("samples: first city, second city, margin of the score (0 to 1)")
    for sample in actions.samples(ws):
        for how, path in (
            ("as written", sample.path),
            ("masked", masked(ws, sample.path, data / "masked")),
        ):
            script = replace(finish(actions.read_script(ws, path)), title="")
            ranking = finish(actions.rank(ws, script, ProjectFacts(), ws.default_weights))
            first, second, gap = margin(ranking)
            print(f"  {sample.title:<8} {how:<12} {first} > {second}  {gap:.4f}")
