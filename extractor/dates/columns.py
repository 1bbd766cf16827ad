"""Dates in tables whose columns are years: a row's "Dec. 31" or "January" holds for each of them. Pure text."""

from __future__ import annotations

import re


def open_in_table(text: str, start: int, end: int) -> bool:
    """True in a table whose columns are years: a row's "Dec. 31" holds for each of them."""
    stop = text.find("\n", end)
    line = text[end : stop if stop >= 0 else len(text)]
    return bool(re.search(r"[ ]{2,}[\d$€£(-]", line[:60])) and "\n" in text[max(0, start - 400) : start]


_CHANGE = re.compile(r"[%$ ]*(?i:change|variance|restated|increase|decrease)\b.*")  # the columns behind those of the years


def columns_follow(text: str, end: int) -> bool:
    """True where the next line holds two years: the columns of a table that the heading is for."""
    line = re.match(r"[^\n]{0,80}\n([^\n]{0,160})", text[end : end + 260])
    return (
        bool(line) and len(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", line[1])) > 1 and not re.search(r"[a-z]{3}", _CHANGE.sub("", line[1]))
        if line
        else False
    )


_YEAR_COLUMN = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w.,/-])")
_REACH = 400  # characters above a row within which the heading of its columns is looked for


def under_years(text: str, start: int, end: int) -> bool:
    """True for the label of a row of figures ("January   9,137   7,310") under a heading of years."""
    first = text.rfind("\n", 0, start) + 1
    if text[first:start].strip(" |") or not re.match(r"(?:[ ]{2,}|[ ]?[\t|])[ ]*[^\w\s]{0,3}\d", text[end : end + 60]):
        return False
    above = text[max(0, first - _REACH) : first].rpartition("\n\n")[2]
    return any(len(_YEAR_COLUMN.findall(line)) > 1 for line in above.split("\n"))
