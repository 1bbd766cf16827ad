"""Forms of one name under one roof: the long form, its short forms and acronyms, possessives and capitals.

Takes mentions of one kind and what brackets tie together, gives groups. Two forms belong together only for a stated reason; a short form
that fits two names joins neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.names.everywhere import initials, without_legal_form
from extractor.names.proved import before_bracket
from extractor.names.words import adjectives, gazetteer, generic, org_heads, zone_heads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.findings import NameMention
    from extractor.names.settle import Named

_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&]{1,9}$")
# Kinds whose head noun makes a longer name another body: "Vale University" and "Vale University Hospital" are two.
_BODIES = frozenset({"government", "education", "nonprofit", "international", "media", "sports"})


# What closes a club's name as a legal form does a company's.
_CLUB = (["fc"], ["afc"], ["cf"], ["sc"], ["rfc"], ["football", "club"])


@dataclass(slots=True)
class Group:
    """The mentions of one entity; `forms` in the order of their first mention."""

    forms: list[str] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)
    defined: list[str] = field(default_factory=list)
    former: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The longest form, not in capitals nor a former name where there is another; the first of equals."""
        current = [form for form in self.forms if form not in self.former] or self.forms
        mixed = [form for form in current if not form.isupper() or " " not in form] or current
        return max(mixed, key=len)

    @property
    def aliases(self) -> list[str]:
        """The other forms, and what brackets define ("the Company")."""
        return [form for form in dict.fromkeys([*self.forms, *self.defined]) if form != self.name]


def group(text: str, mentions: list[NameMention], named: Named) -> list[Group]:
    """The groups of mentions, in the order of their first mention."""
    by_form: dict[str, list[NameMention]] = defaultdict(list)
    for mention in mentions:
        by_form[one_line(text, mention)].append(mention)
    forms = list(by_form)
    union = _Union(forms)
    _same_key(forms, union)
    defined, former = _tied(text, mentions, named, union)
    _acronyms(forms, union)
    _short_forms(forms, union)
    groups: dict[str, Group] = {}
    for form in forms:
        one = groups.setdefault(union.root(form), Group())
        one.forms.append(form)
        one.mentions += by_form[form]
        one.defined += defined.get(form, [])
        one.former |= {form} & former
    for one in groups.values():
        one.mentions.sort(key=lambda m: m.start)
    return sorted(groups.values(), key=lambda g: g.mentions[0].start)


def one_line(text: str, mention: NameMention) -> str:
    """The words of a mention with single spaces."""
    return " ".join(text[mention.start : mention.end].split())


class _Union:
    """Disjoint sets of forms."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._parent = {form: form for form in forms}

    def root(self, form: str) -> str:
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def join(self, a: str, b: str) -> None:
        if a in self._parent and b in self._parent:
            self._parent[self.root(b)] = self.root(a)


def key(form: str) -> str:
    """What spelling variants share: no case, full stops, commas, apostrophes or hyphens; "and" for "&"; no leading "the"."""
    squashed = form.casefold().replace("&", " and ").replace(".", "").replace("’", "").replace("'", "").replace("-", " ").replace(",", " ")
    return " ".join(squashed.split()).removeprefix("the ")


def _same_key(forms: list[str], union: _Union) -> None:
    """Equal spelling, or equal but for a legal form on one of them; "Acme Ltd." and "Acme Inc." stay two."""
    full: dict[str, str] = {}
    cores: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if (whole := key(form)) in full:
            union.join(full[whole], form)
        else:
            full[whole] = form
            cores[key(without_legal_form(form))].append(form)
    for core, family in cores.items():
        legal = [form for form in family if key(form) != core]
        if len(legal) == 1:
            for form in family:
                union.join(legal[0], form)


def _tied(text: str, mentions: list[NameMention], named: Named, union: _Union) -> tuple[dict[str, list[str]], set[str]]:
    """Joins what brackets tie together; gives the defined forms that are no names ("the Company") by the form they stand for, and former names."""
    by_end = {mention.end: mention for mention in mentions}
    by_start = {mention.start: mention for mention in mentions}
    defined: dict[str, list[str]] = defaultdict(list)
    former: set[str] = set()
    owners: dict[str, str] = {}
    for alias in named.aliases:
        end = before_bracket(text, alias.before)
        long = by_end.get(end) or by_end.get(end + 1)
        if long is None:
            continue
        short = by_start.get(alias.start)
        if short is not None:
            owner = union.root(owners.setdefault(key(one_line(text, short)), one_line(text, long)))
            if owner != union.root(one_line(text, long)):
                continue  # the same letters stand for another body
            union.join(one_line(text, long), one_line(text, short))
            if alias.sort in {"now", "renamed"}:
                former.add(one_line(text, long if alias.sort == "now" else short))
        elif text[alias.start : alias.end].casefold() in generic():
            defined[one_line(text, long)].append(f"the {text[alias.start : alias.end]}")
    return defined, former


def _acronyms(forms: list[str], union: _Union) -> None:
    """`NUS` belongs to the one longer name with these initials."""
    spelled: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        if " " in form:
            for letters in initials(form):
                spelled[letters].append(form)
    for form in forms:
        letters = form.replace(".", "")
        if " " not in form and _ACRONYM.match(letters):
            owners = {union.root(owner) for owner in spelled.get(letters.upper(), []) if owner != form}
            if len(owners) == 1 and union.root(form) == form:
                union.join(owners.pop(), form)


def _short_forms(forms: list[str], union: _Union) -> None:
    """`Halvard` belongs to the one longer name that begins with it, `Commission of Trade` to the one that ends with it."""
    begins: dict[str, list[str]] = defaultdict(list)
    ends: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        words = key(form).split()
        if len(words) > 1:
            core = key(without_legal_form(form)).split()
            for size in range(1, len(core) + 1):
                begins[" ".join(core[:size])].append(form)
            for first in range(len(words)):
                ends[" ".join(words[first:])].append(form)
    parents = {key(short) for form in forms if (short := without_legal_form(form)) != form}
    for form in sorted(forms, key=len):
        words = key(without_legal_form(form)).split()
        if not words or not _may_be_short(form, words):
            continue
        longer = [o for o in begins.get(" ".join(words), []) if len(o) > len(form) and _begins(words, o, single=" " not in form)]
        if " " in form and words[0] in org_heads():
            longer += [o for o in ends.get(" ".join(words), []) if len(o) > len(form)]
        if " ".join(words) in parents:
            longer = [o for o in longer if not _subsidiary(words, o)]
        owners = {union.root(o) for o in longer} - {union.root(form)}
        if len(owners) > 1:
            owners = _likeliest(owners, longer, union)
        if len(owners) == 1:
            union.join(owners.pop(), form)


def _may_be_short(form: str, words: list[str]) -> bool:
    if len(words) == 1:
        return words[0] not in adjectives() and words[0] not in generic() and form not in gazetteer() and words[0] not in org_heads()
    return True


def _begins(words: list[str], longer: str, *, single: bool) -> bool:
    """Whether the longer name is the same body: what it has beyond the short form is no head of another kind of body.

    `single` says that the short form is printed as one word, "Brell-Osk" too.
    """
    core = key(without_legal_form(longer)).split()
    if core[: len(words)] != words:
        return False
    rest = core[len(words) :]
    if not rest or rest in _CLUB or " ".join(rest) in {head.casefold() for head in zone_heads()}:
        return True
    complete = words[-1] in org_heads() and len(words) > 1
    if complete and rest[0] == "of" and longer.rsplit(maxsplit=1)[-1] in gazetteer():
        return True  # "Open Door Society" is "Open Door Society of Canada"
    if complete or any(word in org_heads() and org_heads()[word][0] in _BODIES for word in rest):
        # "Vale University" is complete in itself; "Vale" alone can be short for "Vale University".
        return not complete and single and len(rest) == 1
    return True


def _subsidiary(words: list[str], longer: str) -> bool:
    """Whether the longer name is that of a house in one country: "Brell Norway" is not "Brell AS"."""
    rest = " ".join(without_legal_form(longer).split()[len(words) :]).strip("()")
    return rest in gazetteer()


def _likeliest(owners: set[str], longer: list[str], union: _Union) -> set[str]:
    """Of several, the first with a legal form: a company is what a bare short form stands for, not its foundation or a later subsidiary."""
    legal = [union.root(o) for o in longer if without_legal_form(o) != o]
    return {legal[0]} if legal else owners
