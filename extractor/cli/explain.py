"""What `--explain` prints: which rule or model found each mention, and what was discarded and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from extractor.findings import Findings
    from schemas import ArticleRecord


def explain(name: str, record: ArticleRecord, found: Findings, stream: TextIO) -> None:
    """Writes a line a mention (offsets, kind, words, rule), then a line a discarded candidate (offsets in the text as matchers read it)."""
    print(f"{name}:", file=stream)
    for key in ("organizations", "people", "programs", "places"):
        for entity in getattr(record, key):
            for mention in entity.mentions:
                print(f"  {mention.start:>6}-{mention.end:<6} {entity.id:14} {mention.text!r} by {mention.found_by}", file=stream)
    for key in ("dates", "money", "percentages", "quantities", "quotes"):
        for item in getattr(record, key):
            print(f"  {item.start:>6}-{item.end:<6} {item.id:14} {item.text!r} by {item.found_by}", file=stream)
    for fact in record.facts:
        print(f"  {fact.sentence.start:>6}-{fact.sentence.end:<6} {fact.id:14} {fact.measure.text!r} by {fact.found_by}", file=stream)
    for discard in sorted(found.discards, key=lambda d: (d.start, d.end)):
        words = found.text[discard.start : discard.end]
        print(f"  {discard.start:>6}-{discard.end:<6} discarded      {words!r} of {discard.found_by}: {discard.reason}", file=stream)
