"""Names that the command line shows before anything heavy is imported."""

from __future__ import annotations

# The model whose names are used unless another is named: the component with our own weights.
DEFAULT_MODEL = "press_names"
DEFAULT_MODEL_VERSION = "1.0"
