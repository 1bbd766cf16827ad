"""Forms of one name under one roof: the long form, its short forms and acronyms, possessives and capitals.

Takes mentions of one kind and what brackets tie together, gives groups. Two forms belong together only for a stated reason; a short form
that fits two names joins neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from extractor.lexicon import rows
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
    _houses(forms, union)
    _realms(forms, union)
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


# What a house adds to its name without being another one.
_HOUSE = frozenset({"group", "groupe", "gruppe", "holding", "holdings", "corporation", "company", "companies"})


_LONGEST_REALM = 4  # "of the Northern Isles"


class _Union:
    """Disjoint sets of forms; of each it is known whether it holds a name with a legal form."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._parent = {form: form for form in forms}
        self._legal = {form for form in self._parent if without_legal_form(form) != form}

    def root(self, form: str) -> str:
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def join(self, a: str, b: str) -> None:
        if a in self._parent and b in self._parent:
            above, below = self.root(a), self.root(b)
            self._parent[below] = above
            if below in self._legal:
                self._legal.add(above)

    def two_houses(self, a: str, b: str) -> bool:
        """Whether both sets hold a legal form: `Acme plc` and `Acme Group plc`."""
        return self.root(a) != self.root(b) and self.root(a) in self._legal and self.root(b) in self._legal


def key(form: str) -> str:
    """What spelling variants share: no accents, no case, full stops, commas, apostrophes or hyphens; "and" for "&"; no leading "the"."""
    if not form.isascii():
        form = "".join(letter for letter in normalize("NFD", form) if not combining(letter))
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


def _houses(forms: list[str], union: _Union) -> None:
    """`Thornby Rail` is the `Thornby Rail Group`, and `Fed` the `Federal Reserve`; two legal forms are two houses."""
    short = {key(form): form for form in forms}
    known = [one for one in rows("extractor.names", "short_names.csv") if one["short"] in short.values()]
    for form in forms:
        words = key(without_legal_form(form)).split()
        size = next((n for n in range(len(words), 0, -1) if words[n - 1] not in _HOUSE), 0)
        core = short.get(" ".join(words[:size])) if size > 1 and size < len(words) else None
        if core and not union.two_houses(form, core):
            union.join(form, core)
        for one in known:
            if form.endswith(one["long"]):
                union.join(form, one["short"])


# "Ostia Provincial Department of Ropes" and "Department of Ropes of Ostia Province" are one.
_REALM_FIRST = re.compile(r"(?P<realm>.+?) (?:provincial|municipal|state|county|regional|city|prefectural) (?P<body>.+)")
_REALM_LAST = re.compile(r"(?P<body>.+) of (?P<realm>.+?) (?:province|municipality|city|state|county|region|prefecture)")

# "EU Delegation" and "Delegation of the European Union to Ostia" are one.
_UNION = re.compile(r"(?P<body>[\w ]+?) of the (?P<whose>european union|united nations)(?: to .+)?")
_UNIONS = {"european union": "eu", "united nations": "un"}


def _realms(forms: list[str], union: _Union) -> None:
    """Joins the two ways to print a body of a province, town or county, and of the unions of states."""
    spelled = {f"{_UNIONS[m['whose']]} {m['body']}": form for form in forms if (m := _UNION.fullmatch(key(form)))}
    for form in forms if spelled else ():
        if long := spelled.get(key(form)):
            union.join(long, form)
    first = {(m["body"], m["realm"]): form for form in forms if (m := _REALM_FIRST.fullmatch(key(form)))}
    for form in forms if first else ():
        if (m := _REALM_LAST.fullmatch(key(form))) and (other := first.get((m["body"], m["realm"]))):
            union.join(form, other)


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
    place = {form: number for number, form in enumerate(forms)}
    before = {form: [o for o in begins.get(key(without_legal_form(form)), []) if place[o] < place[form]] for form in forms}
    parents = {key(short) for form in forms if (short := without_legal_form(form)) != form}
    for form in sorted(forms, key=len):
        words = key(without_legal_form(form)).split()
        if not words or not _may_be_short(form, words) or (_ACRONYM.match(form) and union.root(form) != form):
            continue  # "EIB" that is spelled out is not short for "EIB Global"
        longer = [
            o
            for o in begins.get(" ".join(words), [])
            if len(o) > len(form) and (_begins(words, o, single=" " not in form) or (o in before[form] and _cuts(words, o)))
        ]
        if " " in form and words[0] in org_heads():
            longer += [o for o in ends.get(" ".join(words), []) if len(o) > len(form)]
        if " ".join(words) in parents:
            longer = [o for o in longer if not _subsidiary(words, o)]
        owners = {union.root(o) for o in longer if not union.two_houses(o, form)} - {union.root(form)}
        if len(owners) > 1:
            owners = _likeliest(words, owners, longer, union, [o for o in longer if place[o] < place[form]])
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
    complete = len(words) > 1 and (words[-1] in org_heads() or (words[1] == "of" and any(word in org_heads() for word in rest)))
    if complete and rest[0] == "of" and len(rest) <= _LONGEST_REALM and not any(word in org_heads() for word in rest):
        return True  # "Open Door Society" is "Open Door Society of Canada"
    if complete or any(word in org_heads() and org_heads()[word][0] in _BODIES for word in rest):
        # "Vale University" is complete in itself; "Vale" alone can be short for "Vale University".
        return not complete and single and len(rest) == 1
    return True


def _subsidiary(words: list[str], longer: str) -> bool:
    """Whether the longer name is that of a house in one country: "Brell Norway" is not "Brell AS"."""
    rest = " ".join(without_legal_form(longer).split()[len(words) :]).strip("()")
    return rest in gazetteer()


def _cuts(words: list[str], longer: str) -> bool:
    """Whether a company's name in full, printed before, is cut at a word that could close it: `Fenby Marine` of `Fenby Marine Works Ltd.`"""
    heads = org_heads()
    core = key(without_legal_form(longer)).split()
    kinds = {heads[word][0] for word in core[len(words) :] if word in heads}
    return without_legal_form(longer) != longer and heads.get(words[-1], ("",))[0] == "company" and not kinds & (_BODIES | {"finance"})


def _likeliest(words: list[str], owners: set[str], longer: list[str], union: _Union, earlier: list[str]) -> set[str]:
    """Of several, the group, else the first with a legal form: a company is what a bare short form stands for, not its foundation or a later
    subsidiary; else the only one that is named before the short form.
    """
    group = [union.root(o) for o in longer if set(key(without_legal_form(o)).split()[len(words) :]) <= _HOUSE]
    legal = [union.root(o) for o in longer if without_legal_form(o) != o]
    known = {union.root(o) for o in earlier} & owners
    return set((group or legal)[:1]) or (known if len(known) == 1 else owners)
