"""Requests made from the OpenAPI document: each answer is JSON, and none fails, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.schemas import BaseSchema

from tests.serve.conftest import API
from whosays.serve.guard import SAFE

STREAMS = (f"{API}/events", f"{API}/readings")
"""What never ends, or keeps a worker busy."""


def operations(schema: BaseSchema) -> Iterator[Any]:
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]
        if not operation.path.startswith(STREAMS):
            yield operation


@pytest.fixture
def document(client: TestClient) -> BaseSchema:
    return schemathesis.openapi.from_dict(client.get(f"{API}/openapi.json").json())


def test_every_answer_is_as_promised(client: TestClient, document: BaseSchema) -> None:
    tried = list(operations(document))
    assert len(tried) > 15
    for operation in tried:
        _try(client, operation)


def _try(client: TestClient, operation: Any) -> None:
    @given(case=operation.as_strategy())
    @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def asks(case: Any) -> None:
        asked = case.as_transport_kwargs(base_url="http://127.0.0.1:8321")
        asked.pop("cookies", None)
        answer = client.request(**asked)
        assert answer.status_code < 500, answer.text
        assert answer.headers["content-type"] in ("application/json", "application/problem+json")
        assert answer.request.method not in SAFE or answer.status_code in (200, 404, 422)

    asks()
