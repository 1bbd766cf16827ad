"""Finds the percentages of a text: pure, from the text and its numbers to spans with values, units and signs."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import rows
from extractor.numbers.join import Relation, relation
from extractor.numbers.signs import is_led
from extractor.percentages.points import CELL_END, is_of_percentages
from extractor.percentages.share import Share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extractor.numbers import Number

PACKAGE = "extractor.percentages"
_MOST = 1000  # a bare number beside a percentage is none of it from here on: "in 2019 and 5%"


@cache
def _units() -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    table = {row["form"]: row["unit"] for row in rows(PACKAGE, "units.csv")}
    glued = [row["form"] for row in rows(PACKAGE, "units.csv") if row["glued"] == "yes"]
    return (
        table,
        re.compile(rf"(?:[ \n]{{1,2}}|[ ]?-[ ]?)({_any(table)})(?![^\W_])", re.IGNORECASE),
        re.compile(rf"({_any(glued)})(?![^\W_])", re.IGNORECASE),
    )


def _any(forms: Sequence[str] | dict[str, str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"[ \n]+") for form in sorted(forms, key=lambda form: (-len(form), form)))


def find(text: str, numbers: Sequence[Number]) -> list[Share]:
    """The percentages of a plain text in order; ranges are one."""
    return [share for share in _joined(text, _listed(text, [_atom(text, number) for number in numbers])) if share.unit]


# ---- one number -----------------------------------------------------------------------------------------------------

_PART = re.compile(r"(?:[ \n]of)?[ \n](?:an?|one)(?=[ \n])")  # "half a percent", "three-quarters of one percentage point"
_PART_LEFT = re.compile(r"(?:half|quarters?|thirds?|fourths?|fifths?|sixths?|eighths?|tenths?|hundredths?)[ \n]of[ \n]\Z", re.IGNORECASE)
_SIGN_LEFT = re.compile(r"(?:(?<![\w)%])(?<![-–][ ])[-–+±]|(?<![^\W_])(?:[Mm]inus|[Nn]egative)[ \n])\Z")
_SIGN_FIRST = re.compile(r"(?<![\w%)])%\Z")


def _atom(text: str, number: Number) -> Share:
    bare = Share(number.start, number.end, number.value, None, "", number)
    if number.glued_left and not number.fraction:
        return bare
    bracket = text[number.core_end : number.core_end + 1] == ")" and text[number.start - 1 : number.start] == "("
    at = number.core_end + 1 if bracket else number.end if number.scale_certain else number.core_end
    if number.fraction and (part := _PART.match(text, at)):
        at = part.end()
    elif number.core == 1 and _PART_LEFT.search(text[max(0, number.start - 16) : number.start]):
        return bare  # "a third of one percent" is not one percent
    table, spaced, glued = _units()
    found = glued.match(text, at) or spaced.match(text, at)
    if not found:
        return _points(text, number) or _sign_first(text, number) or bare
    unit = table[" ".join(found[1].lower().split())]
    value = number.value if number.scale_certain else number.core
    name = f"percentages.{'sign' if '%' in found[1] else 'word'}"
    if bracket:
        return Share(number.start - 1, found.end(), -value, unit, "percentages.brackets", number)
    start, negative = _signed(text, number.start, found.end())
    return Share(start, found.end(), -value if negative else value, unit, name, number)


def _signed(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the sign before the digits begins and whether it is a minus; "(2.3%)" is negative too in a cell of a table or behind "was", "of"."""
    left = text[max(0, start - 10) : start]
    sign = _SIGN_LEFT.search(left)
    if sign:
        return start - len(sign[0]), sign[0] not in {"+", "±"}
    if left[-1:] != "(" or text[end : end + 1] != ")":
        return start, False
    return start, is_led(text, start - 1) or (bool(_CELL.search(left)) and bool(CELL_END.match(text, end + 1)))


_CELL = re.compile(r"(?:[ ]{2}|\t|\|[ ]?)\(\Z")


def _points(text: str, number: Number) -> Share | None:
    """`0.9 points` beside the percentage that moved by them."""
    unit = is_of_percentages(text, number.start, number.end)
    if unit is None:
        return None
    start, negative = _signed(text, number.start, unit)
    return Share(start, unit, -number.value if negative else number.value, "percentage_point", "percentages.points", number)


def _sign_first(text: str, number: Number) -> Share | None:
    """`%64`, as some languages write it."""
    if not _SIGN_FIRST.search(text[max(0, number.start - 2) : number.start]) or number.scale != 1:
        return None
    return Share(
        number.start - 1,
        number.end,
        number.value,
        "percent",
        "percentages.sign-first",
        number,
    )


# ---- neighbours -----------------------------------------------------------------------------------------------------


def _listed(text: str, atoms: list[Share]) -> list[Share]:
    """`2, 3 and 5 percent`: the unit said at the end counts for the bare members before it; a comma alone makes no list."""
    out = list(atoms)
    for at in range(len(atoms) - 2, -1, -1):
        here, after = out[at], out[at + 1]
        if here.unit or after.unit is None or not _may_lead(here) or not _alone(text, here):
            continue
        in_list = after.found_by == "percentages.list"
        how = _relation(text, here, after)
        if how in {"list", "change"} and (in_list or "," not in text[here.end : after.start]):
            out[at] = replace(
                here,
                end=here.number.core_end,
                value=here.number.core,
                unit=after.unit,
                found_by="percentages.list",
            )
    return out


def _joined(text: str, atoms: list[Share]) -> list[Share]:
    out: list[Share] = []
    at = 0
    while at < len(atoms):
        here = atoms[at]
        after = atoms[at + 1] if at + 1 < len(atoms) else None
        if after is None or after.unit is None or (here.unit is not None and here.unit != after.unit):
            out.append(here)
            at += 1
            continue
        how = _relation(text, here, after) if here.unit or _may_lead(here) else None
        low = here if here.unit or how != "range" else _bare_end(text, here)
        if how == "range" and low.value < after.value:
            out.append(_range(low, after))
            at += 2
            continue
        out.append(here)
        at += 1
    return out


def _relation(text: str, here: Share, after: Share) -> Relation | None:
    """As `relation`, but "rose by 3 to 4 pp" with the unit said once is a range: no level is given in points."""
    how = relation(text, here.start, here.end, after.start)
    return "range" if how == "change" and here.unit is None and after.unit != "percent" else how


def _bare_end(text: str, share: Share) -> Share:
    """The lower end of a range as its number alone says it, with its sign: "minus 5 to minus 3 percent"."""
    start, negative = _signed(text, share.start, share.number.core_end)
    return replace(share, start=start, value=-share.number.core if negative else share.number.core)


def _may_lead(share: Share) -> bool:
    number = share.number
    return not number.glued_left and number.scale == 1 and number.core < _MOST and not number.fraction


_CAPITAL = re.compile(r"[A-Z][^\W\d_]*\.?[ \n]\Z")


def _alone(text: str, share: Share) -> bool:
    """A bare number behind a capital is a label or a day: "Phase 3 and 5%", "June 3 and 5%"."""
    return not _CAPITAL.search(text[max(0, share.start - 16) : share.start])


def _range(low: Share, high: Share) -> Share:
    return Share(
        low.start,
        high.end,
        low.value,
        high.unit,
        f"{high.found_by}-range",
        high.number,
        high=high.value,
    )
