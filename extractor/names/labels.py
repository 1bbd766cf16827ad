"""Which label a name has: by its own words, by what stands beside it, and one for all its places in the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.names.anchors import MODEL
from extractor.names.everywhere import without_legal_form
from extractor.names.spans import AN
from extractor.names.words import (
    bare,
    families_first,
    gazetteer,
    given_genders,
    known_organizations,
    legal_forms,
    org_heads,
    place_heads,
    program_heads,
    zone_heads,
)

if TYPE_CHECKING:
    from extractor.findings import Label
    from extractor.names.anchors import Candidate


_SYLLABLES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")  # "Zhou Lan-mei"


# "the loyalty programme Brell Points": what stands right behind such a word is its name.
_PROGRAMME = re.compile(
    r"\b(?:loyalty|rewards|membership|bonus|training|research|aid|grant) (?:programme|program|scheme|club|initiative) $"
)
# "its savings programme Brell has cut costs", not "the programme Brell ran has": what follows must be a border or the programme's own verb.
_ANY_PROGRAMME = re.compile(r"\b(?:[Ii]ts|[Oo]ur|[Tt]heir|[Tt]he|[a-z]{4,}) (?:programme|program|scheme|initiative) $")
_ITS_OWN = re.compile(r"(?=[,.;:)]|\s(?:has|had|is|was|will|would|aims|aimed)\b)")
_FARM = re.compile(r"\s(?:(?:off|on)shore\s)?(?:wind|solar|hydro|hydrogen|geothermal|battery|tidal)\s(?:storage\s)?project\b")
_METAL = r"(?:gold|silver|copper|lithium|nickel|uranium|zinc|tin|coal|potash|graphite|iron ore|oil|gas)"
_DEPOSIT = re.compile(
    rf"\s(?:(?:{_METAL}|underground|open-pit)\s)?(?:deposit|prospect|orebody|open pit|pit|oilfield|gas field|ore body)\b"
    rf"|,? (?:is|was) an? (?:[a-z-]+ ){{0,3}}(?:{_METAL} )?(?:mine|deposit|prospect|quarry)\b"
    rf"|,? (?:is|was) an? (?:[a-z-]+ ){{0,2}}{_METAL} project\b"
)
_DIGGING = re.compile(r"\b(?:deposit|prospect|orebody|ore body|oilfield|gas field|mine|quarry|colliery)\b")
_NAMED_DEPOSIT = re.compile(
    rf"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}) (?:{_METAL} )?(?:deposit|prospect|orebody|ore body|oilfield|gas field|mine|quarry|colliery)\b"
)
_PAGE = 3000  # characters before and behind in which an owner shows itself
_MINE = re.compile(r"\s(?:(?:gold|silver|copper|coal|iron ore|underground|open-pit) )?(?:mine|quarry|colliery)\b")
# "output at Two Osks", "At Broken Rim, drilling went on": where one digs.
_DIGS = re.compile(
    r"\b(?:output|production|drilling|mining|mineralisation|mineralization|throughput|recover(?:y|ies)|grades?|ore|ounces) (?:at|from) (?:the )?$",
    re.IGNORECASE,
)
_AT = re.compile(r"\bAt (?:the )?$")
_DUG = re.compile(r", (?:[a-z-]+ ){0,2}(?:drilling|mining|ore|throughput|grades?|drill holes?|rigs?|wells?|multilaterals)\b")


_FULL = re.compile(
    r"[^\W\d_a-z][^\W\d_A-Z’'-]+(?:[-’'][^\W\d_]+)?(?: [^\W\d_a-z]\.)?(?: (?:[^\W\d_a-z][^\W\d_A-Z]+[-’'])?[^\W\d_a-z][^\W\d_]+){1,2}"
)


# "Brellton, Conn., maker of ropes": the town before an abbreviated state.
_STATE = re.compile(
    r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|N\.[CDHJMY]|Neb|Nev|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Tex|Va|Vt|W\.Va|Wash|Wis|Wyo)\."
)
_REACHED = re.compile(r"[,:;|]? ?\(?(?:\+?\d[\d ().-]{6,}|[\w.+-]+@[\w-]+\.|(?:tel|phone|mobile|e-?mail)\b)", re.IGNORECASE)
_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western", "central", "upper", "lower", "inner", "outer"})
_FIELDS = frozenset({"communications", "relations"})  # "Osk Communications" is a company as well


@cache
def _post_behind() -> re.Pattern[str]:
    """`, CFO, tel.`: a post by itself behind a comma, as lists of contacts print it."""
    posts = "|".join(re.escape(role) for row in rows("extractor.people", "roles.csv") if (role := row["role"]) not in _FIELDS)
    return re.compile(rf",[ \n](?:[A-Z][\w’'&-]*[ ]|and[ ]|&[ ]){{0,4}}(?i:{posts})(?=[,;]\s|[ ]*(?:\n|$|\||–)|[ ](?:tel|at|of)\b)")


_POST_REACH = 90  # characters: "the director of the Norwegian Coastal Authority, "


@cache
def _post_ahead() -> re.Pattern[str]:
    """`the director of the Ostian Rope Authority, | Ida Osk |,`: a post with its house, and the comma before who holds it."""
    posts = "|".join(re.escape(role) for row in rows("extractor.people", "roles.csv") if (role := row["role"]) not in _FIELDS)
    return re.compile(rf"\b(?:{posts})(?: (?:of|for|at) [^,.;:\n]{{2,60}})?, $", re.IGNORECASE)


def deposits(text: str, names: list[Candidate]) -> list[Candidate]:
    """An ore body is a place everywhere, also in capitals: `TWO OSKS PIT` over "the Two Osks deposit"."""
    places = {text[c.start : c.end].casefold() for c in names if c.label == "PLACE" and _is_dug(text, c.start, c.end)}
    for match in _NAMED_DEPOSIT.finditer(text) if _DIGGING.search(text) else ():
        name = match.group(1).removeprefix("The ")
        if _is_dug(text, match.start(1), match.end(1)):
            places.add(name.casefold())
    for candidate in names if places else ():
        if candidate.label == "ORG" and text[candidate.start : candidate.end].casefold() in places:
            candidate.label = "PLACE"
    return names


def no_lakes(text: str, ruled: list[Candidate], model: list[Candidate]) -> list[Candidate]:
    """Without the places that a head noun gives where somebody bears the name: `Ruth Lake` that the model takes for a person or a post stands before."""
    people = {(c.start, c.end) for c in model if c.label == "PERSON"}
    return [
        c
        for c in ruled
        if not c.found_by.startswith("places.head")
        or text[c.start : c.end].split(maxsplit=1)[0].casefold() not in given_genders()
        or not ((c.start, c.end) in people or _post_ahead().search(text, max(0, c.start - _POST_REACH), c.start))
    ]


def _is_dug(text: str, start: int, end: int) -> bool:
    """Whether what stands beside a name tells of a mine or a field: "the Two Osks mine", "output at Two Osks", "At Two Osks, drilling ..."."""
    before = max(0, start - 30)
    if _MINE.match(text, end):  # "the Osk mine": Osk can also be who owns it
        near = text[max(0, start - _PAGE) : end + _PAGE]
        return re.search(rf"{re.escape(text[start:end])}(?:['’]|,? (?:said|says|has|plc|Ltd|Inc|Corp|Limited)\b)", near) is None
    return bool(
        _DEPOSIT.match(text, end) or _DIGS.search(text, before, start) or (_AT.search(text, before, start) and _DUG.match(text, end))
    )


# "the city of Osk", "the mayor of Osk": a place, unless its own last word makes it a body.
_CITY_OF = re.compile(
    r"\b(?:city|town|village|mayor|port|municipality|borough|county|province|island|suburb|outskirts|(?-i:council)) of $", re.IGNORECASE
)


_ROW = re.compile(r" {2,}|\t|\s?\|")
_ROWS = 3  # lines of a table that begin with a person


def tabled_people(text: str, names: list[Candidate]) -> list[Candidate]:
    """A column of people, with given names among them: `Ida Rusk    Brell Museum` over `Ole Osk    Vale Gallery`."""
    rows_: list[Candidate] = []
    for name in names:
        if name.label in {"ORG", "PERSON"} and text[max(0, name.start - 1) : name.start] in {"", "\n"} and _ROW.match(text, name.end):
            if rows_ and text.count("\n", rows_[-1].end, name.start) > 1:
                _as_people(text, rows_)
                rows_ = []
            rows_.append(name)
    _as_people(text, rows_)
    return names


def _as_people(text: str, column: list[Candidate]) -> None:
    words = [text[c.start : c.end] for c in column]
    full = all(_FULL.fullmatch(name) and name.rsplit(" ", 1)[-1].casefold() not in org_heads() for name in words)
    if len(column) >= _ROWS and full and sum(name.split(" ", 1)[0].casefold() in given_genders() for name in words) >= len(words) / _ROWS:
        for name in column:
            name.label = "PERSON"


def beside_people(text: str, names: list[Candidate]) -> list[Candidate]:
    """`Ida Rusk / Ole Brell`: what stands beside a person with a stroke between is a person too."""
    for left, right in itertools.pairwise(names):
        if {left.label, right.label} == {"ORG", "PERSON"} and text[left.end : right.start] == " / ":
            other = left if left.label == "ORG" else right
            words = text[other.start : other.end]
            if _FULL.fullmatch(words) and words.rsplit(" ", 1)[-1].casefold() not in org_heads():
                other.label = "PERSON"
        if left.label == right.label == "ORG" and text[left.end : right.start] == " in " and _is_town(text, right):
            right.label = "PLACE"
    return names


def _is_town(text: str, name: Candidate) -> bool:
    """`Burns` of "the Vale Clinic in Burns": one word in small letters that is no known body."""
    words = text[name.start : name.end]
    return words.istitle() and words.isalpha() and words.casefold() not in org_heads() and words not in known_organizations()


def relabelled(text: str, start: int, end: int, label: Label) -> Label:
    """The label that the name's own words ask for."""
    words = " ".join(text[start:end].split())
    if words in gazetteer() and label in {"ORG", "PERSON", "PROGRAM"}:
        return "PLACE"
    if words in known_organizations():
        return "ORG"
    first, _, rest = words.partition(" ")
    if label == "ORG" and rest in gazetteer() and first.casefold() in _DIRECTIONS:
        return "PLACE"
    last = words.rsplit(" ", 1)[-1].casefold().strip(".,)")
    if label in {"ORG", "PLACE"} and last not in org_heads() and words not in gazetteer() and _behind_programme(text, start, end):
        return "PROGRAM"
    if label == "ORG" and _FARM.match(text, end) and last not in org_heads():
        return "PROGRAM"
    if label == "ORG" and last not in org_heads() and bare(last) not in legal_forms() and _is_dug(text, start, end):
        return "PLACE"
    if label == "ORG" and _CITY_OF.search(text, max(0, start - 20), start) and words.count(" ") < 2 and last not in org_heads():
        return "PLACE"
    if (
        label in {"ORG", "PERSON"}
        and _STATE.match(text, end)
        and " in " not in words
        and last not in org_heads()
        and bare(last) not in legal_forms()
    ):
        return "PLACE"
    if label == "ORG" and _FULL.fullmatch(words) and last not in org_heads() and _is_told_as_person(text, start, end, words):
        return "PERSON"
    if label == "ORG" and _SYLLABLES.fullmatch(words) and words.split()[0].casefold() in families_first():
        return "PERSON"
    if label == "PROGRAM" and last in place_heads() and last not in program_heads():
        return "PLACE"
    if label == "PROGRAM" and last == "fund" and " " in words:
        return "ORG"
    if " " in words and label in {"ORG", "PLACE", "PERSON"}:
        if last in program_heads() and last not in org_heads():
            return "PROGRAM"
        if label != "ORG" and last in org_heads() and last not in place_heads():
            return "ORG"
        if label == "ORG" and last in place_heads() and last not in org_heads() and place_heads()[last] != "gpe":
            return "PLACE"
    return label


def _is_told_as_person(text: str, start: int, end: int, words: str) -> bool:
    """Whether a post behind the name, or a post before it or a way to reach it beside a known given name, tells a person."""
    if _post_behind().match(text, end):
        return True
    if words.split(maxsplit=1)[0].casefold() not in given_genders():
        return False
    post = text[end : end + 1] == "," and _post_ahead().search(text, max(0, start - _POST_REACH), start)
    return bool(_REACHED.match(text, end) or post)


def _behind_programme(text: str, start: int, end: int) -> bool:
    before = max(0, start - 40)
    return bool(_PROGRAMME.search(text, before, start) or (_ANY_PROGRAMME.search(text, before, start) and _ITS_OWN.match(text, end)))


def agreed(text: str, kept: list[Candidate], fixed: dict[str, Label]) -> list[Candidate]:
    """One label for one form: the one a bracket proves (`fixed`), else the one that weighs most over the text.

    Places keep theirs, since a city can also be a club.
    """
    votes: dict[str, Counter[Label]] = defaultdict(Counter)
    names = [" ".join(text[c.start : c.end].split()) for c in kept]
    for name, candidate in zip(names, kept, strict=True):
        votes[name][candidate.label] += candidate.weight
    for name, candidate in zip(names, kept, strict=True):
        if name in fixed and candidate.label != fixed[name]:
            candidate.label = fixed[name]
        elif len(votes[name]) > 1 and candidate.label != "PLACE":
            candidate.label = votes[name].most_common(1)[0][0]
    return _companies(names, kept)


def _companies(names: list[str], kept: list[Candidate]) -> list[Candidate]:
    """A place that the model alone sees is the company whose full name the text prints: "valued Brell at $2" beside "Brell Ltd"."""
    companies = {short for name, c in zip(names, kept, strict=True) if c.label == "ORG" and (short := without_legal_form(name)) != name}
    for name, candidate in zip(names, kept, strict=True):
        if candidate.label in {"PLACE", "PROGRAM"} and candidate.weight == MODEL and name in companies and name not in gazetteer():
            candidate.label = "ORG"
    return kept


def slips(text: str, kept: list[Candidate], fixed: dict[str, Label]) -> dict[str, Label]:
    """An acronym that nothing explains, of the same letters as an explained one, is a slip of it and of its kind: `CIC` beside `CCI`."""
    letters = {"".join(sorted(form)): label for form, label in fixed.items() if form.isupper() and len(form) > 2}
    alone = {text[c.start : c.end] for c in kept if text[c.start : c.end].isupper()} - fixed.keys()
    return {form: letters["".join(sorted(form))] for form in sorted(alone) if "".join(sorted(form)) in letters}


_ACTS = re.compile(
    r"\s+(?:has|have|had|will|said|says|reported|announced|signed|launched|plans|aims|attracted|introduced|pledged|unveiled)\b"
)


def acting_zones(text: str, kept: list[Candidate]) -> dict[str, Label]:
    """A development zone that acts is its administration: `Ostia New Area has signed ...`; a city or country stays a place."""
    zones: dict[str, Label] = {}
    for candidate in kept:
        name = " ".join(text[candidate.start : candidate.end].split())
        if candidate.label == "PLACE" and name.endswith(zone_heads()) and _ACTS.match(text, candidate.end):
            zones[name] = "ORG"
    return zones


_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Justice|Senator|Sen|Rep|Gov)\.?\s+$")
_INITIALS = re.compile(r"(?:[A-Z]\.\s?)+")


def families(text: str, kept: list[Candidate]) -> list[Candidate]:
    """A family name, alone or with initials, is the person's who bears it in full: "according to Oduya"; a company's name without its legal form is the company's."""
    names = [text[c.start : c.end].split() for c in kept]
    families = {words[-1] for c, words in zip(kept, names, strict=True) if c.label == "PERSON" and len(words) > 1}
    borne = {word for c, words in zip(kept, names, strict=True) if c.label == "PERSON" and len(words) > 1 for word in words}
    bodies = {words[0] for c, words in zip(kept, names, strict=True) if c.label == "ORG" and len(words) > 1}
    companies = {core for words in names if (core := without_legal_form(" ".join(words))) != " ".join(words)}
    # "Zand" of "Zand Foods GmbH", where nobody bears it.
    first_words = {core.split()[0] for core in companies} | {
        words[0]
        for c, words in zip(kept, names, strict=True)
        if c.label == "ORG" and len(words) > 1 and words[-1].casefold() in org_heads()
    }
    first_words = {word for word in first_words if word.casefold() not in given_genders() and word not in gazetteer()}
    no_places, no_bodies, houses = families - gazetteer().keys(), families - bodies, companies | first_words
    given_alone = {words[0] for c, words in zip(kept, names, strict=True) if c.label == "PERSON" and len(words) > 1} - bodies - companies
    for candidate, words in zip(kept, names, strict=True):
        given = words[:-1]
        if candidate.label == "ORG" and len(words) == 1 and words[0] in given_alone and words[0].casefold() in given_genders():
            candidate.label = "PERSON"
            continue
        if candidate.label == "PLACE" and candidate.weight == MODEL and len(words) == 1 and words[0] in no_places:
            candidate.label = "PERSON"
            continue
        if candidate.label == "ORG" and words[-1] in no_bodies and (not given or _INITIALS.fullmatch(" ".join(given))):
            candidate.label = "PERSON"
            if AN.match(text, candidate.start - 3, candidate.start + 1):
                candidate.start -= 3  # "An Rusk": a given name
        elif (candidate.label == "PERSON" and len(words) > 1 and " ".join(words) in companies and [words[-1]] not in names) or (
            candidate.label == "PERSON"
            and len(words) == 1
            and words[0] in houses
            and words[0] not in borne
            and not _ADDRESSED.search(text, max(0, candidate.start - 12), candidate.start)
        ):
            candidate.label = "ORG"
    return kept
