"""The report in a real browser: what it shows, how it is used, what it keeps out."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

playwright = pytest.importorskip("playwright.sync_api")

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]
    Make = Callable[..., dict[str, Any]]

HOSTILE = "<img src=x onerror=alert(1)>"


def test_the_text_stands_there_whole(shown: Show, record: Make) -> None:
    row = record()
    page = shown(row)
    assert page.locator(".text").evaluate("node => node.textContent") == row["text"]


def test_mentions_behind_an_emoji_cover_their_words(shown: Show, record: Make) -> None:
    page = shown(record())
    assert page.locator('[data-id="money-1"]').inner_text() == "£3.4 million"


def test_a_click_shows_the_value_and_the_rule(shown: Show, record: Make) -> None:
    page = shown(record())
    page.locator('.mark[data-id="money-1"]').click()
    panel = page.locator("#pane-details")
    assert panel.locator(".value").inner_text() == "GBP 3,400,000"
    assert "money.sign-before" in panel.inner_text()
    assert page.locator("#live").inner_text() == "money: GBP 3,400,000"


def test_hovering_tells_the_value(shown: Show, record: Make) -> None:
    page = shown(record())
    page.locator('.mark[data-id="date-1"]').hover()
    assert "2025-03-03" in page.locator("#tip").inner_text()


def test_an_organization_leads_to_its_other_mentions(shown: Show, record: Make) -> None:
    page = shown(record())
    page.locator('.mark[data-id="org-1"]').first.click()
    mentions = page.locator("#pane-details [data-goto]")
    assert mentions.count() == 3
    mentions.nth(1).click()
    assert page.evaluate("document.activeElement.textContent") == "Ormel Freight plc"
    assert page.locator(".mark.chosen").count() == 3


def test_a_filter_takes_its_kind_away(shown: Show, record: Make) -> None:
    page = shown(record())
    chip = page.locator('[data-filter="money"]')
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert page.locator('.mark.off[data-kind="money"]').count() == 1
    assert not page.locator('section[data-kind="money"]').is_visible()
    page.locator("#show-all").click()
    assert page.locator(".mark.off").count() == 0


def test_the_keyboard_goes_from_mention_to_mention(shown: Show, record: Make) -> None:
    page = shown(record())
    page.locator('.text [tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.id") == "date-1"
    page.keyboard.press("Enter")
    assert page.locator("#pane-details .value").inner_text() == "2025-03-03"
    page.keyboard.press("Escape")
    assert page.locator("#pane-details .value").count() == 0
    assert page.evaluate("document.activeElement.dataset.id") == "date-1"


def test_mentions_have_names_for_a_screen_reader(shown: Show, record: Make) -> None:
    page = shown(record())
    assert page.get_by_role("button", name="£3.4 million, money: GBP 3,400,000").count() == 1
    assert page.locator('.text [tabindex="0"]').count() == 1
    assert page.locator("img:not([alt]), button:not([aria-label]):empty, input:not([aria-label]):not([id])").count() == 0


def test_tables_say_what_the_record_says(shown: Show, record: Make) -> None:
    page = shown(record())
    fact = page.locator('section[data-kind="facts"] tbody tr')
    assert fact.locator("th, td").all_inner_texts() == [
        "Ormel Freight plc",
        "cost",
        "GBP 3,400,000",
        "▲ up 12 %",
        "",
        "2025-03-03",
        "reported",
    ]
    assert page.locator(".timeline .when").all_inner_texts() == ["2024", "2025-03-03"]
    assert "Ormel Freight" in page.locator('section[data-kind="organizations"] td').first.inner_text()


def test_json_and_csv_come_as_files(shown: Show, record: Make) -> None:
    row = record()
    page = shown(row)
    with page.expect_download() as waiting:
        page.locator("#download-json").click()
    expected = {key: value for key, value in row.items() if key != "text"}
    assert json.loads(waiting.value.path().read_text(encoding="utf-8")) == expected
    with page.expect_download() as waiting:
        page.locator('[data-csv="money"]').click()
    (line,) = csv.DictReader(waiting.value.path().read_text(encoding="utf-8").splitlines())
    assert (line["amount"], line["currency"]) == ("3400000", "GBP")


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(shown: Show, record: Make) -> None:
    row = record()
    row["organizations"][1]["name"] = '=HYPERLINK("x")'
    page = shown(row)
    with page.expect_download() as waiting:
        page.locator('[data-csv="organizations"]').click()
    assert list(csv.reader(waiting.value.path().read_text(encoding="utf-8").splitlines()))[2][1] == '\'=HYPERLINK("x")'


def test_hostile_words_stay_words(shown: Show, record: Make) -> None:
    page = shown(record())
    page.locator('.mark[data-id="org-2"]').click()
    assert page.locator("#pane-details .value").inner_text() == HOSTILE
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 2
    assert HOSTILE in page.locator(".warnings").inner_text()


def test_many_articles_have_a_list_with_totals(shown: Show, record: Make) -> None:
    failure = {
        "schema_version": "1.0",
        "source": {"id": None, "uri": "b.txt"},
        "error": {"code": "E102", "message": f"b.txt: nothing {HOSTILE}"},
    }
    page = shown(record(), failure, record())
    assert page.locator("h1").inner_text() == "3 articles"
    assert page.locator('[data-total="organizations"]').inner_text() == "4"
    assert "1 not read" in page.locator(".overview").inner_text()
    page.locator("#search").fill("b.txt")
    playwright.expect(page.locator("tbody tr:visible")).to_have_count(1)
    page.locator("#search").fill("")
    page.locator("tbody a").nth(2).click()
    playwright.expect(page.locator(".text")).to_have_count(1)  # the page turns on "hashchange", which comes a moment later
    page.locator(".back a").click()
    playwright.expect(page.locator("tbody tr")).to_have_count(3)


def test_records_without_text_show_their_tables(shown: Show, record: Make) -> None:
    row = record()
    del row["text"]
    page = shown(row)
    assert "--include-text" in page.locator(".article").inner_text()
    assert page.locator("section.table").count() == 8


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(shown: Show, record: Make, width: int) -> None:
    page = shown(record(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator('.mark[data-id="org-1"]').first.click()
    box = page.locator(".panel").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] < 850, "what was clicked is told where one looks"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(shown: Show, record: Make, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5:1 for text, measured on what the browser paints."""
    page = shown(record(), scheme=scheme)
    page.locator('.mark[data-id="org-1"]').first.click()
    ratios = page.evaluate(
        """() => {
      const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
      const rgb = colour => { canvas.clearRect(0,0,1,1); canvas.fillStyle = colour; canvas.fillRect(0,0,1,1); return [...canvas.getImageData(0,0,1,1).data].slice(0,3); };
      const light = c => { const [r,g,b] = c.map(v => (v/=255) <= .04045 ? v/12.92 : ((v+.055)/1.055)**2.4); return .2126*r+.7152*g+.0722*b; };
      const ratio = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((p,q)=>q-p); return (x+.05)/(y+.05); };
      const style = n => getComputedStyle(n);
      const card = style(document.querySelector('.card')).backgroundColor, ground = style(document.documentElement).backgroundColor;
      const out = {soft: ratio(style(document.querySelector('.meta dt')).color, ground), hint: ratio(style(document.querySelector('thead th')).color, card)};
      for (const chip of document.querySelectorAll('.chip')) out[chip.dataset.filter] = ratio(style(chip.querySelector('.dot')).backgroundColor, card);
      for (const mark of document.querySelectorAll('.mark:not(.kind-quotes)')) out['text on ' + mark.dataset.kind] = ratio(style(mark).color, style(mark).backgroundColor);
      return out; }"""
    )
    assert {name: round(value, 2) for name, value in ratios.items() if value < 4.5} == {}
    assert len(ratios) > 15
