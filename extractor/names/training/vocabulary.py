"""Cuts the encoder's vocabulary to what English press text needs, and writes the tokenizer with new ids."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def wanted(piece: str) -> bool:
    """Whether a piece stays: special ones, and those of Latin letters, digits, marks and signs. Other scripts become [UNK]."""
    if piece in _SPECIAL:
        return True
    if piece.startswith("[unused"):
        return False
    letters = [character for character in piece if unicodedata.category(character)[0] in "LMN"]
    return all(unicodedata.name(character, "").startswith(("LATIN", "DIGIT")) for character in letters)


def cut(source: Path, target: Path) -> list[int]:
    """Writes the tokenizer of `source` with the wanted pieces alone to `target`; gives their old ids in the order of the new ones."""
    tokenizer = json.loads(source.read_text(encoding="utf-8"))
    old = tokenizer["model"]["vocab"]
    kept = sorted((number, piece) for piece, number in old.items() if wanted(piece))
    tokenizer["model"]["vocab"] = {piece: new for new, (_, piece) in enumerate(kept)}
    for special in tokenizer["added_tokens"]:
        special["id"] = tokenizer["model"]["vocab"][special["content"]]
    tokenizer |= {"padding": None, "truncation": None, "post_processor": None}
    target.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return [number for number, _ in kept]
