"""Invents names of companies, bodies, people, programmes and places of many regions and forms, from the lists in `lexicon/`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.lexicon import rows, table

if TYPE_CHECKING:
    from random import Random

_PACKAGE = "extractor.names.training"
REAL = 0.3  # of the names of organizations are real ones


class Inventor:
    """Makes names with a random generator of its own; the same seed gives the same names."""

    def __init__(self, random: Random) -> None:
        self.random = random
        parts = table(_PACKAGE, "parts.toml")
        self.roots: dict[str, list[str]] = {key: _words(words) for key, words in parts["roots"].items()}
        self.company: dict[str, list[str]] = {key: _words(words) for key, words in parts["company"].items()}
        self.body: dict[str, list[str]] = {key: _words(words) for key, words in parts["body"].items()}
        self.program: dict[str, list[str]] = {key: _words(words) for key, words in parts["program"].items()}
        self.people = [
            (row["order"], [w.replace("_", " ") for w in row["given"].split()], [w.replace("_", " ") for w in row["family"].split()])
            for row in rows(_PACKAGE, "people.csv")
        ]
        self.real: dict[str, list[str]] = {}
        for row in rows(_PACKAGE, "real.csv"):
            self.real.setdefault(row["kind"], []).extend(row["names"].split("|"))
        self.places = {row["kind"]: row["names"].split("|") for row in rows(_PACKAGE, "places.csv")}

    def root(self) -> str:
        """A word that is no word: Belmont, Tarvex, Hengtai."""
        pick, parts = self.random.choice, self.roots
        kind = self.random.random()
        if kind < 0.2:
            return pick(parts["east"]) + pick(parts["east"]).lower()
        middle = pick(parts["middle"]) if kind < 0.6 else ""
        return pick(parts["start"]) + middle + pick(parts["end"])

    def place(self, kind: str = "") -> str:
        """A real town, region or country."""
        return self.random.choice(self.places[kind or self.random.choice(("city", "city", "country", "region"))])

    def person(self) -> tuple[str, str, str]:
        """Full name, given name, family name."""
        order, given, family = self.random.choice(self.people)
        first, last = self.random.choice(given), self.random.choice(family)
        if order == "family-first":
            return f"{last} {first}", first, last
        middle = f" {self.random.choice('ABCDEFGHJKLMNPRSTW')}." if self.random.random() < 0.12 else ""
        return f"{first}{middle} {last}", first, last

    def company_name(self) -> tuple[str, str]:
        """A company's name without and with its legal suffix; the two are the same where it has none."""
        if self.random.random() < REAL:
            short, _, full = self.random.choice(self.real["company"]).partition("=")
            return short, full or short
        kind = self.random.random()
        if kind < 0.3:
            core = f"{self._head()} {self.random.choice(self.company['activity'])}"
        elif kind < 0.42:
            core = f"{self._head()} {self.random.choice(self.company['compound'])}"
        elif kind < 0.5:
            activity = self.company["compound" if self.random.random() < 0.4 else "activity"]
            core = f"{self.place('city')} {self._head()} {self.random.choice(activity)}"
        elif kind < 0.58:
            core = self.filled(self.random.choice(self.company["bank"]))
        elif kind < 0.7:
            core = self.filled(self.random.choice(self.company["people"]))
        elif kind < 0.84:
            core = self.filled(self.random.choice(self.company["odd"]))
        else:
            core = self._head()
        middle = f" ({self.place('city')})" if self.random.random() < 0.06 else ""
        if middle and self.random.random() < 0.3:
            return core, core + middle
        suffix = self.random.choice(self.company[self.random.choice(("suffix_english", "suffix_world", "suffix_east"))])
        return core, core + middle + suffix if suffix.startswith(",") else f"{core}{middle} {suffix}"

    def body_name(self, kind: str) -> str:
        """A public body, school, society or paper: `kind` is body, school, society or media."""
        if self.random.random() < REAL:
            return self.random.choice(self.random.choice(self.real[kind]).split("="))
        return self.filled(self.random.choice(self.body[kind]))

    def program_name(self) -> str:
        """A programme, project, agreement or trial."""
        if self.random.random() < REAL / 2:
            return self.random.choice(self.real["program"]).split("=")[0]
        return self.filled(self.random.choice(self.program["patterns"]))

    def filled(self, pattern: str) -> str:
        """A pattern with its slots filled."""
        pick = self.random.choice
        _, given, family = self.person()
        root, common = self.root(), pick(self.roots["common"])
        number = str(self.random.randint(2, 99))
        slots = {
            "root": root,
            "root2": self.root(),
            "Root": root,
            "ROOT": root[: self.random.randint(3, 5)].upper(),
            "root_lower": root.lower(),
            "common": common,
            "common2": pick(self.roots["common"]),
            "Common": common,
            "family": family,
            "family2": self.person()[2],
            "family3": self.person()[2],
            "given": given.split()[0],
            "activity": pick(self.company["activity"]),
            "place": self.place(),
            "place2": self.place("country"),
            "topic": pick(self.body["topic"]),
            "topic2": pick(self.body["topic"]),
            "animal": pick(self.body["animal"]),
            "theme": pick(self.program["theme"]),
            "theme2": pick(self.program["theme"]),
            "thing": pick(self.program["thing"]),
            "digit": number[0],
            "digits": number,
            "year": str(self.random.randint(2025, 2050)),
            "ordinal": pick(("21st", "2nd", "20th", "1st", "5th")),
            "common_lower": common.lower(),
            "common2_lower": pick(self.roots["common"]).lower(),
            "weekday": pick(("Monday", "Tuesday", "Wednesday", "Friday", "Sunday")),
            "month": pick(("January", "March", "April", "May", "June", "August", "October")),
            "number": pick(("Two", "Three", "Four", "Five", "Six", "Seven", "Nine", "Ten", "Twenty", "Hundred", "Thousand")),
            "number2": pick(("One", "Two", "Three", "Four", "Nine")),
            "Ordinal": pick(("Twenty", "Thirty", "Forty")),
            "Ordinal2": pick(("First", "Second", "Third", "Fifth")),
            "activity2": pick(self.company["activity"]),
            "letter": pick("ABCDEFGHJKLMNQRSTVWXZ"),
            "letter2": pick("BCDEFGKLMPRSTW"),
        }
        return pattern.format_map(slots)

    def _head(self) -> str:
        kind = self.random.random()
        if kind < 0.55:
            return self.root()
        if kind < 0.9:
            return self.random.choice(self.roots["common"])
        return f"{self.random.choice(self.roots['common'])} {self.root()}"


def _words(written: str) -> list[str]:
    return written.split("|") if "|" in written or "{" in written else written.split()


_UNMARKED = "DFKNQW"
_SLOT = {"B": "body", "U": "school", "S": "society", "M": "media"}


def sentence(line: str, inventor: Inventor) -> str:
    """A line of `lexicon/sentences.txt` with its slots filled by marked names, in the inline form."""
    known: dict[str, tuple[str, str]] = {}  # slot number and kind: full name, short form

    def fill(match: re.Match[str]) -> str:
        kind, number = match["kind"].upper(), match["number"]
        if kind + number not in known:
            known[kind + number] = _name(kind, inventor)
        full, short = known[kind + number]
        if kind in _UNMARKED:
            return full
        label = {"P": "PERSON", "L": "PLACE", "G": "PROGRAM", "T": "PROGRAM"}.get(kind, "ORG")
        words = short if match["kind"].islower() else full
        return f"⟦{label} name={full}|{words}⟧" if label != "PLACE" else f"⟦PLACE|{words}⟧"

    return re.sub(r"\{(?P<kind>[A-Za-z])(?P<number>\d)\}", fill, line.replace("¶", "\n"))


def _name(kind: str, inventor: Inventor) -> tuple[str, str]:
    """A full name and a short form of it for a slot."""
    if kind == "N":
        return (inventor.place("nationality"),) * 2
    if kind == "Q":
        return (inventor.place(),) * 2
    if kind == "D":
        return (inventor.filled(inventor.random.choice(inventor.roots["product"])),) * 2
    if kind == "F":
        return (inventor.random.choice(inventor.roots["abbreviations"]),) * 2
    if kind == "K":
        return ("".join(inventor.random.choices(inventor.roots["cjk"], k=inventor.random.randint(2, 4))),) * 2
    if kind == "W":
        return (inventor.root().lower() + inventor.random.choice(("", "news", "times", "daily", "group", "online")),) * 2
    if kind == "C":
        core, full = inventor.company_name()
        core, full = core.removeprefix("The "), full.removeprefix("The ")
        words = core.split()
        cut = len(words) > 1 and words[1] in inventor.company["activity"] and inventor.random.random() < 0.6
        short = words[0] if cut else core
        return (full if inventor.random.random() < 0.7 else core), short
    if kind == "P":
        full, _, family = inventor.person()
        return full, family
    if kind == "L":
        return (inventor.place(),) * 2
    if kind == "G":
        full = inventor.program_name()
        letters = "".join(word[0] for word in re.findall(r"\w+", full) if word[0].isupper())
        return full, letters if len(letters) > 2 else full
    if kind == "T":
        return (
            inventor.filled(inventor.random.choice(("{ROOT}-{digit}", "{ROOT} {digit}", "{ROOT}", "{Root}-{digit}", "{ROOT}-{digits}"))),
        ) * 2
    if kind == "X":  # a company that bears a person's name, and goes by it
        full, _, _ = inventor.person()
        return f"{full} {inventor.random.choice(inventor.company['activity'])}", full
    if kind == "A":
        return ("".join(inventor.random.choices("ABCDEFGHIJKLMNOPRSTUVWZ", k=inventor.random.choice((2, 3, 3, 3, 4, 4, 5, 6)))),) * 2
    return (inventor.body_name(_SLOT[kind]).removeprefix("The "),) * 2
