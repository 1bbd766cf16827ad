"""Figures whose place tells what they measure: shares bought for a sum, multiples of a whole, the remaining sum, a share in an apposition."""

from __future__ import annotations

from extractor.facts.aims import picks_out
from extractor.facts.changes import Changes
from extractor.facts.levels import about
from extractor.facts.phrases import ending_at, starting_at
from extractor.findings import QuantityMention


class Particular(Changes):
    """Reads the figures that a word beside them tells apart."""

    def _particular(self, k: int, j: int, before: int) -> bool:
        """True where the figure was read here, or says only who is meant."""
        row, mention = self.row, self.row.figure(k)
        frame = self.claims[-1] if self.claims else None
        if self._bought_for(k, j, before) or picks_out(row, k, j) or self._of_times(k, j, before):
            return True
        if isinstance(mention, QuantityMention) and mention.unit.lower() == "n" and row.classes[j] == "(" and frame and frame.measure:
            self.tell(k, frame.measure, "facts.each")  # "reactions occurred in 24% of patients (n=49)"
            return True
        if k and row.classes[k] in "$%" and row.words[k - 1] == "remaining":  # "the remaining $2 million will come from owners"
            self.open(k, (k - 1, k), "facts.rest", by=False, way=None)
            return True
        if row.classes[k : k + 4] == "%orv" and row.words[k + 2] in {"it", "them"}:  # "raises $5 million, 40% of it committed"
            self.open(k, (k + 3, k + 4), "facts.right", by=False, way=None)
            return True
        if row.classes[k : k + 2] == "%v" and row.classes[j] == "," and j > 0 and (thing := ending_at(row, j - 1)):
            self.open(k, thing, "facts.beside", by=False, way=None)  # "the plant, 60% owned by Tarn, is"
            return True
        return False

    def _bought_for(self, k: int, j: int, before: int) -> bool:
        """Reads "1.1 million shares repurchased for $25 million", which measures the shares."""
        row = self.row
        claim = self.claims[-1] if self.claims else None
        if claim is None or row.words[j] != "for" or row.classes[before:j] != "#v" or claim.last != before:
            return False
        self.tell(k, claim.measure, "facts.for")
        return True

    def _of_times(self, k: int, j: int, before: int) -> bool:
        """Reads "the price corresponds to 11.5 times EBITDA": the price is measured, the EBITDA is the whole."""
        row, figure = self.row, self.row.figure(k)
        whole = starting_at(row, k + 1) if row.classes[k + 1 : k + 2] in {"d", "n", "m"} else None
        if not isinstance(figure, QuantityMention) or figure.unit.lower() != "times" or whole is None:
            return False
        subject = about(row, j, k, before) if j >= 0 and row.classes[j] == "l" else None
        told = self.claims[-1].measure if self.claims else None
        if subject is None and told is None:
            return False
        self.tell(k, row.span_of(*subject) if subject else told, "facts.times")
        self.claims[-1].of = row.span_of(*whole)
        return True
