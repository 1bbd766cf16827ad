"""Names that a model cuts or overruns at a mark or a small word: possessives of saints, foreign heads in lower case, codes of trials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.names.anchors import Candidate

# "St Osk's | Foundation Trust": the possessive of a saint or of those whom a house serves is inside the name.
_SAINT = re.compile(r"(?:\b(?:St\.?|Saint) [^\W\d_]+|\b(?:King|Queen|Children|Women|People|Veterans|Farmers|Workers|Teachers))['’]s? $")
# "Centre hospitalier | du Brell": a French, Spanish or Italian head with its adjectives.
_FOREIGN = re.compile(
    r"\b(?:Centre|Institut|Hôpital|Université|École|Banque|Ministère|Conseil|Chambre|Caisse|Société|Compagnie|Agence|Office|Fédération"
    r"|Centro|Instituto|Universidad|Hospital|Banco|Ministerio|Istituto|Università|Azienda|Ente)"
    r"(?: [a-zà-ÿ]{4,}){0,3} $"
)
_SMALL = re.compile(r"(?:du|de|des|del|della|di|d['’])\b")
_CODE = re.compile(r"((?=[A-Z0-9-]*[A-Z]{3})[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*) (?:Trial|Study)$")
_REACH = 60  # characters before a name in which its first words are looked for


def whole(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with borders that take in what belongs to them; `HARBINGER-2 | Trial` ends with its code."""
    for candidate in candidates:
        if candidate.label == "ORG":
            lead = _SAINT.search(text, max(0, candidate.start - _REACH), candidate.start)
            if lead is None and _SMALL.match(text, candidate.start, candidate.end):
                lead = _FOREIGN.search(text, max(0, candidate.start - _REACH), candidate.start)
            if lead:
                candidate.start = lead.start()
        elif candidate.label == "PROGRAM" and (code := _CODE.match(" ".join(text[candidate.start : candidate.end].split()))):
            candidate.end = candidate.start + len(code.group(1))
    return candidates
