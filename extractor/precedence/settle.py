"""Settles what two kinds claim at once, in one place. The loser is kept in `discards` with its reason.

Precedence, the first wins:
1. money and percentages: a sign, a code or a unit stands beside the number
2. a name that holds a figure and more ("Studio 54", "April Hensley", "14th Five-Year Plan")
3. time expressions
4. names
5. quantities
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from extractor.findings import Discard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.findings import Entity, Findings, Mention

M = TypeVar("M", bound="Mention")
E = TypeVar("E", bound="Entity")


class _Taken:
    """The spans that are settled, for quick look-ups; spans of one layer do not overlap each other."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._mentions]

    def over(self, mention: Mention) -> Mention | None:
        """A settled mention that shares a character with this one."""
        at = bisect_right(self._starts, mention.start)
        for other in self._mentions[max(at - 1, 0) : at + 1]:
            if other.start < mention.end and mention.start < other.end:
                return other
        return None


def settle(found: Findings) -> None:
    """Takes the losers of every overlap out of the lists of `found`."""
    entities = list(chain(found.organizations, found.people, found.programs, found.places))
    signed = _Taken([*found.money, *found.percentages])
    found.dates = _without(found, found.dates, signed)
    found.quantities = _without(found, found.quantities, signed)
    names = [m for entity in entities for m in entity.mentions]
    holders = _Taken(m for m in names if not signed.over(m))
    found.dates = [d for d in found.dates if not _inside(found, d, holders)]
    found.quantities = [q for q in found.quantities if not _inside(found, q, holders)]
    found.quantities = _without(found, found.quantities, _Taken(found.dates))
    figures = _Taken([*found.money, *found.percentages, *found.dates])
    for entity in entities:
        entity.mentions = _without(found, entity.mentions, figures)
    left = _Taken(m for entity in entities for m in entity.mentions)
    found.quantities = [q for q in found.quantities if not _begun(found, q, left)]
    _drop_empty(found)


def _without(found: Findings, mentions: Sequence[M], taken: _Taken) -> list[M]:
    kept = []
    for mention in mentions:
        winner = taken.over(mention)
        if winner is None:
            kept.append(mention)
        else:
            found.discards.append(Discard(mention.start, mention.end, mention.found_by, f"overlaps {winner.found_by}"))
    return kept


def _inside(found: Findings, mention: Mention, holders: _Taken) -> bool:
    name = holders.over(mention)
    if name is None or not (
        name.start <= mention.start and mention.end <= name.end and name.end - name.start > mention.end - mention.start
    ):
        return False
    found.discards.append(Discard(mention.start, mention.end, mention.found_by, f"part of a name ({name.found_by})"))
    return True


def _begun(found: Findings, quantity: Mention, names: _Taken) -> bool:
    """True where a name begins no later than the number: "3M" is no count. A name inside the counted noun phrase stays beside it."""
    name = names.over(quantity)
    if name is None or name.start > quantity.start:
        return False
    found.discards.append(Discard(quantity.start, quantity.end, quantity.found_by, f"overlaps {name.found_by}"))
    return True


def _drop_empty(found: Findings) -> None:
    """An entity without a mention left goes, and what pointed at it points at nothing."""
    found.organizations = _mentioned(found.organizations)
    found.people = _mentioned(found.people)
    found.programs = _mentioned(found.programs)
    found.places = _mentioned(found.places)
    for person in found.people:
        for role in person.roles:
            if role.organization is not None and not role.organization.mentions:
                role.organization = None
    if found.issuer is not None and not found.issuer.mentions:
        found.issuer = None


def _mentioned(entities: list[E]) -> list[E]:
    return [entity for entity in entities if entity.mentions]
