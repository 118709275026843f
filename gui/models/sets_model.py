"""The sets of a script (场景): needs, day and night, and whether there is a place for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from geo.model import DayPart, IntExt, Scene, Script, ScriptSet, Vocabulary
from gui import theme
from gui.models.coverage import worst
from gui.models.needs import needs_of
from gui.models.script_rows import ScriptRows
from gui.texts import Coverage, SetRow


class SetsModel(ScriptRows[SetRow]):
    """Sets in the order of the script."""

    def set_script(
        self,
        script: Script | None,
        vocabulary: Vocabulary | None,
        coverage: Mapping[str, Coverage] | None = None,
    ) -> None:
        """Show the sets of ``script``; ``coverage`` is by scene id, None when nothing is ranked."""
        scenes = {scene.id: scene for scene in script.scenes} if script else {}
        self.take(
            [
                _row(
                    one, [scenes[key] for key in one.scenes if key in scenes], vocabulary, coverage
                )
                for one in (script.sets if script else ())
            ]
        )

    def title(self, row: SetRow) -> str:
        """The set's name."""
        return row.name

    def sentence(self, row: SetRow) -> str:
        """The whole row in words."""
        parts = [
            row.name,
            self.tr("{n} 场").format(n=row.scenes),
            *row.needs(theme.language()),
            self._had(row.coverage),
        ]
        return ("; " if theme.language() == "en" else "；").join(part for part in parts if part)

    def _had(self, coverage: Coverage | None) -> str:
        if coverage is None:
            return ""
        return {
            Coverage.DIRECT: self.tr("有地方直接可拍"),
            Coverage.STAND_IN: self.tr("有地方可代用"),
            Coverage.NONE: self.tr("没找到地方"),
        }[coverage]


def _row(
    one: ScriptSet,
    scenes: list[Scene],
    vocabulary: Vocabulary | None,
    coverage: Mapping[str, Coverage] | None,
) -> SetRow:
    needs_zh, needs_en = needs_of(scenes, vocabulary)
    sides = {scene.int_ext for scene in scenes if scene.int_ext}
    side = next(iter(sides)) if len(sides) == 1 else IntExt.BOTH if sides else None
    times: Counter[DayPart] = Counter(scene.time for scene in scenes if scene.time)
    had = worst((coverage or {}).get(scene.id) for scene in scenes)
    return SetRow(one.id, one.name, len(scenes), needs_zh, needs_en, side, dict(times), had)
