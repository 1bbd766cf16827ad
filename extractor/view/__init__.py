"""The look at records: one self-contained HTML page, drawn in the browser from the records inside it.

`report(records)` gives the page of `python -m extractor view`; `page(...)` is what the service's page is made with, too.
"""

from __future__ import annotations

from extractor.view.html import page, report

__all__ = ["page", "report"]
