"""A sentence as a row of tokens, each with one letter for what it does in a clause; figures and dates are single tokens.

The letters: `n` noun, adjective or unknown word, `m` head of a measure, `$ % #` money, percentage, quantity, `@` date, `u` verb of change, `x` noun of change,
`h` up or down before a figure, `k` comparative, `l` verb whose subject is what the figure says (was, totalled, reached), `v` other verb, `a` auxiliary,
`d` determiner, `p` possessive sign, `r` pronoun, `R` relative pronoun, `z` subordinator, `o t f b` of, to, from, by, `i` other preposition, `w` comparison
(compared with), `j` and, `J` but, `q` adverb; punctuation stands for itself and every other sign is `.`. Which word is which is in `lexicon/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from extractor.findings import DateMention, FigureMention, MoneyMention, PercentageMention, Span
from extractor.lexicon import rows, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.findings import Mention

PACKAGE = "extractor.facts"
Direction: TypeAlias = Literal["up", "down", "flat"]
_DIRECTIONS: dict[str | None, Direction] = {"up": "up", "down": "down", "flat": "flat"}
NOUNS = frozenset("nmx")
FIGURES = frozenset("$%#")
_PUNCTUATION = frozenset(',;:()"|')
_AROUND = frozenset({"over", "under", "around", "between", "above", "below"})
_WHEN = frozenset({"since", "before", "after", "until", "as"})
MODALS = frozenset({"will", "would", "should", "could", "may", "might", "can", "shall", "must"})
_PLANS = frozenset({"forecast", "target", "estimate", "offer", "bid", "plan", "budget"})
_BEYOND = frozenset({"before", "after"})
_MOVE = re.compile(r"q?[$#],?(?:jq?%,?(?!o)|t[aqlv]*i?[$#])")
_PASSES = re.compile(r"q?i?q?[$%#]")
_LIFT = re.compile(r"[dq]*[nmp-]*[nm](?:o[dq]*[nm-]+)?(?:[bt]q?[$%#]|q?%)")
_QUOTES = dict.fromkeys("“”„«»", '"')


@dataclass(slots=True)
class Row:
    """The tokens of one sentence: parallel lists, and `classes` as one string so that patterns can be matched against it."""

    text: str
    span: Span
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    mentions: list[Mention | None] = field(default_factory=list)
    classes: str = ""
    places: dict[int, int] = field(default_factory=dict)  # id of a mention -> its token
    notes: dict[str, list[int]] = field(default_factory=dict)  # where the words of a list stand, looked for once a sentence

    def __len__(self) -> int:
        return len(self.starts)

    def span_of(self, first: int, last: int) -> Span:
        """The stretch of the text from token `first` up to and without token `last`."""
        return Span(self.starts[first], self.ends[last - 1])

    def index_of(self, mention: Mention) -> int:
        """The token that the mention is. Raises KeyError where it is none of this row."""
        return self.places[id(mention)]

    def figure(self, index: int) -> FigureMention | None:
        """The figure that the token is, or None."""
        mention = self.mentions[index]
        return mention if isinstance(mention, FigureMention) else None


@cache
def _lexicon() -> dict[str, tuple[str, str | None, str]]:
    """Form -> (class, direction, part of speech as in changes.csv)."""
    known: dict[str, tuple[str, str | None, str]] = {}
    for name in ("verbs.csv", "words.csv", "measures.csv"):
        for row in rows(PACKAGE, name):
            for form in row["forms"].split():
                known[form.lower().replace("_", " ")] = (row.get("class", "m"), None, "")
    letter = {"verb": "u", "both": "u", "noun": "x", "particle": "h", "comparative": "k", "link": "u", "percent": "v"}
    for row in rows(PACKAGE, "changes.csv"):
        for form in row["forms"].split():
            known[form.lower().replace("_", " ")] = (letter[row["pos"]], row["direction"], row["pos"])
    return known


@cache
def word_list(key: str) -> frozenset[str]:
    """The words of a list in `context.toml`."""
    return frozenset(table(PACKAGE, "context.toml")[key])


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted((form for form in _lexicon() if " " in form), key=len, reverse=True)
    several = "|".join(re.escape(phrase).replace(r"\ ", r"\s{1,2}") for phrase in phrases)
    word = r"(?:[A-Za-z]\.){2,}|[^\W\d_][\w]*(?:[-./&'’][^\W_]+)*?(?=(?:['’]s)?(?![\w]|[-./&'’][^\W_]))"
    return re.compile(
        rf"<[^<>\s]{{1,12}}>|\b(?:{several})\b(?![-'’]\w)|['’]s?\b(?=\W)(?<=\w['’]s)|(?:ca?|approx)\.(?=\s?\Z)|{word}|\d[\d.,]*\d|\S",
        re.IGNORECASE,
    )


def direction(word: str) -> Direction | None:
    """The direction that a word of change names, or None."""
    return _DIRECTIONS.get(_lexicon().get(word, ("", None, ""))[1])


@cache
def _flows() -> dict[str, bool]:
    return {form.lower(): row["flow"] == "yes" for row in rows(PACKAGE, "measures.csv") for form in row["forms"].split()}


def is_flow(words: str) -> bool | None:
    """True for a measure that belongs to a period (sales, profit), False for a state (debt, capacity), None where no word says so."""
    known = [_flows()[word] for word in re.findall(r"[^\W\d_]+", words.lower()) if word in _flows()]
    return any(known) if known else None


@cache
def _carried() -> frozenset[str]:
    return frozenset(form.lower() for row in rows(PACKAGE, "measures.csv") if row["owner"] == "yes" for form in row["forms"].split())


def is_carried(words: str) -> bool:
    """True for a measure that somebody has (sales, debt, employees): it belongs to who is spoken of; inflation and prices do not."""
    return any(word in _carried() for word in re.findall(r"[^\W\d_]+", words.lower()))


def is_measure(words: str) -> bool:
    """True where one of the words is the head of a measure ("Net income (loss)")."""
    known = _lexicon()
    return any(known.get(word, ("",))[0] in {"m", "x"} for word in re.findall(r"[^\W\d_]+", words.lower()))


def ends_in_measure(words: str) -> bool:
    """True where the last word is the head of a measure, or the last two are ("housing starts")."""
    last = words.lower().split()[-2:]
    return bool(last) and (is_measure(last[-1]) or _lexicon().get(" ".join(last), ("",))[0] == "m")


def tokenize(text: str, span: Span, mentions: Sequence[Mention]) -> Row:
    """The tokens of the sentence `span`; `mentions` are the figures and dates in it, in order, none overlapping another."""
    row = Row(text, span)
    letters: list[str] = []
    at = span.start
    for mention in mentions:
        _words(row, letters, at, mention.start)
        row.starts.append(mention.start)
        row.ends.append(mention.end)
        row.words.append("")
        row.places[id(mention)] = len(row.mentions)
        row.mentions.append(mention)
        letters.append(_mention_class(mention))
        at = mention.end
    _words(row, letters, at, span.end)
    _settle(row, letters)
    row.classes = "".join(letters)
    return row


def _mention_class(mention: Mention) -> str:
    if isinstance(mention, DateMention):
        return "@"
    if isinstance(mention, MoneyMention):
        return "$"
    return "%" if isinstance(mention, PercentageMention) else "#"


def _words(row: Row, letters: list[str], start: int, end: int) -> None:
    known = _lexicon()
    for match in _pattern().finditer(row.text, start, end):
        word = match[0].lower()
        if word[0] == "<" and len(word) > 1:  # the code of a security on a newswire, "<.STOXX>", is no word of the sentence
            continue
        if "\n" in word or "  " in word:
            word = " ".join(word.split())
        if "’" in word:
            word = word.replace("’", "'")
        row.starts.append(match.start())
        row.ends.append(match.end())
        row.words.append(word)
        row.mentions.append(None)
        entry = known.get(word)
        if word == "a" and match[0] == "A" and row.words[-2:-1] and row.words[-2] in word_list("lettered"):
            letters.append("n")  # "Class A shares"
        elif entry:
            letters.append(entry[0])
        elif word[0].isalpha():
            name = match[0][0].isupper() and match.start() > row.span.start  # "Beijing", "Limited"
            letters.append("n" if name else _by_ending(word))
        elif word[0].isdigit():
            letters.append("0")
        elif word == "'s" or (word == "'" and match.start() and row.text[match.start() - 1] == "s"):
            letters.append("p")
        else:
            sign = _QUOTES.get(word, word)
            letters.append(sign if sign in _PUNCTUATION else "-" if sign in "-–—•●*" else ".")


def _by_ending(word: str) -> str:
    if word.endswith("ly") and len(word) > 4:
        return "q"
    if word.endswith("ed") and len(word) > 4 and "-" not in word:
        return "e"
    return "g" if word.endswith("ing") and len(word) > 5 else "n"


def _settle(row: Row, letters: list[str]) -> None:
    """Decides by the neighbours what an ambiguous word is: the first reading of each letter is only the likeliest one."""
    known, words = _lexicon(), row.words
    for index, letter in enumerate(letters):
        if (
            letter == "v"
            and word_list("passing").issuperset(words[index : index + 1])
            and _PASSES.match("".join(letters[index + 1 : index + 4]))
        ):
            letters[index] = "l"  # "passes $1 billion"
            continue
        if letter == "l" and words[index] == "worth" and index and words[index - 1] == "net":
            letters[index] = "n"
            continue
        if word_list("ranging").issuperset(words[index : index + 1]) and not (letters[index - 1] == "R" or words[index - 1].endswith("s")):
            letters[index] = "f"  # "in a range from $5 to $7"; not "Fees range from"
            continue
        if letter not in "uvlegkAidznm0":
            continue
        before = letters[index - 1] if index else "^"
        after = letters[index + 1] if index + 1 < len(letters) else "."
        word = words[index]
        if letter == "A":
            letters[index] = "q" if after in FIGURES else "n"
        elif letter == "k":
            if (before in "tJ" and after in "dnm") or (before == "a" and word in {"lower", "better"}):
                letters[index] = "u"  # "decided to lower the rate"
            elif after in FIGURES and before not in FIGURES:
                letters[index] = "q"
            elif before == "d" or (" " not in word and before not in "$%#qal" and after in "nm"):
                letters[index] = "n"
        elif letter == "i":
            if word in _AROUND and after in FIGURES:
                letters[index] = "q"
        elif letter == "z":
            if word == "after" and after in FIGURES:
                letters[index] = "w"  # "€402m after €37m"
            elif word in _WHEN and (after == "@" or (word in _BEYOND and before in "nm" and after in "nm")):
                letters[index] = "i"  # "before 2024", "profit before tax"
        elif word == "about" and before in "nm" and after in "dnm":
            letters[index] = "i"  # "concern about prices"; not "about $5 million"
        elif letter == "n":
            if (word == "last" and after in "huk") or (after in FIGURES and word in word_list("ordinals")):
                letters[index] = "q"  # "was last up 2%", "the first 22 km"
            elif (
                before == "t"
                and index > 1
                and (words[index - 2] == "those" or (row.text[row.starts[index]].isupper() and letters[index - 2] == "m"))
            ):
                continue  # "those to Japan 5%"
            elif (before == "t" and (after in "dq$%#" or words[index + 1 : index + 2] == ["between"])) or (
                before == "a" and words[index - 1] in MODALS
            ):
                letters[index] = "v"  # an infinitive that the lexicon lacks
        elif letter == "m":
            modal = index - 2 if before == "q" else index - 1
            if modal >= 0 and letters[modal] == "a" and words[modal] in MODALS:
                letters[index] = "l" if word == "cost" else "v"  # "will cost $5 million", "will share"
            elif word == "cost" and before == "r":
                letters[index] = "v"  # "It cost us $5 million"
        elif letter == "0":
            if after in "nm" and (word.isalpha() or (before in "nm" and word.isdecimal() and len(word) < 3)):
                letters[index] = "n"  # "four buildings", "tier 1 ratio"; not "ordered six more"
            elif before == "n" and word.isdecimal() and letters[index + 1 : index + 4] in (["j", "0", "n"], ["j", "0", "m"]):
                letters[index : index + 3] = "nnn"  # "Scope 1 and 2 emissions"
            elif before == "n" and after in "nmuvlahp" and word.isdecimal() and len(word) < 5 and row.text[row.starts[index - 1]].isupper():
                letters[index] = "n"  # an index or a type: "Orrin 100 futures", "the Tarn 600 was down"
        elif letter == "d":
            if word == "that" and ((before in ";^" and after in "oi") or before + after in {"zo", ",o"}):
                letters[index] = "n"  # "that on the bond rose"
            elif word == "that" and before in "vn@qm,":
                letters[index] = "z"
            elif word == "those" and after in "otfi" and before in "^,;zjJ":
                letters[index] = "n"  # "while those to Japan fell"
        elif letter == "u":
            if before == "d" and (word == "flat" or (after in "nm" and word.endswith("ed"))):
                letters[index] = "n"  # "a reduced rate", "the price of a flat"
            elif known[word][2] == "both" and (
                (before in "dop$%#" and before + after != "#d")  # "ten donors cut their grants"
                or (before == "q" and index > 1 and letters[index - 2] in "d$%#")
                or (before in "nmv" and after in "oi" and not word.endswith("ed") and word not in word_list("past"))
            ):
                letters[index] = "x"
        elif letter == "e":
            letters[index] = "n" if (after in "nmg" and before not in "nmrpa") or before == "d" else "v"
        elif letter == "g":
            named = after in "nmxulh" or (before == "^" and after == "v") or (before in "doinmeq" and after not in FIGURES)
            letters[index] = "n" if named and word not in word_list("assuming") else "v"  # "drilling rose", "a mill employing 50 people"
        elif letter == "v" and index == 0 and after in "oi" and not word.endswith(("ed", "ing", "s")) and word not in word_list("past"):
            letters[index] = "n"  # "Support among voters rose"
        elif (
            letter == "v"
            and (after == "o" or (after in "al" and before in "nm"))
            and before in "nmd"
            and not word.endswith(("ed", "ing", "s"))
        ):
            letters[index] = "n"  # "its prior forecast of", "land spend would be"
        elif letter == "v" and after == "f" and word in word_list("going") and letters[index + 2 : index + 3] in (["$"], ["%"], ["#"]):
            letters[index] = "u"  # "the fee goes from $5 to $6"
        elif letter == "v" and word.startswith("br") and after in FIGURES:
            letters[index] = "l"  # "the dues brought $5 million"; not "brought debt to $5 million"
        elif letter == "v" and before in "nmd" and word in _PLANS and after in "tfio,.":
            letters[index] = "n"  # "its profit forecast to"
        elif letter == "v" and word.startswith("rais") and (after == "b" or (before == "l" and after in "tf") or _lifts(letters, index)):
            letters[index] = "u"  # "is raised by", not "raised $5 million"
        elif letter == "v" and known.get(word, ("", None, ""))[2] == "percent" and _moves(words, letters, index):
            letters[index] = "u"  # "shares lost 3%", not "lost $3 million"
        elif letter == "v" and (before in "dop" or (before in "i$%#^,j-" and after in "nmg" and word.endswith("ed"))):
            letters[index] = "n"


def _lifts(letters: list[str], verb: int) -> bool:
    """True for "raise the port's traffic by 5%", "raised the stake to 8%"; not "raise $5 million"."""
    return bool(_LIFT.match("".join(letters[verb + 1 : verb + 12])))


def _moves(words: list[str], letters: list[str], verb: int) -> bool:
    """True where the figure behind "lost" or "gained" is how far a price moved: a percentage, points, "86 cents, or 1.2%", "86 cents to $70.92"."""
    behind = "".join(letters[verb + 1 : verb + 8])
    if "%" in behind[:2]:
        return True
    return bool(_MOVE.match(behind)) and not words[verb].startswith("rais")


def in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in text order without those that overlap an earlier one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
