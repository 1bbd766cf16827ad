"""Stretches of the article's text: `text[start:end]` are the words, always."""

from typing import Self

from pydantic import Field, model_validator

from schemas.primitives import Offset, Strict


class Stretch(Strict):
    """Two offsets, 0-based and half-open."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.end <= self.start:
            msg = f"a span ends behind its start, found {self.start} to {self.end}"
            raise ValueError(msg)
        return self


class TextSpan(Stretch):
    """Offsets with the words they give."""

    text: str = Field(min_length=1)

    @model_validator(mode="after")
    def _as_long_as_its_words(self) -> Self:
        if len(self.text) != self.end - self.start:
            msg = f"offsets {self.start} to {self.end} do not fit {len(self.text)} characters of text"
            raise ValueError(msg)
        return self


class Mention(TextSpan):
    """Words that were recognized; `found_by` is a rule's id (`money.code-prefix`) or a model's name (`ner:en_core_web_sm`)."""

    found_by: str = Field(min_length=1)
