"""An endpoint that speaks OpenAI's chat protocol, asked one question at a time.

https://platform.openai.com/docs/api-reference/chat; vLLM, llama.cpp, Ollama and others offer the same.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.util import Retry, Timeout

from whosays.model import ReaderError

RETRY = Retry(
    total=3,
    backoff_factor=0.5,
    status_forcelist=(429, 500, 502, 503, 504),
    allowed_methods=None,
    redirect=0,  # a redirected request would hand key and report to somebody else
    raise_on_status=False,
    raise_on_redirect=False,
)
TIMEOUT = Timeout(connect=10, read=600)
"""Seconds; a large model on a small machine thinks for minutes."""

LARGEST = 4_000_000
"""Bytes of an answer that are read."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is reached. `key` is sent as bearer token and never shown."""

    base_url: str
    model: str
    key: str | None = field(default=None, repr=False)

    def ask(self, instructions: str, question: str) -> str:
        """The model's answer to one question; ReaderError if there is none to be had."""
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": question}]
        status, body = self._post({"model": self.model, "temperature": 0, "messages": messages})
        if status != 200:
            raise ReaderError(f"{self.base_url} refuses with status {status}: {_reason(body)}")
        try:
            answer = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError) as error:
            raise ReaderError(f"{self.base_url} gives no chat completion; check the address") from error
        return answer if isinstance(answer, str) else ""

    def _post(self, question: dict[str, object]) -> tuple[int, bytes]:
        url = f"{self.base_url.rstrip('/')}/chat/completions"
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        try:
            with urllib3.PoolManager(retries=RETRY, timeout=TIMEOUT) as pool:
                response = pool.request("POST", url, json=question, headers=headers, preload_content=False)
                return response.status, response.read(LARGEST, decode_content=True)
        except HTTPError as error:
            raise ReaderError(
                f"{self.base_url} does not answer; check that a model is served there"
            ) from error


def _reason(body: bytes) -> str:
    """What an endpoint says is wrong, on one line."""
    said = body.decode("utf-8", "replace")
    with suppress(ValueError, KeyError, TypeError):
        said = str(json.loads(said)["error"]["message"])
    return " ".join(said.split())[:200] or "it does not say why"
