"""The gate: figures once reached are kept in `baseline.json`; a later one may not sink below, unless somebody says why.

The file holds the F1 of each row, the digest of the gold it was measured on, and the history of reasons.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from extractor.errors import GoldError

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.evaluation.gold import Gold
    from extractor.evaluation.score import Figure

# Half a unit of the last place that is written down: rounding alone is no loss.
_ROUNDING = 0.05


def digest(golds: list[Gold]) -> str:
    """SHA-256 of texts, spans and documents: figures of other gold do not compare."""
    content = [[gold.id, gold.text, gold.published, gold.spans, gold.doc] for gold in golds]
    return "sha256:" + hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


def sunk(figures: dict[str, Figure], golds: list[Gold], path: Path) -> list[str]:
    """A line for each row whose F1 is below the baseline's. Raises GoldError where the baseline is of other gold, or unreadable."""
    baseline = _read(path)
    if baseline["gold"] != digest(golds):
        message = f"{path}: it was measured on other gold."
        raise GoldError(message, 'Measure anew: evaluate GOLD --baseline FILE --update --reason "...".')
    lines = []
    for row, floor in baseline["f1"].items():
        now = figures[row].f1 if row in figures else 0.0
        if now < floor - _ROUNDING:
            lines.append(f"{row}: F1 {now:.1f} is below {floor:.1f}")
    return lines


def update(figures: dict[str, Figure], golds: list[Gold], path: Path, reason: str | None) -> None:
    """Writes the figures as the new baseline. Raises GoldError where one would sink, or the gold changed, without a reason."""
    history: list[dict[str, Any]] = []
    if path.exists():
        old = _read(path)
        history = old["history"]
        changed = old["gold"] != digest(golds)
        lower = [] if changed else sunk(figures, golds, path)
        if (changed or lower) and not reason:
            what = "the gold has changed" if changed else "; ".join(lower)
            message = f"{path}: {what}."
            raise GoldError(message, 'State why with --reason "...", or mend the extractor.')
        if changed or lower:
            history = [*history, {"reason": reason, "lowered": lower}]
    content = {"gold": digest(golds), "f1": {row: round(figure.f1, 1) for row, figure in figures.items()}, "history": history}
    path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        known: dict[str, Any] = {"gold": content["gold"], "f1": content["f1"], "history": content["history"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"{path}: no baseline: {error}."
        raise GoldError(message, "Make one with --update.") from error
    return known
