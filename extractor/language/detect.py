"""The language of a text: English by its small words, anything else by py3langid's detector. What is not English is not read as English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extractor.lexicon import rows

_SMALL = frozenset(row["word"] for row in rows("extractor.language", "small_words.csv"))
_WORD = re.compile(r"[^\W\d_]+")
HEAD = 3000  # characters that are looked at: two paragraphs tell
_ENGLISH = 0.12  # share of small words; headlines and tables of English releases stay above, German, French, Dutch below 0.08 (own samples)
_CERTAIN = 0.9  # the detector's normalized probability
_LETTERS = 60  # a shorter text says too little: names alone are of no language


def language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where it cannot be told."""
    head = text[:HEAD]
    words = _WORD.findall(head.lower())
    if len(words) >= 8 and sum(word in _SMALL for word in words) >= _ENGLISH * len(words):
        return "en"
    if sum(map(len, words)) < _LETTERS and head.isascii():
        return None
    code, certainty = _detector().classify(head)
    return str(code) if certainty >= _CERTAIN else None


@cache
def _detector() -> Any:
    from py3langid import langid  # half a second, and most articles do not need it

    detector = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    # Written like Mandarin: between the three no text is certain.
    detector.set_languages([label for label in detector.labels if label not in {"wuu", "yue"}])
    return detector
