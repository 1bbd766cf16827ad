"""What is known about the words of names, read once from the lexicons: legal forms, head nouns, openers, titles, nationalities, places."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extractor.lexicon import rows

Gender = Literal["male", "female"]


def bare(word: str) -> str:
    """A legal form or abbreviation without full stops, in lower case: `S.p.A.` is `spa`."""
    return word.replace(".", "").casefold()


@cache
def legal_forms() -> dict[str, str]:
    """Bare legal form -> rigour: `always`, or `name` where the letters can be another word."""
    return {bare(row["form"]): row["rigour"] for row in rows("extractor.names", "legal_forms.csv")}


@cache
def form_rigour() -> dict[str, str]:
    """Legal form as printed -> rigour: "S.A." is sure where "SA" can be another word."""
    return {form: row["rigour"] for row in rows("extractor.names", "legal_forms.csv") for form in (row["form"].upper(), row["form"])}


@cache
def dotted_forms() -> frozenset[str]:
    """Bare legal forms whose last full stop is part of the name: `Inc.`"""
    return frozenset(bare(row["form"]) for row in rows("extractor.names", "legal_forms.csv") if row["stop"] == "yes")


@cache
def printed_forms() -> frozenset[str]:
    """Legal forms as the lexicon prints them and in capitals: `GmbH`, `GMBH`."""
    return frozenset(form for row in rows("extractor.names", "legal_forms.csv") for form in (row["form"], row["form"].upper()))


@cache
def org_heads() -> dict[str, tuple[str, str]]:
    """Head noun in lower case -> (kind of organization, where it stands). A word listed twice keeps its first kind."""
    heads: dict[str, tuple[str, str]] = {}
    for row in rows("extractor.names", "org_heads.csv"):
        heads.setdefault(row["head"].casefold(), (row["kind"], row["where"]))
    return heads


@cache
def program_heads() -> dict[str, str]:
    """Head noun of a programme in lower case -> where it stands."""
    return {row["head"].casefold(): row["where"] for row in rows("extractor.programs", "heads.csv")}


@cache
def place_heads() -> dict[str, str]:
    """Head noun of a place in lower case -> kind of place."""
    return {row["head"].casefold(): row["kind"] for row in rows("extractor.places", "heads.csv")}


@cache
def gazetteer() -> dict[str, tuple[str, str]]:
    """Name of a known place -> (kind, sort)."""
    known: dict[str, tuple[str, str]] = {}
    for row in rows("extractor.places", "gazetteer.csv"):
        known.setdefault(row["name"], (row["kind"], row["sort"]))
    return known


@cache
def country_codes() -> frozenset[str]:
    """The codes of countries in two letters."""
    return frozenset(code for row in rows("extractor.names", "country_codes.csv") for code in row["codes"].split())


@cache
def known_organizations() -> dict[str, str]:
    """Name of a well-known organization -> kind."""
    return {row["name"]: row["kind"] for row in rows("extractor.organizations", "known.csv")}


@cache
def zone_heads() -> tuple[str, ...]:
    """What closes the name of a development zone with an administration of its own."""
    return tuple(row["head"] for row in rows("extractor.names", "zones.csv"))


@cache
def openers() -> frozenset[str]:
    """Capitalised words that open a sentence or a line and belong to no name."""
    return frozenset(row["word"] for row in rows("extractor.names", "openers.csv"))


@cache
def generic() -> frozenset[str]:
    """Phrases in lower case that have a capital and name nothing."""
    return frozenset(row["phrase"].casefold() for row in rows("extractor.names", "generic.csv"))


@cache
def terms() -> frozenset[str]:
    """Abbreviations that name no organization unless a bracket says so, and their plurals."""
    return frozenset(form for row in rows("extractor.names", "terms.csv") for form in (row["term"], f"{row['term']}s"))


@cache
def posts() -> frozenset[str]:
    """Titles and forms of address that end an organization's name and begin a person's: `Governor`, `Mr.`"""
    return frozenset(row["word"] for row in rows("extractor.names", "posts.csv"))


@cache
def demonyms() -> frozenset[str]:
    """Nationalities."""
    return frozenset(row["word"] for row in rows("extractor.names", "demonyms.csv"))


@cache
def adjectives() -> frozenset[str]:
    """Words in lower case that open many names and cannot stand for one of them alone."""
    return frozenset(row["word"].casefold() for row in rows("extractor.names", "adjectives.csv"))


@cache
def honorifics() -> frozenset[str]:
    """Forms of address before a person's name, without full stop."""
    return frozenset(row["word"] for row in rows("extractor.people", "honorifics.csv"))


@cache
def given_genders() -> dict[str, Gender]:
    """Given name in lower case -> whether a man or a woman bears it; names of both are left out."""
    known = rows("extractor.people", "given_names.csv")
    return {row["name"].casefold(): "female" if row["gender"] == "female" else "male" for row in known}


@cache
def state_posts() -> frozenset[str]:
    """Posts of state and rank, in lower case, that end a title before a person's name."""
    return frozenset(row["post"] for row in rows("extractor.people", "state_posts.csv"))


@cache
def families_first() -> frozenset[str]:
    """Family names of languages that put them first, in lower case."""
    return frozenset(row["name"].casefold() for row in rows("extractor.people", "family_first.csv"))


@cache
def calendar() -> frozenset[str]:
    """Months and weekdays in full, with a capital."""
    full: dict[tuple[str, str], str] = {}
    for row in rows("extractor.dates", "names.csv"):
        if row["kind"] in {"month", "weekday"}:
            full.setdefault((row["kind"], row["number"]), row["word"].title())  # abbreviations stand behind the full names
    return frozenset(full.values())
