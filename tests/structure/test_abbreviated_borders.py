"""Where a sentence ends behind an abbreviation, and where the full stop is only the abbreviation's."""

from __future__ import annotations

import pytest

from extractor.structure import read

# Sentences are parted by " | ".
ENDS = [
    # a person behind a company: an apposition, a verb, a relative clause
    "Ada Oka is chief executive of Alpha Corp. | John Smith, chief financial officer of Beta Inc., added: “We agree.”",
    "He left Orrin Foods Inc. | Maria Lopez, who ran the plant, takes over.",
    "The deal values Orrin Foods Inc. | Maria Lopez said it was fair.",
    "They sued Harrow Tool Co. | Jon A. Marsh said they would win.",
    "They sued Harrow Tool Co., Ltd. | Wei Guoqing, its chairman, said they would lose.",
    "The unit was sold to Tarn Ltd. | Ida Bexley has led it since May.",
    "It was bought by Tarn L.L.C. | Ida Bexley, 53, will run it.",
    "It was bought by Tarn Inc. | Ida Bexley, the founder, will run it.",
    "It was bought by Tarn Inc. | Ida van der Berg, president of the union, agreed.",
    "It was bought by Tarn Inc. | Ida Bexley and Jon Marsh were pleased.",
    "It was bought by Tarn Inc. | Marsh, who founded it, was pleased.",
    "It was bought by Tarn Inc. | Marsh said he was pleased.",
    "It was bought by Tarn Inc. | Mr. Marsh stays.",
    "It was bought by Tarn Inc. | Dr. Ann Chen stays.",
    "It was bought by Tarn Inc. | Sir Jon Marsh stays.",
    "It was bought by Tarn Inc. | Lord Astley, its chairman, stays.",
    # a company behind a company
    "It competes with Harrow Tool Corp. | Beta Rail plc rose 4%.",
    "It competes with Harrow Tool Corp. | Beta Rail, which has no plant, fell.",
    "It competes with Harrow Tool Corp. | Beta Rail Ltd. said it would expand.",
    "It competes with Harrow Tool Corp. | Beta, which has no plant, fell.",
    "It competes with Harrow Tool Corp. | Recently, Beta Rail has gained.",
    # a starter, a common noun, a quotation, a figure word
    "It was bought by Tarn Inc. | The price was not disclosed.",
    "It was bought by Tarn Inc. | Revenue rose by a tenth.",
    "It was bought by Tarn Inc. | “We are glad,” said Ida Bexley.",
    "It was bought by Tarn Inc. | In May, the plant closes.",
    # dotted places and titles
    "The firm is based in Washington, D.C. | Jon Marsh, head of research, joins in May.",
    "Sales grew in the U.S. | Jon Marsh, head of research, was surprised.",
    "Sales grew in the U.S. | Jon Marsh said he was surprised.",
    "Sales grew in the U.S. | The rest of the world fell.",
    "The doors open at 9 a.m. | Jon Marsh, head of research, speaks first.",
    "The doors open at 9 a.m. | Coffee is served.",
    "It was signed by Jon Marsh Jr. | Ann Lee, his partner, was there.",
    "She holds a Ph.D. | Jon Marsh said he does not.",
    "The shop is in Troy, N.Y. | Marsh opened it in May.",
    "It grows grain, beans, etc. | Farmers like it.",
    "The office is in Reno, Nev. | Jon Marsh, head of research, lives there.",
]
GOES_ON = [
    # a title behind a company
    "Apple Inc. Chief Executive Tim Cook spoke.",
    "On Monday, Orrin Foods Inc. Chief Executive Officer Ann Lee said sales grew.",
    "On Monday, Orrin Foods Inc. Vice President Jon Marsh, who joined in May, said so.",
    "On Monday, Orrin Foods Inc. Senior Vice President Jon Marsh said so.",
    "On Monday, Orrin Foods Inc. Board member Jon Marsh said so.",
    "On Monday, Orrin Foods Inc. co-founder Jon Marsh said so.",
    "On Monday, Orrin Foods Inc. Global Head of Research Jon Marsh said so.",
    "On Monday, Orrin Foods Inc. Finance Chief Jon Marsh, who joined in May, said so.",
    "On Monday, Boring Co. Upstream President Neil Marsh said so.",
    # a name or a security that goes on
    "Each holder of Orrin Foods Inc. Class A shares was paid.",
    "Each holder of Orrin Foods Inc. Series B Preferred Stock was paid.",
    "Each holder of Orrin Foods Inc. Common Stock, which trades in Leeds, was paid.",
    "It owns Hengtu Logistics Co., Ltd. Chengdu Branch, which hauls steel.",
    "It owns Wendel Kraft SE & Co. KGaA and more.",
    "It owns Orrin Foods Inc. (NYSE: ORR) and more.",
    "It owns Orrin Foods Inc. IBM Cloud, a product.",
    "Orrin Foods, Inc. Beta Division, which hauls steel, closes.",
    "Harrow Tool Co. Australia said it would expand.",
    "It owns Orrin Foods, Inc. (Orrin) and more.",
    # titles, saints, mounts
    "He met Dr. Ada Oka, who left.",
    "He met Gov. Ann Lee, who left.",
    "He met Sen. Ann Lee and Rep. Jon Marsh, who left.",
    "He moved to St. Louis, which he likes.",
    "He moved to St. Albans Road, which he likes.",
    "He climbed Mt. Harrow, which he likes.",
    "He moved to Ft. Worth, which he likes.",
    # months, days, numbers
    "It closes on Jan. 5, 2025, which is a Sunday.",
    "It closes on Fri. Jan. 5 at noon.",
    "It is the No. 5 port.",
    "It is listed as Nos. 5 and 6 of Vol. 3.",
    # dotted countries and times
    "The U.S. Senate, which met on Monday, agreed.",
    "On Monday the U.S. Senate agreed.",
    "On Monday U.S. President Ann Lee said so.",
    "On Monday U.S. Treasury Secretary Ann Lee said so.",
    "On Monday U.S. District Judge Ann Lee, who heard the case, said so.",
    "On Monday the U.S. Food and Drug Administration said so.",
    "On Monday the U.S. Army Corps of Engineers, which owns it, said so.",
    "On Monday, in the U.S. Immigration and Harbor Service, people agreed.",
    "On Monday the U.S. Virgin Islands, which own it, said so.",
    "On Monday U.S. Steel said so.",
    "On Monday U.K. Prime Minister Jon Marsh said so.",
    "On Monday the U.N. Human Rights Council, which met, said so.",
    "On Monday the U.N. Security Council voted.",
    "It opens at 9 a.m. Eastern Time, which is late.",
    "It opens at 9 a.m. Eastern Standard Time, the company said.",
    "It opens at 9 a.m. Hong Kong Time, the company said.",
    "It opens at 9 a.m. Beijing time.",
    "It opens at 9 a.m. Monday, which is late.",
    "It opens at 9 p.m. ET and at 9 a.m. Pacific.",
    # initials and small abbreviations
    "He met J. K. Rowling, who left.",
    "He met J.K. Rowling, who left.",
    "He met P.J. Marsh on Monday.",
    "Its agent is A.L. Marsh Associates, which is small.",
    "On Monday the N.C.R.A. Board, which met, agreed.",
    "He met John F. Marsh, who left.",
    "He met George W. Marsh and Samuel L. Orr, who left.",
    "It sells grain, e.g. Oats and rye, and more.",
    "It was Tarn vs. Orrin Foods, which lost.",
    "It was Marsh v. Board of Trade, which lost.",
    "He cited Lee et al. and left.",
    "The D.C. Circuit, which heard the case, agreed.",
    "On Monday the D.C. Circuit agreed.",
    "He met Jon Marsh Jr. and Ann Lee.",
    "Jon Marsh Jr. Avenue, which is long, closes.",
]


def _sentences(text: str) -> list[str]:
    return [span.of(text) for span in read(text).sentences]


@pytest.mark.parametrize("marked", ENDS)
def test_a_sentence_ends_behind_the_abbreviation(marked: str) -> None:
    expected = marked.split(" | ")
    assert _sentences(" ".join(expected)) == expected


@pytest.mark.parametrize("text", GOES_ON)
def test_the_sentence_goes_on_behind_the_abbreviation(text: str) -> None:
    assert _sentences(text) == [text]
