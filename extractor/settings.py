"""Names that the command line shows before anything heavy is imported."""

from __future__ import annotations

# The model whose names are used unless another is named.
DEFAULT_MODEL = "en_core_web_sm"
