"""The name model: onnxruntime over chunks of a text. Text in, names out; knows nothing of spaCy.

A run takes one chunk: int8 products take their range from the whole input, so that two chunks in one run would touch each other.
What is found in a text therefore never depends on the texts beside it. A run uses one thread.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.findings import NameMention
from extractor.names.pieces import brackets, chunks, load_tokenizer, read
from extractor.names.tags import decode, names
from extractor.settings import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from extractor.findings import Label

FOUND_BY = f"ner:{DEFAULT_MODEL}"
WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: offsets and one of ORG, PERSON, PROGRAM, PLACE."""

    start: int
    end: int
    label: Label


def mentions(found: Iterable[Found], offset: int = 0) -> list[NameMention]:
    """The model's names as the findings hold them; `offset` is where the text begins that they were found in."""
    return [NameMention(start=name.start + offset, end=name.end + offset, found_by=FOUND_BY, label=name.label) for name in found]


class NameModel:
    """Finds names. Holds the onnxruntime session and the tokenizer; `folder` has the ONNX file `weights` and `tokenizer.json`.

    Raises FileNotFoundError where the folder lacks one of them.
    """

    def __init__(self, folder: Path = WEIGHTS, weights: str = "model.onnx") -> None:
        missing = [name for name in (weights, "tokenizer.json") if not (folder / name).is_file()]
        if missing:
            message = f"the name model's folder {folder} lacks {' and '.join(missing)}: install the package again, or name a spaCy model"
            raise FileNotFoundError(message)
        self.tokenizer: Tokenizer = load_tokenizer(folder / "tokenizer.json")
        self.ends = brackets(self.tokenizer)
        self.session = _session(folder / weights)

    def find(self, text: str) -> list[Found]:
        """The names of a text in order; they never overlap."""
        pieces = read(text, self.tokenizer)
        if pieces is None:
            return []
        found = []
        starts, ends = pieces.words.starts, pieces.words.ends
        for chunk in chunks(pieces, self.ends):
            if not chunk.lettered:
                continue  # a table of figures or a line of dashes holds no name
            (scores,) = self.session.run(None, {"pieces": chunk.pieces, "forms": chunk.forms})
            for first, last, label in names(decode(scores[chunk.heads])):
                found.append(Found(int(starts[chunk.first + first]), int(ends[chunk.first + last]), label))
        return found


def _session(path: Path) -> InferenceSession:
    """A session with one thread that does the same each time."""
    # Its builds report their use to Microsoft (its Privacy.md, "Disabling Telemetry"): nothing leaves this machine.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # takes a tenth of a second: loaded when a model is wanted

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3  # not the remark that no GPU was found
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
