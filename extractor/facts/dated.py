"""The date of a figure's own sentence that the figure holds for: told apart from the day of reporting, the year of an aside, the date compared with."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, TypeGuard

from extractor.facts.resolve import listed
from extractor.facts.tokens import MODALS, NOUNS, is_flow, word_list
from extractor.findings import DateMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.facts.claim import Claim
    from extractor.facts.tokens import Row
    from extractor.findings import Mention

_NEAR = 12  # tokens between a figure and its date: tuned on the gold releases
_SPAN = re.compile(r"FY|\d{4}\Z|\d{4}-[QH]\d|\d{4}-\d\d(?:-\d\d)?/|\d{4}-\d\d\Z")
_DURING = frozenset({"in", "over", "within", "during", "of", "for", "the", "next", "first", "last", "past"})
_OPENS = re.compile(r'(?:\A[-".(]*[jJz,f]?|[z,])[idqt"]*\Z')
_ASIDE = re.compile(r"\([^()]*\)")  # "41,350 barrels a day (58% liquids) in the fourth quarter"
_EARLIER = re.compile(r"[fw][dq]*[$%#][nm]*[idq]*\Z")
_SOURCE = re.compile(r"f(?=[dq]*[nm])")  # "300 calls from drivers last winter": where they come from, no earlier value
_BACK = re.compile(r"\b(?:same|corresponding|comparable|previous|prior|preceding|last|year-ago|year-earlier|earlier|ago)\b", re.IGNORECASE)
_AND = re.compile(r"jd?@")
_TO = re.compile(r"[ti]d?@")
_GOES_ON = re.compile(r"[aq]*[uvl]")  # the sentence's own verb, behind a date
_CLAUSE = re.compile(r"[zR][^,;:zR$%#@]*[uvl][idqb]*")
_DONE = re.compile(r"[nm)]v[idqb]*\Z")
_SECOND_VERB = re.compile(r"[jJ]q*[alu]")
_NEW_CLAUSE = re.compile(r"[jJ][^jJ]*[vlu]")


def is_span(date: Mention) -> TypeGuard[DateMention]:
    """True for a year, half, quarter, month or interval: what a figure can hold for, told apart from a day."""
    return isinstance(date, DateMention) and date.type == "DATE" and bool(_SPAN.match(date.value))


def period_of(claim: Claim) -> DateMention | None:
    """The date of the sentence that the statement's figure holds for, or None."""
    row = claim.row
    dates = [
        (index, mention)
        for index, mention in enumerate(row.mentions)
        if isinstance(mention, DateMention) and _can_hold(mention) and not _is_end(row, index)
    ]
    if not dates:
        return None
    aligned = _aligned(claim, dates)
    if aligned is not None:
        return aligned
    main = claim.at if claim.main is None else row.index_of(claim.main)
    behind = _behind(claim, main, dates)
    if behind is None and claim.by is not None and claim.value is not None:
        behind = _behind(claim, row.index_of(claim.by), dates)
    found = behind or _since(row, main, dates) or _before(claim, min(main, claim.at), dates)
    return None if found is None or _is_of_an_event(claim, found) else found


def _is_of_an_event(claim: Claim, mention: DateMention) -> bool:
    """True for the day or month of a decision or payment beside what it does not date: a dividend payable on a day, the area of a site won in May."""
    if mention.granularity not in {"day", "month"} or claim.measure is None or is_balance_day(claim.row, mention):
        return False
    measure = claim.measure.of(claim.row.text)
    return listed("dateless", measure) or (mention.granularity == "day" and listed("payable", measure))


def is_balance_day(row: Row, mention: Mention) -> bool:
    """True for "at 30 June", "as of December 31": the day of a balance sheet."""
    before = row.words[row.index_of(mention) - 1] if row.index_of(mention) else ""
    return before in {"at", "as of", "as at", "as"}


def _since(row: Row, figure: int, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """`44 projects signed since the scheme was launched in 2015`: the date of the clause that "since" opens behind the figure."""
    for index, mention in dates:
        if index <= figure:
            continue
        gap = row.classes[figure + 1 : index]
        if "since" in row.words[figure + 1 : index] and not set(gap) & set("$%#;,") and not _SECOND_VERB.search(gap):
            return mention
        return None
    return None


def _behind(claim: Claim, figure: int, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """The first date behind the figure, where nothing but words of the same clause stands between."""
    row = claim.row
    for index, mention in dates:
        if index <= figure:
            continue
        gap = _ASIDE.sub("", row.classes[figure + 1 : index]).replace("o%", "o")  # "$350 million of 5.75% notes in April"
        if row.classes[index + 1 : index + 2] == "p" or _is_reporting_day(claim, index, mention):
            return None
        if _is_compared_with(claim, index, mention):
            if set(gap) & set("$%#,;:"):
                return None
            figure = index  # "4.8% from a year earlier in May"
            continue
        if gap[-1:] == "f" and not set(gap) & set("hkwu") and row.classes[figure - 1] != "o":  # "save $5 million a year from 2028"
            gap = gap[:-1]
        if claim.direction is None and claim.by is None and row.classes[figure] == "#":
            gap = _SOURCE.sub("o", gap)
        if set(gap) & set("$%#uwfz;:RkJ") or "," in gap or len(gap) > _NEAR or ("(" in gap and ")" not in gap) or _NEW_CLAUSE.search(gap):
            return None
        if mention.type == "SET" and mention.granularity not in {"year", "quarter", "month"}:  # "200 mg once daily" is a rate
            return None
        if mention.type == "DURATION" and not (gap and row.words[index - 1] in _DURING):
            return None
        return mention
    return None


def _before(claim: Claim, main: int, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """The nearest date in front that opens the sentence or stands with the measure; not one inside an aside."""
    row = claim.row
    for index, mention in reversed(dates):
        if index >= main:
            continue
        gap = row.classes[index + 1 : main]
        if _is_reporting_day(claim, index, mention) or _is_of_a_thing(claim, index) or _EARLIER.search(row.classes, 0, index):
            continue
        if mention.type != "DATE":
            first = index - (row.words[index - 1] == "first")
            if is_first_months(row, mention) and (gap.strip("t,") == "" or _OPENS.search(row.classes[:first])):
                return mention  # "9% in the first nine months to $900 million"
            continue
        if index > 1 and is_first_months(row, row.mentions[index - 2]) and not is_whole(row.text, mention):
            continue
        opening = bool(_OPENS.search(row.classes[:index]))
        front = row.classes[max(0, index - 2) : index]
        if (
            ";" in gap
            or (gap[:1] == ":" and "(" in front)
            or (
                ")" in gap and row.classes.rfind(")", 0, index) < row.classes.rfind("(", 0, index) < index - 1
            )  # "sales (which fell in 2024) were"
            or (not opening and ("," in gap or set(front) & set("fwkb") or _NEW_CLAUSE.search(gap)))
        ):
            continue
        if not opening and mention.granularity == "day" and set(gap) & set("uvl"):
            continue
        if (
            mention.granularity != "day"
            and listed("origins", row.text[row.starts[max(0, index - 8)] : mention.start])
            and set(gap) & set("j,")
        ):
            continue  # "founded in 1998, it flies to 68 places"
        if opening and mention.granularity in {"day", "month"} and _is_apposition(claim):
            continue
        return mention
    return None


def _is_end(row: Row, index: int) -> bool:
    """True for either date of "between 2020 and 2024", "from March 2021 to May 2023": what lies between the two is neither."""
    return _is_first_end(row, index) or any(
        _is_first_end(row, first) for first in range(max(0, index - 3), index) if row.classes[first] == "@"
    )


def _is_first_end(row: Row, index: int) -> bool:
    opening = index - 1 if index and row.classes[index - 1] == "d" else index
    word = row.words[opening - 1] if opening else ""
    return (word == "between" and bool(_AND.match(row.classes, index + 1))) or (
        word == "from" and bool(_TO.match(row.classes, index + 1)) and row.words[index + 1] in word_list("up_to")
    )


def has_two_ends(row: Row) -> bool:
    """True where the sentence tells of a time between two dates, which no single date of the article says."""
    return row.classes.count("@") > 1 and any(_is_first_end(row, index) for index, letter in enumerate(row.classes) if letter == "@")


def _is_compared_with(claim: Claim, index: int, mention: DateMention) -> bool:
    """True for the date of the earlier value: "12% from a year earlier", "a 20% increase on the third quarter of 2024", "rose to $5 million from 2023"."""
    if not is_span(mention):
        return False
    row = claim.row
    link = index - 1
    while link > 0 and row.classes[link] == "d":
        link -= 1
    if row.words[link] in {"over", "on"} or (row.words[link] == "over the" and is_back(row.text, mention)):
        return True
    coming = any(word in MODALS for word in row.words[:link])  # "prices will rise 5% from January"
    return row.classes[link] == "f" and claim.direction is not None and not coming


def is_back(text: str, mention: Mention) -> bool:
    """True for a time that is named by the one it is compared with: "the same period last year", "a year earlier"."""
    return bool(_BACK.search(text, mention.start, mention.end))


def _is_reporting_day(claim: Claim, index: int, mention: DateMention) -> bool:
    """True for the day on which somebody said it: "On Thursday the company said that", "announced an investment of $5 million on Thursday"."""
    if mention.granularity != "day" or claim.measure is None:
        return False
    row = claim.row
    first = min(bisect_left(row.starts, claim.measure.start), claim.at)
    saying = word_list("saying") | (word_list("posting") if is_flow(claim.measure.of(row.text)) else frozenset())
    if index < first:
        link = index - 1
        while link > 0 and row.classes[link] in "id":
            link -= 1
        return row.words[link] in saying or any(row.words[at] in saying and row.classes[at] == "v" for at in range(index + 1, first))
    verb = next((at for at in range(index - 1, -1, -1) if row.classes[at] in "uvl" or row.words[at] in saying), None)
    return verb is not None and row.words[verb] in saying


def _is_of_a_thing(claim: Claim, index: int) -> bool:
    """True for the date of a clause on a thing that the sentence speaks of: "the plant that opened in 2022 employs", "the mill acquired in 2023 was".

    What was sold, booked or earned in a year is measured over it: "sales recorded in 2023 were $30 million".
    """
    row = claim.row
    if not _GOES_ON.match(row.classes, index + 1):
        return False
    for at in range(max(1, index - _NEAR), index):
        if row.words[at] in word_list("relatives") and row.classes[at - 1] in NOUNS and _CLAUSE.fullmatch(row.classes, at, index):
            return True
    done = _DONE.search(row.classes, 0, index)
    return done is not None and not (claim.measure is not None and row.ends[done.start()] == claim.measure.end)


def is_first_months(row: Row, mention: Mention | None) -> bool:
    """True for "the first nine months": a length that begins with the year."""
    return (
        isinstance(mention, DateMention)
        and mention.type == "DURATION"
        and "first" in row.text[max(row.span.start, mention.start - 6) : mention.start + 10].lower().split()
    )


def _is_apposition(claim: Claim) -> bool:
    """True for "On 18 June the two broke ground, an investment of $5 million": the day is that of the clause before."""
    if claim.measure is None:
        return False
    first = bisect_left(claim.row.starts, claim.measure.start)
    return claim.row.classes[max(0, first - 2) : first] == ",d" and claim.row.words[first - 1] in {"a", "an"}


def _aligned(claim: Claim, dates: Sequence[tuple[int, DateMention]]) -> DateMention | None:
    """Dates in a list behind as many figures in a list: the n-th date for the n-th figure ("$865, $795 and $774 million for 2018, 2017 and 2016")."""
    row = claim.row
    main = claim.at if claim.main is None else row.index_of(claim.main)
    letter = row.classes[main]
    figures = [main]
    for step in (-1, 1):
        at = main + step
        while 0 <= at < len(row) and (row.classes[at] in ",jq" or row.classes[at] == letter):
            if row.classes[at] == letter:
                figures.append(at)
            at += step
    figures.sort()
    if len(figures) < 2:
        return None
    behind = [pair for pair in dates if pair[0] > figures[-1]][: len(figures)]
    front = [pair for pair in dates if pair[0] < figures[0]]
    for chosen, gap in (
        (behind, slice(figures[-1] + 1, behind[0][0] if behind else None)),
        (front, slice(front[-1][0] + 1 if front else None, figures[0])),  # "in 2024 and 2023 sales were $5 million and $4 million"
    ):
        if len(chosen) == len(figures) and _is_list(row, chosen) and not set(row.classes[gap]) & set("$%#"):
            return chosen[figures.index(main)][1]
    return None


def _is_list(row: Row, dates: Sequence[tuple[int, DateMention]]) -> bool:
    return not any(row.classes[left + 1 : right].strip(",jiqd") for (left, _), (right, _) in pairwise(dates))


def _can_hold(date: DateMention) -> bool:
    return date.type in {"DATE", "DURATION", "SET"} and not date.value.endswith("_REF")


_PART_OF_YEAR = re.compile(
    r"\b(?:half|months|weeks|quarters?|YTD|year[\s-]to[\s-]date|\d{1,2}M)[\s-](?:year\s)?(?:of\s|in\s)?(?:the\s)?(?:year\s)?\Z",
    re.IGNORECASE,
)


def is_whole(text: str, date: DateMention) -> bool:
    """False for the year of "first nine months of 2025" and "half year 2025": the words before it take a part of it."""
    return date.granularity != "year" or not _PART_OF_YEAR.search(text[max(0, date.start - 30) : date.start])
