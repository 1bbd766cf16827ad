"""What stands beside a name and tells what it is: a realm behind a mission, a player's post behind a club, a role at a deal, a photo's credit.

Takes the names that a model marked, gives them with other borders or labels, and those that a credit adds. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.names.anchors import MODEL, Candidate
from extractor.names.words import gazetteer, given_genders, honorifics, known_organizations, org_heads, posts

if TYPE_CHECKING:
    from extractor.findings import Label

_MISSION = re.compile(r"(?:Permanent |High )?(?:Delegation|Mission|Representation|Embassy|Commission) of ")
_REALM = re.compile(r" to (?:the )?(?=[A-Z])")
_REALM_WORDS = 5  # "Bosnia and Herzegovina", "the Democratic Republic of the Congo"
# "Ostia's Minister for Ropes", "told the newspaper Osk Brell", "Head coach Ida Rusk"
_GOVERNED = re.compile(r"['’]s (?:[A-Z][a-z]+ )?(?:Minister|Ministry|Government|Parliament|Supreme Court)\b")
_MEDIUM = re.compile(r"\b(?:newspaper|broadcaster|magazine|news agency|news website) $")
_POST = re.compile(
    r"\b(?:[Cc]oach|[Gg]oalkeeper|[Ss]triker|[Cc]aptain|[Mm]ayor|[Ss]pokes(?:man|woman|person)|[Cc]hairman|[Cc]hairwoman|[Cc]hief executive) $"
)
_PLAYER = re.compile(
    r"\s(?:goalkeeper|striker|midfielder|defender|winger|forward|fly-half|prop|hooker|batter|bowler|pitcher|quarterback|point guard|captain|head coach|coach)"
    r"\s(?=[A-Z])"
)
# "Brell Securities and Ida Osk are bookrunners", "Osk and Brell LLP act as legal counsel": firms, whatever their names look like.
_FIRMS = re.compile(
    r"\s(?:(?:is|are|was|were)|(?:acts?|acted|serves?|served|acting|serving) as)\s(?:the\s)?"
    r"(?:(?:joint|lead|co|sole|exclusive|active|passive|financial|legal)[ -]?){0,3}"
    r"(?:bookrunners?|book-running managers?|underwriters?|managers?|counsel|advis[eo]rs?|placement agents?|auditors?)\b"
)
_PARTNER = re.compile(r"(?:, | and |, and | & )$")
_PARK = re.compile(r"\s(?:(?:off|on)shore\s)?(?:wind|solar|hydro|battery)\s(?:farm|park|plant)\b")
_CODED = re.compile(r" \([A-Z]{2}\)")  # "Ostia (DE)" in a list of towns
_HEAD = re.compile(r" ([A-Z][a-z]+)\b(?! [A-Z&])")
_TOWN = re.compile(r"\b([A-Z][a-z]+) (?:City|Province|County|Prefecture|Municipality|Township)\b")
_PACKAGE = re.compile(r"\s(?:(?:aid|relief|support|rescue|stimulus)\s)?package\b")
_SITE = re.compile(r"\s(?:web\s)?(?:portal|app)\b")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]+")
_CREDIT = re.compile(
    r"\b(?:Photos?|Images?|Pictures?|Foto|Photo credit|Picture credit|Image credit|Credits?)(?: by)?: ?"
    r"(?P<first>[^\W\d_a-z][\w’'. &-]{1,40})/(?P<second>[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,4})"
)
_BANK = re.compile(r"[A-Z][a-z]{2,}bank\b")  # "Spaarbank Delta", "Volksbank Osk"
_FULL = re.compile(r"[^\W\d_a-z][^\W\d_A-Z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){1,2}")


def beside(text: str, names: list[Candidate]) -> list[Candidate]:
    """The names with what their surroundings tell."""
    places = {
        text[c.start : c.end]
        for c in names
        if c.label in {"ORG", "PROGRAM"} and (_PARK.match(text, c.end) or _GOVERNED.match(text, c.end)) and not _is_body(text, c)
    }
    clubs, cities = _clubs(text, names), set(_TOWN.findall(text)) - known_organizations().keys()
    counts: dict[str, int] = {}
    towns = any(c.label == "PLACE" and _CODED.match(text, c.end) for c in names)
    kept: list[Candidate] = []
    for name in names:
        words = text[name.start : name.end]
        if name.label == "ORG" and _CAMEL.fullmatch(words) and _SITE.match(text, name.end):
            continue  # "the eRail portal"
        if words in places or (name.label == "ORG" and (words in cities or (towns and words.isalpha() and _CODED.match(text, name.end)))):
            name.label = "PLACE"
        elif name.label in {"PERSON", "PLACE"} and _MEDIUM.search(text, max(0, name.start - 20), name.start):
            name.label = "ORG"
        elif (
            name.label == "ORG"
            and _FULL.fullmatch(words)
            and not _is_body(text, name)
            and _POST.search(text, max(0, name.start - 24), name.start)
        ):
            name.label = "PERSON"
        elif name.label == "PLACE" and (words in clubs or (" " in words and words not in gazetteer() and _BANK.match(words))):
            name.label = "ORG"
        elif name.label in {"PLACE", "ORG"} and " " in words and _PACKAGE.match(text, name.end) and not _is_body(text, name):
            name.label = "PROGRAM"
        elif name.label == "ORG":
            name.end = _with_realm(text, name.start, name.end)
            name.end = _with_second(text, name, counts)
        kept.append(name)
    return _credited(text, _firms(text, kept))


def ruled_beside(text: str, names: list[Candidate]) -> list[Candidate]:
    """The same of names that a rule gives: a club whose last word is a place's ("Osk City"), a bank or package that is none, a mission's realm."""
    clubs = _clubs(text, names)
    for name in names:
        if name.label == "ORG":
            name.end = _with_realm(text, name.start, name.end)
        elif name.found_by.startswith("places.head"):
            words = text[name.start : name.end]
            if _BANK.match(words) or words in clubs:
                name.label, name.found_by = "ORG", "organizations.beside"
            elif _PACKAGE.match(text, name.end):
                name.label, name.found_by = "PROGRAM", "programs.package"
    return names


def _clubs(text: str, names: list[Candidate]) -> set[str]:
    """The names that a player's post stands behind, which are clubs everywhere: `Osk City goalkeeper Ida Rusk`."""
    named = {text[c.start : c.end] for c in names if c.label in {"ORG", "PLACE"} and _PLAYER.match(text, c.end)}
    return named - gazetteer().keys()


def _is_body(text: str, name: Candidate) -> bool:
    """Whether the name's last word makes it a body, or everybody knows it."""
    words = text[name.start : name.end]
    return words.split()[-1].casefold() in org_heads() or words in known_organizations()


def _with_realm(text: str, start: int, end: int) -> int:
    """The end of a mission's name with the country it is sent to: `Delegation of the European Union | to Ostia`."""
    to = _REALM.match(text, end) if _MISSION.match(text, start, end) else None
    if to is None:
        return end
    rest = re.compile(rf"[^\W\d_a-z][\w-]*(?: (?:(?:and|of|the) ){{0,2}}[^\W\d_a-z][\w-]*){{0,{_REALM_WORDS - 1}}}").match(text, to.end())
    words = rest[0].split(" ") if rest else []
    for size in range(len(words), 0, -1):
        realm = " ".join(words[:size])
        if realm in gazetteer() or "and" not in words[:size]:
            return to.end() + len(realm)
    return end


def _with_second(text: str, name: Candidate, counts: dict[str, int]) -> int:
    """The end of a name that a head noun closes behind "&", or of a shop's that goes on behind a possessive, told by its standing there only so and more than once: `Osk's Baby`. `counts` remembers how often words come."""
    words = text[name.start : name.end]
    if " & " in words and (head := _HEAD.match(text, name.end)) and head[1].casefold() in org_heads():
        return head.end()  # "Osk & Brell | Communications"
    if not words.isalpha() or words in gazetteer():
        return name.end
    second = re.compile(r"['’]s ([A-Z][a-z]+)\b").match(text, name.end)
    if second is None or second[1] in honorifics() or second[1] in posts() or second[1] in gazetteer():
        return name.end
    whole = text[name.start : second.end()]
    for form in (whole, words):
        if form not in counts:
            counts[form] = text.count(form)
    return second.end() if counts[whole] == counts[words] > 1 else name.end


def _firms(text: str, names: list[Candidate]) -> list[Candidate]:
    """People that stand beside a firm and do at a deal what firms do are firms; `Osk | Ida Brell` before such words is one name."""
    for at, name in enumerate(names):
        if name.label not in {"ORG", "PERSON"} or not _FIRMS.match(text, name.end):
            continue
        first = at
        while (
            first > 0 and names[first - 1].label in {"ORG", "PERSON"} and _PARTNER.search(text[names[first - 1].end : names[first].start])
        ):
            first -= 1
            if first > 0 and names[first - 1].label == "ORG" and text[names[first - 1].end : names[first].start] == " ":
                names[first].start = names[first - 1].start
                names[first - 1].end = names[first - 1].start
        if any(one.label == "ORG" for one in names[first : at + 1]):
            for one in names[first : at + 1]:
                one.label = "ORG"
    return [name for name in names if name.end > name.start]


def _credited(text: str, names: list[Candidate]) -> list[Candidate]:
    """The names of a photo's credit that nobody marked: `Photo: NCRA/Ida Rusk`, `Photo: Ida Rusk/Brell Aid`, one a body and one a person."""
    labels: dict[str, Label] = {text[c.start : c.end]: c.label for c in names}
    starts = {c.start for c in names}
    found: list[Candidate] = []
    for credit in _CREDIT.finditer(text):
        sides = [(credit.start(side), credit.end(side), credit[side]) for side in ("first", "second")]
        told = [labels.get(words) or _looks(words) for _, _, words in sides]
        for (start, end, words), label, other in zip(sides, told, reversed(told), strict=True):
            wanted = label or {"ORG": "PERSON", "PERSON": "ORG"}.get(other or "")
            if start not in starts and wanted in {"ORG", "PERSON"} and (wanted == "ORG" or _FULL.fullmatch(words)):
                found.append(Candidate(start, end, "ORG" if wanted == "ORG" else "PERSON", "names.credit", MODEL))
    return sorted([*names, *found], key=lambda c: c.start)


def _looks(words: str) -> Label | None:
    """What a name's own words say: letters or a head noun are a body's, a given name a person's."""
    if words.isupper() or words.rsplit(maxsplit=1)[-1].casefold() in org_heads() or words in known_organizations():
        return "ORG"
    return "PERSON" if words.split(maxsplit=1)[0].casefold() in given_genders() and _FULL.fullmatch(words) else None
