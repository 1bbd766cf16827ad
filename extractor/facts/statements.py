"""The statements of a sentence while it is read: opening one, adding a change, an earlier value, one more figure of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.facts.claim import Claim, alike, comparable, same_things
from extractor.facts.levels import is_counted, right
from extractor.facts.phrases import Phrase, ending_at, starting_at
from extractor.facts.tokens import word_list
from extractor.findings import PercentageMention, QuantityMention, Span

if TYPE_CHECKING:
    from extractor.facts.tokens import Direction, Row


class Statements:
    """What has been told so far; `claims` are in order, `earlier` is what the sentence before measured, for a pronoun."""

    def __init__(self, row: Row, earlier: Span | None = None) -> None:
        self.row = row
        self.earlier = earlier
        self.claims: list[Claim] = []

    def spoken_of(self, k: int) -> Claim | None:
        """The statement that a change told at token `k` belongs to: the latest one that is no aside.

        An aside is a figure in a bracket that is closed again, "averaged 40,000 barrels (58% of them light) in May, up 9%", where it has no unit in
        common with the change, and a number that is only known, "11,000 people at the 12 matches of May, 5% more".
        """
        latest = self.claims[-1] if self.claims else None
        for claim in reversed(self.claims):
            if claim.value is None or claim.by is not None or not (self._is_bracketed(claim, k) or self._is_known_number(claim)):
                return claim
        return latest

    def _is_bracketed(self, claim: Claim, k: int) -> bool:
        classes, at = self.row.classes, claim.at
        opening, closing = classes.rfind("(", 0, at), classes.rfind(")", 0, at)
        figure = self.row.figure(k)
        in_points = isinstance(figure, PercentageMention) and figure.unit != "percent" and isinstance(claim.value, PercentageMention)
        return opening > closing and ")" in classes[at:k] and not in_points

    def _is_known_number(self, claim: Claim) -> bool:
        row = self.row
        return claim.found_by == "facts.unit" and claim.at > 0 and row.words[claim.at - 1] in word_list("known")

    def open(self, k: int, measure: Phrase | None, rule: str, *, by: bool, way: Direction | None, frame: Claim | None = None) -> bool:
        """Opens a statement about `measure`, else about what the frame, the counted thing or a pronoun says; always true."""
        figure = self.row.figure(k)
        span = self.row.span_of(*measure) if measure else None
        if (
            measure
            and self.row.words[measure[0]] == "that"
            and (told := next((c.measure for c in reversed(self.claims) if c.measure), self.earlier))
        ):
            span = told  # "the yield on notes rose; that on bonds fell"
        if span is None and isinstance(figure, QuantityMention) and not by and not is_counted(figure):
            span = next(
                (c.measure for c in reversed(self.claims) if alike(c.value, figure)), None
            )  # "runs 1.2 GW in four ports and will reach 3 GW"
        if span is None and frame is not None:
            span = frame.measure
        if span is None and (way is not None or rule == "facts.verb"):
            span = self._antecedent(k)
        if span is None and isinstance(figure, QuantityMention):
            if is_counted(figure):
                self.count(k, figure)
                return True
            span = self._measured(k)
        claim = Claim(row=self.row, at=k, last=k, found_by=rule, measure=span, direction=way, role="by" if by else "value")
        if by:
            claim.by = figure
        else:
            claim.value = figure
        self.claims.append(claim)
        return True

    def tell(self, k: int, measure: Span | None, rule: str) -> None:
        """One more value, of the measure given."""
        self.claims.append(Claim(row=self.row, at=k, last=k, found_by=rule, measure=measure, value=self.row.figure(k)))

    def count(self, k: int, mention: QuantityMention, by: Direction | None = None) -> None:
        """A count: what is counted is what is measured ("160 jobs")."""
        measure = self._told_of_units(k, mention) or self._counted(mention)
        claim = Claim(row=self.row, at=k, last=k, found_by="facts.unit", measure=measure, role="by" if by else "value", direction=by)
        if by:
            claim.by = mention
        else:
            claim.value = mention
        if mention.found_by == "quantities.part" and (behind := self.row.classes.find("#", k + 1)) > 0:  # "1,200 of 4,000 nests"
            claim.of = self.row.span_of(behind, behind + 1)
        self.claims.append(claim)

    def _measured(self, k: int) -> Span | None:
        """What "the bridge, 412 metres long," or "Downtime at a mill shut in some 1,200 bbl/d" measures: the thing in front of a bare unit."""
        row = self.row
        thing = ending_at(row, k - 2) if row.classes[k - 1 : k] == "," else None
        if thing is None and not set(",;:") & set(row.classes[:k]):
            thing = starting_at(row, 0)
        return row.span_of(*thing) if thing and thing[1] <= k else None

    def _told_of_units(self, k: int, mention: QuantityMention) -> Span | None:
        """The exports of "Exports reached 3,000 units, with Chile taking 900 units", the vans of "of which 900 units were vans"."""
        if mention.unit.lower() not in word_list("bare_counts"):
            return None
        thing = starting_at(self.row, k + 2) if self.row.classes[k + 1 : k + 2] == "l" else None
        if thing:
            return self.row.span_of(*thing)
        return next(
            (claim.measure for claim in reversed(self.claims) if claim.found_by != "facts.unit" and alike(claim.value, mention)), None
        )

    def _counted(self, mention: QuantityMention) -> Span:
        """The words of what is counted: behind the number, or where a later number has them too, "300 direct and 900 indirect jobs"."""
        text, unit = self.row.text, mention.unit or ""
        if mention.found_by in {"quantities.shared", "quantities.part"}:
            noun = unit.split()[-1]
            behind = text.find(noun, mention.end, self.row.span.end)
            if behind >= 0:
                return Span(behind, behind + len(noun))
        at = text.find(unit.split()[0], mention.start, mention.end) if unit else -1
        return Span(max(at, mention.start), mention.end)

    def _antecedent(self, k: int) -> Span | None:
        """What a pronoun in front of a change stands for: the sentence's first phrase, else the measure told before."""
        classes = self.row.classes[:k]
        if "r" not in classes:
            return None
        phrase = starting_at(self.row, 0)
        return self.row.span_of(*phrase) if phrase and phrase[0] < classes.rfind("r") else self.earlier

    def list_on(self, k: int, frame: Claim) -> None:
        """One more figure in the role of the one before."""
        row = self.row
        figure = row.figure(k)
        if isinstance(figure, QuantityMention) and frame.found_by == "facts.unit":
            self.count(k, figure)
            return
        measure = frame.measure if "respectively" in row.words else right(row, k) or frame.measure
        claim = Claim(row=row, at=k, last=k, found_by="facts.list", measure=measure, role=frame.role)
        if frame.role == "by":
            claim.by, claim.direction = figure, frame.direction
        else:
            claim.value, claim.direction, claim.role = figure, frame.direction if frame.value is None else None, "value"
        if isinstance(figure, PercentageMention) and isinstance(frame.main, PercentageMention):
            claim.of = figure.of or frame.main.of
        self.claims.append(claim)

    def again(self, k: int, frame: Claim, measure: Span | None = None) -> None:
        """One more change of the same measure, or of the one given."""
        self.claims.append(
            Claim(
                row=self.row,
                at=k,
                last=k,
                found_by="facts.list",
                measure=measure or frame.measure,
                by=self.row.figure(k),
                direction=frame.direction,
                role="by",
            )
        )

    def previous(self, k: int, frame: Claim | None) -> bool:
        """Makes the figure the earlier value of the nearest statement of its kind, if there is one."""
        letter = self.row.classes[k]
        figure = self.row.figure(k)
        open_ones = [
            claim
            for claim in reversed(self.claims)
            if claim.previous is None
            and claim.value
            and self.row.classes[self.row.index_of(claim.value)] == letter
            and comparable(claim.value, figure)
            and same_things(claim.value, figure)
        ]
        per = getattr(figure, "per", None)
        same = next((claim for claim in open_ones if getattr(claim.value, "per", None) == per), None)
        claim = same or next((claim for claim in open_ones if per is None or getattr(claim.value, "per", None) is None), None)
        if claim is not None:
            claim.previous, claim.last, claim.role = figure, k, "previous"
            return True
        if frame and frame.value is None and frame.previous is None and frame.by is not None:
            frame.previous, frame.last, frame.role = self.row.figure(k), k, "previous"
            return True
        return False

    def changes(self, frame: Claim, k: int, way: Direction | None) -> None:
        """Makes the figure the change of a statement."""
        frame.by, frame.direction, frame.last, frame.role = self.row.figure(k), way, k, "by"

    def value_into(self, k: int, frame: Claim) -> None:
        """Makes the figure the value of a statement."""
        frame.value, frame.last, frame.role = self.row.figure(k), k, "value"
