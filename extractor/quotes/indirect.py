"""Reported speech: "X said that ...", "..., Y noted.", "According to Z, ...". Gives `Speech`es whose span is what was said.

Only clauses outside quotation marks, in the running text and its lists; where part of a clause stands in marks, the direct quotation counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from extractor.findings import Span
from extractor.lexicon import rows
from extractor.quotes.clauses import THAT_REACH, TOLD, content_start, whom
from extractor.quotes.match import (
    SILENT,
    UNREPORTED,
    Cue,
    Sections,
    Speech,
    finite_verb,
    forms,
    is_verb,
    verb_kind,
    word_list,
)

if TYPE_CHECKING:
    from extractor.findings import Layout
    from extractor.quotes.marks import Quoted
    from extractor.quotes.resolve import Speakers

_FEWEST_WORDS = 4
# Words of a clause beside those in marks: any clause behind "that"; without it "said it would spend it on “...”" is the marks' alone.
_FEWEST_BESIDE = 7
_FEWEST_BEHIND_THAT = 3
_REACH = 150
_LONGEST_SUBJECT = 12
# "is said to", "be told": the passive names no speaker; "said to be" reports nobody's words.
_PASSIVE = re.compile(r"(?:\b(?:is|are|was|were|be|been|being|not|often|widely|as|As|to|which|that|once)|['’](?:s|re))\s+$")
_WENT_ON = re.compile(r"\b(?:went|goes|go)\s+on\s+to\s+$")
# "According to its director, Ida Bexley, ...": the name comes behind the comma.
_UNNAMED = re.compile(r"\s+(?:the|a|an|its|his|her|their|our)(?:\s+[a-z][\w’'-]*){1,5}")
_RELATIVE = re.compile(r"(?:\w+\s+)?(?:which|who|whose|whom|where)\b")
# "Ida Bexley, who said that trains would run, | called for more": the clause of "who" ends where the sentence's own verb comes.
_RELATIVE_LEAD = re.compile(r",\s+who\s+(?:\w+ly\s+|also\s+|then\s+|has\s+|had\s+)?$")
_MAIN_VERB = re.compile(r",\s+(?:has|have|had|is|was|were|will|would|also|then|said|says|told|took|left|went|became|met|won|[a-z]{3,}ed)\b")
_ADVERB_PHRASE = re.compile(
    r"\s*(?:In|On|At|By|For|With|Without|During|After|Before|Since|Under|From|Despite|Until|Over|Through|Across|As|If|When|While)\b"
)
_GOES_ON = re.compile(r"\s*(?:and|but|or|so|while|though|which|whereas)\b")  # "A, she says, and B"
_TAIL = re.compile(
    r"[,\s]*(?:(?:in|at|on|during|to|via|through|by|from|last|this|earlier|yesterday|today|late|early|recently|after|before|following|when|while|[A-Z]\w+day)\b[^,;]{0,70})?[.!?]?[”\"’)]?\s*"
)


@cache
def _figure_source() -> re.Pattern[str]:
    """`according to Halden data`: a source of figures near the head of what follows, nobody's words."""
    return re.compile(rf"^[^,.;]{{0,80}}\b{_any_of('figure_sources')}\b")


@cache
def _role_part() -> re.Pattern[str]:
    """A part of a speaker's apposition up to its comma: `head of Halden Rail,`."""
    return re.compile(rf"\s*(?:{_any_of('role_openers')}\b|[A-Z])[^,]{{0,110}},\s+(?=\S)")


def _any_of(words: str) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(word_list(words), key=lambda word: (-len(word), word)))) + ")"


def indirect(speakers: Speakers, layout: Layout, stretches: list[Quoted], speeches: list[Speech]) -> list[Speech]:
    """The reported speech of the text in order, one `Speech` with `direct=False` a clause."""
    text = speakers.names.text
    sections = Sections(layout)
    starts = [sentence.start for sentence in layout.sentences]
    inside = _Cover([Span(one.start, one.end) for one in stretches])
    whole = [one for one in speeches if one.rule != "partial"]
    spoken = _Cover([Span(one.start, one.end) for one in whole])
    taken = {one.cue.verb.start for one in whole if one.cue.verb}
    parts = [one for one in speeches if one.rule == "partial"]
    found: list[Speech] = []
    done = -1
    semicolon = -1
    for verb in finite_verb().finditer(text):
        number = bisect_right(starts, verb.start()) - 1
        if number < 0 or verb.start() in taken or inside.holds(verb.start()):
            continue
        sentence = layout.sentences[number]
        if number == done and (semicolon := text.rfind(";", max(found[-1].start, verb.start() - _REACH), verb.start())) < 0:
            continue
        sourced = verb[0][0] in "Aa" and verb[0].endswith("to")
        # Of itself a company tells in its boilerplate; what it has from others it says there too.
        silent = SILENT if sourced else UNREPORTED
        if verb.end() > sentence.end or not is_verb(text, verb.start(), verb[0]) or sections.at(verb.start()) in silent:
            continue
        report = _according(text, sentence, spoken, verb) if sourced else _said(speakers, sentence, spoken, verb)
        if report is None or not _says_enough(text, report, parts) or spoken.meets(report.start, report.end):
            continue
        if number == done:
            if not _anew(text, semicolon, verb, report):
                continue
            found[-1].end = min(found[-1].end, semicolon)
        report.paragraph = number
        found.append(report)
        done = number
    return sorted([*found, *_further(text, layout, starts, sections, inside, found)], key=lambda one: one.start)


def _anew(text: str, semicolon: int, verb: re.Match[str], report: Speech) -> bool:
    """True of a second attribution in a sentence: "X said that A; B, he added", "X said that A; he added that B"; not "A; it had told C that D"."""
    subject = text[semicolon + 1 : verb.start()].split()
    return report.start > semicolon and (
        report.rule != "reported" or (len(subject) <= _FEWEST_WORDS and subject[-1:] not in (["had"], ["has"], ["have"]))
    )


@cache
def _goes_on_to_tell() -> re.Pattern[str]:
    """`, adding that`, `but added that`: the same speaker goes on in the same sentence."""
    participles = "|".join(sorted(row["participle"] for row in rows("extractor.quotes", "verbs.csv") if row["indirect"] in ("any", "that")))
    return re.compile(rf",?\s+(?:(?P<ing>{participles})|(?:and|but)\s+(?:also\s+)?(?P<verb>{forms('that')}|said|says))\s+that\s+")


def _further(text: str, layout: Layout, starts: list[int], sections: Sections, inside: _Cover, reports: list[Speech]) -> list[Speech]:
    """What a speaker tells further in a sentence: “A,” said X, adding that B. / X said that A, but added that B."""
    before = {one.paragraph: one for one in reports}
    found: list[Speech] = []
    for match in _goes_on_to_tell().finditer(text):
        if inside.holds(match.end()) or inside.holds(match.start() + 1) or sections.at(match.start()) in UNREPORTED:
            continue
        number = bisect_right(starts, match.start()) - 1
        sentence = layout.sentences[number] if number >= 0 else Span(0, 0)
        first = before.get(number)
        verb = Span(match.start("ing"), match.end("ing")) if match["ing"] else Span(match.start("verb"), match.end("verb"))
        if match.end() >= sentence.end or (first and first.start > match.start()) or (first is None and not match["ing"]):
            continue
        cue = first.cue if first else Cue("before", Span(sentence.start, match.start()), verb)
        report = _report(text, match.end(), sentence.end, cue, "reported-further")
        if report is None or len(text[report.start : min(report.end, report.start + _REACH)].split()) < _FEWEST_WORDS:
            continue
        if first:
            first.end = min(first.end, match.start())
        report.paragraph = number
        before[number] = report
        found.append(report)
    return found


def _says_enough(text: str, report: Speech, parts: list[Speech]) -> bool:
    """True of a report of some words; one that holds words in marks, which are speech of their own, must say as much again without them."""
    words = len(text[report.start : report.end].split())
    quoted = sum(len(text[one.start : one.end].split()) for one in parts if report.start <= one.start < report.end)
    clause = text.endswith(("that ", "that\n"), max(0, report.start - 5), report.start)
    return words - quoted >= ((_FEWEST_BEHIND_THAT if clause else _FEWEST_BESIDE) if quoted else _FEWEST_WORDS)


class _Cover:
    """Spans in order, for asking whether they hold an offset or meet a stretch."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]

    def holds(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._spans[index].end

    def meets(self, start: int, end: int) -> bool:
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._spans[index].end > start

    def end_before(self, offset: int, floor: int) -> int:
        """The end of the last span before an offset, or the floor."""
        index = bisect_right(self._starts, offset) - 1
        return max(floor, self._spans[index].end) if index >= 0 else floor


def _according(text: str, sentence: Span, spoken: _Cover, verb: re.Match[str]) -> Speech | None:
    """According to Zhou, prices fell / prices fell, according to Zhou, head of ..."""
    if verb.start() - sentence.start <= 1:
        comma = text.find(",", verb.end(), sentence.end)
        if comma > 0 and _UNNAMED.fullmatch(text, verb.end(), comma):
            comma = text.find(",", comma + 1, sentence.end)
        if comma < 0:
            return None
        start = comma + 1
        while (
            (part := _role_part().match(text, start, sentence.end))
            and len(text[part.end() : sentence.end].split()) >= _FEWEST_WORDS
            and _opens_role(part[0])
            and not _RELATIVE.match(text, part.end(), sentence.end)
        ):
            start = part.end()
        return _report(text, start, sentence.end, Cue("after", Span(verb.end(), comma), Span(verb.start(), verb.end())), "according")
    end = verb.start()
    floor = spoken.end_before(end, sentence.start)
    floor = max(floor, text.rfind(";", floor, end) + 1)
    region = Span(verb.end(), _stop(text, verb.end(), sentence.end))
    if _figure_source().search(region.of(text)):
        return None
    comma = text.find(",", region.start, region.end)
    if comma > 0 and len(text[floor:end].split()) < _FEWEST_WORDS <= len(text[comma + 1 : sentence.end].split()):
        # "In recent years, according to Zhao, prices fell."
        return _report(text, floor, sentence.end, Cue("after", Span(region.start, comma), Span(verb.start(), verb.end())), "according")
    return _report(text, floor, end, Cue("after", region, Span(verb.start(), verb.end())), "according")


def _opens_role(words: str) -> bool:
    """True where the words between two commas are an apposition and no clause: no finite verb of everyday use is in them."""
    return not re.search(
        r"\b(?:is|are|was|were|has|have|had|will|would|rose|fell|grew|increased|decreased|declined|reached|totaled|totalled|remains?)\b",
        words,
    ) and bool(
        re.match(
            r"\s*(?:a|an|the|its|their|who|chief|vice|deputy|head|senior|executive|managing|general|founder|president|chair|director|minister|secretary|spokes|CEO|CFO)",
            words,
            re.IGNORECASE,
        )
    )


def _stop(text: str, start: int, end: int) -> int:
    for mark in (";", ":", "“", '"'):
        at = text.find(mark, start, end)
        if at >= 0:
            end = at
    return end


def _said(speakers: Speakers, sentence: Span, spoken: _Cover, verb: re.Match[str]) -> Speech | None:
    text = speakers.names.text
    kind = verb_kind(verb[0])
    floor = spoken.end_before(verb.start(), sentence.start)
    floor = max(floor, text.rfind(";", floor, verb.start()) + 1)
    went_on = _WENT_ON.search(text, max(floor, verb.start() - 14), verb.start())
    passive = _PASSIVE.search(text[max(floor, verb.start() - 12) : verb.start()])
    if kind in ("no", "label", "") or (passive and not went_on):
        return None
    lead = text[floor : verb.start()]
    said = Span(verb.start(), verb.end())
    comma = lead.rstrip().endswith(",")
    names = not text.startswith(" that ", verb.end()) and speakers.names.within(verb.end(), min(sentence.end, verb.end() + THAT_REACH))
    if (
        comma
        and names
        and verb[0] not in TOLD
        and not _is_apposition(speakers, Span(floor, verb.start()))
        and len(lead.split()) >= _FEWEST_WORDS
    ):
        # "the port grew by a third, said Wei Guoqing, its deputy head."
        return _report(text, floor, floor + len(lead.rstrip(" ,\n")), Cue("after", Span(verb.end(), sentence.end), said), "reported-before")
    if not comma and (report := _clause_before(speakers, Span(floor, sentence.end), said)):
        return report
    start = content_start(text, verb, sentence.end, kind)
    if start is None:
        return None
    end = sentence.end
    if _RELATIVE_LEAD.search(lead) and (main := _MAIN_VERB.search(text, start, end)):
        end = main.start()
    return _report(text, start, end, Cue("before", Span(floor, went_on.start() if went_on else verb.start()), said), "reported")


def _clause_before(speakers: Speakers, sentence: Span, said: Span) -> Speech | None:
    """The bank may add loans, he noted. / The bank, he noted, may add loans."""
    text = speakers.names.text
    lead = text[sentence.start : said.start]
    cut = _subject_comma(speakers, sentence.start, lead)
    subject = Span(sentence.start + cut + 1, said.start)
    if cut <= 0 or len(subject.of(text).split()) > _LONGEST_SUBJECT:
        return None
    behind = said.end
    if said.of(text) in TOLD:
        hearer = re.compile(whom()).match(text, said.end, sentence.end)
        behind = hearer.end() if hearer else said.end
    further = _goes_on_to_tell().search(text, behind, min(sentence.end, behind + _REACH))
    tail = further.start() if further and further["ing"] else sentence.end
    if len(lead[:cut].split()) >= _FEWEST_WORDS and _TAIL.fullmatch(text, behind, tail):
        return _report(text, sentence.start, sentence.start + cut, Cue("before", subject, said), "reported-before")
    if (
        text.startswith(",", behind)
        and ("," not in lead[:cut] or (_GOES_ON.match(text, behind + 1) and speakers.is_person(subject)))
        and len(text[behind : min(sentence.end, behind + _REACH)].split()) >= _FEWEST_WORDS
    ):
        # "Without new money, the office told donors, schools would close": the clause comes behind; a subject before belongs to it.
        start = behind + 1 if _ADVERB_PHRASE.match(lead) and not _GOES_ON.match(text, behind + 1) else sentence.start
        return _report(text, start, sentence.end, Cue("before", subject, said), "reported-around")
    return None


def _subject_comma(speakers: Speakers, floor: int, lead: str) -> int:
    """The last comma of the words before the verb that stands in no name ("the Ministry of Science, Technology and Industry")."""
    cut = lead.rfind(",")
    while cut > 0 and any(one.start < floor + cut < one.end for one in speakers.names.within(floor, floor + len(lead))):
        cut = lead.rfind(",", 0, cut)
    return cut


def _is_apposition(speakers: Speakers, lead: Span) -> bool:
    """True where the words before ", said" are a name with its apposition: "Ida Bexley, head of Halden Rail, said"."""
    text = speakers.names.text
    first = next(iter(speakers.names.within(lead.start, lead.end)), None)
    if first is None:
        return bool(re.match(r"\s*(?:the|a|an|its|his|her|their|our)\s", text[lead.start : lead.end], re.IGNORECASE)) and "," in text[
            lead.start : lead.end - 2
        ].rstrip(" ,")
    opening = text[lead.start : first.start].split()
    if len(opening) <= _FEWEST_WORDS and text[first.end : lead.end].strip() == ",":
        return True  # "Its chair, Desmond Orr, said"
    behind = re.match(r"\s*(?:\([^)]*\)\s*)?(?:,|\(|[–—-]\s|of\b|at\b|from\b)", text[first.end : lead.end])
    return len(opening) <= 6 and not any(word.endswith(",") for word in opening) and bool(behind)


def _report(text: str, start: int, end: int, cue: Cue, rule: str) -> Speech | None:
    """The speech without white space and the sentence's last stop at its ends."""
    while start < end and text[start] in " \n\t,":
        start += 1
    while end > start and text[end - 1] in " \n\t,":
        end -= 1
    if start >= end or text[start] in '“„«"':
        return None
    return Speech(start, end, 0, cue, rule, direct=False)
