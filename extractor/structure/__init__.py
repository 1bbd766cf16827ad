"""Structure: where in the article we are. `read(text)` gives sections, sentences, headline, dateline and credits."""

from __future__ import annotations

from extractor.structure.layout import read

__all__ = ["read"]
