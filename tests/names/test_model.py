"""The model as shipped: what it finds does not depend on what stands beside it, and comes the same each time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy

import extractor.names.component  # noqa: F401 - registers the factory
from extractor.findings import findings
from extractor.names.model import WEIGHTS, Found, NameModel

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not (WEIGHTS / "model.onnx").is_file(), reason="the weights are not in this checkout: train them")

_NEWS = (
    "KELLERAU, Austria -- Tarvik Mobility GmbH has named Ilse Brandt as its finance chief. Brandt comes from Northmere Steel plc, where "
    "she worked for nine years, and she succeeds Pavel Dvorsky.\n\n"
    "The Ministry of Transport said it welcomed the choice. Tarvik's rival Osprey Rail Ltd. declined to comment."
)
_TABLE = "Orders by plant\n\nKellerau | 412 | 380\nBrno | 97 | 104\n\nSOURCE Tarvik Mobility GmbH"


@pytest.fixture(scope="module")
def model() -> NameModel:
    return NameModel()


def test_it_finds_plain_names(model: NameModel) -> None:
    said = {(_NEWS[name.start : name.end], name.label) for name in model.find(_NEWS)}
    assert {
        ("Tarvik Mobility GmbH", "ORG"),
        ("Ilse Brandt", "PERSON"),
        ("Northmere Steel plc", "ORG"),
        ("Pavel Dvorsky", "PERSON"),
        ("Ministry of Transport", "ORG"),
        ("Austria", "PLACE"),
    } <= said


def test_names_do_not_overlap_and_stand_in_order(model: NameModel) -> None:
    found = model.find(_NEWS * 20)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_new_model_and_other_texts_before_change_nothing(model: NameModel) -> None:
    alone = model.find(_NEWS)
    model.find(_TABLE * 30)
    assert model.find(_NEWS) == alone
    assert NameModel().find(_NEWS) == alone


def test_threads_that_share_a_model_find_the_same(model: NameModel) -> None:
    texts = [_NEWS, _TABLE, _NEWS[:80], _TABLE + _NEWS] * 6
    one_by_one: list[list[Found]] = [model.find(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(model.find, texts)) == one_by_one


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_order_and_batches_change_nothing_in_a_pipeline(model: NameModel, batch_size: int) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("press_names")
    texts = [_NEWS, "", _TABLE, _NEWS[:150], _TABLE * 4]
    alone = {text: [(name.start, name.end, name.label) for name in model.find(text)] for text in texts}
    for order in (texts, texts[::-1]):
        for doc in nlp.pipe(order, batch_size=batch_size):
            assert [(name.start, name.end, name.label) for name in findings(doc).names] == alone[doc.text]


@pytest.mark.parametrize("text", ["", " \n", "東京", "\U0001f600 " * 50, "x" * 5000, "(" * 3000, "1,2," * 2000])
def test_odd_texts_do_not_break_it(model: NameModel, text: str) -> None:
    assert all(0 <= name.start < name.end <= len(text) for name in model.find(text))


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"lacks model\.onnx and tokenizer\.json"):
        NameModel(tmp_path)


def test_the_file_keeps_to_its_size() -> None:
    assert (WEIGHTS / "model.onnx").stat().st_size <= 25_000_000
