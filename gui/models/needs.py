"""What scenes need, told in the words of the vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from geo.model import Scene, Vocabulary

_MOST = 4


def needs_of(
    scenes: Iterable[Scene], vocabulary: Vocabulary | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Chinese and English names of what ``scenes`` need, surest and most frequent first."""
    weights: dict[str, float] = {}
    crafts: Counter[str] = Counter()
    for scene in scenes:
        for need in scene.needs:
            sure = weights.get(need.scene_type, 0.0) + need.confidence
            weights[need.scene_type] = sure
        for culture in scene.culture:
            crafts[culture.term] += 1
    names: list[tuple[str, str]] = []
    for code in sorted(weights, key=lambda code: -weights[code])[:_MOST]:
        kind = vocabulary.scene_types.get(code) if vocabulary else None
        names.append((kind.zh, kind.en) if kind else (code, code))
    for code, _ in crafts.most_common(_MOST):
        term = vocabulary.culture.get(code) if vocabulary else None
        names.append((term.zh, term.en) if term else (code, code))
    unique = list(dict.fromkeys(names))
    return tuple(zh for zh, _ in unique), tuple(en for _, en in unique)
