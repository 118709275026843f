"""How fast scripts are read, and how much memory that takes: a long series, and worst cases."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random

from bench.timing import told
from geo.errors import ScriptError
from geo.model import Script, Tag, Vocabulary
from geo.progress import finish
from geo.script import lines_like, read_script, retag

EPISODES, SCENES, CHARACTERS = 100, 4, 327_000
# characters of a line, its end included, as this generator writes them
ROW = 34
WORST, MOST_LINES = 1_200_000, 190_000
SEED = 7
PLACES = (
    *("沈家别墅客厅", "沈家别墅书房", "顾氏集团总裁办公室", "顾氏集团会议室", "市第一医院病房"),
    *(
        "老城区巷口馄饨摊",
        "废弃纺织厂车间",
        "江边码头",
        "云端酒店宴会厅",
        "苏梅出租屋",
        "机场到达厅",
    ),
    *(
        "民国沈府正厅",
        "沈府后花园凉亭",
        "城隍庙戏台",
        "直播间",
        "警察局审讯室",
        "地下停车场",
        "竹林",
    ),
)
PEOPLE = ("沈知秋", "顾承泽", "林晚", "苏梅", "顾老太太", "秘书小陈", "管家", "保镖甲")
ACTIONS = (
    "推开门，屋里空无一人，桌上的茶还冒着热气。",
    "缓缓转身，眼里全是泪，手里攥着那张泛黄的照片。",
    "把合同摔在桌上，众人面面相觑，没有人敢出声。",
    "雨越下越大，她站在檐下，看着他的车消失在街角。",
    "宾客们举杯，灯光忽然全灭，人群里传来一声尖叫。",
)
SPEECHES = (
    "你以为三年前的事，我真的一点都不知道吗？",
    "我在机场等你，十二点之前不到，这个项目就归别人了。",
    "比分 3-2，我们赢了，第3场比赛你也该认输了。",
    "奶奶，孙女回来了，这一次，谁也别想把我从这个家里赶出去。",
    "签了它，一千万归你，从此你和顾家再没有半点关系。",
)
PEAK = """
import sys
from pathlib import Path
from geo.progress import finish
from geo.script import load_vocabulary, read_script

def told(name):
    rows = Path("/proc/self/status").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith(name)) / 1024

vocabulary = load_vocabulary(Path(sys.argv[1]))
Path("/proc/self/clear_refs").write_text("5")  # the peak counts from here
before = told("VmRSS")
script = finish(read_script(Path(sys.argv[2]), vocabulary))
print(told("VmHWM") - before)
"""
ROOT = Path(__file__).resolve().parents[1]


def _mixed(random: Random, sentences: Sequence[str]) -> str:
    """Parts of sentences in a new order, so that hardly a line stands twice."""
    parts = [part for sentence in sentences for part in sentence.rstrip("。？").split("，")]
    return "，".join(random.sample(parts, 3)) + "。"


def _scene(random: Random, episode: int, number: int, rows: int) -> Iterator[str]:
    time_of_day, side = random.choice("日夜晨"), random.choice("内外")
    cast = random.sample(PEOPLE, 3)
    yield f"{episode}-{number} {time_of_day} {side} {random.choice(PLACES)}"
    yield "人物：" + "、".join(cast)
    yield ""
    for _ in range(rows):
        if random.random() < 0.3:
            yield f"△{random.choice(cast)}{_mixed(random, ACTIONS)}"
        else:
            aside = random.choice(("", "", "（冷笑）", "（OS）"))
            yield f"{random.choice(cast)}{aside}：{_mixed(random, SPEECHES)}"
    yield ""


def long_script(episodes: int = EPISODES, characters: int = CHARACTERS) -> str:
    """A series as long as they get: episodes of four scenes, of so many characters in all."""
    random = Random(SEED)
    rows = round(characters / episodes / SCENES / ROW)
    lines = ["《长夜归人》", "故事梗概：沈知秋三年后归来。", ""]
    for episode in range(1, episodes + 1):
        lines += [f"第{episode}集", ""]
        for number in range(1, SCENES + 1):
            lines += _scene(random, episode, number, rows)
    return "\n".join(lines)


def _peak(path: Path) -> float:
    """Megabytes by which the memory of a fresh process grows while it reads (Linux)."""
    command = [sys.executable, "-c", PEAK, str(ROOT / "assets" / "vocabulary"), str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return float(ran.stdout)


def _read(path: Path, vocabulary: Vocabulary) -> None:
    with suppress(ScriptError):
        finish(read_script(path, vocabulary))


def _once(name: str, run: Callable[[], object]) -> None:
    start = time.perf_counter()
    run()
    print(f"  {name:<58} {time.perf_counter() - start:9.2f} s")


def _likeness(script: Script) -> None:
    """Finding lines like one of the commonest kind, as the window does under the mouse."""
    for tag in (Tag.DIALOGUE, Tag.ACTION, Tag.HEADING):
        number = next(line.number for line in script.lines if line.tag is tag)
        name = f"find lines like a {tag.value} among {len(script.lines):,}"
        told(name, partial(lines_like, script, number), 5)


def run(vocabulary: Vocabulary) -> None:
    """Print the speed of reading."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        text = long_script()
        path.write_text(text, encoding="utf-8")
        print(f"a script of {EPISODES} episodes, {len(text):,} characters")
        told("read it", lambda: finish(read_script(path, vocabulary)), 3)
        script = finish(read_script(path, vocabulary))
        by_hand = {script.scenes[3].line + 3: Tag.ACTION}
        told(
            "read it again with a tag by hand",
            lambda: finish(retag(script, vocabulary, by_hand)),
            3,
        )
        _likeness(script)
        if sys.platform == "linux":
            print(f"  {'memory that reading takes':<58} {_peak(path):9.0f} MB")
        worst = Path(folder) / "worst.txt"
        for name in ("1-1", "1-1 日 内 客厅", "林晚", "场景："):
            line = name + "\n"
            count = min(WORST // len(line), MOST_LINES)
            worst.write_text(line * count, encoding="utf-8")
            _once(f"{count:,} lines of {name}", partial(_read, worst, vocabulary))
