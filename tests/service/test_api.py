"""The API of a real server: answers, refusals, many at once, stopping."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from schemas import ArticleRecord, ExtractionFailure
from tests.processes import children, resident

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.service.conftest import Server

TEXT = "Ormel Freight plc paid £3.4 million for the yard on June 17."
SLOW = (
    "The gate of the yard is made of iron and it stands open to all who come by on foot. " * 10 + "\n\n"
) * 30  # a second of work or less
LONG = SLOW * 100  # seconds of work


def code(answer: httpx.Response) -> str:
    return ExtractionFailure.model_validate_json(answer.content).error.code


def test_an_article_as_json(server: Server) -> None:
    answer = server.post(TEXT, published="2025-05-02", id="a-1", uri="file:///etc/passwd")
    assert answer.status_code == 200
    record = ArticleRecord.model_validate_json(answer.content)
    assert (record.money[0].amount, record.dates[0].value) == ("3400000", "2025-06-17")
    assert (record.source.id, record.source.uri, record.text) == ("a-1", "file:///etc/passwd", None)
    assert "text" not in answer.json()
    assert "root:" not in answer.text


def test_the_text_comes_back_when_asked_for(server: Server) -> None:
    answer = httpx.post(f"{server.url}/extract?include_text=true", json={"text": TEXT})
    assert answer.json()["text"] == TEXT


@pytest.mark.parametrize("media", ["text/plain", "text/plain; charset=utf-8", "text/markdown"])
def test_an_article_as_the_body(server: Server, media: str) -> None:
    answer = httpx.post(f"{server.url}/extract?published=2025-05-02", content=TEXT.encode(), headers={"content-type": media})
    assert answer.status_code == 200, answer.text
    assert ArticleRecord.model_validate_json(answer.content).dates[0].value == "2025-06-17"


def test_an_article_as_a_file(server: Server) -> None:
    files = {"file": ("../../etc/release.txt", TEXT.encode("utf-16"), "text/plain")}
    answer = httpx.post(f"{server.url}/extract", files=files, data={"published": "2025-05-02"})
    assert answer.status_code == 200, answer.text
    record = ArticleRecord.model_validate_json(answer.content)
    assert (record.source.uri, record.source.encoding, record.dates[0].value) == ("release.txt", "utf-16", "2025-06-17")


@pytest.mark.parametrize(
    ("request_", "status", "expected"),
    [
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 422, "E105"),
        ({"json": {}}, 422, "E105"),
        ({"json": {"text": "\u200b \n"}}, 422, "E105"),
        ({"json": {"text": TEXT, "published": "2025-02-30"}}, 422, "E105"),
        ({"json": {"text": TEXT}, "params": {"published": "soon"}}, 422, "E105"),
        ({"json": {"text": TEXT}, "params": {"published": ""}}, 422, "E105"),
        ({"json": {"text": TEXT}, "params": {"include_text": "perhaps"}}, 422, "E105"),
        ({"content": b"%PDF-1.7", "headers": {"content-type": "text/plain"}}, 422, "E103"),
        ({"content": b"  ", "headers": {"content-type": "text/plain"}}, 422, "E102"),
        ({"content": b"x", "headers": {"content-type": "image/png"}}, 415, "E502"),
        ({"content": b"x"}, 415, "E502"),
        ({"files": {"file": ("a.zip", b"PK\x03\x04", "application/zip")}}, 415, "E502"),
        ({"files": {"other": ("a.txt", b"x", "text/plain")}}, 422, "E105"),
        ({"content": b"--", "headers": {"content-type": "multipart/form-data"}}, 422, "E105"),
        ({"content": b"x" * (2 * 2**20 + 1), "headers": {"content-type": "text/plain"}}, 413, "E501"),
    ],
)
def test_what_is_refused(server: Server, request_: dict[str, Any], status: int, expected: str) -> None:
    answer = httpx.post(f"{server.url}/extract", timeout=60, **request_)
    assert (answer.status_code, code(answer)) == (status, expected)


def test_a_body_without_a_length_is_bounded_while_it_is_read(server: Server) -> None:
    chunks = (b"a " * 32_768 for _ in range(400))
    try:
        answer = httpx.post(f"{server.url}/extract", content=chunks, headers={"content-type": "text/plain"}, timeout=30)
    except httpx.TransportError:  # the server hung up in the middle, as it may
        return
    assert (answer.status_code, code(answer)) == (413, "E501")


def test_foreign_names_of_this_machine_are_refused(server: Server) -> None:
    answer = httpx.post(f"{server.url}/extract", json={"text": TEXT}, headers={"host": "rebound.example"})
    assert answer.status_code == 400


def test_schema_and_documentation_are_those_of_the_models(server: Server) -> None:
    from schemas.export import json_schema

    assert httpx.get(f"{server.url}/schema").json() == json.loads(json_schema("article_record"))
    document = httpx.get(f"{server.url}/openapi.json").json()
    assert set(document["paths"]) == {"/extract", "/extract/batch", "/schema", "/health", "/"}
    assert "ArticleRecord" in document["components"]["schemas"]
    assert httpx.get(f"{server.url}/docs").status_code == 404


def test_a_batch_keeps_its_order_and_a_bad_line_costs_one_line(server: Server) -> None:
    lines = [json.dumps({"id": f"a-{i}", "text": TEXT + SLOW[: 500 * (i % 7)]}) for i in range(30)]
    lines[3], lines[11] = "{no json", json.dumps({"id": "a-11", "text": " "})
    lines.insert(20, "")
    lines[25] = json.dumps({"id": "long", "text": "x" * (2 * 2**20)})
    answer = httpx.post(f"{server.url}/extract/batch", content="\n".join(lines).encode(), timeout=60)
    assert answer.status_code == 200
    rows = [json.loads(line) for line in answer.text.splitlines()]
    assert len(rows) == 30
    codes = {i: row["error"]["code"] for i, row in enumerate(rows) if "error" in row}
    assert codes == {3: "E105", 11: "E102", 24: "E501"}
    assert [row["source"]["id"] for i, row in enumerate(rows) if i not in {3, 24}] == [f"a-{i}" for i in range(30) if i not in {3, 24}]


def test_a_batch_comes_as_it_is_made(server: Server) -> None:
    lines = [json.dumps({"text": TEXT}), *[json.dumps({"text": SLOW[:15_000]})] * 12]
    began = time.monotonic()
    with httpx.stream("POST", f"{server.url}/extract/batch", content="\n".join(lines).encode(), timeout=60) as answer:
        stamps = [time.monotonic() - began for _ in answer.iter_lines()]
    assert len(stamps) == 13
    assert stamps[0] < stamps[-1] / 2


def test_a_batch_too_large_is_refused(server: Server) -> None:
    answer = httpx.post(f"{server.url}/extract/batch", content=b" " * 8_000_001)
    assert (answer.status_code, code(answer)) == (413, "E501")


def test_two_hundred_requests_of_twenty_clients(server: Server) -> None:
    def client(number: int) -> list[str]:
        with httpx.Client(timeout=60) as http:
            answers = [http.post(f"{server.url}/extract", json={"text": TEXT, "id": f"{number}-{i}"}) for i in range(10)]
        return [answer.json()["source"]["id"] for answer in answers if answer.status_code == 200]

    with ThreadPoolExecutor(20) as clients:
        ids = [one for some in clients.map(client, range(20)) for one in some]
    assert ids == [f"{number}-{i}" for number in range(20) for i in range(10)]


def test_health_answers_while_texts_run(server: Server) -> None:
    with ThreadPoolExecutor(4) as clients:
        work = [clients.submit(server.post, SLOW) for _ in range(4)]
        waits, running = [], 0
        while not all(w.done() for w in work):
            began = time.monotonic()
            running = max(running, httpx.get(f"{server.url}/health").json()["running"])
            waits.append(time.monotonic() - began)
            time.sleep(0.02)
    assert [w.result().status_code for w in work] == [200] * 4
    assert running == 2
    assert sorted(waits)[len(waits) // 2] < 0.5


def test_an_article_that_takes_too_long_costs_itself(small: Server) -> None:
    answer = small.post(LONG)
    assert (answer.status_code, code(answer)) == (503, "E110")
    assert small.post(TEXT).status_code == 200


def test_a_client_with_too_much_running_and_a_full_service(small: Server) -> None:
    """Two of one client are taken (one works, one waits); its third is one too many; another client finds the service full."""
    with ThreadPoolExecutor(2) as clients:
        work = [clients.submit(small.post, LONG) for _ in range(2)]
        until = time.monotonic() + 20
        while time.monotonic() < until:
            health = httpx.get(f"{small.url}/health").json()
            if (health["running"], health["waiting"]) == (1, 1):
                break
        third = small.post(TEXT)
        with httpx.Client(transport=httpx.HTTPTransport(local_address="127.0.0.2"), timeout=60) as other:
            full = other.post(f"{small.url}/extract", json={"text": TEXT})
        for w in work:
            w.result()
    assert (third.status_code, code(third), third.headers["retry-after"]) == (429, "E503", "1")
    assert (full.status_code, code(full), full.headers["retry-after"]) == (503, "E504", "2")


def test_a_worker_that_was_killed_is_replaced_and_stopping_is_graceful(another: Callable[..., Server]) -> None:
    server = another("--workers", "1")
    for child in _children(server.process.pid):
        os.kill(child, signal.SIGKILL)
    time.sleep(0.2)
    assert server.post(TEXT).status_code == 200
    answers: list[httpx.Response] = []
    thread = threading.Thread(target=lambda: answers.append(server.post(SLOW)))
    thread.start()
    until = time.monotonic() + 20
    while time.monotonic() < until and not httpx.get(f"{server.url}/health").json()["running"]:
        time.sleep(0.01)
    server.process.terminate()
    thread.join()
    assert answers[0].status_code == 200
    assert server.process.wait(20) == 0


def test_new_words_and_new_dates_do_not_fill_the_memory_of_a_service(another: Callable[..., Server]) -> None:
    """Also through the calendar: each call has another publication date."""
    server = another("--workers", "1", "--model", "none")
    (worker,) = _children(server.process.pid)
    with httpx.Client(timeout=60) as http:

        def call(numbers: range) -> None:
            for n in numbers:
                text = f"Zq{n}x Inc. bought Vr{n}k for ${n} million last Friday, said Ada Kr{n}m. It opened on March {n % 28 + 1}."
                day = f"{1950 + n % 90}-{n % 12 + 1:02}-{n % 28 + 1:02}"
                answer = http.post(f"{server.url}/extract", json={"text": text, "published": day})
                assert answer.json()["money"][0]["amount"] == f"{n}000000"

        call(range(1, 1000))
        before = [resident(pid) for pid in (server.process.pid, worker)]
        call(range(1000, 5000))
        after = [resident(pid) for pid in (server.process.pid, worker)]
    assert all(last - first < 20 for first, last in zip(before, after, strict=True)), (before, after)


def _children(parent: int) -> list[int]:
    """The worker processes: those of the parent's that hold a model."""
    found = [pid for pid in children(parent) if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]
    assert found, "the workers are processes"
    return found
