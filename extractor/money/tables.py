"""Gives the rows of a table the scale and the currency that its header declares: "(in millions, except per share data)", "RMB'000", "€ million"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor.money.currencies import Mark, lettered, named, signed, signs
from extractor.money.labels import CELLS, WIDEST, in_currency, priced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extractor.money.amount import Amount

_POWERS = {
    "000": 3,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "mio": 6,
    "mln": 6,
    "mn": 6,
    "bn": 9,
    "m": 6,
    "mm": 6,
    "k": 3,
    "b": 9,
    "lakh": 5,
    "crore": 7,
}
_CURRENCY = rf"(?P<currency>(?:[A-Z]{{1,3}})?[{re.escape(signs())}]|[A-Z]{{3}}|RM|Rs\.?)"
# "in millions" with or without a currency ("$ in thousands", "in thousands of U.S. dollars", "in € million"), "RMB'000", "€ million" as a heading.
_IN = re.compile(
    rf"(?:{_CURRENCY}[ ]?)?\b(?:[Ii]n|IN)[ ](?:(?P<inner>(?:[A-Z]{{1,3}})?[{re.escape(signs())}]|[A-Z]{{3}})[ ]?)?"
    r"(?P<scale>[Tt]housand|THOUSAND|[Mm]illion|MILLION|[Bb]illion|BILLION|[Ll]akh|[Cc]rore)(?:s|S)?\b(?:[ ](?:of|OF)[ ](?P<name>[A-Za-z.]+(?:[ ][A-Za-z.]+){0,2}))?"
)
# "Millions of yen", "(million euros)", "Unit: million yen": at the start of a line or bracket.
_SPELLED = re.compile(
    r"(?:\A[ \t|]*|[(:][ ]?)(?P<scale>[Tt]housand|[Mm]illion|[Bb]illion)s?[ ](?:of[ ])?(?P<name>[A-Za-z.]+(?:[ ][A-Za-z.]+){0,2}?)(?=[ ]*(?:[),|\t]|\Z|[ ]{2}))"
)
_THREE_ZEROS = re.compile(rf"{_CURRENCY}[ ]?['’‘]?000s?(?!\w|[,.]\d)")
_GLUED = re.compile(r"(?<![^\W_])(?P<form>[MmkKT][A-Z]{3}|T€)(?![^\W_])")
# No scale at all: "Amounts in EUR", "(in euros)".
_UNSCALED = re.compile(
    rf"(?:\b(?:[Aa]mounts?|[Ff]igures|[Vv]alues)(?:[ ]are)?[ ]in[ ]|\([Ii]n[ ])(?P<currency>(?:[A-Z]{{1,3}})?[{re.escape(signs())}]|[A-Z]{{3}}|[A-Za-z.]+(?:[ ][a-z]+)?)(?=[),]|[ ]*\Z)"
)
_HEADING = re.compile(
    rf"(?<![\d.,])(?:(?<!\d[ ])|(?<=[| \t](?:19|20)\d\d[ ])){_CURRENCY}[ ]?(?P<scale>[Ll]akh|[Cc]rore|[Tt]housand|[Mm]illion|[Bb]illion|[Mm]io|[Mm]ln|[Mm]n|[Bb]n|[Mm]{{1,2}}|k)s?\b(?![ ]?[\d])"
)
_YEAR_CELL = re.compile(r"(?:[|\t]|[ ]{2})[ ]?(?:[QH][1-4][ ])?(?:19|20)\d\d[ ]\Z")  # "2025 C$ millions" over a column
_SCALE = r"(?:[Ll]akh|[Cc]rore|[Tt]housand|[Mm]illion|[Bb]illion|THOUSAND|MILLION|BILLION)"
_WORTH_LOOKING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[Ii][Nn][ ][^\n\d]{{0,5}}{_SCALE}",
        r"['’‘]000",
        rf"[{re.escape(signs())}][ ]?000s?\b",
        r"(?:\n[ \t|]*|\A[ \t|]*|[(:][ ]?)(?:[Tt]housand|[Mm]illion|[Bb]illion)s?[ ][a-zA-Z]",
        r"(?:[Aa]mounts?|[Ff]igures|[Vv]alues)(?:[ ]are)?[ ]in[ ]|\([Ii]n[ ]",
        r"T€",
        rf"[{re.escape(signs())}][ ]?(?:{_SCALE}s?|[Mm]io|[Mm]ln|[Mm]n|[Bb]n|[Mm]{{1,2}}|k)\b",
        rf"[A-Z]{{2,3}}[ ]?(?:{_SCALE}s?|[Mm]io|[Mm]ln|[Mm]n|[Bb]n|[Mm]{{1,2}}|k)\b",
        r"\b[MKTk](?:[A-Z]{3})\b",
    )
)
# The scale of one row, in its label: "Revenue ($M)", "Capex (€ millions)", "Sales (mn)".
_ROW_SCALE = re.compile(
    rf"\((?:(?P<currency>(?:[A-Z]{{1,3}})?[{re.escape(signs())}]|[A-Z]{{3}})[ ]?)?(?:in[ ])?(?P<scale>thousand|million|billion|mio|mln|mn|mm|bn|m|k|b|['’‘]?000)s?\)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*[•·▪‣*–-][ \t]+")
_PROSE = 100  # a longer line without cells is running text, and the table is over
_PER_LABEL = re.compile(
    r"\bper[ -](?P<unit>(?:(?:fully|diluted|basic|common|ordinary)[ -])*(?:(?:square|sq\.?)[ ])?[A-Za-z]+)|\b(?P<eps>EPS|DPS)\b"
    rf"|(?-i:(?P<currency>(?:\b[A-Z]{{1,3}})?[{re.escape(signs())}]|\b[A-Z]{{3}}))/(?P<slash>[A-Za-z]+)(?=[) ])",
    re.IGNORECASE,
)
_BASIC = re.compile(r"^[\s|•–-]*(?:[-–] ?)?(?:basic|diluted|basic and diluted)\b", re.IGNORECASE)
_UNSCALED_LABEL = re.compile(
    r"\b(?:price|prices|ARPU|rate|average selling)\b|/(?:share|oz|bbl|boe|ton|tonne|MWh|lb)\b",
    re.IGNORECASE,
)


@dataclass(slots=True, frozen=True)
class Declaration:
    """What a header says of the figures under it; `mark` is None where it names no currency."""

    scale: Decimal
    mark: Mark | None


def declaration(line: str) -> Declaration | None:
    """What one line declares, or None: a line of running text ("one in millions of homes") declares nothing."""
    found = _THREE_ZEROS.search(line)
    if found and _mark(found["currency"]):
        return Declaration(Decimal(1000), _mark(found["currency"]))
    found = _IN.search(line)
    if found and _is_header(line, found):
        return Declaration(
            _power(found["scale"]),
            _mark(found["currency"] or found["inner"]) or _named(found["name"]) or _dollars(line),
        )
    return _heading(line)


def _heading(line: str) -> Declaration | None:
    found = _HEADING.search(line)
    if found and _mark(found["currency"]) and _is_heading(line, found):
        return Declaration(_power(found["scale"]), _mark(found["currency"]))
    found = _SPELLED.search(line)
    if found and _is_header(line, found):
        mark = _named(found["name"])
        return Declaration(_power(found["scale"]), mark) if mark else None
    found = _GLUED.search(line)
    mark = (signed("€") if found["form"] == "T€" else lettered(found["form"])) if found else None
    if found and mark and _is_heading(line, found):
        return Declaration(Decimal(1000) if found["form"] == "T€" else mark.scale, replace(mark, scale=Decimal(1)))
    found = _UNSCALED.search(line)
    mark = (_mark(found["currency"]) or _named(found["currency"])) if found else None
    return Declaration(Decimal(1), mark) if found and mark and len(line.strip()) <= _PROSE else None


def is_scale(text: str, amount: Amount) -> bool:
    """True for "£000" over a column: a scale and no amount."""
    return amount.number is not None and text[amount.number.start : amount.number.core_end] == "000"


def _power(word: str) -> Decimal:
    return Decimal(10) ** _POWERS[word.lower().lstrip("'’‘")]


def _mark(form: str | None) -> Mark | None:
    return (signed(form) or lettered(form)) if form else None


def _named(words: str | None) -> Mark | None:
    parts = words.lower().split() if words else []
    return next(
        (
            mark
            for count in range(len(parts), 0, -1)
            if (mark := named(" ".join(parts[:count])) or named(" ".join(parts[:count]).rstrip(".")))
        ),
        lettered(words) if words else None,
    )


def _dollars(line: str) -> Mark | None:
    found = re.search(r"([A-Za-z.]+[ ])?[Dd]ollars\b", line)
    return _named(found[0]) or named("dollars") if found else None


def _is_header(line: str, found: re.Match[str]) -> bool:
    """In brackets, or a short line without a full stop."""
    opened = line.rfind("(", 0, found.start()) > line.rfind(")", 0, found.start())
    bare = (
        len(line.strip()) <= _PROSE
        and not line.rstrip().endswith((".", "?", "!"))
        and not any(sign.isdigit() for sign in line[: found.start()])
    )
    return bool(found["name"] is None or _named(found["name"])) and (opened or bare)


def _is_heading(line: str, found: re.Match[str]) -> bool:
    before, after = line[: found.start()], line[found.end() :]
    alone = (
        bool(_YEAR_CELL.search(before))
        or not before.strip(" (|\t")
        or before.rstrip().endswith(("(", "|"))
        or before.endswith("  ")
        or before.rstrip().lower().endswith(("in", ",", ":"))
    )
    return alone and (not after.strip(" )|\t") or after.startswith(("  ", ")", "\t", " |", ",")))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


_LONGEST = 2000  # characters before a header's words in its line: more is running text


def _line_starts(text: str, patterns: Sequence[re.Pattern[str]]) -> set[int]:
    """The offsets of the lines in which one of the patterns is found."""
    found: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(text):
            start = text.rfind("\n", max(0, match.start() - _LONGEST), match.start()) + 1
            if start or match.start() < _LONGEST:
                found.add(start)
    return found


@dataclass(slots=True, frozen=True)
class Row:
    """A row under a declaration: offsets, the declaration and where it stands, and the unit where the row is a price of one."""

    start: int
    end: int
    declared: Declaration | None
    per: str | None
    unscaled: bool
    since: int


def rows(text: str) -> list[Row]:
    """The rows of the text's tables that a declaration governs, in order."""
    headers, scaled = (
        _line_starts(text, _WORTH_LOOKING),
        _line_starts(text, (_ROW_SCALE,)),
    )
    if not headers and not scaled:
        return []
    out: list[Row] = []
    active: Declaration | None = None
    group: str | None = None
    since = 0
    for start, end in _lines(text):
        if active is None and start not in headers and start not in scaled:
            continue
        line = text[start:end]
        if not line.strip():
            group = None
            continue
        label = _label(line)
        row_scale = _ROW_SCALE.search(label) if start in scaled else None
        said = declaration(line) if start in headers and not (row_scale and _has_figures(line[len(label) :])) else None
        if said:
            active, group, since = said, None, start
            continue
        bullet = _BULLET.match(line)
        cells = bool(CELLS.search(line, bullet.end() if bullet else 0))
        if not cells and (bullet or len(line) > _PROSE):
            active = None
        own = row_scale if cells else None
        if own:
            out.append(
                Row(
                    start,
                    end,
                    Declaration(_power(own["scale"]), _mark(own["currency"])),
                    _per(label),
                    unscaled=False,
                    since=start,
                )
            )
        if own or active is None:
            continue
        per = (
            _per(label)
            or (group if group and (_BASIC.match(line) or line[:1] in " \t") else None)
            or ("share" if _BASIC.match(line) and cells else None)
        )
        if label.strip() == line.strip():
            group = per
        if cells:
            out.append(
                Row(
                    start,
                    end,
                    active,
                    per,
                    unscaled=bool(per) or bool(_UNSCALED_LABEL.search(label)),
                    since=since,
                )
            )
    return out


_FIRST_FIGURE = re.compile(rf"[ \t|]+[({re.escape(signs())}]*\d|[ \t|][{re.escape(signs())}]")


_LABEL_ZEROS = re.compile(r"[ \t|]*\S+(?: \S+){0,9}? ?\([^()\d]{0,8}000s?\)")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")


def _has_figures(rest: str) -> bool:
    """True where a row's figures stand behind its label, and not the years or dates over columns."""
    bare = _YEARS.sub("", rest)
    return any(sign.isdigit() for sign in bare) and not re.search(r"[A-Za-z]{2}|[A-Z]\d", bare)


def _label(line: str) -> str:
    zeros = _LABEL_ZEROS.match(line)  # the "000" of "Sales ($000)" is no figure
    found = _FIRST_FIGURE.search(line, zeros.end() if zeros else 0)
    return line[: found.start()] if found else line


def _per(label: str) -> str | None:
    found = _PER_LABEL.search(label)
    if not found or (found["slash"] and not _mark(found["currency"])):
        return None
    if found["slash"]:
        return found["slash"].lower()
    unit = "share" if found["eps"] else found["unit"].lower()
    if unit.startswith("sq"):
        return unit
    return unit[unit.index("square") :] if "square " in unit else re.split(r"[ -]", unit)[-1]


def apply(text: str, amounts: Sequence[Amount], pers: Sequence[str | None], table: Sequence[Row]) -> tuple[list[Amount], list[str | None]]:
    """The amounts and their units with what the tables' headers say of them; `table` is what `rows` found."""
    labels = [match.start() for match in _PER_LABEL.finditer(text)] if CELLS.search(text) else []
    pers = [
        per or (_row_per(text, amount) or _column_per(text, amount) if amount.scale == 1 and _is_under(labels, amount.start) else None)
        for amount, per in zip(amounts, pers, strict=True)
    ]
    amounts = priced(text, amounts)
    if not table:
        return list(amounts), pers
    out, units = [], []
    at = 0
    for amount, per in zip(amounts, pers, strict=True):
        while at < len(table) and table[at].end <= amount.start:
            at += 1
        row = table[at] if at < len(table) and table[at].start <= amount.start else None
        out.append(_in_row(amount, row) if row else amount)
        units.append(per or row.per if row and amount.scale == 1 else per)
    return out, units


_MOST_ROWS = 40
_CELL = re.compile(r"\S+(?:[ ]\S+)*")


def _is_under(labels: list[int], start: int) -> bool:
    """True where a name with "per" stands in the lines that may be headings of a cell."""
    at = bisect_left(labels, start)
    return at > 0 and start - labels[at - 1] < _MOST_ROWS * WIDEST


def _row_per(text: str, amount: Amount) -> str | None:
    """The unit in the label of a cell's row: "Average rent per unit" before "$22.40   $21.80"; None for running text."""
    start = text.rfind("\n", max(0, amount.start - WIDEST), amount.start) + 1
    label = _CELL.match(text, start, amount.start) if start and CELLS.search(text, start, amount.start + 1) else None
    return _per(label[0]) if label else None


def _column_per(text: str, amount: Amount) -> str | None:
    """The unit in the heading over a cell: "Avg. revenue per membership" over "$11.42"; None for running text."""
    start = text.rfind("\n", max(0, amount.start - WIDEST), amount.start) + 1
    line_end = text.find("\n", amount.end, amount.end + WIDEST)
    if (
        not start
        or (line_end < 0 and len(text) - amount.end > WIDEST)
        or not CELLS.search(text, start, line_end if line_end >= 0 else len(text))
    ):
        return None
    left, right = amount.start - start, amount.end - start
    for _ in range(_MOST_ROWS):
        above = text.rfind("\n", max(0, start - WIDEST), start - 1) + 1 if start else 0
        line = text[max(above, start - WIDEST, 0) : start - 1] if start else ""
        if not line.strip():
            return None
        over = next(
            (cell for cell in _CELL.finditer(line) if cell.start() < right and left < cell.end()),
            None,
        )
        unit = _per(over[0]) if over and not over[0].startswith("(") else None
        if unit:
            return unit
        start = above
    return None


def _in_row(amount: Amount, row: Row) -> Amount:
    if row.declared is None:
        return amount
    amount = in_currency(amount, row.declared.mark) if row.declared.mark else amount
    if amount.scale != 1 or row.unscaled or (amount.mark and amount.mark.factor != 1):
        return amount
    sign = -1 if amount.bracketed and amount.value > 0 else 1
    scale = row.declared.scale * sign
    return replace(
        amount,
        value=amount.value * scale,
        high=None if amount.high is None else amount.high * scale,
        scale=row.declared.scale,
        bracketed=False,
    )
