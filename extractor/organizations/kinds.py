"""What kind of organization a name speaks of, and its legal form: by the name's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.names.words import bare, known_organizations, legal_forms, org_heads, printed_forms, zone_heads

if TYPE_CHECKING:
    from collections.abc import Iterable

# Bodies that keep their kind although they have a company's legal form.
_BEFORE_LEGAL_FORM = frozenset({"finance", "education", "media", "sports"})


def legal_form(name: str) -> str | None:
    """The legal form that closes the name, as printed ("Co., Ltd."), or None."""
    words = name.split()
    first = len(words)
    while first > 1 and (_is_form(words[first - 1]) or (words[first - 1] == "de" and first < len(words))):
        first -= 1
    return " ".join(words[first:]) or None


def _is_form(word: str) -> bool:
    plain = word.strip(",()").rstrip(".")
    return bare(plain) in legal_forms() and (
        plain in printed_forms() or plain.title() in printed_forms() or word.strip(",") in printed_forms()
    )


def kind(forms: Iterable[str], *, listed: bool) -> str:
    """One of the record's kinds. `forms` are the name's forms, the longest first; `listed` says that it has a ticker."""
    heads = {found for form in forms for found in [_by_head(form)] if found}
    forms = list(forms)
    known = next((known_organizations()[form] for form in forms if form in known_organizations()), None)
    if known:
        return known
    legal = any(legal_form(form) for form in forms)
    first = next((found for form in forms for found in [_by_head(form)] if found), None)
    if legal or listed:
        return first if first in _BEFORE_LEGAL_FORM and len(heads) == 1 else "company"
    return first or "other"


def _by_head(form: str) -> str | None:
    """The kind of the head noun: the one before "of" where it opens the name, else the last."""
    words = [word.strip(",.()").casefold() for word in form.split()]
    heads = org_heads()
    if not words:
        return None
    for at, word in enumerate(words[:-1]):
        if word in heads and heads[word][1] == "both" and words[at + 1] in {"of", "for", "de"}:
            return heads[word][0]
    while len(words) > 1 and bare(words[-1]) in legal_forms():
        words.pop()
    if form.endswith(zone_heads()):
        return "government"
    found = heads.get(words[-1])
    if found and found[0] == "company" and len(words) > 1 and f"{words[-2]} {words[-1]}" in heads:
        found = heads[f"{words[-2]} {words[-1]}"]
    return found[0] if found else None
