"""What a figure's value is of where no change is told: "net debt of $4 million", "revenue was $3 million", "$5 million for dredging"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.facts.aims import added_in, aimed_at, costing
from extractor.facts.claim import alike
from extractor.facts.levels import about, back_to, is_counted, left, past_date, past_each, right
from extractor.facts.particular import Particular
from extractor.facts.phrases import Phrase, ending_at, object_between, past_bracket, starting_at, subject_of
from extractor.facts.resolve import listed
from extractor.facts.tokens import direction, is_flow, word_list
from extractor.findings import PercentageMention, QuantityMention

if TYPE_CHECKING:
    from extractor.facts.claim import Claim
    from extractor.findings import Span


_LABELLED = frozenset("dq-.")  # what may stand before a label: "• The", "–"


class Values(Particular):
    """Reads the figures that say how much something is."""

    def _of(self, k: int, j: int, before: int) -> None:
        row, classes = self.row, self.row.classes
        if self._of_each(k, j, before):
            return
        head = past_bracket(row, past_date(row, j - 1, before))
        if head > before and classes[head] == "x" and direction(row.words[head]):
            way = direction(row.words[head])
            frame = self.spoken_of(k)
            measure = starting_at(row, k + 2) if k + 1 < len(classes) and row.words[k + 1] in {"in", "of"} else None
            if measure and word_list("bases").intersection(row.words[slice(*measure)]):
                measure = None
            if measure is None and "w" in classes[max(before + 1, head - 3) : head] and self.previous(k, frame):
                return  # "compared with growth of 3.4%"
            named_growth = row.words[head] == "growth" and head and classes[head - 1] in "nm"  # "organic growth" is a figure of its own
            if measure is None and frame and before >= 0 and frame.by is None and frame.value and not named_growth:
                self.changes(frame, k, way)
                return
            if measure is None and head and classes[head - 1] in "nm":
                named = ending_at(row, head)
                measure = named if row.words[head] == "growth" or named is None or named[1] - named[0] < 2 else (named[0], named[1] - 1)
            if measure and row.words[measure[1] - 1] == "growth":  # "expects organic growth of 5%" names what the figure is
                self.open(k, measure, "facts.of", by=False, way=None)
                return
            measure = measure or self._verb_subject(k, before)
            told = self.earlier if measure and self.earlier and set(classes[slice(*measure)]) == {"x"} else None
            self.open(k, measure, "facts.change-of", by=True, way=way, frame=frame)
            if told:  # "They forecast a rise of 0.3%"
                self.claims[-1].measure = told
            return
        measure = ending_at(row, head) if head > before else None
        if measure and (whole := self._from_where(measure, before)):
            measure = whole
        if measure and self._of_earlier(k, before, measure):
            return
        if measure and self._at_an_extreme(k, before, measure):
            return
        if measure and row.words[measure[1] - 1] in word_list("paces") and self._at_a_pace(k, before, measure):
            return
        figure = row.figure(k)
        if measure and isinstance(figure, QuantityMention) and is_counted(figure) and self._counts(figure, measure):
            self.count(k, figure)  # "a total of 44 projects", "delivery of two ships"
            return
        way = None
        if (
            measure is not None and measure[1] - measure[0] == 1 and listed("generic", row.words[measure[0]])
        ):  # "profit to be in the range of"
            link = self._link_before(measure, before)
            verb = self._verb_in(before, link)
            if verb is not None and (classes[link] == "b" or link == verb) and classes[k] in "$%":  # "rose by an average of 4%"
                self._change(k, before, verb, "by" if classes[link] == "b" else "verb")
                return
            if behind := right(row, k):  # "a total of $3 million in cash"
                self.tell(k, behind, "facts.right")
                return
            measure = self._spent_on(k, before, measure)
        if measure is not None:  # "decrease in net income of $2 million"
            link = measure[0] - 1
            if link - 1 > before and classes[link] == "j" and (other := ending_at(row, link - 1)):
                link = other[0] - 1
            while link > before and classes[link] in "dq":
                link -= 1
            if link - 1 > before and classes[link] in "io" and classes[link - 1] == "x":
                way = direction(row.words[link - 1])
        if measure and way is None and self.row.words[self._link_before(measure, before)] in word_list("keeping"):
            self.open(k, measure, "facts.of", by=False, way="flat")  # "maintained its dividend of $2"
            return
        rule = "facts.opposite" if measure and "fw".find(classes[self._link_before(measure, before)]) >= 0 else "facts.of"
        self.open(k, measure or self._verb_subject(k, before), rule, by=way is not None, way=way)

    def _counts(self, figure: QuantityMention, named: Phrase) -> bool:
        """False where the noun before "of" says better what is counted than the unit: "arrivals of 900 guests" as a label, "a team of 85 people"."""
        row = self.row
        head = row.words[named[1] - 1]
        if listed("generic", head):
            return True
        if "m" in row.classes[named[0] : named[1]] or head in word_list("collectives") or figure.unit.lower() in word_list("bare_counts"):
            return False
        return set(row.classes[: named[0]]) - _LABELLED != set() or not head.endswith("s") or head.endswith("ss")

    def _from_where(self, named: Phrase, before: int) -> Phrase | None:
        """`Revenue in Canada of $5 million`, `sales from licences of $5 million` measure the sales, not where they come from."""
        row = self.row
        link = self._link_before(named, before)
        if link - 1 <= before or row.words[link] not in {"in", "from"} or set("mx") & set(row.classes[slice(*named)]):
            return None
        head = ending_at(row, link - 1)
        return (head[0], named[1]) if head and row.classes[head[1] - 1] == "m" else None

    def _of_each(self, k: int, j: int, before: int) -> bool:
        """Reads "53 turbines of 6 MW each", which measures the turbines."""
        claim = self.claims[-1] if self.claims else None
        if (
            claim is None
            or before != j - 1
            or claim.last != before
            or not is_counted(self.row.figure(before))
            or is_counted(self.row.figure(k))
        ):
            return False
        self.tell(k, claim.measure, "facts.each")
        return True

    def _at_an_extreme(self, k: int, before: int, measure: Phrase) -> bool:
        """`fell to a seven-year low of 5.3%` measures what fell."""
        row = self.row
        if row.words[measure[1] - 1] not in word_list("extremes"):
            return False
        frame = self.claims[-1] if self.claims else None
        if frame and frame.value is None and row.classes[self._link_before(measure, before)] == "t":
            self.value_into(k, self._first_like(frame))
            return True
        verb = back_to(row, k, before, "luv")
        subject = about(row, verb, k, before) if verb is not None else None
        if verb is None or subject is None or subject[1] > measure[0]:
            return False
        return self.open(k, subject, "facts.extreme", by=False, way=direction(row.words[verb]))

    def _is_other(self, told: Span, named: Phrase) -> bool:
        """True where a flow of another name is compared with: "spending of $2 million, against sales of $1 million"."""
        words = self.row.span_of(*named).of(self.row.text).lower()
        mine = set(told.of(self.row.text).lower().split())
        return bool(is_flow(words)) and not mine & set(words.split()) and not listed("profits", words) and not listed("losses", words)

    def _link_before(self, measure: Phrase, before: int) -> int:
        """The token in front of a phrase, its articles, adverbs and dates stepped over."""
        link = measure[0] - 1
        while link > before and self.row.classes[link] in "dq@":
            link -= 1
        return link

    def _at_a_pace(self, k: int, before: int, rate: Phrase) -> bool:
        """`grew at an annual rate of 2.8%` tells a change, `fell 4% to an annual rate of 1.2 million` a value."""
        frame = self.claims[-1] if self.claims else None
        if frame and frame.value is None and self.row.classes[self._link_before(rate, before)] == "t":
            self.value_into(k, self._first_like(frame))
            return True
        verb = back_to(self.row, k, before, "luv")
        if verb is None or self.row.classes[verb] != "u":
            return False
        self._change(k, before, verb, "verb")
        return True

    def _of_earlier(self, k: int, before: int, measure: Phrase) -> bool:
        """`compared with a net loss of`, `up from a forecast of`: makes the figure the earlier value; False where it is one of its own."""
        row = self.row
        link = self._link_before(measure, before)
        if link <= before or row.classes[link] not in "wkf" or measure[0] - link > 3 or self._is_opposite(measure):
            return False
        frame = next((claim for claim in reversed(self.claims) if claim.value and claim.measure), None)
        if row.classes[link] == "w" and frame and frame.measure and self._is_other(frame.measure, measure):
            return False
        if row.classes[link] == "w" and word_list("other_groups").intersection(row.words[measure[0] : measure[1]]):
            return False
        if (
            row.classes[link] in "wk"
            and row.words[measure[1] - 1] in word_list("forecasts")
            and not word_list("replaced").intersection(row.words[slice(*measure)])
        ):  # "below the forecast of", not "versus previous guidance of"
            return False
        if not self.previous(k, None):
            return False
        claim = next(claim for claim in self.claims if claim.previous is row.figure(k))
        if claim.direction is None and row.classes[link - 1] == "h":
            claim.direction = direction(row.words[link - 1])
        return True

    def _verb_subject(self, k: int, before: int) -> Phrase | None:
        verb = back_to(self.row, k, before, "luv")
        return about(self.row, verb, k, before) if verb is not None else None

    def _level(self, k: int, j: int, before: int) -> None:
        row = self.row
        mention = row.figure(k)
        frame = self.claims[-1] if self.claims else None
        if self._particular(k, j, before):
            return
        measure, rule = costing(row, j, before)
        if measure is None and j > 1 and row.classes[j - 2 : j + 1] == "lvb" and row.classes[k] == "%":
            measure, rule = subject_of(row, j - 2, before + 1), "facts.subject"  # "Range is named by 58% of drivers"
        if measure is None:
            measure, rule = left(row, k, j, before, frame.measure if frame else None)
        if measure and rule == "facts.beside" and row.classes[k] == "%" and self._under_a_label(k, measure, frame):
            return
        if (
            rule == "facts.subject"
            and row.classes[k] == "$"
            and row.words[j] != "worth"
            and row.words[k + 1 : k + 2] == ["in"]
            and not set("mx") & set(row.classes[measure[0] : measure[1]] if measure else "")
            and (named := right(row, k))
        ):  # "the company reached $5 million in sales"
            self.tell(k, named, "facts.right")
            return
        counted = is_counted(mention)
        letter_before = row.classes[j] if j >= 0 else "^"
        if counted and (
            measure is None
            or (
                rule in {"facts.beside", "facts.subject", "facts.for", "facts.colon"}
                and "m" not in row.classes[measure[0] : measure[1]]
                and not (rule == "facts.subject" and letter_before == "l" and self._is_many(measure))
            )
        ):
            if letter_before == "l" and row.words[j].startswith("represent") and frame and before >= 0 and row.classes[before] == "$":
                self.tell(k, frame.measure, "facts.each")  # "an order book of $8 million, representing 120 homes"
                return
            if (
                letter_before == "l"
                and (row.words[j - 1] == "it" or row.classes[j - 2 : j] == ",t")
                and (same := next((c for c in reversed(self.claims) if alike(c.value, mention)), None))
            ):
                self.tell(
                    k, same.measure, "facts.pronoun"
                )  # "attendance was 900 fans; in the cup it was 400 fans", "headcount of 90 people, to reach 100 people"
                return
            more = j >= 0 and row.words[j] in word_list("enlarging")
            self.count(k, mention, by="up" if more else None)  # type: ignore[arg-type]
            if (
                letter_before == "t"
                and "total" in row.words[max(0, j - 3) : j]
                and listed("bringing", " ".join(row.words[max(0, j - 5) : j]))
            ):
                self.claims[-1].direction = "up"  # "bringing the total to 74 routes"
            return
        if letter_before == "l" and row.classes[k : k + 2] == "$m" and not set("mx") & set(row.classes[slice(*measure)] if measure else ""):
            self.tell(k, right(row, k), "facts.right")  # "Tarn Reaches $5M Valuation"
            return
        if letter_before == "l" and "d" in row.classes[j:k] and row.classes[k + 1 : k + 2] in {"n", "m"} and (named := right(row, k)):
            self.tell(k, named, "facts.right")  # "the record was a $5 million fine"
            return
        if measure is None and j >= 0 and row.classes[k] == "$" and listed("adding", row.words[j]) and (added := added_in(row, k)):
            self.open(k, added, "facts.target", by=True, way="up")
            return
        if measure is None and (behind := right(self.row, k)):
            self.tell(k, self._shared_out(k, j, before, behind), "facts.right")
            return
        if measure is None and j > 0 and row.words[j] == "for" and row.words[j - 1] in word_list("fetching"):
            measure, rule = subject_of(row, j - 1, before + 1), "facts.for"  # "a litre of petrol sold for $2"
        if measure is None:
            verb = back_to(row, k, before, "luv")
            if verb is not None and (target := aimed_at(row, k, verb)):
                adding = listed("adding", row.words[verb])
                self.open(k, target, "facts.target", by=adding, way="up" if adding else None)
                return
            if row.classes[k] == "%" and (
                shared := next(
                    (claim for claim in reversed(self.claims) if isinstance(claim.main, PercentageMention) and (claim.of or claim.main.of)),
                    None,
                )
            ):
                self.list_on(k, shared)  # "Ruritania accounted for 64% of volumes; Syldavia took 11%"
                return
            if verb is not None and (self._is_deed(verb, k) or self._is_part(verb, k, before)):
                return
            if verb is not None:
                forecast = row.words[verb] in word_list("expected_behind") and row.classes[verb - 1] in "lq@"  # "is forecast to be between"
                measure = (
                    object_between(row, verb, k) or self._doing(verb, before) or (verb, verb + 1)
                    if row.classes[verb] == "v" and not forecast
                    else about(self.row, verb, k, before)
                )
                rule = "facts.verb"
        link = past_each(row, k)
        if measure is None and frame is None and row.words[link : link + 1] in (["for"], ["to"]):
            measure, rule = starting_at(row, link + 1), "facts.purpose"
        self.open(k, measure, rule, by=False, way=None, frame=frame)

    def _shared_out(self, k: int, j: int, before: int, whole: Span) -> Span:
        """What makes up "58% of the total", else what was told of before: a bare total measures nothing."""
        row = self.row
        if whole.of(row.text).lower().split()[-1] not in word_list("bare_wholes"):
            return whole
        subject = about(row, j, k, before) if row.classes[j] == "l" else None
        told = self.claims[-1].measure if self.claims else self.earlier
        return row.span_of(*subject) if subject else told or whole

    def _is_part(self, verb: int, k: int, before: int) -> bool:
        """Reads "Costs include $2 million of rent", "They include $2 million": the part is measured as the whole is; False where none is told."""
        row = self.row
        if row.words[verb] not in word_list("naming") or object_between(row, verb, k):
            return False
        subject = subject_of(row, verb, before + 1)
        whole = row.span_of(*subject) if subject and "m" in row.classes[slice(*subject)] else self._antecedent(k)
        if whole is None:
            return False
        self.tell(k, whole, "facts.part")
        return True

    def _is_deed(self, verb: int, k: int) -> bool:
        """True for what somebody is only said to have done, "accused of stealing $5 million": nothing is measured."""
        row = self.row
        return row.words[verb].endswith("ing") and row.classes[verb - 1 : verb] in {"o", "v"} and not object_between(row, verb, k)

    def _is_many(self, subject: Phrase) -> bool:
        """True for a common noun in the plural, which itself is what is counted: "club memberships went past 900 members"."""
        head = self.row.words[subject[1] - 1]
        return head.endswith("s") and not head.endswith("ss") and self.row.text[self.row.starts[subject[1] - 1]].islower()

    def _doing(self, verb: int, before: int) -> Phrase | None:
        """The subject of a verb without an object where it is a doing: "Hedging covers 15,000 ounces", "Pricing starts at $4"."""
        subject = subject_of(self.row, verb, before + 1)
        return subject if subject and self.row.words[subject[1] - 1].endswith("ing") else None

    def _under_a_label(self, k: int, named: Phrase, frame: Claim | None) -> bool:
        """Reads "Sales +3%; shops +1%, online +9%" and "Owners: Tarn 60%, Orrin 40%": what has a name of its own is measured by the label."""
        row = self.row
        bare = not set("mx") & set(row.classes[slice(*named)])
        if row.text[row.starts[k]] == "+":
            if bare and frame and frame.found_by == "facts.signed":
                self.again(k, frame)
                self.claims[-1].found_by = "facts.signed"
                return True
            return self.open(k, named, "facts.signed", by=True, way="up")
        if not bare:
            return False
        if frame and frame.found_by == "facts.label" and row.classes[named[0] - 1] in ",;j":
            self.tell(k, frame.measure, "facts.label")
            return True
        colon = named[0] - 1
        if (
            colon > 0
            and row.classes[colon] == ":"
            and not set(row.classes[:colon]) & set("uvla$%#")
            and (label := ending_at(row, colon - 1))
        ):
            return self.open(k, label, "facts.label", by=False, way=None)
        return False

    def _spent_on(self, k: int, before: int, generic: Phrase) -> Phrase:
        """The water of "spend an average of $5 a month on water", the profit of "profit is in the range of"."""
        verb = back_to(self.row, k, before, "luv")
        if verb is None:
            return generic
        return aimed_at(self.row, k, verb) or about(self.row, verb, k, before) or generic

    def _first_like(self, frame: Claim) -> Claim:
        """The first of the changes told of one measure: "fell 86 cents, or 1.2%, to $70.92" gives the value to the 86 cents."""
        return next(
            claim
            for claim in self.claims
            if claim.value is None and claim.measure == frame.measure and not set("ul") & set(self.row.classes[claim.last + 1 : frame.at])
        )

    def _is_opposite(self, named: Phrase) -> bool:
        """True where a loss is compared with a profit or a profit with a loss. A profit after a loss went up; a loss after a profit has no direction:
        "loss, down" would be read as a smaller one.
        """
        frame = next((claim for claim in reversed(self.claims) if claim.value and claim.measure), None)
        if frame is None or frame.measure is None:
            return False
        now, then = frame.measure.of(self.row.text), self.row.span_of(*named).of(self.row.text)
        if sorted(listed("net_debt", words) - listed("net_cash", words) for words in (now, then)) == [-1, 1]:
            return True
        signs = [(listed("profits", words), listed("losses", words)) for words in (now, then)]
        if sorted(signs) != [(False, True), (True, False)]:
            return False
        if frame.direction is None and listed("losses", then):
            frame.direction = "up"
        return True
