"""Read a script: a file in, scenes with what each needs out."""

from __future__ import annotations

import re
from pathlib import Path

from geo.errors import ScriptError
from geo.model import Script, ScriptWarning, Vocabulary
from geo.progress import Job
from geo.script.building import build_scenes
from geo.script.fold import bare
from geo.script.needs import Reader
from geo.script.opening import open_source
from geo.script.sets import group_sets
from geo.script.tagging import tag_lines

TITLE = re.compile(r"《(?P<title>[^》]{1,40})》")
NAMED_TITLE = re.compile(
    r"^(?:剧名|片名|剧本名称?|标题|title)\s*[:：]\s*(?P<title>\S.{0,60})$", re.IGNORECASE
)


def _title(front: str, given: str, path: Path) -> str:
    if given:
        named = TITLE.search(given)
        return named["title"] if named else given
    for line in front.splitlines():
        named = NAMED_TITLE.match(bare(line))
        if named:
            return named["title"].strip("《》 ")
    quoted = TITLE.search(front)
    return quoted["title"] if quoted else path.stem


def read_script(path: Path, vocabulary: Vocabulary) -> Job[Script]:
    """The script at ``path`` as understood with ``vocabulary``.

    Raises ScriptError: those of the door (``open_source``) and ``script_no_scenes``.
    """
    source = yield from open_source(path)
    tagged, style = yield from tag_lines(source)
    front, scenes, warnings = yield from build_scenes(tagged, Reader(vocabulary))
    if not scenes:
        raise ScriptError("script_no_scenes", file=path.name, lines=len(source.lines))
    if source.broken:
        warnings.insert(0, ScriptWarning(1, "text_damaged", {"count": source.broken}))
    return Script(
        title=_title(front, source.title, path),
        scenes=tuple(scenes),
        sets=group_sets(scenes),
        warnings=tuple(warnings),
        origin=path.name,
        style=style,
    )
