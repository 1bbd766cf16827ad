"""The kinds of things that are found, in the order in which they are: each reads what the earlier ones wrote.

Values come before names are grouped, names before overlaps are settled, statements last.
"""

from __future__ import annotations

COMPONENTS = (
    "structure",
    "dates",
    "money",
    "percentages",
    "quantities",
    "organizations",
    "people",
    "programs",
    "places",
    "precedence",
    "quotes",
    "facts",
)
