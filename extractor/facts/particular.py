"""Figures whose place tells what they measure: shares bought for a sum, multiples of a whole, the remaining sum, a share in an apposition."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.facts.aims import picks_out, said_of, taken_off
from extractor.facts.changes import Changes
from extractor.facts.levels import about, back_to, is_counted, predicate_end
from extractor.facts.phrases import Phrase, ending_at, starting_at
from extractor.facts.tokens import word_list
from extractor.findings import PercentageMention, QuantityMention

if TYPE_CHECKING:
    from extractor.facts.claim import Claim
    from extractor.findings import FigureMention

_APPOSED = re.compile(r"(?:[io]?[dq]*[@n]){0,2},[qt]*[aluv]")  # the date of the value, and the verb behind the second comma
_EQUAL = re.compile(r"(?:[aql]*[vl])?,(?:nt|l)q*")


def _is_size(figure: FigureMention | None) -> bool:
    return isinstance(figure, QuantityMention) and not is_counted(figure)


class Particular(Changes):
    """Reads the figures that a word beside them tells apart."""

    def _particular(self, k: int, j: int, before: int) -> bool:
        """True where the figure was read here, or says only who is meant."""
        row, mention = self.row, self.row.figure(k)
        frame = self.claims[-1] if self.claims else None
        if (fallen := taken_off(row, k)) is not None:
            return self.open(k, fallen, "facts.target", by=True, way="down")
        if (named := self._named_before(k, j)) is not None:
            return self.open(k, named, "facts.apposed", by=False, way=None)
        if row.words[j] == "raised from" and row.classes[j - 1 : j] == "," and frame and self.previous(k, frame):
            frame.direction = "up"  # "a stipend of $9,000 a year, raised from $8,000"
            return True
        if self._of_which(k, frame) or self._goes_on_from_label(k, before):
            return True
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

    def _named_before(self, k: int, j: int) -> Phrase | None:
        """The measure whose value stands between commas behind it: "net debt, $5 million at year-end, should fall"; None where none does."""
        classes = self.row.classes
        if j < 1 or classes[j] != "," or not _APPOSED.match(classes, k + 1):
            return None
        named = ending_at(self.row, j - 1)
        return named if named and "m" in classes[slice(*named)] else None

    def _equals(self, k: int, before: int) -> bool:
        """True for a share that only tells the amount before it another way: "a charge of $2 million, equal to 5% of sales"."""
        row = self.row
        return bool(_EQUAL.fullmatch(row.classes, before + 1, k)) and not word_list("equalling").isdisjoint(row.words[before + 1 : k])

    def _is_place(self, k: int, before: int) -> bool:
        """True for "makes pumps and valves at 37 sites", where the count says only where; not for "keeps staff at 300 people"."""
        verb = back_to(self.row, k, before, "luv")
        named = ending_at(self.row, k - 2)
        if verb is None or named is None or self.row.classes[verb] != "v" or self.row.words[verb] in word_list("valuing"):
            return False
        return not set("mx") & set(self.row.classes[slice(*named)])

    def _followed(self, k: int, before: int) -> bool:
        """Reads "losses of $4 million in Ruritania, followed by Syldavia at $3 million and Borduria at $2 million": all tell the losses."""
        row = self.row
        frame = self.claims[-1] if self.claims else None
        if frame is None or frame.value is None or frame.last != before or row.classes[before] != row.classes[k]:
            return False
        first = "followed by" in " ".join(row.words[before + 1 : k])
        if not first and (frame.found_by != "facts.followed" or set(row.classes[before + 1 : k]) & set("uvlzR;:")):
            return False
        self.tell(k, frame.measure, "facts.followed")
        return True

    def _behind_aside(self, frame: Claim) -> bool:
        """True for "The fees, which average $5, are up 4% from $8": the earlier value is of what is told, not of the aside."""
        opening = self.row.classes.rfind(",R", 0, frame.at)
        return opening >= 0 and "," in self.row.classes[opening + 2 : frame.at]

    def _of_which(self, k: int, frame: Claim | None) -> bool:
        """Reads "900 people, of whom 41% work in Velde": what is said of the share is measured, the people are the whole."""
        classes = self.row.classes
        link = k - 1
        while link > 0 and classes[link] == "q":
            link -= 1
        if classes[k] != "%" or frame is None or frame.measure is None or classes[max(0, link - 1) : link + 1] != "oR":
            return False
        said = said_of(self.row, k) or self._plain_verb(k)
        if said is None:
            return False
        self.open(k, said, "facts.of-which", by=False, way=None)
        self.claims[-1].of = frame.measure
        return True

    def _plain_verb(self, k: int) -> Phrase | None:
        """The "work in Velde" of "of whom 41% still work in Velde", where the verb could be a noun."""
        classes, verb = self.row.classes, k + 1
        while classes[verb : verb + 1] in {"a", "q"}:
            verb += 1
        last = predicate_end(classes, verb)
        return (verb, last) if classes[verb : verb + 1] == "n" and last > verb + 1 else None

    def _goes_on_from_label(self, k: int, before: int) -> bool:
        """Reads "Hole 118: 14.3 metres grading 9.7 g/t Au, including 2.1 metres of 38.6 g/t": sizes behind the first one are of the label too."""
        row, frame = self.row, self.claims[-1] if self.claims else None
        sizes = (frame.value if frame else None, row.figure(k))
        if frame is None or frame.found_by != "facts.colon" or frame.last != before or not all(map(_is_size, sizes)):
            return False
        if set(row.classes[before + 1 : k]) & set("mxuhklaR;:j"):
            return False
        self.tell(k, frame.measure, "facts.colon")
        return True

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

    def _is_of_another_group(self, k: int, frame: Claim) -> bool:
        """True for "52% of girls attend school, against 66% of boys", where no date says that it is an earlier share."""
        row, figure = self.row, self.row.figure(k)
        first = frame.main.of if isinstance(frame.main, PercentageMention) else None
        second = figure.of if isinstance(figure, PercentageMention) else None
        if first is None or second is None or "@" in row.classes[k : k + 8]:
            return False
        mine, other = (set(whole.of(row.text).lower().split()) for whole in (first, second))
        return not mine & other and not other & word_list("bare_wholes")

    def _is_of_others(self, k: int) -> bool:
        """True where the words right behind the figure give it to a group that it is compared with."""
        others = word_list("other_groups")
        for index in range(k + 1, min(k + 7, len(self.row))):
            if self.row.classes[index] in "$%#,;.":
                return False
            if self.row.words[index] in others:
                return True
        return False
