"""The language of a text, told before anything is read."""

from extractor.language.detect import language

__all__ = ["language"]
