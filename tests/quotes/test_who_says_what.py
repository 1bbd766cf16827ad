"""Who says what, over whole small articles: text with marked names, expected (speaker, direct, how the words begin, how they end)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from extractor.quotes.component import annotate

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.findings import Findings

    Make = Callable[..., Findings]

DIRECT = [
    ("said-behind", "“We open on Monday,” said {Ida Bexley}, head of [[Tarn plc]].", [("Ida Bexley", "We open", "on Monday,")]),
    ("name-verb", '"We open on Monday," {Ida Bexley} said.', [("Ida Bexley", "We open", "on Monday,")]),
    ("says", "“We open on Monday,” says {Ida Bexley}.", [("Ida Bexley", "We open", "on Monday,")]),
    ("before-colon", "{Ida Bexley}, Minister for Harbours, said: “We open on Monday. Come.”", [("Ida Bexley", "We open", "Come.")]),
    ("before-comma", "{Ida Bexley} of [[Tarn plc]] told reporters, “We open on Monday.”", [("Ida Bexley", "We open", "on Monday.")]),
    ("commented", "Commenting on the news, {Ida Bexley}, CEO, said: “We open.”", [("Ida Bexley", "We open", "open.")]),
    ("in-a-statement", "{Ida Bexley} said in a statement on Monday: “We open soon.”", [("Ida Bexley", "We open", "soon.")]),
    (
        "apposition",
        'Piet Vander, a glazier who trained under {Ann Perowne}, said. {Piet Vander}, who trained under {Ann Perowne}, said: "They need new frames."',
        [("Piet Vander", "They need", "frames.")],
    ),
    ("long-subject", "“Rates will fall,” {Yuki Arai}, an analyst at a bank in Osaka said by phone.", [("Yuki Arai", "Rates", "fall,")]),
    ("ticker-in-subject", "“Rates will fall,” [[Tarn]] (LSE: TRN) analyst {Jo Astley} said.", [("Jo Astley", "Rates", "fall,")]),
    ("title-and-name", "“Sales held up,” sighed rival {Jon Astley} of [[Lorne Rail]].", [("Jon Astley", "Sales", "up,")]),
    ("question", "“Who pays?” asked {Ida Bexley}.", [("Ida Bexley", "Who", "pays?")]),
    ("comma-outside", "“We open on Monday”, said {Ida Bexley}.", [("Ida Bexley", "We open", "Monday")]),
    (
        "cut-by-comma",
        '"The line is ready," said {Pia Rourke}, chief of [[Orrin Rail]], "and trains run from May."',
        [("Pia Rourke", "The line", "from May.")],
    ),
    ("cut-by-stop", "“Nobody left,” said {Pia Rourke}, chief of [[Orrin Rail]]. “We are many.”", [("Pia Rourke", "Nobody", "are many.")]),
    (
        "cut-twice",
        "“A is here,” said {Pia Rourke}. “B is here,” she added, “and so is C.”",
        [("Pia Rourke", "A is", "here,"), ("Pia Rourke", "B is", "so is C.")],
    ),
    (
        "cut-with-titles",
        "“Nobody left,” said {Pia Rourke}, Ph.D., of [[Orrin Inc.]] “We are many.”",
        [("Pia Rourke", "Nobody", "are many.")],
    ),
    (
        "paragraphs",
        "“Demand is the test,” Dr. {Halloran} said. “Stocks fell.\n\n“So far, we kept on.\n\n“Stay.”",
        [("Halloran", "Demand", "Stay.")],
    ),
    (
        "pronoun",
        '{Piet Vander} said: "They need new frames."\n\n"They will leak," he added.',
        [("Piet Vander", "They need", "frames."), ("Piet Vander", "They will", "leak,")],
    ),
    (
        "pronoun-gender",
        "Ms. {Pia Rourke} said: “One is here.” Mr. {Jon Astley} said: “Two are here.” “Three are here,” she added.",
        [("Pia Rourke", "One", "here."), ("Jon Astley", "Two", "here."), ("Pia Rourke", "Three", "here,")],
    ),
    ("nobody-named", "“It works!”, she said.", [(None, "It works!", "works!")]),
    ("role", "“No ship may dock before noon,” the harbour minister said.", [(None, "No ship", "noon,")]),
    ("spokesperson", "“We will comply,” a [[Tarn plc]] spokesperson said in an e-mail.", [("Tarn plc", "We will", "comply,")]),
    ("spokesman-for", "“We will comply,” a spokesman for [[Tarn plc]] said.", [("Tarn plc", "We will", "comply,")]),
    ("organization", "“Rents will fall,” [[Tarn plc]] said in its report.", [("Tarn plc", "Rents", "fall,")]),
    (
        "adding",
        '"Not for us," sighed {Jon Astley}, adding that "costs bite."',
        [("Jon Astley", "Not for us", "us,"), ("Jon Astley", "costs", "bite.")],
    ),
    (
        "two-speakers",
        '"Sales held up," noted {Mara Quill}, who runs [[Tarn plc]] with {Lee Anstey}. "Not for us," sighed {Jon Astley}.',
        [("Mara Quill", "Sales", "up,"), ("Jon Astley", "Not for us", "us,")],
    ),
    ("partial", "{Lena Orr} said she would spend it on “a second oven, and then a lawyer.”", [("Lena Orr", "a second", "lawyer.")]),
    (
        "label-verb",
        "{Pieter Boon}, chief of [[Haven NV]] (no relation), called the grant “the end of a ten-year queue”.",
        [("Pieter Boon", "the end", "queue")],
    ),
    ("according", "“Rents fall,” according to {Ida Bexley} of [[Tarn plc]].", [("Ida Bexley", "Rents", "fall,")]),
    (
        "paragraph-above",
        "Dame {Helen Aspin}, Chair, said:\n\n“Losing is no triumph. We are on schedule.”",
        [("Helen Aspin", "Losing", "schedule.")],
    ),
    (
        "continued",
        "“We grew,” said {Ida Bexley}.\n\n“We will grow again next year.”",
        [("Ida Bexley", "We grew", "grew,"), ("Ida Bexley", "We will", "year.")],
    ),
    ("signature", "“A very good product for us.” — {Ida Bexley}, buyer at [[Tarn plc]]", [("Ida Bexley", "A very", "for us.")]),
    ("signature-below", "“A very good product for us.”\n— {Ida Bexley}, buyer at [[Tarn plc]]", [("Ida Bexley", "A very", "for us.")]),
    ("interview", "{Ida Bexley}: “We grew in every region last year.”", [("Ida Bexley", "We grew", "year.")]),
    ("possessive", "“We sue,” {Ida Bexley}’s lawyer, {Jon Astley}, said.", [("Jon Astley", "We sue", "sue,")]),
    ("surname-only", "{Ida Bexley} runs [[Tarn plc]]. “We grew,” Bexley said.", [("Ida Bexley", "We grew", "grew,")]),
    (
        "hard-wrap",
        "“We open on\nMonday,” said Chief Executive\n{Ida\nBexley|Ida Bexley}, who joined in May.",
        [("Ida Bexley", "We open", "Monday,")],
    ),
    ("low-marks", "„We open“, said {Ida Bexley}.", [("Ida Bexley", "We open", "open")]),
    ("guillemets", "« We open », said {Ida Bexley}.", [("Ida Bexley", "We open", "open")]),
    ("single-marks", "‘We open on Monday,’ said {Ida Bexley}.", [("Ida Bexley", "We open", "on Monday,")]),
    ("space-typo", 'It rained. "We open on Monday, "said {Ida Bexley}.', [("Ida Bexley", "We open", "on Monday,")]),
    ("commenting-name", "Commenting on the results, {Ida Bexley}, chair of [[Tarn plc]]: “We grew.”", [("Ida Bexley", "We grew", "grew.")]),
    ("quoted-as-saying", "{Zhou Min} was quoted by [[Lorne Daily]] as saying, “We open in May.”", [("Zhou Min", "We open", "May.")]),
    ("introduced", '"The port grew by a third," {Zhou Min}, deputy head of the port, introduced.', [("Zhou Min", "The port", "third,")]),
    (
        "in-the-boilerplate",
        "Tarn opens depot\n\nTarn opened a depot in Leeds on Monday and hired 20 people.\n\nAbout Tarn\n\nTarn hauls steel. “Steel is our trade,” {Ida Bexley} notes.",
        [("Ida Bexley", "Steel", "trade,")],
    ),
    (
        "pronoun-after-a-new-subject",
        "“This is a milestone,” said Mayor {Jon Astley}. {Mara Quill}, who chairs the council, agreed. “It is a good day,” she said.",
        [("Jon Astley", "This is", "milestone,"), ("Mara Quill", "It is", "day,")],
    ),
    (
        "office-then-house",
        'Mr. {Sanjay Roy}, Managing Director, [[Lotus Rail Ltd]] said, "We grew in May."',
        [("Sanjay Roy", "We grew", "May.")],
    ),
    (
        "clause-then-house",
        "After {Ida Bexley}, its chair, had left, [[Tarn plc]] said: “We grew in May.”",
        [("Tarn plc", "We grew", "May.")],
    ),
    ("person-of-a-place", "Ambassador {Joao Pires} of Brazil called it “a long road for all”.", [("Joao Pires", "a long", "for all")]),
    ("lawyer-for", "“We will appeal,” the lawyer for Mr. {Jon Astley}, {Siv Dahl}, said.", [("Siv Dahl", "We will", "appeal,")]),
    (
        "the-ceo-again",
        "“We grew,” said {Ida Bexley}. “We will grow,” the CEO said.",
        [("Ida Bexley", "We grew", "grew,"), ("Ida Bexley", "We will", "grow,")],
    ),
    (
        "the-ceo-of-two",
        "“We grew,” said {Ida Bexley}. “We fell,” said {Jon Astley}. “We will grow,” the CEO said.",
        [("Ida Bexley", "We grew", "grew,"), ("Jon Astley", "We fell", "fell,"), (None, "We will", "grow,")],
    ),
    ("is-blunt", "{Nora Quinn}, who took over in 2020, is blunt: “We were asleep.”", [("Nora Quinn", "We were", "asleep.")]),
    (
        "he-is-the-new-subject",
        "“We slept,” said {Nora Quinn}. Her predecessor, {Ian Moss}, disagrees. “We earned money,” he says.",
        [("Nora Quinn", "We slept", "slept,"), ("Ian Moss", "We earned", "money,")],
    ),
    (
        "would-add",
        "She runs it. {Ida Bexley} added that wages would add £11m to costs next year, “about half of which we can absorb”.",
        [("Ida Bexley", "about half", "absorb")],
    ),
    ("captain", "“The cranes pay,” said Capt. {Joe Baraka}, the director. “We broke it twice.”", [("Joe Baraka", "The cranes", "twice.")]),
    (
        "the-company-that-spoke",
        "[[Lorne Rail]] said it would appeal to the court of trade. “We accept it,” the company said. [[Tarn plc]] did not.",
        [("Lorne Rail", "We accept", "it,")],
    ),
    (
        "dash",
        "Tarn opened a depot in Leeds on Monday and hired 20 people for it.\n\n– Steel is cheap. The sums add up, says CEO {Ida Bexley}.\n\nIt is big.",
        [("Ida Bexley", "Steel is", "add up,")],
    ),
    ("short-testimonial", "“Great staff!” – {Ida Bexley}, Leeds", [("Ida Bexley", "Great", "staff!")]),
    ("said-the-chair", "{Ida Bexley} met {Jon Astley}. “We open,” said the chair.", [(None, "We open", "open,")]),
]
TURNS = [
    (
        "his-predecessor-who-said",
        "{Henrik Vass} raised the fees. His predecessor {Ana Pinto}, who said last year that fees would stay low, disagreed. “It is wrong,” she said.",
        [("Ana Pinto", "fees would", "stay low"), ("Ana Pinto", "It is", "wrong,")],
    ),
    (
        "replaced-by-who",
        "[[Tarn plc]] replaced {Ida Bexley} with {Tom Reyes}, who said: “We start today.”",
        [("Tom Reyes", "We start", "today.")],
    ),
    (
        "her-colleague",
        "“We close,” said {Ana Pinto}. Her colleague {Tom Reyes} disagrees. “We stay open,” he said.",
        [("Ana Pinto", "We close", "close,"), ("Tom Reyes", "We stay", "open,")],
    ),
    (
        "a-lawyer-with-the",
        "“We close,” said {Ana Pinto}. The report on {Tom Reyes} is out. “It is mild,” she said.",
        [("Ana Pinto", "We close", "close,"), ("Ana Pinto", "It is", "mild,")],
    ),
    (
        "given-names-tell",
        "{Maria Lund} spoke first. “One,” said {Peter Holm}. “Two,” she replied. “Three,” he said.",
        [("Peter Holm", "One", "One,"), ("Maria Lund", "Two", "Two,"), ("Peter Holm", "Three", "Three,")],
    ),
    (
        "given-names-of-both-tell-nothing",
        "“One,” said {Robin Holm}. “Two,” she added.",
        [("Robin Holm", "One", "One,"), ("Robin Holm", "Two", "Two,")],
    ),
    (
        "mias-father",
        "“Here,” said {Paul Kerr}. {Mia Voss}’s father, {Jon Voss}, came too. “I saw it,” he said.",
        [("Paul Kerr", "Here", "Here,"), ("Jon Voss", "I saw", "it,")],
    ),
    (
        "nobody-named-behind-a-new-subject",
        "“We grew,” said {Ida Bexley}. {Tom Reyes} doubts it. “They always say that they grow.”",
        [("Ida Bexley", "We grew", "grew,"), ("Tom Reyes", "They", "grow.")],
    ),
    (
        "nobody-named-two-sentences-behind",
        "“We grew,” said {Ida Bexley}. {Tom Reyes} left in May. Sales rose. “We will grow on.”",
        [("Ida Bexley", "We grew", "grew,"), ("Ida Bexley", "We will", "grow on.")],
    ),
    (
        "statement-by",
        "Statement by Commissioner {Ida Bexley} on steel\n\nBRUSSELS, 4 March 2025 - The talks ended today.\n\n“We will respond in a firm way to this.”\n\n“Our door is open to all.”",
        [("Ida Bexley", "We will", "to this."), ("Ida Bexley", "Our door", "to all.")],
    ),
    (
        "report-by",
        "Report by Commissioner {Ida Bexley} on steel\n\nBRUSSELS, 4 March 2025 - The talks ended today.\n\n“We will respond in a firm way to this.”",
        [(None, "We will", "to this.")],
    ),
    ("as-she-puts-it", "As {Ida Bexley} puts it, “a cow is not a machine”.", [("Ida Bexley", "a cow", "machine")]),
    ("smiled-and-said", "{Ida Bexley} smiled and said: “We did it.”", [("Ida Bexley", "We did", "it.")]),
    ("of-another-and-said", "The clerk of {Ida Bexley} smiled and said: “We did it.”", [(None, "We did", "it.")]),
    (
        "spokesman-declined-but-said",
        "A spokesman for [[Tarn plc]] declined to comment, but said “we keep all options open”. The spokesman added: “It is early.”",
        [("Tarn plc", "we keep", "open"), ("Tarn plc", "It is", "early.")],
    ),
    (
        "two-colons-in-a-row",
        "{Ida Bexley} wrote: “The bridge is open!” {Tom Reyes} posted: “A great day.”",
        [("Ida Bexley", "The bridge", "open!"), ("Tom Reyes", "A great", "day.")],
    ),
    ("a-colon-without-a-verb", "The note was short: “We open today!” {Tom Reyes} said.", [("Tom Reyes", "We open", "today!")]),
    ("house-in-a-letter-to", "“We will pay,” said [[Tarn plc]] in a letter to {Ida Bexley}.", [("Tarn plc", "We will", "pay,")]),
    ("house-with-its-head", "“We will pay,” said [[Tarn plc]] head {Ida Bexley}.", [("Ida Bexley", "We will", "pay,")]),
    ("chair-after-meeting", "“We will pay,” said the chairman after meeting {Ida Bexley}.", [(None, "We will", "pay,")]),
    (
        "when-she-left",
        "When {Ida Bexley} left, her deputy, {Jon Astley}, a banker, said: “Nothing will change.”",
        [("Jon Astley", "Nothing", "change.")],
    ),
    ("it-said", "[[Tarn plc]] made a loss in May. “We will cut costs,” it said.", [("Tarn plc", "We will", "costs,")]),
    ("it-is-a-person", "{Ida Bexley} made a loss in May. “We will cut costs,” it said.", [(None, "We will", "costs,")]),
    (
        "the-ministry",
        "[[Tarn plc]] must pay the [[Ministry of Harbours]]. “We wait,” the ministry said.",
        [("Ministry of Harbours", "We wait", "wait,")],
    ),
]
MORE_DIRECT = [
    (
        "for-her-it-is",
        "For {Ida Bexley}, head of [[Tarn plc]], the order is “a vote of confidence from the north”; she smiled.",
        [("Ida Bexley", "a vote", "north")],
    ),
    ("for-her-a-word", "For {Ida Bexley}, head of [[Tarn plc]], the market is “core”.", []),
    (
        "company-of-a-wire",
        "[[Lorne Wire]] saw it.\n\n[[Tarn plc]] swung to a loss in May. Costs rose.\n\n“We will idle ships,” the company said.",
        [("Tarn plc", "We will", "ships,")],
    ),
    (
        "told-the-broadcaster-then-he",
        "{Ida Bexley} left. The lay-offs came too early for them, its chairman {Tom Reyes} told broadcaster [[Radio Østby]]. “It hurts,” he said.",
        [("Tom Reyes", "It hurts", "hurts,")],
    ),
]
NONE = [
    ("defined-terms", "[[Tarn plc]] (“Tarn” or the “Company”) opened a depot."),
    ("scare", "“Smart” meters save little. The [[Trust]] retains its “golden share”."),
    ("work", "The show “Tides of Lorne” won."),
    ("work-with-comma", "In “Tides of Lorne,” {Ida Bexley} says little."),
    ("label-of-a-word", "{Ida Bexley} has a new word for it: “smart”."),
    (
        "dash-item",
        "The plan has two parts.\n\n– Sales that rise, {Ida Bexley} hopes\n– Costs that fall by May, as the board of [[Tarn plc]] says",
    ),
    ("hyphen-item", "The plan has two parts.\n\n- Sales that rise in May, says {Ida Bexley}\n- Costs"),
    ("inches", 'The screen is 27" wide and the rack is 19" deep.'),
    ("nickname", "William “Bill” Marsh joined [[Tarn plc]]."),
    ("ratings", 'Analysts rate it a "buy", five "neutral", and one "cautious", according to [[Tarn]] data.'),
    ("nickname-according", "He was nicknamed “the Fox,” according to {Ida Bexley}."),
    ("report-is-a-noun", "The firm, which sank after the report “erroneous” filing, closed."),
    (
        "boilerplate",
        "Tarn opens depot\n\nTarn opened a depot in Leeds on Monday and hired 20 people.\n\nForward-looking statements\n\nWords such as “may”, “will” and “we said so,” said of plans, tell of the future.",
    ),
]
INDIRECT = [
    ("that", "{Ida Bexley}, head of [[Lorne Rail]], said that trains would run by October.", [("Ida Bexley", "trains would")]),
    ("no-that", "{Ida Bexley} said the family backed the deal.", [("Ida Bexley", "the family")]),
    ("told-that", "{Ida Bexley}, chair of [[Tarn plc]], told the reporter that the trip would be cut.", [("Ida Bexley", "the trip")]),
    (
        "told-analysts",
        "{Ida Bexley}, Chief Financial Officer, told analysts the company did not need more.",
        [("Ida Bexley", "the company")],
    ),
    (
        "told-paper",
        "Chief Executive {Rob Trant} told [[The Lorne Echo]] yesterday that prices would rise by 3%.",
        [("Rob Trant", "prices would")],
    ),
    ("told-staff", "{Rob Trant} told employees last month that he had never meant to stay.", [("Rob Trant", "he had")]),
    (
        "noted-behind",
        "{Rui Keller} said that grants would be signed by October. The bank may add loans of €4 million, he noted.",
        [("Rui Keller", "grants would"), ("Rui Keller", "The bank may")],
    ),
    ("title-comma-name", "Its chair, {Ida Bexley}, said the union had asked for one thing first.", [("Ida Bexley", "the union")]),
    (
        "comma-in-a-name",
        "Only one of them was silent at dusk, {Ida Bexley} of the [[Ministry of Science, Rail and Trade]] conceded.",
        [("Ida Bexley", "Only one")],
    ),
    ("said-behind", "The port grew by a third and will grow again, said {Wei Guo}, deputy head of the port.", [("Wei Guo", "The port")]),
    ("according-to-its-realm", "According to Ostia’s [[Ministry of Rails]], 23 trains stood still.", [("Ministry of Rails", "23 trains")]),
    ("according-to-anothers", "According to papers of [[Ministry of Rails]], 23 trains stood still.", []),
    (
        "for-somebody-then-he",
        "{Ida Bexley} told investors that costs would fall again. For {Tom Reyes}, the order is a sign; he added that more orders would come.",
        [("Ida Bexley", "costs would"), ("Tom Reyes", "more orders")],
    ),
    ("according-first", "According to {Zhou Min}, cross-border loans reached $45 million.", [("Zhou Min", "cross-border")]),
    (
        "according-role",
        "According to {Zhou Min}, chief economist at [[Tarn]], loans have reached $45 million.",
        [("Zhou Min", "loans have")],
    ),
    ("according-last", "Loans have reached $45 million this year, according to {Zhou Min}.", [("Zhou Min", "Loans have")]),
    ("added-that", "Ms. {Lau Wing}, Chief Executive Officer, added that the Group aims to sell assets.", [("Lau Wing", "the Group")]),
    ("adds", "CFO {Joachim Kern}, who is not related to her, adds that net debt fell by a third.", [("Joachim Kern", "net debt")]),
    ("organization", "Last month the [[Premier League]] confirmed that the club had kept the rules.", [("Premier League", "the club")]),
    (
        "no-relation",
        "{Ada Oka}, chair of [[Together]] and no relation of Dr. {Ben Oka}, noted that many are ill each year.",
        [("Ada Oka", "many are")],
    ),
    ("told-behind", "The yard employs 300 people, {Eva Lund} told reporters on Monday.", [("Eva Lund", "The yard")]),
    ("wrote-behind", "Two of the bidders remain, {Eva Lund} wrote.", [("Eva Lund", "Two of")]),
    ("around", "The yard, {Eva Lund} said, employs 300 people.", [("Eva Lund", "The yard")]),
    ("according-around", "In recent years, according to {Zhou Min}, trade has grown by a tenth.", [("Zhou Min", "In recent")]),
    ("two-thats", "{Eva Lund} said that the yard would not close, and that it had orders.", [("Eva Lund", "the yard")]),
    ("wrote-a-book", "{Eva Lund} wrote a long book on boats in the north.", []),
    ("told-a-story", "In the first of two talks, {Eva Lund} told a long story of boats.", []),
    ("went-on", "{Ida Bexley} went on to say that the council would build a stop.", [("Ida Bexley", "the council")]),
    ("told-to-say", "{Ida Bexley} was told to say that the council would build a stop.", []),
    ("issuer", "[[Tarn plc]] said the depot would open in May.", [("Tarn plc", "the depot")]),
    ("announced", "[[Tarn plc]] announced that the depot would open in May.", []),
    (
        "adding-that",
        "“We grew,” said {Ida Bexley} of [[Tarn plc]], adding that the depot would open in May.",
        [("Ida Bexley", "the depot")],
    ),
    ("adding-a-name", "“We grew,” said {Ida Bexley}, adding two depots to the list of May.", []),
    (
        "but-added",
        "{Ekow Frith} suggested that the air might be bad, but added that the group was small, at 31 people.",
        [("Ekow Frith", "the air"), ("Ekow Frith", "the group")],
    ),
    ("and-found", "{Ekow Frith} said that the air was bad and found that the group was small.", [("Ekow Frith", "the air")]),
    (
        "said-today-warning",
        "More than 500 children have gone back to school since May, [[Tarn Aid]] said today, warning that it has little money left.",
        [("Tarn Aid", "More than"), ("Tarn Aid", "it has")],
    ),
    (
        "told-in-the-middle",
        "Without new money, the [[Tarn Aid]] country office told donors on\nMonday, many schools would close.",
        [("Tarn Aid", "many schools")],
    ),
    ("according-to-its-director", "According to its director, {Ida Bexley}, the trains run by May.", [("Ida Bexley", "the trains")]),
    (
        "according-officer",
        "According to {Ida Bexley}, Chief Medical Officer, a trial, in which 90 are enrolled, runs until May.",
        [("Ida Bexley", "a trial")],
    ),
    (
        "notes-to-editors",
        "Tarn opens depot\n\nTarn opened a depot in Leeds on Monday and hired 20 people.\n\nNotes to editors\n\n- The floods of May displaced 14 people, according to the [[Ministry of Water]].",
        [("Ministry of Water", "The floods")],
    ),
    (
        "marks-inside-a-long-report",
        "{Ida Bexley} told reporters that a trade deal, if it were signed in May, could add “at least 300 crore” to revenue.",
        [("Ida Bexley", "a trade")],
    ),
    ("company-is-left-out", "The company said the depot would open in May.", []),
    ("added-things", "{Ida Bexley} added 2.3 million subscribers to the list in May.", []),
    ("passive", "{Ida Bexley} is said to have left the firm in May.", []),
    ("source-of-figures", "Loans have reached $45 million this year, according to [[Lorne Bank]] data.", []),
    ("said-on-wednesday", "Minister {Ida Bexley} said on Wednesday the package would lift the deficit.", [("Ida Bexley", "the package")]),
    ("said-late-on-friday", "{Ida Bexley} said late on Friday evening prices of ore would fall.", [("Ida Bexley", "late on")]),
    ("said-last-week", "{Ida Bexley} said last week it had closed the yard at Lorne.", [("Ida Bexley", "it had")]),
    ("said-last-year-was", "{Ida Bexley} said last year was hard on the yard at Lorne.", [("Ida Bexley", "last year was")]),
    ("said-in-a-statement", "[[Lorne Rail]] said in a short statement on Monday the trains would run.", [("Lorne Rail", "the trains")]),
    ("said-not", "{Ida Bexley} said not one of the trains had run.", [("Ida Bexley", "not one")]),
    ("said-no-to", "{Ida Bexley} said no to the plan for trains in May.", []),
    (
        "told-the-authors",
        "{Ida Bexley}, head of [[Tarn plc]], told the report’s authors her team had cut its time by half.",
        [("Ida Bexley", "her team")],
    ),
    (
        "told-a-broadcaster-behind",
        "The lay-offs came half a year too early, its chairman {Tom Reyes} told broadcaster [[Radio Østby]].",
        [("Tom Reyes", "The lay-offs")],
    ),
    ("told-reporters-a-name", "{Ida Bexley} told reporters [[Lorne Rail]] would run in May.", [("Ida Bexley", "Lorne Rail would")]),
    ("told-to-expect", "{Ida Bexley} told investors in August to expect about a tenth less.", []),
    ("told-to", "{Ida Bexley} told investors to sell all that they had.", []),
    (
        "according-to-a-consultancy",
        "Rates have halved since the start of May, according to consultancy [[Oakley & Reeve]].",
        [("Oakley & Reeve", "Rates have")],
    ),
    (
        "according-to-the-consultancy",
        "According to the consultancy [[Oakley & Reeve]], rates have halved since May.",
        [("Oakley & Reeve", "rates have")],
    ),
    ("according-to-the-mayor-of", "Rates have halved since the start of May, according to people at [[Oakley & Reeve]].", []),
    (
        "according-to-its-estimate",
        "Prices rose by a tenth; in the north it was a fifth according to the flash estimate of [[Halden Statistics]].",
        [("Halden Statistics", "in the north")],
    ),
    (
        "according-to-her",
        "“We stay,” said {Mara Quill}. Among the guests was {Ana Pinto} from Lorne, a teacher. According to her, the trip cost 6,200 crowns.",
        [("Ana Pinto", "the trip")],
    ),
    (
        "according-to-her-lawyer",
        "“We stay,” said {Mara Quill}. According to her lawyer, {Jon Astley}, the trip cost 6,200 crowns.",
        [("Jon Astley", "the trip")],
    ),
    (
        "he-added-behind-a-semicolon",
        "{Tom Reyes} said that members had asked for more; pumping alone costs them a lot, he added.",
        [("Tom Reyes", "members had"), ("Tom Reyes", "pumping alone")],
    ),
    (
        "semicolon-he-added-that",
        "{Tom Reyes} said that members had asked for more; he added that pumping costs a lot.",
        [("Tom Reyes", "members had"), ("Tom Reyes", "pumping costs")],
    ),
    (
        "semicolon-it-had-said",
        "{Tom Reyes} said that members had asked for more; the house had said that it would pay.",
        [("Tom Reyes", "members had")],
    ),
    (
        "she-says-and",
        "At first only a tenth of them came back, {Ida Bexley} noted, and the bureau wants to see more.",
        [("Ida Bexley", "At first only")],
    ),
    (
        "it-said-at-the-end",
        "[[Lorne Rail]] sees more traffic. Losses could reach a tenth next year, it said.",
        [("Lorne Rail", "Losses could")],
    ),
    (
        "marks-behind-that",
        "{Ida Bexley} warned this month that moving would take “not a season but a long year”.",
        [("Ida Bexley", "moving would")],
    ),
    (
        "marks-in-a-whole-clause",
        "{Ida Bexley} told reporters the house would act “without a day of notice” against large moves.",
        [("Ida Bexley", "the house")],
    ),
    (
        "of-others-in-the-boilerplate",
        (
            "Tarn opens depot\n\nTarn opened a depot in Leeds on Monday and hired 20 people.\n\nAbout Tarn\n\nFounded in 1950, [[Lorne Rail]] said it hauls "
            "steel. According to the [[Ministry of Rails]], it carried a third of all trains."
        ),
        [("Ministry of Rails", "it carried")],
    ),
    (
        "she-noted-and-behind-commas",
        "Sales reached 48 million last season, up a tenth, {Ida Bexley} noted, and the hall was full.",
        [("Ida Bexley", "Sales reached")],
    ),
    ("it-said-and-behind-commas", "Sales reached 48 million, up a tenth, [[Lorne Rail]] said, and the hall was full of guests.", []),
    (
        "of-its-ministry",
        "[[Lorne Rail]] said trains would run by May. [[Ministry of Rails]] officials met. It is to open soon in the north, the ministry added.",
        [("Lorne Rail", "trains would"), ("Ministry of Rails", "It is")],
    ),
    ("port-authority", "[[Harbour Council]] met. It would be sorry for all, the port council noted.", []),
    (
        "anothers-service",
        "It recalls all the pies that are left, the [[Department of Farms]]'s [[Food Service]] (FS) said Friday.",
        [("Food Service", "It recalls")],
    ),
    (
        "according-to-analysts-at",
        "According to analysts at [[Oakley & Reeve]], sales might reach a peak.",
        [("Oakley & Reeve", "sales might")],
    ),
    ("quote-inside-counts-once", "{Ida Bexley} said the deal was “a very long road to take”.", None),
]


def _said(make: Make, marked: str, *, direct: bool) -> list[tuple[str | None, str]]:
    found = make(
        marked, issuer="Tarn plc" if "[[Tarn plc]] said the depot" in marked else "Lorne Wire" if "[[Lorne Wire]]" in marked else None
    )
    for one in found.organizations:
        one.kind = "media" if one.name == "Lorne Wire" else "company"
    annotate(found)
    return [(one.speaker.name if one.speaker else None, found.text[one.start : one.end]) for one in found.quotes if one.direct is direct]


@pytest.mark.parametrize(
    ("marked", "expected"), [case[1:] for case in DIRECT + MORE_DIRECT], ids=[case[0] for case in DIRECT + MORE_DIRECT]
)
def test_direct_speech(make: Make, marked: str, expected: list[tuple[str | None, str, str]]) -> None:
    said = _said(make, marked, direct=True)
    bare = [(who, words.strip("“”\"„«»‘’' \n")) for who, words in said]
    assert [who for who, _ in bare] == [who for who, _, _ in expected]
    for (_, words), (_, first, last) in zip(bare, expected, strict=True):
        assert words.startswith(first)
        assert words.endswith(last)


@pytest.mark.parametrize(("marked", "expected"), [case[1:] for case in TURNS], ids=[case[0] for case in TURNS])
def test_speakers_take_turns(make: Make, marked: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = make(marked)
    annotate(found)
    said = [(one.speaker.name if one.speaker else None, found.text[one.start : one.end].strip("“”")) for one in found.quotes]
    assert [who for who, _ in said] == [who for who, _, _ in expected]
    for (_, words), (_, first, last) in zip(said, expected, strict=True):
        assert words.startswith(first)
        assert words.endswith(last)


@pytest.mark.parametrize("marked", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_marks_that_are_no_speech(make: Make, marked: str) -> None:
    assert _said(make, marked, direct=True) == []


@pytest.mark.parametrize(("marked", "expected"), [case[1:] for case in INDIRECT], ids=[case[0] for case in INDIRECT])
def test_reported_speech(make: Make, marked: str, expected: list[tuple[str, str]] | None) -> None:
    said = _said(make, marked, direct=False)
    if expected is None:
        assert said == []
        assert [who for who, _ in _said(make, marked, direct=True)] == ["Ida Bexley"]
        return
    assert [who for who, _ in said] == [who for who, _ in expected]
    assert all(words.startswith(first) for (_, words), (_, first) in zip(said, expected, strict=True))


def test_a_title_goes_back_to_the_person_who_bears_it(make: Make) -> None:
    found = make("{Ida Bexley} and {Jon Astley} came. “We open,” the chairman said.", roles={"Jon Astley": ("Chairman", None)})
    annotate(found)
    assert [one.speaker and one.speaker.name for one in found.quotes] == ["Jon Astley"]


@pytest.mark.parametrize(
    ("title", "words", "wanted"),
    [
        ("Finance Minister", "the former minister", "Jon Astley"),
        ("Finance Minister", "the prime minister", None),
        ("Chief Executive Officer", "the CEO", "Jon Astley"),
        ("CFO", "the chief financial officer", "Jon Astley"),
        ("chief executive", "the outgoing chief executive", "Jon Astley"),
        ("Chairwoman", "the chair", "Jon Astley"),
        ("Chief Executive Officer", "the financial officer", None),
        ("president", "the union president", "Jon Astley"),
        ("president", "the wild president", None),
    ],
)
def test_an_office_is_told_in_other_words(make: Make, title: str, words: str, wanted: str | None) -> None:
    found = make(f"{{Ida Bexley}} and {{Jon Astley}} came. “We open,” {words} added.", roles={"Jon Astley": (title, None)})
    annotate(found)
    assert [one.speaker and one.speaker.name for one in found.quotes] == [wanted]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("a company spokesman", "Tarn plc"), ("a spokeswoman for the company", "Tarn plc"), ("a ministry spokesman", None), ("a man", None)],
)
def test_a_spokesman_speaks_for_the_house_told_before(make: Make, words: str, wanted: str | None) -> None:
    found = make(f"[[Tarn plc]] opened a depot. “We are proud of it,” {words} said.", issuer="Tarn plc")
    found.organizations[0].kind = "company"
    annotate(found)
    assert [one.speaker and one.speaker.name for one in found.quotes] == [wanted]


@pytest.mark.parametrize(("noun", "wanted"), [("company", "Tarn plc"), ("river", None)])
def test_it_is_the_house_that_a_sentence_opened_with(make: Make, noun: str, wanted: str | None) -> None:
    text = f"They fined [[Tarn plc]] twice. The {noun}, which is small, is back. “We let them down,” it said."
    found = make(text, issuer="Tarn plc")
    annotate(found)
    assert [one.speaker and one.speaker.name for one in found.quotes] == [wanted]


def test_the_company_is_no_ministry_that_spoke_last(make: Make) -> None:
    found = make("“We wait,” the [[Ministry of Harbours]] said. “We will pay,” the company said.")
    found.organizations[0].kind = "government"
    annotate(found)
    assert [one.speaker and one.speaker.name for one in found.quotes] == ["Ministry of Harbours", None]


def test_the_company_is_the_issuer(make: Make) -> None:
    found = make("[[Tarn plc]] opened a depot. “We are proud of it,” the company said.", issuer="Tarn plc")
    annotate(found)
    assert [one.speaker for one in found.quotes] == [found.issuer]


def test_an_article_without_names_keeps_its_speech(make: Make) -> None:
    found = make("“We open on Monday,” said the head of the port.")
    annotate(found)
    assert [(one.direct, one.speaker) for one in found.quotes] == [(True, None)]


@pytest.mark.parametrize(
    "piece", ["said that a, adding that b ", "and added that ", "A, he said, b c d e ", "according to its director, ", "– a b c d, says A "]
)
def test_a_nasty_text_is_read_in_linear_time(make: Make, piece: str) -> None:
    found = make(piece * (100_000 // len(piece)))
    found.layout  # noqa: B018 - read before the clock runs
    start = time.perf_counter()
    annotate(found)
    assert time.perf_counter() - start < 1
