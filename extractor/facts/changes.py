"""How much something changed: "an 11% increase in orders", "86 basis points lower than", "fell by $2 million, or 7%"."""

from __future__ import annotations

import re

from extractor.facts.levels import about, back_to, is_counted
from extractor.facts.phrases import Phrase, ending_at, object_between, starting_at
from extractor.facts.statements import Statements
from extractor.facts.tokens import FIGURES, direction, word_list
from extractor.findings import QuantityMention

_ADJECTIVES = ("ly", "ent", "ive", "ful", "ous", "able", "ible", "ant", "ed", "ing", "less", "er", "ic", "al", "ary")
_OWN_AVERAGE = re.compile(r"w?d@[nm]")  # "below their 2020-2024 average": the figure's own past
_VALUE_OR_CHANGE = re.compile(r",jq?%-?k")
_ENDED = re.compile(r"[zR][aq]*v[iq]*@")  # "in the nine days that ended on Monday"
_OR_FIGURE = re.compile(r",?jq?[$%#]")


class Changes(Statements):
    """Reads the figures that say how much something changed."""

    def _cue(self, k: int, before: int) -> int:
        """The token in front of a figure that says what it is for; qualifiers, articles and a date in between do not count."""
        classes = self.row.classes
        j = k - 1
        while j > before:
            if classes[j] in 'qd-".':
                j -= 1
            elif classes[j] == "@" and j - 1 > before and classes[j - 1] == "i":
                j -= 2
            elif classes[j] == "@" and j - 1 > before:
                j -= 1
            else:
                break
        return j

    def _verb_in(self, before: int, end: int) -> int | None:
        for index in range(end, before, -1):
            if self.row.classes[index] == "u":
                return index
            if self.row.classes[index] in ";lv":
                return None
        return None

    def _changed_by_right(self, k: int, before: int) -> bool:
        """A figure before a noun or adjective of change: "an 11% increase in orders", "86 basis points lower than"."""
        row, classes = self.row, self.row.classes
        if _VALUE_OR_CHANGE.match(classes, k + 1):  # "was $3 million, or 7% more than"; not "was $3 million, or 7%, higher"
            return False
        i = k + 1
        while i < len(classes) and (
            classes[i] in "-q"
            or (classes[i] in FIGURES and classes[i - 1] == "j")
            or (classes[i] == "," and i > k + 1 and classes[i - 1] in FIGURES)
            or (_OR_FIGURE.match(classes, i) and "or" in row.words[i : i + 2])
        ):
            i += 1
        if i >= len(classes):
            return False
        if classes[i] == "k" or (classes[i] == "h" and row.words[i] != "off" and classes[i + 1 : i + 2] in {"i", "w", "q", ",", "."}):
            return self._compared(k, before, i)  # "20% higher than", "20% up on 2024"
        end = i
        while end < len(classes) and classes[end] in "nm-":
            end += 1
        if end < len(classes) and classes[end] == "x" and direction(row.words[end]):
            return self._noun_of_change(k, before, i, end)
        return False

    def _compared(self, k: int, before: int, word: int) -> bool:
        """Reads "86 basis points lower than", "2.3% above the figure of last year"."""
        row = self.row
        way = direction(row.words[word])
        frame = self.spoken_of(k)
        more = self._more_of(word) if row.words[word] in word_list("amounting") else None
        behind = more[1] if more else word + 1  # "27% more capacity than last year" is held against no plan
        if word_list("yardsticks").intersection(row.words[behind : behind + 4]) and not _OWN_AVERAGE.match(row.classes, word + 1):
            return True  # how far it is from a plan or a forecast is no change
        verb = back_to(row, k, before, "luv")
        measure = about(row, verb, k, before) if verb is not None else None
        gap = row.classes[before + 1 : k]
        follows = self._follows(gap, k) or gap.strip("lqa") == "" or (measure and frame and row.span_of(*measure) == frame.measure)
        if frame and before >= 0 and frame.by is None and follows:
            self.changes(frame, k, way)
            return True
        measure = self._more_of(word) or measure or (ending_at(row, self._cue(k, before)) if verb is None else None)
        return self.open(k, measure, "facts.comparative", by=True, way=way, frame=frame)

    def _more_of(self, word: int) -> Phrase | None:
        """The fuel of "burns 24% less fuel", "12% higher sales"; None before an adjective, "12% more efficient"."""
        row = self.row
        phrase = starting_at(row, word + 1) if row.classes[word + 1 : word + 2] in {"n", "m"} else None
        if phrase is None or ("m" not in row.classes[slice(*phrase)] and row.words[phrase[1] - 1].endswith(_ADJECTIVES)):
            return None
        return phrase

    def _noun_of_change(self, k: int, before: int, first: int, noun: int) -> bool:
        """Reads "an 11% increase in orders", "a 5% sales increase", "..., a 16% increase"."""
        row, classes = self.row, self.row.classes
        way = direction(row.words[noun])
        frame = self.spoken_of(k)
        measure: Phrase | None = (first, noun) if noun > first and "m" in classes[first:noun] else None
        if measure is None and classes[noun + 1 : noun + 2] in {"i", "o"}:
            measure = starting_at(row, noun + 2)
        if measure is None and frame and before >= 0 and frame.by is None:
            self.changes(frame, k, way)
            return True
        if measure is None:
            verb = back_to(row, k, before, "luv")
            measure = about(row, verb, k, before) if verb is not None else None
        return self.open(k, measure, "facts.change-noun", by=True, way=way, frame=frame)

    def _follows(self, gap: str, k: int) -> bool:
        """True where a change said behind a comma or bracket belongs to the figure before: "93% at 30 June, 1 percentage point below"."""
        if gap.strip(',jqd(-@i".') == "":
            return True
        gap = _ENDED.sub("", gap)
        rest = gap.rstrip("qdja")
        if set(gap) & set("uvlR;:h") or not rest or rest[-1] not in ",(-":
            return False
        return not any(word in {"together", "combined"} for word in self.row.words[k - len(gap) : k])

    def _change(self, k: int, before: int, verb: int, how: str) -> None:
        row = self.row
        way = direction(row.words[verb])
        frame = self.spoken_of(k)
        gap = row.classes[before + 1 : verb]
        if how == "particle" and frame and before >= 0 and frame.by is None and frame.value and self._follows(gap, verb):
            self.changes(frame, k, way)
            return
        figure = row.figure(k)
        if how == "verb" and isinstance(figure, QuantityMention) and is_counted(figure):  # "cut 160 jobs"
            self.count(k, figure, by=way)
            return
        if how == "verb" and row.classes[k : k + 2] == "%o" and (whole := starting_at(row, k + 2)):  # "the region lost 18% of its marsh"
            self.open(k, whole, "facts.change-share", by=True, way=way)
            return
        measure = object_between(row, verb, k) if how == "by" and row.classes[verb] == "u" else None
        if measure is None and how == "particle":
            last = verb - 1
            while last > before and row.classes[last] in "qal,":
                last -= 1
            linked = "l" in row.classes[last + 1 : verb]  # "attendance at the match was up 5%"
            measure = (about(row, verb, k, before) if linked else None) or ending_at(row, last)
        measure = measure or about(self.row, verb, k, before)
        self.open(k, measure, f"facts.change-{how}", by=True, way=way, frame=frame)
