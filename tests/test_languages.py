"""What is not English is told and left alone; what was decoded wrongly is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor import Article
from extractor.assemble import fingerprint
from extractor.language import language

if TYPE_CHECKING:
    from extractor import Extractor

TEXTS = {
    "de": "Die Halden AG hat am 3. März 2025 gemeldet, dass der Umsatz um 12,5 Prozent auf 1,2 Milliarden Euro gestiegen ist.",
    "fr": "La société Halden a annoncé mardi que son chiffre d’affaires avait augmenté de 5 % pour atteindre 3 milliards d’euros.",
    "es": "La empresa Halden anunció el martes que sus ingresos aumentaron un 5 % hasta los 3.000 millones de euros durante el año.",
    "nl": "Het bedrijf Halden maakte dinsdag bekend dat de omzet met 5 procent is gestegen tot 3 miljard euro in het afgelopen jaar.",
    "zh": "哈尔登公司周二宣布，其收入增长了百分之五，达到三十亿欧元。公司预计明年将继续增长。",
    "ru": "Компания «Хальден» сообщила во вторник, что её выручка выросла на 5 процентов и составила 3 миллиарда евро.",
}
ENGLISH = "Halden Marine AS said on Tuesday that its revenue rose 5% to €3 billion in the year that ended in March."


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_other_languages_are_told_and_not_read_as_english(extractor: Extractor, code: str, text: str) -> None:
    record = extractor.extract(Article(text=text, language="en"))
    assert record.source.language == code
    assert [w.code for w in record.warnings] == ["not-english"]
    assert not (record.organizations or record.people or record.money or record.dates or record.percentages or record.facts)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Ørsted A/S and Société Générale agreed on Friday to buy São Paulo’s Petróleo Novo for the sum of €5 million, it said.",
        "HALDEN MARINE AS: THE BOARD OF DIRECTORS OF THE COMPANY ANNOUNCES THE RESULTS FOR THE YEAR ENDED 31 MARCH 2025",
    ],
)
def test_english_is_english(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize("text", ["Halden AS rose 2%.", "$5 million", "Total 12 13 14", ""])
def test_too_little_text_is_of_no_language(text: str) -> None:
    assert language(text) is None


def test_what_the_source_says_counts_where_the_words_do_not_tell(extractor: Extractor) -> None:
    assert extractor.extract(Article(text="Halden AS: +2%.", language="de-AT")).source.language == "de"
    assert extractor.extract(Article(text=ENGLISH, language="de")).source.language == "en"


def test_double_encoded_text_is_told(extractor: Extractor) -> None:
    record = extractor.extract("Haldenâ€™s cafÃ© paid â‚¬5 million â€“ it said.")
    (warning,) = [w for w in record.warnings if w.code == "double-encoded"]
    assert "--repair" in warning.message
    assert [w.code for w in extractor.extract("Halden’s café paid €5 million – “fair”, it said: naïve Ångström Â.").warnings] == []


def test_the_fingerprint_knows_a_story_again() -> None:
    one = fingerprint("“Halden” rose\u00a05%\r\nto €3 billion.")
    assert one == fingerprint('"HALDEN" rose 5% to\n€3 billion')
    assert one != fingerprint("“Halden” rose 6% to €3 billion.")
    assert one != fingerprint("“Halden” rose 5% to $3 billion.")
