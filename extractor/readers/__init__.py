"""Readers: from what the user names to `Article`s, in order. One format a file; `read` finds the inputs and picks the reader.

What cannot be read comes out as an ArticleError in its place: the caller decides how the stream goes on.
"""

from __future__ import annotations

from extractor.readers.sources import SUFFIXES, read

__all__ = ["SUFFIXES", "read"]
