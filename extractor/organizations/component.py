"""What the component `press_organizations` does: names to `findings.organizations`, each with forms, kind, legal form and tickers; the issuer."""

from __future__ import annotations

from extractor.findings import Findings, Organization
from extractor.names.everywhere import without_legal_form
from extractor.names.group import Group, group
from extractor.names.proved import before_bracket
from extractor.organizations.issuer import issuer
from extractor.organizations.kinds import kind, legal_form


def annotate(found: Findings) -> None:
    """Groups the organizations' names of the text and finds the issuer."""
    named = found.named
    mentions = [mention for mention in named.mentions if mention.label == "ORG"]
    tickers = _tickers(found)
    found.organizations = [_organization(found, one, tickers) for one in group(found.text, mentions, named)]
    found.issuer = issuer(found)


def _tickers(found: Findings) -> dict[int, list[tuple[str | None, str]]]:
    """Tickers by the offset at which the name before them ends."""
    by_end: dict[int, list[tuple[str | None, str]]] = {}
    for ticker in found.named.tickers:
        by_end.setdefault(before_bracket(found.text, ticker.before), []).append((ticker.exchange, ticker.symbol))
    return by_end


def _organization(found: Findings, one: Group, tickers: dict[int, list[tuple[str | None, str]]]) -> Organization:
    own = dict.fromkeys(t for mention in one.mentions for end in (mention.end, mention.end - 1) for t in tickers.get(end, []))
    forms = sorted(one.forms, key=len, reverse=True)
    return Organization(
        name=one.name,
        aliases=_aliases(found, one),
        mentions=one.mentions,
        kind=kind(forms, listed=bool(own)),
        legal_form=next((form for name in forms for form in [legal_form(name)] if form), None),
        tickers=list(own),
    )


def _aliases(found: Findings, one: Group) -> list[str]:
    """The other forms; the name without its legal form, by which it is looked up; and a form glued to its article as the text prints it."""
    glued = [f"The{found.text[m.start : m.end]}" for m in one.mentions if found.text[m.start - 3 : m.start] == "The"]
    return [form for form in dict.fromkeys([*one.aliases, without_legal_form(one.name), *glued]) if form and form != one.name]
