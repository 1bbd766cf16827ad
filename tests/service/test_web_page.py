"""The page of a real server in a real browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.service.conftest import Server


@pytest.fixture(params=[1280, 390])
def page(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page; fails where it logs an error, opens a dialog or asks another host for anything."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": request.param, "height": 850}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("dialog", lambda dialog: (faults.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((server.url, "data:", "blob:")) else faults.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    page.goto(server.url)
    yield page
    context.close()
    assert not faults


def test_the_seed_is_pasted_and_looked_at(page: Page, root: Path) -> None:
    page.locator("#text").fill((root / "seeds" / "liangjiang.txt").read_text(encoding="utf-8"))
    page.locator("#published").fill("2022-09-15")
    page.locator("#send").click()
    page.get_by_role("button", name="$ 10.98 billion, money: USD 10,980,000,000").click()
    assert page.locator("#pane-details .value").inner_text() == "USD 10,980,000,000"
    page.locator(".mark.kind-organizations", has_text="National University of Singapore").first.click()
    assert page.locator("#pane-details .mentions li").count() >= 1
    assert page.locator('.mark[data-id="date-2"]').get_attribute("aria-label") == "June 17, date: 2022-06-17"
    if page.locator(".close").is_visible():
        page.locator(".close").click()
    page.locator('[data-filter="places"]').click()
    assert page.locator('.mark.off[data-kind="places"]').count() > 5
    with page.expect_download() as waiting:
        page.locator("#download-json").click()
    record = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert record["money"][0]["amount"] == "10980000000"
    with page.expect_download() as waiting:
        page.locator('[data-csv="money"]').click()
    assert "10980000000,USD" in waiting.value.path().read_text(encoding="utf-8")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file_is_dropped(page: Page) -> None:
    content = "Ormel Freight plc paid £3.4 million. <img src=x onerror=alert(1)> Ltd said so."
    page.evaluate(
        """content => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'release.txt', {type: 'text/plain'}));
      document.getElementById('form').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true})); }""",
        content,
    )
    assert "release.txt" in page.locator("#chosen").inner_text()
    page.locator("#send").click()
    assert page.locator(".text").evaluate("node => node.textContent") == content
    assert page.locator("img").count() == 0


def test_a_refusal_is_told(page: Page) -> None:
    page.locator("#send").click()
    assert page.locator("#problem").inner_text().startswith("Paste an article")
    page.locator("#file").set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"no pdf"})
    page.locator("#send").click()
    page.get_by_text("a.pdf:").first.wait_for()
    assert "a.pdf" in page.locator("#problem").inner_text()
