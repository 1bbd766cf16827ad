"""The `press_quotes` component: direct and indirect speech with its speakers, from people and organizations already found."""

from __future__ import annotations

from extractor.findings import Findings, Quote
from extractor.quotes.dashes import dashed
from extractor.quotes.indirect import indirect
from extractor.quotes.marks import quoted
from extractor.quotes.match import direct
from extractor.quotes.resolve import Speakers


def annotate(found: Findings) -> None:
    """Fills `found.quotes` in text order. Speech without a name to its speaker stays with None; reported speech needs one."""
    stretches = quoted(found.text, found.layout.paragraphs)
    speeches = [*direct(found.text, found.layout, stretches), *dashed(found.text, found.layout, stretches)]
    speakers = Speakers.of(found)
    reports = indirect(speakers, found.layout, stretches, speeches)
    found.quotes = []
    for speech in sorted([*speeches, *reports], key=lambda one: (one.start, one.end)):
        speaker = speakers.speaker(speech.cue, speech.start)
        if speaker is None and speech.rule == "partial":
            continue
        if speech.direct or speaker is not None:
            found.quotes.append(
                Quote(start=speech.start, end=speech.end, found_by=f"quotes.{speech.rule}", direct=speech.direct, speaker=speaker)
            )
