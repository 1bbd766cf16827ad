"""`python -m extractor.names.training`: from texts and the encoder's weights to `weights/model.onnx` and `weights/tokenizer.json`.

Writes a checkpoint and its figures on the held-out articles after each epoch; the best one by those becomes the model.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from random import Random
from shutil import copy
from typing import TYPE_CHECKING

import torch

from extractor.names.model import WEIGHTS, NameModel
from extractor.names.pieces import load_tokenizer
from extractor.names.training.batches import batches, loss, rows
from extractor.names.training.data import held_out, marked, own_articles, public_texts, sentences
from extractor.names.training.export import export
from extractor.names.training.invent import Inventor, sentence
from extractor.names.training.network import Tagger, from_minilm
from extractor.names.training.score import score
from extractor.names.training.vary import exchanged, varied
from extractor.names.training.vocabulary import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extractor.names.training.batches import Batch
    from extractor.names.training.data import Sample

PIECES_A_STEP = 1024
RATE, NEW_RATE = 1.5e-4, 1e-3  # of the encoder; of the tags' layer and the forms, which start from nothing
WARM_UP = 0.06  # of all steps
MASKED = 0.08  # of the pieces are hidden, so that the words around a name are learned too
SHAPELESS = 0.03  # of the chunks lose the form of their words
AVERAGE = 0.998  # of the weights over the steps; the average is what is kept


def main() -> None:
    """Reads the command line and trains."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    options.work.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    kept = cut(options.encoder / "tokenizer.json", options.work / "tokenizer.json")
    tagger = from_minilm(options.encoder / "model.safetensors", kept)
    if options.start:
        tagger.load_state_dict(torch.load(options.start))
    own, public = list(own_articles(options.corpus)), list(public_texts(options.public))
    learn_own, learn_public = ([s for s in samples if options.all or not held_out(s)] for samples in (own, public))
    kept_back = {"own": [s for s in own if held_out(s)], "public": [s for s in public if held_out(s)]}
    print(f"{len(own)} own articles, {len(public)} public texts, {len(kept)} pieces", flush=True)
    epochs = _epochs(learn_own, learn_public, options)
    _train(tagger, epochs, kept_back, options)


def _options() -> argparse.Namespace:
    cli = argparse.ArgumentParser(prog="python -m extractor.names.training", description=__doc__)
    cli.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2: model.safetensors and tokenizer.json")
    cli.add_argument("--corpus", type=Path, default=Path("corpus/train"), help="our own annotated articles")
    cli.add_argument("--public", type=Path, default=Path("../shared/train"), help="public annotated texts")
    cli.add_argument("--out", type=Path, default=WEIGHTS, help="where the model goes")
    cli.add_argument("--work", type=Path, default=Path("build/names"), help="where the checkpoints go")
    cli.add_argument("--start", type=Path, help="a checkpoint (epoch-N.pt) to go on from instead of the bare encoder")
    cli.add_argument("--epochs", type=int, default=4)
    cli.add_argument("--copies", type=int, default=8, help="varied copies of each own article an epoch")
    cli.add_argument("--sentences", type=int, default=3000, help="texts made of sentences with slots, an epoch")
    cli.add_argument("--public-weight", type=float, default=0.5, help="weight of a public text in the loss")
    cli.add_argument("--public-share", type=float, default=0.5, help="share of the public texts that is read an epoch")
    cli.add_argument("--all", action="store_true", help="learn from the held-out articles too, and keep the last epoch")
    cli.add_argument("--limit", type=int, default=0, help="steps, for a trial")
    cli.add_argument("--threads", type=int, default=2)
    cli.add_argument("--seed", type=int, default=7)
    return cli.parse_args()


def _epochs(own: list[Sample], public: list[Sample], options: argparse.Namespace) -> list[list[Batch]]:
    """Every epoch's batches, each epoch with variants of its own."""
    tokenizer = load_tokenizer(options.work / "tokenizer.json")
    random = Random(options.seed)
    inventor = Inventor(random)

    def samples() -> Iterator[Sample]:
        for sample in own:
            yield varied(sample, random)
            for _ in range(options.copies - 1):
                yield varied(exchanged(sample, inventor), random)
        for number in range(options.sentences):
            filled = [sentence(random.choice(lines), inventor) for _ in range(random.randint(1, 4))]
            yield varied(marked(f"sentence {number}", random.choice((" ", "\n", "\n\n")).join(filled)), random)
        for sample in public:
            if random.random() < options.public_share:
                yield varied(sample, random)

    lines = sentences()
    return [
        list(batches(list(rows(samples(), tokenizer, random, options.public_weight)), random, PIECES_A_STEP)) for _ in range(options.epochs)
    ]


def _train(tagger: Tagger, epochs: list[list[Batch]], kept_back: dict[str, list[Sample]], options: argparse.Namespace) -> None:
    steps = sum(map(len, epochs))
    new = [parameter for name, parameter in tagger.named_parameters() if name.startswith(("head", "forms"))]
    old = [parameter for name, parameter in tagger.named_parameters() if not name.startswith(("head", "forms"))]
    optimizer = torch.optim.AdamW([{"params": old, "lr": RATE}, {"params": new, "lr": NEW_RATE}], weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, step / (WARM_UP * steps)) * max(0.0, 1 - step / steps))
    average = {name: value.clone() for name, value in tagger.state_dict().items()}
    mask_id = load_tokenizer(options.work / "tokenizer.json").get_vocab()["[MASK]"]
    began, best, step = time.monotonic(), -1.0, 0
    for number, made in enumerate(epochs, 1):
        tagger.train()
        for batch in made:
            step += 1
            with torch.autocast("cpu", torch.bfloat16):
                scores = tagger(*_hidden(batch, mask_id), batch.mask)
            value = loss(scores.float(), batch)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                share = min(AVERAGE, step / (step + 10))
                torch._foreach_lerp_(list(average.values()), list(tagger.state_dict().values()), 1 - share)
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {value.item():.4f} {time.monotonic() - began:.0f} s", flush=True)
            if step == options.limit:
                break
        figures = _kept(average, len(tagger.layers), number, kept_back, options)
        chosen = figures["own"]["all"] + figures["public"]["all"] / 4  # our own articles follow the guide: they decide
        print(f"epoch {number}: {json.dumps(figures)} {time.monotonic() - began:.0f} s", flush=True)
        if chosen >= best or options.all:
            best = chosen
            copy(options.work / f"epoch-{number}.onnx", options.out / "model.onnx")
            copy(options.work / "tokenizer.json", options.out / "tokenizer.json")
            (options.out / "figures.json").write_text(json.dumps({"epoch": number, **figures}, indent=1) + "\n", encoding="utf-8")
        if step == options.limit:
            sys.exit("stopped by --limit")


def _hidden(batch: Batch, mask_id: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Pieces and forms with some of them hidden."""
    hide = (torch.rand(batch.pieces.shape) < MASKED) & batch.mask
    hide[:, 0] = False
    shapeless = torch.rand(len(batch.pieces), 1) < SHAPELESS
    return batch.pieces.masked_fill(hide, mask_id), batch.forms.masked_fill(shapeless, 0)


def _kept(
    average: dict[str, torch.Tensor], layers: int, number: int, kept_back: dict[str, list[Sample]], options: argparse.Namespace
) -> dict[str, dict[str, float]]:
    """Exports the averaged weights as `epoch-N.onnx` and scores the file itself."""
    smooth = Tagger(len(average["words.weight"]), layers)
    smooth.load_state_dict(average)
    torch.save(average, options.work / f"epoch-{number}.pt")
    path = options.work / f"epoch-{number}.onnx"
    export(smooth, path)
    model = NameModel(options.work, path.name)
    return {name: score(model, samples) for name, samples in kept_back.items()}


if __name__ == "__main__":
    main()
