"""A pack of 60 scenes with 60 photos of 12 megapixels, in every format: seconds, memory, size.

Each format is written by a process of its own with an empty cache, so its seconds hold the reading
and scaling of the photos that its pages show, and its memory is its own peak. Seconds of the
processor are told beside those of the clock: they hold on a machine that has other work to do.
Last, all 60 photos are prepared as for pages that show every one.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import monotonic

import numpy as np
from PIL import Image

from geo import actions
from geo.model import ProjectFacts, Script
from geo.model.pitch import Audience, PitchFormat, PitchLang, PitchWishes
from geo.present.pitch.photos import prepared
from geo.progress import finish

ASSETS = Path(__file__).resolve().parents[1] / "assets"
SCENES = PHOTOS = 60
PIXELS = (4000, 3000)
PLACES = 10
CITY = "苏州"
FACTS = ProjectFacts({"crew.home_city": "上海", "crew.size": 60})
AIM_S, AIM_MB = 5.0, 500


def photos(folder: Path) -> list[Path]:
    """Photos with the detail of a real one: some 4 MB each."""
    rng = np.random.default_rng(7)
    made = []
    for number in range(PHOTOS):
        coarse = Image.fromarray(rng.integers(0, 255, (30, 40, 3), np.uint8))
        plain = np.asarray(coarse.resize(PIXELS, Image.Resampling.BICUBIC), np.int16)
        grain = rng.integers(-12, 12, plain.shape, np.int16)
        path = folder / f"{number:02}.jpg"
        Image.fromarray(np.clip(plain + grain, 0, 255).astype(np.uint8)).save(path, quality=88)
        made.append(path)
    return made


def prepare(data: Path) -> None:
    """Hang the photos on the places of one city."""
    ws = finish(actions.open_workspace(ASSETS, data))
    folder = data / "taken"
    folder.mkdir()
    taken = photos(folder)
    for at, site in enumerate(actions.list_sites(ws, city=CITY)[:PLACES]):
        actions.add_photos(ws, site.id, taken[at::PLACES])
    ws.store.close()


def sixty_scenes(script: Script) -> Script:
    """The sample with its scenes told again until there are sixty."""
    scenes = []
    for at in range(SCENES):
        scene = script.played[at % len(script.played)]
        scenes.append(replace(scene, id=f"{scene.id}.{at}", number=at + 1, episode=None))
    return replace(script, scenes=tuple(scenes), sets=())


def one(form: str, data: Path) -> None:
    """Write one format and print what it took."""
    ws = finish(actions.open_workspace(ASSETS, data))
    sample = next(one for one in actions.samples(ws) if one.id == "yiqu_gusu")
    script = sixty_scenes(finish(actions.read_script(ws, sample.path)))
    ranking = finish(actions.rank(ws, script, FACTS, ws.default_weights))
    sites = tuple(site.id for site in actions.list_sites(ws, city=CITY)[:PLACES])
    wishes = PitchWishes(
        sites=sites,
        lang=PitchLang.BOTH,
        formats=frozenset({PitchFormat(form)}),
        audience=Audience.PUBLIC,
    )
    shutil.rmtree(data / "cache", ignore_errors=True)
    started = monotonic()
    pitch = finish(actions.make_pitch(ws, ranking, script, FACTS, wishes))
    made, worked = monotonic(), processor()
    written = finish(actions.export_pitch(ws, pitch, data / "out" / form))
    told = {
        "make": made - started,
        "write": monotonic() - made,
        "cpu": processor() - worked,
        "mb": peak_mb(),
        "size": sum(path.stat().st_size for path in written) / 1e6,
    }
    print(json.dumps(told))
    ws.store.close()


def peak_mb() -> float:
    """Most memory this process has held; what its parent held before it began is not counted."""
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processor() -> float:
    """Seconds that all processors worked for this process and those it started."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def all_photos(data: Path) -> None:
    """Prepare every photo and print what it took."""
    shutil.rmtree(data / "cache", ignore_errors=True)
    started, worked = monotonic(), processor()
    finish(prepared(sorted((data / "taken").iterdir()), data / "cache"))
    took, worked = monotonic() - started, processor() - worked
    print(f"  {PHOTOS} photos prepared in {took:.2f} s (processor {worked:.2f} s)")


def run() -> None:
    """Print a line for each format."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        prepare(data)
        print(f"{SCENES} scenes, {PLACES} places, {PHOTOS} photos of 12 megapixels, zh and en")
        for form in PitchFormat:
            line = [sys.executable, "-m", "bench.pitch", form.value, folder]
            done = subprocess.run(line, capture_output=True, text=True, check=True)
            told = json.loads(done.stdout.splitlines()[-1])
            within = told["write"] <= AIM_S and told["mb"] <= AIM_MB
            print(
                f"  {form.value:5} {told['write']:6.2f} s  processor {told['cpu']:6.2f} s  "
                f"peak {told['mb']:5.0f} MB  "
                f"{told['size']:5.1f} MB written   (made in {told['make']:.2f} s)"
                f"{'' if within else '   over the aim of 5 s, 500 MB'}"
            )
        all_photos(data)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        one(sys.argv[1], Path(sys.argv[2]))
    else:
        run()
