"""The lexicon of dates as pieces of regular expressions and as tables of what a word stands for."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import rows

_PACKAGE = "extractor.dates"
GAP = (
    r"(?:[ \t]{1,2}|[ \t]?\n[ \t]{0,4}(?![ \t\n]))"  # one space between words; a line may end there, a paragraph or a table column may not
)

LINE_END = r"\n(?![ \t]*\n)"  # the end of a line within its paragraph


@cache
def table(kind: str) -> dict[str, str]:
    """Word to what it stands for, of one kind of lexicon/names.csv."""
    return {row["word"]: row["number"] for row in rows(_PACKAGE, "names.csv") if row["kind"] == kind}


def number(kind: str, word: str) -> int:
    """What a name stands for in its kind, whatever its case; raises KeyError for a word that is none."""
    return int(table(kind)[word.lower().rstrip(".")])


@cache
def names(kind: str) -> str:
    """An alternation of the kind's words, longest first; names of the calendar only with a capital or in capitals."""
    found = [row for row in rows(_PACKAGE, "names.csv") if row["kind"] == kind]
    found.sort(key=lambda row: -len(row["word"]))
    pieces = []
    for row in found:
        word = row["word"]
        pieces += [word.capitalize(), word.upper()]
        if row["case"] == "any":
            pieces.append(word)
    return "|".join(dict.fromkeys(pieces))


@cache
def months() -> str:
    """A month with the stop of its short form; the lexicon has the full name of each month first."""
    whole_names: dict[str, str] = {}
    for word, month in table("month").items():
        whole_names.setdefault(month, word)
    full, short = (
        "|".join(name for name in names("month").split("|") if (name.lower() in whole_names.values()) == whole) for whole in (True, False)
    )
    return rf"(?:(?:{full})(?![^\W_])|(?:{short})(?![^\W_])\.?)"


@cache
def weekdays() -> str:
    """A weekday; the short forms only where a comma, a stop or a figure shows that they are none of the words they look like."""
    return rf"(?:(?:{names('weekday')})(?![^\W_])|(?:{names('short')})(?:\.,?|,|(?=[ ][A-Z0-9]))(?![^\W_]))"


@cache
def modifiers(place: str) -> dict[str, str]:
    """Words to TIMEX3 modifier, of one place."""
    return {row["words"]: row["mod"] for row in rows(_PACKAGE, "modifiers.csv") if row["place"] == place}


def spaced(words: str) -> str:
    """Words as a pattern: any white space between them, either apostrophe."""
    return re.escape(words).replace(r"\ ", GAP).replace("'", "['’]")


@cache
def alternatives(words: tuple[str, ...]) -> str:
    """An alternation of phrases, longest first."""
    return "|".join(spaced(word) for word in sorted(words, key=len, reverse=True))


@cache
def lexicon(name: str, column: str) -> tuple[str, ...]:
    """One column of a lexicon file."""
    return tuple(row[column] for row in rows(_PACKAGE, name))


def plain_words(text: str) -> str:
    """The words in lower case, single spaces, straight apostrophes."""
    return " ".join(text.lower().replace("’", "'").split())
