"""Finds the numbers of a text, in digits and in words: what money, percentages, quantities and dates share."""

from __future__ import annotations

from extractor.numbers.digits import tidy
from extractor.numbers.masks import masks
from extractor.numbers.number import Number
from extractor.numbers.scan import scan
from extractor.numbers.words import cardinal

__all__ = ["Number", "cardinal", "masks", "scan", "tidy"]
