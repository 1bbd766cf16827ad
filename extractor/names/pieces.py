"""Cuts a text into what the model reads: chunks of word pieces, each with the form of its word. Leaves tags and names to `tags`.

A word is what BERT's pre-tokenizer makes (letters and digits run together, every punctuation mark by itself). Offsets are those of the
text. The same code serves training and the component, so that both see the same input.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

# A longer chunk costs more attention a word, a shorter one sees less: 128 pieces with both ends is what the encoder was trained with.
MAX_PIECES = 128
_ROOM = MAX_PIECES - 2

# Shapes of a word, and what stands before it; a form is `shape * len(GAPS) + gap`.
SHAPES = ("none", "mark", "digits", "digits+letters", "lower", "Title", "X", "UPPER", "miXed", "caseless")
GAPS = ("glued", "space", "newline", "blank line", "inside a word")
FORMS = len(SHAPES) * len(GAPS)
_OTHER, _LOWER, _UPPER, _DIGIT, _CASELESS, _NEWLINE = range(6)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: offsets, and a form each."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    forms: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Chunk:
    """One input of the model. `heads` are the places of the first piece of each word; the words are `first` and those behind it."""

    pieces: NDArray[np.int32]
    forms: NDArray[np.int32]
    heads: NDArray[np.int64]
    first: int

    @property
    def lettered(self) -> bool:
        """Whether any of its words holds a letter."""
        return bool(self.forms.max() >= SHAPES.index("digits+letters") * len(GAPS))


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text in pieces: its words, and for each piece its id, its word's number and whether it begins the word."""

    words: Words
    ids: NDArray[np.int32]
    word: NDArray[np.int64]
    firsts: NDArray[np.int64]  # the first piece of each word
    breaks: NDArray[np.int8]  # how good it is to cut before each word: 0 bad, 4 a blank line


def load_tokenizer(path: Path) -> Tokenizer:
    """The WordPiece tokenizer of a `tokenizer.json`, without padding or cutting."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def brackets(tokenizer: Tokenizer) -> tuple[int, int]:
    """The ids of [CLS] and [SEP], which stand around a chunk. Raises ValueError where the vocabulary lacks them."""
    ids = [tokenizer.token_to_id(piece) for piece in ("[CLS]", "[SEP]")]
    if ids[0] is None or ids[1] is None:
        raise ValueError("the tokenizer has no [CLS] and [SEP]: its vocabulary is not that of the name model")
    return ids[0], ids[1]


def read(text: str, tokenizer: Tokenizer) -> Pieces | None:
    """The text in pieces; None where it holds no word."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    if not len(encoding):
        return None
    ids = np.array(encoding.ids, np.int32)
    offsets = np.array(encoding.offsets, np.int64)
    number = np.array(encoding.word_ids, np.int64)
    begins = np.ones(len(ids), bool)
    begins[1:] = number[1:] != number[:-1]
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(ids)) - 1
    starts, ends = offsets[firsts, 0], offsets[lasts, 1]
    shapes, gaps = _forms(text, starts, ends)
    words = Words(starts, ends, (shapes * len(GAPS) + gaps).astype(np.int32))
    return Pieces(words, ids, np.cumsum(begins) - 1, firsts, _breaks(shapes, gaps))


def chunks(pieces: Pieces, ends: tuple[int, int], room: int = _ROOM) -> Iterator[Chunk]:
    """Cuts at the best places: blank lines, ends of sentences, line ends. `ends` are the ids of [CLS] and [SEP]."""
    total, firsts, begin = len(pieces.ids), pieces.firsts, 0
    inside = GAPS.index("inside a word")
    forms = pieces.words.forms[pieces.word]
    shapes = forms // len(GAPS)
    continues = np.ones(total, bool)
    continues[firsts] = False
    forms = np.where(continues, shapes * len(GAPS) + inside, forms).astype(np.int32)
    while begin < len(firsts):
        at = int(firsts[begin])
        end = len(firsts)
        if total - at > room:
            limit = int(np.searchsorted(firsts, at + room, side="right")) - 1  # words before it fit
            least = int(np.searchsorted(firsts, at + room // 2))
            window = pieces.breaks[least : limit + 1][::-1]
            end = limit - int(np.argmax(window)) if len(window) else limit
            end = max(end, begin + 1)
        stop = int(firsts[end]) if end < len(firsts) else total
        ids = np.empty(stop - at + 2, np.int32)
        ids[0], ids[1:-1], ids[-1] = ends[0], pieces.ids[at:stop], ends[1]
        row = np.zeros(stop - at + 2, np.int32)
        row[1:-1] = forms[at:stop]
        yield Chunk(ids, row, firsts[begin:end] - at + 1, begin)
        begin = end


def _forms(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Shape and gap of each word."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = _classes()[np.minimum(codes, _LAST)]

    def count(kind: int) -> NDArray[np.int64]:
        sums = np.concatenate(([0], np.cumsum(classes == kind)))
        found: NDArray[np.int64] = sums[ends] - sums[starts]
        return found

    upper, lower, digit, caseless = count(_UPPER), count(_LOWER), count(_DIGIT), count(_CASELESS)
    letters = upper + lower
    first_upper = classes[starts] == _UPPER
    shapes = np.select(
        [
            letters + digit + caseless == 0,
            (letters + caseless == 0),
            (digit > 0),
            (letters == 0),
            (upper == 0),
            (upper == 1) & (letters == 1),
            (lower == 0),
            (upper == 1) & first_upper,
        ],
        [SHAPES.index(name) for name in ("mark", "digits", "digits+letters", "caseless", "lower", "X", "UPPER", "Title")],
        SHAPES.index("miXed"),
    )
    lines = np.concatenate(([0], np.cumsum(classes == _NEWLINE)))
    before = np.concatenate(([0], ends[:-1]))
    gaps = np.where(starts > before, 1, 0) + np.minimum(lines[starts] - lines[before], 2)
    gaps[0] = GAPS.index("blank line")
    return shapes, gaps


def _breaks(shapes: NDArray[np.int64], gaps: NDArray[np.int64]) -> NDArray[np.int8]:
    """How good it is to cut before each word."""
    mark = shapes == SHAPES.index("mark")
    closes = np.zeros(len(shapes), bool)  # a mark before this word, with a space between
    closes[1:] = mark[:-1]
    opens = np.isin(shapes, [SHAPES.index(name) for name in ("Title", "X", "UPPER", "miXed", "mark", "digits")])
    breaks = np.zeros(len(shapes), np.int8)
    breaks[closes & (gaps > 0)] = 1
    breaks[gaps == GAPS.index("newline")] = 2
    breaks[closes & opens & (gaps > 0)] = 3
    breaks[gaps == GAPS.index("blank line")] = 4
    return breaks


_LAST = 0xFFFF


@cache
def _classes() -> NDArray[np.uint8]:
    """The class of each character of the basic plane; what lies beyond counts as the last one."""
    table = np.zeros(_LAST + 1, np.uint8)
    for code in range(_LAST + 1):
        char = chr(code)
        if char.isdigit():
            table[code] = _DIGIT
        elif char.isalpha():
            table[code] = _LOWER if char.islower() else _UPPER if char.isupper() or char.istitle() else _CASELESS
    table[ord("\n")] = _NEWLINE
    return table
