"""Records against gold: precision, recall and F1 a kind, by exact extent, by overlap, and by value.

Spans pair one to one, the larger overlap (intersection over union) first. `value` asks for the normalized value besides an overlap.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.evaluation.gold import Gold

Span = dict[str, Any]
VALUES = {"DATE": "dates", "MONEY": "money", "PERCENT": "percentages", "QUANTITY": "quantities"}
ENTITIES = {"ORG": "organizations", "PERSON": "people", "PROGRAM": "programs"}


@dataclass(slots=True)
class Figure:
    """Counts of one row; precision, recall and F1 in percent."""

    hits: int = 0
    said: int = 0
    gold: int = 0

    def add(self, hits: int, said: int, gold: int) -> None:
        """Adds one article's counts."""
        self.hits += hits
        self.said += said
        self.gold += gold

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        return 100 * self.hits / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return 100 * self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 200 * self.hits / (self.said + self.gold) if self.said + self.gold else 0.0


def score(golds: Iterable[Gold], records: dict[str, dict[str, Any]]) -> dict[str, Figure]:
    """The figures of all articles together, by row name ("MONEY value"). `records` are ArticleRecords as JSON objects, by `source.id`."""
    rows: dict[str, Figure] = defaultdict(Figure)
    for gold in golds:
        record = records.get(gold.id) or {}
        for kind, key in VALUES.items():
            _score_values(rows, kind, gold.of(kind), record.get(key) or [])
        for kind, key in ENTITIES.items():
            _score_entities(rows, kind, gold.of(kind), record.get(key) or [])
        _score_quotes(rows, gold, record)
        _score_facts(rows, gold, record)
        _score_article(rows, gold, record)
    return dict(rows)


def pair(gold: list[Span], said: list[Span]) -> list[tuple[int, int]]:
    """Index pairs of spans that overlap, one to one, the larger overlap first."""
    options = []
    for i, g in enumerate(gold):
        for j, s in enumerate(said):
            shared = min(g["end"], s["end"]) - max(g["start"], s["start"])
            if shared > 0:
                options.append((-shared / (max(g["end"], s["end"]) - min(g["start"], s["start"])), i, j))
    pairs: list[tuple[int, int]] = []
    left_gold, left_said = set(range(len(gold))), set(range(len(said)))
    for _, i, j in sorted(options):
        if i in left_gold and j in left_said:
            left_gold.remove(i)
            left_said.remove(j)
            pairs.append((i, j))
    return pairs


def _spans(rows: dict[str, Figure], kind: str, gold: list[Span], said: list[Span]) -> list[tuple[Span, Span]]:
    pairs = [(gold[i], said[j]) for i, j in pair(gold, said)]
    exact = sum((g["start"], g["end"]) == (s["start"], s["end"]) for g, s in pairs)
    rows[f"{kind} exact"].add(exact, len(said), len(gold))
    rows[f"{kind} overlap"].add(len(pairs), len(said), len(gold))
    return pairs


def _score_values(rows: dict[str, Figure], kind: str, gold: list[Span], said: list[Span]) -> None:
    pairs = _spans(rows, kind, gold, said)
    rows[f"{kind} value"].add(sum(_same_value(kind, g, s) for g, s in pairs), len(said), len(gold))


def _same_value(kind: str, gold: Span, said: Span) -> bool:
    if kind == "DATE":
        return bool(gold["value"] == said.get("value"))
    key = "amount" if kind == "MONEY" else "value"
    if any(_number(gold.get(k)) != _number(said.get(k)) for k in (key, "low", "high")):
        return False
    if kind == "MONEY":
        currency = gold.get("currency")
        return bool((None if currency == "?" else currency) == said.get("currency"))
    return bool(kind != "PERCENT" or gold.get("unit") == said.get("unit"))


def _score_entities(rows: dict[str, Figure], kind: str, gold: list[Span], said_entities: list[dict[str, Any]]) -> None:
    """`value` is the name: a gold name is found where the entity that holds most of its mentions bears it."""
    said = [mention | {"owner": entity["id"]} for entity in said_entities for mention in entity["mentions"]]
    names = {entity["id"]: entity["name"] for entity in said_entities}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for g, s in _spans(rows, kind, gold, said):
        votes[g["name"]][s["owner"]] += 1
    taken: set[str] = set()
    for name in sorted(votes):
        owner = next((o for o, _ in votes[name].most_common() if o not in taken and squash(names[o]) == squash(name)), None)
        if owner:
            taken.add(owner)
    rows[f"{kind} value"].add(len(taken), len(said_entities), len({g["name"] for g in gold}))


def _score_quotes(rows: dict[str, Figure], gold: Gold, record: dict[str, Any]) -> None:
    names = {e["id"]: e["name"] for key in ("people", "organizations") for e in record.get(key) or []}
    left = [(squash(names.get(q["speaker"])), _bare(q["text"]), q["direct"]) for q in record.get("quotes") or []]
    said = len(left)
    hits = 0
    wanted = gold.doc.get("quotes") or []
    for quote in wanted:
        for other in left:
            if other[0] == squash(quote["speaker"]) and other[2] == quote["direct"] and other[1].startswith(_bare(quote["words"])):
                left.remove(other)
                hits += 1
                break
    rows["QUOTE value"].add(hits, said, len(wanted))


def _score_facts(rows: dict[str, Figure], gold: Gold, record: dict[str, Any]) -> None:
    """`overlap` asks for the figure's words, `exact` for the measure too, `value` also for the direction of change."""
    texts = {m["id"]: m["text"] for key in VALUES.values() for m in record.get(key) or []}
    said = []
    for fact in record.get("facts") or []:
        change = fact["change"] or {}
        words = texts.get(fact["value"] or change.get("by") or "", "")
        said.append((squash(words), fact["measure"]["text"], change.get("direction")))
    left = list(said)
    wanted = gold.doc.get("facts") or []
    found = measured = directed = 0
    for fact in wanted:
        change = fact.get("change") or {}
        value = squash(fact.get("value") or change.get("by"))
        options = [s for s in left if s[0] and s[0] == value]
        if not options:
            continue
        best = max(options, key=lambda s: (_alike(fact["measure"], s[1]), s[2] == change.get("direction")))
        left.remove(best)
        found += 1
        measure = _alike(fact["measure"], best[1])
        measured += measure
        directed += measure and best[2] == change.get("direction")
    for name, hits in (("overlap", found), ("exact", measured), ("value", directed)):
        rows[f"FACT {name}"].add(hits, len(said), len(wanted))


def _score_article(rows: dict[str, Figure], gold: Gold, record: dict[str, Any]) -> None:
    article = record.get("article") or {}
    names = {o["id"]: o["name"] for o in record.get("organizations") or []}
    said = {
        "HEADLINE": article.get("headline"),
        "DATELINE": (article.get("dateline") or {}).get("date"),
        "ISSUER": names.get(article.get("issuer") or ""),
    }
    wanted = {
        "HEADLINE": gold.doc.get("headline"),
        "DATELINE": (gold.doc.get("dateline") or {}).get("date"),
        "ISSUER": gold.doc.get("issuer"),
    }
    for row, value in wanted.items():
        hit = bool(value) and squash(str(value)) == squash(str(said[row] or ""))
        rows[f"{row} value"].add(int(hit), int(bool(said[row])), int(bool(value)))


def squash(text: str | None) -> str:
    """Words for comparison: one space, straight apostrophes, no case."""
    return " ".join((text or "").replace("\u00a0", " ").replace("’", "'").split()).casefold()


def _bare(text: str) -> str:
    return squash(text).strip("\"'“”„«»‘’ ")


def _alike(a: str | None, b: str | None) -> bool:
    """Two noun phrases that share half of their content words, or their head."""
    first, second = (
        [w for w in re.findall(r"[\w'-]+", squash(x)) if w not in {"the", "a", "an", "of", "its", "in", "for"}] for x in (a, b)
    )
    if not first or not second:
        return False
    shared = len(set(first) & set(second))
    return 2 * shared >= 0.5 * (len(set(first)) + len(set(second))) or first[-1] == second[-1]


def _number(value: Any) -> Decimal | None:
    try:
        return None if value in (None, "") else Decimal(str(value))
    except InvalidOperation:
        return None
