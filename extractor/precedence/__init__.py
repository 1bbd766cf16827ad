"""Where two kinds claim the same words, one place decides."""

from __future__ import annotations

from extractor.precedence.settle import settle

__all__ = ["settle"]
