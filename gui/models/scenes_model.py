"""The scenes of a script, in the order written."""

from __future__ import annotations

from collections.abc import Mapping

from geo.model import Scene, Script, Vocabulary
from gui import theme
from gui.models.needs import needs_of
from gui.models.script_rows import ScriptRows
from gui.texts import Coverage, SceneRow


class ScenesModel(ScriptRows[SceneRow]):
    """One row per scene."""

    def set_script(
        self,
        script: Script | None,
        vocabulary: Vocabulary | None,
        coverage: Mapping[str, Coverage] | None = None,
    ) -> None:
        """Show the scenes of ``script``; ``coverage`` is by scene id, None when unranked."""
        scenes = script.scenes if script else ()
        self.take([_row(scene, vocabulary, (coverage or {}).get(scene.id)) for scene in scenes])

    def title(self, row: SceneRow) -> str:
        """Number and place."""
        return f"{row.label} {row.place}".strip()

    def sentence(self, row: SceneRow) -> str:
        """The whole row in words."""
        needs = row.needs(theme.language()) or (self.tr("没读出要什么"),)
        return ("; " if theme.language() == "en" else "；").join([self.title(row), *needs])


def _row(scene: Scene, vocabulary: Vocabulary | None, had: Coverage | None) -> SceneRow:
    needs_zh, needs_en = needs_of([scene], vocabulary)
    parts = [str(part) for part in (scene.episode, scene.number) if part is not None]
    return SceneRow(
        id=scene.id,
        label="-".join(parts),
        place=scene.place,
        episode=scene.episode,
        int_ext=scene.int_ext,
        time=scene.time,
        needs_zh=needs_zh,
        needs_en=needs_en,
        coverage=had,
    )
