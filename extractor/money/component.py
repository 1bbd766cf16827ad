"""What the component `press_money` does: fills `findings.money`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.findings import Caution, Findings, MoneyMention
from extractor.money import brackets, cells, per, resolve, tables
from extractor.money.context import Context
from extractor.money.match import find
from extractor.numbers import tidy
from extractor.numbers.bounds import qualifier

if TYPE_CHECKING:
    from extractor.money.amount import Amount


def annotate(found: Findings) -> None:
    """Finds the amounts of the text and appends them to `found.money`, in order."""
    text = found.text
    amounts = [amount for amount in find(text, found.numbers) if not tables.is_scale(text, amount)]
    rows = tables.rows(text)
    amounts, units = tables.apply(text, amounts, per.units(text, amounts), rows)
    if any(row.declared and row.declared.mark for row in rows):
        bare = cells.bare(text, found.numbers, amounts, rows, found.layout.sections)
        both = sorted([*zip(amounts, units, strict=True), *bare], key=lambda pair: pair[0].start)
        amounts, units = [amount for amount, _ in both], [unit for _, unit in both]
    for at, amount in reversed(list(brackets.earlier(text, amounts, found.numbers))):
        amounts.insert(at + 1, amount)
        units.insert(at + 1, units[at])
    if not amounts:
        return
    dateline = found.layout.dateline if any(not amount.mark.certain for amount in amounts if amount.mark) else None
    context = Context(text, dateline.place.of(text) if dateline and dateline.place else None)
    codes = resolve.currencies(text, amounts, context)
    previous: MoneyMention | None = None
    for at, (amount, code, unit) in enumerate(zip(amounts, codes, units, strict=True)):
        mention = _mention(text, amount, code, unit)
        factor = resolve.grouping(text, amount, code, unit)
        if factor is None or amount.open:
            doubt = "may be grouped or decimal" if factor is None else "may have a scale that is not said or not known"
            found.cautions.append(Caution("amount-open", f"{amount.of(text)!r} {doubt}: see the article.", amount.start, amount.end))
        if mention.value is not None:
            mention.value = None if factor is None or amount.open else tidy(mention.value * factor)
        if previous and resolve.equals(text, amounts[at - 1], amount, (codes[at - 1], code)):
            mention.equivalent_to = previous
            mention.per = mention.per or previous.per
        if code is None:
            found.cautions.append(
                Caution(
                    "currency-open",
                    f"The text does not say which currency {amount.of(text)!r} is in: see the article.",
                    amount.start,
                    amount.end,
                )
            )
        found.money.append(mention)
        previous = mention


def _mention(text: str, amount: Amount, code: str | None, unit: str | None) -> MoneyMention:
    sign = -1 if resolve.is_negative(text, amount) else 1
    single = amount.high is None
    return MoneyMention(
        start=amount.start,
        end=amount.end,
        found_by=amount.found_by,
        value=tidy(amount.value * sign) if single else None,
        low=None if single else tidy(amount.value),
        high=None if amount.high is None else tidy(amount.high),
        qualifier=qualifier(text, amount.start, amount.end),
        currency=code,
        currency_certain=bool(amount.mark and amount.mark.certain),
        per=unit,
    )
