"""Puts the page together: template, style, script and data in one file that asks no other host for anything.

What an article says reaches the page as JSON in a data block and from there as text nodes. The Content-Security-Policy names the
digests of the page's own script and style and allows nothing else, so that even a mistake here could not run an article's words.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from extractor import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# In this order: each uses what stands in those before it.
SCRIPTS = ("dom.js", "model.js", "article.js", "panel.js", "tables.js", "app.js")


def report(records: Iterable[Mapping[str, Any]]) -> str:
    """The page of some records and failures, as the JSON objects of the contract; with `text` in them the article is shown, too."""
    rows = list(records)
    # `<` as an escape: no `</script>` of an article can end the block (HTML standard, script data state).
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return page(title="Press Extractor: report", subtitle=f"report, version {__version__}", data=data)


def page(*, title: str, subtitle: str, data: str | None = None, form: str = "", script: str = "") -> str:
    """The page's HTML. `data` is JSON without `<`; `form` (HTML) and `script` are the service's own, never an article's."""
    code = _wrapped(script)
    style = _asset("page.css")
    return Template(_asset("page.html")).substitute(
        title=title,
        subtitle=subtitle,
        policy=policy(code, style, connect=bool(script)),
        style=style,
        script=code,
        form=form,
        data="" if data is None else f'<script type="application/json" id="data">{data}</script>',
    )


def policy(script: str, style: str, *, connect: bool) -> str:
    """The Content-Security-Policy of a page with this script and style; `connect` lets it talk to the server it came from."""
    rules = [
        "default-src 'none'",
        f"script-src '{_digest(script)}'",
        f"style-src '{_digest(style)}'",
        "img-src data:",
        "connect-src 'self'" if connect else "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)


def _wrapped(own: str) -> str:
    parts = [*(_asset(name) for name in SCRIPTS), own]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();"


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return files("extractor.view").joinpath("assets", name).read_text(encoding="utf-8")
