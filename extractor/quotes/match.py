"""Direct speech: which quoted stretches somebody says, and where the words stand that name the speaker.

Takes the text, its layout and the quoted stretches; gives `Speech`es in text order, each with a `Cue`. Who the cue names is `resolve`'s
business. A stretch without words of speech beside it (a title, a scare quote, a defined term) is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractor.findings import Span
from extractor.lexicon import rows, table
from extractor.structure import sentences

if TYPE_CHECKING:
    from extractor.findings import Layout, SectionKind
    from extractor.quotes.marks import Quoted

# Where quotation marks are no speech of the news: defined terms, "words such as “may”", captions.
SILENT: frozenset[SectionKind] = frozenset(
    {"headline", "subheadline", "dateline", "forward_looking", "contact", "credits", "embargo", "end_mark", "furniture", "table"}
)
# Where nothing is reported of others either: what a company tells of itself.
UNREPORTED: frozenset[SectionKind] = SILENT | {"boilerplate"}
# How far from the marks the verb may stand: the longest apposition of the gold releases has 111 characters.
_REACH = 220
_BETWEEN = 90
# A quotation inside a clause that is told ("said she would spend it on “a second oven”"): how far behind the verb.
_PARTIAL = 120
_CLOSE = 40
_FEWEST_WORDS = 3
_FEWEST_UNATTRIBUTED = 4
# "would add some £11m", "could say": no more than part of what is said.
_MODAL = re.compile(r"\b(?:would|will|could|may|might|should|can|must|cannot|to|not)\s+$")
_STOP_INSIDE = re.compile(r"[,.!?…—–-][\"'’”]?$")
_CUT_INSIDE = re.compile(r"[,!?…—–-][\"'’”]?$")
_SENTENCE_INSIDE = re.compile(r"[.!?…][\"'’”]?$")


@dataclass(slots=True, frozen=True)
class Cue:
    """Where the speaker is named: in `region`, before or behind `verb` (`partial`: before, with part of the clause in marks); `label`:
    by the name alone; `last`: nobody is named, the speaker goes on.
    """

    side: Literal["before", "after", "partial", "last", "label"]
    region: Span
    verb: Span | None = None


@dataclass(slots=True)
class Speech:
    """A stretch that somebody says: offsets with marks, the paragraph it starts in, the rule that found it."""

    start: int
    end: int
    paragraph: int
    cue: Cue
    rule: str
    direct: bool = True


@cache
def forms(kind: str) -> str:
    """The finite forms of the verbs as an alternation; `kind` "all", or one value of the column `indirect`."""
    forms = {form for row in rows("extractor.quotes", "verbs.csv") if kind in ("all", row["indirect"]) for form in row["forms"].split()}
    heads: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        heads.setdefault(form[:2], []).append(form[2:])
    # Grouped by their first two letters: a third of the time of a plain alternation.
    return "|".join(f"{head}(?:{'|'.join(tails)})" for head, tails in sorted(heads.items()))


@cache
def finite_verb() -> re.Pattern[str]:
    """A finite verb of speech, or "according to"."""
    return re.compile(rf"\b(?:{forms('all')}|[Aa]ccording\s+to)\b(?![-’'])")


@cache
def _any_verb() -> re.Pattern[str]:
    participles = "|".join(
        f"[{form[0].upper()}{form[0]}]{form[1:]}" for form in (row["participle"] for row in rows("extractor.quotes", "verbs.csv"))
    )
    return re.compile(rf"\b(?P<verb>{forms('all')}|(?P<participle>{participles})|[Aa]ccording\s+to)\b(?![-’'])")


@cache
def verb_kind(word: str) -> str:
    """The column `indirect` of a verb's form; "" for other words."""
    for row in rows("extractor.quotes", "verbs.csv"):
        if word in row["forms"].split() or word.casefold() == row["participle"]:
            return row["indirect"]
    return ""


def is_verb(text: str, start: int, word: str) -> bool:
    """False of "the reports", "senior notes", "her claims", where the same form is a noun."""
    if not word.endswith("s"):
        return True
    before = text[max(0, start - 14) : start].split()
    return not before or before[-1].casefold() not in word_list("before_nouns")


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the closed lists of `words.toml`."""
    return frozenset(table("extractor.quotes", "words.toml")[name])


@cache
def _verb_first() -> re.Pattern[str]:
    adverbs = "|".join(sorted(word_list("adverbs")))
    return re.compile(rf"\s*[,–—-]{{0,2}}\s*(?:(?:{adverbs}|\w+ly)\s+)?(?P<verb>{forms('all')}|according\s+to)\b(?![-’'])")


@cache
def _subject_first() -> re.Pattern[str]:
    # The subject may hold the full stops of "Mr.", "Jr.", "J." and brackets, no other sentence mark and no quotation mark.
    inside = r"(?:[^.;:!?\"“”„«»]|\([^()]{0,60}\)|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=\bProf)\.)"
    return re.compile(rf"\s*[,–—-]{{0,2}}\s*(?P<subject>{inside}{{1,{_REACH}}}?)\s+(?P<verb>{forms('all')})\b(?![-’'])")


def direct(text: str, layout: Layout, quoted: list[Quoted]) -> list[Speech]:
    """The direct speech among the quoted stretches, cut quotations joined, in text order."""
    sections = Sections(layout)
    starts = [sentence.start for sentence in layout.sentences]
    found: list[Speech] = []
    chain: Speech | None = None  # the speech that the next stretch may go on with
    before: Quoted | None = None
    for index, stretch in enumerate(quoted):
        if sections.at(stretch.start) in SILENT:
            chain = before = None
            continue
        same = before is not None and before.last == stretch.first
        floor = before.end if same and before else layout.paragraphs[stretch.first].start
        following = quoted[index + 1] if index + 1 < len(quoted) else None
        speech = _attribute(text, layout, starts, stretch, floor, following, chain if same else None)
        if (
            same
            and chain
            and chain.cue.side == "after"
            and (speech is None or speech.cue.side == "last")
            and _is_cut(text, starts, chain, stretch)
        ):
            chain.end = stretch.end
        elif speech is not None:
            found.append(speech)
            chain = speech
        elif not same:
            chain = None
        before = stretch
    return found


class Sections:
    """Looks up the section at an offset by bisection."""

    def __init__(self, layout: Layout) -> None:
        """Takes the sections of the layout, which are in text order."""
        self._sections = layout.sections
        self._starts = [section.start for section in layout.sections]

    def at(self, offset: int) -> SectionKind:
        """The kind of the section that holds the offset; `body` between sections, and for notes to editors, which tell of others too."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._sections[index].end:
            return "body"
        section = self._sections[index]
        return "body" if section.kind == "boilerplate" and (section.title or "").casefold().startswith("note") else section.kind


def _is_cut(text: str, starts: list[int], chain: Speech, stretch: Quoted) -> bool:
    """True where nothing but the attribution stands between two stretches: “A,” said X, “b.” and “A,” said X. “B.”"""
    gap = text[chain.end : stretch.start]
    first, last = bisect_right(starts, chain.end), bisect_right(starts, stretch.start - 1)
    return last - first <= (1 if _opens_sentence(starts, chain.end, stretch.start) else 0) and len(gap) <= 2 * _REACH


def _opens_sentence(starts: list[int], low: int, high: int) -> bool:
    """True where the attribution itself is a sentence of its own behind “A!”, which then counts as no new one."""
    index = bisect_right(starts, low)
    return index < len(starts) and starts[index] - low <= 2 and starts[index] < high


def _attribute(
    text: str, layout: Layout, starts: list[int], stretch: Quoted, floor: int, following: Quoted | None, chain: Speech | None
) -> Speech | None:
    """The speech that a quoted stretch is, with the cue to its speaker; None where it is no speech."""
    paragraph = layout.paragraphs[stretch.last]
    limit = min(
        following.start if following and following.first == stretch.last else paragraph.end, paragraph.end, stretch.end + 2 * _REACH
    )
    words = stretch.inner.of(text)
    count = len(words.split())
    if text[stretch.start - 1 : stretch.start] == "(" and text[stretch.end : stretch.end + 1] in (")", ",", ";"):
        return None
    used = chain.cue.verb.end if chain and chain.cue.verb and chain.cue.side == "after" else floor
    sentence = max(starts[bisect_right(starts, stretch.start) - 1] if starts else 0, floor, used)
    ahead = _ahead(text, Span(sentence, stretch.start), count, whole=count > 1 and bool(_SENTENCE_INSIDE.search(words)))
    told = ahead is not None and ahead.side == "before" and text[max(sentence, stretch.start - 2) : stretch.start].strip().endswith(":")
    for rule, cue in (
        ("after", None if told else _behind(text, stretch, limit, words, middle=sentence < stretch.start)),
        ("before", ahead),
        ("heading", _paragraph_above(text, layout, starts, stretch)),
        ("signature", _signature(text, layout, stretch, limit, count)),
    ):
        if cue:
            return Speech(stretch.start, stretch.end, stretch.first, cue, "partial" if cue.side == "partial" else rule)
    whole = not text[stretch.end : limit].strip(" \n.,") or bool(
        starts and starts[min(bisect_right(starts, stretch.end), len(starts) - 1)] <= stretch.end + 2
    )
    if count >= _FEWEST_UNATTRIBUTED and _SENTENCE_INSIDE.search(words) and sentence >= stretch.start and whole:
        rule = "continued" if stretch.start == layout.paragraphs[stretch.first].start else "within"
        return Speech(stretch.start, stretch.end, stretch.first, Cue("last", Span(floor, stretch.start)), rule)
    return None


def _behind(text: str, stretch: Quoted, limit: int, words: str, *, middle: bool) -> Cue | None:
    """“...,” said Ida Bexley, head of ... / “...,” the minister said / “...,” according to ..."""
    comma = text[stretch.end : stretch.end + 1] == ","
    if not (_STOP_INSIDE.search(words) or comma or len(words.split()) > _FEWEST_WORDS):
        return None
    if middle and (_is_work(words) or len(words.split()) < _FEWEST_WORDS):
        return None
    if first := _verb_first().match(text, stretch.end, limit):
        # "“Tides of Lorne” reports that": without a stop the stretch is the subject itself.
        if _STOP_INSIDE.search(words) or comma or first["verb"] in ("said", "says"):
            verb = Span(first.start("verb"), first.end("verb"))
            return Cue("after", Span(verb.end, _clause_end(text, verb.end, limit)), verb)
        return None
    if not (_CUT_INSIDE.search(words) or comma):
        return None
    found = _subject_first().match(text, stretch.end, limit)
    if found and _is_subject(found["subject"]):
        verb = Span(found.start("verb"), found.end("verb"))
        return Cue("after", Span(found.start("subject"), found.end("subject")), verb)
    return None


def _clause_end(text: str, start: int, limit: int) -> int:
    """The end of the words that can name the speaker behind a verb: a sentence's end, a semicolon, at most `_REACH` characters."""
    stop = min(limit, start + _REACH)
    found = re.compile(r"[;:“„«\"]|\n\n").search(text, start, stop)
    stop = found.start() if found else stop
    first = next(sentences.split(text, start, stop), None)
    return first.end if first else stop


def _is_subject(words: str) -> bool:
    """True of words that can be a subject: they open with a name, an article or a pronoun, not with "and" or "which"."""
    first = re.match(r"[\w’'-]+", words)
    if not first:
        return False
    head = first[0]
    if head.casefold() in word_list("not_subjects"):
        return False
    return head[0].isupper() or head.casefold() in word_list("openers") or len(words.split()) <= 4


def _is_work(words: str) -> bool:
    """True of a title: most longer words in capitals, and no full sentence."""
    every = re.findall(r"[^\W\d_][\w’'-]*", words)
    longer = [word for word in every if len(word) > 3]
    return 2 <= len(every) <= 10 and bool(longer) and all(word[0].isupper() for word in longer) and every[0][0].isupper()


def _ahead(text: str, lead: Span, count: int, *, whole: bool = False) -> Cue | None:
    """Ida Bexley said: “...” / told reporters that “...” / called it “a long road” / Bexley: “...” (a `whole` sentence may be short)"""
    if lead.start >= lead.end:
        return None
    words = lead.of(text)
    verb = None
    for candidate in _any_verb().finditer(text, max(lead.start, lead.end - 2 * _REACH), lead.end):
        if is_verb(text, candidate.start(), candidate["verb"]) and not _MODAL.search(text, lead.start, candidate.start()):
            verb = candidate
    if verb is None:
        if _PUTS_IT.fullmatch(words) or (count >= _FEWEST_UNATTRIBUTED and _FOR_THEM.fullmatch(words)):
            return Cue("label", lead)
        named = re.fullmatch(r"[\s,]*[A-Z][^.;:!?]{1,110}:\s*", words)
        return Cue("label", lead) if named and (count >= _FEWEST_UNATTRIBUTED or whole) else None
    gap = text[verb.end() : lead.end]
    spoken = Span(verb.start(), verb.end())
    if verb["verb"].casefold().startswith("according"):
        return Cue("after", Span(verb.end(), lead.end), spoken) if gap.rstrip()[-1:] in (",", ":") else None
    near = len(gap) <= _BETWEEN and not re.search(r"[.;!?]\s", gap)
    told = re.search(r"\bthat\s+\w", gap) is not None  # a clause is told before the marks open
    ends = (gap.rstrip()[-1:] in (":", ",") and not told) or not gap.strip() or gap.rstrip().endswith("that")
    kind = verb_kind(verb["verb"])
    if near and ends and verb["participle"] and not text[lead.start : verb.start()].strip(" ,\n"):
        # "Commenting on the results, Ida Bexley, chair: “...”" names the speaker behind the participle; "Adding: “...”" nobody.
        return Cue("label", Span(verb.end(), lead.end), spoken)
    if near and ends and kind != "label":
        return Cue("before", Span(lead.start, verb.start()), spoken)
    few = _FEWEST_WORDS if kind == "label" or len(gap) <= _CLOSE else _FEWEST_UNATTRIBUTED
    if count >= few and len(gap) <= _PARTIAL and kind != "no":
        return Cue("partial", Span(lead.start, verb.start()), spoken)
    return None


# "For Ida Bexley, head of Tarn plc, the order is “a vote of confidence”"
_FOR_THEM = re.compile(r"\s*[Ff]or [A-Z][^.;:!?]{2,150}, [^.;:!?,]{2,60} (?:is|was|are|were|remains|remained) ")
# "As Ida Bexley puts it, “a cow is not a machine”"
_PUTS_IT = re.compile(r"\s*[Aa]s [A-Z][^,.;]{1,60} (?:puts|put|once put) it,?\s*")


def _paragraph_above(text: str, layout: Layout, starts: list[int], stretch: Quoted) -> Cue | None:
    """The paragraph above ends "..., said:" and this one opens with the mark."""
    if stretch.first == 0 or stretch.start != layout.paragraphs[stretch.first].start:
        return None
    above = layout.paragraphs[stretch.first - 1]
    if text[above.end - 1] != ":":
        return None
    start = max(above.start, above.end - 2 * _REACH)
    index = bisect_right(starts, above.end - 1) - 1
    lead = Span(max(start, layout.sentences[index].start if index >= 0 else start), above.end)
    return _ahead(text, lead, _FEWEST_UNATTRIBUTED)


def _signature(text: str, layout: Layout, stretch: Quoted, limit: int, count: int) -> Cue | None:
    """“...” – Ida Bexley, head of ...; the name may stand in a line of its own."""
    if count < _FEWEST_UNATTRIBUTED and not (count > 1 and _SENTENCE_INSIDE.search(stretch.inner.of(text))):
        return None
    if signed := re.compile(r"\s*(?:[–—-]{1,2}|―)\s*(?=[A-Z])").match(text, stretch.end, limit):
        return Cue("label", Span(signed.end(), min(limit, signed.end() + _REACH)))
    below = layout.paragraphs[stretch.last + 1] if stretch.last + 1 < len(layout.paragraphs) else None
    if below and not text[stretch.end : layout.paragraphs[stretch.last].end].strip() and below.end - below.start <= _BETWEEN + 30:
        between = text[layout.paragraphs[stretch.last].end : below.start]
        if re.fullmatch(r"\s*[–—―-]{1,2}\s*", between) and between.count("\n") <= 2:
            return Cue("label", below)
    return None
