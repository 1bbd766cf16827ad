"""Counts told with "a total of", and the date of a clause that "since" opens."""

from __future__ import annotations

from extractor import Extractor

TEXT = "Vale New Area reported a total of 44 joint projects signed since the Vale Link Scheme (VLS) was launched in 2015, and 12 patents."


def test_what_is_counted_is_measured_and_since_gives_the_period() -> None:
    record = Extractor(model="none").extract(TEXT)
    dates = {d.id: d.value for d in record.dates}
    values = {q.id: q.value for q in record.quantities}
    facts = {values.get(f.value or ""): (f.measure.text, dates.get(f.period or "")) for f in record.facts}
    assert facts["44"] == ("joint projects", "2015")
