"""Capitalised words of a text and what stands between them: the ground on which names are found by rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon import rows
from extractor.names.words import bare, dotted_forms, legal_forms

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
# A word with a capital or figure at its head ("BLOCK71", "9Rivers", "O'Keeffe", "AT&T", "U.S."), or with one inside ("iRhythm").
_WORD = re.compile(
    rf"(?<![\w@/.])(?:[a-z]{{0,2}}[{_UPPER}][^\W_]*|\d+[{_UPPER}][^\W_]*|(?:plc|mbH|e\.V|d\.o\.o|d\.d|s\.r\.o|a\.s)\b)(?:['’&.+/-][^\W_]+|!(?=\w))*[+™®]?"
)
_GLUED = re.compile(r"The(?=[A-Z]{3,}$)")
_JOINT = re.compile(r"([A-Z][a-z]+)/(?=[A-Z]{2,}$)")
_CLITIC = re.compile(r"(?:['’]s|['’]S)$")
_GAPS = {
    " ": "space",
    "\n": "space",
    "  ": "wide",
    " & ": "and",
    " + ": "and",
    "\n& ": "and",
    " &\n": "and",
    " and ": "and",
    " and\n": "and",
    "\nand ": "and",
    ", ": "comma",
    ",\n": "comma",
    ", & ": "comma-and",
    ", and ": "comma-and",
    " (": "open",
    "\n(": "open",
    ") ": "close",
    ")\n": "close",
}
_GAPS |= {f" {row['words']} ": "link" for row in rows("extractor.names", "links.csv")}
_GAPS |= {f"{a}of{b}": "link" for a, b in (("\n", " "), (" ", "\n"))}
_ABBREVIATED = frozenset(row["word"] for row in rows("extractor.names", "abbreviations.csv"))


@dataclass(slots=True)
class Token:
    """A capitalised word without its possessive; `gap` names what stands between it and the next token ("" for a break)."""

    start: int
    end: int
    word: str
    gap: str
    possessive: bool


def tokens(text: str) -> list[Token]:
    """All capitalised words in order, with the class of the gap behind each."""
    found: list[Token] = []
    forms = legal_forms()
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        possessive = False
        if "’" in word or "'" in word:
            cut = _CLITIC.search(word)
            if cut:
                word, end, possessive = word[: cut.start()], start + cut.start(), True
        if "The" in word and (glued := _GLUED.match(word)):  # "TheNCRA" lost its space
            start, word = start + glued.end(), word[glued.end() :]
        if found:
            found[-1].gap = _gap(text, found[-1], start, forms)
        if "/" in word and (joint := _JOINT.match(word)):  # "Bellmark University/NCRA": two names
            found.append(Token(start, start + joint.end(1), joint.group(1), "", possessive=False))
            start, word = start + joint.end(), word[joint.end() :]
        found.append(Token(start, end, word, "", possessive))
    return found


def _gap(text: str, last: Token, start: int, forms: dict[str, str]) -> str:
    if start - last.end > 10 or last.possessive:  # the longest link has eight letters and two spaces
        return ""
    between = text[last.end : start]
    kind = _GAPS.get(between)
    if kind:
        return kind
    if between[:1] == ".":
        word = last.word
        if len(word) == 1 or "." in word or bare(word) in forms or word.casefold() in _ABBREVIATED:
            rest = _GAPS.get(between[1:], "")
            return rest if rest in {"space", "and", "comma", "close", "link", "open"} else ""
    return ""


_PUBL = re.compile(r"[ \n]\(publ\.?\)")  # part of a public company's name in Sweden and Finland (Swedish Companies Act, chapter 2)


def end_of(text: str, token: Token) -> int:
    """The end of the token with the full stop that belongs to it: `Inc.`, `N.A.`, `Jr.`"""
    if text[token.end : token.end + 1] == "." and (
        "." in token.word or bare(token.word) in dotted_forms() or token.word in {"Jr", "Sr", "Bros"}
    ):
        return token.end + 1
    public = _PUBL.match(text, token.end) if token.word in {"AB", "Abp"} else None
    return public.end() if public else token.end
