"""Structure: where in the article we are. `read` gives sections, sentences, headline, dateline and credits; `split_releases` the
releases of a file that holds several; `cells` the cells of a table's row; `is_soft` tells
a wrap from a line's end.
"""

from __future__ import annotations

from extractor.structure.blocks import cells
from extractor.structure.layout import read, split_releases
from extractor.structure.wraps import is_soft

__all__ = ["cells", "is_soft", "read", "split_releases"]
