"""Grows annotated articles: exchanges their names, changes their case and their line ends. Marks move along."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.lexicon import table
from extractor.names.training.data import words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from extractor.names.training.data import Mark, Sample
    from extractor.names.training.invent import Inventor

_LEGAL = re.compile(
    r",? (?:Inc|Corp|Ltd|Co|LLC|L\.L\.C|PLC|plc|L\.P|LP|LLP|AG|GmbH|SE|S\.?A|SAS|S\.p\.A|N\.V|B\.V|AB|ASA|AS|A/S|Oyj?|Ltda|Bhd|Berhad"
    r"|Tbk|PJSC|JSC|Limited|Corporation|Company|Holdings|Group|Pte|Pvt|Pty|K\.K|A\.Ş|S\.A\.S|a\.s)\b.*$"
)


def exchanged(sample: Sample, inventor: Inventor, share: float = 0.75) -> Sample:
    """Exchanges most names of an article, each name by the same one throughout, short forms and acronyms included."""
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mark in sample.marks:
        forms[mark.kind, mark.name].add(" ".join(sample.text[mark.start : mark.end].split()))
    ways: dict[tuple[str, str], dict[str, str]] = {}
    for (kind, name), seen in forms.items():
        way = _way(kind, name, seen, inventor) if inventor.random.random() < share else None
        if way:
            ways[kind, name] = way
    pieces: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for mark in sample.marks:
        words = sample.text[mark.start : mark.end]
        new = ways.get((mark.kind, mark.name), {}).get(" ".join(words.split()), words)
        if "\n" in words and "\n" not in new and " " in new:
            new = new.replace(" ", "\n", 1)
        between = sample.text[at : mark.start]
        pieces += (between, new)
        start = length + len(between)
        length = start + len(new)
        marks.append(replace(mark, start=start, end=length))
        at = mark.end
    return replace(sample, text="".join((*pieces, sample.text[at:])), marks=tuple(marks))


def _way(kind: str, name: str, seen: set[str], inventor: Inventor) -> dict[str, str] | None:
    """Says what each form of a name becomes, or None where one of them cannot be derived."""
    if kind == "PERSON":
        way = _person(name, inventor)
    elif kind == "ORG":
        way = _organization(name, inventor)
    elif kind == "PROGRAM":
        new = inventor.program_name()
        way = {name: new, _initials(name): _initials(new)}
    else:
        way = {name: inventor.place()}
    way |= {old.upper(): new.upper() for old, new in way.items()}
    return way if seen <= way.keys() else None


def _person(name: str, inventor: Inventor) -> dict[str, str]:
    full, given, family = inventor.person()
    words = name.split()
    way = {}
    for cut in range(1, len(words)):
        way[" ".join(words[cut:])] = family
        way[" ".join(words[:cut])] = given
    if len(words[0]) < 4 and len(words) < 4 and " " in name:  # "Tan Wei Ling" is "Tan" later on
        way[words[0]] = family
    return way | {name: full}


def _organization(name: str, inventor: Inventor) -> dict[str, str]:
    core = _LEGAL.sub("", name)
    kind = _sort(name) if core == name else None
    if kind:
        other = inventor.body_name(kind).removeprefix("The ")
        return {name: other, _initials(name): _initials(other)}
    if core == name and name.isupper() and len(name) < 7:
        letters = inventor.random.choices("ABCDEFGHIKLMNOPRSTUVW", k=inventor.random.randint(2, 5))
        return {name: "".join(letters)}
    new_core, new_full = inventor.company_name()
    new_core, new_full = new_core.removeprefix("The "), new_full.removeprefix("The ")
    way = {_initials(core): _initials(new_core), _initials(name): _initials(new_full)}
    old, new = core.split(), new_core.split()
    for cut in range(1, len(old)):
        short = " ".join(new[: max(1, len(new) - len(old) + cut)]).rstrip(",&").rstrip()
        if short and short not in ("Bank", "First", "House") and short.split()[-1] not in words_of("small"):
            way[" ".join(old[:cut])] = short
    return way | {core: new_core, name: new_full if core != name else (new_core if inventor.random.random() < 0.85 else new_full)}


def _sort(name: str) -> str | None:
    """body, school, society or media, by a word of the name."""
    words = set(re.findall(r"\w+", name.casefold()))
    sorts = table("extractor.names.training", "conventions.toml")["sorts"]
    return next((sort for sort, known in sorts.items() if words & set(known.split("|"))), None)


def _initials(name: str) -> str:
    letters = [word[0] for word in re.findall(r"\w+", name) if word not in words_of("small")]
    return "".join(letters).upper()


def recased(sample: Sample, change: Callable[[str], str], start: int, end: int) -> Sample:
    """Puts a stretch of the sample in another case; lengths stay (a letter whose other case is longer is left as it is)."""
    stretch = "".join(new if len(new := change(old)) == len(old) else old for old in re.findall(r"\w+|\W", sample.text[start:end]))
    return replace(sample, text=sample.text[:start] + stretch + sample.text[end:])


def varied(sample: Sample, random: Random) -> Sample:
    """Makes one or two changes of form: headlines in capitals or title case, wrapped or unwrapped lines, odd spaces."""
    first_line = sample.text.find("\n") if sample.own else -1
    dice = random.random()
    if 0 < first_line < 200:
        if dice < 0.2:
            sample = recased(sample, str.upper, 0, first_line)
        elif dice < 0.4:
            sample = recased(sample, _title, 0, first_line)
    elif dice < 0.04:
        sample = recased(sample, str.upper, 0, len(sample.text))
    elif dice < 0.07:
        sample = recased(sample, _title, 0, len(sample.text))
    elif dice < 0.10:
        sample = recased(sample, str.lower, 0, len(sample.text))
    dice = random.random()
    if dice < 0.15:
        sample = _wrapped(sample, random.randint(45, 90))
    elif dice < 0.35:
        sample = _unwrapped(sample)
    elif dice < 0.40:
        sample = _spaced(sample)
    return sample


def _title(word: str) -> str:
    return word if word in words_of("small") else word[:1].upper() + word[1:]


def _wrapped(sample: Sample, width: int) -> Sample:
    """Hard-wrapped lines: spaces become newlines, so that offsets stay."""
    characters, line, space = list(sample.text), 0, -1
    for place, character in enumerate(characters):
        if character == "\n":
            line, space = place + 1, -1
        elif character == " ":
            space = place
        if place - line > width and space >= line:
            characters[space] = "\n"
            line, space = space + 1, -1
    return replace(sample, text="".join(characters))


def _unwrapped(sample: Sample) -> Sample:
    """Single line ends become spaces."""
    return replace(sample, text=re.sub(r"(?<=[^\n])\n(?=[^\n])", " ", sample.text))


def _spaced(sample: Sample) -> Sample:
    """Hyphens and possessives stand apart, as in text that went through a tokenizer."""
    pieces: list[str] = []
    shift = [0] * (len(sample.text) + 1)
    at = gained = 0
    for match in re.finditer(r"(?<=\w)-(?=\w)|(?<=\w)(?=['’]s\b)", sample.text):
        for place in range(at, match.end()):
            shift[place] = gained
        dash = match.end() > match.start()
        pieces += (sample.text[at : match.start()], " - " if dash else " ")
        if dash:
            shift[match.start()] = gained + 1
        gained += 2 if dash else 1
        at = match.end()
    for place in range(at, len(sample.text) + 1):
        shift[place] = gained
    pieces.append(sample.text[at:])
    marks = tuple(replace(m, start=m.start + shift[m.start], end=m.end + shift[m.end - 1]) for m in sample.marks)
    return replace(sample, text="".join(pieces), marks=marks)
