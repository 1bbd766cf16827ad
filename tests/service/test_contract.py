"""schemathesis: requests made from the API's own documentation, and requests against it, find no fault."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

if TYPE_CHECKING:
    from tests.service.conftest import Server


@schemathesis.serializer("application/jsonl")
def _lines(_context: Any, value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value)).encode("utf-8", "replace")


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as documented", "against it"])
@pytest.mark.parametrize("address", ["/extract", "/extract/batch", "/schema", "/health", "/"])
def test_no_request_finds_a_fault(server: Server, address: str, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{server.url}/openapi.json")
    operation = schema[address]["POST" if "extract" in address else "GET"]
    if mode is GenerationMode.NEGATIVE and "extract" not in address:
        pytest.skip("a request without parameters has no wrong form")

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=25, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
    )
    def check(case: schemathesis.Case) -> None:
        # A schema cannot say which bytes of an upload are a document with text in it: those may be refused.
        # A batch takes any bytes: what is wrong in them is told line by line.
        beyond = {
            "/extract": [positive_data_acceptance] if case.media_type == "multipart/form-data" else [],
            "/extract/batch": [negative_data_rejection],
        }
        case.call_and_validate(excluded_checks=beyond.get(address, []), timeout=60)

    check()
